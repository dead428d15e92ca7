"""The ledger within one transaction: letters, what they told, and when words came."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from sheetsync.model import (
    TAKEN,
    UNSETTLED,
    LetterState,
    Notification,
    OutgoingLetter,
    StoredLetter,
)
from sheetsync.state.database import Connection, placeholders
from sheetsync.state.keys import KEY, key_of, know

# `sending` is not among them: `Posting.settle` makes it pending before anything goes.
_WAITING = (LetterState.PENDING, LetterState.DEFERRED)
_OF_PLAN = f"plan = {KEY}"
_TO_GO = f"{_OF_PLAN} AND scope = ? AND day = ? AND state IN ({placeholders(_WAITING)})"
# Fields of a letter that are columns as they stand.
_PLAIN = (
    *("address", "recipient", "scope", "trigger", "subject"),
    *("message_id", "reply", "tries", "snapshot"),
)
_KEPT = timedelta(days=30)  # for so long the bytes of a letter outlive its final state
_UNIQUE = "scope, day, kind, address"  # by which a letter of a plan is known
_NOTE_STATE = "UPDATE letters SET state = ?, reply = ?, tries = ?, changed = ? WHERE id = ?"
# The plan's letters that are open, and those whose bytes may have been kept long enough: not before
# its day is any letter final.
_SETTLING = f"""
SELECT id, state, changed FROM letters LEFT JOIN letter_bytes ON letter = id
WHERE plan = {KEY} AND (state IN ({placeholders(UNSETTLED)}) OR letter IS NOT NULL AND day <= ?)
"""  # noqa: S608


class Letters:
    """Reads the ledger: what was written to whom, and what became of it.

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
        return tuple(_letter_of(head, said.get(head["id"], ())) for head in heads)

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


def _letter_of(head: Mapping[str, Any], said: tuple[Notification, ...]) -> StoredLetter:
    return StoredLetter(
        **{name: head[name] for name in _PLAIN},
        id=head["id"],
        day=date.fromisoformat(head["day"]),
        kind=head["kind"],
        state=LetterState(head["state"]),
        sha256=head["digest"],
        changed=datetime.fromisoformat(head["changed"]),
        notifications=said,
        raw=head.get("raw"),
    )


