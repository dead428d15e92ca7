"""Reads one point or stretch of the calendar as it is named: a day, a month, a quarter, a year."""

from collections.abc import Callable
from dataclasses import replace

from sheetsync.words.grammar.cursor import Cursor, is_glued
from sheetsync.words.grammar.lexemes import Lexeme
from sheetsync.words.grammar.numeric_days import read_numeric
from sheetsync.words.grammar.parts_of_month import (
    TENTH,
    read_month_then_opening,
    read_month_then_part,
    read_part_of_month,
)
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.years import (
    read_month_and_year,
    read_part_of_year,
    read_part_then_number,
    read_plan_part,
    read_plan_years,
    read_school_year,
    read_season,
    read_short_year,
    read_whole_year,
    read_year_end,
    with_year,
)
from sheetsync.words.lexicon.calendar import OF_MONTHS
from sheetsync.words.lexicon.kinds import LAST, NUMBERS, NUMERALS, Kind, Unit, full_year
from sheetsync.words.lexicon.named_days import HONOURS
from sheetsync.words.lexicon.numbers import DAY_ENDINGS

_PARTED = (Scale.SEASON, Scale.QUARTER, Scale.HALF_YEAR, Scale.YEAR)


def read_point(cursor: Cursor) -> Point | None:
    """The point that begins here, as long as it goes; None, with nothing read, if there is none."""
    return cursor.once(_read_point)


def _read_point(cursor: Cursor) -> Point | None:
    if not (honours_day(cursor) if cursor.sees(Kind.WORD) else cursor.sees(*_BEGINNINGS)):
        return None
    since = cursor.at
    edge = _edge(cursor)
    for reader in _BY_BEGINNING[cursor.ahead().kind]:
        point = cursor.attempt(reader)
        if point is None:
            continue
        if edge is Edge.MIDDLE_THIRD and point.scale not in _PARTED:
            break
        inside = edge is Edge.START and not _bounded(cursor, since)
        if inside and point.scale is Scale.SCHOOL_YEAR and not cursor.plan.schooling:
            continue
        if point.edge is Edge.WEEK and edge not in (Edge.NONE, Edge.END):
            break
        part = inside and point.scale in _PARTED
        edge = Edge.FIRST_THIRD if part else _inner(edge, point)
        if point.has_no_end and edge > Edge.START:
            break
        return replace(point, edge=edge, quote=cursor.quote(since))
    cursor.at = since
    return None


def read_whole_day(cursor: Cursor) -> Point | None:
    """As `read_point`, where it is a day of a month: "15 мая", no "15"."""
    point = read_point(cursor)
    return point if point and point.scale is Scale.DAY else None


def _inner(edge: Edge, point: Point) -> Edge:
    """The edge that is said, but of "the end of the week of 12 October" the week's last day."""
    return point.edge if point.edge is Edge.WEEK else edge or point.edge


def _edge(cursor: Cursor) -> Edge:
    if cursor.sees(Kind.START, Kind.MIDDLE) and cursor.foresees(_opening):
        return Edge.NONE
    if cursor.take(Kind.END):
        edge = Edge.END
        cursor.skip(*((Kind.DASH,) if cursor.ahead(1).kind is Kind.MONTH else ()))  # "end-June"
    elif cursor.attempt(_last_working_day):
        edge = Edge.LAST_WORKING_DAY
    elif cursor.sees(Kind.MIDDLE):
        edge = Edge.NONE if _bounded(cursor, cursor.at) else Edge.MIDDLE_THIRD
        cursor.at += edge is not Edge.NONE
        cursor.skip(Kind.DASH)
    else:
        edge = Edge.START if cursor.take(Kind.START) else Edge.NONE
    cursor.skip(Kind.OF)
    return edge


def _last_working_day(cursor: Cursor) -> bool | None:
    last = cursor.take(Kind.ORDINAL)
    working = cursor.take(Kind.WORKING) and cursor.take_unit(Unit.DAY)
    return (last is not None and last.value == LAST and working is not None) or None


def honours_day(cursor: Cursor) -> bool:
    """The next word is that of "Всемирный день здоровья"."""
    return cursor.ahead(1).kind is Kind.NAMED_DAY and cursor.ahead().word.startswith(HONOURS)


