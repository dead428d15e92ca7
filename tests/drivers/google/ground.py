"""What a case begins with: a spreadsheet as staff keep it, a folder, and how both come back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from sheetsync.cli import cli
from tests.sheets_emulator import Emulator, people
from tests.sheets_emulator.state import Book, Sheet
from tests.workbooks.sheets import Shared

MARK = "sheetsync"
PLAN, BUDGET = "План", "Бюджет"
FIRST, NEXT, LATER = "2021-05-11", "2021-05-12", "2021-05-13"
HEADER = 6
Requests = people.Requests


@dataclass
class Site:
    """The spreadsheet, the folder whose plan it is, and the emulator that serves both."""

    emulator: Emulator
    book_id: str
    folder: Path

    @property
    def book(self) -> Book:
        return self.emulator.world.book(self.book_id)

    @property
    def plan(self) -> Sheet:
        """The plan tab, whatever its title is by now; 100 is the id it was made with."""
        found = self.book.sheet(100)
        if found is None:
            raise LookupError("the plan tab is gone")
        return found

    def ours(self) -> dict[str, Sheet]:
        """Our tabs by their keys."""
        marks = {
            tag["location"]["sheetId"]: tag["metadataValue"].split(" ")[0]
            for tag in self.book.metadata
            if tag["metadataKey"] == MARK and "sheetId" in tag["location"]
        }
        return {marks[sheet.id]: sheet for sheet in self.book.sheets if sheet.id in marks}

    def columns(self) -> dict[str, int]:
        """Our columns on the plan tab by their names."""
        return {
            tag["metadataValue"]: tag["location"]["dimensionRange"].get("startIndex", 0)
            for tag in self.book.metadata
            if tag["metadataKey"] == MARK and "dimensionRange" in tag["location"]
        }

    def call(self, words: str) -> Result:
        """A command in the folder."""
        command, *rest = words.split()
        return CliRunner().invoke(cli, [command, "-C", str(self.folder), *rest])

    def asked(self) -> int:
        """How many requests were made since the log was last emptied, tokens aside."""
        return sum("/token" not in logged.line for logged in self.emulator.log)


@dataclass(frozen=True)
class Ground:
    """A state of spreadsheet and folder to begin from again and again."""

    book: Book
    folder: Path


def keep(site: Site, aside: Path) -> Ground:
    """Put the state of now aside."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(site.folder, aside)
    return Ground(site.book.copy(), aside)


def restore(site: Site, ground: Ground) -> None:
    """Begin from that state: no faults, no edits, an empty log."""
    shutil.rmtree(site.folder)
    shutil.copytree(ground.folder, site.folder)
    site.emulator.world.keep(ground.book.copy())
    site.emulator.faults.clear()
    site.emulator.edits.clear()
    site.emulator.log.clear()


@contextmanager
def apart(site: Site, aside: Path) -> Iterator[None]:
    """What happens inside leaves no trace."""
    ground = keep(site, aside)
    try:
        yield
    finally:
        restore(site, ground)


def furnish(sheet: Shared) -> None:
    """Give the plan tab what staff give theirs, and a tab of their own beside it."""
    plan = sheet.sheet_id(PLAN)
    sheet.emulator.edit(sheet.id, [*_dress(plan), *_rules(plan), *_another_tab()])


