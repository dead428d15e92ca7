"""The command group `fleet`: many plans of one installation."""

import shutil
import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli import program
from sheetsync.cli.fleet_words import (
    entry_data,
    outcome_data,
    outcome_words,
    print_rollup,
    progress_words,
)
from sheetsync.cli.offers import pointed
from sheetsync.cli.output import watched
from sheetsync.cli.terminal import tell
from sheetsync.errors import SheetsyncError, UsageError, worst_code
from sheetsync.languages import _, active, decimal, ngettext

if TYPE_CHECKING:
    from sheetsync.fleet.day import Fleet, FleetDay
    from sheetsync.fleet.entries import FleetPlan

_REMOVED = "removed"
_plan_argument = click.argument("plan", metavar="PLAN")


@click.group(cls=program.Program)
def fleet() -> None:
    """Run many plans from one place.

    A fleet is a folder with a folder a plan in plans/, and what they share in fleet.toml
    (sheetsync help fleet).
    """


@fleet.command()
@program.fleet_options
@click.option("-v", "--verbose", is_flag=True, help="Say more, even where nobody is watching.")
def run(folder: Path, today: date | None, as_json: bool, verbose: bool) -> None:
    """Do the day's work of all plans.

    A plan that was run today is not run again; one that failed is.
    """
    from sheetsync.fleet.day import collect_rarely, opened_fleet, run_day

    collect_rarely()
    started = time.monotonic()
    now = now_or(today)
    shows = not as_json and (verbose or watched())
    with opened_fleet(folder, now, writes=True) as found:
        outcome = run_day(found, pretended=today is not None, told=progress_words(shows))
        problems = [*outcome.problems, *_sum_up(found, outcome)]
    if as_json:
        program.print_json(outcome_data(outcome))
    elif shows:
        seconds = time.monotonic() - started
        tell("{words}; {n} s", words=outcome_words(outcome), n=decimal(seconds))
    sys.exit(_say_problems(outcome, problems))


@fleet.command()
@program.fleet_options
@click.option("--html", "page", type=program.FOLDER, help="Write a page for an intranet into DIR.")
def status(folder: Path, today: date | None, as_json: bool, page: Path | None) -> None:
    """Show how all plans stand, those in need first."""
    from dataclasses import asdict

    from sheetsync.fleet.day import all_entries, opened_fleet
    from sheetsync.fleet.rollup import rollup_of
    from sheetsync.fleet.rollup_views import write_page

    now = now_or(today)
    with opened_fleet(folder, now) as found:
        entries, _, problems = all_entries(found)
        rollup = rollup_of(found.database, entries, now.date())
    if page:
        # Where JSON goes to stdout, nothing else may.
        click.echo(str(write_page(page, rollup, now=now)), err=as_json)
    if as_json:
        program.print_json(asdict(rollup))
    elif not page:
        print_rollup(rollup)
    program.fail_for(problems)


@fleet.command("list")
@program.fleet_option
@program.json_option
def list_plans(folder: Path, as_json: bool) -> None:
    """List the plans, and what is wrong in the registry."""
    from sheetsync.cli.findings import print_finding_list
    from sheetsync.fleet.day import all_entries, opened_fleet

    with opened_fleet(folder, now_or(None)) as found:
        entries, registry, problems = all_entries(found)
        days = found.database.last_days()
    if as_json:
        program.print_json([entry_data(entry, days.get(entry.name)) for entry in entries])
    else:
        longest = max((len(entry.name) for entry in entries), default=0)
        for entry in entries:
            last = active().day(days[entry.name]) if entry.name in days else _("never yet")
            rests = "" if entry.paused is None else _("paused: {why}", why=entry.paused)
            words = _("last run: {day}", day=last)
            name = entry.name.ljust(longest)
            click.echo("  ".join(filter(None, (name, words, rests))))
        print_finding_list(registry.findings)
    program.fail_for(problems)


@fleet.command()
@click.argument("link", metavar="LINK")
@program.fleet_option
@program.today_option
@click.option(
    "--name", default="", metavar="NAME", help="What to call the plan; its title by default."
)
@click.option(
    "--key", metavar="FILE", type=click.Path(path_type=Path), help="Key file, where it is its own."
)
def add(folder: Path, today: date | None, link: str, name: str, key: Path | None) -> None:
    """Bring in a plan and rehearse its letters.

    LINK is the address of a Google Sheet or a workbook.
    """
    from dataclasses import replace

    from sheetsync import daily
    from sheetsync.config.layers import FLEET_FILE, PLANS_FOLDER
    from sheetsync.fleet.addition import added
    from sheetsync.fleet.day import opened_fleet
    from sheetsync.new_folder import source_of

    now = now_or(today)
    if not (folder / FLEET_FILE).exists():
        # A folder with neither of the two is refused as no fleet.
        (folder / PLANS_FOLDER).mkdir(parents=True, exist_ok=True)
    with opened_fleet(folder, now, writes=True) as found:
        source = source_of(link, key=key)
        # A workbook on the disk needs no account; to look for one would ask Google.
        if source.spreadsheet and not key:
            source = replace(source, key=found.accounts.bound(link))
        # A plan that cannot be rehearsed is none of the fleet's yet: what it lacks is told.
        with (
            added(found.config, source, name=name, today=now.date()) as made,
            daily.opened_job(made, today, connect=found.accounts.connect) as job,
        ):
            rehearsal = daily.rehearse(job)
    plan, count = rehearsal.agenda.plan, len(rehearsal.mail.letters)
    total = len(plan.measures)
    tell("The plan “{name}” is added: {folder}", name=made.name, folder=made)
    measures = ngettext("{n} measure", "{n} measures", total)
    words = _("remarks: {n}; letters today: {letters}", n=len(plan.findings), letters=count)
    click.echo(f"{measures}, {words}")
    checks = pointed("sheetsync validate", made)
    tell("Next: {commands}", commands=checks)


