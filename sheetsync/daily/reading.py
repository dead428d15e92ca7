"""Reads the plan of a job and holds it against what is remembered: who is who, what changed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sheetsync.daily.job import Job
from sheetsync.daily.understanding import agenda_of, judge_of, remembered, understood
from sheetsync.languages import _
from sheetsync.model import (
    Agenda,
    Change,
    DeadlineKind,
    Doubt,
    Finding,
    Line,
    Meaning,
    Plan,
    Remembered,
    Snapshot,
    State,
)
from sheetsync.plan.broken_cells import Held, hold_last_words
from sheetsync.plan.changes import changes
from sheetsync.plan.findings import doubt_words, finding, worst_first
from sheetsync.plan.guard import Health, guard, health
from sheetsync.plan.identity import Identification, IdentityDoubt, identify, settle
from sheetsync.plan.other_year import other_year
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.words.terms import clip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The plan as it stands, beside the newest snapshot of it; `reasons` speak against it."""

    table: PlanTable
    agenda: Agenda
    before: Snapshot | None
    rows: tuple[Remembered, ...]
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]
    doubts: tuple[IdentityDoubt, ...]


def read(job: Job) -> Reading:
    """Read the plan tab once and understand it as of the job's day; nothing is stored yet.

    Raises WorkbookError or PlanError where there is no plan to read.
    """
    return reading_of(job, plan_table(job))


def plan_table(job: Job) -> PlanTable:
    """The rows of the plan tab. Raises WorkbookError or PlanError."""
    return read_table(job.workbook.read(job.config.settings.plan.tab), job.config.synonyms)


def reading_of(job: Job, table: PlanTable) -> Reading:
    """The plan of that table, held against the newest snapshot."""
    before = with_links(job, job.store.last(job.name))
    found = identify(
        before.rows if before else (),
        tuple(table.lines),
        next_identity=job.store.next_identity(job.name),
        links=job.store.links(job.name),
    )
    held = hold_last_words(found.rows, before.rows if before else ())
    found = replace(found, rows=held.rows)
    table = replace(table, lines=tuple(row.line for row in held.rows))
    plan = with_doubts(job, understood(table, job.config, today=job.today), found.rows)
    plan = _with_broken(plan, held)
    past = remembered(before, job.config, today=job.today) if before else None
    return Reading(
        table=table,
        agenda=agenda_of(plan, job.config, today=job.today, since=_since(job, before, found)),
        before=before,
        rows=found.rows,
        changes=_changes(job, before, past, found.rows),
        reasons=(*_other_year(job, table, before), *_reasons(before, past, plan, held)),
        doubts=found.doubts,
    )


def with_links(job: Job, before: Snapshot | None) -> Snapshot | None:
    """The snapshot with what people said of its rows since."""
    if before is None:
        return None
    return replace(before, rows=settle(before.rows, job.store.links(job.name)))


def day_before(job: Job, reading: Reading) -> Snapshot | None:
    """The newest snapshot of an earlier day than the job's."""
    last = reading.before
    if last is None or last.taken.date() < job.today:
        return last
    return with_links(job, job.store.as_of(job.name, job.today - timedelta(days=1)))


def snapshot(job: Job, reading: Reading, *, told: bool) -> Snapshot:
    """What there is to remember of a reading; `told` where letters go out on it."""
    plan = reading.agenda.plan
    return Snapshot(
        taken=job.now,
        year=plan.year,
        title=plan.title,
        tab=plan.tab,
        told=told,
        scope=job.scope if told else "",
        rows=reading.rows,
    )


def _since(job: Job, before: Snapshot | None, found: Identification) -> dict[int, date]:
    """By row, since when its status stands: today, where it was another at the last snapshot."""
    was = {row.identity: row.line.status for row in before.rows} if before else {}
    since = job.store.since(job.name) if before else {}
    return {
        row.line.row: since[row.identity]
        for row in found.rows
        if row.identity in since and was.get(row.identity) == row.line.status
    }


