"""Whoever watches a run or keeps its log may fail: the run does not, and says so in time."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from sheetsync.ops import watchers
from tests.cli.conftest import Call, data
from tests.cli.test_faults import mounted
from tests.cli.test_status import events
from tests.cli.watchers import Watcher, configure, silent_watcher, watcher

DAY = ("--today", "2021-05-17")  # a Monday on which letters go
WATCHERS = {
    "lost": partial(watcher, 404),
    "broken": partial(watcher, 500),
    "garbage": partial(watcher, answer=b"\x16\x03\x01\xff" * 99),
    "in circles": partial(watcher, answer=b"HTTP/1.1 302 Found\r\nLocation: /ping/1\r\n\r\n"),
    "elsewhere": partial(watcher, answer=b"HTTP/1.1 302 Found\r\nLocation: file:///x\r\n\r\n"),
    "silent": silent_watcher,
    "dripping": partial(watcher, drips=True),
}
apprise = pytest.mark.filterwarnings("ignore:.*imghdr:DeprecationWarning")  # of apprise on 3.11


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who watches is waited for as shortly as a test may wait."""
    monkeypatch.setattr(watchers, "_PATIENCE", 0.3)
    monkeypatch.setattr(watchers, "_MESSENGERS_PATIENCE", 2)


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("found", WATCHERS.values(), ids=WATCHERS)
def test_nobody_who_watches_makes_a_run_fail(
    call: Call, folder: Path, found: Callable[[], AbstractContextManager[Watcher]]
) -> None:
    with found() as who:
        configure(folder, "job", f'ping_url = "{who.url}"', 'log = "run.jsonl"')
        assert call("run", "-C", folder, *DAY).exit_code == 0
    steps = [
        line["step"] for line in events(folder / "run.jsonl") if line["event"] == "ping_failed"
    ]
    assert steps == ["start", ""]


@pytest.mark.usefixtures("hasty")
def test_a_run_that_fails_unwatched_keeps_its_code(call: Call, folder: Path) -> None:
    (folder / "plan.xlsx").rename(folder / "aside")
    with silent_watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        assert call("run", "-C", folder, *DAY).exit_code == 4


def test_who_watches_learns_of_a_disk_without_room(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "-t", "tmpfs", "-o", "size=3m", "tmpfs"), watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        subprocess.run(["cp", "-r", folder, disk / "plan"], check=True)
        (disk / "filling").write_bytes(bytes(os.statvfs(disk).f_bavail * 4096))
        failed = call("run", "-C", disk / "plan", *DAY)
    assert failed.exit_code == 4
    assert who.seen[-1][0].startswith("/ping/1/4")
    assert failed.stderr.strip().removeprefix("sheetsync: ") == who.seen[-1][1]


def unwritable(folder: Path, name: str) -> Path:
    """A place in the folder that no log can be written to."""
    if name == "folder":
        (folder / name).mkdir()
    return Path("/dev/full") if name == "full" else folder / name / ("log" * (name == "missing"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev/full")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("folder", "это папка"),
        ("missing", "нет такой папки"),
        ("full", "на диске нет места"),
    ],
)
def test_a_log_that_cannot_be_written_stops_no_run(
    call: Call, folder: Path, name: str, reason: str
) -> None:
    log = unwritable(folder, name)
    with watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"', f'log = "{log}"')
        result = call("run", "-C", folder, *DAY)
    assert result.exit_code == 4
    assert result.stderr.startswith(f"sheetsync: Журнал «{log}» не записывается: {reason}.")
    assert who.seen[-1][0].startswith("/ping/1/4")
    assert "run: done" in outcome(call, folder)


def outcome(call: Call, folder: Path) -> str:
    newest = data(call("status", "-C", folder, *DAY, "--json"))["runs"][0]
    return f"run: {newest['outcome']}"


def test_a_run_that_cannot_begin_is_logged(call: Call, folder: Path) -> None:
    configure(folder, "job", 'log = "run.jsonl"')
    (folder / "sheetsync.db").write_bytes(b"no database" * 999)
    assert call("run", "-C", folder, *DAY).exit_code == 4
    assert [line["kind"] for line in events(folder / "run.jsonl")] == ["StoreUnreadable"]


def messages(found: Watcher) -> list[dict[str, str]]:
    return [json.loads(body) for _, body in found.seen]


@apprise
def test_a_messenger_is_told_of_a_failure(call: Call, folder: Path) -> None:
    pytest.importorskip("apprise")
    with watcher() as who, watcher() as other:
        addresses = f'["json://{who.address}", "json://{other.address}"]'
        configure(folder, "job", f"notify = {addresses}")
        assert call("run", "-C", folder, "--accept").exit_code == 0
        assert not who.seen
        (folder / "plan.xlsx").rename(folder / "aside")
        assert call("run", "-C", folder, "--accept").exit_code == 4
    for found in (who, other):
        message = messages(found)[0]
        assert message["title"] == "sheetsync: код завершения 4"
        assert "plan.xlsx" in message["message"]


@apprise
def test_a_messenger_has_the_days_figures_where_asked_for(call: Call, folder: Path) -> None:
    pytest.importorskip("apprise")
    with watcher() as who:
        settings = (f'notify = ["json://{who.address}"]', 'notify_on = "always"')
        configure(folder, "job", *settings)
        assert call("run", "-C", folder, "--accept").exit_code == 0
    assert messages(who)[0]["message"].startswith("Пунктов 24, просрочено")


@apprise
@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("found", [WATCHERS["broken"], WATCHERS["silent"], WATCHERS["dripping"]])
def test_a_messenger_that_fails_is_said_and_the_others_are_told(
    call: Call, folder: Path, found: Callable[[], AbstractContextManager[Watcher]]
) -> None:
    pytest.importorskip("apprise")
    with watcher() as well, found() as ill:
        addresses = f'["json://{well.address}", "json://{ill.address}"]'
        configure(folder, "job", f"notify = {addresses}", 'notify_on = "always"')
        result = call("run", "-C", folder, "--accept")
    assert (result.exit_code, len(well.seen)) == (3, 1)
    assert "сообщение приняли не все службы" in result.stderr
