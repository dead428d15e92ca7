"""What the demo made, for the programs in which people will see it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sheetsync.cli import cli

DAY = "2021-05-11"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the demo with the letters of its day in `letters`; tests only look at it."""
    folder = tmp_path_factory.mktemp("rendering") / "plan"
    for words in (
        ["demo", str(folder), "--today", DAY],
        ["digest", "-C", str(folder), "--today", DAY, "--preview", str(folder / "letters")],
    ):
        assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 0
    return folder
