"""Files that accidents have been at: a sentence and an exit code, never a traceback."""

import os
from pathlib import Path

import pytest

from tests.drivers.mutations.cases import make_ground
from tests.drivers.mutations.meeting import meet

CASES = int(os.environ.get("SHEETSYNC_MUTATIONS", "24"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each case is a fork")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutations") / "ground"
    make_ground(folder)
    return folder


@pytest.mark.parametrize("seed", range(CASES))
def test_a_broken_file_is_met_with_a_sentence(ground: Path, tmp_path: Path, seed: int) -> None:
    assert meet(ground, tmp_path / "case", seed) == ""
