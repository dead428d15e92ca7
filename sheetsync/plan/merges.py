"""Cells that are merged downwards: what the first of them says holds for every row they cover."""

from collections.abc import Collection, Sequence

from sheetsync.model import CellValue, Grid
from sheetsync.plan.cells import is_blank

Covers = dict[int, dict[int, CellValue]]


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


def spans_of(grid: Grid, columns: Collection[int]) -> dict[int, dict[int, int]]:
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
