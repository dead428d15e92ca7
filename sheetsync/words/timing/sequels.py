"""Of two clauses of which one only says more of the other: that which holds."""

from sheetsync.model import PlanPeriod
from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.clauses import Clause
from sheetsync.words.grammar.events import SAID_TO, Relative
from sheetsync.words.grammar.moved import begins_move, is_later
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.grammar.repeats import Frequency
from sheetsync.words.grammar.times import LIMITS, Bound, Periods, TimeExpression
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.grammar.weekdays import OnWeekday
from sheetsync.words.lexicon.beside import is_dated_paper
from sheetsync.words.lexicon.kinds import Unit, Wait
from sheetsync.words.lexicon.named_days import NAMED_DAYS

_BEFORE = ("before ", "by ", "until ", "ahead of ", "prior to ", "перед ")
_EVES = ("перед ", "накануне ", "в преддверии ", "before ", "ahead of ")
_WITHIN = ("в рамках ", "в ходе ")
_EVENT_HEADS = ("до ", "by ", "until ", "till ", *SAID_TO)
_LAST = (*LIMITS, "by ")
_DAILY = ("перед ", "before ", "в начале ", "в конце ", "по окончании ")
_OF_A_DAY = (
    *("смен", "работ", "дня", "день", "урок", "заняти", "рейс", "открыти", "закрыти"),
    *("shift", "work", "opening", "closing", "class", "day"),
)
_FEW_DAYS = 7
_STRETCHES = (Scale.HALF_MONTH, Scale.DECADE, Scale.MONTH, Scale.QUARTER, Scale.HALF_YEAR)


def without_sequel(clauses: tuple[Clause, ...], plan: PlanPeriod) -> tuple[Clause, ...]:
    """Of two clauses the time, where the other only says more of it."""
    if len(clauses) == 3 and isinstance(clauses[0].content, Frequency):
        clauses = tuple(each for each in clauses if not _is_aside(each))
    if len(clauses) != 2:
        return clauses
    beside = tuple(each for each in clauses if not _is_rare(each))
    if len(beside) == 1 and _is_due(beside[0], plan):
        return beside
    match clauses[0].content:
        case Relative():
            return _without_bound(clauses, plan)
        case Waiting() if _is_bounded(clauses):
            return clauses[1:]
        case Frequency(unit=Unit.DAY | Unit.WEEK) if _is_daily(clauses[1]):
            return clauses[:1]
        case Periods() if _is_length(clauses[1]) and _is_until(clauses[0]):
            return clauses[:1]
        case Periods() if _is_moved(clauses) or _is_by_named_day(clauses, plan):
            return clauses[1:]
        case Periods(items=(only,)) if _is_sequel(clauses[1], only):
            return clauses[:1]
    return clauses


def _is_aside(clause: Clause) -> bool:
    return isinstance(clause.content, Remark) and clause.content.about is None


def _is_daily(clause: Clause) -> bool:
    """As in "ежедневно перед началом смены": an hour of the day, not of the plan."""
    event = isinstance(clause.content, Relative) and not clause.content.length
    said = clause.quote.casefold()
    return event and said.startswith(_DAILY) and any(part in said for part in _OF_A_DAY)


def _is_rare(clause: Clause) -> bool:
    """As in "раз в 3 года"."""
    said = clause.content
    return isinstance(said, Frequency) and said.unit is Unit.YEAR and said.every > 1


def _is_due(clause: Clause, plan: PlanPeriod) -> bool:
    """As in "раз в 3 года, ноябрь 2026": one of the plan's years is named."""
    if not isinstance(clause.content, Periods) or Bound.SINCE in clause.content.bounds:
        return False
    years = range(plan.starts.year, plan.ends.year + 1)
    return all(point.year in years and point.scale < Scale.YEAR for point in _points(clause))


def _is_length(clause: Clause) -> bool:
    """As in "до 31.12.2027 (2 года)": how long it takes."""
    said = clause.content
    bare = clause.bracketed and isinstance(said, Relative) and said.bare
    return bare and not clause.quote.casefold().startswith("за ")  # a report's own year


def _is_moved(clauses: tuple[Clause, ...]) -> bool:
    """As in "до 1 мая (продлён до 1 июня)": the later of two days holds."""
    if not clauses[1].bracketed or not all(map(_is_day, clauses)):
        return False
    (was,), (holds,) = map(_points, clauses)
    return begins_move(fold(holds.quote)) and is_later(was, holds)


def _is_by_named_day(clauses: tuple[Clause, ...], plan: PlanPeriod) -> bool:
    """As in "до Радоницы (до 20.04.2026)": the day in brackets is that or a few days before it."""
    if not all(map(_is_until, clauses)):
        return False
    (event,), (day,) = map(_points, clauses)
    if event.named is None or day.named is not None or day.scale is not Scale.DAY:
        return False
    year = day.year or plan.starts.year
    feast = NAMED_DAYS[event.named].on(year)
    if not clauses[1].bracketed or (event.year and event.year != year):
        return False
    days = (feast.month - day.month) * 31 + feast.day - day.number
    return 0 <= days <= _FEW_DAYS


