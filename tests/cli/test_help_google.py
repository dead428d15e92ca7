"""The page about Google: ten steps, and every sentence that can go wrong with them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import sheetsync.pages
import sheetsync.workbooks.google
from sheetsync.cli import cli

PAGE = Path(sheetsync.pages.__file__).with_name("google.md").read_text(encoding="utf-8")
ROOM = Path(sheetsync.workbooks.google.__file__).parent
RAISED = {"ConfigError", "WorkbookError", "WorkbookMissing", "OutcomeUnknown"}


def sentences(module: str) -> Iterator[str]:
    """The first sentence of every error that a module makes, with "…" for what it fills in."""
    for node in ast.walk(ast.parse((ROOM / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED and node.args:
            yield re.split(r"\.(?: |$)", shown(node.args[0]))[0]


def shown(text: ast.expr) -> str:
    if isinstance(text, ast.JoinedStr):
        return "".join(shown(part) for part in text.values)
    return str(text.value) if isinstance(text, ast.Constant) else "…"


CAUSES = [*sentences("errors.py"), *sentences("credentials.py")]


def test_every_cause_is_looked_for() -> None:
    assert len(CAUSES) >= 16


@pytest.mark.parametrize("cause", CAUSES)
def test_every_error_is_on_the_page(cause: str) -> None:
    assert f"- «{cause}»" in " ".join(PAGE.split())


def test_there_are_ten_steps_in_their_order() -> None:
    steps = re.findall(r"^(\d+)\. ", PAGE, re.MULTILINE)
    assert steps == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(
    "word",
    [
        "Google Sheets API",
        "chmod 600",
        "client_email",
        "spreadsheet = ",
        "google_key = ",
        "sheetsync validate",
        "sheetsync run --dry-run",
        "GOOGLE_APPLICATION_CREDENTIALS",
        "Application Default Credentials",
    ],
)
def test_nothing_of_the_set_up_is_left_out(word: str) -> None:
    assert word in PAGE


def test_the_page_fits_a_terminal() -> None:
    assert max(map(len, PAGE.splitlines())) <= 80


def test_the_page_is_shown() -> None:
    result = CliRunner().invoke(cli, ["help", "google"])
    assert (result.exit_code, result.stdout) == (0, PAGE)
