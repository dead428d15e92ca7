"""What breaks around a run: nothing is lost, the exit code says it, a sentence says what to do."""

import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.config import load_config
from sheetsync.daily.job import opened_job
from sheetsync.workbooks.google import access
from sheetsync.workbooks.google.patience import Patience
from tests.cli.conftest import Call
from tests.workbooks.keys import write_key

DAY = ("--today", "2021-05-17")  # a Monday on which letters go
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the rights of Unix")


def setting(folder: Path, old: str, new: str) -> None:
    path = folder / "sheetsync.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """All files but the memory, which keeps a record of each run, a failed one, too."""
    kept = (path for path in folder.iterdir() if path.is_file())
    return {path.name: path.read_bytes() for path in kept if "sheetsync.db" not in path.name}


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *options, str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("nothing may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("room", [0, 20, 60, 100])
def test_a_full_disk_loses_nothing(call: Call, folder: Path, tmp_path: Path, room: int) -> None:
    """With so many kilobytes left at the beginning of a run."""
    disk = tmp_path / "disk"
    with mounted(disk, "-t", "tmpfs", "-o", "size=3m", "tmpfs"):
        subprocess.run(["cp", "-r", folder, disk / "plan"], check=True)
        before = (disk / "plan" / "plan.xlsx").read_bytes()
        filling = disk / "filling"
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        filling.write_bytes(bytes(free - room * 1024))
        failed = call("run", "-C", disk / "plan", *DAY)
        assert failed.exit_code == 4
        assert (disk / "plan" / "plan.xlsx").read_bytes() == before
        filling.unlink()
        assert call("run", "-C", disk / "plan", *DAY).exit_code == 0
        letters = call("outbox", "list", "--all", "-C", disk / "plan").stdout
    assert letters.count("17.05.2021") == 2


def test_a_folder_that_cannot_be_written_is_named(call: Call, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    with mounted(place, "--bind", "-o", "ro", str(folder)):
        result = call("run", "-C", place, *DAY)
    assert (result.exit_code, "диск доступен только для чтения" in result.stderr) == (4, True)
    assert str(place) in result.stderr


def test_a_clock_that_was_set_back_changes_nothing(call: Call, folder: Path) -> None:
    before = contents(folder)
    result = call("run", "-C", folder, "--today", "2021-05-03")
    assert (result.exit_code, "раньше последнего запуска" in result.stderr) == (2, True)
    assert contents(folder) == before


def test_a_clock_that_was_set_back_settles_no_letter(call: Call, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "sheetsync.db")) as memory:
        memory.execute("UPDATE letters SET state = 'data'")
        memory.commit()
        assert call("run", "-C", folder, "--today", "2021-05-03").exit_code == 2
        states = memory.execute("SELECT DISTINCT state FROM letters").fetchall()
    assert states == [("data",)]


@pytest.mark.parametrize("name", ["sheetsync.toml", "departments.toml", "plan.xlsx"])
def test_a_file_that_is_gone_is_named(call: Call, folder: Path, name: str) -> None:
    (folder / name).rename(folder / "aside")
    result = call("run", "-C", folder, *DAY)
    assert result.exit_code == (4 if name == "plan.xlsx" else 3)
    assert name in result.stderr
    (folder / "aside").rename(folder / name)
    assert call("run", "-C", folder, *DAY).exit_code == 0


def test_a_plan_tab_that_was_renamed_is_asked_about(call: Call, folder: Path) -> None:
    setting(folder, '# tab = ""', 'tab = "План"')
    path = folder / "plan.xlsx"
    with ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    with ZipFile(path, "w") as archive:
        for info, data in parts.items():
            renamed = data.replace('name="План"'.encode(), 'name="План года"'.encode())
            archive.writestr(info, renamed)
    result = call("run", "-C", folder, *DAY)
    assert result.exit_code == 4
    assert "нет вкладки «План». Есть: «План года»" in result.stderr


def test_a_second_run_waits_for_the_next_time(call: Call, folder: Path) -> None:
    with opened_job(load_config(folder).folder, writes=True):
        command = [sys.executable, "-m", "sheetsync", "run", "-C", str(folder), *DAY]
        done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 7
    assert "уже работает другой запуск" in done.stderr.decode()
    assert call("run", "-C", folder, *DAY).exit_code == 0


def test_a_mail_server_that_is_down_lets_the_tabs_be_written(call: Call, folder: Path) -> None:
    server = 'server = "127.0.0.1"\nport = 9\nsecurity = "plain"'  # where nobody listens
    setting(folder, '# server = "smtp.example.org"', server)
    result = call("run", "-v", "-C", folder, *DAY)
    assert (result.exit_code, "сводка записана" in result.stdout) == (6, True)
    assert "127.0.0.1:9 недоступен" in result.stderr
    assert call("outbox", "list", "-C", folder).stdout.count("ждёт") == 4


@pytest.mark.parametrize("silent", [False, True])
def test_google_and_mail_that_are_down_leave_the_day_to_do(
    call: Call,
    folder: Path,
    private_key: rsa.RSAPrivateKey,
    silent: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Behind a valid key: its account cannot be asked for a token, or never answers."""
    workbook = folder / "plan.xlsx"
    before = workbook.read_bytes()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        base = f"http://127.0.0.1:{listening.getsockname()[1] if silent else 9}"
        monkeypatch.setenv("SHEETSYNC_GOOGLE_API", base)
        monkeypatch.setattr(access, "UNATTENDED", Patience(deadline=1, timeout=(0.2, 0.2)))
        write_key(folder / "key.json", private_key, base)
        setting(folder, '# google_key = ""', 'google_key = "key.json"')
        setting(folder, '# spreadsheet = ""', 'spreadsheet = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456"')
        setting(folder, 'workbook = "plan.xlsx"', "")
        server = 'server = "127.0.0.1"\nport = 9\nsecurity = "plain"'
        setting(folder, '# server = "smtp.example.org"', server)
        result = call("run", "-C", folder, *DAY)
    assert result.exit_code == 4
    assert ("Google не ответил вовремя" if silent else "Нет связи с Google") in result.stderr
    assert "запустите снова" in result.stderr
    setting(folder, 'spreadsheet = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456"', 'workbook = "plan.xlsx"')
    setting(folder, 'server = "127.0.0.1"', "# no server")
    assert workbook.read_bytes() == before
    assert call("run", "-C", folder, *DAY).exit_code == 0
    letters = call("outbox", "list", "--all", "-C", folder).stdout
    assert letters.count("17.05.2021  записано") == 2
    assert letters.count("таблица недоступна") == 1  # to the coordinator, and it waits


