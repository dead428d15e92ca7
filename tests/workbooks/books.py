"""Workbooks and tabs to test with."""

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import xlsxwriter
from lxml import etree

from sheetsync.model import Cell, CellValue, Row, Tab
from sheetsync.workbooks.names import quoted

TODAY = date(2021, 5, 11)
Rows = list[list[CellValue]]
Parts = dict[str, str]


def write_file(path: Path, tabs: dict[str, Rows]) -> Path:
    """A workbook as staff would make it: plain cells, dates with a date format."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
        for title, rows in tabs.items():
            sheet = book.add_worksheet(title)
            for index, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(index, column, value)
                    elif value is not None:
                        sheet.write(index, column, value)
    return path


def tab_of(
    *rows: list[CellValue], key: str = "summary", title: str = "Сводка", year_title: str = ""
) -> Tab:
    """A tab of plain cells."""
    return Tab(
        key=key,
        title=title,
        year_title=year_title,
        rows=tuple(Row(cells=tuple(Cell(value=value) for value in row)) for row in rows),
        widths=(20, 20, 20),
    )


def parts_of(path: Path) -> Parts:
    """The parts of a workbook's file, by name; text where it is text, any bytes kept apart."""
    with ZipFile(path) as archive:
        return {
            name: archive.read(name).decode("utf-8", "backslashreplace")
            for name in archive.namelist()
        }


def rename_tab(path: Path, title: str, new: str) -> None:
    """Rename a tab as office programs do: what refers to it by its title follows."""
    name = "xl/workbook.xml"
    with ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    workbook = etree.fromstring(parts[name])
    for sheet in workbook.iter("{*}sheet"):
        if sheet.get("name") == title:
            sheet.set("name", new)
    for defined in workbook.iter("{*}definedName"):
        defined.text = re.sub(
            rf"^'?{re.escape(title)}'?!", lambda _: f"{quoted(new)}!", defined.text or ""
        )
    parts[name] = etree.tostring(workbook)
    with ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def put_part(path: Path, name: str, old: str, new: str) -> None:
    """Rewrite one part of a workbook's file, as another program would."""
    with ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old.encode() in parts[name]
    parts[name] = parts[name].replace(old.encode(), new.encode())
    with ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
