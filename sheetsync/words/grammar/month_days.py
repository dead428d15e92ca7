"""Days that come back in each month or period: "до 5 числа месяца, следующего за кварталом"."""

from dataclasses import replace

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.neighbours import reads_following, reads_preceding
from sheetsync.words.grammar.parts_of_month import read_part
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import take_day
from sheetsync.words.lexicon.kinds import COUNTED_UNITS, LAST, NUMERALS, Kind, Unit


@frozen_positional
class DayOfMonth:
    """As in "до 7 числа месяца, следующего за кварталом".

    `month` counts the months of the period (LAST for its last), 0 where it is not said; `after` is
    true where those of the period that follows are meant; `unit` is the period where it is named.
    """

    days: tuple[int, ...]
    month: int = 0
    after: bool = False
    unit: Unit | None = None
    any_period: bool = False  # "за отчетным периодом": only a frequency beside it can tell which
    bare: bool = False  # nothing after "числа"
    working: bool = False  # "последний рабочий день"
    part: Point | None = None  # instead of the days: "первая неделя месяца"
    ahead: bool = False  # "месяца, предшествующего кварталу": its number is of the part before


_LONGEST = 31  # cut to the month's own length
_SURE_DAYS = 28
_EACH_OF_ANY = ("каждый", "каждая", "каждую", "каждой", "every", "each")
# "месяца, следующего за месяцем проведения": of one month, whichever that is.
_OF_EVENT = ("проведени", "мероприяти", "событи", "окончани", "получени", "поступлени", "увольнени")
_SURE_WEEKS = 4  # that every month has
MONTHLY = ("ежемесячн", "monthly")
"""How words begin that say "each month"."""
# What stands before a period that has to end first.
AFTER = (
    *("после", "по окончании", "по завершении", "по истечении", "по окончанию", "по завершению"),
    *("after", "following", "upon completion of", "с даты"),
)


def read_day_of_month(cursor: Cursor) -> DayOfMonth | None:
    """As in "до 5 числа", "10 и 25 числа каждого месяца", "by the 10th of the following month"."""
    cursor.skip(Kind.TERM, Kind.IN)
    stretch = cursor.attempt(_window) or cursor.attempt(_opening)
    if stretch:
        return stretch
    counted = cursor.attempt(_days_after)
    if counted:
        return counted
    monthly = (Kind.THROUGH,) if Kind.FREQUENCY in cursor.kinds else ()  # "ежемесячно по 10-е"
    head = cursor.take(Kind.UNTIL, Kind.EVERY, *monthly)
    cursor.skip(Kind.IN)
    last = cursor.attempt(_last_day)
    if last:
        return _last_day_of(cursor, working=last is Kind.WORKING)
    part = cursor.attempt(read_part)
    if part:
        return _part_of(cursor, part)
    return _numbered(cursor, every=head is not None and head.kind is Kind.EVERY)


def read_nth_month(cursor: Cursor) -> DayOfMonth | None:
    """As in "второй месяц квартала", "в 1-м месяце каждого полугодия": due at its end."""
    cursor.skip(Kind.IN)
    cursor.take(Kind.EVERY)
    number = cursor.take(*NUMERALS)
    month = cursor.take_unit(Unit.MONTH)
    cursor.skip(Kind.OF, Kind.EVERY, Kind.WHICH)
    unit = cursor.take_unit(Unit.QUARTER, Unit.HALF_YEAR)
    if number is None or month is None or unit is None:
        return None
    inside = 1 <= number.value <= unit.months
    return DayOfMonth((_LONGEST,), number.value, unit=unit) if inside else None


def _window(cursor: Cursor) -> DayOfMonth | None:
    """As in "с 10 по 20 число", "10-20 числа": due on the last of them."""
    since = cursor.take(Kind.SINCE)
    first = take_day(cursor)
    through = cursor.take(Kind.DASH, *((Kind.THROUGH, Kind.UNTIL) if since else ()))
    last = take_day(cursor)
    if first is None or through is None or last is None:
        return None
    monthly = cursor.ended and any(word.kind is Kind.FREQUENCY for word in cursor.spoken)
    if not cursor.take(Kind.DAY_OF_MONTH) and not monthly:
        return None
    if not 1 <= first.value < last.value <= _LONGEST:
        return None
    days = (last.value,)
    return _of_month(cursor, days) or DayOfMonth(days, bare=True)


