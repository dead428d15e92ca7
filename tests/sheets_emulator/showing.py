"""How a cell's value is shown: number formats, dates and booleans by the locale."""

import re
from datetime import datetime, timedelta
from typing import Any

_MONTHS = {
    "en_US": "January February March April May June July August September October November "
    "December",
    "ru_RU": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_DAYS = {
    "en_US": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru_RU": "понедельник вторник среда четверг пятница суббота воскресенье",
}
_DEFAULTS = {
    "DATE": {"en_US": "m/d/yyyy", "ru_RU": "dd.mm.yyyy"},
    "DATE_TIME": {"en_US": "m/d/yyyy h:mm:ss", "ru_RU": "dd.mm.yyyy h:mm:ss"},
    "TIME": {"en_US": "h:mm:ss am/pm", "ru_RU": "h:mm:ss"},
    "NUMBER": {"en_US": "#,##0.00"},
    "PERCENT": {"en_US": "0.00%"},
}
_DATE_KINDS = ("DATE", "DATE_TIME", "TIME")
_TOKEN = re.compile(r"y+|m+|d+|h+|s+|am/pm|\"[^\"]*\"|\\.|.", re.IGNORECASE)
_ERRORS = {
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "NAME": "#NAME?",
    "N_A": "#N/A",
    "REF": "#REF!",
    "VALUE": "#VALUE!",
    "NUM": "#NUM!",
    "ERROR": "#ERROR!",
    "LOADING": "Loading...",
}


def is_date(number_format: dict[str, Any]) -> bool:
    return number_format.get("type") in _DATE_KINDS


def shown(value: dict[str, Any], number_format: dict[str, Any], locale: str) -> str:
    """The text of an effective value."""
    if "stringValue" in value:
        return str(value["stringValue"])
    if "boolValue" in value:
        words = ("ЛОЖЬ", "ИСТИНА") if locale == "ru_RU" else ("FALSE", "TRUE")
        return words[bool(value["boolValue"])]
    if "errorValue" in value:
        return _ERRORS[value["errorValue"]["type"]]
    number = value.get("numberValue", 0)
    kind = number_format.get("type", "")
    defaults = _DEFAULTS.get(kind, {})
    pattern = number_format.get("pattern") or defaults.get(locale) or defaults.get("en_US", "")
    if kind in _DATE_KINDS:
        return _moment(number, pattern, locale)
    return _number(number, pattern, locale)


def _number(number: float, pattern: str, locale: str) -> str:
    positive = pattern.split(";")[0]
    match = re.search(r"[#0][#0,]*(?:\.([#0]*))?", positive)
    if not match:
        return _localised(_general(number), locale)
    percent = "%" in positive
    decimals = match[1] or ""
    text = f"{number * 100 if percent else number:,.{len(decimals)}f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    text = text.removesuffix(".")
    if "," not in match[0]:
        text = text.replace(",", "")
    literal = positive[: match.start()] + "\0" + positive[match.end() :]
    return re.sub(r"[\"\\]", "", literal).replace("\0", _localised(text, locale))


def _general(number: float) -> str:
    if abs(number) >= 1e15 or 0 < abs(number) < 1e-9:
        return re.sub(r"e([+-])0?(\d)", r"E\1\2", f"{number:.5g}")
    return f"{number:.10f}".rstrip("0").rstrip(".") or "0"


def _localised(text: str, locale: str) -> str:
    if locale != "ru_RU":
        return text
    return text.replace(",", "\u00a0").replace(".", ",")


def _moment(serial: float, pattern: str, locale: str) -> str:
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(serial * 86400))  # noqa: DTZ001
    tokens = _TOKEN.findall(pattern)
    parts = [
        _part(token.lower(), moment, _is_minute(tokens, index), locale)
        for index, token in enumerate(tokens)
    ]
    return "".join(parts)


def _is_minute(tokens: list[str], index: int) -> bool:
    before = [t.lower()[0] for t in tokens[:index] if t.lower()[0] in "ymdhs"]
    after = [t.lower()[0] for t in tokens[index + 1 :] if t.lower()[0] in "ymdhs"]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _part(token: str, moment: datetime, minute: bool, locale: str) -> str:
    if token[0] == "m" and minute:
        return f"{moment.minute:0{min(len(token), 2)}}"
    language = locale if locale in _MONTHS else "en_US"
    month = _MONTHS[language].split()[moment.month - 1]
    day = _DAYS[language].split()[moment.weekday()]
    words = {"mmm": month[:3], "mmmm": month, "ddd": day[:3], "dddd": day}
    words |= {"yyyy": f"{moment.year}", "yy": f"{moment.year % 100:02}"}
    words |= {"am/pm": f"{moment:%p}"}
    if token in words:
        return words[token]
    numbers = {"m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}
    if token[0] in numbers and set(token) == {token[0]}:
        return f"{numbers[token[0]]:0{min(len(token), 2)}}"
    return token.strip('"\\')
