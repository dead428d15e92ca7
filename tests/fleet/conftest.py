"""The program as people call it, and a fleet of plans in workbooks."""

import json
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from sheetsync.cli import cli
from tests.fleet.lab import make_fleet, put_plan, rows_of

DAY = "2021-05-11"
Call = Callable[..., Result]


@pytest.fixture
def call() -> Call:
    """Run the program with these words; a bug shows its traceback."""

    def run(*words: str | Path) -> Result:
        return CliRunner().invoke(cli, list(map(str, words)), catch_exceptions=False)

    return run


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    """Two plans in workbooks; letters go into one folder."""
    folder = make_fleet(tmp_path / "fleet", mail='outbox = "outbox"')
    for name in ("Юг", "Север"):
        workbook_plan(folder, name)
    return folder


def workbook_plan(fleet: Path, name: str, *, canary: str = "") -> Path:
    """A plan's folder with its workbook."""
    folder = put_plan(fleet, name, f'title = "План {canary or "работы"}"')
    book = Workbook()
    book.active.title = "План"
    for row in rows_of(name, canary=canary):
        book.active.append(list(row))
    book.save(folder / "plan.xlsx")
    return folder


def run(call: Call, fleet: Path, *words: str, day: str = DAY) -> dict[str, Any]:
    """A day of the fleet; what it prints as JSON, and the exit code."""
    result = call("fleet", "run", "-C", fleet, "--today", day, "--json", *words)
    return {"code": result.exit_code, "err": result.stderr, **json.loads(result.stdout)}


def letters(fleet: Path) -> list[Message]:
    """What lies in the shared mailbox."""
    folder = fleet / "outbox" / "new"
    files = sorted(folder.iterdir()) if folder.exists() else []
    return [message_from_bytes(file.read_bytes()) for file in files]


def text_of(message: Message, kind: str = "text/plain") -> str:
    """The text of one part."""
    (found,) = (part for part in message.walk() if part.get_content_type() == kind)
    payload = found.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()
