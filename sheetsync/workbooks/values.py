"""Cell values on their way into and out of a spreadsheet."""

import math
import re
from datetime import date, datetime, time, timedelta

from sheetsync.model import CellValue

LONGEST_TEXT = 32_767
"""Excel's limit for the text of a cell, in UTF-16 units."""

EPOCH = date(1899, 12, 30)
"""The day 0 of a sheet, but where a file counts from 1904."""

# What XML 1.0 cannot hold, but for line break and tab; a lone surrogate cannot even be encoded.
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_WHOLE = 2**53  # beyond it a float no longer holds every whole number

# What a number format says besides its date (ECMA-376, 18.8.31): words, colours, conditions, and
# signs that follow a mark.
_BESIDE = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_WORDS = re.compile(r'"(?P<said>[^"]*)"|\\(?P<sign>.)|(?P<year>y+)|[_*].|\[[^\]]*\]', re.IGNORECASE)
_YEAR = "год"
_HOURS = re.compile(r"[hs\[]|am/pm|a/p", re.IGNORECASE)
_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)


def storable(value: CellValue) -> CellValue:
    """The value as every workbook can keep it; `read` gives back just this.

    Text loses control characters and is cut at `LONGEST_TEXT`, ending in "…"; empty text and
    numbers that are not finite become None, whole floats become int.
    """
    if isinstance(value, str):
        # What can be printed holds nothing to take out; most texts are a line of words.
        if value.isprintable() and len(value) * 2 <= LONGEST_TEXT:
            return value or None
        return _clip(_UNSTORABLE.sub("", value)) or None
    if isinstance(value, float):
        return _number(value)
    return value


def plain(value: str | float | bool | date | time | timedelta) -> CellValue:
    """A value as a spreadsheet reader gives it, as a `CellValue`.

    A time of day becomes text, "10:30", and so does a duration, "36:00": a plan has no use for
    either, and as text a person recognises it in a message.
    """
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return None if value == "" else value


def as_shown(day: CellValue, pattern: str) -> CellValue:
    """A date as the number format `pattern` shows it: a month, quarter or year in words.

    Spreadsheets turn «май 2021» into the first of May with a format such as "mmmm yyyy": who typed
    it means the month. So is 0.5 the "50%" that people see. All else stays as it is.
    """
    if isinstance(day, int | float) and not isinstance(day, bool) and _is_percent(pattern):
        return f"{round(day * 100, 2):g}%"
    if not isinstance(day, date):
        return day
    shown = _units(pattern)
    if shown == {"m"}:
        return _MONTHS[day.month - 1]
    if shown == {"m", "y"}:
        return f"{_MONTHS[day.month - 1]} {day.year}"
    if shown in ({"q"}, {"q", "y"}):
        return f"{(day.month + 2) // 3} квартал {day.year} года"
    return _year_shown(day.year, pattern) if shown == {"y"} else day


def _year_shown(year: int, pattern: str) -> str:
    """The year, and what the format has beside it in words: «II кв. 2026» of «"II кв. "yyyy»."""
    said = _WORDS.sub(
        lambda part: str(year) if part["year"] else part["said"] or part["sign"] or "",
        pattern.partition(";")[0],
    )
    beside = "".join(filter(str.isalpha, said))
    abbreviated = not beside or (beside[0] == _YEAR[0] and len(beside) <= len(_YEAR) + 1)
    return f"{year} {_YEAR}" if abbreviated else said.strip()


def shows_in_words(pattern: str) -> bool:
    """Whether a number format shows of a date only its month, quarter or year, or a percentage."""
    units = _units(pattern)
    return (bool(units) and "d" not in units) or _is_percent(pattern)


def _is_percent(pattern: str) -> bool:
    return "%" in _BESIDE.sub("", pattern)


def _units(pattern: str) -> set[str]:
    """Which of day, month, quarter and year a format shows; none of them where it shows hours."""
    # Of up to four formats, for positive numbers and others, the first is that of dates.
    bare = _BESIDE.sub("", pattern).partition(";")[0].casefold()
    if bare == "general" or _HOURS.search(bare):
        return set()
    return {unit for unit in "dmqy" if unit in bare}


def day_of(number: float, *, epoch_1904: bool) -> date | None:
    """The day that a spreadsheet stores as that number; None where no calendar has it."""
    try:
        return _epoch(epoch_1904) + timedelta(days=int(number))
    except OverflowError:
        return None


def serial(day: date, *, epoch_1904: bool) -> float:
    """The day, or moment, as the number by which a spreadsheet stores it (ECMA-376, 18.17.4)."""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    span = moment.replace(tzinfo=None) - datetime.combine(_epoch(epoch_1904), time())
    return span / timedelta(days=1)


def without_struck(value: CellValue, *, left: str, struck: str) -> tuple[CellValue, str]:
    """What counts of a cell whose text has both words `left` and words struck out, and these.

    Where no word is struck out it is the value as it was read.
    """
    words = struck.strip()
    return (left.strip() or None, words) if words else (value, "")


def _epoch(since_1904: bool) -> date:
    return date(1904, 1, 1) if since_1904 else EPOCH


def _clip(text: str) -> str:
    # A character has two units at most: nearly every text is known to fit without encoding it.
    if len(text) * 2 <= LONGEST_TEXT:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= LONGEST_TEXT * 2:
        return text
    # "ignore" drops the half of a surrogate pair that the cut may leave.
    return units[: (LONGEST_TEXT - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _number(value: float) -> int | float | None:
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < _WHOLE else value
