"""A day of all plans in one process: a small pool of threads, the letters, and what came of it."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sheetsync.config.fleet import FleetConfig, load_fleet
from sheetsync.errors import PlanLocked, SheetsyncError
from sheetsync.fleet.accounts import Accounts
from sheetsync.fleet.database import FILE, FleetDatabase
from sheetsync.fleet.entries import (
    FleetPlan,
    Registry,
    folder_entries,
    read_registry,
    with_registry,
)
from sheetsync.fleet.planner import Standing, due
from sheetsync.fleet.post import DayPost, Post, posts_of
from sheetsync.fleet.record import Record
from sheetsync.fleet.runner import Runner
from sheetsync.fleet.settling import recover
from sheetsync.model import Finding
from sheetsync.model.frozen import frozen
from sheetsync.ops.lock import held
from sheetsync.state.place import store_path
from sheetsync.state.postgres import claimed
from sheetsync.workbooks.google.address import is_address

if TYPE_CHECKING:
    from sheetsync.workbooks.base import Workbook

POST_CLAIM = "post"
"""What the claim on the day's letters is called."""
_ALLOCATED = 20_000  # objects between two looks for cycles; Python's own 700 suit a small heap


def collect_rarely() -> None:
    """Look for cycles of objects, for a process that runs many plans, but seldom."""
    # Without it a process grew by 39 MB in 60 runs. With Python's threshold two fifths of a warm
    # run's processor time went into walking the same 100 MB of modules and tables again.
    gc.set_threshold(_ALLOCATED)
    gc.enable()


@frozen
class Fleet:
    """An open fleet: its configuration, its database, its accounts, and the time."""

    config: FleetConfig
    database: FleetDatabase
    accounts: Accounts
    now: datetime

    def registry(self) -> Registry:
        """What the registry says; nothing where the fleet has none. Raises WorkbookError."""
        place = self.config.settings.registry
        if not place:
            return Registry(entries=(), findings=())
        tab = self.config.settings.registry_tab
        return read_registry(self.workbook(place).read(tab), self.config)

    def runner(self, *, pretended: bool) -> Runner:
        """What runs plans."""
        return Runner(
            fleet=self.config,
            database=self.database,
            accounts=self.accounts,
            day=self.now.date() if pretended else None,
        )

    @contextmanager
    def posting(self) -> Iterator[DayPost]:
        """What sends the day's letters, when what a run that died has left is settled.

        Raises PlanLocked where another process sends.
        """
        url = self.database.url
        # Held for the whole post: two of them would write to one address twice.
        with claimed(url, POST_CLAIM) if url else nullcontext(lambda: None) as fence:
            posting = DayPost(config=self.config, database=self.database, now=self.now, fence=fence)
            posting.problems += recover(self.database, self.config.plans, now=self.now)
            yield posting

    def workbook(self, place: str) -> "Workbook":
        """A shared sheet by its address, or a file, from the fleet's folder on."""
        path = self.config.folder / place
        if path.exists() or not is_address(place):
            from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

            return XlsxWorkbook(path, today=self.now.date())
        from sheetsync.workbooks.google.workbook import GoogleWorkbook

        client, account = self.accounts.client(self.accounts.bound(place))
        return GoogleWorkbook(place, client, places={}, account=account)


@frozen
class FleetDay:
    """What a day of the fleet did: records by plan, letters by what became of them, what failed.

    `earlier` are plans that an earlier run of the day has done.
    """

    entries: tuple[FleetPlan, ...]
    records: dict[str, Record]
    earlier: int
    paused: tuple[FleetPlan, ...]
    posts: tuple[Post, ...]
    findings: tuple[Finding, ...]
    problems: tuple[SheetsyncError, ...]


@contextmanager
def opened_fleet(folder: Path, now: datetime, *, writes: bool = False) -> Iterator[Fleet]:
    """The fleet of a folder; locked where it `writes`.

    Raises ConfigError, StateError, and PlanLocked where another run of the fleet is under way.
    """
    config = load_fleet(folder)
    url = config.settings.database
    path = database_path(folder)
    with FleetDatabase(url or path) as database:
        accounts = Accounts(config.keys, config.settings, database)
        fleet = Fleet(config=config, database=database, accounts=accounts, now=now)
        if not writes:
            yield fleet
            return
        # Workers take none: each plan and the post have claims of their own, as in a run.
        with claimed(url, "fleet") if url else held(path.with_suffix(".lock"), now=now):
            yield fleet


