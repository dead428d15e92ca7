"""How far a sheet reaches, found before calamine makes room for every cell from A1 to its last."""

import re
from collections.abc import Iterable
from xml.parsers.expat import ParserCreate

from sheetsync.errors import WorkbookUnreadable
from sheetsync.workbooks.names import cell_name
from sheetsync.workbooks.xlsx.cells import Sheet, place_of, text_of_runs
from sheetsync.workbooks.xlsx.opc import children, parse

_ROOMY = 1_000_000  # cells that any sheet may have room for, 32 MB
_SPARSE = 20  # times as much room as there are cells with something in them
_LARGE = 1 << 20  # bytes from which on a look at every cell takes too long
_WIDE = re.compile(rb' r="[A-Z]{2}')  # a column from AA on
_ROW = re.compile(rb'<row(?:\s[^>]*)?\sr="([0-9]+)"')


# Classes by hand: a run would wait a millisecond until they were made by `dataclass`.
class _Cell:
    """A cell of the file: its place on the sheet and in the part, and its content."""

    def __init__(self, *, row: int, column: int, kind: str, start: int) -> None:
        self.row, self.column, self.kind, self.start = row, column, kind, start
        self.end = 0
        self.text = ""
        self.filled = self.formula = False


class _Extent:
    """Cells with something in them: how many, the lowest, and the one most to the right."""

    def __init__(self) -> None:
        self.count = 0
        self.lowest = self.widest = 1, 1
        self.rows: set[int] = set()

    def add(self, cell: _Cell) -> None:
        place = (cell.row, cell.column)
        self.count += 1
        self.rows.add(cell.row)
        self.lowest = max(self.lowest, place)
        self.widest = max(self.widest, place, key=lambda one: one[1])

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
    if _is_dense(sheet.cells):
        return sheet.cells
    scan = _Scan(sheet)
    if not scan.whole.wasteful:
        return sheet.cells
    if scan.worded.wasteful:
        raise WorkbookUnreadable(
            "On the tab “{title}” the cell {stray} is filled, far from the others, and "
            "the table reaches there. Clear that cell (or delete its row and column) and "
            "save the workbook.",
            title=title,
            stray=scan.worded.stray,
        )
    return _without(sheet.cells, scan.blank)


def _is_dense(cells: bytes) -> bool:
    """Whether a large sheet is no wider than Z and has few gaps between its rows.

    Judged by how programs spell their cells, in a twentieth of the time of reading them; other
    spellings are examined cell by cell.
    """
    if len(cells) < _LARGE or (b"'" in cells and b" r='" in cells):
        return False
    last = _ROW.match(cells, max(cells.rfind(b"<row"), 0))
    if last is None or int(last[1]) > 4 * cells.count(b"<row "):
        return False
    return _WIDE.search(cells) is None


class _Scan:
    """One pass over the cells: how far all reach, how far those with words, and where others stand.

    By expat, which alone tells where in the file an element begins.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.whole, self.worded = _Extent(), _Extent()
        self.blank: list[_Cell] = []
        self._strings = sheet.strings
        self._blank_strings: set[str] | None = None
        self._row = self._column = 0
        self._cell: _Cell | None = None
        self._reading = False
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = self._say
        self._parser.Parse(sheet.cells, True)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                row, column = place_of(attributes.get("r", "")) or (self._row, self._column + 1)
                self._column = column
                self._cell = _Cell(
                    row=row,
                    column=column,
                    kind=attributes.get("t", "n"),
                    start=self._parser.CurrentByteIndex,
                )
            case "row":
                self._row = int(attributes.get("r") or self._row + 1)
                self._column = 0
            case "v" | "t":
                self._reading = True
            case "f" if self._cell:
                self._cell.formula = self._cell.filled = True
        if self._reading and self._cell:
            self._cell.filled = True

    def _say(self, text: str) -> None:
        if self._reading and self._cell:
            self._cell.text += text

    def _finish(self, name: str) -> None:
        self._reading = False
        cell = self._cell
        if cell is None or name.rpartition(":")[2] != "c":
            return
        self._cell = None
        if cell.filled:
            cell.end = self._parser.CurrentByteIndex
            self.whole.add(cell)
            if self._is_blank(cell):
                self.blank.append(cell)
            else:
                self.worded.add(cell)

    def _is_blank(self, cell: _Cell) -> bool:
        if cell.formula:
            return False
        return cell.text in self._blanks if cell.kind == "s" else not cell.text.strip()

    @property
    def _blanks(self) -> set[str]:
        """The numbers of shared texts without a visible character."""
        if self._blank_strings is None:
            texts = children(parse(self._strings), "si") if self._strings else []
            blank = (str(i) for i, text in enumerate(texts) if not text_of_runs(text).strip())
            self._blank_strings = set(blank)
        return self._blank_strings


def _without(cells: bytes, blank: Iterable[_Cell]) -> bytes:
    """The part without those cells, which are given in its order."""
    pieces, at = [], 0
    for cell in blank:
        pieces.append(cells[at : cell.start])
        # expat tells where the closing tag begins, not where it ends.
        at = cells.index(b">", cell.end) + 1
    return b"".join((*pieces, cells[at:]))
