"""The shared Google Sheet: how many requests, what people and the network do meanwhile."""

import os
import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from sheetsync.errors import WorkbookError, WorkbookMissing
from sheetsync.model import Tab
from sheetsync.workbooks.google.locating import STAFF
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from tests.sheets_emulator import Emulator, people
from tests.workbooks.books import Rows, tab_of
from tests.workbooks.sheets import Shared, shared_sheet

PLAN: dict[str, Rows] = {
    "План": [["№", "Мероприятие"], [1, "Собрать отчёты"], [2, "Провести вебинар"]],
    "Заметки": [["личное"]],
}
TAB = tab_of(["Просрочено", 2], ["Всего", 24], ["обновлено", "9:00"])
LATER = tab_of(["Просрочено", 2], ["Всего", 24], ["обновлено", "10:00"])
WRITE = ":batchUpdate"


@pytest.fixture
def sheet(google: tuple[Emulator, str]) -> Shared:
    emulator, base = google
    return shared_sheet(emulator, base, PLAN)


def run(sheet: Shared, tab: Tab = TAB) -> GoogleWorkbook:
    """What a daily run does to a workbook."""
    workbook = sheet.open()
    grid = workbook.read("План")
    workbook.write([tab], plan_tab=grid.title)
    return workbook


def staff(sheet: Shared) -> list[object]:
    """The staff's tabs with every value, format and rule."""
    book = sheet.emulator.world.book(sheet.id)
    ours = {place.sheet_id for key, place in sheet.places.items() if key[0] != STAFF}
    return [
        (one.properties["title"], one.lines, one.merges, one.protected, one.filter)
        for one in book.sheets
        if one.id not in ours
    ]


def test_first_run_takes_three_requests(sheet: Shared) -> None:
    assert run(sheet).traffic.requests == 3


def test_daily_run_takes_two_requests(sheet: Shared) -> None:
    run(sheet)
    assert run(sheet, LATER).traffic.requests == 2


def test_second_run_of_the_day_writes_only_the_time(sheet: Shared) -> None:
    run(sheet)
    run(sheet, LATER)
    first, second = sheet.emulator.log[-1].json()["requests"]
    cell = {"userEnteredValue": {"stringValue": "10:00"}}
    assert first["updateCells"]["rows"] == [{"values": [cell]}]
    assert "updateDeveloperMetadata" in second


def test_many_changed_cells_are_one_request(sheet: Shared) -> None:
    run(sheet, tab_of(*[[f"было {number}"] for number in range(600)]))
    later = tab_of(*[[f"стало {number}"] for number in range(600)])
    run(sheet, later)
    assert len(sheet.emulator.log[-1].json()["requests"]) == 2
    assert sheet.open().read("Сводка").rows[599] == ("стало 599",)


def test_run_without_news_only_reads(sheet: Shared) -> None:
    run(sheet)
    assert run(sheet).traffic.requests == 1


@pytest.mark.parametrize(
    "edit",
    [
        lambda sheet: people.rename(sheet.sheet_id("План"), "План (новый)"),
        lambda sheet: people.rename(sheet.sheet_id("Сводка"), "Для председателя"),
        lambda sheet: people.delete_tab(sheet.sheet_id("Сводка")),
    ],
    ids=["plan renamed", "ours renamed", "ours deleted"],
)
def test_run_after_a_rename_or_deletion_takes_four_requests(
    sheet: Shared, edit: Callable[[Shared], people.Requests]
) -> None:
    run(sheet)
    sheet.emulator.edit(sheet.id, edit(sheet))
    assert run(sheet, LATER).traffic.requests == 4
    assert sheet.open().read(sheet.places["summary"].title).rows[2] == ("обновлено", "10:00")


def test_renamed_plan_is_read_by_its_id(sheet: Shared) -> None:
    run(sheet)
    sheet.emulator.edit(sheet.id, people.rename(100, "План на год"))
    assert sheet.open().read("План").title == "План на год"


def test_tab_deleted_between_read_and_write_is_made_again(sheet: Shared) -> None:
    run(sheet)
    gone = people.delete_tab(sheet.sheet_id("Сводка"))
    sheet.emulator.edit_at(sheet.id, gone, match=WRITE)
    run(sheet, LATER)
    assert "Сводка" in sheet.titles()


def test_plan_renamed_while_our_tab_goes_is_still_linked_to(sheet: Shared) -> None:
    run(sheet)
    both = [*people.delete_tab(sheet.sheet_id("Сводка")), *people.rename(100, "План 2")]
    sheet.emulator.edit_at(sheet.id, both, match=WRITE)
    assert run(sheet, LATER).traffic.requests == 4
    assert sheet.open().read("Сводка").rows[2] == ("обновлено", "10:00")


