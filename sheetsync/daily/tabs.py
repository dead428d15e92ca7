"""Our tabs: what they say of today and of the days before, and how they are written."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sheetsync.daily.decision import word_days
from sheetsync.daily.delivering import refuse_pretence
from sheetsync.daily.job import Job
from sheetsync.daily.not_arrived import missing_lately
from sheetsync.daily.past_days import agenda_then
from sheetsync.daily.plan_context import context_of, line_reader_of
from sheetsync.daily.plan_reading import Reading
from sheetsync.daily.status import promised
from sheetsync.errors import WorkbookError
from sheetsync.history.changes import changes
from sheetsync.history.history import History, last_before, look_backs
from sheetsync.languages import active, load_language
from sheetsync.model import Change, Doubt, Finding, Plan, Sitting, Snapshot, SummaryContext, Tab
from sheetsync.plan.agenda import plan_of_table
from sheetsync.plan.findings import finding, put_right, worst_first
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.summary.inputs import Inputs
from sheetsync.workbooks.base import Written


def show(job: Job, reading: Reading) -> Written:
    """Write our tabs as of the reading's day.

    What staff put into a tab of ours stays; «Проверка» then says where ours is now.
    Raises WorkbookError, and UsageError where a pretended day would be written into a shared sheet.
    """
    refuse_pretence(job)
    agenda, plan = reading.agenda, reading.agenda.plan
    inputs, fixed = _inputs(job, reading), _fixed_findings(job, reading)
    tabs = _all_tabs(inputs, reading, fixed)
    written = job.workbook.write(tabs, plan_tab=plan.tab)
    # Only the write tells which tabs people took, and the findings are on one of those written.
    if written.taken:
        plan = replace(
            plan, findings=worst_first((*plan.findings, *_taken_findings(written, plan)))
        )
        now = replace(inputs, agenda=replace(agenda, plan=plan))
        findings = findings_tab(now, fixed=fixed)
        job.workbook.write((findings,), plan_tab=plan.tab)
    return written


def our_tabs(job: Job, reading: Reading) -> tuple[Tab, ...]:
    """Our tabs as `show` writes them."""
    return _all_tabs(_inputs(job, reading), reading, _fixed_findings(job, reading))


def _inputs(job: Job, reading: Reading) -> Inputs:
    return Inputs(
        agenda=reading.agenda,
        context=summary_context_of(job, reading),
        language=load_language(job.config.settings.plan.language),
    )


def _all_tabs(inputs: Inputs, reading: Reading, fixed: tuple[Finding, ...]) -> tuple[Tab, ...]:
    further = [further.grid for further in reading.table.tabs]
    return (
        chair_tab(inputs),
        findings_tab(inputs, fixed=fixed),
        control_tab(inputs, grid=reading.table.grid, further=further),
    )


def show_last_good(job: Job, history: History) -> None:
    """Write «Сводка» as of the newest snapshot, with a banner: the plan cannot be read today."""
    last = history.last
    if last is None:
        return
    day, language = last.taken.date(), load_language(job.config.settings.plan.language)
    said = language.gettext("The plan cannot be read as usual: below is its state on {day}.")
    banner = said.format(day=language.day(day))
    context = SummaryContext(stamp=last.taken, next_update=_next_run(job), banner=banner)
    inputs = Inputs(agenda=agenda_then(job, last, day), context=context, language=language)
    # The error that brought us here is told already and says more than this one would.
    with suppress(WorkbookError):
        job.workbook.write((chair_tab(inputs),), plan_tab=last.tab)


def standing_apart(written: Written, *, today: date) -> Iterator[WorkbookError]:
    """The problem that our tabs stand beside the workbook: at once if it takes none, else a day on.

    A workbook that somebody has open is closed by the next run. Also which tabs people closed.
    """
    if written.since and written.since < today:
        yield WorkbookError(
            "{remark} Since {day_words}",
            remark=written.remark,
            day_words=active().day(written.since),
        )
    elif written.refused:
        yield WorkbookError(written.remark)
    for _title, sentence in written.stopped:
        yield WorkbookError(sentence)


def _taken_findings(written: Written, plan: Plan) -> Iterator[Finding]:
    """A finding for each tab of ours that staff filled with other things."""
    for title, new in written.taken:
        doubt = Doubt(code="tab-taken", quote=title, hint=new)
        yield finding(doubt, row=0, number="", columns=plan.columns)


def summary_context_of(job: Job, reading: Reading) -> SummaryContext:
    """What «Сводка» shows besides the agenda of a reading."""
    known = word_days(job, reading)
    rows = {row.identity: row.line.row for row in reading.rows}
    since, found = _changes_told(job, reading)
    return SummaryContext(
        stamp=job.now,
        # The cell turns red by itself once its time is over: of a past day's rehearsal, at once.
        next_update=None if job.pretended else _next_run(job),
        pretended=job.pretended,
        letters=missing_lately(job, reading.history),
        word_days={rows[one]: day for one, day in known.items() if one in rows},
        began=reading.history.began(job.today),
        moves=reading.moves,
        sitting=_sitting(job, reading),
        since=since,
        changes=found,
    )


def _next_run(job: Job) -> datetime | None:
    """When the next run will have been, on the workbook's own clock; None where none will be."""
    due = promised(job, job.now)
    # The formula compares it with NOW(), which knows no zone.
    return due.astimezone(_workbook_zone(job)).replace(tzinfo=None) if due else None


