"""A row that may be another's former self: nobody is told it is new, or that one is gone."""

import re
from pathlib import Path

import pytest

from tests.daily.conftest import Plan
from tests.daily.few_rows import (
    CENTRE,
    CHAIR,
    COORDINATOR,
    LED_BY_CENTRE,
    LED_BY_OFFICE,
    few_rows,
    said,
    write,
)

ROWS = (
    ("1", "Провести семинар", "апрель", LED_BY_OFFICE),
    ("2", "День пожилого человека", "1 октября", LED_BY_CENTRE),
    ("3", "Ремонт", "апрель", LED_BY_CENTRE),
)
ANOTHER = ("2", "Закупить мебель", "1 октября", LED_BY_CENTRE)
NEWS = re.compile("исключ|теперь отвечаете вы|[Нн]овое в плане|новое:")


def news(plan: Plan, address: str, day: str) -> list[str]:
    return NEWS.findall(said(plan, address, day))


@pytest.fixture
def doubtful(tmp_path: Path) -> Plan:
    """A plan whose second row has other words in March, and in all else is as it was."""
    plan = few_rows(tmp_path / "plan", *ROWS)
    plan.run("2021-02-01")
    write(plan, ROWS[0], ANOTHER, ROWS[2])
    for day in ("2021-03-01", "2021-04-01"):
        plan.run(day)
    return plan


def test_nobody_but_the_coordinator_hears_of_it(doubtful: Plan) -> None:
    found = [news(doubtful, CHAIR, day) for day in ("2021-03-01", "2021-04-01")]
    assert [*found, news(doubtful, CENTRE, "2021-04-01")] == [[], [], []]
    assert "sheetsync history link 2 4" in said(doubtful, COORDINATOR, "2021-04-01")


def test_what_is_new_is_told_once_a_person_has_said_so(doubtful: Plan) -> None:
    """The letters in between have told other things."""
    doubtful.call("history link 4 4")
    for day in ("2021-04-23", "2021-04-30", "2021-05-11", "2021-06-01"):
        doubtful.run(day)
    words = said(doubtful, CENTRE, "2021-04-23")
    assert "п. 2 Закупить мебель: теперь отвечаете вы" in words
    assert "п. 2 День пожилого человека: исключён из плана" in words
    assert "исключено из плана: п. 2" in said(doubtful, CHAIR, "2021-05-11")
    later = [news(doubtful, *one) for one in ((CENTRE, "2021-04-30"), (CHAIR, "2021-06-01"))]
    assert later == [[], []]


def test_what_is_the_same_is_no_news(doubtful: Plan) -> None:
    doubtful.call("history link 2 4")
    for day in ("2021-04-23", "2021-05-11"):
        doubtful.run(day)
    assert said(doubtful, CENTRE, "2021-04-23")
    assert news(doubtful, CENTRE, "2021-04-23") + news(doubtful, CHAIR, "2021-05-11") == []


def test_a_copied_row_takes_nothing_out_of_the_plan(tmp_path: Path) -> None:
    plan = few_rows(tmp_path / "plan", *ROWS)
    plan.run("2021-02-01")
    write(plan, *ROWS, ROWS[1])
    for day in ("2021-03-01", "2021-04-01"):
        plan.run(day)
    assert "исключ" not in said(plan, CHAIR, "2021-03-01") + said(plan, CENTRE, "2021-04-01")


def test_what_is_gone_is_named_by_the_number_that_it_had_last(tmp_path: Path) -> None:
    """The number of the letter before may be another measure's by now."""
    plan = few_rows(tmp_path / "plan", *ROWS)
    plan.run("2021-02-01")
    first, second, third = ROWS
    write(
        plan, first, ("2", "Ярмарка", "май", LED_BY_OFFICE), ("3", *second[1:]), ("4", *third[1:])
    )
    plan.run("2021-03-02")
    write(plan, first, ("2", "Ярмарка", "май", LED_BY_OFFICE), ("3", *third[1:]))
    plan.run("2021-04-01")
    words = said(plan, CENTRE, "2021-04-01")
    assert "п. 3 День пожилого человека: исключён из плана" in words
