"""A tab that is called another year's plan is not chased in silence."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.languages import load_language
from sheetsync.model import Grid, PlanPeriod
from sheetsync.model.language import say
from sheetsync.plan.other_year import fitted, other_period, other_year, proposed_period
from sheetsync.plan.table import PlanTable, read_table
from sheetsync.words.plan_period import named_plan_period, named_years, narrowed

RUSSIAN = load_language("ru")
RULES = load_column_rules(Path())
HEADER = ("№", "Мероприятие", "Сроки", "Ответственные")
YEAR = PlanPeriod.of_year(2026)
ROW = ("1", "Слёт", "май", "УМЦ")


def table(tab: str, heading: str = "", others: tuple[str, ...] = ()) -> PlanTable:
    rows = ((heading or None, None, None, None), HEADER, ROW)
    return read_table(Grid(title=tab, rows=rows, others=others), RULES)


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
    doubt = other_year(table(tab, heading), YEAR)
    assert (doubt is not None) is asked
    if doubt:
        assert (doubt.code, doubt.hint) == ("plan-other-year", "2025")


def test_the_tab_that_fits_is_named() -> None:
    found = table("План 2025", others=("План 2026", "Черновик"))
    doubt = other_year(found, YEAR)
    assert doubt is not None
    assert "«План 2026»" in say(doubt.advice, RUSSIAN)


@pytest.mark.parametrize("others", [(), ("План 2024",), ("2026 А", "2026 Б")])
def test_no_tab_is_named_where_none_surely_fits(others: tuple[str, ...]) -> None:
    doubt = other_year(table("План 2025", others=others), YEAR)
    assert doubt is not None
    assert doubt.advice == ""


@pytest.mark.parametrize(
    ("words", "starts", "ends"),
    [
        ("План мероприятий на 2026 год", "2026-01-01", "2026-12-31"),
        ("План работы на 2025/2026 учебный год", "2025-09-01", "2026-05-31"),
        ("Родительский комитет, учебный год 25/26", "2025-09-01", "2026-05-31"),
        ("План класса на 25-26 уч. год", "2025-09-01", "2026-05-31"),
        ("План работы школы на 2025-2026 уч. год", "2025-09-01", "2026-05-31"),
        ("План на II квартал 2026 года", "2026-04-01", "2026-06-30"),
        ("План на 1 полугодие 2026 г.", "2026-01-01", "2026-06-30"),
        ("План на апрель 2026 года", "2026-04-01", "2026-04-30"),
        ("План на 2024-2027 годы", "2024-01-01", "2027-12-31"),
        ("План с 1 сентября 2025 г. по 31 мая 2026 г.", "2025-09-01", "2026-05-31"),
        ("План на сентябрь 2025 – май 2026", "2025-09-01", "2026-05-31"),
        ("FY2026", "2026-01-01", "2026-12-31"),
        ("Plan for Q2 2026", "2026-04-01", "2026-06-30"),
        ("Plan April 2026 – March 2027, approved on 17 March 2026", "2026-04-01", "2027-03-31"),
        ("Plan 2025-26, academic year, updated 3rd September 2025", "2025-09-01", "2026-05-31"),
        ("Plan from 1 April 2026 to 31 March 2027", "2026-04-01", "2027-03-31"),
        ("План на 01.09.2025 – 31.05.2026", "2025-09-01", "2026-05-31"),
        ("План подготовки к ГИА-2026 на 2025 – 2026 учебный год", "2025-09-01", "2026-05-31"),
        ("Дорожная карта подготовки к ГИА (2025/26 уч. год)", "2025-09-01", "2026-05-31"),
        ("План-2026", "2026-01-01", "2026-12-31"),
        ("Plan FY2026-27 (1 April 2026 to 31 March 2027)", "2026-04-01", "2027-03-31"),
        ("Plan: 1st April 2026 to 31st March 2027", "2026-04-01", "2027-03-31"),
        ("Plan April 1, 2026 through March 31, 2027", "2026-04-01", "2027-03-31"),
        ("Plan for 1 January to 30 June 2026", "2026-01-01", "2026-06-30"),
        ("Plan 01/04/2026 - 31/03/2027", "2026-04-01", "2027-03-31"),
        ("План 1 апреля 2026 года по 31 марта 2027 года", "2026-04-01", "2027-03-31"),
        ("План работы МБДОУ № 5 на 2025-2026 год", "2025-09-01", "2026-05-31"),
        ("План работы техникума на 2025/26 год", "2025-09-01", "2026-05-31"),
        ("План на 1 полугодие 2025-2026 учебного года", "2025-09-01", "2025-12-31"),
        ("План на II полугодие 2025/2026 уч. года", "2026-01-01", "2026-05-31"),
        ("План школы на март 2025/2026 учебного года", "2026-03-01", "2026-03-31"),
        ("План школы на октябрь 2025/2026 учебного года", "2025-10-01", "2025-10-31"),
        ("План на апрель, май, июнь 2026 года", "2026-04-01", "2026-06-30"),
        ("План лагеря с 1 по 28 июня 2026 года", "2026-06-01", "2026-06-28"),
        ("План кафедры на осенний семестр 2025/26 уч. г.", "2025-09-01", "2026-01-31"),
        ("Весенний семестр 2025/2026", "2026-02-01", "2026-06-30"),
        ("Fall semester 2026", "2026-09-01", "2027-01-31"),
        ("План работы в общежитии № 2 колледжа\n2025/2026 учебный год", "2025-09-01", "2026-05-31"),
        ("Подготовка и проведение отопительного сезона 2026/27", "2026-05-01", "2027-04-30"),
        ("Мероприятия по ОЗП 2025/26", "2025-05-01", "2026-04-30"),
    ],
)
def test_a_title_names_its_period(words: str, starts: str, ends: str) -> None:
    found = named_plan_period(words)
    assert found == PlanPeriod(date.fromisoformat(starts), date.fromisoformat(ends))


@pytest.mark.parametrize("words", ["План", "FY2025/26", "План, утверждён «15» декабря 2025 года"])
def test_a_title_that_names_no_days_proposes_none(words: str) -> None:
    assert named_plan_period(words) is None


def test_a_part_of_the_year_is_a_finding_with_the_lines_to_write() -> None:
    doubt = other_period(table("План", "План на II квартал 2026 года"), YEAR)
    assert doubt is not None
    assert "starts = 2026-04-01, ends = 2026-06-30" in say(doubt.advice, RUSSIAN)
    assert other_period(table("План", "План на 2026 год"), YEAR) is None


@pytest.mark.parametrize("title", ["Operational plan FY2026-27", "План на 2026/2027 год"])
def test_two_years_without_a_first_day_are_a_finding(title: str) -> None:
    doubt = other_period(table("План", title), YEAR)
    assert doubt is not None
    assert (doubt.code, doubt.hint) == ("plan-other-period", "2026/2027")
    assert "starts = 2026-04-01, ends = 2027-03-31" in say(doubt.advice, RUSSIAN)
    assert (
        other_period(table("План", title), PlanPeriod(date(2026, 4, 1), date(2027, 3, 31))) is None
    )


@pytest.mark.parametrize(
    ("tab", "title", "quote"),
    [
        ("План", "Action plan 2025", "Action plan 2025"),
        ("План 2025", "План работы", "План 2025"),
        ("План", "Action plan 2026/27", "Action plan 2026/27"),
    ],
)
def test_what_names_the_year_is_quoted_alone(tab: str, title: str, quote: str) -> None:
    found = table(tab, title)
    doubt = other_year(found, YEAR) or other_period(found, YEAR)
    assert doubt is not None
    assert doubt.quote == quote


def test_a_title_in_two_languages_names_one_year() -> None:
    title = "План на 2027 год / Work plan for 2027"
    assert proposed_period(table("План", title)) == PlanPeriod.of_year(2027)


def test_the_first_to_name_a_period_is_believed() -> None:
    named = proposed_period(table("План 2025", "План на апрель 2026 года"))
    assert named == PlanPeriod(date(2026, 4, 1), date(2026, 4, 30))
    assert proposed_period(table("План 2025")) == PlanPeriod.of_year(2025)


@pytest.mark.parametrize(
    ("months", "proposed"),
    [
        (("ноябрь", "январь", "март"), PlanPeriod(date(2025, 11, 1), date(2026, 3, 31))),
        (("январь", "март", "ноябрь"), None),  # of which of the two years?
        (("ноябрь", "январь", "октябрь", "март"), None),
    ],
)
def test_a_season_goes_from_its_first_month_to_its_last(
    months: tuple[str, ...], proposed: PlanPeriod | None
) -> None:
    header = ("№", "Мероприятие", "Срок", "Ответственные")
    rows = [(str(n), "Слёт", month, "УМЦ") for n, month in enumerate(months, 1)]
    title = ("Календарь на сезон 2025/2026", None, None, None)
    grid = Grid(title="План", rows=(title, header, *rows))
    assert proposed_period(read_table(grid, RULES)) == proposed


def test_a_section_names_the_year_of_its_months() -> None:
    programme = PlanPeriod(date(2024, 1, 1), date(2027, 12, 31))
    assert narrowed(programme, "Мероприятия 2025 года") == PlanPeriod.of_year(2025)
    assert narrowed(programme, "2025 и 2026") == programme
    assert narrowed(YEAR, "2026") == YEAR


def test_columns_of_quarters_do_not_name_the_whole_period() -> None:
    header = ("№", "Мероприятие", "I кв. 2026", "II кв. 2026", "Ответственные")
    rows = (header, ("1", "Слёт", "+", None, "УМЦ"))
    assert proposed_period(read_table(Grid(title="План", rows=rows), RULES)) is None


def test_the_month_of_the_first_rows_is_not_the_whole_period() -> None:
    header = ("Дата", "Мероприятие", "Ответственные")
    first = (("Январь 2026", None, None), header, ("5", "Слёт", "УМЦ"))
    table = read_table(Grid(title="План", rows=first), RULES)
    assert proposed_period(table) == PlanPeriod(date(2026, 1, 1), date(2026, 1, 31))
    later = (("Февраль 2026", None, None), ("3", "Съезд", "УМЦ"))
    table = read_table(Grid(title="План", rows=(*first, *later)), RULES)
    assert proposed_period(table) is None


@pytest.mark.parametrize(
    ("title", "deadline", "ends"),
    [
        ("План на 2 полугодие 2025/26 уч. года", "июнь", date(2026, 6, 30)),
        ("План на 2 полугодие 2025/26 уч. года", "25 июня", date(2026, 6, 30)),
        ("План на 2 полугодие 2025/26 уч. года", "до 5 июля", date(2026, 7, 31)),
        ("План на 2 полугодие 2025/26 уч. года", "апрель", date(2026, 5, 31)),
        ("План на январь – май 2026 года", "июнь", date(2026, 5, 31)),
    ],
)
def test_a_schools_spring_goes_on_into_the_summer_of_its_deadlines(
    title: str, deadline: str, ends: date
) -> None:
    rows = (
        (title, None, None, None),
        ("№", "Мероприятие", "Срок", "Ответственный"),
        ("1", "Лагерь", deadline, "Завуч"),
        ("2", "Слёт", "март", "Завуч"),
    )
    table = read_table(Grid(title="План", rows=rows), RULES)
    period = PlanPeriod(date(2026, 1, 1), date(2026, 5, 31))
    assert fitted(period, table) == PlanPeriod(date(2026, 1, 1), ends)
    assert other_period(table, fitted(period, table)) is None
