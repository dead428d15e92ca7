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

# Advance widths in thousandths of the font size, from the hmtx table of Liberation Sans: of U+0020
# to U+007E, of U+0410 to U+044F, and of what else our sentences and plans are written with.
_LATIN = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_CYRILLIC = (
    *(667, 656, 667, 542, 677, 667, 923, 604, 719, 719, 583, 656, 833, 722, 778, 719),
    *(667, 722, 611, 635, 760, 667, 740, 667, 917, 938, 792, 885, 656, 719, 1010, 722),
    *(556, 573, 531, 365, 583, 556, 669, 458, 559, 559, 438, 583, 688, 552, 556, 542),
    *(556, 500, 458, 500, 823, 500, 573, 521, 802, 823, 625, 719, 521, 510, 750, 542),
)
_OTHER = (
    *((0xA0, 278), (0xAB, 556), (0xB0, 400), (0xB7, 278), (0xBB, 556)),
    *((0x401, 667), (0x404, 719), (0x406, 278), (0x407, 278), (0x40E, 635)),
    *((0x451, 556), (0x454, 510), (0x456, 222), (0x457, 278), (0x45E, 500)),
    *((0x490, 489), (0x491, 411), (0x2013, 556), (0x2014, 1000), (0x2019, 222)),
    *((0x201C, 333), (0x201D, 333), (0x201E, 333), (0x2022, 350), (0x2026, 1000)),
    *((0x2116, 1073), (0x2192, 1000), (0x2588, 708), (0x2591, 708), (0x25A0, 604)),
    (0x25CF, 604),
)
_WIDTH = {
    **{chr(0x20 + at): width for at, width in enumerate(_LATIN)},
    **{chr(0x410 + at): width for at, width in enumerate(_CYRILLIC)},
    **{chr(code): width for code, width in _OTHER},
}
_UNKNOWN = 850  # signs that come from another font, such as a check mark
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


# A plan says the same words over and over, in the sheet and on each of our tabs.
@lru_cache(maxsize=65_536)
def text_width(value: CellValue, *, bold: bool = False) -> float:
    """How wide a text runs in one line, in ems."""
    width = sum(_WIDTH.get(character, _UNKNOWN) for character in str(value)) / 1000
    return width * _BOLD if bold else width


@lru_cache(maxsize=4096)
def count_lines(text: str, room: float, *, bold: bool) -> int:
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
