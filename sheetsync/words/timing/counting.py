"""From which month the parts of a year are counted: «ежеквартально» in a plan from September."""

from collections.abc import Callable
from dataclasses import replace

from sheetsync.model.language import gettext_lazy
from sheetsync.words.days import NoSuchDay
from sheetsync.words.timing.phrase import Phrase
from sheetsync.words.timing.placing import whose_quarters
from sheetsync.words.timing.rules import Meant

_JANUARY = 1


def counted(
    phrase: Phrase, rule: Callable[[Phrase], Meant | None], fiscal_month: int, *, quote: str
) -> Meant | None:
    """What a rule makes of the phrase, its quarters counted as the plan's are.

    In a plan that goes on into the next year nobody knows whose they are until `fiscal_month` is
    said, as of a bare «I квартал». Raises NoSuchDay about `quote` where that makes another day.
    """
    plan = phrase.plan
    if plan.starts.year == plan.ends.year or plan.starts.month == _JANUARY or not phrase.repeats:
        return rule(phrase)
    if fiscal_month:
        return rule(replace(phrase, begins=fiscal_month))
    calendar = rule(phrase)
    own = rule(replace(phrase, begins=plan.starts.month))
    if calendar is None or own is None:
        return calendar or own
    by_calendar, by_plan = ({each.due for each in meant.occurrences} for meant in (calendar, own))
    if by_calendar == by_plan:
        return calendar
    fact = gettext_lazy(
        "by the calendar it falls due on {calendar}, from the plan's beginning on {own}",
        calendar=min(by_calendar - by_plan, default=min(by_calendar)),
        own=min(by_plan - by_calendar, default=min(by_plan)),
    )
    raise NoSuchDay(quote, fact, whose_quarters(plan), "deadline-which-year")
