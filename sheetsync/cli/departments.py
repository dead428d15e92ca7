"""The command `departments`: the roster."""

from pathlib import Path

import click

from sheetsync.cli.program import Program, folder_option
from sheetsync.languages import _, language_of


@click.group(cls=Program)
def departments() -> None:
    """Work on the roster, departments.toml."""


@departments.command()
@click.argument("file", type=click.Path(path_type=Path))
def suggest(file: Path) -> None:
    """Draft a roster from the plan in FILE, so that only the addresses are left to fill in."""
    from sheetsync.config import load_synonyms
    from sheetsync.morphology import morphology
    from sheetsync.plan.roster_draft import draft_roster
    from sheetsync.plan.table import read_table
    from sheetsync.words.responsibles import read_responsibles
    from sheetsync.workbooks.tables import read_table_file

    # A columns.toml beside the plan is its own; settings there need not be yet.
    table = read_table(read_table_file(file), load_synonyms(file.parent))
    named = [
        (party.name, line.row)
        for line in table.lines
        for party in read_responsibles(line.responsible, morphology=morphology()).parties
    ]
    language = language_of(" ".join(table.header.texts.values()))
    click.echo(draft_roster(named, language), nl=False)


@departments.command()
@click.argument("name")
@click.argument("department")
@folder_option
def alias(name: str, department: str, folder: Path) -> None:
    """Remember that NAME, as the plan has it, means DEPARTMENT of the roster."""
    from sheetsync.config import ROSTER_FILE, load_config
    from sheetsync.config.edits import add_alias
    from sheetsync.morphology import morphology
    from sheetsync.words.cleaning import tidy
    from sheetsync.words.roster import entry_for_alias

    name, roster = tidy(name), load_config(folder).roster
    entry = entry_for_alias(name, department, roster=roster, morphology=morphology())
    if entry is None:
        click.echo(
            _(
                "“{name}” means “{department}” already: nothing to change.",
                name=name,
                department=department,
            )
        )
        return
    add_alias(folder / ROSTER_FILE, name, entry=entry.name)
    click.echo(_("Remembered: “{name}” means “{name2}”.", name=name, name2=entry.name))
