"""Overdue measures whose rows are gone from the sheet, which nobody would chase any more."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from sheetsync.history.history import History
from sheetsync.history.identity import IdentityDoubt
from sheetsync.model import KnownRow, Line, Vanished, canonical_identities

# For as long as a coordinator may be away, as with letters that did not arrive.
_RECENT = timedelta(days=14)


def vanished(
    history: History,
    rows: tuple[KnownRow, ...],
    doubts: tuple[IdentityDoubt, ...],
    *,
    today: date,
    overdue: Callable[[Line, date], date | None],
) -> tuple[Vanished, ...]:
    """Those of the last days in the order of the sheet, each with its last words.

    `rows` are today's, `doubts` what is asked about them; `overdue` tells since when a row was
    overdue on a day, as it was then. A row that was split, merged or linked to another is not gone,
    one that may be another's former self is asked about as that one.
    """
    found = (
        Vanished(identity=identity, line=line, due=due)
        for identity, (day, line) in _gone_rows(history, rows, doubts, today=today)
        if today - day <= _RECENT and (due := overdue(line, day))
    )
    return tuple(sorted(found, key=lambda one: one.line.row))


def _gone_rows(
    history: History, rows: tuple[KnownRow, ...], doubts: tuple[IdentityDoubt, ...], *, today: date
) -> Iterator[tuple[int, tuple[date, Line]]]:
    """By identity the day on which a row was missed first, and its last words."""
    root = canonical_identities(history.links)
    here = {one for row in rows for one in (row.identity, row.parent) if one}
    known = {root.get(one, one) for one in here}
    asked = {one for new, named in history.doubts.items() if new in here for one in named}
    asked |= {one.identity for doubt in doubts for one in doubt.candidates}
    gone = {**history.gone, **{row.identity: (today, row.line) for row in history.last_rows}}
    for identity, seen in gone.items():
        if root.get(identity, identity) not in known and identity not in asked:
            yield identity, seen
