"""Blocks of a tab on one grid: a number, and thirteen equal columns that all tables share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sheetsync.model import Cell, CellValue, Look, Row, fitting
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.summary import looks
from sheetsync.summary.inputs import Inputs
from sheetsync.words.clipping import clip

WIDTHS = (9.0, *(12.8,) * 13)  # characters: 1,228 px, a screen of 1366 at 100 %
COLUMNS = len(WIDTHS)
_LETTERS = 5  # of the narrowest that an em holds: no text longer than that is worth measuring
_PLAIN, _GAP = 16.0, 8.0  # points of a row of one line, and of the one between blocks
# 600 pixels: what is left of a screen of 768 below a program's own rows, tabs and headers.
FIRST_SCREEN = 450.0
# A4 landscape is 784 by 523 points between our margins, and a tab is printed one page wide.
_PAGE = 523 * sum(WIDTHS) * 7 * 0.75 / 784
_SHORT = _PAGE * 0.5  # a block that is no higher stays whole
_LEFT = _PAGE * 0.2  # a longer one does not begin where no more is left of a page
_TOGETHER, _LAST = 6, 3  # rows that stay with a heading: the header, and three lines; and the last
MORE = marked("{n} more.")


@frozen
class Column:
    """One column of a table: its header, how many grid columns it spans, how its cells look.

    A text that takes more than `lines` lines is cut after a word; None shows all of it. `apart`
    takes such a text and what the cut left of it, and gives the one to cut instead.
    """

    header: str
    span: int = 1
    look: Look = looks.TEXT
    lines: int | None = None
    apart: Callable[[str, str], str] | None = None

    @property
    def numeric(self) -> bool:
        """Whether its cells and its header are aligned right."""
        return self.look.align is looks.NUMBER.align


def table(columns: Sequence[Column], lines: Iterable[Sequence[Cell | CellValue]]) -> list[Row]:
    """A header row and a row for each line; a bare value takes its column's look and span."""
    header = [
        Cell(value=c.header, look=looks.HEADER_NUMBER if c.numeric else looks.HEADER, span=c.span)
        for c in columns
    ]
    return [fitted(header), *(fitted([*_cells(columns, line)]) for line in lines)]


def heading(text: str) -> list[Row]:
    """A blank row and the name of a block."""
    return [
        Row(height=_GAP),  # told, for a row may have been a higher one before
        fitted([Cell(value=text, look=looks.HEADING, span=COLUMNS)]),
    ]


def remark(text: str) -> Row:
    """One quiet line."""
    return fitted([Cell(value=text, look=looks.QUIET, span=COLUMNS)])


def left_out(inputs: Inputs, count: int, more: str = MORE) -> Iterator[Row]:
    """How many a table has no room for, in `more` with its {n}; nothing where it has all."""
    if count > 0:
        yield remark(inputs.gettext(more, n=count))


def fitted(cells: Sequence[Cell], *, least: float = _PLAIN) -> Row:
    """A row of the grid whose height is counted: no program fits one to merged cells."""
    return fitting.fitted(Row(cells=tuple(cells)), WIDTHS, least=least)


def height(rows: Iterable[Row]) -> float:
    """The height of these rows together, in points."""
    return sum(row.height or _PLAIN for row in rows)


class Pages:
    """Where the printed pages of a tab begin, as its blocks come one after another."""

    def __init__(self) -> None:
        self.breaks: list[int] = []
        """The rows, from 1, that begin a page."""
        self._used, self._next = 0.0, 1

    def add(self, block: Sequence[Row]) -> list[Row]:
        """Add the block's rows; a table repeats its header on the next page.

        A print title is one for the whole sheet, and this one has many tables.
        """
        rows, header = list[Row](), None
        if _PAGE - self._used < min(_LEFT, height(block)):
            self._break()
        # Short tables are not parted: on the screen a header amid five rows is clutter.
        short = height(block) <= _SHORT
        for index, row in enumerate(block):
            end = _TOGETHER if index == 0 else index + 1 + _leads(row)
            # A heading stays with its first lines, and the last ones with each other.
            end = len(block) if short or len(block) - end < _LAST else end
            if self._breaks_before(block[index:end]) and header and not _is_header(row):
                rows.append(self._append(header))
            header = row if _is_header(row) else header
            rows.append(self._append(row))
        return rows

    def add_whole(self, block: Sequence[Row]) -> None:
        """A block that must not be parted, as charts must not."""
        self._breaks_before(block)
        for row in block:
            self._append(row)

    def _breaks_before(self, kept: Sequence[Row]) -> bool:
        if not self._used or self._used + height(kept) <= _PAGE:
            return False
        self._break()
        return True

    def _break(self) -> None:
        self.breaks.append(self._next)
        self._used = 0.0

    def _append(self, row: Row) -> Row:
        self._used += height([row])
        self._next += 1
        return row


def clipped(cell: Cell, column: int, *, lines: int = 1) -> Cell:
    """The cell with the whole words of its text that fit; `column` is its first, from 0."""
    if not isinstance(cell.value, str):
        return cell
    room, bold = fitting.room_of(cell, WIDTHS, column), cell.look.bold
    shown, limit = cell.value, int(room * lines * _LETTERS)
    while limit > 1 and fitting.count_lines(shown, room, bold=bold) > lines:
        shown = clip(cell.value, limit)
        limit = min(limit, len(shown)) - 1
    return replace(cell, value=shown)


def _is_header(row: Row) -> bool:
    return bool(row.cells) and row.cells[0].look in (looks.HEADER, looks.HEADER_NUMBER)


def _leads(row: Row) -> bool:
    """Whether it only names what follows, with which it must stay."""
    return len(row.cells) == 1 and row.cells[0].look in (looks.SUBHEADING, looks.GROUP)


def _cells(columns: Sequence[Column], line: Sequence[Cell | CellValue]) -> Iterator[Cell]:
    at = 0
    for column, value in zip(columns, line, strict=True):
        cell = value if isinstance(value, Cell) else Cell(value=value, look=column.look)
        cell = replace(cell, span=column.span)
        yield _shortened(cell, at, column)
        at += column.span


def _shortened(cell: Cell, at: int, column: Column) -> Cell:
    if not column.lines:
        return cell
    shown = clipped(cell, at, lines=column.lines)
    if column.apart is None or shown == cell:
        return shown
    other = column.apart(str(cell.value), str(shown.value))
    return clipped(replace(cell, value=other), at, lines=column.lines)
