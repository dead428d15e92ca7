"""What is remembered from run to run: changes, lives, past days, and when not to believe a plan."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from tests.cli.conftest import Call, data

Edit = Callable[[Worksheet], object]


def edit(folder: Path, change: Edit) -> None:
    """A person's edit of the plan tab."""
    book = load_workbook(folder / "plan.xlsx")
    change(book["План"])
    book.save(folder / "plan.xlsx")


def three_edits(sheet: Worksheet) -> None:
    """п. 3 moved to December, п. 15 deleted, a row inserted on top, all renumbered."""
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=4)}
    sheet.cell(rows[3], 3).value = "декабрь"
    sheet.delete_rows(rows[15])
    sheet.insert_rows(4)
    for column, text in enumerate(("", "Утвердить смету обучения", "май", "УМЦ"), start=1):
        sheet.cell(4, column).value = text
    for number, row in enumerate(sheet.iter_rows(min_row=4), start=1):
        row[0].value = number


def lose_most_rows(sheet: Worksheet) -> None:
    sheet.delete_rows(6, 20)


def summary(folder: Path) -> list[list[object]]:
    book = CalamineWorkbook.from_path(str(folder / "plan.xlsx"))
    return book.get_sheet_by_name("Сводка").to_python(skip_empty_area=False)


def test_a_sync_names_exactly_what_changed(folder: Path, call: Call) -> None:
    edit(folder, three_edits)
    lines = call("sync", "-C", folder, "--today", "2021-05-05").stdout.splitlines()
    assert lines[0] == "С прошлого раза, 4 мая 2021 г.:"
    assert [line.split(" «")[0].strip() for line in lines[1:]] == [
        "+ п. 1",
        "п. 4 (был п. 3): срок",
        "- п. 15",
        "перенумеровано 14 пунктов: 1–14 стали 2–15",
    ]


def test_a_sync_says_when_nothing_changed(folder: Path, call: Call) -> None:
    result = call("sync", "-C", folder, "--today", "2021-05-05")
    assert result.stdout.endswith("изменений нет\n")


def test_a_first_sync_counts_the_measures(folder: Path, call: Call) -> None:
    (folder / "sheetsync.db").unlink()
    assert "24 пункта" in call("sync", "-C", folder, "--today", "2021-05-05").stdout


def test_a_sync_before_a_run_takes_no_letter_away(folder: Path, call: Call) -> None:
    call("sync", "-C", folder, "--today", "2021-06-01")
    report = data(call("run", "-C", folder, "--today", "2021-06-01", "--json"))
    assert {letter["state"] for letter in report["letters"]} == {"written"}


def test_changes_as_data(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("C6", "декабрь"))
    found = data(call("sync", "-C", folder, "--today", "2021-05-05", "--json"))
    (change,) = found["changes"]
    assert (change["kind"], change["was_late"]) == ("deadline", False)
    assert (change["before"]["deadline"], change["after"]["deadline"]) == ("ноябрь", "декабрь")


def test_a_deadline_moved_after_it_was_late_says_so(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("C4", "июнь"))
    assert "после просрочки" in call("sync", "-C", folder, "--today", "2021-05-05").stdout


def test_a_measures_life_is_told_by_its_row(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("C6", "декабрь"))
    call("sync", "-C", folder, "--today", "2021-05-05")
    told = call("history", "3", "-C", folder).stdout
    assert "5 мая 2021 г.: срок «ноябрь» → «декабрь»" in told
    assert "Срок переносили 1 раз." in told


def test_moves_are_counted_by_days_and_with_the_status(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("C6", "до 30 ноября"))
    call("sync", "-C", folder, "--today", "2021-05-05")
    assert "Срок переносили" not in call("history", "3", "-C", folder).stdout
    edit(folder, lambda sheet: sheet.__setitem__("E6", "перенос на 20 декабря"))
    call("sync", "-C", folder, "--today", "2021-05-06")
    assert "Срок переносили 1 раз." in call("history", "3", "-C", folder).stdout


