"""Decides, from a look at the plan tab, what adds, mends or removes our columns."""

from collections.abc import Collection, Iterator

from sheetsync.errors import WorkbookError
from sheetsync.model import LOOKUP_HEADERS
from sheetsync.model.frozen import frozen
from sheetsync.setup_sheet.copies import finish_copy, set_aside
from sheetsync.setup_sheet.mends import (
    Edit,
    choices_for,
    formula_of,
    is_ours,
    mends,
    offered_rows,
    step,
    words_in,
)
from sheetsync.setup_sheet.staff_tab import StaffTabSeen
from sheetsync.setup_sheet.steps import Act, SetUpStep
from sheetsync.setup_sheet.wanted import PlanColumns, in_all_languages
from sheetsync.workbooks.google.column_requests import (
    OwnColumn,
    drop,
    guard,
    insert,
    prove,
    release,
    remove,
    shade,
    unguard,
    withdraw,
    write,
)
from sheetsync.workbooks.google.own_columns import ASIDE, LOOKUP, STATUS
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.tags import own_id
from sheetsync.workbooks.names import cell_name

_WIDTHS = {STATUS: 230, LOOKUP: 190}  # pixels
_ADDS = (Act.ADD_STATUS, Act.ADD_LOOKUP, Act.OUTSIDE_FILTER)


@frozen
class Work:
    """What to say and what to send; `flaws` are what only --repair sets right.

    `copies` is true if it concerns copies of columns, which go first.
    """

    steps: tuple[SetUpStep, ...]
    requests: Requests
    flaws: tuple[SetUpStep, ...] = ()
    copies: bool = False


def plan_work(there: StaffTabSeen, wanted: PlanColumns, *, mend: Collection[str]) -> Work:
    """The work left to do, if any; only the columns named by `mend` are mended."""
    done = [*_additions(there, wanted)]
    flaws: list[SetUpStep] = []
    kept: Requests = []
    # Right of all, so that no letter in the formulas of this batch changes.
    end = there.used + sum("insertDimension" in request for _, some in done for request in some)
    for column in _columns(there):
        found = [*mends(there, column, wanted)]
        if column.name not in mend:
            flaws += (step for step, _ in found)
            continue
        done += found
        if any("updateCells" in request for _, some in found for request in some):
            kept += set_aside(there, column, at=end, row=wanted.row)
    additions = [r for step, some in done if step.act in _ADDS for r in some]
    changes = [r for step, some in done if step.act not in _ADDS for r in some]
    proofs = [request for column in _columns(there) for request in prove(column)]
    # The proofs come first: what is inserted stands behind all that they name.
    requests = [*proofs, *additions, *kept, *changes] if done else []
    return Work(
        steps=tuple(step for step, _ in done),
        requests=_safely(there, requests, row=wanted.row),
        flaws=tuple(flaws),
    )


def plan_move(there: StaffTabSeen, names: Collection[str]) -> Requests:
    """What takes columns that were just added out of the midst of a rule or the like of staff's.

    People moved it under the new column, which made it wider; without the column it is as it was.
    """
    inside = [
        column
        for column in _from_the_right(there)
        if column.name in names
        and any(area.start < column.index < area.stop - 1 for area in there.areas)
    ]
    return _safely(there, [r for column in inside for r in remove(column)], row=0)


def finish_copies(there: StaffTabSeen, shown: Collection[str]) -> Work | None:
    """What becomes of copies of our columns, None without any; `shown` as for `finish_copy`."""
    columns = {column.name: column for column in _columns(there)}
    # A mark of people's may well be a word that the look-up column shows elsewhere.
    own = {STATUS: (), LOOKUP: shown}
    done = [
        finished
        for name, copied in ASIDE.items()
        for copy in _tagged(there, [copied])
        for finished in finish_copy(there, copy, columns.get(name), own[name])
    ]
    # What is put back goes into our columns: a refusal is better than a note in one of staff's.
    proofs = [request for column in columns.values() for request in prove(column)]
    # From the right, so that a copy that goes moves nothing that is still named.
    requests = [*proofs, *(r for _, some in done for r in some if "deleteDimension" not in r)]
    gone = [r for _, some in done for r in some if "deleteDimension" in r]
    gone.sort(key=lambda r: -r["deleteDimension"]["range"]["startIndex"])
    steps = tuple(one for one, _ in done if one)
    if not done:
        return None
    return Work(
        steps=steps, requests=_safely(there, [*requests, *gone], row=_top(there)), copies=True
    )


def plan_removal(there: StaffTabSeen) -> Work:
    """What takes our columns away.

    A status column in which anybody wrote stays, without choices and no longer ours. Raises
    `WorkbookError` where people wrote into the look-up column.
    """
    done = [
        _column_removal(there, column) if column.name == LOOKUP else _status_removal(there, column)
        for column in _from_the_right(there)
    ]
    requests = [r for _, some in done for r in some]
    return Work(
        steps=tuple(one for one, _ in done), requests=_safely(there, requests, row=_top(there))
    )


