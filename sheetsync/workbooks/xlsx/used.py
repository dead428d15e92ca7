"""Where things stand on a worksheet: its cells by their places, and the last column in use."""

import re
from collections.abc import Iterator

from sheetsync.workbooks.xlsx.opc import Element, Parts, children, local_name, parse, relations

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?\d*")
_LAST = (1024, 16_384)  # AMJ and XFD: what reaches these ends nowhere
_ELSEWHERE = ("sheetData", "dimension")
_ANCHOR = "col"  # of a drawing, from 0


def rows(sheet: Element) -> Iterator[tuple[int, Element]]:
    """The rows by their numbers; one without a number stands below the one before it."""
    number = 0
    for data in children(sheet, "sheetData"):
        for row in children(data, "row"):
            number = int(row.get("r", number + 1))
            yield number, row


def cells(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells by their columns, from 1; one without a place stands right of the one before it."""
    column = 0
    for cell in children(row, "c"):
        column = last_column(cell.get("r", "")) or column + 1
        yield column, cell


def used_column(sheet: Element) -> int:
    """The last column, from 1, in which anything stands; a cell that only has a look is free."""
    filled = [column for _, row in rows(sheet) for column, cell in cells(row) if len(cell)]
    rest = (child for child in sheet if local_name(child) not in _ELSEWHERE)
    return max([0, *filled, *(end for child in rest for end in _ends(child))])


def used_beside(parts: Parts, part: str) -> Iterator[int]:
    """The same of the comments, tables and drawings of a sheet, which have parts of their own."""
    for other in parts_beside(parts, part):
        for element in other.iter("*"):
            yield from _ends(element)
            if local_name(element) == _ANCHOR and (element.text or "").strip().isdigit():
                yield int(element.text or "") + 1


def parts_beside(parts: Parts, part: str) -> Iterator[Element]:
    """What a sheet refers to inside the package, as far as it is XML."""
    for one in relations(parts, part):
        if not one.external and one.target.casefold().endswith(".xml") and one.target in parts:
            yield parse(parts[one.target])


def last_column(places: str) -> int:
    """The last column, from 1, of areas such as "A1:C9 E2"; 0 where they end nowhere."""
    columns = [_number(letters) for letters in _CELL.findall(places)]
    return max((column for column in columns if column not in _LAST), default=0)


def _ends(element: Element) -> Iterator[int]:
    for one in element.iter("*"):
        yield from (last_column(one.get(name, "")) for name in ("ref", "sqref"))
        if local_name(one) == "sqref":  # sparklines and the like
            yield last_column(one.text or "")


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
