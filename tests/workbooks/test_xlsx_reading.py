"""What people see in a sheet is what is read of it, however its program spelled the package."""

import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from sheetsync.errors import WorkbookUnreadable
from sheetsync.model import UNCALCULATED, Area, CellValue, Grid
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import TODAY, Rows, write_file

ROWS: Rows = [["№", "Мероприятие"], [1, "Провести слёт"]]
SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
Parts = dict[str, bytes]
Change = Callable[[Parts], None]


def read(path: Path) -> Grid:
    return XlsxWorkbook(path, today=TODAY).read()


def rewritten(path: Path, change: Change) -> Path:
    """The workbook as another program would have written it."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def replacing(part: str, old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())

    return change


def in_utf16(*names: str) -> Change:
    def change(parts: Parts) -> None:
        for name in names:
            text = parts[name].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
            parts[name] = text.encode("utf-16")

    return change


def renamed(old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        parts[new] = parts.pop(old)

    return change


def with_another_main_part(parts: Parts) -> None:
    replacing("_rels/.rels", "xl/workbook.xml", "xl/book.xml")(parts)
    replacing("[Content_Types].xml", "xl/workbook.xml", "xl/book.xml")(parts)
    renamed(BOOK, "xl/book.xml")(parts)
    renamed(LINKS, "xl/_rels/book.xml.rels")(parts)


def strict(parts: Parts) -> None:
    """ISO/IEC 29500 strict: the same words in other namespaces."""
    for name, part in parts.items():
        text = part.decode().replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        parts[name] = text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ).encode()


SOUND: dict[str, Change] = {
    "another prefix of relationships": lambda parts: parts.update(
        {BOOK: parts[BOOK].replace(b"xmlns:r=", b"xmlns:d1=").replace(b"r:id=", b"d1:id=")}
    ),
    "a target with a dot": replacing(LINKS, '"worksheets', '"./worksheets'),
    "a target with two dots": replacing(LINKS, '"worksheets', '"../xl/worksheets'),
    "a target from the root": replacing(LINKS, '"worksheets', '"/xl/worksheets'),
    "UTF-16": in_utf16(BOOK, LINKS, SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"),
    "other case of letters": renamed(SHEET, "xl/Worksheets/Sheet1.XML"),
    "another main part": with_another_main_part,
    "strict": strict,
    "no size": replacing(SHEET, '<dimension ref="A1:B2"/>', ""),
    "a sign in the title": replacing(BOOK, 'name="План"', 'name="План &gt; 2021"'),
    "no letters on cells": lambda parts: parts.update(
        {SHEET: parts[SHEET].replace(b'r="A1" ', b"").replace(b'r="B2" ', b"")}
    ),
}


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_a_sound_package_is_read(tmp_path: Path, change: Change) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": ROWS})
    assert read(rewritten(path, change)).rows == tuple(map(tuple, ROWS))


def with_cell(place: str, text: str) -> Change:
    row = "".join(filter(str.isdigit, place))
    cell = f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return replacing(SHEET, "</sheetData>", f'<row r="{row}">{cell}</row></sheetData>')


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD90"])
def test_a_blank_cell_far_away_does_not_matter(tmp_path: Path, place: str) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": ROWS})
    assert read(rewritten(path, with_cell(place, " "))).rows == tuple(map(tuple, ROWS))


@pytest.mark.parametrize("place", ["XFD1048576", "B1048576", "XFD90"])
def test_a_word_far_away_is_named_by_its_cell(tmp_path: Path, place: str) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": ROWS})
    with pytest.raises(WorkbookUnreadable, match=f"«План» занята ячейка {place}.*Очистите"):
        read(rewritten(path, with_cell(place, "x")))


def test_a_stray_cell_of_a_large_sheet_is_found_whatever_the_sheet_says(tmp_path: Path) -> None:
    rows: Rows = [[number, "Провести слёт", "май"] for number in range(15_000)]
    path = write_file(tmp_path / "план.xlsx", {"План": rows})
    grown = rewritten(path, with_cell("A1048576", "x"))
    with pytest.raises(WorkbookUnreadable, match="A1048576"):
        read(grown)


def test_what_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": ROWS})
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02")  # APPNOTE 4.3.12: the size stands at 24
    data[entry + 24 : entry + 28] = struct.pack("<I", 3 << 30)
    path.write_bytes(data)
    with pytest.raises(WorkbookUnreadable, match=r"распаковывается в 3 ГБ.*до 1 ГБ"):
        read(path)


def test_what_was_packed_too_well_is_not_unpacked(tmp_path: Path) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": ROWS})
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/picture.bin", bytes(80 << 20))
    with pytest.raises(WorkbookUnreadable, match="сжат больше чем в 200 раз"):
        read(path)


def made(
    path: Path, fill: Callable[[xlsxwriter.Workbook, "xlsxwriter.worksheet.Worksheet"], None]
) -> Path:
    with xlsxwriter.Workbook(path) as book:
        fill(book, book.add_worksheet("План"))
    return path


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("Q", "2 квартал 2021 года"),
        ("mmmm yyyy", "май 2021"),
        ("mmm-yy", "май 2021"),
        (17, "май 2021"),
        ("yyyy", "2021 год"),
    ],
)
def test_a_date_that_shows_no_day_is_its_month_or_year(
    tmp_path: Path, format_: str | int, shown: CellValue
) -> None:
    path = made(
        tmp_path / "план.xlsx",
        lambda book, sheet: (
            sheet.write_number("B2", 44317, book.add_format({"num_format": format_})) and None
        ),
    )
    assert read(path).rows[1][1] == shown


@pytest.mark.parametrize("format_", ["0%", 9, "0.0%"])
def test_a_share_is_the_percentage_that_people_see(tmp_path: Path, format_: str | int) -> None:
    path = made(
        tmp_path / "план.xlsx",
        lambda book, sheet: (
            sheet.write_number("B2", 0.5, book.add_format({"num_format": format_})) and None
        ),
    )
    assert read(path).rows[1][1] == "50%"


@pytest.mark.parametrize("stored", ["<v></v>", "<v/>", "", "<v>0</v>"])
def test_a_formula_that_nothing_calculated_says_so(tmp_path: Path, stored: str) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": [["срок", "слёт"], [5]]})
    change = replacing(SHEET, "<v>5</v>", f"<f>DATE(2021,5,31)</f>{stored}")
    assert read(rewritten(path, change)).rows[1][0] == UNCALCULATED


@pytest.mark.parametrize(
    ("stored", "value"), [('t="str"><f>A1&amp;""</f><v></v>', None), ("><f>2+3</f><v>5</v>", 5)]
)
def test_a_calculated_formula_is_its_value(tmp_path: Path, stored: str, value: CellValue) -> None:
    path = write_file(tmp_path / "план.xlsx", {"План": [["срок", "слёт"], [7, "май"]]})
    change = replacing(SHEET, "><v>7</v>", stored if stored[0] == ">" else f" {stored}")
    assert read(rewritten(path, change)).rows[1][0] == value


def test_struck_out_words_are_left_out_and_told(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: "xlsxwriter.worksheet.Worksheet") -> None:
        struck = book.add_format({"font_strikeout": True})
        sheet.write_rich_string("A1", struck, "апрель", " ноябрь")
        sheet.write("B1", "Провести слёт", struck)
        sheet.write("C1", 5, struck)
        sheet.write_blank("D1", None, struck)
        sheet.write("E1", "май")

    grid = read(made(tmp_path / "план.xlsx", fill))
    assert grid.rows == (("ноябрь", None, None, None, "май"),)
    assert [(one.row, one.column, one.words) for one in grid.left_out] == [
        (1, 1, "апрель"),
        (1, 2, "Провести слёт"),
        (1, 3, "5"),
    ]


def test_merged_cells_are_told(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: "xlsxwriter.worksheet.Worksheet") -> None:
        sheet.merge_range("B2:B4", "апрель")
        sheet.merge_range("C1:D1", "срок")

    grid = read(made(tmp_path / "план.xlsx", fill))
    assert set(grid.merges) == {
        Area(top=2, left=2, bottom=4, right=2),
        Area(top=1, left=3, bottom=1, right=4),
    }
