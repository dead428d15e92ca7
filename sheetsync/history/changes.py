"""What happened to each measure between two snapshots, and the second one rebuilt from it."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from sheetsync.model import OFF, Change, ChangeKind, KnownRow, Line, Meaning, Progress
from sheetsync.words.cleaning import fold
from sheetsync.words.progress import same_word
from sheetsync.words.status.evidence import document_in

_PLACE = ("row", "section")
# What an edit of a cell is; of one that is not here, it is a retyping of that field.
_KINDS = {
    "measure": ChangeKind.REWORDED,
    "deadline": ChangeKind.DEADLINE,
    "responsible": ChangeKind.RESPONSIBLE,
    "note": ChangeKind.NOTE,
}
# What a department writes as an answer (`help policy`: Marks). Who moves a deadline or rewords a
# measure has answered nobody.
_WORDS = (ChangeKind.STATUS, ChangeKind.DONE, ChangeKind.REOPENED, ChangeKind.NOTE)
_READ_ELSEWHERE = (*_PLACE, "number", "status")
_Edit: TypeAlias = tuple[ChangeKind, str]  # the second is a change's `field`


def changes(
    before: Iterable[KnownRow],
    after: tuple[KnownRow, ...],
    *,
    progress: Callable[[Line], Progress],
    late: frozenset[int] = frozenset(),
) -> tuple[Change, ...]:
    """All changes from the rows of `before` to those of `after`, in the order of the latter.

    A measure that changed in several ways has several changes; what is gone stands where it stood.
    `progress` is what a row's status means, asked only about rows that were edited; `late` are the
    identities that were overdue in `before`.
    """
    known = {row.identity: row for row in before}
    left = {row.identity for row in after}
    found = [_removed(row) for row in known.values() if row.identity not in left]
    for row in after:
        was = known.get(row.identity)
        found += (
            [_addition(row)]
            if was is None
            else _edits_of_row(was, row, progress=progress, late=late)
        )
    return tuple(sorted(found, key=_row_of))


def new_words(
    found: Iterable[Change],
    rows: Iterable[KnownRow],
    before: Iterable[KnownRow],
    *,
    marked: Container[int],
) -> frozenset[int]:
    """The measures with a word that the memory does not know yet (`help policy`: Marks).

    `found` are the changes since `before`, `marked` the rows with a mark: one that stands in a row
    when it is first seen is a word, for nobody knows since when it does.
    """
    known = {row.identity for row in before}
    edited = {change.identity for change in found if change.kind in _WORDS}
    first_seen = {row.identity for row in rows if row.line.row in marked}
    return frozenset(edited | (first_seen - known))


def _row_of(change: Change) -> int:
    line = change.after or change.before
    return line.row if line else 0


def _removed(row: KnownRow) -> Change:
    return Change(kind=ChangeKind.REMOVED, identity=row.identity, before=row.line, after=None)


def _addition(row: KnownRow) -> Change:
    kind = ChangeKind.ADDED if row.parent is None else ChangeKind.SPLIT
    return Change(kind=kind, identity=row.identity, before=None, after=row.line, parent=row.parent)


def _edits_of_row(
    was: KnownRow, now: KnownRow, *, progress: Callable[[Line], Progress], late: frozenset[int]
) -> list[Change]:
    # Several cells may have been retyped at once: that is one change.
    edits = dict.fromkeys(_edits(was.line, now.line, progress))
    if was.parent != now.parent:
        edits[ChangeKind.SPLIT, ""] = None
    plain = Change(
        kind=ChangeKind.RETYPED,
        identity=now.identity,
        before=was.line,
        after=now.line,
        parent=now.parent,
    )
    return [
        replace(
            plain,
            kind=kind,
            field=field,
            was_late=now.identity in late,
            ground=document_in(now.line.status, now.line.note),
        )
        if kind is ChangeKind.DEADLINE
        else replace(plain, kind=kind, field=field)
        for kind, field in edits
    ]


def _edits(was: Line, now: Line, progress: Callable[[Line], Progress]) -> Iterator[_Edit]:
    if was == now:
        return
    if (was.row, was.section) != (now.row, now.section):
        yield ChangeKind.MOVED, ""
    if was.number != now.number:
        yield ChangeKind.RENUMBERED, ""
    yield from _cell_edits(was, now)
    # A row that was only moved or renumbered says nothing new, and to read a status is dear.
    if was._replace(row=0, section="", number="") != now._replace(row=0, section="", number=""):
        yield from _status_edits(was.status, now.status, progress(was), progress(now))


def _cell_edits(was: Line, now: Line) -> Iterator[_Edit]:
    for cell in now._fields:
        old, new = getattr(was, cell), getattr(now, cell)
        if old == new or cell in _READ_ELSEWHERE:
            continue
        kind = _KINDS.get(cell, ChangeKind.RETYPED)
        silent = kind is ChangeKind.NOTE and not _says_something(new)
        # Letter case, spaces and kinds of dashes are slips: nobody is told news for them.
        # Nor for a date that a row beside it shows how to read.
        same_date = cell == "deadline" and (was.figures or old) == (now.figures or new)
        same = silent or same_date or cell == "figures" or _plain(old) == _plain(new)
        yield (ChangeKind.RETYPED, "") if same else (kind, cell)


def _plain(text: str) -> str:
    """Folded, with one mark at the ends of lines: parties of two columns are joined by it."""
    return fold(text.replace(";\n", ",\n"))


def _status_edits(was: str, now: str, meant: Progress, means: Progress) -> Iterator[_Edit]:
    """A status is read beside its deadline, so an edit of either may close the measure."""
    done, was_done = (said.meaning is Meaning.DONE for said in (means, meant))
    if done and not was_done:
        yield ChangeKind.DONE, "status"
    # What was done and still is, in whatever words, was never open in between.
    elif (was_done and not done and means.meaning not in OFF) or _is_taken_back(meant, means):
        yield ChangeKind.REOPENED, "status"
    elif was != now:
        # Where both say the same, the letters were corrected, and that is no word.
        word = _says_something(now) and not same_word(meant, means)
        yield (ChangeKind.STATUS, "status") if word else (ChangeKind.RETYPED, "")


def _is_taken_back(meant: Progress, means: Progress) -> bool:
    """Whether a cell was cleared that had put the measure off or taken it off the list."""
    return means.meaning is Meaning.BLANK and meant.meaning in (Meaning.POSTPONED, *OFF)


def _says_something(text: str) -> bool:
    """Not of a cell that was cleared, of a dash or a formula's error (`help policy`: Marks)."""
    # "#REF!" has letters, but a spreadsheet wrote them.
    return any(map(str.isalnum, text)) and not text.startswith("#")
