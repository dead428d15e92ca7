"""Formulas calculated by LibreOffice: sheets as data go in, the values of their cells come out."""

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

import openpyxl

from tests.office import Office
from tests.real_parts import need

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" xmlns:text="{_TEXT}"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:calculation-settings table:case-sensitive="false" table:use-wildcards="false"
 table:use-regular-expressions="false" table:search-criteria-must-apply-to-whole-cell="true"/>"""
_TAIL = "</office:spreadsheet></office:body></office:document>"
# Text in quotes and names of tabs, then the addresses outside of them.
_QUOTED = re.compile(r'("(?:[^"]|"")*")')
_ADDRESS = re.compile(r"(?<![\w.])('(?:[^']|'')*'!)?([A-Z]{1,3}\d+)(?::([A-Z]{1,3}\d+))?(?![\w(])")


@dataclass(frozen=True)
class Calculation:
    """A formula without its "="; with `rows`, an array formula over so many cells downwards."""

    text: str
    rows: int = 0


Given = str | int | float | None | Calculation
Sheets = Mapping[str, Sequence[Sequence[Given]]]
Results = dict[str, list[list[str | float | None]]]


def calculated(sheets: Sheets, folder: Path, office: Office) -> Results:
    """The sheets as LibreOffice calculates them in its own format, without wildcards."""
    source = folder / "given.fods"
    tables = (_table(title, rows) for title, rows in sheets.items())
    source.write_text(_HEAD + "".join(tables) + _TAIL, encoding="utf-8")
    return _results(_converted(source, office))


def calculated_xlsx(sheets: Sheets, folder: Path, office: Office) -> Results:
    """The sheets as LibreOffice calculates them in an .xlsx file, as Excel would: wildcards on."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column)
                if isinstance(value, Calculation):
                    cell.value = f"={value.text}"
                elif value is not None:
                    cell.value = value
                    cell.data_type = "s" if isinstance(value, str) else "n"
    book.save(folder / "given.xlsx")
    return _results(_converted(folder / "given.xlsx", office))


@cache
def version() -> tuple[int, ...]:
    """Of the LibreOffice that is installed here: (7, 4)."""
    said = _run(need("soffice"), "--version")
    found = re.search(r"LibreOffice (\d+)\.(\d+)", said)
    return tuple(map(int, found.groups())) if found else ()


def _converted(source: Path, office: Office) -> Path:
    return office.converted(source, "fods", source.parent / "calculated")


def _run(*command: str) -> str:
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=True, timeout=120, stdin=None
    )
    return done.stdout


def open_formula(text: str) -> str:
    """The formula as OpenDocument writes it: "[.A1]" for A1, semicolons for commas."""
    parts = _QUOTED.split(text)
    parts[::2] = [_ADDRESS.sub(_reference, part.replace(",", ";")) for part in parts[::2]]
    return "of:=" + "".join(parts)


def _reference(match: re.Match[str]) -> str:
    sheet = f"${match[1][:-1]}" if match[1] else ""
    last = f":.{match[3]}" if match[3] else ""
    return f"[{sheet}.{match[2]}{last}]"


def _table(title: str, rows: Iterable[Sequence[Given]]) -> str:
    lines = "".join(f"<table:table-row>{_cells(row)}</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(title)}>{lines}</table:table>"


def _cells(row: Sequence[Given]) -> str:
    return "".join(f"<table:table-cell {_attributes(value)}/>" for value in row or (None,))


def _attributes(value: Given) -> str:
    if value is None:
        return ""
    if isinstance(value, Calculation):
        formula = f"table:formula={quoteattr(open_formula(value.text))}"
        span = "table:number-matrix-{}-spanned"
        size = f' {span.format("columns")}="1" {span.format("rows")}="{value.rows}"'
        return formula + (size if value.rows else "")
    if isinstance(value, str):
        return f'office:value-type="string" office:string-value={quoteattr(value)}'
    return f'office:value-type="float" office:value="{value}"'


def _results(path: Path) -> Results:
    tables = ET.parse(path).getroot().iter(f"{{{_TABLE}}}table")
    return {
        table.attrib[f"{{{_TABLE}}}name"]: [
            row
            for element in table.iter(f"{{{_TABLE}}}table-row")
            for row in [_row(element)] * _times(element, "rows")
        ]
        for table in tables
    }


def _row(element: ET.Element) -> list[str | float | None]:
    return [value for cell in element for value in [_value(cell)] * _times(cell, "columns")]


def _times(element: ET.Element, what: str) -> int:
    """How often an element stands for itself; the rest of a sheet is blank and not wanted."""
    times = int(element.get(f"{{{_TABLE}}}number-{what}-repeated", "1"))
    return times if times < 1000 else 0


def _value(cell: ET.Element) -> str | float | None:
    kind = cell.get(f"{{{_OFFICE}}}value-type")
    if kind == "float":
        return float(cell.get(f"{{{_OFFICE}}}value", "nan"))
    lines = ["".join(p.itertext()) for p in cell.findall(f"{{{_TEXT}}}p")]
    return "\n".join(lines) if kind else None
