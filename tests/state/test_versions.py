"""A store of another version of the program and a foreign database are refused and left alone."""

import random
import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from sheetsync.errors import StoreTooNew, StoreUnreadable
from sheetsync.state.store import open_store
from tests.state.children import children, open_once
from tests.state.rows import PLAN, Once, row, snapshot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sheetsync.db"


def change(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_store_that_is_opened_again_is_one_file(path: Path) -> None:
    for _ in range(2):
        open_store(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["sheetsync.db"]


@pytest.mark.parametrize(
    ("version", "error", "sentence"),
    [
        ("99", StoreTooNew, "более новой версией программы"),
        ("5", StoreUnreadable, "до первого выпуска"),
    ],
)
def test_a_store_of_another_version_is_refused_and_left_alone(
    path: Path, version: str, error: type[Exception], sentence: str
) -> None:
    open_store(path).close()
    change(path, f"UPDATE sheetsync_version SET version_num = '{version}'")
    before = dump(path)
    with pytest.raises(error, match=sentence):
        open_store(path)
    assert dump(path) == before
    assert [file.name for file in path.parent.iterdir()] == ["sheetsync.db"]


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    change(path, "CREATE TABLE accounts (id INTEGER)")
    with pytest.raises(StoreUnreadable, match="принадлежит другой программе"):
        open_store(path)
    assert asked(path, "SELECT name FROM sqlite_master") == [("accounts",)]


def test_many_threads_write_and_read_one_store(path: Path) -> None:
    """Each its own plan, as many plans in one process do."""

    def write(number: int) -> None:
        for day in range(1, 6):
            Once(store).remember(f"{PLAN} {number}", snapshot(day, row(day)))

    with open_store(path) as store:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(write, range(16)))
        days = [len(Once(store).days(f"{PLAN} {number}")) for number in range(16)]
    assert days == [5] * 16


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_creation_is_completed_by_the_next_run(tmp_path: Path) -> None:
    context = children()
    for number in range(12):
        path = tmp_path / str(number) / "sheetsync.db"
        child = context.Process(target=open_once, args=(path,))
        child.start()
        time.sleep(random.uniform(0, 0.05))
        child.kill()
        child.join()
        with open_store(path) as store:
            Once(store).remember(PLAN, snapshot(1, row(1)))
            assert Once(store).last(PLAN) == snapshot(1, row(1))
