"""Whose August a school's plan means: the one before September, or the one after it."""

from datetime import date

import pytest

from sheetsync.model import Line, PlanPeriod
from sheetsync.plan.school_year import first_augusts, whole_school_year, with_august_years
from sheetsync.words.periods import Period, named_period

NAMED = PlanPeriod(date(2025, 9, 1), date(2026, 5, 31))
TITLE = "План работы гимназии на 2025/2026 учебный год"


def lines(*deadlines: str) -> list[Line]:
    return [
        Line(
            row=row,
            number=str(row),
            measure="Совет",
            deadline=text,
            responsible="Завуч",
            status="",
            note="",
            section="",
        )
        for row, text in enumerate(deadlines, start=2)
    ]


def columns(*months: str) -> list[Period]:
    return [period for period in map(named_period, months) if period]


@pytest.mark.parametrize(
    ("deadlines", "found"),
    [
        (("август", "сентябрь", "март"), {2: True}),
        (("август", "сентябрь", "март", "октябрь"), {2: True}),  # it heads the plan
        (("до 25 августа", "август", "ноябрь", "май"), {2: True, 3: True}),
        (("сентябрь", "май", "август"), {4: False}),
        (("март", "июнь", "август"), {4: False}),
        (("август", "сентябрь", "июнь", "июль", "август"), {2: True, 6: False}),
        (("март", "август", "октябрь"), {3: None}),
        (("август",), {2: None}),
        (("август – 5 сентября",), {2: True}),
        (("25.08 – 12.09",), {2: True}),
        (("25 August – 12 September",), {2: True}),
        (("июнь – август",), {2: False}),
        (("август, сентябрь", "май"), {2: True}),
        (("май, август", "сентябрь"), {2: False}),
        (("в течение года", "август", "постоянно", "сентябрь"), {3: True}),
        (("15 мая", "ежемесячно", "в течение года", "август 2025"), {}),
        (("ежеквартально", "раз в два месяца", "раз в четыре месяца"), {}),
    ],
)
def test_the_order_tells_whose_august_it_is(
    deadlines: tuple[str, ...], found: dict[int, bool | None]
) -> None:
    assert first_augusts(lines(*deadlines)) == found


def test_rows_of_another_section_are_in_an_order_of_their_own() -> None:
    first, second = lines("май", "август")
    rows = [first, second._replace(section="Хозяйство"), *lines(*[""] * 3, "сентябрь")[3:]]
    rows[2] = rows[2]._replace(section="Хозяйство")

    assert first_augusts(rows) == {3: True}


def test_columns_of_months_tell_it_as_well() -> None:
    rows = lines("март", "август")

    assert first_augusts(rows, columns("Август", "Сентябрь", "Октябрь")) == {3: True}
    assert first_augusts(rows, columns("Май", "Июнь", "Август")) == {3: False}


def test_the_summer_before_is_told_by_its_year() -> None:
    rows = lines("до 25 августа", "август, сентябрь", "август – 5 сентября", "октябрь")
    dated = [line.deadline for line in with_august_years(rows, (), TITLE)]

    assert dated == [
        "до 25 августа 2025",
        "август 2025, сентябрь",
        "август 2025 – 5 сентября",
        "октябрь",
    ]


def test_of_two_summers_each_is_told_by_its_year() -> None:
    rows = lines("август", "сентябрь", "май", "до 25 августа")

    dated = [line.deadline for line in with_august_years(rows, (), TITLE)]

    assert dated == ["август 2025", "сентябрь", "май", "до 25 августа 2026"]
    assert whole_school_year(NAMED, rows) == PlanPeriod(date(2025, 8, 1), date(2026, 8, 31))


@pytest.mark.parametrize("title", ["", "План на 2026 год", "План на 2025/2026"])
def test_other_plans_stay_as_they_are(title: str) -> None:
    rows = lines("август", "сентябрь")

    assert with_august_years(rows, (), title) == rows


