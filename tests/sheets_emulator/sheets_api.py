"""The methods of the Sheets API by their paths."""

import re
from collections.abc import Callable
from typing import Any

from . import a1, answers, fieldmask, values
from .a1 import Area
from .batch_metadata import areas, matching
from .batch_sheets import duplicate_sheet
from .change import Change
from .errors import ApiError, invalid, not_found, unknown
from .request import Request
from .schema import check_answer, check_request
from .state import Book
from .world import World

Answer = dict[str, Any]
Method = Callable[[World, Request, str, str], Answer]


def handle(world: World, request: Request, path: str) -> Answer:
    """`path` is what follows /v4/spreadsheets."""
    for method, pattern, call, schemas in _METHODS:
        match = re.fullmatch(pattern, path, re.DOTALL)
        if match and method == request.method:
            return _checked(world, request, match, (call, schemas))
    raise unknown(f"{request.method} {request.path}")


def _checked(
    world: World,
    request: Request,
    match: re.Match[str],
    method: tuple[Method, tuple[str, str, str]],
) -> Answer:
    call, (body, at, answer) = method
    if match.lastindex:
        world.book(match[1])
    if body:
        check_request(request.json(), body, at=at)
    found = call(world, request, *(*match.groups(), "", "")[:2])
    check_answer(found, answer)
    return found


def _create(world: World, request: Request, _id: str, _rest: str) -> Answer:
    properties = request.json().get("properties", {})
    title = properties.get("title", "Untitled spreadsheet")
    book = world.create(title, properties=properties).book
    return answers.spreadsheet(_there(book), ranges=[], fields="", grid_data=False)


def _there(book: Book | None) -> Book:
    if book is None:
        raise AssertionError("a new file has a book")
    return book


