"""Working days as the page of rules counts them, told anew from the production calendar."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)


class Workdays:
    """A country's working days; days off of the organisation's own win over the calendar."""

    def __init__(self, country: str = "RU", *, off: Iterable[date] = ()) -> None:
        self._country = country
        self._off = frozenset(off)

    def working(self, day: date) -> bool:
        return day not in self._off and _known(self._country, day)

    def on_or_after(self, day: date) -> date:
        while not self.working(day):
            day += DAY
        return day

    def on_or_before(self, day: date) -> date:
        while not self.working(day):
            day -= DAY
        return day

    def first_of_month(self, day: date) -> date:
        return self.on_or_after(day.replace(day=1))

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`."""
        for _ in range(count):
            day = self.on_or_after(day + DAY)
        return day

    def before(self, day: date, count: int) -> date:
        """The `count`-th working day before `day`."""
        for _ in range(count):
            day = self.on_or_before(day - DAY)
        return day

    def between(self, earlier: date, later: date) -> int:
        """How many working days after `earlier`, `later` included."""
        days = (later - earlier).days
        return sum(self.working(earlier + DAY * n) for n in range(1, days + 1))


@cache
def _known(country: str, day: date) -> bool:
    return _calendar(country).is_working_day(day)


@cache
def _calendar(country: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country)
