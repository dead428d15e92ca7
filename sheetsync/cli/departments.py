"""The command `departments`: the roster."""

from pathlib import Path

import click

from sheetsync.cli.program import Program, folder_option
from sheetsync.cli.terminal import tell
from sheetsync.languages import activate, active, reader_language


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
    from sheetsync.morphology import morphology
    from sheetsync.words.cleaning import tidy
    from sheetsync.words.roster import entry_for_alias

    name, roster = tidy(name), load_config(folder).roster
    entry = entry_for_alias(
        name, department, roster=roster, morphology=morphology(), language=active()
    )
    if entry is None:
        tell(
            "“{name}” means “{department}” already: nothing to change.",
            name=name,
            department=department,
        )
        return
    add_alias(folder / ROSTER_FILE, name, entry=entry.name)
    tell("Remembered: “{name}” means “{name2}”.", name=name, name2=entry.name)
