"""Takes the letters that wait in the ledger to a server, and notes how far each came.

That a letter is on its way is on the disk before the server gets the end of its text, and what
became of it before the next one's. A run that dies thus leaves one letter of which nobody can say
whether it arrived (RFC 1047); such a letter is never sent again by itself.
"""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from typing import NamedTuple, Protocol

from sheetsync.errors import ConfigError, DeliveryError, SheetsyncError
from sheetsync.mail.replies import Blame, Phase, Reply, stop_words
from sheetsync.model import LetterState, StoredLetter
from sheetsync.model.frozen import frozen

RETRIES = (60.0, 300.0, 900.0)  # seconds after which a deferred letter is tried again
# A letter may break the connection for the others, so it is made anew; a server that breaks so
# many at their first letter is ill.
_FRUITLESS = 2
_REFUSED = 3


class Ledger(Protocol):
    """What a delivery needs of the ledger."""

    def waiting(self) -> Sequence[StoredLetter]:
        """The letters that have yet to go, with their bytes."""

    def keep(self, *letters: StoredLetter) -> None:
        """Note state, reply and tries of these letters; they are on the disk when this returns."""


class Transport(Protocol):
    """A way to mailboxes."""

    def send(self, letter: StoredLetter, note: Callable[[], None]) -> Reply:
        """Give the letter away; the answer is the last one about it.

        `note` is called once before it could arrive, unless a letter given twice arrives once;
        best while the other side has something to do.
        """

    def close(self) -> None:
        """End the conversation."""


def _jitter() -> float:
    import random  # few runs meet a server that wants them later

    return random.uniform(0.8, 1.2)  # noqa: S311 - nothing is secret about a pause


@frozen
class RetryPolicy:
    """How often to try again: after these `pauses` in seconds, which `sleep` waits for.

    Each is multiplied by what `jitter` says, so that not all plans come back at once.
    """

    sleep: Callable[[float], None]
    pauses: tuple[float, ...] = RETRIES
    jitter: Callable[[], float] = _jitter


class DeliveryResult(NamedTuple):
    """What became of one letter; `blame` says for whose sake it was refused."""

    letter: StoredLetter
    state: LetterState
    reply: str
    blame: Blame | None = None

    @property
    def ours(self) -> bool:
        """Whether it was refused for our own sake."""
        return self.blame is not None and self.blame.ours


@frozen
class DeliveryReport:
    """What became of each letter that was tried, and what stopped the delivery.

    `held` letters are beyond the limit of the day and were not tried.
    """

    results: tuple[DeliveryResult, ...] = ()
    held: int = 0
    problem: SheetsyncError | None = None


def deliver(
    ledger: Ledger,
    connect: Callable[[], Transport],
    *,
    patience: RetryPolicy,
    allowance: int | None = None,
    turn: Callable[[], None] | None = None,
) -> DeliveryReport:
    """Take every waiting letter where it goes, at most `allowance` of them (None: all).

    Each waits for its `turn`, where letters have to keep a distance. A refusal for now is tried
    again after each pause. An unreachable server, a refused password, a refusal that every letter
    would meet or a server that closes stops it; what has not gone stays pending. Nothing is raised
    for it: the report says it.
    """
    delivery = _Delivery(ledger, connect, allowance, turn)
    try:
        delivery.rounds(patience)
    except (DeliveryError, ConfigError) as error:
        delivery.problem = error
    return DeliveryReport(
        results=tuple(delivery.results.values()), held=delivery.held, problem=delivery.problem
    )


