"""Cells of a sheet: read, written, and moved with all that hangs on their rows and columns."""

from collections.abc import Callable, Iterator
from typing import Any

from .references import Move, follow_dimension
from .state import Book, Cell, Line, Sheet


def cell(sheet: Sheet, row: int, column: int) -> Cell:
    if row < len(sheet.lines) and column < len(sheet.lines[row]):
        return sheet.lines[row][column]
    return {}


def without_value(data: Cell) -> Cell:
    """A cell that is to have another value; rich text goes with the text it was of (CellData)."""
    gone = ("userEnteredValue", "textFormatRuns")
    return {name: part for name, part in data.items() if name not in gone}


def put_line(sheet: Sheet, row: int, cells: dict[int, Cell]) -> None:
    """Put cells into a row by column."""
    while len(sheet.lines) <= row:
        sheet.lines.append(())
    line = list(sheet.lines[row])
    line += [{}] * (max(cells, default=-1) + 1 - len(line))
    for column, value in cells.items():
        line[column] = value
    sheet.lines[row] = _trimmed(line)
    if row == len(sheet.lines) - 1:
        trim(sheet)


def trim(sheet: Sheet) -> None:
    while sheet.lines and not sheet.lines[-1]:
        sheet.lines.pop()


def _trimmed(line: list[Cell]) -> Line:
    while line and not line[-1]:
        line.pop()
    return tuple(line)


def change(
    sheet: Sheet, box: tuple[int, int, int, int], edit: Callable[[Cell, int, int], Cell]
) -> None:
    """Replace each cell of the box (top, bottom, left, right) by `edit(cell, row, column)`."""
    top, bottom, left, right = box
    for row in range(top, bottom):
        columns = range(left, right)
        put_line(sheet, row, {c: edit(cell(sheet, row, c), row, c) for c in columns})


def insert(book: Book, sheet: Sheet, dimension: str, *, at: int, count: int) -> None:
    """Insert blank rows or columns before index `at`."""
    if dimension == "ROWS":
        if at < len(sheet.lines):
            sheet.lines[at:at] = [()] * count
    else:
        sheet.lines = [
            (*line[:at], *[{}] * count, *line[at:]) if at < len(line) else line
            for line in sheet.lines
        ]
    sheet.grow(dimension, count)

    def move(start: int, end: int) -> tuple[int, int]:
        return start + count * (start >= at), end + count * (end > at)

    shift(book, sheet, dimension, move)


def delete(book: Book, sheet: Sheet, dimension: str, *, start: int, end: int) -> None:
    """Delete rows or columns, and what lies on nothing else."""
    if dimension == "ROWS":
        del sheet.lines[start:end]
        trim(sheet)
    else:
        sheet.lines = [_trimmed([*line[:start], *line[end:]]) for line in sheet.lines]
        trim(sheet)
    sheet.grow(dimension, start - end)

    def after(index: int) -> int:
        return index - (min(index, end) - start) if index > start else index

    def move(first: int, last: int) -> tuple[int, int] | None:
        return (after(first), after(last)) if after(first) < after(last) else None

    shift(book, sheet, dimension, move)


def move_lines(book: Book, sheet: Sheet, dimension: str, *, order: list[int]) -> None:
    """Rearrange rows or columns: the new index i holds what stood at order[i]."""
    width = len(order)
    if dimension == "ROWS":
        lines = sheet.lines + [()] * (width - len(sheet.lines))
        sheet.lines = [lines[old] for old in order]
    else:
        full = [[*line, *[{}] * (width - len(line))] for line in sheet.lines]
        sheet.lines = [_trimmed([line[old] for old in order]) for line in full]
    trim(sheet)
    places = {old: new for new, old in enumerate(order)}

    def move(start: int, end: int) -> tuple[int, int]:
        first = places.get(start, start)
        return first, first + end - start

    shift(book, sheet, dimension, move)


def shift(book: Book, sheet: Sheet, dimension: str, move: Move) -> None:
    """Let everything that is anchored to rows or columns follow them."""
    keys = ("startRowIndex", "endRowIndex")
    if dimension == "COLUMNS":
        keys = ("startColumnIndex", "endColumnIndex")
    sheet.merges = [m for m in sheet.merges if _follow(m, keys, move)]
    sheet.protected = [p for p in sheet.protected if _follow(p.get("range", {}), keys, move)]
    for rule in sheet.rules:
        rule["ranges"] = [r for r in rule["ranges"] if _follow(r, keys, move)]
    sheet.rules = [rule for rule in sheet.rules if rule["ranges"]]
    if sheet.filter and not _follow(sheet.filter.get("range", {}), keys, move):
        sheet.filter = None
    for kept in (sheet.tables, sheet.views, sheet.bands):
        kept[:] = [one for one in kept if _follow(one["range"], keys, move)]
    book.lose_names(
        lambda n: n["range"].get("sheetId", 0) == sheet.id and not _follow(n["range"], keys, move)
    )
    book.metadata = [m for m in book.metadata if _follow_tag(m, sheet, dimension, move)]
    for chart in sheet.charts:
        _follow_anchor(chart, dimension, move)
    for other in book.sheets:
        for source in _sources([chart.get("spec", {}) for chart in other.charts], sheet.id):
            _follow(source, keys, move)
    _follow_sizes(sheet, dimension, move)
    follow_dimension(book, sheet, dimension, move)


def _follow(grid_range: dict[str, Any], keys: tuple[str, str], move: Move) -> bool:
    start, end = keys
    if start not in grid_range and end not in grid_range:
        return True
    open_end = end not in grid_range
    moved = move(grid_range.get(start, 0), grid_range.get(end, 10**9))
    if moved is None:
        return False
    grid_range[start] = moved[0]
    if not open_end:
        grid_range[end] = moved[1]
    return True


def _follow_tag(tag: dict[str, Any], sheet: Sheet, dimension: str, move: Move) -> bool:
    place = tag["location"].get("dimensionRange")
    if not place or place.get("sheetId", 0) != sheet.id or place["dimension"] != dimension:
        return True
    return _follow(place, ("startIndex", "endIndex"), move)


def _follow_anchor(chart: dict[str, Any], dimension: str, move: Move) -> None:
    anchor = chart.get("position", {}).get("overlayPosition", {}).get("anchorCell")
    if anchor is not None:
        key = "rowIndex" if dimension == "ROWS" else "columnIndex"
        index = anchor.get(key, 0)
        moved = move(index, index + 1)
        anchor[key] = moved[0] if moved else index


def _sources(part: Any, sheet_id: int) -> Iterator[dict[str, Any]]:
    """The ranges of a tab that charts draw."""
    if isinstance(part, list):
        for inner in part:
            yield from _sources(inner, sheet_id)
    elif isinstance(part, dict):
        if "startRowIndex" in part and part.get("sheetId", 0) == sheet_id:
            yield part
        for inner in part.values():
            yield from _sources(inner, sheet_id)


def _follow_sizes(sheet: Sheet, dimension: str, move: Move) -> None:
    moved: dict[int, dict[str, Any]] = {}
    for index, size in sheet.sizes[dimension].items():
        place = move(index, index + 1)
        if place:
            moved[place[0]] = size
    sheet.sizes[dimension] = moved
