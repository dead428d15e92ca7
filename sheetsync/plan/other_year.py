"""A tab whose title or heading names another year than the settings: last year's plan, perhaps."""

import re

from sheetsync.model import Doubt
from sheetsync.plan.table import PlanTable

# "2025", "2025/2026", "2025-26"; a day such as 15.12.2025 dates the paper, not the plan.
_YEARS = re.compile(r"(?<![\d.№/])(20\d\d)(?:\s?[-–/]\s?(20\d\d|\d\d))?(?!\d)")
_DAYS = re.compile(r"\d{1,2}(?:\.\d\d\.|\s+[а-яё]+\s+)20\d\d")
# What a year is told of that is not the plan's own: «по итогам 2025 года», «от 2025 г.».
_PAST = re.compile(r"(?:№|итог\w*|за|от|с|до|после|основан\w*|созда\w*)\s*$", re.IGNORECASE)


def named_years(words: str) -> set[int]:
    """The years that a title or heading names as the plan's."""
    found: set[int] = set()
    words = _DAYS.sub(" ", words)
    for match in _YEARS.finditer(words):
        if _PAST.search(words[: match.start()]):
            continue
        first = int(match[1])
        last = int(match[2] or first)
        found |= {first, last if last > 99 else first // 100 * 100 + last}
    return found


def other_year(table: PlanTable, year: int) -> Doubt | None:
    """The doubt about a plan that is called another year's; it names the tab that fits."""
    named = f"{table.tab} {table.title}"
    years = named_years(table.tab) | named_years(table.title)
    if not years or year in years:
        return None
    fits = _fitting(table, year)
    hint = " и ".join(map(str, sorted(years)))
    advice = (
        f'Похоже, нужен лист «{fits}»: впишите в раздел [plan] строку tab = "{fits}".'
        if fits
        else ""
    )
    return Doubt(code="plan-other-year", quote=named.strip(), hint=hint, advice=advice)


def _fitting(table: PlanTable, year: int) -> str:
    """The other tab whose title names the year; "" where there is none, or several."""
    found = [title for title in table.grid.others if year in named_years(title)]
    return found[0] if len(found) == 1 else ""
