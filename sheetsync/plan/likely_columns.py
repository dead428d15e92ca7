"""Columns whose header is on no list, told by their cells: they are proposed for columns.toml."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sheetsync.errors import ColumnMissing, NoPlanTable, PlanError
from sheetsync.model import CellValue, ColumnRule, Grid
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message, all_quoted, gettext_lazy, joined
from sheetsync.plan.cells import cell_at, cell_text, column_letter
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_rows import HeaderRows, looked_into, single_row
from sheetsync.plan.header_words import NO_LAST_DAY, HeaderWords, due_rank
from sheetsync.words.cleaning import tidy
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.headers import HeaderRole, of_other_days, says
from sheetsync.words.periods import reads_as_time
from sheetsync.words.tables import is_ditto, reads_as_party

# Of the first cells nearly all have to be read; of one or two, chance decides.
_FEWEST = 3
NEARLY_ALL = 0.8
"""The share of cells that tell what a column holds."""

# What heads days and parties that are none of a plan's, whatever its cells are.
_NEVER: Mapping[str, tuple[HeaderRole, ...]] = {
    "deadline": (
        *(HeaderRole.NOT_LAST_DAY, HeaderRole.LAST_TIME, HeaderRole.DAY_DONE),
        *(HeaderRole.MARK, HeaderRole.LIKELY_MARK, HeaderRole.HOURS, HeaderRole.OTHER_DAYS),
    ),
    "responsible": (
        *(HeaderRole.AUDIENCE, HeaderRole.WATCHES, HeaderRole.CONTACT, HeaderRole.PLACE),
        *(HeaderRole.MARK, HeaderRole.LIKELY_MARK, HeaderRole.ACTED_ON),
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
    head: HeaderInSheet, *, fields: Mapping[str, int], missing: Iterable[str]
) -> dict[str, LikelyColumn]:
    """By missing field the leftmost unknown column whose cells are mostly what it holds.

    A header that is any field's already is never proposed: it would be two fields' then. Of several
    columns of parties none is: letters would go to whoever stands further left.
    """
    free = head.free(fields)
    likely: dict[str, LikelyColumn] = {}
    for field in missing:
        tell = TELLS.get(field)
        if tell is None:
            continue
        held = _holding(head, field, free)
        if held and (field == "deadline" or not held[1:]):
            column = _last_of_two(head, held) if field == "deadline" else held[0]
            filled = head.filled(column)
            read, header = sum(map(tell, filled)), tidy(head.rows.whole(column))
            likely[field] = LikelyColumn(
                column=column, header=header, read=read, filled=len(filled)
            )
            free.remove(column)
    return likely


def only_candidate(head: HeaderInSheet, field: str, *, fields: Mapping[str, int]) -> int | None:
    """The one unknown column whose cells are plainly what the field holds, None of several."""
    if field not in TELLS:
        return None
    found = _holding(head, field, head.free(fields))
    one = len(found) == 1 and not says(head.rows.whole(found[0]), HeaderRole.FIRST_DAY)
    return found[0] if one else None


def _holding(head: HeaderInSheet, field: str, free: Iterable[int]) -> list[int]:
    """The columns whose cells are mostly what the field holds, if their headers let them."""
    # A ditto sign is whatever stands above it.
    filled = {c: [text for text in head.filled(c) if not is_ditto(text, field)] for c in free}
    held = [c for c in free if is_mostly(filled[c], TELLS[field])]
    held = [c for c in held if not says(head.rows.whole(c), *_NEVER[field])]
    if field == "responsible":
        return [c for c in held if not looked_into(head.rows, c)]
    # «Срок действия» only where there is no other: it may be what is meant.
    return [c for c in held if not of_other_days(head.rows.whole(c))] or held


def _last_of_two(head: HeaderInSheet, days: Sequence[int]) -> int:
    """The first of these columns, or the one right of it that holds the end of what it begins."""
    first, beside = days[0], days[0] + 1
    last = beside in days and due_rank(head.rows.whole(beside)) < NO_LAST_DAY
    return beside if last and ends_what_begins(head, first, beside) else first


def all_likely(grid: Grid, index: int, words: HeaderWords) -> ColumnMissing | None:
    """A row that names one field heads the plan where the cells below tell all the others.

    Measures may be any words, and are assumed beside numbers once the others are known.
    """
    head = HeaderInSheet(grid, single_row(grid, index), words)
    fields = head.fields
    missing = [field for field in words.required if field not in fields]
    likely = likely_columns(head, fields=fields, missing=missing)
    assumed = {"measure"} if "number" in fields else set()
    if not fields or not likely or {*missing} - likely.keys() - assumed:
        return None
    lacking = next(field for field in missing if field in likely)
    named = not {*words.required}.isdisjoint(fields)
    return column_missing(head.rows, lacking=words.rules[lacking], likely=likely, plan=named)


def column_missing(
    rows: HeaderRows, *, lacking: ColumnRule, likely: dict[str, LikelyColumn], plan: bool = True
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


def more_helpful(known: PlanError, meant: PlanError) -> PlanError:
    """Of two reasons why a tab is no plan, by its `known` headers and by those `meant`, one.

    What is missing, or proposed, helps more than that there is no header.
    """
    if not isinstance(meant, ColumnMissing) or not (meant.likely or isinstance(known, NoPlanTable)):
        return known
    meant.plan = meant.plan and bool(meant.likely)
    return meant


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


def is_mostly(filled: Sequence[str], tell: Callable[[str], bool], *, fewest: int = _FEWEST) -> bool:
    """Whether nearly all of the cells, and no fewer than that many, are of a kind."""
    return len(filled) >= fewest and sum(map(tell, filled)) >= len(filled) * NEARLY_ALL


def ends_what_begins(head: HeaderInSheet, first: int, last: int) -> bool:
    """Whether no day of the one column is before that of the other, and any is after it."""
    days = [
        (begins, ends)
        for row in head.sample
        if (begins := _last_day(row, first)) and (ends := _last_day(row, last))
    ]
    return all(begins <= ends for begins, ends in days) and any(b < e for b, e in days)


def _last_day(row: Sequence[CellValue], column: int) -> date | None:
    return read_in_any_year(cell_text(cell_at(row, column))).due
