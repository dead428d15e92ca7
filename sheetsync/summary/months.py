"""The months and quarters of a plan: what they are called, and which items fall due in them."""

from datetime import date

from sheetsync.model import Agenda, DeadlineKind, Item
from sheetsync.summary.inputs import Inputs
from sheetsync.words.occurrence_names import quarter_name


def month_title(inputs: Inputs, month: date) -> str:
    """«март», with its year where the plan has several; `month` is a day of it."""
    name = inputs.language.month_short(month.month)
    return name if inputs.plan.period.within_a_year else f"{name} {month:%y}"


def dated_items(agenda: Agenda) -> list[Item]:
    """The items with a last day of their own in the plan's period, milestones among them."""
    return [
        item
        for item in agenda.items
        if item.due
        and agenda.plan.period.holds(item.due, item.due)
        and (item.what or item.measure.deadline.kind is not DeadlineKind.YEAR_ROUND)
    ]


def quarter_of(day: date) -> int:
    """The quarter, counted through the years: the one before the first of a year is one less."""
    return day.year * 4 + (day.month - 1) // 3


def quarter_starts(day: date) -> date:
    """The first day of the day's quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_title(inputs: Inputs, quarter: int) -> str:
    """«II квартал» of a number of `quarter_of`; with its year where that is not the plan's one."""
    name = quarter_name(quarter % 4 + 1, inputs.language)
    year, period = quarter // 4, inputs.plan.period
    return name if period.within_a_year and year == period.starts.year else f"{name} {year}"
