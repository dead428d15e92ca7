"""Two plans in one spreadsheet: each has tabs of its own, and neither touches the other's."""

from dataclasses import replace
from typing import Any

import pytest

from sheetsync.model import Place, Tab
from sheetsync.workbooks.google.own_columns import TAG_KEY
from tests.sheets_emulator import Emulator, people
from tests.workbooks.books import Rows
from tests.workbooks.sheets import Shared, shared_sheet
from tests.workbooks.test_extras import tab_with

TABS: dict[str, Rows] = {
    "План 2026": [["№", "Мероприятие"], [1, "Собрать отчёты"]],
    "План 2027": [["№", "Мероприятие"], [1, "Провести вебинар"]],
}
OLD, NEW = TABS


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    return shared_sheet(*google, TABS)


def show(sheet: Shared, plan: str, first: str, places: dict[str, Place]) -> int:
    """A daily run of one plan, and how many requests it takes; each remembers places of its own."""
    workbook = replace(sheet, places=places).open()
    workbook.read(plan)
    workbook.write([tab_of(plan, first)], plan_tab=plan)
    return workbook.traffic.requests


def tab_of(plan: str, first: str) -> Tab:
    return replace(tab_with(first), year_title=f"Сводка {plan[-4:]}")


def first_words(sheet: Shared, title: str) -> Any:
    return sheet.open().read(title).rows[1][0]


def names(sheet: Shared) -> list[tuple[str, int]]:
    named = sheet.emulator.world.book(sheet.id).named
    return sorted((one["name"], one["range"]["sheetId"]) for one in named)


def test_each_plan_keeps_its_own_tab_with_charts_and_names(sheet: Shared) -> None:
    old, new = dict[str, Place](), dict[str, Place]()
    show(sheet, OLD, "старый", old)
    show(sheet, NEW, "новый", new)
    requests = [
        show(sheet, plan, first, places)
        for plan, first, places in ((OLD, "старый 2", old), (NEW, "новый 2", new))
    ]
    assert requests == [2, 2]
    assert sheet.titles() == [OLD, NEW, "Сводка", "Сводка 2027"]
    assert first_words(sheet, "Сводка") == "старый 2"
    assert first_words(sheet, "Сводка 2027") == "новый 2"
    tabs = [sheet.emulator.world.book(sheet.id).titled(title) for title in sheet.titles()[2:]]
    assert [len(tab.charts) for tab in tabs if tab] == [1, 1]
    ids = sheet.sheet_id("Сводка"), sheet.sheet_id("Сводка 2027")
    assert names(sheet) == [
        ("sheetsync_2", ids[0]),
        ("sheetsync_2_2027", ids[1]),
        ("sheetsync_months", ids[0]),
        ("sheetsync_months_2027", ids[1]),
    ]


def test_a_plan_that_forgot_where_its_tabs_are_finds_them_again(sheet: Shared) -> None:
    for plan in (OLD, NEW, OLD, NEW):
        show(sheet, plan, plan, {})
    assert sheet.titles() == [OLD, NEW, "Сводка", "Сводка 2027"]


def test_a_tab_that_names_no_plan_belongs_to_the_first_that_asks(sheet: Shared) -> None:
    show(sheet, OLD, "старый", {})
    lookup = {"developerMetadataLookup": {"metadataKey": TAG_KEY}}
    forget = {
        "dataFilters": [lookup],
        "developerMetadata": {"metadataValue": "summary 0123 4567"},
        "fields": "metadataValue",
    }
    sheet.emulator.edit(sheet.id, [{"updateDeveloperMetadata": forget}])
    show(sheet, NEW, "новый", {})
    show(sheet, OLD, "старый", {})
    assert first_words(sheet, "Сводка") == "новый"
    assert first_words(sheet, "Сводка 2026") == "старый"


def test_the_tabs_of_a_plan_that_is_gone_are_taken_over(sheet: Shared) -> None:
    show(sheet, OLD, "старый", {})
    sheet.emulator.edit(sheet.id, people.delete_tab(sheet.sheet_id(OLD)))
    show(sheet, NEW, "новый", {})
    assert sheet.titles() == [NEW, "Сводка"]
    assert first_words(sheet, "Сводка") == "новый"


def test_reading_without_a_title_passes_all_tabs_of_ours(sheet: Shared) -> None:
    show(sheet, OLD, "старый", {})
    show(sheet, NEW, "новый", {})
    edits = [people.move_tab(sheet.sheet_id(title), 0) for title in ("Сводка", "Сводка 2027")]
    sheet.emulator.edit(sheet.id, [request for edit in edits for request in edit])
    assert sheet.open().read().title == OLD
