"""The letters of the ledger as a person sees them, and what a person says of them."""

from dataclasses import replace

from sheetsync.daily.job import Job
from sheetsync.model import LetterState, StoredLetter


def letters(job: Job) -> tuple[StoredLetter, ...]:
    """All letters, without their bytes."""
    with job.store.reading() as memory:
        return memory.filed(job.name)


def letter(job: Job, id_: int) -> StoredLetter | None:
    """One letter, with its bytes where they are still kept."""
    with job.store.reading() as memory:
        return memory.letter(job.name, id_)


def resolve(job: Job, unknown: StoredLetter, state: LetterState) -> None:
    """Store what became of a letter that nobody knew about."""
    with job.store.writing() as memory:
        memory.keep((replace(unknown, state=state),), now=job.now)


def mend(job: Job, refused: StoredLetter) -> None:
    """Store that the letter's address takes letters again, from today on."""
    with job.store.writing() as memory:
        memory.mend(job.name, refused.address, job.today)
