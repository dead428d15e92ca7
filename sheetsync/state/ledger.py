"""What was written to whom, and what became of it: the ledger of a store."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from sheetsync.model import Filed, LetterState, Told

if TYPE_CHECKING:
    from sheetsync.state.database import Database

_MARK = (
    "UPDATE letters SET state = :state, reply = :reply, tries = :tries, changed = :changed "
    "WHERE id = :id"
)


class Ledger:
    """The letters of many plans; `Store.ledger`. Every method is one transaction.

    A letter is known by its plan, scope, day, kind and address, and is filed once. What belongs
    to a run's one transaction (`post`, `note_words`) is a method of `Transaction`.
    """

    def __init__(self, database: "Database") -> None:
        self._database = database

    def told(self, plan: str, scope: str = "") -> tuple[Told, ...]:
        """All letters of a scope, the oldest first, with what they told."""
        with self._database.reading() as records:
            return records.told(plan, scope)

    def filed(
        self,
        plan: str,
        *,
        states: Collection[LetterState] | None = None,
        day: date | None = None,
        scope: str | None = None,
    ) -> tuple[Filed, ...]:
        """The letters in these states, of that day and scope, without their bytes; None is all."""
        with self._database.reading() as records:
            return records.filed(plan, states=states, day=day, scope=scope)

    def letter(self, plan: str, id_: int) -> Filed | None:
        """One letter, with its bytes where they are still kept."""
        with self._database.reading() as records:
            return records.letter(plan, id_)

    def waiting(self, plan: str, day: date, *, scope: str = "") -> tuple[Filed, ...]:
        """The day's letters that have yet to go, in the order of their filing, with their bytes."""
        with self._database.reading() as records:
            return records.waiting(plan, day, scope=scope)

    def taken_on(self, day: date) -> int:
        """How many letters of that day servers took or may have taken: all plans, all scopes."""
        with self._database.reading() as records:
            return records.taken_on(day)

    def words(self, plan: str) -> dict[int, date]:
        """By identity the day of the measure's last word; measures without one are absent."""
        with self._database.reading() as records:
            return records.words(plan)

    def mended(self, plan: str) -> dict[str, date]:
        """By address the day on which a person said that it takes letters again."""
        with self._database.reading() as records:
            return records.mended(plan)

    def mend(self, plan: str, address: str, day: date) -> None:
        """Store that the address takes letters again from that day on."""
        with self._database.writing() as transaction:
            transaction.mend(plan, address, day)

    def settle(self, plan: str, today: date, *, now: datetime) -> tuple[Filed, ...]:
        """Make good what a run that died left open; returns what became unknown or expired.

        `sending` becomes pending, for the server had no text yet; `data` becomes unknown; what
        has not gone by the end of its day expires. Bytes go 30 days after a final state. Only
        for whoever holds the plan's lock.
        """
        with self._database.writing() as transaction:
            return transaction.settle(plan, today, now=now)

    def mark(
        self, id_: int, state: LetterState, *, now: datetime, reply: str = "", tries: int
    ) -> None:
        """Note what became of a letter; it is on the disk when this returns."""
        self._database.at_once(_MARK, [_mark(id_, state, now=now, reply=reply, tries=tries)])

    def keep(self, letters: Iterable[Filed], *, now: datetime) -> None:
        """Note state, reply and tries of these letters, as with `mark`, all of them or none."""
        marks = [
            _mark(letter.id, letter.state, now=now, reply=letter.reply, tries=letter.tries)
            for letter in letters
        ]
        self._database.at_once(_MARK, marks)


def _mark(
    id_: int, state: LetterState, *, now: datetime, reply: str, tries: int
) -> dict[str, object]:
    changed = now.isoformat()
    return {"id": id_, "state": state.value, "reply": reply, "tries": tries, "changed": changed}
