"""A plan whose tables stand among others in a Word document."""

from pathlib import Path

import docx
import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import Grid
from sheetsync.plan.table import read_table
from sheetsync.workbooks.tables import read_table_file

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
@pytest.mark.parametrize("other", OTHERS, ids=["people", "sums", "numbered"])
def test_a_plan_goes_on_below_a_table_of_another_kind(
    other: tuple[tuple[str, ...], ...],
    title: str,
    tmp_path: Path,
) -> None:
    first = (PLAN, ("1", "Собрание", "14 марта", "Завхоз"))
    last = (PLAN, ("2", "Начало приёма", "20 июня", "Секретарь"))
    read = in_word(tmp_path, ("План на 2026 год", first), ("Приложение", other), (title, last))
    table = read_table(read, RULES)
    assert [line.measure for line in table.lines] == ["Собрание", "Начало приёма"]
    assert [one.doubt.code for one in table.remarks] == ["table-unread"]
