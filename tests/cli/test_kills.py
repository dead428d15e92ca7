"""Real SIGKILLs at random points of a run: nothing is half there, and the next run completes."""

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from sheetsync.new_folder import make_sample
from sheetsync.state.store import open_store
from tests.cli.conftest import Call
from tests.state.rows import Once

# How many kills; the bar is 300, the suite takes a handful.
KILLS = int(os.environ.get("SHEETSYNC_RUN_KILLS", "5"))
DAY, LETTERS = "2021-05-11", 4
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
        assert {len(Once(store).as_of("plan", day).rows) for day in Once(store).days("plan")} == {
            24
        }  # type: ignore[union-attr]


def test_a_killed_run_leaves_nothing_half_done(tmp_path: Path, call: Call) -> None:
    whole = time.monotonic()
    make_sample(tmp_path / "whole")
    start(tmp_path / "whole", DAY).wait()
    whole = time.monotonic() - whole
    moments = random.Random(20210511)
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        make_sample(folder)
        kill_somewhere(start(folder, DAY), moments.uniform(0.3, 1) * whole)
        assert call("run", "-C", folder, "--today", DAY).exit_code == 0
        assert len(list((folder / "outbox" / "new").iterdir())) == LETTERS
        assert not list(folder.glob(".*.xlsx"))
        check_whole(folder)
