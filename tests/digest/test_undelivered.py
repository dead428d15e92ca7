"""Which mailboxes rest, and what did not arrive."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sheetsync.digest.policy import decide
from sheetsync.digest.undelivered import RestingMailbox, failed, resting_mailboxes
from sheetsync.model import LetterState, StoredLetter
from tests.builders import measure
from tests.digest.days import Office

MONDAY = date(2021, 4, 5)
ADDRESS = "hr@example.org"
REFUSED, SENT = LetterState.REJECTED, LetterState.SENT


def letters(*states: LetterState) -> list[StoredLetter]:
    """One a day to the same mailbox, the first on the Monday."""
    return [
        StoredLetter(
            day=MONDAY + timedelta(days=at),
            kind="between",
            address=ADDRESS,
            state=state,
            id=at + 1,
            recipient=ADDRESS,
            changed=datetime(2021, 4, 5, tzinfo=UTC),
        )
        for at, state in enumerate(states)
    ]


def rests(
    *states: LetterState, today: date, mended: Mapping[str, date] | None = None, blames: bool = True
) -> dict[str, RestingMailbox]:
    return resting_mailboxes(letters(*states), mended or {}, today=today, blames=lambda _: blames)


@pytest.mark.parametrize(("days", "rest"), [(0, False), (1, True), (6, True), (7, False)])
def test_a_mailbox_that_refuses_rests_for_a_week_from_the_next_day(days: int, rest: bool) -> None:
    found = rests(REFUSED, today=MONDAY + timedelta(days=days))
    assert bool(found) is rest
    if found:
        assert found[ADDRESS].until == MONDAY + timedelta(days=7)


def test_after_three_refusals_in_a_row_it_rests_until_a_person_acts() -> None:
    later = MONDAY + timedelta(days=100)
    assert rests(REFUSED, REFUSED, REFUSED, today=later)[ADDRESS].until is None
    assert rests(REFUSED, SENT, REFUSED, REFUSED, today=later) == {}
    assert rests(REFUSED, REFUSED, REFUSED, today=later, mended={ADDRESS: later}) == {}


def test_what_is_refused_for_our_own_sake_says_nothing_of_the_mailbox() -> None:
    assert rests(REFUSED, today=MONDAY + timedelta(days=1), blames=False) == {}


def test_of_what_was_never_sent_only_the_last_is_told_until_another_letter_goes() -> None:
    late = LetterState.EXPIRED
    assert [one.id for one in failed(letters(late, late))] == [2]
    assert [one.id for one in failed(letters(late, SENT))] == []
    assert [one.id for one in failed(letters(REFUSED, SENT))] == [1]


def test_what_a_letter_to_a_mailbox_that_rests_would_have_told_is_held() -> None:
    today = date(2021, 4, 1)
    inputs = Office(measures=[measure()]).inputs(today)
    (told,) = decide(inputs).digests
    (letter,) = letters(REFUSED)
    memory = replace(
        inputs.memory, resting_mailboxes={ADDRESS: RestingMailbox(letter=letter, until=None)}
    )
    left = decide(replace(inputs, memory=memory))
    assert [digest.address for digest in left.digests if digest.address == told.address] == []
    assert [(hold.address, hold.reason) for hold in left.holds] == [(ADDRESS, "refused")]
