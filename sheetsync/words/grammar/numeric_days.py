"""Days in figures as points: which of them are days at all."""

import re

from sheetsync.words.grammar.cursor import Cursor, is_hour, is_short_day
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.years import read_year_word, with_year
from sheetsync.words.lexicon.kinds import NEAR_YEARS, Kind

_AT = ("в", "at")
_SHORT_NUMBER = len("2.5")
_BOUNDS = (Kind.UNTIL, Kind.SINCE, Kind.THROUGH, Kind.NOT_BEFORE, Kind.DASH)


def read_numeric(cursor: Cursor) -> Point | None:
    """As in "15.05", "24.IV.2026", "до 15/08"; None of what may be an hour, a house, a number."""
    lexeme = None if is_hour(cursor) else cursor.take(Kind.DAY_MONTH)
    if lexeme is None:
        return None
    year, month, day = lexeme.parts
    # "05.06.07" may be any of six days: two digits are a year only near the plan's.
    short = year and len(re.split("[./-]", lexeme.word.rstrip("."))[-1]) == 2
    if short and abs(year - cursor.plan.starts.year) > NEAR_YEARS:
        return None
    if not year and (month == 0 or cursor.ahead(-2).word in _AT or _may_be_house(cursor)):
        return None  # "в 10.00" is an hour
    point = Point(scale=Scale.DAY, number=day, month=month, year=year or None)
    if year:
        read_year_word(cursor)
        return point
    alone = cursor.ahead(-2).kind is Kind.NOTHING and (cursor.ended or cursor.sees(Kind.UNIT))
    if (alone or _only_numbers(cursor)) and len(lexeme.word) == _SHORT_NUMBER:
        return None  # "2.5", "1.5 года" may be no date at all
    return with_year(cursor, point)


def _may_be_house(cursor: Cursor) -> bool:
    """As in "ул. Ленина, 15/10"; a bound or a text of nothing else tells that it is a day."""
    slashed = cursor.ahead(-1).word.replace("/", "").isdecimal()
    return slashed and Kind.WORD in cursor.kinds and cursor.ahead(-2).kind not in _BOUNDS


def _only_numbers(cursor: Cursor) -> bool:
    """As in "1.2-1.5", "3.1, 3.2"."""
    marks = (Kind.DASH, Kind.COMMA, Kind.SLASH)
    days = [each for each in cursor.spoken if each.kind not in marks]
    return all(len(each.word) == _SHORT_NUMBER and is_short_day(each) for each in days)
