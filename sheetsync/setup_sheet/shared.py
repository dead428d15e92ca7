"""Adds our columns to the plan tab of a shared sheet, mends them and removes them."""

from collections.abc import Callable
from dataclasses import replace

from sheetsync.daily.gathering import gather
from sheetsync.daily.job import Job
from sheetsync.daily.reading import reading_of
from sheetsync.daily.run import show
from sheetsync.errors import WorkbookError
from sheetsync.languages import _, load_language
from sheetsync.plan.columns import find_header
from sheetsync.plan.table import read_table
from sheetsync.setup_sheet.decisions import (
    Work,
    plan_move,
    plan_removal,
    plan_work,
    settlement,
)
from sheetsync.setup_sheet.staff_tab import StaffTabSeen, apply, look
from sheetsync.setup_sheet.steps import Act, SetUp, Step
from sheetsync.setup_sheet.wanted import plan_columns
from sheetsync.summary.control import KEY, NAME
from sheetsync.workbooks.google.batch import Requests
from sheetsync.workbooks.google.lookups import LOOKUP, STATUS
from sheetsync.workbooks.google.workbook import GoogleWorkbook

_ADDED = {Act.ADD_STATUS: STATUS, Act.ADD_LOOKUP: LOOKUP}
_REMOVED = {Act.LEAVE_STATUS: Act.REMOVE_STATUS, Act.LEAVE_LOOKUP: Act.REMOVE_LOOKUP}
_TRIES = 10  # each of six edits of people's meanwhile, and what was set aside for them


def add_columns(job: Job, book: GoogleWorkbook, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing and, to `repair`, mend what people broke.

    Our tabs are written first where the look-up column would have nothing to read. Raises
    PlanError where there is no plan, WorkbookError where the tab is protected.
    """
    told_as = job.config.settings.plan.one_tab
    language = load_language(job.config.settings.plan.language)
    name = language.gettext(NAME)
    there = look(book, told_as)
    reading = reading_of(job, read_table(there.grid, job.config.synonyms), gather(job))
    if not dry_run and KEY not in there.ours:
        show(job, reading)
        there = replace(there, ours={**there.ours, KEY: book.own_title(KEY) or name})

    fresh: set[str] = set()

    def decide(there: StaffTabSeen) -> Work:
        header = find_header(there.grid, job.config.synonyms)
        control = there.ours.get(KEY, name)
        wanted = plan_columns(header.columns(), control=control, language=language)
        # Somebody may have moved the plan's columns since the look, and the formula names them.
        work = plan_work(there, wanted, mend=(STATUS, LOOKUP) if repair else fresh)
        # First of all a new column leaves what it made wider.
        astray = plan_move(there, fresh) if fresh else []
        fresh.update(_ADDED[step.act] for step in work.steps if step.act in _ADDED)
        return replace(work, requests=astray) if astray else work

    return _carried_out(book, told_as, there, decide, dry_run=dry_run)


def remove_columns(job: Job, book: GoogleWorkbook, *, dry_run: bool) -> SetUp:
    """Remove what `add_columns` added, and nothing else.

    Raises WorkbookError where people wrote into the look-up column.
    """
    told_as = job.config.settings.plan.one_tab
    there = look(book, told_as)
    return _carried_out(book, told_as, there, plan_removal, dry_run=dry_run)


def _carried_out(
    book: GoogleWorkbook,
    told_as: str,
    there: StaffTabSeen,
    decide: Callable[[StaffTabSeen], Work],
    *,
    dry_run: bool,
) -> SetUp:
    """Write and look again, until a look finds nothing left to do."""
    course = _Course(decide)
    sent: Requests = []
    error: WorkbookError | None = None
    for _attempt in range(_TRIES):
        work = course.next(there)
        # Google keeps what was written in a spelling of its own: to write it again changes nothing.
        is_done = not work.requests or (error is None and work.requests == sent)
        if dry_run or is_done:
            return course.outcome
        sent = sent if work.settles else work.requests
        outcome = apply(book, work.requests, there)
        error = outcome if isinstance(outcome, WorkbookError) else None
        there = look(book, told_as) if isinstance(outcome, WorkbookError) else outcome
    raise error or WorkbookError(
        _(
            "The columns of the tab “{title}” are being moved right now. Try again when "
            "that is over.",
            title=there.grid.title,
        )
    )


class _Course:
    """What is to be done at each look, and what people are told of it all."""

    def __init__(self, decide: Callable[[StaffTabSeen], Work]) -> None:
        self._decide = decide
        self._first: Work | None = None
        self._kept: tuple[Step, ...] = ()
        self._settling: tuple[Step, ...] = ()
        self._shown: set[str] = set()

    def next(self, there: StaffTabSeen) -> Work:
        """What to do now; copies of columns go first."""
        # Of all looks: once the formula is overwritten nothing tells any more what was its own.
        self._shown.update(there.spilled())
        settling = settlement(there, self._shown)
        if settling:
            # Copies that are still there were not settled: those steps are told once.
            self._settling = settling.steps
            return settling
        self._kept, self._settling = (*self._kept, *self._settling), ()
        work = self._decide(there)
        self._first = self._first or work
        return work

    @property
    def outcome(self) -> SetUp:
        """The first look's steps; of a column that was to go and stayed, only that it stayed."""
        steps = self._first.steps if self._first else ()
        kept = (*self._kept, *self._settling)
        stayed = {_REMOVED[step.act] for step in kept if step.act in _REMOVED}
        left = [step for step in steps if step.act not in stayed]
        more = [step for step in kept if step not in left]
        return SetUp(steps=(*left, *more), flaws=self._first.flaws if self._first else ())
