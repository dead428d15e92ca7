"""A rendered letter as an Internet message (RFC 5322, MIME), its days as a calendar (RFC 5545).

Both are the same bytes every time.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from email.charset import BASE64, SHORTEST, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, parseaddr

from sheetsync.mail.render import Rendered
from sheetsync.model import CalendarEvent
from sheetsync.model.frozen import frozen

# How "utf-8" is encoded is the process's own setting, and other libraries change it: apprise does.
_UTF_8 = Charset("utf-8")
_UTF_8.header_encoding, _UTF_8.body_encoding = SHORTEST, BASE64
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@frozen
class Addressing:
    """From whom, to whom, when, and what sort of letter it is.

    `sender` is "Name <address>". The letter is for `address`; `recipient`, `name` are the mailbox
    it goes to and whose that is, which in a trial is another one. `scope` and `kind` are the
    ledger's, `plan` is the plan's token, so that two plans of one title send different letters.
    `sent` knows its zone. Addresses are ASCII.
    """

    sender: str
    reply_to: str
    recipient: str
    address: str
    kind: str
    plan: str
    year: int
    sent: datetime
    name: str = ""
    scope: str = ""

    @property
    def message_id(self) -> str:
        """The same for the same kind, day and address; no other letter bears it."""
        return f"<{self.kind}.{self.sent:%Y%m%d}.{self.fingerprint[:16]}@{self._domain}>"

    @property
    def thread(self) -> str:
        """What all letters of a year to one address refer to: mail programs put them together."""
        key = f"{self.plan} {self.year} {self.scope} {self.address}"
        return f"<plan.{self.year}.{_hash(key)[:16]}@{self._domain}>"

    @property
    def fingerprint(self) -> str:
        """A hash, in hexadecimal, of what makes the letter this one and no other."""
        day = f"{self.sent:%Y-%m-%d}"
        return _hash(f"{self.plan} {self.year} {self.kind} {day} {self.scope} {self.address}")

    def uid(self, key: str) -> str:
        """By which calendars know an event of the plan in all letters to the address."""
        named = f"{self.plan} {self.year} {self.scope} {self.address} {key}"
        return f"{_hash(named)[:32]}@{self._domain}"

    @property
    def list_id(self) -> str:
        """By which mail programs can filter all letters of the plan (RFC 2919)."""
        return f"<plan-{self.year}.{self._domain}>"

    @property
    def _domain(self) -> str:
        return parseaddr(_one_line(self.sender))[1].rpartition("@")[2]


def build_message(
    rendered: Rendered, addressing: Addressing, *, calendars: Sequence[bytes] = ()
) -> bytes:
    """The message with CRLF line ends; boundary, id and date follow from the arguments alone.

    `calendars` are files that go along with it. Text and HTML are base64, so that no server refuses
    or breaks a long line. Headers are folded by email.header.Header, because EmailMessage loses
    spaces between Cyrillic words.
    """
    body = MIMEMultipart("alternative", boundary=f"=_{addressing.fingerprint[:24]}")
    body.attach(_text_part(rendered.text, "plain"))
    body.attach(_text_part(rendered.html, "html"))
    message = body
    if calendars:
        message = MIMEMultipart("mixed", boundary=f"=_{addressing.fingerprint[24:48]}")
        for part in (body, *map(_calendar_part, calendars)):
            message.attach(part)
    for name, value in _headers(rendered, addressing).items():
        message[name] = value
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))


def _text_part(text: str, kind: str) -> MIMEText:
    return MIMEText(text, kind, _UTF_8)  # type: ignore[arg-type]  # it takes a Charset, too


def _calendar_part(calendar: bytes) -> MIMEText:
    part = _text_part(calendar.decode(), "calendar")
    part.set_param("method", "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename="deadlines.ics")
    return part


def _headers(rendered: Rendered, addressing: Addressing) -> dict[str, str]:
    return {
        "From": _named_address("From", *parseaddr(_one_line(addressing.sender))),
        "To": _named_address("To", addressing.name, addressing.recipient),
        "Reply-To": addressing.reply_to,
        "Subject": _encoded("Subject", rendered.subject).encode(),
        "Date": format_datetime(addressing.sent),
        "Message-ID": addressing.message_id,
        "In-Reply-To": addressing.thread,
        "References": addressing.thread,
        "List-Id": addressing.list_id,
        # RFC 2369; by mail, because there is no web server that could take a click.
        "List-Unsubscribe": f"<mailto:{addressing.reply_to}?subject=unsubscribe>",
        # No out-of-office answers to a program: RFC 3834, and Exchange's own way to say it.
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _named_address(header: str, name: str, address: str) -> str:
    """The name as encoded words, the address outside of them."""
    encoded = _encoded(header, name)
    encoded.append(f"<{address}>" if name else address, "us-ascii")
    return encoded.encode()


def _encoded(header: str, text: str) -> Header:
    """The text as encoded words, of 75 characters at most each (RFC 2047, 2)."""
    return Header(_one_line(text) or None, _UTF_8, maxlinelen=75, header_name=header)


def _one_line(value: str) -> str:
    """One line: a line break from a cell would end the header and begin another."""
    return _BLANKS.sub(" ", value).strip()


def as_calendar(events: Sequence[CalendarEvent], addressing: Addressing) -> bytes:
    """The events as a file that calendars take; a later letter's replace those of an earlier one.

    Days are whole ones without a zone. Calendars know an event by its UID and believe the one with
    the highest SEQUENCE (RFC 5546, 2.1.5): here that is the letter's day.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//sheetsync//plan//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    day = addressing.sent.date()
    for event in events:
        entry = icalendar.Event()
        entry.add("uid", addressing.uid(event.key))
        entry.add("dtstamp", datetime.combine(day, time(), tzinfo=UTC))
        entry.add("sequence", day.toordinal())
        entry.add("dtstart", event.day)
        entry.add("dtend", event.day + timedelta(days=1))  # the first day after it
        entry.add("summary", event.title)
        entry.add("description", event.words)
        entry.add("transp", "TRANSPARENT")  # nobody is busy because of a deadline
        entry.add("status", "CANCELLED" if event.called_off else "CONFIRMED")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
