"""Lists of points and ranges: "март, октябрь", "до 5 июня и 5 декабря", "I-III кварталы"."""

from dataclasses import replace
from functools import partial

from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.cursor import Cursor, is_other
from sheetsync.words.grammar.days_before import read_days_before
from sheetsync.words.grammar.leaning import in_year, inherited
from sheetsync.words.grammar.moments import read_hours_alone
from sheetsync.words.grammar.moved import begins_move, is_later, read_moved
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.points import honours_day, read_point
from sheetsync.words.grammar.stretches import (
    read_between,
    read_night,
    read_part_to_part,
    read_since,
    read_start_to_end,
)
from sheetsync.words.grammar.times import LIMITS, Bound, Periods, TimeExpression
from sheetsync.words.grammar.years import read_year_in_front
from sheetsync.words.lexicon.kinds import NUMERALS, Kind
from sheetsync.words.lexicon.named_days import NAMED_DAYS

_BEFORE = (Kind.IN, Kind.WHILE, Kind.PERIOD, Kind.TERM, Kind.FOR)
_GOVERNING = (Kind.EXCEPT, Kind.IN, Kind.WHILE, Kind.SINCE, Kind.UNTIL, Kind.THROUGH, Kind.OF)
_EVES = ("накануне", "в преддверии", "перед", "в канун", "before", "prior to", "ahead of")
_WEEK = ("неделя", "неделю", "неделе")
_HEADED = (Kind.UNTIL, Kind.SINCE, *NUMERALS)  # "до апреля/мая", "15 апреля/мая"
_THEN = ("затем", "потом", "then")
_COUNTED = (Kind.WORD, Kind.WHILE, Kind.UNIT, Kind.DAY_OF_MONTH, Kind.TIMES)
_BETWEEN = (Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.SLASH)


def read_periods(cursor: Cursor) -> Periods | None:
    """The list of times that begins here; None if the first thing here is none."""
    year = cursor.attempt(read_year_in_front)
    lonely = cursor.ahead().kind is Kind.MONTH and cursor.ahead(-1).kind not in _GOVERNING
    first = cursor.attempt(_item)
    if first is None or (lonely and first.points[0].of and first.points[0].scale is Scale.MONTH):
        return None  # of "… мая", "хх мая" the day is lost
    items = [first]
    while True:
        item = cursor.attempt(_next_item)
        if item is None:
            periods = inherited(items)
            if year is None:
                return periods
            return in_year(year, periods) if cursor.ended else None
        if _is_limited(items[-1], item):
            return None
        moved = begins_move(fold(item.points[-1].quote))
        if moved and not is_later(items[-1].points[-1], item.points[-1]):
            return None
        items[-1 if moved else len(items) :] = [item]  # "до 1 мая, продлён до 1 июня"


def _is_limited(first: TimeExpression, then: TimeExpression) -> bool:
    """As in "до 1 мая, но не позднее 1 июня": of two last days of one thing, one is wrong."""
    said, limit = (item.points[-1] for item in (first, then))
    until = first.bound is then.bound is Bound.UNTIL
    return until and limit.head.startswith(LIMITS) and not said.head.startswith(LIMITS)


def read_bound(cursor: Cursor) -> Bound:
    """Reads "до", "в" before a single time."""
    bound = Bound.UNTIL if cursor.take(Kind.UNTIL) else Bound.WITHIN
    cursor.skip(Kind.IN)
    return bound


def _next_item(cursor: Cursor) -> TimeExpression | None:
    fraction = cursor.sees(Kind.SLASH) and (
        _is_corrected(cursor) or cursor.ahead(-1).kind is Kind.NUMBER
    )
    if begins_move(cursor.ahead(cursor.sees(Kind.DASH)).word):
        cursor.take(Kind.DASH)  # "до 1 мая – продлено до 1 июня"
    elif fraction or _one_of_two(cursor) or (not cursor.take(*_BETWEEN) and not _two_alike(cursor)):
        return None  # "1/2 мая" is no list
    cursor.skip(*_BETWEEN)
    if cursor.ahead().word in _THEN:
        cursor.at += 1  # "май, затем октябрь"
    item = None if cursor.foresees(read_hours_alone) else _item(cursor)  # "16 мая, с 9 до 16"
    # In "март, 2 этап – ноябрь" the number belongs to the words that follow it.
    after = cursor.sees(*_COUNTED, Kind.HALF_OF_DAY)
    counts = cursor.sees(Kind.DASH) and cursor.ahead(2).kind is Kind.WORD  # "май, 3-4 занятия"
    stray = item and item.points[-1].scale is Scale.BARE and (after or counts)
    heads = cursor.sees(Kind.DASH) and cursor.ahead(1).kind is Kind.UNTIL
    return None if stray or heads else item  # "весна – до 1 мая, осень – до 1 ноября"


