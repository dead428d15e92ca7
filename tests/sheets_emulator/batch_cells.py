"""Requests about cells: values, formats, notes, merges."""

from typing import Any

from . import fieldmask, formulas, grid, looks
from .a1 import Area, whole_range
from .change import Change
from .conditions import refuse_formula
from .errors import invalid
from .limits import refuse_long_text
from .state import Cell

_WRITABLE = ("userEnteredValue", "userEnteredFormat", "note", "dataValidation", "textFormatRuns")


def update_cells(change: Change, body: dict[str, Any]) -> None:
    mask = _mask(body)
    rows = body.get("rows", [])
    if "range" in body:
        area = change.area(body["range"])
    else:
        area = _from(change, body.get("start", {}), rows)
    if len(rows) > area.bottom - area.top:
        raise invalid(
            f"Attempting to write row: {area.bottom}, "
            f"beyond the last requested row of: {area.bottom - 1}"
        )
    for index in range(area.bottom - area.top):
        cells = rows[index].get("values", []) if index < len(rows) else []
        _update_line(area, area.top + index, cells, mask)
    grid.trim(area.sheet)


def _from(change: Change, start: dict[str, Any], rows: list[Any]) -> Area:
    sheet = change.sheet(start.get("sheetId", 0))
    top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
    width = max((len(row.get("values", [])) for row in rows), default=0)
    if top + len(rows) > sheet.row_count or left + width > sheet.column_count:
        raise invalid(
            f"Attempting to write beyond the grid: rows {sheet.row_count}, "
            f"columns {sheet.column_count}"
        )
    return Area(sheet, top, top + len(rows), left, left + width)


def _update_line(area: Area, row: int, cells: list[Cell], mask: fieldmask.Mask) -> None:
    if len(cells) > area.right - area.left:
        raise invalid(
            f"Attempting to write column: {area.right}, "
            f"beyond the last requested column of: {area.right - 1}"
        )
    old = area.sheet.lines[row] if row < len(area.sheet.lines) else ()
    last = min(area.right, max(len(old), area.left + len(cells)))
    changed: dict[int, Cell] = {}
    for column in range(area.left, last):
        before = old[column] if column < len(old) else {}
        index = column - area.left
        changed[column] = merged(before, cells[index] if index < len(cells) else {}, mask)
    if changed:
        grid.put_line(area.sheet, row, changed)


def merged(old: Cell, new: Cell, mask: fieldmask.Mask) -> Cell:
    """A cell after a masked write; empty text is a blank."""
    cell = fieldmask.write(old, new, mask)
    refuse_long_text(new.get("userEnteredValue"))
    refuse_formula(new.get("userEnteredValue"))
    if not mask or "*" in mask:
        cell = {name: cell[name] for name in _WRITABLE if name in cell}
    if "userEnteredValue" in mask and "textFormatRuns" not in mask:
        cell.pop("textFormatRuns", None)
    elif cell.get("textFormatRuns"):
        cell["textFormatRuns"] = _runs(cell)
    value = cell.get("userEnteredValue")
    if value is not None and (not value or value.get("stringValue") == ""):
        del cell["userEnteredValue"]
    if "userEnteredFormat" in cell and "userEnteredFormat" in new:
        cell["userEnteredFormat"] = looks.with_both_colors(
            cell["userEnteredFormat"], new["userEnteredFormat"]
        )
    return {name: part for name, part in cell.items() if part not in (None, "", {}, [])}


def _runs(cell: Cell) -> list[dict[str, Any]]:
    """Rich text as answers tell it: zeros are left out. Only entered text may have any."""
    if "stringValue" not in cell.get("userEnteredValue", {}):
        raise invalid(
            "Runs are only valid on user entered strings, not formulas, bools, or numbers."
        )
    runs: list[dict[str, Any]] = [{"format": {}, **run} for run in cell["textFormatRuns"]]
    return [{k: v for k, v in run.items() if k != "startIndex" or v} for run in runs]


def repeat_cell(change: Change, body: dict[str, Any]) -> None:
    mask, new = _mask(body), body.get("cell", {})
    area = change.area(body["range"])
    box = (area.top, area.bottom, area.left, area.right)
    formula = new.get("userEnteredValue", {}).get("formulaValue", "")

    known: dict[int, tuple[Cell, Cell]] = {}  # most cells are blank, or one and the same

    def edit(old: Cell, row: int, column: int) -> Cell:
        if not formula:
            key = id(old) if old else 0
            if key not in known:
                known[key] = old, merged(old, new, mask)
            return known[key][1]
        moved = formulas.along(formula, rows=row - area.top, columns=column - area.left)
        return merged(old, {**new, "userEnteredValue": {"formulaValue": moved}}, mask)

    grid.change(area.sheet, box, edit)
    grid.trim(area.sheet)


