"""Reads and writes a minute, counted on a clock that tests move."""

from collections import Counter

from .errors import ApiError


class Clock:
    """Seconds that pass only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Quota:
    """Off until limits are set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.limits: dict[str, int] = {}
        self._used: Counter[tuple[str, int]] = Counter()
        self.refused: Counter[int] = Counter()

    def spend(self, kind: str) -> None:
        """Count one "Read" or "Write". Raises 429 where the minute has none left."""
        minute = int(self._clock() // 60)
        self._used[kind, minute] += 1
        if self._used[kind, minute] > self.limits.get(kind, 10**9):
            self.refused[minute] += 1
            raise ApiError(
                429,
                "RESOURCE_EXHAUSTED",
                f"Quota exceeded for quota metric '{kind} requests' and limit '{kind} requests "
                "per minute per user' of service 'sheets.googleapis.com' for consumer "
                "'project_number:1'.",
            )
