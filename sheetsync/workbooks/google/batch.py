"""A tab as requests of `spreadsheets.batchUpdate`: typed data, and no id but our own tab's."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from sheetsync.model import Area, Formula, Row, Tab
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.looks import look_requests
from sheetsync.workbooks.google.own_columns import TAG_KEY
from sheetsync.workbooks.google.pieces import (
    Requests,
    color,
    grid_range,
    pixels,
    put_tag,
    row_pixels,
    span,
    typed,
)
from sheetsync.workbooks.google.reading import Shape
from sheetsync.workbooks.google.tags import TabTag
from sheetsync.workbooks.names import google_formula, placed, runs
from sheetsync.workbooks.values import storable

CELL = "userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns"
# A mask: what it does not name stays as people set it.
_GRID = "gridProperties(rowCount,columnCount,frozenRowCount,hideGridlines),tabColorStyle"

_RED = {
    "backgroundColorStyle": color("B3261E"),
    "textFormat": {"bold": True, "foregroundColorStyle": color("FFFFFF")},
}


@frozen
class Site:
    """Where a tab is drawn: the spreadsheet, the tab's id, and the plan tab that it leads to.

    `ids` are those of the tabs that were seen, by title: cells may lead to others of the plan's.
    """

    spreadsheet: str
    sheet_id: int
    plan_id: int
    plan_tab: str
    ids: Mapping[str, int] = field(default_factory=dict)


def create(tab: Tab, *, sheet_id: int, title: str) -> Requests:
    """Make the tab, after all others; `draw` fills it, and `tag_tab` tags it in the end."""
    properties = {**_properties(tab, sheet_id, grid_size(tab)), "title": title}
    return [{"addSheet": {"properties": properties}}]


def tag_tab(tag: TabTag, *, sheet_id: int) -> dict[str, Any]:
    """Put our tag on a new tab."""
    return put_tag(str(tag), tag_id=sheet_id, place={"sheetId": sheet_id})


def clean(tab: Tab, there: Shape, *, sheet_id: int) -> Requests:
    """Take away what stood on the tab but its cells and charts, which `draw` overwrites.

    The tab only grows: what lies beyond its new end is `cut` once all that stays has been moved.
    """
    whole = {"sheetId": sheet_id}
    # Rules are known by their index alone; each that goes makes the next one the first.
    first_rule = {"deleteConditionalFormatRule": {"sheetId": sheet_id, "index": 0}}
    rows, columns = grid_size(tab)
    size = max(rows, there.row_count), max(columns, there.column_count)
    return [
        {"unmergeCells": {"range": whole}},
        *[first_rule] * there.rules,
        _resized(tab, sheet_id, size),
    ]


def cut(tab: Tab, there: Shape | None, *, sheet_id: int) -> Requests:
    """Let the tab end where its rows and columns do; `there` is None where nobody knows its end."""
    rows, columns = grid_size(tab)
    if there and there.row_count <= rows and there.column_count <= columns:
        return []
    return [_resized(tab, sheet_id, (rows, columns))]


def _resized(tab: Tab, sheet_id: int, size: tuple[int, int]) -> dict[str, Any]:
    properties = _properties(tab, sheet_id, size)
    return {"updateSheetProperties": {"properties": properties, "fields": _GRID}}


def retag_tab(tag: TabTag, *, sheet_id: int) -> dict[str, Any]:
    """Write the tag anew."""
    return {
        "updateDeveloperMetadata": {
            "dataFilters": [_tag_on(sheet_id)],
            "developerMetadata": {"metadataValue": str(tag)},
            "fields": "metadataValue",
        }
    }


def release(sheet_id: int) -> dict[str, Any]:
    """Take our tag off a tab: from then on it is staff's."""
    return {"deleteDeveloperMetadata": {"dataFilter": _tag_on(sheet_id)}}


def _tag_on(sheet_id: int) -> dict[str, Any]:
    place = {"sheetId": sheet_id}
    return {"developerMetadataLookup": {"metadataKey": TAG_KEY, "metadataLocation": place}}


def draw(tab: Tab, site: Site) -> Requests:
    """All cells, looks, merges, widths and heights, and the formulas."""
    sheet_id = site.sheet_id
    rows = [{"values": [*_cells(row, site)]} for row in tab.rows]
    update = {"range": {"sheetId": sheet_id}, "rows": rows, "fields": CELL}
    return [
        {"updateCells": update},
        *formulas(tab, site),
        *look_requests(tab, sheet_id=sheet_id),
        *_merges(tab, sheet_id),
        *_widths(tab, sheet_id),
        *_heights(tab, sheet_id),
        *_filter(tab, sheet_id),
    ]


