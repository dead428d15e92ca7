"""Gathers all that is remembered of a plan, in one reading of the store."""

from dataclasses import replace
from datetime import timedelta

from sheetsync.daily.job import Job
from sheetsync.history.history import History, serials_needed
from sheetsync.history.identity import settle
from sheetsync.model import Snapshot, StoredLetter


def gather(job: Job) -> History:
    """The plan's past, for what the job's day asks of it."""
    sittings = sorted(day for day in job.config.settings.chair.sittings if day < job.today)
    # The days that `summary_context` looks back to: what is not loaded here is unknown there.
    month = job.today.replace(day=1) - timedelta(days=1)
    with job.store.reading() as memory:
        taken, links = memory.taken(job.name), memory.links(job.name)
        letters = tuple(_as_now(job, letter) for letter in memory.filed(job.name))
        own = [letter for letter in letters if letter.scope == job.scope]
        # What changed is told since the last sitting, the month's beginning, or the first day.
        asked = (*sittings[-1:], month, *(each.day for each in taken[:1]))
        needed = serials_needed(taken, own, today=job.today, days=asked)
        found = {serial: memory.snapshot(job.name, serial) for serial in needed}
        # Candidates may be gone from the newest snapshot, so that only their lives still have
        # words.
        doubts = memory.doubts(job.name)
        candidates = {identity for named in doubts.values() for identity in named}
        return History(
            token=memory.token(job.name),
            next_identity=memory.next_identity(job.name),
            taken=taken,
            snapshots={
                serial: _linked(snapshot, links) for serial, snapshot in found.items() if snapshot
            },
            links=links,
            doubts=doubts,
            since=memory.since(job.name),
            lives=memory.lives(job.name, candidates),
            redated=memory.redated(job.name),
            letters=letters,
            words=memory.words(job.name),
            mended={_spelt(job, address): day for address, day in memory.mended(job.name).items()},
        )


def with_letters(job: Job, history: History) -> History:
    """The same with the letters as they are now, after some were delivered."""
    with job.store.reading() as memory:
        letters = tuple(_as_now(job, letter) for letter in memory.filed(job.name))
    return replace(history, letters=letters)


def _linked(snapshot: Snapshot, links: tuple[tuple[int, int], ...]) -> Snapshot:
    """The snapshot with what people said of its rows since."""
    return replace(snapshot, rows=settle(snapshot.rows, links))


def _as_now(job: Job, letter: StoredLetter) -> StoredLetter:
    """The letter with the state that it has for a new run, its address as it is written now."""
    state = letter.state.settled(late=letter.day < job.today)
    return replace(letter, state=state, address=_spelt(job, letter.address))


def _spelt(job: Job, address: str) -> str:
    """The address as the configuration writes it now, whatever the case of its letters."""
    return job.config.spellings.get(address.casefold(), address)
