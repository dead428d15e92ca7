"""Overdue measures whose rows are gone from the sheet, which nobody would chase any more."""

from collections.abc import Iterator
from datetime import date, timedelta

from sheetsync.daily.job import Job
from sheetsync.daily.past_days import row_then
from sheetsync.daily.plan_reading import Reading
from sheetsync.digest.policy_input import Vanished
from sheetsync.model import Line, State, canonical_identities

# For as long as a coordinator may be away, as with letters that did not arrive.
_RECENT = timedelta(days=14)


def vanished(job: Job, reading: Reading) -> tuple[Vanished, ...]:
    """Those of the last days in the order of the sheet, each with its last words.

    A row that was split, merged or linked to another is not gone, one that may be another's former
    self is asked about as that one.
    """
    found = (
        Vanished(identity=identity, line=line, due=due)
        for identity, (day, line) in _gone(job, reading)
        if job.today - day <= _RECENT and (due := _overdue(job, line, day))
    )
    return tuple(sorted(found, key=lambda one: one.line.row))


def _gone(job: Job, reading: Reading) -> Iterator[tuple[int, tuple[date, Line]]]:
    """By identity the day on which a row was missed first, and its last words."""
    history = reading.history
    root = canonical_identities(history.links)
    here = {one for row in reading.rows for one in (row.identity, row.parent) if one}
    known = {root.get(one, one) for one in here}
    asked = {one for new, named in history.doubts.items() if new in here for one in named}
    asked |= {one.identity for doubt in reading.doubts for one in doubt.candidates}
    standing = history.last.rows if history.last else ()
    gone = {**history.gone, **{row.identity: (job.today, row.line) for row in standing}}
    for identity, seen in gone.items():
        if root.get(identity, identity) not in known and identity not in asked:
            yield identity, seen


def _overdue(job: Job, line: Line, day: date) -> date | None:
    """Since when the row was overdue on that day; None where it was not."""
    late = (item.due for item in row_then(job, line, day) if item.state is State.OVERDUE)
    return min(filter(None, late), default=None)
