"""Why a mail server could not be used, in sentences that say what to do."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sheetsync.errors import DeliveryError, reason
from sheetsync.languages import _
from sheetsync.model import MailServer

if TYPE_CHECKING:
    import yagmail


@contextmanager
def in_words(server: MailServer, client: "yagmail.SMTP") -> Iterator[None]:
    """Turn what a failed connection raises into a DeliveryError with a sentence."""
    try:
        yield
    except (OSError, UnicodeError) as error:
        place = _("Mail server {host}:{port}", host=server.host, port=server.port)
        raise DeliveryError(f"{place} {_sentence(error, server, client)}") from error


def is_silence(error: BaseException) -> bool:
    """Whether a server timed out, which smtplib may call a lost connection."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def _sentence(error: OSError | UnicodeError, server: MailServer, client: "yagmail.SMTP") -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return _(
                "showed a certificate that cannot be trusted ({verify_message}). Check "
                "[mail] server; if the organisation has certificates of its own, name them "
                "in certificates.",
                verify_message=error.verify_message,
            )
        case ssl.SSLError():
            return _(
                "does not speak TLS. Check [mail] port and security: 465 is tls, 587 is starttls."
            )
        case smtplib.SMTPAuthenticationError():
            return _(
                "refused the name or the password ({reply}). An app password is needed, not "
                "the one of the mailbox: make one in its settings. [mail] login is the name.",
                reply=_reply_words(error),
            )
        case smtplib.SMTPNotSupportedError():
            return _unsupported(client)
        case UnicodeError():
            return _(
                "was not asked: the name or the password has letters that mail passwords "
                "never have."
            )
        case _:
            return _unreachable(error, server)


def _unsupported(client: "yagmail.SMTP") -> str:
    if client.starttls and not client.smtp.has_extn("starttls"):
        return _(
            "offers no STARTTLS, and letters are not sent unencrypted. Try security = "
            '"tls" and port = 465 in [mail].'
        )
    return _("asks for no name and password. Take [mail] login away, or check server and port.")


def _unreachable(error: OSError, server: MailServer) -> str:
    if is_silence(error):
        return _(
            "is silent for more than {timeout:g} s. Check [mail] port and try again later.",
            timeout=server.timeout,
        )
    match error:
        case socket.gaierror():
            return _("was not found. Check [mail] server and the network.")
        case smtplib.SMTPResponseException():
            return _(
                "refused: {reply}. Try again later: the letters wait.", reply=_reply_words(error)
            )
        case smtplib.SMTPException():
            return _(
                "broke the connection ({error}). Check [mail] port and security, and try "
                "again later.",
                error=error,
            )
        case _:
            return _(
                "cannot be reached: {reason}. Check [mail] server, port and the network.",
                reason=reason(error),
            )


def _reply_words(error: smtplib.SMTPResponseException) -> str:
    words = error.smtp_error
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{error.smtp_code} {' '.join(text.split())}".rstrip(".")
