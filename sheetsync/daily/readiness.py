"""Whether a run is still wanted, when its letters go, and what it lacks."""

from collections.abc import Iterator
from datetime import date, timedelta

from sheetsync.daily.job import Job
from sheetsync.daily.plan_context import workdays_of
from sheetsync.daily.plan_reading import Reading
from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.languages import _, active
from sheetsync.model import Plan

# A plan that somebody edits lies in no bin, and a day is to cost one read and one write: asking
# Drive is one request more.
_QUIET = timedelta(days=14)
_MONDAY = 0


def is_over(job: Job) -> bool:
    """Whether the plan is no longer run.

    A plan is run until a month after its end, 31 January (`help policy`: A plan of another). One
    whose first run came later is looked at on purpose.
    """
    last = job.config.settings.plan.period.closed
    if job.today <= last:
        return False
    with job.store.reading() as records:
        known = records.days(job.name)
    return bool(known) and known[0] <= last


def ended_words(job: Job) -> str:
    """That the plan is no longer run, and how to go on; "" if it is run."""
    if not is_over(job):
        return ""
    period = job.config.settings.plan.period
    return _(
        "The plan of {year} is over: after {day_words} the program no longer follows it, "
        "nothing was done today. The next year's plan: sheetsync rollover --year {year2}. To "
        "go on with the old one: sheetsync run --accept.",
        year=period.label,
        day_words=active().day(period.closed),
        year2=period.following.starts.year,
    )


def letter_day(job: Job) -> date:
    """The job's day, or the next one on which letters may go (`help policy`: Letters)."""
    adopted = job.config.settings.plan.asks_from or job.today
    return workdays_of(job.config).first_from(max(job.today, adopted))


def marks_words(plan: Plan) -> str:
    """That the plan has no column for marks, and what to do; "" if it has one."""
    if plan.takes_marks:
        return ""
    return _(
        "No column is for marks, so nothing can be marked as done: “sheetsync setup-sheet” adds "
        "one. If marks stand in another column, put its header into columns.toml, [status]"
    )


def lacking(job: Job) -> Iterator[ConfigError]:
    """What keeps letters from being sent: the password, the certificates.

    The key of a shared sheet is not among it: nothing at all is read without it.
    """
    server = job.config.mail_server
    if server and server.login:
        from sheetsync.mail.password import read_password

        try:
            read_password(job.config.password_file)
        except ConfigError as error:
            yield error
    if server and server.certificates:
        from sheetsync.mail.smtp import check_certificates

        try:
            check_certificates(server)
        except ConfigError as error:
            yield error


def binned(job: Job) -> Iterator[WorkbookError]:
    """The error for a workbook in the bin."""
    if job.workbook.is_binned():
        yield WorkbookError(
            "The sheet {place} lies in the bin of the Drive and will be gone 30 days after "
            "it was deleted. Restore it, or give the address of the one where the plan is "
            "kept now.",
            place=job.workbook.place,
        )


def binned_by_now(job: Job, reading: Reading) -> Iterator[WorkbookError]:
    """As `binned`, for the daily run: it asks only on Mondays, and only after two quiet weeks."""
    since = reading.history.since.values()
    is_quiet = bool(since) and max(since) <= job.today - _QUIET and not reading.changes
    if is_quiet and job.today.weekday() == _MONDAY:
        yield from binned(job)
