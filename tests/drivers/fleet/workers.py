"""Workers as processes that a driver kills, freezes and looks into."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sheetsync.daily.job import plan_claim
from sheetsync.fleet.database import FleetDatabase
from sheetsync.state.postgres import lock_key

_HELD = """
SELECT (l.classid::bigint << 32) | l.objid::bigint FROM pg_locks l JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND application_name = ?
"""
_NUMBERS = count(1)


@dataclass
class Worker:
    """One process; `name` is what PostgreSQL knows its sessions by."""

    fleet: Path
    day: str
    name: str = field(default_factory=lambda: f"worker-{next(_NUMBERS)}")
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        words = [sys.executable, "-m", "sheetsync", "fleet", "worker", "-C", str(self.fleet)]
        with (self.fleet.parent / "workers.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*words, "--today", self.day],
                stderr=log,
                env={**os.environ, "PGAPPNAME": self.name},
            )

    def holds(self, database: FleetDatabase, plans: list[str]) -> list[str]:
        """The plans that it is at."""
        keys = {key for (key,) in database.rows(_HELD, self.name)}
        return [plan for plan in plans if lock_key(plan_claim(plan)) in keys]

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """As systemd does."""
        self.wake()
        self.process.terminate()
        self.process.wait()


@contextmanager
def crew(fleet: Path, day: str, size: int = 3) -> Iterator[list[Worker]]:
    """Workers of one day; whoever is in the list at the end is ended."""
    workers = [Worker(fleet, day) for _ in range(size)]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.end()


def until(true: Callable[[], Any], *, seconds: float = 300, step: float = 0.1) -> None:
    """Look again and again; raises where it takes too long."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise SystemExit("the workers do not come to an end")
        time.sleep(step)
