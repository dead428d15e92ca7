"""Reads what is remembered of plans, within one transaction."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sheetsync.model import Life, Place, RunRecord, Snapshot
from sheetsync.state.database import Row
from sheetsync.state.keys import KEY
from sheetsync.state.letters import Letters
from sheetsync.state.past import Head, Past, Spell
from sheetsync.state.schema import TEXTS

# The plan's key and token, with the heads of its snapshots.
_HEADS = (
    f"SELECT id, token, {', '.join(Head._fields)} FROM plans "  # noqa: S608
    "LEFT JOIN snapshots ON plan = id WHERE name = ? ORDER BY serial"
)
_SPELLS = (
    f"SELECT identity, since, until, parent, row, {', '.join(TEXTS)} FROM spells "  # noqa: S608
    "WHERE plan = ? ORDER BY since, identity"
)
# Four tables of a few rows each: what people said of rows, and of when they said it. PostgreSQL
# takes a bare NULL for a text.
_SAID = """
SELECT 'word', identity, CAST(NULL AS INTEGER), NULL, day FROM words WHERE plan = :plan
UNION ALL SELECT 'mended', NULL, NULL, address, day FROM mended WHERE plan = :plan
UNION ALL SELECT 'link', a, b, NULL, NULL FROM links WHERE plan = :plan
UNION ALL SELECT 'doubt', identity, candidate, NULL, NULL FROM doubts WHERE plan = :plan
ORDER BY 1, 2, 3
"""


class Records(Letters):
    """What is remembered, as one transaction sees it.

    Snapshots count in the order in which they were remembered.
    """

    def plans(self) -> tuple[str, ...]:
        """The names of all plans, sorted."""
        rows = self._connection.execute("SELECT name FROM plans ORDER BY name")
        return tuple(name for (name,) in rows)

    def past(self, plan: str) -> Past:
        """All that is known of the plan but its letters and its tabs, in four statements.

        A year of a plan is some hundred rows: to read them all and choose costs less than to ask
        for each day that matters.
        """
        heads = self._connection.execute(_HEADS, (plan,))
        if not heads:
            return Past()
        key, token, *_head = heads[0]
        pairs, days = self._pairs_and_days(key)
        candidates: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        for identity, candidate in pairs["doubt"]:
            candidates[identity] += (candidate,)
        asked = "SELECT id, text FROM texts WHERE plan = ?"
        texts: dict[int, str] = dict(self._connection.execute(asked, (key,)))
        return Past(
            token=token,
            # A plan that is known without a snapshot has one row of nothing.
            heads=tuple(_head_of(*head) for _key, _token, *head in heads if head[0] is not None),
            spells=tuple(_spells_of_rows(self._connection.execute(_SPELLS, (key,)), texts)),
            texts=texts,
            links=tuple(pairs["link"]),
            doubts=dict(candidates),
            words=dict(days["word"]),
            mended=dict(days["mended"]),
        )

    def last(self, plan: str, *, told: bool | None = None) -> Snapshot | None:
        """The newest snapshot; with `told` the newest of a run (True) or of a mere sync (False).

        `taken` comes back as the same moment with the offset that its zone had then.
        """
        return self.past(plan).newest(told=told)

    def as_of(self, plan: str, day: date) -> Snapshot | None:
        """The newest snapshot taken on or before that day, as the plan's own zone counts days."""
        return self.past(plan).newest(until=day)

    def life(self, plan: str, identity: int) -> Life:
        """Each content of a measure in turn: see `Past.life`."""
        return self.past(plan).life(identity)

    def last_serial(self, plan: str) -> int:
        """The serial of the newest snapshot, 0 where there is none."""
        asked = f"SELECT max(serial) FROM snapshots WHERE plan = {KEY}"  # noqa: S608
        return self._connection.scalar(asked, (plan,)) or 0

    def counts(self) -> tuple[int, int]:
        """How many snapshots and how many measures there are, in all plans."""
        ((snapshots, measures),) = self._connection.execute(
            "SELECT (SELECT count(*) FROM snapshots), "
            "(SELECT count(*) FROM (SELECT DISTINCT plan, identity FROM spells) AS measures)"
        )
        return snapshots, measures

    def token(self, plan: str) -> str:
        """The token that no other plan in any store has; "" for a plan that is not known yet."""
        return self._connection.scalar("SELECT token FROM plans WHERE name = ?", (plan,)) or ""

    def days(self, plan: str) -> tuple[date, ...]:
        """The days on which snapshots were taken, the oldest first."""
        asked = f"SELECT DISTINCT day FROM snapshots WHERE plan = {KEY} ORDER BY day"  # noqa: S608
        return tuple(date.fromisoformat(day) for (day,) in self._connection.execute(asked, (plan,)))

    def places(self, plan: str) -> dict[str, Place]:
        """By key where each tab of a shared spreadsheet was last seen."""
        asked = f"SELECT key, sheet_id, title, large, columns FROM places WHERE plan = {KEY}"  # noqa: S608
        return {
            key: Place(sheet_id=sheet_id, title=title, large=bool(large), columns=columns)
            for key, sheet_id, title, large, columns in self._connection.execute(asked, (plan,))
        }

    def runs(self, plan: str, *, newest: int) -> tuple[RunRecord, ...]:
        """The newest runs of the plan, so many of them, the newest first."""
        rows = self._connection.execute(
            "SELECT id, started, ended, exit_code, figures FROM runs "  # noqa: S608
            f"WHERE plan = {KEY} ORDER BY id DESC LIMIT ?",
            (plan, newest),
        )
        return tuple(
            RunRecord(
                id=id_,
                started=datetime.fromisoformat(started),
                ended=datetime.fromisoformat(ended) if ended else None,
                exit_code=exit_code,
                figures=json.loads(figures),
            )
            for id_, started, ended, exit_code, figures in rows
        )

    def _pairs_and_days(
        self, key: int
    ) -> tuple[defaultdict[str, list[tuple[int, int]]], defaultdict[str, list[tuple[Any, date]]]]:
        """The pairs of doubts and links, sorted, and the days of words and mended addresses."""
        pairs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        days: defaultdict[str, list[tuple[Any, date]]] = defaultdict(list)
        for kind, a, b, address, day in self._connection.execute(_SAID, {"plan": key}):
            if day is None:
                pairs[kind].append((a, b))
            else:
                days[kind].append((address or a, date.fromisoformat(day)))
        return pairs, days


def _spells_of_rows(rows: Iterable[Row], texts: dict[int, str]) -> Iterator[Spell]:
    """The spells, each with a key for each text; one for "" is put among the texts if need be."""
    # Keys that differ tell of a change, so what says nothing has but one key, NULL or not.
    empty = next((key for key, text in texts.items() if not text), 0)
    for row in rows:
        keys = row[5:]
        if None in keys:
            texts[empty] = ""
            keys = tuple(empty if key is None else key for key in keys)
        yield Spell._make((*row[:5], keys))


def _head_of(serial: int, taken: str, day: str, *rest: Any) -> Head:
    year, title, tab, told, scope = rest
    return Head(serial, taken, date.fromisoformat(day), year, title, tab, bool(told), scope)
