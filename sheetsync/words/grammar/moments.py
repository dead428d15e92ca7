"""Hours of the day beside a day, which change nothing in it: "15 мая в 9 ч.", "с 11 до 13"."""

from sheetsync.words.grammar.cursor import Cursor, is_hour
from sheetsync.words.grammar.remarks import JOINTS, Remark
from sheetsync.words.grammar.times import LIMITS
from sheetsync.words.lexicon.kinds import DAYS, HOURS_IN_DAY, MONTHS_IN_YEAR, NUMBERS, Kind, Unit

_WEEKDAYS = (Kind.WEEKDAY, Kind.WEEKDAYS)
_MORNING = 7  # the first hour at which people meet
_LONGEST_HEAD = 2  # letters of "в", "к", "до"


def read_hour(cursor: Cursor) -> Remark | None:
    """As in "15 мая в 9 ч.", "18.04 с 11 до 13 часов", "начало в 15.00"; never a second date.

    Whole hours in words need a day beside them: "в течение 24 часов" is a length.
    """
    cursor.skip(Kind.COMMA, Kind.START)
    after = cursor.ahead().word in ("после", "after") and cursor.take(Kind.WAIT)
    head = None if after else cursor.take(Kind.IN, Kind.UNTIL, Kind.SINCE)
    behind = cursor.ahead(-1).kind is Kind.DASH and cursor.ahead(-2).kind in _WEEKDAYS
    moment = _moment(cursor, headed=head is not None or behind or is_hour(cursor))
    limit = head is not None and head.word.startswith(LIMITS) and cursor.sees(*DAYS)
    long = head is not None and len(head.word) > _LONGEST_HEAD and head.word != "from"
    if moment is None or (long and not limit):
        return None
    if cursor.attempt(_until_moment):
        moment = True
    elif head and head.kind is Kind.SINCE and Kind.UNTIL in cursor.kinds_ahead():
        return None  # "с 9.00 до 12.05", "с 9.00 15 мая до 18.00 16 мая"
    beside = cursor.sees(*DAYS, Kind.CLOSE) or cursor.ended
    return Remark() if moment or beside or cursor.sees(*JOINTS) else None


def read_hours_alone(cursor: Cursor) -> Remark | None:
    """As in "8 февраля с 11 до 16": behind a day and its month, two numbers can be no days."""
    dated = _is_behind_day(cursor) or cursor.ahead(-1 - _comma(cursor)).kind is Kind.DAY_MONTH
    first = cursor.take(Kind.NUMBER) if dated and cursor.take(Kind.SINCE) else None
    last = cursor.take(Kind.NUMBER) if first and cursor.take(Kind.UNTIL) else None
    if first is None or last is None or not cursor.ended:
        return None
    return Remark() if _MORNING <= first.value < last.value < HOURS_IN_DAY else None


def read_all_day(cursor: Cursor) -> Remark | None:
    """As in "15 июня в течение дня": behind a day it is no length."""
    dated = cursor.ahead(-1).kind in (Kind.DAY_MONTH, Kind.YEAR, Kind.YEAR_MARK)
    behind = dated or _is_behind_day(cursor)
    named = behind and cursor.take(Kind.IN) and cursor.take_unit(Unit.DAY)
    return Remark() if named and (cursor.ended or cursor.sees(Kind.COMMA, Kind.SEMICOLON)) else None


def read_hour_of_day(cursor: Cursor) -> bool | None:
    """As in "до 18 часов 3 августа": an hour before the day that it is of."""
    hour = _moment(cursor, headed=True) is not None
    return (hour and cursor.sees(*DAYS)) or None


def _is_behind_day(cursor: Cursor) -> bool:
    """As behind "8 февраля", with a comma or without."""
    at = -1 - _comma(cursor)
    return cursor.ahead(at).kind is Kind.MONTH and cursor.ahead(at - 1).kind in NUMBERS


def _comma(cursor: Cursor) -> int:
    """How many commas are right behind: one or none."""
    return int(cursor.ahead(-1).kind is Kind.COMMA)


def _moment(cursor: Cursor, *, headed: bool) -> bool | None:
    """A moment of the day; false of a number of hours, which might be a length.

    "10.12" after a date could be a date too and is none.
    """
    written = cursor.take(Kind.TIME, Kind.DAY_MONTH)
    if written:
        whole = written.kind is Kind.TIME or written.parts[1] == 0  # "10:30", "10.00"
        if whole and cursor.ahead().word == "год":
            cursor.at += 1  # "11.00 год." in Ukrainian
        elif not cursor.take(Kind.HALF_OF_DAY):
            cursor.attempt(_hours)  # "14.00 ч."
        return True if whole or (headed and written.parts[1] > MONTHS_IN_YEAR) else None
    number = cursor.take(Kind.NUMBER)
    if number is None or number.value > HOURS_IN_DAY:
        return None
    if cursor.take(Kind.HALF_OF_DAY):
        return True
    if headed and cursor.foresees(_until_moment):
        return False  # "с 11 до 13 часов"
    if not cursor.attempt(_hours):
        return None
    cursor.attempt(_minutes)
    return False


def _minutes(cursor: Cursor) -> bool | None:
    """As in "14 ч. 30 мин.", "14ч30"."""
    number = cursor.take(Kind.NUMBER)
    if number is None:
        return None
    two = len(number.word) == len("30") and (cursor.ended or cursor.sees(*JOINTS))
    return cursor.attempt(_hours) or two or None


def _hours(cursor: Cursor) -> bool | None:
    return bool(cursor.take_unit(Unit.HOUR)) or None


def _until_moment(cursor: Cursor) -> bool | None:
    through = cursor.take(Kind.DASH, Kind.UNTIL, Kind.THROUGH)
    return _moment(cursor, headed=True) if through else None
