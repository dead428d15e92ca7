"""Headers of one row or of several: a title above its parts, «Срок» over «начало»."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import LOOKUP_HEADERS, CellValue, Grid
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import cell_text, shown_texts, worded_texts
from sheetsync.plan.table_foot import HIGHEST, end_of_rows
from sheetsync.words.cleaning import common_start, fold, unhyphenated
from sheetsync.words.headers import HeaderRole, says
from sheetsync.words.periods import YEAR, named_period
from sheetsync.words.tables import begins_columns, number_columns

_DEEPEST = 4  # rows of a header; what is merged further down is no header
_LONGEST_PART = 40
_BEHIND, _RAISED = " :*", ("¹", "²", "³")  # a colon, or what refers to a note below the table
_BLANK = (None, "")
_WORD = re.compile(r"\w+")
_TITLE = 5  # rows at the top in which a title stands
_FEWEST_COUNTED = 3
_LONGEST_NUMBER = 3  # «III»
_FEWEST_DAYS = 3  # cells of dates that may head columns: of a measure's own there are two

SAMPLE = 200
"""The rows from the top that tell what a column holds."""


@frozen
class HeaderRows:
    """The words over each column, from top to bottom; `first` and `last` are its rows, from 0.

    `above` are the first rows of the tab, which may name the month of days below; `below` are the
    first ones that the header is of.
    """

    first: int
    last: int
    texts: dict[int, tuple[str, ...]]
    above: Sequence[Sequence[CellValue]] = ()
    below: Sequence[Sequence[CellValue]] = ()

    @property
    def english(self) -> bool:
        """No header has a Russian word."""
        return all(text.isascii() for texts in self.texts.values() for text in texts)

    @property
    def titled(self) -> bool:
        """A column has a title above its own header."""
        return any(len(texts) > 1 for texts in self.texts.values())

    @property
    def titles(self) -> list[str]:
        """The words of the first rows of the tab, in whatever column they stand."""
        return [*worded_texts(self.above)]

    def whole(self, column: int) -> str:
        """All words over a column as one header, "" where there are none."""
        return " ".join(self.texts.get(column, ()))


def single_row(grid: Grid, index: int) -> HeaderRows:
    """The row as a header of its own."""
    row = grid.rows[index]
    days = sum(isinstance(value, date) for value in row) >= _FEWEST_DAYS
    return _placed(grid, index, index, {c: (text,) for c, text in _words(row, dates=days)})


def header_rows(grid: Grid, index: int) -> HeaderRows:
    """The row with the rows of parts below it, if it has any."""
    last = _last_row(grid, index)
    if last == index:
        return single_row(grid, index)
    rows = [_spread(grid, number, lowest=number == last) for number in range(index, last + 1)]
    columns = {column for row in rows for column in row}
    texts = {
        column: _with_unit(tuple(dict.fromkeys(row[column] for row in rows if column in row)))
        for column in sorted(columns)
    }
    return _placed(grid, index, last, texts)


def _with_unit(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words over a column, «I» over «кв.» as one header of them."""
    *above, last = texts
    unit = above and len(above[-1]) <= _LONGEST_NUMBER and not named_period(last)
    joined = f"{above[-1]} {last}" if unit else ""
    return (*above[:-1], joined) if joined and named_period(joined) else texts


def _placed(grid: Grid, first: int, last: int, texts: dict[int, tuple[str, ...]]) -> HeaderRows:
    return HeaderRows(
        first=first,
        last=last,
        texts=texts,
        above=grid.rows[: min(first, _TITLE)],
        below=rows_below(grid, last, most=SAMPLE),
    )


def rows_below(grid: Grid, last: int, *, most: int | None = None) -> Sequence[Sequence[CellValue]]:
    """The rows of a table whose header ends in the row `last`; of no more than the first `most`.

    Without what is printed on each page, the header and "1 2 3 4", and without the table's foot.
    """
    first, header = last + 1, grid.rows[last]
    end = len(grid.rows)
    if most is None or first + most > end - HIGHEST:
        end = end_of_rows(grid, first)
    rows = grid.rows[first : end if most is None else min(end, first + most)]
    return [row for row in rows if row != header and not is_numbering(row)]


def is_numbering(row: Sequence[CellValue]) -> bool:
    """The row "1 2 3 4" that official tables carry below their header, or «А Б 1 2»."""
    # A quick look first: of a million rows few begin so.
    first = next((value for value in row if value not in _BLANK), None)
    begins = begins_columns(first) if isinstance(first, str) else first == 1
    return begins and number_columns(shown_texts(row))


