"""What the coordinator reads of letters that did not arrive is so, letter by letter."""

from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

from sheetsync.state.store import open_store
from tests.daily.conftest import Plan
from tests.mail.post_server import At, Fault, PostServer, open_server
from tests.state.rows import Once

COORDINATOR = "coordinator@example.org"


@pytest.fixture
def server() -> Iterator[PostServer]:
    with open_server() as opened:
        yield opened


@pytest.fixture
def served(plan: Plan, server: PostServer) -> Plan:
    """The sample plan, whose letters go through that server."""
    plan.set(
        "mail", 'server = "127.0.0.1"', f"port = {server.port}", 'security = "plain"', "timeout = 1"
    )
    return plan


def read_by_coordinator(server: PostServer) -> str:
    """The text of the newest letter to the coordinator."""
    newest = [letter for letter in server.taken if letter.to == COORDINATOR][-1]
    (plain, *_) = message_from_bytes(newest.content).get_payload()
    payload = plain.get_payload(decode=True)  # type: ignore[union-attr]
    assert isinstance(payload, bytes)
    return " ".join(payload.decode().split())


def missing(folder: Path, day: str) -> set[tuple[str, str]]:
    """Whom the coordinator's letter of that day names as not reached, and why."""
    with open_store(folder / "sheetsync.db") as store:
        told = Once(store).filed("plan", scope="")
    return {
        (notification.what.rpartition(" ")[2], notification.stage)
        for letter in told
        if (str(letter.day), letter.address) == (day, COORDINATOR)
        for notification in letter.notifications
        if notification.stage in {"expired", "rejected", "unknown"}
    }


def test_a_limit_of_one_letter_a_day_names_each_reader_once(
    served: Plan, server: PostServer
) -> None:
    served.set("mail", "daily_limit = 1")
    for day in ("2021-05-11", "2021-05-12", "2021-05-13"):
        served.run(day)
    assert missing(served.folder, "2021-05-12") == {
        (f"{name}@example.org", "expired") for name in ("org", "specialists", "umc")
    }
    words = read_by_coordinator(server)
    assert "письмо не ушло в свой день" in words
    assert "неизвестно" not in words


def test_what_went_later_is_not_missing_any_more(served: Plan, server: PostServer) -> None:
    server.fails(At.MAIL, *["550 5.4.5 Daily user sending limit exceeded"] * 9)
    served.run("2021-05-11")
    server.script.clear()
    served.run("2021-05-12")
    served.run("2021-05-31")
    assert len(missing(served.folder, "2021-05-12")) == 4
    assert missing(served.folder, "2021-05-31") == set()


def test_a_refused_mailbox_is_asked_about(served: Plan, server: PostServer) -> None:
    server.fails(At.RCPT, "550 5.1.1 User unknown")
    served.run("2021-05-11")
    served.run("2021-05-12")
    words = read_by_coordinator(server)
    assert "550 5.1.1 User unknown. Проверьте, пожалуйста, адрес в departments.toml." in words


def test_of_a_full_mailbox_nobody_is_told_to_check_the_address(
    served: Plan, server: PostServer
) -> None:
    server.fails(At.RCPT, "552 5.2.2 Mailbox full", "550 5.1.1 User unknown")
    served.run("2021-05-11")
    served.run("2021-05-12")
    words = read_by_coordinator(server)
    assert ": в ящике нет места. Попросите освободить его." in words
    assert words.count("Проверьте, пожалуйста, адрес в departments.toml.") == 1


def test_a_letter_in_doubt_is_called_so(served: Plan, server: PostServer) -> None:
    server.fails(At.DOT, Fault.TAKEN_GONE)
    served.run("2021-05-11")
    served.run("2021-05-12")
    assert {state for _, state in missing(served.folder, "2021-05-12")} == {"unknown"}
    words = read_by_coordinator(server)
    assert "info@example.org: неизвестно, дошло ли письмо" in words
    assert "onnection" not in words


def test_mailboxes_that_refuse_share_a_line(served: Plan, server: PostServer) -> None:
    server.fails(At.RCPT, "550 5.1.1 <a> unknown", "550 5.1.1 <b> unknown")
    served.run("2021-05-11")
    served.run("2021-05-12")
    words = read_by_coordinator(server)
    assert words.count("Проверьте, пожалуйста, адреса в departments.toml.") == 1
    assert "сервер не принял" in words
