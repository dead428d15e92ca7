"""A run killed while it delivers loses no letter and sends none twice.

Real processes and real SIGKILLs: some at a random moment, some exactly when the server has the
whole letter and the run has not read the answer. SHEETSYNC_MAIL_KILLS says how many; the bar is
30 kills in 300 letters, ten letters a kill.
"""

import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from sheetsync.model import LetterState
from sheetsync.state.store import open_store
from tests.mail.filed import DAY, NOW, StoredLedger, post, posted
from tests.mail.post_server import At, Fault, PostServer
from tests.mail.sender import run_once
from tests.state.children import children
from tests.state.rows import PLAN, Once

KILLS = int(os.environ.get("SHEETSYNC_MAIL_KILLS", "4"))
LETTERS = 10 * KILLS
LINES = 100  # of a letter, which has 7 KB then
PATIENCE = 60  # seconds for a letter to come to the server
# A kill comes at random, or when the server fell silent over a letter: with it taken, or not.
WAYS = (None, Fault.TAKEN_SILENT, None, Fault.SILENT)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def kill_a_run(path: Path, server: PostServer, way: Fault | None) -> None:
    """Start a run, let some letters pass, and kill it."""
    run = children().Process(target=run_once, args=(path, server.settings(final_timeout=PATIENCE)))
    server.went_silent.clear()
    passing = random.randint(1, 5)
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


def test_no_letter_is_lost_or_doubled_however_often_runs_are_killed(
    tmp_path: Path, server: PostServer
) -> None:
    path = tmp_path / "sheetsync.db"
    letters = [posted(number, lines=LINES) for number in range(1, LETTERS + 1)]
    with open_store(path) as store:
        post(store, letters)
    for kill in range(KILLS):
        kill_a_run(path, server, WAYS[kill % len(WAYS)])
    deliver_the_rest(path, server)
    delivered = Counter(letter.to for letter in server.taken)
    with open_store(path) as store:
        states = {letter.to: letter.state for letter in Once(store).filed(PLAN)}
        assert Once(store).settle(PLAN, DAY, now=NOW) == ()
        assert not StoredLedger(store).waiting()
    unknown = {to for to, state in states.items() if state is LetterState.UNKNOWN}
    print(f"{KILLS} kills, {LETTERS} letters: {len(unknown)} unknown, ", end="")
    print(f"{len(unknown & delivered.keys())} of them delivered")
    assert set(states.values()) <= {LetterState.SENT, LetterState.UNKNOWN}
    assert set(delivered.values()) == {1}  # none doubled
    assert {letter.content for letter in server.taken} <= {letter.raw for letter in letters}
    assert {to for to, state in states.items() if to not in delivered} <= unknown  # none lost
    assert len(unknown) >= KILLS // 2  # every kill over a silent server left its letter in doubt
