"""One limiter for all threads and processes: whoever wants to send a request reserves a slot.

The generic cell rate algorithm of ITU-T I.371: one UPDATE moves the account's next slot on, and
the caller sleeps until the slot that it got. Spaced requests suit fixed, sliding and token-bucket
windows alike.
"""

import time
from collections.abc import Callable
from typing import Any

from sheetsync.fleet.database import SERVER_CLOCK, FleetDatabase
from sheetsync.model.frozen import frozen

# Measured against a sliding minute: of 2,000 requests at this share none was refused.
_SHARE = 0.97  # of the limit: clocks and windows are not ours
_BURST = 2  # slots that may be taken at once after a pause
_MINUTE = 60.0
_RESERVE = """
INSERT INTO quota (key, slot) VALUES (:key, {now} + :step)
ON CONFLICT (key) DO UPDATE SET slot = CASE WHEN quota.slot > {now} - :idle
    THEN quota.slot ELSE {now} - :idle END + :step RETURNING slot - :step - {now}
"""
_PUSH = """
INSERT INTO quota (key, slot) VALUES (:key, {now} + :step)
ON CONFLICT (key) DO UPDATE SET slot = excluded.slot WHERE quota.slot < excluded.slot RETURNING slot
"""


@frozen
class Limiter:
    """Slots by key; `clock` is the database's but in tests, for machines' clocks differ."""

    database: FleetDatabase
    clock: Callable[[], float] | None = None
    sleep: Callable[[float], None] = time.sleep

    def wait(self, key: str, a_minute: int) -> None:
        """Return when the next request of that key may go; at once where there is no limit."""
        if not a_minute:
            return
        step = _MINUTE / (a_minute * _SHARE)
        ((pause,),) = self._ask(_RESERVE, key, step=step, idle=step * (_BURST - 1))
        if pause > 0:
            self.sleep(pause)

    def push(self, key: str) -> None:
        """Somebody outside used the minute up: everybody's next slot is a minute from now."""
        # Google on a 429: "after 1 minute you can execute requests again" (Sheets API limits).
        self._ask(_PUSH, key, step=_MINUTE)

    def _ask(self, statement: str, key: str, **spans: float) -> list[Any]:
        # One statement and no lock of the fleet's: the row's own makes all who want a slot queue.
        if self.database.url and self.clock is None:
            return self.database.alone(statement.format(now=SERVER_CLOCK), {"key": key, **spans})
        now = (self.clock or time.time)()
        return self.database.alone(statement.format(now=":now"), {"key": key, "now": now, **spans})


@frozen
class AccountThrottle:
    """The reads and writes of one account of Google."""

    limiter: Limiter
    account: str
    reads: int
    writes: int

    def wait(self, *, writing: bool) -> None:
        """Return when the request may go."""
        self.limiter.wait(self._key(writing), self.writes if writing else self.reads)

    def refused(self, *, writing: bool) -> None:
        """Google says that the quota of the minute is used up."""
        self.limiter.push(self._key(writing))

    def _key(self, writing: bool) -> str:
        return f"{self.account} {'write' if writing else 'read'}"
