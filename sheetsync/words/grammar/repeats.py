"""What comes back: how often, and when not."""

from dataclasses import replace

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.expressions import read_periods
from sheetsync.words.grammar.month_days import AFTER, MONTHLY, last_month
from sheetsync.words.grammar.own_parts import own_parts
from sheetsync.words.grammar.times import Periods
from sheetsync.words.lexicon.kinds import COUNTED_UNITS, LAST, Kind, Unit


@frozen_positional
class Frequency:
    """`times` in every `every` units: "2 раза в год" is 2 in 1 YEAR, "раз в 20 дней" 1 in 20 DAYs.

    `from_then` is true of "далее ежеквартально", which begins where the words before it end.
    """

    unit: Unit
    every: int = 1
    times: int = 1
    working: bool = False  # "каждый рабочий день"
    from_then: bool = False
    vague: bool = False  # "1-2 раза в год": how often is not quite said
    counted: bool = False  # "2 раза в год", which "ежегодно" is not


@frozen_positional
class Except:
    """When the repetition rests."""

    periods: Periods


_MOST_TIMES = 99  # «по 5000 р. на 1 кв.» is money


def read_frequency(cursor: Cursor) -> Frequency | None:
    """As in "ежемесячно", "2 раза в год", "каждые три месяца", "далее ежегодно"."""
    then = bool(cursor.take(Kind.THEN))
    cursor.skip(Kind.DASH, Kind.AT_LEAST) if then else cursor.skip(Kind.AT_LEAST)
    readers = (_word, _so_many_times, _every_other, _every_unit, _working_day, _at_end_of)
    for reader in (*readers, _last_month_of, after_each):
        found = cursor.attempt(reader)
        if found:
            once = found.every == found.times == 1
            own = once and own_parts(cursor.wordings.terms, found.unit)
            return None if own else replace(found, from_then=then)
    return None


