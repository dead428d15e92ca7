"""Times that the headers of columns name, and what stands below those that name a unit."""

import re
from datetime import date, timedelta
from functools import lru_cache

from sheetsync.words.calendar_facts import ENGLISH_MONTHS
from sheetsync.words.cleaning import fold
from sheetsync.words.days import LEAP
from sheetsync.words.lexicon.calendar import ENGLISH_SEASON, MONTH_NAMES
from sheetsync.words.lexicon.kinds import Unit
from sheetsync.words.numerals import UP_TO_FOUR, is_roman, month_number, spelled_year
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import (
    BETWEEN,
    IN_BRACKETS,
    YEAR,
    Period,
    days_called,
    in_english,
    in_period,
    named_period,
    period_called,
    reads_as_time,
)

_BARE = pattern(r"Q[1-4]")
_WHOLE_YEAR = pattern(r"(20\d\d)(?:\s?г(?:\.|од)?)?")
_UNITS = {"месяц": "месяц", "month": "month", "кварт": "квартал", "quart": "quarter"}
# A unit by its name in the code, in Russian and in English.
_SPOKEN = {
    "month": ("месяц", "month"),
    "quarter": ("квартал", "quarter"),
    "week": ("неделя", "week"),
}
_DAY_OF_EACH = pattern(
    r"(?P<until>(?:до|к|by)\s+)?(?:the )?(?P<number>\d{1,2})(?:-?го|th|st|nd|rd)?(?: числа)?"
)
_DASHED = pattern(r"[-–—]")
_DAYS = pattern(r"\d{1,2}\s?[-–—]\s?\d{1,2}")
_SHOWN = pattern(
    rf"(?:(?P<month>{'|'.join(MONTH_NAMES)})|(?P<quarter>[1-4]) квартал)?"
    r"(?:(?:^|\s)(?P<year>\d{4})(?: года?)?)?"
)
_LETTERS = pattern(r"[^\W\d_]{3}")
_WEEK = pattern(r"(\d{1,2})\s*(?:-?я)?\s*(?:нед\w*\.?|week)|(?:week|нед\w*\.?|w)\s*(\d{1,2})")
_OF_QUARTER = pattern(r"^(?:Q\s?[1-4]|(?:[1-4]|I{1,3}|IV)\s?кв\w*\.?)\W+(\D{5,})$")
_TERMS = ("четверть", "триместр", "семестр")
_PART = pattern(
    r"[1-5]\s*(?:-?[яй])?\s*(?:нед\w*\.?|декада)"
    rf"|(?:\d|{UP_TO_FOUR})\s*(?:-?[яй])?\s*(?:четверть|триместр|семестр|term|semester)"
    rf"|(?:{ENGLISH_SEASON}|michaelmas|hilary|trinity|lent|easter) (?:term|semester)"
    r"|(?:осенний|весенний|зимний|летний) (?:семестр|триместр)"
)
_PARTS = {
    "day": ("число", "числа", "день", "дни", "дата", "day", "days", "date"),
    "week": ("неделя", "недели", "week", "weeks"),
    "decade": ("декада", "декады"),
    "month": ("месяц", "месяцы", "мес", "month"),
    "quarter": ("квартал", "кварталы", "кв", "quarter"),
    "year": ("год", "year"),
}
WEEK_OF_YEAR = "week of year"  # of a column whose numbers are more than the weeks of a month
_PART_OF = {word: part for part, words in _PARTS.items() for word in words}
# «Сроки (мес.)», «Срок, месяц», "Month (1-12)"; «Срок, месяцев» is how long something takes.
_IN_UNITS = pattern(
    r"(?:сроки?|дата|период|deadline|due)(?: (?:проведения|исполнения|выполнения))?"
    r"\s?[(,/]\s?([а-яa-z]+)\.?\)?|([а-яa-z]+)\.?\s?\(1\s?[-–]\s?(?:4|12)\)"
)
MONTHS_BY_LETTER = "jfmamjjasond", "яфмамииасонд"  # as narrow columns have them
# «Месяц, число» over «июль, 16».
_MONTH_AND_DAY = pattern(
    r"(?:месяц|month)(?:\W| и | and )+(?:число|день|дата|day|date)\w*|число\W+месяц"
)
_OF_A_MONTH = pattern(r"([^\W\d]{3,})\.?\s*[,/]\s*(\d{1,2}(?:\s*[-–,]\s*\d{1,2})*)")
_WHAT_FOR = pattern(r" (?:(?:провед|исп|вып|реализ|нача[лт]|оконч|заверш)\w+|of completion)$")


def part_of_a_day(header: str) -> str:
    """Which part of a date a column of that header holds: "day", "month", …; "" for none."""
    words = fold(header).rstrip(".:")
    unit = _IN_UNITS.fullmatch(words)
    return _PART_OF.get(unit[1] or unit[2] if unit else _WHAT_FOR.sub("", words), "")


