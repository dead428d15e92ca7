"""Spreadsheets of the emulator to test with."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from google.auth.credentials import AnonymousCredentials

from sheetsync.model import CellValue, Place
from sheetsync.workbooks.google.client import Patience, SheetsClient
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from sheetsync.workbooks.values import serial
from tests.sheets_emulator import Emulator
from tests.workbooks.books import Rows

# Google begins with 1,000 rows; what is done to all of them is paid for by each.
ROWS = 100


@dataclass
class Shared:
    """A spreadsheet that staff keep, and a program's ways to it."""

    emulator: Emulator
    base: str
    id: str
    places: dict[str, Place] = field(default_factory=dict)
    timeout: float = 60

    def open(self, address: str = "") -> GoogleWorkbook:
        """As a new run would; sleeping only moves the emulator's clock."""
        clock = self.emulator.clock
        patience = Patience(clock=clock, sleep=clock.sleep, chance=max, timeout=(60, self.timeout))
        client = SheetsClient(AnonymousCredentials(), base=self.base, patience=patience)
        told = address or self.id
        return GoogleWorkbook(told, client, places=self.places, account="robot@example.org")

    def sheet_id(self, title: str) -> int:
        sheet = self.emulator.world.book(self.id).titled(title)
        assert sheet
        return sheet.id

    def titles(self) -> list[str]:
        return [sheet.title for sheet in self.emulator.world.book(self.id).sheets]


def shared_sheet(emulator: Emulator, base: str, tabs: dict[str, Rows]) -> Shared:
    """A spreadsheet with these tabs, as staff would make it."""
    book = emulator.seed("План работ")
    requests: list[dict[str, Any]] = []
    for number, (title, rows) in enumerate(tabs.items(), 100):
        size = {"rowCount": max(ROWS, len(rows)), "columnCount": max([26, *map(len, rows)])}
        properties = {"title": title, "sheetId": number, "gridProperties": size}
        requests.append({"addSheet": {"properties": properties}})
        cells = [{"values": [_cell(value) for value in row]} for row in rows]
        fields = "userEnteredValue,userEnteredFormat"
        requests.append(
            {"updateCells": {"start": {"sheetId": number}, "rows": cells, "fields": fields}}
        )
    requests.append({"deleteSheet": {"sheetId": 0}})
    emulator.edit(book.id, requests)
    return Shared(emulator, base, book.id)


def struck(sheet_id: int, cells: list[list[tuple[str, bool]]]) -> list[dict[str, Any]]:
    """Strike out parts of the texts in row 1, as people do: all of a text by the cell's format."""
    struck_out = {"strikethrough": True}
    row: list[dict[str, Any]] = []
    for runs in cells:
        starts = [
            len("".join(text for text, _ in runs[:n]).encode("utf-16-le")) // 2
            for n in range(len(runs))
        ]
        rich = [
            {"startIndex": start, "format": struck_out if is_struck else {}}
            for start, (_, is_struck) in zip(starts, runs, strict=True)
        ]
        whole = {"userEnteredFormat": {"textFormat": struck_out}} if runs[0][1] else {}
        row.append({"textFormatRuns": rich} if len(runs) > 1 else whole)
    fields = "textFormatRuns,userEnteredFormat.textFormat.strikethrough"
    rows = [{"values": row}]
    return [{"updateCells": {"start": {"sheetId": sheet_id}, "rows": rows, "fields": fields}}]


def _cell(value: CellValue) -> dict[str, Any]:
    if value is None:
        return {}
    if isinstance(value, bool):
        return {"userEnteredValue": {"boolValue": value}}
    if isinstance(value, str):
        return {"userEnteredValue": {"stringValue": value}}
    if isinstance(value, date):
        kind = "DATE_TIME" if isinstance(value, datetime) else "DATE"
        return {
            "userEnteredValue": {"numberValue": serial(value, epoch_1904=False)},
            "userEnteredFormat": {"numberFormat": {"type": kind}},
        }
    return {"userEnteredValue": {"numberValue": value}}
