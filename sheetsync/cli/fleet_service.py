"""The commands of `fleet` beside its day: workers, checks, the way into PostgreSQL, a forecast."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.fleet import fleet, now_or
from sheetsync.cli.fleet_words import forecast_data, print_forecast
from sheetsync.cli.program import (
    DAY,
    fleet_option,
    json_option,
    print_json,
    today_option,
    warn,
    warn_of,
)
from sheetsync.errors import ConfigError, SheetsyncError, worst_code
from sheetsync.fleet.worker_files import KINDS, service_file
from sheetsync.languages import _

if TYPE_CHECKING:
    from sheetsync.fleet.day import Fleet
    from sheetsync.model import Digest


@fleet.command()
@fleet_option
@today_option
@click.option(
    "--print",
    "kind",
    type=click.Choice(KINDS),
    help="Print a file that keeps workers running, and end.",
)
@click.option(
    "--settings-from",
    "mirrors",
    default="",
    metavar="URL",
    help="Fill the folder with the settings that this database has.",
)
def worker(folder: Path, today: date | None, kind: str | None, mirrors: str) -> None:
    """Run the plans together with other workers.

    As many as wanted, on any machine; they share the database that fleet.toml names and work
    until they are ended.
    """
    from sheetsync.fleet.day import collect_rarely, opened_fleet
    from sheetsync.fleet.mirror import fetch

    if kind:
        from sheetsync.config.fleet import load_fleet

        click.echo(service_file(kind, load_fleet(folder)), nl=False)
        return
    collect_rarely()
    if mirrors:
        fetch(folder, mirrors)
    with opened_fleet(folder, now_or(today)) as found:
        _need_database(found)
        try:
            from sheetsync.fleet.worker import Worker
        except ImportError as error:
            from sheetsync.state.postgres import driver_missing

            raise driver_missing() from error
        Worker(
            fleet=found,
            clock=lambda: now_or(today),
            mirrors=mirrors,
            pretended=today is not None,
            told=warn,
        ).run()


@fleet.command()
@fleet_option
@json_option
def doctor(folder: Path, as_json: bool) -> None:
    """Check that all is there that a day of the fleet needs.

    Nothing is sent or written. A plan's own parts are checked by `doctor -C` of its folder.
    """
    from sheetsync.cli.checkup import show
    from sheetsync.fleet.checkup import checkup
    from sheetsync.fleet.day import opened_fleet

    with opened_fleet(folder, now_or(None)) as found:
        sys.exit(show(checkup(found), as_json=as_json))


@fleet.command()
@fleet_option
def migrate(folder: Path) -> None:
    """Move the memory of all plans into the database.

    It is the one that fleet.toml names as [fleet] database. The files stay; what is there already
    is not moved again.
    """
    from sheetsync.fleet.day import all_entries, database_path, opened_fleet
    from sheetsync.fleet.migration import migrate as moved_plans

    with opened_fleet(folder, now_or(None), writes=True) as found:
        _need_database(found)
        entries, _registry, _problems = all_entries(found)
        for plan in moved_plans(entries, database_path(folder), found.database):
            words = _("snapshots: {n}; letters: {letters}", n=plan.snapshots, letters=plan.letters)
            click.echo(f"{plan.plan}: {words}")


@fleet.command()
@fleet_option
@click.option("--from", "first", type=DAY, help="By default each plan's first day.")
@click.option("--to", "last", type=DAY, help="By default a month after its end.")
@json_option
def simulate(folder: Path, first: date | None, last: date | None, as_json: bool) -> None:
    """Show in advance how many letters all plans will send.

    Nothing is sent or stored. An address that several plans write to gets one letter a day.
    """
    from sheetsync import daily
    from sheetsync.cli.simulate import digests_of
    from sheetsync.fleet.day import all_entries, opened_fleet

    found: dict[str, list[Digest]] = {}
    with opened_fleet(folder, now_or(None)) as opened:
        entries, _registry, unread = all_entries(opened)
        problems, runner = [*unread], opened.runner(pretended=True)
        for entry in entries:
            if entry.paused is not None:
                continue
            try:
                runner.prepare(entry)
                with daily.opened_job(entry.folder, first, connect=opened.accounts.connect) as job:
                    found[entry.name] = digests_of(job, first, last)
            except SheetsyncError as error:
                warn_of([error])
                problems.append(error)
    print_json(forecast_data(found)) if as_json else print_forecast(found)
    sys.exit(worst_code(problem.exit_code for problem in problems))


def _need_database(found: "Fleet") -> None:
    if not found.database.url:
        raise ConfigError("Workers need a database: set [fleet] database in fleet.toml.")
