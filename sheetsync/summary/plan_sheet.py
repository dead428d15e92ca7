"""The plan tab of a new workbook: an imported table, laid out for people to edit."""

from collections.abc import Iterator
from operator import itemgetter

from sheetsync.model import PLAN_FIELDS, Align, Cell, CellValue, Line, Look, Row, Tab
from sheetsync.model.language import marked
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, covers_of, filled_in
from sheetsync.plan.header import NO_HEADER, Header
from sheetsync.plan.header_words import mended
from sheetsync.plan.sections import SectionHeading
from sheetsync.plan.table import PlanTable
from sheetsync.words.tables import is_either_mark

_NAMES = ("План", "Plan")
STATUS_HEADER = marked("Status")
_TITLE = Look(bold=True, size=14)
_SECTION = Look(bold=True, size=11, fill="F1F3F4")
_HEADER = Look(bold=True, size=11, fill="E8EAED", wrap=True, border=True)
_TEXT = Look(size=11, wrap=True, border=True)
_NUMBER = Look(size=11, align=Align.CENTER, border=True)
_FIELDS = {field.name: field for field in PLAN_FIELDS}
_OTHER_WIDTH = 20.0


def kept_columns(table: PlanTable) -> tuple[int, ...]:
    """The columns, from 0, that are no field of a plan and hold something all the same.

    Not those of which the deadline has all that they say: the month and the day of one date, and
    periods that are marked by signs alone.
    """
    dates, facts = table.header.dates, table.header.facts
    width = max(map(len, table.grid.rows), default=0)
    below = [table.grid.rows[line.row - 1] for line in table.lines]

    def texts(column: int) -> set[str]:
        return {text for row in below if (text := cell_text(cell_at(row, column)))}

    said = {c for c in dates.spread if all(map(is_either_mark, texts(c)))}
    fields = {*table.header.fields.values()} - {*dates.spread}
    left_out = {*fields, *said, *dates.parts.values(), facts}
    return tuple(
        column
        for column in range(width)
        if column not in left_out and (column in table.header.others or texts(column))
    )


def plan_sheet(table: PlanTable) -> Tab:
    """The measures of a table under its own headers, with a status column where it had none.

    Columns that are no field of a plan stand as they were behind those that are; what cells are
    merged over is written into each row.
    """
    fields = _fields(table)
    others = _other_titles(table)
    titles = [*(_title(table, field) for field in fields), *others]
    named = Row(cells=tuple(Cell(value=title or None, look=_HEADER) for title in titles))
    top = (Row(cells=(Cell(value=table.title, look=_TITLE),)), Row(), named)
    return Tab(
        key="plan",
        title=_spoken(table, _NAMES),
        rows=(*top, *_body(table, fields, others)),
        widths=(*(_FIELDS[field].width for field in fields), *[_OTHER_WIDTH] * len(others)),
        frozen_rows=len(top),
    )


def _fields(table: PlanTable) -> list[str]:
    # Columns that every new plan has; beside one that looks like marks, an empty one would hide
    # that nobody reads it.
    unfound = any(doubt.code == "status-unfound" for _, doubt in table.header.doubts)
    added = ("deadline",) if unfound else ("deadline", "status")
    there = {*added, *(field for one in (table.header, *table.later) for field in one.fields)}
    return [field for field in _FIELDS if field in there]


def _title(table: PlanTable, field: str) -> str:
    """The table's own header, else one in the language of the table's headers."""
    header = table.header
    is_spread = field == "deadline" and header.dates.spread
    own = "" if is_spread else header.texts.get(field, "")
    own = "" if own == NO_HEADER else own  # by which nobody would know the column again
    return mended(own or _spoken(table, _FIELDS[field].headers))


def _spoken(table: PlanTable, words: tuple[str, str]) -> str:
    """The Russian words or the English ones, by the language of the table's headers."""
    russian, english = words
    measure = table.header.texts.get("measure")
    return english if measure and measure.isascii() else russian


def _other_titles(table: PlanTable) -> list[str]:
    """The titles of the columns that are no field, a further table's among them, each once."""
    titles = [table.header.others.get(column, "") for column in kept_columns(table)]
    more = (title for later in table.later for title in later.others.values())
    return titles + [title for title in dict.fromkeys(more) if title not in titles]


def _body(table: PlanTable, fields: list[str], others: list[str]) -> Iterator[Row]:
    covers = covers_of(table.grid, below=table.header.last + 1)
    kept, width = kept_columns(table), len(fields) + len(others)
    waiting: list[Row] = []  # headings, which come below sentences: so the rows are theirs
    # Each begins with its row, so sorting puts all of them back where they stood.
    for row, one in sorted(_in_rows(table), key=itemgetter(0)):
        if isinstance(one, str):
            yield _across(one, width)
            continue
        if isinstance(one, SectionHeading):
            waiting.append(_across(one.heading, width))
            continue
        yield from waiting
        waiting.clear()
        header = table.header_of(row)
        values = filled_in(table.grid.rows[row - 1], covers.get(row, {}))
        columns = kept if header is table.header else _of_titles(header, others)
        yield Row(
            cells=(
                *(
                    _field_cell(f, one, cell_at(values, header.fields.get(f)), header)
                    for f in fields
                ),
                *(Cell(value=cell_at(values, column), look=_TEXT) for column in columns),
            )
        )
    yield from waiting


def _in_rows(table: PlanTable) -> Iterator[tuple[int, Line | SectionHeading | str]]:
    yield from ((line.row, line) for line in (*table.lines, *table.headings))
    yield from ((heading.row, heading) for heading in table.sections)
    yield from table.sentences


def _across(words: str, width: int) -> Row:
    return Row(cells=(Cell(value=words, look=_SECTION, span=width),))


def _field_cell(field: str, line: Line, value: CellValue, header: Header) -> Cell:
    # Columns of months become one: it is the words that were read from them.
    if field == "deadline" and (header.dates.spread or field not in header.fields):
        return Cell(value=line.deadline or None, look=_TEXT)
    if field == "status" and header.facts is not None:
        return Cell(value=line.status or None, look=_TEXT)
    if field == "number":
        # As a number where it is one: spreadsheets mark digits that are text as a mistake.
        text = cell_text(value).rstrip(".")
        return Cell(
            value=int(text) if text.isascii() and text.isdigit() else text or None, look=_NUMBER
        )
    return Cell(value=cell_lines(value) or None, look=_TEXT)


def _of_titles(header: Header, titles: list[str]) -> list[int | None]:
    """The column of a further table for each of these titles, None where it has none."""
    columns = {title: column for column, title in header.others.items()}
    return [columns.get(title) for title in titles]
