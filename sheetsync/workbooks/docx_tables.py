"""The tables of a .docx document, with the lines above each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from sheetsync.archives import (
    DOCX_DAMAGE,
    Container,
    container_of,
    refuse_document_types,
    refuse_oversized,
)
from sheetsync.errors import WorkbookUnreadable
from sheetsync.languages import _
from sheetsync.model import Area, Grid, LeftOut, Unread
from sheetsync.model.language import marked
from sheetsync.workbooks.docx_numbering import Numbering
from sheetsync.workbooks.docx_xml import Footnotes, boxed, found, value

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.document import CT_Body
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc

_Row = tuple[str | None, ...]

_TRACKED = marked("revisions that are not accepted yet are read as accepted")
_MOST_COLUMNS = 63  # Word's own limit; a damaged file may claim a span of millions

_BLOCKS = "./w:p | ./w:tbl | .//w:sdtContent[not(ancestor::w:tbl)]/*[self::w:p or self::w:tbl]"
_ROWS = "./w:tr | ./w:sdt/w:sdtContent/w:tr"
_CELLS = "./w:tc | ./w:sdt/w:sdtContent/w:tc"
_PARAGRAPHS = "./w:p | ./w:sdt/w:sdtContent/w:p | ./w:tbl//w:p"  # a table in a cell is its words

# Elements are found through the document's own tree: python-docx's `text`, `paragraphs` and
# `cells` leave out what stands in a content control or was inserted with changes tracked. A text
# box stands twice in the file, a moved passage at its old place too.
_RUNS = ".//w:r[not(ancestor::w:txbxContent or ancestor::w:moveFrom or ancestor::w:del)]"
_CHANGED = ".//w:ins | .//w:del | .//w:moveFrom | .//w:moveTo"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARKS = {"strike": Unread.STRUCK, "dstrike": Unread.STRUCK, "vanish": Unread.HIDDEN}
_OFF = ("0", "false", "off")


def read_docx(path: Path) -> Grid:
    """The rows of every table in turn, each table after the paragraphs above it.

    A paragraph is a row of one cell, or none where it is blank; a table of one column is read as
    paragraphs. Of merged cells the first holds the text. What follows the last table, footnotes and
    text boxes are left out. Words struck out or hidden do not count, nor what was deleted with
    changes tracked.

    Raises `WorkbookUnreadable` for what is no such document, OSError.
    """
    _refuse_foreign(path)
    try:
        reader = _read(path)
    # Not python-docx's own PackageNotFoundError: zipfile looks first.
    except DOCX_DAMAGE as error:
        raise WorkbookUnreadable(
            "The file “{path}” does not open as a Word document: it is damaged or none. "
            "Open it in Word, let it be repaired and save it as “Word Document (.docx)”.",
            path=path,
        ) from error
    return Grid(
        title=path.stem,
        rows=tuple(reader.rows),
        merges=tuple(reader.merges),
        left_out=tuple(reader.left_out),
        remarks=(_(_TRACKED),) if reader.words.tracked else (),
        paragraphs=frozenset(reader.paragraphs),
    )


def _refuse_foreign(path: Path) -> None:
    match container_of(path):
        case Container.ENCRYPTED:
            raise WorkbookUnreadable(
                "The file “{path}” is protected by a password. Remove it in Word: File – Info – "
                "Protect Document – Encrypt with Password.",
                path=path,
            )
        case Container.OLD:
            raise WorkbookUnreadable(
                "The file “{path}” is a document of the old kind (.doc). Open it in its own "
                "program and save it as “Word Document (.docx)”.",
                path=path,
            )
        case Container.OTHER:
            raise WorkbookUnreadable(
                "The file “{path}” is no Word document, though it is called one. Save the "
                "plan as “Word Document (.docx)”.",
                path=path,
            )


def _read(path: Path) -> "_Reader":
    import docx

    with ZipFile(path) as archive:
        refuse_oversized(archive, path)
        refuse_document_types(archive, path)
    document = docx.Document(str(path))
    reader = _Reader(words=_Words.of(document))
    reader.read(document.element.body)
    return reader


@dataclass(slots=True, kw_only=True)
class _Words:
    """Reads paragraphs in the document's order, which their numbers need.

    `unread` are the words that were left out since it was last emptied; `tracked` says whether any
    paragraph was changed with changes tracked: what was inserted counts, what was deleted does not.
    """

    numbering: Numbering
    styles: dict[str, Any]
    footnotes: Footnotes
    unread: list[tuple[Unread, str]] = field(default_factory=list)
    tracked: bool = False

    @classmethod
    def of(cls, document: "Document") -> "_Words":
        """The reader of a document."""
        styles = {style.style_id: style.element for style in document.styles}
        return cls(numbering=Numbering(document), styles=styles, footnotes=Footnotes(document))

    def of_paragraph(self, paragraph: Any) -> str:
        """The paragraph's visible words after the number that Word gives it."""
        self.tracked |= bool(found(paragraph, _CHANGED))
        number = self.numbering.before(paragraph)
        said = "".join(self._counted(paragraph)).rstrip()
        self.unread += ((Unread.FOOTNOTE, words) for words in self.footnotes.of(paragraph))
        self.unread += ((Unread.BOXED, words) for words in boxed(paragraph))
        return f"{number} {said}".strip() if number else said

    def _counted(self, paragraph: Any) -> Iterator[str]:
        for run in found(paragraph, _RUNS):
            text = "".join(map(_text, run))
            why = self._why_unread(run, paragraph) if text.strip() else None
            if why is None:
                yield text
            else:
                self.unread.append((why, text.strip()))

    def _why_unread(self, run: Any, paragraph: Any) -> Unread | None:
        """Why the run does not count, by its own format, its style's or the paragraph's."""
        names = value(run, "./w:rPr/w:rStyle"), value(paragraph, "./w:pPr/w:pStyle")
        holders = (run, *(self.styles[name] for name in names if name in self.styles))
        for mark, why in _MARKS.items():
            for holder in holders:
                if found(holder, f"./w:rPr/w:{mark}"):
                    if value(holder, f"./w:rPr/w:{mark}") not in _OFF:
                        return why
                    break
        return None


