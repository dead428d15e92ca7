"""Takes a person's address out of everything that is stored."""

import re
from collections.abc import Iterable
from email import message_from_bytes
from urllib.parse import quote

from sheetsync.model import YET_TO_GO, LetterState
from sheetsync.state.database import Connection, placeholders
from sheetsync.state.keys import keys_of
from sheetsync.state.schema import TEXTS

_GONE = "[адрес удалён]"
_LETTER_WORDS = ("address", "recipient", "subject", "trigger", "message_id", "reply")
_TITLES = ("title", "tab")  # of snapshots
_NOTIFICATION_TEXTS = ("what", "department")


def forget(connection: Connection, address: str) -> int:
    """Put a mark in the place of the address, in any case of letters; returns in how many texts."""
    pattern = _pattern(address)
    found = _from_file_names(connection, address) + _from_texts(connection, pattern)
    found += _from_columns(connection, "snapshots", _TITLES, pattern=pattern)
    return found + _from_ledger(connection, pattern)


def _pattern(address: str) -> re.Pattern[str]:
    """The address as a whole: neither the end of a longer one nor the beginning."""
    return re.compile(rf"(?<![\w.+-]){re.escape(address)}(?![\w-]|\.\w)", re.IGNORECASE)


def _from_texts(connection: Connection, pattern: re.Pattern[str]) -> int:
    # Searched here, for SQLite's LIKE folds the case of ASCII letters only.
    rows = connection.execute("SELECT id, plan, text FROM texts")
    found = [row for row in rows if pattern.search(row[2])]
    for id_, plan, text in found:
        # Two texts may become one, so the rows are led to the text without the address.
        cleaned = pattern.sub(_GONE, text)
        key = keys_of(connection, plan, [cleaned])[cleaned]
        for name in TEXTS:
            led = f"UPDATE spells SET {name} = ? WHERE plan = ? AND {name} = ?"  # noqa: S608
            connection.execute(led, (key, plan, id_))
        connection.execute("DELETE FROM texts WHERE id = ?", (id_,))
    return len(found)


def _from_ledger(connection: Connection, pattern: re.Pattern[str]) -> int:
    """Letters that hold it lose their bytes, and do not go any more."""
    found = 0
    heads = connection.execute(f"SELECT id, {', '.join(_LETTER_WORDS)} FROM letters")  # noqa: S608
    places = ", ".join(f"{name} = ?" for name in _LETTER_WORDS)
    for id_, *said in heads:
        if any(map(pattern.search, said)):
            found += 1
            # Of two people without an address each still has letters of their own.
            cleaned = [pattern.sub(f"{_GONE} {id_}", text) for text in said]
            connection.execute(f"UPDATE letters SET {places} WHERE id = ?", (*cleaned, id_))  # noqa: S608
            _drop_bytes(connection, id_)
    for id_, raw in connection.execute("SELECT letter, raw FROM letter_bytes"):
        if _holds_address(raw, pattern):
            found += 1
            _drop_bytes(connection, id_)
    for (stored,) in connection.execute("SELECT DISTINCT address FROM mended"):
        if pattern.search(stored):
            found += 1
            connection.execute("DELETE FROM mended WHERE address = ?", (stored,))
    return found + _from_columns(connection, "tellings", _NOTIFICATION_TEXTS, pattern=pattern)


def _from_file_names(connection: Connection, address: str) -> int:
    """A letter that became a file has its name for an answer, and the address stands in that."""
    rows = connection.execute(
        "SELECT id, kind, reply FROM letters WHERE state = ?", (LetterState.WRITTEN,)
    )
    found, named = 0, re.escape(quote(address, safe="@+"))
    for id_, kind, reply in rows:
        # Between the kind and the ending it is whole, though dots stand around it.
        place = rf"(?<=\.{re.escape(kind)}\.){named}(?=(?:\.\d+)?\.eml$)"
        cleaned = re.sub(place, f"{_GONE} {id_}", reply, flags=re.IGNORECASE)
        if cleaned != reply:
            found += 1
            connection.execute("UPDATE letters SET reply = ? WHERE id = ?", (cleaned, id_))
    return found


def _drop_bytes(connection: Connection, id_: int) -> None:
    connection.execute("DELETE FROM letter_bytes WHERE letter = ?", (id_,))
    connection.execute(
        f"UPDATE letters SET state = ? WHERE id = ? AND state IN ({placeholders(YET_TO_GO)})",  # noqa: S608
        (LetterState.EXPIRED, id_, *YET_TO_GO),
    )


def names_address(raw: bytes, address: str) -> bool:
    """Whether the address stands in a message's head or in one of its decoded parts."""
    return _holds_address(raw, _pattern(address))


def _holds_address(raw: bytes, pattern: re.Pattern[str]) -> bool:
    parts = list(message_from_bytes(raw).walk())
    said = [str(value) for part in parts for value in part.values()]
    bodies = (part.get_payload(decode=True) for part in parts if not part.is_multipart())
    said += [body.decode("utf-8", "replace") for body in bodies if isinstance(body, bytes)]
    return any(map(pattern.search, said))


def _from_columns(
    connection: Connection, table: str, columns: Iterable[str], *, pattern: re.Pattern[str]
) -> int:
    """From short texts that stand as they are; returns in how many different ones of a column."""
    found = 0
    for name in columns:
        for (words,) in connection.execute(f"SELECT DISTINCT {name} FROM {table}"):  # noqa: S608
            if pattern.search(words):
                found += 1
                clean = f"UPDATE {table} SET {name} = ? WHERE {name} = ?"  # noqa: S608
                connection.execute(clean, (pattern.sub(_GONE, words), words))
    return found
