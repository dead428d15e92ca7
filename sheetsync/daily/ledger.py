"""What a person does with the ledger: look at letters, settle them, try again."""

from dataclasses import replace

from sheetsync.daily.delivering import deliver_waiting, delivery_problems, refuse_pretence
from sheetsync.daily.job import Job
from sheetsync.errors import SheetsyncError
from sheetsync.mail.delivery import DeliveryReport
from sheetsync.model import LetterState, StoredLetter


def letters(job: Job) -> tuple[StoredLetter, ...]:
    """All letters, without their bytes."""
    with job.store.reading() as records:
        return records.filed(job.name)


def letter(job: Job, id_: int) -> StoredLetter | None:
    """One letter, with its bytes where they are still kept."""
    with job.store.reading() as records:
        return records.letter(job.name, id_)


def resolve(job: Job, unknown: StoredLetter, state: LetterState) -> None:
    """Store what became of a letter that nobody knew about."""
    with job.store.writing() as transaction:
        transaction.keep((replace(unknown, state=state),), now=job.now)


def mend(job: Job, refused: StoredLetter) -> None:
    """Store that the letter's address accepts letters again, from today on."""
    with job.store.writing() as transaction:
        transaction.mend(job.name, refused.address, job.today)


def retry(job: Job) -> tuple[DeliveryReport, tuple[SheetsyncError, ...]]:
    """Deliver what waits today, outside of a run; returns the problems, too."""
    refuse_pretence(job)
    with job.store.writing() as transaction:
        # What a run that died left open.
        lost = transaction.settle(job.name, job.today, now=job.now)
    delivery = deliver_waiting(job)
    return delivery, delivery_problems(lost, delivery)
