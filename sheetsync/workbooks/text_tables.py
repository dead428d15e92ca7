"""Tables in text files: tabs, semicolons or commas between the cells, in any usual encoding."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sheetsync.errors import WorkbookUnreadable
from sheetsync.model import Grid

_Rows = tuple[tuple[str | None, ...], ...]

_MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_LINE_BREAK = re.compile(r"\r\n?")
# Word leaves a few of these in texts it saves; in a picture or an archive they are everywhere.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01


def read_tsv(path: Path) -> Grid:
    """The lines of a text with tabs between the cells; a line without a tab is a one-cell row.

    Blank lines are rows without cells. Raises `WorkbookUnreadable` for what is no text, OSError.
    """
    return Grid(title=path.stem, rows=split_cells(_text(path), "\t"))


def read_csv(path: Path) -> Grid:
    """The same with semicolons, commas or tabs: whichever makes most lines equally long.

    Raises `WorkbookUnreadable` for what is no text, OSError.
    """
    text = _text(path)
    rows = max((split_cells(text, separator) for separator in ";,\t"), key=_regularity)
    return Grid(title=path.stem, rows=rows)


def split_cells(text: str, separator: str) -> _Rows:
    """The cells of a text by RFC 4180; trailing spaces are cut, blank cells are None.

    Unlike there, and unlike in the `csv` module, a quote opens a cell only where another closes
    it right before a separator: «"День профсоюзов" в районах» keeps its quotes, and a stray
    quote does not swallow the lines below it.
    """
    rows: list[tuple[str | None, ...]] = []
    row: list[str | None] = []
    for cell, end in _cells(text, separator):
        row.append(cell.rstrip() or None)
        if end != separator:
            rows.append(() if row == [None] else tuple(row))
            row = []
    return tuple(rows)


def _cells(text: str, separator: str) -> Iterator[tuple[str, str]]:
    """Each cell with what ends it: the separator, a line break, or "" at the end of the text."""
    pattern = re.compile(
        rf'(?:"((?:[^"]++|"")*+)"(?=[{separator}\n]|\Z)|([^{separator}\n]*+))([{separator}\n]|\Z)'
    )
    for match in pattern.finditer(text):
        quoted, bare, end = match.groups()
        yield bare if quoted is None else quoted.replace('""', '"'), end
        if not end:
            return


def _regularity(rows: _Rows) -> int:
    """How many rows have the commonest width, one-cell rows aside."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        raise _no_text(path) from error
    if len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROLS:
        raise _no_text(path)
    text = _LINE_BREAK.sub("\n", text).removesuffix("\n")
    if not text.strip():
        raise WorkbookUnreadable(f"В файле «{path}» нет ни одного слова. Сохраните план заново.")
    return text


def _decoded(data: bytes) -> str:
    """By the byte order mark; without one UTF-8, else what Russian Windows calls ANSI."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251")


def _no_text(path: Path) -> WorkbookUnreadable:
    return WorkbookUnreadable(
        f"Файл «{path}» – не текст, хотя так назван. "
        "Сохраните план как текст в кодировке UTF-8 или как «Книга Excel (.xlsx)»."
    )