def test_title_that_staff_take_between_read_and_write_is_numbered(sheet: Shared) -> None:
    sheet.emulator.edit_at(sheet.id, people.add_tab("Сводка", 555), match=WRITE)
    run(sheet)
    assert sheet.titles() == ["План", "Заметки", "Сводка", "Сводка 2"]
    assert sheet.open().read("Сводка").rows == ()


def test_tab_that_staff_filled_with_other_things_is_left_to_them(sheet: Shared) -> None:
    run(sheet)
    theirs = [["Список", "Иванов"], ["Петров", "Сидоров"], ["Орлов", "Котов"]]
    sheet.emulator.edit(sheet.id, people.paste(sheet.sheet_id("Сводка"), 0, 0, theirs))
    workbook = sheet.open()
    workbook.read("План")
    written = workbook.write([LATER], plan_tab="План")
    assert written.taken == (("Сводка", "Сводка 2"),)
    assert sheet.open().read("Сводка").rows == tuple(tuple(row) for row in theirs)
    assert sheet.open().read("Сводка 2").rows[0] == ("Просрочено", 2)


EDITS: list[people.Requests] = [
    people.insert_rows(100, 1),
    people.delete_rows(100, 1),
    people.move_rows(100, 1, to=3),
    people.sort(100, column=1, start=1, descending=True),
    people.paste(100, 1, 1, [["Другое"], ["=СУММ(A1)"]]),
    people.rename(100, "План 2"),
    people.move_tab(101, 0),
    people.hide_tab(101),
    people.filter_rows(100),
    people.protect(100),
    people.add_tab("Черновик", 555),
]


@pytest.mark.parametrize("match", ["GET", WRITE])
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: next(iter(edit[0])))
def test_what_people_do_meanwhile_is_neither_lost_nor_touched(
    sheet: Shared, edit: people.Requests, match: str
) -> None:
    untouched = shared_sheet(sheet.emulator, sheet.base, PLAN)
    sheet.emulator.edit(untouched.id, edit)
    run(sheet)
    sheet.emulator.edit_at(sheet.id, edit, match=match)
    run(sheet, LATER)
    assert staff(sheet) == staff(untouched)
    assert sheet.open().read(sheet.places["summary"].title).rows[2] == ("обновлено", "10:00")


def test_rename_between_the_two_reads_of_a_first_run_is_survived(sheet: Shared) -> None:
    run(sheet)
    sheet.places.clear()
    sheet.emulator.edit_at(sheet.id, people.rename(101, "Личное"), match="GET", after=True)
    assert run(sheet, LATER).traffic.requests <= 4
    sheet.emulator.edit_at(sheet.id, people.rename(100, "План 3"), match="GET", after=True)
    assert run(sheet).traffic.requests == 2


def test_every_request_names_only_our_tabs(sheet: Shared) -> None:
    run(sheet)
    run(sheet, LATER)
    ours = sheet.places["summary"].sheet_id
    writes = [logged.json() for logged in sheet.emulator.log if WRITE in logged.line]
    assert {found for body in writes for found in sheet_ids(body)} == {ours}


def sheet_ids(value: object) -> set[int]:
    if isinstance(value, list):
        return {found for item in value for found in sheet_ids(item)}
    if not isinstance(value, dict):
        return set()
    own = {value["sheetId"]} if "sheetId" in value else set()
    return own | {found for item in value.values() for found in sheet_ids(item)}


def opened(sheet: Shared, tab_id: int) -> GoogleWorkbook:
    """The workbook by the address of one of its tabs."""
    address = f"https://docs.google.com/spreadsheets/d/{sheet.id}/edit#gid={tab_id}"
    return sheet.open(address)


def test_address_chooses_the_tab(sheet: Shared) -> None:
    assert opened(sheet, 101).read().title == "Заметки"
    workbook = opened(sheet, 101)
    assert (workbook.read().title, workbook.traffic.requests) == ("Заметки", 1)
    assert opened(sheet, 100).read().title == "План"


def test_address_of_a_tab_that_is_gone_is_told(sheet: Shared) -> None:
    with pytest.raises(WorkbookMissing, match=r"#gid=7.*«План», «Заметки»"):
        opened(sheet, 7).read()


def test_title_that_looks_like_an_address_is_a_title(sheet: Shared) -> None:
    with pytest.raises(WorkbookMissing, match="нет вкладки «#gid=план»"):
        sheet.open().read("#gid=план")


