"""What brings a tab of ours up to date in place: its values, and rows and columns put back.

A formula of staff's that names cells of our tab moves along when people insert a column there. To
write our cells anew over it would leave the formula with the neighbour: the column goes instead.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from sheetsync.model import CellValue, Tab
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.batch import Requests, typed
from sheetsync.workbooks.google.marks import Rows, rows_of, without_formulas
from sheetsync.workbooks.google.reading import SheetSeen

_MANY = 500  # from here on one request with the whole column is shorter


def revise(tab: Tab, new: Rows, there: Rows, *, sheet_id: int) -> Requests:
    """Only the cells whose values differ from those there; whole columns where these are many.

    `new` are the tab's values (`rows_of`).
    """
    there = without_formulas(there, tab)
    changes: dict[int, list[tuple[int, CellValue]]] = {}
    for row, column, value in _differences(new, there):
        changes.setdefault(column, []).append((row, value))
    requests: Requests = []
    for column, changed in changes.items():
        if len(changed) > _MANY and not _has_formulas(tab, column):
            values = [row[column] if column < len(row) else None for row in new]
            requests.append(_column(values, column, sheet_id))
        else:
            requests += (_one(value, row, column, sheet_id) for row, value in changed)
    return requests


def _has_formulas(tab: Tab, column: int) -> bool:
    return any(cell.formula for _, at, cell in placed(tab) if at == column + 1)


def _column(values: list[CellValue], column: int, sheet_id: int) -> dict[str, Any]:
    place = {"sheetId": sheet_id, "startColumnIndex": column, "endColumnIndex": column + 1}
    return _update({"range": place}, [{"values": [typed(value)]} for value in values])


def _one(value: CellValue, row: int, column: int, sheet_id: int) -> dict[str, Any]:
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    return _update({"start": start}, [{"values": [typed(value)]}])


def _update(where: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"updateCells": {**where, "rows": rows, "fields": "userEnteredValue"}}


def _differences(new: Rows, old: Rows) -> Iterator[tuple[int, int, CellValue]]:
    for row in range(max(len(new), len(old))):
        one = new[row] if row < len(new) else ()
        other = old[row] if row < len(old) else ()
        if one == other:  # as nearly all rows of nearly all days
            continue
        for column in range(max(len(one), len(other))):
            value = one[column] if column < len(one) else None
            if value != (other[column] if column < len(other) else None):
                yield row, column, value


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
        # Google refuses true at the first index, where nothing stands before.
        yield {"insertDimension": {"range": span, "inheritFromBefore": False}}


def _until_last(row: Sequence[CellValue], known: Collection[CellValue]) -> list[CellValue]:
    """The cells up to the last one that holds any of these values."""
    end = max((i + 1 for i, value in enumerate(row) if value and value in known), default=0)
    return list(row[:end])
