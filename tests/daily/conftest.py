"""A folder of the sample plan that a test sets up and runs."""

from collections.abc import Callable
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.cli import cli
from sheetsync.workbooks.google.access import EMULATOR
from tests.daily.prepared_sheet import Prepared
from tests.sample import put_sample, sample_grid
from tests.sheets_emulator import Emulator
from tests.workbooks.keys import write_key
from tests.workbooks.sheets import Shared, shared_sheet

Run = Callable[..., Any]


class Plan:
    """The folder, its commands and the folder of its letters."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        put_sample(folder)

    def set(self, section: str, *lines: str) -> None:
        """Put lines at the beginning of a section of the settings."""
        file = self.folder / "sheetsync.toml"
        text = file.read_text(encoding="utf-8")
        new = text.replace(f"[{section}]\n", "\n".join([f"[{section}]", *lines, ""]))
        file.write_text(new, encoding="utf-8")

    def run(self, today: str, *words: str) -> Any:
        """`run` on that day."""
        return self.call("run", "--today", today, *words)

    def call(self, command: str, *words: str) -> Any:
        """A command in the folder; a bug shows its traceback."""
        line = [*command.split(), "-C", str(self.folder), *words]
        return CliRunner().invoke(cli, line, catch_exceptions=False)

    def letters(self) -> list[Message]:
        """The letters in the mailbox, in the order of their files."""
        files = sorted((self.folder / "outbox" / "new").iterdir())
        return [message_from_bytes(file.read_bytes()) for file in files]


def letters_to(plan: Plan, address: str) -> list[Message]:
    """Those of an address, the oldest first."""
    found = [letter for letter in plan.letters() if address in letter["To"]]
    return sorted(found, key=lambda letter: parsedate_to_datetime(letter["Date"]))


def part_of(message: Message, kind: str = "text/plain") -> str:
    """The text of one part."""
    (found,) = (part for part in message.walk() if part.get_content_type() == kind)
    payload = found.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def subject(message: Message) -> str:
    """The subject in words."""
    return str(make_header(decode_header(message["Subject"])))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """The sample plan, never run."""
    return Plan(tmp_path / "plan")


@pytest.fixture
def sheet(served: tuple[Emulator, str]) -> Shared:
    """The sample plan as staff keep it in a sheet."""
    emulator, base = served
    emulator.reset()
    rows = [[cell or None for cell in row] for row in sample_grid().rows]
    return shared_sheet(emulator, base, {"План": rows})


@pytest.fixture
def shared_plan(
    sheet: Shared, private_key: rsa.RSAPrivateKey, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> Plan:
    """A folder whose plan is that sheet."""
    monkeypatch.setenv(EMULATOR, sheet.base)
    write_key(plan.folder / "key.json", private_key, sheet.base)
    (plan.folder / "plan.xlsx").unlink()
    plan.set("plan", f'spreadsheet = "{sheet.id}"', 'google_key = "key.json"')
    return plan


Begin = Callable[[str, Callable[[], object]], Plan]


@pytest.fixture(scope="session")
def kept() -> dict[str, Prepared]:
    """What many tests begin with, made once."""
    return {}


@pytest.fixture
def begin(
    shared_plan: Plan,
    sheet: Shared,
    kept: dict[str, Prepared],
    tmp_path_factory: pytest.TempPathFactory,
) -> Begin:
    """Lets the plan be as it is after these steps, without taking them a second time."""

    def begun(name: str, prepare: Callable[[], object]) -> Plan:
        if name not in kept:
            place = tmp_path_factory.mktemp("kept") / name
            kept[name] = Prepared.once(place, shared_plan.folder, sheet, prepare=prepare)
        kept[name].put_back(shared_plan.folder, sheet)
        return shared_plan

    return begun


@pytest.fixture
def shown_once(shared_plan: Plan, begin: Begin) -> Plan:
    """A plan whose tabs of ours are there, so that the set-up's own write is the first."""
    return begin("shown", lambda: shared_plan.call("summary", "--today", "2021-05-11"))


@pytest.fixture
def run_once(shared_plan: Plan, begin: Begin) -> Plan:
    """A plan after its first run, on 11 May."""
    return begin("run", lambda: shared_plan.run("2021-05-11"))


@pytest.fixture
def set_up(shown_once: Plan, begin: Begin) -> Plan:
    """A plan with our columns."""
    return begin("set_up", lambda: shown_once.call("setup-sheet"))
