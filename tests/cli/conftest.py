"""The program as people call it, and a folder that `demo` made."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sheetsync.cli import cli

Call = Callable[..., Result]


@pytest.fixture(scope="session")
def call() -> Call:
    """Run the program with these words; a bug shows its traceback."""

    def run(*words: str | Path, stdin: str = "") -> Result:
        return CliRunner().invoke(cli, list(map(str, words)), input=stdin, catch_exceptions=False)

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, call: Call) -> Path:
    """A folder of the demo on 4 May 2021; tests only look at it."""
    folder = tmp_path_factory.mktemp("made") / "plan"
    assert call("demo", folder, "--today", "2021-05-04").exit_code == 0
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the demo's folder that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "plan"))


def data(result: Result) -> Any:
    """What a command printed as JSON."""
    return json.loads(result.stdout)
