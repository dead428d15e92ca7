"""A daily limit spreads the letters to a large group over days, and nothing untrue is said."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.daily.conftest import Plan
from tests.daily.test_what_did_not_arrive import COORDINATOR, read_by_coordinator
from tests.mail.post_server import PostServer, open_server

MEMBERS, LIMIT = 80, 20
# The request goes on the first working day of July; 80 letters and the others' need five days.
DAYS = ("2021-07-01", "2021-07-02", "2021-07-05", "2021-07-06", "2021-07-07", "2021-07-08")


@pytest.fixture
def server() -> Iterator[PostServer]:
    with open_server() as opened:
        yield opened


@pytest.fixture
def crowded(plan: Plan, server: PostServer) -> Plan:
    """The sample plan with 80 members, behind a server that takes 20 letters a day."""
    plan.set(
        "mail",
        'server = "127.0.0.1"',
        f"port = {server.port}",
        'security = "plain"',
        f"daily_limit = {LIMIT}",
    )
    roster = plan.folder / "departments.toml"
    before, _, after = roster.read_text(encoding="utf-8").partition("members = [\n")
    rest = after[after.index("\n]") :]
    members = [
        f'  {{ name = "Организация № {n}", address = "member-{n:03}@example.org" }},'
        for n in range(MEMBERS)
    ]
    roster.write_text(before + "members = [\n" + "\n".join(members) + rest, encoding="utf-8")
    return plan


def test_what_goes_on_a_later_day_is_never_called_undelivered(
    crowded: Plan, server: PostServer
) -> None:
    for day in DAYS:
        before = len(server.taken)
        result = crowded.run(day)
        assert len(server.taken) - before <= LIMIT
        assert len(result.stderr.strip().splitlines()) <= 1
        if any(letter.to == COORDINATOR for letter in server.taken[before:]):
            words = read_by_coordinator(server)
            assert "Не доставлено" not in words.replace("Не доставлено писем: 0", "")
            assert "могли не дойти" not in words.lower()
            assert "неизвестно" not in words
    received = Counter(letter.to for letter in server.taken)
    assert {received[f"member-{n:03}@example.org"] for n in range(MEMBERS)} == {1}
