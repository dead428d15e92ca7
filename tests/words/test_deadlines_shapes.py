"""Shapes that plans repeat: labels beside days, reports on a period, spelled numbers, weekdays."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind
from sheetsync.words.deadlines import read_deadline

YEAR = 2021


def read(text: str) -> Deadline:
    return read_deadline(text, year=YEAR)


def days(text: str) -> list[str]:
    return [f"{each.due:%Y-%m-%d}".removeprefix("2021-") for each in read(text).occurrences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("август – отбор, сентябрь – финал", ["08-31", "09-30"]),
        ("август (отбор), сентябрь (финал)", ["08-31", "09-30"]),
        ("до 4 мая (1 тур), до 9 июня (2 тур)", ["05-04", "06-09"]),
        ("черновик до 4 мая, чистовик до 9 июня", ["05-04", "06-09"]),
        ("сводка за III квартал – до 9 октября, за год – до 14 января", ["10-09", "2022-01-14"]),
        ("за 2020 год – до 9 февраля", ["02-09"]),
    ],
)
def test_a_name_beside_each_day_parts_the_list(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "август (под вопросом)",
        "август (под вопросом), сентябрь",
        "август – отмена, сентябрь – финал",
        "за год – до 14 января",
        "за III квартал – до 9 мая",
    ],
)
def test_words_that_may_change_a_day_are_asked_about(text: str) -> None:
    assert read(text).kind is DeadlineKind.UNREADABLE


def test_the_names_are_left_over() -> None:
    assert read("август – отбор, сентябрь – финал").unused == ("отбор", "финал")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("до пятого августа", "08-05"),
        ("к двадцать третьему августа", "08-23"),
        ("первое августа", "08-01"),
        ("до тридцать первого августа", "08-31"),
        ("9 августа 2021-го", "08-09"),
        ("не позднее 9 августа соответствующего года", "08-09"),
        ("III-й квартал", "09-30"),
        ("август м-ц", "08-31"),
    ],
)
def test_numbers_may_be_spelled(text: str, due: str) -> None:
    assert days(text) == [due]


@pytest.mark.parametrize(
    ("text", "count", "last"),
    [
        ("к концу каждого месяца", 12, "12-31"),
        ("в каждом полугодии", 2, "12-31"),
        ("в последний месяц полугодия", 2, "12-31"),
        ("по полугодиям", 2, "12-31"),
        ("2 раза в год (раз в полугодие)", 2, "12-31"),
        ("во второй декаде каждого месяца", 12, "12-20"),
        ("до пятого числа каждого месяца", 12, "12-05"),
        ("2-й и 4-й понедельник месяца", 24, "12-27"),
        ("1, 3 вторник месяца", 24, "12-21"),
        ("вторник, четверг", 104, "12-30"),
        ("ежемесячно, кроме зимних месяцев", 9, "11-30"),
        ("ежемесячно, кроме декабря, января и февраля", 9, "11-30"),
        ("ежемесячно, за исключением января", 11, "12-31"),
    ],
)
def test_what_comes_back_is_counted(text: str, count: int, last: str) -> None:
    assert read(text).kind is DeadlineKind.RECURRING
    assert (len(days(text)), days(text)[-1]) == (count, last)


@pytest.mark.parametrize("text", ["ежедневно, по будням", "в рабочие дни", "каждый рабочий день"])
def test_every_working_day_is_recurring_without_days(text: str) -> None:
    found = read(text)
    assert (found.kind, found.occurrences) == (DeadlineKind.RECURRING, ())


@pytest.mark.parametrize("text", ["весь отчётный период", "в течение планового периода"])
def test_the_plans_own_period_is_its_year(text: str) -> None:
    assert (read(text).kind, read(text).due) == (DeadlineKind.YEAR_ROUND, date(2021, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "в дни весенних каникул",
            "в сроки проведения призыва",
            "в установленном уставом порядке",
        ),
        *("дата будет назначена дополнительно", "сроки будут уточнены позднее"),
    ],
)
def test_a_time_named_elsewhere_is_waited_for(text: str) -> None:
    assert read(text).kind is DeadlineKind.OPEN


@pytest.mark.parametrize(
    "text",
    ["не менее чем за 4 дня до форума", "на момент подписания", "по завершении финансового года"],
)
def test_a_time_beside_an_event_is_relative(text: str) -> None:
    assert read(text).kind is DeadlineKind.RELATIVE


def test_there_is_no_weekday_number_nought() -> None:
    assert read("0 пятница месяца").kind is DeadlineKind.UNREADABLE
