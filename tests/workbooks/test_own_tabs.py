"""Our tabs in an .xlsx file: how they are known again, how they look, what a rewrite leaves."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sheetsync.model import Align, Cell, Look, Row, Tab
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook, create_workbook
from tests.workbooks.books import TODAY, Rows, parts_of, rename_tab, tab_of, write_file

PLAN: dict[str, Rows] = {"План": [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
RICH = Tab(
    key="summary",
    title="Сводка",
    rows=(
        Row(cells=(Cell(value="Итоги", look=Look(bold=True, size=18), span=3),), height=30),
        Row(
            cells=(
                Cell(value=date(2021, 4, 30)),
                Cell(value=0.5, look=Look(format="0 %", align=Align.RIGHT)),
                Cell(value="п. 5", look=Look(fill="FDECEA", border=True, wrap=True), target="E14"),
            )
        ),
    ),
    widths=(12, 9, 40),
    frozen_rows=1,
    color="B3261E",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_file(tmp_path / "план.xlsx", PLAN)


def write(path: Path, *tabs: Tab, plan_tab: str = "План") -> bool:
    return XlsxWorkbook(path, today=TODAY).write(tabs, plan_tab=plan_tab).changed


def sheet(path: Path, title: str = "Сводка") -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(path)[title]


def titles(path: Path) -> list[str]:
    return openpyxl.load_workbook(path).sheetnames


def test_renamed_tab_is_still_ours(path: Path) -> None:
    write(path, tab_of(["раз"]))
    rename_tab(path, "Сводка", "Итоги 'года' и др.")
    write(path, tab_of(["два"]))
    assert titles(path) == ["План", "Итоги 'года' и др."]
    assert sheet(path, "Итоги 'года' и др.")["A1"].value == "два"


def test_deleted_tab_is_made_anew(path: Path) -> None:
    write(path, tab_of(["раз"]))
    book = openpyxl.load_workbook(path)
    del book["Сводка"]
    book.defined_names["_sheetsync_summary"].attr_text = "#REF!$A$1"
    book.save(path)
    write(path, tab_of(["два"]))
    assert sheet(path)["A1"].value == "два"


def test_tab_of_ours_that_became_the_plan_is_left_alone(path: Path) -> None:
    write(path, tab_of(["план теперь здесь"]))
    write(path, tab_of(["наше"]), plan_tab="Сводка")
    assert sheet(path)["A1"].value == "план теперь здесь"
    assert sheet(path, "Сводка 2")["A1"].value == "наше"


def test_row_inserted_above_ours_is_written_over(path: Path) -> None:
    write(path, tab_of(["раз"]))
    book = openpyxl.load_workbook(path)
    book["Сводка"].insert_rows(1, 2)
    book.save(path)
    write(path, tab_of(["раз"]))
    assert [[cell.value for cell in row] for row in sheet(path).rows] == [["раз"]]


def test_formula_typed_into_our_tab_goes(path: Path) -> None:
    write(path, tab_of(["раз"]))
    book = openpyxl.load_workbook(path)
    book["Сводка"]["A1"] = "=1+1"
    book.save(path)
    write(path, tab_of(["раз"]))
    assert sheet(path)["A1"].value == "раз"


def test_one_changed_word_changes_only_our_sheet(path: Path) -> None:
    write(path, tab_of(["раз"]))
    before = parts_of(path)
    write(path, tab_of(["два"]))
    after = parts_of(path)
    assert {name for name in after if after[name] != before[name]} == {"xl/worksheets/sheet2.xml"}


def test_rich_tab_written_twice_changes_nothing(path: Path) -> None:
    assert [write(path, RICH), write(path, RICH)] == [True, False]


def test_wide_cells_are_merged(path: Path) -> None:
    write(path, RICH)
    assert [str(area) for area in sheet(path).merged_cells.ranges] == ["A1:C1"]


def test_cells_look_as_told(path: Path) -> None:
    write(path, RICH)
    title, warning = sheet(path)["A1"], sheet(path)["C2"]
    assert (title.font.b, title.font.sz) == (True, 18)
    assert (warning.fill.fgColor.rgb, warning.alignment.wrap_text) == ("FFFDECEA", True)
    assert warning.border.bottom.style == "thin"


@pytest.mark.parametrize(("cell", "code"), [("A2", "dd.mm.yyyy"), ("B2", "0 %")])
def test_numbers_are_shown_by_their_format(path: Path, cell: str, code: str) -> None:
    write(path, RICH)
    assert sheet(path)[cell].number_format == code


def test_target_leads_to_the_plans_cell(path: Path) -> None:
    write(path, RICH)
    assert sheet(path)["C2"].hyperlink.location == "'План'!E14"


def test_sizes_are_set(path: Path) -> None:
    write(path, RICH)
    ours = sheet(path)
    assert ours.row_dimensions[1].height == 30
    assert [ours.column_dimensions[letter].width for letter in "ABC"] == [12, 9, 40]


def test_page_is_one_a4_wide(path: Path) -> None:
    write(path, RICH)
    ours = sheet(path)
    page = ours.page_setup
    assert (page.paperSize, page.orientation, page.fitToWidth) == (9, "landscape", 1)
    assert ours.sheet_properties.pageSetUpPr.fitToPage
    assert (ours.print_title_rows, ours.freeze_panes) == ("$1:$1", "A2")


def test_our_tab_shows_no_grid(path: Path) -> None:
    write(path, RICH)
    assert not sheet(path).sheet_view.showGridLines


def test_rewrite_undoes_merges_links_looks_heights_and_panes(path: Path) -> None:
    write(path, RICH)
    write(path, tab_of(["просто"]))
    ours = sheet(path)
    assert not ours.merged_cells.ranges
    assert ours["C2"].hyperlink is None
    assert not ours["C2"].has_style
    assert ours.row_dimensions[1].height is None
    assert (ours.freeze_panes, ours.print_title_rows) == (None, None)


def test_1904_workbook_gets_the_same_day(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        book.add_worksheet("План").write(0, 0, "№")
    write(path, tab_of([date(2021, 4, 30)]))
    assert XlsxWorkbook(path, today=TODAY).read("Сводка").rows == ((date(2021, 4, 30),),)


def test_created_workbook_is_staffs(tmp_path: Path) -> None:
    path = tmp_path / "новый.xlsx"
    create_workbook(path, tab_of(["№"], title="План"))
    workbook = XlsxWorkbook(path, today=TODAY)
    assert (workbook.read().title, workbook.read().rows) == ("План", (("№",),))


def test_created_workbook_takes_our_tabs(tmp_path: Path) -> None:
    path = tmp_path / "новый.xlsx"
    create_workbook(path, tab_of(["№"], key="plan", title="План"))
    write(path, tab_of(["наше"]))
    assert titles(path) == ["План", "Сводка"]
