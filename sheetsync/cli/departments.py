"""The command `departments`: the roster."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import Program, folder_option
from sheetsync.cli.terminal import tell
from sheetsync.errors import UsageError
from sheetsync.languages import _, activate, quoted, reader_language

if TYPE_CHECKING:
    from sheetsync.model import Department, Roster


@click.group(cls=Program)
def departments() -> None:
    """Work on the roster, departments.toml."""


@departments.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def suggest(file: Path) -> None:
    """Draft a roster from the plan in FILE, so that only the addresses are left to fill in."""
    from sheetsync.first_look import suggested_roster

    activate(reader_language(Path(), words=str(file)))
    click.echo(suggested_roster(file), nl=False)


@departments.command()
@click.argument("name", metavar="NAME")
@click.argument("department", metavar="DEPARTMENT")
@folder_option
def alias(name: str, department: str, folder: Path) -> None:
    """Remember that NAME, as the plan has it, means DEPARTMENT of the roster."""
    from sheetsync.config import ROSTER_FILE, load_config
    from sheetsync.config.edits import add_alias
    from sheetsync.words.cleaning import tidy

    name, roster = tidy(name), load_config(folder).roster
    entry = _entry_for(name, department, roster)
    if entry is None:
        tell(
            "“{name}” means “{department}” already: nothing to change.",
            name=name,
            department=department,
        )
        return
    add_alias(folder / ROSTER_FILE, name, entry=entry.name)
    tell("Remembered: “{name}” means “{name2}”.", name=name, name2=entry.name)


def _entry_for(alias: str, name: str, roster: "Roster") -> "Department | None":
    """The entry called `name` that `alias` is to be added to; None where it has it already.

    Raises UsageError where no entry has that name, where the alias says nothing, and where it
    means another entry already: two entries that answer to one name would both be asked.
    """
    from sheetsync.morphology import morphology
    from sheetsync.words.cleaning import fold
    from sheetsync.words.roster import RosterIndex

    if not any(map(str.isalnum, alias)):
        raise UsageError(
            "The name from the plan is empty. Put it in quotation marks as it stands there."
        )
    index = RosterIndex(roster, morphology=morphology())
    entry = next((e for e in roster.departments if fold(e.name) == fold(name)), None)
    if entry is None:
        offer = _offer(index.match(name).nearest, roster)
        raise UsageError("The roster has no “{name}”. {offer}", name=name, offer=offer)
    match = index.match(alias)
    if match.how not in ("exact", "alias") or match.department is None:
        return entry
    if match.department is entry:
        return None
    raise UsageError(
        "“{alias}” already names another entry of the roster: “{entry}”. Remove that name "
        "there or choose another.",
        alias=alias,
        entry=match.department.name,
    )


def _offer(nearest: tuple[str, ...], roster: "Roster") -> str:
    if nearest:
        return _("Similar ones: {listed}.", listed=_listed(nearest))
    return _("It has: {listed}.", listed=_listed(entry.name for entry in roster.departments))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))
