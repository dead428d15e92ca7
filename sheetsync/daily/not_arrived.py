"""Which of a job's letters did not arrive, and which mailboxes are left alone therefore."""

from datetime import timedelta

from sheetsync.daily.job import Job
from sheetsync.digest.undelivered import RestingMailbox, failed, not_made_good, resting_mailboxes
from sheetsync.history.history import History
from sheetsync.mail.replies import Blame, blame
from sheetsync.model import LetterState, StoredLetter

_LATELY = timedelta(days=7)


def missing(job: Job, history: History) -> tuple[StoredLetter, ...]:
    """The letters of the job's scope that never went, or of which nobody knows.

    A refusal of an address that has been replaced since is over: nobody need check it.
    """
    found = failed(history.letters_in(job.scope))
    return tuple(
        letter
        for letter in found
        if letter.state is not LetterState.REJECTED or job.config.names(letter.address)
    )


def missing_lately(job: Job, history: History) -> tuple[StoredLetter, ...]:
    """The real letters of the last days that did not arrive, or not yet.

    Mailboxes that are left alone stand there for as long as they are.
    """
    since = job.today - _LATELY
    resting = {} if job.scope else resting_mailboxes_of(job, history)
    # Or the oldest trouble would vanish from the tab after a week, unsolved.
    alone = {one.letter.id for one in resting.values()}
    found = (each for each in not_made_good(history.letters_in("")) if not _goes_later(job, each))
    return tuple(letter for letter in found if letter.day >= since or letter.id in alone)


def resting_mailboxes_of(job: Job, history: History) -> dict[str, RestingMailbox]:
    """By address the mailboxes of roster and settings that get no letter on the job's day."""
    found = resting_mailboxes(
        history.letters_in(job.scope),
        history.mended,
        today=job.today,
        blames=lambda letter: blame(letter.reply) is Blame.ADDRESSEE,
    )
    return {address: rest for address, rest in found.items() if job.config.names(address)}


def _goes_later(job: Job, letter: StoredLetter) -> bool:
    return job.posts_later and letter.day == job.today and letter.state is LetterState.PENDING
