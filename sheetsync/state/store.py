"""What is remembered of plans: their rows snapshot by snapshot, as one file that a run may open.

SQLAlchemy takes half a second to import, so this module does that only to open a store.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sheetsync.errors import StateError, UsageError
from sheetsync.languages import _
from sheetsync.model import Line, Place, Snapshot
from sheetsync.state.ledger import Ledger
from sheetsync.state.place import on_share

if TYPE_CHECKING:
    from sheetsync.state.database import Database
    from sheetsync.state.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What `Store.forget` did and left.

    `texts` held the address and have a mark in its place. All `snapshots` and `measures` are
    there as before. `copies`, kept when the store was migrated, may hold the address still.
    """

    texts: int
    snapshots: int
    measures: int
    copies: tuple[Path, ...]


def open_store(path: Path, *, shared: Callable[[Path], bool] = on_share) -> "Store":
    """Open the store in that file; a missing one is created, an old one copied and migrated.

    `shared` is `on_share`, but for tests. Raises StateError where the file lies on a network
    share or cannot be written, StoreUnreadable where it is no store, StoreTooNew where a newer
    version of the program has migrated it.
    """
    if shared(path):
        raise StateError(
            _(
                "The file of the memory “{path}” is on a network share, where two computers "
                "at once can damage it. Put it on this computer's disk.",
                path=path,
            )
        )
    from sheetsync.state.database import Database

    return Store(Database(path))


class Store:
    """The memory of many plans, each under a name of its own; made by `open_store`.

    Every method is one transaction and raises StateError where the file cannot be read or
    written. Snapshots count in the order in which they were remembered.
    """

    def __init__(self, database: "Database") -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def ledger(self) -> Ledger:
        """What was written to whom."""
        return Ledger(self._database)

    def transaction(self) -> AbstractContextManager["Transaction"]:
        """A block whose writes are stored together at its end, none of them if it raises.

        No other process writes meanwhile, so that what the block reads stays true until then.
        """
        return self._database.writing()

    def plans(self) -> tuple[str, ...]:
        """The names of all plans, sorted."""
        with self._database.reading() as records:
            return records.plans()

    def last(self, plan: str, *, told: bool | None = None) -> Snapshot | None:
        """The newest snapshot; with `told` the newest of a run (True) or of a mere sync (False).

        `taken` comes back as the same moment with the offset that its zone had then.
        """
        with self._database.reading() as records:
            return records.last(plan, told=told)

    def as_of(self, plan: str, day: date) -> Snapshot | None:
        """The newest snapshot taken on or before that day, as the plan's own zone counts days."""
        with self._database.reading() as records:
            return records.as_of(plan, day)

    def token(self, plan: str) -> str:
        """What tells the plan from all others in every store, "" where it is not known yet."""
        with self._database.reading() as records:
            return records.token(plan)

    def days(
        self, plan: str, *, told: bool | None = None, scope: str | None = None
    ) -> tuple[date, ...]:
        """The days on which snapshots were taken, the oldest first; `told` as with `last`.

        With `scope` only those whose letters counted in it.
        """
        with self._database.reading() as records:
            return records.days(plan, told=told, scope=scope)

    def snapshot(self, plan: str, serial: int) -> Snapshot | None:
        """The snapshot that `remember` gave that serial."""
        with self._database.reading() as records:
            return records.snapshot(plan, serial)

    def remember(self, plan: str, snapshot: Snapshot) -> int:
        """Store a snapshot as the plan's newest; its rows are in the order of the sheet.

        Returns its serial: they count 1, 2, 3, … in each plan.

        The caller gives new rows their identities, from `next_identity` on. Raises ValueError
        where two rows bear one identity.
        """
        with self.transaction() as transaction:
            return transaction.remember(plan, snapshot)

    def next_identity(self, plan: str) -> int:
        """The first identity, from 1, that no row of the plan has ever borne; all after it too."""
        with self._database.reading() as records:
            return records.next_identity(plan)

    def life(self, plan: str, identity: int) -> tuple[tuple[datetime, Line], ...]:
        """Each content of a measure in turn, oldest first, and when it was first seen.

        A row that only stands elsewhere in the sheet is no other content; one that is what it
        once was is told again. Before the part of a split row come the contents of its parent;
        linked rows are one measure. Empty for an identity that is not known.
        """
        with self._database.reading() as records:
            return records.life(plan, identity)

    def redated(self, plan: str) -> frozenset[int]:
        """The identities of measures whose deadline has had more than one wording."""
        with self._database.reading() as records:
            return records.redated(plan)

    def since(self, plan: str) -> dict[int, date]:
        """By identity, for the newest snapshot's rows: the day since when their status stands.

        The text has been the same in every snapshot since; a part of a split row inherits the
        day of its parent, where that said the same.
        """
        with self._database.reading() as records:
            return records.since(plan)

    def doubts(self, plan: str) -> dict[int, tuple[int, ...]]:
        """By identity, the candidates that it may be in truth, until a link settles it."""
        with self._database.reading() as records:
            return records.doubts(plan)

    def link(self, plan: str, a: int, b: int) -> None:
        """Store what a person settled: the measure `b` is `a`, or a new one where both are one."""
        with self.transaction() as transaction:
            transaction.link(plan, a, b)

    def places(self, plan: str) -> dict[str, Place]:
        """By key where each tab of a shared spreadsheet was last seen."""
        with self._database.reading() as records:
            return records.places(plan)

    def keep_places(self, plan: str, places: Mapping[str, Place]) -> None:
        """Store where the tabs of a shared spreadsheet are."""
        with self.transaction() as transaction:
            transaction.keep_places(plan, places)

    def links(self, plan: str) -> tuple[tuple[int, int], ...]:
        """The pairs (a, b) of which a person said that b is a, sorted."""
        with self._database.reading() as records:
            return records.links(plan)

    def forget(self, address: str) -> Forgotten:
        """Remove an address from everything stored, in all plans, and from the free space.

        What still stands in a sheet comes back with the next snapshot. Raises UsageError for
        what is no address.
        """
        if "@" not in address.strip("@"):
            raise UsageError(
                _("“{address}” is no mail address. For example: name@example.org.", address=address)
            )
        with self.transaction() as transaction:
            texts = transaction.forget(address.strip())
            snapshots, measures = transaction.counts()
        copies = self._database.wipe()
        return Forgotten(texts=texts, snapshots=snapshots, measures=measures, copies=copies)
