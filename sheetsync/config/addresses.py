"""Addresses in configuration files: of mailboxes, as servers write them, and of the workbook."""

import re
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from sheetsync.languages import _

# As browsers have it (HTML Standard, "valid email address"): no quoted local part.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
# RFC 5322, 3.4: a name with a comma or another special sign stands in quotes.
_NAMED = re.compile(
    r'\s*(?P<name>"(?:[^"\\]|\\.)*"|[^"<>,;@]*?)\s*<\s*(?P<address>[^<>\s]+)\s*>\s*'
)

_WEB = re.compile(r"https://[^\s/?#@\[\]]+(/\S*)?", re.IGNORECASE)
_SHARED = re.compile(r"\\\\[^\\/\s]+(\\[^\\/\r\n]+){2,}")  # server, share, file


def _address(value: str, info: ValidationInfo) -> str:
    """The address alone, of «"Кадры, отдел" <hr@example.org>» too."""
    named = _NAMED.fullmatch(value)
    return _spelt(_alone(named["address"] if named else value.strip()), info)


def _mailbox(value: str, info: ValidationInfo) -> str:
    """The address with the name before it, if there is one."""
    named = _NAMED.fullmatch(value)
    if named is None:
        return _spelt(_alone(value.strip()), info)
    address = _spelt(_alone(named["address"]), info)
    return f"{named['name']} <{address}>" if named["name"] else address


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
    try:
        written = f"{box}@{domain.encode('idna').decode()}"
    except UnicodeError:
        written = ""
    if not _ADDRESS.fullmatch(written):
        raise ValueError(
            _("address “{value}” is mistyped, it has to be like office@example.org", value=value)
        )
    return written


def _spelt(address: str, info: ValidationInfo) -> str:
    """As it was written the first time: servers tell no letters of another case apart.

    The context of the validation keeps the spellings.
    """
    spellings: dict[str, str] = {} if info.context is None else info.context
    return spellings.setdefault(address.casefold(), address)


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


Address = Annotated[str, AfterValidator(_address)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]
Link = Annotated[str, AfterValidator(_link)]
