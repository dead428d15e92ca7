"""Adds the status column to a plan in a file."""

from sheetsync.daily.job import Job
from sheetsync.daily.reading import plan_table
from sheetsync.setup_sheet.steps import Act, SetUp, Step
from sheetsync.setup_sheet.wanted import ADVICE, CHOICES
from sheetsync.summary.plan_sheet import STATUS_HEADER
from sheetsync.workbooks.xlsx.column import StatusColumn
from sheetsync.workbooks.xlsx.setup import add_status_column, free_column


def add_column(job: Job, *, dry_run: bool) -> SetUp:
    """Add it right of all that stands on the plan's sheet, unless the plan has one.

    Raises WorkbookError where the file is open elsewhere or cannot be written.
    """
    path = job.config.workbook
    table = plan_table(job)
    if "status" in table.header.fields:
        return SetUp(steps=())
    wanted = StatusColumn(
        title=table.tab,
        row=table.header.index + 1,
        header=STATUS_HEADER,
        choices=CHOICES,
        advice=ADVICE,
    )
    if dry_run:
        spot = free_column(path, wanted)
    else:
        spot = add_status_column(path, wanted, today=job.today)
    acts = (Act.ADD_STATUS, Act.OUTSIDE_FILTER) if spot.filtered else (Act.ADD_STATUS,)
    return SetUp(steps=tuple(Step(act=act, column=spot.letters) for act in acts))
