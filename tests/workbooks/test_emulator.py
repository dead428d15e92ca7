"""What no recording shows of the emulator, but the tests that use it count on."""

from typing import Any

import pytest
import requests

from tests.sheets_emulator import Emulator, people
from tests.workbooks.books import Rows
from tests.workbooks.sheets import ROWS, Shared, shared_sheet

PLAN: dict[str, Rows] = {"План": [["№", "Срок"], [1, "до 5 мая"]], "Заметки": [["личное"]]}
Json = dict[str, Any]


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    emulator, base = google
    return shared_sheet(emulator, base, PLAN)


def ask(sheet: Shared, method: str, path: str, **rest: Any) -> requests.Response:
    address = f"{sheet.base}/v4/spreadsheets/{sheet.id}{path}"
    return requests.request(method, address, timeout=5, **rest)


def batch(sheet: Shared, *wanted: Json) -> requests.Response:
    return ask(sheet, "POST", ":batchUpdate", json={"requests": wanted})


def test_batch_with_one_bad_request_changes_nothing(sheet: Shared) -> None:
    answer = batch(sheet, *people.insert_rows(100, 0), {"deleteSheet": {"sheetId": 7}})
    assert answer.status_code == 400
    assert (
        answer.json()["error"]["message"] == "Invalid requests[1].deleteSheet: No grid with id: 7"
    )
    assert sheet.open().read().rows[0] == ("№", "Срок")


def test_unknown_key_is_refused_by_googles_own_document(sheet: Shared) -> None:
    cell = {"userEnteredFormat": {"textFromat": {}}}
    place = {"range": {"sheetId": 100}, "fields": "*"}
    answer = batch(sheet, {"repeatCell": {**place, "cell": cell}})
    assert answer.status_code == 400
    assert 'Unknown name "textFromat"' in answer.json()["error"]["message"]


def test_request_that_the_emulator_lacks_is_never_a_silent_success(sheet: Shared) -> None:
    assert batch(sheet, {"randomizeRange": {"range": {"sheetId": 100}}}).status_code == 501


def test_ranges_filter_the_tabs_of_an_answer(sheet: Shared) -> None:
    params = {"ranges": "'Заметки'", "fields": "sheets.properties.title"}
    answer = ask(sheet, "GET", "", params=params).json()
    assert answer == {"sheets": [{"properties": {"title": "Заметки"}}]}


def test_second_sheet_of_a_chosen_id_is_refused(sheet: Shared) -> None:
    new = {"addSheet": {"properties": {"sheetId": 9, "title": "а"}}}
    assert batch(sheet, new).status_code == 200
    assert batch(sheet, new).status_code == 400


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("01.02.2021", 44228, "01.02.2021"),
        ("12,5", 12.5, "12,5"),
        ("12.5", "12.5", "12.5"),
        ("007", 7, "7"),
        ("'007", "007", "007"),
        ("ИСТИНА", True, "ИСТИНА"),
        ("=1/4", 0.25, "0,25"),
        ("31.02.2021", "31.02.2021", "31.02.2021"),
    ],
)
def test_typed_values_are_understood_in_russian(
    sheet: Shared, typed: str, kept: object, shown: str
) -> None:
    path = "/values/'План'!E1"
    params = {"valueInputOption": "USER_ENTERED"}
    ask(sheet, "PUT", path, params=params, json={"values": [[typed]]})
    plain = {"valueRenderOption": "UNFORMATTED_VALUE"}
    assert ask(sheet, "GET", path, params=plain).json()["values"] == [[kept]]
    assert ask(sheet, "GET", path).json()["values"] == [[shown]]


def test_row_metadata_follows_its_row(sheet: Shared) -> None:
    row = {"sheetId": 100, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}
    tag = {"metadataKey": "id", "metadataValue": "m1", "location": {"dimensionRange": row}}
    batch(sheet, {"createDeveloperMetadata": {"developerMetadata": tag}})
    sheet.emulator.edit(sheet.id, people.insert_rows(100, 0, 3))
    wanted = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "id"}}]}
    answer = ask(sheet, "POST", "/values:batchGetByDataFilter", json=wanted).json()
    assert answer["valueRanges"][0]["valueRange"]["values"] == [["1", "до 5 мая"]]


def test_cells_are_written_by_the_id_of_their_tab(sheet: Shared) -> None:
    area = {"sheetId": 100, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 4}
    data = {"dataFilter": {"gridRange": area}, "values": [["да"]]}
    body = {"valueInputOption": "RAW", "data": [data]}
    answer = ask(sheet, "POST", "/values:batchUpdateByDataFilter", json=body).json()
    assert answer["responses"][0]["dataFilter"] == {"gridRange": area}
    assert ask(sheet, "GET", "/values/'План'!E1").json()["values"] == [["да"]]


def test_what_a_person_protects_a_program_may_not_change(sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, people.protect(100))
    answer = batch(sheet, *people.paste(100, 0, 0, [["моё"]]))
    assert answer.status_code == 400
    assert "protected cell" in answer.text


