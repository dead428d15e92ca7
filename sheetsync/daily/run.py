"""The steps of a day in their order: gather, decide, apply, deliver, and then our tabs."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from sheetsync.daily.decision import alarm, decision
from sheetsync.daily.delivering import (
    deliver_if_any,
    deliver_waiting,
    delivery_problems,
    refuse_pretence,
)
from sheetsync.daily.gathering import history_in, load_history
from sheetsync.daily.job import Job
from sheetsync.daily.letters import compose
from sheetsync.daily.not_arrived import resting_mailboxes_of
from sheetsync.daily.past_days import agenda_then
from sheetsync.daily.plan_reading import Reading, plan_table, reading_of
from sheetsync.daily.readiness import binned_by_now, lacking, letter_day
from sheetsync.daily.tabs import show, show_last_good, standing_apart
from sheetsync.errors import PlanDoubted, PlanError, SheetsyncError, UsageError, WorkbookError
from sheetsync.history.doubts import with_new_doubts
from sheetsync.history.history import History
from sheetsync.languages import active
from sheetsync.mail.delivery import DeliveryResult
from sheetsync.model import Agenda, AlertKind, Decision, OutgoingLetter, Snapshot, StoredLetter
from sheetsync.model.frozen import frozen
from sheetsync.model.language import gettext_lazy, joined
from sheetsync.state.place import store_path
from sheetsync.workbooks.base import Traffic, Written


@frozen
class MailingReport:
    """What a day came to before the tabs: who was to be told what, and what became of it.

    `letters` are the day's of the job's scope as they lie in the ledger, those of an earlier run
    of the day too; `results` are the ones that were tried now. `outbox` is the folder they were
    written to, "" where a server is named; `resting` are mailboxes that refuse letters and get
    none. `letters_next` is this day, or the next one on which letters may go. `problems` are the
    errors that did not stop the run.
    """

    reading: Reading
    decision: Decision
    letters: tuple[StoredLetter, ...]
    results: tuple[DeliveryResult, ...]
    outbox: str
    resting: tuple[str, ...]
    letters_next: date
    problems: tuple[SheetsyncError, ...]

    @property
    def agenda(self) -> Agenda:
        """The plan as of the day."""
        return self.reading.agenda


@frozen
class Report:
    """What a run did; `problems` are the errors that did not stop it."""

    mailing: MailingReport
    written: Written | None
    traffic: Traffic | None
    problems: tuple[SheetsyncError, ...]


def run(job: Job, *, accept: bool = False) -> Report:
    """One day of one plan: `mail_day`, and then our tabs.

    A second run on the same day finds its letters in the ledger and its tabs in the workbook.
    Where there is no plan to read, or none to believe unless `accept`, only the coordinator is
    told, nothing is remembered, «Сводка» keeps the last good state, and PlanError is raised. A
    day before the newest snapshot is a UsageError, as is a pretended one with a real server.
    """
    mailing = mail_day(job, accept=accept)
    written: Written | None = None
    problems: list[SheetsyncError] = []
    try:
        written = show(job, mailing.reading)
        apart = [*standing_apart(written, today=job.today)]
        problems += apart
        if written.beside and apart:
            # The day since when says which time it is open: the next one is told, too.
            why = written.reason if written.refused else str(apart[0])
            _raise_alarm(job, mailing.reading.history, AlertKind.BESIDE, why)
    except WorkbookError as error:
        problems.append(error)
    problems += binned_by_now(job, mailing.reading)
    traffic = job.workbook.traffic
    problems += mailing.problems
    return Report(mailing=mailing, written=written, traffic=traffic, problems=tuple(problems))


def mail_day(job: Job, *, accept: bool = False) -> MailingReport:
    """All of a run but its tabs.

    Step by step:

    1. settle what a run that died left open, and recall the past: `gathering`;
    2. read the plan: `plan_reading`;
    3. understand it as of the day and against that past, believe it or raise the alarm;
    4. decide who is told what: `decision`;
    5. compose the letters: `letters`;
    6. file them with the snapshot, at once or not at all: `apply`;
    7. deliver what waits in the ledger: `delivering`;
    8. report what became of it all.
    """
    refuse_pretence(job)
    lost, history = _gather(job)
    with _alarm_raised(job, history):
        table = plan_table(job)
        reading = believed(reading_of(job, table, history), accept=accept)
    decided = decision(job, reading, accept=accept)
    mail = compose(job, reading.agenda.plan, decided.digests, _ensure_token(job, history))
    # Filed before anything goes: killed from here on, a run tells nobody twice and misses nobody.
    filed = apply(job, reading, mail.outgoing(), told=True)
    delivery, letters = deliver_if_any(job, (*history.letters, *filed))
    reading = _after_delivery(reading, letters)
    own = reading.history.letters_in(job.scope)
    return MailingReport(
        reading=reading,
        decision=decided,
        letters=tuple(each for each in own if each.day == job.today),
        results=delivery.results,
        letters_next=letter_day(job),
        resting=tuple(sorted(resting_mailboxes_of(job, reading.history))),
        outbox="" if job.config.mail_server else job.config.settings.mail.outbox,
        problems=_each_once(*mail.errors, *delivery_problems(lost, delivery), *lacking(job)),
    )


def _gather(job: Job) -> tuple[tuple[StoredLetter, ...], History]:
    """The letters that a dead run has lost, and all that is remembered of the plan."""
    # Before the plan is read: a run that finds none still makes good what a dead one left.
    with job.store.writing() as transaction:
        lost = transaction.settle(job.name, job.today, now=job.now)
        history = history_in(transaction, job)
        # Within, so that a clock that was set back settles nothing.
        refuse_the_past(job, history)
    return lost, history


@contextmanager
def _alarm_raised(job: Job, history: History) -> Iterator[None]:
    """Write to the coordinator if the block finds no plan to believe, and raise the error on."""
    try:
        yield
    except WorkbookError as error:
        _raise_alarm(job, history, AlertKind.FAILED, str(error))
        raise
    except PlanError as error:
        _raise_alarm(job, history, AlertKind.GUARD, error)
        show_last_good(job, history)
        raise


def apply(
    job: Job, reading: Reading, outgoing: Iterable[OutgoingLetter] = (), *, told: bool
) -> tuple[StoredLetter, ...]:
    """Store what a day decided, at once or not at all; `told` where letters go out on it.

    That is the snapshot, its words, its doubts and the letters that were composed from it. Returns
    the letters that were not filed before.
    """
    with job.store.writing() as transaction:
        serial = transaction.remember(job.name, _snapshot(job, reading, told=told))
        # Dated by the run: no cell tells when it was edited.
        transaction.note_words(job.name, reading.new_words, job.today)
        # Kept until a person settles it: the next run knows the row by its new identity and would
        # not doubt it again.
        for doubt in reading.doubts:
            candidates = (candidate.identity for candidate in doubt.candidates)
            transaction.doubt(job.name, doubt.identity, candidates)
        # In the snapshot's transaction: the next news of a reader are counted from the snapshot
        # that the letter was composed from.
        return transaction.file(job.name, outgoing, snapshot=serial, now=job.now)


def _snapshot(job: Job, reading: Reading, *, told: bool) -> Snapshot:
    plan = reading.agenda.plan
    return Snapshot(
        taken=job.now,
        year=plan.year,
        title=plan.title,
        tab=plan.tab,
        tabs=plan.tabs,
        told=told,
        # `sync` tells nobody: there is no scope in which its snapshot would count.
        scope=job.scope if told else "",
        rows=reading.rows,
    )


def _ensure_token(job: Job, history: History) -> History:
    """The past with the plan's token, which its letters bear; a new plan gets one in the store."""
    if history.token:
        return history
    with job.store.writing() as transaction:
        return replace(history, token=transaction.know(job.name))


