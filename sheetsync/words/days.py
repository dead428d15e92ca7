"""Calendar arithmetic on spans of whole days, and the errors of days that there are not."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import Message, Words
from sheetsync.words.lexicon.kinds import LAST, MONTHS_IN_YEAR, Unit

LEAP, LATER = 2024, 2032
"""Two leap years: what differs between them names no year, and the first holds all the rest."""


class OutOfCalendar(ValueError):
    """A year that no calendar date can have."""


@frozen_positional
class NoSuchDay(Exception):
    """The calendar has no such day: `fact` says why, `advice` what to write instead.

    `code` is the finding that it becomes.
    """

    quote: str
    fact: Words
    advice: Message
    code: str = "deadline-impossible"


@frozen_positional
class Span:
    """Whole days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, other: "Span") -> bool:
        """The other span lies inside this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def months(self) -> int:
        """How many months it touches."""
        years = self.last.year - self.first.year
        return years * MONTHS_IN_YEAR + self.last.month - self.first.month + 1

    @property
    def has_whole_months(self) -> bool:
        """It begins with a month and ends with one."""
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1


def working_day(day: date) -> date:
    """The day itself, or the Friday before a weekend; holidays are not the words' business."""
    return day - timedelta(days=max(0, day.weekday() - 4))


@lru_cache(maxsize=1024)
def month_length(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31; OutOfCalendar for a year outside 1 to 9999."""
    if not MINYEAR <= year <= MAXYEAR:
        raise OutOfCalendar(year)
    return monthrange(year, month)[1]


def months(year: int, month: int, *, count: int = 1) -> Span:
    """`count` whole months from that one on; months past 12 run into the next years."""
    first_year, first = carried(year, month)
    last_year, last = carried(year, month + count - 1)
    length = month_length(last_year, last)
    # For its error alone: date() would raise a plain ValueError for the year 0.
    month_length(first_year, first)
    return Span(date(first_year, first, 1), date(last_year, last, length))


def part(year: int, unit: Unit, number: int, *, begins: int = 1) -> Span:
    """The `number`th month, quarter, half-year or year (1) of the year that begins in a month."""
    size = unit.months
    return months(year, begins + size * (number - 1), count=size)


def season(year: int, number: int) -> Span:
    """Spring (2), summer (3), autumn (4); of winter (1), at both ends of a year, its December.

    So "осень, зима" of a year's plan ends with the year; whose a lone winter is, `winters` says.
    """
    return months(year, 12) if number == 1 else months(year, 3 * (number - 1), count=3)


def two_seasons(year: int, first: int, last: int) -> Span:
    """Two seasons (1 winter to 4 autumn) as one: autumn and winter end in February.

    Winter and spring are those of the year itself, without the December before.
    """
    if first == 1:
        return months(year, 1, count=5)
    return months(year, 3 * (first - 1), count=3 * ((last - first) % 4 + 1))


def school_year(year: int) -> Span:
    """The academic year that begins in `year`: from 1 September to 31 May."""
    return months(year, 9, count=9)


def school_half(year: int, number: int) -> Span:
    """Half of the academic year that begins in `year`: to December, or from January to May."""
    return months(year, 9, count=4) if number == 1 else months(year + 1, 1, count=5)


def day_in_month(year: int, month: int, day: int) -> date:
    """That day, or the month's last where it is shorter: the 31st of April is the 30th."""
    span = months(year, month)
    return min(span.last, span.first + timedelta(days=day - 1))


def weekdays(span: Span, weekday: int) -> list[date]:
    """Every such weekday (0 Monday) inside the span."""
    first = span.first + timedelta(days=(weekday - span.first.weekday()) % 7)
    count = max(0, (span.last - first).days // 7 + 1)
    return [first + timedelta(weeks=week) for week in range(count)]


def nth_weekday(span: Span, weekday: int, number: int) -> date | None:
    """The `number`th such weekday of the span from 1, or its LAST; None where it has fewer."""
    found = weekdays(span, weekday)
    if number == LAST:
        return found[-1] if found else None
    return found[number - 1] if number <= len(found) else None


def carried(year: int, month: int) -> tuple[int, int]:
    """The year and month of a month counted on past December: 2026 and 13 are January 2027."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1
