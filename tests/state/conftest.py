"""What the tests of the store share."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sheetsync.state.store import Store, open_shared_store, open_store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run() -> Callable[..., str]:
    """Runs a script in a Python of its own; what it prints."""

    def output(script: str, *arguments: object) -> str:
        command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
        return done.stdout

    return output


@pytest.fixture(params=["sqlite", "postgres"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens one empty store, in a file and in PostgreSQL: what holds for one holds for both."""
    if request.param == "sqlite":
        return lambda: open_store(tmp_path / "sheetsync.db")
    url = request.getfixturevalue("postgres").new()
    return lambda: open_shared_store(url)
