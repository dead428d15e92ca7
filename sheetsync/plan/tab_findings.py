"""Findings about the tab: words left out, columns taken for others, an address, closed tabs."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import Columns, Doubt, Finding, LeftOut, Unread
from sheetsync.plan.cells import column_letter
from sheetsync.plan.findings import finding
from sheetsync.plan.table import PlanTable

_CODES = {"protected": "tab-protected", "table": "tab-typed"}
_FIELD = "odd"  # no field of a plan: the column that a finding names


def tab_findings(table: PlanTable, columns: Columns) -> Iterator[Finding]:
    """About cells that were left out, columns taken for others, and what was done to our tabs."""
    yield from _struck(table, columns)
    for column, doubt in table.header.doubts:
        header = table.header.others.get(column) or _header_of(table, column)
        named = replace(columns, letters={_FIELD: column_letter(column)}, headers={_FIELD: header})
        yield finding(doubt, row=columns.row, number="", columns=named, field=_FIELD)
    for row, words in table.asides:
        yield finding(Doubt(code="row-aside", quote=words), row=row, number="", columns=columns)

    grid = table.grid
    if grid.address_tab:
        doubt = Doubt(code="tab-contradicts", quote=grid.address_tab, hint=grid.title)
        yield finding(doubt, row=0, number="", columns=columns)
    for title, why in grid.closed:
        yield finding(Doubt(code=_CODES[why], quote=title), row=0, number="", columns=columns)


def _header_of(table: PlanTable, column: int) -> str:
    fields = {at: field for field, at in table.header.fields.items()}
    return table.header.texts[fields[column]]


def _struck(table: PlanTable, columns: Columns) -> Iterator[Finding]:
    for row, words in table.struck:
        yield finding(Doubt(code="row-struck", quote=words), row=row, number="", columns=columns)
    numbers = {line.row: line.number for line in table.lines}
    for one in table.grid.left_out:
        if one.row in numbers and one.why is Unread.STRUCK:
            header = table.header_of(one.row)
            field = next((f for f, column in header.fields.items() if column == one.column - 1), "")
            # Struck words in a column that is no field leave the plan as it is.
            if field:
                there = header.columns()
                yield _struck_words(one, number=numbers[one.row], columns=there, field=field)


def _struck_words(one: LeftOut, *, number: str, columns: Columns, field: str) -> Finding:
    doubt = Doubt(code="words-struck", quote=one.words)
    return finding(doubt, row=one.row, number=number, columns=columns, field=field)
