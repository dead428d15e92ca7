"""One plan on one day, and how a folder's is opened: its files, its memory, its workbook."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from sheetsync.config import Config, load_config
from sheetsync.model.frozen import frozen
from sheetsync.ops.lock import held
from sheetsync.state.place import store_path
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

if TYPE_CHECKING:
    from sheetsync.state.store import Store
    from sheetsync.workbooks.google.client import SheetsClient
    from sheetsync.workbooks.google.workbook import GoogleWorkbook

PLAN = "plan"
"""What a folder's one plan is called in its store."""
Connect: TypeAlias = "Callable[[Path | None, bool], tuple[SheetsClient, str]]"
"""Opens a client of Google for a key file; True where somebody waits for the answer."""


@frozen
class Job:
    """`now` is the time of the run in the plan's zone; `name` is the plan's in the store.

    `pretended` says that the day is not the real one, `posts_later` that whoever runs many plans
    sends its letters after them all.
    """

    config: Config
    workbook: Workbook
    store: "Store"
    now: datetime
    name: str = PLAN
    pretended: bool = False
    posts_later: bool = False

    @property
    def redirected(self) -> bool:
        """True in a trial, where all letters go to one address."""
        return bool(self.config.settings.mail.redirect_to)

    def recipient_of(self, address: str) -> str:
        """The mailbox that a letter for the address goes to: another one only in a trial."""
        return self.config.settings.mail.redirect_to or address

    @property
    def scope(self) -> str:
        """Which letters count as told: "" for those that are really sent to their addressees.

        Letters that are redirected, or written into files because no server is named, reach
        nobody: each such rehearsal counts only its own.
        """
        names = ("redirect" if self.redirected else "", "" if self.config.mail_server else "files")
        return "+".join(filter(None, names))

    @property
    def today(self) -> date:
        """The civil day in the plan's zone."""
        return self.now.date()


def _connect(key: Path | None, attended: bool) -> "tuple[SheetsClient, str]":
    # gspread takes 0.4 s to import, which plans in files need not wait for.
    from sheetsync.workbooks.google.access import open_client

    return open_client(key, attended=attended)


@contextmanager
def opened_job(
    folder: Path,
    day: date | None = None,
    *,
    writes: bool = False,
    attended: bool = True,
    connect: Connect = _connect,
) -> Iterator[Job]:
    """The plan of a folder at this time, or at this time of `day`; locked where it `writes`.

    Without `writes` nothing is left behind, not even an empty memory. If somebody waits for the
    answer (`attended`), Google is given less time than in a run at night; `connect` makes its
    client. Raises ConfigError for missing or wrong files of the folder, and what opening the
    memory or taking the lock raises.
    """
    config = load_config(folder)
    plan = config.settings.plan
    now = datetime.now(ZoneInfo(plan.timezone))
    then = datetime.combine(day, now.timetz()) if day else now
    # A shared database tells plans apart by their folders; a file holds only one.
    name = folder.resolve().name if config.database else PLAN
    with ExitStack() as stack:
        if config.database:
            opened = _opened_shared_store(config.database, name, writes=writes)
        else:
            opened = _opened_store(store_path(folder), now, writes=writes)
        store = stack.enter_context(opened)
        job = Job(
            config=config,
            workbook=XlsxWorkbook(config.workbook, today=then.date(), language=plan.language),
            store=store,
            now=then,
            name=name,
            pretended=then.date() != now.date(),
        )
        if plan.spreadsheet:
            client, account = connect(config.google_key, attended)
            shared = _google(job, client, account, remembers=writes)
            job = replace(job, workbook=stack.enter_context(shared))
        yield job


@contextmanager
def _opened_store(path: Path, now: datetime, *, writes: bool) -> Iterator["Store"]:
    """The store in the plan's own file, or an empty temporary one."""
    from sheetsync.state.store import open_store

    with ExitStack() as stack:
        # Before the store is opened: a lock keeps two runs apart, SQLite only their transactions.
        if writes:
            stack.enter_context(held(path.with_suffix(".lock"), now=now))
        elif not path.exists():
            from tempfile import TemporaryDirectory

            path = Path(stack.enter_context(TemporaryDirectory())) / path.name
        yield stack.enter_context(open_store(path))


@contextmanager
def _opened_shared_store(url: str, name: str, *, writes: bool) -> Iterator["Store"]:
    """The plan's part of the fleet's database."""
    from sheetsync.state.postgres import claimed
    from sheetsync.state.store import open_shared_store

    with ExitStack() as stack:
        if writes:
            stack.enter_context(claimed(url, plan_claim(name)))
        yield stack.enter_context(open_shared_store(url, name))


def plan_claim(name: str) -> str:
    """What the claim on a plan is called."""
    return f"plan {name}"


@contextmanager
def _google(
    job: Job, client: "SheetsClient", account: str, *, remembers: bool
) -> Iterator["GoogleWorkbook"]:
    """A shared spreadsheet; the places of its tabs are stored at the end, if it `remembers`."""
    from sheetsync.workbooks.google.workbook import GoogleWorkbook

    with job.store.reading(alone=True) as records:
        known = records.places(job.name)
    places = dict(known)
    spreadsheet = job.config.settings.plan.spreadsheet
    try:
        yield GoogleWorkbook(spreadsheet, client, places=places, account=account)
    finally:
        # A write that says nothing new would only wait for the disk.
        if remembers and places != known:
            with job.store.writing() as transaction:
                transaction.keep_places(job.name, places)
