"""A tab that is called another year's plan is not chased in silence."""

from pathlib import Path

import pytest

from sheetsync.config import load_synonyms
from sheetsync.model import Grid
from sheetsync.plan.other_year import named_years, other_year
from sheetsync.plan.table import PlanTable, read_table

SYNONYMS = load_synonyms(Path())
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные")
ROW = ("1", "Слёт", "май", "УМЦ")


def table(tab: str, heading: str = "", others: tuple[str, ...] = ()) -> PlanTable:
    rows = ((heading or None, None, None, None), HEADER, ROW)
    return read_table(Grid(title=tab, rows=rows, others=others), SYNONYMS)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("План мероприятий на 2026 год", {2026}),
        ("План на 2025/2026 учебный год", {2025, 2026}),
        ("План 2025–26 уч. г.", {2025, 2026}),
        ("План на 2024 - 2027 годы", {2024, 2027}),
        ("План на 2026 год (утверждён 15.12.2025 № 2025)", {2026}),
        ("План, утверждён 15 декабря 2025 года", set()),
        ("План по итогам 2025 года", set()),
        ("План работы школы № 2026", set()),
        ("План", set()),
    ],
)
def test_the_years_of_a_title_are_those_it_is_a_plan_for(words: str, years: set[int]) -> None:
    assert named_years(words) == years


@pytest.mark.parametrize(
    ("tab", "heading", "asked"),
    [
        ("План 2025", "", True),
        ("План", "План мероприятий на 2025 год", True),
        ("План 2026", "План мероприятий на 2025 год", False),
        ("План", "План мероприятий на 2026 год", False),
        ("План", "План на 2025/2026 учебный год", False),
        ("План", "", False),
    ],
)
def test_another_year_is_a_finding(tab: str, heading: str, asked: bool) -> None:
    doubt = other_year(table(tab, heading), 2026)
    assert (doubt is not None) is asked
    if doubt:
        assert (doubt.code, doubt.hint) == ("plan-other-year", "2025")


def test_the_tab_that_fits_is_named() -> None:
    found = table("План 2025", others=("План 2026", "Черновик"))
    doubt = other_year(found, 2026)
    assert doubt is not None
    assert "«План 2026»" in doubt.advice


@pytest.mark.parametrize("others", [(), ("План 2024",), ("2026 А", "2026 Б")])
def test_no_tab_is_named_where_none_surely_fits(others: tuple[str, ...]) -> None:
    doubt = other_year(table("План 2025", others=others), 2026)
    assert doubt is not None
    assert doubt.advice == ""
