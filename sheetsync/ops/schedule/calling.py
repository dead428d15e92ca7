"""Calls a scheduler's own program; what it refuses becomes an error in words."""

import subprocess
from collections.abc import Sequence

from sheetsync.errors import ScheduleError
from sheetsync.languages import _


def call(command: Sequence[str], *, text: str | None = None) -> str:
    """What the program prints. Raises ScheduleError where it is missing or refuses."""
    done = attempt(command, text=text)
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or _(
            "code {returncode}", returncode=done.returncode
        )
        raise ScheduleError("“{listed}” failed: {said}", listed=" ".join(command), said=said)
    return done.stdout


def attempt(command: Sequence[str], *, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """The program's outcome, whatever it is. Raises ScheduleError where it is missing."""
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
