"""The cells of a sheet's part one by one, for what calamine does not tell of them."""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from sheetsync.model import Area
from sheetsync.workbooks.xlsx.opc import Element, children, parse

_REFERENCE = re.compile(r"([A-Z]+)([0-9]+)")
_DATA = re.compile(rb"<((?:\w+:)?)sheetData(?:\s[^>]*)?>")
_OTHER_ENCODING = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])""", re.IGNORECASE)
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def as_utf8(part: bytes) -> bytes:
    """The part in UTF-8, which is all that calamine reads."""
    if part.startswith(_MARKS) or part[1:2] == b"\0" or _OTHER_ENCODING.match(part):
        return etree.tostring(parse(part), encoding="UTF-8", xml_declaration=True)
    return part


def each_cell(sheet: bytes) -> Iterator[tuple[int, int, Element]]:
    """Row and column, from 1, of each cell, and the cell; it holds nothing any more in the end."""
    number = 0
    for row in _each_row(sheet):
        # `r` may be left out (ECMA-376, 18.3.1.73): the row then follows the one before.
        number = int(row.get("r") or number + 1)
        column = 0
        for cell in children(row, "c"):
            place = place_of(cell.get("r", "")) or (number, column + 1)
            column = place[1]
            yield *place, cell


def _each_row(sheet: bytes) -> Iterator[Element]:
    events = etree.iterparse(
        BytesIO(sheet),
        tag="{*}row",
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    )
    for _, row in events:
        yield row
        # Cleared rows hang in the tree still: unless they go, a large sheet fills the memory.
        row.clear()
        above = row.getparent()
        while above is not None and row.getprevious() is not None:
            del above[0]


def text_of(cell: Element) -> str:
    """What stands in a cell's `v`, or its inline text."""
    values = children(cell, "v")
    if values:
        return values[0].text or ""
    return "".join(map(text_of_runs, children(cell, "is")))


def text_of_runs(text: Element) -> str:
    """The words of a rich text, without the phonetic help beside them (ECMA-376, 18.4.8)."""
    holders = (text, *children(text, "r"))
    return "".join(one.text or "" for holder in holders for one in children(holder, "t"))


def merged(sheet: bytes) -> tuple[Area, ...]:
    """The merged cells of a sheet."""
    if b"mergeCell" not in sheet:
        return ()
    listed = children(parse(_without_cells(sheet)), "mergeCells")
    areas = (_area(one.get("ref", "")) for group in listed for one in children(group, "mergeCell"))
    return tuple(area for area in areas if area)


def _without_cells(sheet: bytes) -> bytes:
    """The part without what makes it large, still well formed."""
    opening = _DATA.search(sheet)
    if opening is None or opening[0].endswith(b"/>"):
        return sheet
    end = sheet.rfind(b"</" + opening[1] + b"sheetData")
    return sheet[: opening.end()] + sheet[end:]


def _area(reference: str) -> Area | None:
    ends = [place for place in map(place_of, reference.replace("$", "").split(":")) if place]
    if len(ends) != 2:
        return None
    rows, columns = (sorted(pair) for pair in zip(*ends, strict=True))
    return Area(top=rows[0], left=columns[0], bottom=rows[1], right=columns[1])


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column, from 1, of a cell such as "AB12"; None where it is no name of one."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
