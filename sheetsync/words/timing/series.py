"""Rules over what comes back: the due dates of a frequency within one plan year."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.model import DeadlineKind, Occurrence, PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.words import days
from sheetsync.words.days import Span
from sheetsync.words.grammar.month_days import DayOfMonth
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.repeats import Frequency
from sheetsync.words.grammar.times import Bound
from sheetsync.words.grammar.weekdays import OnWeekday
from sheetsync.words.lexicon.calendar import day_short
from sheetsync.words.lexicon.kinds import LAST, MONTHS_IN_YEAR, Unit
from sheetsync.words.rule import Rule
from sheetsync.words.timing import rules
from sheetsync.words.timing.placed_spans import PlacedSpan
from sheetsync.words.timing.rules import Meant
from sheetsync.words.timing.spans import label_of, span_of

_SCALES = {
    Unit.MONTH: Scale.MONTH,
    Unit.QUARTER: Scale.QUARTER,
    Unit.HALF_YEAR: Scale.HALF_YEAR,
}


@frozen
class Course:
    """How what comes back runs: in which plan, its parts counted from which month, with rests."""

    plan: PlanPeriod
    begins: int = 1  # the month, 1 to 12, with which the first quarter of a year begins
    rests: tuple[Span, ...] = ()


def recurring(
    occurrences: Iterable[Occurrence], rule: Rule, *, starts: date | None = None
) -> Meant | None:
    """A recurring deadline with those due dates, in their order; None where there are none."""
    # By day: two notations may name the same one, and nothing is due twice on it.
    found = {occurrence.due: occurrence for occurrence in occurrences}
    ordered = tuple(found[due] for due in sorted(found))
    if not ordered:
        return None
    # Labels tell the due dates of a measure apart; a single one has nothing to be told from.
    if len(ordered) == 1:
        ordered = (replace(ordered[0], label=""),)
    return Meant(
        kind=DeadlineKind.RECURRING,
        rule=rule,
        starts=starts,
        due=ordered[-1].due,
        occurrences=ordered,
    )


def _sometimes(due: date | None) -> Meant:
    """How often is known, on which days is not: `due` is the last day of all, if there is one."""
    return Meant(kind=DeadlineKind.RECURRING, rule=rules.SOMETIMES, due=due)


def step_of(frequency: Frequency) -> int:
    """How many months lie between two due dates; 0 where they are no whole part of a year."""
    length = frequency.unit.months * frequency.every
    if (
        frequency.vague
        or not length
        or length % frequency.times
        or MONTHS_IN_YEAR % (length // frequency.times)
    ):
        return 0
    return length // frequency.times


def regular(frequency: Frequency, window: Span, course: Course) -> Meant | None:
    """As in "ежемесячно", "2 раза в год", within a window of days and outside the rests."""
    step = step_of(frequency)
    if step:
        ends = _parts(step, window, course)
        return recurring((_at_end(span, course) for span in ends), rules.REPEATED)
    unknowable = frequency.unit >= Unit.YEAR and frequency.every > 1
    last = days.working_day(window.last) if frequency.working else window.last
    return _sometimes(None if unknowable else last)


def _parts(step: int, window: Span, course: Course) -> list[Span]:
    """Runs of `step` months that end within the window and outside the rests."""
    own = _of_plan(step, window, course.plan)
    if own:
        return own
    # From the year before: the last part of a year that begins in September ends in August.
    runs = [
        days.months(year, month, count=step)
        for year in range(window.first.year - 1, window.last.year + 1)
        for month in range(course.begins, course.begins + MONTHS_IN_YEAR, step)
    ]
    kept = [run for run in runs if window.first <= run.last <= window.last]
    return [run for run in kept if not _rests(run.last, course)]


def _rests(day: date, course: Course) -> bool:
    return any(rest.first <= day <= rest.last for rest in course.rests)


def _of_plan(step: int, window: Span, plan: PlanPeriod) -> list[Span]:
    """The parts of a plan that does not run with the calendar: its year, a school year's halves."""
    if plan.calendar or not plan.one_year:
        return []
    if step == MONTHS_IN_YEAR:
        return [window]
    if step * 2 == MONTHS_IN_YEAR and plan.schooling:
        turn = date(plan.ends.year, 1, 1)
        halves = (Span(window.first, turn - timedelta(days=1)), Span(turn, window.last))
        return [half for half in halves if half.first <= half.last]
    return []


def _at_end(span: Span, course: Course) -> Occurrence:
    return Occurrence(due=span.last, starts=span.first, label=_label(span, course))


