"""Requests about rows and columns."""

from typing import Any

from . import fieldmask, grid
from .change import Change
from .errors import invalid
from .grid import cell
from .state import Cell, Sheet

# Of a capital A in the default font, as recorded; others are taken to be as wide.
_PIXELS_A_LETTER, _PADDING = 8.48047, 7


def insert_dimension(change: Change, body: dict[str, Any]) -> None:
    sheet, start, end = _span(change, body["range"], beyond=True)
    if body.get("inheritFromBefore") and start == 0:
        raise invalid("inheritFromBefore cannot be true if inserting at the first row or column.")
    grid.insert(change.book, sheet, body["range"]["dimension"], at=start, count=end - start)
    if body.get("inheritFromBefore") and body["range"]["dimension"] == "COLUMNS":
        _dress_as_before(sheet, start, end)


def _dress_as_before(sheet: Sheet, start: int, end: int) -> None:
    """New columns take the formats of the one on their left; documented, not recorded."""

    def edit(_old: Cell, row: int, _column: int) -> Cell:
        worn = cell(sheet, row, start - 1).get("userEnteredFormat")
        return {"userEnteredFormat": worn} if worn else {}

    grid.change(sheet, (0, len(sheet.lines), start, end), edit)


def append_dimension(change: Change, body: dict[str, Any]) -> None:
    change.sheet(body.get("sheetId", 0)).grow(body["dimension"], body.get("length", 0))


def delete_dimension(change: Change, body: dict[str, Any]) -> None:
    dimension = body["range"]["dimension"]
    sheet, start, end = _span(change, body["range"])
    if end - start >= sheet.count(dimension):
        raise invalid(f"You can't delete all the {dimension.lower()} on the sheet.")
    grid.delete(change.book, sheet, dimension, start=start, end=end)


def _span(change: Change, place: dict[str, Any], *, beyond: bool = False) -> tuple[Sheet, int, int]:
    sheet = change.sheet(place.get("sheetId", 0))
    count = sheet.count(place["dimension"])
    start, end = place.get("startIndex", 0), place.get("endIndex", count)
    if start > count - (not beyond) or (end > count and not beyond) or start >= end:
        raise invalid(
            f"range.startIndex[{start}] and range.endIndex[{end}] must be within the sheet's "
            f"{count} {place['dimension'].lower()}"
        )
    return sheet, start, end


def update_dimension_properties(change: Change, body: dict[str, Any]) -> None:
    sheet, start, end = _span(change, body["range"])
    mask = fieldmask.parse(body.get("fields", ""))
    sizes = sheet.sizes[body["range"]["dimension"]]
    for index in range(start, end):
        size = fieldmask.write(sizes.get(index, {}), body.get("properties", {}), mask)
        sizes[index] = {key: value for key, value in size.items() if value}
        if not sizes[index]:
            del sizes[index]


def auto_resize_dimensions(change: Change, body: dict[str, Any]) -> None:
    """A rough width of the longest text; a row is as high as one that nobody has sized."""
    place = body["dimensions"]
    sheet, start, end = _span(change, place)
    if place["dimension"] == "ROWS":
        sizes = sheet.sizes["ROWS"]
        for row in set(range(start, end)) & sizes.keys():
            hidden = {name: value for name, value in sizes.pop(row).items() if name != "pixelSize"}
            sizes.update({row: hidden} if hidden else {})
        return
    for column in range(start, end):
        texts = [cell(sheet, row, column) for row in range(len(sheet.lines))]
        longest = max((_length(data) for data in texts), default=0)
        if longest:
            size = {"pixelSize": _PADDING + round(longest * _PIXELS_A_LETTER)}
            sheet.sizes["COLUMNS"][column] = {**sheet.sizes["COLUMNS"].get(column, {}), **size}


def _length(data: dict[str, Any]) -> int:
    return max((len(str(value)) for value in data.get("userEnteredValue", {}).values()), default=0)


def add_group(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    place = body["range"]
    sheet, start, end = _span(change, place)
    groups = sheet.groups.setdefault(place["dimension"], [])
    depth = 1 + sum(_covers(group, start, end) for group in groups)
    shown = {"dimension": place["dimension"], "startIndex": start, "endIndex": end}
    groups.append({"range": shown, "depth": depth})
    side = "row" if place["dimension"] == "ROWS" else "column"
    sheet.properties["gridProperties"][f"{side}GroupControlAfter"] = True
    return {"dimensionGroups": list(groups)}


def _covers(group: dict[str, Any], start: int, end: int) -> bool:
    return bool(group["range"]["startIndex"] <= start and end <= group["range"]["endIndex"])


def delete_group(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    place = body["range"]
    sheet, start, end = _span(change, place)
    groups = sheet.groups.get(place["dimension"], [])
    deepest = max((g for g in groups if _covers(g, start, end)), key=_depth, default=None)
    if deepest is None:
        raise invalid("There is no group at the given range.")
    groups.remove(deepest)
    return {"dimensionGroups": list(groups)} if groups else {}


def _depth(group: dict[str, Any]) -> int:
    return int(group["depth"])


def move_dimension(change: Change, body: dict[str, Any]) -> None:
    place = body["source"]
    sheet, start, end = _span(change, place)
    to = body.get("destinationIndex", 0)
    order = list(range(sheet.count(place["dimension"])))
    moved = order[start:end]
    rest = order[:start] + order[end:]
    at = to - (end - start) if to > start else to
    order = rest[:at] + moved + rest[at:]
    grid.move_lines(change.book, sheet, place["dimension"], order=order)


HANDLERS = {
    "insertDimension": insert_dimension,
    "appendDimension": append_dimension,
    "deleteDimension": delete_dimension,
    "updateDimensionProperties": update_dimension_properties,
    "autoResizeDimensions": auto_resize_dimensions,
    "addDimensionGroup": add_group,
    "deleteDimensionGroup": delete_group,
    "moveDimension": move_dimension,
}
