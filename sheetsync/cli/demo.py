"""The command `demo`."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.offers import named, pointed
from sheetsync.cli.program import FOLDER, open_job, today_option
from sheetsync.cli.terminal import tell, under_way
from sheetsync.languages import _, active

if TYPE_CHECKING:
    from sheetsync.config import Config

# The sample plan is of 2021; on this day it has late, near and far items.
_DEMO_DAY = date(2021, 5, 11)


@click.command()
@click.argument("folder", type=FOLDER)
@today_option
def demo(folder: Path, today: date | None) -> None:
    """Make DIR with a sample plan, and run a day."""
    import time

    from sheetsync import daily
    from sheetsync.cli.run_report import print_report
    from sheetsync.new_folder import make_sample

    named(folder)
    started = time.monotonic()
    made = make_sample(folder)
    day = today or _DEMO_DAY
    if not made:
        tell("The folder {folder} is there already: the sample is not made again.", folder=folder)
    if not today:
        tell(
            "The sample plan is of 2021, so today is taken to be {day} (--today).",
            day=active().day(day),
        )
    with open_job(folder, day, writes=True) as job:
        with under_way(_("Working on the day")):
            report = daily.run_watched(job)
        config = job.config
    print_report(report, time.monotonic() - started)
    _point_at(config, folder, then=day + timedelta(days=1))


def _point_at(config: "Config", folder: Path, *, then: date) -> None:
    """Print where the results are, and what to try next."""
    tell(
        "\nLook at:\n  {workbook}  the tabs “План”, “Сводка”, “Проверка”, “Контроль”",
        workbook=config.workbook,
    )
    tell("  {outbox}  letters, which a mail program opens", outbox=config.outbox / "new")
    tell("\nNext: correct a mark in the plan and run")
    click.echo(pointed(f"  sheetsync run -v --today {then}", folder))
