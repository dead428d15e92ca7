"""Tables in text files: tabs, semicolons or commas between the cells, in any usual encoding."""

import math
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sheetsync.errors import WorkbookUnreadable
from sheetsync.languages import _
from sheetsync.model import Grid
from sheetsync.model.frozen import frozen

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

_MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_ONE_BYTE = ("cp1251", "koi8-r", "cp866", "mac_cyrillic", "iso8859-5")
_WRONG = "\ufffd"  # what stands for bytes that are nothing in an encoding

# How often each letter stands among 10,000 of Russian prose.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_COUNTS = (
    *(1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174),
    *(170, 165, 159, 144, 121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4),
)
_OFTEN = {letter: math.log(count) for letter, count in zip(_LETTERS, _COUNTS, strict=True)}
_SIGNS = "«»–—…№„“”’•§°\u00a0"
_SELDOM = math.log(0.5)  # any other sign, of 10,000
_SIGN = math.log(30)
_BROKEN_CASE = 6.0  # a capital letter inside a word, "пЛАН"


@frozen
class Decoded:
    """A text, and in which encoding it was read; `broken` are its lines with bytes of none."""

    text: str
    encoding: str
    broken: tuple[int, ...] = ()


def read_tsv(path: Path) -> Grid:
    """The lines of a text with tabs between the cells; a line without a tab is a one-cell row.

    Where there are no tabs at all, semicolons or bars stand between them. Blank lines are rows
    without cells. Raises `WorkbookUnreadable` for what is no text, OSError.
    """
    return _grid(path, lambda text: "\t" if "\t" in text else ";|")


def read_csv(path: Path) -> Grid:
    """As `read_tsv` with semicolons, commas, tabs or bars: whichever makes most lines equally long.

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


def _remarks(decoded: Decoded) -> Iterator[str]:
    if decoded.broken:
        lines = ", ".join(map(str, decoded.broken[:_MANY])) + (" …" * (len(decoded.broken) > _MANY))
        yield _("the text has damaged bytes, shown as “�”: lines of the file {lines}", lines=lines)
    if decoded.encoding in _RARE:
        yield _("the encoding of the file was taken for {rare}", rare=_RARE[decoded.encoding])


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
    # Possessive: of a text full of quotes each would otherwise be tried as the closing one.
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
            "There is not a word in the file “{path}”. Save the plan anew.", path=path
        )
    return replace(found, text=text)


def _no_text(path: Path) -> WorkbookUnreadable:
    return WorkbookUnreadable(
        "The file “{path}” is no text, though it is called one. Save the plan as text in "
        "UTF-8 or as “Excel Workbook (.xlsx)”.",
        path=path,
    )


def decoded(data: bytes) -> Decoded:
    """The text of a file.

    Raises UnicodeDecodeError where a byte order mark promises what the bytes do not hold.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return Decoded(text=data.decode(encoding), encoding=encoding)
    wide = _wide(data)
    if wide:
        return Decoded(text=data.decode(wide), encoding=wide)
    # Russian in a one-byte encoding is nearly never valid UTF-8: what is, was meant to be.
    text = data.decode("utf-8", "replace")
    if _WRONG not in text:
        return Decoded(text=text, encoding="utf-8")
    # UTF-8 with some damage: of a one-byte text nearly every Russian letter would be wrong.
    if text.count(_WRONG) * 10 <= sum(letter > "\x7f" for letter in text):
        broken = tuple(n for n, line in enumerate(text.split("\n"), 1) if _WRONG in line)
        return Decoded(text=text, encoding="utf-8", broken=broken)
    encoding = max(_ONE_BYTE, key=lambda name: _russian(data.decode(name, "replace")))
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte is that of one alphabet."""
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        known = sum(map(high.count, (b"\x00", b"\x04")))
        if len(data) % 2 == 0 and high and known > 0.9 * len(high):
            return encoding
    return ""


def _russian(text: str) -> float:
    """How likely a Russian wrote it: by its letters, and by capitals that begin words."""
    score, before = 0.0, " "
    for letter in text:
        if letter > "\x7f":
            score += _OFTEN.get(letter.lower()) or (_SIGN if letter in _SIGNS else _SELDOM)
            score -= _BROKEN_CASE * (letter.isupper() and before.islower())
        before = letter
    return score
