"""A rendered letter as the bytes of an Internet message (RFC 5322, MIME), the same every time."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, parseaddr

from sheetsync.mail.render import Rendered

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """From whom, to whom, when. `sender` is "Name <address>", `reply_to` and `to` are addresses.

    `key` is what makes the letter this one and no other: its kind, day and address. `sent` knows
    its zone.
    """

    sender: str
    reply_to: str
    to: str
    key: str
    sent: datetime


def build_message(rendered: Rendered, envelope: Envelope) -> bytes:
    """The message with CRLF line ends; boundary, id and date follow from the arguments alone.

    Text and HTML are base64, so that no server refuses or breaks a long line. Headers are folded
    by email.header.Header, because EmailMessage loses spaces between Cyrillic words.
    """
    digest = hashlib.sha256(envelope.key.encode()).hexdigest()[:24]
    message = MIMEMultipart("alternative", boundary=f"=_{digest}")
    message["From"] = _mailbox("From", envelope.sender)
    message["To"] = envelope.to
    message["Reply-To"] = envelope.reply_to
    message["Subject"] = Header(_line(rendered.subject), "utf-8", header_name="Subject").encode()
    message["Date"] = format_datetime(envelope.sent)
    domain = parseaddr(envelope.sender)[1].rpartition("@")[2]
    message["Message-ID"] = f"<digest.{digest}@{domain}>"
    # RFC 3834: no out-of-office answers to a program.
    message["Auto-Submitted"] = "auto-generated"
    message.attach(MIMEText(rendered.text, "plain", "utf-8"))
    message.attach(MIMEText(rendered.html, "html", "utf-8"))
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))


def _mailbox(header: str, value: str) -> str:
    """The name of "Name <address>" as encoded words, the address outside of them."""
    name, address = parseaddr(value)
    encoded = Header(header_name=header)
    if name:
        encoded.append(_line(name), "utf-8")
    encoded.append(f"<{address}>", "us-ascii")
    return encoded.encode()


def _line(value: str) -> str:
    """One line: a line break from a cell would end the header and begin another."""
    return _BLANKS.sub(" ", value).strip()
