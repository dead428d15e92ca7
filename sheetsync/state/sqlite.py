"""What is particular to SQLite: how it is opened, copied, wiped, and what its errors mean."""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import ClassVar

from sheetsync.errors import StateError, StoreUnreadable
from sheetsync.languages import _
from sheetsync.model.language import marked
from sheetsync.state.database import Connection, Database, Pool

_PATIENCE = 30  # seconds that a transaction waits for another one to end
_PAUSE = 0.01  # seconds between two asks where SQLite itself does not wait
# Readers do not block the writer, nor does it block them (https://www.sqlite.org/wal.html).
_WITH_LOG = "PRAGMA journal_mode=WAL"
_FOREIGN_KEYS = "PRAGMA foreign_keys=ON"  # off by default, and to be asked for by each connection
_BUSY = marked("another program has held it for more than {patience} seconds. Run again later")
_BROKEN = marked(
    "it is no SQLite database, or a damaged one. Restore the file from a copy or rename "
    "it: then the next run begins the memory anew"
)
_CLOSED = marked("there is no permission to read and write it or to make files beside it. Grant it")
_FULL = marked(
    "there is no space left on the disk. Make room and run again: what was recorded before is whole"
)
_DISK = marked(
    "the disk does not give or take data. Check that it has room and is sound, and run again"
)
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

    Reads see one state each and block nobody. A transaction that writes takes the one write lock
    when it begins: taking it later fails at once where another transaction has written in between,
    however long one is ready to wait. What is committed outlives a power cut, unless it need not
    be `lasting`: each commit waits for the disk.
    """

    missing = (sqlite3.OperationalError,)
    words: ClassVar[Mapping[str, str]] = {
        "read": "BEGIN",
        "write": "BEGIN IMMEDIATE",
        "key": "INTEGER NOT NULL",  # only one that is called so is counted up
        "id": "INTEGER",
        "bytes": "BLOB",
        "name": "TEXT",
        "clustered": "WITHOUT ROWID",  # a third smaller
    }

    def __init__(self, path: Path, *, lasting: bool = True) -> None:
        super().__init__(str(path), Pool(partial(_connect, path, lasting=lasting)))
        self._path = path

    def in_words(self) -> AbstractContextManager[None]:
        """Turn what SQLite reports into StateError or StoreUnreadable with a sentence."""
        return in_words(self._path)

    def lock(self, connection: Connection, owner: str) -> None:
        """Do nothing: the file has one writer at a time from the beginning of a transaction."""

    def tables(self, connection: Connection) -> set[str]:
        """The names of those that are there."""
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}

    def wipe(self) -> None:
        """Leave nothing of what was deleted: neither in free pages nor in the log."""
        with self.reading(alone=True) as connection:
            connection.execute("VACUUM")
            # VACUUM too writes to the log first: until then the old pages are still in the file.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _connect(path: Path, *, lasting: bool) -> sqlite3.Connection:
    driver = sqlite3.connect(
        path,
        timeout=_PATIENCE,
        # Else Python's driver begins transactions itself, and only before a first write.
        isolation_level=None,
        # A pool hands it from thread to thread, never to two at once.
        check_same_thread=False,
    )
    try:
        _begin_log(driver)
        driver.execute(_FOREIGN_KEYS)
        # Not NORMAL: beside WAL it may roll back after a power cut what was committed before.
        driver.execute(f"PRAGMA synchronous={'FULL' if lasting else 'OFF'}")
    except BaseException:
        driver.close()
        raise
    return driver


def _begin_log(driver: sqlite3.Connection) -> None:
    """Turn the log on, also where others begin with the same new file at the same moment.

    Who has read a file that is not yet in WAL mode and finds another at the same switch is
    refused at once: were each to wait for the other's read lock, neither would ever get on.
    """
    last = time.monotonic() + _PATIENCE
    while True:
        try:
            driver.execute(_WITH_LOG)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into StateError or StoreUnreadable with a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        # Extended codes keep the primary one in their low byte.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
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