def test_a_store_of_a_newer_version_is_left_alone(call: Call, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "sheetsync.db")) as store, store:
        store.execute("UPDATE sheetsync_version SET version_num = 999")
    before = contents(folder)
    result = call("run", "-C", folder, *DAY)
    assert result.exit_code == 4
    assert "более новой версией" in result.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(("mode", "code"), [(0o644, 3), (0o602, 3), (0o600, 6)])
def test_a_password_that_others_can_read_is_refused(
    call: Call, folder: Path, mode: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHEETSYNC_MAIL_PASSWORD", raising=False)
    server = 'server = "127.0.0.1"\nport = 9\nsecurity = "plain"\nlogin = "me@example.org"'
    setting(folder, '# server = "smtp.example.org"', server)
    setting(folder, "# password_file", "password_file")
    secret = folder / "mail-password.txt"
    secret.write_text("secret", encoding="utf-8")
    secret.chmod(mode)
    result = call("run", "-C", folder, *DAY)
    assert result.exit_code == code
    assert ("chmod 600" in result.stderr) is (code == 3)


@pytest.mark.parametrize("day", ["2021-03-28", "2021-10-31"])
def test_the_day_on_which_the_clocks_change_is_a_day(call: Call, folder: Path, day: str) -> None:
    """A time that does not exist on one of them and twice on the other (Europe/Berlin)."""
    setting(folder, '# timezone = "Europe/Moscow"', 'timezone = "Europe/Berlin"')
    setting(folder, 'at = "10:00"', 'at = "02:30"')
    for name in folder.glob("sheetsync.db*"):
        name.unlink()
    assert call("run", "-C", folder, "--today", day).exit_code == 0
