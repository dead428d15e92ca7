"""What an item is called in letters, on the tabs and in the terminal."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.model import Item, PlanPeriod, State
from sheetsync.plan.labels import day_of_plan, number, said, term, title
from tests.builders import measure

ITEM = Item(measure=measure("7", text="Провести слёт"), state=State.OVERDUE, said="апрель")
NAMELESS = replace(ITEM, measure=replace(ITEM.measure, number="", text="", row=14), said="")


def test_a_number_is_the_plans_own_or_else_the_sheets_row() -> None:
    assert (number(ITEM), number(NAMELESS)) == ("п. 7", "строка 14")


def test_a_milestone_stands_before_its_measure() -> None:
    assert title(replace(ITEM, what="Южный район")) == "Южный район: Провести слёт"


def test_what_the_sheet_leaves_empty_is_said_so() -> None:
    assert (title(NAMELESS), said(NAMELESS)) == ("мероприятие не названо", "не указан")


@pytest.mark.parametrize("words", [number, title, said])
def test_no_cell_is_too_long_for_a_letter(words: object) -> None:
    page = "ж" * 32_767
    huge = replace(
        ITEM, measure=replace(ITEM.measure, number=page, text=page), said=page, what=page
    )
    assert len(words(huge)) < 400  # type: ignore[operator]


@pytest.mark.parametrize(
    ("day", "words"), [(date(2021, 5, 31), "31 мая"), (date(2020, 5, 31), "31 мая 2020 г.")]
)
def test_a_day_of_another_year_has_its_year(day: date, words: str) -> None:
    assert day_of_plan(day, PlanPeriod.of_year(2021)) == words


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (replace(ITEM, due=date(2021, 4, 30)), "«апрель», последний день 30 апреля"),
        (
            replace(ITEM, due=date(2021, 9, 30), moved_from=date(2021, 4, 30)),
            "«апрель», перенесён на 30 сентября",
        ),
        (ITEM, "«апрель»"),
        (replace(ITEM, due=date(2021, 4, 30), state=State.WAITING), "«апрель»"),
    ],
)
def test_a_deadline_is_said_with_what_was_understood(item: Item, words: str) -> None:
    assert term(item, PlanPeriod.of_year(2021)) == words
