"""«К заседанию»: which measures it names, and what it says of those that are late."""

from datetime import date

import pytest

from sheetsync.model import Agenda, Meaning, Measure, Progress, Sitting
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.sitting import sitting
from tests.builders import YEAR_ROUND, inputs, measure, plan

TODAY = date(2021, 5, 11)
WARNINGS = Warnings(workdays=Workdays("RU"))


def said(
    *measures: Measure, on: date = date(2021, 5, 25), then: Agenda | None = None
) -> dict[str, list[object]]:
    """By the name of a part its lines, without the measures' numbers."""
    agenda = build_agenda(plan(*measures), today=TODAY, warnings=WARNINGS)
    rows = list(sitting(inputs(agenda, sitting=Sitting(day=on, then=then))))
    parts: dict[str, list[object]] = {}
    name = ""
    for row in rows[3:]:
        if len(row.cells) == 1:
            name = str(row.cells[0].value)
        else:
            parts.setdefault(name, []).append(row.cells[-1].value)
    return parts


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Заседание Совета «О работе организаций»", True),
        ("Рассмотреть на заседании Президиума вопрос", True),
        ("Доложить СОВЕТУ и Президиуму", True),
        ("Работа Молодежного совета", False),
        ("Советовать организациям", False),
        ("Круглый стол председателей", False),
    ],
)
def test_measures_of_the_presidium_and_the_council_are_named(text: str, named: bool) -> None:
    found = said(measure(text=text, when=YEAR_ROUND))
    assert ("Вопросы заседания по плану" in found) == named


def test_who_is_late_without_a_new_day_is_to_be_heard() -> None:
    lines = said(measure("1"), measure("2"))["Предложения в решение"]
    assert lines == [
        "Заслушать: Отдел кадров, п. 1, опоздание 11 дней.",
        "Заслушать: Отдел кадров, п. 2, опоздание 11 дней.",
    ]


def test_who_is_late_with_much_takes_a_few_lines() -> None:
    lines = said(*(measure(str(n)) for n in range(1, 31)))["Предложения в решение"]
    assert len(lines) == 4
    assert lines[-1] == "То же о других опозданиях: Отдел кадров, п. 4–30."
    scattered = said(*(measure(str(n)) for n in range(1, 60, 2)))["Предложения в решение"]
    assert str(scattered[-1]).endswith("п. 7, 9, 11, 13, 15, 17, ещё 21.")
    unled = said(*(measure(str(n), lead=None) for n in range(1, 6)))["Предложения в решение"]
    assert unled[-1] == "Назначить ответственного за п. 4, 5."


def test_a_measure_that_nobody_leads_gets_a_responsible() -> None:
    lines = said(measure("1", lead=None))["Предложения в решение"]
    assert lines == ["Назначить ответственного за п. 1."]


def test_a_reason_and_a_proposed_day_are_told() -> None:
    progress = Progress(
        text="не вып., нет данных, к 20 июня",
        meaning=Meaning.NOT_DONE,
        reason="нет данных",
        on=date(2021, 6, 20),
    )
    (line,) = said(measure("1", done=progress))["Предложения в решение"]
    assert line == "Продлить срок п. 1 до 20 июня включительно. Причина: нет данных."


@pytest.mark.parametrize(
    ("now", "outcome"),
    [
        (Progress(text="", meaning=Meaning.BLANK), "всё ещё просрочено, 11 дней; отметки нет"),
        (
            Progress(text="сделано 6.05", meaning=Meaning.DONE, on=date(2021, 5, 6)),
            "выполнено 6 мая; «сделано 6.05»",
        ),
        (
            Progress(text="перенос", meaning=Meaning.POSTPONED, on=date(2021, 6, 20)),
            "срок продлён, как предлагалось, последний день 20 июня; «перенос»",
        ),
        (
            Progress(text="перенос", meaning=Meaning.POSTPONED, on=date(2021, 9, 30)),
            "срок изменён, последний день 30 сентября; «перенос»",
        ),
    ],
)
def test_what_was_proposed_at_the_last_sitting_is_held_against_the_plan(
    now: Progress, outcome: str
) -> None:
    asked = Progress(text="к 20 июня", meaning=Meaning.NOT_DONE, on=date(2021, 6, 20))
    was = build_agenda(plan(measure("1", done=asked)), today=date(2021, 5, 3), warnings=WARNINGS)
    (line,) = said(measure("1", done=now), then=was)[
        "Предлагалось к заседанию 3 мая, и что из этого вышло"
    ]
    assert line == f"Продлить срок п. 1 до 20 июня включительно. Сейчас: {outcome}"


def test_a_sitting_far_ahead_takes_no_place_yet() -> None:
    assert not said(measure(), on=date(2021, 6, 11))
    assert said(measure(), on=date(2021, 6, 10))


def test_a_long_part_says_how_much_it_leaves_out() -> None:
    council = [measure(str(n), text="Заседание Совета", when=YEAR_ROUND) for n in range(1, 20)]
    found = said(*council)
    assert len(found["Вопросы заседания по плану"]) == 12


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (11, "К заседанию 11 мая: сегодня"),
        (12, "К заседанию 12 мая: остался 1 день"),
        (25, "К заседанию 25 мая: осталось 14 дней"),
    ],
)
def test_its_heading_says_how_long_it_is_until_then(day: int, words: str) -> None:
    agenda = build_agenda(plan(measure()), today=TODAY, warnings=WARNINGS)
    rows = sitting(inputs(agenda, sitting=Sitting(day=date(2021, 5, day), then=None)))
    assert words in [str(cell.value) for row in rows for cell in row.cells]
