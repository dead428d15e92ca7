"""What a fleet remembers beside its plans' own stores: runs, letters on their way, quota."""

import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    CursorResult,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    select,
    text,
)

from sheetsync.fleet.record import Record, record_of
from sheetsync.model.frozen import frozen
from sheetsync.state.database import Closing, Database
from sheetsync.state.schema import Key, Name
from sheetsync.state.sqlite import SqliteDatabase

FILE = "fleet.db"
SCHEMA = "sheetsync_fleet"
# Not now(), which stands still at the beginning of a transaction.
SERVER_CLOCK = "CAST(extract(epoch FROM clock_timestamp()) AS FLOAT)"
_METADATA = MetaData()


def _table(name: str, *columns: Column[Any], key: Sequence[str]) -> None:
    keys = [Column(each, Name, primary_key=True) for each in key]
    Table(name, _METADATA, *keys, *columns)


def _text(name: str) -> Column[Any]:
    return Column(name, Name, nullable=False)


def _letter() -> Column[Any]:
    # The plan's own ledger has given the id: nothing counts it up here.
    return Column("letter", BigInteger, primary_key=True, autoincrement=False)


# 0 and 1 in `read` and `settled`: SQLite knows no truth values.
_table("runs", Column("read", Integer, nullable=False), _text("record"), key=("plan", "day"))
_table(
    "drafts",
    *(_letter(), _text("sender"), _text("address"), _text("recipient"), _text("kind")),
    *(Column("raw", LargeBinary), Column("settled", Integer, nullable=False, server_default="0")),
    key=("plan", "day"),
)
Table(
    "posts",
    _METADATA,
    Column("id", Key, primary_key=True),
    *map(_text, ("day", "sender", "address", "state", "reply")),
    Column("tries", Integer, nullable=False),
    UniqueConstraint("day", "sender", "address"),
)
_table("parts", _letter(), Column("post", BigInteger), key=("plan", "day"))
# Double precision: in a REAL today's seconds lie 128 apart.
_table("quota", Column("slot", Float(53), nullable=False), key=("key",))
_table("bindings", Column("key", Text), key=("spreadsheet",))
_table("names", _text("value"), key=("name",))
_table("files", Column("content", LargeBinary, nullable=False), key=("path",))


@frozen
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


class Statements:
    """A transaction's way to run statements, whose values stand for `?` or are named."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def execute(
        self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> CursorResult[Any]:
        """Run one; returns its rows."""
        named = values if isinstance(values, Mapping) else _named(values)
        return self._connection.execute(text(_numbered(statement)), named)

    def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one for each row of values."""
        if rows:
            self._connection.execute(text(_numbered(statement)), [_named(row) for row in rows])


def _numbered(statement: str) -> str:
    # A `?` within a quoted text would count as a mark, too: no statement has one.
    numbers = count()
    return "".join(f":v{next(numbers)}" if part == "?" else part for part in _split(statement))


def _split(statement: str) -> Iterator[str]:
    for number, part in enumerate(statement.split("?")):
        yield from ("?", part) if number else (part,)


def _named(values: Sequence[Any]) -> dict[str, Any]:
    return {f"v{number}": value for number, value in enumerate(values)}


class FleetDatabase(Closing):
    """The fleet's own tables in a file or in PostgreSQL, for all threads and several processes.

    Raises StateError for what the database reports.
    """

    def __init__(self, place: Path | str) -> None:
        self.url = "" if isinstance(place, Path) else place
        self._database = _database(place)
        self._lock = RLock()
        self._database.make(_METADATA)

    @property
    def place(self) -> str:
        """What people know it by, without a password."""
        return self._database.place

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """What a query gives."""
        return self.alone(statement, values)

    def alone(self, statement: str, values: Sequence[Any] | Mapping[str, Any]) -> list[Any]:
        """What one statement gives, which may also write: it is a transaction by itself."""
        with self._database.reading(alone=True) as connection:
            return [*Statements(connection).execute(statement, values)]

    def table(self, name: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        with self._database.reading() as connection:
            return [
                dict(row) for row in connection.execute(select(_METADATA.tables[name])).mappings()
            ]

    @contextmanager
    def writing(self) -> Iterator[Statements]:
        """A transaction beside which nobody writes; nothing of it stays if the block raises."""
        # SQLite lets a second thread sleep and ask again, which is slower than to wait here.
        with self._lock, self._database.writing() as connection:
            yield Statements(connection)

    def clock(self) -> float:
        """The time that all processes share, in seconds: machines' clocks differ."""
        if not self.url:
            return time.time()
        ((now,),) = self.rows(f"SELECT {SERVER_CLOCK}")
        return float(now)

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
                "INSERT INTO runs (plan, day, read, record) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (plan, day) DO UPDATE "
                "SET read = excluded.read, record = excluded.record",
                (record.plan, record.day, int(record.read), record.as_json()),
            )
            # A day that is run again finds its letters here: they are on their way already.
            connection.executemany(
                "INSERT INTO drafts (plan, day, letter, sender, address, recipient, kind, raw) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                rows,
            )

    def record(self, plan: str, day: date) -> Record | None:
        """What the plan's day came to, as far as it was run."""
        found = self.rows(
            "SELECT record FROM runs WHERE plan = ? AND day = ?", plan, day.isoformat()
        )
        return record_of(found[0][0]) if found else None

    def drafts(self, day: date, post: int | None = None) -> list[Draft]:
        """The letters of that post; without one, those of the day that belong to none yet."""
        mine = "post IS NULL" if post is None else "post = ?"
        found = self.rows(
            "SELECT plan, letter, sender, address, recipient, kind, raw FROM drafts "  # noqa: S608
            "LEFT JOIN parts USING (plan, day, letter) "
            f"WHERE day = ? AND {mine} AND raw IS NOT NULL ORDER BY address, plan, letter",
            *(day.isoformat(), *([] if post is None else [post])),
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
