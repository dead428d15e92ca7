"""A plan of more than 20,000 rows in a shared Google Sheet: two reads that must agree."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.sheets_emulator import Emulator, people, running
from tests.sheets_emulator.request import Request, Response
from tests.workbooks.books import Rows, tab_of
from tests.workbooks.sheets import ROWS, Shared, shared_sheet, struck

TAB, LATER = (tab_of(["обновлено", at]) for at in ("9:00", "10:00"))
NOW = 555


class Restless(Emulator):
    """With a clock on a tab of its own: a cell that is another one at every request."""

    book = ""

    def handle(self, request: Request) -> tuple[Response, str]:
        if self.book:
            self.edit(self.book, people.paste(NOW, 0, 0, [[len(self.log)]]))
        return super().handle(request)


@pytest.fixture(scope="module")
def restless() -> Iterator[tuple[Restless, str]]:
    emulator = Restless(locale="ru_RU")
    with running(emulator) as base:
        yield emulator, base


@pytest.fixture
def google(restless: tuple[Restless, str]) -> tuple[Restless, str]:
    restless[0].book = ""
    restless[0].reset()
    return restless


def run(sheet: Shared) -> int:
    """A daily run; how many requests it took."""
    workbook = sheet.open()
    grid = workbook.read("План")
    workbook.write([LATER if sheet.places.get("summary") else TAB], plan_tab=grid.title)
    return workbook.traffic.requests


def clock(sheet: Shared, *cells: tuple[int, int]) -> None:
    """Let cells of the plan show what time it is."""
    formula = {"userEnteredValue": {"formulaValue": "='Сейчас'!A1"}}
    requests = [*people.add_tab("Сейчас", NOW)]
    for row, column in cells:
        start = {"sheetId": 100, "rowIndex": row, "columnIndex": column}
        body = {"start": start, "rows": [{"values": [formula]}], "fields": "userEnteredValue"}
        requests.append({"updateCells": body})
    sheet.emulator.edit(sheet.id, requests)
    assert isinstance(sheet.emulator, Restless)
    sheet.emulator.book = sheet.id


@pytest.fixture
def large(google: tuple[Restless, str]) -> Shared:
    """A plan of 20,001 rows, some of them dates."""
    emulator, base = google
    rows: Rows = [["№", "Срок"], [1, date(2021, 4, 30)], [2, "до 5 мая"], [3, 44_000]]
    sheet = shared_sheet(emulator, base, {"План": rows})
    more = {"sheetId": 100, "dimension": "ROWS", "length": 20_001 - ROWS}
    emulator.edit(sheet.id, [{"appendDimension": more}])
    return sheet


def test_dates_of_a_large_plan_are_dates_and_numbers_are_numbers(large: Shared) -> None:
    assert large.open().read("План").rows[1:] == (
        (1, date(2021, 4, 30)),
        (2, "до 5 мая"),
        (3, 44_000),
    )


def test_large_plan_takes_one_read_more(large: Shared) -> None:
    run(large)
    assert run(large) == 3


def test_nothing_is_told_of_struck_out_words_that_count(large: Shared) -> None:
    """Values come without formats; the one column whose formats are read says too little."""
    large.emulator.edit(large.id, struck(100, [[("№", True)]]))
    grid = large.open().read("План")
    assert (grid.rows[0], grid.left_out) == (("№", "Срок"), ())


def test_row_inserted_between_the_reads_of_a_large_plan_is_seen(large: Shared) -> None:
    run(large)
    large.emulator.edit_at(large.id, people.insert_rows(100, 1), match="GET", after=True)
    assert large.open().read("План").rows[2] == (1, date(2021, 4, 30))


def test_cell_that_changes_by_itself_is_no_reason_to_read_again(large: Shared) -> None:
    clock(large, (3, 2))
    run(large)
    assert run(large) == 3
    assert isinstance(large.open().read("План").rows[3][2], int)


def test_plan_that_changes_all_over_by_itself_is_read_in_the_end(large: Shared) -> None:
    texts = [[f"{number}."] for number in range(1, 151)]
    large.emulator.edit(large.id, people.paste(100, 1, 0, texts))
    clock(large, *((row, 1) for row in range(1, 151)))
    run(large)
    assert large.open().read("План").rows[150][0] == "150."
