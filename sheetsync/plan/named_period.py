"""The period of a plan that nobody has set: what its title, tabs, headers and deadlines name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sheetsync.model import PlanPeriod
from sheetsync.plan.school_year import whole_school_year
from sheetsync.plan.table import PlanTable
from sheetsync.words.days import months
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.periods import YEAR
from sheetsync.words.plan_period import (
    goes_on_planned,
    named_plan_period,
    unsigned,
    years_without_days,
)

_TWO, _LONGEST_PROGRAMME = 2, 5  # years


def period_of(table: PlanTable, *, today: date) -> PlanPeriod:
    """The period that title, tab or header name, or else today's year; of tabs, that of all."""
    return named_period(table, today=today) or PlanPeriod.of_year(today.year)


def named_period(table: PlanTable, *, today: date) -> PlanPeriod | None:
    """The period that title, tab or header name, of tabs that of all; None where nothing does.

    Beside the plan, people keep those of other years: of whole years one is meant.
    """
    tabs = (replace(table, tabs=()), *table.tabs)
    first = next(filter(None, map(proposed_period, tabs)), None)
    lessons = (
        f"{first.starts.year}/{first.starts.year + 1}" if first and _begins_lessons(first) else ""
    )
    each = [period for tab in tabs if (period := _named_on_tab(tab, lessons))]
    if not each:
        return None
    years = {one.starts.year for one in each}
    year = today.year if today.year in years else max(years)
    meant = [one for one in each if not one.calendar or one.starts.year == year]
    return fitted(_together(meant), table)


def _together(periods: Sequence[PlanPeriod]) -> PlanPeriod:
    """All of them; of a spring and an autumn, their year."""
    inside = sorted(periods, key=lambda period: period.starts)
    gaps = any((then.starts - one.ends).days > 1 for one, then in pairwise(inside))
    whole = PlanPeriod(inside[0].starts, max(period.ends for period in inside))
    one_year = whole.starts.year == whole.ends.year
    return PlanPeriod.of_year(whole.starts.year) if gaps and one_year else whole


def _begins_lessons(period: PlanPeriod) -> bool:
    """A school year, or the autumn term of one."""
    return period.starts.month in (8, 9) and period.ends.year == period.starts.year + 1


def _named_on_tab(table: PlanTable, lessons: str) -> PlanPeriod | None:
    """What is named as the plan's, or else the years of its deadlines, or one in its title.

    `lessons` are the two years of a school's that another tab names: a second term needs none.
    """
    named = proposed_period(table)
    if lessons and not named:
        named = named_plan_period(f"{table.title} {table.tab} {lessons}")
    if named:
        return named
    dates = table.header.dates
    columns = _years((*dates.years.values(), *(period.name for period in dates.periods.values())))
    # A programme's columns name all of its years; of deadlines, one may lie far behind the others.
    years = columns if len(columns) > 1 else _years_of_deadlines(table, columns)
    titled = YEAR.search(unsigned(f"{table.title} {table.tab}"))
    own = int(titled[0]) if titled else 0
    if own and years == {own + 1} and _named_after_new_year(table, own + 1):
        years = {own}
    if years and own and goes_on_planned(table.title):
        years = {own, *years}  # «на 2026 год и плановый период 2027 и 2028 годов»
    if years:
        return PlanPeriod(date(min(years), 1, 1), date(max(years), 12, 31))
    return PlanPeriod.of_year(own) if own else None


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
    named = [_years([line.deadline]) for line in table.lines]
    often = Counter(year for years in named for year in years)
    years = {*columns, *often}
    several = max(years, default=0) - min(years, default=0) + 1
    again = several == len(years) <= _LONGEST_PROGRAMME and min(often.values(), default=0) > 1
    return years if again or several <= _TWO else set()


def _years(words: Iterable[str]) -> set[int]:
    return {int(year) for said in words for year in YEAR.findall(said)}


def proposed_period(table: PlanTable) -> PlanPeriod | None:
    """The period that title, tab or header name, the first of them to name one.

    Columns of quarters name a part of it each. Two years alone, as of a season, name none: then
    it goes from the first month to the last where the months go over one New Year.
    """
    spread = bool(table.header.dates.spread)
    fields = ("measure",) if spread else ("deadline", "measure")
    headers = (table.header.texts.get(field, "") for field in fields)
    found = map(named_plan_period, (table.title, table.tab, *headers))
    return next(filter(None, found), None) or _over_new_year(table)


def _over_new_year(table: PlanTable) -> PlanPeriod | None:
    years = two_years_of(table)
    if not years:
        return None
    first = int(years[:4])
    if table.header.dates.of_terms:
        return PlanPeriod(date(first, 9, 1), date(first + 1, 7, 31))  # "Summer term" ends in July
    # Columns of times stand in their order, whatever that of the measures is.
    columns = [(one.starts, one.ends) for one in table.header.dates.periods.values()]
    days = columns or [(day, day) for day in _days_of(table, first)]
    falls = sum(then.month < one.month for (_, one), (_, then) in pairwise(days))
    if falls != 1:
        return _season(table, first)
    begins, ends = days[0][0].month, days[-1][1].month
    if ends >= begins:
        return None
    return PlanPeriod(months(first, begins).first, months(first + 1, ends).last)


def _season(table: PlanTable, first: int) -> PlanPeriod | None:
    """A year from September on, where days that name their year lie in its two: «Сезон 2025/26»."""
    season = PlanPeriod(date(first, 9, 1), date(first + 1, 8, 31))
    said = [line.deadline for line in table.lines if YEAR.search(line.deadline)]
    days = [day for text in said if (day := read_deadline(text, year=first).due)]
    inside = len(days) == len(said) and all(season.holds(day, day) for day in days)
    return season if inside and len({day.year for day in days}) == 2 else None


def _days_of(table: PlanTable, year: int) -> Iterator[date]:
    """Those of its measures that have one each, in their order."""
    texts = (line.deadline for line in table.lines if not line.undecided)
    read = (read_deadline(text, year=year) for text in texts)
    return (one.occurrences[0].due for one in read if len(one.occurrences) == 1)


def two_years_of(table: PlanTable) -> str:
    """The two years that title or tab name without their days, "2026/2027", or ""."""
    return next(filter(None, map(years_without_days, (table.title, table.tab))), "")


def fitted(period: PlanPeriod, table: PlanTable) -> PlanPeriod:
    """The period as far as the table's deadlines go where it is a school year, else as it is."""
    if not period.schooling:
        return period
    return whole_school_year(period, table.lines, table.header.dates.periods.values())
