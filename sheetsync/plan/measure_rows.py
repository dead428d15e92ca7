"""Rows that are plainly measures, though their words may speak of what a header does."""

from collections.abc import Iterator, Sequence

from sheetsync.model import CellValue, DeadlineKind, Grid
from sheetsync.plan.cells import cell_at, cell_text
from sheetsync.plan.columns import Header
from sheetsync.plan.header_rows import single_row
from sheetsync.plan.header_words import HeaderWords
from sheetsync.plan.period_columns import period_columns
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.periods import LEAP, reads_as_time, reads_in_a_month
from sheetsync.words.tables import is_row_number, reads_as_party

_AROUND = 30  # rows above and below whose parties are looked at
_UNTOLD = (DeadlineKind.UNREADABLE, DeadlineKind.YEAR_ROUND)


def is_measure(grid: Grid, index: int, header: Header, words: HeaderWords) -> bool:
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
    own = read_deadline(text, year=LEAP)
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
