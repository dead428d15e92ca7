"""The command `setup-sheet`: the one way by which anything of ours gets onto the plan tab.

All of the feature but the command's options lives in this folder; others import only this module.
"""

from sheetsync.daily.job import Job
from sheetsync.daily.plan_reading import plan_table
from sheetsync.errors import UsageError
from sheetsync.languages import _, load_language
from sheetsync.plan.table import PlanTable
from sheetsync.setup_sheet.shared import add_columns, remove_columns
from sheetsync.setup_sheet.steps import Act, SetUp, Step, lines_of
from sheetsync.setup_sheet.wanted import plan_columns
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from sheetsync.workbooks.xlsx.setup import StatusColumn, add_status_column, free_column

__all__ = ["SetUp", "lines_of", "set_up", "take_back"]


def set_up(job: Job, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing at the right end of each plan tab; to `repair`, mend what was there.

    A file gets only the status column. Raises PlanError where there is no plan to read,
    WorkbookError where it cannot be changed.
    """
    book = job.workbook
    if isinstance(book, GoogleWorkbook):
        return add_columns(job, book, repair=repair, dry_run=dry_run)
    return _add_to_file(job, dry_run=dry_run)


def take_back(job: Job, *, dry_run: bool) -> SetUp:
    """Remove from a shared sheet what `set_up` added. Raises UsageError for a plan in a file."""
    book = job.workbook
    if isinstance(book, GoogleWorkbook):
        return remove_columns(job, book, dry_run=dry_run)
    raise UsageError(
        _(
            "Only a Google Sheet can be undone. The file got one column of marks: if it is "
            "not wanted, delete it in your own program."
        )
    )


def _add_to_file(job: Job, *, dry_run: bool) -> SetUp:
    """Add it right of all that stands on each tab of the plan, unless that has one.

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


def _steps(job: Job, table: PlanTable, *, dry_run: bool) -> tuple[Step, ...]:
    language = load_language(job.config.settings.plan.language)
    wanted = plan_columns(table.header.columns(), control="", language=language)
    if not wanted.status:
        return ()
    path, column = (
        job.config.workbook,
        StatusColumn(
            title=table.tab,
            row=wanted.row + 1,
            header=wanted.status,
            choices=wanted.choices,
            advice=wanted.advice,
        ),
    )
    if dry_run:
        spot = free_column(path, column)
    else:
        spot = add_status_column(path, column, today=job.today)
    acts = (Act.ADD_STATUS, Act.OUTSIDE_FILTER) if spot.filtered else (Act.ADD_STATUS,)
    return tuple(Step(act=act, column=spot.letters) for act in acts)
