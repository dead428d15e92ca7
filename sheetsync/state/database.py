"""The open database behind a store: its transactions, and what becomes of its errors."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sheetsync.errors import StateError, reason
from sheetsync.languages import _
from sheetsync.state import sqlite
from sheetsync.state.migrations import bring_up
from sheetsync.state.records import Records
from sheetsync.state.transaction import Transaction


class Database:
    """One file of SQLite at the newest revision. Everything here raises StateError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: sqlite3.Connection | None = None
        self._engine = sqlite.open_engine(path)
        try:
            self._bring_up()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Records]:
        """What is stored, as of one moment."""
        with sqlite.in_words(self._path), self._engine.begin() as connection:
            yield Records(connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction, committed at the end of the block unless that raises."""
        writer = self._engine.execution_options(writes=True)
        with sqlite.in_words(self._path), writer.begin() as connection:
            yield Transaction(connection)

    def at_once(self, statement: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Execute a statement for each row, committed when this returns, at the disk's speed.

        SQLAlchemy would take as long again, which counts where a server waits meanwhile.
        """
        with sqlite.in_words(self._path):
            if self._held is None:
                self._held = sqlite.open_plain(self._path)
            with self._held as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(statement, rows)

    def wipe(self) -> tuple[Path, ...]:
        """Leave nothing of what was deleted in the file; returns copies that may still hold it."""
        with sqlite.in_words(self._path):
            sqlite.wipe(self._engine)
        return sqlite.copies_of(self._path)

    def close(self) -> None:
        """Close the file; its log is then part of it."""
        if self._held is not None:
            self._held.close()
            self._held = None
        self._engine.dispose()

    def _bring_up(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with sqlite.in_words(self._path):
                bring_up(self._engine, keep_copy=self._keep_copy)
        except OSError as error:
            raise StateError(
                _(
                    "The file of the memory cannot be made in the folder “{parent}”: {reason}.",
                    parent=self._path.parent,
                    reason=reason(error),
                )
            ) from error

    def _keep_copy(self) -> None:
        sqlite.keep_copy(self._engine, self._path)
