"""Weekdays: "по пятницам", "последняя пятница месяца", "third Tuesday of March and June"."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import read_point, read_whole_day
from sheetsync.words.lexicon.kinds import COUNTED_UNITS, NUMERALS, Kind, Unit


@frozen_positional
class OnWeekday:
    """Weekdays (0 Monday): all of them, or by their `numbers` in each month or in `within`.

    `until` says that "by" stands before the weekday of a date, "by Friday, 12 June"; `others` are
    more months like the one in `within`: "третий вторник марта и июня".
    """

    weekdays: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    within: Point | None = None
    every: bool = True
    monthly: bool = True  # "месяца" was said
    unit: Unit = Unit.MONTH  # or the quarter in which they are counted
    until: bool = False
    others: tuple[Point, ...] = ()


_EVERY_OTHER = 2


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
        others = _other_months(cursor)
        whole = all(one.scale is Scale.MONTH and not one.edge for one in (point, *others))
        return OnWeekday(days, numbers, point, others=others) if whole else None
    each = bool(cursor.take(Kind.EVERY))
    unit = cursor.take_unit()
    counted = unit or Unit.MONTH
    if counted not in COUNTED_UNITS or (each and unit is None):
        return None
    # "каждый второй вторник" may be every other one of them; the others are of the month.
    monthly = unit is not None or (every and _EVERY_OTHER not in numbers)
    return OnWeekday(days, numbers, monthly=monthly, unit=counted)


def _other_months(cursor: Cursor) -> tuple[Point, ...]:
    """The months behind the first of "марта, июня и сентября"."""
    found: list[Point] = []
    while cursor.ahead(1).kind is Kind.MONTH and cursor.take(Kind.COMMA, Kind.AND):
        month = read_point(cursor)
        if month is None:
            break
        found.append(month)
    return tuple(found)


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
