"""The plan's tab is deleted or emptied: what is read in its place is not taken for the plan."""

from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from tests.daily.conftest import Plan, letters_to

PHONES = (("Телефоны",), ("Фамилия", "Телефон"), ("Белов И.", "12-34"))
BROKEN = (("№", "Мероприятие", "Телефон"), (1, "Слёт", "12-34"))
ARCHIVE = (
    ("№", "Мероприятие", "Сроки", "Ответственные"),
    *((n, f"Субботник № {n}", "октябрь", "Отдел кадров") for n in range(1, 9)),
)
GONE = "План был на листе «План», но этого листа больше нет, или он скрыт"


def edit(plan: Plan, change: Callable[[Workbook], None]) -> None:
    path = plan.folder / "plan.xlsx"
    book = load_workbook(path)
    change(book)
    book.save(path)


def replaced_by(*rows: tuple[object, ...], title: str = "Контакты") -> Callable[[Workbook], None]:
    """Deletes the plan's tab beside another one with these rows."""

    def change(book: Workbook) -> None:
        del book["План"]
        for row in rows:
            (book[title] if title in book else book.create_sheet(title)).append(row)

    return change


@pytest.mark.parametrize("rows", [PHONES, BROKEN], ids=["no headers", "not all headers"])
def test_the_error_names_the_tab_that_is_gone_and_those_there_are(
    plan: Plan, rows: tuple[tuple[object, ...], ...]
) -> None:
    plan.run("2021-05-11")
    edit(plan, replaced_by(*rows))
    # The run comes last: it alone remembers.
    for command in ("validate", "digest", "overdue", "run"):
        result = plan.call(command, *(() if command == "validate" else ("--today", "2021-05-12")))
        said = " ".join(result.stderr.split())
        assert result.exit_code == 5, command
        assert f"{GONE}. Есть листы: «Контакты». Верните лист" in said, command
        assert "столбц" not in said, command


def test_the_coordinator_is_told_the_same(plan: Plan) -> None:
    plan.run("2021-05-11")
    edit(plan, replaced_by(*PHONES))
    plan.run("2021-05-12")
    letter = letters_to(plan, "coordinator@")[-1]
    text = next(part for part in letter.walk() if part.get_content_type() == "text/plain")
    assert GONE in " ".join(text.get_payload(decode=True).decode().split())


def test_another_plan_in_its_place_is_not_believed_and_that_is_said_first(plan: Plan) -> None:
    plan.run("2021-05-11")
    edit(plan, replaced_by(*ARCHIVE, title="Архив"))
    result = plan.run("2021-05-12")
    said = " ".join(result.stderr.split())
    assert result.exit_code == 5
    assert f"{GONE}; прочитан лист «Архив»." in said
    assert said.index(GONE) < said.index("Из 24 пунктов")


@pytest.mark.parametrize("options", [(), ("--send",)], ids=["shown", "sent"])
def test_letters_of_a_plan_that_a_run_would_not_believe_are_not_shown(
    plan: Plan, options: tuple[str, ...]
) -> None:
    plan.run("2021-05-11")
    edit(plan, replaced_by(*ARCHIVE, title="Архив"))
    result = plan.call("digest", "--today", "2021-05-12", *options)
    assert (result.exit_code, result.stdout) == (5, "")
    assert f"выполните: sheetsync run -C {plan.folder} --accept" in result.stderr


def test_of_several_tabs_all_are_named(plan: Plan) -> None:
    """Which is told in the plural, as `doctor` tells where the plan stands."""
    edit(plan, lambda book: setattr(book.copy_worksheet(book["План"]), "title", "План Б"))
    plan.set("plan", 'tab = "*"')
    plan.run("2021-05-11")
    assert "листы «План», «План Б»: 48" in " ".join(plan.call("doctor").stdout.split())

    def change(book: Workbook) -> None:
        replaced_by(*PHONES)(book)
        del book["План Б"]

    edit(plan, change)
    said = " ".join(plan.run("2021-05-12").stderr.split())
    assert "План был на листах «План», «План Б», но этих листов больше нет" in said


def test_an_empty_tab_is_called_empty(plan: Plan) -> None:
    plan.run("2021-05-11")
    edit(plan, lambda book: book["План"].delete_rows(1, 999))
    result = plan.run("2021-05-12")
    assert (result.exit_code, "Лист «План» пуст" in result.stderr) == (5, True)


def test_who_never_had_a_plan_is_told_of_the_headers(plan: Plan) -> None:
    edit(plan, replaced_by(*PHONES))
    result = plan.run("2021-05-12")
    assert GONE not in result.stderr
    assert "нет строки с заголовками" in " ".join(result.stderr.split())


def test_a_renamed_tab_is_not_gone(plan: Plan) -> None:
    """Its header is still what has to be mended."""
    plan.run("2021-05-11")

    def change(book: Workbook) -> None:
        tab = book["План"]
        tab.title = "План на год"
        for row in tab.iter_rows():
            for cell in row:
                if cell.value == "Сроки":
                    cell.value = "Телефон"

    edit(plan, change)
    result = plan.run("2021-05-12")
    assert result.exit_code == 5
    assert GONE not in " ".join(result.stderr.split())
