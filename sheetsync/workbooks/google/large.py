"""A plan of very many rows: its values, and number formats only of columns that hold numbers.

Grid data says much about every cell; over 20,000 rows that costs too much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sheetsync.model import LOOKUP_HEADERS, CellValue, column_letters
from sheetsync.workbooks.google.cells import number, padded
from sheetsync.workbooks.google.own_columns import without
from sheetsync.workbooks.google.reading import Seen
from sheetsync.workbooks.names import quoted
from sheetsync.workbooks.values import plain

LARGE = 20_000
"""Rows from which on a plan is read this way."""

_FEW = 100  # cells that may change by themselves at any time
_HEAD = 100  # rows among which the header is
_LAST_DAY = 2_958_465  # 31 December 9999, the last date a sheet knows
Table = Sequence[Sequence[Any]]


def dated_columns(table: Table) -> list[int]:
    """The columns, from 0, in which a number could be a date."""
    return sorted({c for row in table for c, value in enumerate(row) if _may_be_date(value)})


def column_of(title: str, column: int) -> str:
    """A whole column of a tab in A1 notation."""
    letters = column_letters(column + 1)
    return f"{quoted(title)}!{letters}:{letters}"


def with_values(
    found: Seen, answer: Mapping[str, Any], table: Table, *, sheet_id: int, again: bool
) -> Seen | None:
    """What was seen, the large tab's cells put together from its values and its columns' formats.

    None where the two do not agree: somebody changed the plan between the two reads. `again` says
    that it was so before.
    """
    rows: list[list[CellValue]] = [[*map(plain, row)] for row in table]
    blocks = [
        block
        for sheet in answer["sheets"]
        if sheet["properties"].get("sheetId", 0) == sheet_id
        for block in sheet.get("data", ())
    ]
    compared = _Compared()
    for block in blocks:
        _take_formats(rows, block, compared)
    if compared.has_moved(again=again):
        return None
    read = padded(without(padded(rows), _lookups(rows)))
    # Values come without formats: what is struck out cannot be told from what is not.
    sheets = tuple(
        replace(sheet, rows=read, lookups=(), left_out=()) if sheet.id == sheet_id else sheet
        for sheet in found.sheets
    )
    return replace(found, sheets=sheets)


def _lookups(rows: list[list[CellValue]]) -> set[int]:
    """Look-up columns by what their header shows; of one whose formula fails nothing is told."""
    return {c for row in rows[:_HEAD] for c, value in enumerate(row) if value in LOOKUP_HEADERS}


@dataclass(slots=True)
class _Compared:
    """How the numbers of the two reads compare; a calculated cell may change by itself."""

    same: int = 0
    calculated: int = 0
    is_typed_over: bool = False

    def has_moved(self, *, again: bool) -> bool:
        """Whether rows moved between the reads: a number that people typed stands elsewhere.

        Where all is calculated (IMPORTRANGE), so is a doubt that most of it has changed, but not
        `again`: then it changes by itself.
        """
        doubt = self.calculated > self.same + _FEW
        return self.is_typed_over or (doubt and not again)


def _take_formats(rows: list[list[CellValue]], block: Mapping[str, Any], seen: _Compared) -> None:
    """Numbers become dates where their column's formats say so; calculated ones are as of now."""
    column = block.get("startColumn", 0)
    for index, line in enumerate(block.get("rowData", ())):
        # A block is one column: so it was asked for (`column_of`).
        for cell in line.get("values", ())[:1]:
            told = cell.get("effectiveValue", {}).get("numberValue")
            if told is None:
                continue
            is_there = index < len(rows) and column < len(rows[index])
            if is_there and rows[index][column] == told:
                seen.same += 1
            elif "numberValue" in cell.get("userEnteredValue", {}):
                seen.is_typed_over = True
            else:
                seen.calculated += 1
            if is_there:
                rows[index][column] = number(told, cell)


def _may_be_date(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < _LAST_DAY
