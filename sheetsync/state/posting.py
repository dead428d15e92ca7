"""Writes to the ledger, within one transaction."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Select, Table, bindparam, delete, insert, or_, select, update

from sheetsync.model import LetterState, OutgoingLetter, StoredLetter
from sheetsync.state.keys import inserting, key_of, know, known_key
from sheetsync.state.letters import Letters
from sheetsync.state.schema import letter_bytes, letters, mended, notifications, plans, words

_KEPT = timedelta(days=30)  # for so long the bytes of a letter outlive its final state
_OPEN = tuple(state for state in LetterState if state.unsettled)
_UNIQUE = ("scope", "day", "kind", "address")  # by which a letter of a plan is known
_MARK = (
    update(letters)
    .where(letters.c.id == bindparam("at"))
    .values({name: bindparam(name) for name in ("state", "reply", "tries", "changed")})
)


class Posting(Letters):
    """Letters into the ledger, and what becomes of them."""

    def post(
        self, plan: str, posted: Iterable[OutgoingLetter], *, snapshot: int, now: datetime
    ) -> tuple[StoredLetter, ...]:
        """File letters as pending; one whose day, kind and address are there already is left out.

        `snapshot` is the serial of the one they were composed from. Returns the new ones.
        """
        wanted: dict[tuple[Any, ...], StoredLetter] = {}
        for each in posted:
            wanted.setdefault(_unique(each), _pending(each, snapshot=snapshot, now=now))
        # Most days nothing is due: then not even the plan's key is asked for.
        if not wanted:
            return ()
        key, known = self._filed_on(plan, {letter.day for letter in wanted.values()})
        # Asked first: ON CONFLICT uses up an id in PostgreSQL and none in SQLite.
        rows = [_row(letter, plan=key) for of, letter in wanted.items() if of not in known]
        if not rows:
            return ()
        filed = insert(letters).returning(letters.c.id, *_unique_columns())
        made = self._connection.execute(filed, rows)
        # Sorted, for a database may return rows in another order than it took them.
        new = [replace(wanted[(*unique,)], id=id_) for id_, *unique in sorted(map(tuple, made))]
        self._file_contents(new)
        return tuple(new)

    def mark(
        self, id_: int, state: LetterState, *, now: datetime, reply: str = "", tries: int
    ) -> None:
        """Note what became of a letter."""
        self.mark_all({id_: (state, reply, tries)}, now=now)

    def mark_all(self, marks: Mapping[int, tuple[LetterState, str, int]], *, now: datetime) -> None:
        """Note state, reply and tries of the letters of these ids."""
        rows = [
            {"at": id_, "state": state, "reply": reply, "tries": tries, "changed": now.isoformat()}
            for id_, (state, reply, tries) in marks.items()
        ]
        if rows:  # to SQLAlchemy an empty list means one row without values
            self._connection.execute(_MARK, rows)

    def keep(self, kept: Iterable[StoredLetter], *, now: datetime) -> None:
        """Note state, reply and tries of these letters."""
        self.mark_all({each.id: (each.state, each.reply, each.tries) for each in kept}, now=now)

    def settle(self, plan: str, today: date, *, now: datetime) -> tuple[StoredLetter, ...]:
        """Make good what a run that died left open; returns what became unknown or expired.

        `sending` becomes pending, for the server had no text yet; `data` becomes unknown; what
        has not gone by the end of its day expires. Bytes go 30 days after a final state. Only
        for whoever holds the plan's lock.
        """
        rows = self._connection.execute(_settling(), {"name": plan, "before": (now - _KEPT).date()})
        found = [(row.id, LetterState(row.state), row.changed) for row in rows]
        # Compared here: as text, moments of different offsets do not sort by time.
        old = [
            {"letter": id_}
            for id_, state, changed in found
            if not state.unsettled and datetime.fromisoformat(changed) < now - _KEPT
        ]
        if old:
            gone = delete(letter_bytes).where(letter_bytes.c.letter == bindparam("letter"))
            self._connection.execute(gone, old)
        # Most days nothing is open: then there is nothing more to ask.
        if not any(state.unsettled for _id, state, _changed in found):
            return ()
        changed = [self._settled(each, today, now=now) for each in self.filed(plan, states=_OPEN)]
        return tuple(letter for letter in changed if letter is not None)

    def note_words(self, plan: str, identities: Iterable[int], day: date) -> None:
        """Store that these measures had a word on that day."""
        identities = tuple(identities)
        if identities:
            key = key_of(self._connection, plan)
            self._date(words, [{"plan": key, "identity": i, "day": day} for i in identities])

    def mend(self, plan: str, address: str, day: date) -> None:
        """Store that the address takes letters again."""
        key = key_of(self._connection, plan)
        self._date(mended, [{"plan": key, "address": address, "day": day}])

    def _filed_on(self, plan: str, days: Collection[date]) -> tuple[int, set[tuple[Any, ...]]]:
        """The plan's key, and what its letters of those days are known by."""
        of_days = (letters.c.plan == plans.c.id) & letters.c.day.in_(days)
        found = select(plans.c.id, *_unique_columns()).select_from(
            plans.outerjoin(letters, of_days)
        )
        rows = self._connection.execute(found.where(plans.c.name == plan)).all()
        key = rows[0].id if rows else know(self._connection, plan)
        return key, {(*of,) for _key, *of in rows}

    def _date(self, table: Table, rows: list[dict[str, Any]]) -> None:
        new = inserting(self._connection, table)
        later = new.on_conflict_do_update(
            index_elements=list(table.primary_key), set_={"day": new.excluded.day}
        )
        self._connection.execute(later, rows)

    def _file_contents(self, filed: Iterable[StoredLetter]) -> None:
        raw = [{"letter": letter.id, "raw": letter.raw} for letter in filed]
        said = [
            {"letter": letter.id, "place": place, **notification._asdict()}
            for letter in filed
            for place, notification in enumerate(letter.notifications)
        ]
        # To SQLAlchemy an empty list means one row of defaults.
        for table, rows in ((letter_bytes, raw), (notifications, said)):
            if rows:
                self._connection.execute(insert(table), rows)

    def _settled(self, letter: StoredLetter, today: date, *, now: datetime) -> StoredLetter | None:
        """The letter where it became final by it."""
        state = letter.state.settled(late=letter.day < today)
        if state is letter.state:
            return None
        self.mark(letter.id, state, now=now, reply=letter.reply, tries=letter.tries)
        return replace(letter, state=state, changed=now) if not state.unsettled else None


