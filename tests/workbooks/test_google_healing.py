"""Whatever people do to our tabs of a shared sheet, the next day's run sets it right."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sheetsync.model import Cell, Look, Row, Tab
from sheetsync.workbooks.base import Written
from tests.sheets_emulator import Emulator, people
from tests.sheets_emulator.emulator import ACCOUNT
from tests.workbooks.books import Rows, tab_of
from tests.workbooks.google_views import google_view
from tests.workbooks.sheets import Shared, shared_sheet
from tests.workbooks.test_extras import tab_with
from tests.workbooks.views import View

PLAN: dict[str, Rows] = {"План": [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
TITLE = Row(cells=(Cell(value="Сводка по плану", look=Look(fill="F1F3F4"), span=2),))
OTHER = tab_of(["всё в порядке"], key="findings", title="Проверка")


def drawn() -> Tab:
    """A tab with all that people can break: a chart, an alarm, names, a merge, colours."""
    tab = tab_with("раз")
    return replace(tab, rows=(*tab.rows, TITLE), color="1B6E3C", frozen_rows=3)


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    return shared_sheet(*google, PLAN)


def run(sheet: Shared, *tabs: Tab) -> tuple[Written, int]:
    """What a daily run writes, and how many requests it takes."""
    workbook = sheet.open()
    grid = workbook.read("План")
    written = workbook.write(tabs or (drawn(), OTHER), plan_tab=grid.title)
    return written, workbook.traffic.requests


def view(sheet: Shared, title: str = "Сводка") -> View:
    return google_view(sheet.emulator.world.book(sheet.id), title)


def span(sheet: Shared, dimension: str, start: int, end: int) -> dict[str, Any]:
    place = {"sheetId": sheet.sheet_id("Сводка"), "dimension": dimension}
    return {**place, "startIndex": start, "endIndex": end}


def cells(sheet: Shared) -> dict[str, int]:
    rows = {"sheetId": sheet.sheet_id("Сводка"), "startRowIndex": 1, "endRowIndex": 2}
    return {**rows, "startColumnIndex": 0, "endColumnIndex": 2}


def delete_chart(sheet: Shared) -> people.Requests:
    (chart,) = sheet.emulator.world.book(sheet.id).titled("Сводка").charts
    return [{"deleteEmbeddedObject": {"objectId": chart["chartId"]}}]


def delete_name(sheet: Shared) -> people.Requests:
    named, *_ = sheet.emulator.world.book(sheet.id).named
    return [{"deleteNamedRange": {"namedRangeId": named["namedRangeId"]}}]


def move_name(sheet: Shared) -> people.Requests:
    named, *_ = sheet.emulator.world.book(sheet.id).named
    changed = {"namedRangeId": named["namedRangeId"], "range": cells(sheet)}
    return [{"updateNamedRange": {"namedRange": changed, "fields": "range"}}]


def delete_rule(sheet: Shared) -> people.Requests:
    rule = {"sheetId": sheet.sheet_id("Сводка"), "index": 0}
    return [{"deleteConditionalFormatRule": rule}]


def paint(sheet: Shared) -> people.Requests:
    look = {"backgroundColorStyle": {"rgbColor": {"red": 1}}}
    paint = {"range": cells(sheet), "cell": {"userEnteredFormat": look}}
    return [{"repeatCell": {**paint, "fields": "userEnteredFormat.backgroundColorStyle"}}]


def color_tab(sheet: Shared) -> people.Requests:
    color = {"rgbColor": {"blue": 1}}
    properties = {"sheetId": sheet.sheet_id("Сводка"), "tabColorStyle": color}
    return [{"updateSheetProperties": {"properties": properties, "fields": "tabColorStyle"}}]


EDITS: dict[str, Callable[[Shared], people.Requests]] = {
    "chart deleted": delete_chart,
    "name deleted": delete_name,
    "name moved": move_name,
    "alarm deleted": delete_rule,
    "cells painted": paint,
    "tab painted": color_tab,
    "merge undone": lambda s: [{"unmergeCells": {"range": {"sheetId": s.sheet_id("Сводка")}}}],
    "cells merged": lambda s: [{"mergeCells": {"range": cells(s)}}],
    "column inserted": lambda s: [{"insertDimension": {"range": span(s, "COLUMNS", 1, 2)}}],
    "column deleted": lambda s: [{"deleteDimension": {"range": span(s, "COLUMNS", 0, 1)}}],
    "row inserted": lambda s: [{"insertDimension": {"range": span(s, "ROWS", 0, 1)}}],
    "row below the header": lambda s: [{"insertDimension": {"range": span(s, "ROWS", 2, 3)}}],
    "row deleted": lambda s: [{"deleteDimension": {"range": span(s, "ROWS", 4, 5)}}],
    "rows appended": lambda s: [
        {"appendDimension": {"sheetId": s.sheet_id("Сводка"), "dimension": "ROWS", "length": 5}}
    ],
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_people_broke_is_whole_after_the_next_run(sheet: Shared, edit: str) -> None:
    run(sheet)
    before = view(sheet)
    sheet.emulator.edit(sheet.id, EDITS[edit](sheet))
    written, requests = run(sheet)
    assert (view(sheet), written.missing, requests) == (before, (), 2)
    assert run(sheet) == (replace(written, changed=False), 1)


@pytest.mark.parametrize("edit", EDITS)
def test_what_people_break_between_read_and_write_is_whole_a_day_later(
    sheet: Shared, edit: str
) -> None:
    run(sheet)
    before = view(sheet)
    sheet.emulator.edit_at(sheet.id, EDITS[edit](sheet), match=":batchUpdate")
    run(sheet, tab_of(["другое"], key="findings", title="Проверка"), drawn())
    assert run(sheet)[0].stopped == ()
    assert view(sheet) == before


def test_a_tab_that_was_deleted_comes_back_without_the_names_that_google_keeps(
    sheet: Shared,
) -> None:
    run(sheet)
    before = view(sheet)
    sheet.emulator.edit(sheet.id, people.delete_tab(sheet.sheet_id("Сводка")))
    written, _ = run(sheet)
    assert written.missing == ("имён блоков для формул на вкладке «Сводка»",)
    assert replace(view(sheet), blocks=before.blocks) == before
    sent = [each for each in sheet.emulator.log if each.line.endswith(":batchUpdate")]
    assert [each.status for each in sent[-2:]] == [400, 200]


def test_what_google_refused_once_is_not_asked_for_every_day(sheet: Shared) -> None:
    run(sheet)
    sheet.emulator.edit(sheet.id, people.delete_tab(sheet.sheet_id("Сводка")))
    run(sheet)
    again = replace(drawn(), rows=(*drawn().rows, TITLE))
    written, requests = run(sheet, again, OTHER)
    assert (len(written.missing), requests) == (1, 2)


def without_names(sheet: Shared) -> None:
    """«Сводка» as it comes back after people have deleted it."""
    run(sheet)
    sheet.emulator.edit(sheet.id, people.delete_tab(sheet.sheet_id("Сводка")))
    assert run(sheet)[0].missing


def test_names_are_asked_for_again_in_a_copy_where_nothing_takes_them(sheet: Shared) -> None:
    without_names(sheet)
    book = sheet.emulator.world.book(sheet.id).copy()
    copy = sheet.emulator.seed("Копия")
    book.id, book.lost = copy.id, []
    sheet.emulator.world.keep(book)
    copied = Shared(sheet.emulator, sheet.base, copy.id)
    assert run(copied)[0].missing == ()
    assert len(sheet.emulator.world.book(copy.id).named) == len(drawn().blocks)


def test_names_are_asked_for_again_once_where_people_changed_theirs(sheet: Shared) -> None:
    without_names(sheet)
    named = {"name": "их", "range": {"sheetId": 100}}
    sheet.emulator.edit(sheet.id, [{"addNamedRange": {"namedRange": named}}])
    assert run(sheet)[0].missing
    assert run(sheet)[1] == 1
    freed = sheet.emulator.world.book(sheet.id).copy()
    freed.lost = []
    freed.named = []
    sheet.emulator.world.keep(freed)
    assert run(sheet)[0].missing == ()


def close(sheet: Shared) -> people.Requests:
    return people.protect(sheet.sheet_id("Сводка"))


def make_table(sheet: Shared) -> people.Requests:
    place = {**cells(sheet), "endRowIndex": 4}
    columns = [{"columnIndex": 0, "columnType": "DOUBLE"}]
    table = {"tableId": "1", "range": place, "columnProperties": columns}
    return [{"addTable": {"table": table}}]


CLOSED = {"защищена": close, "таблицу с типами": make_table}


@pytest.mark.parametrize("words", CLOSED)
def test_a_closed_tab_stops_only_itself_and_says_what_to_do(sheet: Shared, words: str) -> None:
    run(sheet)
    sheet.emulator.edit(sheet.id, CLOSED[words](sheet))
    later = replace(drawn(), rows=(*drawn().rows, TITLE))
    news = tab_of(["есть замечание"], key="findings", title="Проверка")
    written, requests = run(sheet, later, news)
    ((title, sentence),) = written.stopped
    assert (title, requests) == ("Сводка", 2)
    assert words in sentence
    assert sheet.open().read("Проверка").rows == (("есть замечание",),)
    assert sheet.open().read("План").closed == (("Сводка", closed_word(words)),)


def closed_word(words: str) -> str:
    return "protected" if words == "защищена" else "table"


def test_a_tab_that_is_closed_between_read_and_write_stops_only_itself(sheet: Shared) -> None:
    run(sheet)
    sheet.emulator.edit_at(sheet.id, close(sheet), match=":batchUpdate")
    later = replace(drawn(), rows=(*drawn().rows, TITLE))
    written, _ = run(sheet, later, tab_of(["есть"], key="findings", title="Проверка"))
    assert [title for title, _ in written.stopped] == ["Сводка"]
    assert sheet.open().read("Проверка").rows == (("есть",),)


def test_a_closed_tab_is_told_of_even_if_it_is_the_only_one(sheet: Shared) -> None:
    run(sheet, drawn())
    sheet.emulator.edit_at(sheet.id, close(sheet), match=":batchUpdate")
    later = replace(drawn(), rows=(*drawn().rows, TITLE))
    assert len(run(sheet, later)[0].stopped) == 1


def test_a_tab_that_is_closed_to_others_is_written(sheet: Shared) -> None:
    run(sheet)
    protected = {"range": {"sheetId": sheet.sheet_id("Сводка")}, "editors": {"users": [ACCOUNT]}}
    sheet.emulator.edit(sheet.id, [{"addProtectedRange": {"protectedRange": protected}}])
    assert run(sheet, tab_with("два"))[0].stopped == ()


def test_a_copied_spreadsheet_keeps_one_chart_and_its_names(sheet: Shared) -> None:
    run(sheet)
    before = view(sheet)
    book = sheet.emulator.world.book(sheet.id).copy()
    copy = sheet.emulator.seed("Копия")
    book.id = copy.id
    for chart in book.titled("Сводка").charts:
        chart["chartId"] += 1  # nobody promises that a copy keeps them
    sheet.emulator.world.keep(book)
    copied = Shared(sheet.emulator, sheet.base, copy.id)
    run(copied, tab_with("два"))
    run(copied)
    assert view(copied) == before
    assert len(sheet.emulator.world.book(copy.id).named) == len(before.blocks)


TABLE = replace(
    tab_of(
        ["Контроль", None, None, None],
        ["№", "Мероприятие", "Состояние", "Последний день"],
        [1, "Собрать отчёты", "в работе", "1 мая"],
    ),
    frozen_rows=2,
    widths=(9, 9, 9, 9),
)


@pytest.mark.parametrize(
    "edit", ["column inserted", "column deleted", "row inserted", "row below the header"]
)
def test_a_formula_of_staff_s_follows_what_it_reads_back_to_its_place(
    sheet: Shared, edit: str
) -> None:
    run(sheet, TABLE)
    formula = {"userEnteredValue": {"formulaValue": "='Сводка'!C3:C"}}
    start = {"sheetId": 100, "rowIndex": 0, "columnIndex": 5}
    typed = {"start": start, "rows": [{"values": [formula]}], "fields": "userEnteredValue"}
    sheet.emulator.edit(sheet.id, [{"updateCells": typed}])
    before = view(sheet)
    sheet.emulator.edit(sheet.id, EDITS[edit](sheet))
    run(sheet, TABLE)
    cell = sheet.emulator.world.book(sheet.id).titled("План").lines[0][5]
    assert cell["userEnteredValue"]["formulaValue"] == "='Сводка'!C3:C"
    assert view(sheet) == before
