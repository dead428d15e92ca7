"""A server that refuses us, not our readers: said once, and the letters wait."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.daily.conftest import Plan
from tests.mail.post_server import At, PostServer, open_server

DAY = "2021-05-11"
NOT_OWNED = "553 5.7.1 <plan@example.org>: Sender address rejected: not owned by auth user"
LIMIT = "550 5.4.5 Daily user sending limit exceeded"
RELAY = "554 5.7.1 Relay access denied"


@pytest.fixture
def server() -> Iterator[PostServer]:
    with open_server() as opened:
        yield opened


@pytest.fixture
def served(plan: Plan, server: PostServer) -> Plan:
    """The sample plan, whose letters go through that server."""
    plan.set("mail", 'server = "127.0.0.1"', f"port = {server.port}", 'security = "plain"')
    return plan


def states(result: Any) -> list[str]:
    return [letter["state"] for letter in json.loads(result.stdout)["ledger"]]


@pytest.mark.parametrize("at", [At.MAIL, At.RCPT, At.DOT])
def test_a_sender_that_is_not_ours_is_told_once_and_the_letters_wait(
    served: Plan, server: PostServer, at: At
) -> None:
    server.fails(at, *[NOT_OWNED] * 9)
    result = served.run(DAY, "--json")
    assert result.exit_code == 6
    (line,) = result.stderr.splitlines()
    assert "[mail] sender" in line
    assert "553 5.7.1" in line
    assert "Писем ждёт: 4" in line
    assert states(result) == ["deferred", "pending", "pending", "pending"]
    assert len(server.script[at]) == 8


def test_once_the_sender_is_mended_all_letters_go(served: Plan, server: PostServer) -> None:
    server.fails(At.MAIL, NOT_OWNED)
    served.run(DAY)
    result = served.run(DAY, "--json")
    assert (result.exit_code, states(result)) == (0, ["sent"] * 4)


@pytest.mark.parametrize("at", [At.MAIL, At.RCPT, At.DOT])
def test_after_the_limit_of_the_day_no_letter_is_tried_until_the_next(
    served: Plan, server: PostServer, at: At
) -> None:
    server.fails(at, "", *[LIMIT] * 9)
    result = served.run(DAY, "--json")
    assert (result.exit_code, len(result.stderr.splitlines())) == (6, 1)
    assert states(result) == ["sent", "deferred", "pending", "pending"]
    for again in (served.run(DAY, "--json"), served.call("outbox retry", "--today", DAY)):
        assert (again.exit_code, again.stderr.count("\n")) == (6, 1)
        assert "ждут завтра: 3" in again.stderr
    assert len(server.script[at]) == 8
    server.script.clear()
    report = json.loads(served.run("2021-05-12", "--json").stdout)
    letters = [(each["kind"], each["state"]) for each in report["letters"]]
    assert letters.count(("introductory", "sent")) == 3


def test_what_did_not_go_is_one_line_the_next_day(served: Plan, server: PostServer) -> None:
    server.fails(At.MAIL, *[LIMIT] * 9)
    served.run(DAY)
    result = served.run("2021-05-12")
    assert len(result.stderr.splitlines()) == 2
    assert "Не ушло в свой день писем: 4" in result.stderr


def test_a_login_that_no_letter_goes_with_is_believed_of_three(
    served: Plan, server: PostServer
) -> None:
    server.fails(At.RCPT, *[RELAY] * 9)
    result = served.run(DAY, "--json")
    assert states(result) == ["deferred"] * 3 + ["pending"]
    (line,) = result.stderr.splitlines()
    assert "[mail] login" in line


def test_an_addressee_that_one_may_not_relay_to_stops_no_other(
    served: Plan, server: PostServer
) -> None:
    server.fails(At.RCPT, RELAY)
    result = served.run(DAY, "--json")
    assert states(result) == ["deferred", "sent", "sent", "sent"]
    assert len(result.stderr.splitlines()) == 1


def test_the_coordinator_s_letter_goes_before_all_others(served: Plan, server: PostServer) -> None:
    server.fails(At.DOT, "550 no such mailbox")
    served.run("2021-05-25")
    served.run("2021-06-01")
    readers = [letter.to for letter in server.taken[3:]]
    assert readers[0] == "coordinator@example.org"
    assert len(readers) > 1
