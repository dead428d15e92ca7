"""Two columns of days side by side, where the cells tell that the second holds the last ones."""

from collections.abc import Mapping
from dataclasses import replace

from sheetsync.model import Grid
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import NO_LAST_DAY, HeaderWords, due_rank
from sheetsync.plan.likely_columns import ends_what_begins, filled_cells, free_columns, is_mostly
from sheetsync.plan.period_columns import DeadlineColumns
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.periods import reads_as_time


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