def test_reset_after_applying_leaves_the_change_in_place(sheet: Shared) -> None:
    sheet.emulator.fail("reset_after", ":batchUpdate")
    with pytest.raises(requests.ConnectionError):
        batch(sheet, *people.rename(100, "Другой"))
    assert "Другой" in sheet.titles()


def test_minute_has_as_many_reads_as_the_quota(sheet: Shared) -> None:
    sheet.emulator.quota.limits = {"Read": 2}
    codes = [ask(sheet, "GET", "").status_code for _ in range(3)]
    sheet.emulator.clock.sleep(60)
    assert [*codes, ask(sheet, "GET", "").status_code] == [200, 200, 429, 200]


def test_every_change_raises_the_version_of_the_file(sheet: Shared) -> None:
    address = f"{sheet.base}/drive/v3/files/{sheet.id}?fields=version"
    before = int(requests.get(address, timeout=5).json()["version"])
    sheet.emulator.edit(sheet.id, people.sort(100, column=0))
    assert int(requests.get(address, timeout=5).json()["version"]) == before + 1


def test_colours_are_kept_in_256_steps(sheet: Shared) -> None:
    style = {"rgbColor": {"red": 1, "green": 0, "blue": 0.5}}
    properties = {"sheetId": 100, "tabColorStyle": style}
    batch(sheet, {"updateSheetProperties": {"properties": properties, "fields": "tabColorStyle"}})
    shown = ask(sheet, "GET", "", params={"fields": "sheets.properties.tabColorStyle"}).json()
    assert shown["sheets"][0]["properties"] == {
        "tabColorStyle": {"rgbColor": {"red": 1, "blue": 0.49803922}}
    }


def test_a_filter_of_the_whole_tab_is_shown_with_its_bounds(sheet: Shared) -> None:
    batch(sheet, *people.filter_rows(100))
    shown = ask(sheet, "GET", "", params={"fields": "sheets.basicFilter.range"}).json()
    place = shown["sheets"][0]["basicFilter"]["range"]
    assert (place["startRowIndex"], place["endRowIndex"]) == (0, ROWS)
    assert (place["startColumnIndex"], place["endColumnIndex"]) == (0, 26)


def test_developer_metadata_is_found_by_its_id(sheet: Shared) -> None:
    tag = {"metadataId": 5, "metadataKey": "ключ", "location": {"spreadsheet": True}}
    batch(sheet, {"createDeveloperMetadata": {"developerMetadata": tag}})
    assert ask(sheet, "GET", "/developerMetadata/5").json()["metadataKey"] == "ключ"
    assert ask(sheet, "GET", "/developerMetadata/6").status_code == 404


def test_what_is_false_is_left_out_of_an_answer(sheet: Shared) -> None:
    for hidden in (True, False):
        properties = {"sheetId": 100, "hidden": hidden}
        batch(sheet, {"updateSheetProperties": {"properties": properties, "fields": "hidden"}})
    shown = ask(sheet, "GET", "", params={"fields": "sheets.properties.hidden"}).json()
    assert shown["sheets"][0] == {"properties": {}}


@pytest.mark.parametrize("name", ["мой блок", "2021_год", "A1", "R1C1", "true"])
def test_a_name_that_formulas_could_not_use_is_refused(sheet: Shared, name: str) -> None:
    named = {"name": name, "range": {"sheetId": 100}}
    assert batch(sheet, {"addNamedRange": {"namedRange": named}}).status_code == 400


def test_rich_text_goes_with_the_text_that_it_was_of(sheet: Shared) -> None:
    """CellData: "When writing a new user_entered_value, previous runs are erased"."""
    run = {"startIndex": 0, "format": {"strikethrough": True}}
    write = {"start": {"sheetId": 100}, "fields": "textFormatRuns"}
    rows = [{"values": [{"textFormatRuns": [run]}]}]
    assert batch(sheet, {"updateCells": {**write, "rows": rows}}).status_code == 200
    params = {"ranges": "A1", "fields": "sheets.data.rowData.values.textFormatRuns"}

    def runs() -> list[dict[str, object]]:
        data = ask(sheet, "GET", "", params=params).json()["sheets"][0]["data"][0]
        found: list[dict[str, object]] = data["rowData"][0]["values"][0].get("textFormatRuns", [])
        return found

    assert runs() == [{"format": {"strikethrough": True}}]
    batch(sheet, *people.paste(100, 0, 0, [["№ п/п"]]))
    assert runs() == []


def test_rich_text_is_of_texts_alone(sheet: Shared) -> None:
    number = {"userEnteredValue": {"numberValue": 5}, "textFormatRuns": [{"format": {}}]}
    write = {"start": {"sheetId": 100}, "fields": "userEnteredValue,textFormatRuns"}
    answer = batch(sheet, {"updateCells": {**write, "rows": [{"values": [number]}]}})
    assert answer.status_code == 400
