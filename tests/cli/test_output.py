"""Where the program's words cannot be written, what it does is done all the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sheetsync.new_folder import make_sample

FULL = Path("/dev/full")
DAY = ("--today", "2021-05-11")
NO_ROOM = "Не всё выведено: на диске нет места"
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")


def call(*words: str | Path, stdout: str = "", stderr: str = "") -> tuple[int, str]:
    """The exit code, and what was printed on standard error, of the real program."""
    command = [sys.executable, "-m", "sheetsync", *map(str, words)]
    out_path, err_path = (Path(path or os.devnull) for path in (stdout, stderr))
    with out_path.open("w") as out, err_path.open("w") as err:
        done = subprocess.run(
            command, stdout=out, stderr=err if stderr else subprocess.PIPE, check=False
        )
    return done.returncode, (done.stderr or b"").decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_sample(tmp_path / "plan")
    return tmp_path / "plan"


def test_a_run_on_a_full_disk_does_the_day(folder: Path) -> None:
    code, words = call("run", "-v", "-C", folder, *DAY, stdout="/dev/full")
    assert code == 4
    assert words.startswith(f"sheetsync: {NO_ROOM}")
    assert len(list((folder / "outbox" / "new").iterdir())) == 4
    assert call("run", "-C", folder, *DAY) == (0, "")


COMMANDS = [
    ("overdue", "--all"),
    ("overdue", "--json"),
    ("validate",),
    ("digest",),
    ("run", "--dry-run"),
    ("run", "-v"),
    ("simulate", "--from", "2021-01-01", "--to", "2021-01-31"),
    ("history",),
    ("outbox", "list", "--all"),
    ("sync",),
    ("help", "rules"),
    ("--help",),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_ends_in_a_traceback_or_as_a_bug(folder: Path, words: tuple[str, ...]) -> None:
    where = () if words[0] in {"help", "--help"} else ("-C", str(folder))
    code, said = call(*words, *where, stdout="/dev/full")
    assert (code, "Traceback" in said, NO_ROOM in said) == (4, False, True)


@pytest.mark.parametrize("words", [("overdue", "--all"), ("run", "-v"), ("history",)], ids=" ".join)
def test_the_code_is_the_same_where_nothing_can_be_said_at_all(
    folder: Path, words: tuple[str, ...]
) -> None:
    assert call(*words, "-C", folder, stdout="/dev/full", stderr="/dev/full")[0] == 4


def test_a_worse_exit_code_stays(folder: Path) -> None:
    with (folder / "sheetsync.toml").open("a", encoding="utf-8") as settings:
        settings.write("[unknown]\n")
    assert call("validate", "-C", folder, stdout="/dev/full")[0] == 3


def test_an_error_that_cannot_be_said_keeps_its_code(folder: Path) -> None:
    assert call("outbox", "show", "999", "-C", folder, stderr="/dev/full")[0] == 2


@pytest.mark.parametrize("words", [("overdue", "--all", "--json"), ("run", "-v"), ("--help",)])
def test_who_reads_only_the_beginning_has_had_enough(folder: Path, words: tuple[str, ...]) -> None:
    where = () if words == ("--help",) else ("-C", str(folder), *DAY)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "sheetsync", *words, *where]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", [("run", "-v"), ("overdue",)])
def test_there_need_be_no_output_at_all(folder: Path, words: tuple[str, ...]) -> None:
    script = f'"$0" -m sheetsync {" ".join(words)} -C "$1" --today 2021-05-11 >&- 2>&-'
    done = subprocess.run(["sh", "-c", script, sys.executable, str(folder)], check=False)
    assert done.returncode == 0


def test_what_is_printed_is_the_same_as_ever(folder: Path) -> None:
    command = [sys.executable, "-m", "sheetsync", "overdue", "--json", "-C", str(folder), *DAY]
    done = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(done.stdout)["measures"] == 24
