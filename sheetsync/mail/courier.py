"""Takes the letters that wait in the ledger to a server, and notes how far each came.

What is noted is on the disk before the next step is taken. A run that dies thus leaves a letter
pending that the server surely lacks, and unknown where nobody can say (RFC 1047); such a letter
is never sent again by itself.
"""

import random
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from sheetsync.errors import ConfigError, DeliveryError, SheetsyncError
from sheetsync.mail.phases import Answer
from sheetsync.model import Filed, LetterState

RETRIES = (60.0, 300.0, 900.0)  # seconds after which a deferred letter is tried again
# A letter may break the connection for the others, so it is made anew; a server that breaks so
# many at their first letter is ill.
_FRUITLESS = 2
_TAKEN = (LetterState.SENT, LetterState.UNKNOWN)


class Ledger(Protocol):
    """What the courier needs of the ledger."""

    def waiting(self) -> Sequence[Filed]:
        """The letters that have yet to go, with their bytes."""

    def keep(self, *letters: Filed) -> None:
        """Note state, reply and tries of these letters; they are on the disk when this returns."""


class Transport(Protocol):
    """A way to mailboxes."""

    @property
    def repeatable(self) -> bool:
        """Whether handing a letter over twice changes nothing."""

    def address(self, letter: Filed) -> Answer:
        """Say for whom the letter is."""

    def hand_over(self, letter: Filed) -> Answer:
        """Give the letter away."""

    def close(self) -> None:
        """Nothing more comes."""


def _jitter() -> float:
    return random.uniform(0.8, 1.2)  # noqa: S311 - nothing is secret about a pause


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often to try again: after these `pauses` in seconds, which `sleep` waits for.

    Each is multiplied by what `jitter` says, so that not all plans come back at once.
    """

    sleep: Callable[[float], None]
    pauses: tuple[float, ...] = RETRIES
    jitter: Callable[[], float] = _jitter


class Fate(NamedTuple):
    """What became of one letter on a tour."""

    letter: Filed
    state: LetterState
    reply: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tour:
    """What a courier did: the fate of each letter that was tried, and what stopped it.

    `held` letters are beyond the limit of the day and were not tried.
    """

    fates: tuple[Fate, ...] = ()
    held: int = 0
    problem: SheetsyncError | None = None


def deliver(
    ledger: Ledger,
    connect: Callable[[], Transport],
    *,
    patience: Patience,
    allowance: int | None = None,
) -> Tour:
    """Take every waiting letter where it goes, at most `allowance` of them (None: all).

    A refusal for now is tried again after each pause. An unreachable server, a refused password
    or a server that closes stops the tour; what has not gone stays pending. Nothing is raised
    for it: the tour says it.
    """
    courier = _Courier(ledger, connect, allowance)
    try:
        courier.rounds(patience)
    except (DeliveryError, ConfigError) as error:
        courier.problem = error
    return Tour(fates=tuple(courier.fates.values()), held=courier.held, problem=courier.problem)


class _Courier:
    """One tour as far as it has come."""

    def __init__(
        self, ledger: Ledger, connect: Callable[[], Transport], allowance: int | None
    ) -> None:
        self._ledger = ledger
        self._connect = connect
        self._left = allowance
        self._answered: tuple[Filed, ...] = ()  # yet to be noted, before anything else is done
        self.fates: dict[int, Fate] = {}
        self.held = 0
        self.problem: SheetsyncError | None = None

    def rounds(self, patience: Patience) -> None:
        """All that waits, and after each pause what was deferred. Raises what stops the tour."""
        self._round()
        for pause in patience.pauses:
            if self._left == 0 or not self._deferred():
                return
            patience.sleep(pause * patience.jitter())
            self._round()

    def _deferred(self) -> bool:
        return any(fate.state is LetterState.DEFERRED for fate in self.fates.values())

    def _round(self) -> None:
        queue = deque(self._ledger.waiting())
        fruitless = 0
        while queue and self._left != 0 and fruitless < _FRUITLESS:
            before = len(queue)
            with closing(self._connect()) as transport:
                self._converse(queue, transport)
            fruitless = fruitless + 1 if before - len(queue) == 1 else 0
        self.held = len(queue) if self._left == 0 else 0
        if queue and not self.held:
            raise DeliveryError(
                f"Связь с почтовым сервером рвётся, писем ждёт: {len(queue)}. Они уйдут со "
                "следующим запуском или по команде «sheetsync outbox retry»."
            )

    def _converse(self, queue: deque[Filed], transport: Transport) -> None:
        """Hand over letters until there are none, the limit is reached or the connection lost."""
        try:
            while queue and self._left != 0:
                answer = self._take(queue.popleft(), transport)
                if answer.closing:
                    raise DeliveryError(
                        f"Почтовый сервер прервал приём ({answer.reply}), писем ждёт: "
                        f"{len(queue)}. Они уйдут со следующим запуском или по команде "
                        "«sheetsync outbox retry»."
                    )
                if answer.lost:
                    return
        finally:
            self._note()

    def _note(self, *letters: Filed) -> None:
        """Keep them together with the one before: a commit costs as much as an answer."""
        if noted := (*self._answered, *letters):
            self._ledger.keep(*noted)
        self._answered = ()

    def _take(self, letter: Filed, transport: Transport) -> Answer:
        tried = replace(letter, tries=letter.tries + 1)
        self._note(replace(tried, state=LetterState.SENDING))
        answer = transport.address(letter)
        if answer.good:
            if not transport.repeatable:
                self._note(replace(tried, state=LetterState.DATA))
            answer = transport.hand_over(letter)
        self._answered = (replace(tried, state=answer.state, reply=answer.reply),)
        if self._left is not None and answer.state in _TAKEN:
            self._left -= 1
        self.fates[letter.id] = Fate(letter, answer.state, answer.reply)
        return answer
