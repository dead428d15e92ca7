"""What lists and ranges of points are read into."""

from enum import StrEnum

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.point import Point, Scale

LIMITS = ("не позд", "не позж", "no later", "not later")
"""How a last day begins that lets no later one stand beside it."""


class Bound(StrEnum):
    """How an item holds its points."""

    WITHIN = "within"  # "май", "15 мая"
    # "до 15 мая": that day counts whole (Civil Code of Russia, art. 194). A weekend moves nothing,
    # as art. 193 would: who wrote a day into a plan wants it then, and is asked about it then.
    UNTIL = "until"
    RANGE = "range"  # "с мая по июнь"
    SINCE = "since"  # "с 15 мая", no end


@frozen_positional
class TimeExpression:
    """One or, for a range, two points as they were said."""

    bound: Bound
    points: tuple[Point, ...]
    each_year: bool = False  # "каждый июнь"

    @property
    def names_years(self) -> bool:
        """As in "ежегодно до 5 мая, начиная с 2019 года": those may be of a repetition."""
        return all(point.scale is Scale.YEAR for point in self.points)


@frozen_positional
class Periods:
    """Points and ranges of one list."""

    items: tuple[TimeExpression, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """All of them in their order."""
        return tuple(point for item in self.items for point in item.points)

    @property
    def bounds(self) -> list[Bound]:
        """How its items hold their points."""
        return [item.bound for item in self.items]

    @property
    def is_day(self) -> bool:
        """It is a single day, however that is held."""
        return [point.scale for point in self.points] == [Scale.DAY]
