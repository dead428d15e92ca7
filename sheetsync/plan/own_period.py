"""The period that a plan's own words name, for whoever has no settings yet. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sheetsync.model import PlanPeriod
from sheetsync.plan.cells import worded_texts
from sheetsync.plan.other_year import fitted, over_new_year, proposed_period
from sheetsync.plan.table import PlanTable
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.other_times import unsigned
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import YEAR
from sheetsync.words.plan_period import goes_on_planned, named_plan_period, named_years, year_said

_TWO, _LONGEST_PROGRAMME = 2, 5  # years
_SHORT_DAY = pattern(r"(?<![\d.])\d{1,2}\.(?:0?[1-9]|1[0-2])\.(\d\d)(?!\d|\.\d|:)")


def period_of(table: PlanTable, *, today: date) -> PlanPeriod:
    """The period that title, tab or header name, or else today's year; of tabs, that of all.

    Beside the plan, people keep those of other years: of whole years one is meant.
    """
    tabs = (replace(table, tabs=()), *table.tabs)
    first = next(filter(None, map(proposed_period, tabs)), None)
    lessons = _lessons(first) if first else ""
    each = [period for tab in tabs if (period := _named_period(tab, lessons))]
    if not each:
        return PlanPeriod.of_year(today.year)
    years = {one.starts.year for one in each}
    year = today.year if today.year in years else max(years)
    meant = [one for one in each if not one.calendar or one.starts.year == year]
    return fitted(_together(meant), table)


def _lessons(period: PlanPeriod) -> str:
    """The two years of a school's that begins with the period, "2026/2027", or ""."""
    first, last = period.starts.year, period.ends.year
    return f"{first}/{last}" if period.starts.month in (8, 9) and last == first + 1 else ""


def _together(periods: Sequence[PlanPeriod]) -> PlanPeriod:
    """All of them; of a spring and an autumn, their year."""
    inside = sorted(periods, key=lambda period: period.starts)
    gaps = any((then.starts - one.ends).days > 1 for one, then in pairwise(inside))
    whole = PlanPeriod(inside[0].starts, max(period.ends for period in inside))
    one_year = whole.starts.year == whole.ends.year
    return PlanPeriod.of_year(whole.starts.year) if gaps and one_year else whole


def assumed_by(table: PlanTable) -> str:
    """What the period hangs on that no words name; "" where they do.

    "today", the plan's "deadlines", or the first of several years in the "title".
    """
    tabs = (replace(table, tabs=()), *table.tabs)
    if not any(map(_named_period, tabs)):
        return "today"
    if any(map(over_new_year, tabs)):
        return "deadlines"
    return "title" if all(map(_is_first_of_several, tabs)) else ""


def _is_first_of_several(table: PlanTable) -> bool:
    several = len(named_years(unsigned(f"{table.title} {table.tab}"))) > 1
    return several and proposed_period(table) is None and not _years_told(table)


def _named_period(table: PlanTable, lessons: str = "") -> PlanPeriod | None:
    """What is named as the plan's, or else the years of its deadlines, or one in its title.

    `lessons` are the two years of a school's that another tab names: a second term needs none.
    """
    named = proposed_period(table)
    if lessons and not named:
        named = _in_lessons(f"{table.title} {table.tab}", lessons)
    if named:
        return named
    years = _years_told(table)
    titled = YEAR.search(unsigned(f"{table.title} {table.tab}"))
    own = int(titled[0]) if titled else 0
    if own and years == {own + 1} and _named_after_new_year(table, own + 1):
        years = {own}
    if years and own and goes_on_planned(table.title):
        years = {own, *years}  # «на 2026 год и плановый период 2027 и 2028 годов»
    if years:
        return PlanPeriod(date(min(years), 1, 1), date(max(years), 12, 31))
    return PlanPeriod.of_year(own) if own else None


def _in_lessons(titles: str, lessons: str) -> PlanPeriod | None:
    """The part of a school year that a tab is called: «Январь» is that of its second year."""
    first, last = lessons.split("/")
    named = named_plan_period(f"{titles} {lessons}")
    early = named is not None and named.ends < date(int(first), 8, 1)
    return named_plan_period(f"{titles} {last}") if early else named


def _years_told(table: PlanTable) -> set[int]:
    """Those of columns or of deadlines.

    A programme's columns name all of its years; of deadlines, one may lie far behind the others.
    """
    dates = table.header.dates
    columns = _years((*dates.years.values(), *(period.name for period in dates.periods.values())))
    return columns if len(columns) > 1 else _years_of_deadlines(table, columns)


def _named_after_new_year(table: PlanTable, year: int) -> bool:
    """Whether the days with that year would come before all others: these are of the year before.

    Of the reports «за 2026 год», only the last names the year in which it is due.
    """
    read = ((line.deadline, read_deadline(line.deadline, year=year).due) for line in table.lines)
    days = [(bool(YEAR.search(said)), due) for said, due in read if due]
    named = [due for own, due in days if own]
    others = [due for own, due in days if not own]
    return bool(named and others) and max(named) < min(others)


def _years_of_deadlines(table: PlanTable, columns: set[int]) -> set[int]:
    """Two years side by side, or several of which each is that of more than one measure."""
    named = [_years([line.deadline]) | _short_years(line.deadline) for line in table.lines]
    often = Counter(year for years in named for year in years)
    years = {*columns, *often}
    several = max(years, default=0) - min(years, default=0) + 1
    again = several == len(years) <= _LONGEST_PROGRAMME and min(often.values(), default=0) > 1
    return years if again or several <= _TWO else set()


def _short_years(said: str) -> set[int]:
    """The years of two figures in days that are read so and not otherwise: «25.04.13»."""
    found = {2000 + int(day[1]) for day in _SHORT_DAY.finditer(said)}
    return {year for year in found if _lies_in(said, year)}


def _lies_in(said: str, year: int) -> bool:
    due = read_deadline(said, year=year).due
    return due is not None and due.year == year


def year_above(table: PlanTable) -> str:
    """The words above a table that name a year, such as the day of an order; "" where none do."""
    lines = worded_texts(table.grid.rows[: table.header.index])
    return next(filter(None, map(year_said, lines)), "")


def _years(words: Iterable[str]) -> set[int]:
    return {int(year) for said in words for year in YEAR.findall(said)}
