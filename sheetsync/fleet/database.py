"""What a fleet remembers beside its plans' own stores: runs, letters on their way, quota."""

import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from sheetsync.fleet.record import Record, record_of
from sheetsync.state.database import Closing, Connection, Database, Row, Values
from sheetsync.state.sqlite import SqliteDatabase

FILE = "fleet.db"
SCHEMA = "sheetsync_fleet"
# Not now(), which stands still at the beginning of a transaction.
SERVER_CLOCK = "CAST(extract(epoch FROM clock_timestamp()) AS FLOAT)"
_DONE = """
INSERT INTO runs (plan, day, read, record) VALUES (?, ?, ?, ?)
ON CONFLICT (plan, day) DO UPDATE SET read = excluded.read, record = excluded.record
"""
# 0 and 1 in `read` and `settled`: SQLite knows no truth values. The plan's own ledger has given the
# id of a `letter`.
_TABLES = {
    "runs": """
CREATE TABLE runs (
    plan {name} NOT NULL,
    day {name} NOT NULL,
    read INTEGER NOT NULL,
    record {name} NOT NULL,
    PRIMARY KEY (plan, day)
)""",
    "drafts": """
CREATE TABLE drafts (
    plan {name} NOT NULL,
    day {name} NOT NULL,
    letter BIGINT NOT NULL,
    sender {name} NOT NULL,
    address {name} NOT NULL,
    recipient {name} NOT NULL,
    kind {name} NOT NULL,
    raw {bytes},
    settled INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (plan, day, letter)
)""",
    "posts": """
CREATE TABLE posts (
    id {key} PRIMARY KEY,
    day {name} NOT NULL,
    sender {name} NOT NULL,
    address {name} NOT NULL,
    state {name} NOT NULL,
    reply {name} NOT NULL,
    tries INTEGER NOT NULL,
    UNIQUE (day, sender, address)
)""",
    "parts": """
CREATE TABLE parts (
    plan {name} NOT NULL,
    day {name} NOT NULL,
    letter BIGINT NOT NULL,
    post BIGINT,
    PRIMARY KEY (plan, day, letter)
)""",
    # Double precision: in a REAL today's seconds lie 128 apart.
    "quota": "CREATE TABLE quota (key {name} NOT NULL PRIMARY KEY, slot FLOAT(53) NOT NULL)",
    "bindings": "CREATE TABLE bindings (spreadsheet {name} NOT NULL PRIMARY KEY, key TEXT)",
    "names": "CREATE TABLE names (name {name} NOT NULL PRIMARY KEY, value {name} NOT NULL)",
    "files": "CREATE TABLE files (path {name} NOT NULL PRIMARY KEY, content {bytes} NOT NULL)",
}


class Draft(NamedTuple):
    """A plan's letter that waits to be joined with those of other plans; `letter` is its id there.

    `sender` names the mail account or the folder of letters that it goes through.
    """

    plan: str
    day: date
    letter: int
    sender: str
    address: str
    recipient: str
    kind: str
    raw: bytes


class FleetDatabase(Closing):
    """The fleet's own tables in a file or in PostgreSQL, for all threads and several processes.

    Raises StateError for what the database reports.
    """

    def __init__(self, place: Path | str) -> None:
        self.url = "" if isinstance(place, Path) else place
        self._database = _database(place)
        self._lock = RLock()
        self._database.make(_TABLES)

    @property
    def place(self) -> str:
        """What people know it by, without a password."""
        return self._database.place

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def rows(self, statement: str, *values: Any) -> list[Row]:
        """What a query gives."""
        return self.alone(statement, values)

    def alone(self, statement: str, values: Values) -> list[Row]:
        """What one statement gives, which may also write: it is a transaction by itself."""
        with self._database.reading(alone=True) as connection:
            return connection.execute(statement, values)

    def table(self, name: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        with self._database.reading() as connection:
            return connection.named(f"SELECT * FROM {name}")  # noqa: S608 - a name of ours

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction beside which nobody writes; nothing of it stays if the block raises."""
        # SQLite lets a second thread sleep and ask again, which is slower than to wait here.
        with self._lock, self._database.writing() as connection:
            yield connection

    def clock(self) -> float:
        """The time that all processes share, in seconds: machines' clocks differ."""
        if not self.url:
            return time.time()
        ((now,),) = self.rows(f"SELECT {SERVER_CLOCK}")
        return float(now)

    def finish(self, record: Record, drafts: Iterable[Draft]) -> None:
        """Store a plan's day and its letters: from now on the fleet sends these."""
        # 33 KB of a letter become 9.
        rows = [(d.plan, d.day.isoformat(), *d[2:-1], zlib.compress(d.raw)) for d in drafts]
        done = (record.plan, record.day, int(record.read), record.as_json())
        # Most days have no letters: then no writer waits for another.
        if not rows:
            self.alone(_DONE, done)
            return
        with self.writing() as connection:
            connection.execute(_DONE, done)
            # A day that is run again finds its letters here: they are on their way already.
            connection.insert_rows("drafts", Draft._fields, rows, "ON CONFLICT DO NOTHING")

    def record(self, plan: str, day: date) -> Record | None:
        """What the plan's day came to, as far as it was run."""
        found = self.rows(
            "SELECT record FROM runs WHERE plan = ? AND day = ?", plan, day.isoformat()
        )
        return record_of(found[0][0]) if found else None

    def records(self, day: date) -> dict[str, Record]:
        """By plan what its day came to, as far as it was run."""
        found = self.rows("SELECT plan, record FROM runs WHERE day = ?", day.isoformat())
        return {plan: record_of(text) for plan, text in found}

    def last_days(self) -> dict[str, date]:
        """By plan the newest day on which it was run."""
        found = self.rows("SELECT plan, max(day) FROM runs GROUP BY plan")
        return {plan: date.fromisoformat(day) for plan, day in found}

    def drafts(self, day: date, post: int | None = None) -> list[Draft]:
        """The letters of that post; without one, those of the day that belong to none yet."""
        mine = "post IS NULL" if post is None else "post = ?"
        found = self.rows(
            f"SELECT {', '.join(Draft._fields)} FROM drafts "  # noqa: S608
            "LEFT JOIN parts USING (plan, day, letter) "
            f"WHERE day = ? AND {mine} AND raw IS NOT NULL ORDER BY address, plan, letter",
            *(day.isoformat(), *([] if post is None else [post])),
        )
        return [
            Draft._make((plan, day, *rest, zlib.decompress(raw)))
            for plan, _day, *rest, raw in found
        ]

    def name(self, name: str, value: str) -> str:
        """The value stored under that name; this one where there was none."""
        with self.writing() as connection:
            connection.execute(
                "INSERT INTO names (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (name, value),
            )
        # Read back: another process may have been first.
        return str(self.rows("SELECT value FROM names WHERE name = ?", name)[0][0])


def _database(place: Path | str) -> Database:
    if isinstance(place, Path):
        return SqliteDatabase(place)
    from sheetsync.state.postgres import PostgresDatabase

    return PostgresDatabase(place, SCHEMA)
