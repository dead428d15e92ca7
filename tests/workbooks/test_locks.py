"""Lock files say who has a workbook open, and since when."""

import os
import socket
import time
from pathlib import Path

import pytest

from sheetsync.workbooks.locks import Lock, lock_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "план.xlsx"


def test_closed_workbook_has_no_lock(path: Path) -> None:
    assert lock_of(path) is None


def test_excel_is_named(path: Path) -> None:
    path.with_name("~$план.xlsx").write_bytes(b"\x04user")
    assert lock_of(path) == Lock("Книга «план.xlsx» открыта в Excel.", stale=False)


@pytest.mark.parametrize(
    ("content", "who"),
    [
        (",user,host,22.11.2026 14:38,file:///home/user;", ": user (host), с 22.11.2026 14:38"),
        ("Отдел,user,host,22.11.2026 14:38,file:///;", ": Отдел (host), с 22.11.2026 14:38"),
        (r"А\, Б,user,host,22.11.2026 14:38,file:///;", ": А, Б (host), с 22.11.2026 14:38"),
        ("", ""),
        ("что-то другое", ""),
    ],
)
def test_libreoffice_is_named_with_user_host_and_time(path: Path, content: str, who: str) -> None:
    path.with_name(".~lock.план.xlsx#").write_text(content, "utf-8")
    assert lock_of(path) == Lock(f"Книга «план.xlsx» открыта в LibreOffice{who}.", stale=False)


@pytest.mark.parametrize("name", ["~$план.xlsx", ".~lock.план.xlsx#"])
def test_lock_of_yesterday_is_stale_and_says_how_to_be_rid_of_it(path: Path, name: str) -> None:
    file = path.with_name(name)
    file.write_bytes(b"")
    age(file)
    lock = lock_of(path)
    assert lock
    assert (lock.stale, "больше суток" in lock.words) == (True, True)
    assert f"«{name}»" in lock.words
    assert file.exists()


def age(file: Path) -> None:
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(file, (two_days_ago, two_days_ago))


def test_a_lock_that_is_held_comes_before_one_that_is_not(path: Path) -> None:
    path.with_name("~$план.xlsx").write_bytes(b"")
    age(path.with_name("~$план.xlsx"))
    path.with_name(".~lock.план.xlsx#").write_bytes(b"")
    lock = lock_of(path)
    assert lock
    assert "LibreOffice" in lock.words


@pytest.fixture
def processes(tmp_path: Path) -> Path:
    """What Linux says runs on a computer."""
    for number, command in (("1", "systemd"), ("77", "bash")):
        (tmp_path / "proc" / number).mkdir(parents=True)
        (tmp_path / "proc" / number / "comm").write_text(f"{command}\n")
    (tmp_path / "proc" / "meminfo").write_text("")
    return tmp_path / "proc"


def libreoffice(path: Path, *, host: str) -> None:
    text = f",user,{host},22.11.2026 14:38,file:///home/user;"
    path.with_name(".~lock.план.xlsx#").write_text(text, "utf-8")


def test_a_lock_of_a_program_that_is_gone_here_is_stale(path: Path, processes: Path) -> None:
    libreoffice(path, host=socket.gethostname())
    lock = lock_of(path, processes=processes)
    assert lock
    assert (lock.stale, "уже закрыт" in lock.words) == (True, True)


def test_a_lock_is_held_while_the_program_runs_here(path: Path, processes: Path) -> None:
    libreoffice(path, host=socket.gethostname())
    (processes / "77" / "comm").write_text("soffice.bin\n")
    assert lock_of(path, processes=processes) == Lock(
        f"Книга «план.xlsx» открыта в LibreOffice: user ({socket.gethostname()}), "
        "с 22.11.2026 14:38.",
        stale=False,
    )


def test_nothing_is_known_of_programs_elsewhere(path: Path, processes: Path) -> None:
    libreoffice(path, host="another-computer")
    lock = lock_of(path, processes=processes)
    assert lock
    assert not lock.stale


def test_where_processes_are_hidden_the_program_may_run(path: Path, processes: Path) -> None:
    libreoffice(path, host=socket.gethostname())
    (processes / "1" / "comm").unlink()
    lock = lock_of(path, processes=processes)
    assert lock
    assert not lock.stale
