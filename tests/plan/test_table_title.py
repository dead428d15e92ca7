"""Lines above a title: those that tell the plan's years count, those that date a paper do not."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.plan.own_period import assumed_by, period_of
from sheetsync.plan.table import PlanTable, read_table
from tests.builders import grid

HEADER = ("Мероприятие", "Срок", "Ответственный")
PLAN = "План мероприятий"
SIGNED = ("УТВЕРЖДАЮ", "Директор ______ Сомов")
PROGRAMME = ("2024-01-01", "2028-12-31")


def table_below(*lines: str) -> PlanTable:
    rows = (("Сбор", "до 20 октября", "УМЦ"), ("Отчёт", "март", "УМЦ"))
    return read_table(grid(*((line,) for line in lines), HEADER, *rows), load_column_rules(Path()))


@pytest.mark.parametrize(
    ("lines", "starts", "ends"),
    [
        (("Программа «Молодёжь» на 2024–2028 годы", PLAN), *PROGRAMME),
        (("Приложение 1 к программе «Молодёжь на 2024–2028 годы»", PLAN), *PROGRAMME),
        (
            (
                *("Приложение 2", "к программе", "«Молодёжь» на 2024–2028 годы,"),
                *("утверждённой постановлением", "от 12.10.2023 № 512", PLAN),
            ),
            *PROGRAMME,
        ),
        (("К программе на 2024–2028 годы, утверждённой 12.10.2023 № 5", PLAN), *PROGRAMME),
        (("Школа № 3", "2025/2026 учебный год", PLAN), "2025-09-01", "2026-05-31"),
        (("Школа № 3", "2025/2026", PLAN), "2025-09-01", "2026-05-31"),
        (("Школа № 3", "План работы на 2025/2026"), "2025-09-01", "2026-05-31"),
        (("2025/2026 учебный год Директор ____", "15.08.2025", PLAN), "2025-09-01", "2026-05-31"),
        (("II полугодие 2026 года", PLAN), "2026-07-01", "2026-12-31"),
        (("II квартал 2026", PLAN), "2026-04-01", "2026-06-30"),
        (("На период с 01.09.2025 по 31.05.2026", PLAN), "2025-09-01", "2026-05-31"),
        (("2026 год", PLAN), "2026-01-01", "2026-12-31"),
        (("Сезон 2025/26", PLAN), "2025-10-01", "2026-03-31"),
        ((*SIGNED, "12.01.2025", "II полугодие 2026 года", PLAN), "2026-07-01", "2026-12-31"),
        (("Academic year 2025/26", "Action plan"), "2025-09-01", "2026-05-31"),
    ],
)
def test_a_line_above_the_title_tells_the_plans_years(
    lines: tuple[str, ...], starts: str, ends: str
) -> None:
    table = table_below(*lines)
    period = period_of(table, today=date(2022, 1, 1))
    assert (str(period.starts), str(period.ends)) == (starts, ends)
    assert assumed_by(table) in {"", "deadlines"}


@pytest.mark.parametrize(
    "lines",
    [
        (*SIGNED, "12.01.2026"),
        (*SIGNED, "«12» января 2026 г."),
        (*SIGNED, "«___» ________ 2026 г."),
        (*SIGNED, "«__» января 2026 г."),
        (*SIGNED, "января 2026 г."),
        (*SIGNED, "2026 г."),
        ("УТВЕРЖДЕНО приказом № 5 от 12 января 2026 года",),
        ("Приложение к приказу от 12.01.2026 № 5",),
        ("Приложение к приказу № 5 от 12.01.2026 «О мерах на 2025 год»",),
        ("Протокол № 3 от 12 января 2026 года",),
        ("Approved on 12 January 2026",),
        ("Отчёт за 2025 год",),
        ("Стратегия развития до 2030 года",),
        ("Цель: рост на 2030 год",),
        ("г. Лесной, 2026 г.",),
        ("Лесной 2026",),
        ("ООО «Вектор-2000»",),
        ("Школа № 2026",),
    ],
)
def test_a_line_that_dates_a_paper_tells_nothing(lines: tuple[str, ...]) -> None:
    table = table_below(*lines, PLAN)
    assert (table.title, assumed_by(table)) == (PLAN, "today")


def test_a_title_with_its_own_years_needs_no_line_above() -> None:
    table = table_below("Программа на 2024–2028 годы", "План на 2026 год")
    assert table.title == "План на 2026 год"
    assert period_of(table, today=date(2022, 1, 1)).calendar


def test_the_line_above_is_said_with_the_title() -> None:
    assert table_below("Школа № 3", "2025/2026 уч. г.", PLAN).title == f"2025/2026 уч. г. {PLAN}"
