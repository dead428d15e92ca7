"""Periods that only the plan or its organisation knows: "I четверть", "Week 14", "Q4 FY26"."""

from dataclasses import replace
from datetime import date, timedelta

from sheetsync.model import PlanPeriod, Term
from sheetsync.model.language import gettext_lazy
from sheetsync.words import days
from sheetsync.words.days import NoSuchDay, Span
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.events import Relative
from sheetsync.words.grammar.expressions import read_bound
from sheetsync.words.grammar.lexemes import Lexeme, lexemes
from sheetsync.words.grammar.own_parts import own_parts, said_in
from sheetsync.words.grammar.point import Edge, Point, Scale
from sheetsync.words.grammar.times import Bound, Periods, TimeExpression
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.grammar.years import read_year
from sheetsync.words.lexicon.kinds import (
    MONTHS_IN_YEAR,
    NEAR_YEARS,
    NUMERALS,
    Kind,
    Unit,
    Wait,
    full_year,
)

_STEM = 4  # letters by which "осенние каникулы" and "осенних каникул" are one
_BEFORE_NAME = (*NUMERALS, Kind.WORD, Kind.SEASON, Kind.MONTH)
_WEEKS_IN_YEAR = 53
_MOST_WEEKS = 9999
_MOST_WORDS = 3  # before the name: "в летние школьные каникулы"


def read_term(cursor: Cursor) -> Periods | Waiting | None:
    """As in "I четверть", "на осенних каникулах", "в конце каждой четверти", "ко Дню колледжа".

    Its dates come from the organisation; without them the phrase waits for somebody to give them.
    """
    if not cursor.wordings.terms and Kind.TERM_NAME not in cursor.kinds:
        return None
    bound = read_bound(cursor)
    cursor.skip(Kind.IN, Kind.WHILE, Kind.THROUGH)
    edge = Edge.END if cursor.take(Kind.END) else Edge.NONE
    if cursor.take(Kind.START):
        edge = Edge.START if bound is Bound.UNTIL else Edge.FIRST_THIRD
    named = _dated(cursor)
    if isinstance(named, Waiting) or named is None:
        return named
    points = (_fixed(Span(term.starts, term.ends), term.name) for term in named)
    return _held(bound, *(replace(point, edge=edge) for point in points))


def _dated(cursor: Cursor) -> tuple[Term, ...] | Waiting | None:
    """The organisation's periods that are named here, or that its dates are awaited."""
    for term in cursor.wordings.terms:
        name = lexemes(term.name)
        said = cursor.spoken[cursor.at : cursor.at + len(name)]
        if [_stem(word) for word in said] == [_stem(word) for word in name]:
            cursor.at += len(name)
            return (term,)
    own = cursor.attempt(_each_own_part)
    if own:
        return own
    since = cursor.at
    cursor.attempt(_so_often)
    cursor.skip(Kind.EVERY)
    every = cursor.at
    while cursor.sees(*_BEFORE_NAME) and cursor.at <= every + _MOST_WORDS:
        cursor.at += 1
    noun = cursor.take(Kind.TERM_NAME)
    named = {word.kind for word in cursor.spoken[every : cursor.at]}
    # Of a month there is one "October half term"; "June session" may be any meeting.
    if noun is None or (Kind.MONTH in named and not noun.word.startswith("half")):
        return None
    of_its_kind = cursor.at == every + 1  # "в конце каждой четверти", "по четвертям"
    cursor.take(*NUMERALS)  # "Term 1"
    cursor.attempt(read_year)  # "Autumn term 2026"
    terms = cursor.wordings.terms if of_its_kind else ()
    known = tuple(term for term in terms if noun.value in _nouns(term.name))
    return known or Waiting(Wait.OWN_TERM, cursor.quote(since))


def _each_own_part(cursor: Cursor) -> tuple[Term, ...] | None:
    """As in "ежеквартально", "раз в квартал", where the organisation dates quarters of its own."""
    word = cursor.take(Kind.FREQUENCY)
    if word:
        return own_parts(cursor.wordings.terms, Unit(word.value % 10)) if word.value < 20 else None
    often = cursor.attempt(_so_often) or cursor.take(Kind.EVERY)
    unit = cursor.take_unit()
    return own_parts(cursor.wordings.terms, unit) if often and unit else None


