"""A run of the daily job as the store remembers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """When a run began and ended, in the plan's zone, and what it came to.

    `ended` and `exit_code` are None while it is under way, and for good where it was killed.
    `figures` count the measures, letters and requests of a run that did the day's work, whatever
    it had to complain of; one that did not has none.
    """

    id: int
    started: datetime
    ended: datetime | None
    exit_code: int | None
    figures: Mapping[str, int]

    @property
    def did_its_work(self) -> bool:
        """True where the plan was read and believed."""
        return bool(self.figures)
