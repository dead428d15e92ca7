"""What the requests of one batch work on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .a1 import Area, grid_area
from .errors import ApiError, invalid
from .state import Book, Sheet

# What a protected range keeps from those who are not its editors.
_GUARDED = {
    "updateCells": "range",
    "repeatCell": "range",
    "sortRange": "range",
    "mergeCells": "range",
    "setDataValidation": "range",
    "copyPaste": "destination",
    "deleteDimension": "range",
}


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
        place = body.get(_GUARDED.get(kind, "")) or body.get("start")
        if not isinstance(place, dict) or self.book.sheet(place.get("sheetId", 0)) is None:
            return
        for protected in self.sheet(place.get("sheetId", 0)).protected:
            if not self._may(protected) and _overlap(protected.get("range", {}), place):
                raise ApiError(
                    400,
                    "INVALID_ARGUMENT",
                    "You are trying to edit a protected cell or object. Please contact the "
                    "spreadsheet owner to remove protection if you need to edit.",
                )

    def _may(self, protected: dict[str, Any]) -> bool:
        editors = protected.get("editors", {}).get("users", [])
        return (
            bool(protected.get("warningOnly"))
            or self.caller == protected["owner"]
            or self.caller in editors
        )


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if "dimension" in other:
        side = "Row" if other["dimension"] == "ROWS" else "Column"
        start, end = other.get("startIndex", 0), other.get("endIndex", 10**9)
        other = {f"start{side}Index": start, f"end{side}Index": end}
    return all(
        one.get(f"start{side}Index", 0) < other.get(f"end{side}Index", 10**9)
        and other.get(f"start{side}Index", 0) < one.get(f"end{side}Index", 10**9)
        for side in ("Row", "Column")
    )