def _word(cursor: Cursor) -> Frequency | None:
    word = cursor.take(Kind.FREQUENCY)
    return Frequency(Unit(word.value % 10), max(1, word.value // 10)) if word else None


def _so_many_times(cursor: Cursor) -> Frequency | None:
    cursor.take(Kind.THROUGH)  # "по 2 раза в год"
    count = cursor.take(Kind.NUMBER, Kind.NTH, Kind.COUNT)
    vague = cursor.attempt(_or_so)  # "1-2 раза в год"
    times = cursor.take(Kind.TIMES)
    often = cursor.take(Kind.FREQUENCY) if times else None
    if often and times:  # "twice monthly"
        return Frequency(Unit(often.value % 10), times=times.value, counted=True)
    per = cursor.take(Kind.IN, Kind.PER, Kind.EVERY, Kind.SLASH, Kind.FOR)
    every = cursor.take(Kind.NUMBER, Kind.COUNT)
    broken = every is not None and cursor.attempt(_and_a_half)
    unit = cursor.take_unit() or (cursor.take(Kind.YEAR_MARK) and Unit.YEAR)  # "2 р/г"
    if times is None or per is None or not unit:
        return None
    total = (count.value if count else 1) * times.value
    length = every.value + bool(broken) if every else 1
    vague = vague or broken
    if not length or not 0 < total <= _MOST_TIMES:
        return None
    return Frequency(unit, length, total, counted=True, vague=vague or False)


def _and_a_half(cursor: Cursor) -> bool | None:
    """As in "раз в 1,5 года": on which days, nobody knows."""
    return bool(cursor.take(Kind.COMMA) and cursor.take(Kind.NUMBER)) or None


def _or_so(cursor: Cursor) -> bool | None:
    return bool(cursor.take(Kind.DASH) and cursor.take(Kind.NUMBER)) or None


def _at_end_of(cursor: Cursor) -> Frequency | None:
    """As in "в конце квартала", which comes back; "до конца квартала" may be this one."""
    # Behind «ежеквартально», «конец квартала» is that of each.
    often = (word for word in cursor.spoken[: cursor.at] if word.kind is Kind.FREQUENCY)
    each = next(often, None)
    inside = cursor.take(Kind.IN, Kind.EVERY, *((Kind.UNTIL,) if each else ())) or each
    end = cursor.take(Kind.END)
    unit = cursor.take_unit(*COUNTED_UNITS)
    inside = inside or (end if end and "посл" in end.word else None)  # "последний день квартала"
    whole = not cursor.sees(Kind.UNIT, Kind.WHICH)
    return Frequency(unit) if inside and end and unit and whole else None


def after_each(cursor: Cursor) -> Frequency | None:
    """As in "по итогам квартала, до 20 числа следующего месяца": a day of it comes back."""
    head = cursor.take(Kind.WAIT, Kind.EVENT)
    cursor.skip(Kind.END, Kind.OF, Kind.EVERY, Kind.WHICH)
    unit = cursor.take_unit(*COUNTED_UNITS)
    after = head is not None and head.word in (*AFTER, "по итогам")
    return Frequency(unit) if after and unit and Kind.DAY_OF_MONTH in cursor.kinds else None


def _every_unit(cursor: Cursor) -> Frequency | None:
    """As in "каждые три месяца", "в каждом квартале", "до конца каждого месяца"."""
    cursor.skip(Kind.IN, Kind.UNTIL)
    cursor.take(Kind.END)
    cursor.at += cursor.ahead().word == "через"  # "через каждые 3 месяца"
    each = cursor.take(Kind.EVERY, *((Kind.PER,) if cursor.ahead().word == "per" else ()))
    every = cursor.take(Kind.NUMBER, Kind.COUNT, Kind.NTH, Kind.ORDINAL)  # "каждый 2-й год"
    vague = cursor.attempt(_or_so) or False  # "every 3-5 years"
    working = bool(cursor.take(Kind.WORKING))
    unit = cursor.take_unit()
    numbered = every is not None and every.kind in (Kind.NTH, Kind.ORDINAL)
    if each is None or unit is None or (every and every.value < 1):
        return None
    part_of_year = bool(unit.months) and unit is not Unit.YEAR
    if numbered and (part_of_year or cursor.sees(Kind.UNIT, Kind.WHICH, Kind.OF)):
        return None  # "каждый 2-й месяц": every other one, or of each quarter?
    length = every.value if every else 1
    return Frequency(unit, length, working=working, vague=vague)


def _every_other(cursor: Cursor) -> Frequency | None:
    """As in "every other Friday": of which week the first is, is not said."""
    other = cursor.take(Kind.EVERY) and cursor.ahead().word == "other"
    cursor.at += 1
    return Frequency(Unit.WEEK, 2) if other and cursor.take(Kind.WEEKDAY) else None


def _working_day(cursor: Cursor) -> Frequency | None:
    """As in "до 5-го рабочего дня каждого месяца": on which day, holidays decide."""
    cursor.skip(Kind.UNTIL, Kind.IN)
    number, working = cursor.take(Kind.NTH, Kind.ORDINAL), cursor.take(Kind.WORKING)
    day = cursor.take_unit(Unit.DAY)
    cursor.skip(Kind.OF)
    each = cursor.take(Kind.EVERY)
    said = cursor.take_unit(Unit.MONTH) and (each or cursor.ended or cursor.sees(Kind.CLOSE))
    if (
        number is None
        or number.value == LAST
        or working is None
        or day is None
        or working.word.startswith("кален")
    ):
        return None
    monthly = cursor.ended and any(each.word.startswith(MONTHLY) for each in cursor.spoken)
    return Frequency(Unit.MONTH, vague=True) if said or monthly else None


def _last_month_of(cursor: Cursor) -> Frequency | None:
    """As in "в последний месяц квартала"."""
    cursor.skip(Kind.IN)
    if not cursor.attempt(last_month):
        return None
    unit = cursor.take_unit(Unit.QUARTER, Unit.HALF_YEAR)
    # In "последний месяц квартала, до 20 числа" the day is of that month.
    dayless = cursor.kinds.isdisjoint((Kind.DAY_OF_MONTH, Kind.NTH))
    return Frequency(unit) if unit and dayless else None


def read_except(cursor: Cursor) -> Except | None:
    """As in "кроме июля и августа", "за исключением летнего периода"."""
    if not cursor.take(Kind.EXCEPT):
        return None
    periods = read_periods(cursor)
    return Except(periods) if periods else None
