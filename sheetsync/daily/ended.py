"""When a plan is over, so that last year's job does not go on beside this year's."""

from sheetsync.daily.job import Job
from sheetsync.words.terms import day_words


def ended_words(job: Job) -> str:
    """That the plan is no longer run, and how to go on; "" where it is run.

    A plan is run until a month after its end, 31 January (POLICY, Stages). One whose first run
    came later is looked at on purpose.
    """
    period = job.config.settings.plan.period
    last = period.closed
    known = job.store.days(job.name)
    if job.today <= last or not known or known[0] > last:
        return ""
    named = f"План {period.label} года" if period.calendar else f"План {period.label}"
    command = f"rollover --year {period.following.starts.year}" if period.calendar else "rollover"
    return (
        f"{named} закончен: после {day_words(last)} программа его не ведёт, сегодня "
        f"ничего не сделано. План нового года: sheetsync {command}. Вести и "
        "прежний: sheetsync run --accept."
    )
