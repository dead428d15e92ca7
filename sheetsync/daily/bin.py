"""Looks whether the plan lies in the bin, where everything works but nobody edits any more."""

from datetime import timedelta

from sheetsync.daily.job import Job
from sheetsync.daily.plan_reading import Reading
from sheetsync.errors import WorkbookError
from sheetsync.languages import _

# A plan that somebody edits lies in no bin, and a day is to cost one read and one write: asking
# Drive is one request more.
_QUIET = timedelta(days=14)
_MONDAY = 0


def binned(job: Job) -> tuple[WorkbookError, ...]:
    """The error for a workbook in the bin."""
    if not job.workbook.is_binned():
        return ()
    error = WorkbookError(
        _(
            "The sheet {place} lies in the bin of the Drive and will be gone 30 days after "
            "it was deleted. Restore it, or give the address of the one where the plan is "
            "kept now.",
            place=job.workbook.place,
        )
    )
    return (error,)


def binned_by_now(job: Job, reading: Reading) -> tuple[WorkbookError, ...]:
    """The same for the daily run, which asks only on Mondays, and only after two quiet weeks."""
    since = reading.history.since.values()
    is_quiet = bool(since) and max(since) <= job.today - _QUIET and not reading.changes
    return binned(job) if is_quiet and job.today.weekday() == _MONDAY else ()
