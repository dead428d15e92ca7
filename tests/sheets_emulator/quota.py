"""Reads and writes a minute, counted on a clock that tests move."""

import time
from collections import Counter

from .errors import ApiError

_ACCOUNTS_A_PROJECT = 5  # 60 a minute for each account, 300 for the project


class Clock:
    """Seconds that pass only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class RealClock(Clock):
    """The machine's own, for clients in other processes."""

    def __call__(self) -> float:
        return time.monotonic()


class Quota:
    """Off until limits are set; they are those of an account, five of which share a project's."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.limits: dict[str, int] = {}
        self._used: Counter[tuple[str, str]] = Counter()
        self._minute = 0
        self.refused: Counter[int] = Counter()

    def spend(self, kind: str, account: str) -> None:
        """Count one "Read" or "Write". Raises 429 where the minute has none left."""
        if not self.limits:
            return
        minute = int(self.clock() // 60)
        if minute != self._minute:
            self._minute, self._used = minute, Counter()
        limit = self.limits.get(kind, 10**9)
        for owner, most in ((account, limit), ("", limit * _ACCOUNTS_A_PROJECT)):
            self._used[kind, owner] += 1
            if self._used[kind, owner] > most:
                self.refused[minute] += 1
                raise _exhausted(kind, per_user=bool(owner))


def _exhausted(kind: str, *, per_user: bool) -> ApiError:
    """As a user of the API was answered."""
    limit = f"{kind} requests per minute" + " per user" * per_user
    return ApiError(
        429,
        "RESOURCE_EXHAUSTED",
        f"Quota exceeded for quota metric '{kind} requests' and limit '{limit}' of service "
        "'sheets.googleapis.com' for consumer 'project_number:1'.",
        details=[
            {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "RATE_LIMIT_EXCEEDED",
                "domain": "googleapis.com",
                "metadata": {
                    "quota_location": "global",
                    "quota_metric": f"sheets.googleapis.com/{kind.lower()}_requests",
                    "quota_limit": "".join(word.capitalize() for word in limit.split()),
                    "consumer": "projects/1",
                    "service": "sheets.googleapis.com",
                },
            }
        ],
    )
