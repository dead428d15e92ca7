"""The plan of past days."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sheetsync.daily.job import Job
from sheetsync.daily.plan_context import context_of, line_reader_of
from sheetsync.errors import UsageError
from sheetsync.history.changes import changes
from sheetsync.languages import active, between_quotes
from sheetsync.model import TAB_ROWS, Agenda, Change, Item, KnownRow, Life, Line, Snapshot
from sheetsync.plan.agenda import agenda_of_lines, agenda_of_snapshot

# A month of working days is what people remember themselves.
_LATELY = 23


def as_of(job: Job, day: date) -> Agenda:
    """The agenda of a past day, from the newest snapshot that was taken by then.

    Raises UsageError where the plan was not known yet.
    """
    return agenda_then(job, last_by(job, day), day)


def last_by(job: Job, day: date) -> Snapshot:
    """The newest snapshot that was taken by a day. Raises UsageError where there is none."""
    with job.store.reading() as records:
        last = records.as_of(job.name, day)
    if last is None:
        raise UsageError(
            "Nothing is recorded of the plan on {day_words} yet.", day_words=active().day(day)
        )
    return last


def agenda_then(job: Job, snapshot: Snapshot, day: date) -> Agenda:
    """The agenda of a remembered plan as of a day."""
    return agenda_of_snapshot(snapshot, context_of(job.config), today=day)


def row_then(job: Job, line: Line, day: date) -> tuple[Item, ...]:
    """The items of one remembered row as of a day."""
    return agenda_of_lines((line,), context_of(job.config), today=day).items


def lately(job: Job) -> Iterator[tuple[date, tuple[Change, ...]]]:
    """The last days that changed the plan, the oldest first, each with its changes."""
    with job.store.reading() as records:
        past = records.past(job.name)
    # By day, not by snapshot: several runs of a day are one change to people.
    days = sorted({each.day for each in past.taken})[-_LATELY:]
    newest = {day: past.newest(until=day) for day in days}
    known = {day: found.rows if found else () for day, found in newest.items()}
    for earlier, day in pairwise(days):
        progress = line_reader_of(job.config, today=day).progress
        found = changes(known[earlier], known[day], progress=progress)
        if found:
            yield day, found


def last_rows(job: Job, tab: str) -> tuple[KnownRow, ...]:
    """The rows of the newest snapshot, or those of one of its tabs; none where there is none.

    Raises UsageError where the plan has no such tab.
    """
    with job.store.reading() as records:
        last = records.last(job.name)
    if last is None or not tab:
        return last.rows if last else ()
    titles = last.tabs or (last.tab,)
    places = [place for place, title in enumerate(titles) if title.casefold() == tab.casefold()]
    if not places:
        there = between_quotes(titles)
        raise UsageError("The plan has no tab “{tab}”. There are: “{there}”.", tab=tab, there=there)
    return tuple(row for row in last.rows if row.line.row // TAB_ROWS in places)


def life_of(job: Job, row: KnownRow) -> tuple[Life, date]:
    """Each content of a measure in turn, and the day since when the plan is known."""
    with job.store.reading() as records:
        life, days = records.life(job.name, row.identity), records.days(job.name)
    return life, next(iter(days), job.today)
