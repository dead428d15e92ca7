"""What is said of a point without a year that has no one place in the plan's period."""

from sheetsync.model import PlanPeriod
from sheetsync.model.language import gettext_lazy
from sheetsync.words.days import NoSuchDay, Span
from sheetsync.words.grammar.point import Point


def not_held(point: Point, plan: PlanPeriod) -> NoSuchDay:
    """The plan's period does not hold the point."""
    return NoSuchDay(
        point.quote,
        gettext_lazy(
            "not in the plan's period ({first} – {last})", first=plan.starts, last=plan.ends
        ),
        gettext_lazy("Correct the deadline or add its year."),
        "deadline-outside-period",
    )


def held_often(point: Point, plan: PlanPeriod) -> NoSuchDay:
    """The plan's period holds it more than once."""
    first, last = plan.starts.year, plan.ends.year
    return NoSuchDay(
        point.quote,
        gettext_lazy(
            "comes more than once in the plan's period ({first}–{last})", first=first, last=last
        ),
        gettext_lazy("Enter the deadline with its year."),
        "deadline-which-year",
    )


def of_two_readings(point: Point, calendar: Span, own: Span, plan: PlanPeriod) -> NoSuchDay:
    """It is one quarter by the calendar, another from the plan's beginning."""
    return NoSuchDay(
        point.quote,
        gettext_lazy(
            "by the calendar it ends on {calendar}, from the plan's beginning on {own}",
            calendar=calendar.last,
            own=own.last,
        ),
        gettext_lazy(
            "Write its months, or settle it for all in sheetsync.toml, [plan]: "
            "fiscal_year_begins = 1 by the calendar, {month} from the plan's beginning.",
            month=plan.starts.month,
        ),
        "deadline-which-year",
    )
