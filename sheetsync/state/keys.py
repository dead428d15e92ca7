"""Plans by name and cell texts by content: each stored once and known by its key ever after."""

import secrets
from collections.abc import Iterable
from hashlib import blake2b
from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import Connection, ScalarSelect, Table, bindparam, insert, select

from sheetsync.state.schema import plans, texts

if TYPE_CHECKING:
    from sqlalchemy.dialects.sqlite import Insert

_AT_ONCE = 500  # of the values that one statement may hold; the oldest SQLite allows 999
_TOKEN_BYTES = 4


def key_of(connection: Connection, plan: str) -> int:
    """The key of the plan of that name; one that is not known yet is stored, with a token."""
    # Safe only under the writer's lock: without it 119 of 160 first writes at once failed on
    # PostgreSQL.
    key: int | None = connection.scalar(select(plans.c.id).where(plans.c.name == plan))
    return know(connection, plan) if key is None else key


def know(connection: Connection, plan: str) -> int:
    """Store a plan that is not known yet, with a token; returns its key."""
    token = secrets.token_hex(_TOKEN_BYTES)
    new = insert(plans).values(name=plan, token=token).returning(plans.c.id)
    key: int = connection.scalars(new).one()
    return key


def known_key(name: str = "name") -> ScalarSelect[int]:
    """The key, within another statement, of the plan whose name is given to it under `name`."""
    return select(plans.c.id).where(plans.c.name == bindparam(name)).scalar_subquery()


def inserting(connection: Connection, table: Table) -> "Insert":
    """An INSERT that may have an ON CONFLICT: SQLAlchemy has one a dialect and none for both."""
    # By name, for PostgreSQL's takes 30 ms to import, which runs on a file need not wait for.
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")
    made: Insert = dialect.insert(table)
    return made


def keys_of(connection: Connection, plan: int, words: Iterable[str]) -> dict[str, int]:
    """The key of each text; one that is not known yet is stored."""
    wanted = {_digest(word): word for word in words}
    known = _known(connection, plan, list(wanted))
    missing = [digest for digest in wanted if digest not in known]
    if missing:
        new = [{"plan": plan, "digest": digest, "text": wanted[digest]} for digest in missing]
        stored = insert(texts).returning(texts.c.digest, texts.c.id)
        known |= dict(map(tuple, connection.execute(stored, new)))
    return {word: known[digest] for digest, word in wanted.items()}


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
