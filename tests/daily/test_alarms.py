"""A plan that is not read any more: the coordinator hears of it once, nobody else at all."""

import openpyxl

from tests.daily.conftest import Plan, letters_to, part_of, subject

COORDINATOR = "coordinator@example.org"


def lose_header(plan: Plan) -> None:
    workbook = openpyxl.load_workbook(plan.folder / "plan.xlsx")
    workbook["План"].delete_rows(3)
    workbook.save(plan.folder / "plan.xlsx")


def test_the_coordinator_is_told_once_why_the_plan_is_not_read(plan: Plan) -> None:
    plan.run("2021-05-11")
    before = len(plan.letters())
    lose_header(plan)
    assert [plan.run(day).exit_code for day in ("2021-05-12", "2021-05-13")] == [5, 5]
    new = [letter for letter in plan.letters() if letter["To"] == "coordinator@example.org"]
    assert (len(plan.letters()) - before, len(new)) == (1, 1)
    assert subject(new[0])


def test_on_a_day_off_not_even_the_coordinator_is_told(plan: Plan) -> None:
    plan.run("2021-05-11")
    before = len(plan.letters())
    lose_header(plan)
    assert plan.run("2021-05-15").exit_code == 5
    assert len(plan.letters()) == before


def test_the_coordinator_is_told_once_of_a_failure_and_once_that_it_is_over(plan: Plan) -> None:
    plan.run("2021-05-11")
    told = [len(letters_to(plan, COORDINATOR))]
    book = plan.folder / "plan.xlsx"
    book.rename(plan.folder / "away.xlsx")
    for day in ("2021-05-12", "2021-05-13"):
        assert plan.run(day).exit_code == 4
        told.append(len(letters_to(plan, COORDINATOR)))
    (plan.folder / "away.xlsx").rename(book)
    # Three working days lie between two letters to one address.
    for day in ("2021-05-14", "2021-05-17", "2021-05-20"):
        plan.run(day)
        told.append(len(letters_to(plan, COORDINATOR)))
    assert told == [told[0] + more for more in (0, 1, 1, 1, 2, 2)]
    failed, works = letters_to(plan, COORDINATOR)[-2:]
    assert "ДО ПЛАНА НЕ УДАЛОСЬ ДОБРАТЬСЯ" in part_of(failed)
    assert "СНОВА РАБОТАЕТ" in part_of(works)
