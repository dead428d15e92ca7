"""Workbooks of other programs after two days of runs: all open, and nothing of theirs is lost.

SHEETSYNC_FOREIGN_BOOKS says how many; the bar is 1,000.
"""

import os
import warnings
from collections import Counter
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from sheetsync.errors import WorkbookError
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.workbooks.books import TODAY
from tests.workbooks.foreign import LISTS, PLAN, Parts, foreign_workbook, unpacked
from tests.workbooks.test_extras import tab_with

BOOKS = int(os.environ.get("SHEETSYNC_FOREIGN_BOOKS", "60"))


@pytest.mark.parametrize("seed", range(BOOKS))
def test_two_days_of_runs_lose_nothing(seed: int, tmp_path: Path) -> None:
    original, told = foreign_workbook(seed, tmp_path)
    path = tmp_path / "план.xlsx"
    path.write_bytes(original)
    for day, rows in enumerate((2, 3)):
        before = path.read_bytes()
        workbook = XlsxWorkbook(path, today=TODAY + timedelta(days=day))
        try:
            written = workbook.write([tab_with(f"день {day}", rows=rows)], plan_tab=PLAN)
        except WorkbookError:  # what cannot be read is not written either
            assert path.read_bytes() == original, told
            return
        assert written.beside == (path.read_bytes() == before), told
        if written.beside:
            assert written.reason, told
            before = path.with_name("план.сводка.xlsx").read_bytes()
        else:
            check_kept(unpacked(original), unpacked(path.read_bytes()), told)
            check_copy(path, TODAY + timedelta(days=day), before)
        check_opens(original, path, told)
    names = {file.name for file in tmp_path.iterdir()}
    assert not [name for name in names if name.startswith(".")], told


def check_copy(path: Path, day: date, before: bytes) -> None:
    copy = path.with_name(f"{path.stem}.копия-{day.isoformat()}.xlsx")
    assert copy.read_bytes() == before


def check_kept(before: Parts, after: Parts, told: str) -> None:
    """Parts of others byte for byte, and in the lists every element that was there."""
    for name, data in before.items():
        if name in LISTS:
            lost = facts(data) - facts(after[name])
            assert not lost, (told, name, lost)
        else:
            assert after[name] == data, (told, name)
    for name, data in after.items():
        if name.endswith((".xml", ".rels")) and not data.startswith(b"<p/>"):
            etree.fromstring(data)


def facts(data: bytes) -> Counter[tuple[object, ...]]:
    return Counter(
        (one.tag, frozenset((k, v) for k, v in one.attrib.items() if k != "count"), text(one))
        for one in etree.fromstring(data).iter()
        if not is_ours(one)
    )


def is_ours(element: etree._Element) -> bool:
    return str(element.get("name", "")).casefold().startswith(("_sheetsync", "sheetsync_"))


def text(element: etree._Element) -> str:
    return (element.text or "").strip()


def check_opens(original: bytes, path: Path, told: str) -> None:
    """Whoever could open it before still can."""
    with warnings.catch_warnings(action="ignore", category=UserWarning):
        try:
            before = openpyxl.load_workbook(BytesIO(original)).sheetnames
        except Exception:  # noqa: BLE001 - openpyxl raises anything, on files that are sound too
            before = None
        if before:
            assert openpyxl.load_workbook(path).sheetnames[: len(before)] == before, told
    try:
        with CalamineWorkbook.from_filelike(BytesIO(original)) as book:
            rows = book.get_sheet_by_name(PLAN).to_python()
    except (CalamineError, OSError):
        return
    with CalamineWorkbook.from_path(path) as book:
        assert book.get_sheet_by_name(PLAN).to_python() == rows, told
