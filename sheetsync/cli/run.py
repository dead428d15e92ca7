"""The command `run`: the day's work."""

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.output import watched
from sheetsync.cli.program import FILE, fail_for, open_job, plan_options, print_json, warn, warn_of
from sheetsync.cli.terminal import under_way
from sheetsync.languages import _

if TYPE_CHECKING:
    from sheetsync.daily import Job, Report


@click.command()
@plan_options
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--accept",
    is_flag=True,
    help="Take the plan for truth however it changed, and run it after its year.",
)
@click.option(
    "--log-file", type=FILE, help="Log there, a line of JSON an event; [job] log names it for good."
)
@click.option("-v", "--verbose", is_flag=True, help="Say more, even where nobody is watching.")
def run(
    *,
    folder: Path,
    today: date | None,
    as_json: bool,
    dry_run: bool,
    accept: bool,
    log_file: Path | None,
    verbose: bool,
) -> None:
    """Do the day's work: letters and tabs."""
    if dry_run:
        with open_job(folder, today) as job:
            _rehearse(job, accept=accept, as_json=as_json)
        return
    from sheetsync import daily

    started = time.monotonic()
    with under_way(_("Working on the day")):
        done = daily.run_folder(folder, today, accept=accept, log_file=log_file)
    seconds = time.monotonic() - started
    if done.report is None:
        _say_ended(done.ended, as_json=as_json)
        return
    _print_outcome(done.report, done.job, seconds, as_json=as_json, aloud=verbose or watched())
    fail_for(done.report.problems)


def _rehearse(job: "Job", *, accept: bool, as_json: bool) -> None:
    from sheetsync import daily
    from sheetsync.cli.letters import warn_if_too_late
    from sheetsync.cli.run_report import print_rehearsal

    ended = "" if accept else daily.ended_words(job)
    if ended:
        _say_ended(ended, as_json=as_json)
        return
    rehearsal = daily.rehearse(job, accept=accept)
    print_rehearsal(rehearsal, job, as_json=as_json)
    warn_if_too_late(rehearsal.decision, job.config.settings.plan.period)
    warn_of(daily.lacking(job))
    fail_for(rehearsal.mail.errors)


def _print_outcome(
    report: "Report", job: "Job", seconds: float, *, as_json: bool, aloud: bool
) -> None:
    from sheetsync import daily
    from sheetsync.cli.letters import warn_if_too_late
    from sheetsync.cli.run_report import print_report, remark, report_data

    if as_json:
        print_json(report_data(report, job, seconds))
    # A scheduler mails whatever is printed: when all is well it gets nothing.
    elif aloud:
        print_report(report, seconds)
    warn_if_too_late(report.mailing.decision, job.config.settings.plan.period)
    if aloud and report.mailing.letters and (words := daily.relayed_words(job)):
        warn(words)
    if report.written:
        remark(report.written, report.problems)


def _say_ended(words: str, *, as_json: bool) -> None:
    """Say that the plan is over, and how to go on."""
    warn(words)
    if as_json:
        print_json({"ended": words})
