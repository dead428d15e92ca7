"""The limiter on a clock of its own: spaced slots, shared by all who open the same file."""

from pathlib import Path

import pytest

from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.quota import AccountThrottle, Limiter


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "sqlite":
        return tmp_path / "fleet.db"
    url: str = request.getfixturevalue("postgres").new()
    return url


def test_two_processes_share_the_minute_of_an_account(place: Path | str) -> None:
    clock = Clock()
    with (
        FleetDatabase(place) as one,
        FleetDatabase(place) as other,
    ):
        limiters = [Limiter(database=each, clock=clock, sleep=clock.sleep) for each in (one, other)]
        began = clock.now
        taken = 0
        while True:
            limiters[taken % 2].wait("robot read", 60)
            if clock.now - began >= 60:
                break
            taken += 1
    assert 57 <= taken <= 60


def test_no_window_of_a_minute_holds_more_than_the_limit(place: Path | str) -> None:
    clock = Clock()
    slots = []
    with FleetDatabase(place) as database:
        limiter = Limiter(database=database, clock=clock, sleep=clock.sleep)
        for number in range(300):
            clock.now += 7.3 if number % 50 == 0 else 0  # pauses give a burst
            limiter.wait("robot read", 60)
            slots.append(clock.now)
    assert max(sum(at <= t < at + 60 for t in slots) for at in slots) <= 60


def test_accounts_and_kinds_do_not_wait_for_each_other(place: Path | str) -> None:
    clock = Clock()
    with FleetDatabase(place) as database:
        limiter = Limiter(database=database, clock=clock, sleep=clock.sleep)
        for account in ("one", "two"):
            throttle = AccountThrottle(limiter=limiter, account=account, reads=60, writes=60)
            throttle.wait(writing=False)
            throttle.wait(writing=True)
    assert clock.now == 1000


def test_what_google_refuses_holds_everybody_up_for_a_minute(place: Path | str) -> None:
    clock = Clock()
    with FleetDatabase(place) as database:
        limiter = Limiter(database=database, clock=clock, sleep=clock.sleep)
        throttle = AccountThrottle(limiter=limiter, account="one", reads=60, writes=60)
        throttle.refused(writing=False)
        throttle.wait(writing=False)
    assert clock.now == pytest.approx(1060, abs=0.01)


def test_a_rate_of_zero_is_no_limit(place: Path | str) -> None:
    clock = Clock()
    with FleetDatabase(place) as database:
        limiter = Limiter(database=database, clock=clock, sleep=clock.sleep)
        for _ in range(1000):
            limiter.wait("robot read", 0)
    assert clock.now == 1000
