"""Applies what a day decided: everything that is remembered of it, at once or not at all."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheetsync.daily.decision import worded
from sheetsync.daily.job import Job
from sheetsync.daily.plan_reading import Reading
from sheetsync.model import OutgoingLetter, Snapshot, StoredLetter

if TYPE_CHECKING:
    from sheetsync.state.transaction import Transaction


def apply(
    job: Job, reading: Reading, posted: Iterable[OutgoingLetter] = (), *, told: bool
) -> tuple[StoredLetter, ...]:
    """Store the snapshot, its words, its doubts and the letters that were composed from it.

    Returns the letters that were not filed before.
    """
    with job.store.writing() as memory:
        return remember(memory, job, reading, posted, told=told)


def remember(
    memory: "Transaction",
    job: Job,
    reading: Reading,
    posted: Iterable[OutgoingLetter],
    *,
    told: bool = True,
) -> tuple[StoredLetter, ...]:
    """The same within a transaction."""
    serial = memory.remember(job.name, _snapshot(job, reading, told=told))
    # Dated by the run: no cell tells when it was edited.
    memory.note_words(job.name, worded(reading), job.today)
    # Kept until a person settles it: the next run knows the row by its new identity and would not
    # doubt it again.
    for doubt in reading.doubts:
        candidates = (candidate.identity for candidate in doubt.candidates)
        memory.doubt(job.name, doubt.identity, candidates)
    # In the snapshot's transaction: the next news of a reader are counted from the snapshot that
    # the letter was composed from.
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
        # `sync` tells nobody: there is no scope in which its snapshot would count.
        scope=job.scope if told else "",
        rows=reading.rows,
    )
