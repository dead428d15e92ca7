"""The courier alone: in which order it notes and does things, without a server or a disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sheetsync.errors import ConfigError, DeliveryError, SheetsyncError, StateError
from sheetsync.mail.delivery import DeliveryReport, RetryPolicy, Transport, deliver
from sheetsync.mail.letter_folder import LetterFolder
from sheetsync.mail.replies import Phase, Reply
from sheetsync.model import LetterState, StoredLetter
from tests.mail.filed import DAY, NOW, posted

OPEN = (LetterState.PENDING, LetterState.DEFERRED)
LATER, NEVER, LOST = 451, 550, None


def filed(number: int) -> StoredLetter:
    letter = posted(number)
    return StoredLetter(
        id=number,
        day=DAY,
        kind=letter.kind,
        address=letter.address,
        recipient=letter.recipient,
        scope="",
        state=LetterState.PENDING,
        trigger="",
        subject="",
        message_id=letter.message_id,
        sha256="",
        reply="",
        tries=0,
        changed=NOW,
        snapshot=1,
        notifications=(),
        raw=letter.raw,
    )


@dataclass
class PostOffice:
    """A ledger and a transport in one, so that the order of what they are told is seen."""

    letters: dict[int, StoredLetter] = field(
        default_factory=lambda: {n: filed(n) for n in (1, 2, 3)}
    )
    answers: dict[tuple[Phase, int], list[int | None]] = field(default_factory=dict)
    diary: list[str] = field(default_factory=list)

    def waiting(self) -> Sequence[StoredLetter]:
        return [letter for letter in self.letters.values() if letter.state in OPEN]

    def keep(self, *letters: StoredLetter) -> None:
        self.letters.update({letter.id: letter for letter in letters})
        self.diary.append(", ".join(f"{letter.id} is {letter.state}" for letter in letters))

    def connect(self) -> Transport:
        self.diary.append("connect")
        return self

    def send(self, letter: StoredLetter, note: Callable[[], None]) -> Reply:
        answer = self._answer(Phase.RECIPIENT, letter)
        if not answer.good:
            return answer
        note()
        return self._answer(Phase.TEXT, letter)

    def close(self) -> None:
        self.diary.append("close")

    def _answer(self, phase: Phase, letter: StoredLetter) -> Reply:
        self.diary.append(f"{letter.id} {phase.value}")
        left = self.answers.get((phase, letter.id))
        return Reply(phase=phase, code=left.pop(0) if left else 250, words="")

    def states(self) -> list[str]:
        return [letter.state.value for letter in self.letters.values()]


def delivery(
    office: PostOffice,
    connect: Callable[[], Transport] | None = None,
    *,
    pauses: int = 0,
    allowance: int | None = None,
) -> DeliveryReport:
    def sleep(seconds: float) -> None:
        office.diary.append("sleep")

    patience = RetryPolicy(sleep=sleep, pauses=(1.0,) * pauses)
    return deliver(office, connect or office.connect, patience=patience, allowance=allowance)


def test_a_letter_is_noted_before_its_text_goes_and_its_fate_before_the_next_one_s() -> None:
    office = PostOffice(letters={1: filed(1), 2: filed(2)})
    delivery(office)
    noted = ["1 is data", "1 is sent, 2 is data", "2 is sent"]
    assert [line for line in office.diary if " is " in line] == noted
    done = [line for line in office.diary if "recipient" not in line]
    assert done == ["connect", noted[0], "1 text", noted[1], "2 text", noted[2], "close"]


def test_what_cannot_be_noted_is_not_sent() -> None:
    class Full(PostOffice):
        def keep(self, *letters: StoredLetter) -> None:
            raise StateError(f"на диске нет места, писем {len(letters)}")

    office = Full()
    with pytest.raises(StateError):
        delivery(office)
    assert not any("text" in line for line in office.diary)


def test_what_a_letter_met_is_noted_before_anything_stops_the_tour() -> None:
    office = PostOffice(answers={(Phase.TEXT, 1): [421]})
    assert isinstance(delivery(office).problem, DeliveryError)
    assert office.diary[-2:] == ["1 is deferred", "close"]


def test_letters_go_in_the_order_of_their_filing_over_one_connection() -> None:
    office = PostOffice()
    done = delivery(office)
    assert [result.letter.id for result in done.results] == [1, 2, 3]
    assert office.diary.count("connect") == office.diary.count("close") == 1


def test_nobody_connects_where_nothing_waits() -> None:
    office = PostOffice(letters={})
    assert delivery(office) == DeliveryReport()
    assert office.diary == []


def test_a_refused_addressee_is_never_given_the_text() -> None:
    office = PostOffice(answers={(Phase.RECIPIENT, 1): [NEVER]})
    delivery(office)
    assert "1 text" not in office.diary
    assert office.states() == ["rejected", "sent", "sent"]


def test_a_letter_in_doubt_is_not_tried_after_a_pause() -> None:
    office = PostOffice(answers={(Phase.TEXT, 1): [LOST], (Phase.RECIPIENT, 2): [LATER]})
    delivery(office, pauses=3)
    assert office.diary.count("1 text") == 1
    assert office.states() == ["unknown", "sent", "sent"]


def test_a_lost_connection_is_made_anew() -> None:
    office = PostOffice(answers={(Phase.TEXT, 1): [LOST]})
    assert delivery(office).problem is None
    assert office.diary.count("connect") == office.diary.count("close") == 2


def test_a_connection_is_made_anew_as_long_as_each_takes_a_letter() -> None:
    lost = {(Phase.TEXT, number): [LOST] for number in (2, 4, 6)}
    office = PostOffice(letters={n: filed(n) for n in range(1, 8)}, answers=dict(lost))
    assert delivery(office).problem is None
    assert office.states() == ["sent", "unknown"] * 3 + ["sent"]


def test_a_connection_lost_twice_at_its_first_letter_leaves_the_rest_for_later() -> None:
    office = PostOffice(answers={(Phase.RECIPIENT, 1): [LOST], (Phase.RECIPIENT, 2): [LOST]})
    assert isinstance(delivery(office, pauses=3).problem, DeliveryError)
    assert office.states() == ["deferred", "deferred", "pending"]
    assert "sleep" not in office.diary


def test_the_last_letter_may_lose_the_connection_for_the_second_time() -> None:
    office = PostOffice(answers={(Phase.TEXT, 2): [LOST], (Phase.TEXT, 3): [LOST]})
    assert delivery(office).problem is None
    assert office.states() == ["sent", "unknown", "unknown"]


def test_a_pause_is_made_only_for_a_deferred_letter() -> None:
    office = PostOffice(answers={(Phase.RECIPIENT, 2): [LATER, LATER], (Phase.TEXT, 3): [NEVER]})
    delivery(office, pauses=3)
    assert office.diary.count("sleep") == 2
    assert office.letters[2].tries == 3


@pytest.mark.parametrize("allowance", [0, 1, 2, 3, 9])
def test_the_limit_of_the_day_holds_the_rest_back(allowance: int) -> None:
    office = PostOffice()
    done = delivery(office, allowance=allowance)
    assert office.states().count("sent") == min(allowance, 3)
    assert done.held == max(0, 3 - allowance)
    assert ("connect" in office.diary) == bool(allowance)


def test_a_letter_in_doubt_counts_against_the_limit_and_a_refused_one_does_not() -> None:
    office = PostOffice(answers={(Phase.RECIPIENT, 1): [NEVER], (Phase.TEXT, 2): [LOST]})
    done = delivery(office, allowance=1)
    assert office.states() == ["rejected", "unknown", "pending"]
    assert done.held == 1


def test_nobody_waits_for_a_deferred_letter_that_the_limit_holds_back() -> None:
    office = PostOffice(answers={(Phase.RECIPIENT, 1): [LATER]})
    done = delivery(office, pauses=3, allowance=2)
    assert office.states() == ["deferred", "sent", "sent"]
    assert ("sleep" in office.diary, done.held) == (False, 0)


@pytest.mark.parametrize("error", [DeliveryError("нет связи"), ConfigError("нет пароля")])
def test_what_keeps_one_from_connecting_is_said_and_nothing_is_marked(
    error: SheetsyncError,
) -> None:
    def fail() -> Transport:
        raise error

    office = PostOffice()
    assert delivery(office, fail, pauses=3).problem is error
    assert office.diary == []


def test_a_folder_needs_no_doubt_because_a_letter_put_twice_is_there_once(tmp_path: Path) -> None:
    outbox = LetterFolder(tmp_path)
    for _ in range(2):  # the second time as if a run had died before it noted anything
        office = PostOffice()
        assert delivery(office, lambda: outbox).problem is None
        assert office.states() == ["written", "written", "written"]
        assert not any("data" in line for line in office.diary)
    assert len(list((tmp_path / "new").iterdir())) == 3


def test_a_folder_that_cannot_be_written_defers_its_letters(tmp_path: Path) -> None:
    blocked = tmp_path / "outbox"
    blocked.write_text("")
    office = PostOffice()
    delivery(office, lambda: LetterFolder(blocked))
    assert office.states() == ["deferred", "deferred", "deferred"]
    assert "не записано" in office.letters[1].reply
