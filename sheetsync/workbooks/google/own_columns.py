"""Our columns on the plan tab as `spreadsheets.get` tells of them: by their tags and formulas."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sheetsync.model import LOOKUP_HEADERS, CellValue, LookupColumn
from sheetsync.model.frozen import frozen

TAG_KEY = "sheetsync"
"""The key of the developer metadata by which what is ours is known."""

STATUS, LOOKUP = "status", "lookup"
ASIDE = {STATUS: "status aside", LOOKUP: "lookup aside"}
"""Copies of these columns, hidden, which exist only while `setup-sheet` works on them."""

Rows = tuple[tuple[CellValue, ...], ...]


@frozen
class ColumnTag:
    """The tag on one of our columns: its id, which column it is, and its index, from 0."""

    id: int
    name: str
    index: int


def column_tags(data: Mapping[str, Any]) -> Iterator[ColumnTag]:
    """Our tags on the columns of a GridData."""
    for index, column in enumerate(data.get("columnMetadata", ()), data.get("startColumn", 0)):
        for tag in column.get("developerMetadata", ()):
            if tag.get("metadataKey") == TAG_KEY:
                yield ColumnTag(
                    id=tag["metadataId"], name=tag.get("metadataValue", ""), index=index
                )


def asides(data: Mapping[str, Any]) -> set[int]:
    """The columns that hold copies of our columns."""
    return {tag.index for tag in column_tags(data) if tag.name in ASIDE.values()}


def lookups(data: Mapping[str, Any], rows: Rows) -> tuple[LookupColumn, ...]:
    """The look-up columns of a tab: those that are tagged, and copies of them that people made."""
    formulas = {column: (row, text) for row, column, text in _formulas(data)}
    tagged = {tag.index for tag in column_tags(data) if tag.name == LOOKUP}
    return tuple(
        LookupColumn(
            index=index,
            formula=formulas[index][0] if index in formulas else None,
            text=formulas[index][1] if index in formulas else "",
            shown=tuple(row[index] if index < len(row) else None for row in rows),
        )
        for index in sorted({*formulas, *tagged} - asides(data))
    )


def is_lookup(formula: str) -> bool:
    """Whether a formula is the look-up column's, whatever columns it reads by now."""
    shown = (f'"{header}"' for header in LOOKUP_HEADERS)
    return formula.startswith("=ARRAYFORMULA(") and any(header in formula for header in shown)


def without(rows: Rows, columns: Collection[int]) -> list[list[CellValue]]:
    """The rows with blanks in these columns."""
    return [[None if i in columns else value for i, value in enumerate(row)] for row in rows]


def _formulas(data: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Row and column, from 0, of each formula of a look-up column, and the formula."""
    for row, line in enumerate(data.get("rowData", ())):
        for column, cell in enumerate(line.get("values", ()), data.get("startColumn", 0)):
            entered = cell.get("userEnteredValue")
            # Thousands of cells a plan, of which hardly one has a formula.
            if entered and "formulaValue" in entered and is_lookup(entered["formulaValue"]):
                yield row, column, entered["formulaValue"]
