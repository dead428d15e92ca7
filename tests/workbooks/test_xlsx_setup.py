"""The status column in a file: set into the sheet's own text, everything else byte for byte."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from sheetsync.errors import WorkbookError
from sheetsync.workbooks.xlsx.cells import numbered, placed
from sheetsync.workbooks.xlsx.opc import listed, parse
from sheetsync.workbooks.xlsx.status_column import (
    Spot,
    StatusColumn,
    add_column,
    add_status_column,
    free_column,
    used_column,
)
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.office import Office
from tests.workbooks.books import TODAY, parts_of, put_part
from tests.workbooks.staff import write_staff_workbook

HEADER = "Отметка о выполнении"
WANTED = StatusColumn(
    title="План", row=3, header=HEADER, choices=("выполнено", "в работе"), advice="Или <своё>"
)
PART = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def staff_plan(path: Path) -> Path:
    """A plan with rules, colours, a sparkline and a comment of staff's, in columns A to F."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("План")
        look = book.add_format({"bold": True, "bg_color": "#FFEE99"})
        sheet.write("A1", "План мероприятий")
        sheet.write_row("A3", ["№", "Мероприятие", "Сроки", "Ответственные"], look)
        for row in range(3, 9):
            sheet.write_row(row, 0, [row - 2, f"Провести {row}", "апрель", "Отдел", row / 10])
        sheet.data_validation("C4:C9", {"validate": "list", "source": ["апрель", "май"]})
        sheet.conditional_format("C4:C9", {"type": "text", "criteria": "containing", "value": "й"})
        sheet.conditional_format("E4:E9", {"type": "data_bar", "data_bar_2010": True})
        sheet.add_sparkline("F4", {"range": "План!E4:E9"})
        sheet.write_comment("B6", "Спросить")
        sheet.set_column("B:B", 40)
        sheet.autofilter("A3:D9")
        book.add_worksheet("Другой")
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return staff_plan(tmp_path / "план.xlsx")


def added(text: str, wanted: StatusColumn = WANTED, *, column: int = 5) -> str:
    """A worksheet's text with the column."""
    sheet = parse(text.encode())
    add_column(sheet, wanted, column)
    return etree.tostring(sheet, encoding="unicode")


def sheet_text(inside: str, *, prefix: str = "") -> str:
    p = f"{prefix}:" if prefix else ""
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    return f'<{p}worksheet {name}="{NAMESPACE}">{inside}</{p}worksheet>'


def test_every_other_part_stays_byte_for_byte(plan: Path) -> None:
    before = parts_of(plan)
    assert add_status_column(plan, WANTED, today=TODAY) == Spot(letters="G", filtered=True)
    after = parts_of(plan)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [PART]


def test_of_the_sheet_s_text_nothing_is_lost(plan: Path) -> None:
    before = parts_of(plan)[PART]
    add_status_column(plan, WANTED, today=TODAY)
    rest = iter(parts_of(plan)[PART])
    # Every letter is there still, in its order, but for three numbers that counted columns.
    for old, new in (('ref="A1:E9"', 'ref="A1:G9"'), ('count="1"', 'count="2"')):
        before = before.replace(old, new, 1)
    before = before.replace('<row r="3" spans="1:5"', '<row r="3" spans="1:7"')
    assert all(letter in rest for letter in before)


def test_the_three_readers_see_the_column(plan: Path) -> None:
    add_status_column(plan, WANTED, today=TODAY)
    assert XlsxWorkbook(plan, today=TODAY).read("План").rows[2][6] == HEADER
    with pytest.warns(UserWarning, match="extension"):  # openpyxl knows no sparklines
        sheet = openpyxl.load_workbook(plan)["План"]
    assert (sheet["G3"].value, sheet["G3"].font.b) == (HEADER, True)
    rules = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    assert set(rules) == {"C4:C9", "G4:G1048576"}
    assert (rules["G4:G1048576"].formula1, rules["G4:G1048576"].prompt) == (
        '"выполнено,в работе"',
        "Или <своё>",
    )
    assert not rules["G4:G1048576"].showErrorMessage
    assert len(sheet.conditional_formatting) == 2
    assert "x14:sparkline" in parts_of(plan)[PART]


def test_libreoffice_opens_it(plan: Path, tmp_path: Path, office: Office) -> None:
    add_status_column(plan, WANTED, today=TODAY)
    table = office.converted(plan, "csv:Text - txt - csv (StarCalc):44,34,76", tmp_path)
    assert HEADER in table.read_text(encoding="utf-8").splitlines()[2]


def test_it_stands_behind_comments_sparklines_and_rules(tmp_path: Path) -> None:
    path = write_staff_workbook(tmp_path / "план.xlsx")
    assert free_column(path, WANTED) == Spot(letters="J", filtered=False)  # I4 holds a sparkline


def test_a_table_that_leaves_it_out_is_told(tmp_path: Path) -> None:
    path = tmp_path / "план.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("План").add_table("A3:H9")
    assert free_column(path, WANTED) == Spot(letters="I", filtered=True)


