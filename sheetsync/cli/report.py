"""The command `report`: board papers as a document."""

from datetime import date
from pathlib import Path

import click

from sheetsync.cli.program import DAY, FILE, folder_option, open_job, today_option
from sheetsync.cli.terminal import wrapped
from sheetsync.errors import UsageError
from sheetsync.languages import _, active


@click.command()
@folder_option
@today_option
@click.option(
    "--docx",
    "target",
    type=FILE,
    help="The Word document to make; an existing file is not touched.",
)
@click.option(
    "--pdf", "printed", type=FILE, help="The same as a PDF, where LibreOffice is installed."
)
@click.option("--as-of", "day", type=DAY, help="A past day, as the plan was remembered by then.")
def report(
    folder: Path, *, today: date | None, target: Path | None, printed: Path | None, day: date | None
) -> None:
    """Make papers for a meeting: an overview and the plan.

    A report.docx beside sheetsync.toml is the template; “sheetsync help report” tells how to
    make one.
    """
    from sheetsync.daily.papers import write_papers

    if today and day:
        raise UsageError("Give either --today or --as-of: both are the day of the report.")
    targets = [each for each in (target, printed) if each]
    if not targets:
        raise UsageError("Name the document: --docx report-may.docx or --pdf report-may.pdf.")
    with open_job(folder, today) as job:
        for each in targets:
            content = write_papers(job, each, day=day)
            said = _(
                "{target}: {title}, on {day}",
                target=each,
                title=content.title,
                day=active().day(day or job.today),
            )
            # The papers' words are bound for print; in a terminal people search and copy them.
            click.echo(wrapped(said.replace("\u00a0", " ")))
