"""The emulator answers as Google did when its answers were recorded."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sheets_emulator import Emulator, running

_ROW = re.compile(r"^(GET|PUT|POST) (\S+).*?\s\d+ +[\d.]+% +[\d.]+% +([\d.]+)%", re.MULTILINE)


def replay(folder: Path) -> str:
    """What the replay of all recordings prints."""
    with running(Emulator()) as base:
        done = subprocess.run(
            [sys.executable, "-B", folder / "replay_check.py", folder / "recordings"],
            env={**os.environ, "SHEETS_EMULATOR": base},
            capture_output=True,
            text=True,
            check=False,
        )
    assert "TOTAL" in done.stdout, done.stderr
    return done.stdout


def test_all_recordings_are_matched_to_the_letter(shared: Path) -> None:
    folder = shared / "google-recordings"
    if not folder.is_dir():
        pytest.skip("no recordings beside the checkout")
    printed = replay(folder)
    found = re.search(r"wholly matched at level exact: (\d+) of (\d+)", printed)
    assert found
    assert int(found[1]) == int(found[2]) > 0, printed
    exact = {f"{method} {path}": float(share) for method, path, share in _ROW.findall(printed)}
    assert exact["GET spreadsheets/{id}"] >= 99
    assert all(share >= 99 for path, share in exact.items() if "values" in path)
