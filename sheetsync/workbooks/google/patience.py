"""How long Google is tried: the time that failures may take in all, and what is left of it."""

import random
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

import requests

from sheetsync.model.frozen import frozen
from sheetsync.workbooks.google.causes import Cause, Retry, Trouble, cause_of
from sheetsync.workbooks.google.troubles import FAILURES, TimeIsUp, trouble_of

_Answer = TypeVar("_Answer")
_CONNECTING = 10.0
_ANSWERING = 200.0  # Google gives up on a request after 180 s
_MINUTE = 60.0  # the quota is refilled every minute
_LONGEST_PAUSE = 32.0
_MOMENT = 0.5
_SENT = 100_000.0  # bytes a second that Google takes in at least
_RECEIVED = 20_000.0  # bytes a second at which an answer is worth waiting for
_SPARED = 0.75  # of the time for a write: a look must follow where it breaks off


@frozen
class Patience:
    """Seconds that failures may take in all, and the clock, sleep and chance that tests replace.

    `timeout` is for connecting and for an answer to begin.
    """

    deadline: float = 300.0
    timeout: tuple[float, float] = (_CONNECTING, _ANSWERING)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[float, float], float] = random.uniform  # jitter needs no secrecy


UNATTENDED = Patience()
"""For the daily run: what passes in minutes is waited for."""

ATTENDED = Patience(deadline=12.0)
"""For whoever sits and waits: 20 s after they called, a slow start included, all is said."""


class Budget:
    """What is left of the time. What succeeds costs nothing, however long it takes."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self.left = patience.deadline
        self._answer: requests.Response | None = None

    def notice(self, response: requests.Response, *_args: object, **_kwargs: object) -> None:
        """An answer that begins to come, as a hook of requests: a long one may take its time."""
        self._answer = response

    def timeout(self, sends: int | None = None) -> tuple[float, float]:
        """How long one try may take to connect, and to be answered; `sends` as of `persist`."""
        limit = max(self._limit(sends), 0.001)
        connecting, answering = self.patience.timeout
        return min(connecting, limit), min(answering, limit)

    def persist(
        self,
        call: Callable[[], _Answer],
        *,
        sends: int | None = None,
        ready: Callable[[], None] = lambda: None,
    ) -> _Answer:
        """What `call` gives, tried again while that may help and some time is left.

        `ready` is waited for before each try, which costs none of the time. `sends` is how many
        bytes a write sends or has sent back, None for a read. A write is only repeated where it
        was surely not applied. Raises what the last try did, `TimeIsUp` where there was no time
        for any.
        """
        tries = 0
        while True:
            tries += 1
            ready()
            try:
                return self._try(call, self._limit(sends))
            except FAILURES as error:
                trouble = trouble_of(error)
                cause = cause_of(trouble)
                is_read = sends is None
                is_worth_it = cause.retry is not Retry.NO if is_read else cause.spares(trouble)
                if not (is_worth_it and self._wait(self._pause(cause, trouble, tries=tries))):
                    raise

    def _limit(self, sends: int | None) -> float:
        return self.left if sends is None else self.left * _SPARED + sends / _SENT

    def _try(self, call: Callable[[], _Answer], limit: float) -> _Answer:
        """One try; names that are looked up for ever and answers that drip are broken off."""
        if self.left <= 0:
            raise TimeIsUp
        started, self._answer = self.patience.clock(), None
        try:
            # A moment longer than the timeouts within, which tell more exactly what happened.
            return _within(limit + _MOMENT, call, more=self._coming)
        except TimeIsUp:
            # Not by the clock: what `more` allowed on top went for an answer that was coming.
            self.left -= limit
            raise
        except Exception:
            self.left -= self.patience.clock() - started
            raise

    def _coming(self) -> float:
        """Seconds more for an answer that comes at a good pace."""
        return float(self._answer.raw.tell()) / _RECEIVED if self._answer else 0.0

    def _wait(self, seconds: float) -> bool:
        """Sleep before another try; False where no time is left for that."""
        if seconds >= self.left:
            return False
        self.patience.sleep(seconds)
        self.left -= seconds
        return True

    def _pause(self, cause: Cause, trouble: Trouble, *, tries: int) -> float:
        """Seconds until another try makes sense.

        At least a minute where the quota is used up: by then it is full again, and a second
        refusal costs more.
        """
        chance = self.patience.chance
        if cause.retry is Retry.NEXT_MINUTE:
            return max(trouble.retry_after, _MINUTE) + chance(0.0, 5.0)
        # Google asks for truncated exponential backoff; chance over the whole of it parts those
        # who were refused together.
        return chance(0.0, min(_LONGEST_PAUSE, 2.0**tries))


def _within(seconds: float, call: Callable[[], _Answer], *, more: Callable[[], float]) -> _Answer:
    """The result of `call`; raises TimeIsUp where it takes longer than `more` allows.

    The call goes on by itself then: looking names up and waiting for bytes have no end that a
    caller could set.
    """
    outcome: Future[_Answer] = Future()

    def work() -> None:
        try:
            outcome.set_result(call())
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            outcome.set_exception(error)

    # A daemon: one that hangs in a look-up of a name must not keep the program from ending.
    Thread(target=work, daemon=True).start()
    given, pause = seconds, seconds
    while pause > 0:
        if wait([outcome], timeout=pause).done:
            return outcome.result()
        due = seconds + more()
        given, pause = due, due - given
    raise TimeIsUp
