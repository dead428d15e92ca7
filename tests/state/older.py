"""Stores as an older version of the program has left them, in a file and in PostgreSQL."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sheetsync.state.database import Connection, Database, Values
from sheetsync.state.postgres import PostgresDatabase
from sheetsync.state.schema import TEXTS
from sheetsync.state.sqlite import SqliteDatabase
from sheetsync.state.store import Store, open_shared_store, open_store

FIRST_TEXTS = ("number", "measure", "deadline", "responsible", "status", "note", "section")
STORES = Path(__file__).parent / "stores"  # dumps of what each version wrote through its methods


@dataclass(frozen=True)
class Older:
    """Where one lies: the path of a file or the URL of a database."""

    place: Path | str

    def fill(self, version: int) -> None:
        """Put there what that version has dumped."""
        kind = "sqlite" if isinstance(self.place, Path) else "postgres"
        self.run((STORES / f"version_{version}_{kind}.sql").read_text("utf-8"))

    def open(self, plan: str = "") -> Store:
        if isinstance(self.place, Path):
            return open_store(self.place)
        return open_shared_store(self.place, plan)

    def database(self) -> Database:
        if isinstance(self.place, Path):
            return SqliteDatabase(self.place)
        return PostgresDatabase(self.place)

    def run(self, script: str) -> None:
        """As whoever wrote the older version would, without a word of ours."""
        if isinstance(self.place, Path):
            with closing(sqlite3.connect(self.place)) as connection:
                connection.executescript(script)
            return
        import psycopg

        options = "-csearch_path=sheetsync"
        with psycopg.connect(self.place, options=options) as session:
            session.execute(script.encode())

    def version(self) -> int:
        with self.database().reading() as connection:
            return int(connection.scalar("SELECT version_num FROM sheetsync_version"))

    def columns(self) -> dict[str, set[str]]:
        """By table the names of its columns."""
        with self.database() as database, database.reading() as connection:
            return {
                table: _names(connection, table) for table in sorted(database.tables(connection))
            }

    def age(self) -> None:
        """Make of this version's what version 6 would have left: it listed no fields yet."""
        for name in set(TEXTS) - set(FIRST_TEXTS):
            self.drop_field(name)
        self.run(
            "ALTER TABLE sheetsync_version DROP COLUMN fields; "
            "UPDATE sheetsync_version SET version_num = 6"
        )

    def drop_field(self, name: str) -> None:
        """As a version left it that had no such field: its column is gone, and not listed."""
        kept = ", ".join(sorted(self.columns()["spells"] - {name}))
        # SQLite drops no column that refers to another table.
        self.run(
            f"CREATE TABLE fewer AS SELECT {kept} FROM spells; DROP TABLE spells; "
            "ALTER TABLE fewer RENAME TO spells; "
            f"UPDATE sheetsync_version SET fields = replace(fields, '{name}', '')"
        )


def _names(connection: Connection, table: str) -> set[str]:
    driver: Any = connection._driver
    return {column[0] for column in driver.execute(f"SELECT * FROM {table} LIMIT 0").description}


class _Mortal(Connection):
    """Its process is killed before it runs one statement more than so many."""

    left: int

    def _run(self, statement: str, values: Values) -> Any:
        self.live()
        return super()._run(statement, values)

    def live(self) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1


def carry_over_and_die(place: Path | str, statements: int) -> None:
    """Carry a store over; the process is killed where it has more statements than that."""
    database = Older(place).database()
    begun = database.writing

    @contextmanager
    def writing(owner: str = "") -> Iterator[Connection]:
        with begun(owner) as connection:
            mortal = _Mortal(connection._driver, connection._spelled)
            mortal.left = statements
            yield mortal
            mortal.live()  # before COMMIT

    database.writing = writing  # type: ignore[method-assign]
    with Store(database) as store:
        store.update()


def open_and_write(place: Path | str, plan: str) -> None:
    """Open a store, which others open at the same time, and write a plan of one's own."""
    with Older(place).open(plan) as store, store.writing() as transaction:
        transaction.know(plan)
