"""A broken file meets the program, in a process of its own."""

import os
import shutil
import signal
import sys
import traceback
from pathlib import Path
from typing import NoReturn

from sheetsync.cli import main
from tests.drivers.mutations.cases import case_in

_SECONDS, _MEGABYTES = 20, 1024
_SOUND = {0, 2, 3, 4, 5, 6, 7}  # the README's exit codes, but for 1, a bug


def meet(ground: Path, room: Path, seed: int) -> str:
    """What is wrong with how the program met the case; "" for nothing.

    It must end by itself, in time, in bounded memory, with an exit code that says what is wrong.
    """
    shutil.copytree(ground, room)
    child = os.fork()
    if not child:
        _play(room, seed)
    _, status, used = os.wait4(child, 0)
    printed = (room / "printed").read_text(encoding="utf-8", errors="replace")
    shutil.rmtree(room)
    wrong = _complaint(status, used.ru_maxrss // 1024, printed)
    return f"seed {seed}: {wrong}\n{printed[-2000:]}" if wrong else ""


def _complaint(status: int, megabytes: int, printed: str) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return f"over {_SECONDS} s" if number == signal.SIGALRM else f"signal {number}"
    if "Traceback" in printed or os.WEXITSTATUS(status) not in _SOUND:
        return f"exit code {os.WEXITSTATUS(status)}"
    return f"{megabytes} MB" if megabytes > _MEGABYTES else ""


def _play(room: Path, seed: int) -> NoReturn:
    printed = os.open(room / "printed", os.O_CREAT | os.O_WRONLY, 0o600)
    os.dup2(printed, 1)
    os.dup2(printed, 2)
    os.chdir(room)
    code: object = 1
    try:
        case = case_in(room, seed)
        print(case)
        sys.argv = ["sheetsync", *case.words]
        signal.alarm(_SECONDS)
        main()
        code = 0
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - it is what the case looks for
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1 if code else 0)