def database_path(folder: Path) -> Path:
    """Beside fleet.toml, or where the stores of folders on a network share lie."""
    store = store_path(folder)
    return folder / FILE if store.parent == folder else store


def all_entries(fleet: Fleet) -> tuple[tuple[FleetPlan, ...], Registry, tuple[SheetsyncError, ...]]:
    """Every plan, the registry, and the error that kept the registry from being read.

    Where it cannot be read, the plans go on as they were known.
    """
    folders = folder_entries(fleet.config)
    try:
        registry = fleet.registry()
    except SheetsyncError as error:
        return folders, Registry(entries=(), findings=()), (error,)
    if not fleet.config.settings.registry:
        return folders, registry, ()
    return with_registry(folders, registry), registry, ()


def run_day(
    fleet: Fleet, *, pretended: bool, told: Callable[[Record, int], None] = lambda _r, _n: None
) -> FleetDay:
    """Run every plan that was not run on that day yet, then send all letters, one an address.

    `told` is called with each record and how many plans are left. What fails is part of the
    outcome; only the fleet's own database raises.
    """
    day = fleet.now.date()
    entries, registry, unread = all_entries(fleet)
    problems, done = [*unread], fleet.database.records(day)
    standing = Standing(records=done, last=fleet.database.last_days())
    # Nobody but this run would try again what has failed.
    to_run = due(entries, standing, tries=None)

    def send() -> None:
        # A worker that is at it goes on until all is sent.
        with suppress(PlanLocked), fleet.posting() as posting:
            posting.send(entries)
            problems.extend(posting.problems)

    # Before any plan is run: its own run would take held letters for lost ones.
    with fleet.posting() as posting:
        problems += posting.problems
    for record, left in _run_plans(fleet, to_run, send, tried=done, pretended=pretended):
        done[record.plan] = record
        told(record, left)
    # Where workers still have plans, letters without these would go: they are left to the workers.
    if all(entry.name in done for entry in to_run):
        send()
    return FleetDay(
        entries=entries,
        records={entry.name: done[entry.name] for entry in entries if entry.name in done},
        earlier=sum(entry.paused is None for entry in entries) - len(to_run),
        paused=tuple(entry for entry in entries if entry.paused is not None),
        posts=posts_of(fleet.database, day),
        findings=registry.findings,
        problems=tuple(problems),
    )


def _run_plans(
    fleet: Fleet,
    to_run: Sequence[FleetPlan],
    send: Callable[[], None],
    *,
    tried: Mapping[str, Record],
    pretended: bool,
) -> Iterator[tuple[Record, int]]:
    """Each plan's record as it is done; letters go in between where their time has come."""
    runner, today = fleet.runner(pretended=pretended), fleet.now.date()
    letters_at = _letters_at(fleet)
    # Threads, for a plan waits for Google four fifths of its time.
    with ThreadPoolExecutor(fleet.config.settings.threads, thread_name_prefix="plan") as pool:
        waiting = {
            pool.submit(_unless_taken, runner, entry, today, tried.get(entry.name))
            for entry in to_run
        }
        while waiting:
            pause = (letters_at - _now_of(fleet)).total_seconds() if letters_at else None
            done, waiting = wait(waiting, timeout=pause, return_when=FIRST_COMPLETED)
            if letters_at and waiting and _now_of(fleet) >= letters_at:
                letters_at = None
                send()
            for record in filter(None, (future.result() for future in done)):
                yield record, len(waiting)


def _unless_taken(
    runner: Runner, entry: FleetPlan, today: date, before: Record | None
) -> Record | None:
    """The plan's record; None for one that a worker is at."""
    try:
        return runner.run(entry, today, before)
    except PlanLocked:
        return None


def _letters_at(fleet: Fleet) -> datetime | None:
    """When letters go though plans are not read yet; None for a run that begins after that."""
    at = fleet.config.settings.letters_at
    moment = datetime.combine(_now_of(fleet).date(), at, tzinfo=fleet.now.tzinfo) if at else None
    return moment if moment and moment > _now_of(fleet) else None


def _now_of(fleet: Fleet) -> datetime:
    return datetime.now(fleet.now.tzinfo)
