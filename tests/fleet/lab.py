"""A fleet of small plans, in sheets of the emulator or in workbooks."""

import json
import os
import sqlite3
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.cli.small_plan import HEADER
from tests.workbooks.keys import key_info

FLEET = """
[fleet]
threads = 4
{options}
{accounts}
[inherit]
roster = "departments.toml"
[inherit.plan]
year = 2021
[inherit.coordinator]
name = "Координатор"
address = "coordinator@example.org"
[inherit.mail]
sender = "plan@example.org"
{mail}
"""
ROSTER = """
[[department]]
name = "УМЦ"
addresses = ["umc@example.org"]
[[department]]
name = "Отдел кадров"
addresses = ["kadry@example.org"]
"""


# What opens a connection, asks whether it still answers, or holds a claim in a session of its own.
_OVERHEAD = ("PRAGMA", "COMMIT", "SELECT 1", "SELECT pg_try_advisory_lock")


@dataclass(frozen=True)
class EmulatorProcess:
    """The emulator as a process of its own."""

    base: str

    def control(self, name: str, **body: Any) -> dict[str, Any]:
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}/_emulator/{name}", data, method="POST")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return dict(json.load(answer))

    def sheet(self, name: str, rows: list[tuple[object, ...]], *, id_: str = "") -> str:
        """A new spreadsheet whose tab «План» holds the rows; returns its id."""
        (book,) = self.control("seed", files=[{"name": name, "id": id_}])["ids"]
        cells = [{"values": [_cell(value) for value in row]} for row in rows]
        self.control(
            "edit",
            spreadsheetId=book,
            requests=[
                {"addSheet": {"properties": {"title": "План", "sheetId": 100}}},
                {
                    "updateCells": {
                        "start": {"sheetId": 100},
                        "rows": cells,
                        "fields": "userEnteredValue",
                    }
                },
                {"deleteSheet": {"sheetId": 0}},
            ],
        )
        return str(book)


@contextmanager
def emulator_process() -> Iterator[EmulatorProcess]:
    """Ended at the end."""
    words = [sys.executable, "-m", "sheets_emulator", "--locale", "ru_RU"]
    folder = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=environment, text=True) as process:
        try:
            assert process.stdout
            yield EmulatorProcess(process.stdout.readline().strip())
        finally:
            process.terminate()


def _cell(value: object) -> dict[str, Any]:
    kind = "numberValue" if isinstance(value, int) else "stringValue"
    return {"userEnteredValue": {kind: value}} if value not in ("", None) else {}


def rows_of(name: str, count: int = 24, *, canary: str = "") -> list[tuple[object, ...]]:
    """The rows of a plan with late, coming and done measures of two departments."""
    found: list[tuple[object, ...]] = [(f"План {name}",), HEADER]
    months = ("январь", "март", "май", "июнь", "октябрь", "декабрь")
    for number in range(1, count + 1):
        lead = ("УМЦ", "Отдел кадров")[number % 2]
        mark = "Выполнено 15.01.2021" if number % 4 == 0 else ""
        text = f"Провести мероприятие № {number} {canary}".strip()
        found.append((number, text, months[number % 6], lead, mark))
    return found


def make_fleet(
    folder: Path, *, options: str = "", mail: str = "", keys: tuple[str, ...] = ()
) -> Path:
    """A fleet without plans."""
    (folder / "plans").mkdir(parents=True)
    accounts = "\n".join(f'[[account]]\nkey = "{key}"' for key in keys)
    text = FLEET.format(options=options, accounts=accounts, mail=mail)
    (folder / "fleet.toml").write_text(text, encoding="utf-8")
    (folder / "departments.toml").write_text(ROSTER, encoding="utf-8")
    return folder


def put_plan(fleet: Path, name: str, section: str) -> Path:
    """A plan's folder with the lines of its [plan] section."""
    folder = fleet / "plans" / name
    folder.mkdir(parents=True)
    (folder / "sheetsync.toml").write_text(f"[plan]\n{section}\n", encoding="utf-8")
    return folder


def write_account_key(path: Path, key: rsa.RSAPrivateKey, base: str, *, account: str = "") -> None:
    """A key file of that service account."""
    info = key_info(key, base)
    info |= {"client_email": account} if account else {}
    path.write_text(json.dumps(info), encoding="utf-8")
    path.chmod(0o600)


@contextmanager
def statements() -> Iterator[Counter[str]]:
    """How often each statement goes to a database meanwhile, whichever it is."""
    found: Counter[str] = Counter()

    def heard(words: str) -> None:
        if not words.startswith(_OVERHEAD):
            found[" ".join(words.split())[:110]] += 1

    class Heard(sqlite3.Connection):
        def execute(self, words: str, *values: Any) -> sqlite3.Cursor:
            heard(words)
            return super().execute(words, *values)

    execute = psycopg.Connection.execute

    def heard_execute(connection: Any, words: Any, *values: Any, **options: Any) -> Any:
        heard(words)
        return execute(connection, words, *values, **options)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Heard))
        # Of the class: the pool's connections are older than this.
        patched.setattr(psycopg.Connection, "execute", heard_execute)
        yield found
