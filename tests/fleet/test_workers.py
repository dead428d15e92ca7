"""Workers on PostgreSQL: real processes that are killed, frozen, and lose their database."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from datetime import time as time_of_day
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.errors import StoreTooNew
from sheetsync.fleet.database import FleetDatabase
from sheetsync.fleet.day import opened_fleet
from sheetsync.state.schema import FIRST, VERSION
from sheetsync.workbooks.google.access import EMULATOR
from tests.fleet.conftest import DAY, Call, letters, run, text_of, workbook_plan
from tests.fleet.lab import EmulatorProcess, make_fleet, put_plan, rows_of, write_account_key
from tests.postgres import Server
from tests.sheets_emulator import Emulator
from tests.state.older import Older

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
ADDRESSES = 3
# A minute of Google's quota would be waited for in earnest; how it is kept, `test_quota` asks.
QUICK = "reads = 6000\nwrites = 6000"


def make(folder: Path, plans: int, url: str = "") -> Path:
    """A fleet of plans in workbooks, on PostgreSQL where there is a URL."""
    options = f'database = "{url}"\n{QUICK}' if url else QUICK
    fleet = make_fleet(folder, options=options, mail='outbox = "outbox"')
    for number in range(plans):
        workbook_plan(fleet, f"p{number:02}")
    return fleet


@contextmanager
def worker(fleet: Path, day: str = DAY, *more: str) -> Iterator["subprocess.Popen[str]"]:
    words = [sys.executable, "-m", "sheetsync", "fleet", "worker", "-C", str(fleet)]
    command = [*words, "--today", day, *more]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGCONT)
            process.terminate()


def until(true: Callable[[], Any], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def done(url: str, day: str = DAY) -> int:
    with FleetDatabase(url) as database:
        ((count,),) = database.rows("SELECT count(*) FROM runs WHERE day = ? AND read = 1", day)
    return int(count)


def sent(url: str, day: str = DAY) -> int:
    """Letters that went, once every plan's ledger knows of them."""
    with FleetDatabase(url) as database:
        if database.rows("SELECT 1 FROM drafts WHERE day = ? AND settled = 0", day):
            return 0
        ((count,),) = database.rows(
            "SELECT count(*) FROM posts WHERE day = ? AND state = ?", day, "written"
        )
    return int(count)


BOOKS, SHEETS = 2, 2


def test_a_day_is_the_same_however_it_is_done(
    call: Call,
    tmp_path: Path,
    postgres: Server,
    served: tuple[Emulator, str],
    private_key: rsa.RSAPrivateKey,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Letters, tabs of workbooks and of sheets, and records; times and random numbers aside."""
    emulator, base = served
    monkeypatch.setenv(EMULATOR, base)
    days = []
    for name, url in (("file", ""), ("postgres", postgres.new()), ("workers", postgres.new())):
        emulator.reset()
        fleet = make(tmp_path / name / "fleet", BOOKS, url)
        write_account_key(fleet / "key.json", private_key, base)
        for number in range(BOOKS, BOOKS + SHEETS):
            rows = rows_of(f"{number}")
            sheet = EmulatorProcess(base).sheet(f"План {number}", rows, id_=f"{number}" * 40)
            google = f'spreadsheet = "{sheet}"\ngoogle_key = "../../key.json"'
            put_plan(fleet, f"p{number:02}", google)
        if name == "workers":
            with worker(fleet), worker(fleet):
                until(lambda url=url: sent(url) == ADDRESSES)
        days.append(day_of(fleet, call, emulator))
    for other in days[1:]:
        for in_file, elsewhere in zip(days[0], other, strict=True):
            assert in_file == elsewhere


def day_of(fleet: Path, call: Call, emulator: Emulator) -> tuple[Any, ...]:
    """What a day came to; it is done if it was not yet."""
    found = run(call, fleet)
    assert found["code"] == 0, found["err"]
    timed = ("seconds", "cpu")
    plans = [{k: v for k, v in plan.items() if k not in timed} for plan in found["plans"]]
    told = [(m["To"], m["Subject"], text_of(m), text_of(m, "text/html")) for m in letters(fleet)]
    books = [parts_of(fleet / "plans" / f"p{n:02}" / "plan.xlsx") for n in range(BOOKS)]
    sheets = [tabs_of(emulator, f"{n}" * 40) for n in range(BOOKS, BOOKS + SHEETS)]
    return plans, found["letters"], sorted(told), books, sheets


def tabs_of(emulator: Emulator, id_: str) -> list[str]:
    """The tabs of a sheet, but for times and for the numbers by which tabs and charts are known."""
    found = []
    for tab in emulator.world.book(id_).sheets:
        text = json.dumps(vars(tab), ensure_ascii=False, sort_keys=True)
        found.append(re.sub(r'(?<=[Ii]d": )\d+|\d\d:\d\d(:\d\d)?|#gid=\d+', "", text))
    return found


def parts_of(book: Path) -> dict[str, bytes]:
    """A workbook's parts, but for the time at which each was made."""
    with ZipFile(book) as file:
        names = [name for name in file.namelist() if not name.startswith("docProps")]
        return {name: re.sub(rb"\d\d:\d\d(:\d\d)?", b"", file.read(name)) for name in names}


def test_a_plan_of_the_fleet_is_read_by_every_command(
    call: Call, tmp_path: Path, postgres: Server
) -> None:
    fleet = make(tmp_path / "fleet", 1, postgres.new())
    assert run(call, fleet)["code"] == 0
    folder = fleet / "plans" / "p00"
    assert not (folder / "sheetsync.db").exists()
    shown = call("status", "-C", folder, "--today", DAY)
    assert shown.exit_code == 0
    again = call("run", "-C", folder, "--today", DAY)
    assert again.exit_code == 0
    assert len(letters(fleet)) == ADDRESSES


def test_workers_do_a_day_though_they_are_killed_and_their_database_too(
    tmp_path: Path, postgres: Server
) -> None:
    url = postgres.new()
    fleet = make(tmp_path / "fleet", 12, url)
    with FleetDatabase(url), ExitStack() as stack:
        first = stack.enter_context(worker(fleet))
        until(lambda: done(url) >= 1)
        first.kill()
        stack.enter_context(worker(fleet))
        until(lambda: done(url) >= 5)
        postgres.stop()
        postgres.start()
        stack.enter_context(worker(fleet))
        until(lambda: sent(url) == ADDRESSES)
    assert done(url) == 12
    assert len(letters(fleet)) == ADDRESSES


def test_a_frozen_worker_keeps_its_plan_and_others_go_on(tmp_path: Path, postgres: Server) -> None:
    url = postgres.new()
    fleet = make(tmp_path / "fleet", 8, url)
    with ExitStack() as stack:
        frozen = stack.enter_context(worker(fleet))
        until(lambda: done(url) >= 1)
        freeze(frozen.pid, url)
        stack.enter_context(worker(fleet))
        until(lambda: done(url) >= 4)
        os.kill(frozen.pid, signal.SIGCONT)
        until(lambda: sent(url) == ADDRESSES)
    assert done(url) == 8
    assert snapshots(url) == [1] * 8
    assert len(letters(fleet)) == ADDRESSES


def freeze(pid: int, url: str) -> None:
    """Stop the only worker there is, between transactions.

    Amid one the server ends its session after a while, and the plan begins anew, as after a kill.
    """
    busy = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND state <> 'idle'"
    )
    with FleetDatabase(url) as database:

        def frozen() -> bool:
            os.kill(pid, signal.SIGSTOP)
            time.sleep(0.05)  # what it had sent is done by now
            idle = bool(database.rows(busy) == [(0,)])
            if not idle:
                os.kill(pid, signal.SIGCONT)
            return idle

        until(frozen)


