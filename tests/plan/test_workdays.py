"""Working days of 2021 in Russia, and what an organisation says of its own."""

from datetime import date

import pytest

from sheetsync.plan.workdays import Workdays

RUSSIA = Workdays("RU")


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2021, 2, 19), True),
        (date(2021, 2, 20), True),  # a Saturday worked for Monday the 22nd
        (date(2021, 2, 21), False),
        (date(2021, 2, 22), False),
        (date(2021, 2, 23), False),
        (date(2021, 5, 3), False),  # for Saturday the 1st
        (date(2021, 5, 10), False),  # for Sunday the 9th
        (date(2021, 12, 31), False),
        (date(2022, 1, 10), True),
    ],
)
def test_the_production_calendar_is_known(day: date, working: bool) -> None:
    assert RUSSIA.is_working(day) is working


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2021, 1, 31), date(2021, 1, 11)),
        (date(2021, 3, 8), date(2021, 3, 1)),
        (date(2021, 5, 1), date(2021, 5, 4)),
        (date(2021, 8, 15), date(2021, 8, 2)),
    ],
)
def test_the_first_working_day_of_a_month(day: date, first: date) -> None:
    assert RUSSIA.first_of_month(day) == first


def test_days_off_of_ones_own_win_over_the_calendar() -> None:
    decreed = tuple(date(2021, 5, day) for day in (4, 5, 6, 7))
    assert Workdays("RU", extra_days_off=decreed).first_of_month(decreed[0]) == date(2021, 5, 11)


def test_a_working_day_of_ones_own_wins_over_all() -> None:
    sunday = date(2021, 5, 2)
    ours = Workdays("RU", extra_days_off=(sunday,), extra_working_days=(sunday,))
    assert ours.is_working(sunday)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2021, 4, 30), 1, date(2021, 5, 4)),
        (date(2021, 4, 30), 3, date(2021, 5, 6)),
        (date(2021, 5, 1), 1, date(2021, 5, 4)),
        (date(2021, 5, 4), -1, date(2021, 4, 30)),
        (date(2021, 5, 2), 0, date(2021, 5, 2)),
    ],
)
def test_working_days_are_counted_off(start: date, count: int, end: date) -> None:
    assert RUSSIA.shift(start, count) == end


@pytest.mark.parametrize("days", range(12))
def test_what_is_counted_off_lies_between(days: int) -> None:
    start = date(2021, 4, 30)
    assert RUSSIA.between(start, RUSSIA.shift(start, days)) == days


def test_nothing_lies_between_a_day_and_an_earlier_one() -> None:
    assert RUSSIA.between(date(2021, 5, 4), date(2021, 4, 30)) == 0


def test_the_nearest_working_days_of_a_day_off() -> None:
    sunday = date(2021, 2, 28)
    nearest = (RUSSIA.last_until(sunday), RUSSIA.first_from(sunday))
    assert nearest == (date(2021, 2, 26), date(2021, 3, 1))
