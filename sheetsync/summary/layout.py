"""Blocks of a tab on a grid of narrow columns: every table may then cut the page its own way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from sheetsync.model import Cell, CellValue, Look, Row
from sheetsync.summary.looks import HEADER, HEADER_NUMBER, HEADING, QUIET, TEXT

COLUMNS = 30
COLUMN_WIDTH = 5.2  # characters: 30 columns fill 1,250 px, a screen of 1366 at 100 %
_LINE = 13.5  # points a line of 10-point text takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: its header, how many grid columns it spans, how its cells look."""

    header: str
    span: int
    look: Look = TEXT
    numeric: bool = False


def table(columns: Sequence[Column], lines: Iterable[Sequence[Cell | CellValue]]) -> list[Row]:
    """A header row and a row for each line; a bare value takes its column's look and span."""
    header = [
        Cell(value=c.header, look=HEADER_NUMBER if c.numeric else HEADER, span=c.span)
        for c in columns
    ]
    return [_row(header), *(_row(_cells(columns, line)) for line in lines)]


def heading(text: str) -> list[Row]:
    """A blank row and the name of a block."""
    return [
        Row(height=12),  # told, for a row may have been a higher one before
        Row(cells=(Cell(value=text, look=HEADING, span=COLUMNS),), height=20),
    ]


def remark(text: str) -> list[Row]:
    """One quiet line, where a table would have no rows."""
    return [_row([Cell(value=text, look=QUIET, span=COLUMNS)])]


def _cells(columns: Sequence[Column], line: Sequence[Cell | CellValue]) -> list[Cell]:
    return [
        Cell(value=v.value, look=v.look, span=c.span, target=v.target)
        if isinstance(v, Cell)
        else Cell(value=v, look=c.look, span=c.span)
        for c, v in zip(columns, line, strict=True)
    ]


def _row(cells: Sequence[Cell]) -> Row:
    """Its height is counted here: no program fits a row to the text of merged cells."""
    return Row(cells=tuple(cells), height=_LINE * max(map(_lines, cells)) + 4)


def _lines(cell: Cell) -> int:
    if not isinstance(cell.value, str) or not cell.look.wrap:
        return 1
    # A width's unit is a digit of 11-point text: smaller letters take as much, bold ones more.
    room = int(cell.span * COLUMN_WIDTH * (0.95 if cell.look.bold else 1.05))
    return sum(max(1, len(wrap(part, room))) for part in cell.value.split("\n"))
