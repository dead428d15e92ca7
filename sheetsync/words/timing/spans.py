"""Named points to whole days, and to their own words in the nominative."""

from datetime import date, timedelta

from sheetsync.model import PlanPeriod
from sheetsync.model.language import gettext_lazy, ngettext_lazy
from sheetsync.model.period import shifted
from sheetsync.words import days
from sheetsync.words.calendar_facts import as_written, days_there, short, weekday_of
from sheetsync.words.days import NoSuchDay, OutOfCalendar, Span
from sheetsync.words.grammar.point import PARTS_OF_YEAR, Edge, Point, Scale
from sheetsync.words.lexicon.calendar import MONTH_NAMES, OF_MONTHS, SEASON_NAMES, day_short
from sheetsync.words.lexicon.kinds import LAST, Unit
from sheetsync.words.lexicon.named_days import NAMED_DAYS
from sheetsync.words.numerals import ROMAN

_DAY = timedelta(days=1)
CORRECT_WEEKDAY = gettext_lazy("Leave the day and the month, or correct the weekday.")
"""What to do about a day that is another weekday than is said beside it."""


def span_of(point: Point, year: int) -> Span:
    """The whole days of a point in that year (the point's own year, if it has one, is not asked).

    Raises NoSuchDay for the 31st of April or a fifth quarter, OutOfCalendar for the year 10000.
    """
    return at_edge(_whole(point, year), point.edge)


def at_edge(whole: Span, edge: Edge) -> Span:
    """The days that are meant by an edge of a stretch; the stretch itself by no edge."""
    if edge is Edge.START:
        # «К началу мая»: what is done on 1 May is late, so the eve is the last day in time.
        eve = whole.first - _DAY
        return Span(eve, eve)
    if edge is Edge.AFTER:
        return Span(whole.last + _DAY, whole.last + _DAY)
    if edge in (Edge.FIRST_THIRD, Edge.MIDDLE_THIRD):
        return _third(whole, edge - Edge.FIRST_THIRD)
    if edge is Edge.WEEK:
        monday = whole.first - timedelta(days=whole.first.weekday())
        return Span(monday, monday + timedelta(days=6))
    if edge is Edge.LAST_WORKING_DAY:
        day = days.working_day(whole.last)
        return Span(day, day)
    return Span(whole.last, whole.last) if edge is Edge.END else whole


def _counted_back(day: date, point: Point) -> date:
    """The day before the one that it is counted from, in the same year, or nobody knows which."""
    months, number = point.back or (0, 0)
    before = shifted(day, -months) - timedelta(days=number)
    if before.year != day.year:
        raise OutOfCalendar(before)
    return before


