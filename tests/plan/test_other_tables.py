"""A plan whose tables stand among others, in a Word document and in a sheet."""

from pathlib import Path

import docx
import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import Grid
from sheetsync.plan.table import read_table
from sheetsync.workbooks.tables import read_table_file
from tests.builders import grid

RULES = load_column_rules(Path())
PLAN = ("№", "Мероприятие", "Дата", "Ответственный")
OTHERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("ФИО", "Должность", "Телефон"), ("Лапина Е.Е.", "секретарь", "2-14-05")),
    (("Статья", "Сумма, тыс. руб."), ("Ремонт", "120"), ("Охрана", "60")),
    (("№", "ФИО", "Должность", "Телефон"), ("1", "Лапина Е.Е.", "секретарь", "2-14-05")),
)


def in_word(folder: Path, *tables: tuple[str, tuple[tuple[str, ...], ...]]) -> Grid:
    document = docx.Document()
    for title, rows in tables:
        document.add_paragraph(title)
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(folder / "plan.docx"))
    return read_table_file(folder / "plan.docx")


@pytest.mark.parametrize("title", ["", "План приёма"])
@pytest.mark.parametrize("header", [(PLAN,), ()], ids=["header", "none"])
@pytest.mark.parametrize("other", OTHERS, ids=["people", "sums", "numbered"])
def test_a_plan_goes_on_below_a_table_of_another_kind(
    other: tuple[tuple[str, ...], ...],
    header: tuple[tuple[str, ...], ...],
    title: str,
    tmp_path: Path,
) -> None:
    first = (PLAN, ("1", "Собрание", "14 марта", "Завхоз"))
    last = (*header, ("2", "Начало приёма", "20 июня", "Секретарь"))
    read = in_word(tmp_path, ("План на 2026 год", first), ("Приложение", other), (title, last))
    table = read_table(read, RULES)
    assert [line.measure for line in table.lines] == ["Собрание", "Начало приёма"]
    assert [one.doubt.code for one in table.remarks] == ["table-unread"]
    assert [line.section for line in table.lines] == ["", title]


def test_the_title_of_a_part_heads_it_below_another_table_of_a_sheet() -> None:
    people = (("Комиссия", None, None, None), ("ФИО", "Должность", "Телефон", None))
    for between in ((), ((None,) * 4,)):
        rows = (PLAN, ("1", "Собрание", "14 марта", "Завхоз"), (None,) * 4, *people)
        last = (("Приём", None, None, None), *between, PLAN, ("1", "Приказ", "20 июня", "Завхоз"))
        table = read_table(grid(*rows, ("Лапина", "секретарь", "2-14-05", None), *last), RULES)
        assert [line.section for line in table.lines] == ["", "Приём"]


def test_each_table_that_is_left_out_is_told(tmp_path: Path) -> None:
    first = (PLAN, ("1", "Собрание", "14 марта", "Завхоз"))
    staff = ("1", "Лапина Е.Е.", "секретарь", "2-14-05")
    read = in_word(tmp_path, ("План на 2026 год", first), ("А", OTHERS[2]), ("Б", (staff, staff)))
    table = read_table(read, RULES)
    assert len(table.lines) == 1
    assert [one.doubt.code for one in table.remarks] == ["table-unread"] * 2
