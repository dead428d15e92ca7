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
    columns,
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


def delete(sheet: Shared, column: int, count: int = 1) -> list[dict[str, Any]]:
    return [{"deleteDimension": {"range": columns(sheet, column, count)}}]


def duplicate(sheet: Shared, column: int) -> list[dict[str, Any]]:
    """What a person does who copies a column and inserts the copy beside it."""
    tab = {"sheetId": plan_tab(sheet).id}
    source = {**tab, "startColumnIndex": column, "endColumnIndex": column + 1}
    place = {**tab, "startColumnIndex": column + 1, "endColumnIndex": column + 2}
    paste = {"copyPaste": {"source": source, "destination": place}}
    return [*new_column(sheet, column + 1), paste]


OF_OURS: dict[str, Callable[[Shared], list[dict[str, Any]]]] = {
    "marks deleted": lambda sheet: delete(sheet, STATUS),
    "states deleted": lambda sheet: delete(sheet, LOOKUP),
    "both deleted": lambda sheet: delete(sheet, STATUS, 2),
    "states replaced": lambda sheet: (
        delete(sheet, LOOKUP) + new_column(sheet, LOOKUP) + put(sheet, 9, LOOKUP, "их")
    ),
    "marks moved": lambda sheet: move(sheet, STATUS, 0),
    "states moved": lambda sheet: move(sheet, LOOKUP, 9),
    "marks duplicated": lambda sheet: duplicate(sheet, STATUS),
    "states duplicated": lambda sheet: duplicate(sheet, LOOKUP),
    "guards taken away": lambda sheet: [
        {"deleteProtectedRange": {"protectedRangeId": one["protectedRangeId"]}}
        for one in plan_tab(sheet).protected
    ],
}


def texts(sheet: Shared) -> Counter[str]:
    """Everything that people typed on the tab."""
    values = (data.get("userEnteredValue", {}) for line in plan_tab(sheet).lines for data in line)
    found = (str(next(iter(value.values()), "")) for value in values)
    return Counter(text for text in found if text and not text.startswith(OURS))


def disturbed(shared_plan: Plan, sheet: Shared, edit: str, *options: str) -> Counter[str]:
    """What people have on the tab after an edit that strikes right before the first write."""
    requests = {**EDITS, **OF_OURS}[edit](sheet)
    before = sheet.emulator.world.book(sheet.id).copy()
    sheet.emulator.edit(sheet.id, requests)
    theirs = texts(sheet)
    sheet.emulator.world.keep(before)
    sheet.emulator.edit_at(sheet.id, requests, match=":batchUpdate")
    result = shared_plan.call("setup-sheet", "--today", DAY, *options)
    assert result.exit_code == 0, result.output
    assert not sheet.emulator.edits
    return theirs


@pytest.mark.parametrize("edit", EDITS)
def test_adding_loses_nothing_and_ends_right(shown_once: Plan, sheet: Shared, edit: str) -> None:
    theirs = disturbed(shown_once, sheet, edit)
    assert texts(sheet) == theirs
    assert shown_once.call("setup-sheet", "--repair").stdout == READY


@pytest.mark.parametrize("edit", EDITS)
def test_mending_loses_nothing_and_ends_right(set_up: Plan, sheet: Shared, edit: str) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "=1"))
    theirs = disturbed(set_up, sheet, edit, "--repair")
    assert texts(sheet) == theirs - Counter(["=1"])
    assert set_up.call("setup-sheet", "--repair").stdout == READY


@pytest.mark.parametrize("edit", EDITS)
def test_undoing_loses_nothing_and_leaves_nothing(set_up: Plan, sheet: Shared, edit: str) -> None:
    theirs = disturbed(set_up, sheet, edit, "--undo")
    assert texts(sheet) == theirs
    assert lookup_columns(sheet) == []
    assert "Отметка" not in "".join(shown(sheet, HEADER, column) for column in range(10))
    assert marks(sheet) == []


@pytest.fixture
def beside(set_up: Plan, sheet: Shared) -> Plan:
    """A plan with our columns, and one of staff's right of them."""
    for row, text in enumerate(["Бюджет", "100", "200", "300"], HEADER):
        sheet.emulator.edit(sheet.id, put(sheet, row, LOOKUP + 1, text))
    return set_up