def _third(whole: Span, place: int) -> Span:
    """One of the three equal parts in which people think of a year or a quarter."""
    first = whole.first
    months = whole.months
    return days.months(first.year, first.month + place * months // 3, count=months // 3)


def _whole(point: Point, year: int) -> Span:
    # First: fixed days lie in a year of their own, so `year` must not move them.
    if point.fixed:
        return point.fixed
    match point.scale:
        case Scale.DAY:
            day = _counted_back(_day(point, year), point)
            return Span(day, day)
        case Scale.MONTH:
            return days.months(year, point.month)
        case Scale.WEEK | Scale.DECADE | Scale.HALF_MONTH:
            return _PARTS_OF_MONTH[point.scale](point, year)
        case Scale.SEASON if point.until_year:
            return days.months(year, 12, count=3)
        # Two seasons share one number, a digit each: 41 is autumn and winter.
        case Scale.SEASON if point.number > 4:
            return days.two_seasons(year, *divmod(point.number, 10))
        case Scale.SEASON:
            return days.season(year, point.number)
        case Scale.SCHOOL_YEAR:
            return days.school_year(year)
        case Scale.QUARTER | Scale.HALF_YEAR:
            return _part_of_year(point, year)
    return days.part(year, Unit.YEAR, 1)


def _day(point: Point, year: int) -> date:
    if point.named is not None:
        return _named_day(point, year)
    if not 1 <= point.month <= 12:
        raise NoSuchDay(
            point.quote,
            gettext_lazy("there is no month {month}", month=point.month),
            gettext_lazy("Write the day and the month, for example “15.05”."),
        )
    length = days.month_length(year, point.month)
    if 1 <= point.number <= length:
        return _on_weekday(point, date(year, point.month, point.number))
    # Only the length of February depends on the year.
    fact = days_there(point.month, length, year=year if point.month == 2 else 0)
    last = point.head + as_written(date(year, point.month, length), beside=point.quote)
    raise NoSuchDay(point.quote, fact, gettext_lazy("Write, for example, “{words}”.", words=last))


def _on_weekday(point: Point, day: date) -> date:
    """The day, which must be the weekday that is said with it."""
    if point.weekday in (None, day.weekday()):
        return day
    raise NoSuchDay(point.quote, weekday_of(day), CORRECT_WEEKDAY)


def _named_day(point: Point, year: int) -> date:
    """Of "28 апреля – День охраны труда" both, which must agree."""
    named = NAMED_DAYS[point.named or 0]
    day = named.on(year)
    if point.month and (point.month, point.number) != (day.month, day.day):
        fact = gettext_lazy(
            "“{name}” in {year} is {day}", name=named.name, year=year, day=short(day)
        )
        raise NoSuchDay(point.quote, fact, gettext_lazy("Correct the day or its name."))
    return day


def _week(point: Point, year: int) -> Span:
    """A week of a month is the one that has its Thursday there; the last are its last seven days.

    So ISO 8601 counts the weeks of a year. Only its days in the month itself count, so that
    nothing falls due in the next.
    """
    month = days.months(year, point.month)
    if point.number == LAST:
        return Span(month.last - timedelta(days=6), month.last)
    thursdays = days.weekdays(month, 3)
    if not 1 <= point.number <= len(thursdays):
        fact = ngettext_lazy("this month has {n} week", "this month has {n} weeks", len(thursdays))
        raise NoSuchDay(
            point.quote, fact, gettext_lazy("Write the day, or the number of the week, 1 to 4.")
        )
    middle = thursdays[point.number - 1]
    first, last = middle - timedelta(days=3), middle + timedelta(days=3)
    return Span(max(first, month.first), min(last, month.last))


def _ten_days(point: Point, year: int) -> Span:
    month = days.months(year, point.month)
    if point.number > 3:
        raise NoSuchDay(
            point.quote,
            gettext_lazy("a month has three ten-day parts"),
            gettext_lazy("Write the first, the second or the third."),
        )
    first = month.first + timedelta(days=10 * (point.number - 1))
    return Span(first, month.last if point.number == 3 else first + timedelta(days=9))


def _half_month(point: Point, year: int) -> Span:
    month = days.months(year, point.month)
    middle = month.first + timedelta(days=14)
    if point.number > 2:
        raise NoSuchDay(
            point.quote,
            gettext_lazy("a month has two halves"),
            gettext_lazy("Write the first or the second."),
        )
    return Span(month.first, middle) if point.number == 1 else Span(middle + _DAY, month.last)


_PARTS_OF_MONTH = {
    Scale.WEEK: _week,
    Scale.DECADE: _ten_days,
    Scale.HALF_MONTH: _half_month,
}


def _part_of_year(point: Point, year: int) -> Span:
    unit = PARTS_OF_YEAR[point.scale]
    if point.number <= 12 // unit.months:
        return days.part(year, unit, point.number)
    if unit is Unit.QUARTER:
        raise NoSuchDay(
            point.quote,
            gettext_lazy("a year has four quarters"),
            gettext_lazy("Write a quarter from Q1 to Q4."),
        )
    raise NoSuchDay(
        point.quote, gettext_lazy("a year has two halves"), gettext_lazy("Write H1 or H2.")
    )


def label_of(point: Point, year: int, plan: PlanPeriod) -> str:
    """The point's words in the nominative: "март", "15 мая"; a year not the plan's is said."""
    if point.scale is Scale.OWN:
        return point.quote
    if point.back:
        return day_short(span_of(point, year).last)
    known = year in (plan.starts.year, plan.ends.year) if plan.within_a_year else False
    return _name(point) if known else f"{_name(point)} {year} г."


def _name(point: Point) -> str:
    match point.scale:
        case Scale.DAY if point.named is not None and not point.month:
            return NAMED_DAYS[point.named].name
        case Scale.DAY:
            # A leap year, so that 29 February can be named; the label has no year.
            return day_short(date(2000, point.month, point.number))
        case Scale.QUARTER:
            return f"{ROMAN[point.number - 1]} квартал"
        case Scale.HALF_YEAR:
            return f"{ROMAN[point.number - 1]} полугодие"
        case Scale.SEASON:
            return _season(point.number)
        case Scale.WEEK:
            number = "последняя" if point.number == LAST else f"{point.number}-я"
            return f"{number} неделя {OF_MONTHS[point.month - 1]}"
        case Scale.DECADE:
            return f"{ROMAN[point.number - 1]} декада {OF_MONTHS[point.month - 1]}"
        case Scale.HALF_MONTH:
            return f"{ROMAN[point.number - 1]} половина {OF_MONTHS[point.month - 1]}"
        case Scale.MONTH:
            return MONTH_NAMES[point.month - 1]
    return "учебный год" if point.scale is Scale.SCHOOL_YEAR else "год"


def _season(number: int) -> str:
    pair = [SEASON_NAMES[int(each) - 1] for each in str(number)]
    return "–".join(pair)
