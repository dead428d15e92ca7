"""Native charts on a sheet of ours, as parts of an .xlsx package (ECMA-376 part 1, 21.2).

The parts have names of our own, which the next run writes over, so that their number never grows.
"""

from collections.abc import Iterator

from sheetsync.model import Area, Chart, ChartKind, Tab
from sheetsync.model.fitting import FONT
from sheetsync.workbooks.names import fixed_area, reference
from sheetsync.workbooks.xlsx.edits import add_part, free_part, relate, remove_part, unrelate
from sheetsync.workbooks.xlsx.opc import HEAD, OFFICE, Parts, escape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "application/vnd.openxmlformats-officedocument"
_INK, _GRID = "3C4043", "DADCE0"
_LINE_WIDTH = 28575  # 2.25 points
_EXCELS_OWN = 8.43  # characters
_APART = '<c:overlay val="0"/>'  # words do not lie over the bars
_ONE_COLOR = '<c:invertIfNegative val="0"/>'
_BARE = '<c:marker><c:symbol val="none"/></c:marker>'
_PIXELS, _EMU = 7, 9525  # of a character of the usual font, and of a pixel (ECMA-376, 20.1.2.1)
_CATEGORIES, _VALUES = "111111111", "222222222"  # the two axes


def put_charts(parts: Parts, sheet: str, tab: Tab, *, title: str) -> str:
    """Let the tab's charts take the place of what was drawn on the part `sheet`.

    Gives the element by which the sheet shows them, "" for none.
    """
    for drawing in unrelate(parts, sheet, "drawing"):
        remove_part(parts, drawing)
    if not tab.charts:
        return ""
    # A sheet that was ours once may still show the parts of that name.
    drawing = free_part(parts, f"xl/drawings/sheetsync_{tab.key}{{}}.xml", first=0)
    frames = []
    for number, chart in enumerate(tab.charts, 1):
        part = free_part(parts, f"xl/charts/sheetsync_{tab.key}_{chart.key}{{}}.xml", first=0)
        add_part(parts, part, _chart_xml(chart, title=title), kind=f"{_KIND}.drawingml.chart+xml")
        relation = relate(parts, drawing, "chart", part)
        frames.append(_frame(chart, number, relation, width=_width(tab, chart.place.right)))
    spaces = f'xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main"'
    data = f"{HEAD}<xdr:wsDr {spaces}>{''.join(frames)}</xdr:wsDr>".encode()
    add_part(parts, drawing, data, kind=f"{_KIND}.drawing+xml")
    return f'<drawing xmlns:r="{OFFICE}" r:id="{relate(parts, sheet, "drawing", drawing)}"/>'


def _width(tab: Tab, column: int) -> float:
    """The width of a column, in characters; by default Excel's own."""
    return tab.widths[column - 1] if column <= len(tab.widths) else _EXCELS_OWN


def _frame(chart: Chart, number: int, relation: str, *, width: float) -> str:
    """What shows the chart; `width` is that of the last column under it, in characters."""
    place = chart.place
    name = escape(chart.title)
    top_left = _corner("from", place.left - 1, place.top - 1)
    # It ends a pixel inside its last column. At the beginning of the next, which is hidden,
    # LibreOffice takes it to reach into the first that is shown, and prints the tab smaller.
    inside = (int(width * _PIXELS) - 1) * _EMU
    end = _corner("to", place.right - 1, place.bottom, offset=inside)
    return (
        # Moves with the rows above it, and keeps its size where people widen a column.
        '<xdr:twoCellAnchor editAs="oneCell">'
        f"{top_left}{end}"
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="{number + 1}" name="{chart.key}" descr="{name}"/>'
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" '
        f'xmlns:r="{OFFICE}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corner(name: str, column: int, row: int, *, offset: int = 0) -> str:
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{offset}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
    )


