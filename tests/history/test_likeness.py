"""What was done to a text: a slip, an addition, a rewording, or another measure."""

import pytest

from sheetsync.history.matching.likeness import Likeness, compare

BEFORE = "Провести семинар «Охрана труда» для председателей организаций Северного района"


@pytest.mark.parametrize(
    ("after", "likeness"),
    [
        (BEFORE, Likeness.TYPED),
        (BEFORE.replace("семинар", "семинаар"), Likeness.TYPED),
        (BEFORE.replace("организаций", "организации"), Likeness.TYPED),
        (BEFORE.replace("для", "с"), Likeness.TYPED),
        (BEFORE.replace("«", '"').replace("»", '"').upper(), Likeness.TYPED),
        (f"{BEFORE} и соседних с ним", Likeness.EXTENDED),
        (BEFORE.replace("для председателей ", ""), Likeness.EXTENDED),
        (BEFORE.replace("Провести", "Организовать"), Likeness.REWORDED),
        (BEFORE.replace("председателей", "бухгалтеров"), Likeness.REWORDED),
        (BEFORE.replace("Северного", "Южного"), Likeness.OTHER),
        (BEFORE.replace("труда", "природы"), Likeness.OTHER),
        (f"{BEFORE} 2", Likeness.OTHER),
    ],
)
def test_an_edit_is_told_by_the_words_it_touched(after: str, likeness: Likeness) -> None:
    assert compare(BEFORE, after) is likeness


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Отчёт за июнь", "Отчёт за июль"),
        ("Отчёт за I квартал", "Отчёт за II квартал"),
        ("Отчёт за 2021 год", "Отчёт за 2022 год"),
        ("Заочный этап конкурса", "Очный этап конкурса"),
        ("Совещание с участием членов", "Совещание без участия членов"),
    ],
)
def test_letters_that_make_another_word_are_no_slip(before: str, after: str) -> None:
    assert compare(before, after) is not Likeness.TYPED
