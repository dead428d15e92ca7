"""An overdue row that is taken out of the sheet: the coordinator hears of it, once."""

import openpyxl
import pytest

from tests.daily.conftest import Plan, letters_to, part_of

COORDINATOR = "coordinator@example.org"
HEADING = "ПРОСРОЧЕНО И УДАЛЕНО ИЗ ТАБЛИЦЫ: 1"
LATE, AHEAD = "5", "7"  # «апрель» and a later one, on 11 May 2021
DAYS = ("2021-05-12", "2021-05-13", "2021-05-14", "2021-05-17", "2021-05-18", "2021-05-21")


def take_out(plan: Plan, number: str, *, status: str = "") -> list[object]:
    """Take the row of that number out of the sheet, or mark it; returns its cells."""
    book = openpyxl.load_workbook(plan.folder / "plan.xlsx")
    sheet = book["План"]
    (row,) = (row for row in range(4, 40) if str(sheet.cell(row, 1).value) == number)
    cells = [sheet.cell(row, column).value for column in range(1, 6)]
    if status:
        sheet.cell(row, 5).value = status
    else:
        sheet.delete_rows(row)
    book.save(plan.folder / "plan.xlsx")
    return cells


def put_back(plan: Plan, cells: list[object]) -> None:
    book = openpyxl.load_workbook(plan.folder / "plan.xlsx")
    book["План"].append(cells)
    book.save(plan.folder / "plan.xlsx")


def told(plan: Plan) -> list[str]:
    """What the coordinator's letters say of rows that are gone."""
    bodies = (part_of(letter) for letter in letters_to(plan, COORDINATOR))
    return [" ".join(body.split(HEADING)[1].split()) for body in bodies if HEADING in body]


def test_it_is_told_once_with_what_was_asked_for(plan: Plan) -> None:
    plan.run("2021-05-11")
    take_out(plan, LATE)
    assert [plan.run(day).exit_code for day in DAYS] == [0] * len(DAYS)
    (words,) = told(plan)
    assert words.startswith("- п. 5 Обновить банк данных резерва профсоюзных кадров")
    assert "(отвечает: Отдел организационной работы): последний день был 30 апреля" in words
    assert "верните строку" in words


def test_it_is_told_after_days_without_letters_and_a_mere_sync(plan: Plan) -> None:
    plan.run("2021-05-14")
    take_out(plan, LATE)
    for day in ("2021-05-15", "2021-05-16"):  # a weekend
        plan.run(day)
    assert told(plan) == []
    plan.call("sync --today 2021-05-17")
    plan.run("2021-05-18")
    assert len(told(plan)) == 1


@pytest.mark.parametrize("status", ["Выполнено 30.04.2021", "Отменено решением президиума"])
def test_what_was_settled_may_go(plan: Plan, status: str) -> None:
    plan.run("2021-05-11")
    take_out(plan, LATE, status=status)
    plan.run("2021-05-12")
    take_out(plan, LATE)
    for day in DAYS[1:]:
        plan.run(day)
    assert told(plan) == []


def test_what_is_not_late_may_go(plan: Plan) -> None:
    plan.run("2021-05-11")
    take_out(plan, AHEAD)
    for day in DAYS:
        plan.run(day)
    assert told(plan) == []


def test_a_row_that_was_moved_is_not_gone(plan: Plan) -> None:
    plan.run("2021-05-11")
    put_back(plan, take_out(plan, LATE))
    for day in DAYS:
        plan.run(day)
    assert told(plan) == []


def test_what_went_long_ago_is_no_news(plan: Plan) -> None:
    """As after an update to the version that tells it."""
    plan.run("2021-05-11")
    take_out(plan, LATE)
    plan.call("sync --today 2021-05-12")
    plan.run("2021-06-01")
    assert told(plan) == []
