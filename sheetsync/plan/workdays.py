"""Working days: a country's production calendar with the organisation's own exceptions."""

from datetime import date, timedelta
from functools import cache
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

    def is_working(self, day: date) -> bool:
        """True where people are at work on that day."""
        if day in self._off or day in self._on:
            return day in self._on
        return _calendar(self._country).is_working_day(day)

    def first_of_month(self, day: date) -> date:
        """The first working day of the month that holds `day`."""
        first = day.replace(day=1)
        while not self.is_working(first):
            first += timedelta(days=1)
        return first


@cache
def _calendar(country: str) -> "holidays.HolidayBase":
    import holidays

    return holidays.country_holidays(country)
