"""A tab as it stands in an .xlsx workbook, read by openpyxl."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync.model import Align, Area, ChartKind, Look
from tests.workbooks.views import (
    BLOCK,
    USUAL_HEIGHT,
    USUAL_WIDTH,
    Alarm,
    CellView,
    ChartView,
    Page,
    View,
    letters,
    moment,
    pixels_high,
    pixels_wide,
)

_A4 = "9"  # ECMA-376, 18.3.1.63: paperSize
_KINDS = {
    ("barChart", "col", "stacked"): ChartKind.STACKED_COLUMNS,
    ("barChart", "bar", "clustered"): ChartKind.BARS,
    ("lineChart", None, "standard"): ChartKind.LINES,
}


def xlsx_view(path: Path, title: str, *, link: str = "") -> View:
    """The tab of that title; `link` is what a cell's address follows in a link to the plan."""
    book = openpyxl.load_workbook(path)
    sheet = book[title]
    return View(
        title=title,
        cells=dict(_cells(path, sheet, link)),
        merges=frozenset(str(area) for area in sheet.merged_cells.ranges),
        widths=dict(_widths(sheet)),
        heights=dict(_heights(sheet)),
        frozen_rows=_frozen_rows(sheet),
        color=_color(sheet.sheet_properties.tabColor),
        grid=bool(sheet.sheet_view.showGridLines),
        page=_page(sheet),
        charts=tuple(map(_chart, sheet._charts)),
        blocks=dict(_blocks(book, title)),
    )


def _cells(path: Path, sheet: Worksheet, link: str) -> Iterator[tuple[str, CellView]]:
    """Read only: else openpyxl takes the looks off all cells of a merged range but the first."""
    alarms = dict(_alarms(sheet))
    book = openpyxl.load_workbook(path, read_only=True)
    for cell in (cell for row in book[sheet.title].iter_rows() for cell in row):
        if isinstance(cell, ReadOnlyCell):
            place = cell.coordinate
            leads = getattr(sheet[place], "hyperlink", None)  # the rest of a merged range has none
            target = (leads.location or leads.target).removeprefix(link) if leads else ""
            view = _cell(cell, target, alarms.get(place))
            if view != CellView():
                yield place, view
    book.close()


def _cell(cell: ReadOnlyCell, target: str, alarm: Alarm | None) -> CellView:
    formula = str(cell.value).removeprefix("=") if cell.data_type == "f" else ""
    return CellView(
        value=None if formula else moment(cell.value),
        formula=formula,
        look=_look(cell) if cell.has_style else Look(),
        target=target,
        alarm=alarm,
    )


def _look(cell: ReadOnlyCell) -> Look:
    font, align, code = cell.font, cell.alignment, cell.number_format
    return Look(
        bold=bool(font.b),
        italic=bool(font.i),
        size=font.sz,
        color=_color(font.color),
        fill=_color(cell.fill.fgColor) if cell.fill.patternType == "solid" else "",
        wrap=bool(align.wrap_text),
        align=Align(align.horizontal or "left"),
        middle=align.vertical == "center",
        border=cell.border.bottom.style == "thin",
        format="" if code == "General" else code,
    )


def _color(color: Any) -> str:
    """Without the alpha channel; "" where there is none or the workbook's theme decides."""
    return str(color.rgb)[-6:] if color is not None and color.type == "rgb" else ""


def _alarms(sheet: Worksheet) -> Iterator[tuple[str, Alarm]]:
    """The formula of each rule by the cell in which it begins."""
    for formatted in sheet.conditional_formatting:
        for rule in formatted.rules:
            assert rule.type == "expression", rule.type
            alarm = Alarm(
                formula=rule.formula[0],
                bold=bool(rule.dxf.font and rule.dxf.font.b),
                color=_color(rule.dxf.font and rule.dxf.font.color),
                # ECMA-376, 18.8.14: a solid fill of a rule has its colour in the background.
                fill=_color(rule.dxf.fill and rule.dxf.fill.bgColor),
            )
            for area in formatted.sqref.ranges:
                yield f"{letters(area.min_col)}{area.min_row}", alarm


def _widths(sheet: Worksheet) -> Iterator[tuple[str, int]]:
    for columns in sheet.column_dimensions.values():
        size = 0 if columns.hidden else pixels_wide(columns.width)
        if size != USUAL_WIDTH:
            for column in range(columns.min, columns.max + 1):
                yield letters(column), size


def _heights(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    for number, row in sheet.row_dimensions.items():
        if row.height is not None and pixels_high(row.height) != USUAL_HEIGHT:
            yield number, pixels_high(row.height)


def _frozen_rows(sheet: Worksheet) -> int:
    pane = sheet.sheet_view.pane
    return int(pane.ySplit) if pane and pane.state == "frozen" else 0


def _page(sheet: Worksheet) -> Page:
    setup = sheet.page_setup
    fitted = bool(
        sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
    )
    rows = (sheet.print_title_rows or "").replace("$", "").split(":")
    return Page(
        landscape=setup.orientation == "landscape",
        paper="A4" if str(setup.paperSize) == _A4 else str(setup.paperSize),
        pages_wide=_count(setup.fitToWidth) if fitted else 0,
        pages_high=_count(setup.fitToHeight) if fitted else 0,
        repeated_rows=int(rows[1]) if rows[0] == "1" else 0,
    )


def _count(told: Any) -> int:
    """ECMA-376, 18.3.1.63: it is 1 where nothing is told."""
    return 1 if told is None else int(told)


def _blocks(book: openpyxl.Workbook, title: str) -> Iterator[tuple[str, Area]]:
    for name, defined in book.defined_names.items():
        if name.startswith(BLOCK):
            for sheet, area in defined.destinations:
                if sheet == title:
                    yield name, _area(area)


def _area(text: str) -> Area:
    left, top, right, bottom = range_boundaries(text.rpartition("!")[2].replace("$", ""))
    return Area(top=top, left=left, bottom=bottom, right=right)


def _chart(chart: Any) -> ChartView:
    kind = chart.tagname, getattr(chart, "barDir", None), chart.grouping
    runs = [run.t for line in chart.title.tx.rich.p for run in line.r or ()]
    (categories,) = {_area((one.cat.strRef or one.cat.numRef).f) for one in chart.series}
    return ChartView(
        title="".join(runs),
        kind=_KINDS[kind],
        rows=(categories.top - 1, categories.bottom),
        categories=categories.left,
        columns=tuple(_column(one, categories) for one in chart.series),
        colors=tuple(map(_series_color, chart.series)),
        place=_place(chart.anchor),
    )


def _column(series: Any, categories: Area) -> int:
    """The column of a series, which has its name just above its values."""
    name, values = _area(series.tx.strRef.f), _area(series.val.numRef.f)
    assert (values.top, values.bottom) == (categories.top, categories.bottom), values
    assert (name.top, name.left) == (categories.top - 1, values.left), name
    return values.left


def _series_color(series: Any) -> str:
    shown = series.graphicalProperties
    fill = shown.solidFill or (shown.line and shown.line.solidFill)
    return str(fill.srgbClr) if fill else ""


def _place(anchor: Any) -> Area:
    """The cells under a chart; a corner just at a cell's beginning does not reach into it."""
    start, end = anchor._from, anchor.to
    return Area(
        top=start.row + 1,
        left=start.col + 1,
        bottom=end.row + (end.rowOff > 0),
        right=end.col + (end.colOff > 0),
    )
