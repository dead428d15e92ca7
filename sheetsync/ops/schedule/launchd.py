"""A launch agent of macOS."""

import os
import plistlib
from dataclasses import field
from datetime import UTC, datetime
from pathlib import Path

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.ops.schedule.task import Installed, Task, attempt, call


@frozen
class Launchd:
    """Agents in `folder`; a run that is missed in sleep is made up for (launchd.plist(5))."""

    folder: Path = field(default_factory=lambda: Path.home() / "Library" / "LaunchAgents")
    title: str = "launchd"
    hint: str = marked("The time is by this computer's clock.")

    def text(self, task: Task) -> str:
        """See `Scheduler.text`."""
        at = task.local(datetime.now(tz=UTC))
        log = str(task.folder / "sheetsync.log")
        agent = {
            "Label": task.name,
            "ProgramArguments": list(task.command),
            "EnvironmentVariables": task.environment,
            "StartCalendarInterval": {"Hour": at.hour, "Minute": at.minute},
            "StandardOutPath": log,
            "StandardErrorPath": log,
        }
        return plistlib.dumps(agent, sort_keys=False).decode()

    def install(self, task: Task) -> str:
        """See `Scheduler.install`."""
        path = self._path(task)
        path.parent.mkdir(parents=True, exist_ok=True)
        # `bootstrap` refuses a label that is loaded; that none is loaded is no mistake.
        attempt(("launchctl", "bootout", f"{_domain()}/{task.name}"))
        path.write_text(self.text(task), encoding="utf-8")
        call(("launchctl", "bootstrap", _domain(), str(path)))
        return str(path)

    def remove(self, task: Task) -> bool:
        """See `Scheduler.remove`."""
        path = self._path(task)
        if not path.exists():
            return False
        attempt(("launchctl", "bootout", f"{_domain()}/{task.name}"))
        path.unlink()
        return True

    def state(self, task: Task) -> Installed | None:
        """See `Scheduler.state`."""
        path = self._path(task)
        if not path.exists():
            return None
        shown = attempt(("launchctl", "print", f"{_domain()}/{task.name}"))
        return Installed(place=str(path), words=shown.stdout.strip() or shown.stderr.strip())

    def _path(self, task: Task) -> Path:
        return self.folder / f"{task.name}.plist"


def _domain() -> str:
    return f"gui/{os.getuid()}"
