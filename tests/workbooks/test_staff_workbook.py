"""After a month of runs the staff's workbook is what it was, but for our tabs."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from sheetsync.model import Align, Cell, Look, Row, Tab
from sheetsync.workbooks.xlsx.opc import parse
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import TODAY, Parts, parts_of, tab_of
from tests.workbooks.staff import write_staff_workbook

RUNS = 30
# Parts that list what the workbook holds: ours are added, so these are compared by meaning.
LISTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/workbook.xml",
}


@dataclass(frozen=True)
class Month:
    """The parts of the workbook before the first run, after it and after the last."""

    path: Path
    before: Parts
    first: Parts
    last: Parts


def busy_tab(run: int) -> Tab:
    """A tab that differs in words and length from run to run, as real ones do."""
    head = Row(cells=(Cell(value=f"День {run}", look=Look(bold=True, size=18), span=3),), height=30)
    line = Look(border=True, wrap=True, align=Align.CENTER, fill="FDECEA", color="B3261E")
    rows = [
        Row(cells=(Cell(value=number), Cell(value=f"п. {number} в {run}", look=line, target="B5")))
        for number in range(3 + run % 4)
    ]
    return Tab(key="summary", title="Сводка", rows=(head, *rows), widths=(9, 40, 12), frozen_rows=1)


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    path = write_staff_workbook(tmp_path_factory.mktemp("staff") / "План.xlsx")
    before, seen = parts_of(path), []
    for run in range(RUNS):
        workbook = XlsxWorkbook(path, today=TODAY)
        checks = tab_of(["Замечаний", run], key="checks", title="Проверка")
        workbook.write([busy_tab(run), checks], plan_tab="План")
        seen.append(parts_of(path))
    return Month(path=path, before=before, first=seen[0], last=seen[-1])


def words(parts: Parts, part: str, pattern: str) -> list[str]:
    return re.findall(pattern, parts[part])


def test_staffs_parts_are_equal_byte_by_byte(month: Month) -> None:
    changed = {name for name, part in month.before.items() if month.last.get(name) != part}
    assert changed <= LISTS


def test_only_our_two_sheets_are_added(month: Month) -> None:
    added = month.last.keys() - month.before.keys()
    assert {name.replace("_rels/", "").removesuffix(".rels") for name in added} == {
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet5.xml",
    }


def test_parts_are_no_more_than_after_the_first_run(month: Month) -> None:
    assert month.last.keys() == month.first.keys()


def test_staffs_styles_keep_their_places(month: Month) -> None:
    before, last = (parse(parts["xl/styles.xml"].encode()) for parts in (month.before, month.last))
    assert "xfComplement" in month.before["xl/styles.xml"]  # the checkbox, which many forget
    assert [one.tag for one in before] == [one.tag for one in last]
    for old, new in zip(before, last, strict=True):
        kept = list(new)[: len(old)]
        assert [c14n(one) for one in kept] == [c14n(one) for one in old]
        assert (len(new) > len(old)) == (old.tag.endswith(("fonts", "fills", "borders", "cellXfs")))


def c14n(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n")


@pytest.mark.parametrize(
    "pattern", [r"<sheet name=\"[^\"]*\"", r"<definedName[ >]", r"activeTab=\"\d+\""]
)
def test_workbook_part_does_not_grow_after_the_first_run(month: Month, pattern: str) -> None:
    part = "xl/workbook.xml"
    assert words(month.last, part, pattern) == words(month.first, part, pattern)


@pytest.mark.parametrize("element", ["font", "fill", "border", "xf", "numFmt", "dxf"])
def test_styles_do_not_grow_after_the_first_run(month: Month, element: str) -> None:
    part, pattern = "xl/styles.xml", f"<{element}[ >]"
    assert len(words(month.last, part, pattern)) == len(words(month.first, part, pattern))


def test_our_tabs_stand_last_and_staffs_stays_active(month: Month) -> None:
    book = opened(month.path)
    assert book.sheetnames[-2:] == ["Сводка", "Проверка"]
    assert book.active.title == "Графики, 'кнопки' и др."


def test_staffs_names_mean_the_same(month: Month) -> None:
    names = r"<definedName ([^>]*)>([^<]*)<"
    before, last = (
        {(frozenset(tag.split()), text) for tag, text in words(parts, "xl/workbook.xml", names)}
        for parts in (month.before, month.last)
    )
    assert before <= last


def test_staffs_cells_look_the_same(month: Month, tmp_path: Path) -> None:
    old, new = opened(write_staff_workbook(tmp_path / "План.xlsx")), opened(month.path)
    assert [list(looks(sheet)) for sheet in old] == [list(looks(new[t])) for t in old.sheetnames]


def looks(sheet: openpyxl.worksheet.worksheet.Worksheet) -> Iterator[object]:
    for row in sheet.iter_rows():
        for cell in row:
            yield cell.coordinate, cell.number_format, repr(cell.font), repr(cell.fill)
            yield repr(cell.border), repr(cell.alignment), repr(cell.protection)


def opened(path: Path) -> openpyxl.Workbook:
    """The workbook as openpyxl sees it; what openpyxl itself cannot read is no failure here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path)
