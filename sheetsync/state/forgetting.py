"""Takes a person's address out of everything that is stored."""

import re
from email import message_from_bytes

from sqlalchemy import Column, Connection, delete, select, update

from sheetsync.model import LetterState
from sheetsync.state.keys import keys_of
from sheetsync.state.schema import (
    TEXTS,
    letter_bytes,
    letters,
    mended,
    notifications,
    snapshots,
    spells,
    texts,
)

_GONE = "[адрес удалён]"
_LETTER_WORDS = ("address", "recipient", "subject", "trigger", "message_id", "reply")
_NOTIFICATION_TEXTS = ("what", "department")
_YET_TO_GO = (LetterState.PENDING, LetterState.SENDING, LetterState.DEFERRED)


def forget(connection: Connection, address: str) -> int:
    """Put a mark in the place of the address, in any case of letters; returns in how many texts."""
    pattern = _pattern(address)
    found = _from_texts(connection, pattern) + _from_titles(connection, pattern)
    return found + _from_ledger(connection, pattern)


def _pattern(address: str) -> re.Pattern[str]:
    """The address as a whole: neither the end of a longer one nor the beginning."""
    return re.compile(rf"(?<![\w.+-]){re.escape(address)}(?![\w-]|\.\w)", re.IGNORECASE)


def _from_texts(connection: Connection, pattern: re.Pattern[str]) -> int:
    rows = connection.execute(select(texts.c.id, texts.c.plan, texts.c.text))
    # Searched here, for SQLite's LIKE folds the case of ASCII letters only.
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
    columns = [snapshots.c[name] for name in ("title", "tab")]
    return sum(_from_column(connection, column, pattern) for column in columns)


def _from_ledger(connection: Connection, pattern: re.Pattern[str]) -> int:
    """Letters that hold it lose their bytes, and do not go any more."""
    found = 0
    heads = connection.execute(select(letters.c.id, *(letters.c[name] for name in _LETTER_WORDS)))
    for id_, *said in heads.all():
        if any(map(pattern.search, said)):
            found += 1
            # Of two people without an address each still has letters of their own.
            gone = f"{_GONE} {id_}"
            cleaned = {
                name: pattern.sub(gone, text)
                for name, text in zip(_LETTER_WORDS, said, strict=True)
            }
            connection.execute(update(letters).where(letters.c.id == id_).values(cleaned))
            _drop_bytes(connection, id_)
    for id_, raw in connection.execute(select(letter_bytes)).all():
        if _holds(raw, pattern):
            found += 1
            _drop_bytes(connection, id_)
    for stored in connection.scalars(select(mended.c.address).distinct()).all():
        if pattern.search(stored):
            found += 1
            connection.execute(delete(mended).where(mended.c.address == stored))
    columns = [notifications.c[name] for name in _NOTIFICATION_TEXTS]
    return found + sum(_from_column(connection, column, pattern) for column in columns)


def _drop_bytes(connection: Connection, id_: int) -> None:
    connection.execute(delete(letter_bytes).where(letter_bytes.c.letter == id_))
    waits = (letters.c.id == id_) & letters.c.state.in_(_YET_TO_GO)
    connection.execute(update(letters).where(waits).values(state=LetterState.EXPIRED))


def _holds(raw: bytes, pattern: re.Pattern[str]) -> bool:
    """Whether the address stands in a message's head or in one of its decoded parts."""
    parts = list(message_from_bytes(raw).walk())
    said = [str(value) for part in parts for value in part.values()]
    bodies = (part.get_payload(decode=True) for part in parts if not part.is_multipart())
    said += [body.decode("utf-8", "replace") for body in bodies if isinstance(body, bytes)]
    return any(map(pattern.search, said))


def _from_column(connection: Connection, column: Column[str], pattern: re.Pattern[str]) -> int:
    """From short texts that stand as they are; returns in how many different ones."""
    said = connection.scalars(select(column).distinct()).all()
    found = [words for words in said if pattern.search(words)]
    for words in found:
        cleaned = {column.name: pattern.sub(_GONE, words)}
        connection.execute(update(column.table).where(column == words).values(cleaned))
    return len(found)
