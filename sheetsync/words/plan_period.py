"""The period that a title, a tab or a heading names as its plan's: «на II квартал 2026 года»."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from sheetsync.model import DeadlineKind, PlanPeriod
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.lexicon.calendar import ENGLISH_MONTH, OF_MONTHS
from sheetsync.words.other_times import is_gone_through, own_words, unsigned
from sheetsync.words.pattern import SignedPattern, pattern, says_any
from sheetsync.words.school_words import has_school_year
from sheetsync.words.timing.rules import YEARS

# "2025", "2025/2026", "2025-26"; a day such as 15.12.2025 dates the paper, not the plan.
_YEARS = pattern(r"(?<![\d.№/])(20\d\d)(?:\s?[-–/]\s?(20\d\d|\d\d))?(?!\d)")
_FOR_ONE_YEAR = pattern(r"\b(?:на|for) (20\d\d)(?!\s?[-–/]\s?\d)", re.IGNORECASE)
# «25/26 уч. год», «учебный год 25/26»
_SHORT_YEARS = pattern(
    r"(?<![\d.№/])(?P<first>\d\d)\s?[-–/]\s?(?P<last>\d\d)"
    r"(?:(?=\s*(?:уч|school|academic))|(?<=(?:год|ear) \d\d.\d\d)(?![\d./]))"
)
# Of a month: «в школе № 2 посёлка 2025/2026» names no day.
_OF_A_MONTH = f"(?:{'|'.join(OF_MONTHS)})"
_DAYS = pattern(
    rf"(?<!\d)\d{{1,2}}(?:\.\s?\d\d\.\s?|[»\"]?\s+{_OF_A_MONTH}\s+"
    rf"|(?:st|nd|rd|th)?\s+{ENGLISH_MONTH}\s+)20\d\d"
    rf"|\b{ENGLISH_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+20\d\d",
    re.IGNORECASE,
)
# «ГИА-2026» is an event's name; «План-2026» is all that a title says of its year.
_IN_A_NAME = pattern(r"\w-$")
# What a year is told of that is not the plan's own: «по итогам 2025 года», «от 2025 г.».
_PAST = pattern(r"(?:№|итог\w*|за|от|с|до|после|основан\w*|созда\w*)\s*$", re.IGNORECASE)
_FISCAL = pattern(r"\bfy(?:\b|\d)|\b(?:fiscal|financial) year|\bфинансов\w+ г", re.IGNORECASE)
# A winter, and what is done in the summer before it.
_WINTER = SignedPattern(
    r"\bосенне-зимн\w+|\bотопительн\w+ (?:сезон|период)\w*|\bзимн\w+ (?:сезон|период)\w*|\bозп\b"
    r"|\b(?:heating|winter) season\b",
    re.IGNORECASE,
    signs="зимн отопит озп heating winter",
)
_TO_WINTER = pattern(r"\bк (?:началу )?зим[еы]\b", re.IGNORECASE)
# Of a school year: an autumn is shorter, and so is a spring.
_TERM_SIGNS = "семестр semester term"
_AUTUMN_TERM = SignedPattern(
    r"\bосенн\w+ семестр|\b(?:fall|autumn) (?:semester|term)\b", re.IGNORECASE, signs=_TERM_SIGNS
)
_SPRING_TERM = SignedPattern(
    r"\bвесенн\w+ семестр|\bspring (?:semester|term)\b", re.IGNORECASE, signs=_TERM_SIGNS
)
_SCHOOL_STEMS = ("уч", "school", "academ")
# An August without a year of its own.
AUGUST = pattern(r"\b(?:август\w*|aug(?:ust)?\b)\.?(?!\s*(?:\d{4}|месяц))", re.IGNORECASE)
# By a first of September without one.
END_OF_SUMMER = pattern(
    r"\b(?:до|к|по|не позднее) (?:0?1(?:-го)? сентября\b|0?1\.09\b)(?!\.?\s*\d)"
    r"|\b(?:by|until|till|to|before) (?:1(?:st)? September|September 1(?:st)?)\b(?!,?\s*\d{4})",
    re.IGNORECASE,
)
# What a section of its months is called: «Летний период», «Лето», «Летняя площадка».
SUMMER = pattern(r"\bлет(?:о\b|ом\b|н[а-яё]{1,3}\b)|\bsummer\b", re.IGNORECASE)
_DAY = (
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?[ .](?:of\s+)?[^\d\n]{0,9}?(?:\d\d\.)?"
    r"|\b\d\d/\d\d/|\b[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s*)"
)
_FROM_TO = pattern(
    r"\b(?:с|from)\s.{1,30}?\s(?:по|до|to|until|through)\s.{4,30}?20\d\d(?:\s*г\w*\.?)?"
    rf"|{_DAY}20\d\d(?:\s*г\w*\.?)?\s*(?:[-–—]|\bto\b|\bthrough\b|\bпо\b)\s*{_DAY}20\d\d"
    rf"|{_DAY}(?:to|through)\s+{_DAY}20\d\d",
    re.IGNORECASE,
)
# A year, with the day that it is of: «от 18 июня 2014 г.».
_YEAR_OR_DAY = pattern(
    r"(?:\bот )?(?:(?<!\d)\d{1,2}(?:\.\d\d\.|[»\"]? [а-яё]{3,8} ))?"
    r"(?<!\d)20\d\d(?!\d)(?: ?г(?:ода\b|\b\.?))?"
)
_PART_OF_YEAR = (
    *(DeadlineKind.MONTH, DeadlineKind.QUARTER, DeadlineKind.HALF_YEAR),
    *(DeadlineKind.RANGE, DeadlineKind.LIST),
)
_LONGEST = 5  # words before the year: «сентябрь 2025 – май 2026»
# So long before the year that a title names lies what is read without a year of its own.
_LONG_BEFORE = 4


def named_years(words: str) -> set[int]:
    """The years that a title or heading names as the plan's."""
    return {year for pair in _pairs(words) for year in pair}


