"""The daily run in the schedulers that a computer has, and as files for those of a server farm.

    task      the daily run as a scheduler takes it, and what each scheduler can do with it
    systemd, launchd, cron, windows
              the schedulers that a computer may have

For machines that people do not sit at, `files` writes the run as what their schedulers take.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from sheetsync.ops.schedule.cron import Cron
from sheetsync.ops.schedule.launchd import Launchd
from sheetsync.ops.schedule.systemd import Systemd
from sheetsync.ops.schedule.task import Scheduler
from sheetsync.ops.schedule.windows import TaskScheduler

SCHEDULERS: dict[str, Callable[[], Scheduler]] = {
    "systemd": Systemd.of_this_user,
    "cron": Cron,
    "launchd": Launchd,
    "windows": TaskScheduler,
}


def usual() -> str:
    """The name of the scheduler that runs on this computer."""
    if os.name == "nt":
        return "windows"
    if sys.platform == "darwin":
        return "launchd"
    # sd_booted(3): systemd manages this computer. A user's own manager needs a session bus, too.
    booted = Path("/run/systemd/system").is_dir() and shutil.which("systemctl") is not None
    reachable = os.geteuid() == 0 or "XDG_RUNTIME_DIR" in os.environ
    # Without a session bus `systemctl --user` only fails, while a crontab needs none.
    return "systemd" if booted and reachable else "cron"
