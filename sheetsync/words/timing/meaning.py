"""Clauses to one meaning: which rule reads them together, and which clauses it leaves unused."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from sheetsync.model import DeadlineKind, PlanPeriod
from sheetsync.words.days import Span
from sheetsync.words.grammar.clauses import AllYear, Clause
from sheetsync.words.grammar.events import Relative
from sheetsync.words.grammar.left_over import LeftOver
from sheetsync.words.grammar.month_days import DayOfMonth
from sheetsync.words.grammar.point import YEARS, Edge, Scale
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.grammar.repeats import Except, Frequency
from sheetsync.words.grammar.times import Bound, Periods
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.grammar.weekdays import OnWeekday
from sheetsync.words.lexicon.kinds import Unit, Wait
from sheetsync.words.rule import Rule
from sheetsync.words.timing import rules
from sheetsync.words.timing.counting import counted
from sheetsync.words.timing.dated import all_year, dated, listed
from sheetsync.words.timing.phrase import Phrase, phrase_of, without_conditions
from sheetsync.words.timing.placed_spans import PlacedSpan
from sheetsync.words.timing.recurrence import (
    has_weekdays,
    read_days_of_month,
    read_repeated,
    read_weekdays,
)
from sheetsync.words.timing.reports import after_reports, with_reported_day
from sheetsync.words.timing.rules import Meant
from sheetsync.words.timing.sequels import without_sequel

_WAITS: dict[Wait | None, Rule] = {
    Wait.PLAN: rules.PLAN,
    Wait.REQUEST: rules.REQUEST,
    Wait.NEED: rules.NEED,
    Wait.TERM: rules.TERM,
    Wait.PROGRAMME: rules.PROGRAMME,
    Wait.OWN_TERM: rules.OWN_TERM,
    Wait.AFTERWARDS: rules.AFTERWARDS,
    None: rules.UNSET,
}
_OFTEN = (Frequency, DayOfMonth, OnWeekday)


def meaning_of(clauses: tuple[Clause, ...], plan: PlanPeriod, *, fiscal_month: int) -> Meant | None:
    """What the clauses mean together; None where they contradict each other.

    `fiscal_month` is the one with which quarters begin, where somebody has said so.
    Raises NoSuchDay for a day that the calendar does not have, or that depends on what nobody has
    said, OutOfCalendar for the calendar's ends.
    """
    heard = with_reported_day(without_sequel(without_conditions(clauses), plan), plan)
    if heard is None or _only_in_brackets(heard):
        return None
    if _is_named_twice(heard):
        return _same_day(heard, plan, fiscal_month)
    halves = _yearly_beside_dated(heard)
    if halves:
        return _both_halves(halves, plan, fiscal_month)
    phrase = phrase_of(heard, plan)
    if phrase is None or not after_reports(heard, phrase):
        return None
    if phrase.rests and not (phrase.repeats or phrase.all_year):
        return None
    if phrase.repeats and any(_ends_next_year(each, plan) for each in phrase.periods):
        return None
    for applies, rule in _RULES:
        if applies(phrase):
            meaning = counted(phrase, rule, fiscal_month, quote=_repeated(heard))
            return meaning if meaning and _holds_beside(heard, meaning, plan) else None
    return None


def _ends_next_year(period: PlacedSpan, plan: PlanPeriod) -> bool:
    """As in "ежемесячно с сентября по май", of this year's spring or the next one's; so in winter.

    Of what falls due once in winter only its first month is in the plan's year.
    """
    if period.scale is not Scale.SEASON:
        return period.turned and period.scale is None
    first, last = period.span.first, period.span.last
    return first.month == last.month or not plan.holds(first, last)


def _repeated(clauses: tuple[Clause, ...]) -> str:
    often = (each.quote for each in clauses if isinstance(each.content, _OFTEN))
    return next(often, "")


def _only_in_brackets(clauses: tuple[Clause, ...]) -> bool:
    """A time in brackets is no answer where what stands before waits for something.

    As in "дата уточняется (предварительно 24.04)", "по мере необходимости (в 2025 г. – в мае)";
    "по графику (май – июнь)" says when the plan has it.
    """
    first = clauses[0].content if clauses else None
    times = [each.content for each in clauses if isinstance(each.content, Periods)]
    inside = [each.bracketed for each in clauses if isinstance(each.content, Periods)]
    if _is_feast_without_date(clauses):
        return True
    if not isinstance(first, Waiting) or not times or not all(inside):
        return False
    days = any(point.scale is Scale.DAY for said in times for point in said.points)
    return first.conditional or (first.wait is None and days)


def _is_feast_without_date(clauses: tuple[Clause, ...]) -> bool:
    """As in "ко Дню учителя (дата по решению совета)": it is held on some day near the feast."""
    first = clauses[0].content if clauses else None
    feast = isinstance(first, Periods) and any(each.named is not None for each in first.points)
    dated = (each for each in clauses if each.bracketed and isinstance(each.content, Remark))
    return feast and any(each.quote.casefold().startswith("дата") for each in dated)


def _holds_beside(clauses: tuple[Clause, ...], meaning: Meant, plan: PlanPeriod) -> bool:
    """A date holds only beside words known to change nothing, and is none of long ago there.

    "Юбилей школы (май 1960)", "приказ (12.03.2019)" tell of the past.
    """
    left = [said.content for said in clauses if isinstance(said.content, LeftOver)]
    beside = [
        said.quote for said in clauses if isinstance(said.content, LeftOver | Remark | Waiting)
    ]
    if meaning.due is None or not beside:
        return True
    if meaning.due < plan.starts and any(each.casefold().startswith("послед") for each in beside):
        return False  # "последняя проверка – май 2025"
    return all(each.harmless for each in left) and (meaning.due >= plan.starts or not left)


def unused(clauses: tuple[Clause, ...], meant: Meant) -> tuple[str, ...]:
    """The words of the clauses that had no part in the meaning."""
    if meant.kind in (DeadlineKind.OPEN, DeadlineKind.RELATIVE):
        used: tuple[type, ...] = (Waiting, Relative)
    elif meant.kind is DeadlineKind.RECURRING:
        used = (Periods, Frequency, DayOfMonth, OnWeekday, Except)
    else:
        used = (Periods, AllYear, Frequency, DayOfMonth, OnWeekday)
    return tuple(clause.quote for clause in clauses if not isinstance(clause.content, used))


def _is_named_twice(clauses: tuple[Clause, ...]) -> bool:
    """As in "День матери (последнее воскресенье ноября)"."""
    if len(clauses) != 2 or not clauses[1].bracketed:
        return False
    named, weekday = (clause.content for clause in clauses)
    if not isinstance(named, Periods) or not isinstance(weekday, OnWeekday):
        return False
    by_name = len(named.points) == 1 and named.points[0].named is not None
    return by_name and weekday.within is not None


def _same_day(clauses: tuple[Clause, ...], plan: PlanPeriod, fiscal_month: int) -> Meant | None:
    first, second = (meaning_of((one,), plan, fiscal_month=fiscal_month) for one in clauses)
    return first if first and second and first.due == second.due else None


def _yearly_beside_dated(
    clauses: tuple[Clause, ...],
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]] | None:
    """The halves of "сводный – до 5 мая 2026 г., текущий – ежегодно до 1 июля"."""
    kinds = [type(clause.content) for clause in clauses]
    if kinds.count(Periods) != 2 or kinds.count(Frequency) != 1:
        return None
    at = kinds.index(Frequency)
    frequency = clauses[at].content
    yearly = isinstance(frequency, Frequency) and frequency.unit is Unit.YEAR
    named = Periods in kinds[: at - 1] and kinds[at - 1] is Remark and Periods in kinds[at:]
    inside = any(clause.bracketed for clause in clauses)
    return (clauses[:at], clauses[at:]) if yearly and named and not inside else None


def _both_halves(
    halves: tuple[tuple[Clause, ...], tuple[Clause, ...]], plan: PlanPeriod, fiscal_month: int
) -> Meant | None:
    first, second = (meaning_of(half, plan, fiscal_month=fiscal_month) for half in halves)
    if first is None or second is None or not (first.occurrences and second.occurrences):
        return None
    found = (*first.occurrences, *second.occurrences)
    return listed(tuple(sorted(found, key=lambda occurrence: occurrence.due)))


def _is_relative(phrase: Phrase) -> bool:
    """It waits for an event, which says more than why the days beside it are those."""
    spans = any(period.scale is None for period in phrase.periods)
    only_lengths = all(said.length and not said.event for said in phrase.relatives)
    if not phrase.relatives or (spans and only_lengths):
        return False  # "4 года, с мая 2019 по май 2023": the days are there
    said = phrase.relatives[0]
    if said.begins and {period.bound for period in phrase.periods} == {Bound.UNTIL}:
        return False  # "с момента подписания до 31 декабря": the last day is there
    # "с 10 мая и до первых заморозков", "август, перед началом сезона"
    stretches = bool(phrase.periods) and all(map(_is_stretch, phrase.periods))
    return bool(said.length) or not (_open_ended(phrase) or stretches)


def _relative(phrase: Phrase) -> Meant | None:
    """Days counted from an event, or the event alone."""
    said = phrase.relatives[0]
    if said.bare or not (phrase.dateless or _only_frequency(phrase)):
        return None
    if said.programme and not said.length:
        return Meant(kind=DeadlineKind.OPEN, rule=rules.PROGRAMME, waits_for=said.event)
    rule = rules.COUNTED if said.length else rules.EVENT
    return Meant(kind=DeadlineKind.RELATIVE, rule=rule, waits_for=said.event)


def _is_stretch(period: PlacedSpan) -> bool:
    return period.bound in (Bound.WITHIN, Bound.RANGE) and not period.explicit


def _open_ended(phrase: Phrase) -> bool:
    return len(phrase.periods) == 1 and phrase.periods[0].bound is Bound.SINCE


def _only_frequency(phrase: Phrase) -> bool:
    return not (phrase.periods or phrase.days_of_month or phrase.weekdays)


def _dated(phrase: Phrase) -> Meant | None:
    """Days, months, quarters, ranges and lists of them."""
    if any(said.wait is Wait.AFTERWARDS for said in phrase.waits):
        return None  # "до 4 мая, после заседания": which of the two?
    if len({said.wait for said in phrase.waits}) > 1 and len(phrase.periods) > 1:
        return None  # "по приказу до 1.10, по графику до 1.11"
    once = dated(phrase.periods, named=phrase.named)
    return _all_year_beside(once, phrase) if once and phrase.all_year else once


def _all_year_beside(once: Meant, phrase: Phrase) -> Meant | None:
    """What «постоянно» beside a time makes of it; None where the two contradict each other."""
    first, last = phrase.year.first, phrase.year.last
    if {period.bound for period in phrase.periods} == {Bound.UNTIL}:
        if once.due == last:
            return all_year(first, last)  # "постоянно, до 31.12"
        return _until(once, phrase) if phrase.lasting else None
    if once.kind is DeadlineKind.YEAR_ROUND:
        return once
    if once.starts and (_open_ended(phrase) or (phrase.onwards and len(phrase.periods) == 1)):
        return all_year(once.starts, max(last, once.starts))
    stretch = once.kind not in (DeadlineKind.DATE, DeadlineKind.MONTH)  # "ongoing, review in June"
    return once if once.starts and stretch else None


def _until(once: Meant, phrase: Phrase) -> Meant | None:
    """As in "постоянно до 1 сентября": from the plan's first day on."""
    if once.due is None or len(phrase.periods) > 1 or once.due < phrase.year.first:
        return None
    span, only = Span(phrase.year.first, once.due), phrase.periods[0]
    return dated((replace(only, bound=Bound.RANGE, span=span, scale=None, edge=Edge.NONE),))


