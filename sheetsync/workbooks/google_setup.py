"""Decides, from a look at the plan tab, what brings our columns there, mends or removes them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sheetsync.errors import WorkbookError
from sheetsync.model import LOOKUP_HEADER, Act, PlanColumns, Shade, Step
from sheetsync.workbooks.cell_names import cell_name, column_letters
from sheetsync.workbooks.google_batch import Requests
from sheetsync.workbooks.google_columns import (
    OwnColumn,
    condition,
    insert,
    offer,
    prove,
    put_aside,
    release,
    remove,
    shade,
    withdraw,
    write,
)
from sheetsync.workbooks.google_lookups import LOOKUP, STATUS, is_lookup
from sheetsync.workbooks.google_marks import own_id
from sheetsync.workbooks.google_staff_tab import StaffTabSeen
from sheetsync.workbooks.titles import any_locale

_WIDTHS = {STATUS: 230, LOOKUP: 190}  # pixels
_LIST = "ONE_OF_LIST"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What to say and what to send; `flaws` are what only --repair sets right."""

    steps: tuple[Step, ...]
    requests: Requests
    flaws: tuple[Step, ...] = ()


def plan_work(
    there: StaffTabSeen, wanted: PlanColumns, *, spreadsheet: str, mend: Collection[str]
) -> Work:
    """No request where all stands there already; only the columns named by `mend` are mended."""
    done = [*_additions(there, wanted, spreadsheet)]
    flaws: list[Step] = []
    for column in _columns(there):
        mends = [*_mends(there, column, wanted)]
        if column.name in mend:
            done += mends
        else:
            flaws += (step for step, _ in mends)
    proofs = [request for column in _columns(there) for request in prove(column)]
    return Work(
        steps=tuple(step for step, _ in done),
        # The proofs come first: what is inserted stands behind all that they name.
        requests=[*proofs, *(r for _, some in done for r in some)] if done else [],
        flaws=tuple(flaws),
    )


def plan_removal(there: StaffTabSeen, *, header: str, choices: tuple[str, ...]) -> Work:
    """What takes our columns away; `header` and `choices` are those of the status column.

    A status column in which anybody wrote stays, without choices and no longer ours. Raises
    `WorkbookError` where people wrote into the look-up column.
    """
    # The right one first: so the left one stays where it was seen.
    columns = sorted(_columns(there), key=lambda column: column.index, reverse=True)
    done = [
        _removal(there, column)
        if column.name == LOOKUP
        else _status_removal(there, column, header, choices)
        for column in columns
    ]
    return Work(
        steps=tuple(step for step, _ in done), requests=[r for _, some in done for r in some]
    )


_Change = tuple[Step, Requests]


def _columns(there: StaffTabSeen) -> Iterator[OwnColumn]:
    for tag in there.tags:
        if tag.name in _WIDTHS:
            yield OwnColumn(sheet_id=there.id, index=tag.index, tag_id=tag.id, name=tag.name)


def _additions(there: StaffTabSeen, wanted: PlanColumns, spreadsheet: str) -> Iterator[_Change]:
    index = there.used
    if wanted.status and not there.tag(STATUS):
        column = _new(there, STATUS, index, spreadsheet)
        yield (
            _step(Act.ADD_STATUS, column),
            [
                *insert(column, pixels=_WIDTHS[STATUS]),
                write(column, wanted.row, {"stringValue": wanted.status}),
                *_offered(there, column, wanted),
            ],
        )
        if there.filtered:
            yield _step(Act.OUTSIDE_FILTER, column), []
        index += 1
    if not there.tag(LOOKUP):
        column = _new(there, LOOKUP, index, spreadsheet)
        yield (
            _step(Act.ADD_LOOKUP, column),
            [
                *insert(column, pixels=_WIDTHS[LOOKUP]),
                write(column, wanted.row, {"formulaValue": _formula(wanted, column)}),
                *(shade(column, one, row=wanted.row) for one in wanted.shades),
            ],
        )


def _new(there: StaffTabSeen, name: str, index: int, spreadsheet: str) -> OwnColumn:
    tag_id = own_id(spreadsheet, f"{there.id} {name}")
    return OwnColumn(sheet_id=there.id, index=index, tag_id=tag_id, name=name)


def _step(act: Act, column: OwnColumn, detail: str = "") -> Step:
    return Step(act=act, column=column_letters(column.index + 1), detail=detail)


def _formula(wanted: PlanColumns, column: OwnColumn) -> str:
    return any_locale(wanted.formula(column_letters(column.index + 1)))


