"""A tab as requests of `spreadsheets.batchUpdate`: typed data, and no id but our own tab's."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any, TypeAlias

from sheetsync.model import CellValue, Row, Tab
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.extras import Site, alarms, charts, formulas, names, pixels
from sheetsync.workbooks.google.looks import color, dress
from sheetsync.workbooks.google.lookups import MARK
from sheetsync.workbooks.google.marks import Mark, Rows, rows_of, without_formulas
from sheetsync.workbooks.google.reading import Seen
from sheetsync.workbooks.values import serial, storable

Requests: TypeAlias = list[dict[str, Any]]

_MANY = 500  # from here on one request with the whole column is shorter
_CELL = "userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns"
_GRID = "gridProperties(rowCount,columnCount,frozenRowCount,hideGridlines),tabColorStyle"


def create(tab: Tab, mark: Mark, *, sheet_id: int, title: str) -> Requests:
    """Make the tab, after all others, and mark it; `draw` fills it."""
    properties = {**_properties(tab, sheet_id), "title": title}
    tag = {
        "metadataId": sheet_id,
        "metadataKey": MARK,
        "metadataValue": str(mark),
        "location": {"sheetId": sheet_id},
        "visibility": "DOCUMENT",
    }
    return [
        {"addSheet": {"properties": properties}},
        {"createDeveloperMetadata": {"developerMetadata": tag}},
    ]


def clean(tab: Tab, mark: Mark, *, sheet_id: int, rules: int) -> Requests:
    """Take away what stood on the tab but its cells and charts, which `draw` overwrites."""
    whole = {"sheetId": sheet_id}
    first_rule = {"deleteConditionalFormatRule": {"sheetId": sheet_id, "index": 0}}
    return [
        {"unmergeCells": {"range": whole}},
        *[first_rule] * rules,
        {"updateSheetProperties": {"properties": _properties(tab, sheet_id), "fields": _GRID}},
        remark(mark, sheet_id=sheet_id),
    ]


def remark(mark: Mark, *, sheet_id: int) -> dict[str, Any]:
    """Write the mark anew."""
    return {
        "updateDeveloperMetadata": {
            "dataFilters": [_mark_on(sheet_id)],
            "developerMetadata": {"metadataValue": str(mark)},
            "fields": "metadataValue",
        }
    }


def release(sheet_id: int) -> dict[str, Any]:
    """Take our mark off a tab: from then on it is staff's."""
    return {"deleteDeveloperMetadata": {"dataFilter": _mark_on(sheet_id)}}


def _mark_on(sheet_id: int) -> dict[str, Any]:
    place = {"sheetId": sheet_id}
    return {"developerMetadataLookup": {"metadataKey": MARK, "metadataLocation": place}}


def draw(tab: Tab, site: Site, *, charts_there: frozenset[int], there: Seen) -> Requests:
    """All cells, looks, merges, widths and heights, and what stands beside the cells."""
    sheet_id = site.sheet_id
    rows = [{"values": [*_cells(row, site.plan_id)]} for row in tab.rows]
    update = {"range": {"sheetId": sheet_id}, "rows": rows, "fields": _CELL}
    return [
        {"updateCells": update},
        *formulas(tab, site),
        *dress(tab, sheet_id=sheet_id),
        *_merges(tab, sheet_id),
        *_widths(tab, sheet_id),
        *_heights(tab, sheet_id),
        *alarms(tab, site),
        *charts(tab, site, charts_there),
        *names(tab, site, there),
    ]


def revise(tab: Tab, there: Rows, *, sheet_id: int) -> Requests:
    """Only the cells whose values differ from those there; whole columns where these are many."""
    new, there = rows_of(tab), without_formulas(there, tab)
    changes: dict[int, list[tuple[int, CellValue]]] = {}
    for row, column, value in _differences(new, there):
        changes.setdefault(column, []).append((row, value))
    requests: Requests = []
    for column, changed in changes.items():
        if len(changed) > _MANY and not _has_formulas(tab, column):
            values = [row[column] if column < len(row) else None for row in new]
            requests.append(_column(values, column, sheet_id))
        else:
            requests += (_one(value, row, column, sheet_id) for row, value in changed)
    return requests


