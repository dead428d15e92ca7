"""Programs that show what people will see; where one is missing the test skips, in CI it fails."""

import os
import shutil

import pytest


def need(program: str) -> str:
    """The path of the program. Skips the test, or fails it where real parts are demanded."""
    path = shutil.which(program)
    if path:
        return path
    if os.environ.get("SHEETSYNC_REQUIRE_REAL_PARTS"):
        pytest.fail(f"{program} is not installed, and CI must have it")
    pytest.skip(f"{program} is not installed")
