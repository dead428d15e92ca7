"""What a fleet remembers beside its plans' own stores: runs, letters on their way, quota."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

from sheetsync.errors import StateError
from sheetsync.fleet.record import Record
from sheetsync.languages import _

FILE = "fleet.db"
_PATIENCE = 30  # seconds that a transaction waits for another process's
_SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
    plan TEXT, day TEXT, read INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (plan, day)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS drafts (
    plan TEXT, day TEXT, letter INTEGER, sender TEXT NOT NULL, address TEXT NOT NULL,
    recipient TEXT NOT NULL, kind TEXT NOT NULL, raw BLOB, settled INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (plan, day, letter)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS posts (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, sender TEXT NOT NULL, address TEXT NOT NULL,
    state TEXT NOT NULL, reply TEXT NOT NULL, tries INTEGER NOT NULL,
    UNIQUE (day, sender, address)
);
CREATE TABLE IF NOT EXISTS parts (
    post INTEGER, plan TEXT, day TEXT, letter INTEGER, PRIMARY KEY (plan, day, letter)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quota (key TEXT PRIMARY KEY, slot REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bindings (spreadsheet TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A plan's letter that waits to be joined with those of other plans; `letter` is its id there.

    `sender` names the mail account or the local mailbox that it goes through.
    """

    plan: str
    day: date
    letter: int
    sender: str
    address: str
    recipient: str
    kind: str
    raw: bytes


class FleetDatabase:
    """One SQLite file, for all threads of a process and several processes.

    Raises StateError for what SQLite reports.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        with self._in_words():
            # A transaction is begun by hand, so that it holds the write lock from the start.
            self._connection = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            # `fleet status` reads while a run writes.
            self._connection.execute("PRAGMA journal_mode=WAL")
            # A letter must be known to be on its way before the server gets it.
            self._connection.execute("PRAGMA synchronous=FULL")
            self._connection.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query gives."""
        with self._in_words(), self._lock:
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; nothing of it stays if the block raises."""
        with self._in_words(), self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def finish(self, record: Record, drafts: Iterable[Draft]) -> None:
        """Store a plan's day and its letters: from now on the fleet sends these."""
        # 33 KB of a letter become 9.
        rows = [
            (
                *(d.plan, d.day.isoformat(), d.letter, d.sender, d.address),
                *(d.recipient, d.kind, zlib.compress(d.raw)),
            )
            for d in drafts
        ]
        with self.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)",
                (record.plan, record.day, record.read, record.as_json()),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", rows
            )

    def drafts(self, day: date, post: int | None = None) -> list[Draft]:
        """The letters of that post; without one, those of the day that belong to none yet."""
        found = self.rows(
            "SELECT plan, letter, sender, address, recipient, kind, raw FROM drafts "
            "LEFT JOIN parts USING (plan, day, letter) "
            "WHERE day = ? AND post IS ? AND raw IS NOT NULL ORDER BY address, plan, letter",
            *(day.isoformat(), post),
        )
        return [
            Draft(
                plan=plan,
                day=day,
                letter=letter,
                sender=sender,
                address=address,
                recipient=recipient,
                kind=kind,
                raw=zlib.decompress(raw),
            )
            for plan, letter, sender, address, recipient, kind, raw in found
        ]

    def name(self, name: str, value: str) -> str:
        """The value stored under that name; this one where there was none."""
        with self.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (name, value))
        return str(self.rows("SELECT value FROM names WHERE name = ?", name)[0][0])

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            path = self._path
            raise StateError(
                _("The database {path}: {error}. Check space and rights.", path=path, error=error)
            ) from error
