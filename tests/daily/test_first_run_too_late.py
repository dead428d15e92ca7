"""A plan that was over before its first run: nobody is asked for what is long past."""

import json

import pytest

from tests.cli.small_plan import small_plan
from tests.daily.conftest import Plan, letters_to, part_of, subject

OVER, NEXT, LATER = "2022-02-02", "2022-02-03", "2022-02-07"
SAID = "План 2021 закончился 31 декабря 2021 г.: ответственным о нём не пишем."


def addressees(plan: Plan) -> list[str]:
    return [str(letter["To"]).rpartition("<")[2].rstrip(">") for letter in plan.letters()]


def test_only_the_coordinator_is_told_and_once(plan: Plan) -> None:
    plan.set("chair", 'address = "chair@example.org"', "sittings = [2022-02-04]")
    for day in (OVER, NEXT, LATER):
        result = plan.run(day, "-v")
        assert (result.exit_code, result.stderr.count(SAID)) == (0, 1)
    assert addressees(plan) == ["coordinator@example.org"]
    (letter,) = letters_to(plan, "coordinator@example.org")
    assert subject(letter) == "План 2021: план закончился"
    words = " ".join(part_of(letter).split())
    assert "Его последний день – 31 декабря 2021 г., поэтому письма о нём получаете только" in words


def test_its_letters_are_held_and_its_tabs_written(plan: Plan) -> None:
    found = json.loads(plan.run(OVER, "--json").stdout)
    assert {hold["reason"] for hold in found["holds"]} == {"too late"}
    assert found["workbook"]["changed"]


@pytest.mark.parametrize("words", [("run", "--dry-run"), ("digest",), ("digest", "--send")])
def test_it_is_said_beforehand_too(plan: Plan, words: tuple[str, ...]) -> None:
    result = plan.call(" ".join(words), "--today", OVER)
    assert (result.exit_code, result.stderr.count(SAID)) == (0, 1)
    assert "umc@example.org" not in result.stdout


def test_whoever_accepts_that_writes_to_all(plan: Plan) -> None:
    shown = plan.run(OVER, "--dry-run", "--accept")
    assert ("umc@example.org" in shown.stdout, shown.stderr) == (True, "")
    result = plan.run(OVER, "--accept")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "umc@example.org" in addressees(plan)


def test_once_a_slip_in_its_year_is_mended_it_is_as_any_other(plan: Plan) -> None:
    small_plan(plan.folder, ("1", "Провести слёт", "12 апреля", "УМЦ", ""))
    plan.run("2022-03-01")
    settings = plan.folder / "sheetsync.toml"
    settings.write_text(settings.read_text("utf-8").replace("2021", "2022"), "utf-8")
    for day in ("2022-03-02", "2022-03-03"):
        assert plan.run(day).stderr == ""
    assert sorted(addressees(plan)) == ["coordinator@example.org", "umc@example.org"]


def test_until_a_month_after_its_end_a_plan_may_begin(plan: Plan) -> None:
    assert plan.run("2022-01-31").stderr == ""
    assert "umc@example.org" in addressees(plan)
