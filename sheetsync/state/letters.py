"""Reads the ledger, within one transaction: letters, what they told, when words came."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sheetsync.model import TAKEN, LetterState, Notification, StoredLetter
from sheetsync.state.database import Connection, placeholders
from sheetsync.state.keys import KEY

# `sending` is not among them: `Posting.settle` makes it pending before anything goes.
_WAITING = (LetterState.PENDING, LetterState.DEFERRED)
_OF_PLAN = f"plan = {KEY}"
_TO_GO = f"{_OF_PLAN} AND scope = ? AND day = ? AND state IN ({placeholders(_WAITING)})"
PLAIN = (
    *("address", "recipient", "scope", "trigger", "subject"),
    *("message_id", "reply", "tries", "snapshot"),
)
"""Fields of a letter that are columns as they stand."""


class Letters:
    """The ledger: what was written to whom, and what became of it.

    A letter is known by its plan, scope, day, kind and address, and is filed once.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def filed(
        self,
        plan: str,
        *,
        states: Collection[LetterState] | None = None,
        day: date | None = None,
        scope: str | None = None,
    ) -> tuple[StoredLetter, ...]:
        """The letters in these states, of that day and scope, without their bytes; None is all."""
        condition, values = _OF_PLAN, [plan]
        if states is not None:
            condition += f" AND state IN ({placeholders(states)})"
            values += states
        if day is not None:
            condition += " AND day = ?"
            values.append(day.isoformat())
        if scope is not None:
            condition += " AND scope = ?"
            values.append(scope)
        return self._filed(condition, values)

    def letter(self, plan: str, id_: int) -> StoredLetter | None:
        """One letter, with its bytes where they are still kept."""
        return next(iter(self._filed(f"{_OF_PLAN} AND id = ?", [plan, id_], raw=True)), None)

    def waiting(self, plan: str, day: date, *, scope: str = "") -> tuple[StoredLetter, ...]:
        """The day's letters that have yet to go, in the order of their filing, with their bytes."""
        return self._filed(_TO_GO, [plan, scope, day.isoformat(), *_WAITING], raw=True)

    def count_waiting(self, plan: str, day: date, *, scope: str = "") -> int:
        """How many those are, for whoever needs none of their bytes yet."""
        return self._count(_TO_GO, [plan, scope, day.isoformat(), *_WAITING])

    def count(self, plan: str, *, states: Collection[LetterState], day: date) -> int:
        """How many letters of the plan's day are in these states."""
        condition = f"{_OF_PLAN} AND day = ? AND state IN ({placeholders(states)})"
        return self._count(condition, [plan, day.isoformat(), *states])

    def taken_on(self, day: date) -> int:
        """How many letters of the day servers took or may have taken, of all plans."""
        return self._count(
            f"day = ? AND state IN ({placeholders(TAKEN)})", [day.isoformat(), *TAKEN]
        )

    def _count(self, condition: str, values: list[Any]) -> int:
        asked = f"SELECT count(*) FROM letters WHERE {condition}"  # noqa: S608
        return int(self._connection.scalar(asked, values))

    def _filed(
        self, condition: str, values: list[Any], *, raw: bool = False
    ) -> tuple[StoredLetter, ...]:
        # An outer join, for a letter outlives its bytes.
        source = "letters LEFT JOIN letter_bytes ON letter = id" if raw else "letters"
        asked = f"SELECT * FROM {source} WHERE {condition} ORDER BY id"  # noqa: S608
        heads = self._connection.named(asked, values)
        # Most days nothing is open: then there is nothing more to ask.
        said = self._notifications(condition, values) if heads else {}
        return tuple(_letter(head, said.get(head["id"], ())) for head in heads)

    def _notifications(
        self, condition: str, values: list[Any]
    ) -> dict[int, tuple[Notification, ...]]:
        """By letter, in one question for all of them."""
        rows = self._connection.execute(
            f"SELECT letter, identity, what, department, due, stage FROM tellings "  # noqa: S608
            f"JOIN letters ON id = letter WHERE {condition} ORDER BY letter, place",
            values,
        )
        found: defaultdict[int, list[Notification]] = defaultdict(list)
        for letter, identity, what, department, due, stage in rows:
            day = due and date.fromisoformat(due)
            found[letter].append(Notification(identity, what, department, day, stage))
        return {letter: tuple(said) for letter, said in found.items()}


def _letter(head: Mapping[str, Any], said: tuple[Notification, ...]) -> StoredLetter:
    return StoredLetter(
        **{name: head[name] for name in PLAIN},
        id=head["id"],
        day=date.fromisoformat(head["day"]),
        kind=head["kind"],
        state=LetterState(head["state"]),
        sha256=head["digest"],
        changed=datetime.fromisoformat(head["changed"]),
        notifications=said,
        raw=head.get("raw"),
    )
