"""How high a row has to be for its wrapped text.

Excel fits rows that have no height of their own when it opens a file, but never for merged cells;
LibreOffice fits none. So the height is estimated here, from column widths in characters.
"""

import textwrap
from math import ceil
from typing import Final

from sheetsync.model import Cell, Row

HIGHEST_ROW: Final = 409.0
"""Excel's limit, in points."""

_LINE = 1.36  # of the font's size: 15 points for a line of 11
_BOLD = 1.08  # how much wider bold letters run
_DEFAULT_WIDTH = 8.43
_DEFAULT_SIZE = 11


def fitting_height(row: Row, widths: tuple[float, ...]) -> float | None:
    """Points that show all of the row's wrapped text; None where one plain line is enough."""
    needed, column = 0.0, 0
    for cell in row.cells:
        spanned = range(column, column + cell.span)
        column += cell.span
        if cell.look.wrap and isinstance(cell.value, str):
            width = sum(widths[at] if at < len(widths) else _DEFAULT_WIDTH for at in spanned)
            lines = _lines(cell, cell.value, width)
            needed = max(needed, lines * cell.look.size * _LINE if lines > 1 else 0)
    return min(float(ceil(needed)), HIGHEST_ROW) or None


def _lines(cell: Cell, text: str, width: float) -> int:
    scale = cell.look.size / _DEFAULT_SIZE * (_BOLD if cell.look.bold else 1)
    room = max(1, int(width / scale))
    parts = text.split("\n")
    return sum(len(textwrap.wrap(part, room)) if len(part) > room else 1 for part in parts)
