"""A plan in .xlsx means through the whole program what people see in its cells."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.cli.conftest import Call, data

WHO = "Отдел организационной работы"
HEADER = ["№", "Мероприятие", "Сроки", "Ответственные", "Отметка о выполнении"]
Fill = Callable[[xlsxwriter.Workbook, Worksheet], object]


@pytest.fixture
def shown(folder: Path, call: Call) -> Callable[[Fill], list[tuple[str, str, str]]]:
    """The items of a plan on 11 May 2021 as number, state and last day."""

    def items(fill: Fill) -> list[tuple[str, str, str]]:
        written(folder, fill)
        found = data(call("overdue", "-C", folder, "--all", "--json", "--today", "2021-05-11"))
        return [(one["number"], one["state"], one["due"]) for one in found["items"]]

    return items


def written(folder: Path, fill: Fill) -> None:
    (folder / "plan.xlsx").unlink()
    with xlsxwriter.Workbook(folder / "plan.xlsx") as book:
        fill(book, book.add_worksheet("План"))


def rows(sheet: Worksheet, *lines: list[object]) -> None:
    for index, line in enumerate([HEADER, *lines]):
        sheet.write_row(index, 0, line)


def test_a_month_typed_as_a_date_ends_with_the_month(
    shown: Callable[[Fill], list[tuple[str, str, str]]],
) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        formats = ("mmmm yyyy", "yyyy", "dd.mm.yyyy")
        rows(sheet, *([number, f"Слёт {number}", None, WHO] for number in (1, 2, 3)))
        for index, pattern in enumerate(formats, 1):
            sheet.write_number(index, 2, 44317, book.add_format({"num_format": pattern}))

    assert sorted(shown(fill)) == [
        ("1", "due", "2021-05-31"),
        ("2", "ongoing", "2021-12-31"),
        ("3", "overdue", "2021-05-01"),
    ]


def test_what_is_merged_downwards_holds_for_each_row(
    shown: Callable[[Fill], list[tuple[str, str, str]]],
) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        rows(sheet, [1, "Слёт"], [2, "Съезд"], [3, "Сбор"])
        for place, text in (("C2:C4", "апрель"), ("D2:D4", WHO), ("E2:E3", "выполнено")):
            sheet.merge_range(place, text)

    assert sorted(shown(fill)) == [
        ("1", "done", "2021-04-30"),
        ("2", "done", "2021-04-30"),
        ("3", "overdue", "2021-04-30"),
    ]


def test_of_a_beginning_and_an_end_the_end_is_due(
    shown: Callable[[Fill], list[tuple[str, str, str]]],
) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        for place, text in (("A1:A2", "№"), ("B1:B2", "Мероприятие"), ("E1:E2", "Ответственный")):
            sheet.merge_range(place, text)
        sheet.merge_range("C1:D1", "Срок исполнения")
        sheet.write_row("C2", ["начало", "окончание"])
        sheet.write_row("A3", [1, "Слёт", "февраль", "ноябрь", WHO])

    assert shown(fill) == [("1", "upcoming", "2021-11-30")]


def test_marks_under_another_header_close_measures(
    shown: Callable[[Fill], list[tuple[str, str, str]]],
) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_row("A1", [*HEADER[:4], "Результат"])
        sheet.write_row("A2", [1, "Слёт", "февраль", WHO, "проведён 20.02.2021"])

    assert shown(fill) == [("1", "done", "2021-02-28")]


def test_a_formula_without_a_value_is_told_as_such(folder: Path, call: Call) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        rows(sheet, [1, "Слёт", None, WHO])
        sheet.write_formula("C2", "=DATE(2021,5,31)")

    written(folder, fill)
    found = data(call("validate", "-C", folder, "--json", "--today", "2021-05-11"))["findings"]
    assert [one["code"] for one in found if one["row"] == 2] == ["formula-uncalculated"]


def test_a_long_tab_that_is_no_plan_says_so(folder: Path, call: Call) -> None:
    written(folder, lambda _, sheet: [sheet.write_row(n, 0, [n, "запись"]) for n in range(3000)])
    result = call("validate", "-C", folder)
    assert (result.exit_code, "нет строки с заголовками" in result.stderr) == (5, True)
