"""Tables in text files: tabs, semicolons or commas between the cells, in any usual encoding."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sheetsync.errors import WorkbookUnreadable
from sheetsync.languages import _
from sheetsync.model import Grid
from sheetsync.workbooks.encodings import Decoded, decoded

_Rows = tuple[tuple[str | None, ...], ...]

_LINE_BREAK = re.compile(r"\r\n?")
# Word leaves a few of these in texts it saves; in a picture or an archive they are everywhere.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01
_SEPARATOR = re.compile(r"sep=([;,\t|])\n", re.IGNORECASE)
_MANY = 10
_RARE = {
    "koi8-r": "КОИ-8",
    "cp866": "DOS (cp866)",
    "mac_cyrillic": "Mac",
    "iso8859-5": "ISO 8859-5",
}


def read_tsv(path: Path) -> Grid:
    """The lines of a text with tabs between the cells; a line without a tab is a one-cell row.

    Where there are no tabs at all, semicolons or bars stand between them. Blank lines are rows
    without cells. Raises `WorkbookUnreadable` for what is no text, OSError.
    """
    return _grid(path, lambda text: "\t" if "\t" in text else ";|")


def read_csv(path: Path) -> Grid:
    """The same with semicolons, commas, tabs or bars: whichever makes most lines equally long.

    Raises `WorkbookUnreadable` for what is no text, OSError.
    """
    return _grid(path, lambda _: ";,\t|")


def _grid(path: Path, separators: Callable[[str], str]) -> Grid:
    found = _decoded(path)
    named = _SEPARATOR.match(found.text)  # how Excel lets a file name its own
    text = found.text[named.end() :] if named else found.text
    tried = named[1] if named else separators(text)
    rows = max((split_cells(text, separator) for separator in tried), key=_regularity)
    return Grid(title=path.stem, rows=rows, remarks=tuple(_remarks(found)))


def _remarks(found: Decoded) -> Iterator[str]:
    if found.broken:
        lines = ", ".join(map(str, found.broken[:_MANY])) + (" …" * (len(found.broken) > _MANY))
        yield _("the text has damaged bytes, shown as “�”: lines of the file {lines}", lines=lines)
    if found.encoding in _RARE:
        yield _("the encoding of the file was taken for {rare}", rare=_RARE[found.encoding])


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


def _decoded(path: Path) -> Decoded:
    try:
        found = decoded(path.read_bytes())
    except UnicodeDecodeError as error:
        raise _no_text(path) from error
    if len(_CONTROL.findall(found.text)) > len(found.text) * _MOST_CONTROLS:
        raise _no_text(path)
    text = _LINE_BREAK.sub("\n", found.text).removesuffix("\n")
    if not text.strip():
        raise WorkbookUnreadable(
            _("There is not a word in the file “{path}”. Save the plan anew.", path=path)
        )
    return replace(found, text=text)


def _no_text(path: Path) -> WorkbookUnreadable:
    return WorkbookUnreadable(
        _(
            "The file “{path}” is no text, though it is called one. Save the plan as text in "
            "UTF-8 or as “Excel Workbook (.xlsx)”.",
            path=path,
        )
    )