def grid_size(tab: Tab) -> tuple[int, int]:
    """How many rows and columns the tab has."""
    width = max([sum(cell.span for cell in row.cells) for row in tab.rows] + [len(tab.widths), 1])
    # One row below the frozen ones: Google does not freeze all there are.
    return max(len(tab.rows), tab.frozen_rows + 1), width


def merged_areas(tab: Tab) -> frozenset[Area]:
    """The cells that span several columns."""
    return frozenset(
        Area(top=row, left=column, bottom=row, right=column + cell.span - 1)
        for row, column, cell in placed(tab)
        if cell.span > 1
    )


def _properties(tab: Tab, sheet_id: int, size: tuple[int, int]) -> dict[str, Any]:
    rows, columns = size
    grid = {
        "rowCount": rows,
        "columnCount": columns,
        "frozenRowCount": tab.frozen_rows,
        "hideGridlines": True,
    }
    properties: dict[str, Any] = {"sheetId": sheet_id, "gridProperties": grid}
    return properties | ({"tabColorStyle": color(tab.color)} if tab.color else {})


def _cells(row: Row, site: Site) -> Iterator[dict[str, Any]]:
    for cell in row.cells:
        value = {} if cell.formula else typed(storable(cell.value))
        if cell.target:
            leads_to = site.ids.get(cell.tab, site.plan_id)
            link = {"uri": f"#gid={leads_to}&range={cell.target}"}
            value["userEnteredFormat"] = {"textFormat": {"link": link}}
        yield value
        # Empty, not left out: what stood under a merge before would come back with the next one.
        yield from [{}] * (cell.span - 1)


def _merges(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    for area in sorted(merged_areas(tab), key=lambda area: (area.top, area.left)):
        yield {"mergeCells": {"range": grid_range(area, sheet_id), "mergeType": "MERGE_ALL"}}


def _widths(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    for index, width in enumerate(tab.widths):
        if width:
            yield _sized(span(sheet_id, "COLUMNS", index), pixels(width))
        # Told of every column: people may have hidden one.
        yield {
            "updateDimensionProperties": {
                "range": span(sheet_id, "COLUMNS", index),
                "properties": {"hiddenByUser": not width},
                "fields": "hiddenByUser",
            }
        }


def _filter(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    if tab.filtered:
        yield {"setBasicFilter": {"filter": {"range": grid_range(tab.filtered, sheet_id)}}}


def _heights(tab: Tab, sheet_id: int) -> Iterator[dict[str, Any]]:
    for start, end, height in runs(row.height for row in tab.rows):
        place = span(sheet_id, "ROWS", start, end - start)
        if height is None:
            yield {"autoResizeDimensions": {"dimensions": place}}
        else:
            yield _sized(place, row_pixels(height))


def _sized(place: Mapping[str, Any], pixels: int) -> dict[str, Any]:
    return {
        "updateDimensionProperties": {
            "range": place,
            "properties": {"pixelSize": pixels},
            "fields": "pixelSize",
        }
    }


def formulas(tab: Tab, site: Site) -> Iterator[dict[str, Any]]:
    """One request for each run of one formula down a column: Google moves its references along."""
    runs: dict[tuple[int, int], tuple[Formula, int]] = {}  # row after the run, column: first row
    for row, column, cell in placed(tab):
        if cell.formula:
            formula, first = runs.pop((row, column), (cell.formula, row))
            if formula != cell.formula:
                runs[row, column] = formula, first
                first = row
            runs[row + 1, column] = cell.formula, first
    for (after, column), (formula, first) in runs.items():
        area = Area(top=first, left=column, bottom=after - 1, right=column)
        value = {"userEnteredValue": {"formulaValue": _filled(formula, first, site)}}
        yield {
            "repeatCell": {
                "range": grid_range(area, site.sheet_id),
                "cell": value,
                "fields": "userEnteredValue",
            }
        }


def alarms(tab: Tab, site: Site) -> Iterator[dict[str, Any]]:
    """A rule for each cell that turns red by itself."""
    for row, column, cell in placed(tab):
        if cell.alarm:
            area = Area(top=row, left=column, bottom=row, right=column + cell.span - 1)
            when = {
                "type": "CUSTOM_FORMULA",
                "values": [{"userEnteredValue": _filled(cell.alarm, row, site)}],
            }
            rule = {
                "ranges": [grid_range(area, site.sheet_id)],
                "booleanRule": {"condition": when, "format": _RED},
            }
            yield {"addConditionalFormatRule": {"rule": rule, "index": 0}}


def _filled(formula: Formula, row: int, site: Site) -> str:
    return google_formula(formula, row=row, plan_tab=site.plan_tab, plan_id=site.plan_id)