def names_day(words: str) -> bool:
    """Whether they name a day with its year, as a paper's date does."""
    return bool(_DAYS.search(words))


def year_said(words: str) -> str:
    """The first words that name a year, whatever it is of, with its day; "" where none do."""
    found = _YEAR_OR_DAY.search(words)
    return found[0].strip() if found else ""


def other_years(words: str, period: PlanPeriod) -> set[int]:
    """The years that a title or heading names, none where any of them is the plan's own."""
    years = named_years(own_words(words)) or {
        near for year in named_years(words) for near in (year - 1, year)
    }
    return years if years.isdisjoint(range(period.starts.year, period.ends.year + 1)) else set()


def named_plan_period(words: str) -> PlanPeriod | None:
    """The period that a title names; None where it names no year, or years without a beginning.

    A school year is taken to end in May, a winter of two years in April. A financial year that lies
    in two calendar years begins where its organisation says, so "FY2025/26" alone names no days.
    """
    winter = _winter(words)
    if winter:
        return winter
    words = own_words(_with_centuries(words))
    spoken = _FROM_TO.search(words) if _may_name_days(words) else None
    part = _read(spoken[0]) if spoken else _named_term(words) or next(_parts(words), None)
    first, last = _only_pair(words)
    of_school = last == first + 1 and has_school_year(words)
    if part:
        return _of_school(part, first) if of_school else part
    if first == last:
        return PlanPeriod.of_year(first) if first else None
    if of_school:
        return PlanPeriod(date(first, 9, 1), date(last, 5, 31))
    is_programme = last > first + 1 or re.search(r"\bг(?:оды|одов|г)\b|\byears\b", words)
    return PlanPeriod(date(first, 1, 1), date(last, 12, 31)) if is_programme else None


def _with_centuries(words: str) -> str:
    """«Учебный год 25/26» as 2025/2026, where nothing else in it names a year."""
    if not says_any(words, _SCHOOL_STEMS) or _YEARS.search(words):
        return words
    return _SHORT_YEARS.sub(lambda pair: f"20{pair['first']}/20{pair['last']}", words)


def _winter(words: str) -> PlanPeriod | None:
    """The winter of two years with the summer before it, in which it is prepared for.

    Where it is only prepared for, the plan does not go through it: see `year_before`.
    """
    first = _winter_of(unsigned(words) if is_gone_through(words) else own_words(words))
    return PlanPeriod(date(first, 5, 1), date(first + 1, 4, 30)) if first else None


def _winter_of(words: str) -> int:
    """The first of the two years of a winter that words name, or 0."""
    first, last = _only_pair(words) if _WINTER.search(words) else (0, 0)
    return first if last == first + 1 else 0


def year_before(words: str) -> int:
    """The first of the two calendar years in which a plan that only prepares for a season may lie.

    A school year has its summer before it, a winter of two years lies in both; 0 for others.
    """
    if any(_pairs(own_words(words))) or is_gone_through(words):
        return 0
    first, last = _only_pair(unsigned(words))
    of_school = has_school_year(words)
    if last != first + 1 or of_school == bool(_WINTER.search(words) or _TO_WINTER.search(words)):
        return 0
    return first - 1 if of_school else first


def _named_term(words: str) -> PlanPeriod | None:
    """The autumn term ends with its exams in January, the spring term with those in June."""
    autumn, spring = _AUTUMN_TERM.search(words), _SPRING_TERM.search(words)
    if bool(autumn) == bool(spring):
        return None
    first, last = _only_pair(words)
    if not first:
        return None
    if autumn:
        return PlanPeriod(date(first, 9, 1), date(first + 1, 1, 31))
    return PlanPeriod(date(last, 2, 1), date(last, 6, 30))


