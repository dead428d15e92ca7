"""What `spreadsheets.get` tells of a spreadsheet, as tabs and cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sheetsync.model import Area, CellValue, Grid, LookupColumn
from sheetsync.workbooks.google.lookups import MARK, lookups, without
from sheetsync.workbooks.values import as_shown, plain

_BOOK = "properties.timeZone,namedRanges(namedRangeId,name,range.sheetId)"
_TABS = (
    "properties(sheetId,title,hidden,sheetType,gridProperties.rowCount),"
    "developerMetadata(metadataKey,metadataValue),charts.chartId,conditionalFormats.ranges.sheetId,"
    "merges"
)
LISTING = f"{_BOOK},sheets({_TABS})"
CONTENT = (
    f"{_BOOK},sheets({_TABS},"
    "data(startColumn,columnMetadata.developerMetadata(metadataId,metadataKey,metadataValue),"
    "rowData.values(effectiveValue,effectiveFormat.numberFormat(type,pattern),"
    "userEnteredValue.formulaValue)))"
)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zone
_ERRORS = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSeen:
    """A tab as it was seen: `mark` is what we wrote on it, "" on staff's.

    `rows` are its cells but those of look-up columns, None where they were not asked for; `charts`
    are ids, `rules` counts the conditional formats.
    """

    id: int
    title: str
    visible: bool
    row_count: int = 0
    mark: str = ""
    charts: frozenset[int] = frozenset()
    rules: int = 0
    rows: tuple[tuple[CellValue, ...], ...] | None = None
    lookups: tuple[LookupColumn, ...] = ()
    merges: frozenset[Area] = frozenset()

    @property
    def key(self) -> str:
        """The key of our tab; "" for staff's."""
        return self.mark.partition(" ")[0]

    @property
    def grid(self) -> Grid:
        """Its cells."""
        return Grid(
            title=self.title,
            rows=self.rows or (),
            lookups=self.lookups,
            merges=tuple(self.merges),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSeen:
    """A named range, and the tab that it is on."""

    id: str
    sheet_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one read told. `whole` is true where every tab is listed, `zone` is the plan's own.

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

    def first_of_staff(self) -> SheetSeen | None:
        """The first visible tab that is not ours."""
        return next((sheet for sheet in self.sheets if sheet.visible and not sheet.mark), None)


def seen(answer: Mapping[str, Any], *, whole: bool) -> Seen:
    """Read an answer to a get with one of our two field masks."""
    sheets = tuple(_sheet(sheet) for sheet in answer.get("sheets", ()))
    named = answer.get("namedRanges", ())
    return Seen(
        sheets=sheets,
        zone=answer.get("properties", {}).get("timeZone", ""),
        whole=whole,
        names={one["name"].casefold(): _named(one) for one in named},
    )


def _named(named: Mapping[str, Any]) -> NamedSeen:
    return NamedSeen(id=named["namedRangeId"], sheet_id=named.get("range", {}).get("sheetId", 0))


def _sheet(sheet: Mapping[str, Any]) -> SheetSeen:
    properties = sheet["properties"]
    marks = [
        tag.get("metadataValue", "")
        for tag in sheet.get("developerMetadata", ())
        if tag.get("metadataKey") == MARK
    ]
    is_grid = properties.get("sheetType", "GRID") == "GRID"
    data = sheet.get("data")
    rows = _rows(data[0].get("rowData", ())) if data else None
    found = lookups(data[0], rows) if data and rows else ()
    if rows and found:
        rows = padded(without(rows, [column.index for column in found]))
    return SheetSeen(
        id=properties.get("sheetId", 0),
        title=properties["title"],
        visible=is_grid and not properties.get("hidden", False),
        row_count=properties.get("gridProperties", {}).get("rowCount", 0),
        mark=marks[0] if marks else "",
        charts=frozenset(chart["chartId"] for chart in sheet.get("charts", ())),
        rules=len(sheet.get("conditionalFormats", ())),
        rows=rows,
        lookups=found,
        merges=frozenset(map(_area, sheet.get("merges", ()))),
    )


def _area(grid_range: Mapping[str, Any]) -> Area:
    """A GridRange, which counts from 0, leaves zeros out and ends behind its last cell."""
    return Area(
        top=grid_range.get("startRowIndex", 0) + 1,
        left=grid_range.get("startColumnIndex", 0) + 1,
        bottom=grid_range["endRowIndex"],
        right=grid_range["endColumnIndex"],
    )


def _rows(rows: Iterable[Mapping[str, Any]]) -> tuple[tuple[CellValue, ...], ...]:
    return padded([[_value(cell) for cell in row.get("values", ())] for row in rows])


def padded(read: list[list[CellValue]]) -> tuple[tuple[CellValue, ...], ...]:
    """Rows of one width, without blank ones at the end; answers leave trailing blanks out."""
    while read and not any(value is not None for value in read[-1]):
        read.pop()
    width = max((_filled(row) for row in read), default=0)
    return tuple((*row[:width], *[None] * (width - len(row))) for row in read)


def _filled(row: list[CellValue]) -> int:
    return max((i + 1 for i, value in enumerate(row) if value is not None), default=0)


def _value(cell: Mapping[str, Any]) -> CellValue:
    value = cell.get("effectiveValue")
    if not value:
        return None
    if "stringValue" in value:
        return plain(value["stringValue"])
    if "boolValue" in value:
        return bool(value["boolValue"])
    if "errorValue" in value:
        return _ERRORS.get(value["errorValue"].get("type", ""), "#ERROR!")
    return number(value.get("numberValue", 0), cell)


def number(value: float, cell: Mapping[str, Any]) -> CellValue:
    """A serial number is a date only where the cell's number format says so, and as it shows it."""
    shown = cell.get("effectiveFormat", {}).get("numberFormat", {})
    return as_shown(_moment(value, shown.get("type", "")), shown.get("pattern", ""))


def _moment(value: float, kind: str) -> CellValue:
    if kind not in ("DATE", "DATE_TIME", "TIME"):
        return plain(float(value)) if isinstance(value, float) else value
    try:
        moment = _EPOCH + timedelta(seconds=round(value * 86400))
    except OverflowError:  # a number no calendar reaches, whatever its format says
        return plain(float(value))
    if kind == "TIME" and value < 1:
        return plain(moment.time())
    return moment.date() if kind == "DATE" and moment.time() == time() else moment
