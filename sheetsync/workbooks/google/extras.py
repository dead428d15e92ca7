"""What stands on a tab of ours beside its cells: formulas, alarms, charts, names of blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sheetsync.model import Area, Chart, ChartKind, Formula, Tab
from sheetsync.workbooks.cell_names import placed
from sheetsync.workbooks.google.looks import color, grid_range
from sheetsync.workbooks.google.marks import own_id
from sheetsync.workbooks.google.reading import Seen
from sheetsync.workbooks.titles import google_formula

_RED = {
    "backgroundColorStyle": color("B3261E"),
    "textFormat": {"bold": True, "foregroundColorStyle": color("FFFFFF")},
}
_KINDS = {ChartKind.STACKED_COLUMNS: "COLUMN", ChartKind.BARS: "BAR", ChartKind.LINES: "LINE"}
_OWN = "sheetsync"  # how the ids of our named ranges begin
_USUAL_HEIGHT = 21  # pixels of a row that nobody has sized


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a tab is drawn: the spreadsheet, the tab's id, and the plan tab that it leads to."""

    spreadsheet: str
    sheet_id: int
    plan_id: int
    plan_tab: str


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


def charts(tab: Tab, site: Site, there: frozenset[int]) -> Iterator[dict[str, Any]]:
    """New charts under ids of our own; those that are there already are told anew."""
    for chart in tab.charts:
        chart_id = own_id(site.spreadsheet, f"{site.sheet_id} {chart.key}")
        spec, position = _spec(chart, site.sheet_id), _position(chart, tab, site.sheet_id)
        if chart_id in there:
            yield {"updateChartSpec": {"chartId": chart_id, "spec": spec}}
            yield {
                "updateEmbeddedObjectPosition": {
                    "objectId": chart_id,
                    "newPosition": position,
                    "fields": "anchorCell,widthPixels,heightPixels",
                }
            }
        else:
            new = {"chartId": chart_id, "spec": spec, "position": position}
            yield {"addChart": {"chart": new}}


def names(tab: Tab, site: Site, there: Seen) -> Iterator[dict[str, Any]]:
    """A named range for each block, but where staff use the name for something else.

    Ours are known by their ids, so one that people renamed gets its name back; those of blocks
    that the tab has no more go.
    """
    blocks = {f"{_OWN}{own_id(site.spreadsheet, name)}": (name, area) for name, area in tab.blocks}
    ours = {named.id: named for named in there.names.values() if named.id.startswith(_OWN)}
    for named in ours.values():
        if named.sheet_id == site.sheet_id and named.id not in blocks:
            yield {"deleteNamedRange": {"namedRangeId": named.id}}
    for own, (name, area) in blocks.items():
        holder = there.names.get(name.casefold())
        block = {"namedRangeId": own, "name": name, "range": grid_range(area, site.sheet_id)}
        if holder and holder.id != own:
            continue
        if own in ours:
            yield {"updateNamedRange": {"namedRange": block, "fields": "name,range"}}
        else:
            yield {"addNamedRange": {"namedRange": block}}


def pixels(width: float) -> int:
    """A column's width: a letter of the usual font is 7 pixels wide, and a cell has 5 to spare."""
    return round(width * 7 + 5)


def _filled(formula: Formula, row: int, site: Site) -> str:
    return google_formula(formula, row=row, plan_tab=site.plan_tab, plan_id=site.plan_id)


def _spec(chart: Chart, sheet_id: int) -> dict[str, Any]:
    data = chart.data
    domain = {"domain": _column(data, data.left, sheet_id)}
    axis = "BOTTOM_AXIS" if chart.kind is ChartKind.BARS else "LEFT_AXIS"
    series = [
        {
            "series": _column(data, column, sheet_id),
            "targetAxis": axis,
            "colorStyle": color(ink),
        }
        for column, ink in zip(chart.columns, chart.colors, strict=True)
    ]
    basic = {
        "chartType": _KINDS[chart.kind],
        "legendPosition": "BOTTOM_LEGEND" if len(series) > 1 else "NO_LEGEND",
        "headerCount": 1,
        "domains": [domain],
        "series": series,
    }
    if chart.kind is ChartKind.STACKED_COLUMNS:
        basic["stackedType"] = "STACKED"
    return {"title": chart.title, "altText": chart.title, "basicChart": basic}


def _column(data: Area, column: int, sheet_id: int) -> dict[str, Any]:
    area = Area(top=data.top, bottom=data.bottom, left=column, right=column)
    return {"sourceRange": {"sources": [grid_range(area, sheet_id)]}}


def _position(chart: Chart, tab: Tab, sheet_id: int) -> dict[str, Any]:
    place = chart.place
    anchor = {"sheetId": sheet_id, "rowIndex": place.top - 1, "columnIndex": place.left - 1}
    heights = [row.height for row in tab.rows[place.top - 1 : place.bottom]]
    heights += [None] * (place.bottom - place.top + 1 - len(heights))
    return {
        "overlayPosition": {
            "anchorCell": anchor,
            "widthPixels": sum(map(pixels, tab.widths[place.left - 1 : place.right])),
            "heightPixels": sum(round(h * 96 / 72) if h else _USUAL_HEIGHT for h in heights),
        }
    }
