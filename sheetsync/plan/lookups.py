"""Whether the look-up column on the plan tab still works."""

from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import LOOKUP_HEADER, Columns, Doubt, Finding, LookupColumn
from sheetsync.plan.cells import cell_text
from sheetsync.plan.columns import column_letter
from sheetsync.plan.findings import finding

_CALCULATING = "Loading..."
_FIELD = "lookup"  # no field of a plan: the column that a finding names


def lookup_findings(lookups: tuple[LookupColumn, ...], columns: Columns) -> Iterator[Finding]:
    """One for each look-up column that shows nothing or something else than the state."""
    for column in lookups:
        doubt = lookup_doubt(column, columns)
        if doubt:
            letter = {_FIELD: column_letter(column.index)}
            named = replace(columns, letters=letter, headers={_FIELD: LOOKUP_HEADER})
            yield finding(doubt, row=columns.row, number="", columns=named)


def lookup_doubt(column: LookupColumn, columns: Columns) -> Doubt | None:
    """What is wrong with the column; None where it works, or has not been calculated yet."""
    row = columns.row - 1
    shown = cell_text(column.shown[row]) if row < len(column.shown) else ""
    if column.formula != row:
        return Doubt(code="lookup-replaced", quote=shown or "пусто")
    if shown in ("", _CALCULATING, LOOKUP_HEADER):
        return None
    return Doubt(code="lookup-blocked", quote=shown)
