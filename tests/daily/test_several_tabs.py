"""A plan of four quarters, a tab each, through a month of real runs."""

import json
from calendar import SATURDAY
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from sheetsync.workbooks.google.access import EMULATOR
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.daily.conftest import Plan, part_of
from tests.sheets_emulator import Emulator, people
from tests.sheets_emulator.grid import cell
from tests.workbooks.books import Rows, write_file
from tests.workbooks.keys import write_key
from tests.workbooks.sheets import Shared, shared_sheet

LEAD, OTHER = "Отдел организационной работы", "Учебно-методический центр"
HEADER = ["№", "Мероприятие", "Сроки", "Ответственные", "Отметка о выполнении"]
OWN = ["Сводка", "Проверка", "Контроль"]
FIRST, DAYS = date(2021, 3, 22), 31


def quarter(*rows: list[Any]) -> Rows:
    return [["План мероприятий на квартал"], [], HEADER, *rows]


def quarters() -> dict[str, Rows]:
    return {
        "I квартал": quarter(
            [1, "Заседание Президиума", "до 25 марта", LEAD, None],
            [2, "Обучение профактива", None, OTHER, None],
        ),
        "II квартал": quarter(
            [1, "Заседание Президиума", "до 15 апреля", LEAD, None],
            [2, "Конкурс плакатов", "май", OTHER, None],
        ),
        "III квартал": quarter([1, "Заседание Президиума", "до 15 июля", LEAD, None]),
        "IV квартал": quarter(
            [1, "Заседание Президиума", "до 15 октября", LEAD, None],
            [2, "Итоги года", "декабрь", LEAD, None],
        ),
        "Телефоны": [["Имя", "Телефон"], ["Иванов", "22-33-44"]],
    }


class Book:
    """A workbook in the hands of staff; tabs stand in the order in which they were made."""

    def __init__(self, plan: Plan) -> None:
        self.path = plan.folder / "plan.xlsx"
        self.path.unlink()
        write_file(self.path, quarters())

    def type(self, tab: str, row: int, column: int, text: str) -> None:
        book = load_workbook(self.path)
        book[tab].cell(row, column).value = text
        book.save(self.path)

    def put_first(self, title: str, rows: Rows) -> None:
        book = load_workbook(self.path)
        sheet = book.create_sheet(title, 0)
        for row in rows:
            sheet.append(row)
        book.save(self.path)

    def rename(self, title: str, new: str) -> None:
        book = load_workbook(self.path)
        book[title].title = new
        book.save(self.path)

    def titles(self) -> list[str]:
        return list(load_workbook(self.path).sheetnames)

    def shown(self, tab: str) -> str:
        rows = XlsxWorkbook(self.path, today=FIRST).read(tab).rows
        return "\n".join(" | ".join(str(cell) for cell in row if cell) for row in rows)


