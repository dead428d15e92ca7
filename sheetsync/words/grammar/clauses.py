"""What the clauses of a phrase can be, and the readers that look for each of them."""

from collections.abc import Callable
from functools import lru_cache

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar import moments, remarks
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.events import Relative, read_event, read_length
from sheetsync.words.grammar.expressions import read_bound, read_periods
from sheetsync.words.grammar.left_over import LeftOver, read_left_over
from sheetsync.words.grammar.month_days import DayOfMonth, read_day_of_month, read_nth_month
from sheetsync.words.grammar.other_days import read_former
from sheetsync.words.grammar.own_periods import read_counted, read_fiscal, read_term
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import read_month_of_year, read_point, take_day
from sheetsync.words.grammar.purposes import read_held, read_last_day, read_purpose
from sheetsync.words.grammar.repeats import Except, Frequency, read_except, read_frequency
from sheetsync.words.grammar.reported import read_as_of, read_each
from sheetsync.words.grammar.times import Bound, Periods, TimeExpression
from sheetsync.words.grammar.waits import WAITING_KINDS, Waiting, read_waiting
from sheetsync.words.grammar.weekdays import OnWeekday, read_weekday
from sheetsync.words.lexicon.calendar import OF_MONTHS
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, Kind


@frozen_positional
class AllYear:
    """As in "постоянно", "весь период"; `onwards` of "ongoing", which goes on from a beginning."""

    onwards: bool = False


Content = (
    Periods
    | Frequency
    | DayOfMonth
    | OnWeekday
    | Except
    | AllYear
    | Waiting
    | Relative
    | remarks.Remark
    | remarks.Name
    | LeftOver
)
ClauseReader = Callable[[Cursor], Content | None]


@frozen_positional
class Clause:
    """One part of a phrase; `bracketed` are those that stand in brackets."""

    content: Content
    quote: str
    bracketed: bool = False


_ONWARDS = ("ongoing", "on - going", "on going")
_YEARS_APART = (Kind.FOR, Kind.FREQUENCY, Kind.EVERY, Kind.TIMES)
_YEARS = (Kind.YEAR, Kind.LENGTH_UNIT, Kind.THIS_YEAR, Kind.YEAR_MARK)
_ENDS = (Kind.NOTHING, Kind.COMMA, Kind.CLOSE, Kind.SEMICOLON)
_PERIOD = (Kind.PERIOD, Kind.WHILE)


def _periods(cursor: Cursor) -> Periods | Relative | None:
    periods = read_periods(cursor)
    events = [point.event for point in (periods.points if periods else ()) if point.event]
    return Relative(events[0]) if events else periods  # "до 10 мая года усыновления"


def _periods_beside_year(cursor: Cursor) -> Periods | None:
    """The same times without the year behind them, which may be that of a report or a repetition.

    As in "до 1 марта за прошлый год", "ежегодно май 2025-2027": both parses count.
    """
    if cursor.kinds.isdisjoint(_YEARS):
        return None
    cursor.without_years = True
    periods = read_periods(cursor)
    cursor.without_years = False
    return periods


def _month_beside_day(cursor: Cursor) -> Periods | None:
    """The other reading of "Jan 26" in a plan of 2026, and the only one of "Jan '26", "1Q26".

    So, too, of a range of two: "Apr 26 – Mar 27".
    """
    bound = read_bound(cursor)
    point = cursor.attempt(read_month_of_year)
    last = cursor.attempt(_month_of_later_year) if point and bound is Bound.WITHIN else None
    if point and last:
        return Periods((TimeExpression(Bound.RANGE, (point, last)),))
    return Periods((TimeExpression(bound, (point,)),)) if point else None


def _month_of_later_year(cursor: Cursor) -> Point | None:
    joined = cursor.take(Kind.DASH, Kind.THROUGH, Kind.UNTIL)
    return read_month_of_year(cursor) if joined else None


