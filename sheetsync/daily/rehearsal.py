"""A day without effects: the letters that a run would send, or why it would send none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain, starmap

from sheetsync.daily.decision import decision
from sheetsync.daily.delivering import refuse_pretence
from sheetsync.daily.gathering import load_history
from sheetsync.daily.job import Job
from sheetsync.daily.letters import Mail, compose
from sheetsync.daily.plan_context import workdays_of
from sheetsync.daily.plan_reading import Reading, plan_table, reading_of
from sheetsync.daily.readiness import letter_day
from sheetsync.daily.run import believed, refuse_the_past
from sheetsync.languages import _, active
from sheetsync.model import Agenda, Decision
from sheetsync.model.frozen import frozen

_AHEAD = timedelta(days=62)
"""How far the next letters are looked for: monthly ones go in any month that has open measures."""


def _on_day(job: Job, day: date) -> Job:
    """The job as it will be on that day, at the same time."""
    return job if day == job.today else replace(job, now=datetime.combine(day, job.now.timetz()))


def _letter_days(job: Job) -> Iterator[Job]:
    """The job on the first day on which letters may go, and on those after it for two months."""
    workdays, day = workdays_of(job.config), letter_day(job)
    last = min(day + _AHEAD, job.config.settings.plan.period.closed)
    yield _on_day(job, day)
    while (day := workdays.first_from(day + timedelta(days=1))) <= last:
        yield _on_day(job, day)


def _no_letters_words(job: Job, day: date) -> str:
    """Why no letters go today, and that they go on `day`; "" where that is today."""
    if day == job.today:
        return ""
    if letter_day(job) == job.today:
        return _(
            "There is nothing to write about today, {today}. The next day with letters is {day}.",
            today=active().day_and_weekday(job.today),
            day=active().day_and_weekday(day),
        )
    plan = job.config.settings.plan
    why = _("it is not a working day")
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


def rehearse(job: Job, *, accept: bool = False) -> Rehearsal:
    """The job's day with no effect; `accept` is as in `run`. Raises WorkbookError or PlanError."""
    # One reading of the sheet serves both days.
    table, later = plan_table(job), _on_day(job, letter_day(job))
    reading = believed(reading_of(job, table, load_history(job)), accept=accept)
    decided = decision(job, reading, accept=accept)
    plan, digests = reading.agenda.plan, decided.digests
    if later is not job:
        then = reading_of(later, table, load_history(later))
        plan, digests = then.agenda.plan, decision(later, then, accept=accept).digests
    return Rehearsal(
        agenda=reading.agenda,
        decision=replace(decided, digests=digests),
        mail=compose(later, plan, digests, reading.history),
        instead=_no_letters_words(job, later.today),
    )


def letters_of(job: Job, *, to_send: bool) -> Rehearsal:
    """The letters of the job's day or, unless they are `to_send`, of the next day that has some.

    That day is the one on which letters go if nobody writes anything into the plan until then;
    where there is none within two months, it is the first on which they may go. Raises
    WorkbookError or PlanError as a run would, and UsageError where those of the day may not go.
    """
    if to_send:
        refuse_pretence(job)
    # One reading of the sheet serves all days.
    table = plan_table(job)

    def decided_on(number: int, then: Job) -> tuple[Job, Reading, Decision]:
        history = load_history(then)
        if to_send:
            refuse_the_past(then, history)
        reading = reading_of(then, table, history)
        if number == 0:  # what the next run would not believe, nobody hears of
            believed(reading, accept=False)
        # Afresh: who asks in the afternoon is shown what went in the morning.
        return then, reading, decision(then, reading, afresh=True)

    days = starmap(decided_on, enumerate((job,) if to_send else _letter_days(job)))
    first = next(days)
    later, reading, decided = next((day for day in chain((first,), days) if day[-1].digests), first)
    return Rehearsal(
        agenda=reading.agenda,
        decision=decided,
        mail=compose(later, reading.agenda.plan, decided.digests, reading.history),
        instead=_no_letters_words(job, letter_day(job) if to_send else later.today),
    )
