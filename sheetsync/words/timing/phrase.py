"""The clauses of a phrase sorted by what they say, with their days in the plan's period."""

from dataclasses import replace
from typing import TypeGuard

from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.words import days
from sheetsync.words.days import Span
from sheetsync.words.grammar.clauses import AllYear, Clause, Content
from sheetsync.words.grammar.events import Relative
from sheetsync.words.grammar.month_days import DayOfMonth
from sheetsync.words.grammar.point import Scale
from sheetsync.words.grammar.remarks import Name
from sheetsync.words.grammar.repeats import Except, Frequency
from sheetsync.words.grammar.times import Bound, Periods, TimeExpression
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.grammar.weekdays import OnWeekday
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.timing.each_year import of_each_year
from sheetsync.words.timing.excepted import excepted
from sheetsync.words.timing.placed_spans import PlacedSpan, resolve
from sheetsync.words.timing.series import Course, step_of

# What only adds a day to the one before: "апрель (при необходимости – октябрь)".
_IF_NEEDED = ("при необх", "по мере необх", "по необх", "if ne", "as ne", "if re", "as re")
_FRAMES = (Scale.MONTH, Scale.SEASON, Scale.QUARTER, Scale.HALF_YEAR)


@frozen
class Phrase:
    """The clauses of a phrase by what they say, resolved in the plan's period."""

    plan: PlanPeriod
    begins: int = 1  # the month with which its first quarter begins, by the calendar or not
    periods: tuple[PlacedSpan, ...] = ()
    frequencies: tuple[Frequency, ...] = ()
    days_of_month: tuple[DayOfMonth, ...] = ()
    weekdays: tuple[OnWeekday, ...] = ()
    rests: tuple[Span, ...] = ()
    relatives: tuple[Relative, ...] = ()
    waits: tuple[Waiting, ...] = ()
    all_year: bool = False
    onwards: bool = False  # "August – ongoing"
    lasting: bool = False  # "постоянно до 1 сентября", and no other words
    named: bool = False  # each of several times has its own affair

    @property
    def year(self) -> Span:
        """The plan's days."""
        return Span(self.plan.starts, self.plan.ends)

    @property
    def working(self) -> Span:
        """The plan's days on which things come back: of a school year those of its lessons.

        Its summer is among them where it is named to be excepted, "кроме июля и августа". A plan
        that ends in June has lessons, or exams, until then.
        """
        lessons = days.school_year(self.plan.starts.year)
        summer = any(lessons.last < rest.first <= self.plan.ends for rest in self.rests)
        if not self.plan.schooling or summer:
            return self.year
        return Span(lessons.first, self.plan.ends) if self.plan.ends.month == 6 else lessons

    @property
    def course(self) -> Course:
        """How what comes back runs in the plan."""
        return Course(plan=self.plan, begins=self.begins, rests=self.rests)

    @property
    def period(self) -> PlacedSpan | None:
        """The first period, if there is one."""
        return self.periods[0] if self.periods else None

    @property
    def frequency(self) -> Frequency | None:
        """The only frequency, if there is one."""
        return self.frequencies[0] if self.frequencies else None

    @property
    def repeats(self) -> bool:
        """Some clause says that it comes back."""
        return bool(self.frequencies or self.days_of_month or self.weekdays)

    @property
    def dateless(self) -> bool:
        """No clause names a day or a repetition."""
        return not (self.periods or self.repeats)


def phrase_of(clauses: tuple[Clause, ...], plan: PlanPeriod) -> Phrase | None:
    """The phrase of those clauses in the plan's period; None for a contradiction.

    Raises NoSuchDay for a day that the calendar does not have, OutOfCalendar for its ends.
    """
    contents = [clause.content for clause in clauses]
    periods = _all_periods(clauses, plan)
    rests = [excepted(said, plan) for said in contents if isinstance(said, Except)]
    if periods is None or None in rests:
        return None
    return Phrase(
        plan=plan,
        periods=_until_weekday(periods, contents),
        frequencies=_distinct([said for said in contents if isinstance(said, Frequency)]),
        days_of_month=tuple(said for said in contents if isinstance(said, DayOfMonth)),
        weekdays=tuple(said for said in contents if isinstance(said, OnWeekday)),
        rests=tuple(span for rest in rests for span in rest or ()),
        relatives=tuple(said for said in contents if isinstance(said, Relative)),
        waits=tuple(said for said in contents if isinstance(said, Waiting)),
        all_year=any(isinstance(said, AllYear) for said in contents),
        named=sum(isinstance(said, Name) for said in contents) == len(periods) > 1,
        lasting=len(contents) == 2 and any(isinstance(said, AllYear) for said in contents),
        onwards=bool(contents) and contents[-1] == AllYear(onwards=True),
    )


def _until_weekday(
    periods: tuple[PlacedSpan, ...], contents: list[Content]
) -> tuple[PlacedSpan, ...]:
    """As in "by Friday, 12 June": the word before the weekday is the date's."""
    until = any(isinstance(said, OnWeekday) and said.until for said in contents)
    one_day = len(periods) == 1 and periods[0].scale is Scale.DAY
    return (replace(periods[0], bound=Bound.UNTIL),) if until and one_day else periods


def turned(clauses: tuple[Clause, ...], plan: PlanPeriod) -> tuple[str, ...]:
    """The times that only their order puts behind the plan's year: "август, январь"."""
    periods = _all_periods(without_conditions(clauses), plan) or ()
    return tuple(period.label for period in periods if period.turned)


