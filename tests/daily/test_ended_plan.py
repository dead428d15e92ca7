"""Last year's plan is no longer run after January, so that two plans do not go on side by side."""

import json
from pathlib import Path

import pytest

from tests.daily.conftest import Plan, letters_to, part_of, subject

LIVED, LAST, OVER = "2021-05-11", "2022-01-31", "2022-02-01"


@pytest.fixture
def lived(plan: Plan) -> Plan:
    """A plan that was run in its year."""
    plan.run(LIVED)
    return plan


def test_it_is_run_until_the_end_of_january(lived: Plan) -> None:
    result = lived.run(LAST, "-v")
    assert (result.exit_code, "План 2021: 24 пункта" in result.stdout) == (0, True)


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("-v",)])
def test_after_it_a_run_says_so_in_a_sentence_and_does_nothing(
    lived: Plan, options: tuple[str, ...]
) -> None:
    before = _tables(lived), (lived.folder / "plan.xlsx").read_bytes()
    result = lived.run(OVER, *options)
    assert (result.exit_code, result.stdout) == (0, "")
    (line,) = result.stderr.splitlines()
    assert "План 2021 года закончен: после 31 января 2022 г." in line
    assert f"rollover -C {lived.folder} --year 2022" in line
    assert (_tables(lived), (lived.folder / "plan.xlsx").read_bytes()) == before


def _tables(plan: Plan) -> list[Path]:
    return sorted(plan.folder.glob("*.xlsx"))


def test_only_the_coordinator_is_told_and_only_once(lived: Plan) -> None:
    before = len(lived.letters())
    lived.run(OVER, "--dry-run")
    assert len(lived.letters()) == before
    for day in (OVER, "2022-02-02", "2022-03-01"):
        lived.run(day)
    (new,) = letters_to(lived, "coordinator@example.org")[-1:]
    assert (len(lived.letters()) - before, subject(new)) == (1, "План 2021: план закончился")
    # A command that is torn between two lines cannot be pasted.
    assert "sheetsync rollover --year 2022" in part_of(new)


def test_for_programs_it_is_data(lived: Plan) -> None:
    assert list(json.loads(lived.run(OVER, "--json").stdout)) == ["ended"]


def test_no_letters_are_sent_of_it(lived: Plan) -> None:
    letters = len(lived.letters())
    result = lived.call("digest", "--send", "--today", OVER)
    assert (result.exit_code, "План 2021 года закончен" in result.stderr) == (0, True)
    assert len(lived.letters()) == letters


def test_it_goes_on_if_asked(lived: Plan) -> None:
    result = lived.run(OVER, "--accept", "-v")
    assert (result.exit_code, "План 2021: 24 пункта" in result.stdout) == (0, True)


def test_an_old_plan_may_be_tried_out(plan: Plan) -> None:
    for day in (OVER, "2022-02-02"):
        result = plan.run(day, "-v")
        assert (result.exit_code, "План 2021: 24 пункта" in result.stdout) == (0, True)


def test_a_monitor_is_not_told_of_a_late_run_for_ever(lived: Plan) -> None:
    assert lived.call("status", "--today", "2021-06-15").exit_code == 8
    result = lived.call("status", "--today", "2022-02-02")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "План закончен: после 31 января 2022 г." in result.stdout
    assert "schedule" in result.stdout
    found = json.loads(lived.call("status", "--today", "2022-02-02", "--json").stdout)
    assert (found["late"], found["next_due"], found["ended"]) == (False, None, LAST)


def test_none_are_foretold_of_it(lived: Plan) -> None:
    result = lived.call("simulate", "--from", OVER, "--to", "2022-02-10")
    assert (result.exit_code, "План 2021 года закончен" in result.stderr) == (0, True)
    days = ("--from", "2022-01-31", "--to", "2022-02-28", "--json")
    assert all(each["date"] < OVER for each in json.loads(lived.call("simulate", *days).stdout))
