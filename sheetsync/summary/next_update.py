"""By when «Сводка» will be up to date again."""

from datetime import datetime, time, timedelta
from typing import Protocol

from sheetsync.plan.workdays import Workdays


class Schedule(Protocol):
    """When a daily run begins, on which days ("working" or all), and minutes it may be late."""

    @property
    def at(self) -> time | None: ...  # noqa: D102

    @property
    def days(self) -> str: ...  # noqa: D102

    @property
    def late_after(self) -> int: ...  # noqa: D102


def next_update(schedule: Schedule, workdays: Workdays, *, now: datetime) -> datetime | None:
    """When the run after that of `now` will surely have been, in its zone; None without a time."""
    if schedule.at is None:
        return None
    # A run by hand before today's hour does not stand in for the one that is still to come.
    day = now.date() if now.time() < schedule.at else now.date() + timedelta(days=1)
    while schedule.days == "working" and not workdays.is_working(day):
        day += timedelta(days=1)
    begins = datetime.combine(day, schedule.at, tzinfo=now.tzinfo)
    return begins + timedelta(minutes=schedule.late_after)
