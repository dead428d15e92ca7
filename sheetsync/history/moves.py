"""How often the deadlines of measures were moved, from the life of each."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from sheetsync.history.history import History
from sheetsync.model import Deadline, DeadlineKind, KnownRow, Line, Meaning, Move, Progress
from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import fold
from sheetsync.words.status.evidence import document_in


@frozen
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


def promise_reader(
    deadline: Callable[[Line], Deadline], progress: Callable[[Line], Progress]
) -> Callable[[Line], Promise]:
    """What a remembered row promises, where these read its deadline and its status."""

    # Snapshots repeat nearly all their rows: each wording is read once.
    @cache
    def promise(line: Line) -> Promise:
        read, said = deadline(line), progress(line)
        days = tuple(occurrence.due for occurrence in read.occurrences)
        is_read = read.kind is not DeadlineKind.UNREADABLE
        is_put_off = said.meaning is Meaning.POSTPONED
        return Promise(
            term=days or ((read.kind,) if is_read else ()),
            due=read.due,
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
    moved = []
    held = promise(lines[0])
    for index, line in enumerate(lines[1:], 1):
        now = promise(line)
        if not now.term:
            now = replace(now, term=held.term, due=held.due)
        in_cell = bool(held.term) and now.term != held.term
        if (in_cell and (now.due is None or now.due != held.until)) or _puts_off(held, now):
            moved.append(index)
        # A day once named holds until another is: a status that is worded anew takes it not back.
        held = now if now.until or in_cell else replace(now, until=held.until)
    return moved


def _puts_off(held: Promise, now: Promise) -> bool:
    if now.until is None:
        return now.is_put_off and not held.is_put_off
    return now.until not in (held.until, now.due)


@frozen
class MoveReader:
    """What a remembered row promises, and whether it was overdue on a day, as it was then."""

    promise: Callable[[Line], Promise]
    was_late: Callable[[Line, date], bool]


def moves(
    rows: Iterable[KnownRow],
    history: History,
    reader: MoveReader,
    *,
    put_off: Container[int],
    today: date,
) -> Iterator[Move]:
    """The moves of each measure whose deadline was ever moved, in the order of the rows.

    `put_off` are the rows whose status puts them off now, or that were done late: another that
    was put off, and is no more, counts only where its deadline has had several wordings.
    """
    before = {row.identity: row.line for row in history.last_rows}
    for row in rows:
        edited = row.identity in before and before[row.identity].deadline != row.line.deadline
        if edited or row.identity in history.redated or row.line.row in put_off:
            life = [(when.date(), line) for when, line in history.life(row.identity)]
            # Without the row's number, the first field: a row that was only moved says nothing new.
            seen = life.pop()[0] if life and life[-1][1][1:] == row.line[1:] else today
            life.append((seen, row.line))
            yield from _moves_of(life, reader)


def _moves_of(life: Sequence[tuple[date, Line]], reader: MoveReader) -> Iterator[Move]:
    """The last move of a measure, if there was one, and how many there were."""
    lines = [line for _, line in life]
    moved = moved_at(lines, reader.promise)
    if moved:
        last = moved[-1]
        was, (day, now) = lines[last - 1], life[last]
        first = reader.promise(lines[moved[0] - 1])
        in_cell = fold(was.deadline) != fold(now.deadline)
        # The document is often named later; that of the deed is another.
        open_since = [
            line for line in lines[last:] if line is now or not reader.promise(line).is_kept
        ]
        yield Move(
            row=lines[-1].row,
            times=len(moved),
            day=day,
            before=was.deadline,
            after=now.deadline if in_cell else now.status,
            was_late=reader.was_late(was, day),
            ground=document_in(*(cell for one in open_since for cell in (one.status, one.note))),
            was_due=first.due,
        )