def _chart_xml(chart: Chart, *, title: str) -> bytes:
    """The chart's part; `title` is that of the sheet its cells are on."""
    # The order of elements is the schema's: Excel "repairs" a chart out of order by dropping it.
    legend = f'<c:legend><c:legendPos val="b"/>{_APART}{_words(9)}</c:legend>'
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main">'
        f'<c:roundedCorners val="0"/><c:chart>{_heading(chart.title)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{_plot(chart, title)}{_axes(chart)}</c:plotArea>"
        f"{legend if len(chart.colors) > 1 else ''}"
        # What is hidden is shown: columns of numbers that only a chart needs have no width.
        '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_line_xml(_GRID)}</c:spPr></c:chartSpace>"
    ).encode()


def _plot(chart: Chart, title: str) -> str:
    series = "".join(_series(chart, title))
    axes = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    if chart.kind is ChartKind.LINES:
        kind = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        return f'<c:lineChart>{kind}{series}<c:marker val="1"/>{axes}</c:lineChart>'
    stacked = chart.kind is ChartKind.STACKED_COLUMNS
    turned, grouping = ("col", "stacked") if stacked else ("bar", "clustered")
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return (
        f'<c:barChart><c:barDir val="{turned}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="60"/>'
        f"{overlap}{axes}</c:barChart>"
    )


def _series(chart: Chart, title: str) -> Iterator[str]:
    data, lines = chart.data, chart.kind is ChartKind.LINES
    smooth = '<c:smooth val="0"/>' if lines else ""
    for number, (column, color) in enumerate(zip(chart.columns, chart.colors, strict=True)):
        name = Area(top=data.top, bottom=data.top, left=column, right=column)
        yield (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
            f"<c:tx><c:strRef>{_cells(title, fixed_area(name).partition(':')[0])}</c:strRef></c:tx>"
            f"<c:spPr>{_line_xml(color, _LINE_WIDTH) if lines else _solid(color)}</c:spPr>"
            f"{_BARE if lines else _ONE_COLOR}"
            f"<c:cat><c:strRef>{_cells(title, _below(data, data.left))}</c:strRef></c:cat>"
            f"<c:val><c:numRef>{_cells(title, _below(data, column))}</c:numRef></c:val>"
            f"{smooth}</c:ser>"
        )


def _axes(chart: Chart) -> str:
    lying = chart.kind is ChartKind.BARS
    # The first category of lying bars is at the bottom unless told otherwise.
    order, places = ("maxMin", "lt") if lying else ("minMax", "bl")
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling>{_axis(places[0])}<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
        f'</c:catAx><c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:min val="0"/></c:scaling>{_axis(places[1], lines=True)}'
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{chart.step}"/></c:valAx>'
    )


def _axis(place: str, *, lines: bool = False) -> str:
    grid = (
        f"<c:majorGridlines><c:spPr>{_line_xml(_GRID)}</c:spPr></c:majorGridlines>" if lines else ""
    )
    return (
        f'<c:delete val="0"/><c:axPos val="{place}"/>{grid}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{_line_xml(_GRID)}</c:spPr>{_words(9)}"
    )


def _heading(text: str) -> str:
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p>"
        f"<a:r>{_font('rPr', 12, bold=True)}<a:t>{escape(text, quote=False)}</a:t></a:r></a:p>"
        f"</c:rich></c:tx>{_APART}</c:title>"
    )


def _words(size: int) -> str:
    font = _font("defRPr", size)
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr>{font}</a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>'
    )


def _font(name: str, size: int, *, bold: bool = False) -> str:
    face = f'<a:latin typeface="{FONT}"/>'
    return f'<a:{name} sz="{size * 100}" b="{bold:d}">{_solid(_INK)}{face}</a:{name}>'


def _line_xml(color: str, width: int = 9525) -> str:
    return f'<a:ln w="{width}">{_solid(color)}</a:ln>'


def _solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _cells(title: str, cells: str) -> str:
    return f"<c:f>{escape(reference(title, cells), quote=False)}</c:f>"


def _below(data: Area, column: int) -> str:
    """A column of the data below the names of the series."""
    return fixed_area(Area(top=data.top + 1, bottom=data.bottom, left=column, right=column))
