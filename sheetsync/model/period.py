"""The days that a plan is for: a calendar year, a school year, a quarter, a programme."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import Language

# The last day of a leap year is 365 days after its first.
_YEAR = timedelta(days=366)
_DAY = timedelta(days=1)
_SHARES = (1, 2, 3, 4, 6)  # months that a year is cut into


@frozen_positional
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
        """It is a school year: from 1 September to May or the next summer, or from 1 August on."""
        first = self.starts.day == 1 and self.starts.month in (8, 9)
        next_summer = self.ends.year == self.starts.year + 1 and 5 <= self.ends.month <= 8
        return first and next_summer

    @property
    def within_a_year(self) -> bool:
        """No month comes twice in it, so that a bare month names one."""
        return self.ends - self.starts < _YEAR

    @property
    def one_year(self) -> bool:
        """«В течение года» names all of it: a school year may have the summers at both its ends."""
        return self.within_a_year or self.schooling

    @property
    def label(self) -> str:
        """Its name in figures: "2021", "2025/2026", "2024–2027", "04–06.2026"."""
        first, last = self.starts, self.ends
        if self.calendar:
            return f"{first.year}"
        if first.year == last.year:
            months = f"{first:%m}" if first.month == last.month else f"{first:%m}–{last:%m}"
            return f"{months}.{first.year}"
        return f"{first.year}{'/' if self.one_year else '–'}{last.year}"

    @property
    def quarter(self) -> int | None:
        """Which quarter of its year it is, from 1; None where it is another stretch."""
        first = self.starts
        begins = first.day == 1 and first.month % 3 == 1
        return (
            (first.month + 2) // 3 if begins and self.ends == month_after(first, 3) - _DAY else None
        )

    @property
    def closed(self) -> date:
        """The last day on which the plan is still run: a month after its own, 31 January."""
        return shifted(self.ends + _DAY, 1) - _DAY

    def holds(self, first: date, last: date) -> bool:
        """All days from `first` to `last` lie in it."""
        return self.starts <= first and last <= self.ends

    def is_long_past(self, day: date) -> bool:
        """It is more than a year before the first day: work is carried over from last year only.

        The year of such a day is a slip, or was not meant as a deadline of this plan.
        """
        return shifted(day, 12) < self.starts

    def day_words(self, day: date, language: Language) -> str:
        """The day for readers of the plan: with its year only where that is not the period's."""
        known = self.within_a_year and self.holds(day, day)
        return language.day_short(day) if known else language.day(day)

    def months(self) -> tuple[date, ...]:
        """The first day of each month that it touches."""
        return _months_between(self.starts, self.ends)

    def quarter_ends(self) -> Iterator[date]:
        """The last day of each of its quarters, counted from its beginning, but the final one."""
        end = month_after(self.starts, 3) - _DAY
        while end < self.ends:
            yield end
            # Four, not three: the day before a month's first is its predecessor's last.
            end = month_after(end, 4) - _DAY

    @property
    def following(self) -> "PlanPeriod":
        """The next one: the quarter, half-year or year after it, a school year after the summer."""
        months = len(self.months())
        return self.later(months if months in _SHARES or months % 12 == 0 else 12)

    def later(self, months: int) -> "PlanPeriod":
        """The same stretch so many months later; one that ends with a month still does."""
        return PlanPeriod(shifted(self.starts, months), shifted(self.ends + _DAY, months) - _DAY)


# Of each measure a day asks when it is to be asked about.
@lru_cache(maxsize=16)
def _months_between(first: date, last: date) -> tuple[date, ...]:
    found = [first.replace(day=1)]
    while (month := month_after(found[-1], 1)) <= last:
        found.append(month)
    return tuple(found)


def month_after(day: date, months: int) -> date:
    """The first day of the month that is so many months after the day's own."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def shifted(day: date, months: int) -> date:
    """The same day of a later month, or that month's last one."""
    last = month_after(day, months + 1) - _DAY
    return last.replace(day=min(day.day, last.day))
