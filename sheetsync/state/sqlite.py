"""What is particular to SQLite: how it is opened, copied, wiped, and what its errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from sheetsync.errors import StateError, StoreUnreadable
from sheetsync.languages import _
from sheetsync.model.language import marked
from sheetsync.state.database import Database

_PATIENCE = 30  # seconds that a transaction waits for another one to end
_PRAGMAS = (
    # Readers do not block the writer, nor does it block them (https://www.sqlite.org/wal.html).
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",  # off by default, and to be asked for by each connection
)
# A fleet's process opens hundreds of files: with an engine's own cache each would compile every
# statement anew, a quarter of a warm run's processor time. SQLAlchemy knows what it has compiled by
# the dialect object too, so that one is shared, from when a connection has initialised it.
_COMPILED: dict[Any, Any] = {}
_DIALECTS: dict[str, Dialect] = {}
_BUSY = marked("another program has held it for more than {patience} seconds. Run again later")
_BROKEN = marked(
    "it is no SQLite database, or a damaged one. Restore the file from a copy or rename "
    "it: then the next run begins the memory anew"
)
_CLOSED = marked("there is no permission to read and write it or to make files beside it. Grant it")
_FULL = marked(
    "there is no space left on the disk. Make room and run again: what was recorded before is whole"
)
_DISK = marked("the disk does not give or take data. Check it and run again")
_UNREADABLE = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
# By primary result code, https://www.sqlite.org/rescode.html; what is not here is a bug of ours.
_REASONS = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
    sqlite3.SQLITE_AUTH: _CLOSED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _DISK,
}


class SqliteDatabase(Database):
    """The database of a file, which is made if need be when the first connection opens.

    Reads see one state each and block nobody. A transaction with the execution option `writes`
    takes the one write lock when it begins: taking it later fails at once where another
    transaction has written in between, however long one is ready to wait. What is committed
    outlives a power cut, unless it need not be `lasting`: each commit waits for the disk.
    """

    def __init__(self, path: Path, *, lasting: bool = True) -> None:
        super().__init__(str(path), _open_engine(path, lasting=lasting))
        self._path = path

    def in_words(self) -> AbstractContextManager[None]:
        """Say in a sentence what SQLite reports. Raises StateError, StoreUnreadable."""
        return in_words(self._path)

    def lock(self, connection: Connection, owner: str) -> None:
        """Nothing: the file has one writer at a time from the beginning of a transaction."""

    def wipe(self) -> None:
        """Leave nothing of what was deleted: neither in free pages nor in the log."""
        with self.in_words(), closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("VACUUM")
            # VACUUM too writes to the log first: until then the old pages are still in the file.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _open_engine(path: Path, *, lasting: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # None: else Python's driver begins transactions itself, and only before a first write.
        connect_args={"timeout": _PATIENCE, "isolation_level": None},
        execution_options={"compiled_cache": _COMPILED},
    )
    engine.dialect = _DIALECTS.get(engine.name, engine.dialect)
    event.listen(engine, "connect", partial(_prepare, lasting=lasting))
    event.listen(engine, "engine_connect", _share)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say in a sentence what SQLite reports. Raises StateError, StoreUnreadable."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        # Extended codes keep the primary one in their low byte.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code not in _REASONS:
            raise
        kind = StoreUnreadable if code in _UNREADABLE else StateError
        raise kind(
            _(
                "File of the memory “{path}”: {reasons}.",
                path=path,
                reasons=_(_REASONS[code], patience=_PATIENCE),
            )
        ) from error


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry, *, lasting: bool) -> None:
    cursor = connection.cursor()
    # Not NORMAL: beside WAL it may roll back after a power cut what was committed before.
    for pragma in (*_PRAGMAS, f"PRAGMA synchronous={'FULL' if lasting else 'OFF'}"):
        cursor.execute(pragma)
    cursor.close()


def _share(connection: Connection) -> None:
    _DIALECTS.setdefault(connection.engine.name, connection.dialect)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("alone"):
        driver: Any = connection.connection.driver_connection
        # Past SQLAlchemy, which would take four times as long for it as SQLite does.
        driver.execute("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
