"""The command `departments`: the roster."""

from pathlib import Path

import click

from sheetsync.cli.program import Program


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

    table = read_table(read_table_file(file), load_synonyms(file.parent))
    names = [
        party.name
        for text in table.frame["responsible"]
        for party in read_responsibles(text, morphology=morphology()).parties
    ]
    click.echo(draft_roster(names), nl=False)