def of_this_year(rows: HeaderRows) -> HeaderRows:
    """The columns but those of an earlier year: «Срок 2025» beside «Срок 2026»."""
    whole = {column: fold(rows.whole(column)) for column in rows.texts}
    bare = {column: " ".join(_WORD.findall(YEAR.sub("", text))) for column, text in whole.items()}
    years = {c: max(map(int, YEAR.findall(text)), default=0) for c, text in whole.items()}
    last = max(years.values(), default=0)
    often = Counter(bare.values())
    past = {c for c, year in years.items() if 0 < year < last and often[bare[c]] > 1}
    return replace(rows, texts={c: words for c, words in rows.texts.items() if c not in past})


def looked_into(rows: HeaderRows, column: int) -> bool:
    """Whether a bare unit is one that others look into: «Отдел» in a plan of audits."""
    if not says(rows.whole(column), HeaderRole.UNIT):
        return False
    headers = (rows.whole(other) for other in rows.texts if other != column)
    return any(says(words, HeaderRole.LOOKS_INTO) for words in (*rows.titles, *headers))


def _last_row(grid: Grid, index: int) -> int:
    """Down to where its cells are merged; without merges, a row that only names parts."""
    down = [
        area.bottom - 1
        for area in grid.merges
        if area.top == index + 1 and area.bottom - area.top < _DEEPEST
    ]
    if down and max(down) > index:
        return min(max(down), len(grid.rows) - 1)
    return index + _names_parts(grid.rows, index)


def _names_parts(rows: Sequence[Sequence[CellValue]], index: int) -> bool:
    """Whether the next row stands only under a title and the blank cells right of it."""
    if index + 1 >= len(rows):
        return False
    above, below = dict(_words(rows[index])), dict(_words(rows[index + 1], dates=True))
    if len(above) < 2:  # the title of the plan, which stands over all of its columns
        return False
    # Without merges, only the blank cells beside a title tell that it spans several columns.
    spanning = {column for column in above if column + 1 not in above}
    under = set(spanning)
    for column in sorted(below):
        if column not in above and column - 1 in under:
            under.add(column)
    if len(below) < 2 or not below.keys() <= under or below.keys() <= above.keys():
        return False
    units = any(says(above[c], HeaderRole.UNIT_OF_TIME) for c in spanning)  # "1", "2" below «Месяц»
    # «13–18», "I" or "5" below «Апрель», whose columns no measure leaves the others of a row to.
    months = any(named_period(above[c]) for c in spanning)
    return all(
        len(text) <= _LONGEST_PART
        and (units or months or not text[:1].isdigit() or says(text, HeaderRole.UNIT_OF_TIME))
        for text in below.values()
    )


def _words(row: Sequence[CellValue], *, dates: bool = False) -> list[tuple[int, str]]:
    # Months and years are numbers in many headers; days below them are dates.
    kinds = (str, int, date) if dates else (str, int)
    texts = ((c, value) for c, value in enumerate(row) if type(value) in kinds)
    # Where a shared sheet was saved as a file, the look-up column is one of text.
    said = ((c, _unbroken(value)) for c, value in texts if value not in LOOKUP_HEADERS)
    return _uncounted([(c, text) for c, text in said if text])


def _uncounted(said: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words without the numbers of columns before them: «1. Мероприятие», «2. Срок»."""
    counted = [(f"{number}.", text) for number, (_, text) in enumerate(said, 1)]
    if len(said) < _FEWEST_COUNTED or not all(text.startswith(number) for number, text in counted):
        return said
    return [(c, text.partition(".")[2].strip() or text) for c, text in said]


def _unbroken(value: CellValue) -> str:
    """A header without the hyphens of a narrow column, «Корректи-⏎ровка», and signs behind it."""
    said = cell_text(unhyphenated(value) if isinstance(value, str) else value).rstrip(_BEHIND)
    noted = said[-1:] in _RAISED and said[-4:-1].isalpha()  # «Срок¹», not «м²»
    return said[:-1] if noted else said


def _spread(grid: Grid, number: int, *, lowest: bool) -> dict[int, str]:
    """The words of a row, those of a title also over the columns that it spans."""
    words = dict(_words(grid.rows[number], dates=lowest))
    if lowest:
        return words
    below = dict(_words(grid.rows[number + 1], dates=True))
    for area in grid.merges:
        if area.top == number + 1 and area.left - 1 in words:
            words |= dict.fromkeys(range(area.left, area.right), words[area.left - 1])
    # From left to right: each blank cell takes the title from the one that was just filled.
    for column in sorted(below.keys() - words.keys()):
        if column - 1 in words:
            words[column] = words[column - 1]
    return words


def listed_headers(texts: Sequence[str]) -> str:
    """Headers of columns beside each other, what all begin with said once: «Срок I, II, III»."""
    words = [text.split() for text in texts]
    shared = min(common_start(words[0], other) for other in words[1:]) if words[1:] else 0
    if any(len(one) == shared for one in words):
        shared = 0  # one would have no words of its own
    return ", ".join((texts[0], *(" ".join(one[shared:]) for one in words[1:])))
