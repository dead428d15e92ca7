"""A deadline is what all its readings agree on; two different days are a question."""

from datetime import date

import pytest

from sheetsync.languages import load_language
from sheetsync.model import DeadlineKind, PlanPeriod, Term, Wordings
from sheetsync.model.language import say
from sheetsync.words.deadline_explained import explain_deadline
from sheetsync.words.deadlines import read_deadline

RUSSIAN = load_language("ru")

YEAR = 2021
SCHOOL = PlanPeriod(date(2025, 9, 1), date(2026, 8, 31))
FISCAL = PlanPeriod(date(2025, 10, 1), date(2026, 9, 30))
TERMS = Wordings(
    terms=(
        Term(name="I четверть", starts=date(2025, 9, 1), ends=date(2025, 10, 26)),
        Term(name="II четверть", starts=date(2025, 11, 5), ends=date(2025, 12, 28)),
        Term(name="осенние каникулы", starts=date(2025, 10, 27), ends=date(2025, 11, 4)),
        Term(name="День колледжа", starts=date(2025, 12, 1), ends=date(2025, 12, 1)),
    )
)

QUARTERS = Wordings(
    terms=(
        Term(name="I квартал", starts=date(2025, 9, 1), ends=date(2025, 11, 9)),
        Term(name="II квартал", starts=date(2025, 11, 10), ends=date(2026, 1, 25)),
        Term(name="III квартал", starts=date(2026, 1, 26), ends=date(2026, 4, 5)),
    )
)


@pytest.mark.parametrize("text", ["ежеквартально", "раз в квартал", "в конце каждого квартала"])
def test_quarters_of_its_own_are_those_in_which_things_come_back(text: str) -> None:
    deadline = read_deadline(text, year=2025, period=SCHOOL, wordings=QUARTERS)
    assert [each.due for each in deadline.occurrences] == [t.ends for t in QUARTERS.terms]


