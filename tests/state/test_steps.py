"""A memory of an older version is carried over whole, whoever is killed or writes meanwhile."""

import sys
from pathlib import Path

import pytest

from sheetsync.errors import StoreTooNew
from sheetsync.state.moving import Fingerprint, fingerprint
from sheetsync.state.schema import FIRST, STEPS, TEXTS, VERSION
from sheetsync.state.store import Store, open_store
from tests.state.children import children
from tests.state.filled import ADDRESS, contents, fill
from tests.state.older import STORES, Older, carry_over_and_die, open_and_write
from tests.state.rows import PLAN, Once, row, snapshot

VERSIONS = range(FIRST, VERSION)


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Older:
    if request.param == "sqlite":
        return Older(tmp_path / "older.db")
    return Older(request.getfixturevalue("postgres").new())


@pytest.fixture(params=VERSIONS)
def older(request: pytest.FixtureRequest, empty: Older) -> Older:
    empty.fill(request.param)
    return empty


@pytest.fixture
def fresh(tmp_path: Path) -> Store:
    """One that this version has made, of the same contents."""
    store = open_store(tmp_path / "fresh.db")
    fill(store)
    return store


def proved(older: Older) -> Fingerprint:
    with older.database().reading() as connection:
        return fingerprint(connection, PLAN)


def test_each_version_has_its_step_and_its_dumps() -> None:
    assert list(STEPS) == list(VERSIONS)
    names = {f"version_{n}_{kind}.sql" for n in VERSIONS for kind in ("sqlite", "postgres")}
    assert {file.name for file in STORES.iterdir()} == names


def test_reading_shows_all_and_changes_nothing(older: Older, fresh: Store) -> None:
    before, version = older.columns(), older.version()
    with older.open() as store:
        assert store.is_old
        assert contents(store) == contents(fresh)
        assert store.is_old
    assert (older.columns(), older.version()) == (before, version)


def test_nothing_remembered_is_lost_or_changed(older: Older, fresh: Store) -> None:
    before = proved(older)
    with older.open() as store:
        store.update()
        assert not store.is_old
        assert contents(store) == contents(fresh)
    assert proved(older) == before
    with older.open() as store:
        assert not store.is_old
        assert contents(store) == contents(fresh)


def test_its_tables_are_those_of_a_new_one(older: Older, tmp_path: Path) -> None:
    with older.open() as store:
        store.update()
    new = Older(tmp_path / "new.db")
    new.open().close()
    assert older.columns() == new.columns()
    assert older.version() == new.version() == VERSION


def test_an_address_is_forgotten_at_once(older: Older) -> None:
    with older.open() as store:
        assert ADDRESS in repr(contents(store))
        assert store.forget(ADDRESS).texts > 0
        assert ADDRESS not in repr(contents(store))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_whoever_is_killed_on_the_way_leaves_the_older_one(older: Older, fresh: Store) -> None:
    """At every statement once: the next run finds it as it was, and carries it over."""
    before, version = older.columns(), older.version()
    for statements in range(99):
        child = children().Process(target=carry_over_and_die, args=(older.place, statements))
        child.start()
        child.join()
        if child.exitcode == 0:
            break
        assert child.exitcode == -9
        assert (older.columns(), older.version()) == (before, version)
    assert statements > 3
    assert older.version() == VERSION
    with older.open() as store:
        assert contents(store) == contents(fresh)


def test_of_several_that_come_at_once_one_carries_it_over(older: Older) -> None:
    plans = [f"план {number}" for number in range(6)]
    processes = [children().Process(target=open_and_write, args=(older.place, p)) for p in plans]
    for each in processes:
        each.start()
    for each in processes:
        each.join()
    assert [each.exitcode for each in processes] == [0] * len(processes)
    with older.open() as store:
        assert set(Once(store).plans()) == {PLAN, *plans}


def test_it_is_left_to_a_newer_version_that_came_first(older: Older) -> None:
    with older.open() as store:
        older.run(f"UPDATE sheetsync_version SET version_num = {VERSION + 1}")
        with pytest.raises(StoreTooNew):
            store.update()
    assert older.version() == VERSION + 1


FIELD = "note"  # as if it were new


@pytest.fixture
def lacking(empty: Older) -> Older:
    """What a version remembered that knew no notes, of a row that stood twice."""
    with empty.open() as store:
        Once(store).remember(PLAN, snapshot(1, row(1, status="в работе")))
        Once(store).remember(PLAN, snapshot(2, row(1, 7, status="в работе")))
    empty.drop_field(FIELD)
    return empty


def test_a_new_field_says_nothing_in_old_rows(lacking: Older) -> None:
    with lacking.open() as store:
        assert store.is_old
        assert Once(store).last(PLAN) == snapshot(2, row(1, 7, status="в работе"))
        store.update()
        assert Once(store).last(PLAN) == snapshot(2, row(1, 7, status="в работе"))
        # As is: nothing to remember.
        assert Once(store).remember(PLAN, snapshot(2, row(1, 7, status="в работе"))) == 2


def test_a_new_field_alone_makes_no_row_another(lacking: Older) -> None:
    """Moved, the row has a key for an empty text where its older spells have none."""
    with lacking.open() as store:
        Once(store).remember(PLAN, snapshot(3, row(1, 9, status="в работе")))
        assert len(Once(store).life(PLAN, 1)) == 1
        Once(store).remember(PLAN, snapshot(4, row(1, 9, status="в работе", note="зал занят")))
        life = Once(store).life(PLAN, 1)
        assert [line.note for _seen, line in life] == ["", "зал занят"]
        assert Once(store).past(PLAN).since() == {1: snapshot(1).taken.date()}


def test_the_database_moves_with_rows_from_before_a_field(lacking: Older, tmp_path: Path) -> None:
    from sheetsync.state.moving import move

    target = Older(tmp_path / "target.db")
    for each in (lacking, target):
        with each.open() as store:
            store.update()
    with (
        lacking.database().reading() as source,
        target.database().writing() as connection,
    ):
        move(source, connection, old=PLAN, new=PLAN)
    assert proved(target) == proved(lacking)


def test_a_field_that_is_not_known_is_of_a_newer_version(empty: Older) -> None:
    empty.open().close()
    empty.run(f"UPDATE sheetsync_version SET fields = '{' '.join(TEXTS)} weather'")
    with pytest.raises(StoreTooNew, match="более новой версией программы"):
        empty.open()


@pytest.mark.parametrize("table", ["spells", "texts"])
def test_who_opened_it_before_a_newer_version_is_told_so(empty: Older, table: str) -> None:
    with empty.open() as store:
        Once(store).remember(PLAN, snapshot(1, row(1)))
        empty.run(
            f"ALTER TABLE {table} RENAME TO other; "
            f"UPDATE sheetsync_version SET version_num = {VERSION + 1}"
        )
        with pytest.raises(StoreTooNew), store.reading() as records:
            records.past(PLAN)
        with pytest.raises(StoreTooNew), store.writing() as transaction:
            transaction.remember(PLAN, snapshot(2, row(1, status="Выполнено")))
