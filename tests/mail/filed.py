"""Letters in a real store, and the ledger of it that a courier works through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sheetsync.daily.delivering import DayLedger
from sheetsync.model import LetterState, OutgoingLetter, StoredLetter
from sheetsync.state.store import Store
from tests.state.rows import PLAN, Once, numbered

DAY, NOW = date(2021, 5, 11), datetime(2021, 5, 11, 7, tzinfo=UTC)
A_LINE = b"0KHRgNC+0LogMzAg0LDQv9GA0LXQu9GPINC/0YDQvtGI0ZHQuywg0L7RgtC80LXRgtC60LgK\r\n"


def posted(number: int, *, lines: int = 1) -> OutgoingLetter:
    """The letter of that number, of some 74 bytes a line."""
    address, id_ = f"org-{number}@example.org", f"<{number}@example.org>"
    head = f"Message-ID: {id_}\r\nTo: {address}\r\n\r\n.\r\n".encode()
    return OutgoingLetter(
        day=DAY,
        kind="monthly",
        address=address,
        recipient=address,
        scope="",
        trigger="monthly",
        subject="План",
        message_id=id_,
        raw=head + A_LINE * lines,
        notifications=(),
    )


def post(store: Store, letters: Iterable[OutgoingLetter]) -> None:
    """They wait in the store from now on."""
    with store.writing() as transaction:
        serial = transaction.remember(PLAN, numbered(1))
        transaction.file(PLAN, letters, snapshot=serial, now=NOW)


@dataclass(frozen=True, slots=True)
class StoredLedger:
    """The day's letters of a store."""

    store: Store

    @property
    def _of_the_day(self) -> DayLedger:
        return DayLedger(store=self.store, plan=PLAN, day=DAY, scope="", first=(), now=NOW)

    def waiting(self) -> Sequence[StoredLetter]:
        return self._of_the_day.waiting()

    def keep(self, *letters: StoredLetter) -> None:
        self._of_the_day.keep(*letters)

    def states(self) -> list[LetterState]:
        """Of all letters, in the order of their numbers."""
        return [letter.state for letter in Once(self.store).filed(PLAN)]
