"""When a plan is over, so that last year's job does not go on beside this year's."""

from sheetsync.daily.job import Job
from sheetsync.languages import _, active


def ended_words(job: Job) -> str:
    """That the plan is no longer run, and how to go on; "" where it is run.

    A plan is run until a month after its end, 31 January (`help policy`: Stages). One whose
    first run came later is looked at on purpose.
    """
    period = job.config.settings.plan.period
    last = period.closed
    if job.today <= last:
        return ""
    with job.store.reading() as memory:
        known = memory.days(job.name)
    if not known or known[0] > last:
        return ""
    return _(
        "The plan of {year} is over: after {day_words} the program no longer follows it, "
        "nothing was done today. The next year's plan: sheetsync rollover --year {year2}. To "
        "go on with the old one: sheetsync run --accept.",
        year=period.label,
        day_words=active().day(last),
        year2=period.following.starts.year,
    )
