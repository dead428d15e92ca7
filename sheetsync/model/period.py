"""The days that a plan is for: a calendar year, a school year, a quarter, a programme."""

from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The plan's first and last day; its words are read as times between them."""

    starts: date
    ends: date

    @classmethod
    def of_year(cls, year: int) -> "PlanPeriod":
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def calendar(self) -> bool:
        """It is one calendar year."""
        return self == PlanPeriod.of_year(self.starts.year)

    @property
    def schooling(self) -> bool:
        """It is a school year: from 1 September to May, or to the end of the next summer."""
        first = (self.starts.month, self.starts.day) == (9, 1)
        next_summer = self.ends.year == self.starts.year + 1 and 5 <= self.ends.month <= 8
        return first and next_summer

    @property
    def within_a_year(self) -> bool:
        """No month comes twice in it, so that a bare month names one."""
        return self.ends - self.starts < _YEAR

    def holds(self, first: date, last: date) -> bool:
        """All days from `first` to `last` lie in it."""
        return self.starts <= first and last <= self.ends
