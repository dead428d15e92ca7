"""Letters to a mail server: one connection, driven by phase so that each letter's state is known.

yagmail opens the connection and logs in. Its own sending is not used: it connects anew for every
letter, and sends a letter again of which nobody knows whether it arrived.
"""

import smtplib
import socket
import ssl
from typing import TYPE_CHECKING, Any

from sheetsync.errors import ConfigError
from sheetsync.languages import _
from sheetsync.mail.phases import Answer, Phase
from sheetsync.mail.smtp_errors import in_words, is_silence
from sheetsync.model import MailServer, Security, StoredLetter

if TYPE_CHECKING:
    import yagmail

# What a computer calls itself is nobody's business, and on Windows it may be in Cyrillic, which
# no server takes. RFC 5321, 4.1.4: a client without a name gives an address literal.
_OURSELVES = "[127.0.0.1]"


class Connection:
    """One conversation with the server, made by `connect`.

    It may not be handed a letter twice: the server would deliver it twice. After an answer that
    says it is lost or closing nothing but `close` makes sense.
    """

    repeatable = False

    def __init__(self, client: "yagmail.SMTP", server: MailServer) -> None:
        self._client = client
        self._server = server

    def address(self, letter: StoredLetter) -> Answer:
        """Tell the server from whom and to whom, in one breath where it can take that."""
        smtp = self._client.smtp
        try:
            if smtp.has_extn("pipelining"):
                answer = self._pipelined(letter)
            else:
                sender = smtp.mail(self._server.sender, self._options(letter))
                answer = _answer(Phase.SENDER, sender)
                if answer.good:
                    answer = _answer(Phase.ADDRESS, smtp.rcpt(letter.to))
        except (smtplib.SMTPException, OSError) as error:
            return self._lost(Phase.ADDRESS, error)
        except ValueError as error:  # an address that no command can hold
            answer = Answer(phase=Phase.ADDRESS, code=553, words=str(error))
        return self._ready(answer)

    def hand_over(self, letter: StoredLetter) -> Answer:
        """Give the server the text; only after a good answer to `address`."""
        smtp = self._client.smtp
        try:
            smtp.sock.settimeout(self._server.final_timeout)
            answer = _answer(Phase.TEXT, smtp.data(letter.raw or b""))
            smtp.sock.settimeout(self._server.timeout)
        except smtplib.SMTPDataError as error:  # before the first byte of the text
            answer = _answer(Phase.TEXT, (error.smtp_code, error.smtp_error))
        except (smtplib.SMTPException, OSError) as error:
            return self._lost(Phase.TEXT, error)
        return self._ready(answer)

    def close(self) -> None:
        """Take leave of the server, if it is still there."""
        self._client.close()

    def _pipelined(self, letter: StoredLetter) -> Answer:
        """Both commands at once, then both answers (RFC 2920)."""
        smtp = self._client.smtp
        options = "".join(f" {option}" for option in self._options(letter))
        sender, to = smtplib.quoteaddr(self._server.sender), smtplib.quoteaddr(letter.to)
        smtp.send(f"MAIL FROM:{sender}{options}\r\nRCPT TO:{to}\r\n")
        first, second = _answer(Phase.SENDER, smtp.getreply()), None
        if not first.closing:
            second = _answer(Phase.ADDRESS, smtp.getreply())
        return second if first.good and second else first

    def _options(self, letter: StoredLetter) -> list[str]:
        if self._client.smtp.has_extn("size"):  # RFC 1870: refused before it is transferred
            return [f"size={len(letter.raw or b'')}"]
        return []

    def _ready(self, answer: Answer) -> Answer:
        """The same answer, with the server ready for the next letter."""
        if answer.good or answer.closing:
            return answer
        try:
            self._client.smtp.rset()
        except (smtplib.SMTPException, OSError):
            self._client.smtp.close()  # the next letter finds that out
        return answer

    def _lost(self, phase: Phase, error: Exception) -> Answer:
        self._client.smtp.close()  # without QUIT, which a silent server would not answer either
        words = _("the server is silent") if is_silence(error) else _("the connection broke")
        return Answer(phase=phase, code=None, words=words)


def connect(server: MailServer, password: str) -> Connection:
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
    return Connection(client, server)


def check_certificates(server: MailServer) -> None:
    """Raise ConfigError where the certificates that the settings name cannot be read."""
    if server.security is not Security.PLAIN:
        _context(server)


def _context(server: MailServer) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.certificates or None)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            _(
                "The certificates “{certificates}” cannot be read. Name a file in PEM format "
                "in [mail] certificates.",
                certificates=server.certificates,
            )
        ) from error


def _protection(server: MailServer) -> dict[str, Any]:
    """Without a context that does, yagmail verifies no certificate."""
    if server.security is Security.PLAIN:
        return {"smtp_starttls": False}
    context = _context(server)
    if server.security is Security.TLS:
        return {"context": context}
    return {"smtp_starttls": {"context": context}}


def _answer(phase: Phase, reply: tuple[int, bytes | str]) -> Answer:
    code, words = reply
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Answer(phase=phase, code=code, words=" ".join(text.split()))