def _opening(cursor: Cursor) -> DayOfMonth | None:
    """As in "в начале каждого месяца", "ежемесячно, в середине месяца": ten days of it.

    Of a quarter or half-year the first month, as of "начало квартала" the first third.
    """
    part = cursor.take(Kind.START, Kind.MIDDLE)
    cursor.skip(Kind.OF)
    each = cursor.take(Kind.EVERY) or Kind.FREQUENCY in cursor.kinds
    unit = cursor.take_unit()
    if not each or part is None or unit is None or cursor.sees(Kind.UNIT, Kind.WHICH):
        return None
    if unit is Unit.MONTH:
        return DayOfMonth((10 if part.kind is Kind.START else 20,), unit=Unit.MONTH)
    quarterly = unit is Unit.QUARTER and part.kind is Kind.START
    return DayOfMonth((_LONGEST,), 1, unit=Unit.QUARTER) if quarterly else None


def _days_after(cursor: Cursor) -> DayOfMonth | None:
    """As in "10 days after each quarter end": the first of those days is the next month's first.

    Without "each" it may be one quarter that is meant.
    """
    cursor.skip(Kind.IN, Kind.UNTIL)
    cursor.at += cursor.ahead().word == "через"
    number = cursor.take(Kind.NUMBER)
    days = cursor.take_unit(Unit.DAY) if number else None
    head = cursor.take(Kind.WAIT, Kind.EVENT) if days else None
    cursor.skip(Kind.END, Kind.OF)
    each = cursor.take(Kind.EVERY)
    period = cursor.take(Kind.UNIT, Kind.FREQUENCY)
    unit = Unit(period.value) if period and period.value in COUNTED_UNITS else None
    after = head is not None and head.word in AFTER
    if number is None or not after or each is None or unit is None or number.value > _SURE_DAYS:
        return None
    return DayOfMonth((number.value,), 0 if unit is Unit.MONTH else 1, after=True, unit=unit)


def _last_day(cursor: Cursor) -> Kind | None:
    """As in "последний день", "последнее число", "последний рабочий день" (WORKING)."""
    last = cursor.take(Kind.ORDINAL)
    working = cursor.take(Kind.WORKING)
    of_month = cursor.take(Kind.DAY_OF_MONTH) or cursor.take_unit(Unit.DAY)
    cursor.skip(Kind.OF)
    if last is None or last.value != LAST or not of_month:
        return None
    return Kind.WORKING if working else Kind.DAY_OF_MONTH


def _last_day_of(cursor: Cursor, *, working: bool) -> DayOfMonth | None:
    days = (_LONGEST,)
    found = _of_month(cursor, days)
    if found is None and Kind.FREQUENCY in cursor.kinds:
        found = DayOfMonth(days, LAST, bare=True)  # "ежемесячно, последний день"
    return found and replace(found, working=working)


def _part_of(cursor: Cursor, part: Point) -> DayOfMonth | None:
    """As in "первая неделя месяца", "до 3-й декады"; a fifth week may be missing."""
    weeks = part.scale is Scale.WEEK
    if weeks and part.number > _SURE_WEEKS:
        return None
    cursor.skip(Kind.OF)
    last = part.number == LAST or (part.scale, part.number) == (Scale.DECADE, 3)
    days = (_LONGEST if last else 1,)
    found = _of_month(cursor, days)
    told = not weeks or any(each.word.startswith(MONTHLY) for each in cursor.spoken)
    if found is None and not (told and (cursor.ended or cursor.sees(Kind.CLOSE))):
        return None  # a week may be of a quarter
    return replace(found or DayOfMonth(days, bare=True), part=part)


def _numbered(cursor: Cursor, *, every: bool) -> DayOfMonth | None:
    """As in "5 числа", "10-го и 25-го каждого месяца", "каждого 5 числа" (`every`)."""
    days, ordinal = _days(cursor)
    said = bool(cursor.take(Kind.DAY_OF_MONTH)) or (ordinal and _english_day(cursor))
    if not days or not all(1 <= day <= _LONGEST for day in days) or not (said or ordinal):
        return None
    of = bool(cursor.take(Kind.OF))
    found = _of_month(cursor, days)
    if found:
        # "1-го месяца" is a first month, "1-го каждого месяца" a first day.
        return found if said or of or found.after or found.unit else None
    if every:  # "каждый 4-й" may be of anything
        return None if cursor.ahead(-2).word in _EACH_OF_ANY else DayOfMonth(days, unit=Unit.MONTH)
    alone = said or cursor.ended or cursor.sees(Kind.COMMA, Kind.CLOSE, Kind.FREQUENCY)
    return DayOfMonth(days, bare=True) if alone else None


