"""Who has a workbook open, told from the lock files that office programs leave beside it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

_STALE = timedelta(hours=24)


def holder(path: Path) -> str:
    """A sentence that says who has the workbook open, "" where nobody has.

    A lock older than a day may be left over from a crash; the sentence then says how to be rid
    of it, because nothing here ever deletes one.
    """
    office = path.with_name(f"~${path.name}")
    if office.exists():
        return f"Книга «{path.name}» открыта в Excel.{_age(office)}"
    libre = path.with_name(f".~lock.{path.name}#")
    if libre.exists():
        return f"Книга «{path.name}» открыта в LibreOffice{_person(libre)}.{_age(libre)}"
    return ""


def _person(lock: Path) -> str:
    """The user, host and time out of ",user,host,22.11.2026 14:38,file:///…;"."""
    try:
        text = lock.read_text("utf-8", "replace")
    except OSError:
        return ""
    fields = [re.sub(r"\\(.)", r"\1", field) for field in re.split(r"(?<!\\),", text)]
    if len(fields) < 4:
        return ""
    name, user, host, since = fields[:4]
    return f": {name or user} ({host}), с {since}"


def _age(lock: Path) -> str:
    try:
        since = datetime.fromtimestamp(lock.stat().st_mtime, tz=UTC)
    except OSError:
        return ""
    if datetime.now(tz=UTC) - since < _STALE:
        return ""
    return (
        f" Так уже больше суток, с {since.astimezone():%d.%m.%Y %H:%M}: если её никто не правит, "
        f"удалите файл «{lock.name}»."
    )
