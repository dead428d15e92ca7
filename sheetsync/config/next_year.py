"""The settings of one period's plan, made into those of another one's."""

import re
from collections.abc import Sequence

import tomlkit

from sheetsync.model import PlanPeriod


def for_period(
    settings: str, *, old: PlanPeriod, new: PlanPeriod, workbook: str, tabs: Sequence[str]
) -> str:
    """The text of sheetsync.toml for the plan of `new`; comments and layout stay.

    `workbook` and `tabs` are where that plan is to be found; the years in the title move along. A
    title that also names a quarter or months cannot, and the sheet's own takes its place.
    """
    document = tomlkit.parse(settings)
    plan = document["plan"]
    if "year" in plan or new.calendar:
        plan["year"] = new.starts.year
    if not new.calendar or "starts" in plan:
        plan["starts"], plan["ends"] = new.starts, new.ends
    plan["workbook"] = workbook
    plan["tab"] = tabs[0] if len(tabs) == 1 else list(tabs)
    if "title" in plan:
        title = moved(str(plan["title"]), old, new)
        if title is None:
            del plan["title"]
        else:
            plan["title"] = title
    return tomlkit.dumps(document)


def moved(words: str, old: PlanPeriod, new: PlanPeriod) -> str | None:
    """The words with their years in the new period; None where years alone do not tell it."""
    years = new.starts.year - old.starts.year
    # Compared by parts: not every year has a 29 February to move to.
    days = [(each.starts.month, each.starts.day) for each in (old, new)]
    if days[0] != days[1] or not years:
        return None
    ours = range(old.starts.year, old.ends.year + 1)

    def later(match: re.Match[str]) -> str:
        year = int(match[0])
        return str(year + years) if year in ours else match[0]

    return re.sub(r"(?<!\d)20\d\d(?!\d)", later, words)
