"""Points without a year, placed in the plan's period: in a school year "апрель" is next spring."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import Message, gettext_lazy
from sheetsync.words import days
from sheetsync.words.days import NoSuchDay, Span
from sheetsync.words.grammar.point import PARTS_OF_YEAR, Edge, Point, Scale
from sheetsync.words.timing.spans import at_edge, span_of
from sheetsync.words.timing.winters import with_winters

_MOST_OF_A_YEAR = 250  # days
# A year so far from the plan's is a slip, "20.05.1926", "до 10.10.2062".
_YEARS_BACK, _YEARS_AHEAD = 20, 25
_DAYS_BACK = 9  # years: "12.05.2016" is a slip, "с 2016 года" may be none


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
    that order would have to turn twice, or where a year is far from the plan's. In any other period
    each item lies where the period holds it.

    Raises NoSuchDay for a day that the calendar does not have, or that the period does not hold
    or holds more than once, OutOfCalendar for the ends of the calendar.
    """
    points = list(chain.from_iterable(items))
    said = _said_years(points)
    if not all(_is_near(point, plan) for point in points):
        return None
    items = with_winters(items, plan)
    if plan.calendar and said == [None] and _ends_lessons(points[0]):
        said = [plan.starts.year - 1]  # "до конца учебного года": of the one that ends in the plan
    if not plan.calendar:
        return tuple(_within(items, iter(said), plan))
    years = _in_order(points, said, plan.starts.year)
    if years is None or _far_apart(items, points, years, said):
        return None
    return tuple(
        Placed(point, year, span_of(point, year), named is None and year > plan.starts.year)
        for point, year, named in zip(points, years, said, strict=True)
    )


def _is_near(point: Point, plan: PlanPeriod) -> bool:
    if point.year is None:
        return True
    back = _DAYS_BACK if point.scale is Scale.DAY else _YEARS_BACK
    return plan.starts.year - back <= point.year <= plan.ends.year + _YEARS_AHEAD


def _ends_lessons(point: Point) -> bool:
    return point.scale is Scale.SCHOOL_YEAR and point.edge in (Edge.END, Edge.AFTER)


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
    """A list that goes on most of a year later is in disorder: "20 июня, 15 мая [2026]"."""
    at = 0
    for before, _ in pairwise(items):
        at += len(before)
        first, then = (span_of(points[each], years[each]) for each in (at - 1, at))
        reckoned = said[at] is None or points[at - 1].year is None
        turned = reckoned and years[at] > years[at - 1]
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
        # With the year that the range has come to, or "сентябрь" seems to be denied of the plan.
        said = point.quote if point.year else f"{point.quote} {year}"
        raise _not_held(replace(point, quote=said), plan)
    return Placed(point, year, span)


def _held(point: Point, plan: PlanPeriod) -> Placed:
    if point.later:
        raise _many(point, plan)
    own = point.fixed or _of_plan(point, plan)
    if own:
        return Placed(point, own.first.year, at_edge(own, point.edge))
    # Whole, as an edge may lie outside: «к началу» of the first month is the eve of the plan.
    candidates = list(_candidates(replace(point, edge=Edge.NONE), plan))
    inside = [year for year, span in candidates if plan.holds(span.first, span.last)]
    touching = [y for y, s in candidates if s.first <= plan.ends and plan.starts <= s.last]
    years = inside or touching
    if not years:
        raise _not_held(point, plan)
    if len(years) > 1:
        raise _many(point, plan)
    counted = _counted_from_plan(point, plan)
    if counted:
        raise _either(point, dict(candidates)[years[0]], counted, plan)
    return Placed(point, years[0], span_of(point, years[0]))


def _counted_from_plan(point: Point, plan: PlanPeriod) -> Span | None:
    """The quarter or half as it counts from the beginning of a plan that ends in the next year."""
    unit = PARTS_OF_YEAR.get(point.scale)
    if unit is None or plan.starts.year == plan.ends.year:
        return None  # within a calendar year, quarters are those of the calendar
    span = days.part(plan.starts.year, unit, point.number, begins=plan.starts.month)
    return span if plan.holds(span.first, span.last) else None


def _of_plan(point: Point, plan: PlanPeriod) -> Span | None:
    """The days of what is the plan's own: its year, the halves of a school year."""
    if point.scale is Scale.YEAR and plan.one_year:
        return Span(plan.starts, plan.ends)
    if not plan.schooling:
        return None
    lessons = days.school_year(plan.starts.year)
    if point.scale is Scale.SCHOOL_YEAR:
        return lessons
    if point.scale is Scale.HALF_YEAR and point.number in (1, 2):
        return days.school_half(plan.starts.year, point.number)
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


def _not_held(point: Point, plan: PlanPeriod) -> NoSuchDay:
    return NoSuchDay(
        point.quote,
        gettext_lazy(
            "not in the plan's period ({first} – {last})", first=plan.starts, last=plan.ends
        ),
        gettext_lazy("Correct the deadline or add its year."),
        "deadline-outside-period",
    )


def _many(point: Point, plan: PlanPeriod) -> NoSuchDay:
    first, last = plan.starts.year, plan.ends.year
    return NoSuchDay(
        point.quote,
        gettext_lazy(
            "comes more than once in the plan's period ({first}–{last})", first=first, last=last
        ),
        gettext_lazy("Enter the deadline with its year."),
        "deadline-which-year",
    )


def _either(point: Point, calendar: Span, own: Span, plan: PlanPeriod) -> NoSuchDay:
    return NoSuchDay(
        point.quote,
        gettext_lazy(
            "by the calendar it ends on {calendar}, from the plan's beginning on {own}",
            calendar=calendar.last,
            own=own.last,
        ),
        whose_quarters(plan),
        "deadline-which-year",
    )


def whose_quarters(plan: PlanPeriod) -> Message:
    """What to do about a quarter that may be the calendar's or the plan's."""
    return gettext_lazy(
        "Write its months, or settle it for all in sheetsync.toml, [plan]: "
        "fiscal_year_begins = 1 by the calendar, {month} from the plan's beginning.",
        month=plan.starts.month,
    )
