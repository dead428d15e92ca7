"""The pieces that requests of `spreadsheets.batchUpdate` are made of: places, colours, values."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from sheetsync.model import Area, CellValue
from sheetsync.workbooks.google.own_columns import TAG_KEY
from sheetsync.workbooks.values import serial

Requests: TypeAlias = list[dict[str, Any]]


def grid_range(area: Area, sheet_id: int) -> dict[str, int]:
    """The area as the API has it: from 0, the last ones left out."""
    return {
        "sheetId": sheet_id,
        "startRowIndex": area.top - 1,
        "endRowIndex": area.bottom,
        "startColumnIndex": area.left - 1,
        "endColumnIndex": area.right,
    }


def span(sheet_id: int, dimension: str, start: int, count: int = 1) -> dict[str, Any]:
    """So many "ROWS" or "COLUMNS" from one on, counted from 0, as a DimensionRange."""
    return {
        "sheetId": sheet_id,
        "dimension": dimension,
        "startIndex": start,
        "endIndex": start + count,
    }


def put_tag(text: str, *, tag_id: int, place: Mapping[str, Any]) -> dict[str, Any]:
    """Tag a tab or a column as ours, under an id of our choice.

    A create that was carried out unseen is then refused the second time.
    """
    tag = {
        "metadataId": tag_id,
        "metadataKey": TAG_KEY,
        "metadataValue": text,
        "location": place,
        # PROJECT would lose it where the key moves to another project of Google Cloud.
        "visibility": "DOCUMENT",
    }
    return {"createDeveloperMetadata": {"developerMetadata": tag}}


def typed(value: CellValue) -> dict[str, Any]:
    """The value as the data of a cell; text is never read as a formula."""
    if value is None:
        return {}
    return {"userEnteredValue": _typed(value)}


def _typed(value: CellValue) -> dict[str, Any]:
    # Before the numbers: to Python a bool is one.
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"stringValue": value}
    if isinstance(value, date):
        return {"numberValue": serial(value, epoch_1904=False)}
    return {"numberValue": value}


def color(rrggbb: str) -> dict[str, Any]:
    """A ColorStyle; Google keeps 256 steps, which four digits distinguish."""
    red, green, blue = (round(int(rrggbb[i : i + 2], 16) / 255, 4) for i in (0, 2, 4))
    return {"rgbColor": {"red": red, "green": green, "blue": blue}}


def rrggbb(style: Mapping[str, Any] | None) -> str:
    """A ColorStyle as it was read; "" where there is none, or one of a theme's."""
    rgb = style.get("rgbColor") if style else None
    if rgb is None:
        return ""
    # proto3 leaves zeros out of an answer: pure red has neither green nor blue.
    return "".join(f"{round(rgb.get(name, 0) * 255):02X}" for name in ("red", "green", "blue"))


def row_pixels(height: float) -> int:
    """A row's height, of points."""
    return round(height * 96 / 72)


def pixels(width: float) -> int:
    """A column's width: a letter of the usual font is 7 pixels wide, and a cell has 5 to spare."""
    return round(width * 7 + 5)
