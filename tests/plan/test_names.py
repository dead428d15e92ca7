"""What readers of a plan hear of its numbers."""

from datetime import date

import pytest

from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.inputs import Inputs
from tests.builders import inputs, plan


def reader(language: str) -> Inputs:
    warnings = Warnings(workdays=Workdays("RU"))
    agenda = build_agenda(plan(), today=date(2021, 5, 4), warnings=warnings)
    return inputs(agenda, language=language)


@pytest.mark.parametrize(
    ("numbers", "ending"),
    [
        ((21, 31, 101, 121), "st"),
        ((22, 42, 102, 1002), "nd"),
        ((23, 53, 103), "rd"),
        ((4, 9, 10, 11, 12, 13, 14, 20, 24, 30, 111, 112, 113, 1011), "th"),
    ],
)
def test_an_english_ordinal_ends_as_its_number_does(numbers: tuple[int, ...], ending: str) -> None:
    said = [reader("en").times(n) for n in numbers]
    assert said == [f"for the {n}{ending} time" for n in numbers]


def test_the_first_ones_are_words() -> None:
    assert [reader("en").times(n) for n in (1, 2, 3)] == [
        "for the first time",
        "for the second time",
        "for the third time",
    ]
    assert [reader("ru").times(n) for n in (1, 2, 3, 4, 21, 22, 113)] == [
        "в первый раз",
        "во второй раз",
        "в третий раз",
        "в 4-й раз",
        "в 21-й раз",
        "в 22-й раз",
        "в 113-й раз",
    ]
