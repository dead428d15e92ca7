"""What an answer means depends on how far the letter had come."""

import pytest

from sheetsync.mail.replies import Phase, Reply
from sheetsync.model import LetterState

MEANINGS = [
    (Phase.RECIPIENT, 450, LetterState.DEFERRED),
    (Phase.RECIPIENT, 421, LetterState.DEFERRED),
    (Phase.RECIPIENT, 550, LetterState.REJECTED),
    (Phase.RECIPIENT, 354, LetterState.DEFERRED),  # against the protocol, and nothing was sent
    (Phase.RECIPIENT, None, LetterState.DEFERRED),
    (Phase.TEXT, 250, LetterState.SENT),
    (Phase.TEXT, 452, LetterState.DEFERRED),
    (Phase.TEXT, 421, LetterState.DEFERRED),
    (Phase.TEXT, 554, LetterState.REJECTED),
    (Phase.TEXT, 354, LetterState.UNKNOWN),
    (Phase.TEXT, -1, LetterState.UNKNOWN),  # smtplib's code for a line that is no answer
    (Phase.TEXT, None, LetterState.UNKNOWN),
    (Phase.SENDER, 451, LetterState.DEFERRED),
    (Phase.FILE, 250, LetterState.WRITTEN),
    (Phase.FILE, 451, LetterState.DEFERRED),
]


def answer(phase: Phase, code: int | None) -> Reply:
    return Reply(phase=phase, code=code, words="so it is")


@pytest.mark.parametrize(("phase", "code", "state"), MEANINGS)
def test_an_answer_says_what_becomes_of_the_letter(
    phase: Phase, code: int | None, state: LetterState
) -> None:
    assert answer(phase, code).state is state


@pytest.mark.parametrize(("phase", "code", "state"), MEANINGS)
def test_only_an_answer_of_200_is_good(phase: Phase, code: int | None, state: LetterState) -> None:
    assert answer(phase, code).good == (code == 250)


def test_no_answer_is_a_lost_connection() -> None:
    assert answer(Phase.TEXT, None).lost
    assert not answer(Phase.TEXT, 421).lost


def test_421_closes_the_connection() -> None:
    assert answer(Phase.RECIPIENT, 421).closing
    assert not answer(Phase.RECIPIENT, 450).closing


def test_the_ledger_keeps_the_code_with_the_words() -> None:
    assert answer(Phase.TEXT, 250).reply == "250 so it is"
    assert answer(Phase.TEXT, None).reply == "so it is"


def test_no_server_has_spoken_where_a_file_was_written() -> None:
    assert answer(Phase.FILE, 250).reply == "so it is"
