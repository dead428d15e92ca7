"""Writes to the store; what one transaction writes is there as a whole or not at all."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from sqlalchemy import bindparam, delete, insert, select, update

from sheetsync.model import Place, Snapshot
from sheetsync.state.keys import key_of, keys_of
from sheetsync.state.posting import Posting
from sheetsync.state.records import Records
from sheetsync.state.runs import RunLog
from sheetsync.state.schema import SEVERAL, TEXTS, doubts, links, places, snapshots, spells

_Stand = tuple[int | None, ...]  # the values of a spell that end it when they change
_FIELDS = ("parent", "row", *TEXTS)
_COLUMNS = ("plan", "since", "identity", *_FIELDS)


class Transaction(Records, Posting, RunLog):
    """Reads and writes that belong together."""

    def remember(self, plan: str, snapshot: Snapshot) -> int:
        """Store a snapshot as the plan's newest; its rows are in the order of the sheet.

        Returns its serial: they count 1, 2, 3, … in each plan. The caller gives new rows their
        identities, from `next_identity` on. Raises ValueError where two rows bear one identity.
        """
        key, serial = key_of(self._connection, plan), self.last_serial(plan) + 1
        self._add(key, serial, snapshot)
        wanted = self._stands(key, snapshot)
        standing = self._standing(key)
        # In this order: `_end` would close the spells that `_begin` opens.
        self._end(key, serial, [i for i, stand in standing.items() if stand != wanted.get(i)])
        self._begin(key, serial, {i: s for i, s in wanted.items() if s != standing.get(i)})
        return serial

    def doubt(self, plan: str, identity: int, candidates: Iterable[int]) -> None:
        """Store that a row which was taken for a new one may be one of the candidates."""
        key = key_of(self._connection, plan)
        for candidate in candidates:
            values = {"plan": key, "identity": identity, "candidate": candidate}
            self._connection.execute(insert(doubts).values(values))

    def know(self, plan: str) -> str:
        """Store the plan of that name, unless it is known; returns its token."""
        key_of(self._connection, plan)
        return self.token(plan)

    def keep_places(self, plan: str, found: Mapping[str, Place]) -> None:
        """Store where the tabs of a shared spreadsheet are, and nothing of where they were."""
        key = key_of(self._connection, plan)
        self._connection.execute(delete(places).where(places.c.plan == key))
        for name, place in found.items():
            values = {"plan": key, "key": name, **asdict(place)}
            self._connection.execute(insert(places).values(values))

    def link(self, plan: str, a: int, b: int) -> None:
        """Store that `b` is `a`, or new where both are one; settles the doubt about `b`."""
        key = key_of(self._connection, plan)
        settled = delete(doubts).where(doubts.c.plan == key, doubts.c.identity == b)
        self._connection.execute(settled)
        if a != b and (a, b) not in self.links(plan):
            self._connection.execute(insert(links).values(plan=key, a=a, b=b))

    def _add(self, key: int, serial: int, snapshot: Snapshot) -> None:
        self._connection.execute(
            insert(snapshots).values(
                plan=key,
                serial=serial,
                taken=snapshot.taken.isoformat(),
                day=snapshot.taken.date(),
                year=snapshot.year,
                title=snapshot.title,
                tab=_tabs_text(snapshot),
                told=snapshot.told,
                scope=snapshot.scope,
            )
        )

    def _end(self, key: int, serial: int, identities: list[int]) -> None:
        if not identities:  # to SQLAlchemy an empty list means one statement without values
            return
        self._connection.execute(
            update(spells)
            .where(
                spells.c.plan == key,
                spells.c.identity == bindparam("ended"),
                spells.c.until.is_(None),
            )
            .values(until=serial),
            [{"ended": identity} for identity in identities],
        )

    def _begin(self, key: int, serial: int, stands: dict[int, _Stand]) -> None:
        if not stands:
            return
        rows = [(key, serial, identity, *stand) for identity, stand in stands.items()]
        self._connection.execute(
            insert(spells), [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        )

    def _standing(self, key: int) -> dict[int, _Stand]:
        rows = self._connection.execute(
            select(spells.c.identity, *(spells.c[name] for name in _FIELDS)).where(
                spells.c.plan == key, spells.c.until.is_(None)
            )
        )
        return {identity: tuple(stand) for identity, *stand in rows}

    def _stands(self, key: int, snapshot: Snapshot) -> dict[int, _Stand]:
        words = (word for row in snapshot.rows for word in row.line[1:])
        keys = keys_of(self._connection, key, words)
        stands = {
            row.identity: (row.parent, row.line.row, *(keys[word] for word in row.line[1:]))
            for row in snapshot.rows
        }
        if len(stands) < len(snapshot.rows):
            raise ValueError("two rows of a snapshot bear one identity")
        return stands


def _tabs_text(snapshot: Snapshot) -> str:
    tab = snapshot.tab
    # A title that itself begins like a list goes into one, or it would be read as several.
    if not snapshot.tabs and not tab.startswith(SEVERAL):
        return tab
    return json.dumps([tab, *snapshot.tabs], ensure_ascii=False)
