"""A mail server on loopback that keeps what it takes, and fails as it is told to."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes
from enum import Enum

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.mail.post_server import HeldController


class Fault(Enum):
    """How the server treats one letter."""

    LATER_BY_ADDRESS = "451 try later"
    NEVER_BY_ADDRESS = "550 no such mailbox"
    LATER_BY_TEXT = "452 mailbox full"
    NEVER_BY_TEXT = "554 not wanted"
    TAKEN_THEN_GONE = "taken, and the connection gone before the answer"
    GONE_UNTAKEN = "the connection gone after the final dot, and nothing taken"


_BY_ADDRESS = (Fault.LATER_BY_ADDRESS, Fault.NEVER_BY_ADDRESS)
_BY_TEXT = (Fault.LATER_BY_TEXT, Fault.NEVER_BY_TEXT)


@dataclass(frozen=True, slots=True)
class Delivered:
    """One message that reached a mailbox, on the day that the letter itself bears."""

    day: date
    to: str
    id: str


@dataclass
class PostOffice:
    """`faults` by day and address happen once each; `today` is set by who runs the job."""

    today: date = date.min
    faults: dict[tuple[date, str], Fault] = field(default_factory=dict)
    delivered: list[Delivered] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd sets the names
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        if self.faults.get((self.today, address)) in _BY_ADDRESS:
            return self._meet(address).value
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd sets the names
        self,
        server: SMTP,
        session: Session,  # noqa: ARG002
        envelope: Envelope,
    ) -> str:
        to = envelope.rcpt_tos[0]
        fault = self._meet(to) if (self.today, to) in self.faults else None
        if fault in _BY_TEXT:
            return fault.value
        if fault is not Fault.GONE_UNTAKEN:
            assert isinstance(envelope.content, bytes)
            message = message_from_bytes(envelope.content)
            self.delivered.append(Delivered(self.today, to, message["Message-ID"]))
        if fault:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"

    def _meet(self, to: str) -> Fault:
        return self.faults.pop((self.today, to))


@contextmanager
def open_office() -> Iterator[tuple[PostOffice, int]]:
    """A post office and its port; it is closed at the end."""
    office = PostOffice()
    with socket.create_server(("127.0.0.1", 0)) as held:
        server = HeldController(office, held)
        server.start()
        try:
            yield office, server.port
        finally:
            server.stop()
