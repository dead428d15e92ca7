"""The workbooks under test, each behind a maker that takes staff's tabs as lists of rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sheetsync.model import Grid
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.memory import MemoryWorkbook
from sheetsync.workbooks.xlsx import XlsxWorkbook
from tests.workbooks.books import TODAY, Rows, write_file


@pytest.fixture(params=["memory", "xlsx"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[dict[str, Rows]], Workbook]:
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

    return {"memory": in_memory, "xlsx": in_file}[request.param]
