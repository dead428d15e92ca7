"""What stands beside a status in print: what was understood, where it matters."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.model import DeadlineKind, Meaning, Measure, Progress
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.papers import remark
from tests.builders import (
    OPEN,
    YEAR_ROUND,
    deadline,
    inputs,
    measure,
    milestone,
    month,
    plan,
    progress,
)

WARNINGS = Warnings(workdays=Workdays("RU"))
UNREAD = deadline(DeadlineKind.UNREADABLE)
MAY = deadline(DeadlineKind.MONTH, month(5))
JUNE = deadline(DeadlineKind.MONTH, month(6))
MOVED = progress(Meaning.POSTPONED, date(2021, 9, 30))


def words(one: Measure, *, on: date = date(2021, 5, 12)) -> str:
    agenda = build_agenda(plan(one), today=on, warnings=WARNINGS)
    return remark(inputs(agenda), one, agenda.items)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (measure(), "Просрочено на 12 дней, отметки нет"),
        (measure(done=progress(Meaning.IN_WORK)), "Просрочено на 12 дней"),
        (measure(done=progress(Meaning.UNCLEAR)), "Просрочено на 12 дней, отметка непонятна"),
        (
            measure(done=progress(Meaning.PARTIAL)),
            "Просрочено на 12 дней, считаем выполненным частично",
        ),
        (measure(when=MAY), "Последний день 31 мая, отметки нет"),
        (measure(when=JUNE), ""),
        (measure(done=MOVED), "Срок перенесён на 30 сентября"),
        (measure(done=progress(Meaning.DONE)), ""),
        (measure(done=progress(Meaning.CANCELLED)), ""),
        (measure(when=UNREAD), "Срок не понят"),
        (measure(when=YEAR_ROUND), ""),
        (measure(when=OPEN), ""),
    ],
)
def test_what_was_understood_is_said_in_a_few_words(one: Measure, said: str) -> None:
    assert words(one) == said


@pytest.mark.parametrize(("day", "days"), [(1, "1 день"), (2, "2 дня"), (5, "5 дней")])
def test_days_agree_with_their_number(day: int, days: str) -> None:
    assert words(measure(), on=date(2021, 5, day)).startswith(f"Просрочено на {days}")


def test_a_new_day_that_has_passed_too_is_late() -> None:
    moved = measure(done=replace(MOVED, on=date(2021, 5, 10)))
    assert words(moved) == "Срок перенесён на 10 мая, просрочено на 2 дня"


def test_a_year_that_ended_without_a_word_is_said() -> None:
    said = words(measure(when=YEAR_ROUND), on=date(2022, 1, 10))
    assert said == "Срок закончился, итога нет"


def test_each_part_is_told_by_its_name() -> None:
    parts = (milestone("Север", month(3)), milestone("Юг", month(4)), milestone("Запад", month(9)))
    said = words(measure(milestones=parts))
    assert said == "Север: просрочено на 42 дня; Юг: просрочено на 12 дней; отметки нет"


def test_many_parts_are_counted() -> None:
    parts = tuple(milestone(f"Район {n}", month(3)) for n in range(1, 10))
    told = Progress(text="идёт", meaning=Meaning.WORD)
    assert words(measure(milestones=parts, done=told)).endswith(
        "Район 6: просрочено на 42 дня; ещё 3"
    )
