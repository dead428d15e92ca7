"""One sheet of a workbook as it is read: alone, as calamine can, and then cell by cell.

The second pass finds what calamine does not report.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from sheetsync.model import Area, column_number
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.xlsx.opc import MAIN, OFFICE, PACKAGE, Element, children, listed, parse

_REFERENCE = re.compile(r"([A-Z]+)([0-9]+)")
_DATA = re.compile(rb"<((?:\w+:)?)sheetData(?:\s[^>]*)?>")
_OTHER_ENCODING = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])""", re.IGNORECASE)
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_RELATION = f'<Relationship Id="{{0}}" Type="{OFFICE}/{{1}}" Target="{{2}}"/>'


@frozen
class Sheet:
    """The parts of a workbook that one sheet is read from, in UTF-8; b"" where there is none.

    `fresh` says that no program has calculated the workbook since a script wrote it.
    """

    cells: bytes
    strings: bytes
    styles: bytes
    epoch_1904: bool
    fresh: bool


def single(sheet: Sheet) -> BytesIO:
    """A workbook of that sheet alone."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, part in _parts(sheet).items():
            # A fixed time: nothing of the clock goes into what is read.
            archive.writestr(ZipInfo(name), part)
    file.seek(0)
    return file


def _parts(sheet: Sheet) -> dict[str, bytes | str]:
    date = ' date1904="1"' if sheet.epoch_1904 else ""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr{date}/>'
            '<sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet.cells,
        "xl/styles.xml": sheet.styles,
        "xl/sharedStrings.xml": sheet.strings,
    }
    return {name: part for name, part in parts.items() if part}


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(_RELATION.format(f"r{i}", *one) for i, one in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def as_utf8(part: bytes) -> bytes:
    """The part in UTF-8, which is all that calamine reads."""
    if part.startswith(_MARKS) or part[1:2] == b"\0" or _OTHER_ENCODING.match(part):
        return etree.tostring(parse(part), encoding="UTF-8", xml_declaration=True)
    return part


def each_cell(sheet: bytes) -> Iterator[tuple[int, int, Element]]:
    """Row and column, from 1, of each cell, and the cell; it holds nothing any more in the end."""
    for number, row in numbered(each_element(sheet, "row")):
        yield from placed(row, number)


def numbered(rows: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    """The rows by their numbers, from 1; one without a number follows the one before it."""
    number = 0
    for row in rows:
        # `r` may be left out (ECMA-376, 18.3.1.73), or empty.
        number = int(row.get("r") or number + 1)
        yield number, row


def placed(row: Element, number: int) -> Iterator[tuple[int, int, Element]]:
    """Row and column of its cells; one without a reference follows the one before it."""
    column = 0
    for cell in children(row, "c"):
        place = place_of(cell.get("r", "")) or (number, column + 1)
        column = place[1]
        yield *place, cell


def each_element(part: bytes, *names: str) -> Iterator[Element]:
    """The elements of these names as they end; each holds nothing any more after its turn."""
    events = etree.iterparse(
        BytesIO(part),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    )
    for _, element in events:
        yield element
        # Cleared ones hang in the tree still: unless they go, a large sheet fills the memory.
        element.clear()
        above = element.getparent()
        while above is not None and element.getprevious() is not None:
            del above[0]


def text_of(cell: Element) -> str:
    """The text of a cell's `v`, or its inline text."""
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
    merges = listed(parse(without_cells(sheet)), "mergeCells", "mergeCell")
    areas = (_area(one.get("ref", "")) for one in merges)
    return tuple(area for area in areas if area)


def without_cells(sheet: bytes) -> bytes:
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
    return int(found[2]), column_number(found[1])
