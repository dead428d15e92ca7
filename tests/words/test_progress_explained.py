"""How a status is explained to the people who wrote it."""

from datetime import date

import pytest

from sheetsync.languages import load_language
from sheetsync.model import Meaning
from sheetsync.model.language import say
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import MEANINGS, explain_progress, read_progress

RUSSIAN = load_language("ru")

TODAY = date(2021, 5, 11)
MONTH = read_deadline("апрель", year=2021)


def explain(text: str, deadline: str = "апрель") -> str:
    when = read_deadline(deadline, year=2021)
    return explain_progress(read_progress(text, deadline=when, today=TODAY), RUSSIAN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("слёт прошёл 9.04", "понято: выполнено, 9 апреля 2021 г.; правило «факт»"),
        ("ведём переговоры", "понято: в работе; правило «подготовка»"),
        (
            "отложено на июнь из-за паводка",
            "понято: перенесено, 30 июня 2021 г.; правило «перенос»; причина: из-за паводка",
        ),
        (
            "объединено с п. 9",
            "понято: объединено с другим пунктом; пункт 9; правило «объединение»",
        ),
        ("звонили", "не понято"),
        ("", "понято: отметки нет; правило «пустая ячейка»"),
    ],
)
def test_the_meaning_comes_with_its_rule(text: str, expected: str) -> None:
    assert explain(text) == expected


def test_each_part_is_told() -> None:
    assert explain("март – да, октябрь – в работе", "март, октябрь") == (
        "понято: выполнено по названному сроку; «март»: выполнено; «октябрь»: в работе; "
        "правило «закрыто»"
    )


def test_a_mark_that_is_not_understood_comes_with_the_command_that_settles_it() -> None:
    asked = [
        read_progress(text, deadline=MONTH, today=TODAY).doubts[0] for text in ("звонили", "-")
    ]
    offer = 'sheetsync wordings add --status "звонили" --as "…"'
    assert offer in say(asked[0].advice, RUSSIAN)
    assert "wordings" not in say(asked[1].advice, RUSSIAN)


def test_every_meaning_has_words_of_its_own() -> None:
    assert set(MEANINGS) == set(Meaning)
    assert len(set(MEANINGS.values())) == len(Meaning)
