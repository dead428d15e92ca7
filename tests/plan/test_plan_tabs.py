"""Which of a workbook's tabs a person would read as its plan."""

from datetime import date
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.model import Grid
from sheetsync.plan.plan_tabs import PlanTabs, plan_tabs

RULES = load_column_rules(Path())
TODAY = date(2026, 11, 1)
HEADER = ("№", "Мероприятие", "Срок", "Ответственный")
OTHER = ("№ п/п", "Наименование", "Дата", "Исполнитель")
NOBODY = HEADER[:3]
STAFF = Grid(title="Контакты", rows=(("ФИО", "Телефон"), ("Орлова Н.В.", "22-33")))


def tab(title: str, header: tuple[str, ...] = HEADER, measure: str = "") -> Grid:
    """A tab with three measures, all of its own unless one is given."""
    names = (measure or f"Слёт {title}", f"Отчёт {title}", f"Бал {title}")
    rows = [(f"{n}", words, "март", "УМЦ") for n, words in enumerate(names, start=1)]
    return Grid(title=title, rows=(header, *(row[: len(header)] for row in rows)))


def tabs(*grids: Grid) -> PlanTabs:
    found = plan_tabs(grids, RULES, first=grids[0].title, today=TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "titles",
    [
        ("I квартал", "II квартал", "III квартал"),
        ("Январь", "Февраль", "Март"),
        ("1 семестр", "2 семестр"),
        ("1 четверть", "II четверть"),
        ("Term 1", "Term 2"),
        ("1 полугодие 2026", "2 полугодие 2026"),
        ("1 неделя июня", "1 неделя июля"),
        ("Сентябрь 2026", "Декабрь 2026", "Январь 2027", "Май 2027"),
        ("1 полугодие", "II полугодие"),
        ("Первое полугодие", "Второе полугодие"),
        ("Первая половина года", "Вторая половина года"),
        ("First term", "Second term"),
        ("Весна", "Лето", "Осень", "Зима"),
        ("Зимний период", "План на весну"),
        ("Осень 2026", "Зима 2026-2027", "Весна 2027"),
        ("Осенне-зимний сезон", "Весна – лето"),
        ("Spring", "Autumn 2026"),
        ("4 кв. 2025", "1 кв. 2026", "2 кв. 2026"),
        ("Q1 Jul-Sep 2026", "Q2 Oct-Dec 2026", "Q3 Jan-Mar 2027", "Q4 Apr-Jun 2027"),
    ],
)
def test_parts_of_a_year_are_one_plan_however_they_are_headed(titles: tuple[str, ...]) -> None:
    first, *others = titles
    found = tabs(STAFF, tab(first), *(tab(title, OTHER) for title in others))
    assert (found.titles, found.beside, found.put_aside) == (titles, (), ())


@pytest.mark.parametrize(
    ("others", "beside"),
    [
        ((tab("I квартал (2)"),), "I квартал (2)"),
        ((tab("Январь"),), "Январь"),
        ((tab("III квартал 2027"),), "III квартал 2027"),
        ((tab("Бюджет"),), "Бюджет"),
    ],
)
def test_what_is_no_other_part_of_the_year_stands_beside(
    others: tuple[Grid, ...], beside: str
) -> None:
    found = tabs(tab("I квартал 2026"), tab("II квартал"), *others)
    assert (found.titles, found.beside) == (("I квартал 2026", "II квартал"), (beside,))


@pytest.mark.parametrize("titles", [("Весна", "Осень"), ("I полугодие", "II полугодие")])
def test_seasons_and_halves_are_parts_though_their_rows_are_alike(titles: tuple[str, str]) -> None:
    rows = tab("Март").rows
    assert tabs(*(Grid(title=title, rows=rows) for title in titles)).titles == titles


@pytest.mark.parametrize("title", ["Осенняя ярмарка", "Летний лагерь", "Лето (2)"])
def test_what_only_lies_in_a_season_is_none(title: str) -> None:
    assert tabs(tab("Весна"), tab("Лето"), tab(title, OTHER)).beside == (title,)


def test_a_season_answers_for_nobody() -> None:
    assert tabs(tab("Снабжение"), tab("Весна", NOBODY)).parties == frozenset()


@pytest.mark.parametrize("at", [0, 2])
def test_what_has_no_time_is_a_part_beside_months(at: int) -> None:
    titles = ["Март", "Апрель"]
    titles.insert(at, "В течение года")
    assert tabs(*map(tab, titles)).titles == tuple(titles)


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        ("№", "Мероприятия", "Сроки", "Ответственные"),
        ("№ п/п", "Наименование мероприятия", "Дата", "Исполнители"),
    ],
)
def test_tabs_of_measures_are_one_plan(header: tuple[str, ...]) -> None:
    devices = ("№", "Наименование оборудования", "Срок поверки", "Ответственный")
    found = tabs(tab("Орготдел"), tab("Кадры", header), tab("Поверка", devices))
    assert (found.titles, found.beside) == (("Орготдел", "Кадры"), ("Поверка",))


