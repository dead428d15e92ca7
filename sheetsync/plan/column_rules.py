"""What columns.toml says of a column's cells: required, unique, one of certain values."""

from collections.abc import Iterable, Iterator, Mapping

from sheetsync.model import PLAN_FIELDS, Doubt, Line, Synonyms
from sheetsync.plan.cells import cell_text
from sheetsync.plan.merges import Covers, covers_of
from sheetsync.plan.table import PlanTable
from sheetsync.words.cleaning import fold

_ASKED = {field.name for field in PLAN_FIELDS if field.asked}
# The parties of two columns stand in one part of a line; what each of them holds is looked up.
_SHARED = {field.into for field in PLAN_FIELDS if field.into}
_OF_LINES = {field.name for field in PLAN_FIELDS if not field.into} - _SHARED
_Cell = tuple[Line, str]


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
