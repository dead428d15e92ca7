"""Words of the settings in the plan's next period."""

from datetime import date

import pytest

from sheetsync.config.edits import moved
from sheetsync.model import PlanPeriod


@pytest.mark.parametrize(
    ("starts", "words"),
    [
        (date(2032, 2, 29), "с 29.02.2032 по 2033"),
        (date(2029, 3, 1), None),
        (date(2028, 2, 29), None),
    ],
)
def test_a_period_may_begin_on_a_leap_day(starts: date, words: str | None) -> None:
    old = PlanPeriod(starts=date(2028, 2, 29), ends=date(2029, 2, 27))
    new = PlanPeriod(starts=starts, ends=date(starts.year + 1, 2, 27))
    assert moved("с 29.02.2028 по 2029", old, new) == words
