"""`setup-sheet` on a shared sheet, through real gspread: what it adds, and what it leaves alone."""

import json
from urllib.parse import unquote

import pytest

from tests.daily.conftest import Plan
from tests.daily.prepared_sheet import (
    HEADER,
    LOOKUP,
    STATUS,
    looks,
    lookup_columns,
    move,
    named_columns,
    new_column,
    plan_tab,
    put,
    shown,
    staff_cells,
    written,
)
from tests.sheets_emulator.grid import cell
from tests.workbooks.sheets import Shared

DAY, NEXT = "2021-05-11", "2021-05-12"


def succeed(shared_plan: Plan, *options: str) -> str:
    """What the command says; it succeeds."""
    result = shared_plan.call("setup-sheet", "--today", DAY, *options)
    assert result.exit_code == 0, result.output
    return str(result.stdout)


@pytest.fixture
def prepared(set_up: Plan, sheet: Shared) -> Plan:
    """The same, of which nothing was asked yet."""
    written(sheet)
    return set_up


def test_both_columns_stand_right_of_the_plan(prepared: Plan, sheet: Shared) -> None:
    assert shown(sheet, HEADER, STATUS) == "Отметка о выполнении"
    assert lookup_columns(sheet) == [LOOKUP]
    rule = cell(plan_tab(sheet), HEADER + 1, STATUS)["dataValidation"]
    assert (rule["strict"], rule["showCustomUi"]) == (False, True)
    assert "dataValidation" not in cell(plan_tab(sheet), HEADER, STATUS)
    assert "dataValidation" in cell(plan_tab(sheet), plan_tab(sheet).row_count - 1, STATUS)
    assert len(plan_tab(sheet).rules) == 6


def test_an_english_plan_gets_english_columns(shared_plan: Plan, sheet: Shared) -> None:
    """And keeps them as its own after its language was changed."""
    settings = shared_plan.folder / "sheetsync.toml"
    russian = settings.read_text(encoding="utf-8")
    settings.write_text(russian.replace("[plan]", '[plan]\nlanguage = "en"', 1), encoding="utf-8")
    before = staff_cells(sheet)
    succeed(shared_plan)
    assert shown(sheet, HEADER, STATUS) == "Status"
    assert '"State (filled in by itself)"' in shown(sheet, HEADER, LOOKUP)
    choices = cell(plan_tab(sheet), HEADER + 1, STATUS)["dataValidation"]["condition"]["values"]
    assert choices[0]["userEnteredValue"] == "done"
    warnings = {guard["description"] for guard in plan_tab(sheet).protected}
    assert warnings == {"sheetsync reads this header: without it no mark and no state is updated."}
    shared_plan.run(DAY)
    assert lookup_columns(sheet) == [LOOKUP]

    settings.write_text(russian, encoding="utf-8")
    succeed(shared_plan, "--undo")
    assert lookup_columns(sheet) == []
    assert shown(sheet, HEADER, STATUS) != "Status"
    assert staff_cells(sheet) == before


def test_the_formula_needs_no_comma(prepared: Plan, sheet: Shared) -> None:
    assert ";" in shown(sheet, HEADER, LOOKUP)
    assert "'Контроль'!" in shown(sheet, HEADER, LOOKUP)


def test_nothing_of_staff_s_is_named_or_changed(shown_once: Plan, sheet: Shared) -> None:
    before, tab = staff_cells(sheet), plan_tab(sheet).id
    written(sheet)
    for options in ((), ("--repair",), ("--undo",)):
        succeed(shown_once, *options)
    named = {column for one in named_columns(written(sheet), tab) for column in one[:9]}
    assert named == {STATUS, LOOKUP, LOOKUP + 1}  # the last a copy of ours for a moment
    assert staff_cells(sheet) == before


def test_set_up_run_and_undo_leave_the_tab_as_it_was(shared_plan: Plan, sheet: Shared) -> None:
    before = looks(sheet)
    succeed(shared_plan)
    shared_plan.run(DAY)
    assert looks(sheet) != before
    succeed(shared_plan, "--undo")
    assert looks(sheet) == before


def test_a_second_time_there_is_nothing_to_do(prepared: Plan, sheet: Shared) -> None:
    assert succeed(prepared) == "Лист готов: менять нечего.\n"
    assert succeed(prepared, "--repair") == "Лист готов: менять нечего.\n"
    assert written(sheet) == []


@pytest.mark.parametrize("options", [(), ("--repair",), ("--undo",)])
def test_a_rehearsal_sends_nothing(prepared: Plan, sheet: Shared, options: tuple[str]) -> None:
    assert "ничего не изменено" in succeed(prepared, "--dry-run", *options)
    assert written(sheet) == []


def test_our_tabs_are_written_first_where_there_are_none(shared_plan: Plan, sheet: Shared) -> None:
    succeed(shared_plan)
    assert sheet.titles() == ["План", "Сводка", "Проверка", "Контроль"]


