"""How often the deadlines of measures were moved, from the life of each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sheetsync.config import Config
from sheetsync.daily.job import Job
from sheetsync.daily.reading import Reading
from sheetsync.daily.understanding import agenda_of, progress_of, remembered
from sheetsync.model import (
    DeadlineKind,
    Line,
    Meaning,
    Measure,
    Move,
    Remembered,
    Snapshot,
    State,
)
from sheetsync.plan.changes import ground_of
from sheetsync.words.cleaning import fold
from sheetsync.words.deadlines import read_deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """By when a row says that it will be done.

    `term` are the days of its deadline, or what kind it has instead of days; it is empty where
    nobody can read the cell. `due` is the last of the days, `until` the one that the status puts
    it off to.
    """

    term: tuple[date | DeadlineKind, ...]
    due: date | None
    until: date | None = None
    is_put_off: bool = False
    is_kept: bool = False


def promise_of(config: Config, *, today: date) -> Callable[[Line], Promise]:
    """What a remembered row promises, as of a day."""
    year, progress = config.settings.plan.year, progress_of(config, today)

    @cache
    def promise(line: Line) -> Promise:
        deadline, said = read_deadline(line.deadline, year=year), progress(line)
        days = tuple(occurrence.due for occurrence in deadline.occurrences)
        is_read = deadline.kind is not DeadlineKind.UNREADABLE
        is_put_off = said.meaning is Meaning.POSTPONED
        return Promise(
            term=days or ((deadline.kind,) if is_read else ()),
            due=deadline.due,
            until=said.on if is_put_off else None,
            is_put_off=is_put_off,
            is_kept=said.meaning is Meaning.DONE,
        )

    return promise


def moved_at(lines: Sequence[Line], promise: Callable[[Line], Promise]) -> list[int]:
    """Which of the lines of one measure, in turn, moved its deadline: by their index.

    Other words for the same days move nothing, nor does a document that is added to a status, nor
    a cell that nobody can read.
    """
    found = []
    held = promise(lines[0])
    for index, line in enumerate(lines[1:], 1):
        now = promise(line)
        if not now.term:
            now = replace(now, term=held.term, due=held.due)
        in_cell = bool(held.term) and now.term != held.term
        if (in_cell and (now.due is None or now.due != held.until)) or _puts_off(held, now):
            found.append(index)
        held = now if now.until or in_cell else replace(now, until=held.until)
    return found


def _puts_off(held: Promise, now: Promise) -> bool:
    if now.until is None:
        return now.is_put_off and not held.is_put_off
    return now.until not in (held.until, now.due)


def moves(job: Job, reading: Reading) -> Iterator[Move]:
    """The moves of each measure whose deadline was ever moved, in the order of the sheet.

    A measure that was put off in its status and is not put off any more counts where its deadline
    has had several wordings, or where it was done after its last day.
    """
    promise = promise_of(job.config, today=job.today)
    redated = job.store.redated(job.name)
    put_off = {
        measure.row
        for measure in reading.agenda.plan.measures
        if measure.progress.meaning is Meaning.POSTPONED or _is_done_late(measure)
    }
    before = {row.identity: row.line for row in reading.before.rows} if reading.before else {}
    for row in reading.rows:
        edited = row.identity in before and before[row.identity].deadline != row.line.deadline
        if edited or row.identity in redated or row.line.row in put_off:
            yield from _moves_of(job, row, promise)


def _is_done_late(measure: Measure) -> bool:
    progress, due = measure.progress, measure.deadline.due
    done = progress.meaning is Meaning.DONE
    return done and due is not None and progress.on is not None and progress.on > due


def _moves_of(job: Job, row: Remembered, promise: Callable[[Line], Promise]) -> Iterator[Move]:
    life = [(when.date(), line) for when, line in job.store.life(job.name, row.identity)]
    if not life or life[-1][1][1:] != row.line[1:]:
        life.append((job.today, row.line))
    lines = [line for _, line in life]
    found = moved_at(lines, promise)
    if found:
        last = found[-1]
        was, (day, now) = lines[last - 1], life[last]
        first = promise(lines[found[0] - 1])
        in_cell = fold(was.deadline) != fold(now.deadline)
        # The document is often named later; that of the deed is another.
        open_since = [line for line in lines[last:] if line is now or not promise(line).is_kept]
        yield Move(
            row=row.line.row,
            times=len(found),
            day=day,
            before=was.deadline,
            after=now.deadline if in_cell else now.status,
            was_late=_was_late(job, was, day),
            ground=next(filter(None, map(ground_of, open_since)), ""),
            was_due=first.due,
        )


def _was_late(job: Job, line: Line, day: date) -> bool:
    """Whether the row, as it was, was overdue on that day."""
    settings = job.config.settings.plan
    alone = Snapshot(
        taken=job.now,
        year=settings.year,
        title="",
        tab="",
        told=False,
        rows=(Remembered(identity=1, line=line),),
    )
    agenda = agenda_of(remembered(alone, job.config, today=day), job.config, today=day, since={})
    return any(item.state is State.OVERDUE for item in agenda.items)
