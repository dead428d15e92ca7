"""Who has a workbook open, told from the lock files that office programs leave beside it."""

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

_STALE = timedelta(hours=24)
_PROCESSES = Path("/proc")
_OFFICE = "soffice.bin"
_DELETE = "Он не принят во внимание; если книгу никто не правит, удалите его."


@dataclass(frozen=True, slots=True)
class Lock:
    """A sentence that says who has the workbook open, or that the lock is `stale`: nobody has."""

    words: str
    stale: bool


def lock_of(path: Path, *, processes: Path = _PROCESSES) -> Lock | None:
    """The lock of a workbook, one that is held before one that is not; None where there is none.

    A lock is left over from a crash where it is older than a day, or where LibreOffice made it on
    this computer and runs on it no more. Nothing here ever deletes one. `processes` is where Linux
    lists them.
    """
    locks = [*_excel(path), *_libreoffice(path, processes)]
    return min(locks, key=lambda lock: lock.stale, default=None)


def _excel(path: Path) -> Iterator[Lock]:
    lock = path.with_name(f"~${path.name}")
    if lock.exists():
        yield _old(path, lock) or Lock(f"Книга «{path.name}» открыта в Excel.", stale=False)


def _libreoffice(path: Path, processes: Path) -> Iterator[Lock]:
    lock = path.with_name(f".~lock.{path.name}#")
    if lock.exists():
        user, host, since = _holder(lock)
        gone = _is_this(host) and not _runs(_OFFICE, processes)
        left = f"Файл «{lock.name}» остался от LibreOffice, хотя тот уже закрыт. {_DELETE}"
        who = f": {user} ({host}), с {since}" if user else ""
        held = Lock(f"Книга «{path.name}» открыта в LibreOffice{who}.", stale=False)
        yield Lock(left, stale=True) if gone else _old(path, lock) or held


def _old(path: Path, lock: Path) -> Lock | None:
    try:
        since = datetime.fromtimestamp(lock.stat().st_mtime, tz=UTC)
    except OSError:
        return None
    if datetime.now(tz=UTC) - since < _STALE:
        return None
    words = (
        f"По файлу «{lock.name}» книга «{path.name}» открыта больше суток, "
        f"с {since.astimezone():%d.%m.%Y %H:%M}. {_DELETE}"
    )
    return Lock(words, stale=True)


def _holder(lock: Path) -> tuple[str, str, str]:
    """The user, host and time out of ",user,host,22.11.2026 14:38,file:///…;", or three blanks."""
    try:
        text = lock.read_text("utf-8", "replace")
    except OSError:
        return "", "", ""
    fields = [re.sub(r"\\(.)", r"\1", field) for field in re.split(r"(?<!\\),", text)]
    if len(fields) < 4:
        return "", "", ""
    name, user, host, since = fields[:4]
    return name or user, host, since


def _is_this(host: str) -> bool:
    """Whether it is the name of this computer; one that many computers have tells nothing."""
    own, other = (name.partition(".")[0].casefold() for name in (socket.gethostname(), host))
    return own == other and own not in ("", "localhost")


def _runs(program: str, processes: Path) -> bool:
    """Whether the program runs here, or might: not every system shows every process."""
    try:
        (processes / "1" / "comm").read_text()
        return any(_command(process) == program for process in processes.iterdir())
    except OSError:
        return True


def _command(process: Path) -> str:
    try:
        return (process / "comm").read_text().strip()
    except OSError:  # no process, or one that ended meanwhile
        return ""
