"""Addresses in configuration files: of mailboxes, as servers write them, and of the workbook."""

import re

from sheetsync.config.options import Spellings, checked, text
from sheetsync.languages import _

# As browsers have it (HTML Standard, "valid email address"): no quoted local part.
_LABEL = "[A-Za-z0-9-]{1,63}"  # its length is of RFC 1035, 2.3.4
_ADDRESS = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(\.{_LABEL})+")
# RFC 5322, 3.4: a name with a comma or another special sign stands in quotes.
_NAMED = re.compile(
    r'\s*(?P<name>"(?:[^"\\]|\\.)*"|[^"<>,;@]*?)\s*<\s*(?P<address>[^<>\s]+)\s*>\s*'
)

_WEB = re.compile(r"https://[^\s/?#@\[\]]+(/\S*)?", re.IGNORECASE)
_SHARED = re.compile(r"\\\\[^\\/\s]+(\\[^\\/\r\n]+){2,}")  # server, share, file


def address(value: object, spellings: Spellings) -> str:
    """The address alone, of «"Кадры, отдел" <hr@example.org>» too."""
    return _named(value, spellings)[1]


def mailbox(value: object, spellings: Spellings) -> str:
    """The address with the name before it, if there is one."""
    name, address = _named(value, spellings)
    return f"{name} <{address}>" if name else address


def bare_address(mailbox: str) -> str:
    """The address of what `mailbox` has read."""
    return mailbox.rpartition("<")[2].rstrip(">")


def _named(value: object, spellings: Spellings) -> tuple[str, str]:
    """The name, or "", and the address.

    It is spelt as it was the first time: servers tell no letters of another case apart.
    """
    written = text(value, spellings)
    named = _NAMED.fullmatch(written)
    address = _alone(named["address"] if named else written.strip())
    return named["name"] if named else "", spellings.setdefault(address.casefold(), address)


def _alone(value: str) -> str:
    """The address; a domain in Cyrillic as mail servers write it (RFC 3490)."""
    if value.count("@") > 1 and re.search(r"[,;\s]", value):
        raise ValueError(_("“{value}” is several addresses, and one is needed", value=value))
    if re.search(r",.*<.*>", value):
        name, _bracket, address = value.partition("<")
        quoted = f"'\"{name.strip()}\" <{address}'"
        raise ValueError(
            _(
                "“{value}”: a name with a comma stands in quotes, like this: {quoted}",
                value=value,
                quoted=quoted,
            )
        )
    box, _at, domain = value.rpartition("@")
    if not box.isascii():
        raise ValueError(
            _("address “{value}”: only Latin letters can stand before the “@”", value=value)
        )
    if not _ADDRESS.fullmatch(written := f"{box}@{_as_servers_know(domain)}"):
        raise ValueError(
            _("address “{value}” is mistyped, it has to be like office@example.org", value=value)
        )
    return written


def _as_servers_know(domain: str) -> str:
    """A domain in ASCII; "" for one that cannot be."""
    # Most are that already, and what encodes the others is slow to load.
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return ""


def _link(value: str) -> str:
    """What opens for everybody: a path on one computer would not."""
    if value and not _WEB.fullmatch(value) and not _SHARED.fullmatch(value):
        raise ValueError(
            _(
                "“{value}” will not open for others. It has to be an address https://… or a "
                "path '\\\\server\\folder\\plan.xlsx' in single quotes",
                value=value,
            )
        )
    return value


link = checked(_link)