def _safely(there: StaffTabSeen, requests: Requests, *, row: int) -> Requests:
    """The requests if all our columns are guarded, else those that guard them first.

    A guard that has lost its column is removed: it may be on one of the staff's.
    """
    columns = [*_tagged(there, (*_WIDTHS, *ASIDE.values()))]
    kept = {(column.tag_id, column.index) for column in columns}
    astray = [unguard(one.id) for one in there.guards if (one.id, one.index) not in kept]
    bare = [column for column in columns if not column.guarded] if requests else []
    if bare:
        return [*astray, *(guard(column, row) for column in bare)]
    return [*astray, *requests]


def _top(there: StaffTabSeen) -> int:
    """The row, from 0, in which the columns of ours begin."""
    columns = [*_columns(there)]
    rows = (
        row
        for row, cells in enumerate(there.cells)
        if any(c.index < len(cells) and words_in(cells[c.index]) for c in columns)
    )
    return next(rows, 0)


def _from_the_right(there: StaffTabSeen) -> list[OwnColumn]:
    """Our columns, the right one first: what is done to it leaves the left one in its place."""
    return sorted(_columns(there), key=lambda column: column.index, reverse=True)


def _columns(there: StaffTabSeen) -> Iterator[OwnColumn]:
    return _tagged(there, _WIDTHS)


def _tagged(there: StaffTabSeen, names: Collection[str]) -> Iterator[OwnColumn]:
    guards = {(one.id, one.index) for one in there.guards}
    for tag in there.tags:
        if tag.name in names:
            yield OwnColumn(
                sheet_id=there.id,
                index=tag.index,
                tag_id=tag.id,
                name=tag.name,
                warning=there.warning,
                guarded=(tag.id, tag.index) in guards,
            )


def _additions(there: StaffTabSeen, wanted: PlanColumns) -> Iterator[Edit]:
    index = there.used
    if wanted.status and not there.tag(STATUS):
        column = _new(there, STATUS, index)
        yield (
            step(Act.ADD_STATUS, column),
            [
                *insert(column, row=wanted.row, pixels=_WIDTHS[STATUS]),
                write(column, wanted.row, {"stringValue": wanted.status}),
                *choices_for(there, column, wanted),
            ],
        )
        # Google widens no filter, and one that we widened would be another one than people set.
        if there.filtered:
            yield step(Act.OUTSIDE_FILTER, column), []
        index += 1
    if not there.tag(LOOKUP):
        column = _new(there, LOOKUP, index)
        yield (
            step(Act.ADD_LOOKUP, column),
            [
                *insert(column, row=wanted.row, pixels=_WIDTHS[LOOKUP]),
                write(column, wanted.row, {"formulaValue": formula_of(wanted, column)}),
                *(shade(column, one, row=wanted.row) for one in wanted.shades),
            ],
        )


def _new(there: StaffTabSeen, name: str, index: int) -> OwnColumn:
    tag_id = own_id(str(there.id), name)
    return OwnColumn(
        sheet_id=there.id, index=index, tag_id=tag_id, name=name, warning=there.warning
    )


def _column_removal(there: StaffTabSeen, column: OwnColumn) -> Edit:
    for row, cell in enumerate(there.column(column.index)):
        words = words_in(cell)
        if words and not is_ours(words):
            place = cell_name(row + 1, column.index + 1)
            raise WorkbookError(
                "In the column “{lookup_header}” somebody wrote: {place} “{words_in}”. "
                "Move that elsewhere and try again: it would be lost with the column.",
                lookup_header=_shown_header(there, column),
                place=place,
                words_in=words,
            )
    return step(Act.REMOVE_LOOKUP, column), _removed(there, column)


def _shown_header(there: StaffTabSeen, column: OwnColumn) -> str:
    """The look-up column's header in the language in which the column was made."""
    formulas = " ".join(map(words_in, there.column(column.index)))
    return next((header for header in LOOKUP_HEADERS if header in formulas), LOOKUP_HEADERS[0])


def _status_removal(there: StaffTabSeen, column: OwnColumn) -> Edit:
    # A header of people's own counts as words: who renamed the column means to keep it.
    written = [words for words in map(words_in, there.column(column.index)) if words]
    headers, _ = in_all_languages()
    if not written or (len(written) == 1 and written[0] in headers):
        return step(Act.REMOVE_STATUS, column), _removed(there, column)
    rows = [*offered_rows(there, column)]
    return step(Act.LEAVE_STATUS, column), [
        *prove(column),
        *withdraw(column, rows),
        *release(column),
    ]


def _removed(there: StaffTabSeen, column: OwnColumn) -> Requests:
    """The column gone, a copy in its place for what somebody typed since the look."""
    copied = set_aside(there, column, at=column.index + 1, row=_top(there))
    return [*prove(column), *copied, *drop(column)]