def _changes(
    job: Job, before: Snapshot | None, past: Plan | None, rows: tuple[Remembered, ...]
) -> tuple[Change, ...]:
    if before is None or past is None:
        return ()
    agenda = agenda_of(past, job.config, today=job.today, since={})
    late_rows = {i.measure.row for i in agenda.items if i.state is State.OVERDUE}
    late = frozenset(row.identity for row in before.rows if row.line.row in late_rows)
    return changes(before, rows, judge=judge_of(job.config, today=job.today), late=late)


def _other_year(job: Job, table: PlanTable, before: Snapshot | None) -> tuple[str, ...]:
    """Why a plan is not believed that is called another year's and was never read as this one's.

    A tab that the settings name was chosen by a person.
    """
    settings = job.config.settings.plan
    doubt = other_year(table, settings.year)
    known = before is not None and before.year == settings.year
    return () if doubt is None or settings.tab or known else (doubt_words(doubt),)


def _reasons(before: Snapshot | None, past: Plan | None, plan: Plan, held: Held) -> tuple[str, ...]:
    if before is None or past is None:
        return ()
    known = {row.identity for row in before.rows}
    kept = sum(row.identity in known for row in held.rows)
    return guard(
        _health(before.rows, past, known=len(before.rows)),
        replace(_health(held.rows, plan, known=kept), broken=held.by_field()),
        year=plan.year,
    )


def _health(rows: tuple[Remembered, ...], plan: Plan, *, known: int) -> Health:
    return health(
        [row.line for row in rows],
        known=known,
        unread=sum(m.deadline.kind is DeadlineKind.UNREADABLE for m in plan.measures),
        unclear=sum(m.progress.meaning is Meaning.UNCLEAR for m in plan.measures),
        names=f"{plan.tab} {plan.title}",
    )


def _with_broken(plan: Plan, held: Held) -> Plan:
    """The plan with a finding for each cell that shows an error of its formula."""
    numbers = {row.line.row: row.line.number for row in held.rows}
    found = [
        finding(
            cell.doubt(),
            row=cell.row,
            number=numbers[cell.row],
            columns=plan.columns,
            field=cell.field,
        )
        for cell in held.broken
    ]
    # What such a cell lacks is said of its formula: «впишите срок» would mislead.
    told = {(one.row, one.column) for one in found if one.column}
    others = (one for one in plan.findings if (one.row, one.column) not in told)
    return replace(plan, findings=worst_first((*others, *found)))


def with_doubts(job: Job, plan: Plan, rows: tuple[Remembered, ...]) -> Plan:
    """The plan with a finding for each row of which nobody has said yet whether it is new."""
    lines = {row.identity: row.line for row in rows}
    found = [
        _identity_finding(job, plan, lines[identity], identity=identity, candidates=candidates)
        for identity, candidates in job.store.doubts(job.name).items()
        if identity in lines
    ]
    return replace(plan, findings=worst_first((*plan.findings, *found)))


def _identity_finding(
    job: Job, plan: Plan, line: Line, *, identity: int, candidates: tuple[int, ...]
) -> Finding:
    """Who it may be, and the command that settles it."""
    known = [(job.store.life(job.name, candidate)[-1][1], candidate) for candidate in candidates]
    names = [f"п. {was.number} «{clip(was.measure, 60)}»" for was, _ in known]
    commands = [
        f"если это прежний п. {was.number}, выполните sheetsync history link {candidate} {identity}"
        for was, candidate in known
    ]
    settle_as_new = f"если это новый пункт, sheetsync history link {identity} {identity}"
    advice = "; ".join((*commands, settle_as_new))
    doubt = Doubt(
        code="identity-doubt",
        quote=clip(line.measure, 60),
        hint=_(" and ").join(names),
        advice=f"{advice[:1].upper()}{advice[1:]}.",
    )
    return finding(doubt, row=line.row, number=line.number, columns=plan.columns)
