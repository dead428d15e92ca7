"""Writes to the store; what one transaction writes is there as a whole or not at all."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sheetsync.model import Place, Snapshot, aliases
from sheetsync.state.keys import key_of, keys_of, know
from sheetsync.state.letters import Posting
from sheetsync.state.past import Past
from sheetsync.state.records import Records
from sheetsync.state.schema import SEVERAL, TEXTS

_Stand = tuple[Any, ...]  # parent, row and words: what ends a spell when it changes
_HEAD = ("day", "year", "title", "tab", "told", "scope")
_COLUMNS = ("plan", "since", "identity", "parent", "row", *TEXTS)
# With their words: of most snapshots none is new, so none is looked up by its key.
_STANDING = f"""
SELECT plans.id, serial, {", ".join(_HEAD)}, identity, parent, row,
    {", ".join(f"coalesce({name}_text.text, '')" for name in TEXTS)}
FROM plans
LEFT JOIN snapshots ON snapshots.plan = plans.id
    AND serial = (SELECT max(serial) FROM snapshots WHERE plan = plans.id)
LEFT JOIN spells ON spells.plan = plans.id AND until IS NULL
{" ".join(f"LEFT JOIN texts AS {name}_text ON {name}_text.id = {name}" for name in TEXTS)}
WHERE name = ?
"""  # noqa: S608
# Of a plan that is not known it makes no row.
_BEGUN = (
    "INSERT INTO runs (plan, started, figures) "
    "SELECT id, :started, '{}' FROM plans WHERE name = :plan RETURNING id"
)
# What a link made of a row's memory, taken back.
_WHOLE_AGAIN = "UPDATE spells SET parent = NULL WHERE plan = ? AND identity = ? AND parent = ?"
_OWN_AGAIN = "UPDATE spells SET identity = ? WHERE plan = ? AND identity = ? AND since >= ?"
_AS_ITS_OWN = (
    "UPDATE tellings SET identity = ? WHERE identity = ? AND letter IN "
    "(SELECT id FROM letters WHERE plan = ? AND snapshot >= ?)"
)


class Transaction(Records, Posting):
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
        self._connection.insert("doubts", rows)

    def know(self, plan: str) -> str:
        """Store the plan of that name, unless it is known; returns its token."""
        key_of(self._connection, plan)
        return self.token(plan)

    def keep_places(self, plan: str, found: Mapping[str, Place]) -> None:
        """Store where the tabs of a shared spreadsheet are, and nothing of where they were."""
        key = key_of(self._connection, plan)
        self._connection.execute("DELETE FROM places WHERE plan = ?", (key,))
        rows = [{"plan": key, "key": name, **asdict(place)} for name, place in found.items()]
        self._connection.insert("places", rows)

    def link(self, plan: str, a: int, b: int) -> None:
        """Store that `b` is `a`, or new where both are one; settles the doubt about `b`."""
        key = key_of(self._connection, plan)
        settled = "DELETE FROM doubts WHERE plan = ? AND identity = ?"
        self._connection.execute(settled, (key, b))
        if a != b:
            pair = {"plan": key, "a": a, "b": b}
            self._connection.insert("links", [pair], "ON CONFLICT DO NOTHING")

    def unlink(self, plan: str, b: int) -> None:
        """Take back that `b` is another; what was remembered as that one since is `b` again."""
        key, past = key_of(self._connection, plan), self.past(plan)
        if all(new != b for _, new in past.links):
            return
        for a in aliases(b, past.links) - {b}:
            self._connection.execute(_WHOLE_AGAIN, (key, b, a))
            since = _taken_over(past, a, b)
            if since is not None:
                self._connection.execute(_OWN_AGAIN, (b, key, a, since))
                # Or it would be told all over again.
                self._connection.execute(_AS_ITS_OWN, (b, a, key, since))
        self._connection.execute("DELETE FROM links WHERE plan = ? AND b = ?", (key, b))

    def begin_run(self, plan: str, *, now: datetime) -> int:
        """Store that a run of the plan has begun; returns its id."""
        values = {"plan": plan, "started": now.isoformat()}
        # A run that dies leaves `ended` empty: by that it is known.
        id_ = self._connection.scalar(_BEGUN, values)
        if id_ is None:
            know(self._connection, plan)
            id_ = self._connection.scalar(_BEGUN, values)
        return int(id_)

    def end_run(
        self, id_: int, *, now: datetime, exit_code: int, figures: Mapping[str, int]
    ) -> None:
        """Store what became of a run; `figures` are empty where it did not do the day's work."""
        self._connection.execute(
            "UPDATE runs SET ended = ?, exit_code = ?, figures = ? WHERE id = ?",
            (now.isoformat(), exit_code, json.dumps(figures), id_),
        )

    def _add(self, key: int, serial: int, snapshot: Snapshot) -> None:
        head = dict(zip(_HEAD, _head(snapshot), strict=True))
        own = {"plan": key, "serial": serial, "taken": snapshot.taken.isoformat()}
        self._connection.insert("snapshots", [own | head])

    def _end(self, key: int, serial: int, identities: Iterable[int]) -> None:
        self._connection.executemany(
            "UPDATE spells SET until = ? WHERE plan = ? AND identity = ? AND until IS NULL",
            ((serial, key, identity) for identity in identities),
        )

    def _begin(self, key: int, serial: int, stands: dict[int, _Stand]) -> None:
        if not stands:
            return
        keys = keys_of(self._connection, key, (w for stand in stands.values() for w in stand[2:]))
        rows = [
            (key, serial, identity, parent, row, *map(keys.__getitem__, words))
            for identity, (parent, row, *words) in stands.items()
        ]
        self._connection.insert_rows("spells", _COLUMNS, rows)

    def _standing(self, plan: str) -> tuple[int, int, _Stand, dict[int, _Stand]]:
        """The plan's key, its newest snapshot's serial and head, and by identity its rows."""
        found = self._connection.execute(_STANDING, (plan,))
        if not found:
            return know(self._connection, plan), 0, (), {}
        (key, serial, *head), own = found[0][: len(_HEAD) + 2], len(_HEAD) + 2
        # Without a row that stands there is one of nothing.
        rows = {row[own]: row[own + 1 :] for row in found if row[own]}
        return key, serial or 0, tuple(head), rows


def _taken_over(past: Past, a: int, b: int) -> int | None:
    """The serial of the snapshot in which the row `b` was first remembered as `a`."""
    ended = max((s.until for s in past.spells if s.identity == b and s.until), default=0)
    own = [spell for spell in past.spells if spell.identity == a]
    begins = any(spell.since == ended for spell in own)
    # What stood there already has gone on, whatever was remembered of it then.
    stood = any(spell.since < ended <= (spell.until or ended) for spell in own)
    stands = any(spell.since >= ended for spell in past.spells if spell.identity == b)
    return ended if begins and not stood and not stands else None


def _head(snapshot: Snapshot) -> _Stand:
    """All of it but its moment and its rows, as the table keeps them."""
    titles = _tabs_text(snapshot)
    day, told, scope = snapshot.taken.date().isoformat(), snapshot.told, snapshot.scope
    return day, snapshot.year, snapshot.title, titles, told, scope


def _tabs_text(snapshot: Snapshot) -> str:
    tab = snapshot.tab
    # A title that itself begins like a list goes into one, or it would be read as several.
    if not snapshot.tabs and not tab.startswith(SEVERAL):
        return tab
    return json.dumps([tab, *snapshot.tabs], ensure_ascii=False)