def _days(cursor: Cursor) -> tuple[tuple[int, ...], bool]:
    days: list[int] = []
    ordinal = True
    while number := take_day(cursor):
        days.append(number.value)
        ordinal = ordinal and number.kind is Kind.NTH
        follows = cursor.ahead(1).kind in NUMERALS
        if not (follows and cursor.take(Kind.AND, Kind.COMMA)):
            break
    return tuple(days), ordinal


def _english_day(cursor: Cursor) -> bool:
    return cursor.ahead().word == "day" and bool(cursor.take_unit())


def _of_month(cursor: Cursor, days: tuple[int, ...]) -> DayOfMonth | None:
    """The days with the words behind them: of which month, of which period, following what."""
    return cursor.attempt(lambda here: _which_month(here, days))


def _which_month(cursor: Cursor, days: tuple[int, ...]) -> DayOfMonth | None:
    past = cursor.attempt(_past)
    if past:
        return DayOfMonth(days, 0 if past is Unit.MONTH else 1, after=True, unit=past)
    each = bool(cursor.take(Kind.EVERY))
    month = cursor.take(Kind.ORDINAL)
    after = reads_following(cursor)
    if after and cursor.take(Kind.PERIOD):
        return DayOfMonth(days, after=True, any_period=True)
    unit = cursor.take_unit()
    if unit is None:
        return None
    if unit is not Unit.MONTH:
        # "последняя неделя III квартала" is of that one alone
        return None if month else _of_longer(cursor, days, unit, after=after)
    number = month.value if month else 0
    found = _of_period(cursor, DayOfMonth(days, number, after, Unit.MONTH if each else None))
    # So is "последнего месяца I квартала" and "месяца, следующего за I кварталом".
    alone = (number or found.after) and cursor.foresees(_numbered_part)
    return None if alone or cursor.ahead().word.startswith(_OF_EVENT) else found


def _numbered_part(cursor: Cursor) -> Unit | None:
    """As in "I квартала", "второго полугодия"."""
    number = cursor.take(*NUMERALS)
    return cursor.take_unit(Unit.QUARTER, Unit.HALF_YEAR) if number else None


def _of_longer(
    cursor: Cursor, days: tuple[int, ...], unit: Unit, *, after: bool
) -> DayOfMonth | None:
    """As in "последний день квартала", "5 числа, следующего за кварталом месяца"."""
    if not after:
        return DayOfMonth(days, LAST, unit=unit) if days == (_LONGEST,) else None
    cursor.take_unit(Unit.MONTH)
    return DayOfMonth(days, 1, True, unit) if unit in (Unit.QUARTER, Unit.HALF_YEAR) else None


def _of_period(cursor: Cursor, days: DayOfMonth) -> DayOfMonth:
    """As in "последнего месяца квартала", "месяца, следующего за отчетным кварталом"."""
    past = cursor.attempt(_past)
    if past:
        return replace(days, month=days.month or 1, after=True, unit=past)
    cursor.skip(Kind.OF, Kind.EVERY)
    before = cursor.at
    ahead = cursor.foresees(reads_preceding)
    after, unit, any_period = reads_following(cursor) or days.after, days.unit, False
    cursor.attempt(last_month)
    named = cursor.take_unit()
    if named in (*COUNTED_UNITS, Unit.YEAR):
        unit = named
    elif cursor.take(Kind.PERIOD):
        any_period = True
    elif named:
        cursor.at = before
    if reads_following(cursor):
        after = True
        cursor.take_unit()
    if cursor.take(Kind.PERIOD):
        any_period = unit is None
    if ahead and unit in (Unit.QUARTER, Unit.HALF_YEAR):
        return replace(days, month=LAST, unit=unit, ahead=True)
    return replace(days, after=after, unit=unit, any_period=any_period)


def _past(cursor: Cursor) -> Unit | None:
    """As in "после отчетного месяца", "по окончании квартала", "after the end of the quarter"."""
    head = cursor.take(Kind.WAIT, Kind.EVENT)
    if head is None or head.word not in AFTER:
        return None
    cursor.skip(Kind.END, Kind.OF, Kind.EVERY, Kind.WHICH)
    return cursor.take_unit(*COUNTED_UNITS)


def last_month(cursor: Cursor) -> bool | None:
    """As in "за последним месяцем отчетного квартала" says no more than "за отчетным кварталом"."""
    last = cursor.take(Kind.ORDINAL)
    month = cursor.take_unit(Unit.MONTH)
    cursor.skip(Kind.OF, Kind.WHICH, Kind.EVERY)
    if last is None or last.value != LAST or month is None:
        return None
    return cursor.sees(Kind.UNIT) or None
