"""A run killed while it delivers loses no letter and sends none twice.

Real processes and real SIGKILLs: some at a random moment, some exactly when the server has the
whole letter and the run has not read the answer. tests.drivers.mail_kills is the long form.
"""

import sys
from pathlib import Path

import pytest

from sheetsync.model import LetterState
from tests.mail.filed import posted
from tests.mail.kills import deliver_under_kills
from tests.mail.post_server import PostServer

KILLS, LETTERS = 4, 40
LINES = 100  # of a letter, which has 7 KB then

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def test_no_letter_is_lost_or_doubled_however_often_runs_are_killed(
    tmp_path: Path, server: PostServer
) -> None:
    letters = [posted(number, lines=LINES) for number in range(1, LETTERS + 1)]
    outcome = deliver_under_kills(tmp_path / "sheetsync.db", server, letters, kills=KILLS)
    assert set(outcome.states.values()) <= {LetterState.SENT, LetterState.UNKNOWN}
    assert not outcome.lost
    assert not outcome.doubled
    assert {letter.content for letter in server.taken} <= {letter.raw for letter in letters}
    # Every kill over a silent server left its letter in doubt, and no kill more than one.
    assert KILLS // 2 <= len(outcome.unknown) <= KILLS
