"""Columns that no header names, told by their cells: proposed, or taken where no doubt is left."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sheetsync.errors import ColumnMissing
from sheetsync.model import CellValue, Doubt, Grid, Synonyms
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message, all_quoted, gettext_lazy, joined
from sheetsync.plan.cells import cell_text, column_letter, is_blank
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.plan.header_words import HeaderWords
from sheetsync.words.cleaning import tidy
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import dated_heading, heading_period, reads_as_time
from sheetsync.words.tables import (
    header_is_about,
    is_mark,
    party_heading,
    party_named,
    reads_as_party,
    tells_beginning,
)

# Of the first cells nearly all have to be read; of one or two, chance decides.
_FEWEST, _NEARLY_ALL = 3, 0.8
SAMPLE = 200
"""The rows from the top that tell what a column holds."""

_WORD = pattern(r"[^\W\d_]{3}")
_CODE = pattern(r"[^\W\d_]{1,5}[-. ]?\d[\d.]*")  # "MS1", «А-2»: what an item is called by
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
    free = _free(rows, fields, words)
    found: dict[str, LikelyColumn] = {}
    for field in missing:
        tell = TELLS.get(field)
        for column in free if tell else ():
            filled = _filled(grid, rows, column)
            if tell and is_mostly(filled, tell):
                read = sum(map(tell, filled))
                header = tidy(rows.whole(column))
                found[field] = LikelyColumn(
                    column=column, header=header, read=read, filled=len(filled)
                )
                free.remove(column)
                break
    return found


def column_missing(
    rows: HeaderRows, *, lacking: Synonyms, likely: dict[str, LikelyColumn]
) -> ColumnMissing:
    """What to say of a header without a column that a plan must have."""
    found = gettext_lazy(
        "Row {row} has no column “{header}”. Headers found: {shown}.",
        row=rows.first + 1,
        header=lacking.headers[0].capitalize(),
        shown=all_quoted("; ", (rows.whole(column) for column in rows.texts)),
    )
    named = gettext_lazy(
        "Name the column by one of these words: {headers}.", headers=", ".join(lacking.headers[:4])
    )
    proposed = (_proposal(field, one) for field, one in likely.items())
    return ColumnMissing(
        joined(" ", (found, *proposed, named)),
        likely={field: one.header for field, one in likely.items()},
    )


def _proposal(field: str, one: LikelyColumn) -> Message:
    """The sentence that names the column for that field."""
    return gettext_lazy(
        "Column {letter} “{header}” looks like {kind}: {read} of {filled} cells; write its header "
        "into columns.toml, section [{field}], or accept it: “sheetsync validate "
        "--accept-columns”.",
        letter=column_letter(one.column),
        header=one.header,
        kind=gettext_lazy("deadlines") if field == "deadline" else gettext_lazy("parties"),
        read=one.read,
        filled=one.filled,
        field=field,
    )


@frozen
class Unnamed:
    """What stands in for columns that no header names, and which are `missing` still.

    `party` answers for all rows of a table without a column of parties, "" if the heading of each
    section does, or `nobody`.
    """

    missing: list[str]
    columns: dict[str, int] = dataclasses.field(default_factory=dict)
    party: str = ""
    nobody: bool = False

    def doubts(self) -> Iterator[tuple[int, Doubt]]:
        """What people are told of them, by column."""
        for name, column in self.columns.items():
            yield column, Doubt(code=f"{name}-assumed", quote="")


def unnamed(
    grid: Grid,
    rows: HeaderRows,
    *,
    taken: dict[str, int],
    missing: list[str],
    words: HeaderWords,
) -> Unnamed:
    """What can be told from the cells of the `missing` fields; all `taken` columns are known."""
    found = dict(_assumed_columns(grid, rows, fields=taken, missing=missing, words=words))
    left = [name for name in missing if name not in found]
    if "deadline" in left and _dated_sections(grid, rows.last):
        left.remove("deadline")
    party = _shared_party(grid, rows) if "responsible" in left else None
    if party is not None:
        left.remove("responsible")
    nobody = left == ["responsible"] and _is_plan(grid, rows, taken | found, words)
    return Unnamed(missing=[] if nobody else left, columns=found, party=party or "", nobody=nobody)


def _is_plan(grid: Grid, rows: HeaderRows, fields: Mapping[str, int], words: HeaderWords) -> bool:
    """Whether it surely is a plan though nobody is named: measures by their header, and their days.

    A list of devices has a «Наименование» and a date, too.
    """
    header = rows.whole(fields["measure"]) if "measure" in fields else ""
    if "measure" not in (words.whole(header), header_is_about(header)):
        return False
    columns = [column for name, column in fields.items() if name.startswith("deadline")]
    return any(is_mostly(_filled(grid, rows, column), _is_dated) for column in columns)


def _assumed_columns(
    grid: Grid,
    rows: HeaderRows,
    *,
    fields: Mapping[str, int],
    missing: Iterable[str],
    words: HeaderWords,
) -> Iterator[tuple[str, int]]:
    """The missing fields with columns that hold them beyond doubt: what people are only told of.

    A column without a header cannot be proposed, as there is nothing to write into columns.toml.
    What is to be done may be any words, but beside deadlines that are read the first column of
    words is it: no date hangs on it.
    """
    bare = [c for c in range(len(grid.rows[rows.last])) if c not in rows.texts]
    # «Председатель комиссии» over names is a post, and whoever holds it answers.
    posts = [c for c in _free(rows, fields, words) if reads_as_party(rows.whole(c))]
    for field, tell in TELLS.items():
        if field in missing:
            among = (*bare, *reversed(posts)) if field == "responsible" else bare
            likely = (c for c in among if is_mostly(_filled(grid, rows, c), tell))
            column = next(likely, None)
            if column is not None:
                yield field, column
    days = (column for name, column in fields.items() if name.startswith("deadline"))
    if "measure" in missing and any(_filled(grid, rows, c, _is_dated) for c in days):
        column = _measures(grid, rows, fields, words)
        if column is not None:
            yield "measure", column


def _measures(
    grid: Grid, rows: HeaderRows, fields: Mapping[str, int], words: HeaderWords
) -> int | None:
    free = sorted(_free(rows, fields, words), key=lambda c: _says_again(grid, rows, c))
    number = fields.get("number")
    # "Item" heads numbers in some tables, and what is to be done in others.
    if number is not None and not any(_filled(grid, rows, number, _has_digit)):
        free.append(number)
    # «Комиссия» is a party's name, or what a column of sittings holds: other words go first.
    texts = (
        c
        for tell in (_is_prose, _is_text)
        for c in free
        if is_mostly(_filled(grid, rows, c), tell, fewest=1)
    )
    return next(texts, None)


def _shared_party(grid: Grid, rows: HeaderRows) -> str | None:
    """Who answers for all rows of a table without a column of parties; None where nobody does.

    A line above it names them, or "" where each section is headed by a party of its own.
    """
    above = (cell_text(value) for row in grid.rows[: rows.first] for value in row)
    named = next(filter(None, map(party_named, above)), None)
    if named:
        return named
    alone = [[text for text in map(cell_text, row) if text] for row in grid.rows[rows.last + 1 :]]
    first = next(filter(None, alone), [])
    # The first row has to be one, or the rows above the first heading would have nobody.
    headings = [texts[0] for texts in alone if len(texts) == 1]
    return "" if len(first) == 1 and headings and all(map(party_heading, headings)) else None


def _free(rows: HeaderRows, fields: Mapping[str, int], words: HeaderWords) -> list[int]:
    taken = fields.values()
    free = [c for c in rows.texts if c not in taken and not words.whole(rows.whole(c))]
    # «Начало» is proposed for a deadline only where no other column is.
    return sorted(free, key=lambda column: (tells_beginning(rows.whole(column)), column))


def checked_measures(
    grid: Grid, rows: HeaderRows, matched: dict[str, int], *, words: HeaderWords
) -> dict[str, int]:
    """The fields; a column of measures whose header is not known may be one of numbers.

    «Поручение (п. протокола)» over "п. 1.1" is. Times tell nothing: «День знаний» is a measure.
    """
    column = matched.get("measure")
    if column is None or words.whole(rows.whole(column)):
        return matched
    filled = _filled(grid, rows, column)
    if not filled or any(_WORD.search(text) or not _has_digit(text) for text in filled):
        return matched
    return {"number": column} | {field: c for field, c in matched.items() if field != "measure"}


def is_mostly(filled: Sequence[str], tell: Callable[[str], bool], *, fewest: int = _FEWEST) -> bool:
    """Whether nearly all of the cells, and no fewer than that many, are of a kind."""
    return len(filled) >= fewest and sum(map(tell, filled)) >= len(filled) * _NEARLY_ALL


def _says_again(grid: Grid, rows: HeaderRows, column: int) -> bool:
    """Whether a kind or a project rather than a measure: «Портал» stands in many rows."""
    filled = _filled(grid, rows, column)
    return len(set(filled)) < len(filled)


def _is_dated(text: str) -> bool:
    """A time, or a mark or number in a column of months."""
    return is_mark(text) or text.isdigit() or reads_as_time(text)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_prose(text: str) -> bool:
    return _is_text(text) and not reads_as_party(text)


def _is_text(text: str) -> bool:
    letters = any(map(str.isalpha, text)) and not _CODE.fullmatch(text)
    return letters and not (is_mark(text) or reads_as_time(text))


def _filled(
    grid: Grid, rows: HeaderRows, column: int, tell: Callable[[str], bool] = bool
) -> list[str]:
    texts = (cell_text(row[column]) for row in _body(grid, rows) if column < len(row))
    return [text for text in texts if text and tell(text)]


def _body(grid: Grid, rows: HeaderRows) -> Iterable[Sequence[CellValue]]:
    return grid.rows[rows.last + 1 : rows.last + 1 + SAMPLE]


def _dated_sections(grid: Grid, last: int) -> bool:
    """Whether headings below the header name the times that no column names."""
    for row in grid.rows[last + 1 :]:
        filled = [value for value in row if not is_blank(value)]
        heading = filled[0] if len(filled) == 1 else None
        if isinstance(heading, str) and (heading_period(heading) or dated_heading(heading)):
            return True
    return False
