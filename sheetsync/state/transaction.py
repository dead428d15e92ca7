"""Writes to the store; what one transaction writes is there as a whole or not at all."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select, update

from sheetsync.model import Place, Snapshot
from sheetsync.state.keys import inserting, key_of, keys_of, know
from sheetsync.state.posting import Posting
from sheetsync.state.records import Records
from sheetsync.state.runs import RunLog
from sheetsync.state.schema import (
    SEVERAL,
    TEXTS,
    doubts,
    links,
    places,
    plans,
    snapshots,
    spells,
    texts,
)

_Stand = tuple[Any, ...]  # parent, row and words: what ends a spell when it changes
_HEAD = ("day", "year", "title", "tab", "told", "scope")
_COLUMNS = ("plan", "since", "identity", "parent", "row", *TEXTS)


class Transaction(Records, Posting, RunLog):
    """Reads and writes that belong together."""

    def remember(self, plan: str, snapshot: Snapshot) -> int:
        """Store a snapshot as the plan's newest; its rows are in the order of the sheet.

        Returns its serial: they count 1, 2, 3, … in each plan. The caller gives new rows their
        identities, from `next_identity` on. Raises ValueError where two rows bear one identity.
        One that says of the same day what the newest does is that one: a run that broke off
        after this is done again.
        """
        key, serial, head, standing = self._standing(plan)
        wanted = {row.identity: (row.parent, *row.line) for row in snapshot.rows}
        if len(wanted) < len(snapshot.rows):
            raise ValueError("two rows of a snapshot bear one identity")
        if (head, standing) == (_head(snapshot), wanted):
            return serial
        self._add(key, serial + 1, snapshot)
        # In this order: `_end` would close the spells that `_begin` opens.
        self._end(key, serial + 1, [i for i, stand in standing.items() if stand != wanted.get(i)])
        self._begin(key, serial + 1, {i: s for i, s in wanted.items() if s != standing.get(i)})
        return serial + 1

    def doubt(self, plan: str, identity: int, candidates: Iterable[int]) -> None:
        """Store that a row which was taken for a new one may be one of the candidates."""
        key = key_of(self._connection, plan)
        rows = [{"plan": key, "identity": identity, "candidate": each} for each in candidates]
        if rows:  # to SQLAlchemy an empty list means one row of defaults
            self._connection.execute(insert(doubts), rows)

    def know(self, plan: str) -> str:
        """Store the plan of that name, unless it is known; returns its token."""
        key_of(self._connection, plan)
        return self.token(plan)

    def keep_places(self, plan: str, found: Mapping[str, Place]) -> None:
        """Store where the tabs of a shared spreadsheet are, and nothing of where they were."""
        key = key_of(self._connection, plan)
        self._connection.execute(delete(places).where(places.c.plan == key))
        rows = [{"plan": key, "key": name, **asdict(place)} for name, place in found.items()]
        if rows:  # to SQLAlchemy an empty list means one row of defaults
            self._connection.execute(insert(places), rows)

    def link(self, plan: str, a: int, b: int) -> None:
        """Store that `b` is `a`, or new where both are one; settles the doubt about `b`."""
        key = key_of(self._connection, plan)
        settled = delete(doubts).where(doubts.c.plan == key, doubts.c.identity == b)
        self._connection.execute(settled)
        if a != b:
            new = inserting(self._connection, links).on_conflict_do_nothing()
            self._connection.execute(new.values(plan=key, a=a, b=b))

    def _add(self, key: int, serial: int, snapshot: Snapshot) -> None:
        self._connection.execute(
            insert(snapshots).values(
                plan=key,
                serial=serial,
                taken=snapshot.taken.isoformat(),
                **dict(zip(_HEAD, _head(snapshot), strict=True)),
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
        keys = keys_of(self._connection, key, (w for stand in stands.values() for w in stand[2:]))
        rows = [
            (key, serial, identity, parent, row, *map(keys.__getitem__, words))
            for identity, (parent, row, *words) in stands.items()
        ]
        self._connection.execute(
            insert(spells), [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        )

    def _standing(self, plan: str) -> tuple[int, int, _Stand, dict[int, _Stand]]:
        """The plan's key, its newest snapshot's serial and head, and by identity its rows."""
        found = [tuple(row) for row in self._connection.execute(_rows_in_words(), {"name": plan})]
        if not found:
            return know(self._connection, plan), 0, (), {}
        (key, serial, *head), own = found[0][: len(_HEAD) + 2], len(_HEAD) + 2
        # Without a row that stands there is one of nothing.
        rows = {row[own]: row[own + 1 :] for row in found if row[own]}
        return key, serial or 0, tuple(head), rows


@cache
def _rows_in_words() -> Select[*tuple[Any, ...]]:
    """What `_standing` asks: of most snapshots no word is new, so none is looked up by its key."""
    each = snapshots.alias()
    newest = select(func.max(each.c.serial)).where(each.c.plan == plans.c.id).scalar_subquery()
    last = (snapshots.c.plan == plans.c.id) & (snapshots.c.serial == newest)
    words = {name: texts.alias(f"{name}_text") for name in TEXTS}
    standing = (spells.c.plan == plans.c.id) & spells.c.until.is_(None)
    source = plans.outerjoin(snapshots, last).outerjoin(spells, standing)
    for name, word in words.items():
        source = source.outerjoin(word, word.c.id == spells.c[name])
    row = (spells.c.identity, spells.c.parent, spells.c.row, *(w.c.text for w in words.values()))
    columns = (plans.c.id, snapshots.c.serial, *(snapshots.c[name] for name in _HEAD), *row)
    return select(*columns).select_from(source).where(plans.c.name == bindparam("name"))


def _head(snapshot: Snapshot) -> _Stand:
    """All of it but its moment and its rows, as the table keeps them."""
    titles = _tabs_text(snapshot)
    day, told, scope = snapshot.taken.date(), snapshot.told, snapshot.scope
    return day, snapshot.year, snapshot.title, titles, told, scope


def _tabs_text(snapshot: Snapshot) -> str:
    tab = snapshot.tab
    # A title that itself begins like a list goes into one, or it would be read as several.
    if not snapshot.tabs and not tab.startswith(SEVERAL):
        return tab
    return json.dumps([tab, *snapshot.tabs], ensure_ascii=False)
