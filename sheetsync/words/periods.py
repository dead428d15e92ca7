"""Times that a heading or a column names, and words that are read in them: «15» under «МАРТ»."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from sheetsync.model import Deadline, DeadlineKind, PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.words.calendar_facts import ENGLISH_MONTHS
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.days import LATER, LEAP, Span
from sheetsync.words.deadlines import read_deadline, read_in_any_year
from sheetsync.words.hours import is_of_a_day
from sheetsync.words.lexicon.calendar import MONTHS, day_short
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR, Unit
from sheetsync.words.numerals import ROMAN, UP_TO_FORTY, is_roman
from sheetsync.words.pattern import pattern

_KINDS = {
    Unit.MONTH: DeadlineKind.MONTH,
    Unit.QUARTER: DeadlineKind.QUARTER,
    Unit.HALF_YEAR: DeadlineKind.HALF_YEAR,
}
_LONGEST = 3  # words of a period's name: "IV квартал 2026"
_NEXT = pattern(r"следую|\bпосле\b|\bитог|\bоконч|\bзаверш|\bистеч|follow|after|next")
_LONGEST_OF_DAYS = timedelta(days=31)
_MOST = 10  # words of a heading
# «3 месяца» and «3 мес.» are lengths: a month put in their place would make a third day of them.
_UNIT = pattern(
    r"(?<!\w)(?<!\d )(?:(?:этого|данного|текущего|всего|the|this|of|all|whole) )*"
    r"(?:(?P<unit>месяц|квартал|полугоди|month|quarter)[аяе]?"
    r"|(?P<short>мес|кв|полуг)\b\.?)(?!\w)"
)
_MONTHS_OF = {"месяц": 1, "мес": 1, "month": 1, "квартал": 3, "кв": 3, "quarter": 3}
_MONTHS_OF |= {"полугоди": 6, "полуг": 6}
# «В течение» of what is said by the heading alone.
_ALL_OF_IT = pattern(r"(?:в\s*теч(?:ени[еи]|\.)?|throughout)")
# «7, 14.00»: no month is called 00 or 30, so that only an hour can stand behind the comma.
_DAY_AND_HOUR = pattern(
    r"(?P<day>\d{1,2}),\s*(?P<hours>\d{1,2})[.:](?P<minutes>00|1[3-9]|[2-5]\d)(?P<rest>\D*)"
)
_DAY_OR_HOUR = pattern(r"\d{1,2},\s*\d{1,2}\.(?:0[1-9]|1[0-2])")
_OF_DAYS = pattern(r"\s*(?:-?го\b)?\s*числ[оа]м?\b")
_FIRST_DAYS = pattern(r"^(\D{0,4}\d{1,2}(?:\s*[,;и–-]\s*\d{1,2})*)(?=\D)")
_LISTED = pattern(rf"^(?:{UP_TO_FORTY.upper()}|\d{{1,2}})[.)]\s+(?=\D)")  # «I. Март», not «1. 2026»
YEAR = pattern(r"\b20\d\d\b")
BETWEEN = pattern(r"[,;]|\bи\b|\band\b")
IN_BRACKETS = pattern(r"\(([^()]{3}[^()]*)\)")
_ALL_YEAR = pattern(r"год|year")
_FIRST_DAY, _LAST_DAY = date(LEAP, 1, 1), date(LEAP, 12, 31)
_UNTOLD = (DeadlineKind.RELATIVE, DeadlineKind.UNREADABLE)
_UNDATED = (*_UNTOLD, DeadlineKind.YEAR_ROUND)
_WITHOUT_DAY = (
    *(DeadlineKind.OPEN, DeadlineKind.RELATIVE, DeadlineKind.RECURRING),
    DeadlineKind.YEAR_ROUND,
)


@frozen
class Period:
    """A month, quarter or half-year by its name; `of` is the genitive, `at` says when.

    `starts` and `ends` are its days in a leap year where it names none of its own.
    """

    name: str
    of: str
    at: str
    starts: date
    ends: date

    @classmethod
    def as_said(cls, name: str, starts: date = _FIRST_DAY, ends: date = _LAST_DAY) -> "Period":
        """A time whose words have one form; without days it may lie anywhere in a year."""
        return cls(name=name, of=name, at=name, starts=starts, ends=ends)

    @property
    def months(self) -> int:
        """How many whole months it has, 0 where it is of days."""
        days = Span(self.starts, self.ends)
        return days.months * days.has_whole_months

    def has_month_of(self, day: date) -> bool:
        """Whether a day, of whatever year, lies in one of its months."""
        return self.starts.month <= day.month <= self.ends.month


@lru_cache(maxsize=1024)
def named_period(words: str) -> Period | None:
    """The one period that a heading names: «МАРТ», «Мероприятия на I квартал 2026 года».

    None where it names none, several, or a day of one.
    """
    line = _LISTED.sub("", tidy(words)).strip(" .:;–-*")
    whole = period_called(line)
    if whole:
        return whole
    spoken = line.split()
    if len(spoken) > _MOST:
        return None
    # The longest first: «IV квартал 2026» must not be taken without its year.
    for size in range(min(_LONGEST, len(spoken)), 0, -1):
        for at in range(len(spoken) - size + 1):
            rest = [*spoken[:at], *spoken[at + size :]]
            found = period_called(" ".join(spoken[at : at + size]))
            # «на II полугодие» is a period as well, but leaves the year of «… 2026 года» out.
            others = (_is_numeral(word) or period_called(word.strip("(),")) for word in rest)
            if found and not any(others):
                return found
    return None


def period_of_plan(plan: PlanPeriod) -> Period | None:
    """The month, quarter or half-year that a plan is for; None where it is for other days."""
    unit = Unit.of_months(Span(plan.starts, plan.ends).months)
    kind = _KINDS.get(unit) if unit else None
    if kind is None:
        return None
    name = period_called(f"{_forms(kind, plan.starts.month)[0]} {plan.starts.year}")
    whole = name is not None and (name.starts, name.ends) == (plan.starts, plan.ends)
    return name if whole else None


@lru_cache(maxsize=1024)  # the rows of a section say the same again and again
def in_period(text: str, period: Period) -> str:
    """The text with the period said in it, where it needs one to be understood, else as it is.

    «15», «до 20», «в течение месяца», «последняя декада», «ежедневно» need it; «15 мая» does not.
    """
    own = read_in_any_year(text)
    # Below «Январь», «8, 10.12» is hardly December: so it is asked about.
    if _DAY_OR_HOUR.fullmatch(text) and not _lies_in(text, period):
        return f"{text} {period.of}"
    if own.kind is DeadlineKind.RECURRING:
        # «До 10 числа каждого месяца» below a quarter is in each of its months.
        said = f"{text} {period.at}"
        return _once_in(own, period) or (said if _lies_in(said, period) else text)
    # «+» says no time.
    if own.kind not in _UNDATED or _names_all_year(own) or not any(map(str.isalnum, text)):
        return text
    of_day = period.starts == period.ends and is_of_a_day(text)
    unit = _UNIT.search(fold(text))
    # «До конца месяца» in a plan of half a year is the end of no month that anybody named.
    if unit and _MONTHS_OF[unit["unit"] or unit["short"]] != period.months:
        return text
    hour = _DAY_AND_HOUR.fullmatch(text)
    if hour:
        at = "at" if in_english(period.of) else "в"
        return f"{hour['day']} {period.of} {at} {hour['hours']}:{hour['minutes']}{hour['rest']}"
    whole = unit and fold(text).removeprefix("весь ") == unit[0]
    if of_day or whole or _ALL_OF_IT.fullmatch(fold(text)):
        return period.name
    # In which of several months «до 10» is, their names do not say; joined, they would swallow it.
    several = period.months > 1 and period.of == period.name and not unit
    if several and own.kind in _UNTOLD and not is_of_a_day(text):
        return _recurring(text, period) or text
    ways = _said_with(text, period, unit=unit[0] if unit else "")
    return next((one for one in ways if _lies_in(one, period)), text)


def _said_with(text: str, period: Period, *, unit: str) -> Iterator[str]:
    bare = _OF_DAYS.sub("", text).strip()
    if unit:
        of = "of " if unit.startswith("of ") else ""  # "by the end of the month"
        yield _UNIT.sub(f"{of}{period.of}", fold(text)).strip()
    yield f"{bare} {period.of}"
    yield _FIRST_DAYS.sub(rf"\1 {period.of}", bare)
    yield f"{text} {period.at}"
    yield ", ".join(f"{one.strip()} {period.of}" for one in BETWEEN.split(text))


def _once_in(own: Deadline, period: Period) -> str:
    """The day in the period of what comes back once in each such one; "" where it is none.

    «27 числа последнего месяца квартала» below «I квартал» is 27 March.
    """
    said = fold(own.text)
    units = (_MONTHS_OF[one["unit"] or one["short"]] for one in _UNIT.finditer(said))
    if period.months == 1 or period.months not in units or _NEXT.search(said):
        return ""
    inside = [one.due for one in own.occurrences if period.starts <= one.due <= period.ends]
    if len(inside) != 1 or len(own.occurrences) * period.months != MONTHS_IN_YEAR:
        return ""
    (day,) = inside
    later = read_deadline(own.text, year=LATER).occurrences
    if all((one.due.day, one.due.month) != (day.day, day.month) for one in later):
        return ""  # the last working day hangs on the year
    if in_english(period.name):
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]}"
    return day_short(day)


def _recurring(text: str, period: Period) -> str:
    """«3-й четверг» below «Ежемесячно» is that of each month; "" where nothing comes back."""
    often = read_in_any_year(period.name)
    both = f"{period.name.casefold()} {text}"
    read = read_in_any_year(both)
    comes_back = often.kind is read.kind is DeadlineKind.RECURRING
    return both if comes_back and not (read.unused or read.doubts) else ""


def reads_as_time(text: str) -> bool:
    """The words name a time that has an end, on their own; which weekday it is, the year tells."""
    read = read_in_any_year(text)
    return read.due is not None or any(one.code == "deadline-impossible" for one in read.doubts)


def reads_without_day(text: str) -> bool:
    """The words are plainly a deadline that names no day: «по мере поступления»."""
    if not any(map(str.isalpha, text)):
        return False
    read = read_in_any_year(text)
    return read.kind in _WITHOUT_DAY and not (read.unused or read.doubts)


def reads_in_a_month(text: str) -> bool:
    """The words name a time once a heading above them names a month: «3-4 неделя»."""
    month = period_of_plan(PlanPeriod(date(LEAP, 3, 1), date(LEAP, 3, 31)))
    return month is not None and reads_as_time(in_period(text, month))


def _is_numeral(word: str) -> bool:
    return any(char.isdigit() for char in word) or is_roman(word)


def _names_all_year(own: Deadline) -> bool:
    return own.kind is DeadlineKind.YEAR_ROUND and names_year(own.text)


def names_year(text: str) -> bool:
    """The words speak of a year: «в течение года», unlike «постоянно»."""
    return bool(_ALL_YEAR.search(fold(text)))


def names_only_year(text: str) -> bool:
    """The words name a year and no other time: «в течение года», «2026 г.», unlike «постоянно»."""
    own = read_in_any_year(text)
    dated = names_year(text) or YEAR.search(text)
    return own.kind is DeadlineKind.YEAR_ROUND and bool(dated)


def _lies_in(text: str, period: Period) -> bool:
    found = read_in_any_year(text)
    if found.kind in _UNDATED or found.due is None or found.doubts:
        return False
    days = [found.due, *(o.due for o in found.occurrences)]
    return all(period.starts <= day <= period.ends for day in days)


def period_called(words: str) -> Period | None:
    """The period that the words are the name of."""
    read = read_in_any_year(words)
    if read.kind not in _KINDS.values() or len(read.occurrences) != 1 or read.unused or read.doubts:
        return None
    starts, ends = read.occurrences[0].starts, read.occurrences[0].due
    if starts is None:
        return None
    later = read_deadline(words, year=LATER).occurrences
    year = f" {starts.year}" if later and later[0].due == ends else ""
    if in_english(words):
        name = f"{_english(read.kind, starts.month)}{year}"
        return Period(name=name, of=name, at=f"in {name}", starts=starts, ends=ends)
    forms = [f"{form}{year}" for form in _forms(read.kind, starts.month)]
    return Period(name=forms[0], of=forms[1], at=f"в {forms[2]}", starts=starts, ends=ends)


def in_english(words: str) -> bool:
    """Words that are not Russian; a number alone is of no language."""
    return words.isascii() and any(map(str.isalpha, words))


def _english(kind: DeadlineKind, month: int) -> str:
    if kind is DeadlineKind.MONTH:
        return ENGLISH_MONTHS[month - 1]
    return f"Q{(month + 2) // 3}" if kind is DeadlineKind.QUARTER else f"H{(month + 5) // 6}"


def _forms(kind: DeadlineKind, month: int) -> tuple[str, str, str]:
    """The nominative, the genitive and the prepositional."""
    if kind is DeadlineKind.MONTH:
        name, at, of = MONTHS[month - 1].split()[:3]
        return name, of, at
    if kind is DeadlineKind.QUARTER:
        number = ROMAN[(month - 1) // 3]
        return f"{number} квартал", f"{number} квартала", f"{number} квартале"
    number = ROMAN[(month - 1) // 6]
    return f"{number} полугодие", f"{number} полугодия", f"{number} полугодии"


def days_called(words: str) -> Period | None:
    """A week, so many days or months: «1 неделя марта», «9-15 марта», «январь – июнь»."""
    read = read_in_any_year(words)
    if read.kind is not DeadlineKind.RANGE or len(read.occurrences) != 1 or read.unused:
        return None
    starts, ends = read.occurrences[0].starts, read.occurrences[0].due
    if starts is None or read.doubts:
        return None
    if ends - starts > _LONGEST_OF_DAYS and not Span(starts, ends).has_whole_months:
        return None
    return Period.as_said(words, starts, ends)
