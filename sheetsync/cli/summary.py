"""The command `summary`."""

from datetime import date
from pathlib import Path

import click

from sheetsync.cli.program import fail_for, folder_option, open_job, today_option
from sheetsync.model.language import capital


@click.command()
@folder_option
@today_option
def summary(folder: Path, today: date | None) -> None:
    """Write our tabs into the workbook."""
    from sheetsync.cli.run_report import remark, written_words
    from sheetsync.daily import read, show, standing_apart

    with open_job(folder, today, writes=True) as job:
        written = show(job, read(job))
        problems = [*standing_apart(written, today=job.today)]
    # Where they are beside the workbook, the remark below says so, and why.
    if not written.beside:
        click.echo(f"{capital(written_words(written))}: {written.place}")
    remark(written, problems)
    fail_for(problems)
