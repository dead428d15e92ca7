"""A fleet of small plans, in sheets of the emulator or in workbooks."""

import json
import os
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from sqlalchemy import Connection, Engine, event

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
    """How often each statement is executed meanwhile."""
    found: Counter[str] = Counter()

    def executed(_c: object, _cursor: object, words: str, *_rest: object) -> None:
        found[" ".join(words.split())[:110]] += 1

    def began(connection: Connection) -> None:
        # Sent past SQLAlchemy's own execution, but for what begins no transaction.
        options = connection.get_execution_options()
        alone = options.get("alone") or options.get("isolation_level") == "AUTOCOMMIT"
        found["BEGIN"] += not alone

    heard = (("before_cursor_execute", executed), ("begin", began))
    for name, listener in heard:
        event.listen(Engine, name, listener)
    yield found
    for name, listener in heard:
        event.remove(Engine, name, listener)
