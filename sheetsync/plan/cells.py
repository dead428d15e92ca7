"""Cells as a person sees them: their value in words, and what covers the blank ones of a merge."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from sheetsync.model import CellValue, Grid, column_letters, column_number
from sheetsync.words.cleaning import tidy

Covers = dict[int, dict[int, CellValue]]


def cell_text(value: CellValue) -> str:
    """One line of text: dates as dd.mm.yyyy, whole floats without a fraction, None as ""."""
    if value is None:
        return ""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        # Spreadsheets write TRUE and FALSE in capitals, Python does not.
        return str(value).upper()
    if isinstance(value, date):  # a datetime is a date too; plans know no hours
        return f"{value:%d.%m.%Y}"
    # A number typed as 5 may come as 5.0, and rows are known by the text of their numbers.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def cell_lines(value: CellValue) -> str:
    """As `cell_text`, with the cell's own line breaks: lists are often written one a line."""
    if isinstance(value, str) and "\n" in value:
        return "\n".join(filter(None, map(tidy, value.splitlines())))
    return cell_text(value)


def shown_texts(row: Iterable[CellValue]) -> list[str]:
    """The texts of the cells that are not blank, whatever column they stand in."""
    return [text for text in map(cell_text, row) if text]


def worded_texts(rows: Iterable[Iterable[CellValue]]) -> Iterator[str]:
    """The texts of all cells that hold words, whatever column they stand in, row by row."""
    return (cell_text(value) for row in rows for value in row if isinstance(value, str))


def column_texts(rows: Iterable[Sequence[CellValue]], column: int) -> list[str]:
    """The texts of the column's cells that are not blank."""
    return shown_texts(cell_at(row, column) for row in rows)


def is_blank(value: CellValue) -> bool:
    """Nothing that a person would see: None, or only spaces and invisible characters."""
    return value is None or (isinstance(value, str) and not tidy(value))


def cell_at(row: Sequence[CellValue], column: int | None) -> CellValue:
    """The row's cell in that column; None in no column, and where the row is shorter.

    The Sheets API cuts trailing empty cells.
    """
    return row[column] if column is not None and 0 <= column < len(row) else None


def column_letter(index: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    return column_letters(index + 1)


def column_index(letters: str) -> int:
    """The column that letters name, counted from 0: A is 0, AA is 26."""
    return column_number(letters) - 1


def covers_of(grid: Grid, *, below: int) -> Covers:
    """By the sheet's row and the column from 0: what stands there though the cell is blank.

    Merges that begin in a row up to `below`, the header's last, are no part of the plan's body.
    """
    covers: Covers = {}
    for area in grid.merges:
        # Trailing empty rows are cut off in reading, and a merge may lie among them.
        if area.top <= below or area.top > len(grid.rows):
            continue
        first = grid.rows[area.top - 1]
        value = first[area.left - 1] if area.left <= len(first) else None
        if is_blank(value):
            continue
        # In its first column only: merged to the right as well, it must not fill another field.
        for row in range(area.top + 1, min(area.bottom, len(grid.rows)) + 1):
            covers.setdefault(row, {})[area.left - 1] = value
    return covers


def spans_of(grid: Grid, columns: Collection[int | None]) -> dict[int, dict[int, int]]:
    """By the sheet's row, which of these columns' cells are merged to the right, and how far."""
    spans: dict[int, dict[int, int]] = {}
    for area in grid.merges if columns else ():
        if area.right > area.left and area.left - 1 in columns:
            for row in range(area.top, area.bottom + 1):
                spans.setdefault(row, {})[area.left - 1] = area.right - 1
    return spans


def filled_in(row: Sequence[CellValue], cover: dict[int, CellValue]) -> Sequence[CellValue]:
    """The row as people see it, with what it is covered by."""
    if not cover:
        return row
    filled = [*row, *[None] * (max(cover) + 1 - len(row))]
    for column, value in cover.items():
        filled[column] = value
    return filled
