"""Adds our columns to the plan tab of a shared sheet, mends them and removes them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from sheetsync.daily.job import Job
from sheetsync.daily.reading import reading_of
from sheetsync.daily.run import show
from sheetsync.errors import WorkbookError
from sheetsync.languages import load_language
from sheetsync.model import Act, SetUp
from sheetsync.plan.columns import find_header
from sheetsync.plan.table import read_table
from sheetsync.summary.control import KEY, NAME
from sheetsync.summary.plan_columns import CHOICES, plan_columns
from sheetsync.summary.plan_sheet import STATUS_HEADER
from sheetsync.workbooks.google.lookups import LOOKUP, STATUS
from sheetsync.workbooks.google.setup import Work, plan_move, plan_removal, plan_work
from sheetsync.workbooks.google.staff_tab import StaffTabSeen
from sheetsync.workbooks.google.workbook import GoogleWorkbook

_ADDED = {Act.ADD_STATUS: STATUS, Act.ADD_LOOKUP: LOOKUP}
_TRIES = 6


def add_columns(job: Job, book: GoogleWorkbook, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing and, to `repair`, mend what people broke.

    Our tabs are written first where the look-up column would have nothing to read. Raises
    PlanError where there is no plan, WorkbookError where the tab is protected.
    """
    there = book.look(job.config.settings.plan.tab)
    name = load_language(job.config.settings.plan.language).gettext(NAME)
    reading = reading_of(job, read_table(there.grid, job.config.synonyms))
    if not dry_run and KEY not in there.ours:
        show(job, reading)
        there = replace(there, ours={**there.ours, KEY: book.own_title(KEY) or name})

    def decide(there: StaffTabSeen, mend: Collection[str]) -> Work:
        header = find_header(there.grid, job.config.synonyms)
        control = there.ours.get(KEY, name)
        wanted = plan_columns(header.columns(), control=control)
        return plan_work(there, wanted, mend=mend)

    first = decide(there, (STATUS, LOOKUP) if repair else ())
    if not dry_run:
        # Somebody may have moved the plan's columns since the look, and the formula names them.
        fresh = {_ADDED[step.act] for step in first.steps if step.act in _ADDED}
        mend = (STATUS, LOOKUP) if repair else fresh
        tab = _Tab(book=book, told_as=job.config.settings.plan.tab, there=there)
        _carry_out(tab, first, lambda now: _again(now, fresh, decide(now, mend)))
    return SetUp(steps=first.steps, flaws=first.flaws)


def _again(there: StaffTabSeen, fresh: Collection[str], work: Work) -> Work:
    """What is left to do; first of all a new column leaves what it made wider."""
    astray = plan_move(there, fresh)
    return replace(work, requests=astray) if astray else work


def remove_columns(job: Job, book: GoogleWorkbook, *, dry_run: bool) -> SetUp:
    """Remove what `add_columns` added, and nothing else.

    Raises WorkbookError where people wrote into the look-up column.
    """
    there = book.look(job.config.settings.plan.tab)

    def decide(there: StaffTabSeen) -> Work:
        return plan_removal(there, header=STATUS_HEADER, choices=CHOICES)

    first = decide(there)
    if not dry_run:
        tab = _Tab(book=book, told_as=job.config.settings.plan.tab, there=there)
        _carry_out(tab, first, decide)
    return SetUp(steps=first.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tab:
    """The plan tab as it was seen, and the title by which the settings tell it."""

    book: GoogleWorkbook
    told_as: str
    there: StaffTabSeen


def _carry_out(tab: _Tab, work: Work, decide: Callable[[StaffTabSeen], Work]) -> None:
    """Write and look again, until a look finds nothing left to do."""
    there = tab.there
    error: WorkbookError | None = None
    for _ in range(_TRIES):
        if not work.requests:
            return
        outcome = tab.book.staff_tab(there.grid.title).apply(work.requests, there)
        error = outcome if isinstance(outcome, WorkbookError) else None
        there = tab.book.look(tab.told_as) if isinstance(outcome, WorkbookError) else outcome
        done, work = work, decide(there)
        if error is None and work.requests == done.requests:
            return  # Google keeps what was written, in a spelling of its own
    if work.requests:
        raise error or WorkbookError(
            _(
                "The columns of the tab “{title}” are being moved right now. Try again when "
                "that is over.",
                title=there.grid.title,
            )
        )
