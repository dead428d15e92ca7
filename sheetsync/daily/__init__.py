"""The daily run: the one room that joins the pure side to the edges. Each step is data.

A day, in the order in which `run` takes its steps:

    job           one plan on one day, and how a folder's is opened
    gathering     all that is remembered of it, in one reading of the store
    plan_reading  its tab, held against that past; `plan_context` is what the settings say of it
    decision      who is told what; `not_arrived`, `letter_day`: which mailboxes and days get none
    post          the day's letters; `composing` makes each of words and bytes
    run           … applies all of it to the store at once
    delivering    what waits in the ledger goes to a server or into files
    tabs          what our tabs say, and their writing

`watching` runs that day on record and tells who watches, `readiness` says what it will lack.
Beside it stand `outbox`, `past_days`, `papers`, `proof`, `status`, `simulation`, and the check-up:
`checkup`, `check`. They ask the same modules and leave the day alone.
"""

from sheetsync.daily.decision import decision
from sheetsync.daily.job import PLAN, Connect, Job, opened_job
from sheetsync.daily.letter_day import Rehearsal, letters_of, rehearse
from sheetsync.daily.outbox import retry
from sheetsync.daily.past_days import as_of, lately
from sheetsync.daily.plan_reading import Reading, plan_table, read
from sheetsync.daily.post import Mail, compose
from sheetsync.daily.readiness import ended_words, lacking
from sheetsync.daily.run import MailingReport, Report, run, sync, tell
from sheetsync.daily.tabs import show, standing_apart
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
    "letters_of",
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
