"""How the daily job stands: its last runs, what waits, when the next is due, whether it is late."""

from collections import Counter
from datetime import date, datetime, timedelta

from sheetsync.config.schema import JobSection
from sheetsync.daily.job import Job, plan_claim
from sheetsync.daily.plan_context import workdays_of
from sheetsync.daily.readiness import is_over
from sheetsync.model import LetterState, RunRecord
from sheetsync.model.frozen import frozen
from sheetsync.ops.lock import is_held
from sheetsync.plan.workdays import Workdays
from sheetsync.state.place import store_path

_SHOWN = 10
_OPEN = (LetterState.PENDING, LetterState.DEFERRED, LetterState.DATA, LetterState.UNKNOWN)


@frozen
class Status:
    """`runs` are the newest first; `running` is the id of one under way, 0 for none.

    `next_due` is when the next run begins, None where no time is set; `late` says that the time
    by which it had to be done is over. `waiting` counts letters by their state. `ended` is the last
    day of a plan that is no longer run, of which no run is due or late.
    """

    runs: tuple[RunRecord, ...]
    running: int
    waiting: dict[str, int]
    next_due: datetime | None
    late: bool
    ended: date | None = None

    def outcome(self, run: RunRecord) -> str:
        """How the run ended: "done", "failed" or "interrupted"; "running" while it has not."""
        if run.ended is None:
            return "running" if run.id == self.running else "interrupted"
        return "done" if run.exit_code == 0 else "failed"


def status(job: Job) -> Status:
    """How the job stands at the job's time. Nothing is read but the store."""
    with job.store.reading() as records:
        # Failed runs do not count, and many may lie between.
        known = records.runs(job.name, newest=1000)
        letters = records.filed(job.name, states=_OPEN, scope=job.scope)
    runs, worked = known[:_SHOWN], next((run for run in known if run.did_its_work), None)
    # An older one without an end was killed: the lock lets only the newest be under way.
    begun = runs[:1] if runs and runs[0].ended is None else ()
    running = begun[0].id if begun and _is_under_way(job) else 0
    last = worked or (runs[-1] if runs else None)
    promised_by = promised(job, last.started if last else job.now)
    over = is_over(job)
    return Status(
        runs=runs,
        running=running,
        waiting=dict(Counter(str(letter.state) for letter in letters)),
        next_due=None if over else _next_start(job, promised_by),
        late=bool(last and promised_by and promised_by < job.now) and not over,
        ended=job.config.settings.plan.period.closed if over else None,
    )


def _is_under_way(job: Job) -> bool:
    if job.config.database:
        from sheetsync.state.postgres import is_claimed

        return is_claimed(job.config.database, plan_claim(job.name))
    return is_held(store_path(job.config.folder).with_suffix(".lock"))


def promised(job: Job, begun: datetime) -> datetime | None:
    """The time by which the run after one that began then is over; None where none is planned."""
    schedule, zone = job.config.settings.job, job.now.tzinfo
    return next_update(schedule, workdays_of(job.config), now=begun.astimezone(zone))


def _next_start(job: Job, promised_by: datetime | None) -> datetime | None:
    """When the next run begins; a run that was missed is not waited for any more."""
    if promised_by is not None and promised_by < job.now:
        promised_by = promised(job, job.now)
    late_after = timedelta(minutes=job.config.settings.job.late_after)
    return promised_by - late_after if promised_by else None


def next_update(schedule: JobSection, workdays: Workdays, *, now: datetime) -> datetime | None:
    """The time by which the run after that of `now` is over, in its zone; None without a time."""
    if schedule.at is None:
        return None
    # A run by hand before today's hour does not stand in for the one that is still to come.
    day = now.date() if now.time() < schedule.at else now.date() + timedelta(days=1)
    while schedule.days == "working" and not workdays.is_working(day):
        day += timedelta(days=1)
    begins = datetime.combine(day, schedule.at, tzinfo=now.tzinfo)
    return begins + timedelta(minutes=schedule.late_after)
