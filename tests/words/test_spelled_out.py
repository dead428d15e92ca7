"""What is left out of a deadline is quoted with the whole of its name."""

import time

import pytest

from sheetsync.morphology import morphology
from sheetsync.words.deadlines import read_deadline


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2 мая, МОБУ «Заречная СОШ № 2»", "МОБУ «Заречная СОШ № 2»"),
        ("2 мая в 14:45 коворкинг-центр «Атмосфера»", "коворкинг-центр «Атмосфера»"),
        ('15.02, сквер ДК "Родина"', 'сквер ДК "Родина"'),
        ("2 мая, школа № 2", "школа № 2"),
        ("май (клуб «Семь ветров»)", "клуб «Семь ветров»"),
    ],
)
def test_a_name_is_quoted_whole(text: str, name: str) -> None:
    read = read_deadline(text, year=2026, morphology=morphology())
    assert name in read.unused
    assert [doubt.quote for doubt in read.doubts] == [f"«{name}»"]


@pytest.mark.parametrize(
    "text",
    ["за два дня до " + "а" * 32000, "за два дня до " + "а" * 3900 + " (" + "а" * 3900],
)
def test_a_long_cell_holds_nothing_up(text: str) -> None:
    since = time.perf_counter()
    read_deadline(text, year=2026)
    assert time.perf_counter() - since < 2