def unit_of_cells(header: str) -> str:
    """As `part_of_a_day`; "date" where a month's name and its days stand in one cell."""
    whole = _MONTH_AND_DAY.fullmatch(fold(header).rstrip(".:"))
    return "date" if whole else part_of_a_day(header)


def unit_words(unit: str, *, english: bool) -> str:
    """A "month", "quarter" or "week" as the headers of a plan call it; "" for any other."""
    russian, spoken = _SPOKEN.get(unit, ("", ""))
    return spoken if english else russian


@lru_cache(maxsize=1024)  # of each header several questions are about it
def column_period(words: tuple[str, ...]) -> Period | None:
    """The period that a column's header names, from its title down to the column's own words.

    A title may hold the year, the unit («Квартал» above "I") or the month of weeks.
    """
    *above, own = words
    title = " ".join(above)
    year = YEAR.search(title)
    unit = next((unit for stem, unit in _UNITS.items() if stem in fold(title)), "")
    named = _numbered(own, unit) or own
    # «Q1 (апрель – июнь)»: which months a quarter has, only its organisation knows.
    tries = [*IN_BRACKETS.findall(own), *_OF_QUARTER.findall(own), named]
    tries += [f"{named} {unit}"] if unit else []
    spelled = [f"{one} {year[0]}" if year else one for one in tries] + [spelled_year(own)]
    found = (period_called(one) or days_called(one) for one in spelled)
    month = next(filter(None, map(named_period, above)), None)
    return next(filter(None, found), None) or (week_of_month(month, own) if month else None)


def in_months(quarters: dict[int, Period], *, begins: int) -> dict[int, Period]:
    """Columns of quarters by their months, where something says whose quarters they are.

    `begins` is the month of the fiscal year that the title names, 0 for none; without it, «II, III,
    IV, I кв.» are the calendar's, while «I – IV» may count from the plan's beginning.
    """
    periods = [*quarters.values()]
    bare = all(_is_bare(one) for one in periods)
    if not bare or (not begins and periods == sorted(periods, key=lambda one: one.starts)):
        return quarters
    later = max(begins - 1, 0)
    ends = {c: (one.starts.month + later, one.ends.month + later) for c, one in quarters.items()}
    english = all(in_english(one.name) for one in periods)
    named = {c: [_month(month, english=english) for month in months] for c, months in ends.items()}
    spelled = {c: days_called(" – ".join(months)) for c, months in named.items()}
    return {column: spelled[column] or quarter for column, quarter in quarters.items()}


def _is_bare(period: Period) -> bool:
    """A quarter by its number alone, unlike "Q1 (Apr–Jun)": that has no genitive of its own."""
    is_quarter = period.months == Unit.QUARTER.months and period.starts.year == LEAP
    return is_quarter and (period.name != period.of or bool(_BARE.fullmatch(period.name)))


def _month(number: int, *, english: bool) -> str:
    names = ENGLISH_MONTHS if english else MONTH_NAMES
    return names[(number - 1) % len(names)]


def days_of(month: Period, days: str) -> Period | None:
    """So many days of a month, «5-11»; None where it has none."""
    return days_called(f"{days} {month.of}") if _DAYS.fullmatch(days) else None


def month_around(days: Period) -> Period | None:
    """The month that some days are of, «8-15 марта»; None for a longer time, and for a month."""
    first, last = days.starts, days.ends
    if days.months or (first.year, first.month) != (last.year, last.month):
        return None
    month = _month(first.month, english=in_english(days.name))
    year = f" {first.year}" if YEAR.search(days.name) else ""
    return period_called(f"{month}{year}")


def first_to_last(first: Period, last: Period) -> str:
    """The time from one to another in words that are read: "Apr–Jun" to "Jan–Mar" by months."""
    said = f"{first.name} – {last.name}"
    if reads_as_time(said):
        return said
    ends = first.starts.month, last.ends.month
    return " – ".join(_month(month, english=in_english(first.name)) for month in ends)


def from_to(first: str, last: str) -> tuple[str, ...]:
    """How a first and a last day may be one range: «1 мая – 5 мая», «с 1 мая до 5 мая»."""
    return (f"{first} – {last}", f"с {first} {last}", f"from {first} {last}")


def days_listed(text: str) -> list[int]:
    """The numbers of a cell that holds nothing else, «4, 18»; none of any other."""
    numbers = [one.strip() for one in BETWEEN.split(text)]
    return list(map(int, numbers)) if all(map(_is_small_number, numbers)) else []


def _is_small_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 4


def day_of_each(often: str, day: str) -> str:
    """«каждый месяц 25 числа» for «каждый месяц» and, in a column of its own, 25 or «до 25»."""
    bare = _DAY_OF_EACH.fullmatch(day)
    if bare is None:
        return f"{day} {often}"
    until, number = bare["until"], bare["number"]
    if in_english(often):
        return f"{often} {'by' if until else 'on'} the {number}th"
    return f"{often} {'до ' if until else ''}{number} числа"


