"""Requests about one column of ours on a tab of staff's, none of which can hit another column.

Rows and columns are counted from 0. People may move columns between our look and our write, and
Google knows no write on a condition. So every batch first proves where our column stands: the mark
on it is taken off at that very place and put on again under the same id, which Google refuses
while the mark stands elsewhere; and a refused request undoes the whole batch.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sheetsync.model import PlanColumns, Shade
from sheetsync.workbooks.google.batch import Requests
from sheetsync.workbooks.google.looks import color
from sheetsync.workbooks.google.lookups import MARK

_INHERITED = "userEnteredValue,note,dataValidation"  # all but the format of the column before


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnColumn:
    """Where a column of ours stands, or is to stand, and the id of its mark."""

    sheet_id: int
    index: int
    tag_id: int
    name: str

    @property
    def span(self) -> dict[str, Any]:
        """The column as a DimensionRange."""
        return {
            "sheetId": self.sheet_id,
            "dimension": "COLUMNS",
            "startIndex": self.index,
            "endIndex": self.index + 1,
        }

    def area(self, top: int, bottom: int | None = None) -> dict[str, int]:
        """The column's cells from a row on as a GridRange, down to the end or a last row."""
        area = {
            "sheetId": self.sheet_id,
            "startRowIndex": top,
            "startColumnIndex": self.index,
            "endColumnIndex": self.index + 1,
        }
        return area if bottom is None else {**area, "endRowIndex": bottom}


def insert(column: OwnColumn, *, pixels: int) -> Requests:
    """A new column, in the dress of the one before it, with nothing in its cells."""
    width = {"pixelSize": pixels, "hiddenByUser": False}
    return [
        {"insertDimension": {"range": column.span, "inheritFromBefore": True}},
        _mark(column),
        {
            "updateCells": {
                "range": column.area(0),
                "fields": _INHERITED,
            }
        },
        {
            "updateDimensionProperties": {
                "range": column.span,
                "properties": width,
                "fields": "pixelSize,hiddenByUser",
            }
        },
    ]


def prove(column: OwnColumn) -> Requests:
    """Refused as a whole unless the column stands where it was seen."""
    place = {"dimensionRange": column.span}
    there = {
        "metadataId": column.tag_id,
        "metadataLocation": place,
        "locationMatchingStrategy": "EXACT_LOCATION",
    }
    taken = {"dataFilter": {"developerMetadataLookup": there}}
    return [{"deleteDeveloperMetadata": taken}, _mark(column)]


def release(column: OwnColumn) -> dict[str, Any]:
    """Take our mark off the column: from then on it is staff's."""
    lookup = {"developerMetadataLookup": {"metadataId": column.tag_id}}
    return {"deleteDeveloperMetadata": {"dataFilter": lookup}}


def remove(column: OwnColumn) -> Requests:
    """Delete the column; with it go its mark and the rules that are only about it."""
    return [*prove(column), {"deleteDimension": {"range": column.span}}]


def write(column: OwnColumn, row: int, value: dict[str, str]) -> dict[str, Any]:
    """Put one value, such as {"formulaValue": "=…"}, into the column."""
    cells = [{"values": [{"userEnteredValue": value}]}]
    place = column.area(row, row + 1)
    return {"updateCells": {"range": place, "rows": cells, "fields": "userEnteredValue"}}


def put_aside(column: OwnColumn, row: int, note: str) -> dict[str, Any]:
    """Empty a cell whose words now stand in its note."""
    cells = [{"values": [{"note": note}]}]
    place = column.area(row, row + 1)
    return {"updateCells": {"range": place, "rows": cells, "fields": "userEnteredValue,note"}}


def offer(column: OwnColumn, wanted: PlanColumns) -> dict[str, Any]:
    """The choices of the status column, from right under the header on; other text is allowed."""
    rule = {
        "condition": {
            "type": "ONE_OF_LIST",
            "values": [{"userEnteredValue": choice} for choice in wanted.choices],
        },
        "inputMessage": wanted.advice,
        "strict": False,
        "showCustomUi": True,
    }
    return {"setDataValidation": {"range": column.area(wanted.row + 1), "rule": rule}}


def withdraw(column: OwnColumn, rows: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Take the choices away from these rows, a request a run of neighbours."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield {"setDataValidation": {"range": column.area(members[0], members[-1] + 1)}}


def shade(column: OwnColumn, shade: Shade, *, row: int) -> dict[str, Any]:
    """A conditional colour, from the header on, so that a row put right under it has it too."""
    look = shade.look
    text = {"bold": look.bold, "italic": look.italic, "foregroundColorStyle": color(look.color)}
    dress = {"textFormat": text} | ({"backgroundColorStyle": color(look.fill)} if look.fill else {})
    rule = {
        "ranges": [column.area(row)],
        "booleanRule": {"condition": condition(shade), "format": dress},
    }
    return {"addConditionalFormatRule": {"rule": rule, "index": 0}}


def condition(shade: Shade) -> dict[str, Any]:
    """When a cell has that colour."""
    kind = "TEXT_EQ" if shade.whole else "TEXT_STARTS_WITH"
    return {"type": kind, "values": [{"userEnteredValue": shade.words}]}


def _mark(column: OwnColumn) -> dict[str, Any]:
    tag = {
        "metadataId": column.tag_id,
        "metadataKey": MARK,
        "metadataValue": column.name,
        "location": {"dimensionRange": column.span},
        "visibility": "DOCUMENT",
    }
    return {"createDeveloperMetadata": {"developerMetadata": tag}}
