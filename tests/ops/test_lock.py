"""One run a plan: the second is told who holds the lock, and a dead holder holds nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sheetsync.errors import PlanLocked
from sheetsync.ops.lock import held

NOW = datetime(2021, 5, 11, 10, 2, tzinfo=UTC)
HOLDER = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from sheetsync.ops.lock import held
with held(Path(sys.argv[1]), now=datetime(2021, 5, 11, 9, 30, tzinfo=UTC)):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "plan.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_run_is_told_who_holds_the_lock(
    other: subprocess.Popen[str], tmp_path: Path
) -> None:
    with (
        pytest.raises(PlanLocked, match=rf"процесс {other.pid}, с 11.05.2021 09:30"),
        held(tmp_path / "plan.lock", now=NOW),
    ):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_run_leaves_the_lock_free(other: subprocess.Popen[str], tmp_path: Path) -> None:
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    with held(tmp_path / "plan.lock", now=NOW):
        pass


def test_the_lock_is_free_after_an_error_inside(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="inside"), held(tmp_path / "plan.lock", now=NOW):
        raise OSError("inside")
    with held(tmp_path / "plan.lock", now=NOW):
        pass
