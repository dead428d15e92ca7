"""English dates in figures without a year, "by 4/30": whether they are any, and how they read."""

import re

from sheetsync.model import PlanPeriod
from sheetsync.words.calendar_facts import ENGLISH_MONTHS
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, full_year
from sheetsync.words.pattern import pattern

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


def short_dates(text: str) -> list[tuple[int, int]]:
    """Both numbers of each date without a year, in a text of dates alone; none of any other."""
    if not _ONLY_DATES.fullmatch(text):
        return []
    return [(int(one[1]), int(one[2])) for one in _SHORT.finditer(text)]


def may_name_year(first: int, second: int) -> bool:
    """As in "4/26", which may be April 2026; "4/30" beside "4/15" is none."""
    return first <= MONTHS_IN_YEAR and second in _TWENTIES


def is_date_alone(text: str) -> bool:
    """It names days even where no other cell shows how they are written: not "1/2"."""
    dates = short_dates(text)
    match = _ONLY_DATES.fullmatch(text)
    return bool(
        dates and match and (match["head"] or any(max(one) > MONTHS_IN_YEAR for one in dates))
    )


def spelled(text: str, *, day_first: bool) -> str | None:
    """The text with its short dates as in "5 April"; None where one of them has no such month."""
    dates = [one if day_first else one[::-1] for one in short_dates(text)]
    if not all(1 <= month <= MONTHS_IN_YEAR and day <= _LONGEST_MONTH for day, month in dates):
        return None
    said = iter([f"{day} {ENGLISH_MONTHS[month - 1]}" for day, month in dates])
    return _SHORT.sub(lambda _match: next(said), text) if dates else text


def spelled_as_months(text: str, plan: PlanPeriod) -> str | None:
    """The text as in "by April 2026", where it may be meant: those years are near the plan's."""
    dates = short_dates(text)
    years = range(plan.starts.year - 1, plan.ends.year + 2)
    if not all(1 <= month <= MONTHS_IN_YEAR and full_year(year) in years for month, year in dates):
        return None
    said = iter([f"{ENGLISH_MONTHS[month - 1]} {full_year(year)}" for month, year in dates])
    return _SHORT.sub(lambda _match: next(said), text) if dates else None
