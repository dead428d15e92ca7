"""The spreadsheets.values methods: reading, writing, appending and clearing by A1 ranges."""

from dataclasses import replace
from typing import Any

from . import a1, entering, formulas, grid, showing
from .a1 import Area
from .errors import invalid
from .limits import refuse_large_book, refuse_long_text
from .state import Book, Cell, Sheet

Table = list[list[Any]]


def read(book: Book, area: Area, options: dict[str, Any]) -> dict[str, Any]:
    """A ValueRange."""
    columns = options.get("majorDimension") == "COLUMNS"
    table = [
        [
            rendered(book, area.sheet, data, options)
            for data in area.sheet.lines[row][area.left : area.right]
        ]
        for row in range(area.top, min(area.bottom, len(area.sheet.lines)))
    ]
    table = trimmed(transposed(table) if columns else table)
    answer = {"range": area.a1, "majorDimension": "COLUMNS" if columns else "ROWS"}
    return answer | ({"values": table} if table else {})


def rendered(book: Book, sheet: Sheet, data: Cell, options: dict[str, Any]) -> Any:
    value = data.get("userEnteredValue")
    if not value:
        return ""
    how = options.get("valueRenderOption", "FORMATTED_VALUE")
    if how == "FORMULA" and "formulaValue" in value:
        return value["formulaValue"]
    effective = formulas.effective(book, sheet, data)
    number_format = data.get("userEnteredFormat", {}).get("numberFormat", {})
    dated = showing.is_date(number_format) and "numberValue" in effective
    as_text = dated and options.get("dateTimeRenderOption") == "FORMATTED_STRING"
    if how == "FORMATTED_VALUE" or as_text or "errorValue" in effective:
        return showing.shown(effective, number_format, book.locale)
    return next(iter(effective.values()))


def trimmed(table: Table) -> Table:
    """Without trailing blanks and trailing blank rows, as answers are."""
    for line in table:
        while line and line[-1] == "":
            line.pop()
    while table and not table[-1]:
        table.pop()
    return table


def transposed(table: Table) -> Table:
    width = max(map(len, table), default=0)
    return [
        [line[column] if column < len(line) else "" for line in table] for column in range(width)
    ]


