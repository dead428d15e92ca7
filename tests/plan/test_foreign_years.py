"""Years in a title that are not the plan's: what it prepares for, and who signed it when."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import Grid, PlanPeriod
from sheetsync.plan.own_period import assumed_by, period_of
from sheetsync.plan.table import read_table
from sheetsync.plan.tabs import read_tabs
from tests.builders import grid

HEADER = ("Мероприятие", "Срок", "Ответственный")


@pytest.mark.parametrize(
    ("title", "days", "years"),
    [
        ("План подготовки к зиме 2026-2027 гг.", ("июль 2026", "до 1 октября 2026"), (2026, 2026)),
        ("План подготовки клуба к выборам 2027 года", ("05.10.2026",), (2026, 2026)),
        ("План работы в преддверии смотра 2027 года", ("май 2026",), (2026, 2026)),
        ("План по итогам проверки 2025 года", ("май 2026",), (2026, 2026)),
        ("План во исполнение Указа 2024 г.", ("12.03.2026",), (2026, 2026)),
        ("План подготовки к смотру 2027 года", ("05.12.2026", "09.02.2027"), (2026, 2027)),
        ("СОГЛАСОВАНО «____» __________ 2025 г. Сводный план", ("12.03.2026",), (2026, 2026)),
        ("План подготовки к сезону 2026 года", ("март",), (2026, 2026)),
        ("План на 2026 год подготовки к юбилею 2027 года", ("март",), (2026, 2026)),
        ("Сдача отчётов за 2026 год", ("10 апреля", "20 января 2027"), (2026, 2026)),
        (
            "План на 2026 год и плановый период 2027–2028 годов",
            ("до 1 февраля", "2027 год"),
            (2026, 2027),
        ),
        ("Сдача отчётов за 2025 год", ("10 апреля", "20 апреля 2026"), (2026, 2026)),
        ("К договору на 2025–2027 годы. Соглашение на 2026 год", ("март 2026",), (2026, 2026)),
        ("План на 2026 год программы на 2024-2028 годы", ("май",), (2026, 2026)),
    ],
)
def test_what_a_title_tells_of_other_times_is_not_the_plans(
    title: str, days: tuple[str, ...], years: tuple[int, int]
) -> None:
    rows = [(f"Сбор {n}", day, "УМЦ") for n, day in enumerate(days)]
    table = read_table(grid((title,), HEADER, *rows), load_column_rules(Path()))
    period = period_of(table, today=date(2024, 1, 1) if "сезону" in title else date(2026, 1, 1))
    assert (period.starts, period.ends) == (date(years[0], 1, 1), date(years[1], 12, 31))


@pytest.mark.parametrize(
    ("title", "days", "assumed"),
    [
        ("План работы", ("май",), "today"),
        ("План работы 2025/26", ("октябрь", "февраль"), "deadlines"),
        ("План работы на 2026 год с прогнозом на 2028 год", ("май",), "title"),
        ("Вопросы для рассмотрения на сессиях в 2026 году", ("май",), ""),
        ("План работы на 2026 год", ("май",), ""),
        ("План работы", ("12.03.2026",), ""),
    ],
)
def test_a_period_that_no_words_name_is_only_assumed(
    title: str, days: tuple[str, ...], assumed: str
) -> None:
    rows = [(f"Сбор {n}", day, "УМЦ") for n, day in enumerate(days)]
    table = read_table(grid((title,), HEADER, *rows), load_column_rules(Path()))
    assert assumed_by(table) == assumed


def test_a_school_year_in_which_something_is_prepared_is_the_plans() -> None:
    title = "План подготовки к экзаменам в 2026/2027 учебном году"
    table = read_table(grid((title,), HEADER, ("Сбор", "май", "УМЦ")), load_column_rules(Path()))
    assert period_of(table, today=date(2026, 1, 1)).starts == date(2026, 9, 1)


SCHOOLS = "Дорожная карта подготовки образовательных организаций Лесного района к 2026/2027"


@pytest.mark.parametrize(
    "title",
    [
        f"{SCHOOLS} учебному году",
        "План подготовки МБОУ «Школа № 3» г. Лесного к новому учебному году 2026/2027",
        "План мероприятий к 2026-2027 уч. г.",
        "План мероприятий к новому 2026/2027 учебному году",
        "План готовности школ к началу 2026/2027 учебного года",
        "План подготовки школ к работе в 2026/2027 учебном году",
        "План подготовки котельных и тепловых сетей к отопительному сезону 2026/2027",
        "Мероприятия к осенне-зимнему периоду 2026/2027 гг.",
        "План мероприятий к зиме 2026–2027",
        "Plan in preparation for the 2026/27 school year",
        "Preparation of schools for the 2026/27 academic year",
        "Plan in preparation for the 2026/27 heating season",
    ],
)
def test_what_prepares_for_a_season_lies_before_it(title: str) -> None:
    assert _period_of(title, "10.04.2026", "до 20 июля", "14.08.2026") == PlanPeriod.of_year(2026)
    assert _period_of(title, "апрель", "до 20 июля") == PlanPeriod.of_year(2026)
    rows = [("Сбор", "апрель", "УМЦ")]
    assert assumed_by(read_table(grid((title,), HEADER, *rows), load_column_rules(Path()))) == (
        "title"
    )


@pytest.mark.parametrize(
    ("title", "days", "period"),
    [
        (f"{SCHOOLS} учебному году", ("октябрь", "март", "15 августа"), ("2025-10-01", "08-31")),
        (f"{SCHOOLS} учебному году", ("апрель", "август", "январь"), ("2026-01-01", "12-31")),
        (f"{SCHOOLS} учебному году", ("октябрь 2026", "март"), ("2026-01-01", "12-31")),
        ("План к ОЗП 2026/2027", ("апрель", "ноябрь", "январь"), ("2026-04-01", "01-31")),
        ("План к ОЗП 2026/2027", ("октябрь", "март", "август"), ("2026-01-01", "12-31")),
        ("План прохождения ОЗП 2026/2027", ("октябрь", "март"), ("2026-05-01", "04-30")),
        ("Подготовка к ОЗП 2026/27 и его прохождение", ("март",), ("2026-05-01", "04-30")),
    ],
)
def test_months_over_a_new_year_tell_where_a_preparation_lies(
    title: str, days: tuple[str, ...], period: tuple[str, str]
) -> None:
    found = _period_of(title, *days)
    assert (str(found.starts), f"{found.ends:%m-%d}") == period


@pytest.mark.parametrize(
    ("title", "starts"),
    [
        ("План на 2026/2027 учебный год", "2026-09-01"),
        ("План подготовки учащихся 9 и 11 классов школы к ГИА 2026/2027 учебный год", "2026-09-01"),
        ("План подготовки к ГИА 2026/2027 учебного года", "2026-09-01"),
        ("План подготовки команды школы к играм на 2026/2027 учебный год", "2026-09-01"),
        ("План на 2026/2027 учебный год, подготовка к 2027/2028 учебному году", "2026-09-01"),
        ("Приложение к учебному плану на 2026/2027 учебный год", "2026-09-01"),
        ("План подготовки сборной района к играм 2028 года на 2026 год", "2026-01-01"),
        ("План на 2026 год подготовки школ района к 2026/2027 учебному году", "2026-01-01"),
    ],
)
def test_what_prepares_in_a_year_is_that_years(title: str, starts: str) -> None:
    assert str(_period_of(title, "сентябрь", "май").starts) == starts


def _period_of(title: str, *days: str) -> PlanPeriod:
    rows = [(f"Сбор {n}", day, "УМЦ") for n, day in enumerate(days)]
    table = read_table(grid((title,), HEADER, *rows), load_column_rules(Path()))
    return period_of(table, today=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("table", "years"),
    [
        (
            (("Мера", "2026", "2027", "2028", "Кто"), ("Полосы", "+", None, "+", "УМЦ")),
            (2026, 2028),
        ),
        (
            (
                ("Мера", "I кв. 2026", "I кв. 2027", "I кв. 2028", "Кто"),
                ("Полосы", "+", None, None, "УМЦ"),
            ),
            (2026, 2028),
        ),
        ((HEADER, *((f"Сбор {n}", f"{2026 + n // 2} г.", "УМЦ") for n in range(6))), (2026, 2028)),
        (
            (HEADER, ("Сбор", "25.04.13.", "УМЦ"), ("Слёт", "с 25.04. – 8.05.13", "УМЦ")),
            (2013, 2013),
        ),
        # Nor the number of a room or an hour.
        ((HEADER, ("Сбор", "25.04, каб. 1.1.13", "УМЦ"), ("Слёт", "май", "УМЦ")), (2026, 2026)),
        # One late report does not make a programme of a year's plan.
        ((HEADER, ("Сбор", "2026 г.", "УМЦ"), ("Отчёт", "март 2029 г.", "УМЦ")), (2026, 2026)),
        ((HEADER, *((f"Сбор {n}", f"{2026 + n} г.", "УМЦ") for n in range(3))), (2026, 2026)),
    ],
)
def test_years_that_nothing_but_the_table_names_are_proposed(
    table: tuple[tuple[str, ...], ...], years: tuple[int, int]
) -> None:
    period = period_of(read_table(grid(*table), load_column_rules(Path())), today=date(2026, 1, 1))
    assert (period.starts, period.ends) == (date(years[0], 1, 1), date(years[1], 12, 31))


def _period_of_tabs(*tabs: tuple[str, str]) -> PlanPeriod:
    """Of tabs, each with its title and the deadline of its one measure."""
    grids = [grid((title,), HEADER, ("Сбор", day, "УМЦ")) for title, day in tabs]
    table = read_tabs(
        grids, load_column_rules(Path()), period=None, is_party=bool, all_of_them=True
    )
    return period_of(table, today=date(2026, 1, 1))


def test_the_second_term_needs_no_years_beside_the_first() -> None:
    first = ("План кафедры на 2025/2026 учебный год. Осенний семестр", "октябрь")
    period = _period_of_tabs(first, ("Весенний семестр", "до 25 мая"))
    assert (period.starts, period.ends.year) == (date(2025, 9, 1), 2026)
    assert period.ends >= date(2026, 6, 30)


def test_a_month_after_the_new_year_is_that_of_the_school_year() -> None:
    year = ("План на 2026/2027 учебный год",)
    rows = (HEADER, ("Сбор", "до 15", "УМЦ"))
    months = ("Сентябрь", "Октябрь", "Январь")
    grids = [
        Grid(title=title, rows=(year, *rows) if title == months[0] else rows) for title in months
    ]
    table = read_tabs(
        grids, load_column_rules(Path()), period=None, is_party=lambda _: False, all_of_them=True
    )
    period = period_of(table, today=date(2026, 11, 1))
    assert (period.starts, period.ends.year) == (date(2026, 9, 1), 2027)


def test_a_spring_and_an_autumn_on_their_tabs_are_of_one_year() -> None:
    tabs = (("План осмотров, весна 2026 г.", "1 апреля"), ("Осмотры, осень 2026 г.", "декабрь"))
    assert _period_of_tabs(*tabs) == PlanPeriod.of_year(2026)


def test_a_season_goes_on_over_the_new_year_that_its_days_name() -> None:
    rows = [("Показ", day, "УМЦ") for day in ("17.10.2025", "03.04.2026", "до 15 января", "май")]
    table = read_table(grid(("План на сезон 2025/2026",), HEADER, *rows), load_column_rules(Path()))
    period = period_of(table, today=date(2026, 1, 1))
    assert (period.starts, period.ends) == (date(2025, 9, 1), date(2026, 8, 31))