def _is_corrected(cursor: Cursor) -> bool:
    """The second of two days may take the place of the first: "15.02.2026 / 14.02.2026"."""
    before, after = cursor.ahead(-1), cursor.ahead(1)
    whole = before.kind is Kind.DAY_MONTH and bool(before.parts[0])
    return whole or (before.kind is after.kind is Kind.DAY_MONTH and after.parts < before.parts)


def _second_of_two(cursor: Cursor) -> Point | None:
    """As in "апрель/май": both, one of them or from the one to the other; the end is one."""
    if not _one_of_two(cursor) or cursor.ahead(-2).kind in _HEADED:
        return None
    cursor.take(Kind.SLASH)
    return read_point(cursor)


def _one_of_two(cursor: Cursor) -> bool:
    """The months on both sides of a slash are neighbours; of three, no two are a stretch."""
    before, after = cursor.ahead(-1), cursor.ahead(1)
    months = before.kind is after.kind is Kind.MONTH and cursor.sees(Kind.SLASH)
    return months and after.value == before.value + 1


def _two_alike(cursor: Cursor) -> bool:
    """As in "сентябрь декабрь", "23.01.26 04.02.26": in one place these can only be a list."""
    before, after = cursor.ahead(-1), cursor.ahead(cursor.sees(Kind.UNTIL))
    if before.kind is after.kind is Kind.DAY_MONTH:
        return bool(before.parts[0] and after.parts[0])
    months = before.kind is after.kind is Kind.MONTH
    return months and cursor.ahead(-2).kind not in (Kind.NUMBER, Kind.NTH, Kind.ORDINAL)


def _item(cursor: Cursor) -> TimeExpression | None:
    back = cursor.attempt(read_days_before)
    if back:
        return TimeExpression(Bound.UNTIL, (back,))
    if cursor.sees(Kind.FOR):
        return None  # "за 2025 год" is what a report is about
    cursor.skip(*_BEFORE)
    ranged = cursor.ahead(1).kind is Kind.NUMBER and cursor.ahead(2).kind is Kind.DASH
    if cursor.ahead().word in _WEEK and (ranged or cursor.ahead(1).kind is Kind.SINCE):
        cursor.at += cursor.ahead(-1).kind not in NUMERALS  # "неделя с 8 по 12 июня"
    repeats = cursor.ahead(1).kind in (Kind.MONTH, Kind.SEASON, Kind.QUARTER_SIGN)
    each = repeats and cursor.take(Kind.EVERY)  # "each September", "каждую весну"
    for reader in _BY_HEAD.get(cursor.ahead().kind, (_plain,)):
        item = cursor.attempt(reader)
        if item is not None:
            return replace(item, each_year=True) if each else item
    return None


def _until(cursor: Cursor) -> TimeExpression | None:
    since = cursor.at
    strictly = cursor.ahead().word in _EVES
    head = cursor.take(Kind.UNTIL, Kind.THROUGH, *((Kind.EVENT,) if strictly else ()))
    if head is None:
        return None
    cursor.skip(Kind.IN, Kind.COLON)
    point = read_point(cursor)
    if point is None:
        return None
    alone = cursor.ahead(-1).kind is Kind.UNIT and cursor.ahead(-2) is head
    if alone and point.scale is Scale.YEAR:
        return None  # "до года" may be an age
    if point.scale is Scale.YEAR and point.edge is Edge.NONE and _is_next(cursor, since):
        return None  # "до следующего года": to its beginning or its end?
    eve = point.named is not None and NAMED_DAYS[point.named].is_eve
    if strictly and point.edge is Edge.NONE and not eve:  # "before end of June" is its end
        return TimeExpression(Bound.UNTIL, (replace(point, edge=Edge.START),))
    if point.named is not None:  # "до Пасхи – 12.04"
        point = cursor.attempt(partial(_called, first=point)) or point
    point = replace(point, head=f"{head.word} ", quote=cursor.quote(since))
    return _stretch(Bound.UNTIL, point, cursor.attempt(_dash_end))