def _label(span: Span, course: Course) -> str:
    length, plan = span.months, course.plan
    if length == MONTHS_IN_YEAR and not plan.within_a_year:
        return label_of(Point(scale=Scale.YEAR), span.first.year, plan)
    unit = Unit.of_months(length)
    if unit not in _SCALES:
        return f"до {day_short(span.last)}"
    number = (span.first.month - course.begins) % MONTHS_IN_YEAR // length + 1
    point = Point(scale=_SCALES[unit], number=number, month=span.first.month)
    return label_of(point, span.first.year, plan)


def on_days(
    said: DayOfMonth, frequency: Frequency | None, window: Span, course: Course
) -> Meant | None:
    """As in "до 7 числа следующего месяца", for each period in the window."""
    if said.any_period and frequency is None:
        return _sometimes(None)
    unit = _period_unit(said, frequency)
    if unit is None or not unit.months:
        return None  # "последний рабочий день недели"
    if unit is not Unit.MONTH and not said.month and not said.after:
        said = replace(said, after=True)  # "ежеквартально до 5 числа": of the month after it
    found = (
        _on_day(run, day, said, course)
        for run in _parts(unit.months, window, course)
        for day in said.days
    )
    return recurring(found, rules.DAY_OF_MONTH)


def _period_unit(said: DayOfMonth, frequency: Frequency | None) -> Unit | None:
    if frequency is None:
        return None if said.bare else said.unit or Unit.MONTH
    unit = Unit.of_months(step_of(frequency))
    if unit is None or said.unit in (None, unit):
        return None if said.bare and unit is Unit.YEAR else unit
    return unit if said.unit is Unit.MONTH and said.after else None


def _on_day(run: Span, day: int, said: DayOfMonth, course: Course) -> Occurrence:
    base = run.last if said.after else run.first
    number = run.months if said.month == LAST else max(said.month, 1)
    month = base.month + number - (0 if said.after else 1)
    due = day_of(said, day, *days.carried(base.year, month))
    own = len(said.days) > 1 or said.ahead
    label = day_short(due) if own else _label(run, course)
    return Occurrence(due=due, explicit=True, label=label)


def day_of(said: DayOfMonth, day: int, year: int, month: int) -> date:
    """The last day of what is said of each month, "до 5 числа", "первая неделя", in one of them."""
    if said.part:
        return span_of(replace(said.part, month=month), year).last
    due = days.day_in_month(year, month, day)
    return days.working_day(due) if said.working else due


def on_weekdays(said: OnWeekday, window: Span, course: Course) -> Meant | None:
    """As in "по пятницам" or "последняя пятница месяца" within the window, outside the rests."""
    if said.numbers:
        # Without the rests: a month that ends in one may have its Friday before it.
        spans = _parts(said.unit.months, window, replace(course, rests=()))
        found = [
            days.nth_weekday(span, said.weekdays[0], number)
            for span in spans
            for number in said.numbers
        ]
    else:
        found = [day for weekday in said.weekdays for day in days.weekdays(window, weekday)]
    kept = (day for day in found if day and not _rests(day, course))
    return recurring(
        (Occurrence(due=day, explicit=True, label=day_short(day)) for day in kept), rules.WEEKDAY
    )


def window_of(period: PlacedSpan | None, year: Span) -> Span:
    """The days that a period beside a repetition leaves of the plan year, or its own beyond it.

    "с марта по октябрь", "до 1 декабря", "начиная с апреля", "в 2021 году".
    """
    if period is None:
        return year
    match period.bound:
        case Bound.SINCE:
            span = Span(period.span.first, max(year.last, period.span.last))
        case Bound.UNTIL:
            span = Span(min(year.first, period.span.first), period.span.last)
        case _:
            edge = period.starts is None
            span = Span(year.first, period.span.last) if edge else period.span
    first, last = max(span.first, year.first), min(span.last, year.last)
    return Span(first, last) if first <= last else span


def onwards(first: tuple[Occurrence, ...], frequency: Frequency, course: Course) -> Meant | None:
    """As in "до 1 июня, далее ежеквартально": the days named, then all later ends of periods."""
    last = first[-1].due
    step = step_of(frequency)
    if not step:
        return None
    window = Span(last + timedelta(days=1), max(course.plan.ends, last + timedelta(days=1)))
    later = () if step == MONTHS_IN_YEAR else _parts(step, window, replace(course, rests=()))
    found = [*first, *(_at_end(span, course) for span in later)]
    return recurring(found, rules.ONWARDS, starts=first[0].starts)
