"""Headings of sections: the time that they name, or that stands among their words."""

import re
from functools import lru_cache

from sheetsync.model import DeadlineKind
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS, WEEKDAYS
from sheetsync.words.pattern import SignedPattern, pattern, says_any
from sheetsync.words.periods import (
    BETWEEN,
    IN_BRACKETS,
    Period,
    days_called,
    named_period,
    period_called,
)

_PARTS_OF_YEAR = ("кв", "полугод", "четверт", "семестр", "триместр", "q", "h", "term", "semester")
_WITHOUT_DAYS = (DeadlineKind.YEAR_ROUND, DeadlineKind.RECURRING, DeadlineKind.OPEN)
_AT_END = pattern(r"(?:\s[-–—]\s|[,.:]\s|\()(?P<time>[^,()–—:]{3,30})\)?$")
_ANY_MONTH = rf"(?:{'|'.join(MONTH_NUMBERS)})"
_WEEKDAYS = "|".join(line.partition("|")[0].replace(" ", "|") for line in WEEKDAYS)
_WEEKDAY = pattern(rf"\b(?:{_WEEKDAYS})\b", re.IGNORECASE)
_MONTH_TO_MONTH = SignedPattern(
    rf"{_ANY_MONTH}\.?(?: 20\d\d)?\s*[-–—]\s*{_ANY_MONTH}\b", re.IGNORECASE, signs="- – —"
)
_BEFORE_MONTHS = "(", ":", "-", "–", "—", ","
# «Q1 (Jul–Sep)», «1 квартал: июль – сентябрь», whose owner counts them from another month.
_OWN_MONTHS = SignedPattern(
    r"(?:(?:q|h|quarter|half)\s?[1-4]|(?:[1-4]|i{1,3}|iv)(?:-?(?:й|ый|ий|ой|ое|st|nd|rd|th))?\s?"
    rf"(?:кв|полуг|quarter|half)[а-я]*\.?)\W+(?P<months>{_ANY_MONTH}.*{_ANY_MONTH}.*)",
    re.IGNORECASE,
    signs="q h кв полуг",
)
_DAY_NAMED = pattern(rf"\b\d{{1,2}}(?:\.\d\d\b|\s+{_ANY_MONTH}(?!\w))", re.IGNORECASE)
_PLAN_FOR = pattern(
    r"(?:(?:проект )?плана?(?:-график)?|график|перечень|мероприятия|plan|schedule)\b.*"
    r"\b(?:на|for) 20\d\d(?: год(?:а|у)?| г\.?)?(?: ?\([^()]*\))?[ .:]*"
)
_OF_DOCUMENT = pattern(r"(?:\bот|№|\bп\.|\bст\.)\s*$")
_OF_PLANS = pattern(
    r"(?:мероприят|план|работ|проводи|основн|событи|раздел|квартал|полугод|недел|декад|месяц|год|г\."
    r"|четверт|семестр|триместр|сезон|лет[оа]|зим[аы]|весн|осен|учебн|календарн|каникул|втор|перв"
    r"|трет|четв|на\b|за\b|в\b|с\b|по\b|до\b|и\b|к\b|теч|постоянн|ежемес|ежекв|ежедн|ежег|ежен"
    r"|of|in|for|the|plan|event|activit|month|quarter|half|year|term|week"
    rf"|[\W\divxх]+$|{_ANY_MONTH}(?!\w))"
)


@lru_cache(maxsize=1024)
def heading_period(words: str) -> Period | None:
    """As `named_period`; a heading may also be a day, «Понедельник, 16 марта», «До 1 февраля:»."""
    inner = IN_BRACKETS.findall(words)
    whole = tidy(words).rstrip(" .:")
    if _MONTH_TO_MONTH.match(whole):
        inner.append(whole)
    found = (
        _by_its_months(whole)
        or named_period(words)
        or next(filter(None, map(days_called, inner)), None)
    )
    if found:
        return found
    # On which weekday a day falls hangs on the year, which is not known here.
    read = read_in_any_year(_WEEKDAY.sub("", tidy(words)).strip(" ,.():"))
    once = read.occurrences[0] if len(read.occurrences) == 1 else None
    if read.kind is not DeadlineKind.DATE or once is None or read.unused:
        return None
    return Period.as_said(tidy(words).rstrip(" :"), once.due, once.due)


def _by_its_months(words: str) -> Period | None:
    # A quick look first: to compile a pattern of all months takes a run time.
    found = says_any(words, _BEFORE_MONTHS) and _OWN_MONTHS.fullmatch(words)
    if not found:
        return None
    said = found["months"].replace(")", "")
    listed = [one for one in map(period_called, BETWEEN.split(said)) if one]
    if not listed:
        period = days_called(said)
        return period if period and period.months else None
    period = days_called(f"{listed[0].name} – {listed[-1].name}")  # «апрель, май, июнь»
    return period if period and period.months == len(listed) else None


def dated_heading(words: str) -> Period | None:
    """The time that a heading names at its end: «Заседание № 1 – 25 февраля», «… Май 2025»."""
    match = _AT_END.search(tidy(words).rstrip(" .:"))
    return section_period(match["time"]) if match else None


def may_name_part(words: str) -> bool:
    """A quick look, whether a heading may name a month or another part of a year."""
    said = (word.strip("«(.,:)»") for word in fold(words).split())
    return any(word in MONTH_NUMBERS or word.startswith(_PARTS_OF_YEAR) for word in said)


def section_period(words: str) -> Period | None:
    """As `heading_period`; a section may also be of what comes back or waits: «Ежемесячно»."""
    found = heading_period(words)
    if found:
        return found
    name = tidy(words).strip(" .:")
    read = read_in_any_year(name)
    if read.unused or read.doubts:
        return None
    once = read.occurrences[0] if len(read.occurrences) == 1 else None
    if read.kind is DeadlineKind.RANGE and once and once.starts:
        return Period.as_said(name, once.starts, once.due)  # «С 16 по 20 февраля»
    return Period.as_said(name) if read.kind in _WITHOUT_DAYS else None


def is_only_time(heading: str) -> bool:
    """A heading of nothing but a time and what a plan is of: «Мероприятия на I квартал 2026 г.»."""
    if period_called(tidy(heading).strip(" .:")):
        return True
    return all(map(_OF_PLANS.match, fold(heading).split()))


def is_of_year(heading: str) -> bool:
    """A heading of all that is planned for a year: «2027 год», «График ремонта на 2027 год»."""
    return is_only_time(heading) or bool(_PLAN_FOR.fullmatch(fold(heading)))


def tells_day(words: str) -> bool:
    """A day stands among the words, and is none of a document: «Провести сбор до 15 апреля»."""
    return any(not _OF_DOCUMENT.search(words[: day.start()]) for day in _DAY_NAMED.finditer(words))


def in_some_month(text: str) -> str:
    """Days whose month stands elsewhere, «до 6», with one, so that they can be told to be days."""
    return f"{text} марта"
