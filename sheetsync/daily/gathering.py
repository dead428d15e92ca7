"""Gathers all that is remembered of a plan, in one reading of the store."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sheetsync.daily.job import Job
from sheetsync.history.history import History, look_backs, serials_needed
from sheetsync.history.identity import apply_links
from sheetsync.model import Snapshot, StoredLetter

if TYPE_CHECKING:
    from sheetsync.state.records import Records


def load_history(job: Job) -> History:
    """The plan's past as far as the job's day needs it."""
    with job.store.reading() as records:
        return history_in(records, job)


def history_in(records: "Records", job: Job) -> History:
    """The plan's past, read within a transaction that is open already."""
    past = records.past(job.name)
    letters = tuple(_as_now(job, letter) for letter in records.filed(job.name))
    own = [letter for letter in letters if letter.scope == job.scope]
    # What is not loaded here is unknown where changes are told since one of these days.
    asked = look_backs(past.taken, job.config.settings.chair.sittings, today=job.today)
    needed = serials_needed(past.taken, own, today=job.today, days=asked)
    found = {serial: past.snapshot(serial) for serial in needed}
    return History(
        token=past.token,
        next_identity=past.next_identity,
        taken=past.taken,
        snapshots={serial: _linked(each, past.links) for serial, each in found.items() if each},
        links=past.links,
        doubts=past.doubts,
        since=past.since(),
        lives=past.lives(),
        redated=past.redated,
        letters=letters,
        word_days=past.words,
        gone=past.gone(),
        mended={_current_spelling(job, address): day for address, day in past.mended.items()},
    )


def letters_now(job: Job) -> tuple[StoredLetter, ...]:
    """The letters as they are after some were delivered."""
    with job.store.reading() as records:
        return tuple(_as_now(job, letter) for letter in records.filed(job.name))


def _linked(snapshot: Snapshot, links: tuple[tuple[int, int], ...]) -> Snapshot:
    """The snapshot with the links applied that people have set since."""
    return replace(snapshot, rows=apply_links(snapshot.rows, links))


def _as_now(job: Job, letter: StoredLetter) -> StoredLetter:
    """The letter with the state that it has for a new run, its address as it is written now."""
    state = letter.state.settled(late=letter.day < job.today)
    address = _current_spelling(job, letter.address)
    if (state, address) == (letter.state, letter.address):
        return letter
    return replace(letter, state=state, address=address)


def _current_spelling(job: Job, address: str) -> str:
    """The address as the configuration writes it now, whatever the case of its letters."""
    return job.config.spellings.get(address.casefold(), address)
