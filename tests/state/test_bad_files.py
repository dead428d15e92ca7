"""What is no store, or cannot be written, is said in a sentence with exit code 4."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sheetsync.errors import StateError, StoreUnreadable
from sheetsync.state import sqlite
from sheetsync.state.store import open_store
from tests.state.rows import PLAN, Once, numbered

root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may do anything")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sheetsync.db"


@pytest.mark.parametrize("content", [b"no database" * 99, b"PK\x03\x04" + b"\0" * 5000])
def test_another_file_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreUnreadable, match="это не база SQLite, или она повреждена"):
        open_store(path)
    assert path.read_bytes() == content


def test_a_damaged_store_is_refused_when_it_is_read(path: Path) -> None:
    with open_store(path) as store:
        Once(store).remember(PLAN, numbered(1))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(StoreUnreadable, match="повреждена"), open_store(path) as store:
        Once(store).last(PLAN)


def test_an_empty_file_is_a_new_store(path: Path) -> None:
    path.touch()
    with open_store(path) as store:
        assert Once(store).plans() == ()


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    open_store(tmp_path / "data" / "sheetsync" / "a.db").close()
    assert (tmp_path / "data" / "sheetsync" / "a.db").exists()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StateError, match="нельзя создать файл памяти"):
        open_store(tmp_path / "data" / "a.db")


def test_a_folder_in_the_place_of_the_file_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StateError, match="нет права"):
        open_store(path)


@root
def test_a_folder_that_may_not_be_written_is_said(path: Path) -> None:
    path.parent.chmod(0o500)
    with pytest.raises(StateError, match="нет права"):
        open_store(path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_takes_no_more_is_said_and_what_was_stored_is_whole(
    path: Path, run: Callable[..., str]
) -> None:
    with open_store(path) as store:
        Once(store).remember(PLAN, numbered(1))
    number, sentence = run(CRAMPED, path).split(maxsplit=1)
    assert sentence.startswith("Файл памяти")
    with open_store(path) as store:
        assert Once(store).last(PLAN) == numbered(int(number) - 1)
        Once(store).remember(PLAN, numbered(int(number)))


CRAMPED = """
import resource, sys
from pathlib import Path
from sheetsync.errors import StateError
from sheetsync.state.store import open_store
from tests.state.rows import Once, PLAN, numbered
size = Path(sys.argv[1]).stat().st_size + 300_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    with open_store(Path(sys.argv[1])) as store:
        for number in range(2, 99):
            Once(store).remember(PLAN, numbered(number))
except StateError as error:
    print(number, error)
"""


def provoke(path: Path, pragma: str) -> None:
    with sqlite.in_words(path), closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.executescript("CREATE TABLE more AS SELECT zeroblob(99999)")


@pytest.mark.parametrize(
    ("pragma", "sentence"),
    [("query_only = 1", "нет права"), ("max_page_count = 1", "на диске нет места")],
)
def test_what_sqlite_reports_is_said_in_words(path: Path, pragma: str, sentence: str) -> None:
    open_store(path).close()
    with pytest.raises(StateError, match=sentence):
        provoke(path, pragma)


def test_a_mistake_of_ours_is_no_state_error(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), sqlite.in_words(path):
        raise sqlite3.OperationalError("no such column: nonsense")
