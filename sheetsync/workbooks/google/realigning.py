"""Puts rows and columns of a tab of ours back in their places, so that formulas follow.

A formula of staff's that names cells of our tab moves along when people insert a column there. To
write our cells anew over it would leave the formula with the neighbour: the column goes instead.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from sheetsync.model import CellValue, Tab
from sheetsync.workbooks.google.marks import rows_of
from sheetsync.workbooks.google.reading import SheetSeen


def realigned(tab: Tab, sheet: SheetSeen) -> list[dict[str, Any]]:
    """What deletes inserted and inserts deleted columns, and rows above the table's first line.

    They are told by the header, which is the last frozen row; nothing where that is not found.
    """
    ours, theirs = rows_of(tab), sheet.rows or ()
    if not tab.frozen_rows or len(ours) < tab.frozen_rows:
        return []
    header = ours[tab.frozen_rows - 1]
    at = next((row for row, cells in enumerate(theirs) if _alike(header, cells)), None)
    if at is None:
        return []
    blank = next((n for n, cells in enumerate(theirs[at + 1 :]) if any(cells)), 0)
    above = at - (tab.frozen_rows - 1)
    gap = next((n for n, cells in enumerate(theirs[:at]) if not any(cells)), 0)
    return [
        *_columns(header, theirs[at], sheet.id),
        *_shifted(sheet.id, "ROWS", (at + 1, blank)),
        *_shifted(sheet.id, "ROWS", (gap if above == 1 else 0, above)),
    ]


def _alike(header: Sequence[CellValue], cells: Sequence[CellValue]) -> bool:
    """Whether that is the header, but for a column or two."""
    wanted = {value for value in header if value}
    return len(wanted & set(cells)) * 3 > len(wanted) * 2


def _columns(
    header: Sequence[CellValue], there: Sequence[CellValue], sheet_id: int
) -> Iterator[dict[str, Any]]:
    """From the right, so that none moves another.

    Behind the last known header stand our formulas, whose values no header tells, or staff's cells.
    """
    wanted = _until_last(header, {value for value in header if value})
    found = _until_last(there, {*wanted})
    matcher = SequenceMatcher(a=found, b=wanted, autojunk=False)
    for _, start, end, first, last in reversed(matcher.get_opcodes()):
        surplus = (end - start) - (last - first)
        yield from _shifted(sheet_id, "COLUMNS", (start, surplus))


def _shifted(sheet_id: int, dimension: str, place: tuple[int, int]) -> Iterator[dict[str, Any]]:
    """Delete so many rows or columns from an index on, or insert as many as are missing."""
    start, surplus = place
    span = {
        "sheetId": sheet_id,
        "dimension": dimension,
        "startIndex": start,
        "endIndex": start + abs(surplus),
    }
    if surplus > 0:
        yield {"deleteDimension": {"range": span}}
    elif surplus < 0:
        yield {"insertDimension": {"range": span, "inheritFromBefore": False}}


def _until_last(row: Sequence[CellValue], known: Collection[CellValue]) -> list[CellValue]:
    """The cells up to the last one that holds any of these values."""
    end = max((i + 1 for i, value in enumerate(row) if value and value in known), default=0)
    return list(row[:end])
