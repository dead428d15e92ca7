"""The calendar that goes along with a letter, as a calendar program reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import icalendar

from sheetsync.mail.message import as_calendar, build_message
from sheetsync.model import CalendarEvent
from tests.mail.test_message import RENDERED, SENT, addressing

EVENT = CalendarEvent(
    key="7 ",
    day=date(2021, 5, 31),
    title="Последний день: п. 5 Обновить банк данных резерва профсоюзных кадров",
    words="Обновить банк данных резерва профсоюзных кадров во всех членских организациях; и др.",
    called_off=False,
)


def read(*events: CalendarEvent, sent: datetime = SENT) -> list[icalendar.Component]:
    """The events as they come out of the letter's own bytes."""
    calendar = as_calendar(events, addressing(sent=sent))
    raw = build_message(RENDERED, addressing(sent=sent), calendars=(calendar,))
    message = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
    (attached,) = message.iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == (
        "text/calendar",
        "deadlines.ics",
    )
    found = icalendar.Calendar.from_ical(attached.get_payload(decode=True))
    assert (found["method"], found["version"]) == ("PUBLISH", "2.0")
    return list(found.walk("VEVENT"))


def test_a_day_is_a_whole_one_and_nobody_is_busy_on_it() -> None:
    (event,) = read(EVENT)
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2021, 5, 31), date(2021, 6, 1))
    assert (str(event["summary"]), str(event["description"])) == (EVENT.title, EVENT.words)
    assert (event["transp"], event["status"]) == ("TRANSPARENT", "CONFIRMED")
    assert event["dtstamp"].dt == datetime(2021, 5, 11, tzinfo=UTC)


def test_a_later_letter_takes_the_place_of_an_earlier_one() -> None:
    (first,) = read(EVENT)
    moved = replace(EVENT, day=date(2021, 6, 15), called_off=True)
    (second,) = read(moved, sent=SENT + timedelta(days=3))
    assert (first["uid"], first["sequence"] < second["sequence"]) == (second["uid"], True)
    assert second["status"] == "CANCELLED"
    (other,) = read(replace(EVENT, key="8 "))
    assert other["uid"] != first["uid"]


def test_lines_are_short_and_end_as_the_format_asks() -> None:
    raw = as_calendar((EVENT,), addressing())
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75  # octets: RFC 5545, 3.1
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_text_and_html_stay_what_mail_programs_show() -> None:
    raw = build_message(RENDERED, addressing(), calendars=(as_calendar((EVENT,), addressing()),))
    message = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
    shown = [message.get_body((kind,)) for kind in ("plain", "html")]
    assert [part and part.get_content() for part in shown] == [RENDERED.text, RENDERED.html]
    assert raw == build_message(
        RENDERED, addressing(), calendars=(as_calendar((EVENT,), addressing()),)
    )
