"""Whoever is responsible no longer is told so once, also where nothing else of theirs is open."""

from pathlib import Path

import pytest

from tests.daily.conftest import Plan
from tests.daily.few_rows import (
    CENTRE,
    LED_BY_CENTRE,
    LED_BY_OFFICE,
    Cells,
    few_rows,
    said,
    write,
)

SEMINAR = ("1", "Провести семинар", "апрель", LED_BY_OFFICE)
REPAIR = ("2", "Ремонт", "июль", LED_BY_CENTRE)
FAIR = ("3", "Ярмарка", "1 октября", LED_BY_CENTRE)
GIVEN_UP = "п. 2 Ремонт: теперь отвечает Отдел организационной работы"
REMOVED = "п. 2 Ремонт: исключён из плана"
DAYS = ("2021-02-08", "2021-02-09", "2021-02-12", "2021-03-01", "2021-04-01", "2021-06-01")


def lived(folder: Path, before: tuple[Cells, ...], after: tuple[Cells, ...]) -> Plan:
    """A plan that was edited after its first letters, and run some days."""
    plan = few_rows(folder, *before)
    plan.run("2021-02-01")
    write(plan, *after)
    for day in DAYS:
        assert plan.run(day).exit_code == 0
    return plan


def told(plan: Plan, words: str) -> list[str]:
    """The days on which the centre's letters say so."""
    return [day for day in DAYS if words in said(plan, CENTRE, day)]


@pytest.mark.parametrize("others", [(), (FAIR,)])
def test_a_former_lead_is_told_on_the_second_day(tmp_path: Path, others: tuple[Cells, ...]) -> None:
    given = (*REPAIR[:3], LED_BY_OFFICE)
    plan = lived(tmp_path / "plan", (SEMINAR, REPAIR, *others), (SEMINAR, given, *others))
    assert told(plan, GIVEN_UP) == ["2021-02-09"]


def test_of_a_row_that_is_gone_its_lead_hears_without_another_letter(tmp_path: Path) -> None:
    plan = lived(tmp_path / "plan", (SEMINAR, REPAIR), (SEMINAR,))
    assert told(plan, REMOVED) == ["2021-02-09"]


def test_of_a_row_that_is_gone_its_lead_hears_in_the_next_letter(tmp_path: Path) -> None:
    month = ("3", "Ярмарка", "март", LED_BY_CENTRE)
    plan = lived(tmp_path / "plan", (SEMINAR, REPAIR, month), (SEMINAR, month))
    assert told(plan, REMOVED) == ["2021-03-01"]


@pytest.mark.parametrize("after", [(), (("2", "Ремонт", "июль", LED_BY_OFFICE, "выполнено"),)])
def test_what_was_done_calls_for_no_letter(tmp_path: Path, after: tuple[Cells, ...]) -> None:
    plan = few_rows(tmp_path / "plan", SEMINAR, REPAIR)
    plan.run("2021-02-01")
    write(plan, SEMINAR, (*REPAIR, "выполнено"))
    plan.run("2021-02-02")
    write(plan, SEMINAR, *after)
    for day in DAYS:
        plan.run(day)
    assert [day for day in DAYS if said(plan, CENTRE, day)] == []


def test_who_leads_a_row_that_is_gone_last_hears_of_it(tmp_path: Path) -> None:
    """Whoever led it in the letter before has heard that he does not any more."""
    plan = few_rows(tmp_path / "plan", SEMINAR, ("2", "Ремонт", "июль", LED_BY_OFFICE), FAIR)
    plan.run("2021-02-01")
    write(plan, SEMINAR, REPAIR, FAIR)
    plan.run("2021-02-02")
    write(plan, SEMINAR, FAIR)
    for day in (*DAYS, "2021-09-17"):
        plan.run(day)
    assert REMOVED in said(plan, CENTRE, "2021-09-17")
