"""The tables of a .docx document, with the lines above each."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from sheetsync.errors import WorkbookUnreadable
from sheetsync.model import Grid

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc

_Row = tuple[str | None, ...]

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # [MS-CFB] 2.2: the container of .doc and of ciphertext
_MOST_COLUMNS = 63  # Word's own limit; a damaged file may claim a span of millions

# Elements are found through the document's own tree: python-docx's `text`, `paragraphs` and
# `cells` leave out what stands in a content control or was inserted with changes tracked.
_BLOCKS = "./w:p | ./w:tbl | .//w:sdtContent[not(ancestor::w:tbl)]/*[self::w:p or self::w:tbl]"
_ROWS = "./w:tr | ./w:sdt/w:sdtContent/w:tr"
_CELLS = "./w:tc | ./w:sdt/w:sdtContent/w:tc"
_PARAGRAPHS = "./w:p | ./w:sdt/w:sdtContent/w:p"
# A text box stands twice in the file, a moved passage at its old place too.
_PIECES = ".//w:r[not(ancestor::w:txbxContent or ancestor::w:moveFrom or ancestor::w:del)]/*"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(path: Path) -> Grid:
    """The rows of every table in turn, each table after the paragraphs above it.

    A paragraph is a row of one cell, or none where it is blank. Of merged cells the first holds
    the text. What follows the last table is left out.

    Raises `WorkbookUnreadable` for what is no such document, OSError.
    """
    from docx.opc.exceptions import PackageNotFoundError

    _refuse_foreign(path)
    try:
        rows = tuple(_rows(_body(path)))
    # All that python-docx, zipfile and lxml were seen to raise on damaged files.
    except (
        AttributeError,
        BadZipFile,
        EOFError,
        LookupError,
        NotImplementedError,
        PackageNotFoundError,
        RuntimeError,
        SyntaxError,  # what lxml raises for broken XML
        TypeError,
        ValueError,
        zlib.error,
    ) as error:
        raise WorkbookUnreadable(
            f"Файл «{path}» не открывается как документ Word: он повреждён или это не он. "
            "Откройте его в Word, дайте восстановить и сохраните как «Документ Word (.docx)»."
        ) from error
    return Grid(title=path.stem, rows=rows)


def _refuse_foreign(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(len(_OLE))
    if head == _OLE:
        raise WorkbookUnreadable(
            f"Файл «{path}» защищён паролем или старого вида (.doc). "
            "Снимите пароль и сохраните его как «Документ Word (.docx)»."
        )
    if not head.startswith(b"PK"):
        raise WorkbookUnreadable(
            f"Файл «{path}» – не документ Word, хотя так назван. "
            "Сохраните план как «Документ Word (.docx)»."
        )


def _body(path: Path) -> "CT_Body":
    import docx

    body: CT_Body = docx.Document(str(path)).element.body
    return body


def _rows(body: "CT_Body") -> Iterator[_Row]:
    waiting: list[_Row] = []
    for block in body.xpath(_BLOCKS):
        if block.tag.endswith("}p"):
            text = _words(block)
            waiting.append((text,) if text else ())
            continue
        yield from waiting
        waiting.clear()
        yield from _table(block)


def _table(table: "CT_Tbl") -> Iterator[_Row]:
    for row in table.xpath(_ROWS):
        yield tuple(_cells(row))


def _cells(row: "CT_Row") -> Iterator[str | None]:
    """The row's cells, with None where a merged cell goes on and before an indented row."""
    yield from [None] * min(row.grid_before, _MOST_COLUMNS)
    for cell in row.xpath(_CELLS):
        yield None if cell.vMerge == "continue" else _cell(cell)
        yield from [None] * (min(cell.grid_span, _MOST_COLUMNS) - 1)


def _cell(cell: "CT_Tc") -> str | None:
    return "\n".join(_words(paragraph) for paragraph in cell.xpath(_PARAGRAPHS)).rstrip() or None


def _words(paragraph: Any) -> str:
    pieces = ((piece.tag.rpartition("}")[2], piece.text) for piece in paragraph.xpath(_PIECES))
    return "".join(
        text or "" if tag == "t" else _SIGNS.get(tag, "") for tag, text in pieces
    ).rstrip()
