"""Rows of what came to be below those of what was planned: they are marks, and no measures."""

from collections.abc import Sequence

from sheetsync.model import CellValue, Doubt
from sheetsync.plan.cells import cell_at, cell_text, column_texts
from sheetsync.plan.header import Header
from sheetsync.plan.mark_parts import mark_in_parts
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.tables import is_mark


def fact_column(rows: Sequence[Sequence[CellValue]]) -> int | None:
    """The column that says «план» and «факт» of these rows, and nothing else."""
    columns = range(max(map(len, rows), default=0))
    return next((column for column in columns if _alternates(column_texts(rows, column))), None)


def told_facts(column: int | None) -> tuple[tuple[int, Doubt], ...]:
    """What is to be told of such a column."""
    return () if column is None else ((column, Doubt(code="rows-of-facts", quote="")),)


def _alternates(texts: Sequence[str]) -> bool:
    # Every plan is asked, and the first cell of most columns answers.
    if not all(says(text, HeaderRole.CAME_TO_BE, HeaderRole.INTENDED) for text in texts):
        return False
    facts = sum(says(text, HeaderRole.CAME_TO_BE) for text in texts)
    planned = sum(says(text, HeaderRole.INTENDED) for text in texts)
    return 0 < facts <= planned and facts + planned == len(texts)


def is_fact(row: Sequence[CellValue], header: Header) -> bool:
    """Whether a row says what came to be of the measure above it."""
    if header.facts is None:
        return False
    return says(cell_text(cell_at(row, header.facts)), HeaderRole.CAME_TO_BE)


def fact_mark(row: Sequence[CellValue], header: Header) -> str:
    """The mark that such a row is, with the periods where it has several: «I квартал: +»."""
    periods = {column: period.name for column, period in header.dates.periods.items()}
    if periods:
        done = {c for c in periods if _is_done(cell_text(cell_at(row, c)), header)}
        return mark_in_parts(["+" if c in done else value for c, value in enumerate(row)], periods)
    return cell_text(cell_at(row, header.fields.get("deadline")))


def _is_done(text: str, header: Header) -> bool:
    """A sign, or the code of a work, «ТО»: below «план» it would say when, here that it was."""
    return is_mark(text) or text in header.dates.codes
