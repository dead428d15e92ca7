"""How the cells of a tab look, as few requests: one a rectangle of cells that look the same."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any, TypeAlias

from sheetsync.model import Align, Cell, CellValue, Look, Row, Tab

_FIELDS = (
    "userEnteredFormat(textFormat(bold,italic,fontSize,foregroundColorStyle),horizontalAlignment,"
    "verticalAlignment,wrapStrategy,backgroundColorStyle,borders,numberFormat)"
)
_ALIGN = {Align.LEFT: "LEFT", Align.CENTER: "CENTER", Align.RIGHT: "RIGHT"}

_Dress: TypeAlias = tuple[Look, str]
"""A look, and the kind of number format that the value needs."""


def dress(tab: Tab, *, sheet_id: int) -> Iterator[dict[str, Any]]:
    """Requests that give every cell its look; links stay as they are."""
    top = 0
    for dresses, rows in groupby(tab.rows, key=_dresses):
        bottom = top + len(list(rows))
        left = 0
        for worn, cells in groupby(dresses):
            right = left + len(list(cells))
            place = {
                "sheetId": sheet_id,
                "startRowIndex": top,
                "endRowIndex": bottom,
                "startColumnIndex": left,
                "endColumnIndex": right,
            }
            cell = {"userEnteredFormat": _format(*worn)}
            yield {"repeatCell": {"range": place, "cell": cell, "fields": _FIELDS}}
            left = right
        top = bottom


def color(rrggbb: str) -> dict[str, Any]:
    """A ColorStyle."""
    red, green, blue = (int(rrggbb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return {"rgbColor": {"red": red, "green": green, "blue": blue}}


def _dresses(row: Row) -> list[_Dress]:
    return [worn for cell in row.cells for worn in _worn(cell)]


def _worn(cell: Cell) -> list[_Dress]:
    return [(cell.look, _kind(cell.value, cell.look))] * cell.span


def _kind(value: CellValue, look: Look) -> str:
    """Without a format of its own a date would show, and be read, as a number."""
    if isinstance(value, datetime):
        return "DATE_TIME"
    if isinstance(value, date):
        return "DATE"
    return "NUMBER" if look.format else ""


def _format(look: Look, kind: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "textFormat": {
            "bold": look.bold,
            "italic": look.italic,
            "fontSize": round(look.size),
            "foregroundColorStyle": color(look.color),
        },
        "horizontalAlignment": _ALIGN[look.align],
        "verticalAlignment": "MIDDLE" if look.middle else "TOP",
        "wrapStrategy": "WRAP" if look.wrap else "OVERFLOW_CELL",
    }
    if look.fill:
        shown["backgroundColorStyle"] = color(look.fill)
    if look.border:
        shown["borders"] = {"bottom": {"style": "SOLID", "colorStyle": color("DADCE0")}}
    usual = {"DATE": "dd.mm.yyyy", "DATE_TIME": "dd.mm.yyyy hh:mm"}.get(kind, "")
    if kind:
        shown["numberFormat"] = {"type": kind, "pattern": look.format or usual}
    return shown
