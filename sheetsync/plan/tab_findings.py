"""Findings about the tab and its columns: what was left out or assumed, what breaks their rules."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sheetsync.model import (
    LOOKUP_HEADERS,
    PLAN_FIELDS,
    CellValue,
    ColumnRule,
    Columns,
    Doubt,
    Finding,
    Line,
    PlanPeriod,
    Unread,
)
from sheetsync.model.grouping import grouped
from sheetsync.plan.cells import Covers, cell_at, cell_text, column_letter, column_texts, covers_of
from sheetsync.plan.findings import Remark, finding
from sheetsync.plan.header import Header
from sheetsync.plan.header_rows import SAMPLE
from sheetsync.plan.header_words import NO_LAST_DAY, due_rank
from sheetsync.plan.likely_columns import TELLS, is_mostly
from sheetsync.plan.table import PlanTable
from sheetsync.plan.unnamed_columns import tells_more
from sheetsync.words.cleaning import fold
from sheetsync.words.column_periods import days_listed, part_of_a_day
from sheetsync.words.headers import HeaderRole, says, without_number
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.periods import reads_as_time
from sheetsync.words.plan_period import other_years

_CODES = {"protected": "tab-protected", "table": "tab-typed"}
_FIELD = "odd"  # no field of a plan: the column that a finding names
_ASKED = {field.name for field in PLAN_FIELDS if field.asked}
# The parties of two columns stand in one part of a line; what each of them holds is looked up.
_SHARED = {field.into for field in PLAN_FIELDS if field.into}
_OF_LINES = {field.name for field in PLAN_FIELDS if not field.into} - _SHARED
_Cell = tuple[Line, str]
_Row = TypeVar("_Row")
_LONGEST_MONTH = 31
_NARROWEST = 3  # cells of a row that can be one of a plan: what, when, who


def tab_findings(table: PlanTable, columns: Columns, period: PlanPeriod) -> Iterator[Finding]:
    """About cells that were left out, columns taken for others, and what was done to our tabs."""
    for column, doubt in (*table.header.doubts, *_columns_unread(table), *_old(table, period)):
        header = table.header.others.get(column) or _header_of(table, column)
        named = replace(columns, letters={_FIELD: column_letter(column)}, headers={_FIELD: header})
        yield finding(doubt, row=columns.row, number="", columns=named, field=_FIELD)
    for doubt in _rows_above(table):
        yield finding(doubt, row=0, number="", columns=columns)
    grid = table.grid
    if grid.address_tab:
        doubt = Doubt(code="tab-contradicts", quote=grid.address_tab, hint=grid.title)
        yield finding(doubt, row=0, number="", columns=columns)
    for title, why in grid.closed:
        yield finding(Doubt(code=_CODES[why], quote=title), row=0, number="", columns=columns)


def _header_of(table: PlanTable, column: int) -> str:
    fields = {at: field for field, at in table.header.fields.items()}
    return table.header.texts[fields[column]] if column in fields else "…"


# What nothing reads though it looks like a part of the plan: a wrong guess must not stay silent.


def _columns_unread(table: PlanTable) -> Iterator[tuple[int, Doubt]]:
    """Columns whose cells look like deadlines, parties or measures, beside those that are read."""
    header, rows = table.header, table.grid.rows
    read = header.read | {column for column, _ in header.doubts}
    own = (line.row for line in table.lines[:SAMPLE] if table.header_of(line.row) is header)
    # The lines may be those of before, where the tab lost rows that people have to confirm.
    sample = [rows[row - 1] for row in own if row <= len(rows)]
    measures = column_texts(sample, header.fields["measure"])
    yield from _days_of_months(header, sample, read)
    for column in sorted({*range(max(map(len, sample), default=0))} - read):
        name, filled = header.others.get(column, ""), column_texts(sample, column)
        if not name and _is_said(filled) and not _is_ours(table, column):
            yield column, Doubt(code="column-headless", quote=filled[0])
        if tells_more(filled, measures):
            hint = header.texts["measure"]
            yield column, Doubt(code="column-measures", quote=filled[0], hint=hint)
        for field, tell in TELLS.items():
            there = header.fields.get(field)
            if there is None or _is_other(name, field) or not is_mostly(filled, tell):
                continue
            if not _is_repeated(sample, column, there):
                code = "column-days" if field == "deadline" else "column-parties"
                yield column, Doubt(code=code, quote=filled[0], hint=header.texts[field])


def _is_repeated(rows: Sequence[Sequence[CellValue]], column: int, there: int) -> bool:
    """What the column says stands in the other one as well: «26.02» and «26.02, III квартал»."""
    cells = ((cell_text(cell_at(row, column)), cell_text(cell_at(row, there))) for row in rows)
    return all(text in said for text, said in cells)


def _days_of_months(
    header: Header, rows: Sequence[Sequence[CellValue]], read: Collection[int | None]
) -> Iterator[tuple[int, Doubt]]:
    """Numbers of days below «1 группа» and «2 группа», where «Месяц» alone is the deadline."""
    deadline = header.texts.get("deadline", "")
    if part_of_a_day(deadline) != "month" or header.dates.spread:
        return
    filled = {
        column: column_texts(rows, column)
        for column, name in header.others.items()
        if column not in read and without_number(name)
    }
    days = {column: texts for column, texts in filled.items() if _are_days(texts)}
    for alike in grouped(days, lambda column: without_number(header.others[column])).values():
        if len(alike) > 1 and any(int(text) > MONTHS_IN_YEAR for c in alike for text in days[c]):
            yield alike[0], Doubt(code="column-days", quote=days[alike[0]][0], hint=deadline)


def _are_days(filled: Sequence[str]) -> bool:
    numbers = [days_listed(text) for text in filled]
    return bool(filled) and all(len(each) == 1 and each[0] <= _LONGEST_MONTH for each in numbers)


def _is_said(filled: Sequence[str]) -> bool:
    """Whether there are words: numbers of rows need no header, and signs say nothing."""
    return any(sum(map(str.isalpha, text)) > 1 for text in filled)


def _is_ours(table: PlanTable, column: int) -> bool:
    return cell_at(table.grid.rows[table.header.last], column) in LOOKUP_HEADERS


def _is_other(header: str, field: str) -> bool:
    """A header that says itself why the column is none of the plan's."""
    if field == "deadline":
        part = part_of_a_day(header) not in ("", "day")
        other = says(header, HeaderRole.HOW_OFTEN, HeaderRole.OTHER_DAYS, HeaderRole.AMOUNT)
        return part or due_rank(header) == NO_LAST_DAY or other
    named = HeaderRole.WATCHES, HeaderRole.CONTACT, HeaderRole.PLACE, HeaderRole.ACTED_ON
    return says(header, *named)


