"""Deadlines that columns of an English plan make up are told in English words."""

from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import CellValue, Grid
from sheetsync.plan.table import read_table
from sheetsync.words.column_periods import shown_in_english

RULES = load_column_rules(Path())


def deadlines(*rows: tuple[CellValue, ...]) -> list[str]:
    grid = Grid(title="Plan", rows=rows)
    return [line.deadline for line in read_table(grid, RULES).lines]


def test_quarters_keep_their_english_names() -> None:
    header = ("No.", "Action", "Q1", "Q2", "Q3", "Q4", "Owner")
    assert deadlines(header, ("1", "Audit", "x", "", "x", "", "HR")) == ["Q1, Q3"]


def test_months_keep_their_english_names() -> None:
    header = ("No.", "Action", "Jan", "Feb", "Mar", "Owner")
    rows = (("1", "Audit", "", "by 20", "x", "HR"), ("2", "Survey", "x", "", "", "HR"))
    assert deadlines(header, *rows) == ["by 20 February, March", "January"]


def test_quarters_of_a_financial_year_are_told_by_their_months() -> None:
    title = ("Service plan FY2026/27, April 2026 to March 2027",)
    header = ("No.", "Action", "Q1", "Q2", "Q3", "Q4", "Owner")
    row = ("1", "Audit", "", "x", "", "", "HR")
    assert deadlines(title, header, row) == ["July – September"]


def test_a_month_and_a_day_in_two_columns_are_one_english_date() -> None:
    header = ("No.", "Action", "Month", "Day", "Owner")
    assert deadlines(header, ("1", "Audit", "3", "15", "HR")) == ["15 March"]


def test_years_are_told_in_english() -> None:
    header = ("No.", "Action", "2026", "2027", "Owner")
    rows = (("1", "Audit", "x", "x", "HR"), ("2", "Survey", "x", "", "HR"))
    assert deadlines(header, *rows) == ["by 31 December 2026, by 31 December 2027", "during 2026"]


def test_russian_columns_stay_russian() -> None:
    header = ("№", "Мероприятие", "I квартал", "II квартал", "Ответственные")
    assert deadlines(header, ("1", "Слёт", "х", "х", "УМЦ")) == ["I квартал, II квартал"]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("март 2026", "March 2026"),
        ("июнь", "June"),
        ("2 квартал 2026 года", "Q2 2026"),
        ("2026 год", "2026"),
        ("по запросу", "по запросу"),
        ("March 2026", "March 2026"),
    ],
)
def test_a_month_that_a_format_shows_is_told_in_english(shown: str, said: str) -> None:
    assert shown_in_english(shown) == said


def test_a_date_shown_as_a_month_is_english_beside_english_headers() -> None:
    row = ("1", "Audit", "март 2026", "HR")  # as every workbook tells a cell of that format
    assert deadlines(("No.", "Action", "Deadline", "Owner"), row) == ["March 2026"]
    assert deadlines(("№", "Мероприятие", "Сроки", "Ответственные"), row) == ["март 2026"]
