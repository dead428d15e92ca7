"""The daily run of one plan: where the pure side meets the edges. Each step is data.

A day, in the order in which `mail_day` of `run` takes its steps, with the tabs after them:

    job           one plan on one day, and how a folder's is opened
    gathering     all that is remembered of it, in one reading of the store
    plan_reading  its tab, compared with that past; `plan_context` is what the settings say of it
    decision      who is told what; `not_arrived` gathers which letters did not arrive, `moved`
                  which deadlines were put off
    letters       … in words and bytes
    run           … and all of it into the store at once
    delivering    what waits in the ledger goes to a server or into files
    tabs          what our tabs say, and their writing

`watching` is the door: it opens a folder's plan, runs that day on record and reports to whoever
watches. `readiness` says whether the day is wanted, when letters go, and what it lacks.
Beside it stand `ledger`, `linking`, `past_days`, `papers`, `proof`, `rehearsal`,
`simulation`, `status`, and the check-up, `checkup` with its `checkup_parts`. They ask the same
modules and leave the day alone.
"""

from sheetsync.daily.decision import decision
from sheetsync.daily.delivering import relayed_words
from sheetsync.daily.job import Job, opened_job
from sheetsync.daily.ledger import retry
from sheetsync.daily.letters import Mail, compose
from sheetsync.daily.past_days import as_of, lately
from sheetsync.daily.plan_reading import Reading, plan_table, read
from sheetsync.daily.readiness import ended_words, lacking
from sheetsync.daily.rehearsal import Rehearsal, letters_of, rehearse
from sheetsync.daily.run import MailingReport, Report, mail_day, run, sync
from sheetsync.daily.tabs import show, standing_apart
from sheetsync.daily.watching import run_folder, run_watched
