"""The command `overdue`."""

from datetime import date
from pathlib import Path

import click

from sheetsync.cli.program import open_job, plan_options, print_json


@click.command()
@plan_options
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show every item, not only what is late, due or waiting.",
)
@click.option("--department", metavar="NAME", help="Only what this department leads.")
def overdue(
    folder: Path, today: date | None, as_json: bool, everything: bool, department: str | None
) -> None:
    """Show what is late, due or waiting."""
    from sheetsync.cli.agenda import agenda_data, print_agenda, select
    from sheetsync.daily import read

    with open_job(folder, today) as job:
        agenda = read(job).agenda
    items = select(agenda, everything=everything, department=department)
    if as_json:
        print_json(agenda_data(agenda, items))
    else:
        print_agenda(agenda, items)
