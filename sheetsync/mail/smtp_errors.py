"""Why a mail server could not be used, in sentences that say what to do."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sheetsync.errors import DeliveryError, reason
from sheetsync.model import MailServer

if TYPE_CHECKING:
    import yagmail


@contextmanager
def in_words(server: MailServer, client: "yagmail.SMTP") -> Iterator[None]:
    """Say in a sentence why a connection was not made. Raises DeliveryError."""
    try:
        yield
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        place = f"Почтовый сервер {server.host}:{server.port}"
        raise DeliveryError(f"{place} {_sentence(error, server, client)}") from error


def is_silence(error: BaseException) -> bool:
    """Whether a server said nothing for too long; smtplib calls that a lost connection, too."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def _sentence(error: Exception, server: MailServer, client: "yagmail.SMTP") -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return (
                f"показал сертификат, которому нельзя верить ({error.verify_message}). Проверьте "
                "[mail] server; если у организации свои сертификаты, укажите их в certificates."
            )
        case ssl.SSLError():
            return (
                "не отвечает по TLS. Проверьте [mail] port и security: 465 это tls, 587 starttls."
            )
        case smtplib.SMTPAuthenticationError():
            return (
                f"не принял имя или пароль ({_reply(error)}). Нужен пароль приложения, не пароль "
                "от почты: создайте его в настройках ящика. Имя для входа задаёт [mail] login."
            )
        case smtplib.SMTPNotSupportedError():
            return _lacking(client)
        case UnicodeError():
            return "не спрошен: в имени или пароле есть буквы, которых не бывает в паролях почты."
        case _:
            return _unreachable(error, server)


def _lacking(client: "yagmail.SMTP") -> str:
    if client.starttls and not client.smtp.has_extn("starttls"):
        return (
            "не предлагает STARTTLS, а без шифрования письма не отправляются. Попробуйте в [mail] "
            'security = "tls" и port = 465.'
        )
    return "не спрашивает имя и пароль. Уберите [mail] login или проверьте server и port."


def _unreachable(error: Exception, server: MailServer) -> str:
    if is_silence(error):
        return f"молчит дольше {server.timeout:g} с. Проверьте [mail] port и повторите позже."
    match error:
        case socket.gaierror():
            return "не найден. Проверьте [mail] server и связь с сетью."
        case smtplib.SMTPResponseException():
            return f"отказал: {_reply(error)}. Повторите позже: письма подождут."
        case smtplib.SMTPException():
            return f"оборвал связь ({error}). Проверьте [mail] port и security, повторите позже."
        case OSError():
            return f"недоступен: {reason(error)}. Проверьте [mail] server, port и связь с сетью."
        case _:
            return f"не ответил: {error!r}."


def _reply(error: smtplib.SMTPResponseException) -> str:
    words = error.smtp_error
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{error.smtp_code} {' '.join(text.split())}".rstrip(".")
