"""A mailbox that refuses letters: named once, then left alone, and tried again in good time."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from sheetsync.state.store import open_store
from tests.daily.conftest import Plan
from tests.daily.post_office import Fault, PostOffice, open_office
from tests.state.rows import Once

DEAD, FIRST, LAST = "org@example.org", date(2021, 5, 11), date(2021, 12, 30)


@pytest.fixture
def served(plan: Plan) -> Iterator[tuple[Plan, PostOffice]]:
    """The sample plan, and a server to which that mailbox is unknown on every day."""
    with open_office() as (office, port):
        day = FIRST
        while day <= LAST:
            office.faults[day, DEAD] = Fault.NEVER_BY_ADDRESS
            day += timedelta(days=1)
        plan.set("mail", 'server = "127.0.0.1"', f"port = {port}", 'security = "plain"')
        yield plan, office


def run(served: tuple[Plan, PostOffice], day: str, *words: str) -> Any:
    plan, office = served
    office.today = date.fromisoformat(day)
    return plan.run(day, *words)


def replace_address(plan: Plan, old: str, new: str) -> None:
    roster = plan.folder / "departments.toml"
    roster.write_text(roster.read_text("utf-8").replace(old, new), "utf-8")


def to(result: Any, address: str) -> list[str]:
    return [each["state"] for each in json.loads(result.stdout)["letters"] if each["to"] == address]


def test_it_is_left_alone_for_a_week_and_what_it_misses_is_held(
    served: tuple[Plan, PostOffice],
) -> None:
    first = run(served, "2021-05-11", "--json")
    assert (first.exit_code, to(first, DEAD)) == (6, ["rejected"])
    for day in ("2021-05-12", "2021-05-13", "2021-05-17"):
        result = run(served, day, "--json")
        report = json.loads(result.stdout)
        assert to(result, DEAD) == []
        assert {hold["reason"] for hold in report["holds"] if hold["address"] == DEAD} == {
            "refused"
        }
        assert (report["resting"], result.exit_code) == ([DEAD], 0)
    assert to(run(served, "2021-05-18", "--json"), DEAD) == ["rejected"]


def test_after_three_refusals_it_is_left_alone_until_somebody_says_otherwise(
    served: tuple[Plan, PostOffice],
) -> None:
    plan, office = served
    # Twice in each of its weeks, then now and then.
    days = [FIRST + timedelta(days=n) for n in (*range(0, 28, 4), *range(30, 120, 15))]
    results = [run(served, str(day), "--json") for day in days]
    assert sum(to(each, DEAD) == ["rejected"] for each in results) == 3
    with open_store(plan.folder / "sheetsync.db") as store:
        told = Once(store).filed("plan", scope="")
    said = {notification for letter in told for notification in letter.notifications}
    assert sum(notification.stage == "rejected" for notification in said) == 3
    refused = json.loads(plan.call("outbox list", "--json").stdout)
    number = max(letter["id"] for letter in refused if letter["state"] == "rejected")
    office.faults.clear()
    day = str(days[-1])
    plan.call(f"outbox resolve {number}", "--mended", "--today", day)
    assert to(run(served, "2021-09-10", "--json"), DEAD) == ["sent"]


def test_another_address_in_the_roster_is_written_to_at_once(
    served: tuple[Plan, PostOffice],
) -> None:
    plan, _ = served
    run(served, "2021-05-11")
    replace_address(plan, DEAD, "new@example.org")
    assert to(run(served, "2021-05-12", "--json"), "new@example.org") == ["sent"]


def test_nobody_is_asked_to_check_an_address_that_was_replaced(
    served: tuple[Plan, PostOffice],
) -> None:
    """However it stands with the new one."""
    plan, _ = served
    run(served, "2021-05-11")
    replace_address(plan, DEAD, "new@example.org")
    run(served, "2021-05-12", "--json")
    with open_store(plan.folder / "sheetsync.db") as store:
        told = Once(store).filed("plan", scope="")
    assert not [one for letter in told for one in letter.notifications if one.stage == "rejected"]


def test_the_summary_names_it_for_as_long_as_it_is_left_alone(
    served: tuple[Plan, PostOffice],
) -> None:
    for day in ("2021-05-11", "2021-05-18", "2021-05-25"):
        run(served, day)
    shown = run(served, "2021-06-28", "-v")
    assert f"не пишем (ящик не принимает): {DEAD}" in shown.stdout
    assert shown.exit_code == 0


def test_only_a_refused_letter_can_be_called_mended(served: tuple[Plan, PostOffice]) -> None:
    plan, _ = served
    run(served, "2021-05-11")
    letters = json.loads(plan.call("outbox list", "--json", "--all").stdout)
    sent = next(letter["id"] for letter in letters if letter["state"] == "sent")
    result = plan.call(f"outbox resolve {sent}", "--mended", "--today", "2021-05-11")
    assert (result.exit_code, "решать нечего" in result.stderr) == (2, True)


def told(served: tuple[Plan, PostOffice]) -> list[tuple[str, str]]:
    """The days on which the coordinator was told that it gets nothing, and of which month."""
    plan, _ = served
    with open_store(plan.folder / "sheetsync.db") as store:
        letters = Once(store).filed("plan", scope="")
    found = (
        (str(letter.day), str(one.due))
        for letter in letters
        for one in letter.notifications
        if (one.stage, one.what) == ("resting", DEAD)
    )
    return list(found)


def test_the_coordinator_hears_that_it_gets_nothing_and_again_in_each_month(
    served: tuple[Plan, PostOffice],
) -> None:
    # Each day until it is told, and two more; then as a timer that now and then fails.
    for n in (*range(18), *range(20, 90, 9)):
        run(served, str(FIRST + timedelta(days=n)))
    found = told(served)
    assert found[0] == ("2021-05-26", "2021-05-01")
    assert {(day[:7], month) for day, month in found} == {
        (f"2021-0{month}", f"2021-0{month}-01") for month in range(5, 9)
    }
    plan, _ = served
    letters = json.loads(plan.call("outbox list", "--json", "--all").stdout)
    last = max(each["id"] for each in letters if each["state"] == "rejected")
    told_by_doctor = json.loads(plan.call("doctor", "--json").stdout)["checks"]
    (rests,) = [each["words"] for each in told_by_doctor if DEAD in each["words"]]
    assert f"{last} --mended" in rests
    roster = plan.folder / "departments.toml"
    roster.write_text(roster.read_text("utf-8").replace(DEAD, "new@example.org"), "utf-8")
    assert DEAD not in plan.call("doctor").stdout


def test_a_refusal_is_told_however_long_no_run_came(served: tuple[Plan, PostOffice]) -> None:
    run(served, "2021-05-11")
    run(served, "2021-06-15")
    plan, _ = served
    with open_store(plan.folder / "sheetsync.db") as store:
        letters = Once(store).filed("plan", scope="")
    late = [one for each in letters for one in each.notifications if str(each.day) > "2021-06"]
    assert "rejected" in {one.stage for one in late}
