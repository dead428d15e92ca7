"""What is to be done next in a fleet: decided from the state alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, time

from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.record import Record
from sheetsync.model.frozen import frozen

TRIES = 3
"""How often a plan that cannot be read is tried in a day."""


@frozen
class Standing:
    """How the day stands: records by plan, and what is under way or waits in the queue.

    `last` has by plan the newest day on which it was run. `unsettled` are plans whose ledgers do
    not know yet what became of an earlier day's letters; `waits` says that there is something for
    the post to do.
    """

    records: Mapping[str, Record]
    last: Mapping[str, date] = field(default_factory=dict)
    busy: Collection[str] = ()
    unsettled: Collection[str] = ()
    waits: bool = False


def due(
    entries: Iterable[FleetPlan], standing: Standing, *, tries: int | None = TRIES
) -> tuple[FleetPlan, ...]:
    """The plans to run now, those first that failed least often, then those that wait longest.

    With `tries` None, one that failed is due however often it did. Nothing but the state is asked:
    a job that was lost, failed or doubled changes nothing. A plan is not run before its ledger
    knows of its letters: it would take held ones for lost.
    """
    open_ones = [
        entry
        for entry in entries
        if entry.paused is None
        and not _is_final(standing.records.get(entry.name), tries)
        and entry.name not in standing.busy
        and entry.name not in standing.unsettled
    ]
    return tuple(sorted(open_ones, key=lambda entry: _turn(standing, entry.name)))


def letters_go(
    entries: Iterable[FleetPlan], standing: Standing, *, now: datetime, letters_at: time | None
) -> bool:
    """Whether letters are to go now: all plans have had their turn, or it is their hour."""
    # Only the post settles, and their plans are not due before it has.
    if standing.unsettled:
        return True
    everyone = all(
        _is_final(standing.records.get(entry.name), TRIES)
        for entry in entries
        if entry.paused is None
    )
    late = letters_at is not None and now.time() >= letters_at
    return standing.waits and (everyone or late)


def _is_final(record: Record | None, tries: int | None) -> bool:
    if record is None:
        return False
    return record.read or (tries is not None and record.tries >= tries)


def _turn(standing: Standing, name: str) -> tuple[int, date, str]:
    record = standing.records.get(name)
    return record.tries if record else 0, standing.last.get(name, date.min), name
