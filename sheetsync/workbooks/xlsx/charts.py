"""Native Excel charts, drawn by excelize in a workbook that holds nothing else.

In a workbook of staff's it would name ours by the number of charts there are, and sooner or later
write over one of theirs.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

from sheetsync.model import Area, Chart, ChartKind
from sheetsync.workbooks.cell_names import fixed_area
from sheetsync.workbooks.titles import reference

if TYPE_CHECKING:
    import excelize

_INK, _GRID = "3C4043", "DADCE0"
_LINE_WIDTH = 2.25  # points


def chart_xml(chart: Chart, *, title: str) -> bytes:
    """The chart's part; `title` is that of the sheet its cells are on."""
    import excelize

    with TemporaryDirectory() as folder:
        path = Path(folder) / "chart.xlsx"
        workbook = excelize.new_file()
        try:
            workbook.set_sheet_name(workbook.get_sheet_name(0), title)
            workbook.add_chart(title, "A1", _chart(chart, title))
            workbook.save_as(str(path))
        finally:
            workbook.close()
        with ZipFile(path) as archive:
            return archive.read("xl/charts/chart1.xml")


def _chart(chart: Chart, title: str) -> "excelize.Chart":
    import excelize

    kinds = {
        ChartKind.STACKED_COLUMNS: excelize.ChartType.ColStacked,
        ChartKind.BARS: excelize.ChartType.Bar,
        ChartKind.LINES: excelize.ChartType.Line,
    }
    words = excelize.Font(size=9, color=_INK)
    heading = excelize.RichTextRun(
        text=chart.title, font=excelize.Font(bold=True, size=12, color=_INK)
    )
    lines = excelize.LineOptions(fill=excelize.Fill(type="pattern", pattern=1, color=[_GRID]))
    return excelize.Chart(
        type=kinds[chart.kind],
        series=[*_series(chart, title)],
        title=excelize.ChartTitle(paragraph=[heading]),
        legend=excelize.ChartLegend(
            position="bottom" if len(chart.colors) > 1 else "none", font=words
        ),
        # The first category of lying bars is at the bottom unless told otherwise.
        x_axis=excelize.ChartAxis(font=words, reverse_order=chart.kind is ChartKind.BARS),
        y_axis=excelize.ChartAxis(
            font=words, major_grid_lines=True, minimum=0.0, major_unit=float(chart.step)
        ),
        border=lines,
        gap_width=60,
    )


def _series(chart: Chart, title: str) -> "Iterator[excelize.ChartSeries]":
    import excelize

    data = chart.data
    for column, color in zip(chart.columns, chart.colors, strict=True):
        fill = excelize.Fill(type="pattern", pattern=1, color=[color])
        line = excelize.LineOptions(fill=fill, width=_LINE_WIDTH)
        name = Area(top=data.top, bottom=data.top, left=column, right=column)
        yield excelize.ChartSeries(
            name=reference(title, fixed_area(name).partition(":")[0]),
            categories=reference(title, fixed_area(_values(data, data.left))),
            values=reference(title, fixed_area(_values(data, column))),
            fill=fill,
            line=line if chart.kind is ChartKind.LINES else excelize.LineOptions(),
            marker=excelize.ChartMarker(symbol="none"),
        )


def _values(data: Area, column: int) -> Area:
    """A column of the data below the names of the series."""
    return Area(top=data.top + 1, bottom=data.bottom, left=column, right=column)