class Sheet:
    """The same in Google."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def _edit(self, requests: list[dict[str, Any]]) -> None:
        self.shared.emulator.edit(self.shared.id, requests)

    def type(self, tab: str, row: int, column: int, text: str) -> None:
        self._edit(people.paste(self.shared.sheet_id(tab), row - 1, column - 1, [[text]]))

    def put_first(self, title: str, rows: Rows) -> None:
        self._edit(people.add_tab(title, 500))
        cells = [[str(cell or "") for cell in row] for row in rows]
        self._edit([*people.paste(500, 0, 0, cells), *people.move_tab(500, 0)])

    def rename(self, title: str, new: str) -> None:
        self._edit(people.rename(self.shared.sheet_id(title), new))

    def titles(self) -> list[str]:
        return self.shared.titles()

    def shown(self, tab: str) -> str:
        rows = self.shared.open().read(tab).rows
        return "\n".join(" | ".join(str(cell) for cell in row if cell) for row in rows)


@pytest.fixture(params=["xlsx", "google"])
def staff(request: pytest.FixtureRequest, plan: Plan) -> Book | Sheet:
    """Who edits the workbook of the plan, all of whose tabs are meant."""
    plan.set("plan", 'tab = "*"')
    if request.param == "xlsx":
        return Book(plan)
    emulator: Emulator
    emulator, base = request.getfixturevalue("served")
    emulator.reset()
    shared = shared_sheet(emulator, base, quarters())
    request.getfixturevalue("monkeypatch").setenv(EMULATOR, base)
    write_key(plan.folder / "key.json", request.getfixturevalue("private_key"), base)
    (plan.folder / "plan.xlsx").unlink()
    plan.set("plan", f'spreadsheet = "{shared.id}"', 'google_key = "key.json"')
    return Sheet(shared)


def a_month(plan: Plan, edits: dict[date, Callable[[], None]]) -> list[dict[str, Any]]:
    """On a timer of working days."""
    days = (FIRST + timedelta(days=count) for count in range(DAYS))
    reports = []
    for day in (day for day in days if day.weekday() < SATURDAY):
        edits.get(day, lambda: None)()
        result = plan.run(str(day), "--json")
        assert result.exit_code == 0, result.output
        reports.append(json.loads(result.stdout))
    return reports


def test_a_month_of_four_quarters(plan: Plan, staff: Book | Sheet) -> None:
    new = quarter([1, "Слёт", "до 20 апреля", LEAD, None])
    edits: dict[date, Callable[[], None]] = {
        date(2021, 4, 5): lambda: staff.type("II квартал", 4, 5, "выполнено 05.04.2021"),
        date(2021, 4, 12): lambda: staff.put_first("Сверх плана", new),
        date(2021, 4, 14): lambda: staff.rename("III квартал", "3 квартал"),
    }
    reports = a_month(plan, edits)

    if isinstance(staff, Sheet):
        traffic = {(day["traffic"]["reads"], day["traffic"]["writes"]) for day in reports}
        assert traffic == {(1, 1)}
    assert [title for title in staff.titles() if title in OWN] == OWN
    assert len(staff.titles()) == len(quarters()) + 1 + len(OWN)

    # The mark on one tab's п. 1 said nothing of the others'.
    late = json.loads(plan.call("overdue", "--today", "2021-04-21", "--json").stdout)["items"]
    shown = [(one["tab"], one["row"], one["number"], one["late"]) for one in late if one["late"]]
    assert shown == [
        ("I квартал", 4, "1", 27),
        ("I квартал", 5, "2", 21),
        ("Сверх плана", 4, "1", 1),
    ]
    # Each measure is who it was, though a tab came before the others and one was renamed.
    for tab in ("I квартал", "II квартал", "3 квартал"):
        assert plan.call("history", "1", "--tab", tab).stdout.startswith("ранее 22 марта 2021 г.")
    proof = plan.call("history", "1", "--tab", "I квартал", "--proof", "--json").stdout
    told = json.loads(proof)["letters"]
    assert told[0]["stages"] == ["before-7"]


def test_letters_and_tabs_say_which_tab(plan: Plan, staff: Book | Sheet) -> None:
    assert plan.run("2021-04-01").exit_code == 0
    letters = "\n".join(map(part_of, plan.letters()))
    assert "I квартал · Заседание Президиума" in letters
    assert "IV квартал · Итоги года" in letters
    if isinstance(staff, Book):
        assert "лист «I квартал», строка 4" in letters
    else:
        link = f"#gid={staff.shared.sheet_id('I квартал')}&range=E4"
        html = "\n".join(part_of(letter, "text/html") for letter in plan.letters())
        assert link.replace("&", "&amp;") in html
    for tab in OWN:
        assert "I квартал" in staff.shown(tab) or tab == "Проверка"
    assert "Лист «Телефоны» пропущен" in staff.shown("Проверка")


def test_a_plan_that_gains_tabs_keeps_its_past(plan: Plan, staff: Book | Sheet) -> None:
    plan.set("plan", 'tab = "II квартал"')
    file = plan.folder / "sheetsync.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('tab = "*"\n', ""), encoding="utf-8")
    assert plan.run("2021-03-22").exit_code == 0
    assert staff.titles()[-3:] == OWN
    for tabs in ('["II квартал"]', '["I квартал", "II квартал"]'):
        text = file.read_text(encoding="utf-8")
        head, _, rest = text.partition("tab = ")
        file.write_text(f"{head}tab = {tabs}\n{rest.partition(chr(10))[2]}", encoding="utf-8")
        found = json.loads(plan.call("sync", "--today", "2021-03-23", "--json").stdout)
        kinds = {change["kind"] for change in found["changes"]}
        assert kinds <= {"added", "moved"}, tabs
    added = [c["after"]["tab"] for c in found["changes"] if c["kind"] == "added"]
    assert added == ["I квартал", "I квартал"]
    assert plan.run("2021-03-24").exit_code == 0
    assert [title for title in staff.titles() if title in OWN] == OWN
    assert len(staff.titles()) == len(quarters()) + len(OWN)


def test_a_tab_that_is_gone_is_asked_about(plan: Plan, staff: Book | Sheet) -> None:
    rows = [[n, f"Слёт № {n}", "май", LEAD, None] for n in range(1, 6)]
    staff.put_first("Слёты", quarter(*rows))
    assert plan.run("2021-04-01").exit_code == 0
    staff.type("Слёты", 3, 3, "Альфа")
    # Its cells tell that it is a plan still, and which column holds the deadlines.
    assert plan.run("2021-04-02").exit_code == 0
    assert "«Альфа»" in plan.call("validate", "--today", "2021-04-02").stdout
    for row in range(4, 9):
        staff.type("Слёты", row, 3, "синий")
    result = plan.run("2021-04-03")
    assert result.exit_code == 5
    assert "Лист «Слёты»: пунктов в нём было 5, в плане осталось 0." in result.stderr


def test_setup_sheet_prepares_each_tab_of_a_file(plan: Plan, staff: Book | Sheet) -> None:
    staff.put_first("Слёты", [row[:4] for row in quarter([1, "Слёт", "май", LEAD, None])])
    result = plan.call("setup-sheet", "--today", str(FIRST))
    assert "Столбец E (Слёты)" in result.stdout
    if isinstance(staff, Sheet):
        assert "Столбец F (I квартал)" in result.stdout
        return
    assert "I квартал" not in result.stdout
    assert load_workbook(staff.path)["Слёты"]["E3"].value == "Отметка о выполнении"
    assert "Столбец" not in plan.call("setup-sheet").stdout


# A file gets no column of states.
in_google = pytest.mark.parametrize("staff", ["google"], indirect=True)


@pytest.fixture
def prepared(plan: Plan, staff: Book | Sheet) -> Sheet:
    """Four tabs of a shared sheet, with our columns on each."""
    assert isinstance(staff, Sheet)
    plan.call("setup-sheet", "--today", str(FIRST))
    staff.shared.emulator.log.clear()
    return staff


def on_tabs(sheet: Sheet, column: int) -> dict[str, str]:
    """What is typed into the header's row, by the plan's tabs."""
    book = sheet.shared.emulator.world.book(sheet.shared.id)
    found = {one.title: one for one in book.sheets if "квартал" in one.title}
    typed = {name: cell(one, 2, column).get("userEnteredValue", {}) for name, one in found.items()}
    return {name: str(next(iter(value.values()), "")) for name, value in typed.items()}


@in_google
def test_each_tab_finds_its_own_states(prepared: Sheet) -> None:
    """«1 Заседание Президиума» stands on all of them."""
    formulas = on_tabs(prepared, 5)
    assert all(f'CHAR(10)&"{title}"' in formula for title, formula in formulas.items())
    assert len(formulas) == 4
    control = prepared.shared.emulator.world.book(prepared.shared.id).titled("Контроль")
    assert control
    keys = [cell(control, row, 11)["userEnteredValue"]["formulaValue"] for row in range(3, 10)]
    assert len(set(keys)) == 7
    assert [sum(f'"{title}"' in key for key in keys) for title in formulas] == [2, 2, 1, 2]


@in_google
def test_several_tabs_cost_no_more_requests(plan: Plan, prepared: Sheet) -> None:
    def requests() -> int:
        lines = [each.line for each in prepared.shared.emulator.log]
        prepared.shared.emulator.log.clear()
        return sum("/token" not in line for line in lines)

    assert plan.call("setup-sheet").stdout == "Лист готов: менять нечего.\n"
    assert requests() == 1
    assert "(IV квартал)" in plan.call("setup-sheet", "--undo").stdout
    assert requests() == 3
    assert set(on_tabs(prepared, 5).values()) == {""}
    assert plan.call("setup-sheet").stdout.count("квартал") == 4
    assert requests() == 2


@in_google
def test_a_renamed_tab_is_told_of_and_mended(plan: Plan, prepared: Sheet) -> None:
    prepared.rename("II квартал", "Второй квартал")
    assert "Второй квартал" in plan.call("setup-sheet", "--today", str(FIRST)).stdout
    assert "lookup-astray" in plan.call("validate", "--json").stdout
    said = plan.call("setup-sheet", "--today", str(FIRST), "--repair").stdout
    assert "(Второй квартал)" in said
    assert "I квартал)" not in said
    assert 'CHAR(10)&"Второй квартал"' in on_tabs(prepared, 5)["Второй квартал"]
    assert plan.call("setup-sheet", "--repair").stdout == "Лист готов: менять нечего.\n"


@in_google
def test_words_in_the_way_are_named_with_their_tab(plan: Plan, prepared: Sheet) -> None:
    prepared.type("III квартал", 4, 6, "не трогать")
    result = plan.call("setup-sheet", "--undo")
    assert result.exit_code == 4
    assert "Лист «III квартал»: " in result.stderr
    assert "F4 «не трогать»" in result.stderr


def test_history_asks_for_the_tab(plan: Plan, staff: Book | Sheet) -> None:
    assert plan.run("2021-04-01").exit_code == 0
    assert plan.call("history", "1").exit_code == 2
    said = plan.call("history", "1", "--tab", "iii квартал").stdout
    assert "до 15 июля" in said
    assert plan.call("history", "--row", "4", "--tab", "II квартал").stdout.count("15 апреля") == 1
    unknown = plan.call("history", "1", "--tab", "V квартал")
    assert unknown.exit_code == 2
    assert "III квартал" in unknown.stderr
