"""Writes to the ledger, within one transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, delete, insert, select, update

from sheetsync.model import LetterState, OutgoingLetter, StoredLetter
from sheetsync.state.keys import key_of
from sheetsync.state.letters import Letters
from sheetsync.state.schema import letter_bytes, letters, mended, notifications, plans, words

_KEPT = timedelta(days=30)  # for so long the bytes of a letter outlive its final state
_UNSETTLED = tuple(state for state in LetterState if state.unsettled)
_FINAL = tuple(state for state in LetterState if not state.unsettled)
_MARK = (
    update(letters)
    .where(letters.c.id == bindparam("at"))
    .values({name: bindparam(name) for name in ("state", "reply", "tries", "changed")})
)


class Posting(Letters):
    """Letters into the ledger, and what becomes of them."""

    def post(
        self, plan: str, posted: Iterable[OutgoingLetter], *, snapshot: int, now: datetime
    ) -> tuple[int, ...]:
        """File letters as pending; one whose day, kind and address are there already is left out.

        `snapshot` is the serial of the one they were composed from. Returns the new ones' ids.
        """
        posted = tuple(posted)
        # Most days nothing is due: then not even the plan's key is asked for.
        key = key_of(self._connection, plan) if posted else 0
        new: list[int] = []
        for letter in posted:
            # Asked first: a breach of the unique key would undo the other letters as well.
            if not self._is_filed(key, letter):
                new.append(self._file(key, letter, snapshot=snapshot, now=now))
        return tuple(new)

    def mark(
        self, id_: int, state: LetterState, *, now: datetime, reply: str = "", tries: int
    ) -> None:
        """Note what became of a letter."""
        self._connection.execute(_MARK, _marked(id_, state, now=now, reply=reply, tries=tries))

    def keep(self, kept: Iterable[StoredLetter], *, now: datetime) -> None:
        """Note state, reply and tries of these letters."""
        marks = [
            _marked(each.id, each.state, now=now, reply=each.reply, tries=each.tries)
            for each in kept
        ]
        if marks:  # to SQLAlchemy an empty list means one row without values
            self._connection.execute(_MARK, marks)

    def settle(self, plan: str, today: date, *, now: datetime) -> tuple[StoredLetter, ...]:
        """Make good what a run that died left open; returns what became unknown or expired.

        `sending` becomes pending, for the server had no text yet; `data` becomes unknown; what
        has not gone by the end of its day expires. Bytes go 30 days after a final state. Only
        for whoever holds the plan's lock.
        """
        open_ones = self.filed(plan, states=_UNSETTLED)
        changed = [self._settled(letter, today, now=now) for letter in open_ones]
        self._drop_bytes(plan, before=now - _KEPT)
        return tuple(letter for letter in changed if letter is not None)

    def note_words(self, plan: str, identities: Iterable[int], day: date) -> None:
        """Store that these measures had a word on that day."""
        identities = tuple(identities)
        key = key_of(self._connection, plan) if identities else 0
        for identity in identities:
            known = (words.c.plan == key) & (words.c.identity == identity)
            # Two statements: SQLAlchemy has an upsert for each dialect, and none for both.
            self._connection.execute(delete(words).where(known))
            self._connection.execute(insert(words).values(plan=key, identity=identity, day=day))

    def mend(self, plan: str, address: str, day: date) -> None:
        """Store that the address takes letters again."""
        key = key_of(self._connection, plan)
        known = (mended.c.plan == key) & (mended.c.address == address)
        self._connection.execute(delete(mended).where(known))
        self._connection.execute(insert(mended).values(plan=key, address=address, day=day))

    def _is_filed(self, key: int, letter: OutgoingLetter) -> bool:
        same = (letters.c.plan == key) & (letters.c.scope == letter.scope)
        same &= (letters.c.day == letter.day) & (letters.c.kind == letter.kind)
        same &= letters.c.address == letter.address
        return self._connection.scalar(select(letters.c.id).where(same)) is not None

    def _file(self, key: int, letter: OutgoingLetter, *, snapshot: int, now: datetime) -> int:
        filed = self._connection.execute(
            insert(letters).values(
                plan=key,
                scope=letter.scope,
                day=letter.day,
                kind=letter.kind,
                address=letter.address,
                recipient=letter.to,
                state=LetterState.PENDING,
                trigger=letter.trigger,
                subject=letter.subject,
                message_id=letter.message_id,
                digest=sha256(letter.raw).hexdigest(),
                reply="",
                tries=0,
                changed=now.isoformat(),
                snapshot=snapshot,
            )
        )
        (id_,) = filed.inserted_primary_key or (0,)
        self._connection.execute(insert(letter_bytes).values(letter=id_, raw=letter.raw))
        said = [
            {"letter": id_, "place": place, **notification._asdict()}
            for place, notification in enumerate(letter.notifications)
        ]
        if said:  # to SQLAlchemy an empty list means one row of defaults
            self._connection.execute(insert(notifications), said)
        return int(id_)

    def _settled(self, letter: StoredLetter, today: date, *, now: datetime) -> StoredLetter | None:
        """The letter where it became final by it."""
        state = letter.state.settled(late=letter.day < today)
        if state is letter.state:
            return None
        self.mark(letter.id, state, now=now, reply=letter.reply, tries=letter.tries)
        return replace(letter, state=state, changed=now) if not state.unsettled else None

    def _drop_bytes(self, plan: str, *, before: datetime) -> None:
        kept = self._connection.execute(
            select(letters.c.id, letters.c.changed)
            .join(letter_bytes)
            .join(plans)
            .where(
                plans.c.name == plan,
                letters.c.day <= before.date(),  # no letter is settled before its day
                letters.c.state.in_(_FINAL),
            )
        )
        # Compared here: as text, moments of different offsets do not sort by time.
        old = [id_ for id_, changed in kept if datetime.fromisoformat(changed) < before]
        for id_ in old:
            self._connection.execute(delete(letter_bytes).where(letter_bytes.c.letter == id_))


def _marked(
    id_: int, state: LetterState, *, now: datetime, reply: str, tries: int
) -> dict[str, object]:
    changed = now.isoformat()
    return {"at": id_, "state": state, "reply": reply, "tries": tries, "changed": changed}
