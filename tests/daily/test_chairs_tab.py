"""«Сводка» and «Проверка» over the days: moves, sittings, what was put right, the heartbeat."""

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from sheetsync.daily import opened_job, run
from sheetsync.languages import load_language
from sheetsync.model import STATES
from sheetsync.summary.head import RARE
from tests.daily.conftest import Plan
from tests.daily.plan_folder import DEADLINE, RESPONSIBLE, STATUS, plan_sheet, write


def tab(folder: Path, title: str = "Сводка") -> list[list[object]]:
    """Its rows without blank cells."""
    book = CalamineWorkbook.from_path(str(folder / "plan.xlsx"))
    rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    return [[cell for cell in row if cell != ""] for row in rows]


def block(rows: list[list[object]], heading: str) -> list[list[object]]:
    """The lines below a heading and its header, to the next blank row."""
    start = next(i for i, row in enumerate(rows) if row and str(row[0]).startswith(heading))
    end = rows.index([], start) if [] in rows[start:] else len(rows)
    return rows[start + 2 : end]


def real_run(plan: Plan, day: date) -> None:
    """A run of that day as if it were the real one."""
    with opened_job(plan.folder, day, writes=True) as job:
        run(replace(job, pretended=False))


def edit(plan: Plan, number: str, column: int, text: str) -> None:
    with plan_sheet(plan.folder) as sheet:
        write(number, column, text)(sheet)


def test_a_deadline_that_moves_again_is_counted_with_its_circumstances(plan: Plan) -> None:
    plan.run("2021-05-04")
    edit(plan, "1", DEADLINE, "май")
    plan.run("2021-05-05")
    edit(plan, "1", DEADLINE, "июль")
    edit(plan, "1", STATUS, "срок изменён, протокол № 7")
    plan.run("2021-05-12")
    (line,) = block(tab(plan.folder), "Сроки перенесены: 1")
    assert line[0] == "п. 1"
    assert line[-2:] == [
        "«май» → «июль»",
        "перенесён во второй раз, последний раз до срока, 12 мая, основание: протокол № 7",
    ]


def test_a_move_after_the_last_day_is_told_as_one(plan: Plan) -> None:
    plan.run("2021-05-04")
    edit(plan, "5", STATUS, "Перенесено на сентябрь")
    plan.run("2021-05-05")
    (line,) = block(tab(plan.folder), "Сроки перенесены: 1")
    assert line[-2:] == [
        "«апрель» → «Перенесено на сентябрь»",
        "перенесён в первый раз, после просрочки, 5 мая, без документа",
    ]


def test_a_document_that_is_named_later_is_no_further_move(plan: Plan) -> None:
    plan.run("2021-05-04")
    edit(plan, "5", STATUS, "Перенесено на сентябрь")
    plan.run("2021-05-05")
    edit(plan, "5", STATUS, "Перенесено на сентябрь, протокол № 3")
    plan.run("2021-05-06")
    edit(plan, "5", DEADLINE, "сентябрь")
    edit(plan, "5", STATUS, "")
    plan.run("2021-05-11")
    (line,) = block(tab(plan.folder), "Сроки перенесены: 1")
    assert line[-2:] == [
        "«апрель» → «Перенесено на сентябрь»",
        "перенесён в первый раз, после просрочки, 5 мая, основание: протокол № 3",
    ]


def test_other_words_for_the_same_days_and_slips_move_nothing(plan: Plan) -> None:
    for day, words in enumerate(["апрель", "до 31 апреля", "апрель", "", "до 30 апреля"], 11):
        edit(plan, "5", DEADLINE, words)
        plan.run(f"2021-05-{day}")
    assert not any("Сроки перенесены" in str(row) for row in tab(plan.folder))


