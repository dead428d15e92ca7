"""Workers share the real limits of a few accounts for some minutes."""

import os
import time
from collections import Counter
from pathlib import Path

from sheetsync.fleet.database import FleetDatabase
from tests.drivers.fleet.cost import DAYS, call, sheets
from tests.drivers.fleet.workers import crew, until
from tests.fleet.lab import EmulatorProcess
from tests.postgres import server
from tests.sheets_emulator import Emulator, running
from tests.sheets_emulator.quota import Quota, RealClock

ACCOUNTS = 2
LIMIT = 60  # a minute and an account, reads and writes apart
LEAST = 0.95
Key = tuple[str, str]


class WatchedQuota(Quota):
    """Notes when each request came."""

    def __init__(self) -> None:
        super().__init__(RealClock())
        self.limits = dict.fromkeys(("Read", "Write"), LIMIT)
        self.came: dict[Key, list[float]] = {}

    def spend(self, kind: str, account: str) -> None:
        self.came.setdefault((account, kind), []).append(time.monotonic())
        super().spend(kind, account)


def quota(folder: Path, plans: int) -> list[str]:
    """Every bar that was missed, in words."""
    emulator = Emulator(locale="ru_RU")
    with running(emulator) as base, server() as postgres:
        os.environ["SHEETSYNC_GOOGLE_API"] = base
        url = postgres.new()
        fleet = sheets(
            folder / "fleet",
            EmulatorProcess(base),
            plans,
            options=f'database = "{url}"\nreads = 0\nwrites = 0',
            accounts=ACCOUNTS,
        )
        # The first day draws all tabs; what is measured is a day like any other.
        call(fleet, DAYS[0])
        file = fleet / "fleet.toml"
        text = file.read_text("utf-8").replace("reads = 0\nwrites = 0\n", "")
        file.write_text(text, encoding="utf-8")
        emulator.quota = watched = WatchedQuota()
        done = "SELECT count(*) FROM runs WHERE day = ? AND read = 1"
        with FleetDatabase(url) as database, crew(fleet, DAYS[1]):
            until(lambda: database.rows(done, DAYS[1]) == [(plans,)], seconds=900, step=1)
        return verdict(watched, plans)


def verdict(watched: WatchedQuota, plans: int) -> list[str]:
    """What was missed; the figures are printed."""
    worst = 1.0
    for (account, kind), moments in sorted(watched.came.items()):
        seconds = max(moments) - min(moments)
        # The first request opens the span and takes none of it.
        share = (len(moments) - 1) / (seconds * LIMIT / 60)
        worst = min(worst, share)
        print(f"{account[:7]} {kind}: {len(moments)} in {seconds:.0f} s, {share:.1%}")
    refused = watched.refused.total()
    counted = Counter({key[1]: 0 for key in watched.came})
    for (_account, kind), moments in watched.came.items():
        counted[kind] += len(moments)
    print(f"refused {refused}; {dict(counted)} for {plans} plans")
    failed = [f"only {worst:.1%} used"] * (worst < LEAST) + [f"{refused} refused"] * bool(refused)
    return failed + ["a plan was done twice"] * (counted["Write"] != plans)
