"""The letters of a day with no effect: what a run would send, and what it would say instead."""

from dataclasses import replace
from datetime import datetime

from sheetsync.daily.decision import decision
from sheetsync.daily.gathering import load_history
from sheetsync.daily.job import Job
from sheetsync.daily.letters import Mail, compose
from sheetsync.daily.plan_reading import plan_table, read, reading_of
from sheetsync.daily.readiness import letter_day
from sheetsync.languages import _, active
from sheetsync.model import Agenda, Decision
from sheetsync.model.frozen import frozen


def _on_letter_day(job: Job) -> Job:
    """The job as it will be on that day, at the same time."""
    day = letter_day(job)
    if day == job.today:
        return job
    return replace(job, now=datetime.combine(day, job.now.timetz()))


def _no_letters_words(job: Job) -> str:
    """Why no letters go today, and when they go next; "" on a day for letters."""
    day = letter_day(job)
    if day == job.today:
        return ""
    plan = job.config.settings.plan
    why = _("it is no working day")
    if plan.asks_from and job.today < plan.asks_from:
        why = _("the plan is not adopted yet") if plan.adopted else _("the plan has not begun yet")
    return _(
        "Today, {day_and_weekday}, no letters go: {why}. The next day of letters is "
        "{day_and_weekday2}.",
        day_and_weekday=active().day_and_weekday(job.today),
        why=why,
        day_and_weekday2=active().day_and_weekday(day),
    )


@frozen
class Rehearsal:
    """What a run would do: the agenda of its day, its letters, and why others are held.

    On a day without letters, `instead` says so, and the letters are those of the next day that
    has some.
    """

    agenda: Agenda
    decision: Decision
    mail: Mail
    instead: str


def rehearse(job: Job) -> Rehearsal:
    """The job's day with no effect. Raises WorkbookError or PlanError."""
    # One reading of the sheet serves both days.
    table, later = plan_table(job), _on_letter_day(job)
    reading = reading_of(job, table, load_history(job))
    decided = decision(job, reading)
    plan, digests = reading.agenda.plan, decided.digests
    if later is not job:
        then = reading_of(later, table, load_history(later))
        plan, digests = then.agenda.plan, decision(later, then).digests
    return Rehearsal(
        agenda=reading.agenda,
        decision=replace(decided, digests=digests),
        mail=compose(later, plan, digests, reading.history),
        instead=_no_letters_words(job),
    )


def letters_of(job: Job, *, ahead: bool) -> Rehearsal:
    """The letters of the job's day; where it looks `ahead`, of the next day that has some.

    Raises WorkbookError or PlanError.
    """
    later = _on_letter_day(job) if ahead else job
    reading = read(later)
    # Afresh: who asks in the afternoon is shown what went in the morning.
    decided = decision(later, reading, afresh=True)
    return Rehearsal(
        agenda=reading.agenda,
        decision=decided,
        mail=compose(later, reading.agenda.plan, decided.digests, reading.history),
        instead=_no_letters_words(job),
    )
