"""What period the tab names as its plan's, and where that contradicts the settings."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sheetsync.model import Doubt, PlanPeriod
from sheetsync.model.language import each_and, gettext_lazy, joined
from sheetsync.plan.school_year import whole_school_year, with_summer
from sheetsync.plan.table import PlanTable
from sheetsync.words.days import months
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.periods import YEAR
from sheetsync.words.plan_period import (
    named_plan_period,
    named_years,
    other_years,
    year_before,
    years_without_days,
)
from sheetsync.words.school_words import has_school_year

_APRIL, _SEPTEMBER = 4, 9


def proposed_period(table: PlanTable) -> PlanPeriod | None:
    """The period that title, tab or header name, the first of them to name one.

    Columns of quarters name a part of it each. Two years alone, as of a season, name none: then
    it goes from the first month to the last where the months go over one New Year.
    """
    return _named(table) or over_new_year(table)


def _named(table: PlanTable) -> PlanPeriod | None:
    spread = bool(table.header.dates.spread)
    fields = ("measure",) if spread else ("deadline", "measure")
    headers = (table.header.texts.get(field, "") for field in fields)
    found = map(named_plan_period, (table.title, table.tab, *headers))
    return next(filter(None, found), None)


def over_new_year(table: PlanTable) -> PlanPeriod | None:
    """The months over one New Year in which a plan that names but two years has its deadlines."""
    if _named(table):
        return None
    years = _two_years_of(table)
    if not years:
        return _before_season(table)
    first = int(years[:4])
    if table.header.dates.of_terms:
        return PlanPeriod(date(first, 9, 1), date(first + 1, 7, 31))  # "Summer term" ends in July
    begins, ends = _months_over_new_year(table, first)
    if not begins:
        return _season(table, first)
    return _from_month(first, begins, ends) if ends < begins else None


def _months_over_new_year(table: PlanTable, first: int) -> tuple[int, int]:
    """The first and the last month where the months go over one New Year, else noughts."""
    # Columns of times stand in their order, whatever that of the measures is.
    columns = [(one.starts, one.ends) for one in table.header.dates.periods.values()]
    days = columns or [(day, day) for day in _days_of(table, first)]
    falls = sum(then.month < one.month for (_, one), (_, then) in pairwise(days))
    return (days[0][0].month, days[-1][1].month) if falls == 1 else (0, 0)


def _from_month(first: int, begins: int, ends: int) -> PlanPeriod:
    """From one month of a year to another of the next."""
    return PlanPeriod(months(first, begins).first, months(first + 1, ends).last)


def _before_season(table: PlanTable) -> PlanPeriod | None:
    """The months over one New Year of a plan that prepares for a school year or a winter.

    None where days that name their year lie elsewhere.
    """
    titles = f"{table.title} {table.tab}"
    first = next(filter(None, map(year_before, (table.title, table.tab))), 0)
    begins, ends = _months_over_new_year(table, first) if first else (0, 0)
    # «Апрель … август, январь» before a school year has a report behind it; the months before a
    # winter may have begun with the last one.
    sure = begins >= _SEPTEMBER if has_school_year(titles) else ends <= _APRIL
    if ends >= begins or not sure:
        return None
    whole = _from_month(first, begins, ends)
    return whole if all(day and whole.holds(day, day) for day in _dated(table, first)) else None


def _season(table: PlanTable, first: int) -> PlanPeriod | None:
    """A year from September on, where days that name their year lie in its two: «Сезон 2025/26»."""
    season = PlanPeriod(date(first, 9, 1), date(first + 1, 8, 31))
    days = [*_dated(table, first)]
    inside = all(day and season.holds(day, day) for day in days)
    return season if inside and len({day.year for day in days if day}) == 2 else None


def _dated(table: PlanTable, first: int) -> Iterator[date | None]:
    """The days that name their year; None for one that is not read."""
    said = (line.deadline for line in table.lines if YEAR.search(line.deadline))
    return (read_deadline(text, year=first).due for text in said)


def _days_of(table: PlanTable, year: int) -> Iterator[date]:
    """Those of its measures that have one each, in their order."""
    texts = (line.deadline for line in table.lines if not line.undecided)
    read = (read_deadline(text, year=year) for text in texts)
    return (one.occurrences[0].due for one in read if len(one.occurrences) == 1)


def _two_years_of(table: PlanTable) -> str:
    return next(filter(None, map(years_without_days, (table.title, table.tab))), "")


def fitted(period: PlanPeriod, table: PlanTable) -> PlanPeriod:
    """The period as far as the table's deadlines go where it is of a school, else as it is."""
    if _is_spring_term(period, table):
        return with_summer(period, table.lines)
    if not period.schooling:
        return period
    return whole_school_year(period, table.lines, table.header.dates.periods.values())


