"""How a year and its parts are said: "2021 г.", "текущего года", "II квартал", "летом"."""

from dataclasses import replace

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.days import Span, part
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import PARTS_OF_YEAR, Edge, Point, Scale
from sheetsync.words.lexicon.kinds import (
    MONTHS_IN_YEAR,
    NEAR_YEARS,
    NUMERALS,
    Kind,
    Unit,
    full_year,
)
from sheetsync.words.lexicon.waiting import PLAN_YEAR_STEMS

# What a year can begin with; "year" is a unit.
_BEGINNINGS = (
    *(Kind.YEAR, Kind.NUMBER, Kind.THIS_YEAR, Kind.COMMA, Kind.OF, Kind.WHICH, Kind.UNIT),
    *(Kind.YEAR_MARK, Kind.FOR),
)
_WHOLE_BEHIND = (Kind.UNTIL, Kind.START, Kind.MIDDLE, Kind.END)
_OF_YEAR = {unit: scale for scale, unit in PARTS_OF_YEAR.items()}
_TEN_DAYS, _WEEK = 10, 7
_FAR_YEARS = 4  # from the plan's, of a month as spreadsheets show it, "июн.23"
_WINTER, _AUTUMN_AND_WINTER = 1, 41  # the seasons that end in the year after


@frozen_positional
class YearSaid:
    """A year; `event` is what decides it where the words do not: "года усыновления"."""

    year: int | None  # None: the plan's own, where that is no calendar year
    event: str = ""
    later: int = 0  # how many years after one of the plan's, where it has several


_NO_YEARS = ("г", "гг", "лет")  # of a cell that says no more


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
        near = abs(full_year(short.value) - cursor.plan.starts.year) <= NEAR_YEARS  # not "5 г"
        marked = short.value < 100 and near and cursor.take(Kind.YEAR_MARK)
        return YearSaid(full_year(short.value)) if marked else None
    cursor.skip(Kind.OF)
    return _year_described(cursor)


def read_year_word(cursor: Cursor) -> bool:
    """Reads "г.", "года"; true if it was there."""
    return bool(cursor.take(Kind.YEAR_MARK) or cursor.take_unit(Unit.YEAR))


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
    if cursor.at == 1 and cursor.ahead(-1).word in _NO_YEARS:
        return None
    event = _year_event(cursor) if bare else ""
    if shift and not cursor.plan.one_year:
        return YearSaid(None, event, shift)
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


def with_year(cursor: Cursor, point: Point) -> Point:
    """The point in the year that is said next, where one is."""
    begins = not cursor.without_years and cursor.sees(*_BEGINNINGS)
    said = cursor.attempt(read_year) if begins else None
    if said is not None:
        return replace(point, year=said.year, later=said.later, event=said.event)
    return _settled(cursor, point) if point.scale in PARTS_OF_YEAR else point


def _settled(cursor: Cursor, point: Point) -> Point:
    """A bare quarter or half of a plan that ends in the next year, where somebody said whose.

    The halves of a school year are its own, whatever is said.
    """
    plan, begins, unit = cursor.plan, cursor.wordings.fiscal_month, PARTS_OF_YEAR[point.scale]
    if not begins or plan.starts.year == plan.ends.year or not plan.within_a_year:
        return point
    if plan.schooling and unit is Unit.HALF_YEAR:
        return point
    if point.number > MONTHS_IN_YEAR // unit.months:
        return point  # there is no such quarter, whoever counts them
    years = (plan.starts.year - 1, plan.starts.year, plan.ends.year)
    spans = [part(year, unit, point.number, begins=begins) for year in years]
    inside = [span for span in spans if plan.holds(span.first, span.last)]
    touching = [span for span in spans if span.first <= plan.ends and plan.starts <= span.last]
    span = next(iter((*inside, *touching)), None)
    return replace(point, year=span.first.year, fixed=span) if span else point


def read_year_end(cursor: Cursor) -> Point | None:
    """As in "EOY", "year-end 2026"."""
    cursor.take(Kind.YEAR_END)
    return replace(with_year(cursor, Point(scale=Scale.YEAR)), edge=Edge.END)


def read_part_of_year(cursor: Cursor) -> Point | None:
    """As in "II квартал", "второе полугодие", "first half of 2026"."""
    number = cursor.take(*NUMERALS)
    cursor.skip(Kind.DASH)
    hours = cursor.sees(Kind.HALF_SIGN) and number is not None and number.value > 2  # "24h"
    scale = None if hours else _part_scale(cursor)
    if number is None or scale is None or not number.value:
        return None
    count = number.value if number.value > 0 else {Scale.QUARTER: 4, Scale.HALF_YEAR: 2}[scale]
    if number.word == "last" and not cursor.sees(Kind.OF):
        return None  # "last quarter" may be the one before this
    cursor.skip(Kind.OF)
    cursor.attempt(_of_school_year)
    return with_year(cursor, Point(scale=scale, number=count))


def _of_school_year(cursor: Cursor) -> bool | None:
    """As in "II полугодие учебного года", where the plan is that year's."""
    return bool(cursor.plan.schooling and cursor.take_unit(Unit.SCHOOL_YEAR)) or None


def _part_scale(cursor: Cursor) -> Scale | None:
    if cursor.take(Kind.QUARTER_SIGN):
        return Scale.QUARTER
    if cursor.take(Kind.HALF_SIGN):
        return Scale.HALF_YEAR
    if cursor.take(Kind.HALF):
        cursor.skip(Kind.OF)
        return Scale.HALF_YEAR if cursor.sees(Kind.UNIT, Kind.YEAR, Kind.WHICH) else None
    unit = cursor.take_unit(*_OF_YEAR)
    return _OF_YEAR[unit] if unit else None