def _fixed_findings(job: Job, reading: Reading) -> tuple[Finding, ...]:
    """The findings of the newest snapshot of an earlier day that are none any more."""
    before = reading.history.before(job.today)
    if before is None or _same_cells(before, reading):
        return ()
    lines = tuple(row.line for row in before.rows)
    table = replace(reading.table, lines=lines)
    was = plan_of_table(table, context_of(job.config), today=job.today)
    rows = {row.identity: row.line.row for row in reading.rows}
    moved = {row.line.row: rows.get(row.identity, 0) for row in before.rows}
    return put_right(was.findings, reading.agenda.plan.findings, moved)


def _same_cells(before: Snapshot, reading: Reading) -> bool:
    # Without the row's number: a row inserted above changes no finding.
    return [row.line[1:] for row in before.rows] == [row.line[1:] for row in reading.rows]


def _workbook_zone(job: Job) -> ZoneInfo:
    """The zone in which the workbook's own formulas tell the time."""
    # A file names no zone, and Google may name one that this computer's data lacks.
    with suppress(ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(job.workbook.zone)
    return ZoneInfo(job.config.settings.plan.timezone)


def _sitting(job: Job, reading: Reading) -> Sitting | None:
    """The next one, with the agenda of the one before, if the plan was known by then."""
    days = sorted(job.config.settings.chair.sittings)
    coming = next((day for day in days if day >= job.today), None)
    previous = last_before(days, job.today)
    then = reading.history.as_of(previous) if previous else None
    if coming is None:
        return None
    if previous is None or then is None:
        return Sitting(day=coming)
    # Measures of then in the rows of now: people move and insert rows between two sittings.
    now = {row.identity: row.line.row for row in reading.rows}
    rows = sorted(
        (
            replace(row, line=row.line._replace(row=now[row.identity]))
            for row in then.rows
            if row.identity in now
        ),
        key=lambda row: row.line.row,
    )
    then = replace(then, rows=tuple(rows))
    return Sitting(day=coming, then=agenda_then(job, then, previous))


def _changes_told(job: Job, reading: Reading) -> tuple[date | None, tuple[Change, ...]]:
    """What changed since the last sitting, or else since the beginning of this or last month."""
    today = job.today
    for day in look_backs(reading.history.taken, job.config.settings.chair.sittings, today=today):
        then = reading.history.as_of(day)
        if then is not None:
            progress = line_reader_of(job.config, today=today).progress
            found = changes(then.rows, reading.rows, progress=progress)
            # What may be another's former self is asked about in «Проверка», not told as news.
            doubtful = reading.in_doubt
            last = reading.history.last_words(found)
            return day, tuple(
                replace(one, before=last[one.identity]) if one.after is None else one
                for one in found
                if one.identity not in doubtful
            )
    return None, ()
