"""Plans by name and cell texts by content: each stored once and known by its key ever after."""

from collections.abc import Iterable
from hashlib import blake2b

from sheetsync.state.database import Connection, placeholders

KEY = "(SELECT id FROM plans WHERE name = ?)"
"""A plan's key within another statement; of a plan that is not known it equals nothing."""

_AT_ONCE = 500  # digests of a question: one of any length would be compiled anew each time
_TOKEN_BYTES = 4


def key_of(connection: Connection, plan: str) -> int:
    """The key of the plan of that name; one that is not known yet is stored, with a token."""
    # Safe only under the writer's lock: without it 119 of 160 first writes at once failed on
    # PostgreSQL.
    key: int | None = connection.scalar("SELECT id FROM plans WHERE name = ?", (plan,))
    return know(connection, plan) if key is None else key


def know(connection: Connection, plan: str) -> int:
    """Store a plan that is not known yet, with a token; returns its key."""
    from secrets import token_hex  # a plan is new once

    new = {"name": plan, "token": token_hex(_TOKEN_BYTES)}
    ((key,),) = connection.insert("plans", [new], "RETURNING id")
    return int(key)


def keys_of(connection: Connection, plan: int, words: Iterable[str]) -> dict[str, int]:
    """The key of each text; one that is not known yet is stored."""
    wanted = {_hashed(word): word for word in words}
    known = _known_keys(connection, plan, list(wanted))
    new = [
        {"plan": plan, "digest": digest, "text": word}
        for digest, word in wanted.items()
        if digest not in known
    ]
    known.update(connection.insert("texts", new, "RETURNING digest, id"))
    return {word: known[digest] for digest, word in wanted.items()}


def _known_keys(connection: Connection, plan: int, digests: list[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for start in range(0, len(digests), _AT_ONCE):
        some = digests[start : start + _AT_ONCE]
        ask = f"SELECT digest, id FROM texts WHERE plan = ? AND digest IN ({placeholders(some)})"  # noqa: S608
        found.update(connection.execute(ask, (plan, *some)))
    return found


def _hashed(word: str) -> bytes:
    # 128 bits: no two texts meet by chance, and the unique index stays short.
    return blake2b(word.encode(), digest_size=16).digest()