def _distinct(said: list[Frequency]) -> tuple[Frequency, ...]:
    """As in "4 раза в год (ежеквартально)": what is said twice counts once.

    So does "ежемесячно, до 5-го рабочего дня", of which no day is known.
    """
    vague = [each for each in said if each.vague]
    if len(vague) == 1 and {each.unit for each in said} == {vague[0].unit}:
        return tuple(vague)
    steps = {step_of(frequency) for frequency in said}
    return tuple(said[:1] if len(steps) == 1 and 0 not in steps else said)


def without_conditions(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """A condition in brackets takes the bracket along: "постоянно (при паводке – ежедневно)".

    A day in it stays where it may take the place of the one before: "май (при морозе – июнь)".
    """
    inside = [clause for clause in clauses if clause.bracketed]
    conditions = [
        each for each in inside if isinstance(each.content, Waiting) and each.content.conditional
    ]
    other_days = any(isinstance(each.content, Periods) for each in inside)
    added = all(each.quote.casefold().startswith(_IF_NEEDED) for each in conditions)
    plain = tuple(clause for clause in clauses if not clause.bracketed)
    return plain if conditions and plain and (added or not other_days) else clauses


def _all_periods(clauses: tuple[Clause, ...], plan: PlanPeriod) -> tuple[PlacedSpan, ...] | None:
    """All periods as one list; those in brackets say more exactly what stands before them."""
    yearly = [said for said in (each.content for each in clauses) if is_yearly(said)]
    said = (clause.content for clause in clauses if isinstance(clause.content, Periods))
    items = tuple(item for periods in said for item in periods.items)
    if (yearly or any(each.each_year for each in items)) and not plan.one_year:
        return of_each_year(items, plan, onwards=any(each.from_then for each in yearly))
    outer = _items(clauses, bracketed=False)
    inner = _items(clauses, bracketed=True)
    if outer and inner:
        whole = resolve(outer, plan)
        if whole and len(whole) > 1:
            return _each_exactly(whole, inner, plan)
        return _more_exactly(whole[0], inner) if whole else None
    items = outer or inner
    periods = resolve(items, plan) if items else ()
    return periods and _without_frame(items, periods)


def _more_exactly(
    whole: PlacedSpan, items: tuple[TimeExpression, ...]
) -> tuple[PlacedSpan, ...] | None:
    """The periods in brackets, where they lie in the one before: "май (10-15)"."""
    # In the year of what stands before the brackets, which may be none of the plan's.
    exact = resolve(items, PlanPeriod.of_year(whole.span.first.year))
    if exact is None:
        return None
    if all(whole.span.holds(period.span) for period in exact):
        return exact
    around = len(exact) == 1 and exact[0].span.holds(whole.span)
    return (whole,) if around else None  # "сентябрь (III квартал)"


def _each_exactly(
    whole: tuple[PlacedSpan, ...], items: tuple[TimeExpression, ...], plan: PlanPeriod
) -> tuple[PlacedSpan, ...] | None:
    """The periods in brackets, each in one of those before: "весной и осенью (апрель, октябрь)"."""
    exact = resolve(items, plan)
    if exact and [each.span for each in exact] == [each.span for each in whole]:
        return whole  # "12 июня (День России), 22 августа (День флага)"
    if exact is None or any(period.scale is Scale.DAY for period in whole):
        return None
    held = [[period.span.holds(one.span) for one in exact] for period in whole]
    every_one = all(map(any, held)) and all(sum(column) == 1 for column in zip(*held, strict=True))
    return exact if every_one else None


def _without_frame(
    items: tuple[TimeExpression, ...], periods: tuple[PlacedSpan, ...]
) -> tuple[PlacedSpan, ...]:
    """Without what only holds a day: of "май, ко Дню Победы", "апрель – май, до 5 мая" that day."""
    held = [
        period
        for item, period in zip(items, periods, strict=True)
        if item.points[-1].named is not None or _ends_on_day(period, periods)
    ]
    if len(periods) != 2 or len(held) != 1:
        return periods
    # Of "апрель – май, 15 мая" the day may well be one of two things.
    months = held[0].bound is Bound.UNTIL
    frames = [
        period
        for item, period in zip(items, periods, strict=True)
        if period.scale in _FRAMES or (months and all(p.scale in _FRAMES for p in item.points))
    ]
    return tuple(held) if frames and frames[0].span.holds(held[0].span) else periods


def _ends_on_day(period: PlacedSpan, periods: tuple[PlacedSpan, ...]) -> bool:
    """A bound, or a day behind the month."""
    bounds = (Bound.UNTIL, Bound.WITHIN) if period is periods[-1] else (Bound.UNTIL,)
    return period.scale is Scale.DAY and period.bound in bounds


def _items(clauses: tuple[Clause, ...], *, bracketed: bool) -> tuple[TimeExpression, ...]:
    items = tuple(
        item
        for clause in clauses
        if isinstance(clause.content, Periods) and clause.bracketed is bracketed
        for item in clause.content.items
    )
    yearly = any(is_yearly(clause.content) for clause in clauses)
    if yearly and len(items) > 1:
        return tuple(item for item in items if not item.names_years) or items
    return items


def is_yearly(meaning: object) -> TypeGuard[Frequency]:
    """It is a frequency of once a year, in whatever words."""
    return isinstance(meaning, Frequency) and step_of(meaning) == MONTHS_IN_YEAR