def test_tabs_headed_alike_are_one_plan() -> None:
    found = tabs(tab("Орготдел", OTHER), tab("Кадры", OTHER), tab("Закупки"))
    assert (found.titles, found.beside) == (("Орготдел", "Кадры"), ("Закупки",))


def test_a_copy_is_no_other_part() -> None:
    same = Grid(title="План для печати", rows=tab("План").rows)
    assert tabs(tab("План"), same).beside == ("План для печати",)


@pytest.mark.parametrize(
    "title", ["2025 (архив)", "Архив", "Черновик", "План (копия)", "Отчёт", "Old plan", "План 2024"]
)
def test_drafts_and_past_years_are_put_aside(title: str) -> None:
    found = tabs(tab(title), tab("Кадры"), tab("Орготдел"))
    assert (found.titles, found.put_aside) == (("Кадры", "Орготдел"), (title,))


def test_the_plan_of_another_year_is_not_mixed_in() -> None:
    found = tabs(tab("План 2026"), tab("План 2027"))
    assert (found.titles, found.beside) == (("План 2026",), ("План 2027",))


def test_past_years_alone_are_a_plan_still() -> None:
    assert tabs(tab("План 2024")).titles == ("План 2024",)


@pytest.mark.parametrize("first", [HEADER, NOBODY])
def test_a_tab_that_names_nobody_is_its_title_s(first: tuple[str, ...]) -> None:
    found = tabs(tab("Снабжение", first), tab("Котельная", NOBODY))
    assert found.titles == ("Снабжение", "Котельная")
    assert found.parties == {"Котельная", *(["Снабжение"] if first == NOBODY else [])}


@pytest.mark.parametrize("title", ["Лист2", "План работы", "I квартал", "Приложение 1"])
def test_a_title_that_is_no_department_s_answers_for_nobody(title: str) -> None:
    assert tabs(tab("Снабжение"), tab(title, NOBODY)).parties == frozenset()


def test_one_tab_alone_is_read_for_what_its_columns_say() -> None:
    found = tabs(tab("Снабжение", NOBODY), STAFF)
    assert (found.titles, found.parties) == (("Снабжение",), frozenset())
    assert [line.responsible for line in found.parts[0].lines] == ["", "", ""]


def test_there_may_be_no_plan() -> None:
    assert plan_tabs((STAFF,), RULES, first=STAFF.title, today=TODAY) is None


INSPECTED = ("Объект контроля", "Цель контроля", "Вид", "Сроки", "Ответственный", "Итоги")
SEEN = (
    ("Ведение дневников", "Единые требования", "Обзорный", "до 6", "Лунина Т.Л.", "Справка"),
    (
        "Работа с отстающими",
        "Помощь",
        "Обзорный",
        "4 неделя",
        "Лунина Т.Л., руководители МО",
        "Справка",
    ),
)


def test_months_of_what_is_looked_into_are_one_plan_and_lose_no_row() -> None:
    titles = ("Сентябрь", "Ноябрь", "Январь")
    grids = [Grid(title=title, rows=(INSPECTED, *SEEN)) for title in titles]
    found = tabs(*grids)
    assert found.titles == titles
    assert [len(part.lines) for part in found.parts] == [2, 2, 2]


def test_a_row_with_days_or_names_is_no_header() -> None:
    header = ("Зона", "Зачем", "Сроки", "Ответственный")
    rows = [(row[0], row[1], row[3], row[4]) for row in reversed(SEEN)]
    assert tabs(tab("Март"), Grid(title="Май", rows=(header, *rows))).titles == ("Март",)


def test_a_tab_with_the_plans_header_that_cannot_be_read_is_named() -> None:
    header = (*HEADER[:1], "Цель", *HEADER[2:])
    plan = Grid(title="План", rows=(header, *(("1", f"Вид {n}", "март", "УМЦ") for n in "абв")))
    other = Grid(
        title="Школа", rows=(header, ("1", "Смотр", "до 6", "УМЦ"), ("2", "Бал", "до 7", "УМЦ"))
    )
    assert (tabs(plan, other).titles, tabs(plan, other).beside) == (("План",), ("Школа",))
    empty = Grid(title="Клуб", rows=(header,))
    assert tabs(plan, empty).beside == ()