def _has_formulas(tab: Tab, column: int) -> bool:
    return any(cell.formula for _, at, cell in placed(tab) if at == column + 1)


def _column(values: list[CellValue], column: int, sheet_id: int) -> dict[str, Any]:
    place = {"sheetId": sheet_id, "startColumnIndex": column, "endColumnIndex": column + 1}
    return _update({"range": place}, [{"values": [_value(value)]} for value in values])


def _one(value: CellValue, row: int, column: int, sheet_id: int) -> dict[str, Any]:
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    return _update({"start": start}, [{"values": [_value(value)]}])


def _update(where: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"updateCells": {**where, "rows": rows, "fields": "userEnteredValue"}}


def _differences(new: Rows, old: Rows) -> Iterator[tuple[int, int, CellValue]]:
    for row in range(max(len(new), len(old))):
        one = new[row] if row < len(new) else ()
        other = old[row] if row < len(old) else ()
        for column in range(max(len(one), len(other))):
            value = one[column] if column < len(one) else None
            if value != (other[column] if column < len(other) else None):
                yield row, column, value


def _properties(tab: Tab, sheet_id: int) -> dict[str, Any]:
    width = max([_width(row) for row in tab.rows] + [len(tab.widths), 1])
    grid = {
        # One row below the frozen ones: Google does not freeze all there are.
        "rowCount": max(len(tab.rows), tab.frozen_rows + 1),
        "columnCount": width,
        "frozenRowCount": tab.frozen_rows,
        "hideGridlines": True,
    }
    properties: dict[str, Any] = {"sheetId": sheet_id, "gridProperties": grid}
    return properties | ({"tabColorStyle": color(tab.color)} if tab.color else {})


def _width(row: Row) -> int:
    return sum(cell.span for cell in row.cells)


def _cells(row: Row, plan_id: int) -> Iterator[dict[str, Any]]:
    for cell in row.cells:
        value = {} if cell.formula else _value(storable(cell.value))
        if cell.target:
            link = {"uri": f"#gid={plan_id}&range={cell.target}"}
            value["userEnteredFormat"] = {"textFormat": {"link": link}}
        yield value
        yield from [{}] * (cell.span - 1)


def _value(value: CellValue) -> dict[str, Any]:
    if value is None:
        return {}
    return {"userEnteredValue": _typed(value)}


def _typed(value: CellValue) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"stringValue": value}
    if isinstance(value, date):
        return {"numberValue": serial(value, epoch_1904=False)}
    return {"numberValue": value}


def _merges(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    for index, row in enumerate(tab.rows):
        column = 0
        for cell in row.cells:
            if cell.span > 1:
                place = {
                    "sheetId": sheet_id,
                    "startRowIndex": index,
                    "endRowIndex": index + 1,
                    "startColumnIndex": column,
                    "endColumnIndex": column + cell.span,
                }
                yield {"mergeCells": {"range": place, "mergeType": "MERGE_ALL"}}
            column += cell.span


def _widths(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    for index, width in enumerate(tab.widths):
        if width:
            yield _sized(sheet_id, "COLUMNS", (index, index + 1), pixels(width))
        yield {
            "updateDimensionProperties": {
                "range": _span(sheet_id, "COLUMNS", (index, index + 1)),
                "properties": {"hiddenByUser": not width},
                "fields": "hiddenByUser",
            }
        }


def _heights(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    index = 0
    for height, rows in groupby(tab.rows, key=lambda row: row.height):
        end = index + len(list(rows))
        if height is None:
            place = _span(sheet_id, "ROWS", (index, end))
            yield {"autoResizeDimensions": {"dimensions": place}}
        else:
            yield _sized(sheet_id, "ROWS", (index, end), round(height * 96 / 72))
        index = end


def _sized(sheet_id: int, dimension: str, span: tuple[int, int], pixels: int) -> dict[str, Any]:
    return {
        "updateDimensionProperties": {
            "range": _span(sheet_id, dimension, span),
            "properties": {"pixelSize": pixels},
            "fields": "pixelSize",
        }
    }


def _span(sheet_id: int, dimension: str, span: tuple[int, int]) -> dict[str, Any]:
    start, end = span
    return {"sheetId": sheet_id, "dimension": dimension, "startIndex": start, "endIndex": end}
