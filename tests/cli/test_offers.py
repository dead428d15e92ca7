"""A command that a message offers can be copied as it stands: it is about the reader's plan."""

import ast
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from openpyxl import load_workbook

from sheetsync.cli import cli
from sheetsync.cli.offers import pointed, typed
from sheetsync.cli.terminal import wrapped
from tests.cli.conftest import Call
from tests.syntax import nodes

SOURCES = Path(__file__).parents[2] / "sheetsync" / "cli"


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Each command by what is typed for it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")


def takes_folder(command: click.Command) -> bool:
    return any("-C" in param.opts for param in command.params)


def test_each_command_that_takes_the_folder_gets_it_and_no_other() -> None:
    plans = {name: command for name, command in commands(cli) if not name.startswith("fleet")}
    led = {name: pointed(f"«sheetsync {name}», so", Path("s")) for name in plans}
    where = {name: " -C s" if takes_folder(command) else "" for name, command in plans.items()}
    assert led == {name: f"«sheetsync {name}{where[name]}», so" for name in plans}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("run sheetsync run first", "run sheetsync run -C s first"),
        ("sheetsync history --row 7.", "sheetsync history -C s --row 7."),
        ("sheetsync history link 3 5; or", "sheetsync history -C s link 3 5; or"),
        ("sheetsync rollover --year 2027. So", "sheetsync rollover -C s --year 2027. So"),
        ("sheetsync validate -C s", "sheetsync validate -C s"),
        ("sheetsync help google", "sheetsync help google"),
        ("sheetsync reads this header", "sheetsync reads this header"),
        ("sheetsync runs", "sheetsync runs"),
        ("sheetsync summary-old", "sheetsync summary-old"),
    ],
)
def test_it_stands_behind_the_command(text: str, said: str) -> None:
    assert pointed(text, Path("s")) == said
    # A second time changes nothing.
    assert pointed(said, Path("s")) == said


@pytest.mark.skipif(sys.platform == "win32", reason="has other shells")
@pytest.mark.parametrize(
    "name",
    ["план", "план 2026", "it's", 'a "b"', "$HOME", "a`b`", "a;b", "~", "a&b", "(a)", "a\\b"],
)
def test_a_shell_reads_the_folder_as_it_is(name: str) -> None:
    assert shlex.split(typed(Path(name))) == [name]
    shown = subprocess.run(
        ["sh", "-c", f"printf %s {typed(Path(name))}"], capture_output=True, text=True, check=True
    )
    assert shown.stdout == name


@pytest.mark.parametrize(
    "arguments", ["validate", "doctor", "history 77", "run --today 2022-02-01", "wordings remove x"]
)
def test_every_offer_names_the_folder(call: Call, folder: Path, arguments: str) -> None:
    book = load_workbook(folder / "plan.xlsx")
    book["План"]["E4"] = "звонили"
    book.save(folder / "plan.xlsx")
    away = folder.rename(folder.with_name("план на год"))
    result = call(*arguments.split(), "-C", away)
    said = " ".join(f"{result.stdout} {result.stderr}".split())
    offers = [*re.finditer(r"sheetsync (?:validate|wordings \w+|history|run|rollover)\b", said)]
    assert offers
    assert all(said[found.end() :].startswith(f' -C "{away}"') for found in offers)


def test_in_the_folder_itself_it_is_left_out(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert " -C" not in call("doctor").stdout


def test_init_offers_what_is_about_the_new_folder(call: Call, tmp_path: Path, folder: Path) -> None:
    made = tmp_path / "new"
    result = call(
        *("init", made, "--plan", folder / "plan.xlsx", "--yes"),
        *("--coordinator", "Анна <anna@example.org>"),
    )
    said = " ".join(result.stdout.split())
    assert f"sheetsync digest -C {made} --preview" in said
    assert f"«sheetsync run -C {made} --dry-run»" in said


def test_data_and_letters_keep_what_the_message_says(call: Call, folder: Path) -> None:
    assert " -C " not in call("doctor", "-C", folder, "--json").stdout
    assert " -C " not in call("validate", "-C", folder, "--json").stdout


def test_an_offer_is_broken_over_no_lines() -> None:
    offer = 'sheetsync wordings add --status "one recruited, one to go" --as "…"'
    lines = wrapped(f"{'It is so. ' * 5}{offer}, or do it again and again.").splitlines()
    assert any(offer in line for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_no_message_knows_another_way() -> None:
    """What is printed past `wrapped`, `tell` and `pointed` offers no command."""
    for source in SOURCES.glob("*.py"):
        for call in nodes(source):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "click.echo":
                printed = ast.unparse(call)
                led = re.search(r"click\.echo\((?:wrapped|beside|pointed)\(", printed)
                assert led or pointed(printed, Path("s")) == printed, source.name