def write(book: Book, area: Area, body: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """Put values into an area; an UpdateValuesResponse without the id."""
    how = options.get("valueInputOption", "INPUT_VALUE_OPTION_UNSPECIFIED")
    if how not in ("RAW", "USER_ENTERED"):
        raise invalid("'valueInputOption' is required but not specified")
    table = body.get("values") or []
    if body.get("majorDimension") == "COLUMNS":
        table = [[None if cell is _GAP else cell for cell in line] for line in _turned(table)]
    height, width = len(table), max(map(len, table), default=0)
    target = _target(area, height, width)
    for number, line in enumerate(table):
        cells = {
            area.left + column: _written(
                grid.cell(area.sheet, area.top + number, area.left + column),
                value,
                how,
                book.locale,
            )
            for column, value in enumerate(line)
            if value is not None
        }
        grid.put_line(area.sheet, area.top + number, cells)
    return _report(book, target, table, options)


_GAP = object()


def _turned(table: Table) -> Table:
    width = max(map(len, table), default=0)
    return [[line[i] if i < len(line) else _GAP for line in table] for i in range(width)]


def _report(book: Book, target: Area, table: Table, options: dict[str, Any]) -> dict[str, Any]:
    """What was updated: null is skipped, so it counts nowhere."""
    answer: dict[str, Any] = {"updatedRange": target.a1}
    places = [
        (row, column)
        for row, line in enumerate(table)
        for column, value in enumerate(line)
        if value is not None
    ]
    if places:
        answer |= {
            "updatedRows": len({row for row, _ in places}),
            "updatedColumns": len({column for _, column in places}),
            "updatedCells": len(places),
        }
    if str(options.get("includeValuesInResponse", "")).lower() == "true":
        how = options.get("responseValueRenderOption", "FORMATTED_VALUE")
        answer["updatedData"] = read(book, target, {"valueRenderOption": how})
    return answer


def _target(area: Area, height: int, width: int) -> Area:
    """The cells that will be written; a single cell is where larger values begin."""
    sheet = area.sheet
    bottom, right = area.top + height, area.left + width
    if not area.anchor:
        where = f"'{sheet.title}'!{area.cells}"
        if bottom > area.bottom:
            raise _outside(where, f"row [{area.bottom + 1}]")
        if right > area.right:
            raise _outside(where, f"column [{a1.letters(area.right)}]")
    target = replace(area, bottom=max(bottom, area.top + 1), right=max(right, area.left + 1))
    if bottom > sheet.row_count or right > sheet.column_count:
        raise a1.exceeds(sheet, target.a1)
    return target


def _outside(where: str, place: str) -> Exception:
    return invalid(f"Requested writing within range [{where}], but tried writing to {place}")


def _written(old: Cell, value: Any, how: str, locale: str) -> Cell:
    if how == "RAW":
        plain = entering.raw(value)
        new: Cell = {"userEnteredValue": plain} if plain else {}
    else:
        new = entering.entered(value, locale)
    refuse_long_text(new.get("userEnteredValue"))
    kept = grid.without_value(old)
    if "userEnteredFormat" in new:
        own = {**kept.get("userEnteredFormat", {}), **new["userEnteredFormat"]}
        return {**kept, **new, "userEnteredFormat": own}
    return {**kept, **new}


def clear(area: Area) -> str:
    """Blank the values, not the formats; the range that was cleared."""
    bottom = min(area.bottom, len(area.sheet.lines))
    grid.change(
        area.sheet,
        (area.top, bottom, area.left, area.right),
        lambda old, _row, _column: grid.without_value(old),
    )
    grid.trim(area.sheet)
    return area.a1


def append(book: Book, area: Area, body: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """Write below the last table that the area touches; an AppendValuesResponse without ids."""
    table = _table(area)
    sheet = area.sheet
    start = replace(area, anchor=True)
    if table:
        start = replace(start, top=table.bottom, left=table.left)
    lines = body.get("values") or []
    columns = body.get("majorDimension") == "COLUMNS"
    height = max(map(len, lines), default=0) if columns else len(lines)
    if options.get("insertDataOption") == "INSERT_ROWS":
        grid.insert(book, sheet, "ROWS", at=start.top, count=height)
    width = len(lines) if columns else max(map(len, lines), default=0)
    sheet.grow("ROWS", max(0, start.top + height - sheet.row_count))
    sheet.grow("COLUMNS", max(0, start.left + width - sheet.column_count))
    refuse_large_book(book)
    updates = write(book, start, body, options)
    return ({"tableRange": table.a1} if table else {}) | {"updates": updates}


def _table(area: Area) -> Area | None:
    """The block of filled cells around the last filled cell of the area."""
    sheet = area.sheet
    for row in reversed(range(area.top, min(area.bottom, len(sheet.lines)))):
        for column in reversed(range(area.left, min(area.right, len(sheet.lines[row])))):
            if "userEnteredValue" in sheet.lines[row][column]:
                return _block(Area(sheet, row, row + 1, column, column + 1))
    return None


def _block(area: Area) -> Area:
    while True:
        sheet = area.sheet
        wider = Area(
            sheet,
            max(0, area.top - _filled(sheet, area.top - 1, area.left - 1, area.right + 1)),
            area.bottom + _filled(sheet, area.bottom, area.left - 1, area.right + 1),
            area.left - _filled_column(sheet, area.left - 1, area.top - 1, area.bottom + 1),
            area.right + _filled_column(sheet, area.right, area.top - 1, area.bottom + 1),
        )
        if wider == area:
            return area
        area = wider


def _filled(sheet: Sheet, row: int, left: int, right: int) -> bool:
    return row >= 0 and any(
        "userEnteredValue" in grid.cell(sheet, row, column) for column in range(max(left, 0), right)
    )


def _filled_column(sheet: Sheet, column: int, top: int, bottom: int) -> bool:
    return column >= 0 and any(
        "userEnteredValue" in grid.cell(sheet, row, column) for row in range(max(top, 0), bottom)
    )
