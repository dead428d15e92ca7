"""How the daily job stands: its last runs, what waits, when the next is due, whether it is late."""

from collections import Counter
from datetime import date, datetime, timedelta

from sheetsync.daily.job import Job, plan_claim
from sheetsync.daily.plan_context import workdays_of
from sheetsync.daily.readiness import is_over
from sheetsync.model import LetterState, RunRecord
from sheetsync.model.frozen import frozen
from sheetsync.ops.lock import is_held
from sheetsync.state.place import store_path
from sheetsync.summary.next_update import next_update

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
    promised = _promised(job, last.started if last else job.now)
    over = is_over(job)
    return Status(
        runs=runs,
        running=running,
        waiting=dict(Counter(str(letter.state) for letter in letters)),
        next_due=None if over else _next_start(job, promised),
        late=bool(last and promised and promised < job.now) and not over,
        ended=job.config.settings.plan.period.closed if over else None,
    )


def _is_under_way(job: Job) -> bool:
    if job.config.database:
        from sheetsync.state.postgres import is_claimed

        return is_claimed(job.config.database, plan_claim(job.name))
    return is_held(store_path(job.config.folder).with_suffix(".lock"))


def _promised(job: Job, begun: datetime) -> datetime | None:
    """By when the run after one that began then will surely have been."""
    schedule, zone = job.config.settings.job, job.now.tzinfo
    return next_update(schedule, workdays_of(job.config), now=begun.astimezone(zone))


def _next_start(job: Job, promised: datetime | None) -> datetime | None:
    """When the next run begins: the one that is missed is not waited for any more."""
    if promised is not None and promised < job.now:
        promised = _promised(job, job.now)
    late_after = timedelta(minutes=job.config.settings.job.late_after)
    return promised - late_after if promised else None
