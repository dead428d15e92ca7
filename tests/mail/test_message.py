"""The bytes of a letter: what was written is what is read, within the limits of the wire."""

from datetime import datetime
from email import message_from_bytes
from email.charset import BASE64, QP, SHORTEST, add_charset
from email.header import decode_header, make_header
from email.message import Message
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from sheetsync.mail.message import Addressing, build_message
from sheetsync.mail.render import Rendered

SENT = datetime(2021, 5, 11, 10, 2, tzinfo=ZoneInfo("Europe/Moscow"))
RENDERED = Rendered(subject="План 2021: просрочено 2", text="Текст\n", html="<p>Письмо</p>")


def addressing(
    sender: str = "План мероприятий <plan@example.org>", sent: datetime = SENT
) -> Addressing:
    return Addressing(
        sender=sender,
        reply_to="coordinator@example.org",
        recipient="org@example.org",
        name="Отдел организационной работы",
        address="org@example.org",
        kind="monthly",
        plan="План мероприятий",
        year=2021,
        sent=sent,
    )


def parsed(rendered: Rendered = RENDERED, **kwargs: str) -> Message:
    return message_from_bytes(build_message(rendered, addressing(**kwargs)))


def decoded(value: str) -> str:
    return str(make_header(decode_header(value)))


def test_the_same_letter_is_the_same_bytes() -> None:
    assert build_message(RENDERED, addressing()) == build_message(RENDERED, addressing())


def test_what_other_libraries_set_for_the_process_changes_no_letter() -> None:
    before = build_message(RENDERED, addressing())
    add_charset("utf-8", QP, QP, "utf-8")  # as apprise does when it is imported
    try:
        assert build_message(RENDERED, addressing()) == before
    finally:
        add_charset("utf-8", SHORTEST, BASE64, "utf-8")


def test_the_address_stands_outside_of_the_encoded_name() -> None:
    sender = parsed()["From"]
    assert sender.endswith("<plan@example.org>")
    assert decoded(sender) == "План мероприятий <plan@example.org>"


def test_text_comes_before_html() -> None:
    parts = parsed().get_payload()
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]  # type: ignore[union-attr]


def test_the_time_of_the_run_stays_in_its_zone() -> None:
    assert parsed()["Date"] == "Tue, 11 May 2021 10:02:00 +0300"


def test_programs_are_asked_not_to_answer() -> None:
    assert parsed()["Auto-Submitted"] == "auto-generated"


def test_a_line_break_in_a_subject_begins_no_header() -> None:
    message = parsed(Rendered(subject="План\r\nBcc: a@example.org", text="", html=""))
    assert message["Bcc"] is None
    assert decoded(message["Subject"]) == "План Bcc: a@example.org"


@given(st.lists(st.text("абвгёжй «»–№.,ABC 123", min_size=1, max_size=30), min_size=1, max_size=9))
def test_every_subject_is_read_as_it_was_written(words: list[str]) -> None:
    subject = " ".join(" ".join(words).split())
    wire = build_message(Rendered(subject=subject, text="", html=""), addressing())
    assert decoded(message_from_bytes(wire)["Subject"] or "") == subject
    assert all(len(line) <= 78 for line in wire.split(b"\r\n\r\n")[0].split(b"\r\n"))


def test_the_addressee_is_named_and_the_address_stands_outside_of_the_name() -> None:
    addressee = parsed()["To"]
    assert addressee.endswith("<org@example.org>")
    assert decoded(addressee) == "Отдел организационной работы <org@example.org>"


def test_letters_of_a_month_have_ids_of_their_own_and_one_thread() -> None:
    days = [addressing(sent=SENT.replace(day=day)) for day in range(1, 31)]
    assert len({each.message_id for each in days}) == 30
    assert len({each.thread for each in days}) == 1


def test_the_headers_say_what_the_letter_is_to_programs() -> None:
    message = parsed()
    assert message["List-Id"] == "<plan-2021.example.org>"
    assert message["List-Unsubscribe"] == "<mailto:coordinator@example.org?subject=unsubscribe>"
    assert message["References"] == message["In-Reply-To"] == addressing().thread
    assert message["X-Auto-Response-Suppress"] == "All"
