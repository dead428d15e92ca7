"""Plans that are not of a calendar year: every word is read in the plan's own period."""

from datetime import date

import pytest

from sheetsync.languages import load_language
from sheetsync.model import NO_WORDINGS, Deadline, DeadlineKind, PlanPeriod, Wordings
from sheetsync.model.language import say
from sheetsync.plan.findings import doubt_message
from sheetsync.words.deadlines import read_deadline

SCHOOL = PlanPeriod(date(2025, 9, 1), date(2026, 5, 31))
TO_JUNE = PlanPeriod(date(2025, 9, 1), date(2026, 6, 30))
TO_SUMMER = PlanPeriod(date(2025, 9, 1), date(2026, 8, 31))
QUARTER = PlanPeriod(date(2026, 4, 1), date(2026, 6, 30))
FISCAL = PlanPeriod(date(2026, 4, 1), date(2027, 3, 31))
FROM_OCTOBER = PlanPeriod(date(2025, 10, 1), date(2026, 9, 30))
TWO_YEARS = PlanPeriod(date(2026, 1, 1), date(2027, 12, 31))
SUMMERS = PlanPeriod(date(2025, 8, 1), date(2026, 8, 31))
LESSONS = PlanPeriod(date(2025, 9, 1), date(2027, 8, 31))
PROGRAMME = PlanPeriod(date(2024, 1, 1), date(2027, 12, 31))


def read(text: str, period: PlanPeriod, wordings: Wordings = NO_WORDINGS) -> Deadline:
    return read_deadline(text, year=period.starts.year, period=period, wordings=wordings)


def shown(text: str, period: PlanPeriod, wordings: Wordings = NO_WORDINGS) -> str:
    deadline = read(text, period, wordings)
    several = deadline.kind in (DeadlineKind.LIST, DeadlineKind.RECURRING) and deadline.occurrences
    days = [each.due for each in deadline.occurrences] if several else [deadline.due]
    return " ".join([str(deadline.kind), *map(str, filter(None, days))])


_TENTHS_TO_JUNE = (
    "recurring 2025-09-10 2025-10-10 2025-11-10 2025-12-10 2026-01-10 2026-02-10 2026-03-10 "
    "2026-04-10 2026-05-10 2026-06-10"
)

