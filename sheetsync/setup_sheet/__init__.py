"""The command `setup-sheet`: the only code that adds anything to the plan tab.

All of the feature but the command's options lives in this folder; others import only this module.
A file gets one column at once. On a shared sheet people type meanwhile, so each round looks,
decides, and sends one batch that Google refuses where the look was outdated:

    wanted     what is to stand beside the plan
    staff_tab  looks at the plan's tabs, and applies requests
    decisions  what to add, mend or remove; `mends` finds what people broke
    copies     keeps what people typed into a column between the look and the batch
    steps      each step in words
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from sheetsync.config.schema import PlanSection
from sheetsync.daily.gathering import load_history
from sheetsync.daily.job import Job
from sheetsync.daily.plan_context import party_test
from sheetsync.daily.plan_reading import plan_table, reading_of, table_of
from sheetsync.daily.tabs import show
from sheetsync.errors import UsageError, WorkbookError
from sheetsync.languages import load_language
from sheetsync.plan.columns import find_header
from sheetsync.plan.table import PlanTable
from sheetsync.plan.tabs import tab_header
from sheetsync.setup_sheet.decisions import Work, finish_copies, plan_move, plan_removal, plan_work
from sheetsync.setup_sheet.staff_tab import StaffTabSeen, apply, look
from sheetsync.setup_sheet.steps import Act, SetUp, SetUpStep, lines_of
from sheetsync.setup_sheet.wanted import plan_columns
from sheetsync.summary.control import KEY, NAME
from sheetsync.workbooks.google.own_columns import LOOKUP, STATUS
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from sheetsync.workbooks.xlsx.status_column import StatusColumn, add_status_column, free_column

__all__ = ["SetUp", "lines_of", "set_up", "take_back"]

Tabs: TypeAlias = tuple[StaffTabSeen, ...]
_ADDED = {Act.ADD_STATUS: STATUS, Act.ADD_LOOKUP: LOOKUP}
_REMOVED = {Act.LEAVE_STATUS: Act.REMOVE_STATUS, Act.LEAVE_LOOKUP: Act.REMOVE_LOOKUP}
_TRIES = 10  # each of six edits of people's meanwhile, and what was set aside for them


def set_up(job: Job, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing at the right end of each plan tab; to `repair`, mend what was there.

    A file gets only the status column. Raises PlanError where there is no plan to read,
    WorkbookError where it cannot be changed.
    """
    book = job.workbook
    if isinstance(book, GoogleWorkbook):
        return _add_columns(job, book, repair=repair, dry_run=dry_run)
    return _add_to_file(job, dry_run=dry_run)


def take_back(job: Job, *, dry_run: bool) -> SetUp:
    """Remove from a shared sheet what `set_up` added. Raises UsageError for a plan in a file."""
    book = job.workbook
    if isinstance(book, GoogleWorkbook):
        return _remove_columns(job, book, dry_run=dry_run)
    raise UsageError(
        "Only a Google Sheet can be undone. Where a file got a column of marks that is not "
        "wanted, delete it in your own program."
    )


def _add_to_file(job: Job, *, dry_run: bool) -> SetUp:
    """Add a status column at the right end of each tab of the plan that has none.

    Raises WorkbookError where the file is open elsewhere or cannot be written.
    """
    table = plan_table(job)
    if not table.tabs:
        return SetUp(steps=_steps(job, table, dry_run=dry_run))
    return SetUp(
        steps=tuple(
            step.on(one.tab)
            for one in (table, *table.tabs)
            for step in _steps(job, one, dry_run=dry_run)
        )
    )


def _steps(job: Job, table: PlanTable, *, dry_run: bool) -> tuple[SetUpStep, ...]:
    language = load_language(job.config.settings.plan.language)
    wanted = plan_columns(table.header.columns(), control="", language=language)
    if not wanted.status:
        return ()
    path = job.config.workbook
    column = StatusColumn(
        title=table.tab,
        row=wanted.row + 1,
        header=wanted.status,
        choices=wanted.choices,
        advice=wanted.advice,
    )
    if dry_run:
        spot = free_column(path, column)
    else:
        spot = add_status_column(
            path, column, today=job.today, language=job.config.settings.plan.language
        )
    acts = (Act.ADD_STATUS, Act.OUTSIDE_FILTER) if spot.filtered else (Act.ADD_STATUS,)
    return tuple(SetUpStep(act=act, column=spot.letters) for act in acts)