class _Delivery:
    """A delivery as far as it has come."""

    def __init__(
        self,
        ledger: Ledger,
        connect: Callable[[], Transport],
        allowance: int | None,
        turn: Callable[[], None] | None,
    ) -> None:
        self._ledger = ledger
        self._connect = connect
        self._left = allowance
        self._turn = turn
        self._refused = 0  # in a row, for our own sake, before any letter was taken
        self.results: dict[int, DeliveryResult] = {}
        self.held = 0
        self.problem: SheetsyncError | None = None

    def rounds(self, patience: RetryPolicy) -> None:
        """All that waits, and after each pause what was deferred. Raises what stops it."""
        left = self._round()
        for pause in patience.pauses:
            if self._left == 0 or not (left or self._deferred()):
                break
            patience.sleep(pause * patience.jitter())
            left = self._round()
        ours = next((result for result in self.results.values() if result.ours), None)
        if ours:
            waiting = left + sum(result.ours for result in self.results.values())
            raise DeliveryError(stop_words(ours.blame, ours.reply, waiting=waiting))

    def _deferred(self) -> bool:
        return any(self._comes_back(result) for result in self.results.values())

    def _comes_back(self, result: DeliveryResult) -> bool:
        """Whether another try today may end better."""
        patient = not result.ours or result.blame is Blame.PACE
        return result.state is LetterState.DEFERRED and patient

    def _round(self) -> int:
        """Deliver once; returns how many letters the server left for the next round."""
        waiting = self._ledger.waiting()
        again = (each for each in waiting if self._is_to_go(each))
        queue, fruitless, hurried = deque(again), 0, False
        while queue and self._left != 0 and fruitless < _FRUITLESS and not hurried:
            before = len(queue)
            with closing(self._connect()) as transport:
                hurried = self._converse(queue, transport)
            fruitless = fruitless + 1 if before - len(queue) == 1 else 0
        self.held = len(queue) if self._left == 0 else 0
        if queue and not self.held and not hurried:
            raise DeliveryError(
                "The connection to the mail server keeps breaking, letters that wait: "
                "{count}. They go with the next run or by “sheetsync outbox retry”.",
                count=len(queue),
            )
        return len(queue) if hurried else 0

    def _is_to_go(self, letter: StoredLetter) -> bool:
        result = self.results.get(letter.id)
        return result is None or self._comes_back(result)

    def _converse(self, queue: deque[StoredLetter], transport: Transport) -> bool:
        """Hand over letters until there are none, the limit is reached or the connection lost.

        Returns whether the server wants a pause. Raises what every other letter would meet too.
        """
        answered: list[StoredLetter] = []  # yet to be noted
        try:
            while queue and self._left != 0:
                self._await_turn(answered)
                letter = queue.popleft()
                answer = self._take(letter, transport, answered)
                tried = letter.tries + 1
                answered.append(
                    replace(letter, state=answer.state, reply=answer.reply, tries=tried)
                )
                self._stop_for(answer, waiting=len(queue))
                if answer.blame is Blame.PACE or answer.lost:
                    return answer.blame is Blame.PACE
        finally:
            self._keep(answered)
        return False

    def _await_turn(self, answered: list[StoredLetter]) -> None:
        if self._turn is not None:
            # First, or a run killed in the wait would leave the letter before it in doubt.
            self._keep(answered)
            self._turn()

    def _keep(self, noted: list[StoredLetter]) -> None:
        if noted:
            self._ledger.keep(*noted)
            noted.clear()

    def _stop_for(self, answer: Reply, *, waiting: int) -> None:
        """Raise DeliveryError where no other letter would fare better now."""
        if self._is_for_all(answer):
            raise DeliveryError(stop_words(answer.blame, answer.reply, waiting=waiting + 1))
        if answer.closing:
            raise DeliveryError(
                "The mail server broke off ({reply}), letters that wait: {waiting}. They "
                "go with the next run or by “sheetsync outbox retry”.",
                reply=answer.reply,
                waiting=waiting,
            )

    def _is_for_all(self, answer: Reply) -> bool:
        """Whether the answer is one that any letter would get.

        A login may be good for some addressees only, so that is believed of several in a row.
        """
        if answer.blame is Blame.ACCESS and not answer.to_sender:
            self._refused += 1
            return self._refused >= _REFUSED and not self._any_taken()
        self._refused = 0
        return answer.blame in (Blame.LIMIT, Blame.SENDER, Blame.ACCESS)

    def _any_taken(self) -> bool:
        return any(result.state.taken for result in self.results.values())

    def _take(
        self, letter: StoredLetter, transport: Transport, answered: list[StoredLetter]
    ) -> Reply:
        """Take the letter as far as it comes; the end of its text only once the disk says so.

        A commit takes less time than a server to read a text, so it costs none in between. In a
        thread of its own it took longer, for the interpreter's lock went back and forth.
        """

        def note() -> None:
            answered.append(replace(letter, state=LetterState.DATA, tries=letter.tries + 1))
            self._keep(answered)

        answer = transport.send(letter, note)
        if answer.blame is Blame.SENDER and answer.to_sender and self._any_taken():
            # The sender is good, so without a word about it something else is meant.
            answer = replace(answer, phase=Phase.RECIPIENT)
        self.results[letter.id] = DeliveryResult(letter, answer.state, answer.reply, answer.blame)
        if self._left is not None and answer.state.taken:
            self._left -= 1
        return answer
