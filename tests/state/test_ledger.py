"""The ledger: a letter is filed once, its state is what is true of it, its bytes go in time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from sheetsync.daily.delivering import DayLedger
from sheetsync.model import LetterState, Notification, OutgoingLetter, StoredLetter
from sheetsync.state.store import Store
from tests.state.rows import PLAN, Once, row, snapshot

NOW = snapshot(1).taken
DAY = NOW.date()
NOTIFICATIONS = (
    Notification(1, "", "Отдел кадров", date(2021, 1, 31), "before-7"),
    Notification(2, "март", "Отдел кадров", None, "ask-02"),
)


@pytest.fixture
def store(opened: Callable[[], Store]) -> Iterator[Store]:
    with opened() as store:
        yield store


def letter(address: str = "hr@example.org", *, day: date = DAY, scope: str = "") -> OutgoingLetter:
    return OutgoingLetter(
        day=day,
        kind="between",
        address=address,
        recipient=address,
        scope=scope,
        trigger="before-7",
        subject=f"План, {address}",
        message_id=f"<between.{day:%Y%m%d}@example.org>",
        raw=f"To: {address}\r\n\r\ntext\r\n".encode(),
        notifications=NOTIFICATIONS,
    )


def post(store: Store, *letters: OutgoingLetter, plan: str = PLAN) -> tuple[int, ...]:
    with store.writing() as transaction:
        serial = transaction.remember(plan, snapshot(1, row(1)))
        filed = transaction.file(plan, letters, snapshot=serial, now=NOW)
    return tuple(each.id for each in filed)


def mark(store: Store, id_: int, state: LetterState) -> None:
    Once(store).note_states({id_: (state, "250 OK", 1)}, now=NOW)


def filed(store: Store, id_: int) -> StoredLetter:
    found = Once(store).letter(PLAN, id_)
    assert found
    return found


def test_a_letter_lies_there_as_it_was_posted(store: Store) -> None:
    (id_,) = post(store, letter())
    found = filed(store, id_)
    assert (found.state, found.notifications, found.raw) == ("pending", NOTIFICATIONS, letter().raw)
    assert found.sha256 == sha256(letter().raw).hexdigest()
    assert (found.changed, found.snapshot) == (NOW, 1)


def test_a_letter_is_filed_once(store: Store) -> None:
    post(store, letter())
    again = replace(letter(), raw=b"other", subject="Другая")
    assert post(store, again, letter(scope="redirect"), letter("b@example.org")) == (2, 3)
    assert filed(store, 1).raw == letter().raw


def test_a_transaction_that_fails_files_nothing(store: Store) -> None:
    def fail() -> None:
        with store.writing() as transaction:
            transaction.file(PLAN, [letter()], snapshot=1, now=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert Once(store).filed(PLAN) == ()


def test_what_was_told_is_asked_by_plan_and_scope(store: Store) -> None:
    post(store, letter(), letter("b@example.org"), letter(scope="redirect"))
    post(store, letter("c@example.org"), plan="второй")
    told = Once(store).filed(PLAN, scope="")
    assert [each.address for each in told] == ["hr@example.org", "b@example.org"]
    assert {each.notifications for each in told} == {NOTIFICATIONS}
    assert len(Once(store).filed(PLAN, scope="redirect")) == 1


def test_what_waits_is_of_the_day_and_in_the_order_of_filing(store: Store) -> None:
    tomorrow = DAY + timedelta(days=1)
    ids = post(store, *(letter(f"{n}@example.org") for n in "cab"), letter(day=tomorrow))
    mark(store, ids[0], LetterState.DEFERRED)
    mark(store, ids[1], LetterState.SENT)
    waiting = Once(store).waiting(PLAN, DAY)
    assert [each.recipient for each in waiting] == ["c@example.org", "b@example.org"]
    assert waiting[1].raw == letter("b@example.org").raw
    assert Once(store).count_waiting(PLAN, DAY) == 2


def test_a_delivery_takes_some_kinds_before_the_others(store: Store) -> None:
    alarm = replace(letter("coordinator@example.org"), kind="coordinator")
    post(store, letter("a@example.org"), letter("b@example.org"), alarm)
    ledger = DayLedger(store=store, plan=PLAN, day=DAY, scope="", first=("coordinator",), now=NOW)
    coordinator, *others = ledger.waiting()
    assert [coordinator.recipient, *(each.recipient for each in others)] == [
        "coordinator@example.org",
        "a@example.org",
        "b@example.org",
    ]
    ledger.keep(replace(coordinator, state=LetterState.SENT, reply="250 OK", tries=1))
    assert list(ledger.waiting()) == others


def test_letters_that_a_server_may_have_count_for_the_day_in_all_plans(store: Store) -> None:
    ids = post(store, *(letter(f"{state}@example.org") for state in LetterState))
    for id_, state in zip(ids, LetterState, strict=True):
        mark(store, id_, state)
    (other,) = post(store, letter(scope="redirect"), plan="второй")
    mark(store, other, LetterState.SENT)
    assert Once(store).taken_on(DAY) == 4


@pytest.mark.parametrize(
    ("state", "same_day", "later"),
    [
        ("pending", "pending", "expired"),
        ("sending", "pending", "expired"),
        ("data", "unknown", "unknown"),
        ("deferred", "deferred", "expired"),
        ("sent", "sent", "sent"),
        ("rejected", "rejected", "rejected"),
        ("unknown", "unknown", "unknown"),
    ],
)
def test_what_a_dead_run_left_is_settled(
    store: Store, state: str, same_day: str, later: str
) -> None:
    (id_,) = post(store, letter())
    mark(store, id_, LetterState(state))
    Once(store).settle(PLAN, DAY, now=NOW)
    assert filed(store, id_).state == same_day
    mark(store, id_, LetterState(state))
    changed = Once(store).settle(PLAN, DAY + timedelta(days=1), now=NOW)
    assert filed(store, id_).state == later
    assert [each.state for each in changed] == [later] * (later != state)


def test_bytes_go_30_days_after_the_end_and_their_hash_stays(store: Store) -> None:
    (id_,) = post(store, letter())
    mark(store, id_, LetterState.SENT)
    for days, kept in ((30, True), (31, False)):
        later = NOW + timedelta(days=days)
        Once(store).settle(PLAN, later.date(), now=later)
        assert (filed(store, id_).raw is not None) == kept
    assert filed(store, id_).sha256 == sha256(letter().raw).hexdigest()
    assert filed(store, id_).reply == "250 OK"


def test_letters_are_found_by_state_and_day(store: Store) -> None:
    ids = post(store, letter("a@example.org"), letter("b@example.org"))
    mark(store, ids[1], LetterState.UNKNOWN)
    (found,) = Once(store).filed(PLAN, states=[LetterState.UNKNOWN], day=DAY)
    assert (found.id, found.raw) == (ids[1], None)
    assert Once(store).filed(PLAN, day=DAY + timedelta(days=1)) == ()


def test_the_day_of_the_last_word_is_remembered(store: Store) -> None:
    with store.writing() as transaction:
        transaction.note_words(PLAN, [1, 2], DAY)
        transaction.note_words(PLAN, [2], DAY + timedelta(days=3))
    assert Once(store).past(PLAN).words == {1: DAY, 2: DAY + timedelta(days=3)}


def test_a_snapshot_is_found_by_its_serial(store: Store) -> None:
    assert [Once(store).remember(PLAN, snapshot(day, row(1))) for day in (1, 2)] == [1, 2]
    assert Once(store).past(PLAN).snapshot(1) == snapshot(1, row(1))
    assert Once(store).past(PLAN).snapshot(3) is None
