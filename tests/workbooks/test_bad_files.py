"""What is no workbook is refused in plain words that say what to do, and stays as it is."""

import os
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from sheetsync.errors import WorkbookError, WorkbookMissing, WorkbookUnreadable
from sheetsync.model import Cell, Look, Row, Tab
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook, create_workbook
from tests.workbooks.books import TODAY, put_part, tab_of, write_file

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def archive(path: Path, **parts: str) -> None:
    with ZipFile(path, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/"), text)


def truncated(path: Path) -> None:
    write_file(path, {"План": [["№"]]})
    path.write_bytes(path.read_bytes()[:-200])


def garbled(path: Path) -> None:
    """A workbook whose sheet is not the XML it should be."""
    write_file(path, {"План": [["№"]]})
    put_part(path, "xl/worksheets/sheet1.xml", "</sheetData>", "<row><c")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "пуст .0 байт."),
    "picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 90), "не книга Excel"),
    "text": (lambda path: path.write_text("№\tМероприятие"), "не книга Excel"),
    "archive": (lambda path: archive(path, note="text"), "архив, но не книга"),
    "opendocument": (lambda path: archive(path, mimetype="ods"), r"OpenDocument \(.ods\)"),
    "binary": (lambda path: archive(path, **{"xl/workbook.bin": ""}), r"\(.xlsb\)"),
    "old": (lambda path: path.write_bytes(OLE + b"\0" * 600), r"старого вида \(.xls\)"),
    "locked": (
        lambda path: path.write_bytes(OLE + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le")),
        "защищён паролем",
    ),
    "truncated": (truncated, "повреждён"),
    "garbled": (garbled, "повреждён"),
    "hollow": (lambda path: archive(path, xl__workbook="", **{"xl/workbook.xml": ""}), "повреждён"),
    "folder": (lambda path: path.mkdir(), "это папка"),
}


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    spoil, words = BAD[request.param]
    spoil(tmp_path / "план.xlsx")
    return tmp_path / "план.xlsx", words


def test_reading_says_what_the_file_is(bad: tuple[Path, str]) -> None:
    path, words = bad
    with pytest.raises(WorkbookUnreadable, match=words):
        XlsxWorkbook(path, today=TODAY).read()


def test_nothing_is_left_beside_it(bad: tuple[Path, str]) -> None:
    path, _ = bad
    with pytest.raises(WorkbookError):
        XlsxWorkbook(path, today=TODAY).read()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("kind", [kind for kind in BAD if kind != "garbled"])
def test_writing_refuses_it_and_leaves_it(kind: str, tmp_path: Path) -> None:
    spoil, words = BAD[kind]
    path = tmp_path / "план.xlsx"
    spoil(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(WorkbookUnreadable, match=words):
        XlsxWorkbook(path, today=TODAY).write([tab_of(["раз"])], plan_tab="План")
    assert before is None or path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/theme/theme1.xml", "[Content_Types].xml"])
def test_writing_refuses_a_damaged_part_and_lives(part: str, tmp_path: Path) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": [["№"]]})
    put_part(path, part, "</", "<")
    with pytest.raises(WorkbookUnreadable, match="повреждён"):
        XlsxWorkbook(path, today=TODAY).write([tab_of(["раз"])], plan_tab="План")


def test_a_prefix_that_nobody_declared_leaves_the_workbook_as_it_is(tmp_path: Path) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": [["№"]]})
    put_part(path, "xl/_rels/workbook.xml.rels", "<Relationship ", "<q:a/><Relationship ")
    before = path.read_bytes()
    with suppress(WorkbookUnreadable):  # a reader may refuse it, too
        written = XlsxWorkbook(path, today=TODAY).write([tab_of(["раз"])], plan_tab="План")
        assert (written.beside, "непривычно" in written.reason) == (True, True)
    assert path.read_bytes() == before


def test_writing_refuses_a_part_that_does_not_match_its_checksum(tmp_path: Path) -> None:
    path = tmp_path / "план.xlsx"
    create_workbook(path, tab_of(["№"], title="План"))
    put_part(path, "xl/styles.xml", "Arial", "Areal")  # stored, not deflated
    path.write_bytes(path.read_bytes().replace(b"Areal", b"Aroal"))
    with pytest.raises(WorkbookUnreadable, match="повреждён"):
        XlsxWorkbook(path, today=TODAY).write([tab_of(["раз"])], plan_tab="План")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing, match=r"нет\.xlsx» нет\. Проверьте путь"):
        XlsxWorkbook(tmp_path / "нет.xlsx", today=TODAY).read()