def _all_year(phrase: Phrase) -> Meant | None:
    rests = any(rest.first <= phrase.year.last <= rest.last for rest in phrase.rests)
    return None if rests else all_year(phrase.year.first, phrase.year.last)


def _waiting(phrase: Phrase) -> Meant:
    named = [said for said in phrase.waits if said.wait is not None]
    said = named[0] if named else phrase.waits[0]
    return Meant(kind=DeadlineKind.OPEN, rule=_WAITS[said.wait], waits_for=said.what)


def _is_own_term(phrase: Phrase) -> bool:
    """As in "в течение года, 1 раз в четверть": the year says nothing that its terms do not."""
    own = any(said.wait is Wait.OWN_TERM for said in phrase.waits)
    year_long = all(period.ends in YEARS for period in phrase.periods)
    return own and year_long and not phrase.repeats


# Whether a phrase is a rule's business, then what it makes of it: None is a contradiction, and no
# later rule is asked.
_RULES: tuple[tuple[Callable[[Phrase], object], Callable[[Phrase], Meant | None]], ...] = (
    (_is_relative, _relative),
    (_is_own_term, _waiting),
    (attrgetter("days_of_month"), read_days_of_month),
    (has_weekdays, read_weekdays),
    (attrgetter("frequencies"), read_repeated),
    (attrgetter("periods"), _dated),
    (attrgetter("all_year"), _all_year),
    (attrgetter("waits"), _waiting),
)
