"""A day of very many plans on a clock of its own, against the emulator's quota.

SHEETSYNC_PLANS says of how many; 20,000 is the bar.
"""

import os
from heapq import heapify, heappop, heappush
from pathlib import Path

from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.quota import Limiter
from tests.sheets_emulator.quota import Clock, Quota

PLANS = int(os.environ.get("SHEETSYNC_PLANS", "500"))
ACCOUNTS = 5
LIMIT = 60


def test_all_plans_are_read_and_written_within_the_quota(tmp_path: Path) -> None:
    """One read and one write a plan; nothing is refused, and little of the quota is left unused."""
    clock = Clock()
    quota = Quota(clock)
    quota.limits = dict.fromkeys(("Read", "Write"), LIMIT)
    share = PLANS // ACCOUNTS
    # When a request wants to go, how many follow it, its account, its kind, whether it waited.
    asked = [
        (0.0, share, f"robot-{number}", kind, False)
        for number in range(ACCOUNTS)
        for kind in quota.limits
    ]
    heapify(asked)
    with FleetDatabase(tmp_path / "fleet.db") as database:
        pauses: list[float] = []
        limiter = Limiter(database=database, clock=clock, sleep=pauses.append)
        while asked:
            clock.now, left, account, kind, waited = heappop(asked)
            if not waited:
                pauses.clear()
                limiter.wait(f"{account} {kind}", LIMIT)
                heappush(asked, (clock.now + sum(pauses), left, account, kind, True))
                continue
            quota.spend(kind, account)
            if left > 1:
                heappush(asked, (clock.now, left - 1, account, kind, False))
    assert not quota.refused
    least = share / LIMIT * 60
    assert least <= clock.now + 60 / LIMIT
    assert clock.now <= least / 0.95
