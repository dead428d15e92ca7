"""How high a row has to be for its wrapped text, and how much text a line holds.

Neither Excel nor Google fits merged cells, and LibreOffice fits none of a file, so heights are
measured here: with the widths of Arial, to which Liberation Sans and Google's Arial are equal.
"""

from dataclasses import replace
from functools import lru_cache
from math import ceil
from typing import Final

from sheetsync.model.tab import Align, Cell, CellValue, Row

FONT: Final = "Arial"
HIGHEST_ROW: Final = 409.0
"""Excel's limit, in points."""

# Advance widths in thousandths of the font size, from the hmtx table of Liberation Sans.
_WIDTHS = {
    222: "ijl'’",
    278: " \u00a0,!./:;I[]\\ft·Іі|ЇїJ",
    345: '()-`r“”„{}•"',
    370: "г*",
    440: "ккзт^°",
    500: "csvxyzkухўэєґҐ",
    536: "чьвГпян",
    558: "#$0123456789?L_abdeghnopqu«»–§аеорёий",
    590: "бцКдл+<=>~●■З",
    635: "FTZТъУЎ",
    668: "&ABEKPSVXYАВЕРХЧЁБЛЬжДм",
    722: "CDHNRUwНСЯИЙПЭыЄ░█",
    760: "юФЦGOQО",
    833: "шфщЪMmМ",
    940: "Ы%ШЖЩW",
    1015: "—…→@Ю",
    1075: "№",
}
_WIDTH = {character: width for width, text in _WIDTHS.items() for character in text}
_UNKNOWN = 850  # signs that come from another font, such as ✓
_BOLD = 1.1
_LINE = 1.25  # of the font size: what the tallest of the three programs takes
_ABOVE_AND_BELOW = 3.0
_PIXEL = 0.75  # points
_PADDING = 6  # pixels that the programs keep free at a cell's two sides
_INDENT = 10  # pixels by which text at the right stands off the next column
_DIGIT = 7  # pixels of the unit in which column widths are told
_USUAL_WIDTH = 8.43
_ROUNDING = 1.01  # programs round the widths of letters to whole pixels


def fitting_height(row: Row, widths: tuple[float, ...]) -> float | None:
    """Points that show all of the row's wrapped text; None where one plain line is enough."""
    needed, column = 0.0, 0
    for cell in row.cells:
        if cell.look.wrap and isinstance(cell.value, str):
            lines = count_lines(cell.value, room_of(cell, widths, column), bold=cell.look.bold)
            if lines > 1 or cell.look.size > 11:
                needed = max(needed, lines * cell.look.size * _LINE + _ABOVE_AND_BELOW)
        column += cell.span
    return min(float(ceil(needed)), HIGHEST_ROW) or None


def fitted(row: Row, widths: tuple[float, ...], *, least: float = 16.0) -> Row:
    """The row with a height that shows all of it, at least that of one line."""
    needed = max(fitting_height(row, widths) or 0.0, least if row.height is None else row.height)
    return replace(row, height=needed)


def room_of(cell: Cell, widths: tuple[float, ...], column: int) -> float:
    """How wide a line of the cell may be, in ems; `column` is its first one, from 0."""
    spanned = range(column, column + cell.span)
    width = sum(widths[at] if at < len(widths) else _USUAL_WIDTH for at in spanned)
    pixels = width * _DIGIT - _PADDING - (_INDENT if cell.look.align is Align.RIGHT else 0)
    return max(pixels * _PIXEL / cell.look.size / _ROUNDING, 1.0)


def text_width(value: CellValue, *, bold: bool = False) -> float:
    """How wide a text runs in one line, in ems."""
    width = sum(_WIDTH.get(character, _UNKNOWN) for character in str(value)) / 1000
    return width * _BOLD if bold else width


@lru_cache(maxsize=4096)
def count_lines(text: str, room: float, *, bold: bool = False) -> int:
    """How many lines a text of a cell takes; a word wider than the cell is broken inside."""
    return sum(_lines_of(part, room, bold=bold) for part in text.split("\n"))


def _lines_of(text: str, room: float, *, bold: bool) -> int:
    # The widest letter is a bit over an em: most cells are known to fit without measuring.
    if len(text) * 1.2 < room:
        return 1
    lines, used = 1, 0.0
    space = text_width(" ", bold=bold)
    for word in text.split(" "):
        width = text_width(word, bold=bold)
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        else:
            used += space if used else 0.0
        broken = max(ceil(width / room) - 1, 0)
        lines, used = lines + broken, used + width - broken * room
    return lines