def _is_bounded(clauses: tuple[Clause, ...]) -> bool:
    """As in "в рамках подготовки к ОЗП (до 01.11.2026)", "после ремонта, но не позднее 1 мая"."""
    within = clauses[0].quote.casefold().startswith(_WITHIN) and clauses[1].bracketed
    after = isinstance(clauses[0].content, Waiting) and clauses[0].content.wait is Wait.AFTERWARDS
    limited = after and clauses[1].quote.casefold().startswith(_LAST)
    return (within or limited) and _is_until(clauses[1]) and _is_day(clauses[1])


def _is_sequel(clause: Clause, time: TimeExpression) -> bool:
    """A month that stands first says when, "июнь, после экзаменов"; "после экзаменов, июнь" not.

    So does a day before brackets: "5 марта (накануне праздника)".
    """
    quote = clause.quote.casefold()
    match clause.content:
        case Waiting(wait=Wait.AFTERWARDS):
            # More than one phrase may take the month back: "май (после ремонта, если успеем)".
            month = time.bound is Bound.WITHIN and time.points[-1].scale in _STRETCHES
            return month and "," not in quote
        case Relative(length=""):
            named = time.bound in (Bound.WITHIN, Bound.UNTIL)
            eve = time.points[-1].scale is Scale.DAY and quote.startswith(_EVES)
            towards = time.bound is Bound.UNTIL and quote.startswith(SAID_TO)
            aside = clause.bracketed or towards or eve  # "20 марта, перед каникулами"
            day = time.bound is Bound.UNTIL and time.points[-1].scale is Scale.DAY
            return named and aside and (day or not quote.startswith("до "))
    return False


def _without_bound(clauses: tuple[Clause, ...], plan: PlanPeriod) -> tuple[Clause, ...]:
    """Of two bounds the day: "до наступления морозов, не позднее 1 ноября", "к форуму 5 мая".

    In brackets it is the event's own: "до Покрова (14.10)", not "до выхода приказа (12.03)"; a
    bound there is what the words before it come to: "за 10 дней до выборов (до 10 сентября)".
    """
    event, times = (each.content for each in clauses)
    if not isinstance(event, Relative) or event.begins:
        return clauses
    if clauses[1].bracketed and _is_until(clauses[1]):
        return clauses[1:] if _is_day(clauses[1]) else clauses
    if event.length:
        limited = _is_day(clauses[1]) and clauses[1].quote.casefold().startswith(_LAST)
        return clauses[1:] if limited else clauses
    if isinstance(times, OnWeekday) and times.within and clauses[1].bracketed:
        # "ко Дню посёлка (первая суббота августа)"
        headed = clauses[0].quote.casefold().startswith(_EVENT_HEADS)
        return clauses[1:] if headed and len(times.numbers) == 1 else clauses
    if not isinstance(times, Periods) or len(times.bounds) != 1:
        return clauses
    heads = {
        Bound.UNTIL: ("до ", *SAID_TO, *_BEFORE),
        Bound.WITHIN: (*SAID_TO, "by ", "в день ", "на день "),  # "в день выборов, 20 сентября"
    }.get(times.bounds[0], ())
    quote = clauses[0].quote.casefold()
    if clauses[1].bracketed and times.bounds == [Bound.WITHIN]:
        heads = _EVENT_HEADS if _is_own_day(clauses, plan) else SAID_TO
    return clauses[1:] if times.is_day and quote.startswith(heads) else clauses


def _is_own_day(clauses: tuple[Clause, ...], plan: PlanPeriod) -> bool:
    """Whether the day in brackets is for certain that of the event before them.

    Not of a paper, which has one of its own, nor of long ago; one in figures alone only of what has
    a name, "до Покрова (14.10)": "до кабинета (12.05)" may number it.
    """
    event, day = clauses[0].quote, clauses[1].quote
    years = [said.year for said in _points(clauses[1]) if said.year]
    past = any(year < plan.starts.year for year in years)
    if past or any(map(is_dated_paper, event.casefold().split())):
        return False
    named = any(word[0].isupper() for word in event.split()[1:])
    spelled = any(map(str.isalpha, day)) or bool(years)
    return named or (spelled and event.casefold().startswith(_EVENT_HEADS[0]))


def _is_day(clause: Clause) -> bool:
    return isinstance(clause.content, Periods) and clause.content.is_day


def _is_until(clause: Clause) -> bool:
    """It is a single time, the end of what it bounds."""
    return isinstance(clause.content, Periods) and clause.content.bounds == [Bound.UNTIL]


def _points(clause: Clause) -> tuple[Point, ...]:
    return clause.content.points if isinstance(clause.content, Periods) else ()
