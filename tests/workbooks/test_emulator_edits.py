"""What people's edits do to all that hangs on the cells: formulas, names, tables, copies."""

from typing import Any

import pytest

from tests.sheets_emulator import Emulator, people, references
from tests.sheets_emulator.conditions import is_broken
from tests.sheets_emulator.grid import cell
from tests.sheets_emulator.state import Book, Sheet
from tests.workbooks.books import Rows
from tests.workbooks.sheets import Shared, shared_sheet

PLAN: dict[str, Rows] = {
    "План": [["№", "Срок", "Отдел"], [1, "май", "УМЦ"], [2, "июнь", "УМЦ"]],
    "Сводка": [["день", 1]],
}
PLAN_ID, OURS = 100, 101
Json = dict[str, Any]


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    emulator, base = google
    emulator.reset()
    return shared_sheet(emulator, base, PLAN)


def book(sheet: Shared) -> Book:
    return sheet.emulator.world.book(sheet.id)


def tab(sheet: Shared, sheet_id: int) -> Sheet:
    found = book(sheet).sheet(sheet_id)
    assert found
    return found


def typed(sheet: Shared, sheet_id: int, row: int, column: int) -> Any:
    value = cell(tab(sheet, sheet_id), row, column).get("userEnteredValue", {})
    return next(iter(value.values()), None)


def formula(sheet_id: int, row: int, column: int, text: str) -> Json:
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    rows = [{"values": [{"userEnteredValue": {"formulaValue": text}}]}]
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


def columns(start: int, count: int = 1) -> Json:
    span = {"startIndex": start, "endIndex": start + count}
    return {"sheetId": PLAN_ID, "dimension": "COLUMNS", **span}


FOLLOWED = [
    ({"insertDimension": {"range": columns(0)}}, "'План'!C2", "'План'!C$2:C", "'План'!B:C"),
    ({"insertDimension": {"range": columns(2)}}, "'План'!B2", "'План'!B$2:B", "'План'!A:B"),
    ({"deleteDimension": {"range": columns(0)}}, "'План'!A2", "'План'!A$2:A", "'План'!A:A"),
    ({"deleteDimension": {"range": columns(1)}}, "#REF!", "#REF!", "'План'!A:A"),
    (
        {"moveDimension": {"source": columns(1), "destinationIndex": 3}},
        "'План'!C2",
        "'План'!C$2:C",
        "'План'!A:B",
    ),
    (people.insert_rows(PLAN_ID, 0)[0], "'План'!B3", "'План'!B$3:B", "'План'!A:B"),
    (people.delete_rows(PLAN_ID, 0)[0], "'План'!B1", "'План'!B$1:B", "'План'!A:B"),
    (people.rename(PLAN_ID, "О'К")[0], "'О''К'!B2", "'О''К'!B$2:B", "'О''К'!A:B"),
    (people.delete_tab(PLAN_ID)[0], "#REF!", "#REF!", "#REF!"),
]


@pytest.mark.parametrize(("edit", "one", "open_ended", "whole"), FOLLOWED)
def test_references_follow_what_people_do(
    sheet: Shared, edit: Json, one: str, open_ended: str, whole: str
) -> None:
    text = "=XLOOKUP('План'!B2;'План'!B$2:B;'План'!A:B;\"'План'!B2\")"
    sheet.emulator.edit(sheet.id, [formula(OURS, 3, 0, text), edit])
    wanted = f"=XLOOKUP({one};{open_ended};{whole};\"'План'!B2\")"
    assert typed(sheet, OURS, 3, 0) == wanted


def test_references_to_other_tabs_stay(sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, [formula(OURS, 3, 0, "=A1&Сводка!A2&TRUE&LOG10(5)&A1B")])
    sheet.emulator.edit(sheet.id, [{"insertDimension": {"range": columns(0)}}])
    assert typed(sheet, OURS, 3, 0) == "=A1&Сводка!A2&TRUE&LOG10(5)&A1B"


def test_a_rule_follows_its_cells(sheet: Shared) -> None:
    when = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=NOW()>$C$1"}]}
    place = {"sheetId": PLAN_ID, "startColumnIndex": 1, "endColumnIndex": 2}
    rule = {"ranges": [place], "booleanRule": {"condition": when, "format": {}}}
    sheet.emulator.edit(
        sheet.id,
        [
            {"addConditionalFormatRule": {"rule": rule}},
            {"insertDimension": {"range": columns(0)}},
        ],
    )
    (kept,) = tab(sheet, PLAN_ID).rules
    assert kept["ranges"][0]["startColumnIndex"] == 2
    assert kept["booleanRule"]["condition"]["values"][0]["userEnteredValue"] == "=NOW()>$D$1"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("=IF(A1;B1)", False),
        ("=IF(A1,B1)", True),
        ("=1,5+2", False),
        ('=IF(A1="a,b";"(";\'Вкладка, другая\'!B1)', False),
        ("=SUM(A1", True),
        ("=A1)", True),
        ("=A1+", True),
        ('="незакрыто', True),
    ],
)
def test_a_formula_parses_by_the_locale(text: str, *, broken: bool) -> None:
    assert is_broken(text, "ru_RU") is broken


def test_titles_in_a_formula_are_found() -> None:
    assert [*references.titles("='План Б'!A1+Лист1!B2+C3")] == ["План Б", "Лист1"]


def test_a_broken_formula_shows_an_error_and_is_kept(sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, [formula(PLAN_ID, 3, 1, "=IF(A1,1)")])
    assert sheet.open().read("План").rows[3][1] == "#ERROR!"


