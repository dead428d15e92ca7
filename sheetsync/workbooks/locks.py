"""Who has a workbook open, by the lock files that office programs leave beside it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sheetsync.languages import _, moment
from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import marked

_STALE = timedelta(hours=24)
_PROCESSES = Path("/proc")
_OFFICE = "soffice.bin"
_DELETE = marked("It is passed over; if nobody edits the workbook, delete it.")


@frozen_positional
class Lock:
    """A sentence about who has the workbook open, or that the lock is `stale`."""

    words: str
    stale: bool


def lock_of(path: Path, *, processes: Path = _PROCESSES) -> Lock | None:
    """The lock of a workbook, preferring one that is held; None if there is none.

    A lock is left over from a crash where it is older than a day, or where LibreOffice made it on
    this computer and runs on it no more. Nothing here ever deletes one. `processes` is where Linux
    lists them.
    """
    locks = [*_excel(path), *_libreoffice(path, processes)]
    return min(locks, key=lambda lock: lock.stale, default=None)


def _excel(path: Path) -> Iterator[Lock]:
    lock = path.with_name(f"~${path.name}")
    if lock.exists():
        yield _old(path, lock) or Lock(
            _("The workbook “{name}” is open in Excel.", name=path.name), stale=False
        )


def _libreoffice(path: Path, processes: Path) -> Iterator[Lock]:
    lock = path.with_name(f".~lock.{path.name}#")
    if lock.exists():
        user, host, since = _holder(lock)
        gone = _is_this(host) and not _runs(_OFFICE, processes)
        left = _(
            "The file “{name}” is left from LibreOffice, which is closed. {delete}",
            name=lock.name,
            delete=_(_DELETE),
        )
        who = (
            _(": {user} ({host}), since {since}", user=user, host=host, since=since) if user else ""
        )
        held = Lock(
            _("The workbook “{name}” is open in LibreOffice{who}.", name=path.name, who=who),
            stale=False,
        )
        yield Lock(left, stale=True) if gone else _old(path, lock) or held


def _old(path: Path, lock: Path) -> Lock | None:
    try:
        since = datetime.fromtimestamp(lock.stat().st_mtime, tz=UTC)
    except OSError:
        return None
    if datetime.now(tz=UTC) - since < _STALE:
        return None
    words = _(
        "By the file “{name}” the workbook “{name2}” has been open for more than a day, "
        "since {moment}. {delete}",
        name=lock.name,
        name2=path.name,
        moment=moment(since.astimezone()),
        delete=_(_DELETE),
    )
    return Lock(words, stale=True)


def _holder(lock: Path) -> tuple[str, str, str]:
    """The user, host and time out of ",user,host,22.11.2026 14:38,file:///…;", or three blanks."""
    try:
        text = lock.read_text("utf-8", "replace")
    except OSError:
        return "", "", ""
    # LibreOffice puts a backslash before a comma within a field.
    fields = [re.sub(r"\\(.)", r"\1", field) for field in re.split(r"(?<!\\),", text)]
    if len(fields) < 4:
        return "", "", ""
    name, user, host, since = fields[:4]
    return name or user, host, since


def _is_this(host: str) -> bool:
    """Whether it is this computer's name; names that many computers share do not count."""
    import socket  # which a run otherwise needs for a server alone

    own, other = (name.partition(".")[0].casefold() for name in (socket.gethostname(), host))
    return own == other and own not in ("", "localhost")


def _runs(program: str, processes: Path) -> bool:
    """Whether the program runs here, or might: not every system shows every process."""
    try:
        # With `hidepid` Linux lists only one's own processes, and the first is not among them.
        (processes / "1" / "comm").read_text()
        return any(_command(process) == program for process in processes.iterdir())
    except OSError:
        return True


def _command(process: Path) -> str:
    try:
        return (process / "comm").read_text().strip()
    except OSError:  # no process, or one that ended meanwhile
        return ""
