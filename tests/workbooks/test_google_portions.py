"""Large writes go in portions that Google takes, and nobody sees half a tab meanwhile."""

from dataclasses import replace
from typing import Any

import pytest

from sheetsync.model import Cell, Look, Row, Tab
from sheetsync.workbooks.google.pieces import Requests
from sheetsync.workbooks.google.portions import portions
from sheetsync.workbooks.google.reading import LISTING, Seen, seen
from sheetsync.workbooks.google.writing import WriteBatch, plan_writes
from tests.sheets_emulator import Emulator
from tests.sheets_emulator.answers import spreadsheet
from tests.workbooks.books import Rows, tab_of
from tests.workbooks.google_views import google_view
from tests.workbooks.sheets import Shared, shared_sheet
from tests.workbooks.test_extras import tab_with

PLAN: dict[str, Rows] = {"План": [["№", "Мероприятие"], [1, "Собрать отчёты"]]}
OTHER = tab_of(["всё в порядке"], key="findings", title="Проверка")
_SAME = (Cell(value="=1+1"), Cell(value="из года в год"))
BUDGET = 100_000
LINES = 1_000


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    return shared_sheet(*google, PLAN)


def long_tab(word: str, lines: int = LINES, *, striped: bool = False) -> Tab:
    """A tab whose cells do not go into one portion, with formulas, links and a chart.

    If it is `striped`, what is not cells does not go into one either.
    """
    tab = tab_with(word)
    rows = (
        Row(
            cells=(Cell(value=f"{word} {n}", look=Look(bold=bool(striped and n % 2))), *_SAME),
            height=30 if striped and n % 3 else None,
        )
        for n in range(lines)
    )
    return replace(tab, rows=(*tab.rows, *rows, Row(cells=(Cell(value="план", target="B2"),))))


def look(sheet: Shared) -> Seen:
    book = sheet.emulator.world.book(sheet.id)
    return seen(spreadsheet(book, ranges=[], fields=LISTING, grid_data=False), whole=True)


def decide(sheet: Shared, *tabs: Tab) -> WriteBatch:
    there = look(sheet)
    plan = there.titled("План")
    assert plan
    return plan_writes(there, tabs, spreadsheet=sheet.id, plan=plan)


def send(sheet: Shared, requests: Requests) -> None:
    sheet.emulator.world.batch(sheet.id, requests)


def visible(sheet: Shared) -> dict[str, Any]:
    """What people see: the tabs that are not hidden, with all that is in them."""
    tabs = sheet.emulator.world.book(sheet.id).copy().sheets
    return {tab.title: tab for tab in tabs if not tab.properties.get("hidden")}


def test_a_usual_write_is_one_portion(sheet: Shared) -> None:
    plan = decide(sheet, tab_with("раз"))
    assert portions(plan, plan_id=100) == [plan.requests]


def test_nothing_to_write_is_no_portion(sheet: Shared) -> None:
    send(sheet, decide(sheet, tab_with("раз")).requests)
    assert portions(decide(sheet, tab_with("раз")), plan_id=100) == []


@pytest.mark.parametrize("before", [None, "раз"])
def test_people_see_all_of_a_large_tab_or_what_was_there(sheet: Shared, before: str | None) -> None:
    if before:
        send(sheet, decide(sheet, long_tab(before, lines=20)).requests)
    twin = sheet.emulator.world.book(sheet.id).copy()
    plan = decide(sheet, long_tab("два"), OTHER)
    send(sheet, plan.requests)
    whole = google_view(sheet.emulator.world.book(sheet.id), "Сводка")
    sheet.emulator.world.keep(twin)
    *first, last = portions(plan, plan_id=100, budget=BUDGET)
    there = visible(sheet)
    assert first
    for batch in first:
        send(sheet, batch)
        assert visible(sheet) == there
    send(sheet, last)
    assert google_view(sheet.emulator.world.book(sheet.id), "Сводка") == whole
    assert "beside" not in str(sheet.emulator.world.book(sheet.id).metadata)


def test_a_write_that_broke_off_is_begun_anew(sheet: Shared) -> None:
    first, *_ = portions(decide(sheet, long_tab("раз")), plan_id=100, budget=BUDGET)
    send(sheet, first)
    for batch in portions(decide(sheet, long_tab("раз")), plan_id=100, budget=BUDGET):
        send(sheet, batch)
    assert sheet.titles() == ["План", "Сводка"]
    assert decide(sheet, long_tab("раз")).requests == []


def test_where_even_what_is_not_cells_is_too_much_the_mark_comes_last(sheet: Shared) -> None:
    striped = long_tab("раз", striped=True)
    *first, last = portions(decide(sheet, striped), plan_id=100, budget=BUDGET)
    for batch in first:
        send(sheet, batch)
    assert [*visible(sheet)] == ["План"]
    send(sheet, last)
    assert [*visible(sheet)] == ["План", "Сводка"]
    assert decide(sheet, striped).requests == []
