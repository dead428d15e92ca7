"""New deadlines in a column of their own, «Новый срок», beside the old ones."""

from collections.abc import Iterator, Sequence

from sheetsync.model import CellValue, Doubt
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, is_blank
from sheetsync.plan.header import Header
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.deadlines import is_beyond_doubt, read_in_any_year
from sheetsync.words.tables import is_no_mark


def new_doubts(row: Sequence[CellValue], header: Header) -> Iterator[Doubt]:
    """What is to be told of a new deadline beside the old one, which may be blank."""
    dates, there = header.dates, header.fields.get("deadline")
    if not dates.moved:
        return
    said, holds = _said_anew(row, dates), moved_to(row, there, dates)
    alone = is_blank(cell_at(row, there))
    if holds is not None:
        yield _doubt("deadline-moved" if alone else "deadline-new", row, header, holds)
    # That a deadline is missing is told anyway.
    if said and said[-1] != holds and not alone:
        yield _doubt("deadline-new-unclear", row, header, said[-1])


def _doubt(code: str, row: Sequence[CellValue], header: Header, column: int) -> Doubt:
    return Doubt(code=code, quote=cell_lines(cell_at(row, column)), hint=header.others[column])


def moved_to(row: Sequence[CellValue], there: int | None, columns: DeadlineColumns) -> int | None:
    """The column of the new deadline, where it holds, or None; the old one's is `there`.

    Of several the last holds; beside an old one the last that names a day: «по письму» moves none.
    """
    if not columns.moved:
        return None
    said = _said_anew(row, columns)
    words = {column: cell_lines(cell_at(row, column)) for column in said}
    if not is_blank(cell_at(row, there)):
        said = [column for column in said if read_in_any_year(words[column]).due is not None]
    return said[-1] if said and is_beyond_doubt(words[said[-1]]) else None


def _said_anew(row: Sequence[CellValue], columns: DeadlineColumns) -> list[int]:
    """The columns of new deadlines that say anything, be it understood or not."""
    cells = ((column, cell_text(cell_at(row, column))) for column in columns.moved)
    return [column for column, text in cells if text and not is_no_mark(text)]
