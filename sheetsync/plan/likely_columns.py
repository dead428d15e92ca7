"""Columns whose header is on no list, told by their cells: they are proposed for columns.toml."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sheetsync.errors import ColumnMissing
from sheetsync.model import CellValue, Grid, Synonyms
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message, all_quoted, gettext_lazy, joined
from sheetsync.plan.cells import cell_text, column_letter
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import HeaderWords
from sheetsync.words.cleaning import tidy
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.periods import reads_as_time
from sheetsync.words.tables import reads_as_party

# Of the first cells nearly all have to be read; of one or two, chance decides.
_FEWEST, _NEARLY_ALL = 3, 0.8
SAMPLE = 200
"""The rows from the top that tell what a column holds."""

# What heads days and parties that are none of a plan's, whatever its cells are.
_NEVER: Mapping[str, tuple[HeaderRole, ...]] = {
    "deadline": (
        *(HeaderRole.FIRST_DAY, HeaderRole.NOT_LAST_DAY, HeaderRole.LAST_TIME),
        *(HeaderRole.DAY_DONE, HeaderRole.MARK, HeaderRole.LIKELY_MARK, HeaderRole.HOURS),
    ),
    "responsible": (
        *(HeaderRole.AUDIENCE, HeaderRole.WATCHES, HeaderRole.CONTACT, HeaderRole.PLACE),
        *(HeaderRole.MARK, HeaderRole.LIKELY_MARK),
    ),
}
# Only times and parties can be told by their cells: a measure may be any words at all.
TELLS: Mapping[str, Callable[[str], bool]] = {
    "deadline": reads_as_time,
    "responsible": reads_as_party,
}
"""By field, what tells whether a cell is one of it."""


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
    free = free_columns(rows, fields, words)
    likely: dict[str, LikelyColumn] = {}
    for field in missing:
        tell = TELLS.get(field)
        for column in free if tell else ():
            filled = filled_cells(grid, rows, column)
            if tell and is_mostly(filled, tell):
                read = sum(map(tell, filled))
                header = tidy(rows.whole(column))
                likely[field] = LikelyColumn(
                    column=column, header=header, read=read, filled=len(filled)
                )
                free.remove(column)
                break
    return likely


def only_candidate(
    grid: Grid, rows: HeaderRows, field: str, *, fields: Mapping[str, int], words: HeaderWords
) -> int | None:
    """The one unknown column whose cells are plainly what the field holds, None of several."""
    tell = TELLS.get(field)
    if tell is None:
        return None
    free = free_columns(rows, fields, words)
    found = [c for c in free if is_mostly(filled_cells(grid, rows, c), tell)]
    header = rows.whole(found[0]) if len(found) == 1 else ""
    return found[0] if header and not says(header, *_NEVER[field]) else None


def column_missing(
    rows: HeaderRows, *, lacking: Synonyms, likely: dict[str, LikelyColumn], plan: bool = True
) -> ColumnMissing:
    """What to say of a header without a column that a plan must have, or may have if it is one."""
    shown = [rows.whole(column) for column in rows.texts]
    latin = "".join(filter(str.isalpha, "".join(shown))).isascii()
    names = [name for name in lacking.headers if name.isascii() is latin] or lacking.headers
    lack = gettext_lazy(
        "Row {row} has no column “{header}”. Headers found: {shown}.",
        row=rows.first + 1,
        header=names[0].capitalize(),
        shown=all_quoted("; ", shown),
    )
    named = gettext_lazy(
        "Name the column by one of these words: {headers}.", headers=", ".join(names[:4])
    )
    proposed = (_proposal(field, one) for field, one in likely.items())
    return ColumnMissing(
        joined(" ", (lack, *proposed, named)),
        likely={field: one.header for field, one in likely.items()},
        plan=plan,
    )


def _proposal(field: str, likely: LikelyColumn) -> Message:
    """The sentence that names the column for that field."""
    return gettext_lazy(
        "Column {letter} “{header}” looks like {kind}: {read} of {filled} cells; write its header "
        "into columns.toml, section [{field}], or accept it: “sheetsync validate "
        "--accept-columns”.",
        letter=column_letter(likely.column),
        header=likely.header,
        kind=gettext_lazy("deadlines") if field == "deadline" else gettext_lazy("parties"),
        read=likely.read,
        filled=likely.filled,
        field=field,
    )


def free_columns(rows: HeaderRows, fields: Mapping[str, int], words: HeaderWords) -> list[int]:
    """The columns whose header names no field, those of beginnings last."""
    taken = fields.values()
    free = [c for c in rows.texts if c not in taken and not words.whole(rows.whole(c))]
    # «Начало» is proposed for a deadline only where no other column is.
    return sorted(free, key=lambda c: (says(rows.whole(c), HeaderRole.FIRST_DAY), c))


def is_mostly(filled: Sequence[str], tell: Callable[[str], bool], *, fewest: int = _FEWEST) -> bool:
    """Whether nearly all of the cells, and no fewer than that many, are of a kind."""
    return len(filled) >= fewest and sum(map(tell, filled)) >= len(filled) * _NEARLY_ALL


def filled_cells(
    grid: Grid, rows: HeaderRows, column: int, tell: Callable[[str], bool] = bool
) -> list[str]:
    """The words in the column's first cells, of those that are told to be of a kind."""
    texts = (cell_text(row[column]) for row in _body(grid, rows) if column < len(row))
    return [text for text in texts if text and tell(text)]


def _body(grid: Grid, rows: HeaderRows) -> Iterable[Sequence[CellValue]]:
    return grid.rows[rows.last + 1 : rows.last + 1 + SAMPLE]
