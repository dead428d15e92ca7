"""The program starts fast: nothing heavy is imported before a command needs it."""

import subprocess
import sys

import pytest

import sheetsync

HEAVY = {
    *("docx", "gspread", "holidays", "jinja2", "pandas"),
    *("psycopg", "pymorphy3", "rich", "smtplib", "sqlite3", "ssl", "yagmail"),
    "sheetsync.model",  # of its many dataclasses each takes a millisecond
}
PROBE = """
import atexit, sys
from sheetsync.cli import main
atexit.register(lambda: print("modules:", *sys.modules))
sys.argv = ["sheetsync", sys.argv[1]]
main()
"""


def ran(*arguments: str) -> str:
    """What a new Python prints; fails the test where it fails."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_nothing_heavy_is_imported(option: str) -> None:
    modules = ran("-c", PROBE, option).partition("modules:")[2].split()
    assert "sheetsync.cli" in modules
    assert HEAVY.isdisjoint(modules)


def test_python_m_is_the_same_program() -> None:
    assert ran("-m", "sheetsync", "--version") == f"sheetsync, version {sheetsync.__version__}\n"
