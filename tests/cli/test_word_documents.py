"""Plans in Word: lines above, between and below the tables, and what `import` says of them."""

from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.config import load_column_rules
from sheetsync.importing import import_plan
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.workbooks.tables import read_table_file
from tests.cli.conftest import Call

HEADER = ("№", "Мероприятие", "Срок", "Ответственный")
FIRST, SECOND = ("1", "Слёт", "май", "УМЦ"), ("2", "Съезд", "июнь", "УМЦ")
Part = str | list[tuple[str, ...]]


def document_of(*parts: Part) -> Any:
    """Paragraphs, and tables by their rows, one after the other."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=len(part), cols=len(part[0]))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return document


def imported(folder: Path, *parts: Part) -> PlanTable:
    """The workbook that is made of such a document, read again."""
    document_of(*parts).save(str(folder / "plan.docx"))
    import_plan(folder / "plan.docx", folder / "plan.xlsx")
    table = read_table(read_table_file(folder / "plan.xlsx"), load_column_rules(folder))
    (folder / "plan.xlsx").unlink()
    return table


def texts(table: PlanTable) -> list[tuple[str, ...]]:
    """What stands in the rows below the header."""
    rows = table.grid.rows[table.header.last + 1 :]
    return [tuple(str(value) for value in row if value is not None) for row in rows]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            ("УТВЕРЖДАЮ", "Директор ____ А. Сом", "ПЛАН", "работы", "на 2026 год"),
            "План работы на 2026 год",
        ),
        (
            ("Школа № 3", "Годовой план", "на 2026-2027 учебный год"),
            "Годовой план на 2026-2027 учебный год",
        ),
        (
            ("План на 2026 год", "Цель: здоровье детей", "Задачи:", "1. Укреплять его"),
            "План на 2026 год",
        ),
        (("План на 2026 год", "(с изменениями)"), "План на 2026 год (с изменениями)"),
        (("План на 2026 год", "Кадры", "I квартал"), "План на 2026 год"),
    ],
)
def test_a_title_is_whole_and_nothing_else(
    tmp_path: Path, above: tuple[str, ...], title: str
) -> None:
    table = imported(tmp_path, *above, [HEADER, FIRST], "Работа с кадрами", [HEADER, SECOND])
    assert table.title == title


def test_that_it_is_a_schools_may_stand_in_the_line_above(tmp_path: Path) -> None:
    above = ("Детский сад № 5", "Годовой план на 2026-2027 год")
    assert imported(tmp_path, *above, [HEADER, FIRST]).title == ". ".join(above)


def test_each_table_has_the_headings_above_it(tmp_path: Path) -> None:
    table = imported(
        tmp_path,
        *("План на 2026 год", "1. Кадры", [HEADER, FIRST]),
        *("2. Разное", "I квартал", [HEADER, SECOND]),
        *("3. Итоги", [("3", "Отчёт", "декабрь", "УМЦ")]),
    )
    assert texts(table) == [
        *[("1. Кадры",), FIRST, ("2. Разное",), ("I квартал",), SECOND, ("3. Итоги",)],
        ("3", "Отчёт", "декабрь", "УМЦ"),
    ]


def test_a_month_above_the_first_table_dates_its_days(tmp_path: Path) -> None:
    header = ("Дата", "Мероприятие", "Ответственный")
    parts = ("План на 2026 год", "ЯНВАРЬ", [header, ("7", "Слёт", "УМЦ")])
    table = imported(tmp_path, *parts, "МАРТ", [header, ("8", "Съезд", "УМЦ")])
    assert [line.deadline for line in table.lines] == ["7 января", "8 марта"]


def test_a_numbered_heading_is_no_measure_where_no_column_holds_numbers(tmp_path: Path) -> None:
    parts = ("План на 2026 год", "1. Кадры", [HEADER[1:], FIRST[1:]])
    table = imported(tmp_path, *parts, "2. Разное", [HEADER[1:], SECOND[1:]])
    assert [(line.measure, line.section) for line in table.lines] == [
        ("Слёт", "1. Кадры"),
        ("Съезд", "2. Разное"),
    ]


def test_a_heading_in_a_frame_is_one(tmp_path: Path) -> None:
    parts = ("План на 2026 год", [("I. Кадры",)], [HEADER, FIRST])
    table = imported(tmp_path, *parts, "", [("II. Разное",)], "", [HEADER, SECOND])
    assert [line.section for line in table.lines] == ["I. Кадры", "II. Разное"]


def test_parties_may_be_headings_above_tables(tmp_path: Path) -> None:
    parts = ("План на 2026 год", "Отдел кадров", [HEADER[:3], FIRST[:3]])
    table = imported(tmp_path, *parts, "Бухгалтерия", [HEADER[:3], SECOND[:3]])
    assert [line.responsible for line in table.lines] == ["Отдел кадров", "Бухгалтерия"]


def test_the_plan_goes_on_below_a_table_of_fewer_columns(tmp_path: Path) -> None:
    budget = [("Статья", "Сумма"), ("Чай", "500")]
    table = imported(tmp_path, "План", [HEADER, FIRST], "Смета", budget, "Итоги", [SECOND])
    assert texts(table) == [FIRST, ("Смета",), ("Итоги",), SECOND]


def test_a_heading_may_stand_in_two_cells(tmp_path: Path) -> None:
    parts = ("План", [HEADER, FIRST], "", [("II", "Кадры")], "", [SECOND])
    table = imported(tmp_path, *parts)
    assert [line.section for line in table.lines] == ["", "II. Кадры"]


def said(call: Call, folder: Path, *parts: Part) -> str:
    document_of(*parts).save(str(folder / "plan.docx"))
    result = call("import", folder / "plan.docx", "-o", folder / "plan.xlsx")
    return " ".join(result.stdout.split())


def test_what_is_no_heading_is_kept_and_told(tmp_path: Path, call: Call) -> None:
    parts = ("План на 2026 год", "1. Кадры", [HEADER, FIRST], "2. Ремонт")
    words = said(call, tmp_path, *parts, "2.1. Крыша – до 1 мая. Отв. завхоз", [HEADER, SECOND])
    assert "оставлено отдельными строками: «2.1. Крыша – до 1 мая. Отв. завхоз»" in words
    table = read_table(read_table_file(tmp_path / "plan.xlsx"), load_column_rules(tmp_path))
    assert texts(table)[2:4] == [("2.1. Крыша – до 1 мая. Отв. завхоз",), ("2. Ремонт",)]
    assert table.lines[1].section == "2. Ремонт"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((*("План", [HEADER, FIRST]), "Крыша – до 1 мая"), "не перенесён: «Крыша – до 1 мая»."),
        (("План", "Задачи: рост", [HEADER, FIRST]), "не перенесено: «Задачи: рост»."),
        (
            ("План", [HEADER, FIRST], "Смета", [("Статья", "Сумма"), ("Чай", "500")]),
            "без столбцов плана не перенесены: «Статья, Сумма».",
        ),
    ],
)
def test_what_is_not_carried_over_is_told(
    tmp_path: Path, call: Call, parts: tuple[Part, ...], words: str
) -> None:
    assert words in said(call, tmp_path, *parts)


def test_who_signs_below_is_not_told(tmp_path: Path, call: Call) -> None:
    assert "А. Сом" not in said(call, tmp_path, "План", [HEADER, FIRST], "Директор А. Сом")


def test_init_tells_it_too(tmp_path: Path, call: Call) -> None:
    document_of("План на 2026 год", [HEADER, FIRST], "Крыша – до 1 мая").save(
        str(tmp_path / "plan.docx")
    )
    person = "А. Сом <a@example.org>"
    plan = tmp_path / "plan.docx"
    result = call("init", tmp_path / "mine", "--plan", plan, "--coordinator", person, "--yes")
    assert "Текст под последней таблицей не перенесён: «Крыша – до 1 мая»." in result.stdout


TITLE = "План работы на 2026 год"
HEADINGS = st.sampled_from(
    ["1. Кадры", "II. Разное", "Работа с кадрами", "Раздел 3. Итоги", "Отдел кадров", "Слёты."]
)
ROWS = st.lists(st.sampled_from([FIRST, SECOND]), min_size=1, max_size=3)


@settings(max_examples=25)
@given(tables=st.lists(st.tuples(st.lists(HEADINGS, max_size=2), ROWS), min_size=1, max_size=4))
def test_no_heading_and_no_measure_is_lost_or_doubled(
    tmp_path_factory: pytest.TempPathFactory, tables: list[tuple[list[str], list[Any]]]
) -> None:
    parts = (part for above, rows in tables for part in (*above, [HEADER, *rows], ""))
    folder = tmp_path_factory.mktemp("any")
    table = imported(folder, TITLE, *parts)
    # Above a single table a line may be one of the title's.
    expected = [text for above, rows in tables for row in (above, *rows) for text in row]
    shown = [table.title, *(text for row in texts(table) for text in row)]
    assert sorted(" ".join(shown).split()) == sorted(" ".join([TITLE, *expected]).split())
    assert [line.measure for line in table.lines] == [row[1] for _, rows in tables for row in rows]
