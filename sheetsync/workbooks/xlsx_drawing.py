"""Draws a tab's data onto one sheet of an .xlsx workbook, in place.

Only cell by cell: excelize's ways to delete sheets, rows or columns rewrite staff's sheets too.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from sheetsync.model import Cell, CellValue, Tab
from sheetsync.workbooks.cell_names import cell_name, column_letters, placed
from sheetsync.workbooks.titles import excel_formula, reference
from sheetsync.workbooks.values import serial, storable
from sheetsync.workbooks.xlsx_heights import fitting_height
from sheetsync.workbooks.xlsx_looks import Looks

if TYPE_CHECKING:
    import excelize

MOST_LINKS = 65_530
"""Excel's limit of links on one sheet; rows after it stay without."""

_LARGEST_SHEET = 5_000_000  # cells; ours have a row a measure and some ten columns

# excelize would take such a text for a number where it may write it in the cell itself.
_NUMERAL = re.compile(r"[+-]?(0x[\da-f_.p+-]+|[\d_]*\.?[\d_]*(e[+-]?\d+)?|inf(inity)?|nan)", re.I)
_ESCAPE_LIKE = re.compile(r"_(?=x[\dA-Fa-f]{4}_)")


class Canvas:
    """One sheet to draw on: an open workbook, its title and the styles made so far."""

    def __init__(self, workbook: "excelize.File", title: str, looks: Looks) -> None:
        self.workbook = workbook
        self.title = title
        self._looks = looks
        self._epoch_1904 = bool(workbook.get_workbook_props().date1904)
        self._rows, self._columns = self._used()

    def draw(self, tab: Tab, *, plan_tab: str = "") -> None:
        """Make the sheet show `tab` and nothing else; without `plan_tab` nothing is linked."""
        self._clear(tab)
        self._values(tab, plan_tab)
        self._styles(tab)
        self._sizes(tab)
        self._links(tab, plan_tab)
        self.workbook.set_sheet_dimension(self.title, f"A1:{cell_name(*_extent(tab))}")

    def _used(self) -> tuple[int, int]:
        """Rows and columns in use before drawing.

        Some programs leave the dimension out, and whole formatted columns stretch it without end.
        """
        import excelize

        dimension = self.workbook.get_sheet_dimension(self.title)
        if dimension:
            column, row = excelize.cell_name_to_coordinates(dimension.split(":")[-1])
            if row * column <= _LARGEST_SHEET:
                return row, column
        rows = self.workbook.get_rows(self.title)
        return len(rows), max(map(len, rows), default=0)

    def _clear(self, tab: Tab) -> None:
        rows, columns = _extent(tab)
        everything = cell_name(max(rows, self._rows), max(columns, self._columns))
        # One call for all: excelize takes 5 ms for each merged cell taken apart by itself.
        self.workbook.unmerge_cell(self.title, "A1", everything)
        for merged in self.workbook.get_merge_cells(self.title, True):
            corners = merged.get_start_axis(), merged.get_end_axis()
            self.workbook.unmerge_cell(self.title, *corners)
        self.workbook.set_cell_style(self.title, "A1", everything, 0)

    def _values(self, tab: Tab, plan_tab: str) -> None:
        blank = Cell()
        for row in range(1, max(len(tab.rows), self._rows) + 1):
            cells = _laid_out(tab, row)
            for column in range(1, max(len(cells), self._columns) + 1):
                cell = cells[column - 1] if column <= len(cells) else blank
                name = cell_name(row, column)
                if cell.formula and plan_tab:
                    formula = excel_formula(cell.formula, row=row, plan_tab=plan_tab)
                    self.workbook.set_cell_formula(self.title, name, formula)
                else:
                    self._put(name, storable(cell.value))

    def _put(self, cell: str, value: CellValue) -> None:
        workbook, title = self.workbook, self.title
        if value is None:
            workbook.set_cell_default(title, cell, "")
        elif isinstance(value, bool):
            workbook.set_cell_bool(title, cell, value)
        elif isinstance(value, int):
            workbook.set_cell_int(title, cell, value)
        elif isinstance(value, str):
            self._put_text(cell, value)
        else:
            number = (
                serial(value, epoch_1904=self._epoch_1904) if isinstance(value, date) else value
            )
            workbook.set_cell_float(title, cell, float(number), -1, 64)

    def _put_text(self, cell: str, text: str) -> None:
        """Text goes into the cell itself: the shared strings only ever grow, run after run."""
        if _NUMERAL.fullmatch(text):
            self.workbook.set_cell_str(self.title, cell, text)
            return
        # ECMA-376, 22.9.2.19: "_x0041_" in a text stands for a character unless it is escaped.
        self.workbook.set_cell_default(self.title, cell, _ESCAPE_LIKE.sub("_x005F_", text))

    def _styles(self, tab: Tab) -> None:
        styled = [
            (row, tuple(self._looks.number(cell) for cell in _laid_out(tab, row)))
            for row in range(1, len(tab.rows) + 1)
        ]
        for numbers, group in groupby(styled, key=lambda pair: pair[1]):
            rows = [row for row, _ in group]
            for first, last, number in _runs(numbers):
                corners = cell_name(rows[0], first), cell_name(rows[-1], last)
                self.workbook.set_cell_style(self.title, *corners, number)

    def _sizes(self, tab: Tab) -> None:
        for column, width in enumerate(tab.widths, 1):
            letters = column_letters(column)
            self.workbook.set_col_visible(self.title, letters, width > 0)
            if width:
                self.workbook.set_col_width(self.title, letters, letters, width)
        for row in range(1, max(len(tab.rows), self._rows) + 1):
            height = _height(tab, row)
            # -1 gives the height back to the program.
            self.workbook.set_row_height(self.title, row, -1 if height is None else height)
        for row, column, cell in placed(tab):
            if cell.span > 1:
                corners = cell_name(row, column), cell_name(row, column + cell.span - 1)
                self.workbook.merge_cell(self.title, *corners)

    def _links(self, tab: Tab, plan_tab: str) -> None:
        wanted = {
            cell_name(row, column): reference(plan_tab, cell.target)
            for row, column, cell in placed(tab)
            if cell.target and plan_tab
        }
        for cell in self.workbook.get_hyperlink_cells(self.title, ""):
            if cell not in wanted:
                self.workbook.set_cell_hyperlink(self.title, cell, "", "None")
        for cell, location in list(wanted.items())[:MOST_LINKS]:
            self.workbook.set_cell_hyperlink(self.title, cell, location, "Location")


def _height(tab: Tab, row: int) -> float | None:
    if row > len(tab.rows):
        return None
    told = tab.rows[row - 1].height
    return fitting_height(tab.rows[row - 1], tab.widths) if told is None else told


def _extent(tab: Tab) -> tuple[int, int]:
    """Rows and columns of the tab, at least one of each."""
    widths = [sum(cell.span for cell in row.cells) for row in tab.rows]
    return max(1, len(tab.rows)), max([1, *widths])


def _laid_out(tab: Tab, row: int) -> list[Cell]:
    """The row's cells, one a column: a wide cell is followed by blanks that look like it."""
    cells: list[Cell] = []
    for cell in tab.rows[row - 1].cells if row <= len(tab.rows) else ():
        cells += [cell, *[Cell(look=cell.look)] * (cell.span - 1)]
    return cells


def _runs(numbers: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
    """First and last column of each run of one style, the default left out."""
    column = 1
    for number, run in groupby(numbers):
        length = len(list(run))
        if number:
            yield column, column + length - 1, number
        column += length
