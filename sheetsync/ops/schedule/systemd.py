"""A systemd timer: of the system for root, of the user for everybody else."""

import os
from pathlib import Path

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.ops.schedule.task import Installed, Task, attempt, call


@frozen
class Systemd:
    """Units in `folder`; by the `manager_options` systemctl finds what manages them."""

    folder: Path
    manager_options: tuple[str, ...]
    title: str = "systemd"

    @property
    def hint(self) -> str:
        """See `Scheduler.hint`."""
        if not self.manager_options:
            return ""
        return marked("To run also when you are not logged in: loginctl enable-linger")

    @classmethod
    def of_this_user(cls) -> "Systemd":
        """The system's manager for root, the user's own for others."""
        if os.geteuid() == 0:
            return cls(folder=Path("/etc/systemd/system"), manager_options=())
        config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        return cls(folder=Path(config) / "systemd" / "user", manager_options=("--user",))

    def units(self, task: Task) -> dict[str, str]:
        """The text of each unit by its file name (systemd.service(5), systemd.timer(5))."""
        command = " ".join(_quoted(word) for word in task.command)
        variables = " ".join(_quoted(f"{name}={value}") for name, value in task.environment.items())
        # TimeoutStartSec: a oneshot has no limit of its own (systemd.service(5)), and while one
        # hangs, the timer starts no other.
        service = f"""\
[Unit]
Description=sheetsync: {_plain(str(task.folder))}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
Environment={variables}
ExecStart={command}
TimeoutStartSec=2h
"""
        # A run that was missed while the computer was off is made up for when it is on again.
        timer = f"""\
[Unit]
Description=sheetsync: {_plain(str(task.folder))}

[Timer]
OnCalendar=*-*-* {task.at:%H:%M:%S} {task.zone}
Persistent=true

[Install]
WantedBy=timers.target
"""
        return {f"{task.name}.service": service, f"{task.name}.timer": timer}

    def text(self, task: Task) -> str:
        """See `Scheduler.text`."""
        units = self.units(task).items()
        return "\n".join(f"# {self.folder / name}\n{unit}" for name, unit in units)

    def install(self, task: Task) -> str:
        """See `Scheduler.install`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, unit in self.units(task).items():
            (self.folder / name).write_text(unit, encoding="utf-8")
        self._call("daemon-reload")
        self._call("enable", "--now", f"{task.name}.timer")
        return str(self.folder / f"{task.name}.timer")

    def remove(self, task: Task) -> bool:
        """See `Scheduler.remove`."""
        paths = [self.folder / name for name in self.units(task)]
        if not any(path.exists() for path in paths):
            return False
        # A unit that systemd never loaded is no reason to leave its files.
        attempt(("systemctl", *self.manager_options, "disable", "--now", f"{task.name}.timer"))
        for path in paths:
            path.unlink(missing_ok=True)
        self._call("daemon-reload")
        return True

    def state(self, task: Task) -> Installed | None:
        """See `Scheduler.state`."""
        path = self.folder / f"{task.name}.timer"
        if not path.exists():
            return None
        shown = attempt(
            ("systemctl", *self.manager_options, "list-timers", "--all", f"{task.name}.timer")
        )
        return Installed(place=str(path), words=shown.stdout.strip() or shown.stderr.strip())

    def _call(self, *words: str) -> None:
        call(("systemctl", *self.manager_options, *words))


def _quoted(word: str) -> str:
    """One word of a command line of systemd: "%" begins a specifier, "$" a variable."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _plain(text: str) -> str:
    return text.replace("%", "%%")