@fleet.command()
@_plan_argument
@program.fleet_option
@click.option("--note", default="", metavar="TEXT", help="Why; shown by `fleet list`.")
def pause(plan: str, folder: Path, note: str) -> None:
    """Let a plan rest: it is neither read nor are its letters sent."""
    from sheetsync.fleet.entries import pause as pause_plan

    entry = _named_entry(folder, plan)
    pause_plan(entry.folder, note)
    tell("The plan “{name}” is paused.", name=entry.name)


@fleet.command()
@_plan_argument
@program.fleet_option
def resume(plan: str, folder: Path) -> None:
    """Run a paused plan again."""
    from sheetsync.fleet.entries import resume as resume_plan

    entry = _named_entry(folder, plan)
    resume_plan(entry.folder)
    tell("The plan “{name}” is run again.", name=entry.name)


@fleet.command()
@_plan_argument
@program.fleet_option
def remove(plan: str, folder: Path) -> None:
    """Take a plan out; its folder moves to removed/."""
    entry = _named_entry(folder, plan)
    if entry.settings is not None:
        raise UsageError(
            "The plan “{name}” stands in the registry: take its row out there.", name=entry.name
        )
    target = folder / _REMOVED / entry.name
    if target.exists():
        raise UsageError("There is {path} already: rename it.", path=target)
    target.parent.mkdir(exist_ok=True)
    # Moved, not deleted: its ledger is the proof of what was sent.
    shutil.move(entry.folder, target)
    tell("The plan “{name}” is run no more: {path}", name=entry.name, path=target)


@fleet.command("config")
@_plan_argument
@program.fleet_option
@click.option("--show", is_flag=True, help="Also values that are defaults.")
def show_config(plan: str, folder: Path, show: bool) -> None:
    """Show a plan's settings and where each comes from."""
    from sheetsync.config import load_config, load_layers
    from sheetsync.config.layers import source_of
    from sheetsync.config.options import values_of

    entry = _named_entry(folder, plan)
    layers = load_layers(entry.folder)
    settings = load_config(entry.folder).settings
    for section, part in values_of(settings).items():
        for key, value in values_of(part).items():
            source = source_of(layers, section, key)
            if source or show:
                place = source or _("by default")
                click.echo(f"{section}.{key} = {_toml_value(value)}  # {place}")


def _named_entry(folder: Path, plan: str) -> "FleetPlan":
    from sheetsync.fleet.day import all_entries, opened_fleet
    from sheetsync.fleet.entries import keep_row, named

    with opened_fleet(folder, now_or(None)) as found:
        entries, _, problems = all_entries(found)
    program.warn_of(problems)
    entry = named(entries, plan)
    # A plan that stands in the registry alone has no folder yet, and a pause is a file in it.
    keep_row(entry)
    return entry


def now_or(today: date | None) -> datetime:
    """The time; on a pretended day the same hour."""
    now = datetime.now(UTC).astimezone()
    return datetime.combine(today, now.timetz()) if today else now


def _toml_value(value: object) -> str:
    import tomlkit

    return "–" if value is None else tomlkit.item(value).as_string()


def _sum_up(found: "Fleet", outcome: "FleetDay") -> tuple[SheetsyncError, ...]:
    """Write the roll-up where one is asked for; what kept it from being written."""
    from sheetsync.fleet.rollup import rollup_of
    from sheetsync.fleet.rollup_views import write_rollup

    if not found.config.settings.summary:
        return ()
    rollup = rollup_of(found.database, outcome.entries, found.now.date())
    try:
        write_rollup(found, rollup)
    except SheetsyncError as error:
        return (error,)
    return ()


def _say_problems(outcome: "FleetDay", problems: Sequence[SheetsyncError]) -> int:
    """Each problem in a line under its plan's name; returns the exit code by the worst."""
    folders = {entry.name: entry.folder for entry in outcome.entries}
    for record in outcome.records.values():
        for problem in record.problems:
            program.warn(f"{record.plan}: {problem}", about=folders.get(record.plan))
    program.warn_of(problems)
    codes = [record.exit_code for record in outcome.records.values()]
    return worst_code([*codes, *(problem.exit_code for problem in problems)])