def _text(piece: Any) -> str:
    name = piece.tag.rpartition("}")[2]
    return piece.text or "" if name == "t" else _SIGNS.get(name, "")


@dataclass(slots=True, kw_only=True)
class _Reader:
    """The rows read so far, of all tables; `paragraphs` are those of lines outside them."""

    words: _Words
    rows: list[_Row] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)

    def read(self, body: "CT_Body") -> None:
        """All tables, each after the paragraphs above it."""
        end = 0  # of the last table
        for block in found(body, _BLOCKS):
            if block.tag.endswith("}p"):
                self._paragraph(self.words.of_paragraph(block))
            else:
                self._table(block)
                end = len(self.rows)
        # Signatures, dates and notes are no rows; a measure that stands there has to be told.
        for number, row in enumerate(self.rows[end:], start=end + 1):
            if row and row[0]:
                below = LeftOut(row=number, column=1, why=Unread.BELOW, words=row[0])
                self.left_out.append(below)
        del self.rows[end:]
        self.paragraphs = {number for number in self.paragraphs if number <= end}

    def _paragraph(self, text: str) -> None:
        number = len(self.rows) + 1
        self._leave_out(number, 1)
        self.rows.append((text,) if text else ())
        if text:
            self.paragraphs.add(number)

    def _leave_out(self, row: int, column: int) -> None:
        self.left_out += (
            LeftOut(row=row, column=column, why=why, words=words)
            for why, words in self.words.unread
        )
        self.words.unread.clear()

    def _table(self, table: "CT_Tbl") -> None:
        begun: dict[int, Area] = {}  # by column, the cells that may go on in the next row
        first = len(self.rows)
        for row in found(table, _ROWS):
            self._row(row, begun)
        self.merges += filter(_is_merged, begun.values())
        own = self.rows[first:]
        if all(len(row) == 1 for row in own):
            # A heading in a frame.
            self.paragraphs |= {n for n, row in enumerate(own, start=first + 1) if row[0]}

    def _row(self, row: "CT_Row", begun: dict[int, Area]) -> None:
        """Add the row's cells, None where a merged cell goes on and before an indented row."""
        number = len(self.rows) + 1
        cells: list[str | None] = [None] * min(row.grid_before, _MOST_COLUMNS)
        for cell in found(row, _CELLS):
            column, span = len(cells) + 1, min(cell.grid_span, _MOST_COLUMNS)
            above = begun.get(column)
            # A damaged file may go on with a merge that nothing began.
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
        text = "\n".join(map(self.words.of_paragraph, found(cell, _PARAGRAPHS))).rstrip()
        self._leave_out(row, column)
        return text or None


def _is_merged(area: Area) -> bool:
    return area.bottom > area.top or area.right > area.left
