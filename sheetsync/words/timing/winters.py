"""Winter lies at both ends of a calendar year: which of its days are the plan's."""

from dataclasses import replace
from datetime import date

from sheetsync.model import PlanPeriod
from sheetsync.model.language import gettext_lazy
from sheetsync.words import days
from sheetsync.words.calendar_facts import short
from sheetsync.words.days import NoSuchDay, Span
from sheetsync.words.grammar.point import Edge, Point

Item = tuple[Point, ...]


def with_winters(items: tuple[Item, ...], plan: PlanPeriod) -> tuple[Item, ...]:
    """The items, each winter among them in the days that the plan has of it.

    In a calendar year one behind another time, «осень, зима», is that year's December, as the order
    says. Raises NoSuchDay for one of which the plan has both ends.
    """
    first, *others = items
    if plan.calendar:
        return (_placed(first, plan), *others)
    return tuple(_placed(item, plan) for item in items)


def _placed(item: Item, plan: PlanPeriod) -> Item:
    winter, *end = item
    if end or not winter.has_no_end or winter.edge is not Edge.NONE or winter.fixed:
        return item
    parts = _parts(winter.year, plan)
    if len(parts) == 1:
        return (replace(winter, fixed=parts[0]),)
    if parts and (winter.year or plan.within_a_year):
        raise NoSuchDay(
            winter.quote,
            gettext_lazy(
                "winter lies at both ends of the year, until {first} and from {last}",
                first=short(parts[0].last),
                last=short(parts[-1].first),
            ),
            gettext_lazy("Write its months, for example “January–February” or “December”."),
            "deadline-which-year",
        )
    return item


def _parts(year: int | None, plan: PlanPeriod) -> list[Span]:
    """The stretches of winter in the plan, or in that year of it."""
    starts, ends = plan.starts, plan.ends
    if year:
        starts, ends = max(starts, date(year, 1, 1)), min(ends, date(year, 12, 31))
        if starts > ends:
            starts, ends = date(year, 1, 1), date(year, 12, 31)
    winters = (days.months(each, 12, count=3) for each in range(starts.year - 1, ends.year + 1))
    cut = (Span(max(each.first, starts), min(each.last, ends)) for each in winters)
    return [each for each in cut if each.first <= each.last]
