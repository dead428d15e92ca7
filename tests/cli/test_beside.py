"""Where our tabs cannot go into the workbook: what is said, with which code, and to whom."""

import os
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.protection import WorkbookProtection

from tests.cli.conftest import Call, data
from tests.workbooks.books import put_part

BESIDE, ENGLISH = "plan.сводка.xlsx", "plan.summary.xlsx"
PROTECTION = '<workbookProtection lockStructure="1"/><bookViews>'


def lock(folder: Path, *, hours: float = 0) -> None:
    file = folder / "~$plan.xlsx"
    file.touch()
    then = time.time() - hours * 3600
    os.utime(file, (then, then))


def sign(folder: Path) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    origin = f'<Relationship Id="sign" Type="{kind}" Target="_xmlsignatures/origin.sigs"/>'
    put_part(folder / "plan.xlsx", "_rels/.rels", "</Relationships>", f"{origin}</Relationships>")


def protect(folder: Path) -> None:
    put_part(folder / "plan.xlsx", "xl/workbook.xml", "<bookViews>", PROTECTION)


def told_of_it(folder: Path, words: str = "цифровой подписью") -> list[str]:
    letters = [
        message_from_bytes(file.read_bytes(), policy=policy.default)
        for file in sorted((folder / "outbox" / "new").glob("*.coordinator.*"))
    ]
    bodies = {letter["Subject"]: letter.get_body(("plain",)) for letter in letters}
    return [
        s for s, body in bodies.items() if body and words in " ".join(body.get_content().split())
    ]


def test_an_open_workbook_is_told_at_once_and_ends_in_4_from_the_second_day(
    folder: Path, call: Call
) -> None:
    lock(folder)
    first = call("run", "-C", folder, "--today", "2021-05-11")
    second = call("run", "-C", folder, "--today", "2021-05-12")
    assert (first.exit_code, second.exit_code) == (0, 4)
    assert all("открыта в Excel" in result.stderr for result in (first, second))
    assert "с 11 мая 2021" in second.stderr


def test_the_coordinator_hears_once_each_time_that_a_workbook_stays_open(
    folder: Path, call: Call
) -> None:
    lock(folder)
    for day in (11, 12, 13):
        call("run", "-C", folder, "--today", f"2021-05-{day}")
    assert len(told_of_it(folder, "открыта в Excel. Так с 11 мая 2021 г.")) == 1
    (folder / "~$plan.xlsx").unlink()
    call("run", "-C", folder, "--today", "2021-05-14")
    lock(folder)
    for day in (17, 18, 19):
        call("run", "-C", folder, "--today", f"2021-05-{day}")
    assert len(told_of_it(folder, "открыта в Excel. Так с 17 мая 2021 г.")) == 1


def test_the_file_beside_goes_after_the_next_good_run(folder: Path, call: Call) -> None:
    lock(folder)
    call("run", "-C", folder, "--today", "2021-05-11")
    assert (folder / BESIDE).exists()
    (folder / "~$plan.xlsx").unlink()
    result = call("run", "-C", folder, "--today", "2021-05-12")
    assert (result.exit_code, result.stderr) == (0, "")
    assert not (folder / BESIDE).exists()


def test_a_file_beside_that_people_saved_stays(folder: Path, call: Call) -> None:
    lock(folder)
    call("run", "-C", folder, "--today", "2021-05-11")
    put_part(folder / BESIDE, "docProps/core.xml", "</cp:", "<cp:revision>2</cp:revision></cp:")
    (folder / "~$plan.xlsx").unlink()
    call("run", "-C", folder, "--today", "2021-05-12")
    assert (folder / BESIDE).exists()


def test_a_stale_lock_is_told_and_passed(folder: Path, call: Call) -> None:
    before = (folder / "plan.xlsx").read_bytes()
    lock(folder, hours=25)
    result = call("run", "-C", folder, "--today", "2021-05-11")
    assert result.exit_code == 0
    assert "«~$plan.xlsx»" in result.stderr
    assert "больше суток" in result.stderr
    assert (folder / "plan.xlsx").read_bytes() != before


