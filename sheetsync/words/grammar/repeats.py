"""What comes back: how often, on which weekday, and when not."""

from dataclasses import replace

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.expressions import read_periods
from sheetsync.words.grammar.month_days import AFTER, MONTHLY, last_month
from sheetsync.words.grammar.own_parts import own_parts
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import read_point, read_whole_day
from sheetsync.words.grammar.times import Periods
from sheetsync.words.lexicon.kinds import COUNTED_UNITS, LAST, NUMERALS, Kind, Unit


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
class OnWeekday:
    """Weekdays (0 Monday): all of them, or by their `numbers` in each month or in `within`.

    `until` says that "by" stands before the weekday of a date, "by Friday, 12 June".
    """

    weekdays: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    within: Point | None = None
    every: bool = True
    monthly: bool = True  # "месяца" was said
    unit: Unit = Unit.MONTH  # or the quarter in which they are counted
    until: bool = False


@frozen_positional
class Except:
    """When the repetition rests."""

    periods: Periods


_EVERY_OTHER = 2
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


def read_weekday(cursor: Cursor) -> OnWeekday | None:
    """As in "по пятницам", "каждый вторник", "последняя пятница месяца", "first Monday of May"."""
    until = cursor.attempt(_until_weekday)
    if until:
        return until
    of_month = cursor.attempt(_of_month_before) or cursor.attempt(_until_numbered)
    if of_month:
        return of_month
    cursor.skip(Kind.IN)
    every = bool(cursor.take(Kind.EVERY))
    numbers = _numbers(cursor)
    days = _weekdays(cursor)
    if not days or 0 in numbers:
        return None
    if not numbers:
        return _all_weekdays(cursor, days, every=every)
    return _numbered_weekday(cursor, days, numbers, every=every) if len(days) == 1 else None


def _of_month_before(cursor: Cursor) -> OnWeekday | None:
    """As in "август, 2-я суббота", "май (последняя пятница)"; of a list it may be another's."""
    listed = cursor.ahead(-2).kind is Kind.MONTH
    month = None if listed else cursor.attempt(read_point)
    opened = cursor.take(Kind.OPEN)
    mark = opened or cursor.take(Kind.COMMA, Kind.DASH)
    numbers, days = _numbers(cursor), _weekdays(cursor)
    closed = bool(cursor.take(Kind.CLOSE)) if opened else cursor.ended
    return _single_weekday(days, numbers, month) if mark and closed else None


def _until_numbered(cursor: Cursor) -> OnWeekday | None:
    """As in "до первой субботы мая"."""
    if not cursor.take(Kind.UNTIL):
        return None
    numbers, days = _numbers(cursor), _weekdays(cursor)
    cursor.skip(Kind.OF, Kind.IN)
    return _single_weekday(days, numbers, cursor.attempt(read_point))


def _single_weekday(
    days: tuple[int, ...], numbers: tuple[int, ...], month: Point | None
) -> OnWeekday | None:
    """The one weekday of a whole month that is meant, if it is one."""
    one = len(numbers) == len(days) == 1 and 0 not in numbers
    whole = month is not None and month.scale is Scale.MONTH and not month.edge
    return OnWeekday(days, numbers, month) if one and whole else None


def _all_weekdays(cursor: Cursor, days: tuple[int, ...], *, every: bool) -> OnWeekday:
    """As in "каждый вторник месяца", "каждый вторник октября"."""
    if every:
        cursor.take_unit(Unit.MONTH)
    every = every or len(days) > 1 or cursor.ahead(-1).kind is Kind.WEEKDAYS
    within = cursor.attempt(read_point) if every and cursor.sees(Kind.MONTH) else None
    return OnWeekday(days, within=within, every=every)


def _numbered_weekday(
    cursor: Cursor, days: tuple[int, ...], numbers: tuple[int, ...], *, every: bool
) -> OnWeekday | None:
    """As in "вторая пятница мая", "последняя пятница каждого квартала"."""
    cursor.skip(Kind.OF, Kind.IN)
    point = read_point(cursor)
    if point:
        return OnWeekday(days, numbers, point) if point.scale is Scale.MONTH else None
    each = bool(cursor.take(Kind.EVERY))
    unit = cursor.take_unit()
    counted = unit or Unit.MONTH
    if counted not in COUNTED_UNITS or (each and unit is None):
        return None
    # "каждый второй вторник" may be every other one of them; the others are of the month.
    monthly = unit is not None or (every and _EVERY_OTHER not in numbers)
    return OnWeekday(days, numbers, monthly=monthly, unit=counted)


def _until_weekday(cursor: Cursor) -> OnWeekday | None:
    """As in "by Friday, 12 June", «до пятницы 12 июня»: the date itself is read after it."""
    if not cursor.take(Kind.UNTIL):
        return None
    cursor.skip(Kind.IN)
    day = cursor.take(Kind.WEEKDAY)
    cursor.skip(Kind.COMMA)
    if day is None or not cursor.foresees(read_whole_day):
        return None
    return OnWeekday((day.value,), every=False, until=True)


def _numbers(cursor: Cursor) -> tuple[int, ...]:
    """As in "первая", "2-я", "первая и третья", before a weekday."""
    numbers: list[int] = []
    while number := cursor.take(*NUMERALS):
        numbers.append(number.value)
        if cursor.ahead(1).kind in NUMERALS:
            cursor.take(Kind.AND, Kind.COMMA)
    return tuple(numbers)


def _weekdays(cursor: Cursor) -> tuple[int, ...]:
    days: list[int] = []
    cursor.take(Kind.THROUGH)
    while day := cursor.take(Kind.WEEKDAY, Kind.WEEKDAYS):
        days.append(day.value)
        if cursor.ahead(1).kind not in (Kind.WEEKDAY, Kind.WEEKDAYS):
            break
        if not cursor.take(Kind.AND, Kind.COMMA, Kind.SLASH):
            break
    return tuple(days)


def read_except(cursor: Cursor) -> Except | None:
    """As in "кроме июля и августа", "за исключением летнего периода"."""
    if not cursor.take(Kind.EXCEPT):
        return None
    periods = read_periods(cursor)
    return Except(periods) if periods else None
