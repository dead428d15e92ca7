"""«К заседанию»: which measures it names, and what it says of those that are late."""

from datetime import UTC, date, datetime

import pytest

from sheetsync.model import Background, Meaning, Measure, Progress, Sitting
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.sitting import sitting
from tests.builders import YEAR_ROUND, measure, plan

TODAY = date(2021, 5, 11)
WARNINGS = Warnings(workdays=Workdays("RU"))


def said(*measures: Measure, on: date = date(2021, 5, 25)) -> dict[str, list[object]]:
    """By the name of a part its lines, without the measures' numbers."""
    agenda = build_agenda(plan(*measures), today=TODAY, warnings=WARNINGS)
    stamp = datetime(2021, 5, 11, 10, 2, tzinfo=UTC)
    rows = list(sitting(agenda, Background(stamp=stamp, sitting=Sitting(day=on))))
    parts: dict[str, list[object]] = {}
    name = ""
    for row in rows[3:]:
        name = str(row.cells[0].value) or name
        parts.setdefault(name, []).append(row.cells[2].value)
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
    lines = said(measure(text=text, when=YEAR_ROUND))["О Президиуме и Совете"]
    assert (lines != ["нет"]) == named


def test_late_measures_of_which_nothing_is_said_stand_in_one_line() -> None:
    lines = said(measure("1"), measure("2"))["Причина и новая дата"]
    assert lines == ["просрочено, отметки и причины нет: п. 1, п. 2"]


def test_a_reason_and_a_proposed_day_are_told() -> None:
    progress = Progress(
        text="не вып., нет данных, к 20 июня",
        meaning=Meaning.NOT_DONE,
        reason="нет данных",
        on=date(2021, 6, 20),
    )
    (line,) = said(measure("1", done=progress))["Причина и новая дата"]
    assert line == (
        "Провести заседание – просрочено на 11 дней, отметка «не вып., нет данных, к 20 июня», "
        "причина: нет данных, предложенная дата 20 июня"
    )


def test_a_sitting_far_ahead_takes_no_place_yet() -> None:
    assert not said(measure(), on=date(2021, 6, 11))
    assert said(measure(), on=date(2021, 6, 10))


def test_a_long_part_says_how_much_it_leaves_out() -> None:
    council = [measure(str(n), text="Заседание Совета", when=YEAR_ROUND) for n in range(1, 20)]
    lines = said(*council)["О Президиуме и Совете"]
    assert (len(lines), lines[-1]) == (13, "и ещё 7")
