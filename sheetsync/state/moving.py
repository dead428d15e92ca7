"""Moves a plan's memory into another database, and proves that it is the same there."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from sheetsync.state.database import Connection
from sheetsync.state.schema import TABLES, TEXTS

_OWN_KEYS = ("runs", "texts", "letters")  # they tell nothing
_OF_LETTERS = ("letter_bytes", "tellings")
_TRUTHS = ("told", "large")  # PostgreSQL takes no number for one

Fingerprint = dict[str, tuple[int, str]]
"""By table how many rows a plan has there and the hash of what they say, whatever their keys."""


def move(source: Connection, target: Connection, *, old: str, new: str) -> dict[int, int]:
    """Copy all that is remembered of the plan; returns each letter's id there by its id here."""
    ((plan, token),) = source.execute("SELECT id, token FROM plans WHERE name = ?", (old,))
    ((key,),) = target.insert("plans", [{"name": new, "token": token}], "RETURNING id")
    words = _move_texts(source, target, plan, key)
    sent = _move_letters(source, target, plan, key)
    for table in TABLES:
        if table in ("sheetsync_version", "plans", "texts", "letters"):
            # Moved already: what hangs on them needs their new keys.
            continue
        rows = [
            _rekeyed(table, row, plan=key, words=words, sent=sent)
            for row in _rows(source, table, plan)
        ]
        target.insert(table, rows)
    return sent


def fingerprint(connection: Connection, plan: str) -> Fingerprint:
    """What the plan's rows come to; equal in two databases where they remember the same."""
    key = connection.scalar("SELECT id FROM plans WHERE name = ?", (plan,))
    if key is None:
        return {}
    words = {row["id"]: row["digest"] for row in _rows(connection, "texts", key)}
    sent = {
        row["id"]: "|".join(str(row[name]) for name in ("scope", "day", "kind", "address"))
        for row in _rows(connection, "letters", key)
    }
    found: Fingerprint = {}
    for table in TABLES:
        if table in ("sheetsync_version", "plans"):
            continue
        told = (
            _rekeyed(table, row, plan=0, words=words, sent=sent)
            for row in _rows(connection, table, key)
        )
        # Keys differ, and so does the order that they give: only the contents can be equal. Of a
        # column that only one of the two has had from the first the other's old rows have NULL.
        rows = sorted(repr(sorted((k, v) for k, v in row.items() if v is not None)) for row in told)
        found[table] = (len(rows), sha256("\n".join(rows).encode()).hexdigest())
    return found


def _move_texts(source: Connection, target: Connection, old: int, new: int) -> dict[int, int]:
    known = {row["digest"]: row for row in _rows(source, "texts", old)}
    rows = [{"plan": new, "digest": d, "text": row["text"]} for d, row in known.items()]
    made = target.insert("texts", rows, "RETURNING digest, id")
    return {known[digest]["id"]: id_ for digest, id_ in made}


def _move_letters(source: Connection, target: Connection, old: int, new: int) -> dict[int, int]:
    sent: dict[int, int] = {}
    # One by one: in the order of their filing they are told of.
    for row in _rows(source, "letters", old):
        values = {name: value for name, value in row.items() if name != "id"}
        ((sent[row["id"]],),) = target.insert("letters", [values | {"plan": new}], "RETURNING id")
    return sent


def _rows(connection: Connection, table: str, plan: int) -> Iterator[dict[str, Any]]:
    of_plan = "JOIN letters ON letters.id = letter " if table in _OF_LETTERS else ""
    rows = connection.named(
        # New keys then ascend as the old ones did; the newest run is the one with the highest.
        f"SELECT {table}.* FROM {table} {of_plan}WHERE plan = ? ORDER BY 1",  # noqa: S608
        (plan,),
    )
    for row in rows:
        yield row | {name: bool(row[name]) for name in _TRUTHS if name in row}


def _rekeyed(
    table: str,
    row: Mapping[str, Any],
    *,
    plan: int,
    words: Mapping[int, Any],
    sent: Mapping[int, Any],
) -> dict[str, Any]:
    """The row with another database's keys of its plan, its texts and its letter."""
    found = {name: value for name, value in row.items() if name != "id" or table not in _OWN_KEYS}
    if "plan" in found:
        found["plan"] = plan
    if table in _OF_LETTERS:
        found["letter"] = sent[found["letter"]]
    if table == "spells":
        found |= {name: words[key] for name in TEXTS if (key := found.get(name)) is not None}
    return found
