"""The tables of a .docx document, with the lines above each."""

import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from sheetsync.archives import refuse_document_types, refuse_oversized
from sheetsync.errors import WorkbookUnreadable
from sheetsync.languages import _
from sheetsync.model import Area, Grid, LeftOut
from sheetsync.model.language import marked
from sheetsync.workbooks.docx_words import Words

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc

_Row = tuple[str | None, ...]

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # [MS-CFB] 2.2: the container of .doc and of ciphertext
_TRACKED = marked("revisions that are not accepted yet are read as accepted")
_MOST_COLUMNS = 63  # Word's own limit; a damaged file may claim a span of millions

_BLOCKS = "./w:p | ./w:tbl | .//w:sdtContent[not(ancestor::w:tbl)]/*[self::w:p or self::w:tbl]"
_ROWS = "./w:tr | ./w:sdt/w:sdtContent/w:tr"
_CELLS = "./w:tc | ./w:sdt/w:sdtContent/w:tc"
_PARAGRAPHS = "./w:p | ./w:sdt/w:sdtContent/w:p"


def read_docx(path: Path) -> Grid:
    """The rows of every table in turn, each table after the paragraphs above it.

    A paragraph is a row of one cell, or none where it is blank. Of merged cells the first holds
    the text. What follows the last table is left out. Words struck out or hidden do not count, nor
    what was deleted with changes tracked.

    Raises `WorkbookUnreadable` for what is no such document, OSError.
    """
    from docx.opc.exceptions import PackageNotFoundError

    _refuse_foreign(path)
    try:
        reader = _read(path)
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
            _(
                "The file “{path}” does not open as a Word document: it is damaged or none. "
                "Open it in Word, let it be repaired and save it as “Word Document (.docx)”.",
                path=path,
            )
        ) from error
    return Grid(
        title=path.stem,
        rows=tuple(reader.rows),
        merges=tuple(reader.merges),
        left_out=tuple(reader.left_out),
        remarks=(_(_TRACKED),) if reader.words.tracked else (),
    )


def _refuse_foreign(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(len(_OLE))
    if head == _OLE:
        raise WorkbookUnreadable(
            _(
                "The file “{path}” is protected by a password or of the old kind (.doc). "
                "Remove the password and save it as “Word Document (.docx)”.",
                path=path,
            )
        )
    if not head.startswith(b"PK"):
        raise WorkbookUnreadable(
            _(
                "The file “{path}” is no Word document, though it is called one. Save the "
                "plan as “Word Document (.docx)”.",
                path=path,
            )
        )


def _read(path: Path) -> "_Reader":
    import docx

    with ZipFile(path) as archive:
        refuse_oversized(archive, path)
        refuse_document_types(archive, path)
    document = docx.Document(str(path))
    reader = _Reader(words=Words.of(document))
    reader.read(document.element.body)
    return reader


@dataclass(slots=True, kw_only=True)
class _Reader:
    """The rows read so far, of all tables."""

    words: Words
    rows: list[_Row] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def read(self, body: "CT_Body") -> None:
        """All tables, each after the paragraphs above it."""
        waiting: list[_Row] = []
        for block in body.xpath(_BLOCKS):
            if block.tag.endswith("}p"):
                text = self.words.of_paragraph(block)
                waiting.append((text,) if text else ())
                self.words.unread.clear()
                continue
            self.rows += waiting
            waiting.clear()
            self._table(block)

    def _table(self, table: "CT_Tbl") -> None:
        begun: dict[int, Area] = {}  # by column, the cells that may go on in the next row
        for row in table.xpath(_ROWS):
            self._row(row, begun)
        self.merges += filter(_is_merged, begun.values())

    def _row(self, row: "CT_Row", begun: dict[int, Area]) -> None:
        """Its cells, with None where a merged cell goes on and before an indented row."""
        number = len(self.rows) + 1
        cells: list[str | None] = [None] * min(row.grid_before, _MOST_COLUMNS)
        for cell in row.xpath(_CELLS):
            column, span = len(cells) + 1, min(cell.grid_span, _MOST_COLUMNS)
            above = begun.get(column)
            if cell.vMerge == "continue" and above:
                begun[column] = replace(above, bottom=number)
            else:
                self.merges += filter(_is_merged, [above] if above else [])
                begun[column] = Area(
                    top=number, left=column, bottom=number, right=column + span - 1
                )
            cells.append(None if cell.vMerge == "continue" else self._cell(cell, number, column))
            cells += [None] * (span - 1)
        self.rows.append(tuple(cells))

    def _cell(self, cell: "CT_Tc", row: int, column: int) -> str | None:
        text = "\n".join(map(self.words.of_paragraph, cell.xpath(_PARAGRAPHS))).rstrip()
        self.left_out += (
            LeftOut(row=row, column=column, why=why, words=words)
            for why, words in self.words.unread
        )
        self.words.unread.clear()
        return text or None


def _is_merged(area: Area) -> bool:
    return area.bottom > area.top or area.right > area.left