def test_address_of_a_tab_of_ours_means_the_plan(sheet: Shared) -> None:
    run(sheet)
    ours = opened(sheet, sheet.sheet_id("Сводка"))
    assert (ours.read().title, ours.read("План").address_tab) == ("План", "")


@pytest.mark.parametrize(("tab_id", "told"), [(100, ""), (101, "gid=101"), (7, "gid=7")])
def test_title_wins_over_the_address_and_the_contradiction_is_told(
    sheet: Shared, tab_id: int, told: str
) -> None:
    for _ in range(2):
        grid = opened(sheet, tab_id).read("План")
        assert (grid.title, grid.address_tab) == ("План", told)


# Each is four runs; the bar is a thousand runs, the suite takes a handful.
SEEDS = int(os.environ.get("SHEETSYNC_FAULT_SEEDS", "20"))
FAULTS = ["429", "500", "503", "502", "reset", "reset_after", "503_after", "hang"]


@pytest.mark.parametrize("skip", [0, 1, 2])
@pytest.mark.parametrize("kind", FAULTS)
def test_one_failure_of_any_request_is_survived(sheet: Shared, kind: str, skip: int) -> None:
    before = staff(sheet)
    sheet.timeout = 2 if kind == "hang" else sheet.timeout
    sheet.emulator.fail(kind, skip=skip)
    run(sheet)
    assert sheet.titles() == ["План", "Заметки", "Сводка"]
    assert sheet.open().read("Сводка").rows[2] == ("обновлено", "9:00")
    assert staff(sheet) == before


@pytest.mark.parametrize(("kind", "words"), [("503", "код 503"), ("429", "квота"), ("502", "502")])
def test_lasting_failure_is_told_by_cause(sheet: Shared, kind: str, words: str) -> None:
    sheet.emulator.fail(kind, times=1000)
    with pytest.raises(WorkbookError, match=words):
        sheet.open().read("План")


def test_write_that_keeps_failing_is_never_sent_more_than_twice(sheet: Shared) -> None:
    sheet.emulator.fail("503_after", WRITE, times=2)
    sheet.emulator.fail("reset", WRITE, times=1000)
    run(sheet)
    assert sum(WRITE in logged.line for logged in sheet.emulator.log) == 1


def test_at_the_quota_the_client_waits_for_the_next_minute(sheet: Shared) -> None:
    sheet.emulator.quota.limits = {"Read": 4, "Write": 2}
    for number in range(8):
        run(sheet, tab_of([f"раз {number}"]))
    assert max(sheet.emulator.quota.refused.values()) == 1


@pytest.mark.parametrize("seed", range(SEEDS))
def test_failures_at_random_never_leave_a_tab_half_written(sheet: Shared, seed: int) -> None:
    chance = random.Random(seed)
    before = staff(sheet)
    for number in range(3):
        for kind in chance.choices(FAULTS[:-1], k=chance.randrange(4)):
            sheet.emulator.fail(kind, times=chance.choice([1, 1, 2, 50]), skip=chance.randrange(3))
        with suppress(WorkbookError):
            run(sheet, tab_of([f"раз {number}"], ["Всего", number]))
        sheet.emulator.faults.clear()
        assert_whole(sheet)
    run(sheet)
    assert staff(sheet) == before
    assert sheet.titles() == ["План", "Заметки", "Сводка"]


def assert_whole(sheet: Shared) -> None:
    """Our tab is not there, or is what one of the runs meant it to be."""
    if "Сводка" in sheet.titles():
        (first, _), (_, number) = sheet.open().read("Сводка").rows
        assert first == f"раз {number}"


def test_sheet_that_is_not_shared_names_the_address_to_share_it_with(sheet: Shared) -> None:
    sheet.emulator.world.files[sheet.id].access = "none"
    with pytest.raises(WorkbookError, match=r"robot@example\.org"):
        sheet.open().read("План")


def test_unknown_sheet_is_an_error(sheet: Shared) -> None:
    del sheet.emulator.world.files[sheet.id]
    with pytest.raises(WorkbookMissing, match="адрес"):
        sheet.open().read("План")


def test_failed_check_of_one_request_leaves_the_whole_batch_unapplied(sheet: Shared) -> None:
    run(sheet)
    before = sheet.emulator.world.book(sheet.id)
    sheet.emulator.fail("503", WRITE, times=5)
    with pytest.raises(WorkbookError):
        run(sheet, LATER)
    assert sheet.emulator.world.book(sheet.id) == before
