"""The command `rollover`."""

from datetime import date
from pathlib import Path

import click

from sheetsync.cli.offers import pointed
from sheetsync.cli.program import DAY, FOLDER, YEAR, folder_option
from sheetsync.cli.terminal import tell
from sheetsync.errors import UsageError
from sheetsync.languages import _, between_quotes
from sheetsync.model import PlanPeriod


@click.command()
@folder_option
@click.option(
    "--year", type=YEAR, metavar="YEAR", help="The year of the next plan, or the one it begins in."
)
@click.option("--starts", type=DAY, help="Its first day, with --ends.")
@click.option("--ends", type=DAY, help="Its last day.")
@click.argument("target", type=FOLDER, metavar="[DIR]", required=False)
def rollover(
    folder: Path, year: int | None, *, starts: date | None, ends: date | None, target: Path | None
) -> None:
    """Make DIR for the next plan; this one's past stays."""
    from sheetsync.new_folder import next_period, roll_over

    if (starts is None) is not (ends is None) or (year and starts):
        raise UsageError("Give --year, or --starts and --ends together: the first and last day.")
    period = PlanPeriod(starts, ends) if starts and ends else None
    period = next_period(folder, year) if year else period
    # The new folder is named after this one, and "." has no name.
    config = roll_over(folder.resolve(), target, period=period)
    plan, target = config.settings.plan, config.folder
    tell(
        "The folder {target} is ready: the plan of {year}, tab “{tab}” of the workbook {workbook}.",
        target=target,
        year=plan.period.label,
        tab=between_quotes(plan.tabs or (plan.one_tab,)),
        workbook=config.workbook,
        wrap=True,
    )
    click.echo(pointed(_("Once the tab is there:  sheetsync run"), target))
    click.echo(pointed(_("The past of the old plan:  sheetsync history"), folder))