def _months_beside(cursor: Cursor) -> Periods | None:
    """Months as "февраль апрель" as a range whose dash was lost; it may be a list of two as well.

    Neighbours, "июль август", are a list.
    """
    months = [cursor.ahead(at).value for at in (0, 1) if cursor.ahead(at).kind is Kind.MONTH]
    listed = Kind.MONTH in (cursor.ahead(-1).kind, cursor.ahead(2).kind)
    if len(months) < 2 or listed or (months[1] - months[0]) % MONTHS_IN_YEAR == 1:
        return None
    first, last = read_point(cursor), read_point(cursor)
    return Periods((TimeExpression(Bound.RANGE, (first, last)),)) if first and last else None


def _two_days(cursor: Cursor) -> tuple[Point, Point] | None:
    """As in "20 августа 21 сентября", where a dash or "и" may be lost: nobody knows which."""
    first = read_point(cursor) if cursor.at == 0 else None
    second = read_point(cursor) if first and first.year is None else None
    if first is None or second is None or not cursor.ended:
        return None
    days = all(each.scale is Scale.DAY and each.month and not each.edge for each in (first, second))
    apart = (first.month, first.number) < (second.month, second.number)
    # Not of "1. Апрель 2. Октябрь".
    months = [each.word for each in cursor.spoken if each.kind is Kind.MONTH]
    inflected = all(word in OF_MONTHS or word.isascii() for word in months)
    return (first, second) if days and apart and inflected else None


def _days_listed(cursor: Cursor) -> Periods | None:
    days = _two_days(cursor)
    return Periods(tuple(TimeExpression(Bound.WITHIN, (day,)) for day in days)) if days else None


def _days_ranged(cursor: Cursor) -> Periods | None:
    days = _two_days(cursor)
    return Periods((TimeExpression(Bound.RANGE, days),)) if days else None


def _month_then_day(cursor: Cursor) -> Periods | None:
    """As in "август, до 25", "май (не позднее 20)", "early Dec – 10th": a month heads its day."""
    edge = cursor.ahead(1).kind is Kind.MONTH and cursor.take(Kind.START, Kind.END)
    month = cursor.take(Kind.MONTH) if cursor.at == bool(edge) else None
    opened = cursor.take(Kind.OPEN)
    cursor.skip(Kind.COMMA, Kind.DASH)
    until = cursor.take(Kind.UNTIL)
    day = take_day(cursor) if month and (until or cursor.sees(Kind.NTH)) else None
    closed = cursor.take(Kind.CLOSE)
    if month is None or day is None or not cursor.ended or bool(opened) != bool(closed):
        return None
    point = Point(scale=Scale.DAY, number=day.value, month=month.value)
    bound = Bound.UNTIL if until else Bound.WITHIN
    return Periods((TimeExpression(bound, (point,)),))


def _month_then_days(cursor: Cursor) -> Periods | None:
    """As in "сентябрь: 10, 17, 24"."""
    month = cursor.take(Kind.MONTH) if cursor.at == 0 else None
    days: list[int] = []
    while month and cursor.take(Kind.COMMA if days else Kind.COLON):
        day = take_day(cursor)
        if day is None:
            return None
        days.append(day.value)
    if month is None or len(days) < 2 or not cursor.ended:
        return None
    points = (Point(scale=Scale.DAY, number=day, month=month.value) for day in days)
    return Periods(tuple(TimeExpression(Bound.WITHIN, (point,)) for point in points))


def _months_with_days(cursor: Cursor) -> Periods | None:
    """As in "март (8-9), июнь (12), ноябрь (4)"."""
    items: list[TimeExpression] = []
    while cursor.at == 0 or cursor.take(Kind.COMMA, Kind.SEMICOLON):
        month = cursor.take(Kind.MONTH)
        first = take_day(cursor) if month and cursor.take(Kind.OPEN) else None
        last = take_day(cursor) if first and cursor.take(Kind.DASH) else None
        if month is None or first is None or not cursor.take(Kind.CLOSE):
            return None
        days = (first, last) if last else (first,)
        points = tuple(Point(scale=Scale.DAY, number=d.value, month=month.value) for d in days)
        items.append(TimeExpression(Bound.RANGE if last else Bound.WITHIN, points))
    return Periods(tuple(items)) if cursor.ended and items[1:] else None


