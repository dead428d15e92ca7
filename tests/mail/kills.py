"""Kills runs while they deliver, and counts what became of the letters."""

import random
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sheetsync.model import LetterState, OutgoingLetter
from sheetsync.state.store import open_store
from tests.mail.filed import DAY, NOW, StoredLedger, post
from tests.mail.post_server import At, Fault, PostServer
from tests.mail.sender import run_once
from tests.state.children import children
from tests.state.rows import PLAN, Once

PATIENCE = 60  # seconds for a letter to come to the server
# A kill comes at random, or when the server fell silent over a letter: with it taken, or not.
WAYS = (None, Fault.TAKEN_SILENT, None, Fault.SILENT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """By addressee what the ledger says in the end, and how often the server got the letter."""

    states: dict[str, LetterState]
    delivered: Counter[str]

    @property
    def unknown(self) -> set[str]:
        """Those of which the ledger does not claim to know."""
        return {to for to, state in self.states.items() if state is LetterState.UNKNOWN}

    @property
    def lost(self) -> set[str]:
        """Neither delivered nor admitted to be in doubt."""
        return self.states.keys() - self.delivered.keys() - self.unknown

    @property
    def doubled(self) -> set[str]:
        """Delivered more than once."""
        return {to for to, times in self.delivered.items() if times > 1}

    def __str__(self) -> str:
        arrived = len(self.unknown & self.delivered.keys())
        return (
            f"{len(self.states)} letters: {len(self.lost)} lost, {len(self.doubled)} doubled, "
            f"{len(self.unknown)} unknown, {arrived} of them delivered"
        )


def deliver_under_kills(
    path: Path, server: PostServer, letters: Iterable[OutgoingLetter], *, kills: int
) -> Outcome:
    """File the letters in a store there, kill so many runs, and let a last one end its work."""
    with open_store(path) as store:
        post(store, letters)
    for kill in range(kills):
        kill_a_run(path, server, WAYS[kill % len(WAYS)])
    deliver_the_rest(path, server)
    with open_store(path) as store:
        states = {letter.recipient: letter.state for letter in Once(store).filed(PLAN)}
        assert Once(store).settle(PLAN, DAY, now=NOW) == ()
        assert not StoredLedger(store).waiting()
    return Outcome(states, Counter(letter.to for letter in server.taken))


def kill_a_run(path: Path, server: PostServer, way: Fault | None) -> None:
    """Start a run, let some letters pass, and kill it."""
    run = children().Process(target=run_once, args=(path, server.settings(final_timeout=PATIENCE)))
    server.went_silent.clear()
    passing = random.randint(1, 3)
    if way:
        server.fails(At.DOT, *[""] * passing, way)
    goal = len(server.taken) + passing
    run.start()
    if way:
        assert server.went_silent.wait(PATIENCE)
    else:
        wait_for(server, goal)
    run.kill()
    run.join()
    assert run.exitcode == -9


def wait_for(server: PostServer, goal: int) -> None:
    """Until so many letters were taken, and a moment more that is shorter than a letter takes."""
    until = time.monotonic() + PATIENCE
    while len(server.taken) < goal and time.monotonic() < until:
        time.sleep(0.0005)
    time.sleep(random.uniform(0, 0.005))


def deliver_the_rest(path: Path, server: PostServer) -> None:
    run = children().Process(target=run_once, args=(path, server.settings()))
    run.start()
    run.join()
    assert run.exitcode == 0
