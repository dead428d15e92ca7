"""When a plan is over, so that last year's job does not go on beside this year's."""

from datetime import date

from sheetsync.daily.job import Job
from sheetsync.words.terms import day_words


def ended_words(job: Job) -> str:
    """That the plan is no longer run, and how to go on; "" where it is run.

    A plan is run until the end of January after its year (POLICY, Stages). One whose first run
    came later is looked at on purpose.
    """
    year = job.config.settings.plan.year
    last = date(year + 1, 1, 31)
    known = job.store.days(job.name)
    if job.today <= last or not known or known[0] > last:
        return ""
    return (
        f"План {year} года закончен: после {day_words(last)} программа его не ведёт, сегодня "
        f"ничего не сделано. План нового года: sheetsync rollover --year {year + 1}. Вести и "
        "прежний: sheetsync run --accept."
    )
