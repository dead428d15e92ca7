"""Writes to the ledger, within one transaction."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from sheetsync.model import UNSETTLED, LetterState, Notification, OutgoingLetter, StoredLetter
from sheetsync.state.database import placeholders
from sheetsync.state.keys import KEY, key_of, know
from sheetsync.state.letters import PLAIN, Letters

_KEPT = timedelta(days=30)  # for so long the bytes of a letter outlive its final state
_UNIQUE = "scope, day, kind, address"  # by which a letter of a plan is known
_NOTE_STATE = "UPDATE letters SET state = ?, reply = ?, tries = ?, changed = ? WHERE id = ?"
# The plan's letters that are open, and those whose bytes may have been kept long enough: not before
# its day is any letter final.
_SETTLING = f"""
SELECT id, state, changed FROM letters LEFT JOIN letter_bytes ON letter = id
WHERE plan = {KEY} AND (state IN ({placeholders(UNSETTLED)}) OR letter IS NOT NULL AND day <= ?)
"""  # noqa: S608


class Posting(Letters):
    """Letters into the ledger, and what becomes of them."""

    def file(
        self, plan: str, outgoing: Iterable[OutgoingLetter], *, snapshot: int, now: datetime
    ) -> tuple[StoredLetter, ...]:
        """File letters as pending; one whose day, kind and address are there already is left out.

        `snapshot` is the serial of the one they were composed from. Returns the new ones.
        """
        wanted: dict[tuple[Any, ...], StoredLetter] = {}
        for each in outgoing:
            wanted.setdefault(_unique(each), _pending(each, snapshot=snapshot, now=now))
        # Most days nothing is due: then not even the plan's key is asked for.
        if not wanted:
            return ()
        key, known = self._filed_on(plan, {letter.day for letter in wanted.values()})
        # Asked first: ON CONFLICT uses up an id in PostgreSQL and none in SQLite.
        rows = [_row(letter, plan=key) for of, letter in wanted.items() if of not in known]
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
            {"letter": letter.id, "place": place, **_noted(notification)}
            for letter in filed
            for place, notification in enumerate(letter.notifications)
        ]
        self._connection.insert("letter_bytes", raw)
        self._connection.insert("tellings", said)


def _unique(letter: OutgoingLetter) -> tuple[str, ...]:
    return letter.scope, letter.day.isoformat(), letter.kind, letter.address


def _pending(letter: OutgoingLetter, *, snapshot: int, now: datetime) -> StoredLetter:
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


def _row(letter: StoredLetter, *, plan: int) -> dict[str, Any]:
    """Its values as the table keeps them."""
    return {
        **{name: getattr(letter, name) for name in (*PLAIN, "kind", "state")},
        "plan": plan,
        "day": letter.day.isoformat(),
        "digest": letter.sha256,
        "changed": letter.changed.isoformat(),
    }


def _noted(notification: Notification) -> dict[str, Any]:
    due = notification.due
    return notification._asdict() | {"due": due and due.isoformat()}
