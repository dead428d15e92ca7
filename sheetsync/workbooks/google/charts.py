"""The charts on a tab of ours."""

from collections.abc import Iterator, Mapping
from typing import Any

from sheetsync.model import Area, Chart, ChartKind, Tab
from sheetsync.workbooks.google.extras import Site, pixels
from sheetsync.workbooks.google.looks import color, grid_range
from sheetsync.workbooks.google.marks import own_id
from sheetsync.workbooks.google.reading import ChartSeen

_KINDS = {ChartKind.STACKED_COLUMNS: "COLUMN", ChartKind.BARS: "BAR", ChartKind.LINES: "LINE"}
_USUAL_HEIGHT = 21  # pixels of a row that nobody has sized


def charts(tab: Tab, site: Site, there: tuple[ChartSeen, ...]) -> Iterator[dict[str, Any]]:
    """New charts under ids of our own; those that are there already are told anew."""
    known = charts_there(tab, site, there)
    for chart in tab.charts:
        spec, position = _spec(chart, site.sheet_id), _position(chart, tab, site.sheet_id)
        if chart.key in known:
            yield {"updateChartSpec": {"chartId": known[chart.key], "spec": spec}}
            yield {
                "updateEmbeddedObjectPosition": {
                    "objectId": known[chart.key],
                    "newPosition": position,
                    "fields": "anchorCell,widthPixels,heightPixels",
                }
            }
        else:
            new = {"chartId": _own(chart, site), "spec": spec, "position": position}
            yield {"addChart": {"chart": new}}


def charts_there(tab: Tab, site: Site, there: tuple[ChartSeen, ...]) -> Mapping[str, int]:
    """The ids of those charts of ours that the tab has, by their keys.

    In a copy of a spreadsheet charts may have other ids: there they are known by their titles.
    """
    ids, known = {chart.id for chart in there}, dict[str, int]()
    for chart in tab.charts:
        of_old = own_id(site.spreadsheet, f"{site.sheet_id} {chart.key}")
        found = next((one for one in (_own(chart, site), of_old) if one in ids), None)
        if found is None:
            titled = (one.id for one in there if one.title == chart.title)
            found = next((one for one in titled if one not in known.values()), None)
        if found is not None:
            known[chart.key] = found
    return known


def _own(chart: Chart, site: Site) -> int:
    """The same in every copy of the spreadsheet, where the tab keeps its id."""
    return own_id(str(site.sheet_id), chart.key)


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
    return {
        "title": chart.title,
        "altText": chart.title,
        "basicChart": basic,
        "hiddenDimensionStrategy": "SHOW_ALL",  # the numbers stand in hidden columns
    }


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
