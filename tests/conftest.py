"""What all tests share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The labelled material beside the checkout; skips where there is none."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no labelled material beside the checkout")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update-golden writes what the letters are now; read them before you believe them."""
    parser.addoption("--update-golden", action="store_true")
