"""Copies of our columns, taken by the very batch that overwrites or deletes what is in them.

Google knows no write on a condition: what people type between our look and our write would be gone.
So the batch first copies the column, as it stands at that moment, into a new hidden one. Its answer
tells what had stood there; the next batch puts back what was lost and removes the copy. A copy that
a command left behind which was broken off is finished by the next one.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from sheetsync.languages import _
from sheetsync.setup_sheet import mends
from sheetsync.setup_sheet.staff_tab import StaffTabSeen
from sheetsync.setup_sheet.steps import Act, SetUpStep
from sheetsync.workbooks.google import column_requests as columns
from sheetsync.workbooks.google.own_columns import ASIDE, STATUS, is_lookup
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.tags import own_id
from sheetsync.workbooks.names import runs

Finished: TypeAlias = tuple[SetUpStep | None, Requests]
"""What was done for people's words, None where it need not be told, and the requests for it."""


def set_aside(there: StaffTabSeen, column: columns.OwnColumn, *, at: int, row: int) -> Requests:
    """Copy the column into a hidden new one at that index, which is right of it.

    Rows in which it is part of merged cells are left out: nobody can type there.
    """
    name = ASIDE[column.name]
    copy = replace(column, index=at, tag_id=own_id(str(there.id), name), name=name)
    pairs = (
        {"source": column.area(top, bottom), "destination": copy.area(top, bottom)}
        for top, bottom in _unmerged(there, column.index)
    )
    return [
        # Hidden at once: nobody begins to type into a column that is about to go.
        {"insertDimension": {"range": copy.span, "inheritFromBefore": True}},
        _hidden(copy, is_hidden=True),
        columns.tag_column(copy),
        columns.guard(copy, row),
        *({"copyPaste": {**pair, "pasteType": "PASTE_NORMAL"}} for pair in pairs),
    ]


def finish_copy(
    there: StaffTabSeen,
    copy: columns.OwnColumn,
    column: columns.OwnColumn | None,
    shown: Collection[str],
) -> Iterator[Finished]:
    """Put back what `column` lost and remove the copy, which stays where the column is gone.

    `shown` is what the look-up column showed of itself at any look, which is nobody's words.
    """
    lost = [*_lost(there, copy, column, shown)]
    if column is None and lost:
        yield _left(there, copy)
        return
    if column:
        yield from (_restored(there, copy, column, row, words) for row, words in lost)
    yield None, columns.remove(copy)


def _left(there: StaffTabSeen, copy: columns.OwnColumn) -> Finished:
    """Words came in the instant before the column was deleted: its copy becomes staff's."""
    cells = [*there.column(copy.index)]
    formulas = [row for row, cell in enumerate(cells) if is_lookup(mends.words_in(cell))]
    act = Act.LEAVE_STATUS if copy.name == ASIDE[STATUS] else Act.LEAVE_LOOKUP
    return mends.step(act, copy), [
        *columns.prove(copy),
        _hidden(copy, is_hidden=False),
        *columns.withdraw(copy, [*mends.offered_rows(there, copy)]),
        *(columns.write(copy, row, {}) for row in formulas),
        *columns.release(copy),
    ]


def _lost(
    there: StaffTabSeen,
    copy: columns.OwnColumn,
    column: columns.OwnColumn | None,
    shown: Collection[str],
) -> Iterator[tuple[int, str]]:
    """Row and words of what stood in the column and is nowhere to be seen in it."""
    now = [*there.column(column.index)] if column else []
    for row, kept in enumerate(there.column(copy.index)):
        cell = now[row] if now else {}
        for words in filter(None, (_typed(kept), kept.get("note", ""))):
            if words not in shown and not mends.is_ours(words) and not _is_there(words, cell):
                yield row, words


def _is_there(words: str, cell: Mapping[str, Any]) -> bool:
    note = cell.get("note", "")
    return (
        words == _typed(cell) or words in (note, *note.splitlines()) or _note_words(words) in note
    )


def _typed(cell: Mapping[str, Any]) -> str:
    return str(next(iter(cell.get("userEnteredValue", {}).values()), ""))


def _restored(
    there: StaffTabSeen, copy: columns.OwnColumn, column: columns.OwnColumn, row: int, words: str
) -> Finished:
    """Into the cell, where that is blank and may hold words; else into its note."""
    cell = [*there.column(column.index)][row]
    if column.name == STATUS and not mends.words_in(cell):
        pair = {"source": copy.area(row, row + 1), "destination": column.area(row, row + 1)}
        return None, [{"copyPaste": {**pair, "pasteType": "PASTE_NORMAL"}}]
    # The cell holds our header or formula, or something newer: a note harms neither.
    noted = {
        "range": column.area(row, row + 1),
        "rows": [{"values": [{"note": _note_with(cell, words)}]}],
        "fields": "note",
    }
    is_status = column.name == STATUS
    told = mends.mended_header(column, words) if is_status else mends.kept_words(column, row, words)
    return told, [{"updateCells": noted}]


def _note_with(cell: Mapping[str, Any], words: str) -> str:
    there, told = cell.get("note", ""), _note_words(words)
    return f"{there}\n{told}" if there else told


def _note_words(words: str) -> str:
    return _("This stood here: “{words}”", words=words)


def _unmerged(there: StaffTabSeen, column: int) -> Iterator[tuple[int, int]]:
    """The ranges of rows, half-open from 0, in which the column is not part of merged cells."""
    merged = {
        row - 1
        for area in there.grid.merges
        if area.left < area.right and area.left <= column + 1 <= area.right
        for row in range(area.top, area.bottom + 1)
    }
    for start, end, is_merged in runs(map(merged.__contains__, range(there.row_count))):
        if not is_merged:
            yield start, end


def _hidden(column: columns.OwnColumn, *, is_hidden: bool) -> dict[str, Any]:
    return {
        "updateDimensionProperties": {
            "range": column.span,
            "properties": {"hiddenByUser": is_hidden},
            "fields": "hiddenByUser",
        }
    }