def _all_year(cursor: Cursor) -> AllYear | None:
    inside = cursor.ahead().word
    cursor.skip(Kind.IN)
    if " " in inside and cursor.sees(Kind.PERIOD) and cursor.ahead(1).kind in _ENDS:
        cursor.at += 1
        return AllYear()  # "в течение периода"
    word = cursor.take(Kind.ALL_YEAR)
    if word:
        return AllYear(word.word in _ONWARDS)
    which = cursor.take(Kind.WHICH)  # "в течение отчетного периода"
    return AllYear() if which and not which.value and cursor.take(*_PERIOD) else None


# Each with the kinds of lexemes of which a phrase needs one before it is worth asking: that halves
# the time. The more special first: "в течение 10 дней" before "10", "до 10 числа" before "до 10
# мая", "за год – до 10 мая" before "за год".
READERS: tuple[tuple[ClauseReader, frozenset[Kind]], ...] = (
    (moments.read_hour, frozenset({Kind.TIME, Kind.DAY_MONTH, Kind.UNIT, Kind.HALF_OF_DAY})),
    (moments.read_hours_alone, frozenset({Kind.SINCE})),
    (moments.read_all_day, frozenset({Kind.IN})),
    (
        read_frequency,
        frozenset(
            {
                *(Kind.FREQUENCY, Kind.TIMES, Kind.EVERY, Kind.ORDINAL, Kind.END, Kind.WORKING),
                *(Kind.WAIT, Kind.EVENT),
            }
        ),
    ),
    (
        read_day_of_month,
        frozenset(
            {
                *(Kind.DAY_OF_MONTH, Kind.NTH, Kind.LENGTH_UNIT, Kind.FREQUENCY, Kind.START),
                *(Kind.DECADE, Kind.HALF),
            }
        ),
    ),
    (read_nth_month, frozenset({Kind.LENGTH_UNIT})),
    (read_weekday, frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})),
    (read_except, frozenset({Kind.EXCEPT})),
    (read_fiscal, frozenset({Kind.FISCAL, Kind.QUARTER_SIGN, Kind.HALF_SIGN})),
    (read_counted, frozenset({Kind.LENGTH_UNIT})),
    (read_term, frozenset()),
    (_all_year, frozenset({Kind.ALL_YEAR, Kind.PERIOD, Kind.WHILE})),
    (remarks.read_report, frozenset({Kind.FOR, Kind.WAIT})),
    (remarks.read_headed, frozenset({Kind.DASH, Kind.COLON})),
    (read_length, frozenset({Kind.LENGTH_UNIT, Kind.LENGTH, Kind.HALF_SIGN})),
    (_month_then_day, frozenset({Kind.MONTH})),
    (_month_then_days, frozenset({Kind.COLON})),
    (_months_with_days, frozenset({Kind.OPEN})),
    (_periods, frozenset()),
    (_periods_beside_year, frozenset(_YEARS_APART)),
    (_month_beside_day, frozenset({Kind.NUMBER})),
    (_months_beside, frozenset({Kind.MONTH})),
    (_days_listed, frozenset({Kind.MONTH})),
    (_days_ranged, frozenset({Kind.MONTH})),
    (read_waiting, WAITING_KINDS),
    (read_event, frozenset({Kind.EVENT, Kind.UNTIL, Kind.SINCE, Kind.IN})),
    (remarks.read_remark, frozenset({Kind.REMARK, Kind.UNTIL})),
    (read_former, frozenset({Kind.CLOSE})),
    (remarks.read_occasion, frozenset({Kind.CLOSE})),
    (remarks.read_once, frozenset({Kind.TIMES})),
    (read_each, frozenset({Kind.EVERY})),
    (read_as_of, frozenset({Kind.DAY_OF_MONTH})),
    (remarks.read_lead_in, frozenset({Kind.TERM})),
    (remarks.read_label, frozenset({Kind.DASH, Kind.COLON, Kind.WORD})),
    (read_purpose, frozenset({Kind.DASH, Kind.COLON})),
    (read_held, frozenset({Kind.UNIT})),
    (read_last_day, frozenset({Kind.END})),
    (remarks.read_name, frozenset({Kind.WORD})),
)
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
