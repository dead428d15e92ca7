"""What a typed value becomes: Google's reading of USER_ENTERED by the spreadsheet's locale."""

import re
from datetime import date
from typing import Any

from .state import Cell

_DATES = {
    "iso": re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    "ru_RU": re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    "en_US": re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})"),
}
_PATTERNS = {"iso": "yyyy-mm-dd", "ru_RU": "dd.mm.yyyy", "en_US": "m/d/yyyy"}
_BOOLEANS = {"true": True, "false": False}
_RUSSIAN_BOOLEANS = {"истина": True, "ложь": False}


def raw(value: Any) -> dict[str, Any] | None:
    """The ExtendedValue of a value taken as it is; None for a blank."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, int | float):
        return {"numberValue": value}
    return {"stringValue": str(value)}


def entered(value: Any, locale: str) -> Cell:
    """The value and, where the way it was typed says so, the number format of a cell."""
    if not isinstance(value, str) or value == "":
        plain = raw(value)
        return {"userEnteredValue": plain} if plain else {}
    if value.startswith("'"):
        return {"userEnteredValue": {"stringValue": value[1:]}}
    if value.startswith("=") and len(value) > 1:
        return {"userEnteredValue": {"formulaValue": value}}
    return _date(value, locale) or _number(value, locale) or _other(value, locale)


def _other(value: str, locale: str) -> Cell:
    words = _BOOLEANS | (_RUSSIAN_BOOLEANS if locale == "ru_RU" else {})
    if value.casefold() in words:
        return {"userEnteredValue": {"boolValue": words[value.casefold()]}}
    return {"userEnteredValue": {"stringValue": value}}


def _date(value: str, locale: str) -> Cell | None:
    for kind in ("iso", locale):
        match = _DATES[kind].fullmatch(value) if kind in _DATES else None
        if match:
            try:
                day = date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                return None
            return _formatted((day - date(1899, 12, 30)).days, "DATE", _PATTERNS[kind])
    return None


def _number(value: str, locale: str) -> Cell | None:
    point, comma = (",", "[\\s\u00a0]") if locale == "ru_RU" else (r"\.", ",")
    body = rf"([+-]?)(\d{{1,3}}(?:{comma}\d{{3}})+|\d+)?({point}\d*)?([eE][+-]?\d+)?(\s?%)?"
    match = re.fullmatch(body, value.strip())
    if not match or not re.search(r"\d", value):
        return None
    sign, whole, fraction, power, percent = (part or "" for part in match.groups())
    digits = re.sub(r"\D", "", whole) or "0"
    number = float(f"{sign}{digits}.{fraction[1:] or '0'}{power}")
    if percent:
        return _formatted(number / 100, "PERCENT", "0.00%" if fraction else "0%")
    plain: int | float = int(number) if number.is_integer() else number
    if digits != whole and whole:
        return _formatted(plain, "NUMBER", "#,##0.00" if fraction else "#,##0")
    return {"userEnteredValue": {"numberValue": plain}}


def _formatted(number: float, kind: str, pattern: str) -> Cell:
    return {
        "userEnteredValue": {"numberValue": number},
        "userEnteredFormat": {"numberFormat": {"type": kind, "pattern": pattern}},
    }
