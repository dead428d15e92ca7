"""Stretches with two ends, or one: "с 1 мая по 15 июня", "начало – 15 мая, окончание – 20 июня"."""

from dataclasses import replace

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.moments import read_hour_of_day
from sheetsync.words.grammar.parts_of_month import TENTH
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.points import read_point
from sheetsync.words.grammar.times import Bound, TimeExpression
from sheetsync.words.lexicon.kinds import Kind

_AFTER = ("после", "after")
_BEGINS = ("начать", "приступить")
_FINISHES = ("finish", "finishes", "ends", "complete", "закончить", "завершить", "окончить")


def read_between(cursor: Cursor) -> TimeExpression | None:
    """As in "между 1 и 15 мая"."""
    cursor.take(Kind.BETWEEN)
    first = read_point(cursor)
    joined = cursor.take(Kind.AND)
    last = read_point(cursor)
    return TimeExpression(Bound.RANGE, (first, last)) if first and joined and last else None


def read_start_to_end(cursor: Cursor) -> TimeExpression | None:
    """As in "начало – 15 мая, окончание – 20 июня", "start 2 Feb, finish 27 Feb"."""
    first = _at_edge(cursor, Kind.START, *_BEGINS)
    last = _at_edge(cursor, Kind.END, *_FINISHES)
    return TimeExpression(Bound.RANGE, (first, last)) if first and last else None


def read_part_to_part(cursor: Cursor) -> TimeExpression | None:
    """As in "начало – середина мая", "середина – конец октября"."""
    part = cursor.take(Kind.START, Kind.MIDDLE)
    both = part and cursor.take(Kind.DASH) and cursor.sees(Kind.MIDDLE, Kind.END)
    last = read_point(cursor) if both else None
    if part is None or last is None or not last.month or last.scale is Scale.DAY:
        return None
    first = Point(scale=Scale.DECADE, number=TENTH[part.kind], month=last.month, year=last.year)
    return TimeExpression(Bound.RANGE, (first, last)) if first != last else None


def read_night(cursor: Cursor) -> TimeExpression | None:
    """As in "ночь с 14 на 15 февраля"."""
    night = cursor.ahead().word == "ночь"
    cursor.at += 1
    first = read_point(cursor) if night and cursor.take(Kind.SINCE) else None
    last = read_point(cursor) if first and cursor.take(Kind.IN) else None
    whole = first and last and last.scale is Scale.DAY
    return TimeExpression(Bound.RANGE, (first, last)) if first and last and whole else None


def _at_edge(cursor: Cursor, edge: Kind, *verbs: str) -> Point | None:
    cursor.skip(Kind.COMMA, Kind.SEMICOLON)
    if cursor.ahead().word in verbs:
        cursor.at += 1
    elif not cursor.take(edge):
        return None
    named = bool(cursor.take(Kind.DASH, Kind.COLON)) or cursor.sees(Kind.NUMBER, Kind.DAY_MONTH)
    named = named or bool(cursor.take(Kind.IN))
    return read_point(cursor) if named else None


def read_since(cursor: Cursor) -> TimeExpression | None:
    """As in "с 1 мая", "с 1 по 15 мая", "после 15 мая"."""
    after = cursor.ahead().kind is Kind.WAIT and cursor.ahead().word in _AFTER
    head = cursor.take(Kind.SINCE, Kind.NOT_BEFORE, Kind.FROM, *((Kind.WAIT,) if after else ()))
    first = read_point(cursor) if head else None
    if head is None or first is None:
        return None
    framed = head.kind is Kind.NOT_BEFORE  # its "не позднее" must not lie in the next year
    last = None if framed else cursor.attempt(_range_end)
    if last:
        return TimeExpression(Bound.RANGE, (first, last))
    if after and first.has_no_end:
        return None
    if after:
        return TimeExpression(Bound.SINCE, (replace(first, edge=Edge.AFTER),))
    cursor.skip(Kind.ONWARDS)
    return None if head.kind is Kind.FROM else TimeExpression(Bound.SINCE, (first,))


def _range_end(cursor: Cursor) -> Point | None:
    cursor.skip(Kind.AND, Kind.COMMA)
    if cursor.ahead().word in _FINISHES:  # "starts 2 Feb, ends 27 Feb"
        cursor.at += 1
    elif not cursor.take(Kind.THROUGH, Kind.UNTIL) and not cursor.take(Kind.DASH):
        return None
    cursor.skip(Kind.THROUGH, Kind.UNTIL)  # "с 4.09 – по 20.09"
    cursor.take(Kind.DASH)  # "по-20.09"
    cursor.attempt(read_hour_of_day)
    return read_point(cursor)
