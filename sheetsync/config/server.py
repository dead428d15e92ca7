"""The mail server that the settings name, with what is known of a provider filled in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sheetsync.config.addresses import bare_address
from sheetsync.config.schema import MailSection
from sheetsync.languages import _
from sheetsync.model import PROVIDERS, MailServer, Security

# RFC 8314, 3.3 for 465; RFC 6409 for 587; RFC 5321 for 25.
_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.PLAIN: 25}


def server_of(mail: MailSection, *, folder: Path) -> MailServer | None:
    """The server; None where letters go into files."""
    known, limit = PROVIDERS.get(mail.provider or "", ("", None))
    host = mail.server or known
    if not host:
        return None
    security = Security(mail.security or Security.TLS)
    # Providers log in by the address itself, so that is what an unnamed login is.
    sender = bare_address(mail.sender)
    server = MailServer(
        host=host,
        port=mail.port or _PORTS[security],
        security=security,
        sender=sender,
        login=mail.login or sender,
        certificates=str(folder / mail.certificates) if mail.certificates else "",
        timeout=mail.timeout,
        daily_limit=mail.daily_limit or limit,
    )
    # A server on this very computer may take letters from whoever is here.
    return replace(server, login=mail.login) if server.local else server


def mail_problems(mail: MailSection, addresses: Iterable[str]) -> Iterator[str]:
    """What is wrong with the settings of mail, beside all addresses that letters go to."""
    server = server_of(mail, folder=Path())
    if mail.provider and mail.server:
        # A provider's daily limit would be counted against somebody else's server.
        yield _("mail.server: both provider and server are given. Leave one of them.")
    if server and server.security is Security.PLAIN and not server.local:
        yield _(
            'mail.security: "plain" would send letters to {host} unencrypted. Choose '
            '"tls" or "starttls".',
            host=server.host,
        )
    allowed = {domain.casefold() for domain in mail.allowed_domains}
    for address in dict.fromkeys(addresses):
        domain = address.rpartition("@")[2].casefold()
        if allowed and domain not in allowed:
            yield _(
                "mail.allowed_domains: the domain of {address} is not in the list.", address=address
            )
