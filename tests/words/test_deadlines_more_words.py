"""Named days, weeks and edges of months, hours, keyboards and layouts, neighbouring languages."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.lexicon.named_days import NAMED_DAYS

YEAR = 2026


def read(text: str) -> Deadline:
    return read_deadline(text, year=YEAR)


# text | every last day, MM-DD in the plan year or YYYY-MM-DD
READ = """
ко Дню строителя | 08-09
в День знаний | 09-01
День машиностроителя | 09-27
до Дня Победы | 05-09
1 октября – День пожилых людей | 10-01
к Пасхе | 04-12
ко Всемирному дню здоровья | 04-07
начало марта | 03-10
в середине марта | 03-20
2-я неделя марта | 03-15
последняя неделя марта | 03-31
зимне-весенний период | 05-31
в осенне-зимний период | 2027-02-28
4 марта, 15 часов | 03-04
04.03.2026 в 9 ч. | 03-04
4 марта 10.00 | 03-04
4 марта в 14-00 | 03-04
П квартал | 06-30
Ш кв. | 09-30
1У квартал | 12-31
П, Ш кварталы | 06-30 09-30
l полугодие | 06-30
сен.26 | 09-30
март...май | 05-31
март (1 этап) | 03-31
до 4 марта – отчёт | 03-04
2 раза в год, до 5 числа месяца, следующего за отчетным периодом | 07-05 2027-01-05
первый понедельник квартала | 01-05 04-06 07-06 10-05
до 4 июля (за I полугодие), до 9 января (за год) | 07-04 2027-01-09
по итогам 9 месяцев – до 4 октября | 10-04
у красавіку | 04-30
да 4 чэрвеня | 06-04
штоквартальна | 03-31 06-30 09-30 12-31
лютий – березень | 03-31
до 4 серпня | 08-04
протягом II кварталу | 06-30
тамыз | 08-31
"""
CASES = [tuple(line.split(" | ")) for line in READ.strip().splitlines()]


def shown(text: str) -> str:
    days = [str(each.due) for each in read(text).occurrences] or [str(read(text).due)]
    return " ".join(day.removeprefix(f"{YEAR}-") for day in days)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_more_ways_to_name_a_day_are_read(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("март\nоктябрь", "03-31 10-31"),
        ("до 4 марта\nдо 9 октября", "03-04 10-09"),
        ("март – проект\nоктябрь – отчёт", "03-31 10-31"),
        ("до 4\nмарта", "03-04"),
        ("с 4 по\n9 марта", "03-09"),
    ],
)
def test_a_line_of_its_own_is_a_time_of_its_own(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_day_windows_and_working_days_come_back_each_month() -> None:
    windows = read("с 5 по 15 число каждого месяца")
    assert {each.due.day for each in windows.occurrences} == {15}
    last = read("ежемесячно, до последнего рабочего дня месяца")
    assert [each.due.day for each in last.occurrences][:3] == [30, 27, 31]
    assert read("каждый рабочий день").due == date(2026, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        *("15.05 10.12", "5 октября – День Победы", "перед серединой марта"),
        *(
            "6 неделя марта",
            "115 квартал",
            "до 9 января (за год)",
        ),
    ],
)
def test_what_may_mean_another_day_is_asked(text: str) -> None:
    assert read(text).kind is DeadlineKind.UNREADABLE


def test_every_named_day_falls_into_its_year() -> None:
    assert len(NAMED_DAYS) >= 100
    for day in NAMED_DAYS:
        for year in (2024, 2026, 2027):
            assert day.on(year).year == year
            assert read_deadline(day.forms[0], year=year).due == day.on(year), day.name


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Пасха", 2024, date(2024, 5, 5)),
        ("Пасха", 2025, date(2025, 4, 20)),
        ("Троица", 2026, date(2026, 5, 31)),
        ("День матери", 2026, date(2026, 11, 29)),
        ("День медицинского работника", 2026, date(2026, 6, 21)),
        ("День программиста", 2024, date(2024, 9, 12)),
        ("День молодежи", 2025, date(2025, 6, 28)),
    ],
)
def test_moving_days_follow_their_rules(name: str, year: int, expected: date) -> None:
    (day,) = [each for each in NAMED_DAYS if each.name == name]
    assert day.on(year) == expected
