"""The workbooks under test, each behind a maker that takes staff's tabs as lists of rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sheetsync.model import Grid
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.memory import MemoryWorkbook
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.sheets_emulator import Emulator
from tests.workbooks.books import TODAY, Rows, write_file
from tests.workbooks.sheets import shared_sheet


@pytest.fixture
def google(served: tuple[Emulator, str]) -> tuple[Emulator, str]:
    """The emulator as new: no files, and no faults of the test before."""
    emulator, _ = served
    emulator.reset()
    return served


@pytest.fixture(params=["memory", "xlsx", "google"])
def make(
    request: pytest.FixtureRequest, tmp_path: Path, google: tuple[Emulator, str]
) -> Callable[[dict[str, Rows]], Workbook]:
    def in_memory(tabs: dict[str, Rows]) -> Workbook:
        grids = [
            Grid(title=title, rows=tuple(tuple(row) for row in rows))
            for title, rows in tabs.items()
        ]
        return MemoryWorkbook(*grids)

    def in_file(tabs: dict[str, Rows]) -> Workbook:
        path = tmp_path / "Планы на год" / "План работ.xlsx"
        path.parent.mkdir()
        return XlsxWorkbook(write_file(path, tabs), today=TODAY)

    def in_google(tabs: dict[str, Rows]) -> Workbook:
        return shared_sheet(*google, tabs).open()

    return {"memory": in_memory, "xlsx": in_file, "google": in_google}[request.param]