def snapshots(url: str) -> list[int]:
    """How many snapshots each plan has: one a run."""
    from sheetsync.state.store import open_shared_store

    with open_shared_store(url) as store, store.reading() as records:
        return [records.last_serial(plan) for plan in records.plans()]


def test_the_next_day_goes_on_from_the_ledger(tmp_path: Path, postgres: Server) -> None:
    url = postgres.new()
    fleet = make(tmp_path / "fleet", 2, url)
    for day, count in ((DAY, ADDRESSES), ("2021-06-01", 2)):
        with worker(fleet, day):
            until(lambda day=day, count=count: sent(url, day) == count)
    assert len(letters(fleet)) == ADDRESSES + 2


def test_of_two_versions_the_newer_carries_over_and_the_older_stops(
    tmp_path: Path, postgres: Server
) -> None:
    """The older one says a sentence and is left by its plans, which stay to be done."""
    older = Older(postgres.new())
    older.fill(FIRST)
    url = str(older.place)
    fleet = make(tmp_path / "fleet", 4, url)
    with worker(fleet) as found, worker(fleet):
        until(lambda: sent(url) == ADDRESSES)
        assert older.version() == VERSION
        # As one that is newer still does.
        older.run(f"UPDATE sheetsync_version SET version_num = {VERSION + 1}")
        _out, said = found.communicate(timeout=30)
        assert found.returncode == StoreTooNew.exit_code
    sentences = [line for line in said.splitlines() if "более новой версией" in line]
    assert sentences == said.splitlines()
    assert len(sentences) == 1
    with FleetDatabase(url) as database:
        assert database.rows("SELECT count(*) FROM runs WHERE read = 0") == [(0,)]


@pytest.mark.parametrize("is_older", [False, True])
def test_what_files_remember_moves_into_the_database(
    call: Call, tmp_path: Path, postgres: Server, is_older: bool
) -> None:
    fleet = make(tmp_path / "fleet", 2)
    assert run(call, fleet)["code"] == 0
    if is_older:
        Older(fleet / "plans" / "p00" / "sheetsync.db").age()
    file = fleet / "fleet.toml"
    url = postgres.new()
    text = file.read_text("utf-8").replace("[fleet]\n", f'[fleet]\ndatabase = "{url}"\n')
    file.write_text(text, encoding="utf-8")
    moved = call("fleet", "migrate", "-C", fleet)
    assert moved.exit_code == 0, moved.output
    assert moved.output.splitlines() == [f"p0{n}: снимков: 1; писем: 3" for n in range(2)]
    assert call("fleet", "migrate", "-C", fleet).output == ""
    # A plan that comes later finds the posts of that day already there.
    shutil.copytree(fleet / "plans" / "p00", fleet / "plans" / "p02")
    assert call("fleet", "migrate", "-C", fleet).exit_code == 0
    shutil.rmtree(fleet / "plans" / "p02")
    again = run(call, fleet)
    assert (again["code"], len(again["letters"])) == (0, ADDRESSES)
    assert run(call, fleet, day="2021-06-01")["code"] == 0
    assert len(letters(fleet)) == ADDRESSES + 2


