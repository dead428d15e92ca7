"""Rules over periods alone: one day, month or range, or a list of them."""

from datetime import date

from sheetsync.model import DeadlineKind, Occurrence
from sheetsync.words.grammar.point import YEARS, Edge, Scale
from sheetsync.words.grammar.times import Bound
from sheetsync.words.rule import Rule
from sheetsync.words.timing import rules
from sheetsync.words.timing.placed_spans import PlacedSpan
from sheetsync.words.timing.rules import Meant

_BY_SCALE: dict[Scale, tuple[DeadlineKind, Rule]] = {
    Scale.DAY: (DeadlineKind.DATE, rules.DAY),
    Scale.WEEK: (DeadlineKind.RANGE, rules.RANGE),
    Scale.DECADE: (DeadlineKind.RANGE, rules.RANGE),
    Scale.HALF_MONTH: (DeadlineKind.RANGE, rules.RANGE),
    Scale.MONTH: (DeadlineKind.MONTH, rules.MONTH),
    Scale.SEASON: (DeadlineKind.RANGE, rules.SEASON),
    Scale.QUARTER: (DeadlineKind.QUARTER, rules.QUARTER),
    Scale.HALF_YEAR: (DeadlineKind.HALF_YEAR, rules.HALF_YEAR),
    Scale.YEAR: (DeadlineKind.YEAR_ROUND, rules.ALL_YEAR),
    Scale.SCHOOL_YEAR: (DeadlineKind.YEAR_ROUND, rules.SCHOOL_YEAR),
    Scale.OWN: (DeadlineKind.RANGE, rules.OWN_TERM),
}


def dated(periods: tuple[PlacedSpan, ...], *, named: bool = False) -> Meant | None:
    """The deadline of one period or of a list of them; None where they make no sense together.

    `named` are several that have each an affair of its own: none of them bounds another.
    """
    if len({(period.span, period.bound) for period in periods}) == 1:
        return _single(periods[0])
    bounds = {period.bound for period in periods}
    if bounds == {Bound.SINCE, Bound.UNTIL} and len(periods) == 2:
        return _framed(*periods)
    years = [period.ends in YEARS for period in periods]
    if any(years) and {period.span.last for period in periods} == {periods[0].span.last}:
        return _single(periods[years.index(True)])  # "в течение года, до 31.12"
    if not _may_follow_each_other(periods, named=named):
        return None
    found = occurrences_of(periods)
    if len(found) == 1:
        return _single(periods[0])  # "май, до 31 мая"
    return None if _at_odds(periods) or _overlap(periods) else listed(found)


def _may_follow_each_other(periods: tuple[PlacedSpan, ...], *, named: bool) -> bool:
    """No time without an end, no whole year among others, no last day outside of a stretch."""
    endless = any(period.bound is Bound.SINCE for period in periods)
    until_years = [period.ends in YEARS for period in periods]
    mixed = any(until_years) and not all(until_years)
    whole_years = any(period.scale in YEARS for period in periods)
    return not (endless or mixed or whole_years or (not named and _bounded_elsewhere(periods)))


def _bounded_elsewhere(periods: tuple[PlacedSpan, ...]) -> bool:
    """As in "I квартал, до 15 июля": a stretch and then a last day outside it."""
    if len(periods) != 2:
        return False
    stretch, bound = periods
    stretched = stretch.bound is Bound.WITHIN and not stretch.explicit
    return stretched and bound.bound is Bound.UNTIL and bound.scale is Scale.DAY


def _at_odds(periods: tuple[PlacedSpan, ...]) -> bool:
    """As in "до начала апреля, не позднее 1.04": one time said twice, a day apart."""
    bounds = all(period.bound is Bound.UNTIL for period in periods)
    edges = any(period.edge is not Edge.NONE for period in periods)
    days = [period.span.last for period in periods]
    return bounds and edges and (max(days) - min(days)).days == 1


def _overlap(periods: tuple[PlacedSpan, ...]) -> bool:
    """As in "II-III кварталы, летний период": which of the two is meant is not said."""
    if any(period.bound is Bound.UNTIL for period in periods):
        return False
    stretches = [each.span for each in periods if not each.explicit]
    return any(one != other and one.holds(other) for one in stretches for other in stretches)


def listed(occurrences: tuple[Occurrence, ...]) -> Meant:
    """A list of several due dates."""
    return Meant(
        kind=DeadlineKind.LIST,
        rule=rules.LIST,
        due=occurrences[-1].due,
        occurrences=occurrences,
    )


def occurrences_of(periods: tuple[PlacedSpan, ...]) -> tuple[Occurrence, ...]:
    """One occurrence for each last day, in their order."""
    by_due = {
        period.span.last: Occurrence(
            due=period.span.last,
            starts=period.starts,
            explicit=period.explicit,
            label=period.label,
        )
        for period in reversed(periods)  # of two with one last day the first stays
    }
    return tuple(by_due[due] for due in sorted(by_due))


def all_year(starts: date, due: date) -> Meant:
    """Work without a day of its own until the end of the year."""
    return Meant(kind=DeadlineKind.YEAR_ROUND, rule=rules.ALL_YEAR, starts=starts, due=due)


def _single(period: PlacedSpan) -> Meant | None:
    if period.bound is Bound.SINCE:
        starts = period.span.first
        return Meant(kind=DeadlineKind.RANGE, rule=rules.SINCE, starts=starts)
    kind, rule = _kind(period)
    whole = period.edge is Edge.NONE
    if period.bound is Bound.UNTIL and period.scale is Scale.SEASON and whole:
        return None  # "до осени" may mean its first day or its last
    if kind is DeadlineKind.YEAR_ROUND:
        return Meant(kind=kind, rule=rule, starts=period.span.first, due=period.span.last)
    return _once(period, kind, rule)


def _once(period: PlacedSpan, kind: DeadlineKind, rule: Rule) -> Meant:
    due = period.span.last
    once = Occurrence(due=due, starts=period.starts, explicit=period.explicit)
    return Meant(kind=kind, rule=rule, starts=period.starts, due=due, occurrences=(once,))


def _kind(period: PlacedSpan) -> tuple[DeadlineKind, Rule]:
    if period.scale is None:
        return DeadlineKind.RANGE, rules.YEARS if period.ends in YEARS else rules.RANGE
    if period.edge in (Edge.FIRST_THIRD, Edge.MIDDLE_THIRD, Edge.WEEK):
        return DeadlineKind.RANGE, rules.PART_OF
    if period.edge is not Edge.NONE:
        return DeadlineKind.DATE, rules.END_OF
    if period.bound is Bound.UNTIL and period.scale in YEARS:
        return DeadlineKind.DATE, rules.END_OF
    return _BY_SCALE[period.scale]


def _framed(one: PlacedSpan, other: PlacedSpan) -> Meant | None:
    """As in "не ранее 1 мая и не позднее 10 июня", not "до 1 мая; с 1 мая – постоянно"."""
    since, until = (one, other) if one.bound is Bound.SINCE else (other, one)
    if since.span.first >= until.span.last or since.turned or until.turned:
        return None
    starts, due = since.span.first, until.span.last
    once = Occurrence(due=due, starts=starts, explicit=until.explicit)
    return Meant(
        kind=DeadlineKind.RANGE, rule=rules.RANGE, starts=starts, due=due, occurrences=(once,)
    )