def _named_day(cursor: Cursor) -> Point | None:
    if honours_day(cursor):
        cursor.at += 1
    day = cursor.take(Kind.NAMED_DAY)
    return with_year(cursor, Point(scale=Scale.DAY, named=day.value)) if day else None


def _opening(cursor: Cursor) -> Point | None:
    """As in "начало сентября", "середина мая": ten days of the month, the first or the second.

    "До середины мая" is its first half; of "к началу сентября" it is not said which day is meant.
    """
    middle = cursor.ahead(-1).kind is Kind.UNTIL and cursor.sees(Kind.MIDDLE)
    early = cursor.ahead().word.startswith("early")
    if _bounded(cursor, cursor.at) and not (early or middle):
        return None
    part = cursor.take(Kind.START, Kind.MIDDLE)
    cursor.skip(Kind.OF, *((Kind.DASH,) if part and part.kind is Kind.MIDDLE else ()))
    month = cursor.take(Kind.MONTH)
    if part is None or month is None:
        return None
    tenth = Point(scale=Scale.DECADE, number=TENTH[part.kind], month=month.value)
    half = Point(scale=Scale.HALF_MONTH, number=1, month=month.value, edge=Edge.END)
    return with_year(cursor, half if middle else tenth)


def _bounded(cursor: Cursor, at: int) -> bool:
    before = cursor.ahead(at - cursor.at - 1).kind
    return before in (Kind.UNTIL, Kind.THROUGH, Kind.SINCE, Kind.EVENT, Kind.NOT_BEFORE)


def _week_of(cursor: Cursor) -> Point | None:
    """As in "week commencing 11 May", "week of 13 May": Monday to Sunday."""
    headed = cursor.take(Kind.WEEK_OF) or (cursor.take_unit(Unit.WEEK) and cursor.take(Kind.OF))
    day = read_point(cursor) if headed else None
    dated = day is not None and day.scale is Scale.DAY and day.edge is Edge.NONE
    return replace(day, edge=Edge.WEEK) if day and dated else None


def _day_of_month(cursor: Cursor) -> Point | None:
    day = take_day(cursor)
    if day and not day.word.endswith("е"):  # "20-е числа" are ten days
        cursor.skip(Kind.DAY_OF_MONTH)
    cursor.skip(Kind.OF)
    month = cursor.take(Kind.MONTH)
    if day is None or month is None:
        return None
    point = Point(scale=Scale.DAY, number=day.value, month=month.value)
    year = cursor.attempt(read_short_year)
    return replace(point, year=year) if year else with_year(cursor, point)


def _weekday_day(cursor: Cursor) -> Point | None:
    """As in "вт 12 мая", "Wed, 13 May"; a comma before it leaves it to the day that it follows."""
    own = () if cursor.ahead(-1).kind is Kind.COMMA else (Kind.COMMA,)
    weekday = cursor.take(Kind.WEEKDAY)
    cursor.skip(*own)
    # Of a list of weekdays none is passed over; nor is it read a frame deeper for each of them.
    day = None if cursor.sees(Kind.WEEKDAY) else read_point(cursor)
    if not weekday or not day or day.edge or day.scale not in (Scale.DAY, Scale.BARE):
        return None
    return replace(day, weekday=weekday.value)


def take_day(cursor: Cursor) -> Lexeme | None:
    """A number of a day: "15", "15-го", "пятого"; of "первый", "I" only a day's own forms."""
    if cursor.sees(Kind.ORDINAL) and not cursor.ahead().word.endswith(DAY_ENDINGS):
        return None
    return cursor.take(*NUMERALS)


def _month_day(cursor: Cursor) -> Point | None:
    """As in "May 15, 2026": only in English, "май 21" may mean the year."""
    month = cursor.take(Kind.MONTH)
    day = cursor.take(*NUMBERS)
    if month is None or day is None or not month.word.isascii() or day.value > 31:
        return None
    if _apostrophe(cursor, day):  # "Jan '26" is a month
        return None
    point = Point(scale=Scale.DAY, number=day.value, month=month.value, month_first=True)
    return with_year(cursor, point)


def _apostrophe(cursor: Cursor, number: Lexeme) -> bool:
    return cursor.line[max(0, number.start - 1) : number.start] in ("'", "’")


