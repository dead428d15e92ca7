"""What an organisation has settled about its own words: phrases, periods, days, fiscal year."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A period of the organisation's own, "I четверть"; a day of its own is one day long."""

    name: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The settled words; phrases are compared folded.

    A deadline is settled as other words or as OPEN, a status as other words of that column.
    """

    deadlines: tuple[tuple[str, str], ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()
    terms: tuple[Term, ...] = ()
    fiscal_month: int = 0  # in which the fiscal year begins; 0 where nobody has said


NOTHING_SETTLED = Wordings()
OPEN = "open"
"""What a deadline without a day of its own is settled as."""
