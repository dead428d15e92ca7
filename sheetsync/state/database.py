"""A database as its tables' owners see it: transactions, and sentences where it fails."""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, ClassVar, Self

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]

_AT_ONCE = 30_000  # values of one statement: SQLite takes 32,766 and PostgreSQL 65,535


class Closing(ABC):
    """What is closed at the end of its block."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class Connection:
    """A transaction's way to run statements, whose values stand for `?`, or for `:name` by name.

    Days and moments are texts of ISO 8601 in both databases, truths are what equals 0 or 1.
    """

    def __init__(self, driver: Any, spelled: Callable[[str], str]) -> None:
        self._driver = driver
        self._spelled = spelled

    def execute(self, statement: str, values: Values = ()) -> list[Row]:
        """Run one; returns its rows."""
        # All at once: SQLite commits nothing while a statement has more rows to give.
        cursor = self._run(statement, values)
        return cursor.fetchall() if cursor.description else []

    def executemany(self, statement: str, rows: Iterable[Values]) -> None:
        """Run one for each row of values."""
        # psycopg's own sends a pipeline: amid one the server takes a frozen process for a busy one,
        # and its time for what says nothing never ends it.
        for values in rows:
            self._run(statement, values)

    def scalar(self, statement: str, values: Values = ()) -> Any:
        """The first value of the first row, None without one."""
        rows = self.execute(statement, values)
        return rows[0][0] if rows else None

    def named(self, statement: str, values: Values = ()) -> list[dict[str, Any]]:
        """The rows by the names of their columns."""
        cursor = self._run(statement, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]], then: str = "") -> list[Row]:
        """Insert rows of the same columns: see `insert_rows`."""
        names = tuple(rows[0]) if rows else ()
        return self.insert_rows(table, names, [[row[name] for name in names] for row in rows], then)

    def insert_rows(
        self, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]], then: str = ""
    ) -> list[Row]:
        """Insert rows of values for these columns; `then` is what the statement ends with.

        Returns what it returns. Table and columns are names of ours, no values.
        """
        if not rows:
            return []
        line = f"({placeholders(names)})"
        found: list[Row] = []
        size = _AT_ONCE // len(names)
        for start in range(0, len(rows), size):
            some = rows[start : start + size]
            lines = ", ".join([line] * len(some))
            found += self.execute(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES {lines} {then}",  # noqa: S608
                [value for row in some for value in row],
            )
        return found

    def _run(self, statement: str, values: Values) -> Any:
        return self._driver.execute(self._spelled(statement), values)


def placeholders(values: Iterable[object]) -> str:
    """A question mark for each value of a list, as IN wants it."""
    # Of nothing NULL: PostgreSQL has no empty list.
    return ", ".join("?" for _value in values) or "NULL"


class Pool:
    """Connections that wait for their next transaction, for all threads of a process.

    `alive` says whether one that has waited still answers; `spelled` turns a statement's marks into
    the driver's.
    """

    def __init__(
        self,
        connect: Callable[[], Any],
        *,
        spelled: Callable[[str], str] = str,
        alive: Callable[[Any], bool] = bool,
    ) -> None:
        self._connect = connect
        self._spelled = spelled
        self._alive = alive
        self._idle: deque[Any] = deque()

    @contextmanager
    def block(self, begin: str) -> Iterator[Connection]:
        """A transaction that begins like that; without a beginning each statement is one."""
        driver = self._take_driver()
        try:
            if begin:
                driver.execute(begin)
            yield Connection(driver, self._spelled)
            if begin:
                driver.execute("COMMIT")
        except BaseException:
            # Rolls back, whatever state it was left in.
            driver.close()
            raise
        self._idle.append(driver)

    def close(self) -> None:
        """Close those that wait."""
        while self._idle:
            self._idle.pop().close()

    def _take_driver(self) -> Any:
        while True:
            try:
                driver = self._idle.pop()
            except IndexError:
                return self._connect()
            if self._alive(driver):
                return driver
            driver.close()


class Database(Closing):
    """One database, for all threads of a process and for several processes.

    `place` is what people know it by. Each block raises StateError for what the database reports,
    but what it says of a table or a column that is `missing`.
    """

    missing: tuple[type[Exception], ...]
    words: ClassVar[Mapping[str, str]]  # what stands in the braces of a table's statements

    def __init__(self, place: str, pool: Pool) -> None:
        self.place = place
        self._pool = pool

    @abstractmethod
    def in_words(self) -> AbstractContextManager[None]:
        """Turn what the database reports into StateError or StoreUnreadable with a sentence."""

    @abstractmethod
    def wipe(self) -> None:
        """Leave nothing of what was deleted in the space that it took."""

    @abstractmethod
    def lock(self, connection: Connection, owner: str) -> None:
        """Shut out other writers of that owner until the transaction ends; of all without one."""

    @abstractmethod
    def tables(self, connection: Connection) -> set[str]:
        """The names of those that are there."""

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()

    @contextmanager
    def reading(self, *, alone: bool = False) -> Iterator[Connection]:
        """A transaction that sees what is stored as of one moment.

        A statement that is `alone` does so without one, which saves the server two answers.
        """
        begin = "" if alone else self.words["read"]
        with self.in_words(), self._pool.block(begin) as connection:
            yield connection

    @contextmanager
    def writing(self, owner: str = "") -> Iterator[Connection]:
        """A transaction beside which nobody else writes what that owner owns."""
        with self.in_words(), self._pool.block(self.words["write"]) as connection:
            self.lock(connection, owner)
            yield connection

    def make(self, tables: Mapping[str, str]) -> None:
        """Make the tables that are not there yet, whoever else is making them."""
        # Without the write lock first, or every opening would queue behind whoever writes.
        with self.reading() as connection:
            if tables.keys() <= self.tables(connection):
                return
        with self.writing() as connection:
            self.create(connection, tables)

    def create(self, connection: Connection, tables: Mapping[str, str]) -> None:
        """Make the tables that are not there, within a transaction that writes."""
        known = self.tables(connection)
        for name, statements in tables.items():
            if name not in known:
                self.run(connection, statements)

    def run(self, connection: Connection, statements: str) -> None:
        """Run statements that have this database's words in braces, and semicolons between."""
        for statement in statements.format(**self.words).split(";"):
            connection.execute(statement)
