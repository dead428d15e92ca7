"""New deadlines in a column of their own, «Новый срок», beside the old ones."""

from collections.abc import Iterator, Sequence

from sheetsync.model import CellValue, DeadlineKind, Doubt
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, is_blank
from sheetsync.plan.columns import Header
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.tables import is_no_mark


def new_doubts(row: Sequence[CellValue], header: Header) -> Iterator[Doubt]:
    """What is to be told of a new deadline beside the old one, which may be blank."""
    dates, there = header.dates, header.fields.get("deadline")
    said = _said_anew(row, dates)
    if said is None:
        return
    alone, read = is_blank(cell_at(row, there)), moved_to(row, there, dates) is not None
    if alone and not read:
        return  # that the deadline is missing is told anyway
    code = "deadline-moved" if alone else "deadline-new" if read else "deadline-new-unclear"
    words = cell_lines(cell_at(row, said))
    yield Doubt(code=code, quote=words, hint=header.others[said])


def moved_to(row: Sequence[CellValue], there: int | None, columns: DeadlineColumns) -> int | None:
    """The column of the new deadline, where it holds, or None; the old one's is `there`.

    Beside an old one it has to name a day: «по письму» moves nothing.
    """
    said = _said_anew(row, columns)
    if said is None:
        return None
    words = cell_lines(cell_at(row, said))
    dated = is_blank(cell_at(row, there)) or read_in_any_year(words).due is not None
    return said if dated and is_read(words) else None


def _said_anew(row: Sequence[CellValue], columns: DeadlineColumns) -> int | None:
    """Of several columns of new deadlines the last that says anything, be it understood or not."""
    cells = ((column, cell_text(cell_at(row, column))) for column in columns.moved)
    said = [column for column, text in cells if text and not is_no_mark(text)]
    return said[-1] if said else None


def is_read(words: str) -> bool:
    """Whether words are a deadline beyond doubt."""
    read = read_in_any_year(words)
    return read.kind is not DeadlineKind.UNREADABLE and not read.doubts
