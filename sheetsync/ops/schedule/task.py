"""The daily run of one plan as schedulers take it, and what is common to all schedulers."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import field
from datetime import datetime, time
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from sheetsync.errors import ScheduleError
from sheetsync.languages import _
from sheetsync.model.frozen import frozen


@frozen
class Task:
    """A `run` of the plan in `folder` each day at the time `at` in `zone`.

    Schedulers know nothing of days off: `run` itself does. `python` is the interpreter that has
    sheetsync installed.
    """

    folder: Path
    at: time
    zone: str
    python: Path = field(default_factory=lambda: Path(sys.executable))

    @property
    def name(self) -> str:
        """A name of letters, digits and hyphens that no other folder's task has."""
        readable = re.sub(r"[^a-z0-9]+", "-", self.folder.name.lower()).strip("-")
        # Plans of two years may lie in folders of one name.
        told_apart = hashlib.sha256(str(self.folder).encode()).hexdigest()[:6]
        return "-".join(filter(None, ("sheetsync", readable, told_apart)))

    @property
    def command(self) -> tuple[str, ...]:
        """The program and its arguments."""
        # Not the script `sheetsync`: a scheduler's PATH lacks the folder that holds it.
        return (str(self.python), "-m", "sheetsync", "run", "-C", str(self.folder))

    @property
    def environment(self) -> dict[str, str]:
        """What a scheduler's bare environment lacks: texts are UTF-8 whatever the locale."""
        return {"PYTHONUTF8": "1"}

    def local(self, now: datetime, zone: ZoneInfo | None = None) -> time:
        """The time of the run on a clock of that zone, or of this computer, as of `now`."""
        day = now.astimezone(ZoneInfo(self.zone)).date()
        return datetime.combine(day, self.at, ZoneInfo(self.zone)).astimezone(zone).time()


@frozen
class Installed:
    """A scheduler's own words about an installed task, and where its definition is."""

    place: str
    words: str


class Scheduler(Protocol):
    """A scheduler of this computer. Each method raises ScheduleError if it refuses."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def hint(self) -> str:
        """What to mind once a task is installed, a sentence of the catalogues; "" if nothing."""

    def text(self, task: Task) -> str:
        """The definition of the task, for people to read."""

    def install(self, task: Task) -> str:
        """Define the task, or define it anew; gives the place where it is kept."""

    def remove(self, task: Task) -> bool:
        """Remove the task; False where there was none."""

    def state(self, task: Task) -> Installed | None:
        """What is known of the task; None where it is not defined."""


def call(command: Sequence[str], *, text: str | None = None) -> str:
    """Run the program and return its output. Raises ScheduleError if it is missing or fails."""
    done = attempt(command, text=text)
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or _(
            "code {returncode}", returncode=done.returncode
        )
        raise ScheduleError("“{listed}” failed: {said}", listed=" ".join(command), said=said)
    return done.stdout


def attempt(command: Sequence[str], *, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program, whatever its exit code. Raises ScheduleError if it is missing."""
    try:
        return subprocess.run(  # noqa: S603 - the words are ours, and no shell reads them
            command, input=text, capture_output=True, check=False, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ScheduleError(
            "The program “{command}” is missing or does not answer. Install it, or take "
            "another scheduler: “sheetsync schedule -h” lists those of --print.",
            command=command[0],
        ) from error
