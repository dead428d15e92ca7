"""One run a plan: a lock that the system lets go of when its holder dies."""

import getpass
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sheetsync.errors import PlanLocked, StateError, reason
from sheetsync.languages import _


@contextmanager
def held(lock: Path, *, now: datetime) -> Iterator[None]:
    """Hold the plan's lock while the block runs; `now` is told to whoever finds it held.

    The lock is the operating system's own (flock, LockFile), so a killed run leaves it free.
    Raises PlanLocked with the holder and the time since when, StateError where the file cannot
    be made.
    """
    from filelock import FileLock, Timeout

    # A soft lock would outlive a killed run, which is worse than none.
    file_lock = FileLock(lock, blocking=False, fallback_to_soft=False)
    holder = lock.with_suffix(".holder")
    try:
        file_lock.acquire()
        holder.write_text(_signature(now), encoding="utf-8")
    except Timeout as error:
        raise PlanLocked(
            _(
                "Another run of this plan is under way{known}. Wait for its end: nothing is "
                "lost by running again.",
                known=_known(holder),
            )
        ) from error
    except OSError as error:
        raise StateError(
            _(
                "Could not take the lock “{lock}”: {reason}. Check the permissions of the folder.",
                lock=lock,
                reason=reason(error),
            )
        ) from error
    try:
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        file_lock.release()


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


def _known(holder: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        words = holder.read_text(encoding="utf-8").strip()
        return f" ({words})" if words else ""
    return ""
