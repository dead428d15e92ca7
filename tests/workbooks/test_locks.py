"""Lock files say who has a workbook open, and since when."""

import os
import time
from pathlib import Path

import pytest

from sheetsync.workbooks.locks import holder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "план.xlsx"


def test_closed_workbook_has_no_holder(path: Path) -> None:
    assert holder(path) == ""


def test_excel_is_named(path: Path) -> None:
    path.with_name("~$план.xlsx").write_bytes(b"\x04user")
    assert holder(path) == "Книга «план.xlsx» открыта в Excel."


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
    assert holder(path) == f"Книга «план.xlsx» открыта в LibreOffice{who}."


def test_lock_of_yesterday_says_how_to_be_rid_of_it(path: Path) -> None:
    lock = path.with_name("~$план.xlsx")
    lock.write_bytes(b"")
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(lock, (two_days_ago, two_days_ago))
    assert "больше суток" in holder(path)
    assert holder(path).endswith("удалите файл «~$план.xlsx».")
    assert lock.exists()
