"""What counts from an event: so many days after or before it, or the event itself."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.days_before import read_days_before
from sheetsync.words.grammar.expressions import read_periods
from sheetsync.words.grammar.lexemes import Lexeme, slip_of
from sheetsync.words.grammar.other_days import is_anniversary
from sheetsync.words.grammar.points import read_point
from sheetsync.words.grammar.repeats import after_each
from sheetsync.words.grammar.runs import read_run
from sheetsync.words.grammar.times import Bound, Periods
from sheetsync.words.lexicon.kinds import BRACKETS, PARTS_OF_YEAR, Kind, Unit, Wait


@frozen_positional
class Relative:
    """Counted from an event; `length` is "10 дней", empty where only the event is named."""

    event: str
    length: str = ""
    begins: bool = False  # the event is the first day: "с момента подписания"
    bare: bool = False  # "5 лет", an age, or "за 6 месяцев", what a report is about
    programme: bool = False  # the event is a programme's own end or course: its years are elsewhere


_HEADS = (Kind.UNTIL, Kind.SINCE, Kind.FROM, Kind.EVENT, Kind.WAIT, Kind.OF, Kind.IN)
# "через 10 дней": said before a length and nowhere else.
_LENGTH_HEADS = frozenset({"через", "спустя", "за", "чем"})
TOWARDS = ("к", "ко", "in time for")  # heads of an event by whose day it is due
SAID_TO = tuple(f"{head} " for head in TOWARDS)
"""How the words of such an event begin, with the space behind the head."""

_NO_EVENTS = frozenset({"обычно", "всегда", "прежде", "нужно", "надо"})  # "не позже, чем обычно"
_PROGRAMME_STEMS = ("срок", "период", "реализаци", "действи", "программ", "проект")


def read_length(cursor: Cursor) -> Relative | None:
    """As in "в течение 10 дней со дня…", "за 4 дня до форума", "в 4-дневный срок"."""
    began = cursor.at
    if cursor.foresees(read_days_before) or is_anniversary(cursor):
        return None
    cursor.skip(Kind.AT_LEAST, Kind.UNTIL, Kind.NOT_BEFORE, Kind.EVENT, Kind.IN, Kind.TERM)
    if cursor.ahead().word in ("next", "first") and cursor.ahead(1).kind in (
        Kind.NUMBER,
        Kind.COUNT,
    ):
        cursor.at += 1  # "within the next 12 months"
    if cursor.ahead().word in _LENGTH_HEADS:
        cursor.at += 1
    since = cursor.at
    headed = since > began and cursor.spoken[began].word != "за"
    # "трёхдневный срок", and "30-60 days" as plans in English have it, from the plan's first day.
    headed = headed or cursor.foresees(_term)
    if not (cursor.attempt(_units) or cursor.attempt(_term)):
        return None
    length = cursor.quote(since)
    headed = headed or cursor.ahead(-1).word.isascii()
    cursor.skip(Kind.COMMA)
    if cursor.foresees(_hours):
        return None  # "14 часов, с 10 до 15" is no event
    event = read_run(cursor) if cursor.sees(*_HEADS) and not cursor.foresees(_range) else ""
    if event and cursor.ahead(-1).kind in _HEADS:
        if cursor.foresees(read_point):
            return None  # "за месяц до 15 мая"
        event = _rest(cursor, event)
    age = cursor.spoken[began].word == "до" and cursor.ahead(-1).word == "лет"
    # "within 10 days of signing" waits for the signing.
    event = event.removeprefix("of ")
    return None if age else Relative(event, length, bare=not headed and not event)


def _units(cursor: Cursor) -> bool | None:
    """As in "10 рабочих дней", "двух месяцев", "1,5 часов"; a bare "месяц" is a length too."""
    before = cursor.ahead(-1)
    count = cursor.take(Kind.NUMBER, Kind.NTH, Kind.COUNT, Kind.DAY_MONTH, Kind.PER)
    counts = cursor.ahead(1).kind in (Kind.NUMBER, Kind.UNIT)
    if counts and cursor.take(Kind.DASH, Kind.COMMA):  # "3-6 months", "12+ months"
        cursor.take(Kind.NUMBER)
    if cursor.sees(Kind.COMMA) and cursor.ahead(1).kind is Kind.NUMBER:
        cursor.at += 2
    cursor.skip(Kind.WORKING, Kind.WHICH, Kind.DASH)
    if count and count.value > 2 and cursor.take(Kind.HALF_SIGN):
        return True  # "24h"
    unit = cursor.take_unit()
    if unit is None or unit in PARTS_OF_YEAR or cursor.foresees(_month):
        return None  # "4 неделя октября" is no length
    if count:
        return None if count.kind is Kind.DAY_MONTH and unit is Unit.YEAR else True
    if cursor.sees(Kind.WORD):
        return None  # "в день заседания", "ко Дню Победы"
    from_now = before.word in _LENGTH_HEADS  # "в течение года" is the plan's, "через год" is not
    inside = before.kind in (Kind.IN, Kind.UNTIL) and unit is not Unit.YEAR
    return (from_now or inside) or None


def _month(cursor: Cursor) -> bool | None:
    """A month or, after "of", any day: "in the week of 9 March" is no length."""
    if cursor.take(Kind.OF) and read_point(cursor):
        return True
    return bool(cursor.take(Kind.MONTH)) or None


def _term(cursor: Cursor) -> bool | None:
    """As in "4-дневный срок", "трехдневный срок", "месячный срок"."""
    if cursor.take(Kind.NUMBER):
        cursor.skip(Kind.DASH)
    length = cursor.take(Kind.LENGTH)
    return bool(length and cursor.take(Kind.TERM)) or None


def _rest(cursor: Cursor, event: str) -> str:
    """The event of "5 days after quarter end", whose words say how often, too."""
    since = cursor.at
    while not (cursor.ended or cursor.sees(Kind.COMMA, Kind.SEMICOLON, *BRACKETS)):
        cursor.at += 1
    return f"{event} {cursor.quote(since)}"


def _hours(cursor: Cursor) -> bool | None:
    first = cursor.take(Kind.NUMBER, Kind.TIME) if cursor.take(Kind.SINCE) else None
    last = first and cursor.take(Kind.UNTIL, Kind.THROUGH) and cursor.take(Kind.NUMBER, Kind.TIME)
    hours = last and (cursor.ended or cursor.take_unit(Unit.HOUR))
    return bool(hours) or None


def _range(cursor: Cursor) -> Periods | None:
    """As in "4 года, с 2019 по 2023 год": the length only says again what the range does."""
    periods = read_periods(cursor)
    return periods if periods and periods.items[0].bound is Bound.RANGE else None


def read_event(cursor: Cursor) -> Relative | None:
    """An event without a length: "с началом призыва", "до начала сезона", "к заседанию"."""
    if cursor.foresees(after_each):
        return None
    head = cursor.take(Kind.EVENT, Kind.UNTIL, Kind.SINCE, Kind.IN)
    since = cursor.at
    edge = cursor.take(Kind.START, Kind.END)
    cursor.skip(Kind.OF)
    if head is None or (head.kind is Kind.SINCE and edge is None):
        return None
    if not _names_event(cursor, Kind.UNTIL if edge else head.kind):
        return None
    begins = head.kind is Kind.SINCE or head.word.startswith(("с ", "со "))
    run = read_run(cursor)
    programme = run.casefold().startswith(_PROGRAMME_STEMS)
    # Of "до начала сезона" not the season is awaited, but its beginning.
    return Relative(cursor.quote(since) if edge else run, begins=begins, programme=programme)


def _names_event(cursor: Cursor, head: Kind) -> bool:
    first = cursor.ahead()
    if cursor.ahead(1).kind is Kind.WORD and _is_described(first, head):
        return True
    if first.kind is Kind.EVERY:
        return cursor.ahead(1).kind is Kind.WORD  # "at each meeting"
    if first.kind is Kind.UNIT:
        if head is Kind.EVENT or first.value == Unit.SCHOOL_YEAR:
            return True  # "по окончании квартала", "к началу учебного года"
        return first.value == Unit.DAY and cursor.ahead(1).kind is Kind.WORD  # "в день заседания"
    if first.kind is Kind.TERM_NAME or cursor.ahead(1).kind is Kind.TERM_NAME:
        return True  # "по окончании четверти", "после 1 семестра"
    if first.kind is Kind.NAMED_DAY:
        return head is Kind.EVENT  # "накануне Дня учителя"
    if first.kind is Kind.WHICH:
        # "по окончании финансового года", "до следующего заседания"
        return head is Kind.EVENT or cursor.ahead(1).kind is Kind.WORD
    if first.kind is Kind.WAIT:
        return first.value == Wait.PROGRAMME  # "до окончания срока действия договора"
    if first.kind is Kind.NUMBER:
        return cursor.ahead(2).word.startswith("лети")  # "к 75-летию"
    unknown = (
        (first.kind is Kind.WORD or first.word.endswith(" day"))  # "in time for open day"
        and first.word not in _NO_EVENTS
        and any(sign.isalpha() for sign in first.word)
    )
    return unknown and head is not Kind.IN and not slip_of(first.word)


def _is_described(first: Lexeme, head: Kind) -> bool:
    """As in "к последнему звонку", "before the summer fair"."""
    if first.kind is Kind.SEASON:
        return head is not Kind.IN and first.word.isascii()
    return first.kind is Kind.ORDINAL and head is Kind.UNTIL
