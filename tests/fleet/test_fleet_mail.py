"""Letters of all plans through one mail account, at a real server on loopback."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.daily.post_office import Fault, PostOffice, open_office
from tests.fleet.conftest import DAY, Call, run, workbook_plan
from tests.fleet.lab import make_fleet

ADDRESSES = {"coordinator@example.org", "kadry@example.org", "umc@example.org"}


@pytest.fixture
def office() -> Iterator[tuple[PostOffice, int]]:
    with open_office() as found:
        found[0].today = date.fromisoformat(DAY)
        yield found


@pytest.fixture
def mailed(tmp_path: Path, office: tuple[PostOffice, int]) -> Path:
    """Three plans whose letters go through that server."""
    server = f'server = "127.0.0.1"\nport = {office[1]}\nsecurity = "plain"'
    folder = make_fleet(tmp_path / "fleet", mail=server)
    for name in ("Юг", "Север", "Запад"):
        workbook_plan(folder, name)
    return folder


def limit(fleet: Path, letters: int) -> None:
    file = fleet / "fleet.toml"
    text = file.read_text("utf-8").replace(
        "[inherit.mail]", f"[inherit.mail]\ndaily_limit={letters}"
    )
    file.write_text(text, encoding="utf-8")


def test_one_letter_an_address_arrives(
    call: Call, mailed: Path, office: tuple[PostOffice, int]
) -> None:
    found = run(call, mailed)
    assert found["code"] == 0, found["err"]
    assert Counter(each.to for each in office[0].delivered) == Counter(ADDRESSES)
    assert {letter["state"] for letter in found["letters"]} == {"sent"}


def test_the_limit_of_a_sender_holds_over_all_plans(
    call: Call, mailed: Path, office: tuple[PostOffice, int]
) -> None:
    limit(mailed, 2)
    found = run(call, mailed)
    assert found["code"] == 6
    assert len(office[0].delivered) == 2
    again = run(call, mailed)
    assert again["code"] == 6
    assert len(office[0].delivered) == 2


def test_what_the_server_puts_off_goes_with_the_next_run(
    call: Call, mailed: Path, office: tuple[PostOffice, int]
) -> None:
    day = date.fromisoformat(DAY)
    office[0].faults[day, "umc@example.org"] = Fault.LATER_BY_ADDRESS
    found = run(call, mailed)
    assert {each["address"]: each["state"] for each in found["letters"]} == {
        **dict.fromkeys(ADDRESSES, "sent"),
        "umc@example.org": "deferred",
    }
    assert run(call, mailed)["code"] == 0
    assert Counter(each.to for each in office[0].delivered) == Counter(ADDRESSES)


def test_a_letter_in_doubt_is_never_sent_again(
    call: Call, mailed: Path, office: tuple[PostOffice, int]
) -> None:
    day = date.fromisoformat(DAY)
    office[0].faults[day, "umc@example.org"] = Fault.TAKEN_THEN_GONE
    found = run(call, mailed)
    assert found["code"] == 6
    states = {each["address"]: each["state"] for each in found["letters"]}
    assert states["umc@example.org"] == "unknown"
    run(call, mailed)
    assert Counter(each.to for each in office[0].delivered) == Counter(ADDRESSES)