# period, text, kind and every last day
READ = [
    (SCHOOL, "октябрь", "month 2025-10-31"),
    (SCHOOL, "март", "month 2026-03-31"),
    (SCHOOL, "14-я неделя года", "range 2025-12-07"),
    (PlanPeriod.of_year(2026), "14-я неделя года", "range 2026-04-05"),
    (PlanPeriod.of_year(2026), "1-я неделя года, 53-я неделя года", "list 2026-01-04 2026-12-31"),
    (PlanPeriod.of_year(2025), "53-я неделя года", "unreadable"),
    (PlanPeriod.of_year(2026), "0-я неделя года", "unreadable"),
    (PlanPeriod.of_year(2026), "999999999999-я неделя года", "unreadable"),
    (SCHOOL, "99999999-я неделя года", "unreadable"),
    (SCHOOL, "до 20.02", "date 2026-02-20"),
    (SCHOOL, "март, ноябрь", "list 2025-11-30 2026-03-31"),
    (SCHOOL, "ноябрь – февраль", "range 2026-02-28"),
    (SCHOOL, "с 20 декабря по 15 января", "range 2026-01-15"),
    (SCHOOL, "в течение года", "year_round 2026-05-31"),
    (SCHOOL, "до конца года", "date 2026-05-31"),
    (SCHOOL, "постоянно", "year_round 2026-05-31"),
    (SCHOOL, "I полугодие", "half_year 2025-12-31"),
    (SCHOOL, "2 полугодие", "half_year 2026-05-31"),
    (SCHOOL, "к началу учебного года", "date 2025-08-31"),
    (SCHOOL, "май текущего года", "month 2026-05-31"),
    (SCHOOL, "июль 2026 г.", "month 2026-07-31"),
    (SCHOOL, "раз в год", "recurring 2026-05-31"),
    # Of a year from autumn to spring there is one winter; each end of one has but a part of it.
    (SCHOOL, "зимой", "range 2026-02-28"),
    (SCHOOL, "зимой 2025 г.", "range 2025-12-31"),
    (SCHOOL, "осень, зима", "list 2025-11-30 2026-02-28"),
    (SCHOOL, "ежемесячно зимой", "recurring 2025-12-31 2026-01-31 2026-02-28"),
    (PlanPeriod(date(2026, 1, 1), date(2026, 6, 30)), "в зимний период", "range 2026-02-28"),
    (PlanPeriod(date(2026, 7, 1), date(2026, 12, 31)), "в зимний период", "range 2026-12-31"),
    (FROM_OCTOBER, "зима 2025-2026", "range 2026-02-28"),
    (PlanPeriod.of_year(2026), "зимой", "unreadable"),
    (PlanPeriod.of_year(2026), "зима, весна", "unreadable"),
    (PROGRAMME, "зимой", "unreadable"),
    (PROGRAMME, "зимой 2026 г.", "unreadable"),
    (TO_JUNE, "раз в месяц до 10 числа", _TENTHS_TO_JUNE),
    (TO_JUNE, "еженедельно", "recurring 2026-06-30"),
    (SCHOOL, "раз в полугодие", "recurring 2025-12-31 2026-05-31"),
    (
        SCHOOL,
        "по пятницам в мае",
        "recurring 2026-05-01 2026-05-08 2026-05-15 2026-05-22 2026-05-29",
    ),
    (TO_SUMMER, "в течение года", "year_round 2026-08-31"),
    (TO_SUMMER, "август", "month 2026-08-31"),
    (TO_SUMMER, "еженедельно", "recurring 2026-05-31"),
    (SCHOOL, "каждое полугодие до 10 числа", "recurring 2026-01-10 2026-06-10"),
    (
        SCHOOL,
        "ежеквартально (ноябрь, февраль, апрель, май)",
        "recurring 2025-11-30 2026-02-28 2026-04-30 2026-05-31",
    ),
    (
        FROM_OCTOBER,
        "ежеквартально до 5 числа",
        "recurring 2026-01-05 2026-04-05 2026-07-05 2026-10-05",
    ),
    (QUARTER, "май", "month 2026-05-31"),
    (QUARTER, "ежемесячно", "recurring 2026-04-30 2026-05-31 2026-06-30"),
    (FISCAL, "февраль", "month 2027-02-28"),
    (FISCAL, "I квартал 2027 г.", "quarter 2027-03-31"),
    (FISCAL, "ежеквартально", "recurring 2026-06-30 2026-09-30 2026-12-31 2027-03-31"),
    (PROGRAMME, "июнь 2026 г.", "month 2026-06-30"),
    (PROGRAMME, "2024-2025 годы", "range 2025-12-31"),
    # What comes once a year comes in each of the plan's years, or in those that are named.
    (TWO_YEARS, "ежегодно, до 15 декабря", "recurring 2026-12-15 2027-12-15"),
    (TWO_YEARS, "до 1 марта (ежегодно)", "recurring 2026-03-01 2027-03-01"),
    (TWO_YEARS, "раз в год, декабрь", "recurring 2026-12-31 2027-12-31"),
    (TWO_YEARS, "декабрь каждого года", "recurring 2026-12-31 2027-12-31"),
    (TWO_YEARS, "ежегодно, сентябрь-октябрь", "recurring 2026-10-31 2027-10-31"),
    (TWO_YEARS, "ежегодно ко Дню Победы", "recurring 2026-05-09 2027-05-09"),
    (TWO_YEARS, "ежегодно, в течение года", "recurring 2026-12-31 2027-12-31"),
    (TWO_YEARS, "ежегодно до 1 марта, начиная с 2027 года", "recurring 2027-03-01"),
    (TWO_YEARS, "до 20 января следующего года, ежегодно", "recurring 2027-01-20 2028-01-20"),
    (PROGRAMME, "ежегодно до 1 июня в 2025-2026 годах", "recurring 2025-06-01 2026-06-01"),
    (LESSONS, "ежегодно до 1 марта", "recurring 2026-03-01 2027-03-01"),
    (PROGRAMME, "май 2025, далее ежегодно", "recurring 2025-05-31 2026-05-31 2027-05-31"),
    (TWO_YEARS, "с 1 по 5 июня 2026, затем ежегодно", "recurring 2026-06-05 2027-06-05"),
    (TWO_YEARS, "ноябрь 2027, далее ежегодно", "recurring 2027-11-30"),
    (TWO_YEARS, "каждый июнь", "list 2026-06-30 2027-06-30"),
    (QUARTER, "в течение квартала", "quarter 2026-06-30"),
    (QUARTER, "до конца квартала", "date 2026-06-30"),
    (PlanPeriod(date(2026, 6, 11), date(2026, 6, 20)), "в течение декады", "range 2026-06-20"),
    (PlanPeriod(date(2026, 6, 8), date(2026, 6, 14)), "до конца недели", "date 2026-06-14"),
    (QUARTER, "в течение декады", "unreadable"),
    (TO_SUMMER, "каждые полгода", "recurring 2025-12-31 2026-05-31"),
    # Who excepts July means June, too.
    (
        TO_SUMMER,
        "ежемесячно с марта, кроме июля и августа",
        "recurring 2026-03-31 2026-04-30 2026-05-31 2026-06-30",
    ),
    # A school year with both its summers is one year, too.
    (SUMMERS, "до 20 января следующего года", "date 2026-01-20"),
]


