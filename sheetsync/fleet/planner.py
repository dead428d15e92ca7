"""What is to be done next in a fleet that workers share: decided from the state alone."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, time

from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.record import Record
from sheetsync.model.frozen import frozen

TRIES = 3
"""How often a plan that cannot be read is tried in a day."""


@frozen
class Standing:
    """How the day stands: records by plan, and what is under way or waits in the queue.

    `unsettled` are plans whose ledgers do not know yet what became of an earlier day's letters;
    `waits` says that there is something for the post to do.
    """

    records: Mapping[str, Record]
    busy: Collection[str]
    unsettled: Collection[str]
    waits: bool


def due(entries: Iterable[FleetPlan], standing: Standing) -> tuple[str, ...]:
    """The plans to run now, those first that failed least often.

    Nothing but the state is asked: a job that was lost, failed or doubled changes nothing. A plan
    is not run before its ledger knows of its letters: it would take held ones for lost.
    """
    open_ones = [
        entry.name
        for entry in entries
        if entry.paused is None
        and not is_final(standing.records.get(entry.name))
        and entry.name not in standing.busy
        and entry.name not in standing.unsettled
    ]
    return tuple(sorted(open_ones, key=lambda name: (_tries(standing, name), name)))


def posts(
    entries: Iterable[FleetPlan], standing: Standing, *, now: datetime, letters_at: time | None
) -> bool:
    """Whether letters are to go now: all plans have had their turn, or it is their hour."""
    # Only the post settles, and their plans are not due before it has.
    if standing.unsettled:
        return True
    everyone = all(
        is_final(standing.records.get(entry.name)) for entry in entries if entry.paused is None
    )
    late = letters_at is not None and now.time() >= letters_at
    return standing.waits and (everyone or late)


def is_final(record: Record | None) -> bool:
    """Whether the plan is done with for the day."""
    return record is not None and (record.read or record.tries >= TRIES)


def _tries(standing: Standing, name: str) -> int:
    record = standing.records.get(name)
    return record.tries if record else 0
