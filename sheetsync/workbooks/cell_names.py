"""What spreadsheets call a cell, a column and an area, and where the cells of a tab stand."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from sheetsync.model import Area, Cell, Tab, column_letters

_Each = TypeVar("_Each")


def cell_name(row: int, column: int) -> str:
    """The cell as people call it: "AB12"; both count from 1."""
    return f"{column_letters(column)}{row}"


def area_name(area: Area) -> str:
    """The area as people call it: "A1:C9"."""
    return f"{cell_name(area.top, area.left)}:{cell_name(area.bottom, area.right)}"


def fixed_area(area: Area) -> str:
    """The area as formulas name it wherever they are copied to: "$A$1:$C$9"."""
    first = f"${column_letters(area.left)}${area.top}"
    return f"{first}:${column_letters(area.right)}${area.bottom}"


def placed(tab: Tab) -> Iterator[tuple[int, int, Cell]]:
    """Row and column, from 1, of each cell of a tab."""
    for number, row in enumerate(tab.rows, 1):
        column = 1
        for cell in row.cells:
            yield number, column, cell
            column += cell.span


def runs(items: Iterable[_Each]) -> Iterator[tuple[int, int, _Each]]:
    """Runs of equal neighbours: where each begins, counted from 0, where it ends, and of what."""
    end = 0
    for item, run in groupby(items):
        start, end = end, end + len([*run])
        yield start, end, item
