"""Rules over what comes back: days of a month, weekdays, frequencies with what bounds them."""

from dataclasses import replace
from datetime import date

from sheetsync.model import DeadlineKind, PlanPeriod
from sheetsync.words import days
from sheetsync.words.calendar_facts import weekday_of
from sheetsync.words.days import NoSuchDay, Span
from sheetsync.words.grammar.month_days import DayOfMonth
from sheetsync.words.grammar.point import YEARS, Scale
from sheetsync.words.grammar.repeats import Frequency
from sheetsync.words.grammar.times import Bound, TimeExpression
from sheetsync.words.grammar.weekdays import OnWeekday
from sheetsync.words.lexicon.calendar import day_short
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, Unit
from sheetsync.words.timing import rules
from sheetsync.words.timing.dated import dated, listed, occurrences_of
from sheetsync.words.timing.phrase import Phrase, is_yearly
from sheetsync.words.timing.placed_spans import PlacedSpan, resolve
from sheetsync.words.timing.rules import Meant
from sheetsync.words.timing.series import (
    day_of,
    on_days,
    on_weekdays,
    onwards,
    recurring,
    regular,
    step_of,
    window_of,
)
from sheetsync.words.timing.spans import CORRECT_WEEKDAY


def read_days_of_month(phrase: Phrase) -> Meant | None:
    """A day of every month, or of the month after every quarter."""
    if len(phrase.days_of_month) > 1 or len(phrase.frequencies) > 1 or phrase.weekdays:
        return None
    said, frequency = phrase.days_of_month[0], phrase.frequency
    if frequency is None and said.bare and phrase.periods and all(map(_is_month, phrase.periods)):
        return _in_months(said, phrase.periods)
    if frequency and frequency == Frequency(Unit.MONTH, times=len(said.days), counted=True):
        frequency = Frequency(Unit.MONTH)  # "2 раза в месяц: 1 и 15 числа"
    beside = phrase.periods and all(period.explicit for period in phrase.periods)
    if beside:
        return _days_and_dates(phrase)
    if len(phrase.periods) > 1:
        return None
    window = window_of(phrase.period, phrase.working)
    return on_days(said, frequency, window, phrase.course)


def _is_month(period: PlacedSpan) -> bool:
    return period.scale is Scale.MONTH and period.bound is Bound.WITHIN


def _in_months(said: DayOfMonth, periods: tuple[PlacedSpan, ...]) -> Meant | None:
    """As in "апрель, июль, октябрь (до 10 числа)"."""
    due = [
        day_of(said, number, each.span.first.year, each.span.first.month)
        for each in periods
        for number in said.days
    ]
    return dated(tuple(_until(day) for day in due))


def _until(day: date) -> PlacedSpan:
    return PlacedSpan(
        bound=Bound.UNTIL,
        span=Span(day, day),
        scale=Scale.DAY,
        ends=Scale.DAY,
        label=day_short(day),
    )


def _days_and_dates(phrase: Phrase) -> Meant | None:
    """As in "до 5 числа каждого месяца и до 1 июля"."""
    said = phrase.days_of_month[0]
    repeated = on_days(said, phrase.frequency, phrase.working, phrase.course)
    if repeated is None or any(period.bound is Bound.SINCE for period in phrase.periods):
        return None
    # By day: a date that is one of the repeated days is due once.
    found = {each.due: each for each in (*repeated.occurrences, *occurrences_of(phrase.periods))}
    return listed(tuple(found[due] for due in sorted(found)))


def has_weekdays(phrase: Phrase) -> bool:
    """It has some that are more than a check beside each date, "15 июня (понедельник)".

    Raises NoSuchDay where one of the dates is another weekday.
    """
    said = phrase.weekdays
    if len(said) == 1 < len(phrase.periods) and _are_those(said[0], phrase):
        return False  # "по вторникам: 12, 19 мая"
    if len(said) != len(phrase.periods):
        return bool(said)
    checks = [*zip(said, phrase.periods, strict=True)]
    if any(each.every or each.numbers or day.scale is not Scale.DAY for each, day in checks):
        return True
    for each, day in checks:
        if day.span.last.weekday() not in each.weekdays:
            raise NoSuchDay(day.label, weekday_of(day.span.last), CORRECT_WEEKDAY)
    return False


def _are_those(said: OnWeekday, phrase: Phrase) -> bool:
    """Whether the days that are listed are on those weekdays, and nothing else comes back."""
    days = all(period.scale is Scale.DAY for period in phrase.periods)
    found = {period.span.last.weekday() for period in phrase.periods}
    once = not (said.numbers or said.within or phrase.frequencies)
    return once and days and found == set(said.weekdays)


def read_weekdays(phrase: Phrase) -> Meant | None:
    """Weekdays that come back, or one Friday of a month."""
    said, period = phrase.weekdays[0], phrase.period
    if len(phrase.weekdays) > 1 or len(phrase.periods) > 1:
        return None
    if _every_other_week(phrase) or (not said.numbers and _less_often(phrase.frequency)):
        return None
    if said.within:
        return None if period or phrase.frequencies else _within_months(said, phrase)
    monthly = phrase.frequency is not None and phrase.frequency.unit is Unit.MONTH
    nth = said.numbers and (said.monthly or monthly)
    comes_back = nth or (not said.numbers and (said.every or _weekly(phrase.frequency)))
    window = window_of(period, phrase.working)
    return on_weekdays(said, window, phrase.course) if comes_back else None


