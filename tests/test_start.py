"""The program starts fast: nothing heavy is imported before a command needs it."""

import subprocess
import sys
from pathlib import Path

import pytest

import sheetsync

HEAVY = {
    *("docx", "gspread", "holidays", "jinja2", "pandas"),
    *("psycopg", "pymorphy3", "rich", "smtplib", "sqlite3", "ssl", "yagmail"),
    "sheetsync.model",  # of its many dataclasses each takes a millisecond
}
# What only letters, servers, mistakes and logs need.
OFTEN_NEEDLESS = {
    *("docx", "email.message", "gspread", "importlib.metadata", "jinja2", "logging.handlers"),
    *("pandas", "rich", "smtplib", "sqlalchemy", "ssl", "sheetsync.digest.letter_words", "tomlkit"),
}
PROBE = """
import atexit, sys
from sheetsync.cli import main
atexit.register(lambda: print("modules:", *sys.modules))
sys.argv[0] = "sheetsync"
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


def test_a_day_without_letters_loads_nothing_for_them(tmp_path: Path) -> None:
    folder = str(tmp_path / "plan")
    ran("-c", PROBE, "demo", folder, "--today", "2021-05-11")
    printed = ran("-c", PROBE, "run", "-C", folder, "--today", "2021-05-12")
    said, _, modules = printed.partition("modules:")
    assert said == ""
    assert "sheetsync.daily.run" in modules.split()
    assert OFTEN_NEEDLESS.isdisjoint(modules.split())


def test_python_m_is_the_same_program() -> None:
    assert ran("-m", "sheetsync", "--version") == f"sheetsync, version {sheetsync.__version__}\n"
