"""The days on which what comes back rests: "кроме июля и августа"."""

from dataclasses import replace

from sheetsync.model import PlanPeriod
from sheetsync.model.period import shifted
from sheetsync.words.days import Span
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.repeats import Except
from sheetsync.words.grammar.times import TimeExpression
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.timing.placed_spans import resolve


def excepted(said: Except, plan: PlanPeriod) -> tuple[Span, ...] | None:
    """The days that are excepted in every year that the plan touches; None for a contradiction.

    Raises what `resolve` raises.
    """
    years = range(plan.starts.year, plan.ends.year + 1)
    found = [_in_year(said, year) for year in years]
    if None in found:
        return None
    return tuple(span for spans in found for span in spans or ())


def _in_year(said: Except, year: int) -> tuple[Span, ...] | None:
    """What begins in a year: "кроме декабря и января" runs on into the next year."""
    items = tuple(_with_whole_winter(item, year) for item in said.periods.items)
    periods = resolve(items, PlanPeriod.of_year(year))
    if periods is None:
        return None
    spans = [period.span for period in periods]
    return (*spans, *(_year_before(span) for span in spans if span.last.year > year))


def _with_whole_winter(item: TimeExpression, year: int) -> TimeExpression:
    """A winter that is due ends with its year; one that is excepted has all its three months."""
    return replace(item, points=tuple(_whole_winter(point, year) for point in item.points))


def _whole_winter(point: Point, year: int) -> Point:
    winter = point.scale is Scale.SEASON and point.number == 1
    return replace(point, until_year=point.until_year or year + 1) if winter else point


def _year_before(span: Span) -> Span:
    return Span(shifted(span.first, -MONTHS_IN_YEAR), shifted(span.last, -MONTHS_IN_YEAR))
