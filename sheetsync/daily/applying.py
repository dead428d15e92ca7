"""Applies what a day decided: everything that is remembered of it, at once or not at all."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheetsync.daily.decision import worded
from sheetsync.daily.job import Job
from sheetsync.daily.reading import Reading
from sheetsync.model import OutgoingLetter, Snapshot

if TYPE_CHECKING:
    from sheetsync.state.transaction import Transaction


def apply(job: Job, reading: Reading, posted: Iterable[OutgoingLetter] = (), *, told: bool) -> None:
    """Store the snapshot, its words, its doubts and the letters that were composed from it."""
    with job.store.writing() as memory:
        remember(memory, job, reading, posted, told=told)


def remember(
    memory: "Transaction",
    job: Job,
    reading: Reading,
    posted: Iterable[OutgoingLetter],
    *,
    told: bool = True,
) -> tuple[int, ...]:
    """The same within a transaction; returns the ids of the letters that were not filed before."""
    serial = memory.remember(job.name, _snapshot(job, reading, told=told))
    memory.note_words(job.name, worded(reading), job.today)
    for doubt in reading.doubts:
        candidates = (candidate.identity for candidate in doubt.candidates)
        memory.doubt(job.name, doubt.identity, candidates)
    return memory.post(job.name, posted, snapshot=serial, now=job.now)


def _snapshot(job: Job, reading: Reading, *, told: bool) -> Snapshot:
    """What there is to remember of a reading; `told` where letters go out on it."""
    plan = reading.agenda.plan
    return Snapshot(
        taken=job.now,
        year=plan.year,
        title=plan.title,
        tab=plan.tab,
        tabs=plan.tabs,
        told=told,
        scope=job.scope if told else "",
        rows=reading.rows,
    )
