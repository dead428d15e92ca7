"""Points without a year, placed in the plan's period: in a school year "апрель" is next spring."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise

from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen, frozen_positional
from sheetsync.words import days
from sheetsync.words.days import NoSuchDay, Span
from sheetsync.words.grammar.expressions import Bound, TimeExpression
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.timing.not_placed import held_often, not_held, of_two_readings
from sheetsync.words.timing.spans import at_edge, label_of, span_of

_MOST_OF_A_YEAR = 250  # days


@frozen_positional
class Placed:
    """A point in its year; `turned` where only the order of the list says that it is the next."""

    point: Point
    year: int
    span: Span
    turned: bool = False


def placed(items: tuple[tuple[Point, ...], ...], plan: PlanPeriod) -> tuple[Placed, ...] | None:
    """The points of each item in turn, each in whole days.

    A year said once counts for the points before it. In a calendar year later points without one
    follow the order of the calendar, so that "5 ноября, 1 марта" ends in the next year; None where
    that order would have to turn twice. In any other period each item lies where the period
    holds it.

    Raises NoSuchDay for a day that the calendar does not have, or that the period does not hold
    or holds more than once, OutOfCalendar for the ends of the calendar.
    """
    points = list(chain.from_iterable(items))
    said = _said_years(points)
    if plan.calendar and said == [None] and _follows_lessons(points[0]):
        said = [plan.starts.year - 1]  # "после окончания учебного года" begins in the plan's
    if not plan.calendar:
        return tuple(_within(items, iter(said), plan))
    years = _in_order(points, said, plan.starts.year)
    if years is None or _far_apart(items, points, years, said):
        return None
    return tuple(
        Placed(point, year, span_of(point, year), named is None and year > plan.starts.year)
        for point, year, named in zip(points, years, said, strict=True)
    )


def _follows_lessons(point: Point) -> bool:
    return point.scale is Scale.SCHOOL_YEAR and point.edge is Edge.AFTER


def _said_years(points: list[Point]) -> list[int | None]:
    years: list[int | None] = [point.year for point in points]
    for at in range(len(points) - 2, -1, -1):
        after = years[at + 1]
        if years[at] is None and after is not None:
            years[at] = after - _turns(points[at], after, points[at + 1], after)
    return years


def _in_order(points: list[Point], years: list[int | None], plan_year: int) -> list[int] | None:
    known = [years[0] if years[0] is not None else plan_year]
    turned = 0
    for at in range(1, len(points)):
        said = years[at]
        if said is None:
            turn = _turns(points[at - 1], known[-1], points[at], known[-1])
            turned, said = turned + turn, known[-1] + turn
        known.append(said)
    return known if turned < 2 else None


def _far_apart(
    items: tuple[tuple[Point, ...], ...],
    points: list[Point],
    years: list[int],
    said: list[int | None],
) -> bool:
    """A list that goes on most of a year later, "20 июня, 15 мая", is in disorder."""
    at = 0
    for before, _ in pairwise(items):
        at += len(before)
        first, then = (span_of(points[each], years[each]) for each in (at - 1, at))
        turned = said[at] is None and years[at] > years[at - 1]
        if turned and (then.first - first.last).days > _MOST_OF_A_YEAR:
            return True
    return False


def _turns(first: Point, first_year: int, second: Point, second_year: int) -> int:
    """1 where the second lies wholly before the first, so that a year's end is between them."""
    return int(span_of(second, second_year).last < span_of(first, first_year).first)


def _within(
    items: tuple[tuple[Point, ...], ...], said: Iterator[int | None], plan: PlanPeriod
) -> Iterator[Placed]:
    for points in items:
        before: Placed | None = None
        for point in points:
            named = next(said)
            if named is not None:
                before = Placed(point, named, span_of(point, named))
            else:
                before = _held(point, plan) if before is None else _later(point, before, plan)
            yield before


def _later(point: Point, first: Placed, plan: PlanPeriod) -> Placed:
    """The end of a range: the first such day that is not before its beginning."""
    turn = _turns(first.point, first.year, point, first.year)
    year = first.year + turn
    span = span_of(point, year)
    if not plan.holds(span.first, span.last) and plan.holds(first.span.first, first.span.last):
        raise not_held(point, plan)
    return Placed(point, year, span)


def _held(point: Point, plan: PlanPeriod) -> Placed:
    own = _of_plan(point, plan)
    if own:
        return Placed(point, own.first.year, at_edge(own, point.edge))
    # Whole, as an edge may lie outside: «к началу» of the first month is the eve of the plan.
    found = list(_candidates(replace(point, edge=Edge.NONE), plan))
    inside = [year for year, span in found if plan.holds(span.first, span.last)]
    touching = [y for y, s in found if s.first <= plan.ends and plan.starts <= s.last]
    years = inside or touching
    if not years:
        raise not_held(point, plan)
    if len(years) > 1:
        raise held_often(point, plan)
    own_quarter = _quarter_of_plan(point, plan)
    if own_quarter:
        raise of_two_readings(point, dict(found)[years[0]], own_quarter, plan)
    return Placed(point, years[0], span_of(point, years[0]))


