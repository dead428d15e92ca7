"""Parts of a month as points: "III неделя февраля", "май (вторая декада)"."""

from dataclasses import replace

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.years import read_year, with_year
from sheetsync.words.lexicon.kinds import LAST, NUMERALS, Kind, Unit

_PARTS_OF_MONTH = {Kind.HALF: (Scale.HALF_MONTH, 2), Kind.DECADE: (Scale.DECADE, 3)}
TENTH = {Kind.START: 1, Kind.MIDDLE: 2}
"""Which ten days of a month its beginning and its middle are."""

_WEEKS = ("недели", "недель", "weeks")


def read_part_of_month(cursor: Cursor) -> Point | None:
    """As in "III неделя февраля", "first half of May"; "2 недели в июле" is a length."""
    part = read_part(cursor)
    cursor.skip(Kind.OF, *(() if cursor.ahead(-1).word in _WEEKS else (Kind.IN,)))
    month = cursor.take(Kind.MONTH)
    return with_year(cursor, replace(part, month=month.value)) if part and month else None


def read_month_then_part(cursor: Cursor) -> Point | None:
    """As in "февраль, 3 неделя", "май (вторая декада)"; "май, 2 недели" is a length."""
    listed = cursor.ahead(-2).kind is Kind.MONTH  # of which it may be a part too
    month = cursor.take(Kind.MONTH)
    said = cursor.attempt(read_year) if cursor.sees(Kind.YEAR) else None
    opened = cursor.take(Kind.OPEN)
    cursor.skip(Kind.COMMA)
    part = None if listed else read_part(cursor)
    weeks = cursor.ahead(-1).word in _WEEKS
    closed = not opened or (part and part.scale is Scale.WEEK and cursor.take(Kind.CLOSE))
    if month is None or part is None or weeks or not closed:
        return None
    point = replace(part, month=month.value)
    return replace(point, year=said.year) if said else with_year(cursor, point)


def read_month_then_opening(cursor: Cursor) -> Point | None:
    """As in "июнь, начало", "май (конец)"; of a list it may be another's."""
    listed = cursor.ahead(-2).kind is Kind.MONTH
    month = None if listed else cursor.take(Kind.MONTH)
    opened = cursor.take(Kind.OPEN)
    mark = opened or cursor.take(Kind.COMMA)
    part = cursor.take(Kind.START, Kind.MIDDLE, Kind.END)
    closed = bool(cursor.take(Kind.CLOSE)) if opened else cursor.ended
    if month is None or mark is None or part is None or not closed:
        return None
    if part.kind is Kind.END:
        return Point(scale=Scale.MONTH, month=month.value, edge=Edge.END)
    return Point(scale=Scale.DECADE, number=TENTH[part.kind], month=month.value)


def read_part(cursor: Cursor) -> Point | None:
    """As in "III неделя", "2-я декада", "первая половина", "week 3": of a month not named yet."""
    week = cursor.take_unit(Unit.WEEK)
    number = cursor.take(*NUMERALS)
    cursor.skip(Kind.DASH)
    half = cursor.ahead().word == "пол" and cursor.ahead(1).kind is Kind.MONTH  # "1 пол. марта"
    share = None if week else cursor.take(Kind.HALF, Kind.DECADE, *((Kind.UNIT,) if half else ()))
    if number is None or not (week or share or cursor.take_unit(Unit.WEEK)):
        return None
    scale, most = (
        _PARTS_OF_MONTH[Kind.HALF if half else share.kind] if share else (Scale.WEEK, LAST)
    )
    return Point(scale=scale, number=number.value if number.value > 0 else most)
