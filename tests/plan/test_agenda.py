"""The agenda: which state an item is in on which day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.model import (
    DeadlineKind,
    Item,
    Meaning,
    Measure,
    Milestone,
    PartProgress,
    PlanPeriod,
    Progress,
    State,
)
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from tests.builders import (
    APRIL,
    OPEN,
    YEAR_ROUND,
    day,
    deadline,
    measure,
    milestone,
    month,
    plan,
    progress,
    with_words,
)

WARNINGS = Warnings(workdays=Workdays("RU"))
QUARTERS = deadline(DeadlineKind.RECURRING, month(3), month(6), month(9), month(12))


def items(on: date, *measures: Measure) -> list[Item]:
    return list(build_agenda(plan(*measures), today=on, warnings=WARNINGS).items)


def states(on: date, *measures: Measure) -> list[State]:
    return [item.state for item in items(on, *measures)]


def test_what_comes_back_on_days_unnamed_goes_on_all_year() -> None:
    daily = replace(deadline(DeadlineKind.RECURRING), due=date(2021, 12, 31))
    assert states(date(2021, 5, 4), measure(when=daily)) == [State.ONGOING]
    some_day = deadline(DeadlineKind.RECURRING)  # "каждые четыре года"
    assert states(date(2021, 5, 4), measure(when=replace(some_day, due=None))) == [State.WAITING]


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2020, 12, 31), State.UPCOMING),
        (date(2021, 1, 1), State.ONGOING),
        (date(2022, 1, 1), State.NO_REPORT),
    ],
)
def test_a_year_of_a_programme_is_not_asked_about_before_it(on: date, state: State) -> None:
    year = replace(YEAR_ROUND, starts=date(2021, 1, 1), due=date(2021, 12, 31))
    programme = replace(
        plan(measure(when=year)), period=PlanPeriod(date(2020, 1, 1), date(2022, 12, 31))
    )
    (item,) = build_agenda(programme, today=on, warnings=WARNINGS).items
    assert item.state is state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2021, 3, 31), State.UPCOMING),
        (date(2021, 4, 1), State.DUE_SOON),
        (date(2021, 4, 30), State.DUE_SOON),
        (date(2021, 5, 1), State.OVERDUE),
    ],
)
def test_a_month_is_due_from_its_first_working_day_and_late_after_its_last(
    on: date, state: State
) -> None:
    assert states(on, measure(when=APRIL)) == [state]


def test_days_off_at_the_start_of_a_month_put_its_first_day_later() -> None:
    january = deadline(DeadlineKind.MONTH, month(1))
    assert states(date(2021, 1, 10), measure(when=january)) == [State.UPCOMING]
    assert states(date(2021, 1, 11), measure(when=january)) == [State.DUE_SOON]


def test_a_named_day_is_due_two_weeks_before_even_in_another_month() -> None:
    third_of_june = deadline(DeadlineKind.DATE, day(date(2021, 6, 3)))
    assert states(date(2021, 5, 19), measure(when=third_of_june)) == [State.UPCOMING]
    assert states(date(2021, 5, 20), measure(when=third_of_june)) == [State.DUE_SOON]


def test_late_days_are_calendar_days_since_the_last_one() -> None:
    assert items(date(2021, 5, 4), measure())[0].late_days == 4


@pytest.mark.parametrize(
    ("meaning", "state"),
    [
        (Meaning.DONE, State.DONE),
        (Meaning.CANCELLED, State.CANCELLED),
        (Meaning.PARTIAL, State.OVERDUE),
        (Meaning.IN_WORK, State.OVERDUE),
        (Meaning.NOT_DONE, State.OVERDUE),
        (Meaning.UNCLEAR, State.OVERDUE),
        (Meaning.PLANNED, State.OVERDUE),
    ],
)
def test_only_a_fact_or_a_cancellation_ends_the_chase(meaning: Meaning, state: State) -> None:
    assert states(date(2021, 5, 4), measure(done=progress(meaning))) == [state]


def test_a_postponement_moves_the_due_day_and_shows_the_old_one() -> None:
    moved = progress(Meaning.POSTPONED, date(2021, 5, 31))
    (item,) = items(date(2021, 5, 4), measure(done=moved))
    assert (item.state, item.due) == (State.DUE_SOON, date(2021, 5, 31))
    assert item.moved_from == date(2021, 4, 30)


def test_a_postponement_without_a_day_leaves_it_late() -> None:
    assert states(date(2021, 5, 4), measure(done=progress(Meaning.POSTPONED))) == [State.OVERDUE]


def test_all_year_work_is_ongoing_until_the_year_ends_without_a_word() -> None:
    assert states(date(2021, 12, 31), measure(when=YEAR_ROUND)) == [State.ONGOING]
    assert states(date(2022, 1, 1), measure(when=YEAR_ROUND)) == [State.NO_REPORT]


def test_a_word_leaves_all_year_work_open_and_a_fact_closes_it() -> None:
    word, fact = progress(Meaning.WORD), progress(Meaning.DONE)
    assert states(date(2021, 6, 1), measure(when=YEAR_ROUND, done=word)) == [State.ONGOING]
    assert states(date(2021, 6, 1), measure(when=YEAR_ROUND, done=fact)) == [State.DONE]


def test_what_waits_for_others_is_never_late() -> None:
    assert states(date(2021, 12, 31), measure(when=OPEN)) == [State.WAITING]


def test_a_date_in_the_status_of_a_waiting_row_makes_it_dated() -> None:
    came = progress(Meaning.REQUEST_CAME, date(2021, 4, 1))
    assert states(date(2021, 4, 1), measure(when=OPEN, done=came)) == [State.DUE_SOON]
    assert states(date(2021, 4, 2), measure(when=OPEN, done=came)) == [State.OVERDUE]


def test_monthly_work_is_ongoing_and_quarterly_work_is_dated() -> None:
    monthly = deadline(DeadlineKind.RECURRING, *(month(n) for n in range(1, 13)))
    assert states(date(2021, 5, 4), measure(when=monthly)) == [State.ONGOING]
    assert states(date(2021, 5, 4), measure(when=QUARTERS)) == [
        State.OVERDUE,
        State.UPCOMING,
        State.UPCOMING,
        State.UPCOMING,
    ]


def test_a_plain_fact_closes_the_occurrences_due_by_today_and_none_later() -> None:
    done = progress(Meaning.DONE)
    assert states(date(2021, 7, 2), measure(when=QUARTERS, done=done)) == [
        State.DONE,
        State.DONE,
        State.UPCOMING,
        State.UPCOMING,
    ]


def test_a_dated_fact_closes_the_period_it_fell_into() -> None:
    done = progress(Meaning.DONE, date(2021, 4, 10))
    april_and_october = deadline(DeadlineKind.LIST, month(4), month(10))
    assert states(date(2021, 5, 4), measure(when=april_and_october, done=done)) == [
        State.DONE,
        State.UPCOMING,
    ]


def test_milestones_are_chased_in_place_of_the_deadline() -> None:
    districts = (milestone("Северный район", month(3)), milestone("Южный район", month(10)))
    found = items(date(2021, 5, 4), measure(when=YEAR_ROUND, milestones=districts))
    assert [(item.what, item.state) for item in found] == [
        ("Северный район", State.OVERDUE),
        ("Южный район", State.UPCOMING),
    ]


def test_a_status_that_names_a_part_closes_that_part_only() -> None:
    districts = (milestone("Северный район", month(3)), milestone("Южный район", month(4)))
    part = PartProgress(label="Северный район", meaning=Meaning.DONE)
    said = Progress(text="Северный – 24.03", meaning=Meaning.DONE_PART, parts=(part,))
    assert states(date(2021, 5, 4), measure(when=YEAR_ROUND, milestones=districts, done=said)) == [
        State.DONE,
        State.OVERDUE,
    ]


def test_a_merged_measure_takes_the_state_of_the_other() -> None:
    merged = Progress(text="объединено с п. 2", meaning=Meaning.MERGED, merged_into="2")
    other = measure("2", when=YEAR_ROUND)
    found = items(date(2021, 5, 4), measure("1", done=merged), other)
    assert [(item.measure.number, item.state) for item in found] == [
        ("1", State.ONGOING),
        ("2", State.ONGOING),
    ]


def test_a_circle_of_merges_leaves_each_measure_to_itself() -> None:
    into_2 = Progress(text="объединено с п. 2", meaning=Meaning.MERGED, merged_into="2")
    into_1 = Progress(text="объединено с п. 1", meaning=Meaning.MERGED, merged_into="1")
    circle = (measure("1", done=into_2), measure("2", done=into_1))
    assert states(date(2021, 5, 4), *circle) == [State.OVERDUE, State.OVERDUE]


@pytest.mark.parametrize("into", ["9", ""])
def test_a_merge_into_no_measure_leaves_it_open(into: str) -> None:
    merged = Progress(text="объединено", meaning=Meaning.MERGED, merged_into=into)
    nameless = with_words(measure("2", done=progress(Meaning.DONE)), number="")
    assert states(date(2021, 5, 4), measure("1", done=merged), nameless)[0] is State.OVERDUE


def test_a_number_that_two_rows_bear_closes_no_other_measure() -> None:
    merged = Progress(text="объединено с п. 2", meaning=Meaning.MERGED, merged_into="2")
    closed = measure("2", done=progress(Meaning.DONE))
    twin = replace(with_words(closed, row=99), progress=progress())
    assert states(date(2021, 5, 4), measure("1", done=merged), closed, twin)[0] is State.OVERDUE


def test_a_merge_means_the_number_of_its_own_section() -> None:
    merged = Progress(text="объединено с п. 2", meaning=Meaning.MERGED, merged_into="2")
    here = with_words(measure("2", done=progress(Meaning.DONE)), section="I")
    there = with_words(measure("2"), row=99, section="II")
    gone = with_words(measure("1", done=merged), section="I")
    assert states(date(2021, 5, 4), gone, here, there)[0] is State.DONE


def test_a_milestone_that_cannot_be_read_is_not_passed_over() -> None:
    unread = Milestone(
        what="Южный район",
        text="Южный район (31 апреля)",
        deadline=deadline(DeadlineKind.UNREADABLE),
    )
    districts = (milestone("Северный район", month(10)), unread)
    found = items(date(2021, 5, 4), measure(when=YEAR_ROUND, milestones=districts))
    assert [(item.what, item.state) for item in found] == [
        ("Северный район", State.UPCOMING),
        ("Южный район", State.UNREAD),
    ]


@pytest.mark.parametrize(
    "months", [range(1, 13), ()], ids=["every month", "times that nobody knows"]
)
def test_a_fact_does_not_close_what_still_recurs(months: Iterable[int]) -> None:
    recurring = deadline(DeadlineKind.RECURRING, *map(month, months))
    done = measure(when=recurring, done=progress(Meaning.DONE))
    assert State.DONE not in states(date(2021, 3, 1), done)
    assert states(date(2022, 1, 1), done) == [State.DONE]


def test_a_measure_is_in_its_worst_items_state() -> None:
    agenda = build_agenda(plan(measure(when=QUARTERS)), today=date(2021, 5, 4), warnings=WARNINGS)
    assert list(agenda.states().values()) == [State.OVERDUE]


@given(
    due=st.dates(date(2021, 1, 1), date(2021, 12, 31)),
    after=st.integers(-400, 400),
    explicit=st.booleans(),
)
def test_nothing_is_late_on_its_last_day_or_before(due: date, after: int, explicit: bool) -> None:
    when = (
        deadline(DeadlineKind.DATE, day(due))
        if explicit
        else deadline(DeadlineKind.RANGE, day(due))
    )
    on = due + timedelta(days=after)
    assert (states(on, measure(when=when)) == [State.OVERDUE]) == (on > due)


def test_a_plain_fact_ahead_of_a_list_is_about_its_first_day() -> None:
    march_and_october = deadline(DeadlineKind.LIST, month(3), month(10))
    done = measure(when=march_and_october, done=progress(Meaning.DONE))
    agenda = build_agenda(
        plan(done),
        today=date(2021, 4, 5),
        warnings=WARNINGS,
        since={done.row: date(2021, 3, 30)},
    )
    assert [item.state for item in agenda.items] == [State.DONE, State.UPCOMING]


def test_a_plain_fact_that_stands_closes_no_later_quarter() -> None:
    done = measure(when=QUARTERS, done=progress(Meaning.DONE))
    agenda = build_agenda(
        plan(done),
        today=date(2021, 7, 2),
        warnings=WARNINGS,
        since={done.row: date(2021, 4, 5)},
    )
    assert [item.state for item in agenda.items] == [
        State.DONE,
        State.OVERDUE,
        State.UPCOMING,
        State.UPCOMING,
    ]


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (date(2005, 3, 12), State.UNREAD),
        (date(2019, 12, 31), State.UNREAD),
        (date(2020, 1, 1), State.OVERDUE),  # carried over from last year
        (date(2022, 6, 30), State.UPCOMING),
    ],
)
def test_nobody_is_late_by_years(due: date, state: State) -> None:
    long_ago = deadline(DeadlineKind.DATE, day(due))
    assert states(date(2021, 5, 4), measure(when=long_ago)) == [state]
    done = measure(when=long_ago, done=progress(Meaning.DONE))
    assert states(date(2021, 5, 4), done) == [State.DONE]
