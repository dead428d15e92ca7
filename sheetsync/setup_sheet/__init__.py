"""The command `setup-sheet`: the one way by which anything of ours gets onto the plan tab.

All of the feature but the command's options lives in this folder; others import only this module.
"""

from sheetsync.daily.job import Job
from sheetsync.errors import UsageError
from sheetsync.languages import _
from sheetsync.setup_sheet.file import add_column
from sheetsync.setup_sheet.shared import add_columns, remove_columns
from sheetsync.setup_sheet.steps import SetUp, lines_of
from sheetsync.summary.plan_sheet import STATUS_HEADER
from sheetsync.workbooks.google.workbook import GoogleWorkbook

__all__ = ["SetUp", "lines_of", "set_up", "take_back"]


def set_up(job: Job, *, repair: bool, dry_run: bool) -> SetUp:
    """Add what is missing at the right end of the plan tab; to `repair`, mend what was there.

    A file gets only the status column. Raises PlanError where there is no plan to read,
    WorkbookError where it cannot be changed, UsageError for a plan on several tabs.
    """
    if job.config.settings.plan.tabs is not None:
        raise UsageError(
            _(
                "The plan is on several tabs, and setup-sheet prepares only one. Write the header "
                "“{header}” into a free column of each tab yourself: marks are read below it.",
                header=STATUS_HEADER,
            )
        )
    book = job.workbook
    if isinstance(book, GoogleWorkbook):
        return add_columns(job, book, repair=repair, dry_run=dry_run)
    return add_column(job, dry_run=dry_run)


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
