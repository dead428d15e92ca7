"""The daily run: read, understand, remember, tell, show. Each step is data that can be printed."""

from sheetsync.daily.decision import decision
from sheetsync.daily.delivering import retry
from sheetsync.daily.ended import ended_words
from sheetsync.daily.job import PLAN, Job
from sheetsync.daily.letter_day import Rehearsal, no_letters_words, on_letter_day, rehearse
from sheetsync.daily.opening import Connect, opened_job
from sheetsync.daily.past_days import as_of, lately
from sheetsync.daily.plan_reading import Reading, plan_table, read
from sheetsync.daily.post import Mail, compose
from sheetsync.daily.readiness import lacking
from sheetsync.daily.run import MailingReport, Report, run, show, standing_apart, sync, tell
from sheetsync.daily.watching import opened_for_run, run_watched, tell_end

__all__ = [
    "PLAN",
    "Connect",
    "Job",
    "Mail",
    "MailingReport",
    "Reading",
    "Rehearsal",
    "Report",
    "as_of",
    "compose",
    "decision",
    "ended_words",
    "lacking",
    "lately",
    "no_letters_words",
    "on_letter_day",
    "opened_for_run",
    "opened_job",
    "plan_table",
    "read",
    "rehearse",
    "retry",
    "run",
    "run_watched",
    "show",
    "standing_apart",
    "sync",
    "tell",
    "tell_end",
]
