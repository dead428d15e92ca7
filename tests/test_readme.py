"""A command or an exit code that the README does not mention is a mistake."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Context

from sheetsync.cli import cli
from sheetsync.errors import SheetsyncError

CONTEXT = Context(cli)
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def kinds(error: type[SheetsyncError]) -> Iterator[type[SheetsyncError]]:
    yield error
    for kind in error.__subclasses__():
        yield from kinds(kind)


@pytest.mark.parametrize("command", cli.list_commands(CONTEXT))
def test_every_command_is_described(command: str) -> None:
    assert re.search(rf"`(sheetsync )?{re.escape(command)}\b", README)


@pytest.mark.parametrize("code", sorted({kind.exit_code for kind in kinds(SheetsyncError)}))
def test_every_exit_code_is_described(code: int) -> None:
    assert re.search(rf"^\| *`?{code}`? *\|", README, re.MULTILINE)


@pytest.mark.parametrize("line", ["pip install . && sheetsync demo", "pip install '.[test]' && "])
def test_each_way_in_is_one_line(line: str) -> None:
    assert len(re.findall(f"^{re.escape(line)}", README, re.MULTILINE)) == 1


@pytest.mark.parametrize("command", cli.list_commands(CONTEXT))
def test_every_option_is_described(command: str) -> None:
    params = cli.get_command(CONTEXT, command).params
    options = [option for param in params for option in param.opts]
    assert [option for option in options if option[0] == "-" and f"`{option}" not in README] == []
