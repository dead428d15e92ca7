"""A whole phrase as a row of clauses: lists of days, repetitions, things waited for, remarks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from sheetsync.words.timing.cursor import Cursor
from sheetsync.words.timing.events import Relative, read_event, read_length
from sheetsync.words.timing.kinds import Kind, Unit, Wait
from sheetsync.words.timing.month_days import DayOfMonth, read_day_of_month, read_nth_month
from sheetsync.words.timing.own_periods import read_counted, read_fiscal, read_term
from sheetsync.words.timing.periods import Bound, Item, read_items
from sheetsync.words.timing.point import Point, Scale
from sheetsync.words.timing.points import read_month_of_year, read_point
from sheetsync.words.timing.repeats import (
    Except,
    Frequency,
    OnWeekday,
    read_except,
    read_frequency,
    read_weekday,
)
from sheetsync.words.timing.waits import WAITING_KINDS, Waiting, read_waiting
from sheetsync.words.timing.years import read_year
from sheetsync.words.waiting_lexicon import (
    is_deed,
    is_plain,
    numbers_something,
    tells_another_time,
)


@dataclass(frozen=True, slots=True)
class Periods:
    """Points and ranges of one list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class AllYear:
    """As in "постоянно", "весь период"; `onwards` of "ongoing", which goes on from a beginning."""

    onwards: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Words beside the deadline that change no date: "ориентировочно", "сводный отчет –".

    `about` is the period that a report is on, "за I полугодие –": it falls due after its end, or
    inside it where the period only heads the day: "I квартал – до 10 марта".
    """

    about: Point | None = None
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """What falls due then: "апрель – подготовка, май – проведение", "проект до 1 марта, …"."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Plain words beside the deadline that no rule knows, "апрель (в актовом зале)"."""


Meaning = (
    Periods
    | Frequency
    | DayOfMonth
    | OnWeekday
    | Except
    | AllYear
    | Waiting
    | Relative
    | Remark
    | Name
    | LeftOver
)


