"""Working days: a country's production calendar with the organisation's own exceptions."""

import sys
from datetime import date, timedelta
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import holidays


class Workdays:
    """Working days of a country, as civil dates in the plan's zone.

    `extra_days_off` and `extra_working_days` win over the calendar: it knows neither presidential
    days off nor an organisation's own.
    """

    def __init__(
        self,
        country: str = "RU",
        *,
        extra_days_off: tuple[date, ...] = (),
        extra_working_days: tuple[date, ...] = (),
    ) -> None:
        self._country = country
        self._off = frozenset(extra_days_off)
        self._on = frozenset(extra_working_days)
        # The items of a plan share their days, and each is asked about many times.
        self._working: dict[date, bool] = {}
        self._shifted: dict[tuple[date, int], date] = {}
        self._between: dict[tuple[date, date], int] = {}

    def is_working(self, day: date) -> bool:
        """True where people are at work on that day."""
        known = self._working.get(day)
        if known is None:
            own = day in self._off or day in self._on
            known = day in self._on if own else _calendar(self._country).is_working_day(day)
            self._working[day] = known
        return known

    def first_of_month(self, day: date) -> date:
        """The first working day of the month that holds `day`, or after it, should it have none."""
        return self.first_from(day.replace(day=1))

    def first_from(self, day: date) -> date:
        """That day, or the first working day after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def last_until(self, day: date) -> date:
        """That day, or the last working day before it."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def shift(self, day: date, count: int) -> date:
        """The `count`th working day after that day; before it, where `count` is negative."""
        known = self._shifted.get((day, count))
        if known is None:
            known = self._shifted[day, count] = self._count_off(day, count)
        return known

    def _count_off(self, day: date, count: int) -> date:
        step = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days come after `first`, up to `last` itself; 0 where it is earlier."""
        known = self._between.get((first, last))
        if known is None:
            days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
            known = self._between[first, last] = sum(map(self.is_working, days))
        return known


@cache
def _calendar(country: str) -> "holidays.HolidayBase":
    # The package asks all that is installed for its own version, 8 ms that nobody needs.
    _stand_in("holidays.version", __version__="")
    import holidays

    # It imports a country by name, but for that its package, which imports all 250: 60 ms of each
    # run. With a bare package in its place only that country is read.
    paths = [f"{path}/countries" for path in holidays.__path__]
    _stand_in("holidays.countries", __path__=paths)
    return holidays.country_holidays(country)


def _stand_in(name: str, **contents: object) -> None:
    """A module of that contents, where it is not imported already."""
    if name not in sys.modules:
        sys.modules[name] = module = ModuleType(name)
        vars(module).update(contents)
