"""Months and days in brackets inside a measure's own text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.model import DeadlineKind, PlanPeriod
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.lexicon.entries import entries
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.milestones import agree, read_milestones
from sheetsync.words.timing.rules import YEARS


def _found(text: str) -> list[tuple[str, date | None]]:
    return [(each.what, each.deadline.due) for each in read_milestones(text, year=2021)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Дни открытых дверей: Северный район (май), Лесной район (до 15 июня)",
            [("Северный район", date(2021, 5, 31)), ("Лесной район", date(2021, 6, 15))],
        ),
        (
            "Обход: Северный, Речной и Усть-Лесной районы (III квартал)",
            [
                ("Северный район", date(2021, 9, 30)),
                ("Речной район", date(2021, 9, 30)),
                ("Усть-Лесной район", date(2021, 9, 30)),
            ],
        ),
        (
            "Сводка по форме, присылаемой штабом (май)",
            [("Сводка по форме, присылаемой штабом", date(2021, 5, 31))],
        ),
        (
            "Слёт, конкурс, посвящённый маю (июнь)",
            [("конкурс, посвящённый маю", date(2021, 6, 30))],
        ),
        ("Дальние и Ближние районы (май)", [("Дальние и Ближние районы", date(2021, 5, 31))]),
        (
            "Северная и Южная области (май)",
            [(f"{x} область", date(2021, 5, 31)) for x in ("Северная", "Южная")],
        ),
        ("Совет по труду и занятости (март)", [("Совет по труду и занятости", date(2021, 3, 31))]),
        (
            "Сборы: г. Приморск (1-5 мая), и Ельня (июнь)",
            [("г. Приморск", date(2021, 5, 5)), ("Ельня", date(2021, 6, 30))],
        ),
        (
            "Visits: North and South districts (April)",
            [(f"{x} district", date(2021, 4, 30)) for x in ("North", "South")],
        ),
    ],
)
def test_a_bracket_belongs_to_what_stands_before_it(
    text: str, expected: list[tuple[str, date | None]]
) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Сравнить итоги за 2018-2019 гг. и снижение численности",
        "Опросить сотрудников, принятых в 2004 году",
        "Форум «Новый кадровый запас - 2021»",
        "Отчёт (2018-2019 гг.), конкурс (2021), сбор (по заявкам)",
        "День Победы (9 мая 1945 г.)",
        "Поздравление в газете (День пожилого человека)",
        "Ремонт дверей (подготовка к зиме)",
        "Концерт (ко Дню учителя)",
        "(март)",
        "Заседание в марте",
        "",
    ],
)
def test_other_years_and_brackets_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("cell", "agrees"),
    [
        ("в течение года", True),
        ("", True),
        ("по запросу министерства", True),
        ("март-октябрь", True),
        ("апрель, октябрь", True),
        ("до 1 октября", False),
        ("май-октябрь", False),
    ],
)
def test_a_cell_is_told_more_exactly_or_contradicted(cell: str, agrees: bool) -> None:
    found = read_milestones("Сборы: Приморск (апрель), Ельня (октябрь)", year=2021)
    assert agree(found, read_deadline(cell, year=2021)) is agrees


def test_shared_months_keep_the_words_of_the_cell() -> None:
    found = read_milestones("Сборы: Южный и Речной округа (апрель)", year=2021)
    assert {each.text for each in found} == {"Южный и Речной округа (апрель)"}


def test_a_day_that_cannot_be_is_a_milestone_with_a_doubt() -> None:
    (found,) = read_milestones("Сборы: Южный округ (31 апреля)", year=2021)
    assert found.deadline.kind is DeadlineKind.UNREADABLE
    assert [doubt.code for doubt in found.deadline.doubts] == ["deadline-impossible"]


_BRACKETS = set("()[]")
# "Собрание (День учителя)" says what is held, not when.
_KINDS = set(Kind) - {Kind.NAMED_DAY}
_FORMS = {form for kind, _, forms in entries() if kind in _KINDS for form in forms}
_WORDS = sorted(_FORMS - _BRACKETS)


@given(st.lists(st.sampled_from([*_WORDS, "1", "15", "2021", "IV", "-", ","]), max_size=4))
def test_no_date_in_brackets_is_passed_over(words: list[str]) -> None:
    deadline = read_deadline(" ".join(words), year=2021)
    due_this_year = deadline.due is not None and deadline.due.year == 2021
    dated = deadline.kind in (DeadlineKind.DATE, DeadlineKind.MONTH, DeadlineKind.QUARTER)
    dated = dated and deadline.rule != YEARS.name  # a span of years is nobody's milestone
    found = read_milestones(f"Северный район ({' '.join(words)})", year=2021)
    assert bool(found) or not (dated and due_this_year)


def test_a_date_with_an_invisible_letter_is_found() -> None:
    assert _found("Северный район (апре\u00adль)") == [("Северный район", date(2021, 4, 30))]


def test_what_comes_back_is_no_milestone_though_nobody_says_whose_quarters() -> None:
    school = PlanPeriod(date(2026, 9, 1), date(2027, 5, 31))
    found = read_milestones("Отчёты (раз в квартал), сверка (май)", year=2026, period=school)
    assert [(each.what, each.deadline.due) for each in found] == [("сверка", date(2027, 5, 31))]
