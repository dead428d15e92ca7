"""Which charts stand on a sheet of ours, and where, as parts of an .xlsx package.

The parts have names of our own, which the next run writes over, so that their number never grows.
"""

from html import escape

from sheetsync.model import Chart, Tab
from sheetsync.workbooks.xlsx.charts import chart_xml
from sheetsync.workbooks.xlsx.edits import (
    OFFICE,
    add_part,
    free_part,
    relate,
    remove_part,
    unrelate,
)
from sheetsync.workbooks.xlsx.opc import Parts

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "application/vnd.openxmlformats-officedocument"


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
        add_part(parts, part, chart_xml(chart, title=title), kind=f"{_KIND}.drawingml.chart+xml")
        frames.append(_frame(chart, number, relate(parts, drawing, "chart", part)))
    spaces = f'xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main"'
    data = f"{_HEAD}<xdr:wsDr {spaces}>{''.join(frames)}</xdr:wsDr>".encode()
    add_part(parts, drawing, data, kind=f"{_KIND}.drawing+xml")
    return f'<drawing xmlns:r="{OFFICE}" r:id="{relate(parts, sheet, "drawing", drawing)}"/>'


def _frame(chart: Chart, number: int, relation: str) -> str:
    place = chart.place
    name = escape(chart.title)
    top_left = _corner("from", place.left - 1, place.top - 1)
    return (
        '<xdr:twoCellAnchor editAs="oneCell">'
        f"{top_left}{_corner('to', place.right, place.bottom)}"
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="{number + 1}" name="{chart.key}" descr="{name}"/>'
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" '
        f'xmlns:r="{OFFICE}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corner(name: str, column: int, row: int) -> str:
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
    )