def test_a_workbook_that_takes_no_tabs_ends_in_4_and_the_coordinator_hears_once(
    folder: Path, call: Call
) -> None:
    sign(folder)
    before = (folder / "plan.xlsx").read_bytes()
    days = ["2021-05-11", "2021-05-12", "2021-05-13"]
    results = [call("run", "-C", folder, "--today", day) for day in days]
    assert [result.exit_code for result in results] == [4, 4, 4]
    assert all("Снимите подпись" in result.stderr for result in results)
    assert (folder / "plan.xlsx").read_bytes() == before
    assert len(told_of_it(folder)) == 1


def test_tabs_that_a_protected_workbook_has_are_still_written(folder: Path, call: Call) -> None:
    """The way out that the sentence names: protect it again after one run."""
    call("run", "-C", folder, "--today", "2021-05-11")
    protect(folder)
    result = call("run", "-C", folder, "--today", "2021-05-12")
    assert (result.exit_code, result.stderr) == (0, "")
    assert not (folder / BESIDE).exists()


def test_summary_says_it_too(folder: Path, call: Call) -> None:
    sign(folder)
    result = call("summary", "-C", folder, "--today", "2021-05-11")
    assert (result.exit_code, result.stdout) == (4, "")
    assert BESIDE in result.stderr


def test_json_says_where_the_tabs_are(folder: Path, call: Call) -> None:
    sign(folder)
    result = call("run", "-C", folder, "--today", "2021-05-11", "--json")
    workbook = data(result)["workbook"]
    assert (workbook["beside"], workbook["since"]) == (True, "2021-05-11")
    assert "подписана" in workbook["remark"]


def protect_without_tabs(folder: Path) -> None:
    book = load_workbook(folder / "plan.xlsx")
    for sheet in book.worksheets[1:]:
        book.remove(sheet)
    book.security = WorkbookProtection(lockStructure=True)
    book.save(folder / "plan.xlsx")


def protect_and_open(folder: Path) -> None:
    protect_without_tabs(folder)
    lock(folder)


@pytest.mark.parametrize("spoil", [protect_without_tabs, protect_and_open, sign])
def test_the_check_up_says_what_the_run_will_say(
    folder: Path, call: Call, spoil: Callable[[Path], object]
) -> None:
    spoil(folder)
    before = (folder / "plan.xlsx").read_bytes()
    checked = call("doctor", "-C", folder, "--json")
    assert (folder / "plan.xlsx").read_bytes() == before
    told = [check["words"] for check in data(checked)["checks"] if check["part"] == "вкладки"]
    result = call("run", "-C", folder, "--today", "2021-05-11")
    assert (checked.exit_code, result.exit_code, len(told)) == (4, 4, 1)
    assert told[0] in result.stderr


def test_the_file_beside_is_named_by_the_plan_and_goes_in_any_language(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(folder)
    monkeypatch.setenv("SHEETSYNC_LANG", "en")
    call("run", "-C", folder, "--today", "2021-05-11")
    assert (folder / BESIDE).exists()
    assert not (folder / ENGLISH).exists()
    (folder / ENGLISH).write_bytes((folder / BESIDE).read_bytes())
    (folder / "~$plan.xlsx").unlink()
    call("run", "-C", folder, "--today", "2021-05-12")
    assert not (folder / BESIDE).exists()
    assert not (folder / ENGLISH).exists()


def test_whoever_watches_reads_once_that_the_summary_is_beside(folder: Path, call: Call) -> None:
    lock(folder)
    result = call("run", "-C", folder, "--today", "2021-05-11", "-v")
    assert "записана рядом" not in result.stdout
    assert result.stderr.count("Сводка записана рядом") == 1
