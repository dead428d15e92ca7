"""A tab as it stands in a Google spreadsheet, read from a whole answer of `spreadsheets.get`."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any

from sheetsync.model import Align, Area, CellValue, ChartKind, Look
from sheetsync.workbooks.values import plain
from tests.sheets_emulator.answers import spreadsheet
from tests.sheets_emulator.state import Book
from tests.workbooks.views import (
    BLOCK,
    USUAL_HEIGHT,
    USUAL_WIDTH,
    Alarm,
    CellView,
    ChartView,
    View,
    address,
    letters,
)

Answer = dict[str, Any]

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zone
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_KINDS = {
    ("COLUMN", "STACKED"): ChartKind.STACKED_COLUMNS,
    ("BAR", ""): ChartKind.BARS,
    ("LINE", ""): ChartKind.LINES,
}


def google_view(book: Book, title: str, *, link: str = "") -> View:
    """The tab of that title; `link` is what a cell's address follows in a link to the plan."""
    answer = spreadsheet(book, ranges=[], fields="", grid_data=True)
    return answered_view(answer, title, link=link)


def answered_view(answer: Answer, title: str, *, link: str = "") -> View:
    """As `google_view`, from the answer to a GET with `includeGridData`."""
    sheet = next(s for s in answer["sheets"] if s["properties"]["title"] == title)
    properties, grid = sheet["properties"], sheet["properties"]["gridProperties"]
    data, rules = sheet["data"][0], dict(_rules(sheet))
    return View(
        title=title,
        cells=dict(_cells(data, rules, link)),
        merges=frozenset(_corners(merge) for merge in sheet.get("merges", [])),
        widths={
            letters(column): size
            for column, size in enumerate(sizes(data["columnMetadata"]), 1)
            if size != USUAL_WIDTH
        },
        heights={
            row: size
            for row, size in enumerate(sizes(data["rowMetadata"]), 1)
            if size != USUAL_HEIGHT
        },
        frozen_rows=grid.get("frozenRowCount", 0),
        color=hex_color(properties.get("tabColorStyle")),
        grid=not grid.get("hideGridlines", False),
        page=None,
        charts=tuple(_chart(chart, data) for chart in sheet.get("charts", [])),
        blocks=dict(_blocks(answer, properties["sheetId"])),
    )


def sizes(metadata: list[Answer]) -> list[int]:
    """The pixels of each column or row; 0 where it is hidden."""
    return [0 if one.get("hiddenByUser") else one["pixelSize"] for one in metadata]


def area_of(grid_range: Answer) -> Area:
    """A GridRange as an area."""
    return Area(
        top=grid_range.get("startRowIndex", 0) + 1,
        left=grid_range.get("startColumnIndex", 0) + 1,
        bottom=grid_range["endRowIndex"],
        right=grid_range["endColumnIndex"],
    )


def hex_color(style: Answer | None) -> str:
    """A ColorStyle as RRGGBB; "" where there is none."""
    if style is None:
        return ""
    parts = (style["rgbColor"].get(name, 0) for name in ("red", "green", "blue"))
    return "".join(f"{round(part * 255):02X}" for part in parts)


def with_commas(formula: str) -> str:
    """A formula without "=", commas between its arguments; texts and names of tabs stay."""
    parts = _QUOTED.split(formula.removeprefix("="))
    return "".join(part if at % 2 else part.replace(";", ",") for at, part in enumerate(parts))


def _cells(data: Answer, rules: Mapping[str, Alarm], link: str) -> Iterator[tuple[str, CellView]]:
    for row, line in enumerate(data.get("rowData", []), 1):
        for column, cell in enumerate(line.get("values", []), 1):
            place = address(row, column)
            view = _cell(cell, rules.get(place), link)
            if view != CellView():
                yield place, view


def _cell(cell: Answer, alarm: Alarm | None, link: str) -> CellView:
    own = cell.get("userEnteredFormat", {})
    formula = cell.get("userEnteredValue", {}).get("formulaValue", "")
    uri = own.get("textFormat", {}).get("link", {}).get("uri", "")
    return CellView(
        value=None if formula else _value(cell, own),
        formula=with_commas(formula),
        look=_look(own) if own else Look(),
        target=uri.removeprefix(link),
        alarm=alarm,
    )


