"""Which stage of an item a day belongs to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sheetsync.digest.stages import Timetable, order
from sheetsync.model import Item, PlanPeriod, StageKind, State
from sheetsync.model.policy import PolicyRules
from sheetsync.plan.workdays import Workdays
from tests.builders import measure

YEAR = PlanPeriod.of_year(2021)

OFF = tuple(date(2021, 5, day) for day in range(4, 8))
TABLE = Timetable(period=YEAR, workdays=Workdays("RU", extra_days_off=OFF), rules=PolicyRules())


def item(due: date | None = None, *, explicit: bool = False, state: State = State.DUE_SOON) -> Item:
    return Item(measure=measure(), state=state, deadline_text="срок", due=due, explicit=explicit)


def stage(found: Item, today: str, word: str = "") -> str:
    last = date.fromisoformat(word) if word else None
    current = TABLE.current(found, date.fromisoformat(today), last)
    return current.name if current else ""


APRIL = item(date(2021, 4, 30))
DAY = item(date(2021, 6, 15), explicit=True)


@pytest.mark.parametrize(
    ("today", "name"),
    [
        ("2021-03-31", ""),
        ("2021-04-01", "month-2021-04"),
        ("2021-04-22", "month-2021-04"),
        ("2021-04-23", "before-7"),
        ("2021-04-29", "before-7"),
        ("2021-04-30", "last-day"),
        ("2021-05-12", "last-day"),  # two working days after: the days of grace
        ("2021-05-13", "late-3"),
        ("2021-05-21", "late-3"),
        ("2021-05-24", "late-10"),
        ("2021-06-30", "late-10"),  # the letter of June came before the twentieth day
        ("2021-07-01", "late-month-2021-07"),
        ("2021-12-31", "late-month-2021-12"),
        ("2022-01-20", "late-month-2021-12"),
    ],
)
def test_a_month_is_chased_step_by_step(today: str, name: str) -> None:
    assert stage(APRIL, today) == name


@pytest.mark.parametrize(
    ("today", "name"),
    [
        ("2021-05-31", ""),
        ("2021-06-01", "before-14"),
        ("2021-06-07", "before-14"),
        ("2021-06-08", "before-7"),
        ("2021-06-15", "last-day"),
        ("2021-06-16", "late-1"),
    ],
)
def test_an_explicit_day_is_announced_earlier_and_late_at_once(today: str, name: str) -> None:
    assert stage(DAY, today) == name


def test_the_last_day_is_a_working_day() -> None:
    sunday = item(date(2021, 2, 28))
    assert (stage(sunday, "2021-02-25"), stage(sunday, "2021-02-26")) == ("before-7", "last-day")


def test_a_month_without_a_working_day_before_the_due_day_has_no_letter_of_its_own() -> None:
    assert stage(item(date(2021, 5, 9), explicit=True), "2021-05-08") == "last-day"


ONGOING = item(date(2021, 12, 31), state=State.ONGOING)


@pytest.mark.parametrize(
    ("today", "name"),
    [
        ("2021-03-31", ""),
        ("2021-04-01", "pulse-Q1"),
        ("2021-04-14", "pulse-Q1"),
        ("2021-04-15", "pulse-Q1-2"),
        ("2021-07-01", "pulse-Q2"),
        ("2021-10-01", "pulse-Q3"),
        ("2021-12-01", "close-1"),
        ("2021-12-20", "close-2"),
    ],
)
def test_all_year_work_is_asked_for_a_word_once_a_quarter(today: str, name: str) -> None:
    assert stage(ONGOING, today) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [("2021-02-14", "pulse-Q1"), ("2021-02-15", ""), ("2021-04-06", "")],
)
def test_a_word_in_the_last_45_days_of_the_quarter_or_since_is_an_answer(
    word: str, name: str
) -> None:
    assert stage(ONGOING, "2021-04-07", word) == name


def test_a_word_does_not_spare_the_year_s_result() -> None:
    assert stage(ONGOING, "2021-12-01", "2021-11-30") == "close-1"


WAITING = item(state=State.WAITING)


@pytest.mark.parametrize(
    ("today", "name"),
    [
        ("2021-01-29", ""),
        ("2021-02-01", "ask-02"),
        ("2021-03-31", "ask-02"),
        ("2021-04-01", "ask-04"),
        ("2021-07-01", "ask-07"),
        ("2021-10-01", "ask-10"),
        ("2021-12-01", "close-1"),
    ],
)
def test_what_depends_on_others_is_asked_about_in_four_months(today: str, name: str) -> None:
    assert stage(WAITING, today) == name


def test_what_cannot_have_begun_is_not_asked_about() -> None:
    from_september = replace(WAITING, starts=date(2021, 9, 1))
    assert (stage(from_september, "2021-07-05"), stage(from_september, "2021-10-04")) == (
        "",
        "ask-10",
    )


@pytest.mark.parametrize("state", [State.DONE, State.CANCELLED, State.UNREAD, State.NO_REPORT])
def test_nothing_else_has_a_stage(state: State) -> None:
    assert stage(item(date(2021, 4, 30), state=state), "2021-06-01") == ""


def test_the_last_day_is_the_most_pressing_stage() -> None:
    names = ["late-3", "ask-02", "last-day", "late-month-2021-07", "month-2021-04", "before-7"]
    assert max(names, key=order) == "last-day"
    assert sorted(names, key=order)[-2] == "late-3"


SCHOOL = PlanPeriod(date(2025, 9, 1), date(2026, 5, 31))


def names_of(state: State, period: PlanPeriod) -> dict[str, str]:
    """By name of a stage the first day on which it is current."""
    table = Timetable(period=period, workdays=Workdays("RU"), rules=PolicyRules())
    found: dict[str, str] = {}
    for count in range((period.closed - period.starts).days):
        on = period.starts + timedelta(days=count)
        current = table.current(item(state=state), on)
        if current:
            found.setdefault(current.name, f"{on}")
    return found


def test_a_school_year_asks_by_its_own_quarters() -> None:
    assert names_of(State.ONGOING, SCHOOL) == {
        "pulse-Q1": "2025-12-01",
        "pulse-Q1-2": "2025-12-15",
        "pulse-Q2": "2026-03-02",
        "pulse-Q2-2": "2026-03-17",
        "close-1": "2026-05-04",
        "close-2": "2026-05-20",
    }
    assert names_of(State.WAITING, SCHOOL) == {
        "ask-02": "2025-10-01",
        "ask-04": "2025-12-01",
        "ask-07": "2026-03-02",
        "close-1": "2026-05-04",
    }


def test_a_programme_asks_in_each_of_its_years() -> None:
    programme = PlanPeriod(date(2024, 1, 1), date(2025, 12, 31))
    asked = [name for name in names_of(State.WAITING, programme) if name.startswith("ask")]
    assert asked == [f"ask-{month:02}" for month in (2, 4, 7, 10, 14, 16, 19, 22)]
    pulses = [name for name in names_of(State.ONGOING, programme) if name.count("-") == 1]
    assert pulses == [*(f"pulse-Q{quarter}" for quarter in range(1, 8)), "close-1", "close-2"]


def test_a_plan_of_a_month_asks_for_its_result_near_its_end() -> None:
    month = PlanPeriod(date(2026, 4, 1), date(2026, 4, 30))
    assert names_of(State.ONGOING, month) == {"close-2": "2026-04-20"}
    assert names_of(State.WAITING, month) == {"close-1": "2026-04-20"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("late-10", StageKind.LATE),
        ("late-month-2021-07", StageKind.LATE_MONTH),
        ("last-day", StageKind.LAST_DAY),
        ("month-2021-07", StageKind.MONTH),
        ("pulse-Q1-2", StageKind.PULSE),
        ("silent-pulse-Q1-2", StageKind.SILENT),
        ("with-2021-07", StageKind.HELPING),
        ("monthly", None),  # what the chair has seen
        ("", None),
    ],
)
def test_a_stage_in_the_ledger_is_known_by_its_name(name: str, kind: StageKind | None) -> None:
    assert StageKind.of(name) is kind
