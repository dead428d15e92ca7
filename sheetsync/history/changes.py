"""What happened to each measure between two snapshots, and the second one rebuilt from it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sheetsync.model import Change, ChangeKind, KnownRow, Line, Meaning, Progress, Snapshot
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.progress import same_word
from sheetsync.words.status.evidence import separate_evidence

_CELLS = {
    ChangeKind.REWORDED: "measure",
    ChangeKind.DEADLINE: "deadline",
    ChangeKind.RESPONSIBLE: "responsible",
    ChangeKind.NOTE: "note",
}
# A link shows where something lies, not who decided it.
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


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


def ground_of(line: Line) -> str:
    """The first document that the row names in its status or note; a link alone is none."""
    for text in (line.status, line.note):
        for document in separate_evidence(tidy(text)).evidence:
            if not _LINK.match(document):
                return document
    return ""


def apply(edits: tuple[Change, ...], before: tuple[KnownRow, ...]) -> tuple[KnownRow, ...]:
    """The rows that `changes` was given as `after`, in the sheet's order."""
    rows = {row.identity: row for row in before}
    for change in edits:
        if change.after is None:
            del rows[change.identity]
        else:
            rows[change.identity] = KnownRow(
                identity=change.identity, line=change.after, parent=change.parent
            )
    return tuple(sorted(rows.values(), key=lambda row: row.line.row))


def _row(change: Change) -> int:
    line = change.after or change.before
    return line.row if line else 0


def _removed(row: KnownRow) -> Change:
    return Change(kind=ChangeKind.REMOVED, identity=row.identity, before=row.line, after=None)


def _added(row: KnownRow) -> Change:
    kind = ChangeKind.ADDED if row.parent is None else ChangeKind.SPLIT
    return Change(kind=kind, identity=row.identity, before=None, after=row.line, parent=row.parent)


def _edited(
    was: KnownRow,
    now: KnownRow,
    *,
    progress: Callable[[Line], Progress],
    late: frozenset[int],
) -> list[Change]:
    # Several cells may have been retyped at once: that is one change.
    kinds = dict.fromkeys(_kinds(was.line, now.line, progress))
    if was.parent != now.parent:
        kinds[ChangeKind.SPLIT] = None
    plain = Change(
        kind=ChangeKind.RETYPED,
        identity=now.identity,
        before=was.line,
        after=now.line,
        parent=now.parent,
    )
    return [
        replace(plain, kind=kind, was_late=now.identity in late, ground=ground_of(now.line))
        if kind is ChangeKind.DEADLINE
        else replace(plain, kind=kind)
        for kind in kinds
    ]


def _kinds(was: Line, now: Line, progress: Callable[[Line], Progress]) -> Iterator[ChangeKind]:
    if was == now:
        return
    if (was.row, was.section) != (now.row, now.section):
        yield ChangeKind.MOVED
    if was.number != now.number:
        yield ChangeKind.RENUMBERED
    yield from _cell_kinds(was, now)
    # A row that was only moved or renumbered says nothing new, and to read a status is dear.
    if was._replace(row=0, section="", number="") != now._replace(row=0, section="", number=""):
        yield from _status_kinds(was.status, now.status, progress(was), progress(now))


def _cell_kinds(was: Line, now: Line) -> Iterator[ChangeKind]:
    for kind, cell in _CELLS.items():
        old, new = getattr(was, cell), getattr(now, cell)
        if old == new:
            continue
        silent = kind is ChangeKind.NOTE and not _says_something(new)
        # Letter case, spaces and kinds of dashes are slips: nobody is told news for them.
        yield ChangeKind.RETYPED if silent or fold(old) == fold(new) else kind


def _status_kinds(was: str, now: str, meant: Progress, means: Progress) -> Iterator[ChangeKind]:
    """A status is read beside its deadline, so an edit of either may close the measure."""
    done = means.meaning is Meaning.DONE
    if (meant.meaning is Meaning.DONE) != done:
        yield ChangeKind.DONE if done else ChangeKind.REOPENED
    elif was != now:
        # Where both say the same, the letters were corrected, and that is no word.
        word = _says_something(now) and not same_word(meant, means)
        yield ChangeKind.STATUS if word else ChangeKind.RETYPED


def _says_something(text: str) -> bool:
    """Not of a cell that was cleared, of a dash or a formula's error (`help policy`: Marks)."""
    # "#REF!" has letters, but a spreadsheet wrote them.
    return any(map(str.isalnum, text)) and not text.startswith("#")
