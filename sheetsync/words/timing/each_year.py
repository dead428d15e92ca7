"""What comes once a year, in each year of a plan that has several."""

from dataclasses import replace

from sheetsync.model import PlanPeriod
from sheetsync.words.days import Span
from sheetsync.words.grammar.times import Bound, TimeExpression
from sheetsync.words.timing.placed_spans import PlacedSpan, resolve


def of_each_year(
    items: tuple[TimeExpression, ...], plan: PlanPeriod, *, onwards: bool
) -> tuple[PlacedSpan, ...] | None:
    """Of «ежегодно до 15 декабря» in a plan of several years, that day of each of them.

    The years that stand beside it, «ежегодно, май, в 2025-2027 гг.», say which of them are meant;
    of `onwards`, «март 2026, далее ежегодно», the first is named and the later ones follow it.
    None for a contradiction. Raises what `resolve` raises.
    """
    years = [item for item in items if item.names_years]
    own = [item for item in items if not item.names_years]
    if not own and not any(point.year for item in years for point in item.points):
        return ()  # "ежегодно, в течение года"
    if onwards and own and not years:
        items = _repeated(items, plan)
    if not own or any(point.year for item in own for point in item.points):
        return resolve(items, plan)
    yearly = [(item, year) for year in _meant(years, plan) for item in own]
    periods = resolve(tuple(_in_year(item, year) for item, year in yearly), plan)
    return periods and tuple(
        period
        for period, (item, _) in zip(periods, yearly, strict=True)
        if item.points[0].later or _touches(plan, period.span)
    )


def _repeated(items: tuple[TimeExpression, ...], plan: PlanPeriod) -> tuple[TimeExpression, ...]:
    """The times in the years that they name, then in each later one of the plan."""
    named = [point.year for item in items for point in item.points if point.year]
    later = range(1, plan.ends.year - max(named) + 1) if named else ()
    return (*items, *(_years_on(item, by) for by in later for item in items))


def _years_on(item: TimeExpression, by: int) -> TimeExpression:
    points = (replace(each, year=each.year and each.year + by) for each in item.points)
    return replace(item, points=tuple(points))


def _meant(years: list[TimeExpression], plan: PlanPeriod) -> list[int]:
    """The plan's years that all of these hold."""
    found = list(range(plan.starts.year, plan.ends.year + 1))
    for said in years:
        first, last = said.points[0].year or found[0], said.points[-1].year or found[-1]
        since = first if said.bound is not Bound.UNTIL else found[0]
        until = last if said.bound is not Bound.SINCE else found[-1]
        found = [year for year in found if since <= year <= until]
    return found


def _in_year(item: TimeExpression, year: int) -> TimeExpression:
    """The item with its beginning in that year, or in the one after; its end follows."""
    first, *end = item.points
    return replace(item, points=(replace(first, year=year + first.later, later=0), *end))


def _touches(plan: PlanPeriod, span: Span) -> bool:
    return plan.starts <= span.last and span.first <= plan.ends
