"""The workbook's file is replaced as a whole or not at all; open elsewhere, it is left alone."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sheetsync.errors import WorkbookError
from sheetsync.languages import speaking
from sheetsync.model import Tab
from sheetsync.workbooks.base import Written
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import TODAY, tab_of, write_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_file(tmp_path / "план.xlsx", {"План": [["№"]]})


def write(path: Path, text: str, *, today: date = TODAY) -> Written:
    return XlsxWorkbook(path, today=today).write([tab_of([text])], plan_tab="План")


def names(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def refuse(error: OSError) -> object:
    def swap(draft: Path, target: Path) -> None:
        raise error

    return swap


class Meddling(list[Tab]):
    """Tabs during whose writing somebody saves the file, so many times."""

    def __init__(self, path: Path, *, times: int) -> None:
        super().__init__([tab_of(["наше"])])
        self._path, self._times = path, times

    def __iter__(self) -> Iterator[Tab]:
        if self._times:
            self._times -= 1
            write_file(self._path, {"План": [["№"], [f"правка {self._times}"]]})
        return super().__iter__()


def test_mode_is_kept(path: Path) -> None:
    path.chmod(0o640)
    write(path, "раз")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_owner_is_kept(path: Path) -> None:
    os.chown(path, 1234, 1235)
    write(path, "раз")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 1235)


def test_link_to_the_file_stays_a_link(path: Path) -> None:
    link = path.with_name("ссылка.xlsx")
    link.symlink_to(path)
    write(link, "раз")
    assert link.is_symlink()
    assert "Сводка" in openpyxl.load_workbook(path).sheetnames


def test_first_write_of_a_day_keeps_a_copy_of_the_original(path: Path) -> None:
    before = path.read_bytes()
    write(path, "раз")
    write(path, "два")
    assert path.with_name("план.копия-2021-05-11.xlsx").read_bytes() == before


def test_a_copy_has_its_name_from_the_plan_whoever_runs_the_command(path: Path) -> None:
    with speaking("en"):
        write(path, "раз")
    assert names(path) == {"план.xlsx", "план.копия-2021-05-11.xlsx"}
    with speaking("ru"):
        day = date(2021, 5, 12)
        XlsxWorkbook(path, today=day, language="en").write([tab_of(["два"])], plan_tab="План")
    assert names(path) >= {"план.копия-2021-05-11.xlsx", "план.copy-2021-05-12.xlsx"}


def test_a_day_has_one_copy_whatever_language_the_plan_has_named_since(path: Path) -> None:
    write(path, "раз")
    XlsxWorkbook(path, today=TODAY, language="en").write([tab_of(["два"])], plan_tab="План")
    assert names(path) == {"план.xlsx", "план.копия-2021-05-11.xlsx"}


def test_copies_of_the_last_three_days_of_change_stay(path: Path) -> None:
    for day in (3, 4, 11, 12, 12):
        write(path, f"день {day}", today=date(2021, 5, day))
    days = ("04", "11", "12")
    assert names(path) == {"план.xlsx", *(f"план.копия-2021-05-{day}.xlsx" for day in days)}


def test_no_copy_goes_where_the_new_file_cannot_be_read_back(path: Path) -> None:
    for day in (3, 4, 5):
        write(path, f"день {day}", today=date(2021, 5, day))

    def lose_the_end(draft: Path, target: Path) -> None:
        target.write_bytes(draft.read_bytes()[:-100])

    failing = XlsxWorkbook(path, today=date(2021, 5, 6), swap=lose_the_end)
    with pytest.raises(WorkbookError, match=r"не читается.*план\.копия"):
        failing.write([tab_of(["день 6"])], plan_tab="План")
    assert {f"план.копия-2021-05-0{day}.xlsx" for day in (3, 4, 5, 6)} <= names(path)


@pytest.mark.parametrize("name", ["план.копия-для Совета.xlsx", "другой.копия-2021-05-01.xlsx"])
def test_copies_that_people_made_stay(path: Path, name: str) -> None:
    path.with_name(name).write_text("копия")
    write(path, "раз")
    assert name in names(path)


def test_unchanged_file_is_not_touched(path: Path) -> None:
    write(path, "раз")
    before = path.stat()
    assert not write(path, "раз", today=date(2021, 5, 12)).changed
    assert path.stat() == before
    assert names(path) == {"план.xlsx", "план.копия-2021-05-11.xlsx"}


def test_failed_replacement_leaves_the_file_and_nothing_else(path: Path) -> None:
    before = path.read_bytes()
    workbook = XlsxWorkbook(path, today=TODAY, swap=refuse(OSError(28, "No space left")))
    with pytest.raises(WorkbookError, match="на диске нет места"):
        workbook.write([tab_of(["раз"])], plan_tab="План")
    assert path.read_bytes() == before
    assert names(path) == {"план.xlsx", "план.копия-2021-05-11.xlsx"}


def test_tab_that_cannot_be_drawn_leaves_the_file_and_nothing_else(path: Path) -> None:
    before = path.read_bytes()
    impossible = tab_of(["раз"], title="Сводка: [май]")
    with pytest.raises(WorkbookError, match="Не удалось записать"):
        XlsxWorkbook(path, today=TODAY).write([tab_of(["а"], key="a"), impossible], plan_tab="План")
    assert path.read_bytes() == before
    assert names(path) == {"план.xlsx"}


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import tab_of

kill = lambda draft, target: os.kill(os.getpid(), signal.SIGKILL)
workbook = XlsxWorkbook(Path(sys.argv[1]), today=date(2021, 5, 11), swap=kill)
workbook.write([tab_of(["раз"])], plan_tab="План")
"""


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_killed_write_leaves_the_old_file_and_the_next_one_tidies_up(path: Path) -> None:
    before = path.read_bytes()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    write(path, "раз")
    assert names(path) == {"план.xlsx", "план.копия-2021-05-11.xlsx"}


