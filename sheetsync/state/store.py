"""The store: what is remembered of many plans, in one database, read and written in blocks."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sheetsync.errors import StateError, StoreTooNew, StoreUnreadable, UsageError, system_words
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.state.database import Closing, Connection, Database
from sheetsync.state.forgetting import forget
from sheetsync.state.place import on_share
from sheetsync.state.records import Records
from sheetsync.state.schema import FIRST, TABLES, TEXTS, VERSION, carry_over
from sheetsync.state.sqlite import SqliteDatabase
from sheetsync.state.transaction import Transaction


@frozen
class Forgotten:
    """What `Store.forget` did and left.

    `texts` held the address and have a mark in its place. All `snapshots` and `measures` are
    there as before.
    """

    texts: int
    snapshots: int
    measures: int


def open_store(
    path: Path, *, shared: Callable[[Path], bool] = on_share, lasting: bool = True
) -> "Store":
    """Open the store in that file; a missing one is created.

    `shared` is `on_share`, but for tests. A store that need not be `lasting` may be lost in a power
    cut, and does not wait for the disk. Raises StateError where the file lies on a network
    share or cannot be written, StoreUnreadable where it is no store, StoreTooNew where a newer
    version of the program made it.
    """
    if shared(path):
        raise StateError(
            "The file of the memory “{path}” is on a network share, where two computers "
            "at once can damage it. Put it on this computer's disk.",
            path=path,
        )
    sentence = marked("The file of the memory cannot be made in the folder “{parent}”: {reason}.")
    with system_words(StateError, sentence, parent=path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    return Store(SqliteDatabase(path, lasting=lasting))


def open_shared_store(url: str, plan: str = "") -> "Store":
    """Open the store of many plans in PostgreSQL, for what is done with that one of them.

    Raises StateError where it cannot be read or written, ConfigError where it cannot be reached
    for want of a driver.
    """
    from sheetsync.state.postgres import PostgresDatabase

    return Store(PostgresDatabase(url), owner=plan)


class Store(Closing):
    """The memory of many plans, each under a name of its own; made by `open_store`.

    All reading and writing is done in blocks, each one transaction, from any thread. A block
    raises StateError where the database cannot be read or written, StoreTooNew where a newer
    version has other tables by now. Who writes as the `owner` of one plan does not wait for the
    others' writers.
    """

    def __init__(self, database: Database, *, owner: str = "") -> None:
        self._database = database
        self._owner = owner
        self._old = False
        try:
            self._old = self._make_tables()
        # Nobody has the store yet who could close it.
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the database; the log of a file is then part of it."""
        self._database.close()

    @property
    def is_old(self) -> bool:
        """Whether an older version of the program has written it, and nothing was written since."""
        return self._old

    def update(self) -> None:
        """Carry an older version's memory over to this one, in a transaction of its own."""
        if self._old:
            with self._database.writing() as connection:
                self._carry_over(connection)
            self._old = False

    @contextmanager
    def reading(self, *, alone: bool = False) -> Iterator[Records]:
        """A block that sees what is stored as of one moment, whoever writes meanwhile.

        `alone` is for what asks with one statement. An older version's memory is left as it is.
        """
        ours = self._database.reading(alone=alone)
        with self._fitting(), self._as_ours() if self._old else ours as connection:
            yield Records(connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A block whose writes are stored together at its end, none of them if it raises.

        Nobody else writes meanwhile, so that what the block reads stays true until then. An older
        version's memory is carried over before.
        """
        self.update()
        with self._fitting(), self._database.writing(self._owner) as connection:
            yield Transaction(connection)

    def forget(self, address: str) -> Forgotten:
        """Remove an address from everything stored, in all plans, and from the free space.

        What still stands in a sheet comes back with the next snapshot. Raises UsageError for
        what is no address.
        """
        # A mere word would be blotted out of every measure that has it.
        if "@" not in address.strip("@"):
            raise UsageError(
                "“{address}” is not a mail address. For example: name@example.org.", address=address
            )
        self.update()
        with self._database.writing() as connection:
            texts = forget(connection, address.strip())
            snapshots, measures = Records(connection).counts()
        # After the commit: neither database vacuums within a transaction.
        self._database.wipe()
        return Forgotten(texts=texts, snapshots=snapshots, measures=measures)

    def _make_tables(self) -> bool:
        """Make the tables where there are none; returns whether an older version has made them."""
        try:
            with self._database.reading(alone=True) as connection:
                return self._lacks_fields(connection)
        # Only then is it asked which ones there are.
        except self._database.missing:
            pass
        with self._database.reading() as connection:
            older = self._is_older(connection)
        if older is not None:
            return older
        with self._database.writing() as connection:
            # Asked again, now that no other process can be making them.
            older = self._is_older(connection)
            if older is None:
                self._database.create(connection, TABLES)
                made = {"version_num": VERSION, "fields": " ".join(TEXTS)}
                connection.insert("sheetsync_version", [made])
        return bool(older)

    def _carry_over(self, connection: Connection) -> None:
        # Asked again, under the lock: another process may have been first, or have gone further.
        if self._is_older(connection):
            carry_over(self._database, connection)

    @contextmanager
    def _as_ours(self) -> Iterator[Connection]:
        """A transaction that sees an older memory carried over, and at its end undoes that."""
        with suppress(_Undone), self._database.writing() as connection:
            self._carry_over(connection)
            yield connection
            raise _Undone

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        """Raises StoreTooNew where a newer version has made other tables since it was opened."""
        try:
            yield
        except self._database.missing:
            with self._database.reading() as connection:
                self._is_older(connection)
            raise

    def _is_older(self, connection: Connection) -> bool | None:
        """Whether an older version has made the tables; None where there are none."""
        tables = self._database.tables(connection)
        if not tables:
            return None
        if "sheetsync_version" not in tables:
            raise StoreUnreadable(
                "The database “{database}” belongs to another program. Move the file away: "
                "the next run makes a new one.",
                database=self._database.place,
            )
        version = int(connection.scalar("SELECT version_num FROM sheetsync_version"))
        # Of another one nothing is known but where its number stands.
        if version == VERSION:
            return self._lacks_fields(connection)
        self._check(version, fields=())
        return True

    def _lacks_fields(self, connection: Connection) -> bool:
        """Whether they are those of an older version or lack the column of a field."""
        ((version, listed),) = connection.execute(
            "SELECT version_num, fields FROM sheetsync_version"
        )
        fields = listed.split()
        self._check(int(version), fields)
        return int(version) < VERSION or not set(TEXTS) <= set(fields)

    def _check(self, version: int, fields: Iterable[str]) -> None:
        """Raise where nothing leads from those tables to ours."""
        # A field that we do not know would be lost with the next snapshot.
        if version > VERSION or (version == VERSION and not set(fields) <= set(TEXTS)):
            raise StoreTooNew(
                "The memory “{database}” was written by a newer version of the program. "
                "Upgrade it: pip install --upgrade sheetsync.",
                database=self._database.place,
            )
        if version < FIRST:
            raise StoreUnreadable(
                "The memory “{database}” was written by a version before the first release. "
                "Rename the file: the next run begins the memory anew.",
                database=self._database.place,
            )


class _Undone(Exception):
    """Ends a transaction that is not to leave anything behind."""