@pytest.mark.parametrize(("period", "text", "expected"), READ)
def test_words_are_read_in_the_plans_period(period: PlanPeriod, text: str, expected: str) -> None:
    assert shown(text, period) == expected


# period, text, the code of the question
ASKED = [
    (SCHOOL, "июль", "deadline-outside-period"),
    (SCHOOL, "август, ноябрь", "deadline-outside-period"),
    (SCHOOL, "май – июль", "deadline-outside-period"),
    (QUARTER, "до 5 июля", "deadline-outside-period"),
    (PROGRAMME, "июнь", "deadline-which-year"),
    (TWO_YEARS, "до 1 февраля следующего года", "deadline-which-year"),
    (TWO_YEARS, "1 раз в год, май, октябрь", "deadline-not-understood"),
    (PROGRAMME, "в течение года", "deadline-which-year"),
    (SCHOOL, "29 февраля", "deadline-impossible"),
    # By the calendar or from the plan's beginning: of the two nobody has said which.
    (FISCAL, "I квартал", "deadline-which-year"),
    (FISCAL, "до конца Q2", "deadline-which-year"),
    (SCHOOL, "1 кв., 2 кв.", "deadline-which-year"),
    # So with what comes back, where the two make other days of it.
    (SCHOOL, "ежеквартально", "deadline-which-year"),
    (TO_SUMMER, "раз в квартал, до 10 числа", "deadline-which-year"),
    (SCHOOL, "последняя пятница каждого квартала", "deadline-which-year"),
    (SCHOOL, "до 15 числа последнего месяца квартала", "deadline-which-year"),
    (SCHOOL, "до 1 ноября, далее ежеквартально", "deadline-which-year"),
    (FISCAL, "раз в полугодие", "deadline-which-year"),
    (FISCAL, "каждое полугодие до 10 числа", "deadline-which-year"),
    (FROM_OCTOBER, "I полугодие", "deadline-which-year"),
    (LESSONS, "ежеквартально", "deadline-which-year"),
]


@pytest.mark.parametrize(("period", "text", "code"), ASKED)
def test_what_the_period_does_not_hold_once_is_asked(
    period: PlanPeriod, text: str, code: str
) -> None:
    deadline = read(text, period)
    assert deadline.kind is DeadlineKind.UNREADABLE
    assert [doubt.code for doubt in deadline.doubts] == [code]


