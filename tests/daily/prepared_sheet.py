"""The plan tab of a shared sheet in the hands of staff and of `setup-sheet`."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sheetsync.workbooks.google.own_columns import is_lookup
from tests.sheets_emulator import people
from tests.sheets_emulator.grid import cell
from tests.sheets_emulator.state import Cell, Sheet
from tests.sheets_emulator.world import File
from tests.workbooks.sheets import Shared

HEADER = 6  # the header's row from 0: title lines stand above it
STATUS, LOOKUP = 4, 5  # where the columns go: the plan has four


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A plan's folder and spreadsheet as commands left them."""

    folder: Path
    file: File

    @classmethod
    def once(
        cls, place: Path, folder: Path, sheet: Shared, *, prepare: Callable[[], object]
    ) -> "Prepared":
        """What `prepare` makes of them, kept in `place`."""
        prepare()
        shutil.copytree(folder, place)
        return cls(folder=place, file=_copy(sheet.emulator.world.files[sheet.id]))

    def put_back(self, folder: Path, sheet: Shared) -> None:
        """Make folder and spreadsheet so again."""
        shutil.rmtree(folder)
        shutil.copytree(self.folder, folder)
        sheet.id = self.file.id
        sheet.emulator.world.files[sheet.id] = _copy(self.file)


def _copy(file: File) -> File:
    return replace(file, book=file.book and file.book.copy())


def plan_tab(sheet: Shared) -> Sheet:
    """The tab as it is now."""
    found = sheet.emulator.world.book(sheet.id).titled("План")
    assert found
    return found


def looks(sheet: Shared) -> tuple[object, ...]:
    """All of the tab, and all marks in the spreadsheet on its columns."""
    return plan_tab(sheet).copy(), marks(sheet)


def marks(sheet: Shared) -> list[dict[str, Any]]:
    """The marks on columns, anywhere in the spreadsheet."""
    tags = sheet.emulator.world.book(sheet.id).copy().metadata
    return [tag for tag in tags if "dimensionRange" in tag["location"]]


def staff_cells(sheet: Shared, columns: int = 4) -> list[tuple[Cell, ...]]:
    """The cells of the first columns, which are staff's."""
    return [line[:columns] for line in plan_tab(sheet).lines if any(line[:columns])]


def shown(sheet: Shared, row: int, column: int) -> str:
    """What was typed into a cell; the text of a formula."""
    value = cell(plan_tab(sheet), row, column).get("userEnteredValue", {})
    return str(next(iter(value.values()), ""))


def lookup_columns(sheet: Shared) -> list[int]:
    """The columns whose header cell holds our formula."""
    width = plan_tab(sheet).column_count
    return [column for column in range(width) if is_lookup(shown(sheet, HEADER, column))]


def columns(sheet: Shared, start: int, count: int = 1) -> dict[str, Any]:
    """Columns of the plan tab as a DimensionRange."""
    end = start + count
    place = {"sheetId": plan_tab(sheet).id, "dimension": "COLUMNS"}
    return {**place, "startIndex": start, "endIndex": end}


def put(sheet: Shared, row: int, column: int, text: str) -> list[dict[str, Any]]:
    """What a person does who types into a cell."""
    return people.paste(plan_tab(sheet).id, row, column, [[text]])


def move(sheet: Shared, column: int, to: int) -> list[dict[str, Any]]:
    """What a person does who drags a column."""
    return [{"moveDimension": {"source": columns(sheet, column), "destinationIndex": to}}]


def new_column(sheet: Shared, at: int) -> list[dict[str, Any]]:
    """What a person does who puts in a column."""
    return [{"insertDimension": {"range": columns(sheet, at)}}]


def written(sheet: Shared) -> list[dict[str, Any]]:
    """The requests that were sent to change the sheet, since the last question."""
    posted = [each for each in sheet.emulator.log if each.line.endswith(":batchUpdate")]
    sheet.emulator.log.clear()
    return [request for each in posted for request in each.json()["requests"]]


def named_columns(request: Any, sheet_id: int) -> Iterator[range]:
    """The columns of that tab which a request names anywhere."""
    if isinstance(request, list):
        for inner in request:
            yield from named_columns(inner, sheet_id)
    elif isinstance(request, dict):
        if request.get("sheetId") == sheet_id:
            start = int(request.get("startColumnIndex", request.get("startIndex", 0)))
            end = int(request.get("endColumnIndex", request.get("endIndex", 10**6)))
            yield range(start, end)
        for inner in request.values():
            yield from named_columns(inner, sheet_id)
