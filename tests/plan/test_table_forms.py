"""Tables as offices draw them, read alike wherever they stand."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter
from docx.enum.text import WD_BREAK

from sheetsync.config import load_column_rules
from sheetsync.model import (
    Area,
    CellValue,
    Finding,
    Grid,
    Measure,
    PlanPeriod,
    Roster,
    Severity,
    sheet_row,
)
from sheetsync.morphology import morphology
from sheetsync.plan.cells import column_index
from sheetsync.plan.checks import check
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.workbooks.tables import read_table_file
from tests.sheets_emulator import Emulator
from tests.workbooks.sheets import Shared, shared_sheet

FORMS = tomllib.loads(Path(__file__).with_name("table_forms.toml").read_text(encoding="utf-8"))[
    "form"
]
RULES = load_column_rules(Path())
TODAY = date(2026, 1, 1)
OF_THE_ROSTER = {"responsible-unknown", "no-lead", "no-address"}


def grid_of(form: dict[str, Any]) -> Grid:
    lines = form["table"].strip("\n").split("\n")
    rows = [[_value(cell.strip()) for cell in line.split("|")] for line in lines]
    width = max(map(len, rows))
    return Grid(
        title="План",
        rows=tuple((*row, *[None] * (width - len(row))) for row in rows),
        merges=tuple(map(_area, form.get("merges", ()))),
    )


def _value(cell: str) -> CellValue:
    if cell.startswith("="):
        return int(cell[1:])
    if cell.startswith("@"):
        return date.fromisoformat(cell[1:])
    return cell.replace("⏎", "\n") or None


def _area(name: str) -> Area:
    left, top, right, bottom = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", name).groups()  # type: ignore[union-attr]
    return Area(
        top=int(top), left=column_index(left) + 1, bottom=int(bottom), right=column_index(right) + 1
    )


def in_xlsx(grid: Grid, folder: Path) -> Grid:
    path = folder / f"{grid.title}.xlsx"
    write_xlsx(path, grid)
    return read_table_file(path)


def write_xlsx(path: Path, *grids: Grid) -> None:
    options = {"default_date_format": "dd.mm.yyyy", "in_memory": True}
    with xlsxwriter.Workbook(path, options) as book:
        for grid in grids:
            _add_worksheet(book, grid)


def _add_worksheet(book: xlsxwriter.Workbook, grid: Grid) -> None:
    sheet = book.add_worksheet(grid.title)
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write(row, column, value)
    for area in grid.merges:
        first = grid.rows[area.top - 1][area.left - 1]
        box = (area.top - 1, area.left - 1, area.bottom - 1, area.right - 1)
        sheet.merge_range(*box, first if first is not None else "")


@cache
def _blank_docx() -> bytes:
    """The library's empty document without its styles and pictures, which take most of the time."""
    document, file = docx.Document(), BytesIO()
    for id_, part in [*document.part.rels.items()]:
        if not part.reltype.endswith(("/styles", "/settings", "/numbering")):
            del document.part.rels[id_]
    for style in [*document.styles]:
        if style.name != "Normal":
            style.delete()
    document.save(file)
    return file.getvalue()


def in_docx(grid: Grid, folder: Path) -> Grid:
    document = docx.Document(BytesIO(_blank_docx()))
    table = document.add_table(rows=len(grid.rows), cols=len(grid.rows[0]))
    for row, values in zip(table.rows, grid.rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            if value is not None:
                said = f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
                first, *others = said.split("\n")
                run = cell.paragraphs[0].add_run(first)
                for other in others:
                    run.add_break(WD_BREAK.LINE)
                    run.add_text(other)
    for area in grid.merges:
        first_cell = table.cell(area.top - 1, area.left - 1)
        first_cell.merge(table.cell(area.bottom - 1, area.right - 1))
    path = folder / f"{grid.title}.docx"
    document.save(str(path))
    return read_table_file(path)


def in_google(grid: Grid, served: tuple[Emulator, str]) -> Grid:
    return share(served, grid).open().read("План")


def share(served: tuple[Emulator, str], *grids: Grid) -> Shared:
    """A shared sheet with these tabs, their merges too."""
    emulator, base = served
    emulator.reset()
    tabs = {grid.title: [list(row) for row in grid.rows] for grid in grids}
    shared = shared_sheet(emulator, base, tabs)
    merges = [
        {
            "mergeCells": {
                "range": {
                    "sheetId": shared.sheet_id(grid.title),
                    "startRowIndex": area.top - 1,
                    "endRowIndex": area.bottom,
                    "startColumnIndex": area.left - 1,
                    "endColumnIndex": area.right,
                }
            }
        }
        for grid in grids
        for area in grid.merges
    ]
    if merges:
        emulator.edit(shared.id, merges)
    return shared


def period_of(form: dict[str, Any]) -> PlanPeriod:
    if "period" in form:
        return PlanPeriod(*map(date.fromisoformat, form["period"].split()))
    return PlanPeriod.of_year(form.get("year", 2026))


def read(grid: Grid, period: PlanPeriod) -> tuple[list[str], set[str]]:
    """What each measure came to, and the codes of what was asked.

    Most forms are the same grid wherever they stand, and are read once. By their `repr`: 1, 1.0
    and True are equal, and not the same to who reads them.
    """
    key = repr(grid), period
    if key not in _READ:
        _READ[key] = _read(grid, period)
    return _READ[key]


_READ: dict[tuple[str, PlanPeriod], tuple[list[str], set[str]]] = {}
_TABLES: dict[str, PlanTable] = {}


def table_in(grid: Grid) -> PlanTable:
    """The plan's table, found once."""
    return _TABLES.get(repr(grid)) or _TABLES.setdefault(repr(grid), read_table(grid, RULES))


def _read(grid: Grid, period: PlanPeriod) -> tuple[list[str], set[str]]:
    table = table_in(grid)
    dictionary = Dictionary(period=period, roster=Roster(departments=()), morphology=morphology())
    measures, responsible = measures_of(table.lines, dictionary, today=TODAY)
    return said_of(measures), asked_of(
        check(table, measures, responsible, period=period, rules=RULES)
    )


def asked_of(found: Iterable[Finding]) -> set[str]:
    return {f.code for f in found if f.severity is not Severity.NOTE} - OF_THE_ROSTER


def said_of(measures: Iterable[Measure]) -> list[str]:
    said = []
    for one in measures:
        days = [o.due for o in one.deadline.occurrences] or list(filter(None, [one.deadline.due]))
        parties = "; ".join(party.name for party in one.responsibles.parties)
        row = str(sheet_row(one.row))
        said.append(" | ".join((row, one.number, " ".join(map(str, days)), parties)))
    return said


@pytest.mark.parametrize("kind", ["memory", "xlsx", "docx", "google"])
@pytest.mark.parametrize("form", FORMS, ids=[form["name"] for form in FORMS])
def test_a_form_is_read_as_a_person_reads_it(
    form: dict[str, Any], kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    grid = grid_of(form)
    if kind == "google":
        grid = in_google(grid, request.getfixturevalue("served"))
    elif kind != "memory":
        grid = {"xlsx": in_xlsx, "docx": in_docx}[kind](grid, tmp_path)
    said, asked = read(grid, period_of(form))
    wanted = [re.sub(r"\S+\.\.", "", line).strip() for line in form["read"].strip().split("\n")]
    assert [" | ".join(map(str.strip, one.split("|"))) for one in said] == [
        " | ".join(map(str.strip, one.split("|"))) for one in wanted
    ]
    assert asked == set(form.get("asks", ()))
    if "measures" in form:
        assert table_in(grid).header.texts["measure"] == form["measures"]
