"""How our tabs are recognised: ids that we choose, and a tag that records the last write."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from sheetsync.model import Cell, CellValue, Row, Tab
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.cells import drop_blank, filled
from sheetsync.workbooks.google.looks import format_kind
from sheetsync.workbooks.values import storable

Rows = tuple[tuple[CellValue, ...], ...]
_SIGNS = _LACKS, _BECAUSE = "-", "+"  # before the name of a family, and before a fingerprint


@frozen
class TabTag:
    """The tag on one of our tabs: its key, fingerprints of its looks and of its values.

    `plan` is the id of the plan tab that it tells of; "" on tabs that were marked before there
    could be two. `lacks` are the families of what Google did not let us put beside its cells, and
    `because` is the fingerprint of what that may depend on.
    """

    key: str
    looks: str = ""
    values: str = ""
    plan: str = ""
    lacks: frozenset[str] = frozenset()
    because: str = ""

    def __str__(self) -> str:
        lacks = [f"{_LACKS}{family}" for family in sorted(self.lacks)]
        because = [f"{_BECAUSE}{self.because}"] if lacks else []
        return " ".join((self.key, self.looks, self.values, self.plan, *lacks, *because))


def parsed(text: str) -> TabTag:
    """The tag as it was read."""
    words = text.split(" ")
    # Older tags name no plan, and no families.
    key, looks, values, plan = (*(w for w in words if w[:1] not in _SIGNS), *[""] * 3)[:4]
    lacks = frozenset(word[1:] for word in words if word[:1] == _LACKS)
    because = next((word[1:] for word in words if word[:1] == _BECAUSE), "")
    return TabTag(key=key, looks=looks, values=values, plan=plan, lacks=lacks, because=because)


def own_id(spreadsheet: str, key: str, number: int = 0) -> int:
    """An id that a repeated create would take again, and is refused for: never twice one tab."""
    hashed = hashlib.sha256(f"{spreadsheet} {key} {number}".encode()).digest()
    # A sheetId is an int32 that is not negative, and 0 is a new spreadsheet's first tab.
    return int.from_bytes(hashed[:4]) & 0x7FFFFFFF or 1


def tag_of(tab: Tab, values: Rows, *, plan_id: int, plan_tab: str) -> TabTag:
    """The tag of a tab of these `values` as it will be written; links are part of its looks.

    So is the plan tab's title where formulas name it: people may have given it another before these
    were written, and then they lead nowhere.
    """
    # Few looks and formulas, each on many cells: told once, and by their number afterwards.
    known: dict[object, int] = {}
    seen: dict[tuple[object, ...], int] = {}
    rows = [(row.height, [_dressed(cell, known, seen) for cell in row.cells]) for row in tab.rows]
    looks = repr(
        (
            plan_id,
            plan_tab if _names_plan(tab) else "",
            tab.widths,
            tab.frozen_rows,
            tab.color,
            # A step follows the day's numbers, and Google's charts have none of ours.
            [replace(chart, step=1) for chart in tab.charts],
            tab.blocks,
            list(known),
            rows,
        )
    )
    return TabTag(
        key=tab.key, looks=fingerprint(looks), values=values_fingerprint(values), plan=str(plan_id)
    )


def _names_plan(tab: Tab) -> bool:
    cells = (cell for row in tab.rows for cell in row.cells)
    return any(cell.formula and "{plan}" in cell.formula.google for cell in cells)


def _dressed(
    cell: Cell, known: dict[object, int], seen: dict[tuple[object, ...], int]
) -> tuple[object, ...]:
    kind = format_kind(cell)
    # By identity first: to hash a look asks for each of its fields, and few looks are two objects.
    same = (id(cell.look), cell.span, id(cell.formula), id(cell.alarm), kind)
    number = seen.get(same)
    if number is None:
        worn = (cell.look, cell.span, cell.formula, cell.alarm, kind)
        number = seen[same] = known.setdefault(worn, len(known))
    return number, f"{cell.tab}!{cell.target}" if cell.tab else cell.target


def values_fingerprint(rows: Rows) -> str:
    """The fingerprint of cells, blank ones at the end of a row left out."""
    return fingerprint(repr([row[: filled(row)] for row in rows]))


def rows_of(tab: Tab) -> Rows:
    """A tab's values as they will be read back, None where a formula gives them."""
    rows: list[tuple[CellValue, ...]] = []
    for row in tab.rows:
        values: list[CellValue] = []
        for cell in row.cells:
            value = None if cell.formula else storable(cell.value)
            values += [value, *[None] * (cell.span - 1)]
        rows.append(tuple(values))
    drop_blank(rows)
    return tuple(rows)


def without_formulas(rows: Rows, tab: Tab) -> Rows:
    """The cells that were read, but for those where the tab has a formula."""
    kept = [
        _without(cells, tab.rows[index]) if index < len(tab.rows) else cells
        for index, cells in enumerate(rows)
    ]
    drop_blank(kept)
    return tuple(kept)


def _without(values: tuple[CellValue, ...], row: Row) -> tuple[CellValue, ...]:
    if not any(cell.formula for cell in row.cells):
        return values
    left, column = list(values), 0
    for cell in row.cells:
        if cell.formula and column < len(left):
            left[column] = None
        column += cell.span
    return tuple(left)


def is_foreign(rows: Rows, tab: Tab) -> bool:
    """Whether a tab of ours now holds other things: nearly none of its texts could be ours."""
    there, ours = _texts(rows), _texts(rows_of(tab))
    return len(there) > 1 and len(there & ours) * 5 < len(there)


def _texts(rows: Iterable[Iterable[CellValue]]) -> set[str]:
    return {value for row in rows for value in row if isinstance(value, str)}


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that identify a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