def test_our_tabs_are_not_read_to_look_at_the_plan(prepared: Plan, sheet: Shared) -> None:
    """They are as long as the plan, and somebody waits."""
    sheet.emulator.log.clear()
    succeed(prepared)
    (read,) = (each.target for each in sheet.emulator.log if each.line.startswith("GET"))
    assert unquote(read).count("!A1") == len(sheet.titles()) - 1


def test_a_tab_that_is_drawn_again_leaves_the_others_whole(prepared: Plan, sheet: Shared) -> None:
    def lines(title: str) -> int:
        tab = sheet.emulator.world.book(sheet.id).titled(title)
        return len(tab.lines) if tab else 0

    sheet.emulator.edit(sheet.id, [{"deleteSheet": {"sheetId": sheet.sheet_id("Контроль")}}])
    succeed(prepared)
    drawn = {title: lines(title) for title in sheet.titles()}
    ours = [sheet.sheet_id(title) for title in drawn if title in ("Сводка", "Контроль", "Проверка")]
    sheet.emulator.edit(sheet.id, [{"deleteSheet": {"sheetId": each}} for each in ours])
    prepared.call("summary", "--today", DAY)
    assert {title: lines(title) for title in sheet.titles()} == drawn


def test_a_status_column_of_staff_s_is_left_alone(shared_plan: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, 4, "Статус"))
    assert "Отметка" not in succeed(shared_plan)
    assert lookup_columns(sheet) == [5]


@pytest.mark.parametrize(
    "part", [{"note": "спросить"}, {"userEnteredValue": {"stringValue": "черновик"}}]
)
def test_whatever_stands_on_the_right_keeps_its_place(
    shared_plan: Plan, sheet: Shared, part: dict[str, object]
) -> None:
    start = {"sheetId": plan_tab(sheet).id, "rowIndex": 20, "columnIndex": 8}
    update = {"start": start, "rows": [{"values": [part]}], "fields": ",".join(part)}
    sheet.emulator.edit(sheet.id, [{"updateCells": update}])
    succeed(shared_plan)
    assert cell(plan_tab(sheet), 20, 8) == part
    assert lookup_columns(sheet) == [10]


def test_columns_that_people_moved_are_known_again(prepared: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, move(sheet, LOOKUP, 0))
    # Its formula followed the columns that it reads.
    assert succeed(prepared, "--repair") == "Лист готов: менять нечего.\n"
    assert lookup_columns(sheet) == [0]
    succeed(prepared, "--undo")
    assert lookup_columns(sheet) == []
    assert shown(sheet, HEADER, 0) == "№ п/п"


def test_marks_that_people_made_survive(prepared: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER + 3, STATUS, "выполнено 5 мая"))
    assert "в нём есть записи" in succeed(prepared, "--undo")
    assert shown(sheet, HEADER + 3, STATUS) == "выполнено 5 мая"
    assert "dataValidation" not in cell(plan_tab(sheet), HEADER + 3, STATUS)
    assert lookup_columns(sheet) == []
    assert succeed(prepared, "--undo") == "Убирать нечего.\n"


def test_words_in_the_look_up_column_are_not_removed(prepared: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER + 3, LOOKUP, "звонили"))
    result = prepared.call("setup-sheet", "--undo")
    assert (result.exit_code, "F10 «звонили»" in result.stderr) == (4, True)
    assert shown(sheet, HEADER + 3, LOOKUP) == "звонили"


def test_what_people_broke_is_mended_and_their_words_are_kept(
    prepared: Plan, sheet: Shared
) -> None:
    tab = plan_tab(sheet).id
    bare = {"range": {"sheetId": tab, "startColumnIndex": STATUS, "endColumnIndex": STATUS + 1}}
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "Как дела"))
    sheet.emulator.edit(sheet.id, put(sheet, HEADER + 3, LOOKUP, "звонили"))
    sheet.emulator.edit(sheet.id, [{"setDataValidation": bare}])
    sheet.emulator.edit(
        sheet.id, [{"deleteConditionalFormatRule": {"sheetId": tab, "index": n}} for n in (3, 0)]
    )
    assert "--repair" in succeed(prepared)
    assert written(sheet) == []
    succeed(prepared, "--repair")
    assert lookup_columns(sheet) == [LOOKUP]
    assert cell(plan_tab(sheet), HEADER + 3, LOOKUP) == {"note": "Здесь было написано: «звонили»"}
    assert "dataValidation" in cell(plan_tab(sheet), HEADER + 1, STATUS)
    assert len(plan_tab(sheet).rules) == 6
    assert succeed(prepared, "--repair") == "Лист готов: менять нечего.\n"


def test_a_header_that_is_no_longer_known_comes_back(prepared: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, STATUS, "Разное"))
    succeed(prepared, "--repair")
    assert shown(sheet, HEADER, STATUS) == "Отметка о выполнении"
    assert "Разное" in cell(plan_tab(sheet), HEADER, STATUS)["note"]


def test_a_filter_that_leaves_the_marks_out_is_told(shared_plan: Plan, sheet: Shared) -> None:
    place = {"sheetId": plan_tab(sheet).id, "startRowIndex": HEADER, "endColumnIndex": 4}
    sheet.emulator.edit(sheet.id, [{"setBasicFilter": {"filter": {"range": place}}}])
    assert "Расширьте фильтр" in succeed(shared_plan)
    kept = plan_tab(sheet).filter
    assert kept
    assert kept["range"]["endColumnIndex"] == 4


