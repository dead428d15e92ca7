"""Moves a fleet's files into the PostgreSQL that its fleet.toml names."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sheetsync.daily.job import PLAN
from sheetsync.errors import StateError
from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.entries import FleetPlan
from sheetsync.model.frozen import frozen
from sheetsync.state.moving import fingerprint, move
from sheetsync.state.place import store_path
from sheetsync.state.postgres import PostgresDatabase
from sheetsync.state.sqlite import SqliteDatabase
from sheetsync.state.store import open_shared_store, open_store

_Letters = dict[str, dict[int, int]]  # by plan each letter's id there by its id here


@frozen
class Moved:
    """A plan whose memory is in PostgreSQL now, proven row by row."""

    plan: str
    snapshots: int
    letters: int


def migrate(entries: tuple[FleetPlan, ...], file: Path, database: FleetDatabase) -> Iterator[Moved]:
    """Move each plan's memory, then what the fleet keeps in its own `file`.

    All or nothing a plan; one that is there already is left as it is. The files stay. Raises
    StateError where what arrived is not what was sent.
    """
    # The tables are made first and, as those of the files, carried over from an older version.
    with open_shared_store(database.url) as store:
        store.update()
    letters: _Letters = {}
    for entry in entries:
        path = store_path(entry.folder)
        if path.exists():
            with open_store(path) as store:
                store.update()
            moved = _move(entry.name, path, database.url, letters)
            if moved:
                yield moved
    if letters and file.exists():
        with FleetDatabase(file) as source:
            _move_fleet(source, database, letters)


def _move(name: str, path: Path, url: str, letters: _Letters) -> Moved | None:
    with (
        SqliteDatabase(path) as file,
        file.reading() as source,
        PostgresDatabase(url).writing(name) as target,
    ):
        before = fingerprint(source, PLAN)
        if not before or fingerprint(target, name):
            return None
        letters[name] = move(source, target, old=PLAN, new=name)
        if fingerprint(target, name) != before:
            raise StateError(
                "The memory of “{plan}” did not arrive whole: nothing was moved.", plan=name
            )
        return Moved(plan=name, snapshots=before["snapshots"][0], letters=before["letters"][0])


def _move_fleet(source: FleetDatabase, target: FleetDatabase, letters: _Letters) -> None:
    """Runs, letters on their way and bindings; a letter is known by its new id."""
    posts: dict[int, int] = {}
    with target.writing() as connection:
        # `posts` before the `parts` that name them; `quota` stays, its slots are of another clock.
        for table in ("runs", "drafts", "bindings", "names", "posts", "parts"):
            for row in source.table(table):
                values = _rekeyed(row, letters, posts)
                if values is None:
                    continue
                if table == "posts":
                    # DO NOTHING would return nothing of a post that is there already.
                    known = "(day, sender, address) DO UPDATE SET address = excluded.address"
                    ((made,),) = connection.insert(
                        table, [values], f"ON CONFLICT {known} RETURNING id"
                    )
                    posts[row["id"]] = int(made)
                else:
                    connection.insert(table, [values], "ON CONFLICT DO NOTHING")


def _rekeyed(
    row: Mapping[str, object], letters: _Letters, posts: Mapping[int, int]
) -> dict[str, object] | None:
    """None for a letter that its plan's memory does not hold."""
    values = {name: value for name, value in row.items() if name != "id"}
    if "letter" in row:
        new = letters.get(str(row["plan"]), {}).get(int(str(row["letter"])))
        if new is None:
            return None
        values["letter"] = new
    if row.get("post") is not None:
        values["post"] = posts[int(str(row["post"]))]
    return values
