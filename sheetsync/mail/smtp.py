"""Letters to a mail server: one connection, driven by phase so that each letter's state is known.

yagmail opens the connection and logs in. Its own sending is not used: it connects anew for every
letter, and sends a letter again of which nobody knows whether it arrived.
"""

import smtplib
import socket
import ssl
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING, Any

from sheetsync.errors import ConfigError, DeliveryError
from sheetsync.languages import _
from sheetsync.mail.replies import Phase, Reply
from sheetsync.mail.smtp_errors import in_words, is_silence
from sheetsync.model import LetterState, MailServer, Security, StoredLetter

if TYPE_CHECKING:
    import yagmail

# What a computer calls itself is nobody's business, and on Windows it may be in Cyrillic, which
# no server takes. RFC 5321, 4.1.4: a client without a name gives an address literal.
_OURSELVES = "[127.0.0.1]"
_ASKED = (Phase.SENDER, Phase.RECIPIENT, Phase.TEXT)
_GO_ON = 354
_END = b"\r\n.\r\n"


class SmtpConnection:
    """One conversation with the server, made by `connect`.

    It may not be handed a letter twice: the server would deliver it twice. After an answer that
    says it is lost or closing nothing but `close` makes sense.
    """

    def __init__(self, client: "yagmail.SMTP", server: MailServer) -> None:
        self._client = client
        self._server = server
        self._sender = smtplib.quoteaddr(server.sender)
        self._amid = False  # the server has yet to answer or to get a text

    def send(self, letter: StoredLetter, note: Callable[[], None] = lambda: None) -> Reply:
        """Give the server the letter; the answer is the last one about it.

        `note` has its time while the server reads the text, of which it may make no letter before
        it has the end (RFC 5321, 4.1.1.10).
        """
        answer = self._envelope(letter)
        return self._hand_over(letter, note) if answer.good else answer

    def _envelope(self, letter: StoredLetter) -> Reply:
        """Tell the server from whom and to whom; after a good answer it waits for the text."""
        self._amid = True
        try:
            answer = self._ask(letter)
        except (smtplib.SMTPException, OSError) as error:
            return self._lost_reply(Phase.RECIPIENT, error)
        except ValueError as error:  # an address that no command can hold
            answer = Reply(phase=Phase.RECIPIENT, code=553, words=str(error))
        self._amid = answer.good
        return self._ready(answer)

    def _hand_over(self, letter: StoredLetter, note: Callable[[], None]) -> Reply:
        smtp = self._client.smtp
        smtp.sock.settimeout(self._server.final_timeout)
        try:
            smtp.send(_dot_stuffed(letter.raw or b""))
        except OSError as error:
            return self._lost_reply(Phase.RECIPIENT, error)
        note()
        try:
            smtp.send(_END)
            answer = _as_reply(Phase.TEXT, smtp.getreply())
            smtp.sock.settimeout(self._server.timeout)
        except (smtplib.SMTPException, OSError) as error:
            return self._lost_reply(Phase.TEXT, error)
        self._amid = False
        return self._ready(answer)

    def close(self) -> None:
        """Take leave of the server, if it is still there."""
        if self._amid:  # QUIT could become a line of the text
            self._client.smtp.close()
        self._client.close()

    def _ask(self, letter: StoredLetter) -> Reply:
        """The first answer that refuses, else the one to the address; then the text is due."""
        mail = " ".join((f"MAIL FROM:{self._sender}", *self._options(letter)))
        *named, last = self._replies((mail, f"RCPT TO:<{letter.recipient}>", "DATA"))
        refusal = next((answer for answer in named if not answer.good), None)
        if last.phase is not Phase.TEXT or last.code != _GO_ON:
            if last.good:  # to DATA: this is no mail server
                raise smtplib.SMTPDataError(last.code or 0, last.words)
            return refusal or last
        if refusal:  # RFC 2920, 3.1: a text for nobody has to be ended all the same
            self._client.smtp.docmd(".")
        return refusal or named[-1]

    def _replies(self, commands: tuple[str, ...]) -> list[Reply]:
        """To all at once where the server can take that (RFC 2920), else up to a refusal."""
        smtp, answers = self._client.smtp, list[Reply]()
        at_once = smtp.has_extn("pipelining")
        if at_once:
            smtp.send("".join(f"{command}\r\n" for command in commands))
        for phase, command in zip(_ASKED, commands, strict=True):
            if not at_once:
                smtp.putcmd(command)
            answer = _as_reply(phase, smtp.getreply())
            answers.append(answer)
            if answer.closing or not (answer.good or at_once):
                break
        return answers

    def _options(self, letter: StoredLetter) -> list[str]:
        if self._client.smtp.has_extn("size"):  # RFC 1870: refused before it is transferred
            return [f"size={len(letter.raw or b'')}"]
        return []

    def _ready(self, answer: Reply) -> Reply:
        """The same answer, with the server ready for the next letter."""
        if answer.good or answer.closing:
            return answer
        try:
            self._client.smtp.rset()
        except (smtplib.SMTPException, OSError):
            self._client.smtp.close()  # the next letter finds that out
        return answer

    def _lost_reply(self, phase: Phase, error: Exception) -> Reply:
        self._client.smtp.close()  # without QUIT, which a silent server would not answer either
        words = _("the server is silent") if is_silence(error) else _("the connection broke")
        return Reply(phase=phase, code=None, words=words)


