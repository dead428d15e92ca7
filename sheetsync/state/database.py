"""A database as its tables' owners see it: transactions, and sentences where it fails."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Self

from sqlalchemy import Connection, Engine, MetaData, inspect


class Closing(ABC):
    """What is closed at the end of its block."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class Database(Closing):
    """One database, for all threads of a process and for several processes.

    `place` is what people know it by. Each block raises StateError for what the database reports.
    """

    def __init__(self, place: str, engine: Engine) -> None:
        self.place = place
        self.engine = engine
        # Only SQLite's beginning of a transaction reads it; PostgreSQL's locks are taken by `lock`.
        self._writer = engine.execution_options(writes=True)

    @abstractmethod
    def in_words(self) -> AbstractContextManager[None]:
        """Say in a sentence what the database reports. Raises StateError, StoreUnreadable."""

    @abstractmethod
    def wipe(self) -> None:
        """Leave nothing of what was deleted in the space that it took."""

    @abstractmethod
    def lock(self, connection: Connection, owner: str) -> None:
        """Shut out other writers of that owner until the transaction ends; of all without one."""

    def close(self) -> None:
        """Close what is open."""
        self.engine.dispose()

    @contextmanager
    def reading(self, *, alone: bool = False) -> Iterator[Connection]:
        """A transaction that sees what is stored as of one moment.

        A statement that is `alone` does so without one, which saves the server two answers.
        """
        with self.in_words(), self._reader(alone=alone).begin() as connection:
            yield connection

    @contextmanager
    def writing(self, owner: str = "") -> Iterator[Connection]:
        """A transaction beside which nobody else writes what that owner owns."""
        with self.in_words(), self._writer.begin() as connection:
            self.lock(connection, owner)
            yield connection

    def make(self, metadata: MetaData) -> None:
        """Make the tables that are not there yet, whoever else is making them."""
        # Without the write lock first, or every opening would queue behind whoever writes.
        with self.reading() as connection:
            if set(metadata.tables) <= set(inspect(connection).get_table_names()):
                return
        with self.writing() as connection:
            # Skips what another process made between the look and the lock.
            metadata.create_all(connection)

    def _reader(self, *, alone: bool) -> Engine:
        return self.engine.execution_options(alone=alone)
