"""A plan that is not read any more: the coordinator hears of it once, nobody else at all."""

import openpyxl

from tests.daily.conftest import Plan, subject


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