def _mask(body: dict[str, Any]) -> fieldmask.Mask:
    if not body.get("fields"):
        raise invalid(
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
        )
    return fieldmask.parse(body["fields"])


def append_cells(change: Change, body: dict[str, Any]) -> None:
    sheet = change.sheet(body.get("sheetId", 0))
    rows, top = body.get("rows", []), len(sheet.lines)
    sheet.grow("ROWS", max(0, top + len(rows) - sheet.row_count))
    start = {"sheetId": sheet.id, "rowIndex": top}
    update_cells(change, {"start": start, "rows": rows, "fields": body.get("fields", "")})


def update_borders(change: Change, body: dict[str, Any]) -> None:
    """Only the outer sides, each on the cells that touch it."""
    area = change.area(body["range"])
    sides = {name: body[name] for name in ("top", "bottom", "left", "right") if name in body}

    def edit(old: Cell, row: int, column: int) -> Cell:
        touched = {
            "top": row == area.top,
            "bottom": row == area.bottom - 1,
            "left": column == area.left,
            "right": column == area.right - 1,
        }
        own = old.get("userEnteredFormat", {})
        new = {name: side for name, side in sides.items() if touched[name]}
        borders = {**own.get("borders", {}), **new}
        return {**old, "userEnteredFormat": {**own, "borders": borders}} if borders else old

    grid.change(area.sheet, (area.top, area.bottom, area.left, area.right), edit)


def merge_cells(change: Change, body: dict[str, Any]) -> None:
    area = change.area(body["range"])
    kind = body.get("mergeType", "MERGE_ALL")
    merges = [whole_range(part) for part in _parts(area, kind) if _is_many(part)]
    kept = [m for m in area.sheet.merges if not _inside(m, area)]
    if any(_touches(m, area) for m in kept):
        raise invalid("You must select all cells in a merged range to merge or unmerge them.")
    area.sheet.merges = kept + merges
    for part in _parts(area, kind):
        _keep_first(part)


def _parts(area: Area, kind: str) -> list[Area]:
    if kind == "MERGE_COLUMNS":
        return [
            Area(area.sheet, area.top, area.bottom, column, column + 1)
            for column in range(area.left, area.right)
        ]
    if kind == "MERGE_ROWS":
        return [
            Area(area.sheet, row, row + 1, area.left, area.right)
            for row in range(area.top, area.bottom)
        ]
    return [area]


def _is_many(area: Area) -> bool:
    return (area.bottom - area.top) * (area.right - area.left) > 1


def _keep_first(area: Area) -> None:
    """The first filled cell of a merged block keeps its value, at the top left."""

    def edit(old: Cell, row: int, column: int) -> Cell:
        if (row, column) == (area.top, area.left):
            return old
        return grid.without_value(old)

    grid.change(area.sheet, (area.top, area.bottom, area.left, area.right), edit)
    grid.trim(area.sheet)


def _inside(merge: dict[str, Any], area: Area) -> bool:
    return (
        area.top <= merge["startRowIndex"]
        and merge["endRowIndex"] <= area.bottom
        and area.left <= merge["startColumnIndex"]
        and merge["endColumnIndex"] <= area.right
    )


def _touches(merge: dict[str, Any], area: Area) -> bool:
    return (
        area.top < merge["endRowIndex"]
        and merge["startRowIndex"] < area.bottom
        and area.left < merge["endColumnIndex"]
        and merge["startColumnIndex"] < area.right
    )


def unmerge_cells(change: Change, body: dict[str, Any]) -> None:
    area = change.area(body["range"])
    kept = [merge for merge in area.sheet.merges if not _inside(merge, area)]
    if any(_touches(merge, area) for merge in kept):
        raise invalid("You must select all cells in a merged range to merge or unmerge them.")
    area.sheet.merges = kept


HANDLERS = {
    "updateCells": update_cells,
    "repeatCell": repeat_cell,
    "appendCells": append_cells,
    "updateBorders": update_borders,
    "mergeCells": merge_cells,
    "unmergeCells": unmerge_cells,
}
