"""A spreadsheet as `spreadsheets.get` shows it: only the asked sheets, ranges and fields."""

from typing import Any

from . import a1, fieldmask, formulas, looks, showing
from .a1 import Area
from .change import may_edit
from .fieldmask import Mask, below
from .state import Book, Cell, Sheet

_SIZES = {"ROWS": 21, "COLUMNS": 100}
_WHOLE: Mask = {"*": {}}


def spreadsheet(
    book: Book, *, ranges: list[str], fields: str, grid_data: bool, account: str = ""
) -> dict[str, Any]:
    mask = fieldmask.parse(fields) if fields else _WHOLE
    areas = [a1.parse(text, book) for text in ranges]
    sheets = [sheet for sheet in book.sheets if not areas or _among(sheet, areas)]
    with_data = _data_mask(mask, grid_data=grid_data, masked=bool(fields))
    whole: dict[str, Any] = {
        "spreadsheetId": book.id,
        "properties": {
            **book.properties,
            "defaultFormat": looks.DEFAULT_FORMAT,
            "spreadsheetTheme": looks.THEME,
        },
        "sheets": [_sheet(book, sheet, areas, with_data) for sheet in sheets],
        "namedRanges": [{**n, "range": shown_range(n["range"])} for n in book.named],
        "developerMetadata": placed(book, "spreadsheet"),
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{book.id}/edit",
    }
    for sheet, shown in zip(sheets, whole["sheets"], strict=True):
        _tell_editors(sheet, shown, account)
    return fieldmask.pick({k: v for k, v in whole.items() if v != []}, mask) or {}


def _among(sheet: Sheet, areas: list[Area]) -> bool:
    return any(area.sheet is sheet for area in areas)


def _data_mask(mask: Mask, *, grid_data: bool, masked: bool) -> Mask | None:
    """What is asked of the cells; a mask makes `includeGridData` void."""
    if not masked:
        return _WHOLE if grid_data else None
    sheets = below(mask, "sheets")
    return None if sheets is None else below(sheets, "data")


def shown_range(grid_range: dict[str, Any]) -> dict[str, Any]:
    """A range in an answer: a sheetId of 0 is left out, as every default is."""
    return {k: v for k, v in grid_range.items() if not (k == "sheetId" and v == 0)}


def placed(book: Book, kind: str, sheet: Sheet | None = None) -> list[dict[str, Any]]:
    """The developer metadata of the spreadsheet or of a whole sheet."""
    return [
        tag
        for tag in book.metadata
        if kind in tag["location"] and (not sheet or tag["location"].get("sheetId", 0) == sheet.id)
    ]


def _sheet(book: Book, sheet: Sheet, areas: list[Area], mask: Mask | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"properties": sheet.properties}
    if mask is not None:
        own = [area for area in areas if area.sheet is sheet] or [a1.whole(sheet)]
        shown["data"] = [_data(book, area, mask) for area in own]
    lists = {
        "merges": [shown_range(merge) for merge in sheet.merges],
        "conditionalFormats": [
            {**rule, "ranges": [shown_range(r) for r in rule["ranges"]]} for rule in sheet.rules
        ],
        "protectedRanges": [_protected(range_) for range_ in sheet.protected],
        "charts": sheet.charts,
        "bandedRanges": [_ranged(band) for band in sheet.bands],
        "filterViews": [_ranged(view) for view in sheet.views],
        "tables": [_ranged(table) for table in sheet.tables],
        "developerMetadata": placed(book, "sheetId", sheet),
        "rowGroups": sheet.groups.get("ROWS", []),
        "columnGroups": sheet.groups.get("COLUMNS", []),
        "basicFilter": sheet.filter and _ranged(sheet.filter),
    }
    return shown | {key: value for key, value in lists.items() if value}


def _ranged(shown: dict[str, Any]) -> dict[str, Any]:
    return {**shown, "range": shown_range(shown["range"])}


def _protected(protected: dict[str, Any]) -> dict[str, Any]:
    shown = {key: value for key, value in protected.items() if key != "owner"}
    shown["range"] = shown_range(shown.get("range", {}))
    if not shown.get("warningOnly"):
        editors = shown.get("editors", {})
        users = list(dict.fromkeys([protected["owner"], *editors.get("users", [])]))
        shown["editors"] = {**editors, "users": users}
    return shown


def _tell_editors(sheet: Sheet, shown: dict[str, Any], account: str) -> None:
    """Whether the account may edit a protected range; what is false is left out, as ever."""
    for protected, range_ in zip(sheet.protected, shown.get("protectedRanges", ()), strict=True):
        if account and not may_edit(protected, account):
            range_.pop("requestingUserCanEdit", None)


def _data(book: Book, area: Area, mask: Mask) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if area.top:
        data["startRow"] = area.top
    if area.left:
        data["startColumn"] = area.left
    cells = below(mask, "rowData")
    if cells is not None:
        rows = _rows(book, area, below(cells, "values"))
        data |= {"rowData": rows} if rows else {}
    for name, dimension, start, end in (
        ("rowMetadata", "ROWS", area.top, area.bottom),
        ("columnMetadata", "COLUMNS", area.left, area.right),
    ):
        if below(mask, name) is not None:
            sizes = area.sheet.sizes[dimension]
            data[name] = [_size(book, area, dimension, i, sizes) for i in range(start, end)]
    return data


def _size(
    book: Book, area: Area, dimension: str, index: int, sizes: dict[int, dict[str, Any]]
) -> dict[str, Any]:
    size = {"pixelSize": _SIZES[dimension], **sizes.get(index, {})}
    tags = [tag for tag in book.metadata if _on(tag, area.sheet, dimension, index)]
    return size | ({"developerMetadata": tags} if tags else {})


def _on(tag: dict[str, Any], sheet: Sheet, dimension: str, index: int) -> bool:
    place = tag["location"].get("dimensionRange", {})
    return (
        place.get("dimension") == dimension
        and place.get("sheetId", 0) == sheet.id
        and place.get("startIndex", 0) == index
    )


def _rows(book: Book, area: Area, mask: Mask | None) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for line in area.sheet.lines[area.top : area.bottom]:
        cells = line[area.left : area.right]
        if mask is None:
            cells = ()
        # Most cells are empty.
        shown = [cell_data(book, area.sheet, c, mask) if c else {} for c in cells]
        rows.append({"values": shown} if shown else {})
    while rows and not rows[-1]:
        rows.pop()
    return rows


def cell_data(book: Book, sheet: Sheet, cell: Cell, mask: Mask) -> dict[str, Any]:
    """CellData with what follows from what was written, as far as the mask asks for it."""
    shown = dict(cell)
    own_format = cell.get("userEnteredFormat", {})
    if own_format and below(mask, "effectiveFormat") is not None:
        shown["effectiveFormat"] = looks.over(looks.DEFAULT_FORMAT, own_format)
    if not cell.get("userEnteredValue"):
        return shown
    effective = formulas.effective(book, sheet, cell)
    shown["effectiveValue"] = effective
    if below(mask, "formattedValue") is not None:
        number_format = own_format.get("numberFormat", {})
        shown["formattedValue"] = showing.shown(effective, number_format, book.locale)
    if below(mask, "effectiveFormat") is not None:
        shown["effectiveFormat"] = looks.over(looks.DEFAULT_FORMAT, own_format)
    link = own_format.get("textFormat", {}).get("link", {}).get("uri")
    return shown | ({"hyperlink": link} if link else {})