def _quarter_of_plan(point: Point, plan: PlanPeriod) -> Span | None:
    """The quarter as it counts from the beginning of a plan that goes on into the next year."""
    if point.scale is not Scale.QUARTER or plan.starts.year == plan.ends.year:
        return None  # within a calendar year, quarters are those of the calendar
    span = days.quarter_of_year(plan.starts.year, plan.starts.month, point.number)
    return span if plan.holds(span.first, span.last) else None


def _of_plan(point: Point, plan: PlanPeriod) -> Span | None:
    """The days of what is the plan's own: its year, the halves of a school year."""
    if point.scale is Scale.YEAR and plan.within_a_year:
        return Span(plan.starts, plan.ends)
    if not plan.schooling:
        return None
    lessons = days.school_year(plan.starts.year)
    if point.scale is Scale.SCHOOL_YEAR:
        return lessons
    if point.scale is Scale.HALF_YEAR and point.number == 1:
        return Span(lessons.first, date(plan.starts.year, 12, 31))
    if point.scale is Scale.HALF_YEAR and point.number == 2:
        return Span(date(plan.ends.year, 1, 1), lessons.last)
    return None


def _candidates(point: Point, plan: PlanPeriod) -> Iterator[tuple[int, Span]]:
    """The point in each year that the plan touches; raises where no year has such a day."""
    missing: NoSuchDay | None = None
    found = False
    for year in range(plan.starts.year, plan.ends.year + 1):
        try:
            yield year, span_of(point, year)
            found = True
        except NoSuchDay as wrong:  # 29 February is a day of some years only
            missing = wrong
    if missing and not found:
        raise missing


@frozen
class PlacedSpan:
    """An item in whole days; `scale` is that of its only point, None for a range of two."""

    bound: Bound
    span: Span
    scale: Scale | None
    ends: Scale  # the scale of its last point
    edge: Edge = Edge.NONE
    label: str = ""
    turned: bool = False  # only the order of a list puts it into the next year

    @property
    def explicit(self) -> bool:
        """Its last day was named, not a month or a quarter."""
        return self.ends is Scale.DAY

    @property
    def starts(self) -> date | None:
        """The first day, if the words give one: "до 15 мая" does not."""
        ends_only = self.bound is Bound.UNTIL or self.edge in (Edge.START, Edge.END)
        return None if ends_only else self.span.first


_ALMOST_A_YEAR = 310  # days


def resolve(items: tuple[TimeExpression, ...], plan: PlanPeriod) -> tuple[PlacedSpan, ...] | None:
    """Items of one list to whole days in the plan's period.

    None where the order of a calendar year would have to turn twice, which no person can mean.
    Raises what `placed` raises.
    """
    points = placed(tuple(item.points for item in items), plan)
    if points is None or _mixes_years(items) or _mixes_seasons(items, points):
        return None
    dated = iter(points)
    periods = tuple(_period(item, [next(dated) for _ in item.points], plan) for item in items)
    pairs = zip(items, periods, strict=True)
    return None if any(_senseless(item, period) for item, period in pairs) else periods


def _mixes_years(items: tuple[TimeExpression, ...]) -> bool:
    """As in "май 2026, 2027": whether every May is meant, nobody knows."""
    points = [item.points[0] for item in items if item.bound is Bound.WITHIN]
    if not points or points[0].scale is not Scale.MONTH or points[0].year is None:
        return False
    return any(point.scale is Scale.YEAR for point in points)


def _mixes_seasons(items: tuple[TimeExpression, ...], points: tuple[Placed, ...]) -> bool:
    """As in "зимой, в июле", where only another year could hold both."""
    scales = {point.scale for item in items for point in item.points}
    mixed = len(items) > 1 and len(scales) > 1 and Scale.SEASON in scales
    return mixed and any(point.turned for point in points)


def _senseless(item: TimeExpression, period: PlacedSpan) -> bool:
    """As in "с 20 по 5 мая": a year's end inside one month is a slip, not a range."""
    first, last = item.points[0], item.points[-1]
    if item.bound is Bound.RANGE and (first.edge is not Edge.NONE or last.edge is Edge.START):
        return True  # "с конца мая по начало июня": neither day is named
    years_end = first.scale is not last.scale is Scale.YEAR
    if years_end and (first.head or (first.scale is Scale.DAY and first.year is None)):
        return True  # "до 1 марта 2025 – 2027 гг.", "15.05-2026"
    if period.turned and _back_to_front(first, last, period.span):
        return True
    same_month = first.month == last.month and first.scale is last.scale is Scale.DAY
    return period.span.first > period.span.last or (
        same_month and first.number > last.number and first.year is None
    )


def _back_to_front(first: Point, last: Point, span: Span) -> bool:
    """As in "15 мая - 10 апреля": a range of almost a year is a slip, unless a year's own."""
    days = first.scale is last.scale is Scale.DAY and first.number > 1
    return days and (span.last - span.first).days > _ALMOST_A_YEAR


def _period(item: TimeExpression, points: list[Placed], plan: PlanPeriod) -> PlacedSpan:
    only = len(points) == 1
    return PlacedSpan(
        bound=item.bound,
        span=Span(points[0].span.first, points[-1].span.last),
        scale=item.points[0].scale if only else None,
        ends=item.points[-1].scale,
        edge=item.points[0].edge if only else Edge.NONE,
        label=" – ".join(label_of(each.point, each.year, plan) for each in points),
        turned=plan.calendar and points[-1].turned,
    )