def _of_school(part: PlanPeriod, first: int) -> PlanPeriod:
    """A part of the school year that begins in `first`: its II half, or its March, is next year's.

    A school's first half ends with December.
    """
    if part == PlanPeriod(date(first, 1, 1), date(first, 6, 30)):
        return PlanPeriod(date(first, 9, 1), date(first, 12, 31))
    if part == PlanPeriod(date(first, 7, 1), date(first, 12, 31)):
        return PlanPeriod(date(first + 1, 1, 1), date(first + 1, 5, 31))
    return part.later(12) if part.ends < date(first, 9, 1) else part


def fiscal_month(titles: Iterable[str]) -> int:
    """The month in which the fiscal year begins whose days a title names; 0 where none does."""
    named = (named_plan_period(title) for title in titles if _FISCAL.search(title))
    return next((plan.starts.month for plan in named if plan), 0)


def years_without_days(words: str) -> str:
    """Two adjoining years of a title that names no days of them, "2026/2027", or ""."""
    first, last = _only_pair(own_words(words))
    return f"{first}/{last}" if last == first + 1 and not named_plan_period(words) else ""


def narrowed(period: PlanPeriod, *headings: str) -> PlanPeriod:
    """The part of a period of several years that a heading names by its year, or all of it."""
    if period.within_a_year:
        return period
    years = {year for words in headings for year in named_years(words)}
    inside = [year for year in years if period.starts.year <= year <= period.ends.year]
    if len(inside) != 1:
        return period
    year = PlanPeriod.of_year(inside[0])
    return PlanPeriod(max(period.starts, year.starts), min(period.ends, year.ends))


def goes_on_planned(words: str) -> bool:
    """A title of a year and the two after it, as of a budget: «на 2026 год и плановый период …»."""
    return "плановый период" in words.casefold()


def _may_name_days(words: str) -> bool:
    """Whether a title says more than its year: a run reads few, and patterns of days cost it."""
    begun = f" {words.casefold()}"
    return len(re.findall(r"\d+", words)) > 1 or " с " in begun or " from " in begun


def _only_pair(words: str) -> tuple[int, int]:
    """The first and the last year of all mentions; (0, 0) where they differ, or there are none.

    «На 2026 год» is the plan's own beside the programme «на 2025–2027 годы» that it carries out.
    """
    pairs = set(_pairs(words))
    if len(pairs) > 1:
        years = set(map(int, _FOR_ONE_YEAR.findall(words)))
        own = {(first, last) for first, last in pairs if first == last and first in years}
        among = all(any(one <= year <= other for year, _ in own) for one, other in pairs)
        pairs = own if among else set()
    return pairs.pop() if len(pairs) == 1 else (0, 0)


def _pairs(words: str) -> Iterator[tuple[int, int]]:
    """The first and the last year of each mention; they are the same in "2026".

    A title in two languages names its years twice.
    """
    words = _DAYS.sub(" ", words) if _may_name_days(words) else words
    mentions = list(_YEARS.finditer(words))
    own = [each for each in mentions if not _IN_A_NAME.search(words[: each.start()])]
    for match in own or mentions:
        if not _PAST.search(words[: match.start()]):
            first = int(match[1])
            last = int(match[2] or first)
            # «2025-26» has the century of its first year.
            yield first, last if last > 99 else first // 100 * 100 + last


def _parts(words: str) -> Iterator[PlanPeriod]:
    """What the words before a year make of it: "II квартал 2026", the longest reading first."""
    words = _DAYS.sub(" ", words) if _may_name_days(words) else words
    # From the end: «сентябрь 2025 – май 2026» stands before the last of its years.
    for match in reversed(list(re.finditer(r"20\d\d", words))):
        before = words[: match.start()].split()
        for first in range(max(0, len(before) - _LONGEST), len(before)):
            told_of = " ".join(before[:first])
            found = _read(" ".join((*before[first:], match[0])))
            if found and not _PAST.search(told_of):
                yield found


def _read(phrase: str) -> PlanPeriod | None:
    no_year = min(int(year) for year in re.findall(r"20\d\d", phrase)) - _LONG_BEFORE
    deadline = read_deadline(phrase, year=no_year)
    # «Апрель, май, июнь 2026» has days from the first month's beginning on; "15, 30 June" has not.
    begin = [one.starts for one in deadline.occurrences if one.starts]
    if deadline.kind not in _PART_OF_YEAR or not deadline.due:
        return None
    if not begin or len(begin) < len(deadline.occurrences):
        return None
    is_whole = deadline.rule == YEARS.name or begin[0].year == no_year
    return None if is_whole else PlanPeriod(begin[0], deadline.due)
