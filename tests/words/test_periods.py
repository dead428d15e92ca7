"""Words that are read in the period of a heading, a column or the whole plan."""

from datetime import date

import pytest

from sheetsync.model import PlanPeriod
from sheetsync.words.headings import heading_period
from sheetsync.words.periods import days_called, in_period, named_period, period_of_plan

HALF_YEAR = PlanPeriod(date(2026, 7, 1), date(2026, 12, 31))
QUARTER = PlanPeriod(date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("15", "15 сентября"),
        ("месяц", "сентябрь"),
        ("весь месяц", "сентябрь"),
        ("all month", "сентябрь"),
        ("в течение месяца", "в течение сентября"),
        ("до конца месяца", "до конца сентября"),
        ("в теч. мес.", "в теч. сентября"),
        ("в теч. месяца", "в теч. сентября"),
        ("до конца мес.", "до конца сентября"),
        ("в теч.", "сентябрь"),
        ("в течение", "сентябрь"),
        ("в теч. кв.", "в теч. кв."),
        ("в теч. года", "в теч. года"),
        ("в течение квартала", "в течение квартала"),
        ("15 мая", "15 мая"),
    ],
)
def test_a_month_s_name_completes_what_is_said_below_it(text: str, read: str) -> None:
    month = named_period("СЕНТЯБРЬ")
    assert month
    assert in_period(text, month) == read


@pytest.mark.parametrize(
    ("heading", "text", "read"),
    [
        ("Q2 2026", "during the quarter", "during Q2 2026"),
        ("Q2 2026", "by the end of the quarter", "by the end of Q2 2026"),
        ("May 2026", "by the end of the month", "by the end of May 2026"),
    ],
)
def test_an_english_heading_completes_what_is_said_below_it(
    heading: str, text: str, read: str
) -> None:
    period = heading_period(heading)
    assert period
    assert in_period(text, period) == read


@pytest.mark.parametrize(
    ("text", "plan", "read"),
    [
        ("в течение квартала", QUARTER, "в течение III квартала 2026"),
        ("до конца месяца", QUARTER, "до конца месяца"),
        ("до конца месяца", HALF_YEAR, "до конца месяца"),
        ("месяц", HALF_YEAR, "месяц"),
        ("квартал", HALF_YEAR, "квартал"),
        ("в течение полугодия", HALF_YEAR, "в течение II полугодия 2026"),
    ],
)
def test_a_month_is_no_quarter_and_no_half_year(text: str, plan: PlanPeriod, read: str) -> None:
    whole = period_of_plan(plan)
    assert whole
    assert in_period(text, whole) == read


@pytest.mark.parametrize("text", ["до 10", "12", "5, 6", "третья декада", "1 неделя"])
def test_a_day_is_of_none_of_several_months(text: str) -> None:
    """Joined with their names, it would be swallowed by them."""
    period = days_called("март – апрель")
    assert period
    assert in_period(text, period) == text


@pytest.mark.parametrize(
    ("words", "months"), [("ноябрь 2026 – январь 2027", 3), ("январь – июнь", 6), ("9-15 марта", 0)]
)
def test_the_whole_months_of_a_period_are_counted_over_new_year_too(
    words: str, months: int
) -> None:
    period = days_called(words)
    assert period
    assert period.months == months


@pytest.mark.parametrize(
    ("heading", "name"),
    [("I квартал (январь, февраль, март)", "январь – март"), ("I квартал (январь, март)", None)],
)
def test_the_months_that_a_heading_lists_are_one_time(heading: str, name: str | None) -> None:
    period = heading_period(heading)
    assert (period.name if period else None) == name