class Posting(Letters):
    """Writes the ledger: new letters, and what becomes of them."""

    def file(
        self, plan: str, outgoing: Iterable[OutgoingLetter], *, snapshot: int, now: datetime
    ) -> tuple[StoredLetter, ...]:
        """File letters as pending; one whose day, kind and address are there already is left out.

        `snapshot` is the serial of the one they were composed from. Returns the new ones.
        """
        wanted: dict[tuple[Any, ...], StoredLetter] = {}
        for each in outgoing:
            wanted.setdefault(_known_by(each), _as_pending(each, snapshot=snapshot, now=now))
        # Most days nothing is due: then not even the plan's key is asked for.
        if not wanted:
            return ()
        key, known = self._filed_on(plan, {letter.day for letter in wanted.values()})
        # Asked first: ON CONFLICT uses up an id in PostgreSQL and none in SQLite.
        rows = [_letter_row(letter, plan=key) for of, letter in wanted.items() if of not in known]
        if not rows:
            return ()
        made = self._connection.insert("letters", rows, f"RETURNING id, {_UNIQUE}")
        # Sorted, for a database may return rows in another order than it took them.
        new = [replace(wanted[(*unique,)], id=id_) for id_, *unique in sorted(made)]
        self._file_contents(new)
        return tuple(new)

    def note_states(
        self, noted: Mapping[int, tuple[LetterState, str, int]], *, now: datetime
    ) -> None:
        """Note state, reply and tries of the letters of these ids."""
        rows = ((*state, now.isoformat(), id_) for id_, state in noted.items())
        self._connection.executemany(_NOTE_STATE, rows)

    def keep(self, kept: Iterable[StoredLetter], *, now: datetime) -> None:
        """Note state, reply and tries of these letters."""
        self.note_states({each.id: (each.state, each.reply, each.tries) for each in kept}, now=now)

    def settle(self, plan: str, today: date, *, now: datetime) -> tuple[StoredLetter, ...]:
        """Make good what a run that died left open; returns what became unknown or expired.

        `sending` becomes pending, for the server had no text yet; `data` becomes unknown; what
        has not gone by the end of its day expires. Bytes go 30 days after a final state. Only
        for whoever holds the plan's lock.
        """
        kept_until = (now - _KEPT).date().isoformat()
        rows = self._connection.execute(_SETTLING, (plan, *UNSETTLED, kept_until))
        found = [(id_, LetterState(state), changed) for id_, state, changed in rows]
        # Compared here: as text, moments of different offsets do not sort by time.
        old = (
            (id_,)
            for id_, state, changed in found
            if not state.unsettled and datetime.fromisoformat(changed) < now - _KEPT
        )
        self._connection.executemany("DELETE FROM letter_bytes WHERE letter = ?", old)
        # Most days nothing is open: then there is nothing more to ask.
        if not any(state.unsettled for _id, state, _changed in found):
            return ()
        before = self.filed(plan, states=UNSETTLED)
        after = (replace(e, state=e.state.settled(late=e.day < today)) for e in before)
        settled = [each for was, each in zip(before, after, strict=True) if each.state != was.state]
        self.keep(settled, now=now)
        return tuple(replace(each, changed=now) for each in settled if not each.state.unsettled)

    def note_words(self, plan: str, identities: Iterable[int], day: date) -> None:
        """Store that these measures had a word on that day."""
        # Of two rows of one statement PostgreSQL takes none where they are one.
        identities = {*identities}
        if identities:
            key = key_of(self._connection, plan)
            rows = [{"plan": key, "identity": i, "day": day.isoformat()} for i in identities]
            self._date("words", "identity", rows)

    def mend(self, plan: str, address: str, day: date) -> None:
        """Store that the address takes letters again."""
        key = key_of(self._connection, plan)
        row = {"plan": key, "address": address, "day": day.isoformat()}
        self._date("mended", "address", [row])

    def _filed_on(self, plan: str, days: Collection[date]) -> tuple[int, set[tuple[Any, ...]]]:
        """The plan's key, and what its letters of those days are known by."""
        rows = self._connection.execute(
            f"SELECT plans.id, {_UNIQUE} FROM plans LEFT JOIN letters "  # noqa: S608
            f"ON plan = plans.id AND day IN ({placeholders(days)}) WHERE name = ?",
            (*(day.isoformat() for day in days), plan),
        )
        key = rows[0][0] if rows else know(self._connection, plan)
        return key, {(*of,) for _key, *of in rows}

    def _date(self, table: str, of: str, rows: list[dict[str, Any]]) -> None:
        later = f"ON CONFLICT (plan, {of}) DO UPDATE SET day = excluded.day"
        self._connection.insert(table, rows, later)

    def _file_contents(self, filed: Iterable[StoredLetter]) -> None:
        raw = [{"letter": letter.id, "raw": letter.raw} for letter in filed]
        said = [
            {"letter": letter.id, "place": place, **_notification_row(notification)}
            for letter in filed
            for place, notification in enumerate(letter.notifications)
        ]
        self._connection.insert("letter_bytes", raw)
        self._connection.insert("tellings", said)


def _known_by(letter: OutgoingLetter) -> tuple[str, ...]:
    return letter.scope, letter.day.isoformat(), letter.kind, letter.address


def _as_pending(letter: OutgoingLetter, *, snapshot: int, now: datetime) -> StoredLetter:
    """The letter as it is filed, but for its id."""
    own = {each.name: getattr(letter, each.name) for each in fields(letter)}
    return StoredLetter(
        **own,
        id=0,
        state=LetterState.PENDING,
        sha256=sha256(letter.raw).hexdigest(),
        changed=now,
        snapshot=snapshot,
    )


def _letter_row(letter: StoredLetter, *, plan: int) -> dict[str, Any]:
    return {
        **{name: getattr(letter, name) for name in (*_PLAIN, "kind", "state")},
        "plan": plan,
        "day": letter.day.isoformat(),
        "digest": letter.sha256,
        "changed": letter.changed.isoformat(),
    }


def _notification_row(notification: Notification) -> dict[str, Any]:
    due = notification.due
    return notification._asdict() | {"due": due and due.isoformat()}
