"""Takes a person's address out of everything that is stored."""

import re

from sqlalchemy import Connection, delete, select, update

from sheetsync.state.schema import TEXTS, snapshots, spells, texts
from sheetsync.state.texts import keys_of

_GONE = "[адрес удалён]"


def forget(connection: Connection, address: str) -> int:
    """Put a mark in the place of the address, in any case of letters; returns in how many texts."""
    pattern = _pattern(address)
    return _from_texts(connection, pattern) + _from_titles(connection, pattern)


def _pattern(address: str) -> re.Pattern[str]:
    """The address as a whole: neither the end of a longer one nor the beginning."""
    return re.compile(rf"(?<![\w.+-]){re.escape(address)}(?![\w-]|\.\w)", re.IGNORECASE)


def _from_texts(connection: Connection, pattern: re.Pattern[str]) -> int:
    rows = connection.execute(select(texts.c.id, texts.c.plan, texts.c.text))
    found = [row for row in rows if pattern.search(row.text)]
    for row in found:
        # Two texts may become one, so the rows are led to the text without the address.
        cleaned = pattern.sub(_GONE, row.text)
        key = keys_of(connection, row.plan, [cleaned])[cleaned]
        for name in TEXTS:
            there = (spells.c.plan == row.plan) & (spells.c[name] == row.id)
            connection.execute(update(spells).where(there).values({name: key}))
        connection.execute(delete(texts).where(texts.c.id == row.id))
    return len(found)


def _from_titles(connection: Connection, pattern: re.Pattern[str]) -> int:
    found = 0
    for name in ("title", "tab"):
        column = snapshots.c[name]
        for words in connection.scalars(select(column).distinct()).all():
            if pattern.search(words):
                cleaned = {name: pattern.sub(_GONE, words)}
                connection.execute(update(snapshots).where(column == words).values(cleaned))
                found += 1
    return found
