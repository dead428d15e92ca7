"""The workbooks under test, each behind a maker that takes staff's tabs as lists of rows."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from sheetsync.model import CellValue, Grid
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.unsaved import UnsavedWorkbook
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.sheets_emulator import Emulator
from tests.workbooks.books import TODAY, Rows, write_file
from tests.workbooks.sheets import shared_sheet, struck


@pytest.fixture
def google(served: tuple[Emulator, str]) -> tuple[Emulator, str]:
    """The emulator as new: no files, and no faults of the test before."""
    emulator, _ = served
    emulator.reset()
    return served


Runs = list[tuple[str, bool]]
"""The parts of one cell's text, each with whether it is struck out."""


@pytest.fixture(params=["xlsx", "google"])
def make_struck(
    request: pytest.FixtureRequest, tmp_path: Path, google: tuple[Emulator, str]
) -> Callable[[list[Runs]], Workbook]:
    """A workbook with one row of cells whose text is struck out, all of it or in part."""

    def in_file(cells: list[Runs]) -> Workbook:
        path = tmp_path / "План работ.xlsx"
        with xlsxwriter.Workbook(path) as book:
            formats = {True: book.add_format({"font_strikeout": True}), False: book.add_format()}
            sheet = book.add_worksheet("План")
            for column, runs in enumerate(cells):
                if len(runs) == 1:
                    sheet.write_string(0, column, runs[0][0], formats[runs[0][1]])
                else:
                    parts = [
                        part for text, is_struck in runs for part in (formats[is_struck], text)
                    ]
                    sheet.write_rich_string(0, column, *parts)
        return XlsxWorkbook(path, today=TODAY)

    def in_google(cells: list[Runs]) -> Workbook:
        texts: list[CellValue] = ["".join(text for text, _ in runs) for runs in cells]
        shared = shared_sheet(*google, {"План": [texts]})
        shared.emulator.edit(shared.id, struck(100, cells))
        return shared.open()

    return {"xlsx": in_file, "google": in_google}[request.param]


@pytest.fixture(params=["memory", "xlsx", "google"])
def make(
    request: pytest.FixtureRequest, tmp_path: Path, google: tuple[Emulator, str]
) -> Callable[[dict[str, Rows]], Workbook]:
    def in_memory(tabs: dict[str, Rows]) -> Workbook:
        grids = [
            Grid(title=title, rows=tuple(tuple(row) for row in rows))
            for title, rows in tabs.items()
        ]
        return UnsavedWorkbook(*grids)

    def in_file(tabs: dict[str, Rows]) -> Workbook:
        path = tmp_path / "Планы на год" / "План работ.xlsx"
        path.parent.mkdir()
        return XlsxWorkbook(write_file(path, tabs), today=TODAY)

    def in_google(tabs: dict[str, Rows]) -> Workbook:
        return shared_sheet(*google, tabs).open()

    return {"memory": in_memory, "xlsx": in_file, "google": in_google}[request.param]
