"""Columns below a month that stand for a part of it: days, weeks or thirds, «I | II | III»."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sheetsync.model import DeadlineKind
from sheetsync.words.cleaning import fold
from sheetsync.words.column_periods import week_number, week_of_month, week_of_year
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.headings import heading_period
from sheetsync.words.numerals import ROMAN, UP_TO_FOUR, month_number
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import Period, days_called, in_english, in_period, named_period

_FEWEST = 2  # columns below one month: one alone may be that month's number
_THIRDS, _WEEKS = 3, 6  # the most that a month has, or touches
_LAST_MONTH = 12
_BARE = pattern(rf"(?:\d{{1,2}}(?:-?[яй])?|{UP_TO_FOUR})\.?")  # «1-я», below «Неделя месяца»
_THIRD = pattern(rf"(\d|{UP_TO_FOUR})\s*(?:-?[яй])?\s*(декада|дек\.?)")
_COUNTS = pattern(rf"(?:с\s*)?\d|{UP_TO_FOUR}\b")
_IN_THIRDS, _IN_WEEKS = pattern(r"по декадам|подекадн"), pattern(r"по неделям|понедельн(?:о|ый|ая)")
_BOUND = pattern(r"(?:до|by) (?=\d)")


def parts_of_months(
    headers: Mapping[int, tuple[str, ...]], titles: Iterable[str]
) -> dict[int, Period]:
    """The part of a month of each column whose own header stands below that month's.

    `titles` are the lines above the table, which may say «по декадам». A part that cannot be told
    for certain has a name that nobody reads as a date, so that the deadlines there are asked about.
    """
    months = _months_above(headers)
    own = {column: headers[column][-1] for column in months}
    bare = {column: _number(text) for column, text in own.items() if _BARE.fullmatch(fold(text))}
    unit = _unit(bare, headers=headers, months=months, titles=titles)
    thirds = _short_thirds(own, months)
    parts = {}
    for column, month in months.items():
        if column in bare:
            parts[column] = _numbered(bare[column], unit, month) or _untold(own[column], month)
        elif part := _worded(own[column], month, thirds=thirds):
            parts[column] = part
    return parts


def untold_parts(headers: Mapping[int, tuple[str, ...]]) -> dict[int, Period]:
    """Each column below a month as a part of it that is asked about, whatever it is called."""
    months = _months_above(headers)
    return {column: _untold(headers[column][-1], month) for column, month in months.items()}


def _months_above(headers: Mapping[int, tuple[str, ...]]) -> dict[int, Period]:
    """The month above each column that has one, where any spans several columns, but not all."""
    found = {column: _month_above(words) for column, words in headers.items()}
    months = {column: month for column, month in found.items() if month}
    beside = [month.starts for month in months.values()]
    spans = any(beside.count(one) >= _FEWEST for one in beside)
    return months if spans and len(months) < len(headers) else {}


def _month_above(words: tuple[str, ...]) -> Period | None:
    """The month that the nearest title names, if it names one."""
    period = next(filter(None, map(named_period, reversed(words[:-1]))), None)
    return period if period and period.months == 1 else None


def _number(text: str) -> int:
    digits = text.rstrip(".-яйЯЙ")
    return int(digits) if digits.isdecimal() else month_number(text)


def _unit(
    bare: Mapping[int, int],
    *,
    headers: Mapping[int, tuple[str, ...]],
    months: Mapping[int, Period],
    titles: Iterable[str],
) -> str:
    """What the bare numbers below months count: a "third", "week" or "day"; "" if it is unsure."""
    above = fold(" ".join(word for column in bare for word in headers[column][:-1]))
    said = fold(" ".join(titles))
    thirds = bool("декад" in above or _IN_THIRDS.search(said))
    weeks = bool("недел" in above or "week" in above or _IN_WEEKS.search(said))
    if thirds or weeks:
        return "" if thirds and weeks else "third" if thirds else "week"
    if _count_weeks(bare, months):
        return "week"
    numerals = [headers[column][-1] for column in bare]
    decimal = all(text.rstrip(".").isdecimal() for text in numerals)
    return "day" if decimal and _are_days(bare, months) else ""


def _count_weeks(bare: Mapping[int, int], months: Mapping[int, Period]) -> bool:
    """Whether each of several months has the numbers from 1 to 4 or 5: only its weeks are so many.

    From 1 to 3 they may be its thirds.
    """
    by_month = _by_month(bare, months)
    counted = (numbers == [*range(1, len(numbers) + 1)] for numbers in by_month.values())
    return len(by_month) >= _FEWEST and all(counted) and {*map(len, by_month.values())} <= {4, 5}


def _by_month(bare: Mapping[int, int], months: Mapping[int, Period]) -> dict[Period, list[int]]:
    by_month: dict[Period, list[int]] = {}
    for column, number in bare.items():
        by_month.setdefault(months[column], []).append(number)
    return by_month


def _are_days(bare: Mapping[int, int], months: Mapping[int, Period]) -> bool:
    """Whether numbers can only be days: neither weeks, of a month, year or term, nor thirds."""
    by_month = _by_month(bare, months)
    rising = all(a < b for days in by_month.values() for a, b in pairwise(days))
    if any(len(days) > _WEEKS for days in by_month.values()):
        return rising
    numbers = [*bare.values()]
    counted = all(b == a + 1 for a, b in pairwise(numbers))  # weeks of a school year, too
    return rising and not counted and max(numbers) > _WEEKS and not _of_year(by_month)


def _of_year(by_month: Mapping[Period, list[int]]) -> bool:
    """Whether each number is that of a week of the year that touches its month."""
    weeks = (
        (m, week_of_year(n, english=False)) for m, numbers in by_month.items() for n in numbers
    )
    return all(m.starts.month in (week.starts.month, week.ends.month) for m, week in weeks)


def _numbered(number: int, unit: str, month: Period) -> Period | None:
    if unit == "third":
        return _third(number, month)
    if unit == "week" and 0 < number <= _WEEKS:
        return _week(f"week {number}" if in_english(month.name) else f"{number} неделя", month)
    return heading_period(in_period(str(number), month)) if unit == "day" else None


def _third(number: int, month: Period) -> Period | None:
    if not 0 < number <= _THIRDS:
        return None
    return days_called(f"{ROMAN[number - 1]} декада {month.of}")


def _week(own: str, month: Period) -> Period | None:
    """The week; one that not every year has is read in the plan's own, or asked about."""
    found = week_of_month(month, own)
    if found or in_english(month.name):
        return found
    return Period.as_said(f"{own} {month.of}", month.starts, month.ends)


