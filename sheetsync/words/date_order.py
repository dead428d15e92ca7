"""Which number of a date in figures is its day: what one cell shows of the column around it."""

import re
from collections.abc import Iterable

from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, full_year
from sheetsync.words.pattern import pattern

_UNDECIDED = " (day or month first?)"
_SLASHED = pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
# In English hyphens and years of two digits come in either order, too; "04.05.2026" does not.
_IN_FIGURES = pattern(
    r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])"
    r"|(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)(?![\d-])"
)
_CYRILLIC = pattern(r"[\u0400-\u04ff]")
_MAY_BE_PHONE = pattern(r"-\d\d$")  # "12-25-26"


def in_latin(words: Iterable[str]) -> bool:
    """There are letters, and none of them is Cyrillic."""
    said = " ".join(words)
    return any(map(str.isalpha, said)) and not _CYRILLIC.search(said)


def in_column_order(deadlines: Iterable[str], *, latin: bool) -> dict[str, str]:
    """The texts of a column whose dates are not to be read day first, as they are to be read.

    One "3/25/2026" tells that "3/5/2026" beside it is no third of May: a program wrote them all,
    and they are spelled as in ISO 8601. Below `latin` headers, in cells without Cyrillic, a date
    is marked as undecided where its column shows no order, or both.
    """
    texts = set(deadlines)
    latin = latin and not any(map(_CYRILLIC.search, texts))
    written = _IN_FIGURES if latin else _SLASHED
    dates = {text: [*written.finditer(text)] for text in texts if "/" in text or latin}
    days, months = _orders(match for found in dates.values() for match in found)
    if months and not days:
        return {text: written.sub(_month_first, text) for text in dates}
    if not latin or (days and not months):
        return {}
    return {text: text + _UNDECIDED for text, found in dates.items() if _is_undecided(found)}


def _orders(dates: Iterable[re.Match[str]]) -> tuple[bool, bool]:
    """Whether any of the dates shows that the day is first, and whether any that the month is."""
    numbers = [_numbers(date)[:2] for date in dates if not _MAY_BE_PHONE.search(date[0])]
    days = any(first > MONTHS_IN_YEAR >= second for first, second in numbers)
    return days, any(second > MONTHS_IN_YEAR >= first for first, second in numbers)


def alone(text: str) -> str:
    """A text that stands in no column: marked as there, if it has words and they are Latin."""
    undecided = in_latin((text,)) and _is_undecided([*_IN_FIGURES.finditer(text)])
    return text + _UNDECIDED if undecided else text


def without_mark(text: str) -> str:
    """The text as its cell has it, without the mark of one whose order nothing shows."""
    return text.removesuffix(_UNDECIDED)


def in_both_orders(text: str) -> tuple[str, str]:
    """The text with its dates spelled as in ISO 8601: read with the day first, and the month."""
    return _IN_FIGURES.sub(_day_first, text), _IN_FIGURES.sub(_month_first, text)


def _is_undecided(dates: list[re.Match[str]]) -> bool:
    """Both orders are days, and others: unlike of "5/5/2026" and of "4/1/2026 - 4/30/2026"."""
    numbers = [_numbers(date)[:2] for date in dates]
    days = all(max(date) <= MONTHS_IN_YEAR for date in numbers)
    return days and any(first != second for first, second in numbers)


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    first, second, year = (int(number) for number in match.groups() if number)
    return first, second, full_year(year)


def _day_first(match: re.Match[str]) -> str:
    day, month, year = _numbers(match)
    return f"{year:04}-{month:02}-{day:02}"


def _month_first(match: re.Match[str]) -> str:
    month, day, year = _numbers(match)
    return f"{year:04}-{month:02}-{day:02}"