def test_no_other_period_of_its_own_stands_for_a_quarter() -> None:
    deadline = read_deadline("ежеквартально", year=2025, period=SCHOOL, wordings=TERMS)
    assert [doubt.code for doubt in deadline.doubts] == ["deadline-which-year"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("до 4 марта за прошлый год", ("4 марта 2020 г.", "4 марта 2021 г.")),
        ("2-й месяц квартала", ("2 апреля", "28 февраля")),
        ("ежегодно июнь 2020-2022", ("31 декабря 2021 г.", "30 июня 2021 г.")),
        ("Jan 21", ("21 января 2021 г.", "31 января 2021 г.")),
    ],
)
def test_two_different_days_are_a_question_that_names_both(
    text: str, days: tuple[str, str]
) -> None:
    deadline = read_deadline(text, year=YEAR)
    (doubt,) = deadline.doubts
    assert (deadline.kind, doubt.code) == (DeadlineKind.UNREADABLE, "deadline-ambiguous")
    assert all(day in say(doubt.hint, RUSSIAN) for day in days)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("июнь (в актовом зале)", "«в актовом зале»"),
        ("4 июня, г. Вязьма", "«г. Вязьма»"),
        ("прием заявок до 4 июня", "«прием заявок»"),
        ("июнь (при хорошей погоде)", "«при хорошей погоде»"),
        ("ориентировочно 4 июня", "«ориентировочно»"),
        ("июнь (предв.)", "«предв»"),
    ],
)
def test_plain_words_beside_a_time_are_a_remark(text: str, left: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert deadline.due
    assert deadline.due.month == 6
    assert [doubt.quote for doubt in deadline.doubts if doubt.code == "deadline-remark"] == [left]
    assert "не учтено" in explain_deadline(deadline, RUSSIAN)


@pytest.mark.parametrize(
    "text",
    [
        *("июнь (под вопросом)", "июнь, возможно", "июнь – перенос", "июнь, если успеем"),
        *("июнь, каб. 305", "июнь, кроме школ", "только июнь", "июнь и далее по списку № 4"),
        *("не в июне", "июнь, 40 человек", "4 июня заседание 6 июля", "июнь (июньский сбор)"),
    ],
)
def test_words_that_limit_a_time_are_no_mere_remark(text: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert deadline.kind is DeadlineKind.UNREADABLE


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("июнь | октябрь", "06-30 10-31"),
        ("до 4 июня\nдо 5 октября", "06-04 10-05"),
        ("июнь\tоктябрь", "06-30 10-31"),
        ("второй месяц квартала", "02-28 05-31 08-31 11-30"),
        ("до 4 числа после окончания квартала", "04-04 07-04 10-04 2022-01-04"),
        ("за полугодие до 4.07, за год до 14.01.2022", "07-04 2022-01-14"),
        ("ежекв.", "03-31 06-30 09-30 12-31"),
    ],
)
def test_lists_and_repetitions_have_all_their_days(text: str, days: str) -> None:
    due = [occurrence.due.isoformat() for occurrence in read_deadline(text, year=YEAR).occurrences]
    assert due == [day if len(day) > 5 else f"{YEAR}-{day}" for day in days.split()]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("4 июня, начало в 10.00", "06-04"), ("4.06 с 11 до 13 часов", "06-04")),
        *(("до 18 часов 4 июня", "06-04"), ("4 июня 14 ч. 30 мин.", "06-04")),
        *(("в начале II квартала", "04-30"), ("в середине года", "08-31")),
        *(("первые числа июня", "06-10"), ("накануне Дня учителя", "10-04")),
        *(("май, ко Дню Победы", "05-09"), ("EOY", "12-31"), ("4-Jun-21", "06-04")),
        *(
            ("week commencing 7 June", "06-13"),
            ("6/24/2021", "06-24"),
            ("1 кв. тек. года", "03-31"),
        ),
    ],
)
def test_one_day_is_read(text: str, due: str) -> None:
    assert read_deadline(text, year=YEAR).due == date.fromisoformat(f"{YEAR}-{due}")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("в 1 четверти", "2025-10-26"),
        ("на осенних каникулах", "2025-11-04"),
        ("до начала II четверти", "2025-11-04"),
        ("ко Дню колледжа", "2025-12-01"),
        ("в конце каждой четверти", "2025-12-28"),
        ("3 четверть", ""),
        ("сессия", ""),
    ],
)
def test_an_organisations_own_periods_have_its_dates(text: str, due: str) -> None:
    deadline = read_deadline(text, year=2025, period=SCHOOL, wordings=TERMS)
    assert (deadline.due.isoformat() if deadline.due else "") == due
    assert due or deadline.kind is DeadlineKind.OPEN


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("Week 14", "2026-01-06"), ("Month 3, 6", "2026-03-31"), ("Day 0-2", "2025-10-03")),
        *(("Q4 FY26", "2026-09-30"), ("FY2025/26", "2026-09-30")),
    ],
)
def test_weeks_and_fiscal_years_are_counted_from_the_plans_first_day(text: str, due: str) -> None:
    deadline = read_deadline(text, year=2025, period=FISCAL)
    assert deadline.due == date.fromisoformat(due)


def test_a_fiscal_year_is_asked_about_until_its_month_is_known() -> None:
    assert read_deadline("Q4 FY26", year=2026).doubts[0].code == "deadline-which-year"
    known = Wordings(fiscal_month=4)
    assert read_deadline("Q4 FY26", year=2026, wordings=known).due == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *(("before end of June", "06-30"), ("Due: 4 June", "06-04"), ("06/2021", "06-30")),
        *(("2021-06", "06-30"), ("May 14–16, 2021", "05-16"), ("Quarters 1 and 3", "09-30")),
        *(("each September", "09-30"), ("to be completed by 4 June", "06-04")),
        *(("early June", "06-10"), ("Jan '21", "01-31"), ("mid-2021", "08-31")),
        *(("week of 9 June", "06-13"), ("twice yearly", "12-31"), ("2021 Q3", "09-30")),
    ],
)
def test_english_days_are_read(text: str, due: str) -> None:
    assert read_deadline(text, year=YEAR).due == date.fromisoformat(f"{YEAR}-{due}")


@pytest.mark.parametrize(
    "text", ["Week 14", "Day 0-2", "within 24h", "3-6 months", "within a week"]
)
def test_what_is_counted_from_an_unknown_day_is_relative(text: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert (deadline.kind, deadline.due) == (DeadlineKind.RELATIVE, None)
