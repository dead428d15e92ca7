"""How often the deadlines of measures were moved, from the life of each."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sheetsync.daily.job import Job
from sheetsync.daily.reading import Reading
from sheetsync.daily.understanding import agenda_of, reader_of, remembered
from sheetsync.digest.situation import Reader
from sheetsync.model import Line, Meaning, Move, Remembered, Snapshot, State
from sheetsync.plan.changes import ground_of
from sheetsync.words.cleaning import fold


def is_move(was: Line, now: Line, reader: Reader) -> bool:
    """The deadline's cell or a postponement in the status moved it."""
    put_off = was.status != now.status and reader.meaning(now) is Meaning.POSTPONED
    return put_off or fold(was.deadline) != fold(now.deadline)


def moves(job: Job, reading: Reading) -> Iterator[Move]:
    """The moves of each measure whose deadline was ever moved, in the order of the sheet.

    A measure that was put off in its status and is not put off any more counts only where its
    deadline has had several wordings.
    """
    reader = reader_of(job.config, today=job.today, leads={})
    redated = job.store.redated(job.name)
    put_off = {
        measure.row
        for measure in reading.agenda.plan.measures
        if measure.progress.meaning is Meaning.POSTPONED
    }
    before = {row.identity: row.line for row in reading.before.rows} if reading.before else {}
    for row in reading.rows:
        edited = row.identity in before and before[row.identity].deadline != row.line.deadline
        if edited or row.identity in redated or row.line.row in put_off:
            yield from _moves_of(job, row, reader)


def _moves_of(job: Job, row: Remembered, reader: Reader) -> Iterator[Move]:
    life = [(when.date(), line) for when, line in job.store.life(job.name, row.identity)]
    if not life or life[-1][1][1:] != row.line[1:]:
        life.append((job.today, row.line))
    found = [(was, *now) for (_, was), now in pairwise(life) if is_move(was, now[1], reader)]
    if found:
        was, day, now = found[-1]
        in_cell = fold(was.deadline) != fold(now.deadline)
        yield Move(
            row=row.line.row,
            times=len(found),
            day=day,
            before=was.deadline,
            after=now.deadline if in_cell else now.status,
            was_late=_was_late(job, was, day),
            ground=ground_of(now),
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