def _offered(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Requests:
    return [offer(column, wanted)] if wanted.row + 1 < there.row_count else []


def _mends(there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns) -> Iterator[_Change]:
    if column.name == STATUS:
        yield from _mended_header(there, column, wanted)
        yield from _mended_choices(there, column, wanted)
    else:
        yield from _mended_formula(there, column, wanted)
        yield from _mended_shades(there, column, wanted)


def _mended_header(
    there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns
) -> Iterator[_Change]:
    """Without one that is known nobody reads the marks; words in its place go into a note."""
    if not wanted.status:
        return
    cells = [*there.column(column.index)]
    cell = cells[wanted.row] if wanted.row < len(cells) else {}
    words = _words(cell) if "userEnteredValue" in cell else ""
    yield (
        _step(Act.MEND_HEADER, column, f" (было «{words}»)" if words else ""),
        [
            *([put_aside(column, wanted.row, _note(cell))] if words else []),
            write(column, wanted.row, {"stringValue": wanted.status}),
        ],
    )


def _mended_choices(
    there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns
) -> Iterator[_Change]:
    """Where a row of the plan lacks them; rows below the plan are not looked at."""
    offered = set(_offered_rows(there, column, wanted.choices))
    if not set(range(wanted.row + 1, len(there.grid.rows))) <= offered:
        yield _step(Act.MEND_CHOICES, column), _offered(there, column, wanted)


def _offered_rows(
    there: StaffTabSeen, column: OwnColumn, choices: tuple[str, ...]
) -> Iterator[int]:
    for row, cell in enumerate(there.column(column.index)):
        rule = cell.get("dataValidation", {}).get("condition", {})
        values = tuple(value.get("userEnteredValue") for value in rule.get("values", ()))
        if rule.get("type") == _LIST and values == choices:
            yield row


def _mended_formula(
    there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns
) -> Iterator[_Change]:
    """What else stands below the header blocks the formula: it goes into notes."""
    formula, standing = _formula(wanted, column), ""
    for row, cell in enumerate(there.column(column.index)):
        typed = cell.get("userEnteredValue", {})
        if row == wanted.row:
            standing = typed.get("formulaValue", "")
        elif is_lookup(typed.get("formulaValue", "")):  # a row was put above the header
            yield _step(Act.MEND_FORMULA, column), [write(column, row, {})]
        elif typed and row > wanted.row:
            yield _put_aside(column, row, cell)
    if _bare(standing) != _bare(formula):
        yield (
            _step(Act.MEND_FORMULA, column),
            [write(column, wanted.row, {"formulaValue": formula})],
        )


def _put_aside(column: OwnColumn, row: int, cell: Mapping[str, Any]) -> _Change:
    detail = f"{cell_name(row + 1, column.index + 1)} «{_words(cell)}»"
    return _step(Act.KEEP_WORDS, column, detail), [put_aside(column, row, _note(cell))]


def _note(cell: Mapping[str, Any]) -> str:
    there, words = cell.get("note", ""), f"Здесь было написано: «{_words(cell)}»"
    return f"{there}\n{words}" if there else words


def _words(cell: Mapping[str, Any]) -> str:
    return str(next(iter(cell.get("userEnteredValue", {}).values()), "")) or cell.get("note", "")


def _bare(formula: str) -> str:
    """Blanks, case, and the sign between arguments are Google's to change."""
    return "".join(formula.split()).replace(";", ",").casefold()


def _mended_shades(
    there: StaffTabSeen, column: OwnColumn, wanted: PlanColumns
) -> Iterator[_Change]:
    """A colour that people changed is theirs; only one that is gone comes back."""
    lacking = [one for one in wanted.shades if not _is_shaded(there, column, one, wanted.row)]
    if lacking:
        yield (
            _step(Act.MEND_COLORS, column),
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


def _removal(there: StaffTabSeen, column: OwnColumn) -> _Change:
    for row, cell in enumerate(there.column(column.index)):
        formula = cell.get("userEnteredValue", {}).get("formulaValue", "")
        if not is_lookup(formula) and _words(cell):
            raise WorkbookError(
                f"В столбце «{LOOKUP_HEADER}» кто-то написал: "
                f"{cell_name(row + 1, column.index + 1)} «{_words(cell)}». Перенесите это в другое "
                "место и повторите: иначе оно пропало бы вместе со столбцом."
            )
    return _step(Act.REMOVE_LOOKUP, column), remove(column)


def _status_removal(
    there: StaffTabSeen, column: OwnColumn, header: str, choices: tuple[str, ...]
) -> _Change:
    written = [words for words in map(_words, there.column(column.index)) if words]
    if written in ([], [header]):
        return _step(Act.REMOVE_STATUS, column), remove(column)
    rows = [*_offered_rows(there, column, choices)]
    return _step(Act.LEAVE_STATUS, column), [
        *prove(column),
        *withdraw(column, rows),
        release(column),
    ]
