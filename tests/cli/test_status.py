"""How the daily job stands: its record, its log, and who is told how it ended."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call, data
from tests.cli.watchers import configure, watcher

DAY = ("--today", "2021-05-11")


def outcomes(call: Call, folder: Path, *words: str) -> list[str]:
    found = data(call("status", "-C", folder, "--json", *(words or DAY)))
    return [run["outcome"] for run in found["runs"]]


def test_a_run_is_on_record_with_what_it_did(folder: Path, call: Call) -> None:
    assert call("run", "-C", folder, *DAY).exit_code == 0
    newest = data(call("status", "-C", folder, *DAY, "--json"))["runs"][0]
    assert (newest["outcome"], newest["exit_code"], newest["measures"]) == ("done", 0, 24)
    assert newest["started"] < newest["ended"]


def test_a_rehearsal_is_not_on_record(folder: Path, call: Call) -> None:
    before = outcomes(call, folder)
    call("run", "-C", folder, *DAY, "--dry-run")
    assert outcomes(call, folder) == before


def test_a_run_that_fails_is_on_record_with_its_code(folder: Path, call: Call) -> None:
    (folder / "plan.xlsx").rename(folder / "gone.xlsx")
    assert call("run", "-C", folder, *DAY).exit_code == 4
    newest = data(call("status", "-C", folder, *DAY, "--json"))["runs"][0]
    assert (newest["outcome"], newest["exit_code"]) == ("failed", 4)


def test_a_day_that_is_refused_as_not_the_real_one_is_not_on_record(
    folder: Path, call: Call
) -> None:
    configure(folder, "mail", 'server = "mail.example.org"')
    before = outcomes(call, folder)
    assert call("run", "-C", folder, *DAY).exit_code == 2
    assert outcomes(call, folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_run_is_told_to_be_interrupted(folder: Path, call: Call) -> None:
    with watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        command = [sys.executable, "-m", "sheetsync", "run", "-C", str(folder), *DAY]
        process = subprocess.Popen(command)
        while not who.seen:  # the start was told, so the run is on record
            assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    words = call("status", "-C", folder, *DAY).stdout
    assert "прервано" in words
    assert outcomes(call, folder)[0] == "interrupted"


@pytest.mark.parametrize(("day", "code"), [("2021-05-05", 0), ("2021-05-09", 8)])
def test_a_monitor_learns_whether_a_run_is_late(
    folder: Path, call: Call, day: str, code: int
) -> None:
    configure(folder, "job", "late_after = 1439")  # to the next but one day, whatever the hour
    result = call("status", "-C", folder, "--today", day, "--json")
    assert (result.exit_code, data(result)["late"]) == (code, code == 8)


def test_nothing_is_late_before_the_first_run(folder: Path, call: Call) -> None:
    (folder / "sheetsync.db").unlink()
    result = call("status", "-C", folder, *DAY)
    assert result.exit_code == 0
    assert "Запусков ещё не было." in result.stdout


def test_start_and_end_are_told(folder: Path, call: Call) -> None:
    with watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        assert call("run", "-C", folder, *DAY).exit_code == 0
    assert [path for path, _ in who.seen] == ["/ping/1/start?source=plan", "/ping/1?source=plan"]


def test_a_failure_is_told_with_its_code_and_words(folder: Path, call: Call) -> None:
    (folder / "plan.xlsx").rename(folder / "gone.xlsx")
    with watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        assert call("run", "-C", folder, *DAY).exit_code == 4
    assert who.seen[-1][0] == "/ping/1/4?source=plan"
    assert "plan.xlsx" in who.seen[-1][1]


def test_a_store_that_cannot_be_opened_is_told_too(folder: Path, call: Call) -> None:
    (folder / "sheetsync.db").write_bytes(b"no database" * 999)
    with watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        assert call("run", "-C", folder, *DAY).exit_code == 4
    assert [path for path, _ in who.seen] == ["/ping/1/4?source=plan"]


def test_no_address_is_asked_on_a_pretended_day_but_on_this_computer(
    folder: Path, call: Call
) -> None:
    configure(folder, "job", 'ping_url = "http://ping.example.org/1"')  # it would cost a look-up
    assert call("run", "-C", folder, *DAY).exit_code == 0


@pytest.mark.parametrize("wrong", ["ping.example.org", "ftp://example.org/1"])
def test_an_address_that_is_none_is_refused(folder: Path, call: Call, wrong: str) -> None:
    configure(folder, "job", f'ping_url = "{wrong}"')
    result = call("run", "-C", folder, *DAY)
    assert result.exit_code == 3
    assert "https:// или http://" in result.stderr


def events(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("named", [True, False])
def test_a_log_has_a_line_an_event(folder: Path, call: Call, named: bool) -> None:
    path = folder / "run.jsonl"
    if named:
        configure(folder, "job", 'log = "run.jsonl"')
    call("run", "-C", folder, *DAY, *(() if named else ("--log-file", path)))
    assert [line["event"] for line in events(path)] == ["run_started", "run_ended"]
    assert events(path)[-1]["exit_code"] == 0
    assert "@" not in path.read_text("utf-8")


def test_a_failure_is_logged_without_its_words(folder: Path, call: Call) -> None:
    (folder / "plan.xlsx").rename(folder / "gone.xlsx")
    call("run", "-C", folder, *DAY, "--log-file", folder / "run.jsonl")
    _, problem, ended = events(folder / "run.jsonl")
    assert (problem["event"], problem["kind"]) == ("problem", "WorkbookMissing")
    assert (ended["event"], ended["exit_code"]) == ("run_ended", 4)
