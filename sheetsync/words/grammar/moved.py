"""A day that has been moved, beside the one that it was: the one that it was moved to holds."""

from dataclasses import replace

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import Point
from sheetsync.words.grammar.points import read_whole_day
from sheetsync.words.grammar.times import Bound, TimeExpression
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.lexicon.replaced import HELD, HELD_FIRST, NEW_DAY, is_moved

_BEHIND = (Kind.OPEN, Kind.COMMA, Kind.SEMICOLON, Kind.DASH, Kind.TERM)
_DAYS = (Kind.DAY_MONTH, Kind.MONTH, Kind.YEAR, Kind.YEAR_MARK, Kind.UNIT)
_ONTO = (" на", " to")


def read_moved(cursor: Cursor) -> TimeExpression | None:
    """As in "moved from 30 April to 29 May", "до 1 мая, продлён до 1 июня": the last day holds.

    So does the second of "перенос с 15.04 на 15.06", "было 15.04, перенесено на 15.06", where
    nothing stands before it. Alone, "продлено до 1 июня" may tell of a contract.
    """
    first = cursor.at == 0
    held = first and cursor.ahead().word in (*HELD, *HELD_FIRST)
    was = read_whole_day(cursor) if held and _skip_one(cursor) else None
    cursor.skip(Kind.COMMA, Kind.SEMICOLON, Kind.DASH)
    since, word = cursor.at, cursor.ahead().word
    if not begins_move(word):
        return None
    behind = cursor.ahead(-1).kind in (*_BEHIND, *_DAYS)
    cursor.at += 1
    if first and was is None and cursor.take(Kind.SINCE, Kind.FROM):
        was = read_whole_day(cursor)
    cursor.skip(*((Kind.DASH, Kind.COLON) if word in NEW_DAY else ()))
    onto = (Kind.IN,) if cursor.ahead().word == "на" else (Kind.UNTIL, Kind.THROUGH)
    led = cursor.take(*onto) or word.endswith(_ONTO) or word in NEW_DAY
    last = read_whole_day(cursor) if led and (was or behind) else None
    if last is None:
        return None
    return TimeExpression(Bound.UNTIL, (replace(last, quote=cursor.quote(since)),))


def begins_move(words: str) -> bool:
    """Another day holds by folded words that begin so: «перенесено на …», «новый срок»."""
    return is_moved(words.partition(" ")[0]) or words.startswith(NEW_DAY)


def is_later(was: Point, holds: Point) -> bool:
    """Of two days that either both name their year or do not, the second is the later one."""
    first, second = ((each.year or 0, each.month, each.number) for each in (was, holds))
    return bool(was.year) == bool(holds.year) and first < second


def _skip_one(cursor: Cursor) -> bool:
    cursor.at += 1
    cursor.skip(Kind.DASH, Kind.COLON, Kind.UNTIL)
    return True
