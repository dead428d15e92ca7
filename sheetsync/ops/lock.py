"""One run a plan: a lock that the system releases when its holder dies."""

import errno
import getpass
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sheetsync.errors import PlanLocked, StateError, reason
from sheetsync.languages import _


@contextmanager
def held(lock: Path, *, now: datetime) -> Iterator[None]:
    """Hold the plan's lock while the block runs; others are shown since when: `now`.

    The lock is the operating system's own (flock, LockFile), so a killed run leaves it free; a
    file that merely exists would outlive it, which is worse than none.
    Raises PlanLocked with the holder and the time since when, StateError where the file cannot
    be made.
    """
    # A file of its own: Windows lets nobody else read what is locked.
    holder = lock.with_suffix(".holder")
    try:
        file = _open_locked(lock)
        _sign(file, holder, now)
    except _Held as error:
        raise PlanLocked.by(_holder_words(holder)) from error
    except OSError as error:
        raise StateError(
            "Could not take the lock “{lock}”: {reason}. Check the folder's permissions "
            "and the room on its disk.",
            lock=lock,
            reason=reason(error),
        ) from error
    try:
        yield
    finally:
        with suppress(OSError):
            # Before the lock goes: afterwards it would be the next holder's.
            holder.unlink()
        file.close()


def _sign(file: BinaryIO, holder: Path, now: datetime) -> None:
    """Write down who holds the lock; release it if that fails."""
    try:
        holder.write_text(_signature(now), encoding="utf-8")
    except OSError:
        file.close()
        raise


def is_held(lock: Path) -> bool:
    """Whether a process holds the lock now; creates no file."""
    if not lock.exists():
        return False
    try:
        _open_locked(lock).close()
    except _Held:
        return True
    except OSError:
        return False
    return False


class _Held(Exception):
    """Another process holds the lock."""


def _open_locked(lock: Path) -> BinaryIO:
    """The open file of the lock, held until it is closed. Raises _Held, OSError."""
    # Appending makes the file where it lacks and empties nobody's.
    file = lock.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)  # what is locked is a byte, and all have to want the same one
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        # POSIX and Microsoft's C library say so by one of these two.
        if error.errno in (errno.EAGAIN, errno.EACCES):
            raise _Held from error
        raise
    return file


def _signature(now: datetime) -> str:
    return _(
        "{user} on {node}, process {getpid}, since {now:%d.%m.%Y %H:%M}",
        user=_user(),
        node=platform.node(),
        getpid=os.getpid(),
        now=now,
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container without a name for its user
        return _("unknown user")


def _holder_words(holder: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        words = holder.read_text(encoding="utf-8").strip()
        return f" ({words})" if words else ""
    return ""
