"""The daily run: read, understand, remember, tell, show. Each step is data that can be printed."""

from sheetsync.daily.delivering import retry
from sheetsync.daily.job import PLAN, Job
from sheetsync.daily.opening import opened_workbook
from sheetsync.daily.papers import write_papers
from sheetsync.daily.post import Mail, compose
from sheetsync.daily.proof import Proof, proof
from sheetsync.daily.reading import Reading, plan_table, read
from sheetsync.daily.run import Report, Told, as_of, lately, run, show, sync, tell
from sheetsync.daily.simulation import Marks, Span, simulate
from sheetsync.daily.telling import decision

__all__ = [
    "PLAN",
    "Job",
    "Mail",
    "Marks",
    "Proof",
    "Reading",
    "Report",
    "Span",
    "Told",
    "as_of",
    "compose",
    "decision",
    "lately",
    "opened_workbook",
    "plan_table",
    "proof",
    "read",
    "retry",
    "run",
    "show",
    "simulate",
    "sync",
    "tell",
    "write_papers",
]
