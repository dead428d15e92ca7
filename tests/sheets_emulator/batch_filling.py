"""Requests by which people fill cells and push others aside: paste, drag down, insert cells."""

import csv
import io
from itertools import pairwise
from typing import Any

from . import entering, formulas, grid
from .a1 import Area
from .change import Change
from .errors import invalid
from .limits import refuse_long_text
from .state import Cell


def paste_data(change: Change, body: dict[str, Any]) -> None:
    """Text with a delimiter, each part read as if it were typed."""
    if body.get("html"):
        raise invalid("The emulator pastes no HTML")
    place = body.get("coordinate", {})
    sheet = change.sheet(place.get("sheetId", 0))
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    table = [*csv.reader(io.StringIO(body.get("data", "")), delimiter=body.get("delimiter", "\t"))]
    sheet.grow("ROWS", max(0, top + len(table) - sheet.row_count))
    width = max(map(len, table), default=0)
    sheet.grow("COLUMNS", max(0, left + width - sheet.column_count))
    for row, texts in enumerate(table, top):
        cells = {}
        for column, text in enumerate(texts, left):
            old = grid.cell(sheet, row, column)
            new = entering.entered(text, change.book.locale)
            refuse_long_text(new.get("userEnteredValue"))
            cells[column] = {**grid.without_value(old), **new}
        grid.put_line(sheet, row, cells)
    grid.trim(sheet)


def auto_fill(change: Change, body: dict[str, Any]) -> None:
    """Go on with what is there: numbers that rise by one step, all else again and again."""
    if "sourceAndDestination" not in body:
        raise invalid("The emulator fills only from a source that is named")
    wanted = body["sourceAndDestination"]
    source = change.area(wanted["source"])
    length, down = wanted.get("fillLength", 0), wanted.get("dimension") == "ROWS"
    if length <= 0:
        raise invalid("The emulator fills only downwards and to the right")
    target = _beyond(source, length, down=down)

    def edit(_old: Cell, row: int, column: int) -> Cell:
        return _next(source, row, column, down=down)

    grid.change(source.sheet, (target.top, target.bottom, target.left, target.right), edit)
    grid.trim(source.sheet)


def _beyond(source: Area, length: int, *, down: bool) -> Area:
    sheet = source.sheet
    if down:
        area = Area(sheet, source.bottom, source.bottom + length, source.left, source.right)
    else:
        area = Area(sheet, source.top, source.bottom, source.right, source.right + length)
    if area.bottom > sheet.row_count or area.right > sheet.column_count:
        raise invalid("The destination exceeds the grid.")
    return area


def _next(source: Area, row: int, column: int, *, down: bool) -> Cell:
    height, width = source.bottom - source.top, source.right - source.left
    from_row = source.top + (row - source.top) % height
    from_column = source.left + (column - source.left) % width
    cell = grid.cell(source.sheet, from_row, from_column)
    value = cell.get("userEnteredValue", {})
    if "formulaValue" in value:
        text = formulas.along(
            value["formulaValue"], rows=row - from_row, columns=column - from_column
        )
        return {**cell, "userEnteredValue": {"formulaValue": text}}
    series = _series(source, from_row, from_column, down=down)
    if series is None:
        return cell
    first, step = series
    index = row - source.top if down else column - source.left
    return {**cell, "userEnteredValue": {"numberValue": first + step * index}}


def _series(source: Area, row: int, column: int, *, down: bool) -> tuple[float, float] | None:
    """First number and step of a line of the source with two numbers or more, all one step."""
    places = (
        [(r, column) for r in range(source.top, source.bottom)]
        if down
        else [(row, c) for c in range(source.left, source.right)]
    )
    cells = (grid.cell(source.sheet, r, c) for r, c in places)
    numbers = [cell.get("userEnteredValue", {}).get("numberValue") for cell in cells]
    if len(numbers) < 2 or None in numbers:
        return None
    step = numbers[1] - numbers[0]
    even = all(b - a == step for a, b in pairwise(numbers))
    return (numbers[0], step) if even else None


def insert_range(change: Change, body: dict[str, Any]) -> None:
    """Blank cells; those there move down or to the right, and what falls off the grid is lost."""
    area, down = change.area(body["range"]), body.get("shiftDimension") == "ROWS"
    _refuse_split_merges(area, down=down)
    _shift_cells(area, down=down, by=1)


def delete_range(change: Change, body: dict[str, Any]) -> None:
    area, down = change.area(body["range"]), body.get("shiftDimension") == "ROWS"
    _refuse_split_merges(area, down=down)
    _shift_cells(area, down=down, by=-1)


def _shift_cells(area: Area, *, down: bool, by: int) -> None:
    sheet = area.sheet
    height, width = area.bottom - area.top, area.right - area.left
    rows, columns = (by * height, 0) if down else (0, by * width)
    bottom = len(sheet.lines) + max(rows, 0) if down else area.bottom
    right = area.right if down else sheet.column_count
    box = (area.top, min(bottom, sheet.row_count), area.left, right)
    before = [list(line) for line in sheet.lines]

    def old(row: int, column: int) -> Cell:
        inside = row < len(before) and 0 <= column < len(before[row])
        return before[row][column] if inside else {}

    def edit(_old: Cell, row: int, column: int) -> Cell:
        if by > 0 and area.top <= row < area.bottom and area.left <= column < area.right:
            return {}
        return old(row - rows, column - columns)

    grid.change(sheet, box, edit)
    grid.trim(sheet)


def _refuse_split_merges(area: Area, *, down: bool) -> None:
    """Cells that move along must not be part of a merge across the edge of the area."""
    for merge in area.sheet.merges:
        sides = ("Column", area.left, area.right) if down else ("Row", area.top, area.bottom)
        name, start, end = sides
        first, last = merge[f"start{name}Index"], merge[f"end{name}Index"]
        if first < end and start < last:
            raise invalid("You can't shift cells that are part of a merged range.")


HANDLERS = {
    "pasteData": paste_data,
    "autoFill": auto_fill,
    "insertRange": insert_range,
    "deleteRange": delete_range,
}
