"""How far a sheet reaches, told before calamine makes room for every cell from A1 to its last."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sheetsync.errors import WorkbookUnreadable
from sheetsync.workbooks.cell_names import cell_name
from sheetsync.workbooks.xlsx.cells import each_cell, text_of, text_of_runs
from sheetsync.workbooks.xlsx.opc import children, parse
from sheetsync.workbooks.xlsx.single import Sheet

_ROOMY = 1_000_000  # cells that any sheet may have room for, 32 MB
_SPARSE = 20  # times as much room as there are cells with something in them
_LARGE = 1 << 20  # bytes from which on a look at every cell takes too long
_WIDE = re.compile(rb' r="[A-Z]{2}')  # a column from AA on
_ROW = re.compile(rb'<row(?:\s[^>]*)?\sr="([0-9]+)"')


@dataclass(slots=True)
class _Extent:
    """The cells with something in them: how many, the lowest, and the one most to the right."""

    count: int = 0
    lowest: tuple[int, int] = (1, 1)
    widest: tuple[int, int] = (1, 1)
    rows: set[int] = field(default_factory=set)

    @property
    def wasteful(self) -> bool:
        """Whether calamine would make room for far more cells than there are."""
        room = self.lowest[0] * self.widest[1]
        return room > max(_ROOMY, _SPARSE * self.count)

    @property
    def stray(self) -> str:
        """The cell that makes it so."""
        far_below = self.lowest[0] > _SPARSE * len(self.rows)
        return cell_name(*(self.lowest if far_below else self.widest))


def bounded(sheet: Sheet, *, title: str) -> bytes:
    """The cells of a sheet, without blank ones where they alone make it reach too far.

    Its own word for its size is not believed. Raises `WorkbookUnreadable` where a cell with
    something in it stands too far from all others.
    """
    if _is_dense(sheet.cells) or not _extent(sheet.cells).wasteful:
        return sheet.cells
    cells = _without_blanks(sheet)
    extent = _extent(cells)
    if extent.wasteful:
        raise WorkbookUnreadable(
            f"На листе «{title}» занята ячейка {extent.stray}, далеко от остальных, и таблица "
            "тянется до неё. Очистите эту ячейку (или удалите её строку и столбец) и сохраните "
            "книгу."
        )
    return cells


def _is_dense(cells: bytes) -> bool:
    """Whether a large sheet is no wider than Z and has few gaps between its rows.

    Told from how programs spell their cells, in a twentieth of the time of reading them; what is
    spelled otherwise is looked at cell by cell.
    """
    if len(cells) < _LARGE or (b"'" in cells and b" r='" in cells):
        return False
    last = _ROW.match(cells, max(cells.rfind(b"<row"), 0))
    if last is None or int(last[1]) > 4 * cells.count(b"<row "):
        return False
    return _WIDE.search(cells) is None


def _extent(cells: bytes) -> _Extent:
    found = _Extent()
    for row, column, cell in each_cell(cells):
        if not len(cell):
            continue
        found.count += 1
        found.rows.add(row)
        found.lowest = max(found.lowest, (row, column))
        found.widest = max(found.widest, (row, column), key=lambda place: place[1])
    return found


def _without_blanks(sheet: Sheet) -> bytes:
    strings = children(parse(sheet.strings), "si") if sheet.strings else []
    blank = {str(index) for index, one in enumerate(strings) if not text_of_runs(one).strip()}
    root = parse(sheet.cells)
    for row in [row for data in children(root, "sheetData") for row in children(data, "row")]:
        for cell in children(row, "c"):
            text = text_of(cell)
            is_blank = text in blank if cell.get("t") == "s" else not text.strip()
            if is_blank and not children(cell, "f"):
                row.remove(cell)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
