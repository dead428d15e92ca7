"""Requests about whole sheets and the spreadsheet itself."""

from copy import deepcopy
from typing import Any

from . import fieldmask, grid, looks, references
from .change import Change
from .errors import invalid
from .limits import refuse_large_book
from .state import Sheet, new_sheet

_PLACES = {"startRowIndex", "startColumnIndex", "endRowIndex", "rowIndex", "columnIndex"}


def add_sheet(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    wanted = dict(body.get("properties", {}))
    number = len(change.book.sheets) + 1
    title = wanted.get("title") or _free(change, "Sheet", number)
    _refuse_twin(change, title)
    sheet = new_sheet(_own_id(change, wanted.pop("sheetId", None)), title)
    _put(change, sheet, wanted.pop("index", None))
    size = wanted.pop("gridProperties", {})
    sheet.properties["gridProperties"] |= {k: v for k, v in size.items() if v}
    sheet.properties |= {k: v for k, v in wanted.items() if v not in ("", False)}
    sheet.properties = looks.with_both_colors(sheet.properties, body["properties"])
    return {"properties": deepcopy(sheet.properties)}


def _free(change: Change, stem: str, number: int) -> str:
    while change.book.titled(f"{stem}{number}"):
        number += 1
    return f"{stem}{number}"


def _refuse_twin(change: Change, title: str, but: Sheet | None = None) -> None:
    if change.book.titled(title) not in (None, but):
        raise invalid(f'A sheet with the name "{title}" already exists. Please enter another name.')


def _own_id(change: Change, wanted: int | None) -> int:
    if wanted is None:
        return change.new_id()
    if change.book.sheet(wanted):
        raise invalid(f"Sheet id {wanted} already exists.")
    return wanted


def _put(change: Change, sheet: Sheet, index: int | None) -> None:
    sheets = change.book.sheets
    sheets.insert(len(sheets) if index is None else index, sheet)
    change.book.renumber()


def update_sheet_properties(change: Change, body: dict[str, Any]) -> None:
    new = body["properties"]
    sheet = change.sheet(new.get("sheetId", 0))
    mask = fieldmask.parse(body.get("fields", ""))
    if "*" in mask:
        mask = {name: {} for name in new if name != "sheetId"}
    if "title" in mask:
        _refuse_twin(change, new.get("title", ""), sheet)
        references.follow_title(change.book, sheet.title, new.get("title", ""))
    if "index" in mask:
        _move(change, sheet, new.get("index", 0))
        mask.pop("index")
    if mask:
        _update(change, sheet, new, mask)


def _move(change: Change, sheet: Sheet, index: int) -> None:
    """An index is counted before the move, so one further right loses one."""
    sheets = change.book.sheets
    old = sheets.index(sheet)
    sheets.remove(sheet)
    sheets.insert(index - (index > old), sheet)
    change.book.renumber()


def _update(change: Change, sheet: Sheet, new: dict[str, Any], mask: fieldmask.Mask) -> None:
    before = sheet.properties
    properties = fieldmask.write(before, new, mask)
    for color in ("tabColor", "tabColorStyle"):
        if color in mask:
            for name in {"tabColor", "tabColorStyle"} - {color}:
                properties.pop(name, None)
    sheet.properties = looks.with_both_colors(properties, new)
    size = sheet.properties["gridProperties"]
    for name in [n for n, value in size.items() if value in (0, False)]:
        del size[name]
    for name in [n for n, value in sheet.properties.items() if value is False]:
        del sheet.properties[name]
    _resize(change, sheet, before["gridProperties"])
    if all(s.properties.get("hidden") for s in change.book.sheets):
        raise invalid("You can't hide all the sheets in a document.")


def _resize(change: Change, sheet: Sheet, before: dict[str, Any]) -> None:
    """Rows and columns that go take along what lies on them, as if they were deleted."""
    size = sheet.properties["gridProperties"]
    wanted = {name: size.get(name, before[name]) for name in ("rowCount", "columnCount")}
    if size.get("frozenRowCount", 0) >= wanted["rowCount"]:
        raise invalid("You can't freeze all visible rows on the sheet.")
    if size.get("frozenColumnCount", 0) >= wanted["columnCount"]:
        raise invalid("You can't freeze all visible columns on the sheet.")
    _refuse_split_by_freezing(sheet, size)
    for name, dimension in (("rowCount", "ROWS"), ("columnCount", "COLUMNS")):
        size[name] = max(wanted[name], before[name])
        # Google counts the cells after the rows, before the columns.
        refuse_large_book(change.book)
        if wanted[name] < before[name]:
            grid.delete(change.book, sheet, dimension, start=wanted[name], end=before[name])


def _refuse_split_by_freezing(sheet: Sheet, size: dict[str, Any]) -> None:
    for side, name in (("Row", "rows"), ("Column", "columns")):
        edge = size.get(f"frozen{side}Count", 0)
        for merge in sheet.merges:
            if merge[f"start{side}Index"] < edge < merge[f"end{side}Index"]:
                raise invalid(
                    f"Sorry, it is not possible to freeze {name} which contain only part of a "
                    "merged cell."
                )


def delete_sheet(change: Change, body: dict[str, Any]) -> None:
    sheet = change.sheet(body.get("sheetId", 0))
    rest = [other for other in change.book.sheets if other is not sheet]
    if not any(not other.properties.get("hidden") for other in rest):
        raise invalid("You can't remove all the visible sheets in a document.")
    change.book.sheets = rest
    change.book.renumber()
    book = change.book
    book.lose_names(lambda named: named["range"].get("sheetId", 0) == sheet.id)
    references.follow_title(book, sheet.title, None)
    book.metadata = [m for m in book.metadata if _sheet_of(m) != sheet.id]


def _sheet_of(tag: dict[str, Any]) -> int | None:
    place = tag["location"]
    if "dimensionRange" in place:
        return int(place["dimensionRange"].get("sheetId", 0))
    return int(place["sheetId"]) if "sheetId" in place else None


def duplicate_sheet(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    source = change.sheet(body.get("sourceSheetId", 0))
    title = body.get("newSheetName") or f"Copy of {source.title}"
    if "newSheetName" not in body and change.book.titled(title):
        title = _free(change, f"Copy of {source.title} ", 2)
    _refuse_twin(change, title)
    twin = source.copy()
    twin.properties |= {"sheetId": _own_id(change, body.get("newSheetId")), "title": title}
    _settle(change, twin, source.id)
    _put(change, twin, body.get("insertSheetIndex", 0))
    return {"properties": deepcopy(twin.properties)}


def _settle(change: Change, twin: Sheet, source_id: int) -> None:
    """All that hangs on the copy is the copy's own: it has new ids and names the new tab."""
    parts = (
        (twin.merges, ""),
        (twin.rules, ""),
        (twin.protected, "protectedRangeId"),
        (twin.charts, "chartId"),
        (twin.bands, "bandedRangeId"),
        (twin.tables, "tableId"),
        (twin.views, "filterViewId"),
        ([twin.filter] if twin.filter else [], ""),
    )
    for things, own in parts:
        _name_tab(things, source_id, twin.id)
        for thing in things:
            if own:
                thing[own] = str(change.new_id()) if own == "tableId" else change.new_id()
    for table in twin.tables:
        table["name"] = f"{table['name']}_{twin.id}"


def _name_tab(part: Any, old: int, new: int) -> None:
    if isinstance(part, list):
        for inner in part:
            _name_tab(inner, old, new)
    elif isinstance(part, dict):
        if ("sheetId" in part or part.keys() & _PLACES) and part.get("sheetId", 0) == old:
            part["sheetId"] = new
        for inner in part.values():
            _name_tab(inner, old, new)


def update_spreadsheet_properties(change: Change, body: dict[str, Any]) -> None:
    mask = fieldmask.parse(body.get("fields", ""))
    change.book.properties = fieldmask.write(change.book.properties, body["properties"], mask)


HANDLERS = {
    "addSheet": add_sheet,
    "updateSheetProperties": update_sheet_properties,
    "deleteSheet": delete_sheet,
    "duplicateSheet": duplicate_sheet,
    "updateSpreadsheetProperties": update_spreadsheet_properties,
}
