"""Prints what a day costs on a shared sheet, beside the script that people write with gspread.

Both talk to the emulator, which is a process of its own; its answers take no time on the way, so
that real Google adds its delay once a request.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

import gspread
import requests
from google.auth.credentials import AnonymousCredentials

from sheetsync.model import Cell, Look, Row, Tab
from sheetsync.workbooks.google.client import SheetsClient
from sheetsync.workbooks.google.workbook import GoogleWorkbook

SIZES = (24, 1_000, 10_000, 50_000)
HEADER = ["№", "Мероприятие", "Сроки", "Ответственные", "Отметка"]
DEPARTMENTS = 20
TESTS = Path(__file__).parents[1]


@contextmanager
def emulator(port: int = 18557) -> Iterator[str]:
    """Its address."""
    command = [sys.executable, "-m", "sheets_emulator", "--port", str(port)]
    process = subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


def seed(base: str, size: int) -> str:
    """A spreadsheet with a plan of that many rows; its id."""
    client = SheetsClient(AnonymousCredentials(), base=base)
    address = "https://sheets.googleapis.com/v4/spreadsheets"
    made = client.request("post", address, json={"properties": {"title": "План"}}).json()
    grid = {"rowCount": size + 10, "columnCount": 10}
    properties = {"sheetId": 0, "title": "План", "gridProperties": grid}
    change = {"properties": properties, "fields": "title,gridProperties(rowCount,columnCount)"}
    client.batch_update(made["spreadsheetId"], {"requests": [{"updateSheetProperties": change}]})
    rows = [HEADER, *(_row(number) for number in range(1, size + 1))]
    client.values_update(
        made["spreadsheetId"],
        "'План'!A1",
        params={"valueInputOption": "RAW"},
        body={"values": rows},
    )
    return str(made["spreadsheetId"])


def _row(number: int) -> list[str | int]:
    return [
        number,
        f"Провести мероприятие № {number}",
        "апрель",
        f"Отдел {number % DEPARTMENTS}",
        "",
    ]


def tabs(day: date, size: int) -> tuple[Tab, ...]:
    """A tab of a line a measure, as the largest of ours."""
    look = Look(bold=True)
    rows = [Row(cells=(Cell(value=f"на {day}", look=look),))]
    rows += [Row(cells=(Cell(value=n), Cell(value=f"мера {n}"))) for n in range(size)]
    return (Tab(key="summary", title="Сводка", rows=tuple(rows), widths=(10, 40)),)


def ours(base: str, spreadsheet: str, size: int) -> Callable[[date], SheetsClient]:
    """A day: one read, one write."""
    places: dict[str, object] = {}

    def run(day: date) -> SheetsClient:
        client = SheetsClient(AnonymousCredentials(), base=base)
        workbook = GoogleWorkbook(spreadsheet, client, places=places)  # type: ignore[arg-type]
        grid = workbook.read()
        workbook.write(tabs(day, size), plan_tab=grid.title)
        return client

    return run


def plain(base: str, spreadsheet: str, size: int) -> Callable[[date], SheetsClient]:
    """What a search for "gspread overdue" comes to: a call a thing."""

    def run(day: date) -> SheetsClient:
        client = SheetsClient(AnonymousCredentials(), base=base)
        google = gspread.Client(AnonymousCredentials(), http_client=lambda *_: client)
        book = google.open_by_key(spreadsheet)
        book.worksheet("План").get_all_records()
        try:
            tab = book.worksheet("Сводка")
        except gspread.WorksheetNotFound:
            tab = book.add_worksheet("Сводка", size + 10, 5)
        tab.clear()
        tab.update([[f"на {day}"]], "A1")
        tab.format("A1", {"textFormat": {"bold": True}})
        for start in range(0, size, 500):
            block = [[n, f"мера {n}"] for n in range(start, min(start + 500, size))]
            tab.update(block, f"A{start + 2}")
        for column in "AB":
            tab.format(f"{column}2:{column}{size + 1}", {"wrapStrategy": "WRAP"})
        return client

    return run


def main() -> None:
    """A line a size and a way: the second day of each, when all is set up."""
    with emulator() as base:
        for size in SIZES:
            for name, way in (("sheetsync", ours), ("plain gspread", plain)):
                requests.post(f"{base}/_emulator/reset", timeout=10)
                run = way(base, seed(base, size), size)
                run(date(2021, 5, 11))
                started = perf_counter()
                traffic = run(date(2021, 5, 12)).traffic
                seconds = perf_counter() - started
                sent, got = traffic.sent / 1e6, traffic.received / 1e6
                print(
                    f"{size:6} rows  {name:14} {traffic.requests:3} requests  {seconds:6.2f} s  "
                    f"{sent:6.2f} MB sent  {got:6.2f} MB read"
                )


if __name__ == "__main__":
    main()