def _value(cell: Answer, own: Answer) -> CellValue:
    typed = cell.get("userEnteredValue", {})
    if "numberValue" in typed and own.get("numberFormat", {}).get("type", "").startswith("DATE"):
        seconds = round(typed["numberValue"] * 86_400)
        return _EPOCH + timedelta(seconds=seconds)
    found: CellValue = next(iter(typed.values()), None)
    return plain(found) if isinstance(found, str | float) else found


def _look(own: Answer) -> Look:
    text, none = own.get("textFormat", {}), {"style": "NONE"}
    bottom = own.get("borders", {}).get("bottom", none)
    return Look(
        bold=text.get("bold", False),
        italic=text.get("italic", False),
        size=text.get("fontSize", 10),
        color=hex_color(text.get("foregroundColorStyle", {"rgbColor": {}})),
        fill=hex_color(own.get("backgroundColorStyle")),
        wrap=own.get("wrapStrategy") == "WRAP",
        align=Align(own.get("horizontalAlignment", "LEFT").lower()),
        middle=own.get("verticalAlignment") == "MIDDLE",
        border=bottom.get("style") == "SOLID",
        format=own.get("numberFormat", {}).get("pattern", ""),
    )


def _rules(sheet: Answer) -> Iterator[tuple[str, Alarm]]:
    """The formula of each rule by the cell in which it begins."""
    for rule in sheet.get("conditionalFormats", []):
        told, shown = rule["booleanRule"]["condition"], rule["booleanRule"]["format"]
        alarm = Alarm(
            formula=with_commas(told["values"][0]["userEnteredValue"]),
            bold=shown.get("textFormat", {}).get("bold", False),
            color=hex_color(shown.get("textFormat", {}).get("foregroundColorStyle")),
            fill=hex_color(shown.get("backgroundColorStyle")),
        )
        for grid_range in rule["ranges"]:
            area = area_of(grid_range)
            yield address(area.top, area.left), alarm


def _corners(merge: Answer) -> str:
    area = area_of(merge)
    return f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"


def _blocks(answer: Answer, sheet_id: int) -> Iterator[tuple[str, Area]]:
    for named in answer.get("namedRanges", []):
        place = named["range"]
        if named["name"].startswith(BLOCK) and place.get("sheetId", 0) == sheet_id:
            yield named["name"], area_of(place)


def _chart(chart: Answer, data: Answer) -> ChartView:
    spec = chart["spec"]
    basic = spec["basicChart"]
    kind = basic["chartType"], basic.get("stackedType", "").replace("NOT_STACKED", "")
    categories, *series = map(area_of, _sources(basic))
    (rows,) = {(area.top, area.bottom) for area in (categories, *series)}
    return ChartView(
        title=spec.get("title", ""),
        kind=_KINDS[kind],
        rows=rows,
        categories=categories.left,
        columns=tuple(area.left for area in series),
        colors=tuple(hex_color(series.get("colorStyle")) for series in basic["series"]),
        place=place_of(chart["position"]["overlayPosition"], data),
    )


def _sources(basic: Answer) -> Iterator[Answer]:
    """The column of the categories, then one a series."""
    parts = [domain["domain"] for domain in basic["domains"]]
    for part in parts + [series["series"] for series in basic["series"]]:
        yield from part["sourceRange"]["sources"]


def place_of(overlay: Answer, data: Answer) -> Area:
    """The cells under a chart, by the sizes of rows and columns."""
    anchor = overlay.get("anchorCell", {})
    top, left = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    high = overlay.get("offsetYPixels", 0) + overlay.get("heightPixels", 371)
    wide = overlay.get("offsetXPixels", 0) + overlay.get("widthPixels", 600)
    return Area(
        top=top + 1,
        left=left + 1,
        bottom=top + _covered(sizes(data["rowMetadata"])[top:], high),
        right=left + _covered(sizes(data["columnMetadata"])[left:], wide),
    )


def _covered(pixels: list[int], length: int) -> int:
    """How many rows or columns that length reaches into."""
    return next((n for n, end in enumerate(accumulate(pixels), 1) if end >= length), len(pixels))
