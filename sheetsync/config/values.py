"""Checks of what single options hold; each raises ValueError with a sentence."""

import re
from datetime import time
from zoneinfo import ZoneInfo

from sheetsync.languages import _

_HOUR = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def zone(value: str) -> str:
    """The name of a time zone that the time zone data has."""
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):  # a folder's name, an unknown zone
        raise ValueError(
            _("there is no time zone “{value}”; for example: Europe/Moscow", value=value)
        ) from None
    return value


def hour(value: object) -> time:
    """A time of day as TOML or people write it."""
    if isinstance(value, time):
        return value
    # TOML wants 10:00:00 without quotes; people write "10:00".
    if isinstance(value, str) and _HOUR.fullmatch(value):
        hours, minutes = value.split(":")
        return time(int(hours), int(minutes))
    raise ValueError(_("the time is mistyped: “{value}”, it has to be like 10:00", value=value))


def web_address(value: str) -> str:
    """An address that a browser opens; "" for none."""
    if value and not value.startswith(("https://", "http://")):
        raise ValueError(
            _("the address has to begin with https:// or http://: “{value}”", value=value)
        )
    return value


def file_path(value: str) -> str:
    """A path that a system can have: of others not even `exists` can be asked without an error."""
    parts = re.split(r"[/\\]", value)
    # 255 bytes of a name are NAME_MAX of Linux.
    fits = len(value) < 1000 and all(len(part.encode()) <= 255 for part in parts)
    if value and not (fits and value.isprintable() and any(parts)):
        raise ValueError(_("this is no path of a file: “{value}”", value=value[:50]))
    return value
