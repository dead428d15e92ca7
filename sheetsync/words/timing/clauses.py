"""A whole phrase as a row of clauses: lists of days, repetitions, things waited for, remarks."""

from collections.abc import Callable
from dataclasses import dataclass

from sheetsync.words.cleaning import fold
from sheetsync.words.timing.cursor import Cursor
from sheetsync.words.timing.events import Relative, read_event, read_length
from sheetsync.words.timing.kinds import Kind, Unit, Wait
from sheetsync.words.timing.month_days import DayOfMonth, read_day_of_month
from sheetsync.words.timing.periods import Item, read_items
from sheetsync.words.timing.point import Point, Scale
from sheetsync.words.timing.points import read_point
from sheetsync.words.timing.repeats import (
    Except,
    Frequency,
    OnWeekday,
    read_except,
    read_frequency,
    read_weekday,
)
from sheetsync.words.timing.waits import Waiting, read_waiting
from sheetsync.words.timing.years import read_year


@dataclass(frozen=True, slots=True)
class Periods:
    """Points and ranges of one list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class AllYear:
    """As in "постоянно", "весь период"."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words beside the deadline that change no date: "ориентировочно", "сводный отчет –".

    `about` is the period that a report is on, "за I полугодие –": it falls due after its end.
    """

    about: Point | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """What falls due then: "апрель – подготовка, май – проведение", "проект до 1 марта, …"."""


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
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a phrase; `bracketed` are those that stand in brackets."""

    meaning: Meaning
    quote: str
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class NotUnderstood(Exception):
    """The words that no reader takes."""

    quote: str


# Stems of what is due without changing when.
_STAGES = (
    *("отчет", "итог", "этап", "тур", "стади", "смен", "поток", "заезд", "проект", "план"),
    *("очн", "заочн", "отборочн", "полуфинал", "финал", "школьн", "районн", "городск"),
    *("областн", "муниципальн", "региональн", "промежуточн", "первичн", "подготовк", "проведени"),
)
_ENDS_OF_DAYS = (Kind.DAY_MONTH, Kind.MONTH, Kind.YEAR, Kind.YEAR_MARK, Kind.UNIT, Kind.CLOSE)
_PERIOD = (Kind.PERIOD, Kind.WHILE)
_JOINTS = (Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.DASH, Kind.COLON)


def read_clauses(cursor: Cursor) -> tuple[Clause, ...]:
    """All clauses of the phrase in order; raises NotUnderstood at the first word left over."""
    clauses: list[Clause] = []
    bracketed = False
    while True:
        since = cursor.at
        bracketed = _joints(cursor, bracketed)
        if cursor.ended:
            _refuse_lone_names(clauses)
            return tuple(clauses)
        joints = {joint.kind for joint in cursor.spoken[since : cursor.at]}
        if clauses and not joints and _runs_on(clauses[-1], cursor):
            raise NotUnderstood(cursor.line)
        clause = _clause(cursor, bracketed)
        if clauses and joints <= {Kind.DASH} and _two_lists(clauses[-1], clause):
            raise NotUnderstood(cursor.line)
        clauses.append(clause)


def _refuse_lone_names(clauses: list[Clause]) -> None:
    """Words beside a time are its name only where each of several times has one.

    Beside a single one they may well change it, "апрель (под вопросом)", unless they name no more
    than a stage or a paper: "апрель (1 этап)", "до 5 мая – отчет".
    """
    kinds = [type(clause.meaning) for clause in clauses]
    names = [clause.quote for clause in clauses if isinstance(clause.meaning, Name)]
    patterns = ([Periods, Name] * len(names), [Name, Periods] * len(names))
    if all(_is_stage(clause) for clause in clauses if isinstance(clause.meaning, Name)):
        return
    if names and (len(names) < 2 or kinds not in patterns):
        raise NotUnderstood(names[0])


def _is_stage(clause: Clause) -> bool:
    words = [word for word in fold(clause.quote).split() if word.isalpha()]
    return all(word.startswith(_STAGES) for word in words)


def _runs_on(before: Clause, cursor: Cursor) -> bool:
    """A bare time right after what is waited for may belong to it: "по решению Совета 15 мая"."""
    waits = isinstance(before.meaning, Waiting | Relative)
    return waits and cursor.sees(Kind.NUMBER, Kind.NTH, Kind.DAY_MONTH, Kind.MONTH, Kind.ORDINAL)


def _two_lists(before: Clause, after: Clause) -> bool:
    """As in "1 мая – 2 июня – 3 июля", "5 мая до 7 июня": no list, and no range of two points."""
    return isinstance(before.meaning, Periods) and isinstance(after.meaning, Periods)


def _joints(cursor: Cursor, bracketed: bool) -> bool:
    """Reads what stands between clauses and says whether the next one is in brackets."""
    while joint := cursor.take(Kind.OPEN, Kind.CLOSE, *_JOINTS):
        if joint.kind in (Kind.OPEN, Kind.CLOSE):
            bracketed = joint.kind is Kind.OPEN
    return bracketed


