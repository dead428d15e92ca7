"""The fields of a row, and rows that are no measures: headings, headers, totals, signatures."""

from collections.abc import Mapping, Sequence

from sheetsync.model import PLAN_FIELDS, CellValue, Grid, Unread
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, is_blank
from sheetsync.plan.header import Header
from sheetsync.plan.mark_parts import mark_in_parts
from sheetsync.plan.marks_column import with_day_done
from sheetsync.plan.row_deadlines import deadline_in
from sheetsync.words.cleaning import tidy
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.headings import section_period
from sheetsync.words.numerals import is_roman
from sheetsync.words.parties.columns import holder_columns
from sheetsync.words.periods import reads_as_time
from sheetsync.words.shared_cells import time_and_party
from sheetsync.words.tables import (
    answered,
    is_dash,
    is_letter_of,
    is_no_mark,
    is_row_number,
    item_mark,
)

LONGEST_HEADER = 60  # characters of one that names a column or a section's time
_READ = [
    (field.name, field.part, cell_lines if field.listed else cell_text)
    for field in PLAN_FIELDS
    if field.name != "deadline"  # which may be spread over several columns
]


def row_fields(
    row: Sequence[CellValue], header: Header, *, spans: Mapping[int, int] | None = None
) -> dict[str, str]:
    """The fields of a `Line` that stand in the row itself; `spans` are those of `deadline_in`."""
    fields = header.fields
    cells = {"deadline": deadline_in(row, header, spans)}
    for name, part, read in _READ:
        said = read(cell_at(row, fields.get(name)))
        if header.dates.who and name == "responsible":
            _, said = time_and_party(said)
        before = cells.get(part)
        cells[part] = _beside(before, said, header) if before and said else said or before or ""
    if header.marks:
        cells["status"] = mark_in_parts(row, header.marks)
    cells["status"] = answered(cells["status"], header.texts.get("status", ""))
    if header.day_done is not None:
        cells["status"] = with_day_done(cells["status"], cell_at(row, header.day_done))
    # «1.» in the cell is «1» to whoever refers to it.
    cells["number"] = cells["number"].rstrip(".")
    return cells


def _beside(first: str, second: str, header: Header) -> str:
    """The parties of two columns; of «Должность» and «Ф.И.О.» each post with whoever holds it."""
    posts, names = first.split("\n"), second.split("\n")
    holds = holder_columns(*(header.parts[name][-1] for name in ("responsible", "helper")))
    several = any(mark in line for mark in (",", ";") for line in (*posts, *names))
    if not holds:
        return f"{first};\n{second}"  # a post there is not that of somebody here
    if several or len(posts) != len(names):
        return f"{first},\n{second}"
    if holds < 0:
        posts, names = names, posts
    return "\n".join(map(" ".join, zip(posts, names, strict=True)))


def helper_alone(row: Sequence[CellValue], header: Header) -> str:
    """Those who only help, where the column of those who answer is blank; "" elsewhere."""
    fields = header.fields
    two = {"responsible", "helper"} <= fields.keys()
    if not two or not says(header.texts["helper"], HeaderRole.HELPS):
        return ""
    answers, helps = (cell_text(cell_at(row, fields[name])) for name in ("responsible", "helper"))
    return "" if answers or is_no_mark(helps) or is_dash(helps) else helps


def in_month_above(
    row: Sequence[CellValue], above: Sequence[CellValue], parts: Mapping[str, int]
) -> Sequence[CellValue]:
    """The row with the month `above` it, where only its day is told in a column of days."""
    if "day" not in parts or max(parts.values()) >= len(row) or is_blank(row[parts["day"]]):
        return row
    others = [column for part, column in parts.items() if part != "day"]
    if not all(is_blank(row[column]) for column in others):
        return row
    return [
        above[column] if column in others and column < len(above) else value
        for column, value in enumerate(row)
    ]


def repeats(cells: dict[str, str], header: Header) -> bool:
    """The header once more, as printed tables have it on every page; it has no number of a row."""
    if is_row_number(cells["number"]):
        return False
    said = [tidy(cells[field]).casefold() for field in ("measure", "deadline")]
    parts = [header.parts.get(field, ("",)) for field in ("measure", "deadline")]
    several = header.last > header.index  # then each of its rows leaves cells blank
    return any(said) and all(
        words in map(str.casefold, there) or (several and not words)
        for words, there in zip(said, parts, strict=True)
    )


def lone_period(row: Sequence[CellValue], header: Header) -> str:
    """A time that stands alone in a row, though not as the deadline of one above it."""
    filled = [column for column, value in enumerate(row) if value is not None]
    if len(filled) != 1:
        return ""
    fields = header.fields
    beside = filled[0] > fields["measure"] and filled[0] in fields.values()
    words = "" if beside else cell_text(row[filled[0]])
    return words if len(words) <= LONGEST_HEADER and section_period(words) else ""


def section(
    cells: dict[str, str],
    first: str,
    *,
    after_measure: bool,
    below: str = "",
    before: str = "",
) -> str:
    """The heading, where the number, the measure or the `first` field is all that the row holds.

    The item of a list below a measure is none: it has the rest from there. `below` is the number of
    the next row: a letter heads what is numbered «A1», «A2». `before` is that of the last measure:
    below «I», «II» is one, too.
    """
    filled = [field for field, text in cells.items() if text]
    if filled == [first] == ["deadline"] and not reads_as_time(cells[first]):
        return cells[first]
    if filled == ["measure"]:
        is_item = after_measure and item_mark(cells["measure"])[0]
        return "" if is_item else cells["measure"]
    if filled == ["number"] and not cells["number"].replace(".", "").isdigit():
        return cells["number"]
    number = cells["number"]
    lettered = is_letter_of(number, below)
    heads = is_roman(number) and not is_roman(before)
    if filled == ["number", "measure"] and (lettered or heads):
        return f"{cells['number']}. {cells['measure']}"
    return ""


def struck_rows(grid: Grid, measures: int) -> dict[int, str]:
    """By row, the words of each measure that is struck out as a whole or in part."""
    return {
        one.row: one.words
        for one in grid.left_out
        if one.why is Unread.STRUCK and one.column == measures + 1
    }