def read_part_then_number(cursor: Cursor) -> Point | None:
    """As in "Q2", "H1 2026", "2026 Q3", "квартал 1", "кварталы: 2 и 4"."""
    year = cursor.take(Kind.YEAR)
    scale = _part_scale(cursor)
    flat = cursor.ahead(-1).word == "кв" and cursor.sees(Kind.NUMBER)  # «д. 5, кв. 2»
    cursor.skip(Kind.DASH, *(() if year else (Kind.COLON,)))
    number = cursor.take(Kind.NUMBER, Kind.ORDINAL)
    if flat or scale is None or number is None or number.value < 1:
        return None
    if year:
        return Point(scale=scale, number=number.value, year=year.value)
    if cursor.ahead(1).kind is Kind.YEAR:
        cursor.take(Kind.SLASH)  # "Q1/2026", not "Q1/Q3"
    # "Quarters 1 and 3": later bare numbers lean on the first.
    return with_year(cursor, Point(scale=scale, number=number.value, month_first=True))


def read_season(cursor: Cursor) -> Point | None:
    """As in "летом", "зима 2025-2026", "осенне-зимний период"."""
    season = cursor.take(Kind.SEASON)
    if season is None:
        return None
    cursor.skip(Kind.OF)
    point = Point(scale=Scale.SEASON, number=season.value)
    years = cursor.attempt(_two_years) if season.value in (_WINTER, _AUTUMN_AND_WINTER) else None
    if years:
        until_year = years[1] if season.value == _WINTER else None
        return replace(point, year=years[0], until_year=until_year)
    return with_year(cursor, point)


def read_school_year(cursor: Cursor) -> Point | None:
    """As in "учебный год", "2026/27 уч. год"."""
    which = cursor.take(Kind.WHICH)
    years = cursor.attempt(_two_years)
    if not cursor.take_unit(Unit.SCHOOL_YEAR) or (which and which.value):
        return None  # "прошлый учебный год" may be either of two
    return Point(scale=Scale.SCHOOL_YEAR, year=years[0] if years else None)


def _two_years(cursor: Cursor) -> tuple[int, int] | None:
    first = cursor.take(Kind.YEAR)
    cursor.take(Kind.DASH, Kind.SLASH)
    second = cursor.take(Kind.YEAR, Kind.NUMBER)
    if first is None or second is None:
        return None
    last = second.value if second.kind is Kind.YEAR else first.value // 100 * 100 + second.value
    read_year_word(cursor)
    return (first.value, last) if last == first.value + 1 else None


def read_plan_years(cursor: Cursor) -> Point | None:
    """As in "2026-27" where that is the whole of a plan from one year into the next."""
    plan = (cursor.plan.starts.year, cursor.plan.ends.year)
    whole = cursor.attempt(_two_years) == plan and cursor.plan.one_year
    return Point(scale=Scale.YEAR) if whole else None


def read_plan_part(cursor: Cursor) -> Point | None:
    """As in "в течение квартала", "до конца декады" in a plan of that quarter, of ten days."""
    before, plan = cursor.ahead(-1), cursor.plan
    bounded = before.kind in _WHOLE_BEHIND or (before.kind is Kind.IN and " " in before.word)
    if not bounded:
        return None
    if plan.quarter and cursor.take_unit(Unit.QUARTER):
        return Point(scale=Scale.QUARTER, number=plan.quarter)
    length = (plan.ends - plan.starts).days + 1
    ten = length == _TEN_DAYS and cursor.take(Kind.DECADE)
    if not ten and not (length == _WEEK and cursor.take_unit(Unit.WEEK)):
        return None
    return Point(scale=Scale.OWN, year=plan.starts.year, fixed=Span(plan.starts, plan.ends))


def read_whole_year(cursor: Cursor) -> Point | None:
    """As in "2026 год", "текущий год"."""
    said = read_year(cursor)
    if said is None or said.event:
        return None
    return Point(scale=Scale.YEAR, year=said.year, later=said.later)


def read_month_and_year(cursor: Cursor) -> Point | None:
    """A month in figures, "05.2026"."""
    lexeme = cursor.take(Kind.MONTH_YEAR)
    if lexeme is None or not 1 <= lexeme.parts[1] <= MONTHS_IN_YEAR:
        return None
    far = abs(lexeme.parts[0] - cursor.plan.starts.year) >= _FAR_YEARS
    if far and lexeme.word[0].isalpha() and "." in lexeme.word:
        return None  # "by Sept.30" may be a day
    read_year_word(cursor)
    return Point(scale=Scale.MONTH, month=lexeme.parts[1], year=lexeme.parts[0])


def read_year_in_front(cursor: Cursor) -> int | None:
    """The year of "2027 г., январь", "2026: март, II квартал"."""
    year = None if cursor.at else cursor.take(Kind.YEAR)
    cursor.skip(Kind.YEAR_MARK, Kind.UNIT)
    parted = year and cursor.take(Kind.COMMA, Kind.COLON)
    return year.value if year and parted and not cursor.sees(Kind.YEAR) else None


def read_short_year(cursor: Cursor) -> int | None:
    """As in "10 Nov 26": two digits at the end are a year only where it is the plan's."""
    number = cursor.take(Kind.NUMBER)
    year = full_year(number.value) if number else 0
    ended = cursor.ended or cursor.sees(Kind.DASH, Kind.CLOSE, Kind.SEMICOLON)
    return year if ended and year in (cursor.plan.starts.year, cursor.plan.ends.year) else None
