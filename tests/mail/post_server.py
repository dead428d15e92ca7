"""A real mail server on loopback that keeps what it takes, and goes wrong where a script says."""

import asyncio
import socket
import ssl
import threading
from collections import defaultdict, deque
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from sheetsync.model import MailServer, Security

LOGIN, PASSWORD, SENDER = "plan", "app-password", "plan@example.org"


class At(Enum):
    """How far a letter has come."""

    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"  # the command
    TEXT = "in the text, before the final dot"
    DOT = "the final dot"


class Fault(Enum):
    """What goes wrong there without an answer; another fault is the answer itself, "451 later"."""

    GONE = "the connection is closed"
    SILENT = "no answer ever comes"
    TAKEN_GONE = "the letter is taken, and the connection closed before the answer"
    TAKEN_SILENT = "the letter is taken, and no answer ever comes"


@dataclass(frozen=True, slots=True)
class Taken:
    """A letter that the server delivers."""

    peer: object  # another one for each connection
    login: str  # "" where nobody logged in
    sender: str
    to: str
    content: bytes


@dataclass
class PostServer:
    """`script` holds by place what goes wrong there; a fault happens once, "" lets one pass.

    `went_silent` is set whenever a letter meets silence.
    """

    security: Security = Security.PLAIN
    taken: list[Taken] = field(default_factory=list)
    script: defaultdict[At, deque[Fault | str]] = field(default_factory=lambda: defaultdict(deque))
    went_silent: threading.Event = field(default_factory=threading.Event)
    port: int = 0
    pipelining: bool = False

    def fails(self, at: At, *faults: Fault | str) -> None:
        """The letters that come there next meet these faults, one each."""
        self.script[at].extend(faults)

    def settings(self, **changes: Any) -> MailServer:
        """What a user would set to send by this server."""
        usual: dict[str, Any] = {
            "host": "127.0.0.1",
            "port": self.port,
            "security": self.security,
            "sender": SENDER,
            "timeout": 5,
            "final_timeout": 5,
        }
        return MailServer(**{**usual, **changes})

    async def meet(self, at: At, server: SMTP) -> str | None:
        """The answer that the script has there; None where all goes well."""
        fault = self.script[at].popleft() if self.script[at] else ""
        match fault:
            case "":
                return None
            case Fault.GONE | Fault.TAKEN_GONE:
                _hang_up(server)
            case Fault.SILENT | Fault.TAKEN_SILENT:
                self.went_silent.set()
                await asyncio.Event().wait()
            case str() if fault.startswith("421"):
                await server.push(fault)
                _hang_up(server)
        return str(fault)

    async def handle_EHLO(  # noqa: N802
        self,
        _server: SMTP,
        session: Session,
        _envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        more = ["250-PIPELINING"] if self.pipelining else []
        return [*responses[:-1], *more, responses[-1]]

    async def handle_MAIL(  # noqa: N802 - aiosmtpd sets the names
        self,
        server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        answer = await self.meet(At.MAIL, server)
        envelope.mail_from = None if answer else address
        return answer or "250 OK"

    async def handle_RCPT(  # noqa: N802
        self,
        server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        answer = await self.meet(At.RCPT, server)
        if not answer:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        ahead = self.script[At.DOT]
        if not ahead or ahead[0] in {"", Fault.TAKEN_GONE, Fault.TAKEN_SILENT}:
            self.take(session, envelope)
        return await self.meet(At.DOT, server) or f"250 queued as {len(self.taken)}"

    def take(self, session: Session, envelope: Envelope) -> None:
        """Deliver a letter."""
        login = session.auth_data.login.decode() if session.auth_data else ""
        assert isinstance(envelope.content, bytes)
        (to,) = envelope.rcpt_tos
        self.taken.append(
            Taken(session.peer, login, envelope.mail_from or "", to, envelope.content)
        )


def _hang_up(server: SMTP) -> None:
    """Close the connection once what was said has been sent."""
    assert server.transport is not None
    server.transport.close()


class _Smtp(SMTP):
    """One conversation, with faults where aiosmtpd asks no handler."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        server: PostServer = self.event_handler
        if server.script[At.TEXT]:
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            await server.meet(At.TEXT, self)
        elif answer := await server.meet(At.DATA, self):
            await self.push(answer)
        else:
            await super().smtp_DATA(arg)


class HeldController(Controller):
    """A server on a port that it holds from the start, so that no other test can take it."""

    def __init__(self, handler: object, held: socket.socket, **options: Any) -> None:
        name, port = held.getsockname()
        super().__init__(handler, hostname=name, port=port, **options)
        self._held = held

    def _create_server(self) -> Coroutine[Any, Any, asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self._held, ssl=self.ssl_context)


class _Controller(HeldController):
    def factory(self) -> SMTP:
        return _Smtp(self.handler, **self.SMTP_kwargs)


def _authenticated(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, said: Any
) -> AuthResult:
    assert isinstance(said, LoginPassword)
    right = said == LoginPassword(LOGIN.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False, auth_data=said)


@contextmanager
def open_server(
    security: Security = Security.PLAIN, certificate: ssl.SSLContext | None = None
) -> Iterator[PostServer]:
    """A server that takes letters of anybody, and of LOGIN by PASSWORD; it is closed at the end.

    Without a certificate one that is to speak STARTTLS does not offer it.
    """
    server = PostServer(security)
    options: dict[str, Any] = {"authenticator": _authenticated, "auth_require_tls": False}
    if certificate:
        options["ssl_context" if security is Security.TLS else "tls_context"] = certificate
    with socket.create_server(("127.0.0.1", 0)) as held:
        # asyncio sets it only on sockets that it makes itself; without it the second of several
        # answers waits some 40 ms for the acknowledgement of the first.
        held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        controller = _Controller(server, held, **options)
        server.port = controller.port
        controller.start()
        try:
            yield server
        finally:
            controller.stop()
