"""A line in the user's crontab."""

import shlex
from datetime import UTC, datetime

from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.ops.schedule.task import Installed, Task, attempt, call


@frozen
class Cron:
    """The crontab of the user who runs this; a run that is missed is not made up for."""

    title: str = "cron"
    hint: str = marked(
        "The time is by this computer's clock. If it is off at that hour, cron does not make "
        "up for the run: the next one is a day later and misses nothing."
    )

    def text(self, task: Task) -> str:
        """The line; its end says whose it is (crontab(5): "%" ends a command unless escaped)."""
        at = task.local(datetime.now(tz=UTC))
        variables = [f"{name}={value}" for name, value in task.environment.items()]
        command = " ".join((*variables, *map(shlex.quote, task.command)))
        escaped = command.replace("%", "\\%")
        return f"{at.minute} {at.hour} * * * {escaped} {_mark(task)}\n"

    def install(self, task: Task) -> str:
        """See `Scheduler.install`."""
        # `crontab -` replaces the whole table: what is people's own goes in again.
        others = [line for line in _lines() if not line.endswith(_mark(task))]
        call(("crontab", "-"), text="".join(f"{line}\n" for line in others) + self.text(task))
        return "crontab"

    def remove(self, task: Task) -> bool:
        """See `Scheduler.remove`."""
        lines = _lines()
        others = [line for line in lines if not line.endswith(_mark(task))]
        if others == lines:
            return False
        call(("crontab", "-"), text="".join(f"{line}\n" for line in others))
        return True

    def state(self, task: Task) -> Installed | None:
        """See `Scheduler.state`."""
        own = [line for line in _lines() if line.endswith(_mark(task))]
        return Installed(place="crontab", words=own[0]) if own else None


def _mark(task: Task) -> str:
    return f"# {task.name}"


def _lines() -> list[str]:
    """The crontab as it is; empty where the user has none yet, which is no error."""
    listed = attempt(("crontab", "-l"))
    return listed.stdout.splitlines() if listed.returncode == 0 else []