def test_what_changed_of_late_is_told_day_by_day(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("C6", "декабрь"))
    call("sync", "-C", folder, "--today", "2021-05-05")
    assert call("history", "-C", folder).stdout.startswith("5 мая 2021 г.:\n  п. 3: срок «ноябрь»")


def test_a_past_day_is_rebuilt_as_it_stood(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("E4", "Выполнено 22.04"))
    call("sync", "-C", folder, "--today", "2021-05-06")
    past = data(call("history", "-C", folder, "--as-of", "2021-05-05", "--json"))
    present = data(call("history", "-C", folder, "--as-of", "2021-05-06", "--json"))
    assert (past["states"]["overdue"], past["states"]["done"]) == (4, 0)
    assert (present["states"]["overdue"], present["states"]["done"]) == (3, 1)


def test_a_day_before_the_first_run_is_not_known(folder: Path, call: Call) -> None:
    result = call("history", "-C", folder, "--as-of", "2021-05-03")
    assert (result.exit_code, "ничего не записано" in result.stderr) == (2, True)


def test_a_run_on_a_day_before_the_last_is_refused(folder: Path, call: Call) -> None:
    result = call("run", "-C", folder, "--today", "2021-05-03")
    assert (result.exit_code, "раньше последнего запуска" in result.stderr) == (2, True)


def test_of_a_plan_that_lost_most_rows_only_the_coordinator_hears(folder: Path, call: Call) -> None:
    edit(folder, lose_most_rows)
    letters = set((folder / "outbox" / "new").iterdir())
    result = call("run", "-C", folder, "--today", "2021-05-05")
    assert result.exit_code == 5
    assert "Из 24 пунктов прежнего плана на листе осталось 4" in result.stderr
    (new,) = set((folder / "outbox" / "new").iterdir()) - letters
    assert new.name.endswith(".coordinator.coordinator@example.org.eml")
    rows = summary(folder)
    assert "ниже состояние на 4 мая 2021 г." in str(rows[0][0])
    assert 24 in rows[3]


def test_a_plan_that_lost_its_header_keeps_the_last_good_state(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.delete_rows(3))
    assert call("run", "-C", folder, "--today", "2021-05-05").exit_code == 5
    assert "ниже состояние на 4 мая 2021 г." in str(summary(folder)[0][0])


def test_an_accepted_plan_is_believed_from_then_on(folder: Path, call: Call) -> None:
    edit(folder, lose_most_rows)
    assert call("run", "-C", folder, "--today", "2021-05-05", "--accept").exit_code == 0
    assert call("run", "-C", folder, "--today", "2021-05-06").exit_code == 0
    assert "План мероприятий" in str(summary(folder)[0][0])


def test_another_run_of_the_plan_is_exit_7(folder: Path, call: Call) -> None:
    from datetime import UTC, datetime

    from sheetsync.ops.lock import held

    with held(folder / "sheetsync.lock", now=datetime(2021, 5, 5, tzinfo=UTC)):
        result = call("run", "-C", folder, "--today", "2021-05-05")
    assert (result.exit_code, "уже работает другой запуск" in result.stderr) == (7, True)


def test_a_row_that_may_be_another_is_asked_about_until_it_is_settled(
    folder: Path, call: Call
) -> None:
    edit(folder, _replace_by_a_likeness)
    call("run", "-C", folder, "--today", "2021-05-05")
    doubt = _doubt(call, folder)
    assert doubt
    assert _doubt(call, folder) == doubt
    link = doubt.split("выполните sheetsync history ")[1].split(";")[0]
    assert call("history", *link.split(), "-C", folder).exit_code == 0
    assert _doubt(call, folder) == ""


def _replace_by_a_likeness(sheet: Worksheet) -> None:
    """In the place of п. 2 stands a measure that resembles it, with another deadline and lead."""
    sheet["B5"] = "Рассмотреть на Президиуме вопрос по мотивации членства на основе отчетности"
    sheet["C5"], sheet["D5"] = "март", "УМЦ"


