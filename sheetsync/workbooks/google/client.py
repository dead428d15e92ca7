"""gspread's HTTP client with patience: timeouts, retries by cause, a deadline, and a counter.

A read is repeated after any failure that may pass. A write is repeated only where Google says that
it was not applied (429) or where it was never sent; after any other failure nobody knows, and
`OutcomeUnknown` leaves it to the caller to look first.
"""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
from google.auth.credentials import Credentials
from google.auth.exceptions import TransportError
from gspread.exceptions import APIError
from gspread.http_client import HTTPClient

from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.workbooks.base import Traffic

_GOOGLE = "https://sheets.googleapis.com"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_TIMEOUT = (10.0, 200.0)  # Google gives up on a request after 180 s
_PASSING = (500, 502, 503, 504)
_MINUTE = 60.0  # the quota is refilled every minute
_LONGEST_PAUSE = 32.0


class OutcomeUnknown(WorkbookError):
    """A write failed in a way that does not tell whether it was applied."""


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long to try: seconds in all, and the clock, sleep and chance that tests replace."""

    deadline: float = 300.0
    timeout: tuple[float, float] = _TIMEOUT
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    # Jitter needs no secrecy.
    chance: Callable[[float, float], float] = field(default=random.uniform)


class SheetsClient(HTTPClient):
    """`base` replaces Google's address, for an emulator on loopback."""

    def __init__(
        self, auth: Credentials, *, base: str = _GOOGLE, patience: Patience | None = None
    ) -> None:
        super().__init__(auth)
        self.traffic = Traffic()
        self._base = base.rstrip("/")
        self._patience = patience or Patience()
        self.set_timeout(self._patience.timeout)

    @property
    def local(self) -> bool:
        """True where an emulator on this computer stands in for Google."""
        return urlsplit(self._base).hostname in _LOOPBACK

    def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> requests.Response:
        """As gspread's, with patience.

        Raises `APIError` for what Google refused, `OutcomeUnknown` for a write that may have been
        applied, and what requests and google-auth raise once the deadline is near.
        """
        endpoint = endpoint.replace(_GOOGLE, self._base, 1)
        kwargs = _compact(kwargs)
        reading = method.lower() == "get"
        end = self._patience.clock() + self._patience.deadline
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._once(method, endpoint, *args, **kwargs)
            except (APIError, requests.RequestException, TransportError) as error:
                pause = self._pause(error, attempt, reading=reading)
                if pause is None or self._patience.clock() + pause > end:
                    raise
                self._patience.sleep(pause)

    def _once(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> requests.Response:
        reading = method.lower() == "get"
        self.traffic.reads += reading
        self.traffic.writes += not reading
        try:
            response = super().request(method, endpoint, *args, **kwargs)
        except APIError as error:
            self._count(error.response)
            raise
        self._count(response)
        return response

    def _count(self, response: requests.Response) -> None:
        body = response.request.body
        self.traffic.sent += len(body) if isinstance(body, str | bytes) else 0
        self.traffic.received += len(response.content)

    def _pause(self, error: Exception, attempt: int, *, reading: bool) -> float | None:
        """Seconds to wait before another try; None where another would not help."""
        if isinstance(error, APIError):
            status = error.response.status_code
            if status == 429:
                return self._after(error.response) + self._patience.chance(0.0, 5.0)
            if status not in _PASSING:
                return None
        unsent = isinstance(error, requests.ConnectTimeout | TransportError) or _unconnected(error)
        if not reading and not unsent:
            raise OutcomeUnknown("Связь прервалась во время записи.") from error
        return self._patience.chance(0.0, min(_LONGEST_PAUSE, 2.0**attempt))

    def _after(self, response: requests.Response) -> float:
        """At least a minute: by then the quota is full again, and a second 429 costs more."""
        told = response.headers.get("Retry-After", "")
        return max(float(told) if told.isdigit() else 0.0, _MINUTE)


def _compact(kwargs: dict[str, Any]) -> dict[str, Any]:
    """The body as UTF-8 without blanks: Russian text takes a third of what escapes would."""
    body = kwargs.pop("json", None)
    if body is None:
        return kwargs
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return {**kwargs, "data": text.encode(), "headers": {"Content-Type": "application/json"}}


def _unconnected(error: Exception) -> bool:
    """Whether no connection came about, so that nothing was sent."""
    return isinstance(error, requests.ConnectionError) and "NewConnectionError" in str(error)


def api_base(told: str) -> str:
    """Google's address, or the emulator's where one is told.

    Raises `ConfigError` where that is not on this machine: the plan and the key would go there.
    """
    if not told:
        return _GOOGLE
    if urlsplit(told).hostname not in _LOOPBACK:
        raise ConfigError(
            f"SHEETSYNC_GOOGLE_API указывает на «{told}», а можно только на этот компьютер "
            "(http://127.0.0.1:порт). Уберите переменную, чтобы работать с Google."
        )
    return told
