"""What happened to each measure between two snapshots, and the second one rebuilt from it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from sheetsync.model import OFF, Change, ChangeKind, KnownRow, Line, Meaning, Progress, Snapshot
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.pattern import pattern
from sheetsync.words.progress import same_word
from sheetsync.words.status.evidence import separate_evidence

_PLACE = ("row", "section")
# What an edit of a cell is; of one that is not here, it is a retyping of that field.
_KINDS = {
    "measure": ChangeKind.REWORDED,
    "deadline": ChangeKind.DEADLINE,
    "responsible": ChangeKind.RESPONSIBLE,
    "note": ChangeKind.NOTE,
}
_READ_ELSEWHERE = (*_PLACE, "number", "status")
_Edit: TypeAlias = tuple[ChangeKind, str]  # the second is a change's `field`
# A link shows where something lies, not who decided it.
_LINK = pattern(r"https?://|www\.", re.IGNORECASE)


def changes(
    before: Snapshot | None,
    after: tuple[KnownRow, ...],
    *,
    progress: Callable[[Line], Progress],
    late: frozenset[int] = frozenset(),
) -> tuple[Change, ...]:
    """All changes from `before` (None: nothing was known) to `after`, in the order of its rows.

    A measure that changed in several ways has several changes; what is gone stands where it stood.
    `progress` is what a row's status means, asked only about rows that were edited; `late` are the
    identities that were overdue in `before`.
    """
    known = {row.identity: row for row in before.rows} if before else {}
    left = {row.identity for row in after}
    found = [_removed(row) for row in known.values() if row.identity not in left]
    for row in after:
        was = known.get(row.identity)
        found += [_added(row)] if was is None else _edited(was, row, progress=progress, late=late)
    return tuple(sorted(found, key=_row))


def document_of(line: Line) -> str:
    """The first document that the row names in its status or note; a link alone is none."""
    for text in (line.status, line.note):
        for document in separate_evidence(tidy(text)).evidence:
            if not _LINK.match(document):
                return document
    return ""


def _row(change: Change) -> int:
    line = change.after or change.before
    return line.row if line else 0


def _removed(row: KnownRow) -> Change:
    return Change(kind=ChangeKind.REMOVED, identity=row.identity, before=row.line, after=None)


def _added(row: KnownRow) -> Change:
    kind = ChangeKind.ADDED if row.parent is None else ChangeKind.SPLIT
    return Change(kind=kind, identity=row.identity, before=None, after=row.line, parent=row.parent)


def _edited(
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
            ground=document_of(now.line),
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
        same = silent or same_date or cell == "figures" or fold(old) == fold(new)
        yield (ChangeKind.RETYPED, "") if same else (kind, cell)


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