def _after_delivery(reading: Reading, letters: tuple[StoredLetter, ...]) -> Reading:
    """The reading as tabs show it, with its new doubts as findings and its delivered letters."""
    plan = with_new_doubts(reading.agenda.plan, reading.doubts)
    agenda = replace(reading.agenda, plan=plan)
    return replace(reading, agenda=agenda, history=replace(reading.history, letters=letters))


def _each_once(*problems: SheetsyncError) -> tuple[SheetsyncError, ...]:
    return tuple({str(problem): problem for problem in problems}.values())


def tell_of_end(job: Job, words: str) -> None:
    """Write to the coordinator, once, that the plan is over and no longer followed.

    Raises UsageError as `run` does for a pretended day with a real server.
    """
    refuse_pretence(job)
    _raise_alarm(job, load_history(job), AlertKind.TOO_LATE, words)


def _raise_alarm(job: Job, history: History, kind: AlertKind, why: str | PlanError) -> None:
    """Write to the coordinator, once, about what a run could not do; nothing else is stored."""
    last = history.last
    if last is None:
        return
    plan = agenda_then(job, last, last.taken.date()).plan
    mail = compose(job, plan, alarm(job, history, kind, why), history)
    with job.store.writing() as transaction:
        # Nothing new was remembered, so the news of the next letter count from the same snapshot.
        serial = transaction.last_serial(job.name)
        transaction.file(job.name, mail.outgoing(), snapshot=serial, now=job.now)
    deliver_waiting(job)


def sync(job: Job, *, accept: bool = False) -> Reading:
    """Read the plan and remember it; its news is left to the letters of the next run.

    Raises PlanDoubted where the plan should not be believed, unless `accept`.
    """
    history = load_history(job)
    refuse_the_past(job, history)
    reading = believed(reading_of(job, plan_table(job), history), accept=accept)
    apply(job, reading, told=False)
    return reading


def refuse_the_past(job: Job, history: History) -> None:
    """Raise UsageError for a day before the newest snapshot's."""
    last = history.last
    if last is None or job.today >= last.taken.date():
        return
    days = {"day_words": active().day(job.today), "day_words2": active().day(last.taken.date())}
    if job.pretended or job.config.database:
        raise UsageError(
            "{day_words} is before the last run ({day_words2}). The past is shown by "
            "“sheetsync history --as-of”.",
            **days,
        )
    raise UsageError(
        "The last run bears the day {day_words2}, and today is {day_words}. If it was a rehearsal "
        "with --today, move the memory away, {place}: the plan begins anew, and no letter counts "
        "as told. If the clock of this computer is slow, set it right.",
        **days,
        place=store_path(job.config.folder),
    )


def believed(reading: Reading, *, accept: bool) -> Reading:
    """The reading. Raises PlanDoubted where the plan should not be believed, unless `accept`."""
    if reading.reasons and not accept:
        reasons = joined("\n  ", reading.reasons)
        wrong = (
            gettext_lazy("differs too much from the last one")
            if reading.last
            else gettext_lazy("does not look like this plan")
        )
        raise PlanDoubted(
            gettext_lazy(
                "The plan was read, but it {wrong}; nothing was sent or written:\n  {reasons}\n"
                "Check the sheet. If all is right, run: sheetsync run --accept",
                wrong=wrong,
                reasons=reasons,
            ),
            reasons=reasons,
        )
    return reading