def _is_spring_term(period: PlanPeriod, table: PlanTable) -> bool:
    """From the new year to the end of lessons, as a school calls it: «II полугодие уч. года»."""
    spring = period.starts.month <= 2 and period.ends.month in (5, 6)
    of_one_year = period.starts.year == period.ends.year
    return spring and of_one_year and has_school_year(f"{table.title}\n{table.tab}")


def other_year(table: PlanTable, period: PlanPeriod) -> Doubt | None:
    """The doubt about a plan that is called another year's; it names the tab that fits."""
    years = other_years(f"{table.tab}\n{table.title}", period)
    if not years:
        return None
    fits = _fitting(table, period.starts.year)
    hint = each_and(map(str, sorted(years)))
    advice = (
        gettext_lazy(
            'It is probably the tab “{tab}”: write the line tab = "{tab}" into the section [plan].',
            tab=fits,
        )
        if fits
        else ""
    )
    # The tab and the title are often the same words, or those in another language.
    named = (words for words in (table.title, table.tab) if other_years(words, period))
    return Doubt(
        code="plan-other-year",
        quote=next(named, table.title or table.tab),
        hint=hint,
        advice=advice,
    )


def other_period(table: PlanTable, period: PlanPeriod) -> Doubt | None:
    """The doubt about a plan that is called a part of the settings' period, or more than it.

    A school year's last day is not in its name; of several tabs each may be a part of the plan.
    """
    named = proposed_period(table)
    if named is None:
        return _two_years(table, period)
    if named.calendar or named == period:
        return None
    if table.part and period.holds(named.starts, named.ends):
        return None
    if named.schooling and period.schooling and named.starts.year == period.starts.year:
        return None
    if _is_spring_term(named, table) and period == fitted(named, table):
        return None
    return Doubt(
        code="plan-other-period",
        quote=(table.title or table.tab).strip(),
        hint=joined(" – ", (named.starts, named.ends)),
        advice=gettext_lazy(
            "Write into the section [plan] of sheetsync.toml: {settings}.",
            settings=settings_words(named),
        ),
    )


def _two_years(table: PlanTable, period: PlanPeriod) -> Doubt | None:
    """The doubt about «2026-27» beside the settings of one year: only people know its first day."""
    years = _two_years_of(table)
    if not years or not period.calendar:
        return None
    year = int(years[:4])
    named = (words for words in (table.title, table.tab) if years_without_days(words))
    return Doubt(
        code="plan-other-period",
        quote=next(named, table.title or table.tab),
        hint=years,
        advice=gettext_lazy(
            "Write the plan's first and last day into the section [plan] of sheetsync.toml, "
            "such as: {settings}.",
            settings=settings_words(PlanPeriod(date(year, 4, 1), date(year + 1, 3, 31))),
        ),
    )


def settings_words(period: PlanPeriod) -> str:
    """How the settings name a period: "year = 2026", or its first and last day."""
    if period.calendar:
        return f"year = {period.starts.year}"
    return f"starts = {period.starts}, ends = {period.ends}"


def _fitting(table: PlanTable, year: int) -> str:
    """The other tab whose title names the year; "" where there is none, or several."""
    # Drafts and reports bear the year as well: of several tabs any would be a guess.
    found = [title for title in table.grid.others if year in named_years(title)]
    return found[0] if len(found) == 1 else ""
