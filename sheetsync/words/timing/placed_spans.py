"""Items of one list as spans of whole days, and which lists no person can mean."""

from datetime import date
from itertools import pairwise

from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.words.days import Span
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.times import Bound, TimeExpression
from sheetsync.words.timing.placing import Placed, placed
from sheetsync.words.timing.spans import label_of

_DAYS = (Edge.START, Edge.END, Edge.LAST_WORKING_DAY)
_LONG = (Scale.SEASON, Scale.QUARTER, Scale.HALF_YEAR)
_ALMOST_A_YEAR = 310  # days
# In a year's own plan, from one into the next: no longer than a season of nine months.
_LONGEST_TURNED = 275
_NEAR_DAYS = 14
_SCHOOL_BEGINS = (8, 9)


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
        ends_only = self.bound is Bound.UNTIL or self.edge in _DAYS
        return None if ends_only else self.span.first


def resolve(items: tuple[TimeExpression, ...], plan: PlanPeriod) -> tuple[PlacedSpan, ...] | None:
    """Items of one list to whole days in the plan's period.

    None where the order of a calendar year would have to turn twice, which no person can mean.
    Raises what `placed` raises.
    """
    items = items[::-1] if _newest_first(items) else items
    points = placed(tuple(item.points for item in items), plan)
    if points is None or _mixes_years(items) or _mixes_stretches(items, points):
        return None
    dated = iter(points)
    periods = tuple(_period(item, [next(dated) for _ in item.points], plan) for item in items)
    if _miscalled(items, periods):
        return None
    pairs = zip(items, periods, strict=True)
    return None if any(_senseless(item, period) for item, period in pairs) else periods


def _newest_first(items: tuple[TimeExpression, ...]) -> bool:
    """As in "25.09, 24.09, 23.09": days of one month, which no year's end can part."""
    days = [item.points[0] for item in items if len(item.points) == 1]
    if len(days) < 2 or len(days) < len(items):
        return False
    bare = all(day.scale is Scale.DAY and day.month and day.year is None for day in days)
    alike = bare and len({day.month for day in days}) == 1
    return alike and all(one.number > two.number for one, two in pairwise(days))


def _miscalled(items: tuple[TimeExpression, ...], periods: tuple[PlacedSpan, ...]) -> bool:
    """As in "8 мая, День Победы": a day and the name of another one near it are one slip."""
    if len(items) != 2 or any(period.scale is not Scale.DAY for period in periods):
        return False
    named = [item.points[0].named is not None for item in items]
    within = all(item.bound is Bound.WITHIN for item in items)
    apart = abs((periods[0].span.last - periods[1].span.last).days)
    return within and any(named) and not all(named) and 0 < apart <= _NEAR_DAYS


def _mixes_years(items: tuple[TimeExpression, ...]) -> bool:
    """As in "май 2026, 2027": whether every May is meant, nobody knows."""
    points = [item.points[0] for item in items if item.bound is Bound.WITHIN]
    if not points or points[0].scale is not Scale.MONTH or points[0].year is None:
        return False
    return any(point.scale is Scale.YEAR for point in points)


def _mixes_stretches(items: tuple[TimeExpression, ...], points: tuple[Placed, ...]) -> bool:
    """As in "зимой, в июле", "декабрь, I полугодие", where only another year could hold both."""
    scales = {point.scale for item in items for point in item.points}
    mixed = len(items) > 1 and len(scales) > 1 and not scales.isdisjoint(_LONG)
    return mixed and any(point.turned for point in points)


def _senseless(item: TimeExpression, period: PlacedSpan) -> bool:
    """As in "с 20 по 5 мая": a year's end inside one month is a slip, not a range."""
    first, last = item.points[0], item.points[-1]
    if item.bound is Bound.RANGE and (first.edge is not Edge.NONE or last.edge is Edge.START):
        return True  # "с конца мая по начало июня": neither day is named
    if first.scale is Scale.YEAR and last.scale is not Scale.YEAR and last.year is None:
        return True  # "в прошлом году – 14 марта"
    years_end = first.scale is not last.scale is Scale.YEAR
    if years_end and (first.head or (first.scale is Scale.DAY and first.year is None)):
        return True  # "до 1 марта 2025 – 2027 гг.", "15.05-2026"
    if period.turned and _back_to_front(first, last, period.span):
        return True  # "ноябрь-сентябрь"
    same_month = first.month == last.month and first.scale is last.scale is Scale.DAY
    return period.span.first > period.span.last or (
        same_month and first.number > last.number and first.year is None
    )


def _back_to_front(first: Point, last: Point, span: Span) -> bool:
    """As in "15 мая - 10 апреля": a range of almost a year is a slip, unless a year's own."""
    length = (span.last - span.first).days
    if first.scale is last.scale is Scale.MONTH and last.year is None:
        return length > _LONGEST_TURNED and first.month not in _SCHOOL_BEGINS
    days = first.scale is last.scale is Scale.DAY and first.number > 1
    return days and length > _ALMOST_A_YEAR


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