ClauseReader = Callable[[Cursor], Meaning | None]


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a phrase; `bracketed` are those that stand in brackets."""

    meaning: Meaning
    quote: str
    bracketed: bool = False


_ENDS_OF_DAYS = (Kind.DAY_MONTH, Kind.MONTH, Kind.YEAR, Kind.YEAR_MARK, Kind.UNIT, Kind.CLOSE)
# What may link plain words to each other: "в режиме ВКС", "с участием школ", "г. Смоленск".
_LINKS = (Kind.IN, Kind.OF, Kind.THROUGH, Kind.FOR, Kind.SINCE, Kind.FROM, Kind.AND, Kind.YEAR_MARK)
_TOWARDS = frozenset({"к", "ко"})
_LONGEST_HEAD = 2  # letters of "в", "к", "до"
HOURS_IN_DAY, MONTHS_IN_YEAR = 24, 12
_ONWARDS = ("ongoing", "on - going", "on going")
_YEARS_APART = (Kind.FOR, Kind.FREQUENCY, Kind.EVERY, Kind.TIMES)
_PERIOD = (Kind.PERIOD, Kind.WHILE)
_JOINTS = (Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.DASH, Kind.COLON)


def _periods(cursor: Cursor) -> Periods | Relative | None:
    items = read_items(cursor)
    events = [point.event for item in items or () for point in item.points if point.event]
    if events:
        return Relative(events[0])  # "до 10 мая года, следующего за годом усыновления"
    return Periods(items) if items else None


def _periods_beside_year(cursor: Cursor) -> Periods | None:
    """The same times without the year behind them, which may be that of a report or a repetition.

    As in "до 1 марта за прошлый год", "ежегодно май 2025-2027": both readings count.
    """
    cursor.without_years = True
    items = read_items(cursor)
    cursor.without_years = False
    return Periods(items) if items else None


def _fiscal(cursor: Cursor) -> Periods | None:
    items = read_fiscal(cursor)
    return Periods(items) if items else None


def _counted(cursor: Cursor) -> Periods | Relative | None:
    found = read_counted(cursor)
    return Periods(found) if isinstance(found, tuple) else found


def _own_term(cursor: Cursor) -> Periods | Waiting | None:
    if not cursor.wordings.terms and Kind.TERM_NAME not in cursor.kinds:
        return None
    found = read_term(cursor)
    return Periods(found) if isinstance(found, tuple) else found


def _month_beside_day(cursor: Cursor) -> Periods | None:
    """The other reading of "Jan 26" in a plan of 2026, and the only one of "Jan '26", "1Q26"."""
    cursor.skip(Kind.IN)
    head = cursor.take(Kind.UNTIL)
    point = cursor.attempt(read_month_of_year)
    bound = Bound.UNTIL if head else Bound.WITHIN
    return Periods((Item(bound, (point,)),)) if point else None


def _all_year(cursor: Cursor) -> AllYear | None:
    cursor.skip(Kind.IN)
    word = cursor.take(Kind.ALL_YEAR)
    if word:
        return AllYear(word.word in _ONWARDS)
    which = cursor.take(Kind.WHICH)  # "в течение отчетного периода"
    return AllYear() if which and not which.value and cursor.take(*_PERIOD) else None


def _remark(cursor: Cursor) -> Remark | None:
    return Remark() if cursor.take(Kind.REMARK, Kind.QUESTION) else None


def _hour(cursor: Cursor) -> Remark | None:
    """As in "15 мая в 9 ч.", "18.04 с 11 до 13 часов", "начало в 15.00"; never a second date.

    Whole hours in words need a day beside them: "в течение 24 часов" is a length.
    """
    cursor.skip(Kind.COMMA, Kind.START)
    head = cursor.take(Kind.IN, Kind.UNTIL, Kind.SINCE)
    moment = _moment(cursor, headed=head is not None)
    if moment is None or (head and len(head.word) > _LONGEST_HEAD):
        return None
    if cursor.attempt(_until_moment):
        moment = True
    beside = cursor.sees(Kind.DAY_MONTH, Kind.NUMBER, Kind.NTH, Kind.CLOSE) or cursor.ended
    return Remark() if moment or beside or cursor.sees(*_JOINTS) else None


def _moment(cursor: Cursor, *, headed: bool) -> bool | None:
    """A moment of the day; false of a number of hours, which might be a length.

    "10.12" after a date could be a date too and is none.
    """
    written = cursor.take(Kind.TIME, Kind.DAY_MONTH)
    if written:
        whole = written.kind is Kind.TIME or written.parts[1] == 0  # "10:30", "10.00"
        if not cursor.take(Kind.HALF_OF_DAY):
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
    """As in "14 ч. 30 мин."."""
    return cursor.attempt(_hours) if cursor.take(Kind.NUMBER) else None


def _hours(cursor: Cursor) -> bool | None:
    unit = cursor.take(Kind.UNIT)
    return (unit is not None and unit.value == Unit.HOUR) or None


def _until_moment(cursor: Cursor) -> bool | None:
    through = cursor.take(Kind.DASH, Kind.UNTIL, Kind.THROUGH)
    return _moment(cursor, headed=True) if through else None


def _term(cursor: Cursor) -> Remark | None:
    """As in "Срок: …" before a deadline says nothing of its own."""
    return Remark() if cursor.take(Kind.TERM) and not cursor.ended else None


def _label(cursor: Cursor) -> Remark | None:
    """Words before a dash or a colon: "Сводный отчет – до 5 ноября", "2 этап: октябрь"."""
    since = cursor.at
    cursor.skip(Kind.WORD, Kind.WHICH, Kind.ORDINAL, Kind.NUMBER, Kind.NTH)
    words = cursor.spoken[since : cursor.at]
    named = any(lexeme.kind is Kind.WORD and lexeme.word.isalpha() for lexeme in words)
    if any(numbers_something(each.word) or tells_another_time(each.word) for each in words):
        return None
    if not named or _glued(cursor) or not cursor.take(Kind.DASH, Kind.COLON):
        return None
    return Remark() if cursor.ahead().kind not in (Kind.NOTHING, Kind.WORD, Kind.STOP) else None


def _report(cursor: Cursor) -> Remark | None:
    """As in "за год – до…", "отчет за I полугодие до…", "до 1 марта за прошлый год"."""
    since = cursor.at - 1
    bracketed = cursor.ahead(-1).kind is Kind.OPEN
    cursor.skip(Kind.WORD)
    results = cursor.ahead().kind is Kind.WAIT and cursor.ahead().value == Wait.AFTERWARDS
    about = _about(cursor) if cursor.take(Kind.FOR, *((Kind.WAIT,) if results else ())) else None
    if about is None or (bracketed and cursor.sees(Kind.CLOSE)):
        return Remark(about) if about else None
    behind = cursor.ahead(since - cursor.at).kind in _ENDS_OF_DAYS and not results
    if behind and (cursor.ended or cursor.sees(Kind.COMMA, Kind.SEMICOLON)):
        return Remark(about)
    cursor.take(Kind.DASH, Kind.COLON)
    return Remark(about) if cursor.sees(Kind.UNTIL) else None


def _headed(cursor: Cursor) -> Remark | None:
    """As in "I квартал – до 10 апреля, II квартал – до 10 июля"."""
    about = read_point(cursor)
    parted = about is not None and about.scale in (Scale.QUARTER, Scale.HALF_YEAR)
    if not parted or not cursor.take(Kind.DASH, Kind.COLON):
        return None
    return Remark(about, heads=True) if cursor.sees(Kind.UNTIL) else None


def _about(cursor: Cursor) -> Point | None:
    """A period reported on; "6 месяцев" are the first of the year."""
    return cursor.attempt(_first_months) or read_point(cursor)


def _first_months(cursor: Cursor) -> Point | None:
    number, unit = cursor.take(Kind.NUMBER, Kind.COUNT), cursor.take(Kind.UNIT)
    if number is None and unit and unit.value == Unit.HALF_YEAR:
        return Point(scale=Scale.HALF_YEAR, number=1)  # "за полугодие – …, за год – …"
    if number is None or unit is None or unit.value != Unit.MONTH or not 1 <= number.value <= 12:
        return None
    said = cursor.attempt(read_year)
    return Point(scale=Scale.MONTH, month=number.value, year=said.year if said else None)


def _name(cursor: Cursor) -> Name | None:
    """Words after a dash or in brackets up to the next mark, or before "до"."""
    after = cursor.ahead(-1).kind in (Kind.DASH, Kind.OPEN)
    since = cursor.at
    cursor.skip(Kind.WORD, Kind.NUMBER, Kind.ORDINAL, Kind.NTH)
    if all(lexeme.kind is not Kind.WORD for lexeme in cursor.spoken[since : cursor.at]):
        return None
    ended = cursor.ended or cursor.sees(Kind.CLOSE, *_JOINTS)
    return Name() if (ended if after else cursor.sees(Kind.UNTIL)) else None


def _glued(cursor: Cursor) -> bool:
    """The next mark is a hyphen inside a word, "осенне-зимний", not a dash between words."""
    before, mark, after = cursor.ahead(-1), cursor.ahead(), cursor.ahead(1)
    return (
        mark.kind in (Kind.DASH, Kind.SLASH)
        and before.end == mark.start
        and mark.end == after.start
    )


# Each with the kinds of lexemes of which a phrase needs one before it is worth asking: that halves
# the time. The more special first: "в течение 10 дней" before "10", "до 10 числа" before "до 10
# мая", "за год – до 10 мая" before "за год".
READERS: tuple[tuple[ClauseReader, frozenset[Kind]], ...] = (
    (_hour, frozenset({Kind.TIME, Kind.DAY_MONTH, Kind.UNIT, Kind.HALF_OF_DAY})),
    (read_frequency, frozenset({Kind.FREQUENCY, Kind.TIMES, Kind.EVERY, Kind.ORDINAL, Kind.END})),
    (read_day_of_month, frozenset({Kind.DAY_OF_MONTH, Kind.NTH, Kind.UNIT, Kind.FREQUENCY})),
    (read_nth_month, frozenset({Kind.UNIT})),
    (read_weekday, frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})),
    (read_except, frozenset({Kind.EXCEPT})),
    (_fiscal, frozenset({Kind.FISCAL})),
    (_counted, frozenset({Kind.UNIT})),
    (_own_term, frozenset()),
    (_all_year, frozenset({Kind.ALL_YEAR, Kind.PERIOD, Kind.WHILE})),
    (_report, frozenset({Kind.FOR, Kind.WAIT})),
    (_headed, frozenset({Kind.DASH, Kind.COLON})),
    (read_length, frozenset({Kind.UNIT, Kind.LENGTH, Kind.HALF_SIGN})),
    (_periods, frozenset()),
    (_periods_beside_year, frozenset(_YEARS_APART)),
    (_month_beside_day, frozenset({Kind.NUMBER})),
    (read_waiting, WAITING_KINDS),
    (read_event, frozenset({Kind.EVENT, Kind.UNTIL, Kind.SINCE, Kind.IN})),
    (_remark, frozenset({Kind.REMARK, Kind.QUESTION})),
    (_term, frozenset({Kind.TERM})),
    (_label, frozenset({Kind.DASH, Kind.COLON})),
    (_name, frozenset({Kind.WORD})),
)


def read_left_over(cursor: Cursor) -> LeftOver | None:
    """Plain words up to the next mark or time: nothing of the calendar, no number, no limit."""
    since = cursor.at
    while not cursor.ended:
        before = cursor.at
        intended = cursor.ahead(-1).word == "be" or Kind.FREQUENCY in cursor.kinds
        if cursor.ahead().kind in _LINKS or cursor.ahead().word in _TOWARDS or _glued(cursor):
            cursor.at += 1
        word = cursor.take(Kind.WORD)
        if word is None:
            cursor.at = before
            break
        if not is_plain(word.word) or (is_deed(word.word) and not intended):
            return None
    return LeftOver() if cursor.at > since and not _glued(cursor) else None


# These look at the whole phrase, the others only at what is still ahead.
_LOOK_BACK = (read_day_of_month, _periods_beside_year)


@lru_cache(maxsize=1024)
def readers_of(
    kinds: frozenset[Kind], ahead: frozenset[Kind], *, with_remarks: bool
) -> tuple[ClauseReader, ...]:
    """The readers for a place in a phrase with lexemes of those kinds, in the order of `READERS`.

    `ahead` are the kinds from that place on; `with_remarks` lets plain words stand beside a time.
    """
    found = [
        reader
        for reader, needs in READERS
        if not needs or needs & (kinds if reader in _LOOK_BACK else ahead)
    ]
    return (*found, read_left_over) if with_remarks else tuple(found)