@cache
def _settling() -> Select[*tuple[Any, ...]]:
    """The plan's letters that are open, and those whose bytes may have been kept long enough."""
    # Not before its day is any letter final.
    kept = letter_bytes.c.letter.is_not(None) & (letters.c.day <= bindparam("before"))
    return (
        select(letters.c.id, letters.c.state, letters.c.changed)
        .select_from(letters.outerjoin(letter_bytes))
        .where(letters.c.plan == known_key(), or_(letters.c.state.in_(_OPEN), kept))
    )


def _unique_columns() -> tuple[Column[Any], ...]:
    return tuple(letters.c[name] for name in _UNIQUE)


def _unique(letter: OutgoingLetter) -> tuple[Any, ...]:
    return tuple(getattr(letter, name) for name in _UNIQUE)


def _pending(letter: OutgoingLetter, *, snapshot: int, now: datetime) -> StoredLetter:
    """The letter as it is filed, but for its id."""
    own = {each.name: getattr(letter, each.name) for each in fields(letter)}
    return StoredLetter(
        **own,
        id=0,
        state=LetterState.PENDING,
        digest=sha256(letter.raw).hexdigest(),
        reply="",
        tries=0,
        changed=now,
        snapshot=snapshot,
    )


def _row(letter: StoredLetter, *, plan: int) -> dict[str, Any]:
    """Its values as the table keeps them."""
    same = set(letters.c.keys()) - {"id", "plan", "recipient", "changed"}
    return {
        **{name: getattr(letter, name) for name in same},
        "plan": plan,
        "recipient": letter.to,
        "changed": letter.changed.isoformat(),
    }
