"""What the requests of one batch work on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .a1 import Area, grid_area
from .errors import invalid
from .state import Book, Sheet

# What a protected range keeps from those who are not its editors: the cells that a request names.
_CELLS = {
    "updateCells": ("range", "start"),
    "repeatCell": ("range",),
    "sortRange": ("range",),
    "mergeCells": ("range",),
    "unmergeCells": ("range",),
    "updateBorders": ("range",),
    "setDataValidation": ("range",),
    "addBanding": ("bandedRange.range",),
    "copyPaste": ("destination",),
    "cutPaste": ("source", "destination"),
    "pasteData": ("coordinate",),
    "autoFill": ("sourceAndDestination.source",),
    "insertRange": ("range",),
    "deleteRange": ("range",),
    "deleteDimension": ("range",),
    "moveDimension": ("source",),
    "addTable": ("table.range",),
}
# What a protected sheet keeps from them besides: all that hangs on the tab.
_TAB = {
    "insertDimension": ("range",),
    "appendDimension": ("",),
    "appendCells": ("",),
    "updateDimensionProperties": ("range",),
    "autoResizeDimensions": ("dimensions",),
    "updateSheetProperties": ("properties",),
    "deleteSheet": ("",),
    "addConditionalFormatRule": ("rule.ranges.0",),
    "updateConditionalFormatRule": ("rule.ranges.0", ""),
    "deleteConditionalFormatRule": ("",),
    "addChart": ("chart.position.overlayPosition.anchorCell",),
    "setBasicFilter": ("filter.range",),
    "clearBasicFilter": ("",),
}
_PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to "
    "remove protection if you need to edit."
)


@dataclass
class Change:
    """A copy of the book, where new ids come from, and who asks."""

    book: Book
    new_id: Callable[[], int]
    caller: str

    def sheet(self, sheet_id: int) -> Sheet:
        sheet = self.book.sheet(sheet_id)
        if sheet is None:
            raise invalid(f"No grid with id: {sheet_id}")
        return sheet

    def area(self, grid_range: dict[str, Any]) -> Area:
        area = grid_area(grid_range, self.book)
        if area.top >= area.sheet.row_count or area.left >= area.sheet.column_count:
            raise invalid(f"range {area.a1} exceeds grid limits")
        return area

    def refuse_protected(self, kind: str, body: dict[str, Any]) -> None:
        """Raise a 400 where the caller may not edit what the request names."""
        for path in (*_CELLS.get(kind, ()), *_TAB.get(kind, ())):
            place = _at(body, path)
            if place is not None:
                self.refuse_place(place, whole_tab=kind in _TAB)

    def refuse_place(self, place: dict[str, Any], *, whole_tab: bool = False) -> None:
        """Raise a 400 where the caller may not edit these cells, or that tab."""
        sheet = self.book.sheet(place.get("sheetId", 0))
        for protected in sheet.protected if sheet else ():
            kept = protected.get("range", {})
            meant = not kept.keys() - {"sheetId"} if whole_tab else _overlap(kept, place)
            free = any(_inside(place, one) for one in protected.get("unprotectedRanges", ()))
            if meant and not free and not self._may(protected):
                raise invalid(_PROTECTED)

    def _may(self, protected: dict[str, Any]) -> bool:
        return may_edit(protected, self.caller)


def may_edit(protected: dict[str, Any], caller: str) -> bool:
    """Whether the caller may edit what a protected range holds."""
    editors = protected.get("editors", {}).get("users", [])
    return bool(protected.get("warningOnly")) or caller == protected["owner"] or caller in editors


def _at(body: Any, path: str) -> dict[str, Any] | None:
    """The part of a request at a dotted path, if it names a tab."""
    for name in filter(None, path.split(".")):
        body = body[int(name)] if isinstance(body, list) else body.get(name)
        if not body:
            return None
    return body if isinstance(body, dict) else None


def _inside(place: dict[str, Any], free: dict[str, Any]) -> bool:
    return all(
        free.get(f"start{side}Index", 0) <= place.get(f"start{side}Index", 0)
        and place.get(f"end{side}Index", 10**9) <= free.get(f"end{side}Index", 10**9)
        for side in ("Row", "Column")
    )


def _at(body: Any, path: str) -> dict[str, Any] | None:
    """The part of a request at a dotted path, if it names a tab."""
    for name in filter(None, path.split(".")):
        body = body[int(name)] if isinstance(body, list) else body.get(name)
        if not body:
            return None
    return body if isinstance(body, dict) else None


def _inside(place: dict[str, Any], free: dict[str, Any]) -> bool:
    return all(
        free.get(f"start{side}Index", 0) <= place.get(f"start{side}Index", 0)
        and place.get(f"end{side}Index", 10**9) <= free.get(f"end{side}Index", 10**9)
        for side in ("Row", "Column")
    )


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if "dimension" in other:
        side = "Row" if other["dimension"] == "ROWS" else "Column"
        start, end = other.get("startIndex", 0), other.get("endIndex", 10**9)
        other = {f"start{side}Index": start, f"end{side}Index": end}
    elif "rowIndex" in other or "columnIndex" in other:
        other = {
            "startRowIndex": other.get("rowIndex", 0),
            "startColumnIndex": other.get("columnIndex", 0),
        }
    return all(
        one.get(f"start{side}Index", 0) < other.get(f"end{side}Index", 10**9)
        and other.get(f"start{side}Index", 0) < one.get(f"end{side}Index", 10**9)
        for side in ("Row", "Column")
    )
