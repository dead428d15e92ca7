"""Days of a mark that name no year, in plans that begin in one year and end in the next."""

from datetime import date

import pytest

from sheetsync.model import Meaning, PlanPeriod, Progress
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress

TO_SUMMER = PlanPeriod(date(2025, 9, 1), date(2026, 8, 31))
SUMMERS = PlanPeriod(date(2025, 8, 1), date(2026, 8, 31))


def read(deadline: str, status: str, *, told: str, period: PlanPeriod) -> Progress:
    due = read_deadline(deadline, year=period.starts.year, period=period)
    return read_progress(status, deadline=due, today=date.fromisoformat(told), period=period)


@pytest.mark.parametrize("period", [TO_SUMMER, SUMMERS])
@pytest.mark.parametrize(
    ("deadline", "status", "told", "on"),
    [
        ("май", "выполнено 10.09", "2025-09-15", "2025-09-10"),
        ("май", "выполнено 30.12", "2026-01-10", "2025-12-30"),
        ("май", "выполнено 15.05", "2026-05-20", "2026-05-15"),
        ("сентябрь", "выполнено 10.02", "2026-02-15", "2026-02-10"),
        ("по запросу", "выполнено 10.09", "2026-05-15", "2025-09-10"),
    ],
)
def test_a_day_of_a_school_year_lies_where_the_year_has_it(
    deadline: str, status: str, told: str, on: str, period: PlanPeriod
) -> None:
    progress = read(deadline, status, told=told, period=period)
    assert (progress.meaning, str(progress.on)) == (Meaning.DONE, on)


@pytest.mark.parametrize("period", [TO_SUMMER, SUMMERS])
@pytest.mark.parametrize("deadline", ["сентябрь", "в течение года", "ежемесячно", "по запросу"])
def test_a_postponement_to_june_is_to_the_june_that_comes(
    deadline: str, period: PlanPeriod
) -> None:
    progress = read(deadline, "перенесено на июнь", told="2025-10-01", period=period)
    assert (progress.meaning, str(progress.on)) == (Meaning.POSTPONED, "2026-06-30")


@pytest.mark.parametrize(
    ("told", "on"), [("2025-09-10", "2025-08-20"), ("2026-08-25", "2026-08-20")]
)
def test_of_two_augusts_a_mark_means_that_of_the_year_in_which_it_is_told(
    told: str, on: str
) -> None:
    progress = read("по запросу", "выполнено 20.08", told=told, period=SUMMERS)
    assert (progress.meaning, str(progress.on)) == (Meaning.DONE, on)


def test_the_leap_day_of_a_school_year_is_that_of_its_february() -> None:
    leap = PlanPeriod(date(2027, 9, 1), date(2028, 5, 31))
    progress = read("декабрь", "перенесено на 29.02", told="2027-12-10", period=leap)
    assert (progress.meaning, progress.on) == (Meaning.POSTPONED, date(2028, 2, 29))


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_a_deed_of_the_january_after_a_plan_keeps_its_day(year: int) -> None:
    told = f"{year + 1}-01-20"
    progress = read("декабрь", "сделано 15.01", told=told, period=PlanPeriod.of_year(year))
    assert (progress.meaning, progress.on) == (Meaning.DONE, date(year + 1, 1, 15))


@pytest.mark.parametrize("status", ["март – выполнено", "выполнено за октябрь и март"])
def test_a_month_that_a_mark_is_about_lies_where_the_year_has_it(status: str) -> None:
    progress = read("октябрь, март", status, told="2026-04-01", period=TO_SUMMER)
    assert "март" in [part.label for part in progress.parts]


@pytest.mark.parametrize(
    ("told", "status", "meaning"),
    [
        ("2026-10-15", "обучено 3 чел.", Meaning.PARTIAL),
        ("2026-10-15", "выполнено", Meaning.DONE),
        ("2027-12-15", "обучено 3 чел.", Meaning.DONE),
    ],
)
def test_a_deed_of_one_year_is_a_part_of_several(told: str, status: str, meaning: Meaning) -> None:
    programme = PlanPeriod(date(2025, 1, 1), date(2027, 12, 31))
    progress = read("2025-2027 годы", status, told=told, period=programme)
    assert progress.meaning is meaning


@pytest.mark.parametrize(
    ("due", "status", "said"),
    [
        ("1 сентября", "I полугодие: проведена", "done"),
        ("последняя неделя декабря", "I полугодие: проведён", "done"),
        ("май", "II полугодие: проведён", "done"),
        ("май", "I полугодие: проведён", "partial"),
        ("декабрь", "перенесено на II полугодие", "postponed"),
        ("сентябрь, март", "I полугодие: +", "done_part сентябрь"),
        ("сентябрь, март", "I полугодие: +; II полугодие: +", "done_part сентябрь март"),
        ("ежемесячно", "I полугодие: +", "done_part сентябрь октябрь ноябрь декабрь"),
    ],
)
@pytest.mark.parametrize("last", [date(2026, 5, 31), date(2026, 6, 30)])
def test_the_halves_of_a_school_year_are_its_own(
    due: str, status: str, said: str, last: date
) -> None:
    period = PlanPeriod(date(2025, 9, 1), last)
    deadline = read_deadline(due, year=2025, period=period)
    found = read_progress(status, deadline=deadline, today=date(2026, 7, 15), period=period)
    parts = " ".join((found.meaning.name.casefold(), *(part.label for part in found.parts)))
    assert parts == said
    assert found.on == (date(2026, 5, 31) if said == "postponed" else None)
