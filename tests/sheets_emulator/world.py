"""All files of the emulated account, and who may do what with them."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from . import batch
from .change import Change
from .errors import ApiError, forbidden, not_found
from .state import Book, new_sheet

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
PERSON = "person@example.org"
PRIVATE = "1jIKzPs8LsiZZdLdeMEP-5ZIHw6RkjiOmj1LrJN706Yc"
"""Somebody else's spreadsheet: gspread's own tests ask for it, and Google refuses them."""


@dataclass
class File:
    """A file of the Drive; `access` is "owner" or "none"."""

    id: str
    name: str
    book: Book | None = None
    access: str = "owner"
    version: int = 1
    trashed: bool = False
    created: str = ""
    modified: str = ""
    parents: list[str] = field(default_factory=list)
    permissions: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)


class World:
    """The files; every change of one raises its version."""

    def __init__(self, account: str, locale: str = "en_US") -> None:
        self.account = account
        self.caller = account  # of the request that is being answered
        self.locale = locale
        self.files: dict[str, File] = {}

    def new_id(self) -> int:
        return secrets.randbelow(2**31 - 1) + 1

    def create(self, name: str, *, properties: dict[str, Any] | None = None) -> File:
        file_id = "1" + secrets.token_urlsafe(32)
        locale = self.locale
        title = "Лист1" if locale == "ru_RU" else "Sheet1"
        own = {"title": name, "locale": locale, "autoRecalc": "ON_CHANGE", "timeZone": "Etc/GMT"}
        book = Book(file_id, own | (properties or {}), [new_sheet(0, title)])
        now = stamp()
        file = File(file_id, name, book, created=now, modified=now)
        file.permissions.append(
            {"id": "1", "type": "user", "emailAddress": self.account, "role": "owner"}
        )
        self.files[file_id] = file
        return file

    def file(self, file_id: str) -> File:
        """Raises 404 where there is none, 403 where it is not shared with the account."""
        file = self.files.get(file_id)
        if file is None:
            raise not_found()
        if file.access == "none":
            raise forbidden()
        return file

    def book(self, file_id: str) -> Book:
        book = self.file(file_id).book
        if book is None:
            raise ApiError(
                400, "FAILED_PRECONDITION", "This operation is not supported for this document"
            )
        return book

    def keep(self, book: Book) -> None:
        """Take a changed copy for the book."""
        file = self.files[book.id]
        file.book, file.name = book, book.properties["title"]
        file.version += 1
        file.modified = stamp()

    def batch(
        self, file_id: str, requests: list[dict[str, Any]], *, caller: str = ""
    ) -> list[dict[str, Any]]:
        """Apply all requests or none."""
        copy = self.book(file_id).copy()
        replies = batch.apply(Change(copy, self.new_id, caller or self.caller), requests)
        self.keep(copy)
        return replies


def stamp() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
