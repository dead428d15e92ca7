"""One point or stretch of the calendar as it is named: a day, a month, a quarter, a year."""

from enum import IntEnum

from sheetsync.model.frozen import frozen
from sheetsync.words.days import Span
from sheetsync.words.lexicon.kinds import Unit


class Scale(IntEnum):
    """How long the named stretch is; BARE is a number whose unit stands elsewhere ("1, 2 кв.")."""

    BARE = 0
    DAY = 1
    WEEK = 2  # of a month
    DECADE = 3
    HALF_MONTH = 4
    MONTH = 5
    SEASON = 6
    QUARTER = 7
    HALF_YEAR = 8
    YEAR = 9
    SCHOOL_YEAR = 10
    OWN = 11  # the organisation's or the plan's own: "I четверть", "Week 14"


YEARS = (Scale.YEAR, Scale.SCHOOL_YEAR)

PARTS_OF_YEAR = {Scale.QUARTER: Unit.QUARTER, Scale.HALF_YEAR: Unit.HALF_YEAR}
"""The stretches of which a year has a few, by number."""


class Edge(IntEnum):
    """Which end of the stretch is meant: "до начала", "к концу"."""

    NONE = 0
    START = 1
    END = 2
    AFTER = 3  # the day after it
    FIRST_THIRD = 4  # "в начале года", "в начале II квартала"
    MIDDLE_THIRD = 5
    WEEK = 6  # Monday to Sunday of that day's week
    LAST_WORKING_DAY = 7


@frozen
class Point:
    """A stretch of the calendar; `year` is None where none is said.

    `number` is the day, the ordinal of the quarter or season and so on, or a bare number;
    `until_year` the second year of "зима 2025-2026"; `event` what decides the year, if unknown.
    """

    scale: Scale
    number: int = 0
    month: int = 0
    year: int | None = None
    later: int = 0  # years after one of the plan's several, "следующего года"
    until_year: int | None = None
    edge: Edge = Edge.NONE
    weekday: int | None = None  # said before the day, "вт 12 мая"; 0 is Monday
    named: int | None = None  # its place in `NAMED_DAYS`, alone or beside a day and a month
    event: str = ""
    back: tuple[int, ...] = ()  # months and days to count back: "за неделю до 1 мая"
    fixed: Span | None = None  # the days of what is the organisation's own
    month_first: bool = False  # "June 1", which later bare days may lean on
    of: bool = False  # a month in the genitive, of which something is meant: "20 марта, июня"
    head: str = ""  # "до ", where it was said
    quote: str = ""

    @property
    def has_no_end(self) -> bool:
        """A winter of the plan's year, of which only December is meant: "до конца зимы"."""
        return self.scale is Scale.SEASON and self.number == 1 and not self.until_year
