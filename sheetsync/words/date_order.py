"""Which number of a date in figures is its day: what one cell shows of the column around it."""

import re
from collections.abc import Iterable

from sheetsync.model import PlanPeriod
from sheetsync.words.calendar_facts import ENGLISH_MONTHS
from sheetsync.words.cleaning import has_cyrillic, in_latin
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, full_year
from sheetsync.words.pattern import pattern

_SLASHED = pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
# In English hyphens and years of two digits come in either order, too; "04.05.2026" does not.
_IN_FIGURES = pattern(
    r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])"
    r"|(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)(?![\d-])"
)
_Short = dict[str, list[tuple[int, int]]]  # a text's dates without a year
_MAY_BE_PHONE = pattern(r"-\d\d$")  # "12-25-26"
# English dates without a year, "by 4/30".
_SHORT = pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
# In other words it may be a share, "1/2 of the staff", a number, "Form 4/30", or round the clock.
_HEAD = r"(?:(?:due )?(?:by|on)|due|no(?:t)? later than|on or before|before|until|till|from):?"
_FIGURES = r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?(?![\d/])"
_JOINT = r" ?(?:[-–,;&]|\b(?:to|and|until|through)\b) ?"
_ONLY_DATES = pattern(
    rf"(?P<head>{_HEAD} )?(?!24/7){_FIGURES}(?:{_JOINT}(?:{_HEAD} )?{_FIGURES})*\.?", re.IGNORECASE
)
_LONGEST_MONTH = 31
_TWENTIES = range(20, 30)


def in_column_order(deadlines: Iterable[str], *, latin: bool) -> dict[str, str]:
    """The texts of a column whose dates are not to be read day first, as they are to be read.

    One "3/25/2026" tells that "3/5/2026" beside it is no third of May: a program wrote them all,
    and they are spelled as in ISO 8601. Below `latin` headers, in cells without Cyrillic, a text
    stays as it is where its column shows no order, or both: it is undecided. "by 3/5" is a date
    there, too.
    """
    texts = set(deadlines)
    latin = latin and not any(map(has_cyrillic, texts))
    written = _IN_FIGURES if latin else _SLASHED
    dates = {text: [*written.finditer(text)] for text in texts if "/" in text or latin}
    short = {text: found for text in dates if latin and (found := _short_dates(text))}
    days, months = _orders(dates, short)
    if days == months:
        undecided = (t for t in dates if _is_undecided(dates[t]) or _is_date_alone(t))
        return {text: text for text in undecided} if latin else {}
    said = {text: _spelled(text, day_first=days) or text for text in (short if days else dates)}
    if months:
        said = {text: written.sub(_month_first, one) for text, one in said.items()}
    told = {text: one for text, one in said.items() if one != text}
    return told | {text: text for text in _may_name_years(short)}


def _orders(dates: dict[str, list[re.Match[str]]], short: _Short) -> tuple[bool, bool]:
    """Whether any of the dates shows that the day is first, and whether any that the month is."""
    full = (date for found in dates.values() for date in found)
    numbers = [_numbers(date)[:2] for date in full if not _MAY_BE_PHONE.search(date[0])]
    numbers += (date for found in short.values() for date in found if not _may_name_year(*date))
    days = any(first > MONTHS_IN_YEAR >= second for first, second in numbers)
    return days, any(second > MONTHS_IN_YEAR >= first for first, second in numbers)


def _may_name_years(short: _Short) -> list[str]:
    """The texts with a "4/26", which may be a month of that year, unless there is a "4/30"."""
    if any(_ends_on_day(*date) for found in short.values() for date in found):
        return []
    return [text for text, found in short.items() if any(_may_name_year(*date) for date in found)]


def _ends_on_day(first: int, second: int) -> bool:
    return second > MONTHS_IN_YEAR >= first and not _may_name_year(first, second)


def is_undecided(text: str) -> bool:
    """Whether a text that stands in no column is: it has words, and they are Latin."""
    undecided = _is_undecided([*_IN_FIGURES.finditer(text)]) or _is_date_alone(text)
    return undecided and in_latin(text)


def in_both_orders(text: str, plan: PlanPeriod) -> tuple[str, ...]:
    """The text with its dates spelled out: read with the day first, the month, and as months."""
    days = _spelled(text, day_first=True)
    months = _spelled(text, day_first=False)
    ways = (
        days and _IN_FIGURES.sub(_day_first, days),
        months and _IN_FIGURES.sub(_month_first, months),
        _spelled_as_months(text, plan),
    )
    return tuple(way for way in ways if way)


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


def _short_dates(text: str) -> list[tuple[int, int]]:
    """Both numbers of each date without a year, in a text of dates alone; none of any other."""
    if not _ONLY_DATES.fullmatch(text):
        return []
    return [(int(one[1]), int(one[2])) for one in _SHORT.finditer(text)]


def _may_name_year(first: int, second: int) -> bool:
    """As in "4/26", which may be April 2026; "4/30" beside "4/15" is none."""
    return first <= MONTHS_IN_YEAR and second in _TWENTIES


def _is_date_alone(text: str) -> bool:
    """It names days even where no other cell shows how they are written: not "1/2"."""
    dates, match = _short_dates(text), _ONLY_DATES.fullmatch(text)
    told = match and (match["head"] or any(max(one) > MONTHS_IN_YEAR for one in dates))
    return bool(dates and told)


def _spelled(text: str, *, day_first: bool) -> str | None:
    """The text with its short dates as in "5 April"; None where one of them has no such month."""
    dates = [one if day_first else one[::-1] for one in _short_dates(text)]
    if not all(1 <= month <= MONTHS_IN_YEAR and day <= _LONGEST_MONTH for day, month in dates):
        return None
    said = iter([f"{day} {ENGLISH_MONTHS[month - 1]}" for day, month in dates])
    return _SHORT.sub(lambda _match: next(said), text) if dates else text


def _spelled_as_months(text: str, plan: PlanPeriod) -> str | None:
    """The text as in "by April 2026", where it may be meant: those years are near the plan's."""
    dates = _short_dates(text)
    years = range(plan.starts.year - 1, plan.ends.year + 2)
    if not all(1 <= month <= MONTHS_IN_YEAR and full_year(year) in years for month, year in dates):
        return None
    said = iter([f"{ENGLISH_MONTHS[month - 1]} {full_year(year)}" for month, year in dates])
    return _SHORT.sub(lambda _match: next(said), text) if dates else None
