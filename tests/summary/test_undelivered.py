"""The letters that did not arrive, on the chair's tab."""

from datetime import UTC, date, datetime

import pytest

from sheetsync.model import LetterState, StoredLetter
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.lists import letters
from tests.builders import inputs, measure, plan


def filed(state: LetterState, reply: str = "") -> StoredLetter:
    return StoredLetter(
        id=1,
        day=date(2021, 5, 4),
        kind="monthly",
        address="hr@example.org",
        recipient="hr@example.org",
        scope="",
        state=state,
        trigger="monthly",
        subject="План 2021",
        message_id="<1@example.org>",
        sha256="",
        reply=reply,
        tries=1,
        changed=datetime(2021, 5, 4, tzinfo=UTC),
        snapshot=1,
        notifications=(),
    )


def lines(*found: StoredLetter) -> list[list[object]]:
    warnings = Warnings(workdays=Workdays("RU"))
    agenda = build_agenda(plan(measure()), today=date(2021, 5, 4), warnings=warnings)
    return [[cell.value for cell in row.cells] for row in letters(inputs(agenda, letters=found))]


def test_where_all_arrived_there_is_no_block() -> None:
    assert lines() == []


def test_a_letter_stands_there_with_its_day_its_reader_and_the_server_s_reply() -> None:
    assert lines(filed(LetterState.REJECTED, "550 no such user"))[-1] == [
        "4 мая",
        "hr@example.org",
        "сервер не принял: 550 no such user",
    ]


@pytest.mark.parametrize("state", [state for state in LetterState if state != LetterState.SENT])
def test_every_state_but_sent_has_its_words(state: LetterState) -> None:
    assert lines(filed(state))[-1][-1]