def connect(server: MailServer, password: str) -> SmtpConnection:
    """Open a connection, verify the server's certificate and log in.

    Raises DeliveryError where the server cannot be reached, trusted or logged in to, ConfigError
    where the certificates cannot be read.
    """
    import yagmail

    client = yagmail.SMTP(
        # As a dict because a login without "@" would otherwise become one at gmail.com.
        {server.login or server.sender: server.sender},
        password,
        host=server.host,
        port=server.port,
        smtp_ssl=server.security is Security.TLS,
        smtp_skip_login=not server.login,
        soft_email_validation=False,
        timeout=server.timeout,
        local_hostname=_OURSELVES,
        **_protection(server),
    )
    try:
        with in_words(server, client):
            client.login()
            client.smtp.ehlo_or_helo_if_needed()
    except BaseException:
        client.close()
        raise
    # Otherwise each letter waits some 40 ms for the acknowledgement of the one before.
    client.smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return SmtpConnection(client, server)


def send_trial(server: MailServer, password: str, to: str, *, sender: str, now: datetime) -> str:
    """Send a letter to try the account with, of which no ledger knows; returns the server's reply.

    `sender` is "Name <address>". Raises DeliveryError where the server cannot be reached, refuses
    or falls silent.
    """
    message = EmailMessage()
    message["Subject"] = _("A test letter of sheetsync")
    message["From"], message["To"] = sender, to
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday answers it
    message.set_content(_("Mail works: letters of the plan come from this address."))
    letter = _trial_letter(message, to, now=now)
    connection = connect(server, password)
    try:
        answer = connection.send(letter)
    finally:
        connection.close()
    if not answer.good:
        raise DeliveryError(
            "The test letter to {to} did not go: {reply}.", to=to, reply=answer.reply
        )
    return answer.reply


def _trial_letter(message: EmailMessage, recipient: str, *, now: datetime) -> StoredLetter:
    """As a connection takes it: of all the fields it looks at the mailbox and the bytes."""
    return StoredLetter(
        id=0,
        day=now.date(),
        kind="",
        address=recipient,
        recipient=recipient,
        state=LetterState.SENDING,
        changed=now,
        raw=message.as_bytes(policy=message.policy.clone(linesep="\r\n")),
    )


def check_certificates(server: MailServer) -> None:
    """Raise ConfigError where the certificates that the settings name cannot be read."""
    if server.security is not Security.PLAIN:
        _context(server)


def _context(server: MailServer) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.certificates or None)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            "The certificates “{certificates}” cannot be read. Name a file in PEM format "
            "in [mail] certificates.",
            certificates=server.certificates,
        ) from error


def _protection(server: MailServer) -> dict[str, Any]:
    """How yagmail is to protect the connection: without a context it verifies nothing."""
    if server.security is Security.PLAIN:
        return {"smtp_starttls": False}
    context = _context(server)
    if server.security is Security.TLS:
        return {"context": context}
    return {"smtp_starttls": {"context": context}}


def _dot_stuffed(text: bytes) -> bytes:
    """The text without its last line's end; a dot at a line's beginning would be the end itself.

    RFC 5321, 4.5.2. A regular expression takes five times as long.
    """
    stuffed = text.removesuffix(b"\r\n").replace(b"\n.", b"\n..")
    return b"." + stuffed if stuffed.startswith(b".") else stuffed


def _as_reply(phase: Phase, reply: tuple[int, bytes | str]) -> Reply:
    code, words = reply
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Reply(phase=phase, code=code, words=" ".join(text.split()))
