"""What calamine leaves out: errors, formulas without a value, months, struck-out words."""

from collections.abc import Sequence
from dataclasses import field
from typing import TypeAlias

from sheetsync.model import UNCALCULATED, CellValue, LeftOut, Unread
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.values import as_shown, day_of, shows_in_words, without_struck
from sheetsync.workbooks.xlsx.cells import Sheet, each_cell, text_of
from sheetsync.workbooks.xlsx.opc import Element, children, listed, parse

_LARGE = 1 << 20  # bytes from which on a sheet is looked through only where there is a reason
# What gives a reason, and a letter of it that is rare among cells: looking for one letter is quick.
_REASONS = ((b't="e"', b"e"), (b"t='e'", b"'"), (b"<f", b"f"), (b":f", b"f"), (b"strike", b"k"))

# ECMA-376, 18.8.30: of the formats that have only a number.
_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}

CellPlace: TypeAlias = tuple[int, int]
"""Row and column of a cell, from 1."""


@frozen
class _Formats:
    """By the number of a style: formats that show no day of a date or percent; struck-out fonts."""

    coarse: dict[int, str]
    struck: frozenset[int]

    @property
    def styles(self) -> tuple[int, ...]:
        """The numbers of all of them."""
        return (*self.coarse, *self.struck)


@frozen
class _Reader:
    """What cells are seen by, and those seen so far; `strings` are the shared texts if needed."""

    formats: _Formats
    strings: list[Element]
    fresh: bool
    epoch_1904: bool
    seen: dict[CellPlace, CellValue] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)


def overlay(
    rows: Sequence[Sequence[CellValue]], sheet: Sheet
) -> tuple[dict[CellPlace, CellValue], tuple[LeftOut, ...]]:
    """The cells that people see otherwise than in `rows`, and what they leave out.

    Errors are text such as "#REF!"; a formula that nothing has calculated is `UNCALCULATED`; a date
    that is shown as a month is the month in words; struck-out words are gone.
    """
    formats = _read_formats(sheet.styles)
    shared = b"strike" in sheet.strings
    if not shared and not _is_worthwhile(sheet.cells, formats):
        return {}, ()
    rich = sheet.strings and (shared or formats.struck)
    reader = _Reader(
        formats=formats,
        strings=children(parse(sheet.strings), "si") if rich else [],
        fresh=sheet.fresh,
        epoch_1904=sheet.epoch_1904,
    )
    for row, column, cell in each_cell(sheet.cells):
        inside = row <= len(rows) and column <= len(rows[row - 1])
        _see(reader, (row, column), cell, rows[row - 1][column - 1] if inside else None)
    return reader.seen, tuple(reader.left_out)


def _is_worthwhile(cells: bytes, formats: _Formats) -> bool:
    if len(cells) < _LARGE:
        return True
    first, last = cells.find(b"sheetData"), cells.rfind(b"sheetData")
    if any(cells.find(rare, first + 9, last) > 0 and reason in cells for reason, rare in _REASONS):
        return True
    return any(f's="{style}"'.encode() in cells for style in formats.styles)


def _see(reader: _Reader, place: CellPlace, cell: Element, read: CellValue) -> None:
    value, struck = _parted(reader, cell, _shown(reader, cell, read))
    if value != read:
        reader.seen[place] = value
    if struck:
        row, column = place
        reader.left_out.append(LeftOut(row=row, column=column, why=Unread.STRUCK, words=struck))


def _shown(reader: _Reader, cell: Element, read: CellValue) -> CellValue:
    kind, style = cell.get("t", "n"), int(cell.get("s", "0"))
    if kind == "e":
        return text_of(cell)
    if children(cell, "f") and _is_uncalculated(cell, kind, fresh=reader.fresh):
        return UNCALCULATED
    pattern = reader.formats.coarse.get(style)
    if pattern is None:
        return read
    # calamine knows no quarters: "Q" leaves it a number.
    stored = isinstance(read, int | float) and not isinstance(read, bool)
    shown = as_shown(read, pattern)
    if shown != read or not stored:
        return shown
    day = day_of(float(text_of(cell)), epoch_1904=reader.epoch_1904)
    return read if day is None else as_shown(day, pattern)


def _is_uncalculated(cell: Element, kind: str, *, fresh: bool) -> bool:
    """A script leaves the value out, or writes a 0 and asks programs to calculate all anew."""
    value = text_of(cell)
    return kind == "n" and (not value or (fresh and value == "0"))


def _parted(reader: _Reader, cell: Element, value: CellValue) -> tuple[CellValue, str]:
    """What of a cell counts, and its struck-out words."""
    struck = int(cell.get("s", "0")) in reader.formats.struck
    rich = _rich_text(reader, cell)
    if rich is None:
        words = "" if value is None or not struck else str(value)
        return (None if words else value), words
    left = out = ""
    for run in (rich, *children(rich, "r")):
        own = children(run, "rPr")
        words = "".join(text.text or "" for text in children(run, "t"))
        if _is_struck(own[0]) if own else struck:
            out += words
        else:
            left += words
    return without_struck(value, left=left, struck=out)


def _rich_text(reader: _Reader, cell: Element) -> "Element | None":
    """The text of a cell with its fonts, None where it holds something else."""
    if cell.get("t") == "s" and reader.strings:
        return reader.strings[int(text_of(cell))]
    inline = children(cell, "is")
    return inline[0] if inline else None


def _read_formats(styles: bytes) -> _Formats:
    """The formats of a list of styles; of no list where it is b""."""
    if not styles:
        return _Formats(coarse={}, struck=frozenset())
    root = parse(styles)
    patterns = _BUILT_IN | {
        int(one.get("numFmtId", "-1")): one.get("formatCode", "")
        for one in listed(root, "numFmts", "numFmt")
    }
    coarse = {number for number, pattern in patterns.items() if shows_in_words(pattern)}
    fonts = [_is_struck(font) for font in listed(root, "fonts", "font")]
    used = [
        (int(one.get("numFmtId", "0")), int(one.get("fontId", "0")))
        for one in listed(root, "cellXfs", "xf")
    ]
    return _Formats(
        coarse={i: patterns[number] for i, (number, _) in enumerate(used) if number in coarse},
        # By a slice: a style of a damaged list may name a font that is not there.
        struck=frozenset(i for i, (_, font) in enumerate(used) if fonts[font : font + 1] == [True]),
    )


def _is_struck(font: Element) -> bool:
    """Whether a font, or the properties of a run of text, strike out what is written."""
    return any(one.get("val", "1") not in ("0", "false") for one in children(font, "strike"))
