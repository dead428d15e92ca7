"""What the emulator refuses as Google does, so that no test passes where an account would fail."""

from typing import Any

import pytest
import requests

from tests.sheets_emulator import Emulator, people
from tests.sheets_emulator.limits import LARGEST_BODY
from tests.workbooks.books import Rows
from tests.workbooks.sheets import ROWS, Shared, shared_sheet

PLAN: dict[str, Rows] = {
    "План": [["№", "Срок"], [1, "до 5 мая"], [2, "июнь"]],
    "Сводка": [["день", 1]],
}
PLAN_ID, OURS = 100, 101
Json = dict[str, Any]


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    emulator, base = google
    emulator.reset()
    return shared_sheet(emulator, base, PLAN)


def batch(sheet: Shared, *wanted: Json) -> requests.Response:
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}:batchUpdate"
    return requests.post(address, json={"requests": wanted}, timeout=5)


def words(answer: requests.Response) -> str:
    """Why a request was refused."""
    assert answer.status_code == 400, answer.text[:500]
    return str(answer.json()["error"]["message"])


def area(sheet_id: int, top: int, bottom: int, left: int = 0, right: int = 1) -> Json:
    return {
        "sheetId": sheet_id,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def size(**counts: int) -> Json:
    properties = {"sheetId": OURS, "gridProperties": counts}
    fields = ",".join(f"gridProperties.{name}" for name in counts)
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}


def rule(formula: str, index: int = 0) -> Json:
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula}]}
    boolean = {"condition": condition, "format": {"textFormat": {"bold": True}}}
    ranges = [area(OURS, 0, 1)]
    wanted = {"rule": {"ranges": ranges, "booleanRule": boolean}, "index": index}
    return {"addConditionalFormatRule": wanted}


def named(name: str, place: Json) -> Json:
    return {"addNamedRange": {"namedRange": {"name": name, "range": place}}}


def cell(value: Json, *, fields: str = "userEnteredValue") -> Json:
    rows = [{"values": [{"userEnteredValue": value}]}]
    return {"updateCells": {"start": {"sheetId": OURS}, "rows": rows, "fields": fields}}


def table(kind: str = "DOUBLE") -> Json:
    columns = [{"columnIndex": 0, "columnName": "№", "columnType": kind}]
    wanted = {"name": "Меры", "range": area(PLAN_ID, 0, 3, 0, 2), "columnProperties": columns}
    return {"addTable": {"table": wanted}}


