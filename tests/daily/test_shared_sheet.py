"""The commands on a plan that lives in a shared Google Sheet, through real gspread."""

import json
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from sheetsync.workbooks.google.access import EMULATOR
from tests.daily.conftest import Plan, letters_to, part_of
from tests.daily.test_chairs_tab import check_cards
from tests.sheets_emulator import people
from tests.workbooks.keys import ACCOUNT
from tests.workbooks.sheets import Shared

DAY, NEXT = "2021-05-11", "2021-05-12"
COMMANDS = (
    ("validate", "--today", DAY),
    ("overdue", "--today", DAY),
    ("digest", "--today", DAY),
    ("simulate", "--from", DAY, "--to", NEXT),
    ("run", "--dry-run", "--today", DAY),
    ("sync", "--today", DAY),
    ("summary", "--today", DAY),
    ("run", "--today", DAY),
    ("history",),
    ("run", "--today", NEXT),
)


def asked(sheet: Shared) -> list[str]:
    """What was asked of the spreadsheet since the last question."""
    lines = [each.line for each in sheet.emulator.log if "/spreadsheets/" in each.line]
    sheet.emulator.log.clear()
    return lines


def test_the_summary_of_a_sheet_has_the_numbers_of_overdue(run_once: Plan, sheet: Shared) -> None:
    listed = json.loads(run_once.call("overdue", "--today", DAY, "--json").stdout)
    grid = sheet.open().read("Сводка")
    check_cards([[cell for cell in row if cell is not None] for row in grid.rows], listed)


def test_a_run_does_all_that_it_does_with_a_file(shared_plan: Plan, sheet: Shared) -> None:
    result = shared_plan.run(DAY, "-v")
    assert result.exit_code == 0
    assert "24 пункта" in result.stdout
    assert "сводка записана" in result.stdout
    assert sheet.titles() == ["План", "Сводка", "Проверка", "Контроль"]
    assert len(shared_plan.letters()) == 4


def test_the_days_after_the_first_take_one_read_and_one_write(
    shared_plan: Plan, sheet: Shared
) -> None:
    assert len(asked(sheet)) == 0
    assert shared_plan.run(DAY).exit_code == 0
    assert len(asked(sheet)) <= 4
    report = json.loads(shared_plan.run(NEXT, "--json").stdout)
    assert [line.split(" ")[0] for line in asked(sheet)] == ["GET", "POST"]
    assert (report["traffic"]["reads"], report["traffic"]["writes"]) == (1, 1)


def test_the_report_says_how_often_the_sheet_was_asked(run_once: Plan) -> None:
    assert "2 обращения к таблице" in run_once.run(NEXT, "-v").stdout


def test_a_second_run_on_the_same_day_changes_only_its_time(run_once: Plan, sheet: Shared) -> None:
    asked(sheet)
    run_once.run(DAY)
    bodies = [each.json() for each in sheet.emulator.log if "batchUpdate" in each.line]
    cells = [
        r["updateCells"] for body in bodies for r in body.get("requests", ()) if "updateCells" in r
    ]
    assert sum(len(row.get("values", ())) for cell in cells for row in cell["rows"]) <= 1


def test_a_rehearsal_writes_nothing(shared_plan: Plan, sheet: Shared) -> None:
    assert shared_plan.run(DAY, "--dry-run").exit_code == 0
    assert {line.split(" ")[0] for line in asked(sheet)} == {"GET"}
    assert sheet.titles() == ["План"]


