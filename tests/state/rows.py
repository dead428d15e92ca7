"""Short ways to say a row and a snapshot in a test, and the snapshots that have a number."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

from sheetsync.model import KnownRow, Line, Snapshot
from sheetsync.state.records import Records
from sheetsync.state.store import Store

PLAN = "план"
ZONE = timezone(timedelta(hours=3))


def row(identity: int, place: int = 4, *, parent: int | None = None, **words: str) -> KnownRow:
    text = f"Провести заседание {identity}"
    line = Line(place, str(identity), text, "май", "Отдел кадров", "", "", "Раздел I")
    return KnownRow(identity=identity, parent=parent, line=line._replace(**words))


def snapshot(day: int, *rows: KnownRow, told: bool = False) -> Snapshot:
    return Snapshot(
        taken=datetime(2021, 1, 1, 9, 30, tzinfo=ZONE) + timedelta(days=day - 1),
        year=2021,
        title="План мероприятий",
        tab="План",
        told=told,
        rows=rows,
    )


def numbered(number: int) -> Snapshot:
    """The snapshot of that number: of 40 to 80 rows, most of them other than in the one before."""
    rows = (
        row(identity, identity + 3, status=f"Отметка {number - number % (1 + identity % 3)}")
        for identity in range(1, 41 + number * 7 % 41)
    )
    return snapshot(number, *rows)


class Once:
    """Each method of a store's blocks, called in a block of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Callable[..., Any]:
        block = self._store.reading if hasattr(Records, name) else self._store.writing

        def call(*arguments: Any, **options: Any) -> Any:
            with block() as memory:
                return getattr(memory, name)(*arguments, **options)

        return call
