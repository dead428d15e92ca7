"""First days that stand in a column beside the last ones."""

from collections.abc import Sequence
from datetime import date

from sheetsync.model import CellValue, DeadlineKind
from sheetsync.plan.cells import cell_at, cell_lines, cell_text
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.column_periods import from_to, in_units
from sheetsync.words.days import LATER, LEAP
from sheetsync.words.deadlines import read_deadline, read_in_any_year

# What stands for both days where it is written into the column of the first; a month is none.
_WITH_AN_END = (
    *(DeadlineKind.RANGE, DeadlineKind.RECURRING, DeadlineKind.YEAR_ROUND),
    *(DeadlineKind.OPEN, DeadlineKind.RELATIVE),
)
_TURNED = "deadline-next-year"


def with_beginning(words: str, first: str) -> str:
    """A last day with its first day before it, where both are read as one period.

    Where no last day is written, «в течение года», «1–15 марта» or «по мере поступления» before it
    says it all.
    """
    if not first:
        return words
    if not words:
        return first if read_in_any_year(first).kind in _WITH_AN_END else words
    last = read_in_any_year(words).due
    # Words that do not join into one range would make a readable last day unreadable.
    ways = from_to(first, words) if last else ()
    return next((way for way in ways if last and _ends_on(way, last)), words)


def first_over_last(words: str) -> str:
    """«01.04/30.04» or two lines, below «Срок нач./оконч.», as one period."""
    days = [*map(str.strip, words.replace("\n", "/").split("/"))]
    if len(days) != 2 or not all(days):
        return words
    joined = with_beginning(days[1], days[0])
    return words if joined == days[1] else joined


def _ends_on(words: str, due: date) -> bool:
    """A range to that day, be it of the next year: whether a plan goes on there, others know."""
    ranged = read_in_any_year(words)
    doubts = {doubt.code for doubt in ranged.doubts}
    if ranged.kind is not DeadlineKind.RANGE or ranged.due is None or doubts - {_TURNED}:
        return False
    same_day = (ranged.due.month, ranged.due.day) == (due.month, due.day)
    return ranged.due == due or (same_day and bool(doubts))


def begun_later(row: Sequence[CellValue], there: int | None, columns: DeadlineColumns) -> str:
    """A first day that lies behind the last one, so that only the last one counts; "" elsewhere."""
    cells = cell_text(cell_at(row, columns.begins)), cell_lines(cell_at(row, there))
    first, words = (in_units(text, columns.unit, english=columns.english) for text in cells)
    if not first or not words or with_beginning(words, first) != words:
        return ""
    # In either year: beside «2025 г.», a May without a year may be that of the plan.
    return first if all(_ends_before(words, first, year=year) for year in (LEAP, LATER)) else ""


def _ends_before(words: str, first: str, *, year: int) -> bool:
    begins, ends = (read_deadline(text, year=year) for text in (first, words))
    starts = begins.starts or begins.due
    return starts is not None and ends.due is not None and ends.due < starts
