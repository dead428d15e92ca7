"""Lines outside a plan's table: what a title begins with, what heads a section, what only says."""

import pytest

from sheetsync.words.titles import begins_title, heads_section, is_sentence, names_time, tells_aim


@pytest.mark.parametrize(
    "line",
    [
        "ПЛАН",
        "План-график мероприятий",
        "Годовой план работы",
        "Финансово-хозяйственный и календарный план",
        "Дорожная карта",
        "Перечень мероприятий по охране труда",
        "Action plan",
        "Plan of work",
    ],
)
def test_a_title_says_that_it_is_a_plan(line: str) -> None:
    assert begins_title(line)


@pytest.mark.parametrize(
    "line",
    ["УТВЕРЖДАЮ", "Приложение к плану работы", "Детский сад № 5", "Approved plan", "2026 год"],
)
def test_what_stands_above_a_title_is_none(line: str) -> None:
    assert not begins_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "1. Работа с кадрами",
        "1.2. Консультации",
        "2) Разное",
        "II. Охрана труда.",
        "Раздел 3. Контроль",
        "1 этап. Подготовительный",
        "Part 2",
    ],
)
def test_a_number_or_a_name_heads_a_section(line: str) -> None:
    assert heads_section(line)


@pytest.mark.parametrize(
    "line", ["2026 год", "9 мая", "на 2026 год", "3.1. Ремонт крыши – до 1 мая. Отв. завхоз"]
)
def test_a_number_alone_heads_nothing(line: str) -> None:
    assert not heads_section(line)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Работы ведутся силами жителей.", True),
        ("3.1. Ремонт крыши – до 1 сентября. Отв. завхоз", True),
        ("2. Развивать речь", True),
        ("Работа с семьёй.", False),
        ("Раздел 1. Методическая работа с молодыми педагогами.", False),
        ("Мероприятия в г. Сомово", False),
        ("Ответственный: учебный отдел организации.", False),
        ("III квартал 2026 года.", False),
    ],
)
def test_a_sentence_is_no_heading(line: str, says: bool) -> None:
    assert is_sentence(line) is says


@pytest.mark.parametrize(
    ("line", "aim"),
    [("Цель: здоровье детей", True), ("Основные задачи:", True), ("Целевая программа", False)],
)
def test_what_a_plan_is_for_is_told_below_its_title(line: str, aim: bool) -> None:
    assert tells_aim(line) is aim


@pytest.mark.parametrize(
    ("line", "named"), [("ЯНВАРЬ", True), ("I квартал", True), ("на I квартал 2026 года", False)]
)
def test_a_time_without_a_year_is_a_part_of_the_plans(line: str, named: bool) -> None:
    assert names_time(line) is named