def _clause(cursor: Cursor, bracketed: bool) -> Clause:
    since = cursor.at
    for reader in _READERS:
        meaning = reader(cursor)
        if meaning is not None:
            return Clause(meaning, cursor.quote(since), bracketed)
        cursor.at = since
    raise NotUnderstood(_left_over(cursor))


def _left_over(cursor: Cursor) -> str:
    """The unknown words from here to the next mark, at least one."""
    since = cursor.at
    cursor.at += 1
    while not cursor.ended and not cursor.sees(Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.SEMICOLON):
        cursor.at += 1
    return cursor.quote(since)


def _periods(cursor: Cursor) -> Periods | Relative | None:
    items = read_items(cursor)
    events = [point.event for item in items or () for point in item.points if point.event]
    if events:
        return Relative(events[0])  # "до 10 мая года, следующего за годом усыновления"
    return Periods(items) if items else None


def _all_year(cursor: Cursor) -> AllYear | None:
    cursor.skip(Kind.IN)
    if cursor.take(Kind.ALL_YEAR):
        return AllYear()
    which = cursor.take(Kind.WHICH)  # "в течение отчетного периода"
    return AllYear() if which and not which.value and cursor.take(*_PERIOD) else None


def _remark(cursor: Cursor) -> Remark | None:
    if cursor.take(Kind.REMARK, Kind.QUESTION):
        return Remark()
    headed = cursor.take(Kind.IN, Kind.UNTIL, Kind.SINCE)
    timed = cursor.take(Kind.TIME, Kind.DAY_MONTH)
    if timed is None:
        return None
    whole = timed.kind is Kind.DAY_MONTH and timed.parts[1] == 0  # "10.00"
    hour = timed.kind is Kind.TIME or whole or (headed and timed.parts[1] > 12)
    return Remark() if hour else None


def _hour(cursor: Cursor) -> Remark | None:
    """As in "15 мая в 9 ч.", "15.05, 15 часов", never without a day before it."""
    before = cursor.ahead(-2 if cursor.ahead(-1).kind is Kind.COMMA else -1)
    if before.kind not in _ENDS_OF_DAYS:
        return None
    head = cursor.take(Kind.IN, Kind.UNTIL, Kind.SINCE)
    number, unit = cursor.take(Kind.NUMBER), cursor.take(Kind.UNIT)
    if number is None or unit is None or unit.value != Unit.HOUR or number.value > 24:
        return None
    return Remark() if head is None or len(head.word) <= 2 else None


def _term(cursor: Cursor) -> Remark | None:
    """As in "Срок: …" before a deadline says nothing of its own."""
    return Remark() if cursor.take(Kind.TERM) and not cursor.ended else None


def _label(cursor: Cursor) -> Remark | None:
    """Words before a dash or a colon: "Сводный отчет – до 5 ноября", "2 этап: октябрь"."""
    since = cursor.at
    cursor.skip(Kind.WORD, Kind.WHICH, Kind.ORDINAL, Kind.NUMBER, Kind.NTH)
    words = cursor.spoken[since : cursor.at]
    named = any(lexeme.kind is Kind.WORD and lexeme.word.isalpha() for lexeme in words)
    if not named or _glued(cursor) or not cursor.take(Kind.DASH, Kind.COLON):
        return None
    return Remark() if cursor.ahead().kind not in (Kind.NOTHING, Kind.WORD, Kind.STOP) else None


def _report(cursor: Cursor) -> Remark | None:
    """As in "за год – до…", "отчет за I полугодие – до…"."""
    bracketed = cursor.ahead(-1).kind is Kind.OPEN
    cursor.skip(Kind.WORD)
    results = cursor.ahead().kind is Kind.WAIT and cursor.ahead().value == Wait.AFTERWARDS
    about = _about(cursor) if cursor.take(Kind.FOR, *((Kind.WAIT,) if results else ())) else None
    if about is None or (bracketed and cursor.sees(Kind.CLOSE)):
        return Remark(about) if about else None
    return Remark(about) if cursor.take(Kind.DASH, Kind.COLON) and cursor.sees(Kind.UNTIL) else None


def _about(cursor: Cursor) -> Point | None:
    """A period reported on; "6 месяцев" are the first of the year."""
    return cursor.attempt(_first_months) or read_point(cursor)


def _first_months(cursor: Cursor) -> Point | None:
    number, unit = cursor.take(Kind.NUMBER, Kind.COUNT), cursor.take(Kind.UNIT)
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
    return mark.kind is Kind.DASH and before.end == mark.start and mark.end == after.start


# The more special first: "в течение 10 дней" before "10", "до 10 числа" before "до 10 мая",
# "за год – до 10 мая" before "за год".
_READERS: tuple[Callable[[Cursor], Meaning | None], ...] = (
    *(_hour, read_frequency, read_day_of_month, read_weekday, read_except),
    *(_all_year, _report, read_length, _periods, read_waiting, read_event),
    *(_remark, _term, _label, _name),
)
