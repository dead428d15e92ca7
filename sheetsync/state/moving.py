"""Moves a plan's memory into another database, and proves that it is the same there."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from sheetsync.state.schema import (
    METADATA,
    TEXTS,
    letter_bytes,
    letters,
    notifications,
    plans,
    runs,
    spells,
    texts,
    version,
)

_NUMBERED = (runs,)  # their own keys tell nothing
_OF_LETTERS = (letter_bytes, notifications)
_AT_ONCE = 500

Proof = dict[str, tuple[int, str]]
"""By table how many rows a plan has there and the hash of what they say, whatever their keys."""


def move(source: Connection, target: Connection, *, old: str, new: str) -> dict[int, int]:
    """Copy all that is remembered of the plan; returns each letter's id there by its id here."""
    (plan,) = source.execute(select(plans).where(plans.c.name == old)).mappings().all()
    made = target.execute(insert(plans).values(name=new, token=plan["token"]))
    (key,) = made.inserted_primary_key or (0,)
    words = _move_texts(source, target, plan["id"], key)
    sent = _move_letters(source, target, plan["id"], key)
    for table in METADATA.sorted_tables:
        if table in (version, plans, texts, letters):
            # Moved already: what hangs on them needs their new keys.
            continue
        rows = [
            _rekeyed(table, row, plan=key, words=words, sent=sent)
            for row in _rows(source, table, plan["id"])
        ]
        for start in range(0, len(rows), _AT_ONCE):
            target.execute(insert(table), rows[start : start + _AT_ONCE])
    return sent


def proof(connection: Connection, plan: str) -> Proof:
    """What the plan's rows come to; equal in two databases where they remember the same."""
    key = connection.scalar(select(plans.c.id).where(plans.c.name == plan))
    if key is None:
        return {}
    words = {row["id"]: row["digest"] for row in _rows(connection, texts, key)}
    sent = {
        row["id"]: "|".join(str(row[name]) for name in ("scope", "day", "kind", "address"))
        for row in _rows(connection, letters, key)
    }
    found: Proof = {}
    for table in METADATA.sorted_tables:
        if table in (version, plans):
            continue
        # Keys differ, and so does the order that they give: only the contents can be equal.
        rows = sorted(
            repr(sorted(_rekeyed(table, row, plan=0, words=words, sent=sent).items()))
            for row in _rows(connection, table, key)
        )
        found[table.name] = (len(rows), sha256("\n".join(rows).encode()).hexdigest())
    return found


def _move_texts(source: Connection, target: Connection, old: int, new: int) -> dict[int, int]:
    known = {row["digest"]: row for row in _rows(source, texts, old)}
    rows = [{"plan": new, "digest": d, "text": row["text"]} for d, row in known.items()]
    for start in range(0, len(rows), _AT_ONCE):
        target.execute(insert(texts), rows[start : start + _AT_ONCE])
    # Read back by digest: an insert of many rows returns no keys.
    return {known[row["digest"]]["id"]: row["id"] for row in _rows(target, texts, new)}


def _move_letters(source: Connection, target: Connection, old: int, new: int) -> dict[int, int]:
    sent: dict[int, int] = {}
    # One by one: in the order of their filing they are told of.
    for row in _rows(source, letters, old):
        values = {name: value for name, value in row.items() if name != "id"}
        made = target.execute(insert(letters).values({**values, "plan": new}))
        (sent[row["id"]],) = made.inserted_primary_key or (0,)
    return sent


def _rows(connection: Connection, table: Table, plan: int) -> Iterator[Mapping[str, Any]]:
    asked = select(table)
    if table in _OF_LETTERS:
        asked = asked.join(letters, letters.c.id == table.c.letter).where(letters.c.plan == plan)
    else:
        asked = asked.where(table.c.plan == plan)
    # New keys then ascend as the old ones did; the newest run is the one with the highest.
    order = table.primary_key.columns
    for row in connection.execute(asked.order_by(*order)).mappings():
        yield {column.name: row[column] for column in table.columns}


def _rekeyed(
    table: Table,
    row: Mapping[str, Any],
    *,
    plan: int,
    words: Mapping[int, Any],
    sent: Mapping[int, Any],
) -> dict[str, Any]:
    """The row with another database's keys of its plan, its texts and its letter."""
    found = dict(row)
    if table in (*_NUMBERED, texts, letters):
        del found["id"]
    if "plan" in found:
        found["plan"] = plan
    if table in _OF_LETTERS:
        found["letter"] = sent[found["letter"]]
    if table is spells:
        found |= {name: words[found[name]] for name in TEXTS}
    return found
