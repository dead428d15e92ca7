"""The mail server that letters go through."""

from enum import StrEnum
from ipaddress import ip_address
from typing import Final

from sheetsync.model.frozen import frozen

PROVIDERS: Final = {
    # Of free mailboxes: Yandex's support pages say so, of Gmail only others do.
    "yandex": ("smtp.yandex.ru", 500),
    "gmail": ("smtp.gmail.com", 500),
    # It publishes no number; this is careful, and more than a plan sends in a day.
    "mail.ru": ("smtp.mail.ru", 200),
}
"""By name, whose mail accounts are known: the host that sends, and letters a day."""


class Security(StrEnum):
    """How a connection to it is protected."""

    TLS = "tls"  # from the first byte on
    STARTTLS = "starttls"
    PLAIN = "plain"  # on this very computer only


@frozen
class MailServer:
    """Where it is and how one logs in.

    `sender` is the address of the envelope, where letters come back to. Without a `login` nobody
    logs in. `certificates` is a file of certificates to trust besides the system's own, "" for
    none. It may be silent for `timeout` seconds, but after a whole letter for `final_timeout`
    (RFC 5321, 4.5.3.2.6 allows ten minutes): giving up there makes doubles.
    """

    host: str
    port: int
    security: Security
    sender: str
    login: str = ""
    certificates: str = ""
    timeout: float = 60
    final_timeout: float = 300
    daily_limit: int | None = None

    @property
    def local(self) -> bool:
        """True where it is on this very computer."""
        return is_local(self.host)


def is_local(host: str) -> bool:
    """Whether the name or address is that of this very computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        # The one name that is this computer's everywhere (RFC 6761, 6.3).
        return host == "localhost"
