"""A local mailbox: a folder of .eml files laid out like a Maildir, for trials and for previews."""

import os
from pathlib import Path
from urllib.parse import quote

from sheetsync.errors import DeliveryError, reason
from sheetsync.mail.phases import Answer, Phase
from sheetsync.model import Filed

_UNREAD, _READ, _UNFINISHED = "new", "cur", "tmp"


class Mailbox:
    """Letters as files in `new`; whoever has read one may move it to `cur`.

    A letter is known by its key, so putting it a second time changes nothing. A courier takes
    letters here as it would take them to a server.
    """

    repeatable = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, key: str) -> bool:
        """True where the letter of that key was put before, read or not."""
        return any(
            (self.folder / part / f"{file_name(key)}.eml").exists() for part in (_UNREAD, _READ)
        )

    def put(self, key: str, message: bytes) -> Path:
        """Store a whole letter or nothing; returns its file. Raises DeliveryError."""
        target = self.folder / _UNREAD / f"{file_name(key)}.eml"
        unfinished = self.folder / _UNFINISHED / f"{file_name(key)}.eml"
        try:
            for part in (_UNREAD, _READ, _UNFINISHED):
                (self.folder / part).mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(message)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(target)
        except OSError as error:
            raise DeliveryError(
                f"Письмо не записано в {target}: {reason(error)}. Проверьте место и права доступа."
            ) from error
        return target

    def address(self, letter: Filed) -> Answer:  # noqa: ARG002 - anybody's letters lie here
        """Everybody is known."""
        return Answer(phase=Phase.ADDRESS, code=250, words="")

    def hand_over(self, letter: Filed) -> Answer:
        """Put the letter, unless it is there; a disk that refuses it may take it later."""
        key = letter_key(letter)
        try:
            if not self.holds(key):
                self.put(key, letter.raw or b"")
        except DeliveryError as error:
            return Answer(phase=Phase.TEXT, code=451, words=str(error))
        return Answer(phase=Phase.TEXT, code=250, words=f"{file_name(key)}.eml")

    def close(self) -> None:
        """There is nothing to close."""


def letter_key(letter: Filed) -> str:
    """What makes a letter this one and no other: its day first, so that files lie in order."""
    parts = (letter.day.isoformat(), letter.scope, letter.kind, letter.address)
    return ".".join(part for part in parts if part)


def file_name(key: str) -> str:
    """The key as a name that every file system takes: percent signs stand for what it may not."""
    return quote(key, safe="@+")
