"""Letters that did not arrive, as a run that begins now finds them in the ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from sheetsync.daily.job import Job
from sheetsync.daily.resting import last_taken, resting
from sheetsync.model import Filed, LetterState, Told
from sheetsync.state.posting import settled

_ARRIVED = (LetterState.SENT, LetterState.WRITTEN)
_NOT_SENT = tuple(state for state in LetterState if state not in _ARRIVED)
_FAILED = (LetterState.REJECTED, LetterState.UNKNOWN, LetterState.EXPIRED)
_LATELY = timedelta(days=7)
_Letter = TypeVar("_Letter", Told, Filed)


def missing(job: Job) -> tuple[Filed, ...]:
    """The letters of the job's scope that never went, or of which nobody knows."""
    found = _found(job, scope=job.scope)
    return tuple(letter for letter in found if letter.state in _FAILED)


def missing_lately(job: Job) -> tuple[Filed, ...]:
    """The real letters of the last days that did not arrive, or not yet.

    Mailboxes that are left alone stand there for as long as they are.
    """
    since = job.today - _LATELY
    rests = {} if job.scope else resting(job)
    alone = {rest.letter.id for rest in rests.values()}
    found = (each for each in _found(job, scope="") if not _goes_later(job, each))
    return tuple(letter for letter in found if letter.day >= since or letter.id in alone)


def _goes_later(job: Job, letter: Filed) -> bool:
    return job.posts_later and letter.day == job.today and letter.state is LetterState.PENDING


def as_now(job: Job, letter: _Letter) -> _Letter:
    """The letter with the state that it has for a new run, its address as it is written now."""
    state = settled(letter.state, late=letter.day < job.today)
    return replace(letter, state=state, address=job.spelt(letter.address))


def _found(job: Job, *, scope: str) -> tuple[Filed, ...]:
    found = job.store.ledger.filed(job.name, states=_NOT_SENT, scope=scope)
    known = [as_now(job, letter) for letter in found]
    taken = last_taken(job, scope=scope) if known else {}
    return tuple(_without_made_good(known, taken))


def _without_made_good(letters: Iterable[Filed], taken: dict[str, date]) -> Iterator[Filed]:
    """Letters, not attempts: what did not go one day is said by the next that goes."""
    known = list(letters)
    newest = {each.address: each.id for each in known if each.state is LetterState.EXPIRED}
    for letter in known:
        made_good = taken.get(letter.address, date.min) > letter.day
        again = newest.get(letter.address) != letter.id
        if letter.state is not LetterState.EXPIRED or not (made_good or again):
            yield letter
