"""Every kind of request that sheetsync sends, once and alone, on a scratch tab.

The shapes are those of the requests that draw our tabs and set up our columns. A test holds the
kinds against what the code sends, so that none is missing here.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from gspread.exceptions import APIError
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL

from sheetsync.probe.scratch import Scratch
from sheetsync.setup_sheet.staff_tab import CLOSELY
from sheetsync.workbooks.google.large import LARGE_CONTENT
from sheetsync.workbooks.google.pieces import color
from sheetsync.workbooks.google.reading import CONTENT, LISTING
from sheetsync.workbooks.google.troubles import words_of
from sheetsync.workbooks.titles import quoted

Sample: TypeAlias = Mapping[str, Any]

_KEY, _NAME = "sheetsync-probe", "sheetsync_проба"
# As our tabs are written: a run of text that is not named would outlive the text it was of.
_CELL = "userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns"
_GRID = "gridProperties(rowCount,columnCount,frozenRowCount,hideGridlines),tabColorStyle"
_DRESS = "userEnteredFormat(textFormat(bold,fontSize,foregroundColorStyle),backgroundColorStyle)"
_ROWS, _COLUMNS = 12, 8


def samples(scratch: Scratch) -> Iterator[Sample]:
    """The requests, in an order in which each finds what it needs; none but one names a new tab."""
    yield from _tab(scratch)
    yield from _cells(scratch)
    yield from _looks(scratch)
    yield from _beside(scratch)
    yield from _column(scratch)


def rehearse(scratch: Scratch) -> tuple[int, Mapping[str, str]]:
    """How many requests Google took, and its words to those that it refused, by their kinds.

    Raises as the client does where the cause is not the request.
    """
    taken, refused = 0, {}
    for sample in samples(scratch):
        (kind,) = sample
        try:
            scratch.batch(sample)
            taken += 1
        except APIError as error:
            # Only a 400 is about the request; all else would meet the next one, too.
            if error.response.status_code != 400:
                raise
            refused[kind] = words_of(error.response)
    # Six more: the four masks, the values of a large plan, and a write that is answered.
    for fields in (LISTING, CONTENT, LARGE_CONTENT, CLOSELY):
        scratch.read(fields)
    scratch.client.values_get(
        scratch.spreadsheet,
        quoted(scratch.title),
        params={"valueRenderOption": "UNFORMATTED_VALUE"},
    )
    _batch_and_look(scratch)
    return taken + 6, refused


def _batch_and_look(scratch: Scratch) -> None:
    """A write that is answered with the tab as it is then."""
    body = {
        "requests": [{"unmergeCells": {"range": {"sheetId": scratch.id}}}],
        "includeSpreadsheetInResponse": True,
        "responseRanges": [quoted(scratch.title)],
        "responseIncludeGridData": True,
    }
    # gspread's own call takes no mask, and the answer would be the whole spreadsheet.
    url = SPREADSHEET_BATCH_UPDATE_URL % scratch.spreadsheet
    fields = {"fields": f"updatedSpreadsheet({CLOSELY})"}
    scratch.client.request("post", url, params=fields, json=body)


def _tab(scratch: Scratch) -> Iterator[Sample]:
    """What stands on a tab as a whole: its size, its colour and its mark."""
    grid = {"rowCount": _ROWS, "columnCount": _COLUMNS, "frozenRowCount": 1, "hideGridlines": True}
    properties = {
        "sheetId": scratch.id,
        "gridProperties": grid,
        "tabColorStyle": color("3C4043"),
    }
    lookup = {"metadataKey": _KEY, "metadataLocation": {"sheetId": scratch.id}}
    filtered = {"developerMetadataLookup": lookup}
    mark = {
        "metadataId": scratch.id,
        "metadataKey": _KEY,
        "metadataValue": "1",
        "location": {"sheetId": scratch.id},
        "visibility": "DOCUMENT",
    }
    yield {"updateSheetProperties": {"properties": properties, "fields": _GRID}}
    yield {"createDeveloperMetadata": {"developerMetadata": mark}}
    yield {
        "updateDeveloperMetadata": {
            "dataFilters": [filtered],
            "developerMetadata": {"metadataValue": "2"},
            "fields": "metadataValue",
        }
    }
    yield {"deleteDeveloperMetadata": {"dataFilter": filtered}}


def _cells(scratch: Scratch) -> Iterator[Sample]:
    """Values, rich text among them, formulas and what is copied."""
    link = {"textFormat": {"link": {"uri": f"#gid={scratch.id}&range=A1"}}}
    struck = {"format": {"strikethrough": True}}
    title = {
        "userEnteredValue": {"stringValue": "Проба"},
        "textFormatRuns": [struck, {"startIndex": 2, "format": {}}],
    }
    there = {"userEnteredValue": {"stringValue": "тут"}, "userEnteredFormat": link}
    numbers = [
        {"userEnteredValue": {"numberValue": 46054}},
        {"userEnteredValue": {"boolValue": True}},
    ]
    rows = [{"values": [title, {}, {}, {}]}, {"values": [there, *numbers]}]
    formula = {"userEnteredValue": {"formulaValue": '=IF(B2;"да";"нет")'}}
    calculated = {"range": _area(scratch, 1, 3, 4, 5), "cell": formula}
    whole = {"sheetId": scratch.id}
    yield {"updateCells": {"range": whole, "rows": rows, "fields": _CELL}}
    yield {"setBasicFilter": {"filter": {"range": _area(scratch, 0, 4, 0, 2)}}}
    yield {"repeatCell": {**calculated, "fields": "userEnteredValue"}}
    yield {
        "copyPaste": {
            "source": _area(scratch, 1, 2, 0, 1),
            "destination": _area(scratch, 4, 5, 0, 1),
            "pasteType": "PASTE_NORMAL",
        }
    }


def _looks(scratch: Scratch) -> Iterator[Sample]:
    """Looks, merges and sizes."""
    dress = {
        "textFormat": {"bold": True, "fontSize": 11, "foregroundColorStyle": color("B3261E")},
        "backgroundColorStyle": color("FFFFFF"),
    }
    dressed = {"range": _area(scratch, 0, 2, 0, 4), "cell": {"userEnteredFormat": dress}}
    width = {
        "properties": {"pixelSize": 120, "hiddenByUser": True},
        "fields": "pixelSize,hiddenByUser",
    }
    yield {"repeatCell": {**dressed, "fields": _DRESS}}
    yield {"mergeCells": {"range": _area(scratch, 0, 1, 0, 4), "mergeType": "MERGE_ALL"}}
    yield {"unmergeCells": {"range": {"sheetId": scratch.id}}}
    yield {"updateDimensionProperties": {"range": _span(scratch, "COLUMNS", 0), **width}}
    yield {"autoResizeDimensions": {"dimensions": _span(scratch, "ROWS", 1)}}


def _beside(scratch: Scratch) -> Iterator[Sample]:
    """What stands beside the cells: alarms, charts and names."""
    when = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=NOW()>$B$2"}]}
    rule = {
        "ranges": [_area(scratch, 0, 1, 0, 1)],
        "booleanRule": {"condition": when, "format": {"textFormat": {"bold": True}}},
    }
    yield {"addConditionalFormatRule": {"rule": rule, "index": 0}}
    yield {"deleteConditionalFormatRule": {"sheetId": scratch.id, "index": 0}}
    anchor = {"sheetId": scratch.id, "rowIndex": 5, "columnIndex": 0}
    position = {"overlayPosition": {"anchorCell": anchor, "widthPixels": 300, "heightPixels": 200}}
    chart = {"chartId": scratch.id, "spec": _spec(scratch, "BAR"), "position": position}
    yield {"addChart": {"chart": chart}}
    yield {"updateChartSpec": {"chartId": scratch.id, "spec": _spec(scratch, "COLUMN")}}
    yield {
        "updateEmbeddedObjectPosition": {
            "objectId": scratch.id,
            "newPosition": position,
            "fields": "anchorCell,widthPixels,heightPixels",
        }
    }
    named_id = f"{_KEY}{scratch.id}".replace("-", "")
    named = {"namedRangeId": named_id, "name": _NAME, "range": _area(scratch, 0, 2, 0, 2)}
    yield {"addNamedRange": {"namedRange": named}}
    yield {"updateNamedRange": {"namedRange": named, "fields": "name,range"}}
    # A name that outlives its tab can be seen and removed by nobody.
    yield {"deleteNamedRange": {"namedRangeId": named_id}}


def _spec(scratch: Scratch, kind: str) -> dict[str, Any]:
    def source(column: int) -> dict[str, Any]:
        area = _area(scratch, 0, 4, column, column + 1)
        return {"sourceRange": {"sources": [area]}}

    axis = "BOTTOM_AXIS" if kind == "BAR" else "LEFT_AXIS"
    series = [{"series": source(1), "targetAxis": axis, "colorStyle": color("3C4043")}]
    basic = {
        "chartType": kind,
        "legendPosition": "NO_LEGEND",
        "headerCount": 1,
        "domains": [{"domain": source(0)}],
        "series": series,
    }
    return {"title": "Проба", "altText": "Проба", "basicChart": basic}


def _column(scratch: Scratch) -> Iterator[Sample]:
    """A column that is put in, guarded, given choices, and removed."""
    span, cells = _span(scratch, "COLUMNS", 2), _area(scratch, 1, _ROWS, 2, 3)
    choices = [{"userEnteredValue": choice} for choice in ("выполнено", "отменено")]
    rule = {
        "condition": {"type": "ONE_OF_LIST", "values": choices},
        "inputMessage": "Проба",
        "strict": False,
        "showCustomUi": True,
    }
    guard = {"protectedRangeId": scratch.id, "description": "Проба"}
    # Without editors: a guard that only warns and names some is refused (gspread #1437).
    there = {"range": _area(scratch, 0, 1, 2, 3), "warningOnly": True}
    yield {"insertDimension": {"range": span, "inheritFromBefore": True}}
    yield {"setDataValidation": {"range": cells, "rule": rule}}
    # Without a rule it takes the choices away.
    yield {"setDataValidation": {"range": cells}}
    yield {"addProtectedRange": {"protectedRange": {**guard, **there}}}
    yield {"updateProtectedRange": {"protectedRange": guard, "fields": "description"}}
    yield {"deleteProtectedRange": {"protectedRangeId": scratch.id}}
    yield {"deleteDimension": {"range": span}}


def _area(scratch: Scratch, top: int, bottom: int, left: int, right: int) -> dict[str, int]:
    return {
        "sheetId": scratch.id,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def _span(scratch: Scratch, dimension: str, start: int) -> dict[str, Any]:
    span = {"startIndex": start, "endIndex": start + 1}
    return {"sheetId": scratch.id, "dimension": dimension, **span}
