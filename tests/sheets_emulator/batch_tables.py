"""Requests about tables, and what people's typed columns refuse to programs.

Only the discovery document speaks of tables; what their cells refuse is what users of Apps Script
were told.
"""

from copy import deepcopy
from typing import Any

from . import fieldmask, grid
from .a1 import Area, grid_area, whole_range
from .change import Change
from .errors import invalid
from .state import Book, Cell, Sheet

_TYPED = "This operation is not allowed on cells in typed columns."
_UNTYPED = ("", "COLUMN_TYPE_UNSPECIFIED", "NONE", "TEXT")
# Masks of cells that say what a column's type says already.
_RULED = {
    "setDataValidation": None,
    "repeatCell": ("dataValidation", "numberFormat"),
    "updateCells": ("dataValidation", "numberFormat"),
}


def add_table(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    table = deepcopy(body["table"])
    area = change.area(table["range"])
    table["range"] = whole_range(area)
    if area.bottom - area.top < 2:
        raise invalid("A table must have a header row and at least one more row.")
    if any(_touches(table["range"], other["range"]) for other in area.sheet.tables):
        raise invalid("You can't add a table that overlaps another table.")
    if any(_touches(table["range"], merge) for merge in area.sheet.merges):
        raise invalid("You can't add a table over merged cells.")
    wanted = table.setdefault("tableId", str(change.new_id()))
    others = [other for sheet in change.book.sheets for other in sheet.tables]
    if any(other["tableId"] == wanted for other in others):
        raise invalid(f"A table with id {wanted} already exists.")
    table.setdefault("name", f"Table{len(others) + 1}")
    if any(other["name"].casefold() == table["name"].casefold() for other in others):
        raise invalid(f'A table with the name "{table["name"]}" already exists.')
    table["columnProperties"] = [*_columns(area, table)]
    area.sheet.tables.append(table)
    return {"table": deepcopy(table)}


def _columns(area: Area, table: dict[str, Any]) -> list[dict[str, Any]]:
    """A property each: headers that are blank or there twice get names of their own."""
    given = {one.get("columnIndex", 0): one for one in table.get("columnProperties", [])}
    columns: list[dict[str, Any]] = []
    for index in range(area.right - area.left):
        there = grid.cell(area.sheet, area.top, area.left + index).get("userEnteredValue", {})
        name = given.get(index, {}).get("columnName") or str(next(iter(there.values()), ""))
        taken = {column["columnName"] for column in columns}
        name = name if name and name not in taken else f"Column {index + 1}"
        columns.append({"columnIndex": index, **given.get(index, {}), "columnName": name})
        _write_header(area, index, name)
    return columns


def _write_header(area: Area, index: int, name: str) -> None:
    old = grid.cell(area.sheet, area.top, area.left + index)
    cell: Cell = {**old, "userEnteredValue": {"stringValue": name}}
    grid.put_line(area.sheet, area.top, {area.left + index: cell})


def update_table(change: Change, body: dict[str, Any]) -> None:
    _, old = _table(change, body["table"].get("tableId", ""))
    old |= fieldmask.write(old, body["table"], fieldmask.parse(body.get("fields", "")))


def delete_table(change: Change, body: dict[str, Any]) -> None:
    """The table with all that is in it, as the discovery document has it."""
    sheet, table = _table(change, body.get("tableId", ""))
    area = grid_area(table["range"], change.book)
    box = (area.top, area.bottom, area.left, area.right)
    grid.change(sheet, box, lambda _old, _row, _column: {})
    grid.trim(sheet)
    sheet.tables.remove(table)


def _table(change: Change, table_id: str) -> tuple[Sheet, dict[str, Any]]:
    for sheet in change.book.sheets:
        for table in sheet.tables:
            if table["tableId"] == table_id:
                return sheet, table
    raise invalid(f"No table with id: {table_id}")


def refuse_typed(book: Book, kind: str, body: dict[str, Any]) -> None:
    """Raise a 400 for what people's tables do not let happen to their cells."""
    place = body.get("range") or body.get("start") or {}
    sheet = book.sheet(place.get("sheetId", 0)) if isinstance(place, dict) else None
    if sheet is None or not sheet.tables:
        return
    if kind == "mergeCells" and any(_touches(place, table["range"]) for table in sheet.tables):
        raise invalid("You can't merge cells in a table.")
    masked = _RULED.get(kind, ())
    named = masked is None or any(name in body.get("fields", "") for name in masked)
    if named and any(_touches(place, column) for t in sheet.tables for column in _typed(t)):
        raise invalid(_TYPED)


def _typed(table: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells of each typed column of a table, but for its header."""
    place = table["range"]
    left = place.get("startColumnIndex", 0)
    return [
        {
            **place,
            "startRowIndex": place.get("startRowIndex", 0) + 1,
            "startColumnIndex": left + column["columnIndex"],
            "endColumnIndex": left + column["columnIndex"] + 1,
        }
        for column in table["columnProperties"]
        if column.get("columnType", "") not in _UNTYPED
    ]


def _touches(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(
        _start(one, side) < other.get(f"end{side}Index", 10**9)
        and _start(other, side) < one.get(f"end{side}Index", 10**9)
        for side in ("Row", "Column")
    )


def _start(place: dict[str, Any], side: str) -> int:
    return int(place.get(f"start{side}Index", place.get(f"{side.lower()}Index", 0)))


HANDLERS = {
    "addTable": add_table,
    "updateTable": update_table,
    "deleteTable": delete_table,
}