def _every_other_week(phrase: Phrase) -> bool:
    """As in "каждые 2 недели по вторникам": nobody knows on which of them."""
    frequency = phrase.frequency
    return frequency is not None and frequency.unit is Unit.WEEK and frequency.every > 1


def _less_often(frequency: Frequency | None) -> bool:
    """As in "раз в месяц, по пятницам": not on all of them. "Ежемесячно, по пятницам" may be."""
    if frequency is None or frequency.unit in (Unit.WEEK, Unit.DAY):
        return False
    return frequency.counted or frequency.unit is not Unit.MONTH


def _weekly(frequency: Frequency | None) -> bool:
    return frequency is not None and frequency.unit is Unit.WEEK and frequency.every == 1


def _within_months(said: OnWeekday, phrase: Phrase) -> Meant | None:
    months = (said.within, *said.others)
    found = [_within_month(replace(said, within=month, others=()), phrase) for month in months]
    if len(found) == 1:
        return found[0]
    days = [day for one in found if one for day in one.occurrences]
    one_each = bool(said.numbers) and len(days) == len(months)
    return listed(tuple(sorted(days, key=lambda day: day.due))) if one_each else None


def _within_month(said: OnWeekday, phrase: Phrase) -> Meant | None:
    if said.within is None or len(said.numbers) > 1:
        return None
    month = resolve((TimeExpression(Bound.WITHIN, (said.within,)),), phrase.plan)
    if month and not said.numbers:
        return on_weekdays(said, month[0].span, phrase.course)
    day = month and days.nth_weekday(month[0].span, said.weekdays[0], said.numbers[0])
    if not day or not month:
        return None
    exact = replace(month[0], span=Span(day, day), scale=Scale.DAY, ends=Scale.DAY)
    once = dated((exact,))
    return once and replace(once, rule=rules.WEEKDAY)


def read_repeated(phrase: Phrase) -> Meant | None:
    """A frequency, alone or with the days, months or bounds it is given."""
    frequency = phrase.frequencies[0]
    if len(phrase.frequencies) > 1:
        return None
    if frequency.from_then:
        first = occurrences_of(phrase.periods)
        return onwards(first, frequency, phrase.course) if first else None
    if is_yearly(frequency):
        return _yearly(phrase)
    if len(phrase.periods) > 1:
        return _named_times(phrase, frequency)
    if _one_day_for_many(phrase, frequency) or _on_one_day(phrase):
        return None
    window = window_of(phrase.period, phrase.working)
    found = regular(frequency, window, phrase.course)
    if found and phrase.periods and frequency.times > len(found.occurrences) > 0:
        return None  # "2 раза в год (весна-осень)", where one half-year ends
    return found and replace(found, starts=_since(phrase))


def _one_day_for_many(phrase: Phrase, frequency: Frequency) -> bool:
    """As in "ежемесячно до 4 мая": the end of all of it, or the day of one month."""
    until = phrase.period is not None and phrase.period.bound is Bound.UNTIL
    return until and phrase.periods[0].explicit and step_of(frequency) > 0


def _on_one_day(phrase: Phrase) -> bool:
    """As in "еженедельно 15 мая"."""
    period = phrase.period
    return period is not None and period.bound is Bound.WITHIN and period.scale is Scale.DAY


def _since(phrase: Phrase) -> date | None:
    return phrase.period.starts if phrase.period else None


def _yearly(phrase: Phrase) -> Meant | None:
    year_long = all(period.ends in YEARS for period in phrase.periods)
    if year_long or not phrase.periods:
        window = window_of(phrase.period, phrase.year)
        found = regular(Frequency(Unit.YEAR), window, phrase.course)
        return found and replace(found, rule=rules.YEARLY, starts=_since(phrase))
    once = dated(phrase.periods)
    if once is None or not once.occurrences:
        return None
    if phrase.frequency and phrase.frequency.counted and _several_a_year(once, phrase.plan):
        return None  # "1 раз в год: май, октябрь"
    if once.kind in (DeadlineKind.DATE, DeadlineKind.LIST):
        return recurring(once.occurrences, rules.YEARLY, starts=once.starts)
    return once  # "ежегодно в IV квартале" is that quarter of the plan year


def _several_a_year(once: Meant, plan: PlanPeriod) -> bool:
    years = 1 if plan.one_year else plan.ends.year - plan.starts.year + 1
    return len(once.occurrences) > years


def _named_times(phrase: Phrase, frequency: Frequency) -> Meant | None:
    """As in "2 раза в год: май, ноябрь": as many periods as times."""
    step = step_of(frequency)
    if any(period.bound is Bound.SINCE for period in phrase.periods):
        return None
    if not step or MONTHS_IN_YEAR // step != len(phrase.periods):
        return None
    found = occurrences_of(phrase.periods)
    return listed(found) if frequency.times > 1 else recurring(found, rules.REPEATED)
