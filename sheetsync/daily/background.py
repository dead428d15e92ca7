"""What our tabs say of the days before: words, moves, sittings, what was put right."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sheetsync.config.schema import JobSection
from sheetsync.daily.job import Job
from sheetsync.daily.missing import missing_lately
from sheetsync.daily.moves import moves
from sheetsync.daily.reading import Reading, day_before, with_links
from sheetsync.daily.telling import worded
from sheetsync.daily.understanding import (
    agenda_of,
    judge_of,
    remembered,
    understood,
    workdays_of,
)
from sheetsync.model import Background, Change, Finding, Sitting, Snapshot, State
from sheetsync.plan.changes import changes
from sheetsync.plan.workdays import Workdays


def background_of(job: Job, reading: Reading) -> Background:
    """All that «Сводка» says beside the agenda of a reading."""
    known = job.store.ledger.words(job.name) | dict.fromkeys(worded(reading), job.today)
    rows = {row.identity: row.line.row for row in reading.rows}
    since, found = _news(job, reading)
    return Background(
        stamp=job.now,
        next_update=None if job.pretended else next_run(job),
        pretended=job.pretended,
        letters=missing_lately(job),
        words={rows[identity]: day for identity, day in known.items() if identity in rows},
        began=job.began,
        moves=tuple(moves(job, reading)),
        sitting=_sitting(job, reading),
        since=since,
        changes=found,
    )


def next_run(job: Job) -> datetime | None:
    """By when the next run will have been, on the workbook's own clock."""
    due = next_update(job.config.settings.job, workdays_of(job.config), now=job.now)
    return due.astimezone(_clock(job)).replace(tzinfo=None) if due else None


def put_right(job: Job, reading: Reading) -> tuple[Finding, ...]:
    """The findings of the newest snapshot of an earlier day that are none any more.

    They stand where they stood then; a row that is gone has none.
    """
    before = day_before(job, reading)
    if before is None or _same_cells(before, reading):
        return ()
    lines = tuple(row.line for row in before.rows)
    was = understood(replace(reading.table, lines=lines), job.config, today=job.today)
    now = {_sign(finding) for finding in reading.agenda.plan.findings}
    rows = {row.identity: row.line.row for row in reading.rows}
    moved = {row.line.row: rows.get(row.identity, 0) for row in before.rows}
    here = (replace(finding, row=moved.get(finding.row, 0)) for finding in was.findings)
    return tuple(finding for finding in here if finding.row and _sign(finding) not in now)


def _sign(finding: Finding) -> tuple[str, int, str]:
    return finding.code, finding.row, finding.quote


def _same_cells(before: Snapshot, reading: Reading) -> bool:
    return [row.line[1:] for row in before.rows] == [row.line[1:] for row in reading.rows]


def _clock(job: Job) -> ZoneInfo:
    """The zone in which the workbook's own formulas tell the time."""
    with suppress(ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(job.workbook.zone)
    return ZoneInfo(job.config.settings.plan.timezone)


def next_update(schedule: JobSection, workdays: Workdays, *, now: datetime) -> datetime | None:
    """When the run after that of `now` will surely have been, in its zone; None without a time."""
    if schedule.at is None:
        return None
    day = now.date() if now.time() < schedule.at else now.date() + timedelta(days=1)
    while schedule.days == "working" and not workdays.is_working(day):
        day += timedelta(days=1)
    begins = datetime.combine(day, schedule.at, tzinfo=now.tzinfo)
    return begins + timedelta(minutes=schedule.late_after)


def _sitting(job: Job, reading: Reading) -> Sitting | None:
    """The next one, with what was late at the one before, if the plan was known by then."""
    days = sorted(job.config.settings.chair.sittings)
    coming = next((day for day in days if day >= job.today), None)
    previous = max((day for day in days if day < job.today), default=None)
    then = with_links(job, job.store.as_of(job.name, previous)) if previous else None
    if coming is None:
        return None
    if previous is None or then is None:
        return Sitting(day=coming)
    plan = remembered(then, job.config, today=previous)
    agenda = agenda_of(plan, job.config, today=previous, since={})
    late = {item.measure.row for item in agenda.items if item.state is State.OVERDUE}
    now = {row.identity: row.line.row for row in reading.rows}
    rows = (now.get(row.identity) for row in then.rows if row.line.row in late)
    return Sitting(day=coming, previous=previous, was_late=tuple(filter(None, rows)))


def _news(job: Job, reading: Reading) -> tuple[date | None, tuple[Change, ...]]:
    """What changed since the last sitting, or else since the beginning of this or last month."""
    today = job.today
    month = today.replace(day=1) - timedelta(days=1)
    sittings = [day for day in job.config.settings.chair.sittings if day < today]
    for day in (*([max(sittings)] if sittings else []), month, job.began):
        then = with_links(job, job.store.as_of(job.name, day)) if day < today else None
        if then is not None:
            judge = judge_of(job.config, today=today)
            return day, changes(then, reading.rows, judge=judge)
    return None, ()
