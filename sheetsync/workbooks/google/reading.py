"""The answer of `spreadsheets.get` as tabs and cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from sheetsync.model import Area, CellValue, Grid, LeftOut, LookupColumn
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.cells import padded, parted, values
from sheetsync.workbooks.google.own_columns import TAG_KEY, asides, lookups, without
from sheetsync.workbooks.google.pieces import rrggbb
from sheetsync.workbooks.google.tags import TabTag, parsed

_BOOK = "properties.timeZone,namedRanges(namedRangeId,name,range)"
_TABS = (
    "properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount),tabColorStyle),"
    "developerMetadata(metadataKey,metadataValue),charts(chartId,spec.title)"
)
_SHAPE = (
    "conditionalFormats.ranges.sheetId,merges,tables.tableId,"
    "protectedRanges(warningOnly,requestingUserCanEdit)"
)
LISTING = f"{_BOOK},sheets({_TABS},{_SHAPE})"
_AREAS = (
    "conditionalFormats,merges,bandedRanges.range,basicFilter.range,tables(tableId,range),"
    "protectedRanges(protectedRangeId,range,description,warningOnly,requestingUserCanEdit)"
)


def _content(*, cell: str, areas: str = _SHAPE) -> str:
    """The field mask of a read with cells: the areas of each tab, and last the cells."""
    # Beside a mask includeGridData is ignored (spreadsheets.get): who names data gets it.
    return (
        f"{_BOOK},sheets({_TABS},{areas},"
        "data(startColumn,columnMetadata.developerMetadata(metadataId,metadataKey,metadataValue),"
        "rowData.values(effectiveValue,effectiveFormat.numberFormat(type,pattern),"
        # Not the effective format: it says of every cell that it is not struck out, and a rule that
        # strikes out what is done takes no words back.
        "userEnteredFormat(backgroundColorStyle,textFormat.strikethrough),"
        f"textFormatRuns(startIndex,format.strikethrough),{cell})))"
    )


CONTENT = _content(cell="userEnteredValue.formulaValue")
LARGE_CONTENT = _content(cell="userEnteredValue(formulaValue,numberValue)")
"""Of the second read of a large plan: what people typed is told from what a formula gives."""
CLOSELY = _content(cell="userEnteredValue,note,dataValidation", areas=_AREAS)
"""Of a read that tells of the plan tab all that the set-up of our columns looks at."""

STAGING = "beside"
"""The key of a hidden tab on which a large write is prepared."""


class Closed(StrEnum):
    """Why nothing can be written on a tab."""

    PROTECTED = "protected"
    TABLE = "table"  # people made typed columns of it


@frozen
class ChartSeen:
    """A chart, and the title that it shows."""

    id: int
    title: str


@frozen
class Shape:
    """What a tab is like beside its values.

    `rules` counts the conditional formats. `fills` are the colours of cells, RRGGBB by row and
    column from 1, None where the cells were not asked for; those of `width` columns were.
    """

    row_count: int = 0
    column_count: int = 0
    color: str = ""
    charts: tuple[ChartSeen, ...] = ()
    rules: int = 0
    merges: frozenset[Area] = frozenset()
    fills: Mapping[tuple[int, int], str] | None = None
    width: int = 0
    closed: Closed | None = None


@frozen
class SheetSeen:
    """A tab as it was seen: `tag` is what we wrote on it, None on staff's.

    `rows` are its cells but those of look-up columns, None where they were not asked for;
    `left_out` are the words of staff's that are struck out.
    """

    id: int
    title: str
    visible: bool
    tag: TabTag | None = None
    shape: Shape = Shape()
    rows: tuple[tuple[CellValue, ...], ...] | None = None
    lookups: tuple[LookupColumn, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def key(self) -> str:
        """The key of our tab; "" for staff's."""
        return self.tag.key if self.tag else ""

    @property
    def grid(self) -> Grid:
        """Its cells."""
        return Grid(
            title=self.title,
            rows=self.rows or (),
            lookups=self.lookups,
            merges=tuple(self.shape.merges),
            left_out=self.left_out,
        )


@frozen
class NamedSeen:
    """A named range, and the cells of the tab that it is on."""

    id: str
    sheet_id: int
    area: Area


