"""The daily run: read, understand, remember, tell, show. Each step is data that can be printed."""

from sheetsync.daily.delivering import retry
from sheetsync.daily.job import PLAN, Job
from sheetsync.daily.opening import opened_job
from sheetsync.daily.post import Mail, compose
from sheetsync.daily.reading import Reading, plan_table, read
from sheetsync.daily.run import Report, Told, as_of, lately, run, show, standing_apart, sync, tell
from sheetsync.daily.telling import decision

__all__ = [
    "PLAN",
    "Job",
    "Mail",
    "Reading",
    "Report",
    "Told",
    "as_of",
    "compose",
    "decision",
    "lately",
    "opened_job",
    "plan_table",
    "read",
    "retry",
    "run",
    "show",
    "standing_apart",
    "sync",
    "tell",
]