def named_sheets(value: Any) -> Iterator[int]:
    """Every sheetId anywhere in a request, but where a link only points to the plan."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("sheetId", "sourceSheetId") and isinstance(inner, int):
                yield inner
            else:
                yield from named_sheets(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named_sheets(inner)


def test_no_command_ever_names_a_staff_s_cell(shared_plan: Plan, sheet: Shared) -> None:
    staff = sheet.sheet_id("План")
    before = sheet.emulator.world.book(sheet.id).titled("План")
    for words in COMMANDS:
        assert shared_plan.call(words[0], *words[1:]).exit_code == 0, words
    posted = [each for each in sheet.emulator.log if each.line.startswith("POST")]
    bodies = [each.json() for each in posted if "batchUpdate" in each.line]
    assert bodies
    assert staff not in {found for body in bodies for found in named_sheets(body)}
    assert not [each.line for each in sheet.emulator.log if each.line.startswith("PUT")]
    assert sheet.emulator.world.book(sheet.id).titled("План") == before


def test_a_tab_that_staff_took_is_theirs_and_the_findings_say_so(
    run_once: Plan, sheet: Shared
) -> None:
    taken = [["Список", "Иванов"], ["Петров", "Сидоров"], ["Орлов", "Котов"]] * 9
    clear = {"updateCells": {"range": {"sheetId": sheet.sheet_id("Сводка")}, "fields": "*"}}
    sheet.emulator.edit(sheet.id, [clear])
    sheet.emulator.edit(sheet.id, people.paste(sheet.sheet_id("Сводка"), 0, 0, taken))
    assert "«Сводка» теперь «Сводка 2»" in run_once.run(NEXT, "-v").stdout
    assert sheet.open().read("Сводка").rows[0][:2] == ("Список", "Иванов")
    assert "Вкладку «Сводка» заняли другим" in str(sheet.open().read("Проверка").rows)


def test_a_renamed_plan_tab_is_still_the_plan(run_once: Plan, sheet: Shared) -> None:
    properties = {"sheetId": sheet.sheet_id("План"), "title": "План на год"}
    rename = {"updateSheetProperties": {"properties": properties, "fields": "title"}}
    sheet.emulator.edit(sheet.id, [rename])
    asked(sheet)
    assert run_once.run(NEXT).exit_code == 0
    assert len(asked(sheet)) <= 4


def test_a_sheet_that_is_not_shared_names_the_address_to_share_it_with(
    shared_plan: Plan, sheet: Shared
) -> None:
    sheet.emulator.world.files[sheet.id].access = "none"
    result = shared_plan.run(DAY)
    assert result.exit_code == 4
    assert ACCOUNT in result.stderr


def test_letters_lead_to_the_row_and_to_the_tab_of_the_plan(run_once: Plan, sheet: Shared) -> None:
    (letter,) = letters_to(run_once, "org@example.org")
    address = f"{sheet.open().place}#gid={sheet.sheet_id('План')}"
    assert f'href="{address}&amp;range=B10"' in part_of(letter, "text/html")
    assert f'href="{address}"' in part_of(letter, "text/html")
    assert f"\n{address}\n" in part_of(letter, "text/plain")


def test_the_chair_s_letter_leads_to_the_summary_once_there_is_one(
    shared_plan: Plan, sheet: Shared
) -> None:
    shared_plan.set("chair", 'address = "chair@example.org"')
    shared_plan.run("2021-04-01")
    shared_plan.run("2021-05-11")
    first, second = letters_to(shared_plan, "chair@example.org")
    assert "Открыть план, лист «Сводка»:" in part_of(first, "text/plain")
    address = f"{sheet.open().place}#gid={sheet.sheet_id('Сводка')}"
    assert f"Открыть лист «Сводка»:\n{address}\n" in part_of(second, "text/plain")


def test_a_pretended_day_is_not_written_into_a_real_sheet(
    shared_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(EMULATOR)
    result = shared_plan.run(DAY)
    assert (result.exit_code, "в общую таблицу" in result.stderr) == (2, True)


def test_an_emulator_elsewhere_is_refused(
    shared_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EMULATOR, "https://sheets.example.org")
    result = shared_plan.run(DAY)
    assert (result.exit_code, EMULATOR in result.stderr) == (3, True)


def test_the_key_file_is_named_where_it_is_missing(shared_plan: Plan) -> None:
    (Path(shared_plan.folder) / "key.json").unlink()
    result = shared_plan.run(DAY)
    assert (result.exit_code, "key.json" in result.stderr) == (3, True)


def rows_of(sheet: Shared, title: str) -> str:
    return str(sheet.open().read(title).rows)


def test_a_protected_tab_of_ours_stops_only_itself_and_is_told(
    run_once: Plan, sheet: Shared
) -> None:
    sheet.emulator.edit(sheet.id, people.protect(sheet.sheet_id("Сводка")))
    before = rows_of(sheet, "Сводка")
    asked(sheet)
    result = run_once.run(NEXT)
    assert (result.exit_code, "Вкладка «Сводка» не обновлена" in result.stderr) == (4, True)
    assert len(asked(sheet)) == 2
    assert rows_of(sheet, "Сводка") == before
    assert "вкладка «Сводка» защищена" in rows_of(sheet, "Проверка").replace("В", "в")
    assert run_once.call("summary", "--today", NEXT).exit_code == 4


def test_the_coordinator_is_told_once_of_a_protected_tab(run_once: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, people.protect(sheet.sheet_id("Сводка")))
    before = len(run_once.letters())
    for day in (NEXT, "2021-05-13", "2021-05-14"):
        run_once.run(day)
    new = run_once.letters()[before:]
    bodies = [text_of(letter) for letter in new if letter["To"] == "coordinator@example.org"]
    assert sum("«Сводка» защищена" in body for body in bodies) == 1


def text_of(letter: Message) -> str:
    parts = [part for part in letter.walk() if part.get_content_type() == "text/plain"]
    return "".join(part.get_payload(decode=True).decode() for part in parts)


def test_a_plan_that_is_not_read_leaves_a_banner_and_the_alarm(
    run_once: Plan, sheet: Shared
) -> None:
    header = people.paste(sheet.sheet_id("План"), 6, 0, [["?", "?", "?", "?"]])
    sheet.emulator.edit(sheet.id, header)
    assert run_once.run(NEXT).exit_code == 5
    rows = sheet.open().read("Сводка").rows
    assert "План сейчас не читается" in str(rows[0])
    assert "обновлено" not in str(rows)
    summary = sheet.emulator.world.book(sheet.id).titled("Сводка")
    assert summary
    assert len(summary.rules) == 1


def test_what_a_tab_lacks_is_in_the_report(run_once: Plan, sheet: Shared) -> None:
    sheet.emulator.edit(sheet.id, people.delete_tab(sheet.sheet_id("Сводка")))
    result = run_once.run(NEXT, "-v")
    assert (result.exit_code, "нет имён блоков для формул" in result.stdout) == (0, True)
    assert "Просрочено" in rows_of(sheet, "Сводка")


def formulas(sheet: Shared, title: str) -> str:
    """All formulas of a tab, one after the other."""
    tab = sheet.emulator.world.book(sheet.id).titled(title)
    assert tab
    values = (data.get("userEnteredValue", {}) for line in tab.lines for data in line)
    return "\n".join(value["formulaValue"] for value in values if "formulaValue" in value)


def test_formulas_that_name_a_tab_renamed_meanwhile_are_written_anew(
    shared_plan: Plan, sheet: Shared
) -> None:
    rename = people.rename(sheet.sheet_id("План"), "План работ")
    sheet.emulator.edit_at(sheet.id, rename, match=":batchUpdate")
    shared_plan.run(DAY)
    assert "'План'!" in formulas(sheet, "Контроль")  # a title that no tab has any more
    shared_plan.run(NEXT)
    assert "'План'!" not in formulas(sheet, "Контроль")
    assert "'План работ'!" in formulas(sheet, "Контроль")


def test_values_of_our_formulas_are_no_columns_of_staffs(run_once: Plan, sheet: Shared) -> None:
    control = sheet.emulator.world.book(sheet.id).titled("Контроль")
    assert control
    # A look for a tab of another title forgets which columns of ours are worth reading.
    sheet.emulator.edit(sheet.id, people.rename(sheet.sheet_id("План"), "План работ"))
    run_once.call("setup-sheet", "--undo")
    assert run_once.run(NEXT).exit_code == 0
    bodies = [each.json() for each in sheet.emulator.log if each.line.endswith(":batchUpdate")]
    kinds = {kind for body in bodies for request in body["requests"] for kind in request}
    assert "deleteDimension" not in kinds
    after = sheet.emulator.world.book(sheet.id).titled("Контроль")
    assert after
    assert after.column_count == control.column_count
