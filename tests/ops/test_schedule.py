"""The daily run in schedulers: what they are told is what they accept and what runs by hand."""

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from sheetsync.cli.schedule import _KINDS
from sheetsync.ops.schedule import SCHEDULERS
from sheetsync.ops.schedule.cron import Cron
from sheetsync.ops.schedule.files import FILES
from sheetsync.ops.schedule.launchd import Launchd
from sheetsync.ops.schedule.systemd import Systemd
from sheetsync.ops.schedule.task import Task
from sheetsync.ops.schedule.windows import TaskScheduler

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
# A stand-in for crontab(1) that keeps the table in a file beside itself.
CRONTAB = """\
#!/bin/sh
table="$(dirname "$0")/table"
if [ "$1" = -l ]; then
  [ -f "$table" ] || { echo "no crontab for user" >&2; exit 1; }
  cat "$table"
else
  cat > "$table"
fi
"""
SYSTEMCTL = '#!/bin/sh\necho "$@" >> "$(dirname "$0")/called"\n'


@pytest.fixture
def task(tmp_path: Path) -> Task:
    folder = tmp_path / "План 100% $HOME"
    folder.mkdir()
    return Task(folder=folder, at=time(10, 30), zone="Europe/Moscow")


def program(folder: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that stands first on the path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return path


def test_the_command_offers_every_scheduler_and_file() -> None:
    assert (*SCHEDULERS, *FILES) == _KINDS


def test_two_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    names = {
        Task(folder=tmp_path / parent / "plan", at=time(10), zone="UTC").name for parent in "ab"
    }
    assert len(names) == 2
    assert all(name.startswith("sheetsync-plan-") for name in names)


@pytest.mark.parametrize(
    ("zone", "expected"), [("UTC", time(7, 30)), ("Asia/Kamchatka", time(19, 30))]
)
def test_the_time_is_that_of_the_plan_on_another_clock(
    task: Task, zone: str, expected: time
) -> None:
    assert task.local(NOON, ZoneInfo(zone)) == expected


@pytest.mark.parametrize("name", [*SCHEDULERS, *FILES])
def test_each_names_the_hour_and_the_command(
    task: Task, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(task.folder))
    text = FILES[name](task) if name in FILES else SCHEDULERS[name]().text(task)
    assert "30" in text
    assert "sheetsync" in text


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_accepts_its_units(task: Task, tmp_path: Path) -> None:
    units = Systemd(folder=tmp_path, manager_options=()).units(task)
    for name, text in units.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / name) for name in units]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths], capture_output=True, text=True
    )
    assert (done.returncode, [line for line in done.stderr.splitlines() if task.name in line]) == (
        0,
        [],
    )


def test_systemd_is_told_of_the_units_and_forgets_them(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = program(tmp_path, "systemctl", SYSTEMCTL, monkeypatch).with_name("called")
    units = Systemd(folder=tmp_path / "units", manager_options=("--user",))
    assert units.state(task) is None
    assert Path(units.install(task)).is_file()
    assert called.read_text().splitlines() == [
        "--user daemon-reload",
        f"--user enable --now {task.name}.timer",
    ]
    assert units.state(task) is not None
    assert units.remove(task)
    assert not units.remove(task)
    assert list((tmp_path / "units").iterdir()) == []


def test_the_line_of_cron_runs_the_command(task: Task) -> None:
    line = Cron().text(task).strip()
    at = task.local(datetime.now(tz=UTC))
    assert line.startswith(f"{at.minute} {at.hour} * * * ")
    command = line.split(" ", 5)[5].replace("\\%", "%")  # as cron hands it to the shell
    shell = f"set -- {command}\nprintf '%s\\n' \"$@\""
    words = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=True)
    assert words.stdout.splitlines() == ["PYTHONUTF8=1", *task.command]


def test_a_crontab_keeps_its_other_lines(
    task: Task, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = program(tmp_path, "crontab", CRONTAB, monkeypatch).with_name("table")
    cron = Cron()
    assert cron.state(task) is None
    cron.install(task)
    mine = table.read_text(encoding="utf-8")
    table.write_text(f"0 1 * * * backup\n{mine}", encoding="utf-8")
    cron.install(task)
    assert table.read_text(encoding="utf-8") == f"0 1 * * * backup\n{mine}"
    assert cron.state(task) is not None
    assert cron.remove(task)
    assert not cron.remove(task)
    assert table.read_text(encoding="utf-8") == "0 1 * * * backup\n"


def test_the_agent_of_macos_is_a_property_list(task: Task, tmp_path: Path) -> None:
    agent = plistlib.loads(Launchd(folder=tmp_path).text(task).encode())
    at = task.local(datetime.now(tz=UTC))
    assert agent["ProgramArguments"] == list(task.command)
    assert agent["StartCalendarInterval"] == {"Hour": at.hour, "Minute": at.minute}


def test_the_task_of_windows_starts_late_runs_and_never_twice(task: Task) -> None:
    namespace = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    root = ElementTree.fromstring(TaskScheduler().text(task))
    # The schema demands this order.
    assert [element.tag.partition("}")[2] for element in root] == [
        *("RegistrationInfo", "Triggers", "Settings", "Actions")
    ]

    def text(path: str) -> str:
        return root.findtext(path, namespaces=namespace) or ""

    assert text("t:Settings/t:StartWhenAvailable") == "true"
    assert text("t:Settings/t:MultipleInstancesPolicy") == "IgnoreNew"
    start = datetime.fromisoformat(text("t:Triggers/t:CalendarTrigger/t:StartBoundary"))
    assert start.timetz() == time(10, 30, tzinfo=start.tzinfo)
    assert text("t:Actions/t:Exec/t:Command") == str(task.python)
    assert text("t:Actions/t:Exec/t:Arguments").startswith("-X utf8 -m sheetsync run -C ")


def bare(home: Path) -> Mapping[str, str]:
    """What cron gives a command: no locale, no home of its own."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "SHELL": "/bin/sh"}


def test_a_run_by_that_line_is_silent_and_does_the_day(tmp_path: Path) -> None:
    folder = tmp_path / "план"
    program = [sys.executable, "-m", "sheetsync"]
    subprocess.run([*program, "demo", str(folder), "--today", "2021-05-11"], check=True)
    task = Task(folder=folder, at=time(10), zone="Europe/Moscow")
    command = Cron().text(task).split(" ", 5)[5].rpartition(" # ")[0]
    line = f"{command} --today 2021-05-12"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        ["sh", "-c", line], env=bare(tmp_path), cwd=root, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert shlex.split(line)[1] == sys.executable
    assert (folder / "plan.копия-2021-05-12.xlsx").is_file()
