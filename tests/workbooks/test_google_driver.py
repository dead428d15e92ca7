"""A bounded sample of the driver outside the unit tests; SHEETSYNC_DRIVER=all runs all of it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drivers.google import ground, ours, staff
from tests.drivers.google.ground import HEADER, Requests, Site, area
from tests.sample import sample_grid
from tests.sheets_emulator import Emulator, people
from tests.workbooks.sheets import shared_sheet

ROOT = Path(__file__).parents[2]
SAMPLE = ("--every", "397")


@pytest.mark.long
def test_edits_and_faults_between_requests_harm_nobody() -> None:
    """In a process of its own: it bends time before the program is imported."""
    options = () if os.environ.get("SHEETSYNC_DRIVER") == "all" else SAMPLE
    done = subprocess.run(
        [sys.executable, "-m", "tests.drivers.google", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert " cases, 0 failed" in done.stdout


@pytest.fixture
def site(google: tuple[Emulator, str], tmp_path: Path) -> Site:
    """What staff have before any command."""
    emulator, base = google
    emulator.reset()
    rows = [[cell or None for cell in row] for row in sample_grid().rows]
    sheet = shared_sheet(emulator, base, {ground.PLAN: rows})
    ground.furnish(sheet)
    site = Site(emulator, sheet.id, tmp_path)
    staff.stamp(site)
    return site


def span(start: int) -> dict[str, object]:
    return {"sheetId": 100, "dimension": "COLUMNS", "startIndex": start, "endIndex": start + 1}


def first(kind: str, **more: object) -> Callable[[Site], Requests]:
    return lambda _: [{kind: {"sheetId": 100, **more}}]


HARMS: dict[str, tuple[Callable[[Site], Requests], str]] = {
    "a cell": (lambda _: people.paste(100, 9, 1, [["порча"]]), "cells of column 100/1"),
    "a note": (
        lambda _: [{"updateCells": {"range": area(100, 9, 10, 1, 2), "fields": "note"}}],
        "cells of column 100/1",
    ),
    "a format": (
        lambda _: [
            {
                "repeatCell": {
                    "range": area(100, HEADER, HEADER + 1, 0, 1),
                    "cell": {},
                    "fields": "userEnteredFormat",
                }
            }
        ],
        "cells of column 100/0",
    ),
    "a column": (lambda _: [{"deleteDimension": {"range": span(2)}}], "columns 100/0"),
    "another column": (lambda _: [{"insertDimension": {"range": span(2)}}], "100/0..100/3 of 5"),
    "a width": (
        lambda _: [
            {
                "updateDimensionProperties": {
                    "range": span(1),
                    "properties": {"pixelSize": 9},
                    "fields": "pixelSize",
                }
            }
        ],
        "cells of column 100/1",
    ),
    "a rule": (first("deleteConditionalFormatRule"), "rule"),
    "a merge": (
        lambda _: [{"unmergeCells": {"range": area(100, 0, 6, 0, 4)}}],
        "merge",
    ),
    "a row": (lambda _: people.delete_rows(100, 20), "became"),
    "a protection": (
        lambda s: [
            {"deleteProtectedRange": {"protectedRangeId": s.plan.protected[0]["protectedRangeId"]}}
        ],
        "protection",
    ),
    "a filter": (lambda _: [{"clearBasicFilter": {"sheetId": 300}}], "filter"),
    "a chart": (lambda _: [{"deleteEmbeddedObject": {"objectId": 77}}], "chart"),
    "a name": (
        lambda s: [{"deleteNamedRange": {"namedRangeId": s.book.named[0]["namedRangeId"]}}],
        "names",
    ),
    "a title": (lambda _: people.rename(300, "Их"), "properties"),
    "a tab": (lambda _: people.delete_tab(300), "tabs are gone"),
    "the order": (lambda _: people.move_tab(300, 0), "another order"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_harm_is_seen(site: Site, harm: str) -> None:
    before = staff.look(site)
    assert [*staff.losses(before, staff.look(site), site)] == []
    edit, told = HARMS[harm]
    site.emulator.edit(site.book_id, edit(site))
    assert any(told in loss for loss in staff.losses(before, staff.look(site), site))


def test_a_second_copy_is_seen(site: Site) -> None:
    tag = {"metadataKey": ground.MARK, "metadataValue": "summary 1 2", "location": {"sheetId": 300}}
    twin = {**tag, "metadataValue": "summary 3 4"}
    create = [{"createDeveloperMetadata": {"developerMetadata": one}} for one in (tag, twin)]
    site.emulator.edit(site.book_id, create)
    assert [*ours.twice(site)] == ["summary is there 2 times"]


@pytest.mark.parametrize(
    ("code", "output", "error", "told"),
    [
        (4, "sheetsync: Нет связи с Google. Проверьте интернет.\n", None, []),
        (0, "", None, []),
        (4, "APIError: [503]\n", None, ["no sentence: ['APIError: [503]']"]),
        (4, "", None, ["no sentence: []"]),
        (2, "Так нельзя.\n", None, ["exit code 2"]),
        (1, "Ой.\n", ValueError("x"), ["traceback ValueError: x", "exit code 1"]),
    ],
)
def test_a_wrong_ending_is_seen(
    code: int, output: str, error: BaseException | None, told: list[str]
) -> None:
    assert [*ours.wrong_ending(code, output, error)] == told
