"""The commands of a day: `overdue`, `summary` and `run`."""

import time
from datetime import datetime
from pathlib import Path

import click

from sheetsync.cli.output import watched
from sheetsync.cli.program import (
    fail_for,
    folder_option,
    json_option,
    open_job,
    print_json,
    today_option,
    warn_of,
)
from sheetsync.cli.terminal import under_way
from sheetsync.languages import _


@click.command()
@folder_option
@today_option
@json_option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show every item, not only what is late, due or waiting.",
)
@click.option("--department", metavar="NAME", help="Only what this department leads.")
def overdue(
    folder: Path, today: datetime | None, as_json: bool, everything: bool, department: str | None
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


@click.command()
@folder_option
@today_option
def summary(folder: Path, today: datetime | None) -> None:
    """Write our tabs into the workbook."""
    from sheetsync.cli.report import remark, written_words
    from sheetsync.daily import read, show, standing_apart

    with open_job(folder, today, writes=True) as job:
        written = show(job, read(job))
        problems = [*standing_apart(written, today=job.today)]
    if not written.beside:
        click.echo(f"{written_words(written)}: {written.place}")
    remark(written, problems)
    fail_for(problems)


@click.command()
@folder_option
@today_option
@json_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--accept",
    is_flag=True,
    help="Take the plan for truth however it changed, and run it after its year.",
)
@click.option(
    "--log-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Log there, a line of JSON an event; [job] log names it for good.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say more, and also where nobody watches.")
def run(
    *,
    folder: Path,
    today: datetime | None,
    as_json: bool,
    dry_run: bool,
    accept: bool,
    log_file: Path | None,
    verbose: bool,
) -> None:
    """Do the day's work: letters and tabs."""
    from sheetsync import daily
    from sheetsync.cli.report import print_rehearsal, print_report, remark, report_data
    from sheetsync.ops.log import logged_to

    started = time.monotonic()
    day = today.date() if today else None
    with open_job(folder, today) if dry_run else daily.opened_for_run(folder, day) as job:
        ended = "" if accept else daily.ended_words(job)
        if ended:
            _say_ended(ended, as_json=as_json)
            if not dry_run:
                daily.tell_end(job.config.settings.job, 0, [ended], pretended=job.pretended)
            return
        if dry_run:
            rehearsal = daily.rehearse(job)
            print_rehearsal(rehearsal, as_json=as_json)
            warn_of(daily.lacking(job))
            fail_for(rehearsal.mail.errors)
            return
        with (
            under_way(_("Working on the day")),
            logged_to(log_file or job.config.log_file) as unlogged,
        ):
            report = daily.run_watched(job, accept=accept)
        problems = (*report.problems, *unlogged)
    seconds = time.monotonic() - started
    if as_json:
        print_json(report_data(report, seconds))
    # A scheduler mails whatever is printed: when all is well it gets nothing.
    elif verbose or watched():
        print_report(report, seconds)
    if report.written:
        remark(report.written, problems)
    fail_for(problems)


def _say_ended(words: str, *, as_json: bool) -> None:
    click.echo(f"sheetsync: {words}", err=True)
    if as_json:
        print_json({"ended": words})
