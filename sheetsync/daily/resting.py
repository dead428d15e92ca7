"""Mailboxes that refuse letters, and until when they are left alone (POLICY, Coordinator)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sheetsync.daily.job import Job
from sheetsync.digest.situation import Decision
from sheetsync.mail.refusals import Blame, blame
from sheetsync.model import Digest, Filed, Hold, LetterState

# A mailbox may be full or closed for a while; one that refuses so often is not there.
_REST = timedelta(days=7)
_FOR_GOOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A mailbox that is not written to: its newest refused letter, and the day of the next try.

    `until` is None where the next try waits for a person: for another address in the roster, or
    for the word that the mailbox is mended.
    """

    letter: Filed
    until: date | None


def resting(job: Job) -> dict[str, Rest]:
    """By address the mailboxes that get no letter on the job's day."""
    found: dict[str, Rest] = {}
    for address, refusals in _in_a_row(job).items():
        newest = refusals[-1]
        until = None if len(refusals) >= _FOR_GOOD else newest.day + _REST
        if newest.day < job.today and (until is None or job.today < until):
            found[address] = Rest(letter=newest, until=until)
    return found


def left_alone(decided: Decision, rests: Mapping[str, Rest]) -> Decision:
    """The same without letters to those mailboxes; what these would have told is held."""
    kept = tuple(digest for digest in decided.digests if digest.address not in rests)
    held = (hold for digest in decided.digests if digest.address in rests for hold in _held(digest))
    return replace(decided, digests=kept, holds=(*decided.holds, *held))


def _in_a_row(job: Job) -> dict[str, list[Filed]]:
    """By address the refusals since the last letter that it took, the oldest first."""
    ledger = job.store.ledger
    refused = ledger.filed(job.name, states=(LetterState.REJECTED,), scope=job.scope)
    theirs = [letter for letter in refused if blame(letter.reply) is Blame.ADDRESSEE]
    if not theirs:
        return {}
    taken = last_taken(job, scope=job.scope)
    mended = {job.spelt(address): day for address, day in ledger.mended(job.name).items()}
    found: dict[str, list[Filed]] = {}
    for letter in theirs:
        address = job.spelt(letter.address)
        if letter.day > max(known.get(address, date.min) for known in (taken, mended)):
            found.setdefault(address, []).append(letter)
    return found


def last_taken(job: Job, *, scope: str) -> dict[str, date]:
    """By address the day of the newest letter of the scope that it took."""
    told = job.store.ledger.told(job.name, scope)
    return {job.spelt(each.address): each.day for each in told if each.state is LetterState.SENT}


def _held(digest: Digest) -> Iterator[Hold]:
    for mention in digest.mentions():
        if not mention.telling.stage:
            continue
        yield Hold(
            address=digest.address,
            number=mention.item.measure.number,
            telling=mention.telling,
            reason="refused",
        )
