"""Further tables on a tab: the rows that head them, and what stands below one that is no plan."""

from collections.abc import Iterator, Sequence

from sheetsync.errors import ColumnMissing
from sheetsync.model import CellValue, DeadlineKind, Doubt, Grid, column_number
from sheetsync.model.language import Message, all_quoted, joined
from sheetsync.plan.cells import cell_at, cell_text, is_blank
from sheetsync.plan.findings import Remark
from sheetsync.plan.header import Header
from sheetsync.plan.header_rows import single_row
from sheetsync.plan.header_words import HeaderWords
from sheetsync.plan.later_headers import (
    asks_for_fields,
    header_apart,
    later_header,
    may_stand_apart,
)
from sheetsync.plan.period_columns import period_columns
from sheetsync.plan.table_rows import LONGEST_HEADER, repeats, row_fields
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.periods import reads_as_time, reads_in_a_month
from sheetsync.words.tables import is_row_number, reads_as_party

_AROUND = 30  # rows above and below whose parties are looked at
_UNTOLD = (DeadlineKind.UNREADABLE, DeadlineKind.YEAR_ROUND)
_LONGEST_NEEDED = 26  # most measures are longer, and need no closer look


class FurtherTables:
    """The headers met so far, the last of which holds; `remarks` are a table's."""

    def __init__(self, grid: Grid, words: HeaderWords, first: Header) -> None:
        self.headers = [first]
        self.remarks: list[Remark] = []
        self._grid = grid
        self._words = words
        self._heads = 0  # the last row of the header above, from 1
        self._telling = _telling(first)
        self._unread = False  # below the header of a table that is no plan
        self._narrow = False  # for it has too few columns
        # A tab may have a million rows, and their cells say the same again and again.
        self._known: dict[str, bool] = {}
        self._needed: dict[str, bool] = {}

    @property
    def header(self) -> Header:
        """The header that holds for the row taken last."""
        return self.headers[-1]

    def go_on(self) -> None:
        """The header that holds stands here once more: what follows are its rows."""
        self._unread = self._narrow = False

    def takes(self, number: int, row: Sequence[CellValue]) -> bool:
        """Whether the row belongs to a header or to a table that is no plan: it is no measure."""
        if number <= self._heads or self._begins(number, row):
            return True
        if self._is_first(number, row) and (self._narrow or self._is_narrow(number, row)):
            # What follows a table with too few columns may be the plan's next page.
            self._narrow = self._is_narrow(number, row) and self._leave_out(number)
            self._unread = self._narrow
        return self._unread

    def _is_first(self, number: int, row: Sequence[CellValue]) -> bool:
        """Whether a table of a document begins in the row."""
        paragraphs, above = self._grid.paragraphs, self._grid.rows[number - 2]
        return bool(paragraphs and row) and (number - 1 in paragraphs or above == ())

    def _is_narrow(self, number: int, row: Sequence[CellValue]) -> bool:
        """Whether several rows have not even the columns that a plan must have."""
        needed = max(self.header.fields.get(name, 0) for name in self._words.required)
        below = self._grid.rows[number] if number < len(self._grid.rows) else ()
        return len(row) <= needed and len(row) == len(below)

    def _begins(self, number: int, row: Sequence[CellValue]) -> bool:
        """Whether a table begins in the row; if it is a plan's, its columns hold from here on."""
        likely = any(self._may_head(row[c]) for c in self._telling if c < len(row))
        known = likely or self._names_needed(row)
        sure = asks_for_fields(row)
        apart = sure or may_stand_apart(self._grid, number - 1)
        if not (known or apart):
            return self._heads_sums(number, row) and self._leave_out(number)
        numbered = sure or self._heads_numbers(cell_at(row, self.header.fields.get("number")))
        if not numbered and _is_measure(self._grid, number - 1, self.header, self._words):
            return False
        try:
            header = self._header_in(number - 1, known=known, apart=apart, sure=sure)
        except ColumnMissing:
            return self._leave_out(number)
        if header is None and numbered and not repeats(row_fields(row, self.header), self.header):
            return self._leave_out(number)  # «№» again, above columns of which a plan has none
        if header is None:
            self._unread = self._unread and not numbered
            return numbered
        self._unread, self._heads = False, header.last + 1
        if header.texts not in (known.texts for known in self.headers):
            self.remarks.append(
                Remark(number, Doubt(code="row-header", quote="", hint=_told(header)))
            )
        if header.differs(self.header):
            self.headers.append(header)
            self._telling = _telling(header)
        return True

    def _header_in(self, index: int, *, known: bool, apart: bool, sure: bool) -> Header | None:
        there = self._grid, index, self._words, self.header
        header = later_header(*there, sure=sure) if known else None
        if header is None and apart:
            header = header_apart(*there, sure=sure)
        return header

    def _leave_out(self, number: int) -> bool:
        self._unread = True
        self.remarks.append(Remark(number, Doubt(code="table-unread", quote="")))
        return True

    def _heads_sums(self, number: int, row: Sequence[CellValue]) -> bool:
        """«Статья» over «Сумма, руб.», apart from the plan: what it costs is no measure."""
        due = cell_at(row, self.header.fields.get("deadline"))
        if not isinstance(due, str) or not says(due, HeaderRole.AMOUNT) or reads_as_time(due):
            return False
        return sum(not is_blank(value) for value in self._grid.rows[number - 2]) < 2

    def _heads_numbers(self, value: CellValue) -> bool:
        if not isinstance(value, str):
            return False
        return value == self.header.texts["number"] or self._words.whole(value) == "number"

    def _may_head(self, value: CellValue) -> bool:
        if type(value) is not str or len(value) > LONGEST_HEADER or value.isdigit():
            return False
        if value not in self._known:
            self._known[value] = self._words.knows(value)
        return self._known[value]

    def _names_needed(self, row: Sequence[CellValue]) -> bool:
        """Whether any cell is the whole header of a field that a plan must have."""
        for value in row:
            if type(value) is not str or len(value) > _LONGEST_NEEDED:
                continue
            if value not in self._needed:
                self._needed[value] = self._words.whole(value) in self._words.required
            if self._needed[value]:
                return True
        return False


