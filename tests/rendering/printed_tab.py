"""Tabs as LibreOffice lays them out: the words of each row, and where they stand."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path

from lxml import etree

from sheetsync.model import Cell, Look, Row, Tab
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.office import Office
from tests.real_parts import need
from tests.workbooks.books import TODAY, write_file

_MARK = "@{}.{}@"  # by the numbers of the tab and its row
_MARKED = re.compile(r"@(\d+)\.(\d+)@")
_MARK_WIDTH = 9.0
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word on paper, in points of the page from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A row of a tab and its words on paper; `bottom` is None where the page ends with it.

    `edges` are the left edges of the tab's columns, and the right one of the last.
    """

    row: Row
    words: tuple[Word, ...]
    edges: tuple[float, ...]
    bottom: float | None

    @property
    def seen(self) -> str:
        """What its cells hold in columns that are not hidden."""
        ends = accumulate((cell.span for cell in self.row.cells), initial=0)
        wide = (
            self.edges[at + cell.span] > self.edges[at]
            for at, cell in zip(ends, self.row.cells, strict=False)
        )
        return " ".join(
            _shown(cell) for cell, seen in zip(self.row.cells, wide, strict=True) if seen
        )

    def inside(self, column: int, span: int = 1) -> list[Word]:
        """The words whose middle is in these columns, from 0."""
        left, right = self.edges[column], self.edges[column + span]
        return [word for word in self.words if left < (word.left + word.right) / 2 < right]


def printed(tabs: Sequence[Tab], folder: Path, office: Office) -> list[list[PrintedRow]]:
    """The rows of each tab, found on paper by a mark that stands behind each of them."""
    book = write_file(folder / "book.xlsx", {"План": [["№"]]})
    marked = [_marked(tab, number) for number, tab in enumerate(tabs)]
    XlsxWorkbook(book, today=TODAY).write(marked, plan_tab="План")
    paper = office.converted(book, "pdf", folder)
    words = [need("pdftotext"), "-bbox", str(paper), str(folder / "words.html")]
    subprocess.run(words, capture_output=True, check=True, timeout=120)
    found: list[list[PrintedRow]] = [[] for _ in tabs]
    for page in etree.parse(folder / "words.html").iter(f"{_XHTML}page"):
        seen = [_word(one) for one in page.iter(f"{_XHTML}word")]
        number = next((int(mark[1]) for mark in map(_mark, seen) if mark), None)
        if number is not None:
            found[number] += _rows_of(seen, tabs[number])
    return found


def _shown(cell: Cell) -> str:
    if isinstance(cell.value, date):
        return f"{cell.value:%d.%m.%Y}"
    return "" if cell.value is None else str(cell.value)


def _mark(word: Word) -> re.Match[str] | None:
    return _MARKED.fullmatch(word.text)


def _marked(tab: Tab, at: int) -> Tab:
    """Without charts and formulas, whose words no row holds."""
    rows = []
    for number, row in enumerate(tab.rows):
        cells = [replace(cell, formula=None, alarm=None) for cell in row.cells]
        blank = len(tab.widths) - sum(cell.span for cell in cells)
        mark = Cell(value=_MARK.format(at, number), look=Look(size=8))
        rows.append(replace(row, cells=(*cells, *[Cell()] * blank, mark)))
    return replace(
        tab,
        rows=tuple(rows),
        widths=(*tab.widths, _MARK_WIDTH),
        charts=(),
        blocks=(),
        filtered=None,
    )


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (
        float(element.get(name, "0")) for name in ("xMin", "yMin", "xMax", "yMax")
    )
    return Word(text=element.text or "", left=left, top=top, right=right, bottom=bottom)


def _rows_of(words: list[Word], tab: Tab) -> list[PrintedRow]:
    marks = sorted(filter(_mark, words), key=lambda word: word.top)
    others = [word for word in words if word not in marks and word.left < marks[0].left]
    begin, end = min(word.left for word in others), marks[0].left
    scale = (end - begin) / sum(tab.widths)
    edges = tuple(begin - 1 + at * scale for at in accumulate(tab.widths, initial=0.0))
    ends = [*(after.top for _, after in pairwise(marks)), None]
    return [
        PrintedRow(
            row=tab.rows[int(_mark(mark)[2])],  # type: ignore[index]
            words=tuple(
                w for w in others if mark.top - 2 <= w.top and (not bottom or w.top < bottom - 2)
            ),
            edges=edges,
            bottom=bottom,
        )
        for mark, bottom in zip(marks, ends, strict=True)
    ]
