"""Addresses in configuration files: of mailboxes, as servers write them, and of the workbook."""

import re
from collections.abc import Iterable

from sheetsync.config.options import checked, text
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


Spellings = dict[str, str]
"""Each address as it was written first, by its lower case."""


def address(value: object) -> str:
    """The address alone, of «"Кадры, отдел" <hr@example.org>» too."""
    return name_and_address(value)[1]


def named_address(value: object) -> str:
    """The address with the name before it, if there is one."""
    name, address = _parsed(value)
    return f"{name} <{address}>" if name else address


def bare_address(named: str) -> str:
    """The address of what `named_address` has read."""
    return named.rpartition("<")[2].rstrip(">")


def first_spellings(addresses: Iterable[str]) -> Spellings:
    """Each address as it was written first, by its lower case: servers ignore case."""
    found: Spellings = {}
    for each in addresses:
        found.setdefault(each.casefold(), each)
    return found


def name_and_address(value: object) -> tuple[str, str]:
    """The name, without quotation marks around it, or "", and the address."""
    name, address = _parsed(value)
    return name.strip('"'), address


def _parsed(value: object) -> tuple[str, str]:
    """The name as it is written, or "", and the address."""
    written = text(value)
    named = _NAMED.fullmatch(written)
    address = _checked_address(named["address"] if named else written.strip())
    return named["name"] if named else "", address


def _checked_address(value: str) -> str:
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


def _checked_link(value: str) -> str:
    """A link that opens for everybody, unlike a path on one computer; raises ValueError."""
    if value and not _WEB.fullmatch(value) and not _SHARED.fullmatch(value):
        raise ValueError(
            _(
                "“{value}” will not open for others. It has to be an address https://… or a "
                "path '\\\\server\\folder\\plan.xlsx' in single quotes",
                value=value,
            )
        )
    return value


link = checked(_checked_link)