def test_a_sitting_sees_what_changed_since_the_one_before(plan: Plan) -> None:
    plan.set("chair", "sittings = [2021-05-04, 2021-05-25]")
    plan.run("2021-05-04")
    edit(plan, "3", DEADLINE, "декабрь")
    edit(plan, "2", STATUS, "не выполнено, нет данных от районов, перенести на 20 июня")
    plan.run("2021-05-12")
    rows = block(tab(plan.folder), "К заседанию 25 мая")
    words = [str(cell) for row in rows for cell in row]
    assert "Вопросы заседания по плану" in words
    assert "Утвердить перенос срока п. 3 («ноябрь» → «декабрь») или оставить прежний срок." in words
    then = rows.index(["Предлагалось к заседанию 4 мая, и что из этого вышло"])
    assert [row[0] for row in rows[then + 1 :]] == ["п. 1", "п. 2", "п. 5", "п. 12"]
    assert rows[then + 1][-1] == (
        "Заслушать: Отдел организационной работы, п. 1, опоздание 4 дня."
        " Сейчас: всё ещё просрочено, 12 дней; отметки нет"
    )
    changed = {row[0]: row[-1] for row in block(tab(plan.folder), "Изменилось с 4 мая: 2")}
    assert changed["п. 2"] == "отметка «не выполнено, нет данных от районов, перенести на 20 июня»"


def test_what_became_of_a_proposal_follows_its_measure_to_another_row(plan: Plan) -> None:
    plan.set("chair", "sittings = [2021-05-04, 2021-05-25]")
    plan.run("2021-05-04")
    edit(plan, "2", STATUS, "Рассмотрено 6.05, протокол № 4")
    with plan_sheet(plan.folder) as sheet:
        sheet.insert_rows(sheet.min_row + 3)
    plan.run("2021-05-12")
    rows = block(tab(plan.folder), "К заседанию 25 мая")
    then = rows.index(["Предлагалось к заседанию 4 мая, и что из этого вышло"])
    (said,) = [row[-1] for row in rows[then + 1 :] if row[0] == "п. 2"]
    assert "п. 2, опоздание 65 дней. Сейчас: выполнено 6 мая; " in str(said)


def test_what_changed_is_told_with_the_measure_it_is_about(plan: Plan) -> None:
    plan.run("2021-05-04")
    edit(plan, "3", DEADLINE, "декабрь")
    plan.run("2021-05-12")
    rows = tab(plan.folder)
    heading = rows.index(["Изменилось с 4 мая: 1"])
    assert rows[heading + 1][0] == "п. 3"
    assert str(rows[heading + 1][1]).startswith("Заседание Президиума")
    assert rows[heading + 1][2] == "срок «ноябрь» → «декабрь», без документа"


def test_other_words_for_the_same_days_need_no_document(plan: Plan) -> None:
    plan.run("2021-05-04")
    edit(plan, "3", DEADLINE, "ноябрь 2021 г.")
    plan.run("2021-05-12")
    rows = tab(plan.folder)
    heading = rows.index(["Изменилось с 4 мая: 1"])
    assert rows[heading + 1][2] == "срок «ноябрь» → «ноябрь 2021 г.»"


def test_what_was_done_late_is_kept_with_its_postponement(plan: Plan) -> None:
    plan.run("2021-05-04")
    edit(plan, "5", STATUS, "Перенесено на июнь")
    plan.run("2021-05-05")
    edit(plan, "5", STATUS, "Выполнено 25.05")
    plan.run("2021-05-26")
    rows = tab(plan.folder)
    assert [row[0] for row in block(rows, "Сроки перенесены: 1")] == ["п. 5"]
    counted = {row[0]: row[1:] for row in block(rows, "Исполнительская дисциплина")}
    assert counted["Всего"][:2] == [6, 1]  # all that passed, and what was done late
    (line,) = [row for row in tab(plan.folder, "Контроль") if row[:1] == [5.0]]
    assert line[2] == "выполнено, с опозданием на 25 дней"


def test_without_a_sitting_to_come_there_is_no_such_block(plan: Plan) -> None:
    plan.set("chair", "sittings = [2021-05-04]")
    plan.run("2021-05-05")
    assert not any(row and str(row[0]).startswith("К заседанию") for row in tab(plan.folder))


def test_the_next_update_follows_the_schedule_in_the_plan_s_zone(plan: Plan) -> None:
    settings = plan.folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('at = "10:00"', 'at = "00:00"\ndays = "working"'), "utf-8")
    real_run(plan, date(2021, 5, 7))  # a Friday
    book = load_workbook(plan.folder / "plan.xlsx")
    sheet = book["Сводка"]
    words = (str(cell.value) for cell in sheet[1])
    (due,) = (
        found[1] for word in words if (found := re.match(r"=IF\(NOW\(\)>([$A-Z0-9]+),", word))
    )
    assert sheet[due.replace("$", "")].value == datetime(2021, 5, 11, 0, 30)  # noqa: DTZ001


