"""Which charts stand on a sheet of ours, and where, as parts of an .xlsx package.

The parts have names of our own, which the next run writes over, so that their number never grows.
"""

import posixpath
import re
from collections.abc import Iterator
from html import escape

from sheetsync.model import Chart, Tab
from sheetsync.workbooks.xlsx.charts import chart_xml
from sheetsync.workbooks.xlsx.parts import Parts

_TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument"
_RELATION = re.compile(r"<Relationship\s[^>]*?(?:/>|></Relationship>)")
_TARGET = re.compile(r'\bTarget="([^"]*)"')
_OUTSIDE = 'TargetMode="External"'
_ID = "sheetsync_drawing"


def put_charts(parts: Parts, sheet: str, tab: Tab, *, title: str) -> str:
    """Let the tab's charts take the place of what was drawn on the part `sheet`.

    Gives the element by which the sheet shows them, "" for none.
    """
    relations = _relations_of(sheet)
    there = _relations(parts, relations)
    drawings = [r for r in there if f"{_OFFICE}/drawing" in r]
    kept = [r for r in there if r not in drawings]
    if drawings:
        parts[relations] = _listed(kept)
    gone = [part for r in drawings for part in _remove(parts, _target(sheet, r))]
    link = ""
    if tab.charts:
        drawing = f"xl/drawings/sheetsync_{tab.key}.xml"
        _add(parts, drawing, tab, title=title)
        link = f'<drawing xmlns:r="{_OFFICE}" r:id="{_ID}"/>'
        kept.append(_relation(_ID, f"{_OFFICE}/drawing", f"/{drawing}"))
        parts[relations] = _listed(kept)
    _renounce(parts, gone)
    return link


def _add(parts: Parts, drawing: str, tab: Tab, *, title: str) -> None:
    frames, relations = [], []
    for number, chart in enumerate(tab.charts, 1):
        part = f"xl/charts/sheetsync_{tab.key}_{chart.key}.xml"
        parts[part] = chart_xml(chart, title=title)
        _announce(parts, part, f"{_CONTENT}.drawingml.chart+xml")
        frames.append(_frame(chart, number))
        relations.append(_relation(f"rId{number}", f"{_OFFICE}/chart", f"/{part}"))
    spaces = f'xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main"'
    parts[drawing] = f"{_HEAD}<xdr:wsDr {spaces}>{''.join(frames)}</xdr:wsDr>".encode()
    parts[_relations_of(drawing)] = _listed(relations)
    _announce(parts, drawing, f"{_CONTENT}.drawing+xml")


def _frame(chart: Chart, number: int) -> str:
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
        f'xmlns:r="{_OFFICE}" r:id="rId{number}"/></a:graphicData></a:graphic>'
        "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corner(name: str, column: int, row: int) -> str:
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
    )


def _remove(parts: Parts, part: str) -> Iterator[str]:
    """Take a part away with all that only it leads to; Excel gives our drawings other names.

    A picture that stands on several sheets is one part.
    """
    if part not in parts or _is_led_to(parts, part):
        return
    own = _relations_of(part)
    targets = [_target(part, r) for r in _relations(parts, own) if _OUTSIDE not in r]
    for name in (part, own):
        if parts.pop(name, None) is not None:
            yield name
    for target in targets:
        yield from _remove(parts, target)


def _is_led_to(parts: Parts, part: str) -> bool:
    lists = [name for name in parts if name.endswith(".rels")]
    return any(part == _target(_owner(n), r) for n in lists for r in _relations(parts, n))


def _announce(parts: Parts, part: str, kind: str) -> None:
    types = parts[_TYPES].decode()
    if f'"/{part}"' not in types:
        override = f'<Override PartName="/{part}" ContentType="{kind}"></Override>'
        parts[_TYPES] = types.replace("</Types>", f"{override}</Types>").encode()


def _renounce(parts: Parts, gone: list[str]) -> None:
    types = parts[_TYPES].decode()
    for part in gone:
        if part not in parts:
            override = rf'<Override [^>]*"/{re.escape(part)}"[^>]*?(?:/>|></Override>)'
            types = re.sub(override, "", types)
    parts[_TYPES] = types.encode()


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _owner(relations: str) -> str:
    """The part whose relations these are."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _relations(parts: Parts, name: str) -> list[str]:
    return _RELATION.findall(parts.get(name, b"").decode())


def _target(part: str, relation: str) -> str:
    match = _TARGET.search(relation)
    target = match[1] if match else ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Target="{target}" Type="{kind}"></Relationship>'


def _listed(relations: list[str]) -> bytes:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>'.encode()
