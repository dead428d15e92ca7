"""The steps of a day in their order, and what each leaves behind."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from sheetsync.daily.background import background_of, next_run, put_right
from sheetsync.daily.bin import binned_by_now
from sheetsync.daily.delivering import deliver_waiting, refuse_pretence, undelivered
from sheetsync.daily.job import Job
from sheetsync.daily.letter_day import letter_day
from sheetsync.daily.post import compose
from sheetsync.daily.readiness import lacking
from sheetsync.daily.reading import Reading, read, snapshot, with_doubts
from sheetsync.daily.resting import resting
from sheetsync.daily.telling import alarm, decision, worded
from sheetsync.daily.understanding import agenda_of, judge_of, remembered
from sheetsync.digest.situation import Decision
from sheetsync.errors import (
    PlanDoubted,
    PlanError,
    SheetsyncError,
    UsageError,
    WorkbookError,
)
from sheetsync.languages import Catalogue, _, load_language
from sheetsync.mail.courier import Fate, Tour
from sheetsync.model import (
    Agenda,
    Background,
    Change,
    Doubt,
    Filed,
    Finding,
    NoticeKind,
    Plan,
    Posted,
)
from sheetsync.plan.changes import changes
from sheetsync.plan.findings import finding, worst_first
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.summary.inputs import Inputs
from sheetsync.words.terms import day_words
from sheetsync.workbooks.base import Traffic, Written

# A month of working days is what people remember themselves.
_LATELY = 23


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a day came to before the tabs: who was to be told what, and what became of it.

    `letters` are the day's of the job's scope as they lie in the ledger, those of an earlier run
    of the day too; `fates` are the ones that were tried now. `outbox` is the folder that they were
    written to, "" where a server is named; `resting` are mailboxes that refuse letters and get
    none. `letters_next` is this day, or the next one on which letters may go. `problems` are the
    errors that did not stop the run.
    """

    reading: Reading
    decision: Decision
    letters: tuple[Filed, ...]
    fates: tuple[Fate, ...]
    outbox: str
    resting: tuple[str, ...]
    letters_next: date
    problems: tuple[SheetsyncError, ...]

    @property
    def agenda(self) -> Agenda:
        """The plan as of the day."""
        return self.reading.agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did; `problems` are the errors that did not stop it."""

    told: Told
    written: Written | None
    traffic: Traffic | None
    problems: tuple[SheetsyncError, ...]


Deliver: TypeAlias = Callable[[Job], Tour]
"""Takes the letters that wait in the ledger where they go."""


def run(job: Job, *, accept: bool = False, deliver: Deliver = deliver_waiting) -> Report:
    """One day of one plan: read it, remember it, send the letters, write the tabs.

    A second run on the same day finds its letters in the ledger and its tabs in the workbook.
    Whoever sends the letters of many plans gives another `deliver`.
    Where there is no plan to read, or none to believe unless `accept`, only the coordinator is
    told, nothing is remembered, «Сводка» keeps the last good state, and PlanError is raised. A
    day before the newest snapshot is a UsageError, as is a pretended one with a real server.
    """
    told = tell(job, accept=accept, deliver=deliver)
    written: Written | None = None
    problems: list[SheetsyncError] = []
    try:
        written = show(job, told.reading)
        problems += standing_apart(written, today=job.today)
        if written.refused:
            _raise_alarm(job, NoticeKind.BESIDE, written.reason, deliver)
    except WorkbookError as error:
        problems.append(error)
    problems += binned_by_now(job, told.reading)
    traffic = job.workbook.traffic
    return Report(told=told, written=written, traffic=traffic, problems=(*problems, *told.problems))


def tell(job: Job, *, accept: bool = False, deliver: Deliver = deliver_waiting) -> Told:
    """All of a run but its tabs."""
    _refuse_the_past(job)
    refuse_pretence(job)
    lost = job.store.ledger.settle(job.name, job.today, now=job.now)
    try:
        reading = _believed(read(job), accept=accept)
    except PlanError as error:
        _raise_alarm(job, NoticeKind.GUARD, str(error), deliver)
        _show_last_good(job)
        raise
    decided = decision(job, reading)
    _introduce(job)
    mail = compose(job, reading.agenda.plan, decided.digests)
    _remember(job, reading, mail.posted, told=True)
    tour = deliver(job)
    plan = with_doubts(job, reading.agenda.plan, reading.rows)
    return Told(
        reading=replace(reading, agenda=replace(reading.agenda, plan=plan)),
        decision=decided,
        letters=job.store.ledger.filed(job.name, day=job.today, scope=job.scope),
        fates=tour.fates,
        letters_next=letter_day(job),
        resting=tuple(sorted(resting(job))),
        outbox="" if job.config.mail_server else job.config.settings.mail.outbox,
        problems=_each_once(*mail.errors, *undelivered(lost, tour), *lacking(job)),
    )


def _each_once(*problems: SheetsyncError) -> tuple[SheetsyncError, ...]:
    """Without what another one says in the same words."""
    return tuple({str(problem): problem for problem in problems}.values())


def _introduce(job: Job) -> None:
    """Let the store know the plan: its letters bear the token that it gets there."""
    if not job.store.token(job.name):
        with job.store.transaction() as transaction:
            transaction.know(job.name)


def _raise_alarm(job: Job, kind: NoticeKind, words: str, deliver: Deliver) -> None:
    """Tell the coordinator once what a run could not do; it leaves no other trace."""
    last = job.store.last(job.name)
    if last is None:
        return
    mail = compose(job, as_of(job, last.taken.date()).plan, alarm(job, kind, words))
    with job.store.transaction() as transaction:
        serial = transaction.last_serial(job.name)
        transaction.post(job.name, mail.posted, snapshot=serial, now=job.now)
    deliver(job)


def sync(job: Job, *, accept: bool = False) -> Reading:
    """Read the plan and remember it; what there is to tell is still told by the next run.

    Raises PlanDoubted where the plan should not be believed, unless `accept`.
    """
    _refuse_the_past(job)
    reading = _believed(read(job), accept=accept)
    _remember(job, reading, (), told=False)
    return reading


def show(job: Job, reading: Reading) -> Written:
    """Write our tabs as of the reading's day.

    What staff put into a tab of ours stays; «Проверка» then says where ours is now.
    Raises WorkbookError, and UsageError where a pretended day would be written into a shared sheet.
    """
    refuse_pretence(job)
    agenda, fixed = reading.agenda, put_right(job, reading)
    plan = agenda.plan
    inputs = Inputs(agenda=agenda, background=background_of(job, reading), language=_language(job))
    tabs = (
        chair_tab(inputs),
        findings_tab(inputs, fixed=fixed),
        control_tab(inputs, grid=reading.table.grid),
    )
    written = job.workbook.write(tabs, plan_tab=plan.tab)
    if written.taken:
        plan = replace(plan, findings=worst_first((*plan.findings, *_taken(written, plan))))
        now = replace(inputs, agenda=replace(agenda, plan=plan))
        findings = findings_tab(now, fixed=fixed)
        job.workbook.write((findings,), plan_tab=plan.tab)
    return written


def _language(job: Job) -> Catalogue:
    return load_language(job.config.settings.plan.language)


def standing_apart(written: Written, *, today: date) -> Iterator[WorkbookError]:
    """That our tabs are beside the workbook: at once where it cannot take them, else after a day.

    A workbook that somebody has open is closed by the next run. Also which tabs people closed.
    """
    if written.since and written.since < today:
        yield WorkbookError(
            _(
                "{remark} Since {day_words}",
                remark=written.remark,
                day_words=day_words(written.since),
            )
        )
    elif written.refused:
        yield WorkbookError(written.remark)
    for _title, sentence in written.stopped:
        yield WorkbookError(sentence)


def _taken(written: Written, plan: Plan) -> Iterator[Finding]:
    """Tabs of ours that staff filled with other things."""
    for title, new in written.taken:
        doubt = Doubt(code="tab-taken", quote=title, hint=new)
        yield finding(doubt, row=0, number="", columns=plan.columns)


def as_of(job: Job, day: date) -> Agenda:
    """The agenda of a past day, from the newest snapshot that was taken by then.

    Raises UsageError where the plan was not known yet.
    """
    last = job.store.as_of(job.name, day)
    if last is None:
        raise UsageError(
            _("Nothing is recorded of the plan on {day_words} yet.", day_words=day_words(day))
        )
    plan = remembered(last, job.config, today=day)
    return agenda_of(plan, job.config, today=day, since={})


def _remember(job: Job, reading: Reading, posted: tuple[Posted, ...], *, told: bool) -> None:
    """The snapshot, its words and the letters that were composed from it: all or nothing."""
    with job.store.transaction() as transaction:
        serial = transaction.remember(job.name, snapshot(job, reading, told=told))
        transaction.note_words(job.name, worded(reading), job.today)
        transaction.post(job.name, posted, snapshot=serial, now=job.now)
        for doubt in reading.doubts:
            candidates = (candidate.identity for candidate in doubt.candidates)
            transaction.doubt(job.name, doubt.identity, candidates)


def _refuse_the_past(job: Job) -> None:
    last = job.store.last(job.name)
    if last and job.today < last.taken.date():
        raise UsageError(
            _(
                "{day_words} is before the last run ({day_words2}). The past is shown by "
                "“sheetsync history --as-of”.",
                day_words=day_words(job.today),
                day_words2=day_words(last.taken.date()),
            )
        )


def lately(job: Job) -> Iterator[tuple[date, tuple[Change, ...]]]:
    """The last days that changed the plan, the oldest first, each with its changes."""
    days = job.store.days(job.name)[-_LATELY:]
    for earlier, day in pairwise(days):
        was, now = job.store.as_of(job.name, earlier), job.store.as_of(job.name, day)
        found = changes(was, now.rows if now else (), judge=judge_of(job.config, today=day))
        if found:
            yield day, found


def _believed(reading: Reading, *, accept: bool) -> Reading:
    if reading.reasons and not accept:
        reasons = "\n  ".join(reading.reasons)
        wrong = (
            _("differs too much from the last one")
            if reading.before
            else _("does not look like this plan")
        )
        raise PlanDoubted(
            _(
                "The plan was read, but it {wrong}; nothing was sent or written:\n  {reasons}\n"
                "Check the sheet. If all is right, run it again with --accept.",
                wrong=wrong,
                reasons=reasons,
            )
        )
    return reading


def _show_last_good(job: Job) -> None:
    last = job.store.last(job.name)
    if last is None:
        return
    day = last.taken.date()
    said = _language(job).gettext("The plan cannot be read as usual: below is its state on {day}.")
    banner = said.format(day=_language(job).day(day))
    background = Background(stamp=last.taken, next_update=next_run(job), banner=banner)
    inputs = Inputs(agenda=as_of(job, day), background=background, language=_language(job))
    # The error that brought us here is told already and says more than this one would.
    with suppress(WorkbookError):
        job.workbook.write((chair_tab(inputs),), plan_tab=last.tab)
