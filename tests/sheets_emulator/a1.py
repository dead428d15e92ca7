"""A1 notation: reading it as Google does and writing it as Google does."""

import re
from dataclasses import dataclass

from .errors import invalid
from .state import Book, Sheet

_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_A1_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")
_CORNER = re.compile(r"\$?([A-Za-z]{1,3})?\$?(\d+)?")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a sheet, within its grid; ends are not included."""

    sheet: Sheet
    top: int
    bottom: int
    left: int
    right: int
    anchor: bool = False  # was written as one cell, so writes may grow from it

    @property
    def a1(self) -> str:
        return f"{quoted(self.sheet.title)}!{self.cells}"

    @property
    def cells(self) -> str:
        first = f"{letters(self.left)}{self.top + 1}"
        last = f"{letters(self.right - 1)}{self.bottom}"
        return first if first == last else f"{first}:{last}"


def letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def quoted(title: str) -> str:
    if _PLAIN_TITLE.fullmatch(title) and not _A1_LIKE.fullmatch(title):
        return title
    return "'{}'".format(title.replace("'", "''"))


def whole(sheet: Sheet) -> Area:
    return Area(sheet, 0, sheet.row_count, 0, sheet.column_count)


def whole_range(area: Area) -> dict[str, int]:
    """The area as a GridRange with all its bounds."""
    return {
        "sheetId": area.sheet.id,
        "startRowIndex": area.top,
        "endRowIndex": area.bottom,
        "startColumnIndex": area.left,
        "endColumnIndex": area.right,
    }


def parse(text: str, book: Book) -> Area:
    """The area that a range names. Raises a 400 where it names none."""
    title, mark, rest = text.rpartition("!")
    if mark:
        sheet = book.titled(_unquoted(title))
        area = sheet and (_cells(rest, sheet, text) or _named(rest, book))
    elif text.startswith("'"):
        sheet = book.titled(_unquoted(text))
        area = whole(sheet) if sheet else None
    else:
        area = _bare(text, book)
    if area is None:
        raise invalid(f"Unable to parse range: {text}")
    return area


def _bare(text: str, book: Book) -> Area | None:
    named = _named(text, book)
    if named:
        return named
    sheet = book.titled(text)
    cells = _cells(text, book.sheets[0], text) if _A1_LIKE.fullmatch(text) or ":" in text else None
    if cells:
        return cells
    return whole(sheet) if sheet else _cells(text, book.sheets[0], text)


def _unquoted(title: str) -> str:
    if title.startswith("'") and title.endswith("'") and len(title) > 1:
        return title[1:-1].replace("''", "'")
    return title


def _named(name: str, book: Book) -> Area | None:
    for named in book.named:
        if named["name"].casefold() == name.casefold():
            return grid_area(named["range"], book)
    return None


def _cells(text: str, sheet: Sheet, shown: str) -> Area | None:
    first, colon, second = text.partition(":")
    start, end = _corner(first), _corner(second if colon else first)
    if start is None or end is None or (not colon and None in start):
        return None
    top, bottom = _span(start[0], end[0], sheet.row_count)
    left, right = _span(start[1], end[1], sheet.column_count)
    if top >= sheet.row_count or left >= sheet.column_count:
        raise exceeds(sheet, shown)
    bottom, right = min(bottom, sheet.row_count), min(right, sheet.column_count)
    return Area(sheet, top, bottom, left, right, anchor=not colon)


def _corner(text: str) -> tuple[int | None, int | None] | None:
    match = _CORNER.fullmatch(text)
    if not match or not text:
        return None
    row = int(match[2]) - 1 if match[2] else None
    return row, column_number(match[1]) if match[1] else None


def _span(start: int | None, end: int | None, count: int) -> tuple[int, int]:
    if end is None:
        return start or 0, count
    low, high = sorted((start if start is not None else 0, end))
    return low, high + 1


def exceeds(sheet: Sheet, shown: str) -> Exception:
    return invalid(
        f"Range ({shown}) exceeds grid limits. "
        f"Max rows: {sheet.row_count}, max columns: {sheet.column_count}"
    )


def grid_area(grid_range: dict[str, int], book: Book) -> Area:
    """The area of a GridRange, clipped to the grid. Raises a 400 for an unknown sheet."""
    sheet = book.sheet(grid_range.get("sheetId", 0))
    if sheet is None:
        raise invalid(f"No grid with id: {grid_range.get('sheetId', 0)}")
    return Area(
        sheet,
        grid_range.get("startRowIndex", 0),
        min(grid_range.get("endRowIndex", sheet.row_count), sheet.row_count),
        grid_range.get("startColumnIndex", 0),
        min(grid_range.get("endColumnIndex", sheet.column_count), sheet.column_count),
    )
