"""Requests by which people move things about: sort, cut, copy, paste, replace."""

import re
from typing import Any

from . import formulas, grid
from .a1 import Area
from .change import Change
from .errors import invalid
from .state import Cell


def sort_range(change: Change, body: dict[str, Any]) -> None:
    """Rows are ordered within the range; what hangs on rows, such as metadata, stays."""
    area = change.area(body["range"])
    rows = [_cells(area, row) for row in range(area.top, area.bottom)]
    places = {id(cells): row for row, cells in enumerate(rows, area.top)}
    for spec in reversed(body.get("sortSpecs", [])):
        column = spec.get("dimensionIndex", 0) - area.left
        values = [formulas.effective(change.book, area.sheet, row[column]) for row in rows]
        down = spec.get("sortOrder") == "DESCENDING"
        pairs = list(zip(map(_key, values), rows, strict=True))
        filled = sorted((p for p in pairs if p[0] is not None), key=_first, reverse=down)
        rows = [row for _, row in filled] + [row for key, row in pairs if key is None]
    for row, cells in enumerate(rows, area.top):
        moved = (_along(data, row - places[id(cells)]) for data in cells)
        grid.put_line(area.sheet, row, dict(enumerate(moved, area.left)))
    grid.trim(area.sheet)


def _along(data: Cell, rows: int) -> Cell:
    """A formula that is sorted reads the cells beside its new place."""
    text = data.get("userEnteredValue", {}).get("formulaValue")
    if not text or not rows:
        return data
    moved = formulas.along(text, rows=rows, columns=0)
    return {**data, "userEnteredValue": {"formulaValue": moved}}


def _first(pair: tuple[Any, list[Cell]]) -> Any:
    return pair[0]


def _key(value: dict[str, Any]) -> tuple[int, Any] | None:
    if not value:
        return None
    plain = next(iter(value.values()))
    if isinstance(plain, bool):
        return (2, plain)
    return (0, plain) if isinstance(plain, int | float) else (1, str(plain).casefold())


def _cells(area: Area, row: int) -> list[Cell]:
    return [grid.cell(area.sheet, row, column) for column in range(area.left, area.right)]


def cut_paste(change: Change, body: dict[str, Any]) -> None:
    source = change.area(body["source"])
    place = body["destination"]
    table = [_cells(source, row) for row in range(source.top, source.bottom)]
    box = (source.top, source.bottom, source.left, source.right)
    grid.change(source.sheet, box, lambda _old, _row, _column: {})
    grid.trim(source.sheet)
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    sheet = change.sheet(place.get("sheetId", 0))
    if top + len(table) > sheet.row_count or left + source.right - source.left > sheet.column_count:
        raise invalid("The destination exceeds the grid.")
    for row, cells in enumerate(table, top):
        grid.put_line(sheet, row, dict(enumerate(cells, left)))


def copy_paste(change: Change, body: dict[str, Any]) -> None:
    source, target = change.area(body["source"]), change.area(body["destination"])
    kind = body.get("pasteType", "PASTE_NORMAL")
    table = [_cells(source, row) for row in range(source.top, source.bottom)]
    height, width = len(table), source.right - source.left
    bottom = target.top + max(height, (target.bottom - target.top) // height * height)
    right = target.left + max(width, (target.right - target.left) // width * width)

    def edit(old: Cell, row: int, column: int) -> Cell:
        new = table[(row - target.top) % height][(column - target.left) % width]
        if kind == "PASTE_VALUES":
            value = formulas.effective(change.book, source.sheet, new)
            rest = grid.without_value(old)
            return {**rest, "userEnteredValue": value} if value else rest
        if kind == "PASTE_FORMAT":
            rest = {name: part for name, part in old.items() if name != "userEnteredFormat"}
            own = new.get("userEnteredFormat")
            return {**rest, "userEnteredFormat": own} if own else rest
        return new

    grid.change(target.sheet, (target.top, bottom, target.left, right), edit)
    grid.trim(target.sheet)


def find_replace(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    pattern = body["find"] if body.get("searchByRegex") else re.escape(body["find"])
    search = re.compile(pattern, 0 if body.get("matchCase") else re.IGNORECASE)
    if "range" in body:
        areas = [change.area(body["range"])]
    else:
        wanted = body.get("sheetId")
        sheets = [s for s in change.book.sheets if wanted in (None, s.id)]
        areas = [Area(s, 0, len(s.lines), 0, s.column_count) for s in sheets]
    changed = [_replaced(area, search, body.get("replacement", "")) for area in areas]
    cells, times = sum(c for c, _ in changed), sum(t for _, t in changed)
    answer = {"valuesChanged": cells, "occurrencesChanged": times}
    return {key: value for key, value in answer.items() if value}


def _replaced(area: Area, search: re.Pattern[str], replacement: str) -> tuple[int, int]:
    cells = times = 0
    for row in range(area.top, min(area.bottom, len(area.sheet.lines))):
        for column, data in enumerate(_cells(area, row), area.left):
            text = data.get("userEnteredValue", {}).get("stringValue")
            new, count = search.subn(replacement, text) if text else ("", 0)
            if count:
                cells, times = cells + 1, times + count
                value = {"userEnteredValue": {"stringValue": new}} if new else {}
                new_cell = {**grid.without_value(data), **value}
                grid.put_line(area.sheet, row, {column: new_cell})
    return cells, times


HANDLERS = {
    "sortRange": sort_range,
    "cutPaste": cut_paste,
    "copyPaste": copy_paste,
    "findReplace": find_replace,
}
