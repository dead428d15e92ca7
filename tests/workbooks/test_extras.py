"""What stands on our tabs beside cells: charts, formulas, alarms, names; it never grows."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter

from sheetsync.model import Area, Cell, Chart, ChartKind, Formula, Row, Tab
from tests.sheets_emulator import Emulator
from tests.workbooks.books import Rows, parts_of, put_part, write_file
from tests.workbooks.sheets import Shared, shared_sheet
from tests.workbooks.staff import png
from tests.workbooks.test_own_tabs import write

PLAN: dict[str, Rows] = {"План, «год»": [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
PLAN_TAB = "План, «год»"
LATE = Formula(google='$A{row}<>"a,b"', excel='$A{row}<>"a,b"')
LINK = Formula(
    google='HYPERLINK("{link}B"&MATCH(A{row},{plan}!B:B,0),"открыть")',
    excel='HYPERLINK("{link}B"&MATCH(A{row},{plan}!B:B,0),"открыть")',
)


def tab_with(first: str, rows: int = 2) -> Tab:
    """A tab with a chart over `rows` rows of data that begin in row 3."""
    data = Area(top=3, left=1, bottom=3 + rows, right=2)
    lines = [(first, 0), ("Месяц", "выполнено"), *((f"{n}", n) for n in range(rows))]
    return Tab(
        key="summary",
        title="Сводка",
        rows=(
            Row(cells=(Cell(value="обновлено", alarm=LATE), Cell(value="открыть", formula=LINK))),
            *(Row(cells=(*map(_cell, line), Cell(value="–", formula=LINK))) for line in lines),
        ),
        widths=(12, 10, 0),
        charts=(
            Chart(
                key="months",
                title="Состояние по месяцам",
                kind=ChartKind.STACKED_COLUMNS,
                data=data,
                columns=(2,),
                colors=("0F4C81",),
                place=Area(top=1, left=5, bottom=12, right=9),
            ),
        ),
        blocks=(("sheetsync_months", data), (f"sheetsync_{rows}", data)),
    )


def _cell(value: str | int) -> Cell:
    return Cell(value=value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_file(tmp_path / "plan.xlsx", PLAN)


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    return shared_sheet(*google, PLAN)


def put(path: Path, tab: Tab) -> bool:
    return write(path, tab, plan_tab=PLAN_TAB)


def test_thirty_runs_leave_as_many_parts_looks_and_names(path: Path) -> None:
    counts = set()
    for run in range(30):
        put(path, tab_with(f"запуск {run}", rows=2 + run % 3))
        parts = parts_of(path)
        looks, names = parts["xl/styles.xml"], parts["xl/workbook.xml"]
        counts.add((len(parts), looks.count("<dxf>"), names.count("<definedName ")))
    assert len(counts) == 1


def test_the_same_tab_again_changes_no_byte(path: Path) -> None:
    put(path, tab_with("раз"))
    before = parts_of(path)
    assert not put(path, tab_with("раз"))
    assert parts_of(path) == before


def test_parts_that_excel_renamed_are_not_left_behind(path: Path) -> None:
    put(path, tab_with("раз"))
    parts = parts_of(path)
    drawing, chart = "xl/drawings/sheetsync_summary.xml", "xl/charts/sheetsync_summary_months.xml"
    rename = {
        drawing: "xl/drawings/drawing7.xml",
        chart: "xl/charts/chart7.xml",
        "xl/drawings/_rels/sheetsync_summary.xml.rels": "xl/drawings/_rels/drawing7.xml.rels",
    }
    _rewrite(path, parts, rename)
    put(path, tab_with("два"))
    after = parts_of(path)
    assert {drawing, chart} <= set(after)
    assert not set(rename.values()) & set(after)
    assert "chart7" not in after["[Content_Types].xml"]


def _rewrite(path: Path, parts: dict[str, str], rename: dict[str, str]) -> None:
    with ZipFile(path, "w") as archive:
        for name, part in parts.items():
            text = part
            for old, new in rename.items():
                text = text.replace(f"/{old}", f"/{new}")
            archive.writestr(rename.get(name, name), text)


def test_an_alarm_is_red_among_looks_of_staff_that_are_empty(path: Path) -> None:
    looks = '<dxfs count="1"><dxf/></dxfs>'
    put_part(path, "xl/styles.xml", '<dxfs count="0"/>', looks)
    for run in ("раз", "два"):
        put(path, tab_with(run))
        sheet = parts_of(path)["xl/worksheets/sheet2.xml"]
        assert 'dxfId="1"' in sheet


def test_a_picture_that_the_plan_shows_too_stays(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        for title in (PLAN_TAB, "Сводка"):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, ["№", "Мероприятие"])
            sheet.insert_image("D2", "logo.png", {"image_data": BytesIO(png())})
        book.define_name("_sheetsync_summary", "=Сводка!$A$1")
    put(path, tab_with("раз"))
    after = parts_of(path)
    assert "../media/image1.png" in after["xl/drawings/_rels/drawing1.xml.rels"]
    assert "xl/media/image1.png" in after
    assert "xl/drawings/drawing2.xml" not in after


def test_no_kind_is_told_of_relations_that_went(path: Path) -> None:
    """LibreOffice tells the kind of parts of relations, too."""
    put(path, tab_with("раз"))
    relations = "xl/drawings/_rels/drawing1.xml.rels"
    kind = f'<Override PartName="/{relations}" ContentType="x"/></Types>'
    put_part(path, "[Content_Types].xml", "</Types>", kind)
    rename = {
        "xl/drawings/sheetsync_summary.xml": "xl/drawings/drawing1.xml",
        "xl/drawings/_rels/sheetsync_summary.xml.rels": relations,
    }
    _rewrite(path, parts_of(path), rename)
    put(path, tab_with("два"))
    assert relations not in parts_of(path)["[Content_Types].xml"]


def test_a_chart_of_staff_stays_as_it_was(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        plan = book.add_worksheet(PLAN_TAB)
        plan.write_row(0, 0, ["№", "Мероприятие"])
        chart = book.add_chart({"type": "pie"})
        chart.add_series({"values": f"='{PLAN_TAB}'!$A$1:$A$2"})
        plan.insert_chart("D2", chart)
    before = parts_of(path)
    put(path, tab_with("раз"))
    put(path, tab_with("два"))
    after = parts_of(path)
    theirs = {name for name in before if "chart" in name or "drawing" in name}
    assert theirs
    assert {name: after[name] for name in theirs} == {name: before[name] for name in theirs}


def test_a_name_that_staff_use_stays_theirs(path: Path, sheet: Shared) -> None:
    put_part(
        path,
        "xl/workbook.xml",
        "<calcPr",
        f"<definedNames><definedName name=\"sheetsync_months\">'{PLAN_TAB}'!$A$1</definedName>"
        "</definedNames><calcPr",
    )
    put(path, tab_with("раз"))
    written = parts_of(path)["xl/workbook.xml"]
    assert f">'{PLAN_TAB}'!$A$1<" in written.replace("&#39;", "'")
    assert written.count('name="sheetsync_months"') == 1
    theirs = {"name": "sheetsync_months", "range": {"sheetId": sheet.sheet_id(PLAN_TAB)}}
    sheet.emulator.edit(sheet.id, [{"addNamedRange": {"namedRange": theirs}}])
    share(sheet, tab_with("раз"))
    months = [n for n in book(sheet).named if n["name"] == "sheetsync_months"]
    assert [name["range"].get("sheetId") for name in months] == [sheet.sheet_id(PLAN_TAB)]


def share(sheet: Shared, tab: Tab) -> bool:
    workbook = sheet.open()
    workbook.read(PLAN_TAB)
    return workbook.write([tab], plan_tab=PLAN_TAB).changed


def book(sheet: Shared) -> Any:
    return sheet.emulator.world.book(sheet.id)


def test_a_shared_tab_has_one_chart_rule_and_name_after_every_run(sheet: Shared) -> None:
    share(sheet, tab_with("раз"))
    share(sheet, tab_with("раз", rows=4))
    ours = book(sheet).titled("Сводка")
    (chart,), (rule,) = ours.charts, ours.rules
    ends = {name["name"]: name["range"]["endRowIndex"] for name in book(sheet).named}
    assert ends == {"sheetsync_months": 7, "sheetsync_4": 7}
    source = chart["spec"]["basicChart"]["domains"][0]["domain"]["sourceRange"]["sources"][0]
    assert source["endRowIndex"] == 7
    condition = rule["booleanRule"]["condition"]
    assert condition["values"] == [{"userEnteredValue": '=$A1<>"a,b"'}]


def test_formulas_follow_their_rows_and_have_semicolons(sheet: Shared) -> None:
    share(sheet, tab_with("раз"))
    ours = book(sheet).titled("Сводка")
    found = [line[-1]["userEnteredValue"]["formulaValue"] for line in ours.lines]
    plan_id = sheet.sheet_id(PLAN_TAB)
    assert found == [
        f'=HYPERLINK("#gid={plan_id}&range=B"&MATCH(A{row};\'{PLAN_TAB}\'!B:B;0);"открыть")'
        for row in range(1, 6)
    ]


def test_a_changed_value_is_all_that_is_sent_beside_formulas(sheet: Shared) -> None:
    share(sheet, tab_with("раз"))
    assert not share(sheet, tab_with("раз"))
    assert share(sheet, tab_with("два"))
    requests = json.loads(sheet.emulator.log[-1].body)["requests"]
    kinds = [kind for request in requests for kind in request]
    assert kinds == ["updateCells", "updateDeveloperMetadata"]


def test_beside_an_open_workbook_only_what_needs_no_plan_is_calculated(path: Path) -> None:
    path.with_name(f"~${path.name}").touch()
    fresh = Formula(google="IF(TRUE,1,2)", excel="IF(TRUE,1,2)")
    cells = (Cell(value="открыть", formula=LINK), Cell(value="обновлено", formula=fresh))
    tab = Tab(key="summary", title="Сводка", rows=(Row(cells=cells),), widths=(9, 9))
    put(path, tab)
    sheet = parts_of(path.with_name("plan.сводка.xlsx"))["xl/worksheets/sheet1.xml"]
    assert re.findall("<f>(.*?)</f>", sheet) == ["IF(TRUE,1,2)"]
    assert "открыть" not in sheet


def test_a_name_of_ours_that_people_changed_comes_back(sheet: Shared) -> None:
    share(sheet, tab_with("раз"))
    (months,) = [name for name in book(sheet).named if name["name"] == "sheetsync_months"]
    theirs = {
        "namedRangeId": months["namedRangeId"],
        "name": "по_месяцам",
        "range": {"sheetId": sheet.sheet_id(PLAN_TAB)},
    }
    change = {"namedRange": theirs, "fields": "name,range"}
    sheet.emulator.edit(sheet.id, [{"updateNamedRange": change}])
    share(sheet, tab_with("раз", rows=4))
    found = {name["name"]: name["range"].get("sheetId") for name in book(sheet).named}
    ours = sheet.sheet_id("Сводка")
    assert found == {"sheetsync_months": ours, "sheetsync_4": ours}
