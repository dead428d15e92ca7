"""Reads the ledger, within one transaction: letters, what they told, when words came."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from sheetsync.model import LetterKind, LetterState, Notification, PastLetter, StoredLetter
from sheetsync.state.schema import letter_bytes, letters, notifications, plans

# The server has the letter, or may have it: it counts against the limit of the day.
_TAKEN = (LetterState.DATA, LetterState.SENT, LetterState.UNKNOWN)
# `sending` is not among them: `Posting.settle` makes it pending before anything goes.
_WAITING = (LetterState.PENDING, LetterState.DEFERRED)
_NOTIFICATION = tuple(notifications.c[name] for name in Notification._fields)


class Letters:
    """The ledger: what was written to whom, and what became of it.

    A letter is known by its plan, scope, day, kind and address, and is filed once.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def told(self, plan: str, scope: str = "") -> tuple[PastLetter, ...]:
        """All letters of a scope, the oldest first, with what they told."""
        condition = and_(_of(plan), letters.c.scope == scope)
        heads = self._connection.execute(
            select(
                *(letters.c[name] for name in ("id", "day", "kind", "address", "state", "snapshot"))
            )
            .where(condition)
            .order_by(letters.c.id)
        ).all()
        said = self._notifications(condition) if heads else {}
        return tuple(
            PastLetter(
                day=head.day,
                kind=LetterKind(head.kind),
                address=head.address,
                state=LetterState(head.state),
                snapshot=head.snapshot,
                notifications=said.get(head.id, ()),
            )
            for head in heads
        )

    def filed(
        self,
        plan: str,
        *,
        states: Collection[LetterState] | None = None,
        day: date | None = None,
        scope: str | None = None,
    ) -> tuple[StoredLetter, ...]:
        """The letters in these states, of that day and scope, without their bytes; None is all."""
        condition = _of(plan)
        if states is not None:
            condition &= letters.c.state.in_(states)
        if day is not None:
            condition &= letters.c.day == day
        if scope is not None:
            condition &= letters.c.scope == scope
        return self._filed(condition, raw=False)

    def letter(self, plan: str, id_: int) -> StoredLetter | None:
        """One letter, with its bytes where they are still kept."""
        return next(iter(self._filed(_of(plan) & (letters.c.id == id_), raw=True)), None)

    def waiting(self, plan: str, day: date, *, scope: str = "") -> tuple[StoredLetter, ...]:
        """The day's letters that have yet to go, in the order of their filing, with their bytes."""
        condition = and_(
            _of(plan),
            letters.c.scope == scope,
            letters.c.day == day,
            letters.c.state.in_(_WAITING),
        )
        return self._filed(condition, raw=True)

    def count(self, plan: str, *, states: Collection[LetterState], day: date) -> int:
        """How many letters of the plan's day are in these states."""
        found = _of(plan) & (letters.c.day == day) & letters.c.state.in_(states)
        return self._connection.scalar(select(func.count()).select_from(letters).where(found)) or 0

    def taken_on(self, day: date) -> int:
        """How many letters of the day servers took or may have taken, of all plans."""
        taken = (letters.c.day == day) & letters.c.state.in_(_TAKEN)
        return self._connection.scalar(select(func.count()).select_from(letters).where(taken)) or 0

    def _filed(self, condition: ColumnElement[bool], *, raw: bool) -> tuple[StoredLetter, ...]:
        columns = [*letters.c, *([letter_bytes.c.raw] if raw else [])]
        # An outer join, for a letter outlives its bytes.
        source = letters.outerjoin(letter_bytes) if raw else letters
        heads = self._connection.execute(
            select(*columns).select_from(source).where(condition).order_by(letters.c.id)
        ).all()
        # Most days nothing is open: then there is nothing more to ask.
        said = self._notifications(condition) if heads else {}
        return tuple(_letter(head, said.get(head.id, ()), raw=raw) for head in heads)

    def _notifications(self, condition: ColumnElement[bool]) -> dict[int, tuple[Notification, ...]]:
        """By letter, in one question for all of them."""
        rows = self._connection.execute(
            select(notifications.c.letter, *_NOTIFICATION)
            .join(letters, letters.c.id == notifications.c.letter)
            .where(condition)
            .order_by(notifications.c.letter, notifications.c.place)
        )
        found: defaultdict[int, list[Notification]] = defaultdict(list)
        for letter, *notification in rows:
            found[letter].append(Notification(*notification))
        return {letter: tuple(said) for letter, said in found.items()}


def _of(plan: str) -> ColumnElement[bool]:
    # Of an unknown plan this is NULL, which equals nothing: its ledger is just empty.
    key = select(plans.c.id).where(plans.c.name == plan).scalar_subquery()
    return letters.c.plan == key


def _letter(
    head: Row[*tuple[Any, ...]], said: tuple[Notification, ...], *, raw: bool
) -> StoredLetter:
    return StoredLetter(
        id=head.id,
        day=head.day,
        kind=LetterKind(head.kind),
        address=head.address,
        to=head.recipient,
        scope=head.scope,
        state=LetterState(head.state),
        trigger=head.trigger,
        subject=head.subject,
        message_id=head.message_id,
        digest=head.digest,
        reply=head.reply,
        tries=head.tries,
        changed=datetime.fromisoformat(head.changed),
        snapshot=head.snapshot,
        notifications=said,
        raw=head.raw if raw else None,
    )
