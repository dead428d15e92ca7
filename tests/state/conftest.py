"""What the tests of the store share."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run() -> Callable[..., str]:
    """Runs a script in a Python of its own; what it prints."""

    def output(script: str, *arguments: object) -> str:
        command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
        return done.stdout

    return output
