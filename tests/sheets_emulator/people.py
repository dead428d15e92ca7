"""What people do to a sheet while a program works on it, as batches of requests.

Each function returns requests; `Emulator.edit` applies them now, or between two requests of the
program under test, in the name of a person.
"""

from typing import Any

Requests = list[dict[str, Any]]


def _rows(sheet_id: int, start: int, count: int) -> dict[str, Any]:
    end = start + count
    return {"sheetId": sheet_id, "dimension": "ROWS", "startIndex": start, "endIndex": end}


def insert_rows(sheet_id: int, at: int, count: int = 1) -> Requests:
    return [{"insertDimension": {"range": _rows(sheet_id, at, count)}}]


def delete_rows(sheet_id: int, at: int, count: int = 1) -> Requests:
    return [{"deleteDimension": {"range": _rows(sheet_id, at, count)}}]


def move_rows(sheet_id: int, at: int, *, count: int = 1, to: int) -> Requests:
    source = _rows(sheet_id, at, count)
    return [{"moveDimension": {"source": source, "destinationIndex": to}}]


def sort(sheet_id: int, *, column: int, start: int = 0, descending: bool = False) -> Requests:
    order = "DESCENDING" if descending else "ASCENDING"
    place = {"sheetId": sheet_id, "startRowIndex": start}
    return [
        {
            "sortRange": {
                "range": place,
                "sortSpecs": [{"dimensionIndex": column, "sortOrder": order}],
            }
        }
    ]


def paste(sheet_id: int, row: int, column: int, values: list[list[str]]) -> Requests:
    rows = [
        {"values": [{"userEnteredValue": {"stringValue": text}} for text in line]}
        for line in values
    ]
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    return [{"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}]


def rename(sheet_id: int, title: str) -> Requests:
    properties = {"sheetId": sheet_id, "title": title}
    return [{"updateSheetProperties": {"properties": properties, "fields": "title"}}]


def move_tab(sheet_id: int, index: int) -> Requests:
    properties = {"sheetId": sheet_id, "index": index}
    return [{"updateSheetProperties": {"properties": properties, "fields": "index"}}]


def hide_tab(sheet_id: int) -> Requests:
    properties = {"sheetId": sheet_id, "hidden": True}
    return [{"updateSheetProperties": {"properties": properties, "fields": "hidden"}}]


def add_tab(title: str, sheet_id: int) -> Requests:
    return [{"addSheet": {"properties": {"title": title, "sheetId": sheet_id}}}]


def delete_tab(sheet_id: int) -> Requests:
    return [{"deleteSheet": {"sheetId": sheet_id}}]


def filter_rows(sheet_id: int) -> Requests:
    return [{"setBasicFilter": {"filter": {"range": {"sheetId": sheet_id}}}}]


def protect(sheet_id: int) -> Requests:
    protected = {"protectedRangeId": sheet_id, "range": {"sheetId": sheet_id}}
    return [{"addProtectedRange": {"protectedRange": protected}}]