def _short_thirds(own: Mapping[int, str], months: Mapping[int, Period]) -> bool:
    """Whether «1 дек.» is a third of a month, as it is below any but December."""
    thirds = {column: _THIRD.fullmatch(fold(text)) for column, text in own.items()}
    return any(match and months[c].starts.month != _LAST_MONTH for c, match in thirds.items())


def _worded(own: str, month: Period, *, thirds: bool) -> Period | None:
    """The part that a header names by more than a number; None where it names none."""
    text = fold(own)
    third = _THIRD.fullmatch(text)
    if third:
        sure = thirds or third[2] == "декада"
        found = _third(_number(third[1]), month) if sure else None
        return found or _untold(own, month)
    week = week_number((own,))
    if week:
        return _numbered(week, "week", month) or _untold(own, month)
    said = in_period(own, month)
    day = heading_period(said) if said != own or _COUNTS.match(text) else None
    found = days_called(said) or day
    # «1 пол.» alone is half a year, and «план» all of the month.
    part = found is not None and not found.months
    if found and part and month.starts.month in (found.starts.month, found.ends.month):
        return found
    # A mark below «1 смена» or, within June, «13.07» would be lost without a word.
    return _untold(own, month) if _COUNTS.match(text) else None


def _untold(own: str, month: Period) -> Period:
    """The header below its month, in words that nobody reads as a date."""
    below = f"below “{month.name}”" if in_english(month.name) else f"под «{month.name}»"
    said = f"{own} {below}"
    unread = read_in_any_year(said).kind is DeadlineKind.UNREADABLE
    return Period.as_said(said if unread else f"? {below}", month.starts, month.ends)


def unbounded(times: Sequence[str]) -> Sequence[str]:
    """Times of one row's columns, the days as such: «август, до 15 октября» may be either of two.

    The day is the last one by itself, too. Where the first has its bound, each is one of a list.
    """
    return times if _BOUND.match(times[0]) else [_BOUND.sub("", words) for words in times]
