"""Many runs while people edit and the network fails: nothing lost, nothing misplaced."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sheetsync.errors import WorkbookError
from tests.sheets_emulator import Emulator, people
from tests.sheets_emulator.errors import ApiError
from tests.workbooks.books import Rows, tab_of
from tests.workbooks.sheets import Shared, shared_sheet

PLAN: dict[str, Rows] = {
    "План": [["№", "Мероприятие"], *[[n, f"мера {n}"] for n in range(1, 7)]],
    "Заметки": [["личное"]],
}
ROW = st.integers(0, 5)
EDITS = st.one_of(
    st.builds(people.insert_rows, st.just(100), ROW),
    st.builds(people.delete_rows, st.just(100), ROW),
    st.builds(people.move_rows, st.just(100), ROW, to=ROW),
    st.builds(people.sort, st.just(100), column=st.integers(0, 1), descending=st.booleans()),
    st.builds(people.paste, st.just(100), ROW, st.just(1), st.just([["=правка"], ["+7 900"]])),
    st.builds(people.rename, st.sampled_from([100, 101]), st.sampled_from(["План", "А1", "О'К"])),
    st.builds(people.move_tab, st.sampled_from([100, 101]), st.integers(0, 2)),
    st.builds(people.hide_tab, st.just(101)),
    st.builds(people.filter_rows, st.just(100)),
)
FAULTS = st.sampled_from(["429", "500", "502", "503_after", "reset", "reset_after"])
MOMENTS = st.sampled_from(["GET", ":batchUpdate"])


class Chaos(RuleBasedStateMachine):
    """The sheet of the program, and a twin in which people do the same and nobody else anything."""

    world: tuple[Emulator, str]

    @initialize()
    def begin(self) -> None:
        emulator, base = self.world
        emulator.reset()
        self.sheet = shared_sheet(emulator, base, PLAN)
        self.twin = shared_sheet(emulator, base, PLAN)
        self.days = 0
        self.run()

    @rule(edit=EDITS, moment=MOMENTS, after=st.booleans())
    def people_edit_while_it_runs(self, edit: people.Requests, moment: str, after: bool) -> None:
        if self.possible(edit):
            self.sheet.emulator.edit_at(self.sheet.id, edit, match=moment, after=after)
            self.run()
            self.sheet.emulator.edits.clear()

    @rule(kind=FAULTS, skip=st.integers(0, 2), times=st.sampled_from([1, 2, 60]))
    def network_fails_while_it_runs(self, kind: str, skip: int, times: int) -> None:
        self.sheet.emulator.fail(kind, f"/v4/spreadsheets/{self.sheet.id}", times=times, skip=skip)
        with suppress(WorkbookError):
            self.run()
        self.sheet.emulator.faults.clear()

    @rule()
    def people_delete_our_tab(self) -> None:
        ours = self.sheet.places["summary"].sheet_id
        with suppress(ApiError):
            self.sheet.emulator.edit(self.sheet.id, people.delete_tab(ours))

    @invariant()
    def staff_find_what_they_did(self) -> None:
        if hasattr(self, "twin"):
            assert cells(self.sheet) == cells(self.twin)

    @rule()
    def next_run_is_consistent(self) -> None:
        self.run()
        place = self.sheet.places["summary"]
        assert self.sheet.open().read(place.title).rows == (("день", self.days),)

    def possible(self, edit: people.Requests) -> bool:
        """People do it in the twin at once; what they cannot do there is not tried."""
        try:
            self.twin.emulator.edit(self.twin.id, edit)
        except ApiError:
            return False
        return True

    def run(self) -> None:
        self.days += 1
        workbook = self.sheet.open()
        grid = workbook.read("План")
        workbook.write([tab_of(["день", self.days])], plan_tab=grid.title)


def cells(sheet: Shared) -> list[Any]:
    """Everything of staff's tabs, by their ids."""
    book = sheet.emulator.world.book(sheet.id)
    tabs = [one for one in book.sheets if one.id in (100, 101)]
    return [(one.id, one.title, one.lines, one.merges, one.filter) for one in tabs]


@pytest.fixture
def machine(google: tuple[Emulator, str]) -> Any:
    Chaos.world = google
    return Chaos.TestCase


@pytest.mark.long
def test_no_edit_is_lost_and_no_value_misplaced_over_many_runs(machine: Any) -> None:
    machine.settings = settings(
        max_examples=15,
        stateful_step_count=12,
        suppress_health_check=[*HealthCheck],
    )
    machine().runTest()
