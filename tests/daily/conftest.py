"""A folder of the sample plan that a test sets up and runs."""

from collections.abc import Callable
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sheetsync.cli import cli
from sheetsync.new_plan import make_sample

Run = Callable[..., Any]


class Plan:
    """The folder, its commands and its local mailbox."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make_sample(folder)

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
        line = [command, "-C", str(self.folder), *words]
        return CliRunner().invoke(cli, line, catch_exceptions=False)

    def letters(self) -> list[Message]:
        """The letters in the mailbox, in the order of their files."""
        files = sorted((self.folder / "outbox" / "new").iterdir())
        return [message_from_bytes(file.read_bytes()) for file in files]


def subject(message: Message) -> str:
    """The subject in words."""
    return str(make_header(decode_header(message["Subject"])))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """The sample plan, never run."""
    return Plan(tmp_path / "plan")