def _get(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    return answers.spreadsheet(
        world.book(book_id),
        ranges=[text for text in request.many("ranges") if text],
        fields=request.one("fields"),
        grid_data=request.one("includeGridData").lower() == "true",
        account=world.caller,
    )


def _get_by_filter(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    body, book = request.json(), world.book(book_id)
    ranges = [area.a1 for f in body.get("dataFilters", []) for area in areas(book, f)]
    return answers.spreadsheet(
        book,
        ranges=ranges,
        fields=request.one("fields"),
        grid_data=bool(body.get("includeGridData")),
    )


def _batch_update(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    body = request.json()
    replies = world.batch(book_id, body.get("requests", []))
    answer: Answer = {"spreadsheetId": book_id, "replies": replies}
    if body.get("includeSpreadsheetInResponse"):
        answer["updatedSpreadsheet"] = answers.spreadsheet(
            world.book(book_id),
            ranges=body.get("responseRanges", []),
            fields="",
            grid_data=bool(body.get("responseIncludeGridData")),
            account=world.caller,
        )
    mask = request.one("fields")
    return fieldmask.pick(answer, fieldmask.parse(mask)) or {} if mask else answer


def _values_get(world: World, request: Request, book_id: str, range_: str) -> Answer:
    book = world.book(book_id)
    return values.read(book, a1.parse(range_, book), request.options())


def _values_batch_get(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    book = world.book(book_id)
    found = [
        values.read(book, a1.parse(r, book), request.options()) for r in request.many("ranges")
    ]
    return {"spreadsheetId": book_id, "valueRanges": found}


def _values_by_filter(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    body, book = request.json(), world.book(book_id)
    found = [
        {"valueRange": values.read(book, area, body), "dataFilters": [f]}
        for f in body.get("dataFilters", [])
        for area in areas(book, f)
    ]
    return {"spreadsheetId": book_id, "valueRanges": found}


def _writable(world: World, book: Book, area: Area) -> Area:
    """The area, where the caller may write into it. Raises a 400 where it is protected."""
    Change(book, world.new_id, world.caller).refuse_place(a1.whole_range(area))
    return area


def _values_update(world: World, request: Request, book_id: str, range_: str) -> Answer:
    book = world.book(book_id).copy()
    area = _writable(world, book, a1.parse(range_, book))
    updated = values.write(book, area, request.json(), request.options())
    world.keep(book)
    return {"spreadsheetId": book_id, **updated}


def _values_append(world: World, request: Request, book_id: str, range_: str) -> Answer:
    book = world.book(book_id).copy()
    area = _writable(world, book, a1.parse(range_, book))
    answer = values.append(book, area, request.json(), request.options())
    world.keep(book)
    updates = {"spreadsheetId": book_id, **answer["updates"]}
    return {"spreadsheetId": book_id, **answer, "updates": updates}


def _values_batch_update(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    body, book = request.json(), world.book(book_id).copy()
    done = []
    for index, data in enumerate(body.get("data", [])):
        try:
            area = _writable(world, book, a1.parse(data["range"], book))
        except ApiError as error:
            raise invalid(f"Invalid data[{index}]: {error}") from error
        done.append({"spreadsheetId": book_id, **values.write(book, area, data, body)})
    world.keep(book)
    return _totals(book_id, done)


def _values_update_by_filter(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    body, book = request.json(), world.book(book_id).copy()
    done = [
        values.write(book, _writable(world, book, area), data, body)
        | {"dataFilter": data["dataFilter"]}
        for data in body.get("data", [])
        for area in areas(book, data["dataFilter"])
    ]
    world.keep(book)
    return _totals(book_id, done)


def _totals(book_id: str, done: list[Answer]) -> Answer:
    totals: Answer = {"spreadsheetId": book_id}
    columns = {_columns(one["updatedRange"]) for one in done}
    rows = {(one["updatedRange"].rpartition("!")[0], one["updatedRange"]) for one in done}
    if done:
        totals |= {
            "totalUpdatedRows": sum(one.get("updatedRows", 0) for one in done) if rows else 0,
            "totalUpdatedColumns": max(one.get("updatedColumns", 0) for one in done)
            if len(columns) == 1
            else sum(one.get("updatedColumns", 0) for one in done),
            "totalUpdatedCells": sum(one.get("updatedCells", 0) for one in done),
            "totalUpdatedSheets": len({one["updatedRange"].rpartition("!")[0] for one in done}),
        }
    return totals | {"responses": done}


def _columns(updated: str) -> str:
    return re.sub(r"\d", "", updated.rpartition("!")[2])


def _values_clear(world: World, request: Request, book_id: str, range_: str) -> Answer:
    book = world.book(book_id).copy()
    cleared = values.clear(_writable(world, book, a1.parse(range_, book)))
    world.keep(book)
    return {"spreadsheetId": book_id, "clearedRange": cleared}


def _values_batch_clear(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    book = world.book(book_id).copy()
    areas_ = [a1.parse(text, book) for text in request.json().get("ranges", [])]
    cleared = [values.clear(_writable(world, book, area)) for area in areas_]
    world.keep(book)
    return {"spreadsheetId": book_id, "clearedRanges": cleared}


def _search(world: World, request: Request, book_id: str, _rest: str) -> Answer:
    found = [
        {"developerMetadata": tag, "dataFilters": [data_filter]}
        for data_filter in request.json().get("dataFilters", [])
        for tag in matching(world.book(book_id), data_filter)
    ]
    return {"matchedDeveloperMetadata": found} if found else {}


def _tag(world: World, request: Request, book_id: str, tag_id: str) -> Answer:
    lookup = {"developerMetadataLookup": {"metadataId": int(tag_id)}}
    found = matching(world.book(book_id), lookup)
    if not found:
        raise not_found()
    return found[0]


def _copy_to(world: World, request: Request, book_id: str, sheet_id: str) -> Answer:
    target = world.book(request.json()["destinationSpreadsheetId"]).copy()
    source = Change(world.book(book_id), world.new_id, world.caller).sheet(int(sheet_id))
    twin = source.copy()
    target.sheets.append(twin)
    body = {"sourceSheetId": source.id, "insertSheetIndex": len(target.sheets) - 1}
    copied = duplicate_sheet(Change(target, world.new_id, world.caller), body)
    target.sheets.remove(twin)
    target.renumber()
    world.keep(target)
    copied["properties"]["index"] = len(target.sheets) - 1
    return dict(copied["properties"])


_ID = r"/([^/:]+)"
_VALUES = _ID + r"/values"
_METHODS: list[tuple[str, str, Method, tuple[str, str, str]]] = [
    ("POST", "", _create, ("Spreadsheet", "", "Spreadsheet")),
    ("GET", _ID, _get, ("", "", "Spreadsheet")),
    (
        "POST",
        _ID + ":getByDataFilter",
        _get_by_filter,
        ("GetSpreadsheetByDataFilterRequest", "", "Spreadsheet"),
    ),
    (
        "POST",
        _ID + ":batchUpdate",
        _batch_update,
        ("BatchUpdateSpreadsheetRequest", "", "BatchUpdateSpreadsheetResponse"),
    ),
    ("GET", _VALUES + ":batchGet", _values_batch_get, ("", "", "BatchGetValuesResponse")),
    ("GET", _VALUES + "/(.+)", _values_get, ("", "", "ValueRange")),
    (
        "POST",
        _VALUES + ":batchGetByDataFilter",
        _values_by_filter,
        ("BatchGetValuesByDataFilterRequest", "", "BatchGetValuesByDataFilterResponse"),
    ),
    (
        "POST",
        _VALUES + ":batchUpdate",
        _values_batch_update,
        ("BatchUpdateValuesRequest", "", "BatchUpdateValuesResponse"),
    ),
    (
        "POST",
        _VALUES + ":batchUpdateByDataFilter",
        _values_update_by_filter,
        ("BatchUpdateValuesByDataFilterRequest", "", "BatchUpdateValuesByDataFilterResponse"),
    ),
    (
        "POST",
        _VALUES + ":batchClear",
        _values_batch_clear,
        ("BatchClearValuesRequest", "", "BatchClearValuesResponse"),
    ),
    ("POST", _VALUES + "/(.+):clear", _values_clear, ("", "", "ClearValuesResponse")),
    (
        "POST",
        _VALUES + "/(.+):append",
        _values_append,
        ("ValueRange", "data", "AppendValuesResponse"),
    ),
    ("PUT", _VALUES + "/(.+)", _values_update, ("ValueRange", "data", "UpdateValuesResponse")),
    (
        "POST",
        _ID + "/developerMetadata:search",
        _search,
        ("SearchDeveloperMetadataRequest", "", "SearchDeveloperMetadataResponse"),
    ),
    ("GET", _ID + r"/developerMetadata/(\d+)", _tag, ("", "", "DeveloperMetadata")),
    (
        "POST",
        _ID + r"/sheets/(\d+):copyTo",
        _copy_to,
        ("CopySheetToAnotherSpreadsheetRequest", "", "SheetProperties"),
    ),
]
