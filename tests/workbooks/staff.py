"""A workbook as a zealous clerk keeps it: every object that a careless writer would lose."""

import struct
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet


def write_staff_workbook(path: Path) -> Path:
    """The plan on its second tab, the first hidden, the third active; returns `path`."""
    with xlsxwriter.Workbook(path) as book:
        lists = book.add_worksheet("Списки")
        lists.write_column("A1", ["выполнено", "не выполнено", "перенесено"])
        lists.hide()
        _plan(book, book.add_worksheet("План"))
        charts = book.add_worksheet("Графики, 'кнопки' и др.")
        charts.activate()
        _objects(book, charts)
        book.define_name("Отметки", "=Списки!$A$1:$A$3")
        book.define_name("План!Местное", "=План!$B$5")
    return path


def _plan(book: Workbook, sheet: Worksheet) -> None:
    title = book.add_format({"bold": True, "font_size": 16, "bg_color": "#FFEE99", "border": 1})
    day = book.add_format({"num_format": "dd.mm.yyyy", "font_color": "#993300", "italic": True})
    sheet.merge_range("A1:E1", "План мероприятий", title)
    sheet.write_row("A3", ["№", "Мероприятие", "Сроки", "Ответственные", "Отметка"])
    for row in range(3, 13):
        sheet.write_row(row, 0, [row - 2, f"Мероприятие {row}", "апрель", "Отдел", row / 10])
        sheet.write_datetime(row, 5, date(2021, 4, 30), day)
    sheet.write_rich_string("B5", "часть ", title, "жирная", " и нет")
    sheet.write_formula("G4", "=SUM(E4:E13)", None, 7.5)
    sheet.write_formula("G5", "=NA()", None, "#N/A")
    sheet.write_comment("B6", "Спросить отдел", {"author": "Отдел"})
    sheet.data_validation("H4:H13", {"validate": "list", "source": "=Отметки"})
    sheet.conditional_format("E4:E13", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("C4:C13", {"type": "text", "criteria": "containing", "value": "май"})
    sheet.add_sparkline("I4", {"range": "План!E4:E13"})
    sheet.freeze_panes(3, 1)
    sheet.set_landscape()
    sheet.repeat_rows(2)
    sheet.print_area("A1:H13")
    sheet.set_header("&CПлан")
    sheet.ignore_errors({"number_stored_as_text": "A1:A20"})
    sheet.protect("пароль", {"sort": True})


def _objects(book: Workbook, sheet: Worksheet) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=План!$E$4:$E$13"})
    sheet.insert_chart("A1", chart)
    sheet.insert_image("J1", "точка.png", {"image_data": BytesIO(png())})
    sheet.insert_textbox("A20", "Надпись")
    sheet.insert_button("D20", {"caption": "Обновить"})
    sheet.insert_checkbox("F20", True)
    sheet.add_table("J20:K23", {"data": [[1, 2], [3, 4], [5, 6]]})
    sheet.write_url("A30", "https://example.org/", string="Сайт")


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\0\xb3\x26\x1e")
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
