"""What people broke in our columns on a shared plan tab, and what sets it right.

Words are overwritten here and nothing more: rows may have moved since the look, so only the copy
that the same batch takes of a column tells which words went, and where they stood.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from sheetsync.model import column_letters
from sheetsync.model.language import Words, gettext_lazy
from sheetsync.setup_sheet.staff_tab import StaffTabSeen
from sheetsync.setup_sheet.steps import Act, SetUpStep
from sheetsync.setup_sheet.wanted import PlanColumns, in_all_languages
from sheetsync.workbooks.google.column_requests import (
    OwnColumn,
    Shade,
    condition,
    offer,
    shade,
    withdraw,
    write,
)
from sheetsync.workbooks.google.own_columns import STATUS, is_lookup
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.names import any_locale, cell_name

Edit: TypeAlias = tuple[SetUpStep, Requests]
"""A step, and the requests that do it."""


def mends(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Iterator[Edit]:
    """All that is to mend in one column of ours."""
    if column.name == STATUS:
        yield from _mended_header(there, column, wanted)
        yield from _mended_choices(there, column, wanted)
    else:
        yield from _mended_formula(there, column, wanted)
        yield from _mended_shades(there, column, wanted)


def _mended_header(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Iterator[Edit]:
    """Without one that is known nobody reads the marks."""
    if not wanted.status:
        return
    cells = [*there.column(column.index)]
    for row, cell in enumerate(cells[: wanted.row]):
        if words_in(cell) == wanted.status:  # a row was put above the header
            yield step(Act.MEND_HEADER, column), [write(column, row, {})]
    cell = cells[wanted.row] if wanted.row < len(cells) else {}
    words = words_in(cell) if "userEnteredValue" in cell else ""
    yield (
        mended_header(column, words),
        [write(column, wanted.row, {"stringValue": wanted.status})],
    )


def mended_header(column: OwnColumn, words: str) -> SetUpStep:
    """That the header is back, and the words that stood in its place, if any."""
    return step(
        Act.MEND_HEADER, column, gettext_lazy(" (was “{words}”)", words=words) if words else ""
    )


def _mended_choices(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Iterator[Edit]:
    """Where a row of the plan lacks them; rows below the plan are not looked at."""
    # Only where they lack: a rule sent again is reported to wipe the colours of its choices.
    offered = set(offered_rows(there, column))
    above = sorted(row for row in offered if row <= wanted.row)
    if above or not set(range(wanted.row + 1, len(there.grid.rows))) <= offered:
        yield (
            step(Act.MEND_CHOICES, column),
            [*withdraw(column, above), *choices_for(there, column, wanted)],
        )


def offered_rows(there: StaffTabSeen, column: OwnColumn) -> Iterator[int]:
    """The rows, from 0, whose cell offers just our choices, in any language."""
    _, choices = in_all_languages()
    for row, cell in enumerate(there.column(column.index)):
        rule = cell.get("dataValidation", {}).get("condition", {})
        values = tuple(value.get("userEnteredValue") for value in rule.get("values", ()))
        if rule.get("type") == "ONE_OF_LIST" and values in choices:
            yield row


def _mended_formula(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Iterator[Edit]:
    """The edits that restore the formula and clear the cells below it, which would block it."""
    formula, standing = formula_of(wanted, column), ""
    for row, cell in enumerate(there.column(column.index)):
        typed = cell.get("userEnteredValue", {})
        if row == wanted.row:
            standing = typed.get("formulaValue", "")
        elif is_lookup(typed.get("formulaValue", "")):  # a row was put above the header
            yield step(Act.MEND_FORMULA, column), [write(column, row, {})]
        elif typed and row > wanted.row:
            yield kept_words(column, row, words_in(cell)), [write(column, row, {})]
    if _bare(standing) != _bare(formula):
        yield (
            step(Act.MEND_FORMULA, column),
            [write(column, wanted.row, {"formulaValue": formula})],
        )


def kept_words(column: OwnColumn, row: int, words: str) -> SetUpStep:
    """The step that turns words in the formula's way into a note of their cell."""
    cell = cell_name(row + 1, column.index + 1)
    detail = gettext_lazy("{cell} “{words}”", cell=cell, words=words)
    return step(Act.KEEP_WORDS, column, detail)


def words_in(cell: Mapping[str, Any]) -> str:
    """What people left in a cell, be it in a note; "" for nothing."""
    return str(next(iter(cell.get("userEnteredValue", {}).values()), "")) or cell.get("note", "")


def is_ours(words: str) -> bool:
    """Whether this program wrote it; a table that people make turns our formula into text."""
    headers, _ = in_all_languages()
    return words in headers or is_lookup(words)


def _bare(formula: str) -> str:
    """Blanks, case, and the sign between arguments are Google's to change."""
    return "".join(formula.split()).replace(";", ",").casefold()


def _mended_shades(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Iterator[Edit]:
    """A colour that people changed is theirs; only one that is gone comes back."""
    lacking = [one for one in wanted.shades if not _is_shaded(there, column, one, wanted.row)]
    if lacking:
        yield (
            step(Act.MEND_COLORS, column),
            [shade(column, one, row=wanted.row) for one in lacking],
        )


def _is_shaded(there: StaffTabSeen, column: OwnColumn, one: Shade, row: int) -> bool:
    return any(
        rule.get("booleanRule", {}).get("condition") == condition(one)
        and any(
            _covers(area, column.index, row + 1, len(there.grid.rows)) for area in rule["ranges"]
        )
        for rule in there.rules
    )


def _covers(area: Mapping[str, int], column: int, top: int, bottom: int) -> bool:
    columns = range(area.get("startColumnIndex", 0), area.get("endColumnIndex", column + 1))
    ends = area.get("endRowIndex", bottom)
    return column in columns and area.get("startRowIndex", 0) <= top and ends >= bottom


def step(act: Act, column: OwnColumn, detail: Words = "") -> SetUpStep:
    """The step in that column."""
    return SetUpStep(act=act, column=column_letters(column.index + 1), detail=detail)


def formula_of(wanted: PlanColumns, column: OwnColumn) -> str:
    """The look-up column's formula for its present place, in the spreadsheet's locale."""
    return any_locale(wanted.formula(column_letters(column.index + 1)))


def choices_for(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Requests:
    """The request for the status column's choices, if there are rows below the header."""
    if wanted.row + 1 >= there.row_count:
        return []
    return [offer(column, wanted.choices, advice=wanted.advice, below=wanted.row)]
