"""What people type into a column of ours in the instant before `setup-sheet` overwrites it."""

import pytest

from sheetsync.model import Grid
from sheetsync.setup_sheet.decisions import finish_copies
from sheetsync.setup_sheet.staff_tab import GuardSeen, StaffTabSeen
from sheetsync.setup_sheet.steps import Act
from sheetsync.workbooks.google.own_columns import ColumnTag
from tests.daily.conftest import Plan
from tests.daily.prepared_sheet import (
    HEADER,
    LOOKUP,
    STATUS,
    lookup_columns,
    marks,
    move,
    plan_tab,
    put,
    shown,
)
from tests.sheets_emulator import people
from tests.workbooks.sheets import Shared

DAY = "2021-05-11"
READY = "Лист готов: менять нечего.\n"
WORDS = "сделано вчера"
TYPED = {
    "a mark": (HEADER + 3, STATUS),
    "words above the header": (HEADER - 1, STATUS),
    "another header": (HEADER, STATUS),
    "words among the states": (HEADER + 3, LOOKUP),
    "words for the formula": (HEADER, LOOKUP),
}


def everything(sheet: Shared) -> str:
    """All texts and notes on the tab."""
    lines = plan_tab(sheet).lines
    return str(
        [(cell.get("userEnteredValue"), cell.get("note")) for line in lines for cell in line]
    )


def hidden(sheet: Shared) -> list[int]:
    sizes = plan_tab(sheet).sizes["COLUMNS"]
    return [column for column, size in sizes.items() if size.get("hiddenByUser")]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("option", ["--undo", "--repair"])
def test_words_typed_since_the_look_stay(
    set_up: Plan, sheet: Shared, option: str, typed: str
) -> None:
    if option == "--repair":
        for column in (STATUS, LOOKUP):
            sheet.emulator.edit(sheet.id, put(sheet, HEADER, column, "было"))
    sheet.emulator.edit_at(sheet.id, put(sheet, *TYPED[typed], WORDS), match=":batchUpdate")
    result = set_up.call("setup-sheet", "--today", DAY, option)
    assert result.exit_code == 0, result.output
    assert WORDS in everything(sheet)
    assert hidden(sheet) == []
    if option == "--undo":
        assert marks(sheet) == []
        assert plan_tab(sheet).protected == []
        assert "оставлен: в нём есть записи" in result.stdout
        assert result.stdout.count("удалён") == 1
    else:
        assert shown(sheet, HEADER, STATUS) == "Отметка о выполнении"
        assert lookup_columns(sheet) == [LOOKUP]
        assert set_up.call("setup-sheet", "--repair").stdout == READY


@pytest.mark.parametrize(
    ("copied", "acts"), [("status aside", [Act.LEAVE_STATUS]), ("lookup aside", [])]
)
def test_a_mark_may_be_a_word_that_the_states_show(copied: str, acts: list[Act]) -> None:
    """A copy whose column is gone: what the look-up column showed of itself is nobody's words."""
    there = StaffTabSeen(
        id=1,
        grid=Grid(title="План", rows=()),
        row_count=2,
        used=1,
        cells=((), ({"userEnteredValue": {"stringValue": "выполнено"}},)),
        rules=(),
        areas=(),
        tags=(ColumnTag(id=7, name=copied, index=0),),
        guards=(GuardSeen(id=7, index=0),),
        filtered=False,
        ours={},
        warning="Не менять",
    )
    work = finish_copies(there, {"выполнено"})
    assert work
    assert [step.act for step in work.steps] == acts


def test_a_row_that_moved_takes_no_mark_for_a_header(set_up: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(
        sheet.id, put(sheet, HEADER, STATUS, "было") + put(sheet, HEADER + 1, STATUS, WORDS)
    )
    above = people.delete_rows(plan_tab(sheet).id, 0)
    sheet.emulator.edit_at(sheet.id, above, match=":batchUpdate")
    assert set_up.call("setup-sheet", "--today", DAY, "--repair").exit_code == 0
    assert WORDS in everything(sheet)


@pytest.mark.parametrize("typed", [None, "a mark", "words among the states"])
@pytest.mark.parametrize("option", ["--undo", "--repair"])
@pytest.mark.parametrize("after", ["", "--undo"])
def test_a_command_that_was_killed_is_finished_by_the_next(
    set_up: Plan, sheet: Shared, typed: str | None, option: str, after: str
) -> None:
    if option == "--repair":
        sheet.emulator.edit(sheet.id, put(sheet, HEADER, STATUS, "было"))
    if typed:
        sheet.emulator.edit_at(sheet.id, put(sheet, *TYPED[typed], WORDS), match=":batchUpdate")
    sheet.emulator.fail("403", ":batchUpdate", times=99, skip=1)
    assert set_up.call("setup-sheet", "--today", DAY, option).exit_code == 4
    sheet.emulator.faults.clear()
    assert len(hidden(sheet)) > 0
    daily = set_up.run(DAY)
    assert daily.exit_code == 0, daily.output
    result = set_up.call("setup-sheet", "--today", DAY, *filter(None, [after]))
    assert hidden(sheet) == []
    assert WORDS in everything(sheet) or not typed
    assert result.exit_code in {0, 4}
    assert "aside" not in str(marks(sheet))


def test_words_go_into_the_note_of_the_column_that_they_stood_in(
    set_up: Plan, sheet: Shared
) -> None:
    """Our column is moved between the write that overwrites and the one that puts back."""
    sheet.emulator.edit(
        sheet.id, put(sheet, HEADER, STATUS, "было") + put(sheet, HEADER, LOOKUP, "тоже")
    )
    sheet.emulator.edit_at(sheet.id, move(sheet, LOOKUP, 0), match=":batchUpdate", skip=1)
    result = set_up.call("setup-sheet", "--today", DAY, "--repair")
    assert result.exit_code == 0, result.output
    notes = [cell.get("note", "") for cell in plan_tab(sheet).lines[HEADER]]
    assert ["«тоже»" in note for note in notes] == [n == 0 for n in range(len(notes))]
    assert ["«было»" in note for note in notes] == [n == STATUS + 1 for n in range(len(notes))]


def test_words_that_moved_with_their_row_are_noted_once(set_up: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(
        sheet.id, put(sheet, HEADER, LOOKUP, "тоже") + put(sheet, HEADER + 1, LOOKUP, WORDS)
    )
    above = people.insert_rows(plan_tab(sheet).id, 0, 2)
    sheet.emulator.edit_at(sheet.id, above, match=":batchUpdate")
    assert set_up.call("setup-sheet", "--today", DAY, "--repair").exit_code == 0
    assert everything(sheet).count(WORDS) == 1
