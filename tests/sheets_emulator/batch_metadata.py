"""Requests about developer metadata, and data filters, which find things by it."""

from typing import Any

from . import a1, fieldmask
from .a1 import Area
from .change import Change
from .errors import invalid
from .state import Book

_BUDGET = 30_000


def create(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    tag = dict(body["developerMetadata"])
    wanted = tag.setdefault("metadataId", change.new_id())
    if any(other["metadataId"] == wanted for other in change.book.metadata):
        raise invalid(f"Developer metadata with id {wanted} already exists.")
    tag["location"] = _located(change, tag.get("location", {}))
    tag.setdefault("visibility", "DOCUMENT")
    change.book.metadata.append(tag)
    _refuse_excess(change.book)
    return {"developerMetadata": tag}


def _located(change: Change, place: dict[str, Any]) -> dict[str, Any]:
    if "dimensionRange" in place:
        span = place["dimensionRange"]
        change.sheet(span.get("sheetId", 0))
        if span.get("endIndex", 0) - span.get("startIndex", 0) != 1:
            raise invalid("Developer metadata must be on exactly one row or column.")
        kind = "ROW" if span["dimension"] == "ROWS" else "COLUMN"
        return {"locationType": kind, "dimensionRange": span}
    if "sheetId" in place:
        change.sheet(place["sheetId"])
        return {"locationType": "SHEET", "sheetId": place["sheetId"]}
    return {"locationType": "SPREADSHEET", "spreadsheet": True}


def _refuse_excess(book: Book) -> None:
    used: dict[Any, int] = {}
    for tag in book.metadata:
        place = tag["location"]
        sheet = place.get("dimensionRange", place).get("sheetId")
        used[sheet] = (
            used.get(sheet, 0) + len(tag.get("metadataKey", "")) + len(tag.get("metadataValue", ""))
        )
    if any(size > _BUDGET for size in used.values()):
        raise invalid("The developer metadata quota is exceeded.")


def update(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    mask = fieldmask.parse(body.get("fields", ""))
    found = [tag for f in body["dataFilters"] for tag in matching(change.book, f)]
    for tag in found:
        tag |= fieldmask.write(tag, body["developerMetadata"], mask)
    return {"developerMetadata": found}


def delete(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    found = matching(change.book, body["dataFilter"])
    change.book.metadata = [tag for tag in change.book.metadata if tag not in found]
    return {"deletedDeveloperMetadata": found}


def matching(book: Book, data_filter: dict[str, Any]) -> list[dict[str, Any]]:
    """The metadata that a data filter finds."""
    lookup = data_filter.get("developerMetadataLookup")
    if lookup is None:
        return []
    return [tag for tag in book.metadata if _matches(tag, lookup)]


def _matches(tag: dict[str, Any], lookup: dict[str, Any]) -> bool:
    plain = ("metadataId", "metadataKey", "metadataValue", "visibility")
    if any(key in lookup and lookup[key] != tag.get(key) for key in plain):
        return False
    kind = lookup.get("locationType")
    if kind and kind != tag["location"]["locationType"]:
        return False
    place = lookup.get("metadataLocation")
    return not place or all(tag["location"].get(key) == value for key, value in place.items())


def areas(book: Book, data_filter: dict[str, Any]) -> list[Area]:
    """The cells that a data filter names: by A1, by GridRange, or where metadata stands."""
    if "a1Range" in data_filter:
        return [a1.parse(data_filter["a1Range"], book)]
    if "gridRange" in data_filter:
        return [a1.grid_area(data_filter["gridRange"], book)]
    return [area for tag in matching(book, data_filter) for area in _cells(book, tag["location"])]


def _cells(book: Book, place: dict[str, Any]) -> list[Area]:
    span = place.get("dimensionRange")
    sheet = book.sheet((span or place).get("sheetId", 0))
    if sheet is None or place["locationType"] == "SPREADSHEET":
        return []
    if span is None:
        return [a1.whole(sheet)]
    start, end = span.get("startIndex", 0), span["endIndex"]
    if span["dimension"] == "ROWS":
        return [Area(sheet, start, end, 0, sheet.column_count)]
    return [Area(sheet, 0, sheet.row_count, start, end)]


HANDLERS = {
    "createDeveloperMetadata": create,
    "updateDeveloperMetadata": update,
    "deleteDeveloperMetadata": delete,
}
