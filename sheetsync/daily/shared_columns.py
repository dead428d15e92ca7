"""Adds our columns to the plan tab of a shared sheet, mends them and removes them."""

from collections.abc import Callable, Collection

from sheetsync.daily.job import Job
from sheetsync.daily.reading import read
from sheetsync.daily.run import show
from sheetsync.errors import WorkbookError
from sheetsync.model import Act, SetUp
from sheetsync.plan.columns import find_header
from sheetsync.summary.control import KEY, NAME
from sheetsync.summary.plan_columns import CHOICES, plan_columns
from sheetsync.summary.plan_sheet import STATUS_HEADER
from sheetsync.workbooks.google.lookups import LOOKUP, STATUS
from sheetsync.workbooks.google.setup import Work, plan_removal, plan_work
from sheetsync.workbooks.google.staff_tab import StaffTab, StaffTabSeen
from sheetsync.workbooks.google.workbook import GoogleWorkbook

_ADDED = {Act.ADD_STATUS: STATUS, Act.ADD_LOOKUP: LOOKUP}
_TRIES = 4


def add_columns(job: Job, book: GoogleWorkbook, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing and, to `repair`, mend what people broke.

    Our tabs are written first where the look-up column would have nothing to read. Raises
    PlanError where there is no plan, WorkbookError where the tab is protected.
    """
    reading = read(job)
    tab = book.staff_tab(reading.agenda.plan.tab)
    if not dry_run and KEY not in tab.look().ours:
        show(job, reading)

    def decide(there: StaffTabSeen, mend: Collection[str]) -> Work:
        header = find_header(there.grid, job.config.synonyms)
        control = there.ours.get(KEY, NAME)
        wanted = plan_columns(header.columns(), control=control)
        return plan_work(there, wanted, spreadsheet=tab.spreadsheet, mend=mend)

    first = decide(tab.look(), (STATUS, LOOKUP) if repair else ())
    if not dry_run:
        # Somebody may have moved the plan's columns since the look, and the formula names them.
        fresh = {_ADDED[step.act] for step in first.steps if step.act in _ADDED}
        mend = (STATUS, LOOKUP) if repair else fresh
        _carry_out(tab, first, lambda there: decide(there, mend))
    return SetUp(steps=first.steps, flaws=first.flaws)


def remove_columns(job: Job, book: GoogleWorkbook, *, dry_run: bool) -> SetUp:
    """Remove what `add_columns` added, and nothing else.

    Raises WorkbookError where people wrote into the look-up column.
    """
    tab = book.staff_tab(book.read(job.config.settings.plan.tab).title)

    def decide(there: StaffTabSeen) -> Work:
        return plan_removal(there, header=STATUS_HEADER, choices=CHOICES)

    first = decide(tab.look())
    if not dry_run:
        _carry_out(tab, first, decide)
    return SetUp(steps=first.steps)


def _carry_out(tab: StaffTab, work: Work, decide: Callable[[StaffTabSeen], Work]) -> None:
    """Write and look again, until a look finds nothing left to do."""
    error: WorkbookError | None = None
    for _ in range(_TRIES):
        if not work.requests:
            break
        error = tab.apply(work.requests)
        done, work = work, decide(tab.look())
        if error is None and work.requests == done.requests:
            return  # Google keeps what was written, in a spelling of its own
    if work.requests:
        raise error or WorkbookError(
            f"Столбцы листа «{tab.title}» двигают прямо сейчас. Повторите, когда правка закончится."
        )