def test_a_copied_tab_has_ids_of_its_own(sheet: Shared) -> None:
    anchor = {"overlayPosition": {"anchorCell": {"sheetId": PLAN_ID}}}
    spec = {"basicChart": {"chartType": "BAR"}}
    add = {"addChart": {"chart": {"chartId": 7, "spec": spec, "position": anchor}}}
    merge = {"mergeCells": {"range": {"sheetId": PLAN_ID, "startRowIndex": 4, "endRowIndex": 6}}}
    copy = {"duplicateSheet": {"sourceSheetId": PLAN_ID, "newSheetId": 5}}
    sheet.emulator.edit(sheet.id, [add, merge, copy])
    twin = tab(sheet, 5)
    assert [chart["chartId"] for chart in twin.charts] != [7]
    assert twin.charts[0]["position"]["overlayPosition"]["anchorCell"]["sheetId"] == 5
    assert twin.merges[0]["sheetId"] == 5
    assert tab(sheet, PLAN_ID).merges[0]["sheetId"] == PLAN_ID


def test_a_table_names_its_columns_and_grows(sheet: Shared) -> None:
    place = {"sheetId": PLAN_ID, "startRowIndex": 0, "endRowIndex": 3}
    place |= {"startColumnIndex": 0, "endColumnIndex": 4}
    sheet.emulator.edit(sheet.id, [{"addTable": {"table": {"range": place}}}])
    assert typed(sheet, PLAN_ID, 0, 3) == "Column 4"
    sheet.emulator.edit(sheet.id, [{"insertDimension": {"range": columns(1)}}])
    assert tab(sheet, PLAN_ID).tables[0]["range"]["endColumnIndex"] == 5


def test_a_filter_view_is_shown_with_its_bounds(sheet: Shared) -> None:
    view = {"title": "Мои", "range": {"sheetId": PLAN_ID}}
    sheet.emulator.edit(sheet.id, [{"addFilterView": {"filter": view}}])
    (kept,) = tab(sheet, PLAN_ID).views
    assert (kept["title"], kept["range"]["endColumnIndex"]) == ("Мои", 26)


def test_pasted_text_is_read_as_if_typed(sheet: Shared) -> None:
    paste = {"coordinate": {"sheetId": OURS, "rowIndex": 2}, "data": "1,5\t05.05.2021\nда"}
    sheet.emulator.edit(sheet.id, [{"pasteData": {**paste, "delimiter": "\t"}}])
    assert [typed(sheet, OURS, 2, 0), typed(sheet, OURS, 2, 1)] == [1.5, 44321]
    assert typed(sheet, OURS, 3, 0) == "да"


def test_dragging_down_goes_on_with_numbers_and_formulas(sheet: Shared) -> None:
    source = {"sheetId": PLAN_ID, "startRowIndex": 1, "endRowIndex": 3}
    source |= {"startColumnIndex": 0, "endColumnIndex": 4}
    fill = {"source": source, "dimension": "ROWS", "fillLength": 2}
    sheet.emulator.edit(
        sheet.id,
        [formula(PLAN_ID, 2, 3, "=A3"), {"autoFill": {"sourceAndDestination": fill}}],
    )
    assert [typed(sheet, PLAN_ID, row, 0) for row in (3, 4)] == [3, 4]
    assert [typed(sheet, PLAN_ID, row, 1) for row in (3, 4)] == ["май", "июнь"]
    assert typed(sheet, PLAN_ID, 4, 3) == "=A5"


@pytest.mark.parametrize(
    ("kind", "dimension", "texts"),
    [
        ("insertRange", "ROWS", [None, "май", "июнь"]),
        ("deleteRange", "ROWS", ["июнь", None, None]),
        ("insertRange", "COLUMNS", [None, "июнь", None]),
        ("deleteRange", "COLUMNS", ["УМЦ", "июнь", None]),
    ],
)
def test_cells_move_aside_and_back(
    sheet: Shared, kind: str, dimension: str, texts: list[Any]
) -> None:
    place = {"sheetId": PLAN_ID, "startRowIndex": 1, "endRowIndex": 2}
    place |= {"startColumnIndex": 1, "endColumnIndex": 2}
    sheet.emulator.edit(sheet.id, [{kind: {"range": place, "shiftDimension": dimension}}])
    assert [typed(sheet, PLAN_ID, row, 1) for row in (1, 2, 3)] == texts


def test_a_smaller_grid_takes_what_lies_beyond_it(sheet: Shared) -> None:
    place = {"sheetId": PLAN_ID, "startRowIndex": 50, "endRowIndex": 51}
    protect = {"addProtectedRange": {"protectedRange": {"range": place}}}
    sheet.emulator.edit(sheet.id, [protect])
    properties = {"sheetId": PLAN_ID, "gridProperties": {"rowCount": 2}}
    shrink = {"properties": properties, "fields": "gridProperties.rowCount"}
    sheet.emulator.edit(sheet.id, [{"updateSheetProperties": shrink}])
    assert (tab(sheet, PLAN_ID).protected, typed(sheet, PLAN_ID, 2, 0)) == ([], None)


def test_bodies_of_long_runs_are_not_kept(sheet: Shared) -> None:
    from tests.sheets_emulator.log import Log, Logged

    log = Log()
    for _ in range(10):
        log.append(Logged("POST /", b"x" * 10_000_000, 200, "/"))
    assert [len(logged.body) for logged in log] == [0] * 4 + [10_000_000] * 6
