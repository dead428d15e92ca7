"""The header of a further table on a tab, in whatever words."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.errors import ColumnMissing
from sheetsync.model import CellValue, DeadlineKind, Grid
from sheetsync.plan.cells import cell_at, cell_text, is_blank
from sheetsync.plan.columns import checked, header_at
from sheetsync.plan.deadline_columns import tells_times
from sheetsync.plan.header import Header
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.plan.header_words import HeaderWords
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.headers import header_is_about
from sheetsync.words.periods import reads_as_time
from sheetsync.words.questions import asks
from sheetsync.words.tables import is_mark, is_no_mark, reads_as_party

_FEWEST = 3  # cells of a row that may head a table of its own
_FEWEST_NAMED = 2  # fields that its words speak of
_LONGEST = 40  # characters of their words


def asks_for_fields(row: Sequence[CellValue]) -> bool:
    """Whether its cells ask, as only a header does, for what is to be done, by whom and when."""
    if sum(type(value) is str and asks(value) for value in row) < _FEWEST_NAMED:
        return False
    texts = [value for value in row if isinstance(value, str) and not is_blank(value)]
    if len(texts) < _FEWEST or max(map(len, texts)) > _LONGEST or any(map(reads_as_time, texts)):
        return False
    return any(header_is_about(text) == "measure" for text in texts)


def later_header(
    grid: Grid, index: int, words: HeaderWords, above: Header, *, sure: bool
) -> Header | None:
    """The header of a further table that begins in that row, None where none does.

    Words of a measure may begin like a header: two have to be known as a whole here, or all; or,
    below a number's own header, all by their meaning. One with the columns of the header `above`
    has to name its deadline as a whole, unless it is `sure` to be a header. Raises ColumnMissing
    where the table below it lacks a required field.
    """
    head = header_at(grid, index, words)
    if head is None:
        return None
    meant = HeaderInSheet(grid, head.rows, replace(words, by_meaning=True))
    whole = {words.whole(text) for texts in head.rows.texts.values() for text in texts} - {""}
    named = meant.named if whole and not tells_times(head) else head.named
    # Below «№» the measures may be called by anything: «Соревнование».
    lacking = {*words.required} - {*named} - ({"measure"} if "number" in whole else set())
    several = len(whole.intersection(words.required)) > 1
    if lacking and not several:
        return None
    try:
        header = checked(head)
    except ColumnMissing:
        # That it is a header is sure by now: of any other row the cells below would tell nothing.
        header = checked(meant)
    told = sure or several or "number" in whole
    told = told or words.whole(header.texts["deadline"]) == "deadline"
    return header if told or _moves(header, above, words) else None


def may_stand_apart(grid: Grid, index: int) -> bool:
    """A quick look whether a table may begin in that row: below a gap, or a title alone."""
    row, above = grid.rows[index], grid.rows[index - 1]
    filled = [value for value in row if not is_blank(value)]
    if len(filled) < _FEWEST or sum(not is_blank(value) for value in above) > 1:
        return False
    texts = [value for value in filled if isinstance(value, str)]
    short = (
        all(type(value) in (str, int) for value in filled)
        and max(map(len, texts), default=0) <= _LONGEST
    )
    return short and len({*map(header_is_about, texts)} - {""}) >= _FEWEST_NAMED


def header_apart(
    grid: Grid, index: int, words: HeaderWords, above: Header, *, sure: bool
) -> Header | None:
    """The header of a table that stands apart, by the meaning of its words; None where none is.

    They have to speak of a deadline and of a party or a measure, and the row below of a time in
    that column: «Документ», «Дата сдачи», «Кто готовит» over «Отчёт», «15.01.2026», «Секретарь».
    One whose columns are those `above` would change nothing: so it is as likely a measure, unless
    it is `sure` to be a header. Raises ColumnMissing where such a one lacks a required field.
    """
    head = header_at(grid, index, replace(words, by_meaning=True))
    if head is None or tells_times(head) or len(head.named) < _FEWEST_NAMED:
        return None
    try:
        header = checked(head)
    except ColumnMissing:
        if sure:
            raise
        return None
    if sure:
        return header
    return header if _moves(header, above, words) and _heads(header, head) else None


def _moves(header: Header, above: Header, words: HeaderWords) -> bool:
    """Whether what a plan must have stands in other columns than above."""
    mine, theirs = ([one.fields.get(field) for field in words.required] for one in (header, above))
    return mine != theirs or header.dates != above.dates


def _heads(header: Header, head: HeaderInSheet) -> bool:
    """Whether its words are no measure's own, and what stands below is what they speak of."""
    below = next((row for row in head.body if any(map(cell_text, row))), ())
    spread = header.dates.periods
    if spread:
        return any(_marked(below, column) for column in spread)
    party = header.texts.get("responsible", "")
    if "deadline" not in header.fields or (reads_as_party(party) and " " in party):
        return False
    # «Дата уточняется» is a deadline of its own, «15.01.2026» below «Дата сдачи» is its.
    told = read_in_any_year(header.texts["deadline"]).kind is DeadlineKind.OPEN
    due = cell_text(cell_at(below, header.fields["deadline"]))
    return not told and bool(read_in_any_year(due).rule)


def _marked(row: Sequence[CellValue], column: int) -> bool:
    text = cell_text(cell_at(row, column))
    return bool(text) and not is_no_mark(text) and (is_mark(text) or reads_as_time(text))
