"""Last year's plan is no longer run after January, so that two plans do not go on side by side."""

import json

import pytest

from tests.daily.conftest import Plan

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
    before = sorted(lived.folder.rglob("*")), (lived.folder / "plan.xlsx").read_bytes()
    result = lived.run(OVER, *options)
    assert (result.exit_code, result.stdout) == (0, "")
    (line,) = result.stderr.splitlines()
    assert "План 2021 года закончен: после 31 января 2022 г." in line
    assert f"rollover -C {lived.folder} --year 2022" in line
    assert (sorted(lived.folder.rglob("*")), (lived.folder / "plan.xlsx").read_bytes()) == before


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
