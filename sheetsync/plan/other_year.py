"""Where what a tab names as its plan's period contradicts the settings."""

from datetime import date

from sheetsync.model import Doubt, PlanPeriod
from sheetsync.model.language import each_and, gettext_lazy, joined
from sheetsync.plan.named_period import proposed_period, two_years_of
from sheetsync.plan.table import PlanTable
from sheetsync.words.plan_period import named_years, other_years, years_without_days


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
    years = two_years_of(table)
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
