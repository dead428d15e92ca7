"""Time that passes only where somebody sleeps or waits for an answer that does not come.

Import it before the program: its defaults hold the functions that are replaced here.
"""

import time
from typing import Any

import requests

LONG, SHORT = 30.0, 0.2
_real = time.monotonic


class Clock:
    """Seconds that were slept so far, and how long an answer is really waited for."""

    slept = 0.0
    patience = LONG


def _sleep(seconds: float) -> None:
    Clock.slept += seconds


def _now() -> float:
    return _real() + Clock.slept


class _Impatient(requests.adapters.HTTPAdapter):
    """Waits a moment for an answer and calls it as long as it was told to wait."""

    def send(self, request: Any, **options: Any) -> requests.Response:  # type: ignore[override]
        told = options.get("timeout")
        wait = told[1] if isinstance(told, tuple) else told
        options["timeout"] = (Clock.patience, Clock.patience)
        try:
            return super().send(request, **options)
        except requests.Timeout:
            _sleep(wait or 0.0)
            raise


def install() -> None:
    """From now on, in this process."""
    time.sleep = _sleep
    time.monotonic = _now
    requests.sessions.HTTPAdapter = _Impatient  # type: ignore[misc]