@pytest.mark.parametrize("edit", OF_OURS)
def test_undoing_never_takes_the_column_beside(beside: Plan, sheet: Shared, edit: str) -> None:
    theirs = disturbed(beside, sheet, edit, "--undo")
    assert texts(sheet) == theirs
    assert marks(sheet) == []
    assert plan_tab(sheet).protected == []


@pytest.mark.parametrize("edit", OF_OURS)
def test_mending_never_writes_into_the_column_beside(
    beside: Plan, sheet: Shared, edit: str
) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "=1"))
    theirs = disturbed(beside, sheet, edit, "--repair")
    assert texts(sheet) == theirs - Counter(["=1"])
    assert beside.call("setup-sheet", "--repair").stdout == READY


def test_columns_without_guards_get_them_before_anything_else(beside: Plan, sheet: Shared) -> None:
    """As columns have that were set up before there were any."""
    theirs = texts(sheet)
    sheet.emulator.edit(sheet.id, OF_OURS["guards taken away"](sheet))
    sheet.emulator.edit_at(sheet.id, delete(sheet, LOOKUP), match=":batchUpdate")
    assert beside.call("setup-sheet", "--undo").exit_code == 0
    assert texts(sheet) == theirs
    assert plan_tab(sheet).protected == []


def title(sheet: Shared, right: int) -> list[dict[str, Any]]:
    """The title line, merged over the columns up to that one."""
    place = {"sheetId": plan_tab(sheet).id, "startRowIndex": 0, "endRowIndex": 1}
    whole = {**place, "startColumnIndex": 0, "endColumnIndex": right}
    return [{"mergeCells": {"range": whole, "mergeType": "MERGE_ALL"}}]


def rule(sheet: Shared) -> list[dict[str, Any]]:
    """A rule of staff's over the columns of the plan."""
    place = {"sheetId": plan_tab(sheet).id, "startColumnIndex": 0, "endColumnIndex": 4}
    colour = {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}}
    theirs = {"ranges": [place], "booleanRule": colour}
    return [{"addConditionalFormatRule": {"rule": theirs, "index": 0}}]


@pytest.mark.parametrize("right", [4, 6, 26])
@pytest.mark.parametrize("at", [None, 0, 2, 4])
def test_neither_merged_cells_nor_rules_grow(
    shown_once: Plan, sheet: Shared, right: int, at: int | None
) -> None:
    sheet.emulator.edit(sheet.id, title(sheet, right) + rule(sheet))
    edit = new_column(sheet, at) if at is not None else []
    before = sheet.emulator.world.book(sheet.id).copy()
    if edit:
        sheet.emulator.edit(sheet.id, edit)
    merges, ranges = plan_tab(sheet).merges, plan_tab(sheet).rules[0]["ranges"]
    sheet.emulator.world.keep(before)
    if edit:
        sheet.emulator.edit_at(sheet.id, edit, match=":batchUpdate")
    result = shown_once.call("setup-sheet", "--today", DAY)
    assert result.exit_code == 0, result.output
    assert plan_tab(sheet).merges == merges
    theirs = [one for one in plan_tab(sheet).rules if "NOT_BLANK" in str(one)]
    assert [one["ranges"] for one in theirs] == [ranges]


@pytest.mark.parametrize(("option", "count"), [("", 2), ("--repair", 3), ("--undo", 3)])
def test_it_takes_two_requests_or_three(
    shown_once: Plan, sheet: Shared, option: str, count: int
) -> None:
    """The third removes the copies of columns in which something was overwritten."""
    if option:
        shown_once.call("setup-sheet")
    if option == "--repair":
        sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "=1"))
    sheet.emulator.log.clear()
    shown_once.call("setup-sheet", *filter(None, [option]))
    asked = [each.line for each in sheet.emulator.log if "/spreadsheets/" in each.line]
    assert len(asked) == count


def test_columns_that_never_rest_are_left_alone(set_up: Plan, sheet: Shared) -> None:
    for turn in range(12):
        edit = new_column(sheet, 0)
        sheet.emulator.edit_at(sheet.id, edit, match=":batchUpdate", skip=turn)
    result = set_up.call("setup-sheet", "--today", DAY, "--undo")
    assert (result.exit_code, result.stderr.strip()[-1:]) == (4, ".")
    assert lookup_columns(sheet) != []
