"""Letters that did not arrive, mailboxes left alone (`help policy`: The coordinator)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.daily.job import Job
from sheetsync.history.history import History
from sheetsync.mail.replies import Blame, blame
from sheetsync.model import GONE, Decision, Digest, Hold, LetterState, StoredLetter
from sheetsync.model.frozen import frozen

_FAILED = (LetterState.REJECTED, LetterState.UNKNOWN, LetterState.EXPIRED)
_LATELY = timedelta(days=7)
# A mailbox may be full or closed for a while; one that refuses so often is not there.
_REST = timedelta(days=7)
_FOR_GOOD = 3


@frozen
class Rest:
    """A mailbox that is not written to: its newest refused letter, and the day of the next try.

    `until` is None where the next try waits for a person: for another address in the roster, or
    for the word that the mailbox is mended.
    """

    letter: StoredLetter
    until: date | None


def missing(job: Job, history: History) -> tuple[StoredLetter, ...]:
    """The letters of the job's scope that never went, or of which nobody knows.

    A refusal of an address that has been replaced since is over: nobody need check it.
    """
    found = _not_made_good(letters_in(history, job.scope))
    failed = (letter for letter in found if letter.state in _FAILED)
    return tuple(one for one in failed if not (_is_refused(one) and _is_replaced(job, one)))


def _is_refused(letter: StoredLetter) -> bool:
    return letter.state is LetterState.REJECTED


def _is_replaced(job: Job, letter: StoredLetter) -> bool:
    """Whether nobody has the address any more."""
    return not job.config.names(letter.address)


def missing_lately(job: Job, history: History) -> tuple[StoredLetter, ...]:
    """The real letters of the last days that did not arrive, or not yet.

    Mailboxes that are left alone stand there for as long as they are.
    """
    since = job.today - _LATELY
    rests = {} if job.scope else resting(job, history)
    # Or the oldest trouble would vanish from the tab after a week, unsolved.
    alone = {rest.letter.id for rest in rests.values()}
    found = (each for each in _not_made_good(letters_in(history, "")) if not _goes_later(job, each))
    return tuple(letter for letter in found if letter.day >= since or letter.id in alone)


def _goes_later(job: Job, letter: StoredLetter) -> bool:
    return job.posts_later and letter.day == job.today and letter.state is LetterState.PENDING


def resting(job: Job, history: History) -> dict[str, Rest]:
    """By address the mailboxes that get no letter on the job's day."""
    found: dict[str, Rest] = {}
    letters = letters_in(history, job.scope)
    for address, refusals in _refused_in_a_row(letters, history.mended).items():
        newest = refusals[-1]
        until = None if len(refusals) >= _FOR_GOOD else newest.day + _REST
        if newest.day < job.today and (until is None or job.today < until):
            found[address] = Rest(letter=newest, until=until)
    return found


def resting_now(job: Job, history: History) -> dict[str, Rest]:
    """Those of them that the roster and the settings still name."""
    found = resting(job, history).items()
    return {address: rest for address, rest in found if job.config.names(address)}


def left_alone(decided: Decision, rests: Mapping[str, Rest]) -> Decision:
    """The decision without letters to those mailboxes; what these would have told is held."""
    kept = tuple(digest for digest in decided.digests if digest.address not in rests)
    held = (hold for digest in decided.digests if digest.address in rests for hold in _held(digest))
    return replace(decided, digests=kept, holds=(*decided.holds, *held))


def letters_in(history: History, scope: str) -> tuple[StoredLetter, ...]:
    """The letters that count in that scope."""
    return tuple(letter for letter in history.letters if letter.scope == scope)


def _last_taken(letters: Iterable[StoredLetter]) -> dict[str, date]:
    """By address the day of the newest letter that it took."""
    # Not WRITTEN: a file in the outbox proves nothing about a mailbox.
    return {each.address: each.day for each in letters if each.state is LetterState.SENT}


def _refused_in_a_row(
    letters: tuple[StoredLetter, ...], mended: Mapping[str, date]
) -> dict[str, list[StoredLetter]]:
    """By address the refusals since the last letter that it took, the oldest first."""
    taken = _last_taken(letters)
    found: dict[str, list[StoredLetter]] = {}
    for letter in letters:
        # What a server refuses for our own sake (login, sender, limit) says nothing about the
        # mailbox.
        refused = letter.state is LetterState.REJECTED and blame(letter.reply) is Blame.ADDRESSEE
        since = max(known.get(letter.address, date.min) for known in (taken, mended))
        if refused and letter.day > since:
            found.setdefault(letter.address, []).append(letter)
    return found


def _not_made_good(letters: tuple[StoredLetter, ...]) -> Iterator[StoredLetter]:
    """Letters, not attempts: what did not go one day is said by the next that goes."""
    taken = _last_taken(letters)
    newest = {each.address: each.id for each in letters if each.state is LetterState.EXPIRED}
    for letter in letters:
        made_good = taken.get(letter.address, date.min) > letter.day
        again = newest.get(letter.address) != letter.id
        superseded = letter.state is LetterState.EXPIRED and (made_good or again)
        if letter.state not in GONE and not superseded:
            yield letter


def _held(digest: Digest) -> Iterator[Hold]:
    for digest_item in digest.items():
        # Only a stage can be told later; what is merely shown comes with any next letter.
        if not digest_item.notification.stage:
            continue
        yield Hold(
            address=digest.address,
            number=digest_item.item.measure.number,
            notification=digest_item.notification,
            reason="refused",
        )
