"""A plan that somebody threw into the bin of the Drive, where it is still read and written."""

import pytest

from tests.daily.conftest import Plan
from tests.workbooks.sheets import Shared

FIRST, TOO_EARLY, MONDAY, TUESDAY = "2021-05-04", "2021-05-10", "2021-05-24", "2021-05-25"
FILES = "GET /drive/v3/files"


@pytest.fixture
def asked(shared_plan: Plan, sheet: Shared) -> Plan:
    """The plan after its first day."""
    assert shared_plan.run(FIRST).exit_code == 0
    sheet.emulator.world.files[sheet.id].trashed = True
    return shared_plan


def questions(sheet: Shared) -> int:
    return sum(FILES in logged.line for logged in sheet.emulator.log)


def test_validate_tells_of_the_bin(asked: Plan, sheet: Shared) -> None:
    result = asked.call("validate", "--today", FIRST)
    assert (result.exit_code, "лежит в корзине Диска" in result.stderr) == (4, True)
    sheet.emulator.world.files[sheet.id].trashed = False
    assert asked.call("validate", "--today", FIRST).stderr == ""


def test_doctor_tells_of_the_bin(asked: Plan) -> None:
    result = asked.call("doctor")
    assert (result.exit_code, "лежит в корзине" in result.stdout) == (4, True)


def test_run_asks_on_a_monday_after_two_quiet_weeks(asked: Plan, sheet: Shared) -> None:
    assert asked.run(TOO_EARLY).exit_code == 0
    assert questions(sheet) == 0
    result = asked.run(MONDAY)
    assert (result.exit_code, "лежит в корзине Диска" in result.stderr) == (4, True)
    assert asked.run(TUESDAY).exit_code == 0
    assert questions(sheet) == 1


@pytest.mark.parametrize("kind", ["400", "401", "429"])
def test_drive_that_does_not_answer_is_no_news(asked: Plan, sheet: Shared, kind: str) -> None:
    sheet.emulator.fail(kind, FILES, times=1000)
    assert asked.call("validate", "--today", FIRST).stderr == ""
