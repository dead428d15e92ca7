"""Real SIGKILLs at random points of a run: nothing is half there, and the next run completes."""

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from sheetsync.state.store import open_store
from tests.cli.conftest import Call, data

# How many kills; the bar is 300, the suite takes a handful.
KILLS = int(os.environ.get("SHEETSYNC_RUN_KILLS", "5"))
LETTERS = 2
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")


def start(folder: Path, day: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sheetsync", "run", "-C", str(folder), "--today", day]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_somewhere(process: subprocess.Popen[bytes], seconds: float) -> None:
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def check_whole(folder: Path) -> None:
    """The workbook opens, letters are whole messages, every snapshot has all its rows."""
    with zipfile.ZipFile(folder / "plan.xlsx") as archive:
        assert archive.testzip() is None
    for letter in (folder / "outbox" / "new").iterdir():
        assert message_from_bytes(letter.read_bytes()).get_payload(1)
    with open_store(folder / "sheetsync.db") as store:
        assert {len(store.as_of("plan", day).rows) for day in store.days("plan")} == {24}  # type: ignore[union-attr]


def test_a_killed_run_leaves_nothing_half_done(folder: Path, call: Call) -> None:
    whole = time.monotonic()
    start(folder, "2021-05-05").wait()
    whole = time.monotonic() - whole
    moments = random.Random(20210511)
    for kill in range(KILLS):
        day = str(date(2021, 5, 6) + timedelta(days=kill))
        kill_somewhere(start(folder, day), moments.uniform(0.3, 1) * whole)
        check_whole(folder)
        report = data(call("run", "-C", folder, "--today", day, "--json"))
        assert len(report["letters"]) == LETTERS
        assert len(list((folder / "outbox" / "new").glob(f"{day}.*"))) == LETTERS
        assert not list(folder.glob(".*.xlsx"))
        check_whole(folder)
