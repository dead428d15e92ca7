"""A plan of a few rows that a test writes, edits and runs, and what its letters say."""

from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

import openpyxl

from tests.daily.conftest import Plan, letters_to, part_of

OFFICE, CENTRE, CHAIR = "org@example.org", "umc@example.org", "chair@example.org"
COORDINATOR = "coordinator@example.org"
LED_BY_OFFICE, LED_BY_CENTRE = "Отдел организационной работы", "УМЦ"
_HEADER = ("№", "Мероприятие", "Срок", "Ответственный", "Отметка об исполнении")

Cells = tuple[str, ...]


def few_rows(folder: Path, *rows: Cells) -> Plan:
    """The sample's folder with these rows as its plan, and with a chair."""
    plan = Plan(folder)
    plan.set("chair", f'address = "{CHAIR}"')
    write(plan, *rows)
    return plan


def write(plan: Plan, *rows: Cells) -> None:
    """Put these rows into the sheet, in place of those that it has."""
    book = openpyxl.load_workbook(plan.folder / "plan.xlsx")
    sheet = book["План"]
    sheet.delete_rows(1, sheet.max_row)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    for row in (_HEADER, *rows):
        sheet.append([*row, *[""] * (len(_HEADER) - len(row))])
    book.save(plan.folder / "plan.xlsx")


def said(plan: Plan, address: str, day: str) -> str:
    """The letter to an address of that day, without its line breaks; "" where there is none."""
    found = [one for one in letters_to(plan, address) if _day(one) == day]
    return " ".join(part_of(found[0]).replace("\u00a0", " ").split()) if found else ""


def _day(letter: Message) -> str:
    return f"{parsedate_to_datetime(letter['Date']):%Y-%m-%d}"
