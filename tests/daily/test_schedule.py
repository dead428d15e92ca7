"""By when «Сводка» will be up to date again."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sheetsync.config.options import part
from sheetsync.config.schema import JobSection
from sheetsync.daily.status import next_update
from sheetsync.plan.workdays import Workdays

MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("settings", "now", "expected"),
    [
        ({}, datetime(2021, 5, 11, 10, 2, tzinfo=MOSCOW), "2021-05-12T10:30:00+03:00"),
        ({}, datetime(2021, 5, 11, 9, 59, tzinfo=MOSCOW), "2021-05-11T10:30:00+03:00"),
        ({"late_after": 90}, datetime(2021, 5, 11, 10, tzinfo=MOSCOW), "2021-05-12T11:30:00+03:00"),
        (
            {"days": "working"},
            datetime(2021, 5, 7, 10, 2, tzinfo=MOSCOW),
            "2021-05-11T10:30:00+03:00",
        ),
        ({}, datetime(2021, 5, 7, 10, 2, tzinfo=MOSCOW), "2021-05-08T10:30:00+03:00"),
        # The clocks go back in between: it is ten o'clock all the same.
        ({}, datetime(2021, 10, 30, 10, 2, tzinfo=BERLIN), "2021-10-31T10:30:00+01:00"),
    ],
)
def test_the_next_run_s_hour_and_the_minutes_it_may_be_late(
    settings: dict[str, Any], now: datetime, expected: str
) -> None:
    schedule = part(JobSection)({"at": "10:00", **settings})
    found = next_update(schedule, Workdays("RU"), now=now)
    assert found
    assert found.isoformat() == expected


def test_without_a_time_nothing_is_promised() -> None:
    now = datetime(2021, 5, 11, 10, 2, tzinfo=MOSCOW)
    assert next_update(JobSection(), Workdays("RU"), now=now) is None
