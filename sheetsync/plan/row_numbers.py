"""The column of the rows' numbers below a blank header."""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.plan.cells import column_texts, is_blank
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.likely_columns import NEARLY_ALL, is_mostly
from sheetsync.words.tables import is_row_number


def row_numbers(head: HeaderInSheet) -> int | None:
    """The column left of all others that holds the rows' numbers under a blank header.

    What stands alone in a row may head a section, below which they begin again.
    """
    first = min(head.rows.texts, default=0) - 1
    if first < 0:
        return None
    rows = [row for row in head.sample if sum(not is_blank(value) for value in row) > 1]
    filled = column_texts(rows, first)
    counted = len(set(filled)) == len(filled) or _counts_up(filled)
    return first if is_mostly(filled, is_row_number) and counted else None


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether from 1 on nearly all are higher than the one before, or 1 again: «1.», «2.», «1.»."""
    numbers = [int(bare) for text in texts if (bare := text.rstrip(".)")).isdecimal()]
    steps = list(pairwise(numbers))
    counted = sum(then > one or then == 1 < one for one, then in steps)
    return bool(steps) and numbers[0] == 1 and counted >= len(steps) * NEARLY_ALL
