"""What stands below the rows of a plan: totals, notes, whoever signs it."""

from collections.abc import Sequence

from sheetsync.model import CellValue, Grid
from sheetsync.plan.cells import shown_texts
from sheetsync.words.asides import is_aside, is_note
from sheetsync.words.signatures import ends_signatures, signs
from sheetsync.words.titles import is_sentence

HIGHEST = 40
"""No foot is looked for further up: of a text that is no plan it would be the most of it."""
_LONGEST = 8  # rows of signatures, from «Согласовано» down


def end_of_rows(grid: Grid, first: int) -> int:
    """The row, from 0, behind the last one from `first` on that tells what its columns hold."""
    rows = grid.rows
    first = max(first, len(rows) - HIGHEST)
    lowest = range(max(first, len(rows) - _LONGEST), len(rows))
    end = next((at for at in lowest if _begins_signatures(rows[at])), len(rows))
    while end > first and _is_foot(rows[end - 1]):
        end -= 1
    return end if end > first else len(rows)


def _begins_signatures(row: Sequence[CellValue]) -> bool:
    texts = shown_texts(row)
    return not _is_counted(texts) and signs(*texts)


def _is_foot(row: Sequence[CellValue]) -> bool:
    texts = shown_texts(row)
    if _is_counted(texts):
        return False
    if not texts or is_aside(*texts):
        return True
    if len(texts) > 1:
        return False
    return is_note(texts[0]) or is_sentence(texts[0]) or ends_signatures(texts[0])


def _is_counted(texts: Sequence[str]) -> bool:
    """A quick look: a number before several cells is a measure's, as of most rows."""
    return len(texts) > 2 and texts[0].rstrip(".").isdigit()