def test_missing_file_is_not_made_by_writing(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing):
        XlsxWorkbook(tmp_path / "нет.xlsx", today=TODAY).write([], plan_tab="План")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_file_without_permission_says_so(tmp_path: Path) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": [["№"]]})
    path.chmod(0)
    with pytest.raises(WorkbookUnreadable, match="Нет права читать"):
        XlsxWorkbook(path, today=TODAY).read()


def test_existing_file_is_not_created_over(tmp_path: Path) -> None:
    path = tmp_path / "план.xlsx"
    path.write_text("чужое")
    with pytest.raises(WorkbookError, match="уже есть"):
        create_workbook(path, tab_of(["№"]))
    assert path.read_text() == "чужое"


def test_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match="Не удалось записать"):
        create_workbook(tmp_path / "нет" / "план.xlsx", tab_of(["№"]))


def test_error_cells_are_read_as_text(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "план.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("План")
        sheet.write_row("A1", ["№", "Срок"])
        sheet.write_formula("B2", "=#REF!", None, "#REF!")
        sheet.write_formula("C3", "=1+1", None, 2)
    rows = XlsxWorkbook(path, today=TODAY).read().rows
    assert rows == (("№", "Срок", None), (None, "#REF!", None), (None, None, 2))


def test_times_and_durations_become_text(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "план.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("План")
        sheet.write(0, 0, 0.4375, book.add_format({"num_format": "hh:mm"}))
        sheet.write(0, 1, 1.5, book.add_format({"num_format": "[h]:mm"}))
    assert XlsxWorkbook(path, today=TODAY).read().rows == (("10:30", "36:00"),)


def test_merged_cells_hold_their_value_in_the_first(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "план.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("План").merge_range("A1:B2", "вместе")
    assert XlsxWorkbook(path, today=TODAY).read().rows[0][0] == "вместе"


def test_hidden_tab_is_not_taken_for_the_plan(tmp_path: Path) -> None:
    from tests.workbooks.staff import write_staff_workbook

    path = write_staff_workbook(tmp_path / "план.xlsx")
    assert XlsxWorkbook(path, today=TODAY).read().title == "План"


@pytest.mark.parametrize(
    "styles",
    [
        None,
        "",
        '<fonts count="1"><font><sz val="11"/></font></fonts>',
        '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>',
    ],
)
def test_a_list_of_styles_that_lacks_some_is_completed(tmp_path: Path, styles: str | None) -> None:
    path = tmp_path / "plan.xlsx"
    write_file(path, {"План": [["№"]]})
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist() if name != "xl/styles.xml"}
    texts = {name: part.decode() for name, part in parts.items()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = {"xl/styles.xml": f'<styleSheet xmlns="{space}">{styles}</styleSheet>'}
    archive(path, **texts, **(part if styles is not None else {}))
    look = Look(bold=True, fill="FDECEA", border=True)
    tab = Tab(
        key="summary",
        title="Сводка",
        rows=(Row(cells=(Cell(value="текст", look=look),)),),
        widths=(9,),
    )
    assert not XlsxWorkbook(path, today=TODAY).write([tab], plan_tab="План").beside
    with warnings.catch_warnings(action="ignore", category=UserWarning):
        book = openpyxl.load_workbook(path)
    staffs, ours = book["План"]["A1"], book["Сводка"]["A1"]
    assert (staffs.font.b, staffs.fill.fgColor.rgb) == (False, "00000000")
    assert (ours.font.b, ours.fill.fgColor.rgb) == (True, "FFFDECEA")
