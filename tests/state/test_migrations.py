"""An old store is migrated with a copy kept; a newer and a foreign one are refused."""

import random
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from sheetsync.errors import StoreTooNew, StoreUnreadable
from sheetsync.state import schema, sqlite
from sheetsync.state.store import open_store
from tests.state.children import children, open_once
from tests.state.rows import PLAN, REVISION_1, row, snapshot

HISTORY = (
    snapshot(1, row(1, 4), row(2, 5)),
    snapshot(2, row(1, 4, status="Выполнено"), row(2, 5)),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "sheetsync.db"
    change(path, REVISION_1.read_text("utf-8"))
    return path


def change(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def revision(path: Path) -> str:
    return str(asked(path, "SELECT version_num FROM sheetsync_version")[0][0])


def holds_history(path: Path) -> bool:
    with open_store(path) as store:
        return tuple(store.as_of(PLAN, each.taken.date()) for each in HISTORY) == HISTORY


def test_an_old_store_is_migrated_with_all_it_holds(old: Path) -> None:
    assert holds_history(old)
    assert revision(old) == schema.REVISION


def test_a_copy_of_the_old_store_is_kept_beside_it(old: Path) -> None:
    old.chmod(0o600)
    open_store(old).close()
    (copy,) = sqlite.copies_of(old)
    assert copy.name == f"sheetsync.копия-{datetime.now(tz=UTC).astimezone():%Y-%m-%d}.db"
    assert revision(copy) == "1"
    assert copy.stat().st_mode == old.stat().st_mode
    assert holds_history(copy)


def test_a_migrated_store_can_be_written(old: Path) -> None:
    with open_store(old) as store:
        store.link(PLAN, 1, 2)
        store.remember(PLAN, snapshot(3, row(1)))
        assert store.last(PLAN) == snapshot(3, row(1))


def test_a_store_that_is_up_to_date_is_not_copied(tmp_path: Path) -> None:
    for _ in range(2):
        open_store(tmp_path / "sheetsync.db").close()
    assert [file.name for file in tmp_path.iterdir()] == ["sheetsync.db"]


def test_alembic_is_not_loaded_for_a_store_that_is_up_to_date(
    tmp_path: Path, run: Callable[..., str]
) -> None:
    open_store(tmp_path / "sheetsync.db").close()
    probe = (
        "import sys; from pathlib import Path; from sheetsync.state.store import open_store\n"
        "before = set(sys.modules); open_store(Path(sys.argv[1])).close()\n"
        "print('sqlalchemy' in before, 'sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    assert run(probe, tmp_path / "sheetsync.db") == "False True False\n"


def test_a_migration_that_fails_leaves_the_store_as_it_was(old: Path) -> None:
    change(old, "CREATE TABLE links (a INTEGER)")
    before = dump(old)
    with pytest.raises(Exception, match="links"):
        open_store(old)
    assert dump(old) == before


def test_a_store_of_a_newer_version_is_refused_and_left_alone(old: Path) -> None:
    change(old, "UPDATE sheetsync_version SET version_num = '99'")
    before = dump(old)
    with pytest.raises(StoreTooNew, match="более новой версией программы"):
        open_store(old)
    assert dump(old) == before
    assert sqlite.copies_of(old) == ()


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheetsync.db"
    change(path, "CREATE TABLE accounts (id INTEGER)")
    with pytest.raises(StoreUnreadable, match="принадлежит другой программе"):
        open_store(path)
    assert asked(path, "SELECT name FROM sqlite_master") == [("accounts",)]


def tables(path: Path) -> dict[object, str]:
    """The tables and indexes by name, but alembic's own; a table made anew has its name quoted."""
    found = asked(path, "SELECT name, sql FROM sqlite_master WHERE tbl_name NOT LIKE 'sheetsync%'")
    return {name: " ".join(str(sql).replace('"', "").split()) for name, sql in found}


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    open_store(tmp_path / "migrated.db").close()
    engine = sqlite.open_engine(tmp_path / "declared.db")
    schema.METADATA.create_all(engine)
    engine.dispose()
    made, declared = (tables(tmp_path / name) for name in ("migrated.db", "declared.db"))
    assert made == declared


def bring_to(path: Path, revision: str) -> None:
    """Migrate the store as the version of the program did that knew this revision last."""
    config = Config()
    config.set_main_option("script_location", "sheetsync.state:migrations")
    config.set_main_option("path_separator", "os")
    engine = sqlite.open_engine(path)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


FILE = "250 2021-01-02.{}.org@example.org.eml"
LETTERS = (
    # snapshot, scope, kind, state, reply; what they become
    (1, "", "monthly", "sent", "250 queued as 1", "", "sent", "250 queued as 1"),
    (
        2,
        "",
        "monthly",
        "sent",
        FILE.format("monthly"),
        "files",
        "written",
        FILE[4:].format("monthly"),
    ),
    (2, "redirect", "monthly", "sent", FILE.format("redirect"), "redirect+files", "written", None),
    (2, "redirect", "chair", "sent", "250 queued as 2", "redirect", "sent", None),
    (
        2,
        "",
        "chair",
        "deferred",
        "451 Письмо не записано в new: мест нет",
        "files",
        "deferred",
        None,
    ),
    (2, "", "between", "rejected", "550 no such mailbox", "", "rejected", None),
)


def test_letters_that_were_only_files_become_a_rehearsal(old: Path) -> None:
    bring_to(old, "4")
    (key,) = asked(old, "SELECT id FROM plans")[0]
    rows = [
        f"({key}, '{scope}', '2021-01-0{serial}', '{kind}', 'org@example.org', 'org@example.org', "
        f"'{state}', '', '', '', '', '{reply}', 1, '2021-01-02T09:00:00+03:00', {serial})"
        for serial, scope, kind, state, reply, *_ in LETTERS
    ]
    change(
        old,
        "INSERT INTO letters (plan, scope, day, kind, address, recipient, state, trigger, subject, "
        f"message_id, digest, reply, tries, changed, snapshot) VALUES {', '.join(rows)};"
        "UPDATE snapshots SET told = 1",
    )
    with open_store(old) as store:
        letters = store.ledger.filed(PLAN)
        assert [(each.scope, str(each.state)) for each in letters] == [row[5:7] for row in LETTERS]
        assert {each.reply for each in letters} >= {row[7] for row in LETTERS if row[7]}
        assert [str(day) for day in store.days(PLAN, scope="")] == ["2021-01-01", "2021-01-02"]
        assert len(store.token(PLAN)) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_migration_is_completed_by_the_next_run(tmp_path: Path) -> None:
    context = children()
    for number in range(12):
        path = tmp_path / str(number) / "sheetsync.db"
        path.parent.mkdir()
        change(path, REVISION_1.read_text("utf-8"))
        child = context.Process(target=open_once, args=(path,))
        child.start()
        time.sleep(random.uniform(0, 0.15))
        child.kill()
        child.join()
        assert holds_history(path)
        assert all(revision(copy) == "1" for copy in sqlite.copies_of(path))
        assert not list(path.parent.glob(".*"))
