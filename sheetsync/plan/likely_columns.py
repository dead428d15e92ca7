"""Proposes the columns that no header names: by their cells, deadlines or parties."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sheetsync.model import CellValue, Grid
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import cell_text, column_letter
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import HeaderWords
from sheetsync.words.cleaning import tidy
from sheetsync.words.periods import reads_as_time
from sheetsync.words.tables import likely_column, reads_as_party

# Of the first cells nearly all have to be read; of one or two, chance decides.
_SAMPLE, _FEWEST, _NEARLY_ALL = 200, 3, 0.8
# Only times and parties can be told by their cells: a measure may be any words at all.
_TELLS: Mapping[str, Callable[[str], bool]] = {
    "deadline": reads_as_time,
    "responsible": reads_as_party,
}


@frozen
class LikelyColumn:
    """A column, from 0, of whose `filled` cells `read` are what the field holds."""

    column: int
    header: str
    read: int
    filled: int


def likely_columns(
    grid: Grid,
    rows: HeaderRows,
    *,
    fields: Mapping[str, int],
    missing: Iterable[str],
    words: HeaderWords,
) -> dict[str, LikelyColumn]:
    """By missing field the leftmost unknown column whose cells are mostly what it holds.

    A header that is any field's already is never proposed: it would be two fields' then.
    """
    free = [c for c in rows.texts if c not in fields.values() and not words.whole(rows.whole(c))]
    found: dict[str, LikelyColumn] = {}
    for field in missing:
        tell = _TELLS.get(field)
        for column in free if tell else ():
            texts = [cell_text(row[column]) for row in _body(grid, rows) if column < len(row)]
            filled = [text for text in texts if text]
            read = sum(map(tell, filled)) if tell else 0
            if len(filled) >= _FEWEST and read >= len(filled) * _NEARLY_ALL:
                header = tidy(rows.whole(column))
                found[field] = LikelyColumn(
                    column=column, header=header, read=read, filled=len(filled)
                )
                free.remove(column)
                break
    return found


def proposal(field: str, one: LikelyColumn) -> str:
    """The sentence that names the column for that field, with a space after it."""
    letter = column_letter(one.column)
    return likely_column(field, letter, one.header, read=one.read, of=one.filled)


def _body(grid: Grid, rows: HeaderRows) -> Iterable[Sequence[CellValue]]:
    return grid.rows[rows.last + 1 : rows.last + 1 + _SAMPLE]
