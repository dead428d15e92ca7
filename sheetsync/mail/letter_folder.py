"""A folder of .eml files laid out like a Maildir, for trials and for previews."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from urllib.parse import quote

from sheetsync.errors import DeliveryError, system_words
from sheetsync.mail.replies import Phase, Reply
from sheetsync.model import StoredLetter
from sheetsync.model.language import marked

_UNREAD, _READ, _UNFINISHED = "new", "cur", "tmp"


class LetterFolder:
    """Letters as files in `new`; whoever has read one may move it to `cur`.

    `plan` stands in the names, so that several plans can share a folder. No file is ever
    overwritten, and putting the same letter a second time changes nothing. A delivery takes
    letters here as it would take them to a server.
    """

    def __init__(self, folder: Path, *, plan: str = "") -> None:
        self.folder = folder
        self._plan = plan

    def put(self, key: str, message: bytes) -> Path:
        """Store a whole letter or nothing; returns its file. Raises DeliveryError.

        Where another letter lies under that key, this one gets a number.
        """
        sentence = marked(
            "The letter was not written to {folder}: {reason}. Check the room and the permissions."
        )
        with system_words(DeliveryError, sentence, folder=self.folder / _UNREAD):
            for part in (_UNREAD, _READ, _UNFINISHED):
                (self.folder / part).mkdir(parents=True, exist_ok=True)
            return self._place(file_name(key), message)

    def _place(self, stem: str, message: bytes) -> Path:
        for number in count(1):
            name = f"{stem}.eml" if number == 1 else f"{stem}.{number}.eml"
            places = (self.folder / part / name for part in (_UNREAD, _READ))
            found = next((place for place in places if place.exists()), None)
            if found is None:
                return self._write(name, message)
            if found.read_bytes() == message:
                return found
        raise AssertionError("there is always another number")

    def _write(self, name: str, message: bytes) -> Path:
        unfinished, target = self.folder / _UNFINISHED / name, self.folder / _UNREAD / name
        with unfinished.open("wb") as file:
            file.write(message)
            file.flush()
            os.fsync(file.fileno())
        return unfinished.replace(target)

    def send(
        self,
        letter: StoredLetter,
        note: Callable[[], None] | None = None,  # noqa: ARG002 - put twice, it is there once
    ) -> Reply:
        """Put the letter, unless it is there; a disk that refuses it may take it later."""
        try:
            file = self.put(_letter_key(letter, self._plan), letter.raw or b"")
        except DeliveryError as error:
            return Reply(phase=Phase.FILE, code=451, words=str(error))
        return Reply(phase=Phase.FILE, code=250, words=file.name)

    def close(self) -> None:
        """There is nothing to close."""


def _letter_key(letter: StoredLetter, plan: str) -> str:
    """What makes a letter this one and no other: its day first, so that files lie in order."""
    trial = "redirect" if letter.recipient != letter.address else ""
    parts = (letter.day.isoformat(), plan, trial, letter.kind, letter.address)
    return ".".join(part for part in parts if part)


def file_name(key: str) -> str:
    """The key as a name that every file system takes: percent signs stand for what it may not."""
    return quote(key, safe="@+")