def _add_columns(job: Job, book: GoogleWorkbook, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing on each tab of the plan and, to `repair`, mend what people broke.

    Our tabs are written first where the look-up column would have nothing to read. Raises
    PlanError where there is no plan, WorkbookError where a tab is protected.
    """
    config, settings = job.config, job.config.settings.plan
    language = load_language(settings.language)
    name = language.gettext(NAME)
    looked = look(book, settings)
    table = table_of([one.grid for one in looked], config)
    titles = {one.tab for one in (table, *table.tabs)}
    tabs = tuple(one for one in looked if one.grid.title in titles)
    if not dry_run and KEY not in tabs[0].ours:
        show(job, reading_of(job, table, load_history(job)))
        ours = {KEY: book.own_title(KEY) or name}
        tabs = tuple(replace(one, ours={**one.ours, **ours}) for one in tabs)

    fresh: defaultdict[int, set[str]] = defaultdict(set)
    is_party = party_test(config)  # on its tab, a column of parties may be missing

    def decide(there: StaffTabSeen) -> Work:
        added = fresh[there.id]
        if settings.tabs is None:
            columns = find_header(there.grid, config.column_rules).columns()
        else:
            columns = tab_header(there.grid, config.column_rules, is_party=is_party).columns()
        # As the keys on «Контроль»: they end with the tab where the plan has several.
        columns = replace(columns, tab=there.grid.title if len(tabs) > 1 else "")
        control = there.ours.get(KEY, name)
        wanted = plan_columns(columns, control=control, language=language)
        # Somebody may have moved the plan's columns since the look, and the formula names them.
        work = plan_work(there, wanted, mend=(STATUS, LOOKUP) if repair else added)
        # First of all a new column leaves what it made wider.
        astray = plan_move(there, added) if added else []
        added.update(_ADDED[step.act] for step in work.steps if step.act in _ADDED)
        return replace(work, requests=astray) if astray else work

    return _carried_out(book, settings, tabs, decide, dry_run=dry_run)


def _remove_columns(job: Job, book: GoogleWorkbook, *, dry_run: bool) -> SetUp:
    """Remove what `_add_columns` added, and nothing else.

    Raises WorkbookError where people wrote into the look-up column.
    """
    settings = job.config.settings.plan
    return _carried_out(book, settings, look(book, settings), plan_removal, dry_run=dry_run)


def _carried_out(
    book: GoogleWorkbook,
    settings: PlanSection,
    tabs: Tabs,
    decide: Callable[[StaffTabSeen], Work],
    *,
    dry_run: bool,
) -> SetUp:
    """Write and look again, until a look finds nothing left to do; all tabs in one request."""
    rounds = {tab.id: _Rounds(decide) for tab in tabs}
    sent: dict[int, Requests] = {}
    error: WorkbookError | None = None
    for _attempt in range(_TRIES):
        works = {tab.id: _next_work(rounds[tab.id], tab, several=len(rounds) > 1) for tab in tabs}
        # Google keeps what was written in a spelling of its own: to write it again changes nothing.
        left = {
            tab_id: work
            for tab_id, work in works.items()
            if work.requests and (error or work.requests != sent.get(tab_id))
        }
        if dry_run or not left:
            return _outcome(rounds, tabs)
        sent |= {tab_id: work.requests for tab_id, work in left.items() if not work.copies}
        # In one batch, of which Google applies all or nothing: no tab is left without the others.
        requests = [request for work in left.values() for request in work.requests]
        outcome = apply(book, requests, tabs)
        error = outcome if isinstance(outcome, WorkbookError) else None
        now = look(book, settings) if isinstance(outcome, WorkbookError) else outcome
        tabs = tuple(tab for tab in now if tab.id in rounds)
    raise error or WorkbookError(
        "The columns of the tab “{title}” are being moved right now. Try again when that is over.",
        title=", ".join(tab.grid.title for tab in tabs),
    )


def _next_work(rounds: "_Rounds", there: StaffTabSeen, *, several: bool) -> Work:
    try:
        return rounds.next(there)
    except WorkbookError as error:
        if not several:
            raise
        raise WorkbookError("Tab “{tab}”: {why}", tab=there.grid.title, why=error) from error


def _outcome(rounds: Mapping[int, "_Rounds"], tabs: Tabs) -> SetUp:
    done = [(one.grid.title, rounds[one.id].outcome) for one in tabs]
    if len(done) == 1:
        return done[0][1]
    return SetUp(
        steps=tuple(step.on(title) for title, outcome in done for step in outcome.steps),
        flaws=tuple(flaw.on(title) for title, outcome in done for flaw in outcome.flaws),
    )


class _Rounds:
    """The work found in each round, and the steps to report."""

    def __init__(self, decide: Callable[[StaffTabSeen], Work]) -> None:
        self._decide = decide
        self._first: Work | None = None
        self._kept: tuple[SetUpStep, ...] = ()
        self._finishing: tuple[SetUpStep, ...] = ()
        self._shown: set[str] = set()

    def next(self, there: StaffTabSeen) -> Work:
        """What to do now; copies of columns go first."""
        # Of all looks: once the formula is overwritten nothing tells any more what was its own.
        self._shown.update(there.spilled())
        finishing = finish_copies(there, self._shown)
        if finishing:
            # Copies that are still there were not finished: those steps are told once.
            self._finishing = finishing.steps
            return finishing
        self._kept, self._finishing = (*self._kept, *self._finishing), ()
        work = self._decide(there)
        self._first = self._first or work
        return work

    @property
    def outcome(self) -> SetUp:
        """The first look's steps; of a column that was to go and stayed, only that it stayed."""
        steps = self._first.steps if self._first else ()
        kept = (*self._kept, *self._finishing)
        stayed = {_REMOVED[step.act] for step in kept if step.act in _REMOVED}
        left = [step for step in steps if step.act not in stayed]
        more = [step for step in kept if step not in left]
        return SetUp(steps=(*left, *more), flaws=self._first.flaws if self._first else ())
