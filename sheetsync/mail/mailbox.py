"""A local mailbox: a folder of .eml files laid out like a Maildir, for trials and for previews."""

import os
from pathlib import Path
from urllib.parse import quote

from sheetsync.errors import DeliveryError, reason

_UNREAD, _READ, _UNFINISHED = "new", "cur", "tmp"


class Mailbox:
    """Letters as files in `new`; whoever has read one may move it to `cur`.

    A letter is known by its key, so putting it a second time changes nothing.
    """

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


def file_name(key: str) -> str:
    """The key as a name that every file system takes: percent signs stand for what it may not."""
    return quote(key, safe="@+")
