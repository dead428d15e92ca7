"""How the cells of a tab look, as few requests: one a rectangle of cells that look the same."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain, zip_longest
from typing import Any, TypeAlias

from sheetsync.model import Align, Area, Cell, Look, Row, Tab
from sheetsync.workbooks.google.pieces import color, grid_range
from sheetsync.workbooks.names import runs

_FIELDS = (
    "userEnteredFormat(textFormat(bold,italic,fontSize,foregroundColorStyle),horizontalAlignment,"
    "verticalAlignment,wrapStrategy,padding,backgroundColorStyle,borders,numberFormat)"
)
# As far from what stands right of it as Excel's indent of one; the other sides are the usual ones.
_INDENT = {"top": 2, "right": 9, "bottom": 2, "left": 3}
_ALIGN = {Align.LEFT: "LEFT", Align.CENTER: "CENTER", Align.RIGHT: "RIGHT"}

_Dress: TypeAlias = tuple[Look, str]
"""A look, and the kind of number format that the value needs."""


def look_requests(tab: Tab, *, sheet_id: int) -> Iterator[dict[str, Any]]:
    """Requests that give every cell its look; links stay as they are."""
    dresses = [_dresses(row) for row in tab.rows]
    # A table wears the same down a column, a page of blocks across a row.
    across, down = list(_across(dresses)), list(_down(dresses))
    for area, worn in min(across, down, key=len):
        cell = {"userEnteredFormat": _format(*worn)}
        place = grid_range(area, sheet_id)
        yield {"repeatCell": {"range": place, "cell": cell, "fields": _FIELDS}}


def _across(dresses: list[list[_Dress]]) -> Iterator[tuple[Area, _Dress]]:
    """Runs along a row, of all equal rows that follow each other."""
    for top, bottom, row in runs(dresses):
        for left, right, worn in runs(row):
            yield Area(top=top + 1, left=left + 1, bottom=bottom, right=right), worn


def _down(dresses: list[list[_Dress]]) -> Iterator[tuple[Area, _Dress]]:
    for left, column in enumerate(zip_longest(*dresses), 1):
        for top, bottom, worn in runs(column):
            if worn is not None:
                yield Area(top=top + 1, left=left, bottom=bottom, right=left), worn


def _dresses(row: Row) -> list[_Dress]:
    worn = ([(cell.look, format_kind(cell))] * cell.span for cell in row.cells)
    return [*chain.from_iterable(worn)]


def format_kind(cell: Cell) -> str:
    """The kind of number format; without one a date would show, and be read, as a number."""
    if isinstance(cell.value, datetime):
        return "DATE_TIME"
    # A cell of a column of days looks like the others also while it has none.
    if isinstance(cell.value, date) or (cell.value is None and "yyyy" in cell.look.format):
        return "DATE"
    return "NUMBER" if cell.look.format else ""


def _format(look: Look, kind: str) -> dict[str, Any]:
    letters: dict[str, Any] = {
        # Excel takes half points, the API whole ones (TextFormat.fontSize).
        "fontSize": round(look.size),
        "foregroundColorStyle": color(look.color),
    }
    # What a format leaves out is taken from the cell.
    letters |= {name: True for name in ("bold", "italic") if getattr(look, name)}
    shown: dict[str, Any] = {
        "textFormat": letters,
        "horizontalAlignment": _ALIGN[look.align],
        "verticalAlignment": "MIDDLE" if look.middle else "TOP",
        "wrapStrategy": "WRAP" if look.wrap else "OVERFLOW_CELL",
    }
    if look.align is Align.RIGHT:
        shown["padding"] = _INDENT
    if look.fill:
        shown["backgroundColorStyle"] = color(look.fill)
    if look.border:
        shown["borders"] = {"bottom": {"style": "SOLID", "colorStyle": color("DADCE0")}}
    usual = {"DATE": "dd.mm.yyyy", "DATE_TIME": "dd.mm.yyyy hh:mm"}.get(kind, "")
    if kind:
        shown["numberFormat"] = {"type": kind, "pattern": look.format or usual}
    return shown