def read_month_of_year(cursor: Cursor) -> Point | None:
    """As in "Jan '26", "Jan-26" as spreadsheets show a month, "Q1'26", "1Q26"."""
    readers = (_whole_month, read_part_then_number, read_part_of_year)
    point = next(filter(None, map(cursor.attempt, readers)), None)
    if point is None or point.year is not None:
        return None
    before, dash = cursor.ahead(-1), cursor.take(Kind.DASH)
    number = cursor.take(Kind.NUMBER)
    if number is None or not 20 <= number.value < 100:
        return None
    year = full_year(number.value)
    near = abs(year - cursor.plan.starts.year) <= 1
    spoken = point.scale is Scale.MONTH and not before.word.isascii()  # "май 26" may be a day
    said = _apostrophe(cursor, number) or (
        near and not spoken and (dash or before.end == number.start or not point.month)
    )
    alone = near and dash is None and point.scale is Scale.MONTH and before.word.isascii()
    return replace(point, year=year) if said or alone else None


def _whole_month(cursor: Cursor) -> Point | None:
    if cursor.ahead(1).kind is Kind.MONTH:
        cursor.take_unit(Unit.MONTH)  # "м-ц октябрь"
    month = cursor.take(Kind.MONTH)
    cursor.take_unit(Unit.MONTH)  # "в феврале месяце"
    if month is None:
        return None
    if is_glued(cursor) and cursor.ahead(1).kind is Kind.YEAR:
        cursor.take(Kind.DASH)  # "май-2026"
    point = Point(scale=Scale.MONTH, month=month.value, of=month.word in OF_MONTHS)
    return with_year(cursor, point)


def _bare(cursor: Cursor) -> Point | None:
    number = cursor.take(*NUMERALS)
    if number is None or number.value < 1:
        return None
    point = Point(scale=Scale.BARE, number=number.value)
    years = cursor.sees(Kind.COMMA) and cursor.ahead(1).kind is Kind.YEAR  # "May 14–16, 2026"
    return with_year(cursor, point) if years else point


# Each with the kinds of lexemes that it may begin with. The longest readings first: "1 марта"
# before "1", "2021-2022 учебный год" before "2021".
_READERS: tuple[tuple[Callable[[Cursor], Point | None], tuple[Kind, ...]], ...] = (
    (_named_day, (Kind.NAMED_DAY, Kind.WORD)),
    (read_year_end, (Kind.YEAR_END,)),
    (_week_of, (Kind.WEEK_OF, Kind.UNIT)),
    (_opening, (Kind.START, Kind.MIDDLE)),
    (read_numeric, (Kind.DAY_MONTH,)),
    (read_month_and_year, (Kind.MONTH_YEAR,)),
    (_day_of_month, NUMERALS),
    (_weekday_day, (Kind.WEEKDAY,)),
    (_month_day, (Kind.MONTH,)),
    (read_month_then_part, (Kind.MONTH,)),
    (read_month_then_opening, (Kind.MONTH,)),
    (_whole_month, (Kind.MONTH, Kind.UNIT)),
    (read_part_of_month, (*NUMERALS, Kind.UNIT)),
    (read_part_of_year, NUMERALS),
    (read_part_then_number, (Kind.YEAR, Kind.QUARTER_SIGN, Kind.HALF_SIGN, Kind.HALF, Kind.UNIT)),
    (read_plan_part, (Kind.UNIT, Kind.DECADE)),
    (read_season, (Kind.SEASON,)),
    (read_school_year, (Kind.YEAR, Kind.WHICH, Kind.UNIT)),
    (read_plan_years, (Kind.YEAR,)),
    (
        read_whole_year,
        (
            *(Kind.YEAR, Kind.NUMBER, Kind.WHICH, Kind.UNIT, Kind.THIS_YEAR, Kind.YEAR_MARK),
            *(Kind.OF, Kind.FOR, Kind.COMMA),
        ),
    ),
    (_bare, NUMERALS),
)
_BY_BEGINNING: dict[Kind, tuple[Callable[[Cursor], Point | None], ...]] = {
    kind: tuple(reader for reader, kinds in _READERS if kind in kinds) for kind in Kind
}
_BEGINNINGS = frozenset(
    {Kind.START, Kind.END, *(kind for kind, readers in _BY_BEGINNING.items() if readers)}
)
