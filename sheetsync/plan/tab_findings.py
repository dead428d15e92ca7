"""Findings about the tab and its columns: what was left out or assumed, what breaks their rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sheetsync.model import (
    PLAN_FIELDS,
    Columns,
    Doubt,
    Finding,
    LeftOut,
    Line,
    Synonyms,
    Unread,
)
from sheetsync.plan.cells import cell_text, column_letter
from sheetsync.plan.findings import finding
from sheetsync.plan.merges import Covers, covers_of
from sheetsync.plan.table import PlanTable
from sheetsync.words.cleaning import fold

_CODES = {"protected": "tab-protected", "table": "tab-typed"}
_FIELD = "odd"  # no field of a plan: the column that a finding names
_ASKED = {field.name for field in PLAN_FIELDS if field.asked}
# The parties of two columns stand in one part of a line; what each of them holds is looked up.
_SHARED = {field.into for field in PLAN_FIELDS if field.into}
_OF_LINES = {field.name for field in PLAN_FIELDS if not field.into} - _SHARED
_Cell = tuple[Line, str]


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


# What columns.toml says of a column's cells: required, unique, one of certain values.


def rule_doubts(
    table: PlanTable, synonyms: Mapping[str, Synonyms]
) -> Iterator[tuple[int, str, Doubt]]:
    """What breaks the rules of columns, by row and field."""
    named = table.header.columns().letters
    covers = covers_of(table.grid, below=table.header.last + 1)
    for field, rule in synonyms.items():
        required = rule.required and field not in _ASKED
        if required and field not in named:
            doubt = Doubt(code="column-required", quote=rule.headers[0])
            yield table.header.index + 1, "", doubt
        elif required or rule.unique or rule.values:
            cells = list(_cells(table, field, covers))
            for line in (line for line, text in cells if required and not text):
                yield line.row, field, Doubt(code="cell-required", quote="")
            filled = [cell for cell in cells if cell[1]]
            found = (*_repeated(filled, rule), *_strange(filled, rule))
            yield from ((line.row, field, doubt) for line, doubt in found)


def _cells(table: PlanTable, field: str, covers: Covers) -> Iterator[_Cell]:
    """The column's words by row, as people see them; a merged cell is seen once."""
    for line in table.lines:
        header, cover = table.header_of(line.row), covers.get(line.row, {})
        column = header.own.get(field, header.fields.get(field))
        if column is None or column in cover:
            continue  # a further table on the tab may lack the column
        row = table.grid.rows[line.row - 1]
        shown = cell_text(row[column]) if column < len(row) else ""
        yield line, getattr(line, field) if field in _OF_LINES else shown


def _repeated(cells: Iterable[_Cell], rule: Synonyms) -> Iterator[tuple[Line, Doubt]]:
    first: dict[str, int] = {}
    for line, text in cells if rule.unique else ():
        seen = first.setdefault(fold(text), line.row)
        if seen != line.row:
            yield line, Doubt(code="cell-repeated", quote=text, hint=str(seen))


def _key(text: str) -> str:
    """Words alike in any case; a cell that shows 50% holds 0.5 (ECMA-376, 18.8.30)."""
    folded = fold(text).replace(" %", "%")
    number = folded.removesuffix("%").replace(",", ".")
    is_share = number != folded and number.replace(".", "", 1).isdecimal()
    # `g` writes 0.5 as the cell's own text has it, not 0.50.
    return f"{float(number) / 100:g}" if is_share else folded


def _strange(cells: Iterable[_Cell], rule: Synonyms) -> Iterator[tuple[Line, Doubt]]:
    allowed = {_key(value): value for value in rule.values}
    for line, text in cells if allowed else ():
        if _key(text) not in allowed:
            from rapidfuzz import process  # few plans need it

            nearest = process.extractOne(_key(text), list(allowed))[0]
            yield line, Doubt(code="value-unknown", quote=text, hint=allowed[nearest])