# period, the month in which its year is said to begin, text, kind and every last day
SETTLED = [
    (FISCAL, 1, "I квартал", "quarter 2027-03-31"),
    (FISCAL, 4, "I квартал", "quarter 2026-06-30"),
    (FISCAL, 4, "до конца IV квартала", "date 2027-03-31"),
    (FISCAL, 4, "II кв., IV кв.", "list 2026-09-30 2027-03-31"),
    (FISCAL, 4, "I квартал 2027 г.", "quarter 2027-03-31"),
    (SCHOOL, 1, "II кв., IV кв.", "list 2025-12-31 2026-06-30"),
    (SCHOOL, 9, "I квартал", "quarter 2025-11-30"),
    (SCHOOL, 1, "ежеквартально", "recurring 2025-09-30 2025-12-31 2026-03-31"),
    (SCHOOL, 9, "ежеквартально", "recurring 2025-11-30 2026-02-28 2026-05-31"),
    (SCHOOL, 9, "раз в квартал, до 10 числа", "recurring 2025-12-10 2026-03-10 2026-06-10"),
    (SCHOOL, 9, "последняя пятница каждого квартала", "recurring 2025-11-28 2026-02-27 2026-05-29"),
    (SCHOOL, 9, "ежеквартально, кроме III квартала", "recurring 2025-11-30 2026-02-28"),
    (SCHOOL, 9, "раз в полугодие", "recurring 2025-12-31 2026-05-31"),
    (SCHOOL, 9, "II полугодие", "half_year 2026-05-31"),
    (FISCAL, 1, "раз в полугодие", "recurring 2026-06-30 2026-12-31"),
    (FISCAL, 4, "раз в полугодие", "recurring 2026-09-30 2027-03-31"),
    (FISCAL, 4, "I полугодие", "half_year 2026-09-30"),
    (FISCAL, 1, "I полугодие", "half_year 2026-06-30"),
    (FROM_OCTOBER, 10, "II полугодие", "half_year 2026-09-30"),
    (
        PlanPeriod(date(2026, 2, 1), date(2026, 7, 31)),
        2,
        "ежеквартально",
        "recurring 2026-03-31 2026-06-30",
    ),
    (QUARTER, 4, "II квартал", "quarter 2026-06-30"),
    (PlanPeriod.of_year(2026), 4, "I квартал", "quarter 2026-03-31"),
]


@pytest.mark.parametrize(("period", "month", "text", "expected"), SETTLED)
def test_whose_quarters_are_meant_is_settled_by_the_settings(
    period: PlanPeriod, month: int, text: str, expected: str
) -> None:
    assert shown(text, period, Wordings(fiscal_month=month)) == expected


def test_a_quarter_of_two_readings_is_asked_about_with_both() -> None:
    (doubt,) = read("I квартал", FISCAL).doubts
    said = say(doubt_message(doubt), load_language("en"))
    assert "31 March 2027" in said
    assert "30 June 2026" in said


def test_what_comes_back_is_asked_about_with_the_first_day_of_either_count() -> None:
    (doubt,) = read("до 1 ноября, далее ежеквартально", SCHOOL).doubts
    said = say(doubt_message(doubt), load_language("en"))
    assert "“далее ежеквартально”" in said
    assert "31 December 2025" in said
    assert "30 November 2025" in said
    assert "9 from the plan's beginning" in said


def test_quarters_are_named_as_the_settings_count_them() -> None:
    found = read("ежеквартально", SCHOOL, Wordings(fiscal_month=9)).occurrences
    assert [each.label for each in found] == ["I квартал", "II квартал", "III квартал"]


@pytest.mark.parametrize("month", [0, 1, 4])
def test_a_fifth_quarter_is_impossible_whoever_counts(month: int) -> None:
    deadline = read_deadline(
        "5 квартал", year=2026, period=FISCAL, wordings=Wordings(fiscal_month=month)
    )
    assert [doubt.code for doubt in deadline.doubts] == ["deadline-impossible"]
