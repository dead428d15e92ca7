"""A folder with the sample plan as its staff edits it and the daily job runs in it."""

import json
import signal
import subprocess
import sys
import time
import tomllib
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.worksheet.merge import MergedCellRange
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync.cli import cli
from sheetsync.new_folder import make_sample
from tests.policy_checker.sample import DAYS_OFF

NUMBER, MEASURE, DEADLINE, RESPONSIBLE, STATUS = range(1, 6)
Edit = Callable[[Worksheet], None]


def make_folder(folder: Path, *, port: int = 0) -> Path:
    """The demo's folder before its first run; letters go to `port` of this computer, if given."""
    make_sample(folder)
    days = ", ".join(str(day) for day in DAYS_OFF)
    path = folder / "sheetsync.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("# extra_days_off = []", f"extra_days_off = [{days}]")
    if port:
        server = f'[mail]\nserver = "127.0.0.1"\nport = {port}\nsecurity = "plain"'
        text = text.replace("[mail]", server)
    assert len(tomllib.loads(text)["calendar"]["extra_days_off"]) == len(DAYS_OFF)
    path.write_text(text, encoding="utf-8")
    return folder


def send_away(folder: Path, address: str, first: date, last: date, to: str) -> None:
    """Let a department be away, by the roster."""
    path = folder / "departments.toml"
    away = f'away = {{ from = {first}, to = {last}, to_address = "{to}" }}'
    entry = f'addresses = ["{address}"]'
    text = path.read_text(encoding="utf-8")
    assert entry in text
    path.write_text(text.replace(entry, f"{entry}\n{away}"), encoding="utf-8")


def run_day(folder: Path, day: date, *options: str) -> dict[str, Any]:
    """What a run of that day prints; a bug shows its traceback."""
    words = ["run", "-C", str(folder), "--today", str(day), "--json", *options]
    result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert result.exit_code in {0, 6}, result.output  # 6: some letters were not delivered
    return dict(json.loads(result.stdout))


def kill_run(folder: Path, day: date, seconds: float) -> None:
    """Start a run of that day and kill it after so many seconds."""
    words = [sys.executable, "-m", "sheetsync", "run", "-C", str(folder), "--today", str(day)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


@contextmanager
def plan_sheet(folder: Path) -> Iterator[Worksheet]:
    """The plan's tab in the hands of staff; it is saved at the end."""
    path = folder / "plan.xlsx"
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patched:
        warnings.simplefilter("ignore")  # openpyxl tells what it does not know of our tabs
        # Borders amid the merged cells of our tabs, half of the time to open a book.
        patched.setattr(MergedCellRange, "format", lambda _: None)
        book = load_workbook(path)
        sheet = book["План"]
        assert isinstance(sheet, Worksheet)
        yield sheet
        book.save(path)


def write(number: str, column: int, text: str) -> Edit:
    """Somebody writes into a cell of the measure's row."""

    def edit(sheet: Worksheet) -> None:
        sheet.cell(_row(sheet, number), column, text)

    return edit


def insert(after: str, *cells: str) -> Edit:
    """Somebody puts a new row below another one."""

    def edit(sheet: Worksheet) -> None:
        row = _row(sheet, after) + 1
        sheet.insert_rows(row)
        for column, text in enumerate(cells, start=1):
            sheet.cell(row, column, text)

    return edit


def turn_over(sheet: Worksheet) -> None:
    """Somebody sorts the rows the other way round."""
    rows = _rows(sheet)
    values = [[sheet.cell(row, column).value for column in range(1, 6)] for row in rows]
    for row, cells in zip(rows, reversed(values), strict=True):
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column).value = value


def _row(sheet: Worksheet, number: str) -> int:
    return next(row for row in _rows(sheet) if _number(sheet, row) == number)


def _rows(sheet: Worksheet) -> list[int]:
    return [row for row in range(1, sheet.max_row + 1) if _number(sheet, row).isdigit()]


def _number(sheet: Worksheet, row: int) -> str:
    return str(sheet.cell(row, NUMBER).value or "").rstrip(".")
