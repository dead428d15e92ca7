"""Addresses in configuration files: what counts as one, and how it is written to servers."""

import re
from email.utils import parseaddr
from typing import Annotated

from pydantic import AfterValidator

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _address(value: str) -> str:
    """The address; a domain in Cyrillic as mail servers write it (RFC 3490)."""
    box, _, domain = value.rpartition("@")
    if not box.isascii():
        raise ValueError(f"адрес «{value}»: до «@» могут стоять только латинские буквы")
    try:
        written = f"{box}@{domain.encode('idna').decode()}"
    except UnicodeError:
        written = ""
    if not _ADDRESS.fullmatch(written):
        raise ValueError(f"адрес «{value}» записан с ошибкой, нужен вид otdel@example.org")
    return written


def _mailbox(value: str) -> str:
    name, address = parseaddr(value)
    return value.replace(address, _address(address)) if name else _address(address)


Address = Annotated[str, AfterValidator(_address)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]