WHOLE = {"addProtectedRange": {"protectedRange": {"range": {"sheetId": OURS}}}}
CHOICE = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]}}
MERGE = {"mergeCells": {"range": area(OURS, 0, 2), "mergeType": "MERGE_ALL"}}
FREEZE = {
    "updateSheetProperties": {
        "properties": {"sheetId": OURS, "gridProperties": {"frozenRowCount": 1}},
        "fields": "gridProperties.frozenRowCount",
    }
}
REFUSED: dict[str, tuple[list[Json], str]] = {
    "no request at all": ([], "Must specify at least one request."),
    "50,001 characters": ([cell({"stringValue": "я" * 50_001})], "maximum of 50000 characters"),
    "a formula without a sign": ([cell({"formulaValue": "A1"})], "Invalid formula value"),
    "10 million cells": ([size(rowCount=10_000_000)], "above the limit of 10000000 cells"),
    # Counted after the rows and before the columns, though together they would do.
    "rows before columns": ([size(rowCount=400_000, columnCount=1)], "10000000 cells"),
    "18,279 columns": ([size(columnCount=18_279, rowCount=10)], "limit of 18278 columns"),
    "a rule's formula": ([rule("=NOW()>(A1")], "Invalid ConditionValue.userEnteredValue"),
    "a rule's decimal commas": ([rule("=IF(A1,B1)")], "Invalid ConditionValue"),
    "a rule about another tab": ([rule("='План'!A1=1")], "cannot reference a different sheet"),
    "a rule beyond the list": ([rule("=A1=1", 1)], "No conditional format on sheet"),
    "a second protection": ([WHOLE, WHOLE], 'Sheet "Сводка" already has sheet protection.'),
    "a table over a table": ([table(), table()], "overlaps another table"),
    "a merge in a table": (
        [table(), {"mergeCells": {"range": area(PLAN_ID, 1, 3)}}],
        "can't merge cells in a table",
    ),
    "a rule in a typed column": (
        [table(), {"setDataValidation": {"range": area(PLAN_ID, 1, 3), "rule": CHOICE}}],
        "not allowed on cells in typed columns",
    ),
    "half a merge frozen": ([MERGE, FREEZE], "only part of a merged cell"),
    "an empty list of choices": (
        [
            {
                "setDataValidation": {
                    "range": area(OURS, 0, 1),
                    "rule": {"condition": {"type": "ONE_OF_LIST"}},
                }
            }
        ],
        "requires at least one ConditionValue",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_google_refuses_is_refused_in_its_words(sheet: Shared, case: str) -> None:
    wanted, told = REFUSED[case]
    before = sheet.emulator.world.book(sheet.id)
    assert told in words(batch(sheet, *wanted))
    assert sheet.emulator.world.book(sheet.id) is before


def test_a_request_of_more_than_ten_megabytes_is_refused(sheet: Shared) -> None:
    texts = [cell({"stringValue": "a" * 49_000}) for _ in range(LARGEST_BODY // 49_000 + 1)]
    assert "exceeds the limit: 10485760 bytes" in words(batch(sheet, *texts))


def test_a_long_text_is_refused_however_it_comes(sheet: Shared) -> None:
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}/values/'Сводка'!A1"
    params = {"valueInputOption": "RAW"}
    body = {"values": [["я" * 50_001]]}
    answer = requests.put(address, params=params, json=body, timeout=5)
    assert words(answer).startswith("Your input contains more than")


@pytest.mark.parametrize(
    "loss",
    [
        people.delete_tab(OURS),
        people.delete_rows(OURS, 0),
        [size(rowCount=50)],
    ],
)
def test_a_name_whose_cells_are_gone_is_hidden_yet_taken(
    sheet: Shared, loss: people.Requests
) -> None:
    bottom = 1 if "deleteDimension" in loss[0] else ROWS
    batch(sheet, named("блок", area(OURS, bottom - 1, bottom)))
    sheet.emulator.edit(sheet.id, loss)
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}?fields=namedRanges"
    assert requests.get(address, timeout=5).json() == {}
    told = words(batch(sheet, named("Блок", area(PLAN_ID, 0, 1))))
    assert told.endswith("a named range with that name already exists.")


WRITES: dict[str, Json] = {
    "cells": people.paste(OURS, 0, 0, [["моё"]])[0],
    "a rule": rule("=A1=1"),
    "a width": {
        "updateDimensionProperties": {
            "range": {"sheetId": OURS, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1},
            "properties": {"pixelSize": 50},
            "fields": "pixelSize",
        }
    },
    "its size": size(rowCount=5),
    "itself": people.delete_tab(OURS)[0],
}


@pytest.mark.parametrize("what", WRITES)
def test_a_protected_tab_is_closed_to_programs_but_not_to_its_owner(
    sheet: Shared, what: str
) -> None:
    sheet.emulator.edit(sheet.id, people.protect(OURS))
    assert "protected cell or object" in words(batch(sheet, WRITES[what]))
    sheet.emulator.edit(sheet.id, [WRITES[what]])


def test_protected_cells_are_closed_to_typed_values_too(sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, people.protect(OURS))
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}/values/'Сводка'!A1"
    body = {"values": [["моё"]]}
    answer = requests.put(address, params={"valueInputOption": "RAW"}, json=body, timeout=5)
    assert "protected cell" in words(answer)


def test_quota_is_that_of_an_account(sheet: Shared) -> None:
    emulator = sheet.emulator
    emulator.quota.limits = {"Read": 1}
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}?fields=spreadsheetId"
    others = {"Authorization": "Bearer <ACCESS_TOKEN>"}
    codes = [
        requests.get(address, headers=headers, timeout=5).status_code
        for headers in ({}, {}, others, others)
    ]
    assert codes == [200, 429, 200, 429]


def test_a_refused_quota_says_why_by_its_reason(sheet: Shared) -> None:
    sheet.emulator.quota.limits = {"Read": 0}
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}"
    (detail,) = requests.get(address, timeout=5).json()["error"]["details"]
    assert detail["reason"] == "RATE_LIMIT_EXCEEDED"
    assert detail["metadata"]["quota_limit"] == "ReadRequestsPerMinutePerUser"