def _told(header: Header) -> Message:
    """Its columns by their letters and words, for people."""
    columns = header.columns()
    known = sorted(columns.letters, key=lambda field: column_number(columns.letters[field]))
    quoted = ((columns.letters[field], all_quoted("", [columns.headers[field]])) for field in known)
    return joined(", ", (joined(" ", one) for one in quoted))


def _telling(header: Header) -> tuple[int, ...]:
    """The columns whose cells tell a header quickly."""
    fields = ("number", "deadline", "responsible")
    return tuple(header.fields[field] for field in fields if field in header.fields)


def _is_measure(grid: Grid, index: int, header: Header, words: HeaderWords) -> bool:
    """Whether a row is one of the table above, by its number, its deadline or its party.

    `header` is the one that holds there: its columns tell where the row has them. Words that a
    header may have, too, tell nothing: «Период проведения» is no deadline, «Отдел» no party.
    """
    row = grid.rows[index]
    if is_row_number(cell_text(cell_at(row, header.fields.get("number")))):
        return True
    due = cell_text(cell_at(row, header.fields.get("deadline")))
    if (
        _is_deadline(due, words)
        and not period_columns(single_row(grid, index), amounts=True).spread
    ):
        return True
    column = header.fields.get("responsible")
    party = cell_text(cell_at(row, column))
    if not party or words.known(party):
        return False
    return (reads_as_party(party) and " " in party) or party in (
        cell_text(cell_at(one, column)) for one in _measures_around(grid.rows, index, header)
    )


def _is_deadline(text: str, words: HeaderWords) -> bool:
    if not text:
        return False
    own = read_in_any_year(text)
    if own.due and own.kind not in _UNTOLD:
        return True
    if words.known(text):
        return False
    # «Окончание» alone is a header as well as the end of a month.
    return own.kind not in _UNTOLD or (" " in text and reads_in_a_month(text))


def _measures_around(
    rows: Sequence[Sequence[CellValue]], index: int, header: Header
) -> Iterator[Sequence[CellValue]]:
    """The rows near that one that have a number or a time where the header says."""
    number, due = (header.fields.get(field) for field in ("number", "deadline"))
    first = max(header.last + 1, index - _AROUND)
    for at, row in enumerate(rows[first : index + _AROUND], start=first):
        if at != index and (
            is_row_number(cell_text(cell_at(row, number)))
            or reads_as_time(cell_text(cell_at(row, due)) or "–")
        ):
            yield row
