"""What cells hold, as `spreadsheets.get` tells it: values, dates as they show, struck-out words."""

from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sheetsync.model import CellValue, LeftOut, Unread
from sheetsync.workbooks.values import EPOCH, as_shown, plain, without_struck

_START = datetime.combine(EPOCH, time())
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


def values(rows: Iterable[Mapping[str, Any]]) -> list[list[CellValue]]:
    """The values of each RowData."""
    return [
        # A cell that only has a format has no value at all, and most cells of a tab are blank.
        [_value(cell) if "effectiveValue" in cell else None for cell in row.get("values", ())]
        for row in rows
    ]


def parted(read: list[list[CellValue]], rows: Iterable[Mapping[str, Any]]) -> Iterator[LeftOut]:
    """Remove the struck-out words from `read`, the values of `rows`, and return them."""
    for row, line in enumerate(rows):
        for column, cell in enumerate(line.get("values", ())):
            if "textFormatRuns" in cell or "userEnteredFormat" in cell:
                value = read[row][column]
                read[row][column], words = _parted(value, cell)
                if words:
                    why = Unread.STRUCK
                    yield LeftOut(row=row + 1, column=column + 1, why=why, words=words)


def _parted(value: CellValue, cell: Mapping[str, Any]) -> tuple[CellValue, str]:
    """What of a cell counts, and its struck-out words."""
    whole = _is_struck(cell.get("userEnteredFormat", {}).get("textFormat", {}))
    runs = cell.get("textFormatRuns", ())
    # Google keeps runs of entered texts alone; a number or a formula is struck out as a whole.
    if not isinstance(value, str) or not runs:
        return (None, str(value)) if whole and value is not None else (value, "")
    # A TextFormatRun begins at a UTF-16 code unit and inherits what it does not say.
    text = value.encode("utf-16-le", "surrogatepass")
    starts = [0, *(2 * run.get("startIndex", 0) for run in runs)]
    struck = [whole, *(_is_struck(run.get("format", {}), whole) for run in runs)]
    left = out = b""
    for start, end, is_struck in zip(starts, [*starts[1:], len(text)], struck, strict=True):
        left, out = (left, out + text[start:end]) if is_struck else (left + text[start:end], out)
    return without_struck(value, left=_decoded(left), struck=_decoded(out))


def _is_struck(text_format: Mapping[str, Any], inherited: bool = False) -> bool:
    return bool(text_format.get("strikethrough", inherited))


def _decoded(text: bytes) -> str:
    return text.decode("utf-16-le", "surrogatepass")


def padded(read: list[list[CellValue]]) -> tuple[tuple[CellValue, ...], ...]:
    """Rows of one width, without blank ones at the end; answers leave trailing blanks out."""
    drop_blank(read)
    width = max(map(filled, read), default=0)
    return tuple((*row[:width], *[None] * (width - len(row))) for row in read)


def drop_blank(rows: MutableSequence[Any]) -> None:
    """Take blank rows off the end."""
    while rows and not filled(rows[-1]):
        rows.pop()


def filled(row: Sequence[CellValue]) -> int:
    """How many cells the row has up to its last value."""
    return max((i + 1 for i, value in enumerate(row) if value is not None), default=0)


def _value(cell: Mapping[str, Any]) -> CellValue:
    value = cell["effectiveValue"]
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
    """The number, or a date if the cell's number format shows one."""
    shown = cell.get("effectiveFormat", {}).get("numberFormat", {})
    return as_shown(_moment(value, shown.get("type", "")), shown.get("pattern", ""))


def _moment(value: float, kind: str) -> CellValue:
    if kind not in ("DATE", "DATE_TIME", "TIME"):
        return plain(float(value)) if isinstance(value, float) else value
    try:
        # To whole seconds: a serial is a float, and 12:00 may come as a bit less.
        moment = _START + timedelta(seconds=round(value * 86400))
    except OverflowError:  # a number no calendar reaches, whatever its format says
        return plain(float(value))
    # From 1 on it is a length of time, such as 26:00, which no clock shows.
    if kind == "TIME" and value < 1:
        return plain(moment.time())
    return moment.date() if kind == "DATE" and moment.time() == time() else moment
