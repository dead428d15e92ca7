"""Letters that did not arrive, and mailboxes that rest therefore (`help policy`: Letters).

A file in the outbox proves nothing about a mailbox: only a letter that a server took does.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from sheetsync.model import LetterState, StoredLetter
from sheetsync.model.frozen import frozen

# A mailbox may be full or closed for a while; one that refuses so often is not there.
_REST = timedelta(days=7)
_FOR_GOOD = 3


@frozen
class RestingMailbox:
    """A mailbox that gets no letters for now: its newest refused one, and the day of the next try.

    `until` is None where the next try waits for a person: for another address in the roster, or
    for the word that the mailbox is mended.
    """

    letter: StoredLetter
    until: date | None


def resting_mailboxes(
    letters: Iterable[StoredLetter],
    mended: Mapping[str, date],
    *,
    today: date,
    blames: Callable[[StoredLetter], bool],
) -> dict[str, RestingMailbox]:
    """By address the mailboxes that get no letter today.

    `letters` are those of one scope in the order of their filing, `mended` says since when an
    address takes letters again, `blames` whether a refused letter was refused for its addressee's
    sake: what a server refuses for our own (login, sender, limit) says nothing of the mailbox.
    """
    found: dict[str, RestingMailbox] = {}
    for address, refusals in _refused_in_a_row([*letters], mended, blames).items():
        newest = refusals[-1]
        until = None if len(refusals) >= _FOR_GOOD else newest.day + _REST
        if newest.day < today and (until is None or today < until):
            found[address] = RestingMailbox(letter=newest, until=until)
    return found


def failed(letters: Iterable[StoredLetter]) -> Iterator[StoredLetter]:
    """The letters that never went, or of which nobody knows."""
    return (letter for letter in not_made_good(letters) if letter.state.failed)


def not_made_good(letters: Iterable[StoredLetter]) -> Iterator[StoredLetter]:
    """The letters that did not go, or not yet, each once.

    A letter that expired is made good by the next one that the address takes.
    """
    filed = [*letters]
    taken = _last_taken(filed)
    newest = {each.address: each.id for each in filed if each.state is LetterState.EXPIRED}
    for letter in filed:
        made_good = taken.get(letter.address, date.min) > letter.day
        again = newest.get(letter.address) != letter.id
        superseded = letter.state is LetterState.EXPIRED and (made_good or again)
        if not letter.state.gone and not superseded:
            yield letter


def _last_taken(letters: Iterable[StoredLetter]) -> dict[str, date]:
    """By address the day of the newest letter that it took."""
    return {each.address: each.day for each in letters if each.state is LetterState.SENT}


def _refused_in_a_row(
    letters: list[StoredLetter], mended: Mapping[str, date], blames: Callable[[StoredLetter], bool]
) -> dict[str, list[StoredLetter]]:
    """By address the refusals since the last letter that it took, the oldest first."""
    taken = _last_taken(letters)
    found: dict[str, list[StoredLetter]] = {}
    for letter in letters:
        refused = letter.state is LetterState.REJECTED and blames(letter)
        since = max(known.get(letter.address, date.min) for known in (taken, mended))
        if refused and letter.day > since:
            found.setdefault(letter.address, []).append(letter)
    return found
