"""The month's last days as letters of real runs carry them to the reader's calendar."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest

from tests.cli.conftest import Call
from tests.cli.small_plan import rewrite, small_plan

ROWS = (
    ("1", "Форум", "до 22 апреля", "УМЦ", ""),
    ("2", "Слёт", "до 29 апреля", "УМЦ", ""),
    ("3", "Смотр", "до 30 апреля", "УМЦ", ""),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = small_plan(tmp_path / "plan", *ROWS)
    settings = found / "sheetsync.toml"
    settings.write_text(settings.read_text("utf-8") + "[digest]\ncalendar = true\n", "utf-8")
    return found


def events(folder: Path, day: str) -> dict[str, icalendar.Component]:
    """What the calendar of the day's letter holds, by number."""
    (path,) = folder.glob(f"outbox/new/{day}*umc@*")
    message = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
    found = icalendar.Calendar()
    for part in message.iter_attachments():
        found = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    return {str(event["summary"]).split()[3]: event for event in found.walk("VEVENT")}


def test_a_calendar_follows_the_plan_from_letter_to_letter(folder: Path, call: Call) -> None:
    for day in ("2021-03-15", "2021-04-01"):
        call("run", "-C", folder, "--today", day)
    first = events(folder, "2021-04-01")
    assert {n: f"{e['dtstart'].dt:%d.%m}" for n, e in first.items()} == {
        "1": "22.04",
        "2": "29.04",
        "3": "30.04",
    }
    rewrite(folder, "C", ["до 22 апреля", "до 27 апреля"])
    rewrite(folder, "E", ["выполнено 10 апреля"])
    call("run", "-C", folder, "--today", "2021-04-12")
    second = events(folder, "2021-04-12")
    assert {n: str(e["status"]) for n, e in second.items()} == {"1": "CANCELLED", "2": "CONFIRMED"}
    assert f"{second['2']['dtstart'].dt:%d.%m}" == "27.04"
    for number, event in second.items():
        assert event["uid"] == first[number]["uid"]
        assert event["sequence"] > first[number]["sequence"]


def test_what_is_taken_out_of_the_plan_leaves_the_calendar(folder: Path, call: Call) -> None:
    for day in ("2021-03-15", "2021-04-01"):
        call("run", "-C", folder, "--today", day)
    first = events(folder, "2021-04-01")
    # A row's words go, and with them the measure; the others stay where they are.
    for column in "ABCD":
        rewrite(folder, column, [None], first=3)
    letters: set[Path] = set()
    for day in range(12, 18):
        call("run", "-C", folder, "--today", f"2021-04-{day}")
        letters = set(folder.glob("outbox/new/2021-04-1[2-7]*umc@*"))
        if letters:
            break
    (letter,) = letters
    gone = events(folder, letter.name[:10])["2"]
    assert (str(gone["status"]), gone["uid"]) == ("CANCELLED", first["2"]["uid"])
    assert str(gone["summary"]) == "Последний день: п. 2 Слёт"
