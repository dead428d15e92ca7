"""No text of our tabs is cut: a row is as high as LibreOffice would make it for each of its cells.

LibreOffice fits a row to its text only where the row has no height and the cell is not merged, so
each cell is laid out alone in a column as wide as all that it spans.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from sheetsync.model import Agenda, Cell, Row, Tab
from sheetsync.model.fitting import fitting_height
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.summary.looks import SUBHEADING
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.builders import inputs
from tests.office import Office
from tests.rendering.states import STATES, state
from tests.sample import sample_agenda, sample_grid
from tests.workbooks.books import TODAY, write_file

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TO_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}


def tabs(agenda: Agenda, language: str) -> tuple[Tab, ...]:
    given = inputs(agenda, language=language)
    return chair_tab(given), findings_tab(given), control_tab(given, grid=sample_grid())


def wrapped(tab: Tab) -> Iterator[tuple[Cell, float, float]]:
    """Each cell that wraps, how wide it is and how high its row."""
    for row in tab.rows:
        column, height = 0, row.height or fitting_height(row, tab.widths) or 15
        for cell in row.cells:
            width = sum(tab.widths[column : column + cell.span])
            column += cell.span
            if cell.look.wrap and isinstance(cell.value, str) and cell.value:
                yield replace(cell, span=1, target=""), round(width, 2), height


def laid_out(cells: list[tuple[Cell, float, float]], folder: Path, office: Office) -> list[float]:
    """How high LibreOffice makes a row of each cell, in points."""
    widths = sorted({width for _, width, _ in cells})
    rows = [
        Row(cells=(*[Cell()] * widths.index(width), cell), height=12) for cell, width, _ in cells
    ]
    tab = Tab(key="summary", title="Alone", rows=tuple(rows), widths=tuple(widths))
    path = write_file(folder / "book.xlsx", {"План": [["№"]]})
    XlsxWorkbook(path, today=TODAY).write([tab], plan_tab="План")
    without_heights(path, folder / "free.xlsx")
    root = etree.parse(office.converted(folder / "free.xlsx", "fods", folder)).getroot()
    (sheet,) = [t for t in root.iter(f"{_TABLE}table") if t.get(f"{_TABLE}name") == "Alone"]
    heights = {
        style.get(f"{_STYLE}name"): points(one.get(f"{_STYLE}row-height", "0pt"))
        for style in root.iter(f"{_STYLE}style")
        for one in style.iter(f"{_STYLE}table-row-properties")
    }
    found: list[float] = []
    for row in sheet.iter(f"{_TABLE}table-row"):
        count = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        found += [heights[row.get(f"{_TABLE}style-name")]] * min(count, len(cells))
    return found[: len(cells)]


def without_heights(path: Path, target: Path) -> None:
    with ZipFile(path) as book, ZipFile(target, "w", ZIP_DEFLATED) as free:
        for name in book.namelist():
            data = book.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb' ht="[\d.]+" customHeight="1"', b"", data)
            free.writestr(name, data)


def points(length: str) -> float:
    number, unit = length[:-2], length[-2:]
    return float(number) * _TO_POINTS[unit]


@pytest.mark.parametrize(
    ("day", "language"),
    [(date(2021, 5, 11), "ru"), (date(2021, 10, 19), "ru"), (date(2021, 5, 11), "en")],
)
def test_no_row_is_lower_than_its_text(
    tmp_path: Path, office: Office, day: date, language: str
) -> None:
    agenda = sample_agenda(tmp_path / "sample", day)
    cells = [cell for tab in tabs(agenda, language) for cell in wrapped(tab)]
    needed = laid_out(cells, tmp_path, office)
    cut = [
        (cell.value, width, height, at_least)
        for (cell, width, height), at_least in zip(cells, needed, strict=True)
        if at_least > height + 0.5
    ]
    assert len(cells) > 100
    assert cut == []


@pytest.mark.parametrize("name", STATES)
def test_pages_end_before_a_heading_and_never_in_a_chart(tmp_path: Path, name: str) -> None:
    tab = chair_tab(state(name, tmp_path)[0])
    headings = [
        number
        for number, row in enumerate(tab.rows, 1)
        if len(row.cells) and row.cells[0].look.size == 13
    ]
    for start in tab.breaks:
        assert start - 1 not in headings
        assert start - 2 not in headings
        assert not any(cell.look == SUBHEADING for cell in tab.rows[start - 2].cells)
        for chart in tab.charts:
            assert not chart.place.top < start <= chart.place.bottom
    for one, other in pairwise(tab.breaks):
        assert sum(row.height or 15 for row in tab.rows[one - 1 : other - 1]) < 640
