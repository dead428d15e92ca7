"""What the fleet's database knows of each plan, for the roll-up."""

from collections.abc import Iterable
from datetime import date, timedelta

from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.record import Record, record_of
from sheetsync.fleet.rollup import Rollup, RunHistory, roll_up
from sheetsync.model import GONE

_MONTH = timedelta(days=28)


def rollup_of(database: FleetDatabase, entries: Iterable[FleetPlan], day: date) -> Rollup:
    """All plans as of that day."""
    unsent = _unsent(database, day)
    histories = {
        entry.name: RunHistory(
            newest=_newest(database, entry.name, day),
            good=_newest(database, entry.name, day, good=True),
            before=_newest(database, entry.name, day - _MONTH, good=True),
            unsent=unsent.get(entry.name, 0),
            paused=entry.paused,
        )
        for entry in entries
    }
    return roll_up(day, histories)


def _newest(database: FleetDatabase, plan: str, day: date, *, good: bool = False) -> Record | None:
    found = database.rows(
        # Days are texts of ISO 8601, which sort as the days do.
        "SELECT record FROM runs WHERE plan = ? AND day <= ? AND (? = 0 OR read = 1) "
        "ORDER BY day DESC LIMIT 1",
        *(plan, day.isoformat(), int(good)),
    )
    return record_of(found[0][0]) if found else None


def _unsent(database: FleetDatabase, day: date) -> dict[str, int]:
    """By plan how many letters of the day did not arrive."""
    found = database.rows(
        "SELECT plan, count(*) FROM drafts LEFT JOIN parts USING (plan, day, letter) "
        "LEFT JOIN posts ON posts.id = post WHERE drafts.day = ? "
        "AND coalesce(state, '') NOT IN (?, ?) GROUP BY plan",
        *(day.isoformat(), *GONE),
    )
    return {str(plan): int(number) for plan, number in found}
