"""Whether the look-up column on the plan tab still works."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sheetsync.model import LOOKUP_HEADERS, Columns, Doubt, Finding, LookupColumn
from sheetsync.plan.cells import cell_text, column_letter
from sheetsync.plan.findings import finding
from sheetsync.words.cleaning import in_latin
from sheetsync.words.pattern import pattern

FIELDS = ("number", "measure", "deadline", "responsible")
"""The columns of the plan that the look-up column reads."""

CONTROL_COLUMNS, FIRST_STATE = "LCBJK", 4
"""What it reads of our control tab: key, state, and what was typed; and the first row there."""

# A text in quotes, a cell of another tab, a cell of its own.
_READS = pattern(
    r"\"[^\"]*\"|(?P<there>(?:'(?:[^']|'')*'|\w+)!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)\b(?!\()"
)
_BREAK_CODE = "CHAR(10)"  # what stands between the parts of a key
_TAB = pattern(rf'{re.escape(_BREAK_CODE)}\s*&\s*("(?:[^"]|"")*")')
# Google's own word while it calculates: no sign of a fault.
_CALCULATING = "Loading..."
_FIELD = "lookup"  # no field of a plan: the column that a finding names


def lookup_findings(lookups: tuple[LookupColumn, ...], columns: Columns) -> Iterator[Finding]:
    """One for each look-up column that shows nothing or something else than the state."""
    russian, english = LOOKUP_HEADERS
    header = english if in_latin(" ".join(columns.headers.values())) else russian
    for column in lookups:
        doubt = lookup_doubt(column, columns)
        if doubt:
            letter = {_FIELD: column_letter(column.index)}
            named = replace(columns, letters=letter, headers={_FIELD: header})
            yield finding(doubt, row=columns.row, number="", columns=named)


def lookup_doubt(column: LookupColumn, columns: Columns) -> Doubt | None:
    """What is wrong with the column; None where it works, or has not been calculated yet."""
    row = columns.row - 1
    shown = cell_text(column.shown[row]) if row < len(column.shown) else ""
    if column.formula != row:
        return Doubt(code="lookup-replaced" if shown else "lookup-gone", quote=shown)
    if shown not in ("", _CALCULATING, *LOOKUP_HEADERS):
        return Doubt(code="lookup-blocked", quote=shown)
    if column.text and not _reads_right(column.text, columns):
        return Doubt(code="lookup-astray", quote="")
    return None


def _reads_right(formula: str, columns: Columns) -> bool:
    """Whether the cells that it names are those that `lookup_formula` names.

    People move and delete columns under a formula, or paste it elsewhere, and its references
    follow; its spelling is Google's to change, so only they are looked at.
    """
    wanted = {
        ("", columns.letters[field], columns.row) for field in FIELDS if field in columns.letters
    }
    wanted |= {("there", letter, FIRST_STATE) for letter in CONTROL_COLUMNS}
    named = {
        ("there" if found["there"] else "", found["column"], int(found["row"]))
        for found in _READS.finditer(formula)
        if found["row"]
    }
    return named == wanted and set(_TAB.findall(formula)) == {
        tab_constant(title) for title in (columns.tab,) if title
    }


def tab_constant(title: str) -> str:
    """A tab's title as the key of its rows ends with it, a text of a formula.

    No formula can ask for the title, so it is written out; people who rename the tab hear of it.
    """
    # Braces would be filled in where this stands on a tab of ours.
    bare = title.translate({ord(brace): None for brace in "{}"})
    return '"{}"'.format(bare.replace('"', '""'))
