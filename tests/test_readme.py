"""A command or an exit code that the README does not mention is a mistake."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Context

from sheetsync import __version__
from sheetsync.cli import cli
from sheetsync.cli.help import _PAGES
from sheetsync.errors import SheetsyncError

CONTEXT = Context(cli)
ROOT = Path(__file__).parents[1]
TOPS = (ROOT, ROOT / "sheetsync")
README = (ROOT / "README.md").read_text(encoding="utf-8")
INSIDE = (ROOT / "sheetsync" / "pages" / "architecture.md").read_text(encoding="utf-8")


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


@pytest.mark.parametrize("way", ["python3 -m venv", "pipx install", "uv tool install"])
def test_each_way_to_install_is_named(way: str) -> None:
    assert way in README


@pytest.mark.parametrize("page", _PAGES)
def test_every_long_page_is_named(page: str) -> None:
    assert re.search(rf"`help [a-z\\|]*\b{page}\b", README)


def test_what_contributors_need_is_on_its_page() -> None:
    assert "`sheetsync help architecture`" in README.partition("\n## Inside\n")[2]
    package = ROOT / "sheetsync"
    rooms = {path.parent.name for path in package.glob("*/__init__.py")}
    rooms |= {path.stem for path in package.glob("[!_]*.py")}
    assert {room for room in rooms if f"`{room}`" not in INSIDE} == set()
    paths = re.findall(r"`((?:tests|sheetsync|templates|config|[a-z]+)/[\w./]+\w)`", INSIDE)
    named = [path for path in paths if not re.search("KIND|CODE", path)]  # what is to be made
    assert [path for path in named if not any((top / path).exists() for top in TOPS)] == []


def test_what_it_names_stands_where_it_says() -> None:
    found = re.findall(r"((?:`\w+`,?\s(?:and\s)?)+)(?:in|of)\s`(\w+/\w+\.py)`", INSIDE)
    assert len(found) > 3
    for names, file in found:
        source = (ROOT / "sheetsync" / file).read_text(encoding="utf-8")
        for name in re.findall(r"`(\w+)`", names):
            assert re.search(rf"^(class |def )?{name}\b", source, re.MULTILINE), f"{name}: {file}"


def test_the_changelog_begins_with_what_is_not_released() -> None:
    """A release turns that section into its own, "## 0.1.0 - 2026-12-01", and begins a new one."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *others = re.findall(r"(?m)^## (.+)$", changes)
    assert first == "Unreleased" or first.startswith(f"{__version__} - ")
    assert [
        name for name in others if not re.fullmatch(r"\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d", name)
    ] == []