@pytest.mark.parametrize("kind", ["systemd", "compose", "kubernetes"])
def test_a_file_that_keeps_workers_running_is_printed(call: Call, fleet: Path, kind: str) -> None:
    printed = call("fleet", "worker", "-C", fleet, "--print", kind)
    assert printed.exit_code == 0
    assert "fleet" in printed.output
    assert "worker" in printed.output


def test_containers_need_the_database_and_secrets_alone(call: Call, tmp_path: Path) -> None:
    fleet = make_fleet(
        tmp_path / "fleet",
        options='database = "postgresql://me:secret@db.example.org/plans"',
        mail='password_file = "keys/mail.txt"',
        keys=("keys/one.json",),
    )
    printed = {
        kind: call("fleet", "worker", "-C", fleet, "--print", kind).output
        for kind in ("compose", "kubernetes")
    }
    for text in printed.values():
        assert '"--settings-from", "postgresql://me@db.example.org/plans"' in text
        assert "secret@" not in text
        assert "/fleet/keys/one.json" in text
        assert "/fleet/keys/mail.txt" in text
    # Of the folder only the secrets' own files are named.
    for line in "".join(printed.values()).splitlines():
        if str(fleet) in line:
            assert line.startswith(("secrets:", "# kubectl"))


def test_a_worker_takes_over_an_edited_fleet_toml(tmp_path: Path, postgres: Server) -> None:
    from sheetsync.fleet.worker import Worker

    fleet, told = make(tmp_path / "fleet", 1, postgres.new()), list[str]()
    file = fleet / "fleet.toml"
    with opened_fleet(fleet, datetime(2021, 5, 11, tzinfo=UTC)) as found:
        worker = Worker(
            fleet=found,
            clock=lambda: found.now,
            mirrors="",
            pretended=True,
            told=told.append,
        )
        text = file.read_text("utf-8")
        file.write_text(text.replace("[fleet]", "[fleet]\nletters_at = '07:30'"), "utf-8")
        worker.refresh()
        assert worker.fleet.config.settings.letters_at == time_of_day(7, 30)
        file.write_text("[fleet", encoding="utf-8")
        worker.reload()
        assert worker.fleet.config.settings.letters_at == time_of_day(7, 30)
    assert "fleet.toml" in told[0]


def test_workers_without_a_database_say_so(call: Call, fleet: Path) -> None:
    result = call("fleet", "worker", "-C", fleet)
    assert result.exit_code == 3
    assert "[fleet] database" in result.stderr


def test_a_run_beside_workers_does_no_plan_and_no_letter_again(
    call: Call, tmp_path: Path, postgres: Server
) -> None:
    url = postgres.new()
    fleet = make(tmp_path / "fleet", 8, url)
    with worker(fleet):
        until(lambda: done(url) >= 1)
        found = run(call, fleet)
        assert found["code"] == 0, found["err"]
        until(lambda: sent(url) == ADDRESSES)
    assert done(url) == 8
    assert snapshots(url) == [1] * 8
    assert len(letters(fleet)) == ADDRESSES


def test_a_worker_elsewhere_needs_the_database_and_its_keys_alone(
    call: Call,
    tmp_path: Path,
    postgres: Server,
    served: tuple[Emulator, str],
    private_key: rsa.RSAPrivateKey,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    emulator, base = served
    emulator.reset()
    monkeypatch.setenv(EMULATOR, base)
    url = postgres.new()
    options = f'database = "{url}"\n{QUICK}'
    fleet = make_fleet(
        tmp_path / "fleet", options=options, mail='outbox = "out"', keys=("key.json",)
    )
    for number in range(2):
        sheet = EmulatorProcess(base).sheet(f"План {number}", rows_of(f"{number}"))
        put_plan(fleet, f"p{number:02}", f'spreadsheet = "{sheet}"')
    write_account_key(fleet / "key.json", private_key, base)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    refused = call("fleet", "worker", "-C", elsewhere, "--settings-from", url)
    assert refused.exit_code == 3
    assert "настроек" in refused.stderr
    with worker(fleet, "2021-05-10"):
        until(lambda: done(url, "2021-05-10") == 2)
    shutil.move(fleet / "key.json", elsewhere)
    with worker(elsewhere, DAY, "--settings-from", url):
        until(lambda: done(url) == 2)
    (elsewhere / "key.json").unlink()
    kept = {path.name for path in fleet.rglob("*.toml")}
    assert {path.name for path in elsewhere.rglob("*.toml")} == kept
