"""Two plans in one workbook, two tabs of staff's with two folders: each has tabs of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from sheetsync.model import Area, Tab
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.unsaved import UnsavedWorkbook
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import TODAY, Rows, rename_tab, tab_of, write_file

Maker = Callable[[dict[str, Rows]], Workbook]
PLANS: dict[str, Rows] = {"План 2026": [["№"], [1]], "План 2027": [["№"], [1], [2]]}

both_kinds = pytest.mark.parametrize("make", ["memory", "xlsx"], indirect=True)


def summary(text: str, year: int = 2026) -> Tab:
    return tab_of([text], year_title=f"Сводка {year}")


def rename(workbook: Workbook, title: str, new: str) -> Workbook:
    """What people do to a tab; gives the workbook as the next run opens it."""
    if isinstance(workbook, UnsavedWorkbook):
        workbook.staff = tuple(
            replace(grid, title=new) if grid.title == title else grid for grid in workbook.staff
        )
        workbook.ours = {
            (new if plan == title else plan, key): new if ours == title else ours
            for (plan, key), ours in workbook.ours.items()
        }
        workbook.tabs = {
            (new if plan == title else plan, key): tab for (plan, key), tab in workbook.tabs.items()
        }
        return workbook
    rename_tab(Path(workbook.place), title, new)
    return XlsxWorkbook(Path(workbook.place), today=TODAY)


@both_kinds
def test_the_tabs_of_the_other_plan_are_not_touched(make: Maker) -> None:
    workbook = make(PLANS)
    workbook.write([summary("первый")], plan_tab="План 2026")
    workbook.write([summary("второй", 2027)], plan_tab="План 2027")
    workbook.write([summary("первый снова")], plan_tab="План 2026")
    assert workbook.read("Сводка").rows == (("первый снова",),)
    assert workbook.read("Сводка 2027").rows == (("второй",),)


@both_kinds
def test_each_finds_its_tabs_whatever_people_call_them(make: Maker) -> None:
    workbook = make(PLANS)
    for plan, year in (("План 2026", 2026), ("План 2027", 2027)):
        workbook.write([summary(plan, year)], plan_tab=plan)
    for title, new in (("Сводка", "Итоги"), ("Сводка 2027", "Сводка"), ("План 2027", "Новый")):
        workbook = rename(workbook, title, new)
    workbook.write([summary("новый", 2027)], plan_tab="Новый")
    workbook.write([summary("старый")], plan_tab="План 2026")
    assert workbook.read("Итоги").rows == (("старый",),)
    assert workbook.read("Сводка").rows == (("новый",),)


@both_kinds
def test_no_tab_of_either_is_taken_for_a_plan(make: Maker) -> None:
    workbook = make({"План 2026": [["№"]]})
    workbook.write([summary("первый")], plan_tab="План 2026")
    assert workbook.read().title == "План 2026"


@both_kinds
def test_a_tab_is_numbered_where_the_year_is_taken_too(make: Maker) -> None:
    workbook = make({**PLANS, "Сводка": [["своё"]], "сводка 2026": [["своё"]]})
    workbook.write([summary("наше")], plan_tab="План 2026")
    assert workbook.read("Сводка 2").rows == (("наше",),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_file(tmp_path / "план.xlsx", PLANS)


def write(path: Path, tab: Tab, plan_tab: str) -> bool:
    return XlsxWorkbook(path, today=TODAY).write([tab], plan_tab=plan_tab).changed


def names(path: Path) -> dict[str, str]:
    defined = openpyxl.load_workbook(path).defined_names
    return {name: one.attr_text for name, one in defined.items()}


def test_a_second_plan_changes_nothing_when_nothing_changed(path: Path) -> None:
    runs = [("План 2026", 2026), ("План 2027", 2027)] * 2
    changed = [write(path, summary(plan, year), plan) for plan, year in runs]
    assert changed == [True, True, False, False]


def test_blocks_of_a_second_plan_have_names_of_their_own(path: Path) -> None:
    block = Area(top=1, left=1, bottom=1, right=1)
    for plan, year in (("План 2026", 2026), ("План 2027", 2027)):
        tab = Tab(
            key="summary",
            title="Сводка",
            year_title=f"Сводка {year}",
            rows=summary(plan).rows,
            widths=(9,),
            blocks=(("sheetsync_late", block),),
        )
        write(path, tab, plan)
    assert names(path) == {
        "_sheetsync_plan": "'План 2026'!$A$1",
        "_sheetsync_summary": "'Сводка'!$A$1",
        "sheetsync_late": "'Сводка'!$A$1:$A$1",
        "_sheetsync_plan_2": "'План 2027'!$A$1",
        "_sheetsync_summary_2": "'Сводка 2027'!$A$1",
        "sheetsync_late_2": "'Сводка 2027'!$A$1:$A$1",
    }


def test_tabs_of_before_there_were_plans_belong_to_the_one_that_comes_first(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.create_sheet("Сводка")["A1"] = "прошлое"
    mark = openpyxl.workbook.defined_name.DefinedName("_sheetsync_summary", attr_text="Сводка!$A$1")
    book.defined_names.add(mark)
    book.save(path)
    write(path, summary("второй", 2027), "План 2027")
    write(path, summary("первый"), "План 2026")
    workbook = XlsxWorkbook(path, today=TODAY)
    assert workbook.read("Сводка").rows == (("второй",),)
    assert workbook.read("Сводка 2026").rows == (("первый",),)


def test_tabs_of_a_plan_tab_that_is_gone_go_on_with_the_next(path: Path) -> None:
    write(path, summary("первый"), "План 2026")
    book = openpyxl.load_workbook(path)
    del book["План 2026"]
    book.save(path)
    write(path, summary("второй"), "План 2027")
    assert openpyxl.load_workbook(path).sheetnames == ["План 2027", "Сводка"]


def test_a_tab_that_became_the_plan_of_another_folder_is_staff_s(path: Path) -> None:
    write(path, summary("стала планом"), "План 2026")
    write(path, summary("второй", 2027), "Сводка")
    write(path, summary("первый"), "План 2026")
    workbook = XlsxWorkbook(path, today=TODAY)
    assert workbook.read("Сводка").rows == (("стала планом",),)
    assert workbook.read("Сводка 2026").rows == (("первый",),)


def test_both_stand_beside_a_workbook_that_is_open(path: Path) -> None:
    path.with_name("~$план.xlsx").touch()
    for plan, year in [("План 2026", 2026), ("План 2027", 2027), ("План 2026", 2026)]:
        write(path, summary(plan, year), plan)
    beside = XlsxWorkbook(path.with_name("план.сводка.xlsx"), today=TODAY)
    assert beside.read("Сводка").rows == (("План 2026",),)
    assert beside.read("Сводка 2027").rows == (("План 2027",),)