def _so_often(cursor: Cursor) -> bool | None:
    """As in "1 раз в четверть", "once per term"."""
    cursor.skip(Kind.AT_LEAST, *NUMERALS, Kind.COUNT)
    return bool(cursor.take(Kind.TIMES) and cursor.take(Kind.IN, Kind.PER, Kind.EVERY)) or None


def _stem(word: Lexeme) -> tuple[str, int | str]:
    """What makes two forms of a name the same."""
    kind = "number" if word.kind in NUMERALS else word.kind
    return kind, word.value or word.word[:_STEM]


def _nouns(name: str) -> set[int]:
    return {value for kind, value in said_in(name) if kind is Kind.TERM_NAME}


def read_counted(cursor: Cursor) -> Periods | Relative | None:
    """As in "Week 14", "Month 3, 6, 9", "Day 0-2": counted from the plan's first day.

    A calendar year is not what such weeks are counted from: then somebody has to be asked.
    """
    bound = read_bound(cursor)
    since = cursor.at
    week = cursor.attempt(_week_of_year)
    if week:
        return _held(bound, _fixed(week, cursor.quote(since)))
    unit = cursor.take_unit(Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
    if unit is None or not cursor.ahead(-1).word.isascii():
        return None  # "в течение года 1 раз в квартал" counts no years
    numbers = _ranges(cursor)
    if not numbers or cursor.sees(Kind.MONTH, Kind.OF, Kind.UNIT, Kind.DAY_OF_MONTH, Kind.WORD):
        return None
    quote = cursor.quote(since)
    if cursor.plan.calendar:
        no_week = unit is Unit.WEEK and numbers[-1][1] > _WEEKS_IN_YEAR
        return None if no_week else Relative(quote, quote)
    spans = (_counted(cursor, unit, first, last) for first, last in numbers)
    return _held(bound, *(_fixed(span, quote) for span in spans))


def _week_of_year(cursor: Cursor) -> Span | None:
    """As in "14-я неделя года", "week 14 of the year".

    By ISO 8601, or from the first day of another plan's period.
    Raises NoSuchDay for a week that the year or the plan does not have.
    """
    since, plan = cursor.at, cursor.plan
    number = cursor.take(*NUMERALS)
    unit = cursor.take_unit(Unit.WEEK)
    number = number or (cursor.take(Kind.NUMBER) if unit else None)
    cursor.skip(Kind.OF)
    if number is None or unit is None or not cursor.take_unit(Unit.YEAR):
        return None
    # Anything may be typed: no plan has so many weeks.
    begins = plan.starts + timedelta(weeks=min(number.value, _MOST_WEEKS) - 1)
    if plan.calendar:
        # 28 December lies in the last week of its year.
        last = plan.ends.replace(day=28).isocalendar().week
        begins = date.fromisocalendar(plan.starts.year, max(min(number.value, last), 1), 1)
        begins = begins if number.value <= last else plan.ends + timedelta(days=1)
    if not number.value or begins > plan.ends:
        raise NoSuchDay(
            cursor.quote(since),
            gettext_lazy("the plan has no week {number}", number=number.value),
            gettext_lazy("Write a day or a month."),
        )
    return Span(max(begins, plan.starts), min(begins + timedelta(days=6), plan.ends))


def _ranges(cursor: Cursor) -> list[tuple[int, int]]:
    """As in "3", "1-4", "3, 6, 9"."""
    found: list[tuple[int, int]] = []
    while number := cursor.take(Kind.NUMBER):
        last = cursor.attempt(_range_end) or number
        found.append((number.value, last.value))
        if cursor.ahead(1).kind is Kind.NUMBER:
            cursor.take(Kind.COMMA, Kind.AND)
    return found


def _range_end(cursor: Cursor) -> Lexeme | None:
    return cursor.take(Kind.NUMBER) if cursor.take(Kind.DASH, Kind.THROUGH) else None


def _counted(cursor: Cursor, unit: Unit, first: int, last: int) -> Span:
    """Weeks, months and years count from 1; the plan's first day is its day 0."""
    starts = cursor.plan.starts
    if unit is Unit.DAY:
        return Span(starts + timedelta(days=first), starts + timedelta(days=last))
    if unit is Unit.WEEK:
        begins = starts + timedelta(weeks=first - 1)
        return Span(begins, starts + timedelta(weeks=last) - timedelta(days=1))
    size = unit.months
    begin = starts.month + size * (first - 1)
    return days.months(starts.year, begin, count=size * (last - first + 1))


def read_fiscal(cursor: Cursor) -> Periods | None:
    """As in "FY26", "Q4 FY2025/26": the fiscal year is called by the year in which it ends.

    Raises NoSuchDay where nobody has said in which month it begins.
    """
    bound = read_bound(cursor)
    since = cursor.at
    edge = Edge.END if cursor.take(Kind.END) else Edge.NONE
    cursor.skip(Kind.OF)
    part = _fiscal_part(cursor)
    if part is None:
        return None
    called = cursor.take(Kind.FISCAL)
    year = cursor.take(Kind.YEAR, Kind.NUMBER)
    second = cursor.attempt(_second_year)
    # "Q1 26/27", "Q4 2026-27": two years in one are no calendar year.
    two = bool(year and second and part[0] < MONTHS_IN_YEAR and _follows(second, year, cursor.plan))
    if not called and not two:
        return None
    named = second or year
    quote = cursor.quote(since)
    begins = _fiscal_month(cursor, quote)
    if named is None and cursor.plan.calendar and begins > 1 and edge is not Edge.END:
        return None  # of the two fiscal years in a calendar year either may be meant
    ends = full_year(named.value) if named else cursor.plan.ends.year
    first_year = ends if begins == 1 else ends - 1
    size, number, count = part
    span = days.months(first_year, begins + size * (number - 1), count=size * count)
    return _held(bound, replace(_fixed(span, quote), edge=edge))


def _fiscal_part(cursor: Cursor) -> tuple[int, int, int] | None:
    """The months of "Q4", its number and how many parts are meant; or those of a whole year."""
    sign = cursor.take(Kind.QUARTER_SIGN, Kind.HALF_SIGN)
    if sign is None:
        return MONTHS_IN_YEAR, 1, 1
    size = 3 if sign.kind is Kind.QUARTER_SIGN else 6
    first = cursor.take(Kind.NUMBER)
    if first is None:
        return None
    last = cursor.attempt(_last_part) or first
    if not 1 <= first.value <= last.value <= MONTHS_IN_YEAR // size:
        return None
    return size, first.value, last.value - first.value + 1


def _last_part(cursor: Cursor) -> Lexeme | None:
    """As in "Q1-Q2 FY27", "Q3 - 4 26/27"."""
    joined = cursor.take(Kind.DASH, Kind.THROUGH)
    cursor.take(Kind.QUARTER_SIGN, Kind.HALF_SIGN)
    return cursor.take(Kind.NUMBER) if joined else None


def _follows(second: Lexeme, first: Lexeme, plan: PlanPeriod) -> bool:
    """The second is the next year's, and both are near the plan's: "05/06" is a day elsewhere."""
    begins, ends = full_year(first.value), full_year(second.value)
    return ends == begins + 1 and abs(begins - plan.starts.year) <= NEAR_YEARS


def _second_year(cursor: Cursor) -> Lexeme | None:
    joined = cursor.take(Kind.DASH, Kind.SLASH)
    return cursor.take(Kind.YEAR, Kind.NUMBER) if joined else None


def _fiscal_month(cursor: Cursor, quote: str) -> int:
    plan = cursor.plan
    if cursor.wordings.fiscal_month:
        return cursor.wordings.fiscal_month
    next_start = plan.ends + timedelta(days=1) if plan.ends < date.max else plan.ends
    comes_back = (next_start.month, next_start.day) == (plan.starts.month, plan.starts.day)
    a_year = comes_back and next_start.year == plan.starts.year + 1
    if a_year and not plan.calendar:
        return plan.starts.month  # the plan is that fiscal year
    raise NoSuchDay(
        quote,
        gettext_lazy("nobody has said in which month the fiscal year begins"),
        gettext_lazy("Set fiscal_year_begins in sheetsync.toml, [plan], or write the months."),
        "deadline-which-year",
    )


def _held(bound: Bound, *points: Point) -> Periods:
    return Periods(tuple(TimeExpression(bound, (point,)) for point in points))


def _fixed(span: Span, name: str) -> Point:
    return Point(scale=Scale.OWN, year=span.first.year, fixed=span, quote=name)