def test_a_copy_of_the_day_is_kept(plan: Path) -> None:
    before = plan.read_bytes()
    add_status_column(plan, WANTED, today=date(2021, 5, 11))
    assert plan.with_name("план.копия-2021-05-11.xlsx").read_bytes() == before


def test_an_open_workbook_is_left_alone(plan: Path) -> None:
    before = plan.read_bytes()
    plan.with_name("~$план.xlsx").write_bytes(b"")
    with pytest.raises(WorkbookError, match=r"открыта в Excel.*не добавлен"):
        add_status_column(plan, WANTED, today=TODAY)
    assert plan.read_bytes() == before


def test_a_protected_sheet_is_left_alone(tmp_path: Path) -> None:
    path = write_staff_workbook(tmp_path / "план.xlsx")
    before = path.read_bytes()
    with pytest.raises(WorkbookError, match="защищён"):
        add_status_column(path, WANTED, today=TODAY)
    assert path.read_bytes() == before
    assert [*tmp_path.iterdir()] == [path]


def test_another_encoding_is_understood(plan: Path) -> None:
    text = parts_of(plan)[PART].partition("?>")[2]
    with ZipFile(plan) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[PART] = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")
    with ZipFile(plan, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    add_status_column(plan, WANTED, today=TODAY)
    assert HEADER in parts_of(plan)[PART]


def test_a_signed_workbook_is_left_alone(plan: Path) -> None:
    origin = (
        '<Relationship Id="s" Target="_xmlsignatures/origin.sigs" Type="http://schemas.openxml'
        'formats.org/package/2006/relationships/digital-signature/origin"/></Relationships>'
    )
    put_part(plan, "_rels/.rels", "</Relationships>", origin)
    before = plan.read_bytes()
    with pytest.raises(WorkbookError, match=r"не добавлен.*подписана"):
        add_status_column(plan, WANTED, today=TODAY)
    assert plan.read_bytes() == before


def test_a_prefix_before_every_name_is_kept() -> None:
    rows = (
        '<x:sheetData><x:row r="3"><x:c r="D3" s="7" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    )
    text = added(sheet_text(rows, prefix="x"))
    assert '<x:c r="E3" s="7" t="inlineStr"><x:is><x:t>' in text
    assert "</x:sheetData><x:dataValidations count" in text


def test_a_cell_that_only_has_a_look_becomes_the_header() -> None:
    row = '<row r="3" spans="1:9"><c r="D3"><v>1</v></c><c r="E3" s="4"/><c r="F3" s="4"/></row>'
    text = added(sheet_text(f"<sheetData>{row}</sheetData>"))
    assert text.count('r="E3"') == 1
    assert text.index('r="D3"') < text.index('r="E3"') < text.index('r="F3"')
    assert 'spans="1:9"' in text


def test_rows_and_cells_without_an_address_are_counted() -> None:
    text = "<row><c><v>1</v></c></row><row/><row><c><v>2</v></c><c><v>3</v></c></row>"
    sheet = parse(sheet_text(f"<sheetData>{text}</sheetData>").encode())
    third = dict(numbered(listed(sheet, "sheetData", "row")))[3]
    assert (used_column(sheet), [column for _, column, _ in placed(third, 3)]) == (2, [1, 2])


@pytest.mark.parametrize(
    ("after", "before"),
    [
        ('<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>', "<pageMargins/>"),
        ('<conditionalFormatting sqref="A1"/>', '<hyperlinks/><drawing r:id="a"/>'),
        ("<phoneticPr/>", "<extLst/>"),
    ],
)
def test_the_choices_stand_where_the_standard_wants_them(after: str, before: str) -> None:
    before = before.replace("r:id", "id")
    row = '<sheetData><row r="3"><c r="D3"><v>1</v></c></row></sheetData>'
    text = added(sheet_text(f"{row}{after}{before}"))
    assert f"{after}<dataValidations " in text
    assert f"</dataValidations>{before}" in text


def test_a_width_that_people_chose_stays() -> None:
    row = '<sheetData><row r="3"><c r="D3"><v>1</v></c></row></sheetData>'
    chosen = '<cols><col min="2" max="7" width="9"/></cols>'
    assert chosen in added(sheet_text(f"{chosen}{row}"))
    assert '<cols><col min="5" max="5" width="32"' in added(sheet_text(row))


def test_what_reaches_the_last_column_ends_nowhere() -> None:
    row = '<sheetData><row r="3"><c r="D3"><v>1</v></c></row></sheetData>'
    rule = '<conditionalFormatting sqref="A1:XFD1048576 A1:B9"/>'
    assert used_column(parse(sheet_text(row + rule).encode())) == 4


def test_the_file_is_whole_after_a_second_time(plan: Path) -> None:
    add_status_column(plan, WANTED, today=TODAY)
    with ZipFile(plan) as archive:
        assert archive.testzip() is None
    assert free_column(plan, WANTED).letters == "H"