@pytest.mark.parametrize(
    ("deadlines", "first", "last"),
    [
        (("август", "сентябрь", "май"), "2025-08-01", "2026-05-31"),
        (("август", "сентябрь", "10 июня"), "2025-08-01", "2026-06-30"),
        (("август 2025", "сентябрь", "июль"), "2025-08-01", "2026-07-31"),
        (("25 августа 2025 – 5 сентября", "май"), "2025-08-01", "2026-05-31"),
        (("сентябрь", "май"), "2025-09-01", "2026-05-31"),
        (("сентябрь", "май", "август"), "2025-09-01", "2026-08-31"),
        (("март", "август", "октябрь"), "2025-08-01", "2026-08-31"),  # so that it is asked about
    ],
)
def test_a_school_year_goes_as_far_as_its_deadlines(
    deadlines: tuple[str, ...], first: str, last: str
) -> None:
    days = (date.fromisoformat(first), date.fromisoformat(last))

    assert whole_school_year(NAMED, lines(*deadlines)) == PlanPeriod(*days)


def in_sections(*rows: tuple[str, str]) -> list[Line]:
    spoken = lines(*(deadline for _, deadline in rows))
    return [line._replace(section=section) for line, (section, _) in zip(spoken, rows, strict=True)]


SCHOOL = (("Сентябрь", "1 сентября"), ("Май", "28 мая"))
ALL_YEAR = ("В течение года", "в течение I квартала")


@pytest.mark.parametrize("summer", ["Летний период", "Лето", "Летняя оздоровительная работа"])
def test_a_section_called_summer_is_the_one_after_may_or_before_september(summer: str) -> None:
    rows = [(summer, text) for text in ("1 июня", "август", "до 25 августа", "июнь-август")]

    after = first_augusts(in_sections(*SCHOOL, *rows, ALL_YEAR))
    before = first_augusts(in_sections(*rows[1:3], *SCHOOL))

    assert {*after.values()} == {False}
    assert {*before.values()} == {True}


def test_a_plan_with_a_summer_after_it_ends_with_its_august() -> None:
    rows = in_sections(*SCHOOL, ("Летний период", "август"), ("Летний период", "июнь-август"))

    assert whole_school_year(NAMED, rows) == PlanPeriod(date(2025, 9, 1), date(2026, 8, 31))


def test_a_summer_that_nothing_tells_is_asked_about() -> None:
    rows = in_sections(("Март", "март"), ("Лето", "август"), ("Сентябрь", "3 сентября"))
    both = PlanPeriod(date(2025, 8, 1), date(2026, 8, 31))

    assert first_augusts(rows) == {3: None}
    assert whole_school_year(NAMED, rows) == both
    # One whose year is sure has it; the other has none, so that it is asked about.
    more = [*rows, lines(*[""] * 5, "июнь – август")[5]]
    dated = with_august_years(more, (), TITLE)
    assert [line.deadline for line in dated][1::2] == ["август", "июнь – август 2026"]
    assert whole_school_year(NAMED, dated) == both


@pytest.mark.parametrize("deadlines", [("июнь", "август", "июль"), ("сентябрь", "июнь", "август")])
def test_june_and_july_around_it_are_of_the_same_summer(deadlines: tuple[str, ...]) -> None:
    assert {*first_augusts(lines(*deadlines)).values()} == {False}


def test_a_summer_after_may_ends_with_a_september_of_its_own() -> None:
    texts = (
        "до 1 сентября",
        "с 1 июня до 1 сентября",
        "by 1 September",
        "до 01.09",
        "до 15 сентября",
    )
    rows = in_sections(
        ("Сентябрь", "до 1 сентября"), *SCHOOL, *(("Летний период", text) for text in texts)
    )

    first, _, _, *dated = (line.deadline for line in with_august_years(rows, (), TITLE))

    assert first == "до 1 сентября"

    assert dated == [
        "до 1 сентября 2026",
        "с 1 июня до 1 сентября 2026",
        "by 1 September 2026",
        "до 01.09.2026",
        "до 15 сентября",
    ]


def test_a_summer_before_september_ends_with_the_first_one() -> None:
    rows = in_sections(("Лето", "до 1 сентября"), *SCHOOL)

    assert with_august_years(rows, (), TITLE) == rows
