"""The requests that change values on a tab of ours, and nothing else."""

from collections.abc import Iterator
from typing import Any

from sheetsync.model import CellValue, Tab
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.batch import Requests, typed
from sheetsync.workbooks.google.marks import Rows, rows_of, without_formulas

_MANY = 500  # from here on one request with the whole column is shorter


def revise(tab: Tab, there: Rows, *, sheet_id: int) -> Requests:
    """Only the cells whose values differ from those there; whole columns where these are many."""
    new, there = rows_of(tab), without_formulas(there, tab)
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
        for column in range(max(len(one), len(other))):
            value = one[column] if column < len(one) else None
            if value != (other[column] if column < len(other) else None):
                yield row, column, value
