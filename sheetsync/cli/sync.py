"""The command `sync`."""

from datetime import datetime
from pathlib import Path

import click

from sheetsync.cli.program import folder_option, json_option, open_job, print_json, today_option
from sheetsync.cli.terminal import under_way
from sheetsync.languages import _, active, ngettext


@click.command()
@folder_option
@today_option
@json_option
@click.option("--accept", is_flag=True, help="Take the plan for truth however it changed.")
def sync(folder: Path, today: datetime | None, as_json: bool, accept: bool) -> None:
    """Remember the plan as it stands; show what changed."""
    from sheetsync import daily
    from sheetsync.cli.changes import changes_data
    from sheetsync.plan.change_words import changes_words

    with open_job(folder, today, writes=True) as job, under_way(_("Reading the plan")):
        reading = daily.sync(job, accept=accept)
    if as_json:
        print_json(changes_data(reading))
        return
    if reading.before is None:
        count = len(reading.rows)
        click.echo(ngettext("{n} measure remembered.", "{n} measures remembered.", count))
        return
    words = changes_words(reading.changes, active()) or (_("no changes"),)
    click.echo(_("Since the last time, {day}:", day=active().day(reading.before.taken.date())))
    for line in words:
        click.echo(f"  {line}")
