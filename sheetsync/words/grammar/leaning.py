"""What the points of a list take from each other: "1, 2 квартал", "20 марта, июня"."""

from dataclasses import replace

from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.times import Periods, TimeExpression

_IN_MONTH = (Scale.DAY, Scale.WEEK, Scale.DECADE, Scale.HALF_MONTH)
_NUMBERED = (*_IN_MONTH, Scale.QUARTER, Scale.HALF_YEAR)


def inherited(items: list[TimeExpression]) -> Periods | None:
    """Bare numbers take the unit that follows them, "1, 2 квартал", or leads them, "June 1, 10"."""
    points = [point for item in items for point in item.points]
    if len(points) == 1 and points[0].scale is not Scale.BARE:
        return Periods(tuple(items))  # as of most deadlines
    for at in range(len(points) - 2, -1, -1):
        points[at] = _leaning(points[at], points[at + 1])
    for at in range(1, len(points)):
        if points[at - 1].month_first:
            points[at] = _leaning(points[at], points[at - 1])
    for at in range(1, len(points)):
        points[at] = _same_day(points[at - 1], points[at])
    counted_back = {bool(point.back) for point in points}
    if any(point.scale is Scale.BARE for point in points) or len(counted_back) > 1:
        return None  # "за неделю до 1 мая, 1 ноября": before both of them?
    rest = iter(points)
    return Periods(
        tuple(replace(item, points=tuple(next(rest) for _ in item.points)) for item in items)
    )


def _leaning(point: Point, on: Point) -> Point:
    if point.scale is not Scale.BARE:
        return point
    if on.named is None and on.scale in _NUMBERED:
        year = point.year or on.year
        return replace(
            on, number=point.number, year=year, edge=_kept(on.edge), weekday=point.weekday
        )
    return point


def _kept(edge: Edge) -> Edge:
    """As in "weeks of 1 and 8 June"; "до конца II и III кварталов" has its end only once."""
    return edge if edge is Edge.WEEK else Edge.NONE


def _same_day(before: Point, point: Point) -> Point:
    """As in "20 марта, июня и сентября": later months without a day of their own have the first."""
    if point.scale is not Scale.MONTH or not point.of or point.edge is not Edge.NONE:
        return point
    if before.edge is Edge.LAST_WORKING_DAY:
        return replace(point, edge=before.edge)
    counted = before.scale in _IN_MONTH and before.month and before.named is None
    if not counted:
        return point
    return replace(before, month=point.month, year=point.year, weekday=None)


def in_year(year: int, periods: Periods | None) -> Periods | None:
    """Times without a year of their own in the one that stands before them: "2026: март, июнь"."""
    points = periods.points if periods else ()
    if periods is None or any(point.year or point.scale >= Scale.YEAR for point in points):
        return None
    return Periods(
        tuple(
            replace(item, points=tuple(replace(point, year=year) for point in item.points))
            for item in periods.items
        )
    )