def _dress(plan: int) -> Requests:
    """Looks, merged titles, a note and sizes."""
    dress = {"textFormat": {"bold": True}, "backgroundColor": {"red": 0.9, "green": 0.9}}
    heads = {"range": area(plan, HEADER, HEADER + 1, 0, 4), "cell": {"userEnteredFormat": dress}}
    properties = {"sheetId": plan, "gridProperties": {"frozenRowCount": HEADER + 1}}
    frozen = {"properties": properties, "fields": "gridProperties.frozenRowCount"}
    note = {"rows": [{"values": [{"note": "уточнить"}]}], "fields": "note"}
    columns = {"sheetId": plan, "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}
    wide = {"range": columns, "properties": {"pixelSize": 420}, "fields": "pixelSize"}
    return [
        {"repeatCell": {**heads, "fields": "userEnteredFormat"}},
        {"mergeCells": {"range": area(plan, 2, 3, 0, 4), "mergeType": "MERGE_ALL"}},
        {"mergeCells": {"range": area(plan, 3, 4, 0, 4), "mergeType": "MERGE_ALL"}},
        {"updateSheetProperties": frozen},
        {"updateCells": {"start": spot(plan, 9, 1), **note}},
        {"updateDimensionProperties": wide},
    ]


def _rules(plan: int) -> Requests:
    """Conditional formats, choices, a protection and a name."""
    when = {"type": "TEXT_CONTAINS", "values": [{"userEnteredValue": "апрель"}]}
    bold = {"condition": when, "format": {"textFormat": {"bold": True}}}
    whole_rows = {"ranges": [area(plan, 8, 32, 0, 4)], "booleanRule": bold}
    one_column = {"ranges": [area(plan, 8, 32, 2, 3)], "booleanRule": bold}
    choice = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "УМЦ"}]}
    choices = {"range": area(plan, 30, 34, 3, 4), "rule": {"condition": choice, "strict": False}}
    warning = {"range": area(plan, 0, 4, 0, 4), "warningOnly": True, "description": "шапка"}
    return [
        {"addConditionalFormatRule": {"rule": whole_rows, "index": 0}},
        {"addConditionalFormatRule": {"rule": one_column, "index": 0}},
        {"setDataValidation": choices},
        {"addProtectedRange": {"protectedRange": warning}},
        {"addNamedRange": {"namedRange": {"name": "сроки", "range": area(plan, 8, 32, 2, 3)}}},
    ]


def _another_tab() -> Requests:
    """With a formula that reads the plan, a filter and a chart."""
    chart = {
        "chartId": 77,
        "spec": {"title": "Бюджет", "basicChart": {"chartType": "BAR"}},
        "position": {"overlayPosition": {"anchorCell": spot(300, 5, 0)}},
    }
    return [
        *people.add_tab(BUDGET, 300),
        *people.paste(300, 0, 0, [["статья", "сумма"], ["учёба", "10"], ["слёт", "20"]]),
        formula(300, 3, 1, f"=COUNTA('{PLAN}'!B9:B32)"),
        {"setBasicFilter": {"filter": {"range": area(300, 0, 4, 0, 2)}}},
        {"addChart": {"chart": chart}},
    ]


def beside_ours(site: Site) -> Requests:
    """Columns of staff's right behind ours, full to the last row, and words in our own."""
    columns = site.columns()
    last, status = max(columns.values()) + 1, columns["status"]
    names = ["Бюджет", *(f"{100 + n} руб." for n in range(24))]
    plan = site.plan.id
    return [
        *people.paste(plan, HEADER, last, [[name] for name in names]),
        *people.paste(plan, HEADER, last + 1, [[f"прим. {n}"] for n in range(25)]),
        *people.paste(plan, HEADER + 4, status, [["выполнено 5 мая"], ["отменено"]]),
    ]


def broken(site: Site) -> Requests:
    """Our columns as people leave them: no header, no formula, no choices, no colours."""
    columns, plan = site.columns(), site.plan
    cells = [area(plan.id, HEADER, 34, index, index + 1) for index in columns.values()]
    return [
        *({"setDataValidation": {"range": one}} for one in cells),
        *people.paste(plan.id, HEADER, columns["status"], [["как дела"]]),
        *people.paste(plan.id, HEADER, columns["lookup"], [["тут было"], ["и тут"]]),
        *(
            {"deleteConditionalFormatRule": {"sheetId": plan.id, "index": 0}}
            for _ in plan.rules[:-2]
        ),
    ]


def area(sheet_id: int, top: int, bottom: int, left: int, right: int) -> dict[str, Any]:
    """Cells as a GridRange."""
    return {
        "sheetId": sheet_id,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def spot(sheet_id: int, row: int, column: int) -> dict[str, Any]:
    """A cell as a GridCoordinate."""
    return {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}


def formula(sheet_id: int, row: int, column: int, text: str) -> dict[str, Any]:
    """A formula that a person types."""
    rows = [{"values": [{"userEnteredValue": {"formulaValue": text}}]}]
    start = spot(sheet_id, row, column)
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}
