"""A run that is killed leaves the store whole; SHEETSYNC_KILLS says how often, 300 is the bar.

Real processes and real SIGKILLs: nothing of Python runs any more once one arrives.
"""

import os
import random
import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from sheetsync.state.store import Store, open_store
from tests.state.children import children, remember_many, run_for_ever
from tests.state.rows import PLAN, Once, numbered

KILLS = int(os.environ.get("SHEETSYNC_KILLS", "60"))
A_STORE = 10  # kills, then a new one, so that its creation is hit as well

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def kill_a_run(path: Path) -> None:
    child = children().Process(target=run_for_ever, args=(path,))
    child.start()
    time.sleep(random.uniform(0, 0.25))
    child.kill()
    child.join()
    assert child.exitcode == -9


def complete(store: Store) -> int:
    """What the next run does; returns how many runs there have been."""
    count = len(Once(store).past(PLAN).links) + 1
    with store.writing() as transaction:
        transaction.remember(PLAN, numbered(count))
        transaction.link(PLAN, count, count + 1)
    return count


def assert_whole(store: Store, count: int) -> None:
    """The newest snapshot and some of those before are all there, and what came with them."""
    past = Once(store).past(PLAN)
    assert len(past.links) == count
    for number in {1, count // 2 or 1, max(count - 1, 1), count}:
        expected = numbered(number)
        assert past.newest(until=expected.taken.date()) == expected
    beyond = numbered(count).taken.date() + timedelta(days=999)
    assert past.newest(until=beyond) == numbered(count)


@pytest.mark.parametrize("_store", range(-(-KILLS // A_STORE)))
def test_a_killed_run_leaves_no_half_snapshot(tmp_path: Path, _store: int) -> None:
    path = tmp_path / "sheetsync.db"
    for _ in range(A_STORE):
        kill_a_run(path)
        with open_store(path) as store:
            assert_whole(store, complete(store))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_openers_of_a_new_file_wait_for_each_other(tmp_path: Path) -> None:
    for number in range(40):  # of so many, some meet in the moment that the file becomes a log
        at_once = Barrier(4)

        def opened(
            _: int, path: Path = tmp_path / f"{number}.db", all_here: Barrier = at_once
        ) -> int:
            all_here.wait()
            with open_store(path) as store:
                return Once(store).past(PLAN).next_identity

        with ThreadPoolExecutor(4) as openers:
            assert list(openers.map(opened, range(4))) == [1] * 4


def test_processes_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    path, plans = tmp_path / "sheetsync.db", [f"план {n}" for n in range(4)]
    writers = [children().Process(target=remember_many, args=(path, plan, 25)) for plan in plans]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * len(writers)
    with open_store(path) as store:
        assert [Once(store).past(plan).next_identity for plan in plans] == [26] * len(plans)
