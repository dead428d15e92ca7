"""Whether what is said about a period falls due after it: "отчёт за I квартал – до 10 апреля"."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.clauses import Clause
from sheetsync.words.grammar.month_days import DayOfMonth
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.grammar.repeats import Frequency
from sheetsync.words.grammar.times import Bound, Periods, TimeExpression
from sheetsync.words.timing.phrase import Phrase
from sheetsync.words.timing.spans import span_of

# After a quarter that long the next one has its turn: «2 кв. – до 15.11» is a slip.
_A_QUARTER = timedelta(days=92)


@frozen_positional
class _Window:
    """When it may fall due: behind a day, and by another where one ends it."""

    behind: date
    by: date | None = None

    def holds(self, due: date) -> bool:
        return self.behind < due and (self.by is None or due <= self.by)


def after_reports(clauses: tuple[Clause, ...], phrase: Phrase) -> bool:
    """Whether each report falls due after the end of what it is about.

    In "за год – до 20 января" alone that January is the plan's own, and it does not.
    """
    periods = iter(phrase.periods)
    trailing = _trailing(clauses)
    window: _Window | None = None
    due: date | None = None
    for clause in clauses:
        said = clause.content
        if isinstance(said, Remark):
            window = _window(said, phrase)
            if clause.bracketed or trailing:  # "до 15 июля (за I полугодие)"
                if due and window and due <= window.behind and not _is_some_year(said.about):
                    return False
                window = None
        elif isinstance(said, Periods):
            own = list(islice(periods, len(said.items)))
            due = own[0].span.last if own else None
            if due and window and not window.holds(due):
                return False
            window = None
    return True


def with_reported_day(clauses: tuple[Clause, ...], plan: PlanPeriod) -> tuple[Clause, ...] | None:
    """The clauses with the day behind what is reported on: «за I квартал до 20 числа следующего».

    None where nobody says which month that day is of.
    """
    reported = [each.content.about for each in clauses if isinstance(each.content, Remark)]
    about = next(filter(None, reported), None)
    if about is None or any(isinstance(each.content, Frequency) for each in clauses):
        return clauses
    days = [each.content for each in clauses if isinstance(each.content, DayOfMonth)]
    if not days:
        return clauses
    said = days[0]
    if days[1:] or not (said.after and about.quote) or said.unit or said.month or said.part:
        return None
    end = span_of(about, about.year or plan.starts.year).last + timedelta(days=1)
    points = (
        Point(scale=Scale.DAY, number=day, month=end.month, year=end.year) for day in said.days
    )
    due = Periods(tuple(TimeExpression(Bound.UNTIL, (point,)) for point in points))
    return tuple(replace(each, content=due) if each.content is said else each for each in clauses)


def _trailing(clauses: tuple[Clause, ...]) -> bool:
    """The report stands behind its day: "до 1 марта за прошлый год"."""
    said = (each.content for each in clauses if isinstance(each.content, Periods | Remark))
    first = next((each for each in said if isinstance(each, Periods) or each.about), None)
    return isinstance(first, Periods)


def _window(remark: Remark, phrase: Phrase) -> _Window | None:
    """A report is due behind its period; what the period only heads, inside it or soon after."""
    about = remark.about
    if about is None:
        return None
    span = span_of(about, about.year or phrase.year.first.year)
    return _Window(span.first, span.last + _A_QUARTER) if remark.heads else _Window(span.last)


def _is_some_year(about: Point | None) -> bool:
    """A year without its number may be the one before: "до 15 декабря, отчёт за год"."""
    return about is not None and about.scale is Scale.YEAR and not about.year