def test_a_broken_formula_is_a_finding(prepared: Plan, sheet: Shared) -> None:
    def codes() -> list[str]:
        found = json.loads(prepared.call("validate", "--today", DAY, "--json").stdout)
        return [one["code"] for one in found["findings"] if one["code"].startswith("lookup")]

    assert codes() == []
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "Как дела"))
    assert codes() == ["lookup-replaced"]
    prepared.run(NEXT)
    assert "sheetsync setup-sheet --repair" in str(sheet.open().read("Проверка").rows)


def test_the_column_changes_nothing_of_what_is_read(shared_plan: Plan, sheet: Shared) -> None:
    shared_plan.run(DAY)
    before = shared_plan.call("overdue", "--today", DAY, "--all", "--json").stdout
    succeed(shared_plan)
    assert shared_plan.call("overdue", "--today", DAY, "--all", "--json").stdout == before
    assert "изменений нет" in shared_plan.call("sync", "--today", NEXT).stdout.casefold()


# What people do between a look and a write.


def test_a_column_that_people_add_meanwhile_is_not_overwritten(
    shown_once: Plan, sheet: Shared
) -> None:
    theirs = put(sheet, HEADER, 4, "Наше") + put(sheet, HEADER + 3, 4, "своё")
    sheet.emulator.edit_at(sheet.id, theirs, match=":batchUpdate")
    succeed(shown_once)
    assert (shown(sheet, HEADER, 6), shown(sheet, HEADER + 3, 6)) == ("Наше", "своё")
    assert lookup_columns(sheet) == [LOOKUP]


def test_the_formula_follows_columns_that_move_meanwhile(shown_once: Plan, sheet: Shared) -> None:
    sheet.emulator.edit_at(sheet.id, new_column(sheet, 1), match=":batchUpdate")
    succeed(shown_once)
    (column,) = lookup_columns(sheet)
    assert "C7:C" in shown(sheet, HEADER, column)  # where the measures are by now
    assert "B7:B" not in shown(sheet, HEADER, column)


def test_undo_never_deletes_the_column_beside(prepared: Plan, sheet: Shared) -> None:
    sheet.emulator.edit_at(sheet.id, new_column(sheet, 2), match=":batchUpdate")
    before = staff_cells(sheet)
    succeed(prepared, "--undo")
    assert lookup_columns(sheet) == []
    kept = [tuple(part for i, part in enumerate(line) if i != 2) for line in staff_cells(sheet, 5)]
    assert [line[:4] for line in kept] == before


def test_a_mend_never_hits_the_column_beside(prepared: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, put(sheet, HEADER, LOOKUP, "Как дела"))
    theirs = (
        new_column(sheet, 4) * 2 + put(sheet, HEADER, 4, "Наше") + put(sheet, HEADER, 5, "Своё")
    )
    sheet.emulator.edit_at(sheet.id, theirs, match=":batchUpdate")
    succeed(prepared, "--repair")
    assert (shown(sheet, HEADER, 4), shown(sheet, HEADER, 5)) == ("Наше", "Своё")
    assert lookup_columns(sheet) == [7]


def test_a_write_that_broke_off_is_not_done_twice(shown_once: Plan, sheet: Shared) -> None:
    sheet.emulator.fail("reset_after", ":batchUpdate")
    succeed(shown_once)
    assert lookup_columns(sheet) == [LOOKUP]
    assert plan_tab(sheet).column_count == 28


def test_a_protected_tab_is_told_in_one_sentence(shown_once: Plan, sheet: Shared) -> None:
    place = {"range": {"sheetId": plan_tab(sheet).id}}
    sheet.emulator.edit(sheet.id, [{"addProtectedRange": {"protectedRange": place}}])
    before = looks(sheet)
    result = shown_once.call("setup-sheet")
    assert (result.exit_code, "защищены" in result.stderr) == (4, True)
    assert looks(sheet) == before


def test_undo_and_repair_exclude_each_other(shared_plan: Plan) -> None:
    assert shared_plan.call("setup-sheet", "--undo", "--repair").exit_code == 2


def test_a_formula_that_reads_other_cells_is_told_of_and_mended(
    prepared: Plan, sheet: Shared
) -> None:
    formula = shown(sheet, HEADER, LOOKUP)
    typed = {"userEnteredValue": {"formulaValue": formula.replace("B7", "C7")}}
    start = {"sheetId": plan_tab(sheet).id, "rowIndex": HEADER, "columnIndex": LOOKUP}
    cells = {"start": start, "rows": [{"values": [typed]}], "fields": "userEnteredValue"}
    sheet.emulator.edit(sheet.id, [{"updateCells": cells}])
    told = prepared.call("validate", "--today", DAY)
    assert "не те ячейки" in told.stdout
    assert "формула возвращена" in succeed(prepared, "--repair")
    assert shown(sheet, HEADER, LOOKUP) == formula
    assert "не те ячейки" not in prepared.call("validate", "--today", DAY).stdout
