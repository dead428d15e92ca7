"""The command `setup-sheet`: the only one that touches the plan tab."""

from datetime import date
from pathlib import Path

import click

from sheetsync.cli.offers import pointed
from sheetsync.cli.program import folder_option, open_job, today_option
from sheetsync.cli.terminal import wrapped
from sheetsync.errors import UsageError


@click.command("setup-sheet")
@folder_option
@today_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--repair", is_flag=True, help="Also repair what people broke in our columns.")
@click.option("--undo", is_flag=True, help="Remove exactly what was added (Google Sheets).")
def setup_sheet(folder: Path, today: date | None, dry_run: bool, repair: bool, undo: bool) -> None:
    """Prepare the plan tab for staff, once.

    Adds a status column where there is none and, in a Google Sheet, a column that shows each
    measure's state, both at the right end. No cell, rule or format of staff's changes.
    """
    from sheetsync.setup_sheet import lines_of, set_up, take_back

    if undo and repair:
        raise UsageError("Either --repair or --undo: both make no sense together.")
    with open_job(folder, today, writes=not dry_run) as job:
        if undo:
            outcome = take_back(job, dry_run=dry_run)
        else:
            outcome = set_up(job, repair=repair, dry_run=dry_run)
    for line in lines_of(outcome, dry_run=dry_run, undo=undo):
        click.echo(wrapped(pointed(line)))