def in_units(text: str, unit: str, *, english: bool) -> str:
    """The numbers of a column of months or quarters by name: "5, 10" is «май, октябрь».

    "1-2" in a column of weeks is «1-2 неделя», «июль, 16» in one of dates its 16th; of any other
    unit, "day" and the like, they stay.
    """
    dated = _OF_A_MONTH.fullmatch(text) if unit == "date" else None
    if dated and (month := period_called(dated[1])):
        return in_period(dated[2], month)
    if unit == "decade" and text and not re.search(r"[^\WIVXІХ\d]", text):
        return f"{text} декада"
    if unit == WEEK_OF_YEAR and text[:1].isdigit() and not _LETTERS.search(text):
        weeks = [week_of_year(each, english=english).name for each in days_listed(text)]
        return ", ".join(weeks) or (f"weeks {text} of the year" if english else f"{text} недели")
    if unit == "week" and text[:1].isdigit() and not _LETTERS.search(text):
        return f"week {text}" if english else f"{text} неделя"
    if unit not in ("month", "quarter"):
        return text
    title = unit_words(unit, english=english)
    named = [_numbered_range(one, title) for one in BETWEEN.split(text)]
    return ", ".join(named) if all(named) else text


def shown_in_english(text: str) -> str:
    """A date of which a cell shows only the month, quarter or year, where all headers are English.

    A workbook tells it in Russian, whatever language it is in: «март 2026» is "March 2026".
    """
    found = None if text.isascii() else _SHOWN.fullmatch(text)
    if found is None:
        return text
    month = ENGLISH_MONTHS[MONTH_NAMES.index(found["month"])] if found["month"] else ""
    quarter = f"Q{found['quarter']}" if found["quarter"] else ""
    return " ".join(filter(None, (month or quarter, found["year"])))


def _numbered_range(text: str, unit: str) -> str:
    """«март – май» for "3-5", «март» for "3"; "" where a number is none of the unit."""
    numbers = [one.strip() for one in _DASHED.split(text)]
    periods = [column_period((unit, n)) for n in numbers if n.isdecimal() or is_roman(n)]
    names = [period.name for period in periods if period]
    return " – ".join(names) if len(names) == len(numbers) < 3 else ""


def week_of_year(number: int, *, english: bool) -> Period:
    """A week that a column stands for; in another year it begins up to six days apart."""
    # Weeks by ISO 8601; 2024 begins on a Monday, so its first week is whole.
    monday = date.fromisocalendar(LEAP, 1, 1) + timedelta(weeks=number - 1)
    name = f"week {number} of the year" if english else f"{number}-я неделя года"
    return Period.as_said(name, monday, monday + timedelta(days=6))


def week_number(words: tuple[str, ...]) -> int:
    """The number of the week that a header names, "3 нед." or "3" below «Недели»; else 0."""
    *above, own = words
    match = _WEEK.fullmatch(fold(own).strip("№ ."))
    if match:
        return int(match[1] or match[2])
    titled = any("недел" in fold(one) or "week" in fold(one) for one in above)
    return int(own) if titled and own.isdecimal() and len(own) < 3 else 0


def is_whole_year(own: str) -> str:
    """The year that is all a header says, "" where it says more."""
    match = _WHOLE_YEAR.fullmatch(fold(own))
    return match[1] if match else ""


def years_named(years: list[str], *, english: bool) -> list[str]:
    """The years as deadlines: of several each ends on its last day."""
    if len(years) == 1:
        return [f"during {years[0]}" if english else f"{years[0]} год"]
    return [f"by 31 December {year}" if english else f"до 31.12.{year}" for year in years]


def _numbered(own: str, unit: str) -> str:
    """The name of the period of that number, where the title names the unit."""
    month = month_number(own)
    if unit in _SPOKEN["month"] and month:
        return _month(month, english=unit.isascii())
    if not unit or not _is_small_number(own):
        return ""
    return f"Q{int(own)}" if unit == "quarter" else f"{int(own)} {unit}"


def week_of_month(month: Period, own: str) -> Period | None:
    """The week of a month that a header numbers, «2 неделя»; None for any other header."""
    match = _WEEK.search(fold(own))
    if match is None:
        return None
    days = (days_of(month, said) for said in IN_BRACKETS.findall(own))  # «1 неделя (1–6)»
    number = match[1] or match[2]
    spoken = f"week {number} of {month.of}" if in_english(own) else f"{number} неделя {month.of}"
    return next(filter(None, days), None) or days_called(spoken)


def part_of_time(own: str, *, below: str = "") -> Period | None:
    """What a header numbers without saying of which time; None for any other header.

    «2 декада» is of a section's month, «I четверть», or «I» `below` «Четверти», an own term.
    """
    said = (own, *(f"{own} {unit}" for unit in _TERMS if unit[:-1] in fold(below)))
    return next((Period.as_said(one) for one in said if _PART.fullmatch(fold(one))), None)