def test_edit_saved_meanwhile_is_kept(path: Path) -> None:
    workbook = XlsxWorkbook(path, today=TODAY)
    workbook.write(Meddling(path, times=1), plan_tab="План")
    assert workbook.read().rows == (("№",), ("правка 0",))
    assert workbook.read("Сводка").rows == (("наше",),)


def test_file_that_is_saved_again_and_again_is_left_alone(path: Path) -> None:
    workbook = XlsxWorkbook(path, today=TODAY)
    with pytest.raises(WorkbookError, match="изменили, пока готовилась запись"):
        workbook.write(Meddling(path, times=2), plan_tab="План")
    assert workbook.read().rows == (("№",), ("правка 0",))
    assert openpyxl.load_workbook(path).sheetnames == ["План"]


@pytest.mark.parametrize("lock", ["~$план.xlsx", ".~lock.план.xlsx#"])
def test_open_workbook_is_not_touched(path: Path, lock: str) -> None:
    path.with_name(lock).write_text("")
    before = path.read_bytes()
    write(path, "раз")
    assert path.read_bytes() == before
    assert path.with_name(lock).exists()


def test_open_workbook_gets_our_tabs_beside_it(path: Path) -> None:
    path.with_name("~$план.xlsx").write_text("")
    written = write(path, "раз")
    beside = path.with_name("план.сводка.xlsx")
    assert written == Written(
        place=str(beside),
        changed=True,
        beside=True,
        reason="Книга «план.xlsx» открыта в Excel.",
        since=TODAY,
    )
    assert XlsxWorkbook(beside, today=TODAY).read("Сводка").rows == (("раз",),)


def test_tabs_beside_are_rewritten_as_a_whole(path: Path) -> None:
    path.with_name("~$план.xlsx").write_text("")
    changed = [write(path, text).changed for text in ("раз", "раз", "два")]
    assert changed == [True, False, True]
    assert names(path) == {"план.xlsx", "~$план.xlsx", "план.сводка.xlsx"}


def test_sharing_violation_counts_as_open(path: Path) -> None:
    def held(draft: Path, target: Path) -> None:
        if target == path:
            raise PermissionError(13, "The process cannot access the file")
        draft.replace(target)

    workbook = XlsxWorkbook(path, today=TODAY, swap=held)
    written = workbook.write([tab_of(["раз"])], plan_tab="План")
    assert (written.beside, "другой программе" in written.reason) == (True, True)


def test_file_beside_that_is_open_too_is_an_error(path: Path) -> None:
    workbook = XlsxWorkbook(path, today=TODAY, swap=refuse(PermissionError(13, "in use")))
    with pytest.raises(WorkbookError, match=r"план\.сводка\.xlsx» открыта"):
        workbook.write([tab_of(["раз"])], plan_tab="План")
