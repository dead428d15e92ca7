"""The readers of written tabs see charts, warnings and blocks, however they came there."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sheetsync.model import Area, ChartKind
from tests.sheets_emulator import Emulator
from tests.workbooks.google_views import google_view
from tests.workbooks.sheets import shared_sheet
from tests.workbooks.views import Alarm, ChartView, View
from tests.workbooks.xlsx_views import xlsx_view

ROWS = [["месяц", "в срок", "позже"], ["май", 3, 1], ["июнь", 2, 2]]
DATA = Area(top=1, left=1, bottom=3, right=3)
PLACE = Area(top=5, left=2, bottom=14, right=6)
COLORS = ("1B6E3C", "B3261E")
ALARM = Alarm(formula="NOW()>$A$1")
KINDS = [
    (ChartKind.STACKED_COLUMNS, {"type": "column", "subtype": "stacked"}, ("COLUMN", "STACKED")),
    (ChartKind.BARS, {"type": "bar"}, ("BAR", "")),
    (ChartKind.LINES, {"type": "line"}, ("LINE", "")),
]


@pytest.mark.parametrize(("kind", "excel"), [(kind, excel) for kind, excel, _ in KINDS])
def test_all_is_seen_in_a_file(tmp_path: Path, kind: ChartKind, excel: dict[str, str]) -> None:
    path = tmp_path / "план.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Сводка")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.insert_chart("B5", _excel_chart(book, excel), {"object_position": 2})
        book.define_name("sheetsync_months", "='Сводка'!$A$1:$C$3")
        red = {"bold": True, "font_color": "#FFFFFF", "bg_color": f"#{ALARM.fill}"}
        rule = {"type": "formula", "criteria": f"={ALARM.formula}", "format": book.add_format(red)}
        sheet.conditional_format("B2:C2", rule)
    _check(xlsx_view(path, "Сводка"), kind)


def _excel_chart(book: xlsxwriter.Workbook, kind: dict[str, str]) -> xlsxwriter.chart.Chart:
    chart = book.add_chart(kind)
    for letter, color in zip("BC", COLORS, strict=True):
        chart.add_series(
            {
                "name": f"=Сводка!${letter}$1",
                "categories": "=Сводка!$A$2:$A$3",
                "values": f"=Сводка!${letter}$2:${letter}$3",
                "fill": {"color": f"#{color}"},
                "line": {"color": f"#{color}"},
            }
        )
    chart.set_title({"name": "Сроки"})
    chart.set_size({"width": 320, "height": 200})
    return chart


@pytest.mark.parametrize(("kind", "api"), [(kind, api) for kind, _, api in KINDS])
def test_all_is_seen_in_a_spreadsheet(
    google: tuple[Emulator, str], kind: ChartKind, api: tuple[str, str]
) -> None:
    shared = shared_sheet(*google, {"Сводка": ROWS})
    at = shared.sheet_id("Сводка")
    named = {"name": "sheetsync_months", "range": _range(at, (0, 3), (0, 3))}
    shared.emulator.edit(
        shared.id,
        [
            {"addChart": {"chart": _google_chart(at, *api)}},
            {"addNamedRange": {"namedRange": named}},
            {"addConditionalFormatRule": {"rule": _google_alarm(at), "index": 0}},
        ],
    )
    _check(google_view(shared.emulator.world.book(shared.id), "Сводка"), kind)


def _google_chart(at: int, kind: str, stacked: str) -> dict[str, Any]:
    columns = [
        {"sourceRange": {"sources": [_range(at, (0, 3), (column, column + 1))]}}
        for column in range(3)
    ]
    series = [
        {"series": column, "colorStyle": _style(color)}
        for column, color in zip(columns[1:], COLORS, strict=True)
    ]
    basic = {"chartType": kind, "domains": [{"domain": columns[0]}], "series": series}
    basic |= {"headerCount": 1} | ({"stackedType": stacked} if stacked else {})
    anchor = {"sheetId": at, "rowIndex": 4, "columnIndex": 1}
    overlay = {"anchorCell": anchor, "widthPixels": 500, "heightPixels": 210}
    position = {"overlayPosition": overlay}
    return {"spec": {"title": "Сроки", "basicChart": basic}, "position": position}


def _google_alarm(at: int) -> dict[str, Any]:
    values = [{"userEnteredValue": f"={ALARM.formula}"}]
    shown = {
        "backgroundColorStyle": _style(ALARM.fill),
        "textFormat": {"bold": True, "foregroundColorStyle": _style(ALARM.color)},
    }
    condition = {"type": "CUSTOM_FORMULA", "values": values}
    rule = {"condition": condition, "format": shown}
    return {"ranges": [_range(at, (1, 2), (1, 3))], "booleanRule": rule}


def _range(at: int, rows: tuple[int, int], columns: tuple[int, int]) -> dict[str, int]:
    return {
        "sheetId": at,
        "startRowIndex": rows[0],
        "endRowIndex": rows[1],
        "startColumnIndex": columns[0],
        "endColumnIndex": columns[1],
    }


def _style(color: str) -> dict[str, Any]:
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return {"rgbColor": dict(zip(("red", "green", "blue"), parts, strict=True))}


def _check(view: View, kind: ChartKind) -> None:
    chart = ChartView(
        title="Сроки",
        kind=kind,
        rows=(1, 3),
        categories=1,
        columns=(2, 3),
        colors=COLORS,
        place=PLACE,
    )
    assert view.charts == (chart,)
    assert view.charts[0].place == PLACE
    assert view.blocks == {"sheetsync_months": DATA}
    assert view.cells["B2"].alarm == ALARM
    assert view.cells["C2"].alarm is None