def test_without_a_schedule_nothing_is_promised(plan: Plan) -> None:
    settings = plan.folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('at = "10:00"', ""), "utf-8")
    real_run(plan, date(2021, 5, 4))
    rows = tab(plan.folder)
    assert rows[0][-1] == "● обновлено"
    assert "следующее обновление до" not in rows[1]


def test_a_rehearsal_says_so_and_alarms_nobody(plan: Plan) -> None:
    plan.run("2021-05-04")
    rows = tab(plan.folder)
    assert rows[0][-1] == "пробный запуск за 4 мая 2021 г."
    book = load_workbook(plan.folder / "plan.xlsx")
    assert not any("NOW()" in str(cell.value) for row in book["Сводка"] for cell in row)
    assert not book["Сводка"].conditional_formatting


def test_what_was_put_right_stands_on_the_findings_for_a_day(plan: Plan) -> None:
    edit(plan, "7", DEADLINE, "до 31 апреля")
    edit(plan, "9", RESPONSIBLE, "")
    plan.run("2021-05-04")
    edit(plan, "7", DEADLINE, "до 30 апреля")
    plan.run("2021-05-05")
    plan.run("2021-05-05")
    fixed = block(tab(plan.folder, "Проверка"), "Исправлено с прошлого раза: 1")
    rows = tab(plan.folder, "Проверка")
    start = rows.index(["Исправлено с прошлого раза: 1"])
    assert [row[1:3] for row in rows[start + 1 :]] == [["исправлено", "п. 7"]]
    assert not fixed
    plan.run("2021-05-06")
    assert not any("Исправлено" in str(row) for row in tab(plan.folder, "Проверка"))


def test_what_needs_clarifying_and_who_is_missing_stand_on_the_summary(plan: Plan) -> None:
    edit(plan, "7", DEADLINE, "до 31 апреля")
    edit(plan, "9", RESPONSIBLE, "")
    plan.run("2021-05-04")
    rows = tab(plan.folder)
    assert [row[0] for row in block(rows, "Требует уточнения")] == ["п. 7", "п. 9"]
    assert [[row[0], row[-1]] for row in block(rows, "Без ответственного: 1")] == [
        ["п. 9", "(пусто)"]
    ]


def test_the_numbers_are_those_of_overdue(plan: Plan) -> None:
    plan.run("2021-05-04")
    listed = json.loads(plan.call("overdue", "--today", "2021-05-04", "--json").stdout)
    rows = tab(plan.folder)
    check_cards(rows, listed)
    # Where a printed page ends inside the table, its header stands there again.
    late = [row[3] for row in block(rows, "Просрочено: ") if isinstance(row[3], float)]
    assert late == sorted((i["late"] for i in listed["items"] if i["late"]), reverse=True)


def check_cards(rows: list[list[object]], listed: dict[str, Any]) -> None:
    """Each number of the head is the one that `overdue` counts, and they sum to the plan."""
    labels = next(i for i, row in enumerate(rows) if "всего пунктов" in row)
    cards = dict(zip(rows[labels], rows[labels - 1], strict=True))
    assert cards.pop("всего пунктов") == listed["measures"] == sum(cards.values())  # type: ignore[arg-type]
    assert cards == {
        load_language("ru").gettext(words): listed["states"][state]
        for state, words in STATES.items()
        if state not in RARE or listed["states"][state]
    }


def test_months_and_course_count_the_same_last_days(plan: Plan) -> None:
    edit(plan, "1", STATUS, "Состоялось 22.04, протокол № 3")
    plan.run("2021-05-04")
    book = load_workbook(plan.folder / "plan.xlsx")
    sheet = book["Сводка"]
    name = book.defined_names["sheetsync_chart_months"].attr_text
    cells = list(sheet[name.split("!")[1].replace("$", "")])
    april = [cell.value for cell in cells[4] if cell.value is not None]
    assert april == ["апр", 1, 3, 0]
    course = book.defined_names["sheetsync_chart_course"].attr_text.split("!")[1].replace("$", "")
    assert [cell.value for cell in sheet[course][4] if cell.value is not None] == ["апр", 6, 1]