def _is_next(cursor: Cursor, since: int) -> bool:
    return any(is_other(each) and each.value > 0 for each in cursor.spoken[since : cursor.at])


def _plain(cursor: Cursor) -> TimeExpression | None:
    first = read_point(cursor)
    if first is None or first.edge is Edge.START:
        return None
    named = cursor.sees(Kind.DASH, Kind.NAMED_DAY) or honours_day(cursor)
    if first.scale is Scale.DAY and named:
        called = cursor.attempt(partial(_called, first=first))
        if called:
            return TimeExpression(Bound.WITHIN, (called,))
    if cursor.take(Kind.ONWARDS):
        return TimeExpression(Bound.SINCE, (first,))
    checked = cursor.attempt(partial(_with_weekday, day=first, joined=True))
    first = checked or first
    last = cursor.attempt(_dash_end) or cursor.attempt(_second_of_two)
    if checked and last:
        last = cursor.attempt(partial(_with_weekday, day=last)) or last
    if last and cursor.sees(Kind.OUTLOOK):  # "2022-2024 годы и на период до 2030 года"
        last = cursor.attempt(_dash_end) or last
    return _stretch(Bound.WITHIN, first, last)


def _with_weekday(cursor: Cursor, day: Point, *, joined: bool = False) -> Point | None:
    """The ends of "5 мая (вт) – 8 мая (пт)"; behind a lone day it is read by itself."""
    opened = cursor.take(Kind.OPEN)
    weekday = cursor.take(Kind.WEEKDAY) if opened else None
    closed = cursor.take(Kind.CLOSE)
    if weekday is None or closed is None or (joined and not cursor.sees(Kind.DASH)):
        return None
    return replace(day, weekday=weekday.value)


def _years(cursor: Cursor) -> bool:
    """As in "29.01 – 160 лет со дня рождения писателя"."""
    return cursor.ahead().word in ("лет", "года", "год") and cursor.sees(Kind.UNIT)


def _stretch(bound: Bound, first: Point, last: Point | None) -> TimeExpression:
    opening = last is not None and last.scale is Scale.DECADE
    if opening and (first.scale, first.edge) == (Scale.MONTH, Edge.END):
        # "конец мая – начало июня": ten days of each
        first = replace(first, scale=Scale.DECADE, number=3, edge=Edge.NONE)
    return TimeExpression(Bound.RANGE, (first, last)) if last else TimeExpression(bound, (first,))


_BY_HEAD = {
    Kind.WORD: (read_moved, read_start_to_end, read_night, _plain),
    Kind.STOP: (read_moved,),
    Kind.REMARK: (read_moved,),
    Kind.BETWEEN: (read_between,),
    Kind.START: (read_start_to_end, read_part_to_part, _plain),
    Kind.MIDDLE: (read_part_to_part, _plain),
    Kind.SINCE: (read_since,),
    Kind.NOT_BEFORE: (read_since,),
    Kind.FROM: (read_since,),
    Kind.WAIT: (read_since,),
    Kind.UNTIL: (_until,),
    Kind.THROUGH: (_until,),
    Kind.EVENT: (_until,),
}


def _called(cursor: Cursor, first: Point) -> Point | None:
    """As in "28 апреля – День охраны труда", in either order."""
    marked = cursor.take(Kind.DASH) or cursor.sees(Kind.NAMED_DAY) or honours_day(cursor)
    other = read_point(cursor) if marked else None
    if other is None or other.scale is not Scale.DAY:
        return None
    dated, named = (first, other) if first.named is None else (other, first)
    one_of_each = dated.named is None and named.named is not None
    return replace(dated, named=named.named) if one_of_each else None


def _dash_end(cursor: Cursor) -> Point | None:
    # "2021/22 гг." is a range, "май 2026/2027" is none.
    years = cursor.ahead(-1).kind is Kind.YEAR and cursor.ahead(-2).kind is not Kind.MONTH
    if not cursor.take(Kind.DASH, Kind.OUTLOOK, Kind.THROUGH, *((Kind.SLASH,) if years else ())):
        return None
    cursor.skip(Kind.IN)
    point = read_point(cursor)
    # In "до 14 марта – 1 этап" the number belongs to the words that follow it.
    named = point and point.scale is Scale.BARE and (cursor.sees(Kind.WORD) or _years(cursor))
    return None if named else point
