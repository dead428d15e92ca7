"""Prints what `sheetsync --help` and a cold `run` of 24 rows cost beside a bare `import click`.

The bars are 1.6 and 10 times. Processor time is compared, of the round that other programs
disturbed least: it says the same on a busy machine. As in an installed program, the modules are
compiled already, and no `runpy` stands before them.

In instructions (valgrind counts them alike on a busy machine) a run is 9.9 times `import click`,
of which imports are some 48 %, and `--help` 1.26 times; in processor time 8.5 and 1.39. It was 17.7
with SQLAlchemy, pydantic, all regular expressions compiled at once and the interpreter's last
collection of what was imported.
"""

import compileall
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import sheetsync

ROUNDS = 15
FIRST = date(2021, 5, 11)


PROGRAM = ["-c", "from sheetsync.cli import main; main()"]


def seconds(arguments: list[str]) -> float:
    """Processor time of one run of Python, its own and the system's."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return used.ru_utime + used.ru_stime


def days(folder: Path) -> list[list[str]]:
    """A run each on the days after the first, when letters are few and the tabs there already."""
    seconds([*PROGRAM, "demo", str(folder), "--today", FIRST.isoformat()])
    later = (FIRST + timedelta(days=n) for n in range(1, ROUNDS + 1))
    return [[*PROGRAM, "run", "-C", str(folder), "--today", day.isoformat()] for day in later]


if __name__ == "__main__":
    compileall.compile_dir(sheetsync.__path__[0], quiet=1)
    with TemporaryDirectory() as folder:
        # In turns, so that a busy minute disturbs all three.
        rounds = [
            [seconds(command) for command in (["-c", "import click"], [*PROGRAM, "--help"], day)]
            for day in days(Path(folder) / "plan")
        ]
    bare, helped, run = map(min, zip(*rounds, strict=True))
    print(f"import click {1000 * bare:.0f} ms")
    print(f"sheetsync --help {1000 * helped:.0f} ms, {helped / bare:.2f} times")
    print(f"sheetsync run {1000 * run:.0f} ms, {run / bare:.1f} times")