@frozen
class Seen:
    """The result of one read. `whole` is true where every tab is listed, `zone` is the plan's own.

    `names` are the named ranges, by their names folded.
    """

    sheets: tuple[SheetSeen, ...]
    zone: str
    whole: bool
    names: Mapping[str, NamedSeen]

    def by_id(self, sheet_id: int) -> SheetSeen | None:
        """The tab of that id."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def titled(self, title: str) -> SheetSeen | None:
        """The tab of that title, whatever the case."""
        wanted = title.casefold()
        return next((sheet for sheet in self.sheets if sheet.title.casefold() == wanted), None)

    def ours(self, *plan_ids: int) -> Iterator[SheetSeen]:
        """Our tabs about that plan tab, or any of those.

        One that names no plan is anybody's to claim, as is one whose plan tab is gone.
        """
        plans = {str(sheet.id) for sheet in self.sheets}
        for sheet in self.sheets:
            if sheet.tag and sheet.tag.plan in map(str, plan_ids):
                yield sheet
        for sheet in self.sheets:
            if sheet.tag and sheet.tag.plan not in plans and (self.whole or not sheet.tag.plan):
                yield sheet

    def own(self, key: str, plan_id: int) -> SheetSeen | None:
        """Our tab of that key about that plan tab."""
        return next((sheet for sheet in self.ours(plan_id) if sheet.key == key), None)

    def first_of_staff(self) -> SheetSeen | None:
        """The first visible tab that is not ours."""
        return next((sheet for sheet in self.sheets if sheet.visible and not sheet.tag), None)


def seen(answer: Mapping[str, Any], *, whole: bool) -> Seen:
    """Read an answer to a get with one of our two field masks."""
    sheets = tuple(_sheet(sheet) for sheet in answer.get("sheets", ()))
    named = answer.get("namedRanges", ())
    return Seen(
        sheets=sheets,
        zone=answer.get("properties", {}).get("timeZone", ""),
        whole=whole,
        names={one["name"].casefold(): _named_range(one) for one in named},
    )


def _named_range(named: Mapping[str, Any]) -> NamedSeen:
    place = named.get("range", {})
    return NamedSeen(id=named["namedRangeId"], sheet_id=place.get("sheetId", 0), area=_area(place))


def _area(grid_range: Mapping[str, int]) -> Area:
    """An area from 1; 0 is where a range that spans the whole tab ends."""
    return Area(
        top=grid_range.get("startRowIndex", 0) + 1,
        left=grid_range.get("startColumnIndex", 0) + 1,
        bottom=grid_range.get("endRowIndex", 0),
        right=grid_range.get("endColumnIndex", 0),
    )


def _sheet(sheet: Mapping[str, Any]) -> SheetSeen:
    properties = sheet["properties"]
    tags = [
        datum.get("metadataValue", "")
        for datum in sheet.get("developerMetadata", ())
        if datum.get("metadataKey") == TAG_KEY
    ]
    is_grid = properties.get("sheetType", "GRID") == "GRID"
    data = sheet.get("data")
    read, left_out = _cells(data[0].get("rowData", ()), ours=bool(tags)) if data else ([], ())
    rows = padded(read) if data else None
    found = lookups(data[0], rows) if data and rows else ()
    blank = {column.index for column in found} | (asides(data[0]) if data else set())
    if rows and blank:
        rows = padded(without(rows, blank))
    return SheetSeen(
        # proto3 leaves zeros out, and 0 is the id of a new spreadsheet's first tab.
        id=properties.get("sheetId", 0),
        title=properties["title"],
        visible=is_grid and not properties.get("hidden", False),
        tag=parsed(tags[0]) if tags else None,
        shape=_shape(sheet, data[0] if data and tags else None),
        rows=rows,
        lookups=found,
        left_out=left_out,
    )


def _cells(
    rows: Sequence[Mapping[str, Any]], *, ours: bool
) -> tuple[list[list[CellValue]], tuple[LeftOut, ...]]:
    """Our own tabs are read as they were written, whatever people strike out on them."""
    read = values(rows)
    return read, () if ours else tuple(parted(read, rows))


def _shape(sheet: Mapping[str, Any], data: Mapping[str, Any] | None) -> Shape:
    properties = sheet["properties"]
    # Tabs of other kinds, such as a chart on a tab of its own, have no grid.
    size = properties.get("gridProperties", {})
    return Shape(
        row_count=size.get("rowCount", 0),
        column_count=size.get("columnCount", 0),
        color=rrggbb(properties.get("tabColorStyle")),
        charts=tuple(
            ChartSeen(id=chart["chartId"], title=chart.get("spec", {}).get("title", ""))
            for chart in sheet.get("charts", ())
        ),
        rules=len(sheet.get("conditionalFormats", ())),
        merges=frozenset(map(_area, sheet.get("merges", ()))),
        fills=None if data is None else dict(_fills(data.get("rowData", ()))),
        width=len(data.get("columnMetadata", ())) if data else 0,
        closed=_closed(sheet),
    )


def _closed(sheet: Mapping[str, Any]) -> Closed | None:
    """Whether editing is closed; Google omits false fields from an answer."""
    locked = (
        not one.get("warningOnly") and not one.get("requestingUserCanEdit")
        for one in sheet.get("protectedRanges", ())
    )
    if any(locked):
        return Closed.PROTECTED
    return Closed.TABLE if sheet.get("tables") else None


def _fills(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[tuple[int, int], str]]:
    for row, line in enumerate(rows, 1):
        for column, cell in enumerate(line.get("values", ()), 1):
            own = cell.get("userEnteredFormat")
            if own and "backgroundColorStyle" in own:
                yield (row, column), rrggbb(own["backgroundColorStyle"])
