"""Two columns of days side by side: first ones and last ones, and what a row says in both."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import CellValue, DeadlineKind, Grid
from sheetsync.plan.cells import cell_at, cell_lines, cell_text, is_blank
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import NO_LAST_DAY, HeaderWords, due_rank
from sheetsync.plan.likely_columns import (
    ends_what_begins,
    filled_cells,
    free_columns,
    is_mostly,
)
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.column_periods import from_to
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.headers import HeaderRole, of_other_days, says
from sheetsync.words.periods import LATER, LEAP, reads_as_time

# What stands for both days where it is written into the column of the first; a month is none.
_WITH_AN_END = (
    *(DeadlineKind.RANGE, DeadlineKind.RECURRING, DeadlineKind.YEAR_ROUND),
    *(DeadlineKind.OPEN, DeadlineKind.RELATIVE),
)
_TURNED = "deadline-next-year"


def with_end_beside(
    grid: Grid,
    rows: HeaderRows,
    known: tuple[dict[str, int], DeadlineColumns],
    *,
    taken: Mapping[str, int],
    words: HeaderWords,
) -> tuple[dict[str, int], DeadlineColumns]:
    """The fields and dates, where the deadline is a beginning whose end has an unknown header.

    Right of «Начало», a column of days that are nowhere earlier holds the last ones; where any of
    them is, both columns are asked about as they stand.
    """
    fields, dates = known
    there = fields.get("deadline")
    if there is None or dates.spread or not says(rows.whole(there), HeaderRole.FIRST_DAY):
        return known
    beside = there + 1
    free = beside in free_columns(rows, taken, words)
    if not free or due_rank(rows.whole(beside)) == NO_LAST_DAY:
        return known
    days = is_mostly(filled_cells(grid, rows, beside), reads_as_time, fewest=1)
    if not (days and ends_what_begins(grid, rows, there, beside)):
        return known
    return {**fields, "deadline": beside}, replace(dates, begins=there)


def beginning_of(rows: HeaderRows, end: int, free: Sequence[int]) -> int | None:
    """The column of first days: below the same title as the last ones, or else the nearest."""
    found = (c for c in free if says(rows.whole(c), HeaderRole.FIRST_DAY))
    planned = [
        c
        for c in found
        if not says(rows.whole(c), HeaderRole.CAME_TO_BE)
        and of_other_days(rows.whole(c)) is of_other_days(rows.whole(end))
    ]
    title = rows.texts[end][:-1]
    return min(planned, key=lambda c: (rows.texts[c][:-1] != title, abs(c - end)), default=None)


def with_beginning(words: str, beginning: CellValue) -> str:
    """A last day with its first day before it, where both are read as one period.

    Where no last day is written, «в течение года», «1–15 марта» or «по мере поступления» before it
    says it all.
    """
    if is_blank(beginning):
        return words
    if not words:
        said = cell_text(beginning)
        return said if read_deadline(said, year=LEAP).kind in _WITH_AN_END else words
    first = cell_text(beginning)
    last = read_deadline(words, year=LEAP)
    # Words that do not join into one range would make a readable last day unreadable.
    ways = from_to(first, words) if last.due else ()
    return next((way for way in ways if last.due and _ends_on(way, last.due)), words)


def _ends_on(words: str, due: date) -> bool:
    """A range to that day, be it of the next year: whether a plan goes on there, others know."""
    ranged = read_deadline(words, year=LEAP)
    doubts = {doubt.code for doubt in ranged.doubts}
    if ranged.kind is not DeadlineKind.RANGE or ranged.due is None or doubts - {_TURNED}:
        return False
    same_day = (ranged.due.month, ranged.due.day) == (due.month, due.day)
    return ranged.due == due or (same_day and bool(doubts))


def begun_later(row: Sequence[CellValue], there: int | None, columns: DeadlineColumns) -> str:
    """A first day that lies behind the last one, so that only the last one counts; "" elsewhere."""
    first = cell_text(cell_at(row, columns.begins))
    words = cell_lines(cell_at(row, there))
    if not first or not words or with_beginning(words, first) != words:
        return ""
    # In either year: beside «2025 г.», a May without a year may be that of the plan.
    return first if all(_ends_before(words, first, year=year) for year in (LEAP, LATER)) else ""


def _ends_before(words: str, first: str, *, year: int) -> bool:
    begins, ends = (read_deadline(text, year=year) for text in (first, words))
    starts = begins.starts or begins.due
    return starts is not None and ends.due is not None and ends.due < starts