def _doubt(call: Call, folder: Path) -> str:
    found = data(call("validate", "-C", folder, "--today", "2021-05-05", "--json"))["findings"]
    return next((f["suggestion"] for f in found if f["code"] == "identity-doubt"), "")


def test_a_rollover_leaves_the_past_where_it_was(folder: Path, tmp_path: Path, call: Call) -> None:
    target = tmp_path / "next"
    result = call("rollover", "-C", folder, "--year", "2022", target)
    assert (result.exit_code, "План 2022" in result.stdout) == (0, True)
    assert call("run", "-C", target).exit_code == 4  # the tab is not there yet
    book = load_workbook(folder / "plan.xlsx")
    book.copy_worksheet(book["План"]).title = "План 2022"
    book.save(folder / "plan.xlsx")
    report = data(call("run", "-C", target, "--today", "2022-02-01", "--json"))
    assert (report["year"], report["states"]["overdue"]) == (2022, 0)
    assert "24" in call("history", "-C", folder, "--as-of", "2021-05-04").stdout


def test_an_address_is_forgotten(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("E4", "отправлено на person@example.org"))
    call("sync", "-C", folder, "--today", "2021-05-05")
    edit(folder, lambda sheet: sheet.__setitem__("E4", "отправлено"))
    call("sync", "-C", folder, "--today", "2021-05-06")
    assert "было 1" in call("forget", "person@example.org", "-C", folder).stdout
    assert b"person@example.org" not in (folder / "sheetsync.db").read_bytes()


def test_an_address_that_nobody_has_is_not_said_to_be_removed(folder: Path, call: Call) -> None:
    told = call("forget", "nobody@example.org", "-C", folder).stdout
    assert "nobody@example.org в памяти нет" in told
    assert "удалён" not in told


@pytest.mark.parametrize("spelling", ["umc@example.org", "UMC@Example.org"])
def test_whoever_is_forgotten_and_still_named_is_told_to_get_a_first_letter(
    folder: Path, call: Call, spelling: str
) -> None:
    call("run", "-C", folder, "--today", "2021-05-11")
    told = " ".join(call("forget", spelling, "-C", folder).stdout.split())
    assert f"Адрес {spelling} удалён из памяти" in told
    assert f"В настройках {spelling} остался" in told
    digest = call("digest", "-C", folder, "--today", "2021-06-01").stdout
    assert "первое письмо" in digest


def test_what_is_forgotten_is_printed_nowhere_and_its_copies_are_named(
    folder: Path, call: Call
) -> None:
    call("run", "-C", folder, "--today", "2021-05-11")
    copy = folder / "plan.копия-2021-05-11.xlsx"
    copy.touch()
    told = call("forget", "umc@example.org", "-C", folder).stdout
    letters = {f"  {file}" for file in (folder / "outbox").rglob("*umc@example.org.eml")}
    assert letters
    assert letters | {f"  {copy}"} <= set(told.splitlines())
    assert b"umc@example.org" not in (folder / "sheetsync.db").read_bytes()
    shown = call("outbox", "list", "--all", "--json", "-C", folder).stdout
    assert "umc@example.org" not in shown
    assert "info@example.org.eml" in shown


@pytest.mark.parametrize("command", ["validate", "overdue", "digest"])
def test_a_command_that_only_looks_leaves_no_memory(folder: Path, call: Call, command: str) -> None:
    (folder / "sheetsync.db").unlink()
    shutil.rmtree(folder / "outbox")
    call(command, "-C", folder, "--today", "2021-05-05")
    assert not (folder / "sheetsync.db").exists()


def test_a_plain_fact_closes_no_quarter_to_come(folder: Path, call: Call) -> None:
    edit(folder, lambda sheet: sheet.__setitem__("C4", "ежеквартально"))
    edit(folder, lambda sheet: sheet.__setitem__("E4", "Выполнено"))
    call("run", "-C", folder, "--today", "2021-05-05")
    late = data(call("overdue", "-C", folder, "--today", "2021-07-02", "--json"))["items"]
    assert [i["due"] for i in late if i["number"] == "1"] == ["2021-06-30"]
