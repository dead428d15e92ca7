"""Requests about one column of ours on a tab of staff's, none of which can hit another column.

Rows and columns are counted from 0. People may move columns between our look and our write, and
Google knows no write on a condition. So every batch first proves what it rests on, and a refused
request undoes the whole batch. That our column stands nowhere else: its tag is taken off at the
very place and put on again under the same id, which Google refuses while the tag stands elsewhere.
That it still exists: the protected range on its header, its guard, is changed by its id, which
Google refuses once the range is gone with its column.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sheetsync.model import Look
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.workbooks.google.pieces import Requests, color, put_tag, span

_INHERITED = "userEnteredValue,note,dataValidation"  # all but the format of the column before
GUARD = marked("sheetsync reads this header: without it no mark and no state is updated.")
"""What people are asked before they change a header of ours, and by which its guard is known."""


@frozen
class OwnColumn:
    """The present or future place of one of our columns, and the ids of its tag and guard.

    `guarded` is true if its guard is on it; `warning` is the guard's text.
    """

    sheet_id: int
    index: int
    tag_id: int
    name: str
    warning: str
    guarded: bool = True

    @property
    def span(self) -> dict[str, Any]:
        """The column as a DimensionRange."""
        return span(self.sheet_id, "COLUMNS", self.index)

    def area(self, top: int, bottom: int | None = None) -> dict[str, int]:
        """The column's cells from a row on as a GridRange, down to the end or a last row."""
        area = {
            "sheetId": self.sheet_id,
            "startRowIndex": top,
            "startColumnIndex": self.index,
            "endColumnIndex": self.index + 1,
        }
        return area if bottom is None else {**area, "endRowIndex": bottom}


@frozen
class Shade:
    """How a cell of the look-up column looks that begins with `words`, or says just them."""

    words: str
    whole: bool
    look: Look


def insert(column: OwnColumn, *, row: int, pixels: int) -> Requests:
    """A new column, in the dress of the one before it, with nothing in its cells.

    Refused as a whole where it would stretch merged cells: a range to unmerge "must not partially
    span any merge" (UnmergeCellsRequest), and a new column has none of its own.
    """
    width = {"pixelSize": pixels, "hiddenByUser": False}
    return [
        {"insertDimension": {"range": column.span, "inheritFromBefore": True}},
        {"unmergeCells": {"range": column.area(0)}},
        tag_column(column),
        guard(column, row),
        {"updateCells": {"range": column.area(0), "fields": _INHERITED}},
        {
            "updateDimensionProperties": {
                "range": column.span,
                "properties": width,
                "fields": "pixelSize,hiddenByUser",
            }
        },
    ]


def tag_column(column: OwnColumn) -> dict[str, Any]:
    """Make the column known as ours."""
    return put_tag(column.name, tag_id=column.tag_id, place={"dimensionRange": column.span})


def guard(column: OwnColumn, row: int) -> dict[str, Any]:
    """Let people be asked before they change the column's header: a warning, no lock."""
    guarded = {
        # An id of our choice: a second guard is then refused instead of added.
        "protectedRangeId": column.tag_id,
        "range": column.area(row, row + 1),
        "description": column.warning,
        # Without `editors`: Google refuses a range that has both.
        "warningOnly": True,
    }
    return {"addProtectedRange": {"protectedRange": guarded}}


def unguard(guard_id: int) -> dict[str, Any]:
    """Take a guard away, wherever it stands."""
    return {"deleteProtectedRange": {"protectedRangeId": guard_id}}


def prove(column: OwnColumn) -> Requests:
    """Refused as a whole unless the column, which is guarded, stands where it was seen."""
    place = {"dimensionRange": column.span}
    there = {
        "metadataId": column.tag_id,
        "metadataLocation": place,
        "locationMatchingStrategy": "EXACT_LOCATION",
    }
    taken = {"dataFilter": {"developerMetadataLookup": there}}
    guarded = {"protectedRangeId": column.tag_id, "description": column.warning}
    return [
        {"deleteDeveloperMetadata": taken},
        tag_column(column),
        {"updateProtectedRange": {"protectedRange": guarded, "fields": "description"}},
    ]


def release(column: OwnColumn) -> Requests:
    """Take our tag and guard off the column: from then on it is staff's."""
    lookup = {"developerMetadataLookup": {"metadataId": column.tag_id}}
    return [{"deleteDeveloperMetadata": {"dataFilter": lookup}}, unguard(column.tag_id)]


def remove(column: OwnColumn) -> Requests:
    """Delete the column, which stands where it was seen."""
    return [*prove(column), *drop(column)]


def drop(column: OwnColumn) -> Requests:
    """Delete a proven column; with it go its tag and the rules that are only about it."""
    return [unguard(column.tag_id), {"deleteDimension": {"range": column.span}}]


def write(column: OwnColumn, row: int, value: dict[str, str]) -> dict[str, Any]:
    """Put one value, such as {"formulaValue": "=…"}, into the column."""
    cells = [{"values": [{"userEnteredValue": value}]}]
    place = column.area(row, row + 1)
    return {"updateCells": {"range": place, "rows": cells, "fields": "userEnteredValue"}}


def offer(column: OwnColumn, choices: Sequence[str], *, advice: str, below: int) -> dict[str, Any]:
    """The choices of a column of marks, from right below a row on; other text is allowed."""
    rule = {
        "condition": {
            "type": "ONE_OF_LIST",
            "values": [{"userEnteredValue": choice} for choice in choices],
        },
        "inputMessage": advice,
        # A mark in own words is one, too.
        "strict": False,
        "showCustomUi": True,
    }
    return {"setDataValidation": {"range": column.area(below + 1), "rule": rule}}


def withdraw(column: OwnColumn, rows: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Take the choices away from these rows, a request a run of neighbours."""
    # Within a run of neighbours, number and place in the list differ by the same.
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
    # First of all rules: the first that fits a cell decides how it looks.
    return {"addConditionalFormatRule": {"rule": rule, "index": 0}}


def condition(shade: Shade) -> dict[str, Any]:
    """When a cell has that colour."""
    kind = "TEXT_EQ" if shade.whole else "TEXT_STARTS_WITH"
    return {"type": kind, "values": [{"userEnteredValue": shade.words}]}
