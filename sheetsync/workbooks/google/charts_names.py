"""What stands beside the cells of a tab of ours: charts, and names for formulas of staff's."""

from collections.abc import Iterator, Mapping
from typing import Any

from sheetsync.model import Area, Chart, ChartKind, Tab
from sheetsync.workbooks.google.batch import Site
from sheetsync.workbooks.google.pieces import color, grid_range, pixels, row_pixels
from sheetsync.workbooks.google.reading import ChartSeen, NamedSeen, Seen
from sheetsync.workbooks.google.tags import own_id

_KINDS = {ChartKind.STACKED_COLUMNS: "COLUMN", ChartKind.BARS: "BAR", ChartKind.LINES: "LINE"}
_USUAL_HEIGHT = 21  # pixels of a row that nobody has sized

_OWN = "sheetsync"  # how the ids of our named ranges begin


def charts(tab: Tab, site: Site, there: tuple[ChartSeen, ...]) -> Iterator[dict[str, Any]]:
    """The requests that add new charts, under ids of our own, and update the others."""
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
            new = {"chartId": _chart_id(chart, site), "spec": spec, "position": position}
            yield {"addChart": {"chart": new}}


def charts_there(tab: Tab, site: Site, there: tuple[ChartSeen, ...]) -> Mapping[str, int]:
    """The ids of our charts on the tab, by their keys.

    In a copy of a spreadsheet charts may have other ids: there they are known by their titles.
    """
    ids, known = {chart.id for chart in there}, dict[str, int]()
    for chart in tab.charts:
        of_old = own_id(site.spreadsheet, f"{site.sheet_id} {chart.key}")
        found = next((one for one in (_chart_id(chart, site), of_old) if one in ids), None)
        if found is None:
            titled = (one.id for one in there if one.title == chart.title)
            found = next((one for one in titled if one not in known.values()), None)
        if found is not None:
            known[chart.key] = found
    return known


def _chart_id(chart: Chart, site: Site) -> int:
    """The same in every copy of the spreadsheet, where the tab keeps its id."""
    return own_id(str(site.sheet_id), chart.key)


def _spec(chart: Chart, sheet_id: int) -> dict[str, Any]:
    data = chart.data
    domain = {"domain": _column(data, data.left, sheet_id)}
    # A bar chart lies on its side, and so do its axes (BasicChartSeries.targetAxis).
    axis = "BOTTOM_AXIS" if chart.kind is ChartKind.BARS else "LEFT_AXIS"
    series = [
        {"series": _column(data, column, sheet_id), "targetAxis": axis, "colorStyle": color(ink)}
        for column, ink in zip(chart.columns, chart.colors, strict=True)
    ]
    basic = {
        "chartType": _KINDS[chart.kind],
        "legendPosition": "BOTTOM_LEGEND" if len(series) > 1 else "NO_LEGEND",
        # The first cell of each range is its name.
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
            "heightPixels": sum(row_pixels(h) if h else _USUAL_HEIGHT for h in heights),
        }
    }


def names(tab: Tab, site: Site, there: Seen) -> Iterator[dict[str, Any]]:
    """A named range for each block, but where staff use the name for something else.

    Ours are known by their ids, so one that people renamed gets its name back; those of blocks
    that the tab has no more go.
    """
    blocks, known = blocks_of(tab, site, there), {one.id: one for one in there.names.values()}
    for one in known.values():
        if _stands_here(one, site) and one.id.startswith(_OWN) and one.id not in blocks:
            yield {"deleteNamedRange": {"namedRangeId": one.id}}
    for own, (name, area) in blocks.items():
        block = {"namedRangeId": own, "name": name, "range": grid_range(area, site.sheet_id)}
        if own in known:
            yield {"updateNamedRange": {"namedRange": block, "fields": "name,range"}}
        else:
            yield {"addNamedRange": {"namedRange": block}}


def staff_names(there: Seen) -> list[str]:
    """The names that people gave, in order."""
    return sorted(name for name, one in there.names.items() if not one.id.startswith(_OWN))


def blocks_of(tab: Tab, site: Site, there: Seen) -> dict[str, tuple[str, Area]]:
    """The name and the area of each block that can have one, by the id of its named range."""
    known = {one.id: one for one in there.names.values()}
    blocks: dict[str, tuple[str, Area]] = {}
    for block, area in tab.blocks:
        own, of_old = (
            f"{_OWN}{own_id(at, block)}" for at in (str(site.sheet_id), site.spreadsheet)
        )
        if own not in known and of_old in known and _stands_here(known[of_old], site):
            own = of_old
        for name in _spellings(block, tab, site):
            holder = there.names.get(name.casefold())
            if holder is None or holder.id == own or _stands_here(holder, site):
                blocks[own if holder is None else holder.id] = name, area
                break
            if not holder.id.startswith(_OWN):
                break  # staff's
    return blocks


def _spellings(block: str, tab: Tab, site: Site) -> Iterator[str]:
    """Names for a block, the second and third where another plan's tab has the ones before."""
    yield block
    year = tab.year_title.rpartition(" ")[2]
    if year.isdecimal():
        yield f"{block}_{year}"
    yield f"{block}_{site.plan_id}"


def _stands_here(named: NamedSeen, site: Site) -> bool:
    return named.sheet_id == site.sheet_id