def _old(table: PlanTable, period: PlanPeriod) -> Iterator[tuple[int, Doubt]]:
    """The column of deadlines, where its header names another year than the plan's."""
    column = table.header.fields.get("deadline")
    years = other_years(table.header.texts.get("deadline", ""), period)
    if column is not None and years and not table.header.dates.spread:
        hint = ", ".join(map(str, sorted(years)))
        yield column, Doubt(code="column-other-year", quote="", hint=hint)


def _rows_above(table: PlanTable) -> Iterator[Doubt]:
    """Rows over the header that hold days and are as wide as a plan's may be, or as this one's."""
    above = enumerate(table.grid.rows[: table.header.index], start=1)
    texts = ((number, [*filter(None, map(cell_text, row))]) for number, row in above)
    own = max(len({*table.header.texts.values(), *table.header.others.values()}), _NARROWEST + 1)
    found = [
        number
        for number, row in texts
        if len(row) >= own or (len(row) >= _NARROWEST and any(map(reads_as_time, row)))
    ]
    if len(found) > 1:
        yield Doubt(code="rows-above", quote="", hint=f"{found[0]}–{found[-1]}")


def struck_words(table: PlanTable) -> Iterator[Remark]:
    """Struck-out words in cells of measures; in a column that is no field they change nothing."""
    rows = {line.row for line in table.lines}
    for one in table.grid.left_out:
        if one.row in rows and one.why is Unread.STRUCK:
            fields = table.header_of(one.row).fields.items()
            field = next((name for name, column in fields if column == one.column - 1), "")
            if field:
                yield Remark(one.row, Doubt(code="words-struck", quote=one.words), field)


# What columns.toml says of a column's cells: required, unique, one of certain values.


def rule_remarks(table: PlanTable, rules: Mapping[str, ColumnRule]) -> Iterator[Remark]:
    """What breaks the rules of columns."""
    named = table.header.columns().letters
    covers = covers_of(table.grid, below=table.header.last + 1)
    for field, rule in rules.items():
        required = rule.required and field not in _ASKED
        if required and field not in named:
            doubt = Doubt(code="column-required", quote=rule.headers[0])
            yield Remark(table.header.index + 1, doubt)
        elif required or rule.unique or rule.values:
            cells = list(_cells(table, field, covers))
            for line in (line for line, text in cells if required and not text):
                yield Remark(line.row, Doubt(code="cell-required", quote=""), field)
            filled = [cell for cell in cells if cell[1]]
            found = (*_repeated(filled, rule), *_strange(filled, rule))
            yield from (Remark(line.row, doubt, field) for line, doubt in found)


def _cells(table: PlanTable, field: str, covers: Covers) -> Iterator[_Cell]:
    """The column's words by row, as people see them; a merged cell is seen once."""
    for line in table.lines:
        header, cover = table.header_of(line.row), covers.get(line.row, {})
        column = header.own.get(field, header.fields.get(field))
        if column is None or column in cover or line.row > len(table.grid.rows):
            continue  # a further table on the tab may lack the column, the tab a row of before
        shown = cell_text(cell_at(table.grid.rows[line.row - 1], column))
        yield line, getattr(line, field) if field in _OF_LINES else shown


def _repeated(cells: Iterable[_Cell], rule: ColumnRule) -> Iterator[tuple[Line, Doubt]]:
    folded = ((cell, fold(cell[1])) for cell in cells)
    for (line, text), (first, _) in repeated(folded) if rule.unique else ():
        yield line, Doubt(code="cell-repeated", quote=text, hint=str(first.row))


def repeated(rows: Iterable[tuple[_Row, Hashable]]) -> Iterator[tuple[_Row, _Row]]:
    """Each row whose key an earlier one has, with the first of those."""
    first: dict[Hashable, _Row] = {}
    for row, key in rows:
        seen = first.setdefault(key, row)
        if seen is not row:
            yield row, seen


def _key(text: str) -> str:
    """Words alike in any case; a cell that shows 50% holds 0.5 (ECMA-376, 18.8.30)."""
    folded = fold(text).replace(" %", "%")
    number = folded.removesuffix("%").replace(",", ".")
    is_share = number != folded and number.replace(".", "", 1).isdecimal()
    # `g` writes 0.5 as the cell's own text has it, not 0.50.
    return f"{float(number) / 100:g}" if is_share else folded


def _strange(cells: Iterable[_Cell], rule: ColumnRule) -> Iterator[tuple[Line, Doubt]]:
    allowed = {_key(value): value for value in rule.values}
    for line, text in cells if allowed else ():
        if _key(text) not in allowed:
            from rapidfuzz import process  # few plans need it

            nearest = process.extractOne(_key(text), list(allowed))[0]
            yield line, Doubt(code="value-unknown", quote=text, hint=allowed[nearest])
