"""How a year is said: "2021 г.", "текущего года", "года, следующего за отчетным"."""

from dataclasses import dataclass

from sheetsync.words.timing.cursor import Cursor
from sheetsync.words.timing.kinds import Kind, Unit
from sheetsync.words.timing.lexemes import full_year
from sheetsync.words.waiting_lexicon import PLAN_YEAR_STEMS


@dataclass(frozen=True, slots=True)
class YearSaid:
    """A year; `event` is what decides it where the words do not: "года усыновления"."""

    year: int | None  # None: the plan's own, where that is no calendar year
    event: str = ""


def read_year(cursor: Cursor) -> YearSaid | None:
    """The year that begins here; None, perhaps with something read, if there is none."""
    if cursor.ahead(1).kind is Kind.YEAR:
        cursor.skip(Kind.COMMA)
    if cursor.take(Kind.THIS_YEAR):
        return YearSaid(_of_plan(cursor, 0))
    if cursor.ahead(1).kind is Kind.YEAR and cursor.ahead().word == "year":
        cursor.at += 1  # "mid-year 2026"
    number = cursor.take(Kind.YEAR)
    if number:
        read_year_word(cursor)
        return YearSaid(number.value)
    short = cursor.take(Kind.NUMBER)
    if short:
        marked = short.value < 100 and cursor.take(Kind.YEAR_MARK)
        return YearSaid(full_year(short.value)) if marked else None
    cursor.skip(Kind.OF)
    return _year_described(cursor)


def read_year_word(cursor: Cursor) -> bool:
    """Reads "г.", "года"; true if it was there."""
    if cursor.take(Kind.YEAR_MARK):
        return True
    year = cursor.ahead()
    return year.kind is Kind.UNIT and year.value == Unit.YEAR and bool(cursor.take(Kind.UNIT))


def _year_described(cursor: Cursor) -> YearSaid | None:
    """As in "текущего года", "года, следующего за отчетным", "года получения гранта"."""
    shift, named, bare = 0, False, False
    while True:
        which = cursor.take(Kind.WHICH)
        if which:
            shift, bare = shift + which.value, False
        elif read_year_word(cursor):
            named = bare = True
        elif not _joins(cursor, named):
            break
    if not named or cursor.ahead(-1).kind in (Kind.COMMA, Kind.FOR):
        return None
    event = _year_event(cursor) if bare else ""
    return YearSaid(_of_plan(cursor, shift), event)


def _of_plan(cursor: Cursor, shift: int) -> int | None:
    """The plan's year or one near it; None for the whole of a period that is no calendar year."""
    plan = cursor.plan
    return None if not shift and not plan.calendar else plan.starts.year + shift


def _joins(cursor: Cursor, named: bool) -> bool:
    """A comma, "за" or "периодом" that holds the words of a year together."""
    if not named and not cursor.sees(Kind.FOR):
        return False
    if cursor.sees(Kind.COMMA, Kind.FOR):
        follows = cursor.ahead(1)
        year = follows.kind is Kind.UNIT and follows.value == Unit.YEAR
        if follows.kind is Kind.WHICH or (year and cursor.sees(Kind.FOR)):
            return bool(cursor.take(Kind.COMMA, Kind.FOR))
        return False
    return cursor.ahead(-1).kind is Kind.WHICH and bool(cursor.take(Kind.PERIOD))


def _year_event(cursor: Cursor) -> str:
    since = cursor.at
    cursor.skip(Kind.WORD, Kind.WORKING)
    words = cursor.quote(since)
    own = since < cursor.at and cursor.spoken[since].word.startswith(PLAN_YEAR_STEMS)
    return "" if own else words
