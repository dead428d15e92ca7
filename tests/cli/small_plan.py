"""A folder with a plan of a few rows that a test writes."""

import warnings
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка о выполнении")
SETTINGS = """
[plan]
year = {year}
[coordinator]
name = "Координатор"
address = "coordinator@example.org"
[mail]
sender = "plan@example.org"
"""
ROSTER = """
[[department]]
name = "УМЦ"
addresses = ["umc@example.org"]
[[department]]
name = "Отдел кадров"
addresses = ["kadry@example.org"]
"""
Row = Sequence[object]


def small_plan(folder: Path, *rows: Row, year: int = 2021, title: str = "") -> Path:
    """A folder whose workbook holds these rows below a header, and a title above it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sheetsync.toml").write_text(SETTINGS.format(year=year), encoding="utf-8")
    (folder / "departments.toml").write_text(ROSTER, encoding="utf-8")
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "План"
    for row in ((title,), HEADER, *rows) if title else (HEADER, *rows):
        sheet.append(list(row))
    book.save(folder / "plan.xlsx")
    return folder


def rewrite(folder: Path, column: str, texts: Sequence[object], *, first: int = 2) -> None:
    """Somebody writes one text a row into a column of the plan tab, from row `first` on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it does not know of our tabs
        book = load_workbook(folder / "plan.xlsx")
        for row, text in enumerate(texts, start=first):
            book["План"][f"{column}{row}"].value = text
        book.save(folder / "plan.xlsx")
