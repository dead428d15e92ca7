"""Days counted back from a day of the calendar: "за неделю до 1 сентября"."""

from dataclasses import replace

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.points import read_point
from sheetsync.words.lexicon.kinds import Kind, Unit

_NOT_LATER = ("не ", "no ", "not ")
_BEFORE = ("до", "before", "ahead of", "prior to")
_CALENDAR = ("календ", "calendar")  # working days need a calendar of holidays
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7}
_LONGEST = {Unit.DAY: 366, Unit.WEEK: 52, Unit.MONTH: 12}  # a year, in which it is counted


def read_days_before(cursor: Cursor) -> Point | None:
    """As in "не позднее чем за 14 дней до 20 сентября", "two weeks before 15 May"."""
    if Kind.UNIT not in cursor.kinds:
        return None
    since = cursor.at
    cursor.skip(Kind.AT_LEAST)
    limit = cursor.take(Kind.UNTIL)
    if limit and not limit.word.startswith(_NOT_LATER):
        return None
    said = cursor.take(Kind.FOR)
    cursor.skip(Kind.AT_LEAST)
    count = cursor.take(Kind.NUMBER, Kind.COUNT, *(() if said else (Kind.PER,)))
    if cursor.ahead().word.startswith(_CALENDAR):
        cursor.skip(Kind.WORKING, Kind.WHICH)
    unit = cursor.take_unit(Unit.DAY, Unit.WEEK, Unit.MONTH)
    before = cursor.take(*((Kind.UNTIL,) if said else (Kind.EVENT,)))
    if unit is None or before is None or before.word not in _BEFORE or not (said or count):
        return None
    day = read_point(cursor)
    if day is None or day.scale is not Scale.DAY or day.edge is not Edge.NONE:
        return None
    length = (count.value if count else 0) or 1
    if length > _LONGEST[Unit(unit)]:
        return None
    months = length if unit is Unit.MONTH else 0
    back = (months, length * _DAYS_IN.get(unit, 0))
    return replace(day, back=back, quote=cursor.quote(since))
