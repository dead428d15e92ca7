"""Digits of all alphabets, above and below the line, and more of them than a number may have."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import CellValue, Grid, PlanPeriod, Roster
from sheetsync.morphology import morphology
from sheetsync.plan.checks import check
from sheetsync.plan.measures import Dictionary, measures_of
from sheetsync.plan.table import read_table

YEAR = PlanPeriod.of_year(2026)
RULES = load_column_rules(Path())
LONG = "1" * 5000  # int() takes 4300
CELLS = (
    *("²", "①", "½", "٣", "１５", "Ⅳ", "до ²", "4000²", "0", "00"),
    *(LONG, f"до {LONG} мая", f"{LONG}.05.2026"),
)
HEADERS = (
    ("№", "Мероприятие", "Срок", "Ответственные", "Отметка о выполнении"),
    ("№ п/п", "Мероприятие", "Месяц", "Число", "Ответственные"),
    ("№", "Мероприятие", "Месяц", "1 группа", "2 группа", "Кто"),
    ("№", "Мероприятие", "Месяц", "Неделя", "Исполнитель"),
    ("№", "Мероприятие", "Квартал", "Выполнено, %", "Исполнитель"),
    ("№", "Мероприятие", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "Кто"),
    ("№", "Мероприятие", "I квартал", "II квартал", "III квартал", "IV квартал", "Кто"),
    ("№", "Мероприятие", "²", LONG, "Срок", "Ответственный"),
    ("№", "Мероприятие", f"Срок ({LONG} г.)", "Начало", "Окончание", "Ответственный"),
)


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("odd", CELLS)
def test_no_digits_stop_a_table(header: tuple[str, ...], odd: str) -> None:
    deeds = ("Провести слёт", "Обновить стенд", odd, "Сдать отчёт")
    rows: list[tuple[CellValue, ...]] = [(odd,), header]
    for number, deed in enumerate(deeds, start=1):
        rows.append((odd if number == 2 else str(number), deed, *[odd] * (len(header) - 2)))
    table = read_table(Grid(title=odd[:40], rows=tuple(rows)), RULES)
    dictionary = Dictionary(period=YEAR, roster=Roster(departments=()), morphology=morphology())
    measures, responsible = measures_of(table.lines, dictionary, today=date(2026, 5, 4))
    found = list(check(table, measures, responsible, period=YEAR, rules=RULES))
    assert {one.text for one in measures} >= set(deeds) - {odd}
    assert all(1 <= one.row <= len(rows) for one in found)
