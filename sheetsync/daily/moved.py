"""Which deadlines of a plan were moved, by what is remembered of their rows."""

from collections.abc import Callable
from datetime import date

from sheetsync.daily.job import Job
from sheetsync.daily.past_days import row_then
from sheetsync.daily.plan_context import line_reader_of
from sheetsync.history.history import History
from sheetsync.history.moves import MoveReader, Promise, moved_at, moves, promise_reader
from sheetsync.model import Agenda, KnownRow, Life, Line, Meaning, Measure, Move, State


def promise_of(job: Job) -> Callable[[Line], Promise]:
    """What a remembered row promises, as of the job's day."""
    reader = line_reader_of(job.config, today=job.today)
    return promise_reader(reader.deadline, reader.progress)


def times_moved(job: Job, life: Life) -> int:
    """How often the deadline of one measure was moved, as letters and tabs count it."""
    return len(moved_at([line for _, line in life], promise_of(job))) if life else 0


def moves_of(
    job: Job, agenda: Agenda, rows: tuple[KnownRow, ...], history: History
) -> tuple[Move, ...]:
    """The moves of each measure whose deadline was ever moved, in the order of the rows."""
    put_off = {
        measure.row
        for measure in agenda.plan.measures
        if measure.progress.meaning is Meaning.POSTPONED or _is_done_late(measure)
    }
    reader = MoveReader(
        promise=promise_of(job), was_late=lambda line, day: _was_late(job, line, day)
    )
    return tuple(moves(rows, history, reader, put_off=put_off, today=job.today))


def _is_done_late(measure: Measure) -> bool:
    progress, due = measure.progress, measure.deadline.due
    done = progress.meaning is Meaning.DONE
    return done and due is not None and progress.on is not None and progress.on > due


def _was_late(job: Job, line: Line, day: date) -> bool:
    """Whether the row, as it was, was overdue on that day."""
    return any(item.state is State.OVERDUE for item in row_then(job, line, day))
