"""What is due is decided from the state alone."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.planner import TRIES, Standing, due, letters_go
from sheetsync.fleet.record import Record

NINE = datetime(2021, 5, 11, 9, tzinfo=UTC)


def entries(*names: str) -> list[FleetPlan]:
    return [FleetPlan(name=name, folder=Path(name)) for name in names]


def standing(**fields: Any) -> Standing:
    return Standing(**{"records": {}, **fields})


def record(*, read: bool, tries: int = 1) -> Record:
    return Record(plan="а", day="2021-05-11", read=read, tries=tries)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (standing(), ("а", "б")),
        (standing(records={"а": record(read=True)}), ("б",)),
        (standing(records={"а": record(read=False)}), ("б", "а")),
        (standing(records={"а": record(read=False, tries=TRIES)}), ("б",)),
        (standing(busy={"б"}), ("а",)),
        (standing(unsettled={"а"}), ("б",)),
    ],
)
def test_plans_are_due_until_they_are_done(state: Standing, expected: tuple[str, ...]) -> None:
    assert tuple(one.name for one in due(entries("а", "б"), state)) == expected


def test_who_waits_longest_comes_first_and_one_process_tries_on() -> None:
    last = {"а": date(2021, 5, 10), "б": date(2021, 5, 7)}
    tired = {"в": record(read=False, tries=TRIES)}
    found = due(entries("а", "б", "в"), standing(records=tired, last=last), tries=None)
    assert [one.name for one in found] == ["б", "а", "в"]


def test_a_paused_plan_is_never_due() -> None:
    resting = FleetPlan(name="а", folder=Path("а"), paused="ремонт")
    assert due([resting], standing()) == ()


@pytest.mark.parametrize(
    ("state", "at", "goes"),
    [
        (standing(waits=True), None, False),
        (standing(waits=True), time(10), False),
        (standing(waits=True), time(9), True),
        (standing(waits=True, records={"а": record(read=True)}), None, True),
        (standing(waits=True, records={"а": record(read=False)}), None, False),
        (standing(waits=True, records={"а": record(read=False, tries=TRIES)}), None, True),
        (standing(records={"а": record(read=True)}), None, False),
        (standing(unsettled={"а"}), None, True),
    ],
)
def test_letters_wait_for_all_plans_or_their_hour(
    state: Standing, at: time | None, goes: bool
) -> None:
    assert letters_go(entries("а"), state, now=NINE, letters_at=at) is goes
