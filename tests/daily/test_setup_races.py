"""Whatever people do to the plan tab between a look and a write of `setup-sheet`."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.daily.conftest import Plan
from tests.daily.prepared_sheet import (
    HEADER,
    LOOKUP,
    STATUS,
    lookup_columns,
    marks,
    move,
    new_column,
    plan_tab,
    put,
    shown,
)
from tests.sheets_emulator import people
from tests.workbooks.sheets import Shared

DAY = "2021-05-11"
READY = "Лист готов: менять нечего.\n"
OURS = ("Отметка о выполнении", "=ARRAYFORMULA")

EDITS: dict[str, Callable[[Shared], list[dict[str, Any]]]] = {
    "a column at the left end": lambda sheet: new_column(sheet, 0),
    "a column inside": lambda sheet: new_column(sheet, 2),
    "a column before ours": lambda sheet: new_column(sheet, STATUS) + put(sheet, 9, STATUS, "их"),
    "a column between ours": lambda sheet: new_column(sheet, LOOKUP) + put(sheet, 9, LOOKUP, "их"),
    "a column moved": lambda sheet: move(sheet, 3, 1),
    "a row at the top": lambda sheet: people.insert_rows(plan_tab(sheet).id, 0, 2),
    "a row below the header": lambda sheet: people.insert_rows(plan_tab(sheet).id, HEADER + 1),
    "rows deleted": lambda sheet: people.delete_rows(plan_tab(sheet).id, HEADER + 4, 3),
    "words behind the plan": lambda sheet: put(sheet, 9, 8, "их"),
}


def texts(sheet: Shared) -> Counter[str]:
    """Everything that people typed on the tab."""
    values = (data.get("userEnteredValue", {}) for line in plan_tab(sheet).lines for data in line)
    found = (str(next(iter(value.values()), "")) for value in values)
    return Counter(text for text in found if text and not text.startswith(OURS))


def disturbed(shared_plan: Plan, sheet: Shared, edit: str, *options: str) -> Counter[str]:
    """What people have on the tab after an edit that strikes right before the first write."""
    requests = EDITS[edit](sheet)
    before = sheet.emulator.world.book(sheet.id).copy()
    sheet.emulator.edit(sheet.id, requests)
    theirs = texts(sheet)
    sheet.emulator.world.keep(before)
    sheet.emulator.edit_at(sheet.id, requests, match=":batchUpdate")
    result = shared_plan.call("setup-sheet", "--today", DAY, *options)
    assert result.exit_code == 0, result.output
    assert not sheet.emulator.edits
    return theirs


@pytest.fixture
def shown_once(shared_plan: Plan) -> Plan:
    """A plan whose tabs of ours are there, so that the set-up's own write is the first."""
    shared_plan.call("summary", "--today", DAY)
    return shared_plan


@pytest.mark.parametrize("edit", EDITS)
def test_adding_loses_nothing_and_ends_right(shown_once: Plan, sheet: Shared, edit: str) -> None:
    theirs = disturbed(shown_once, sheet, edit)
    assert texts(sheet) == theirs
    assert shown_once.call("setup-sheet", "--repair").stdout == READY


@pytest.mark.parametrize("edit", EDITS)
def test_mending_loses_nothing_and_ends_right(shown_once: Plan, sheet: Shared, edit: str) -> None:
    shown_once.call("setup-sheet")
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "=1"))
    theirs = disturbed(shown_once, sheet, edit, "--repair")
    assert texts(sheet) == theirs - Counter(["=1"])
    assert shown_once.call("setup-sheet", "--repair").stdout == READY


@pytest.mark.parametrize("edit", EDITS)
def test_undoing_loses_nothing_and_leaves_nothing(
    shown_once: Plan, sheet: Shared, edit: str
) -> None:
    shown_once.call("setup-sheet")
    theirs = disturbed(shown_once, sheet, edit, "--undo")
    assert texts(sheet) == theirs
    assert lookup_columns(sheet) == []
    assert "Отметка" not in "".join(shown(sheet, HEADER, column) for column in range(10))
    assert marks(sheet) == []
