"""Days and periods as people write them in a status: "22.04", "на май", "III кв.", "in Q2".

Smaller than the grammar of deadlines on purpose: what is more is better asked about.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache

from sheetsync.model.frozen import frozen
from sheetsync.model.language import Message, gettext_lazy
from sheetsync.words.calendar_facts import days_there
from sheetsync.words.days import Span, month_length, months, part, season
from sheetsync.words.lexicon.calendar import MONTH_NAMES, MONTH_NUMBERS
from sheetsync.words.lexicon.kinds import Unit
from sheetsync.words.numerals import ROMAN
from sheetsync.words.status.words.nouns import AMOUNT, MONTH

QUARTER_NUMBER = r"(?:iv|i{1,3}|[1-4])"
"""In either kind of figures."""

_MONTH = rf"(?P<month>{MONTH})\b\.?"
_NUMERALS = zip(ROMAN, "1234", ("перв", "втор", "трет", "четв"), strict=True)
_NTH = {
    form.casefold(): number for number, forms in enumerate(_NUMERALS, start=1) for form in forms
} | {"firs": 1, "seco": 2, "thir": 3, "four": 4}
# Winter lies in two years: which of them is meant, nobody can tell.
_SEASONS = {"весн": 2, "лет": 3, "осен": 4}
_COUNTS = {"три": 3, "шесть": 6, "девять": 9}
_NUMERAL = (
    rf"(?P<nth>\b{QUARTER_NUMBER}|\b(?:перв|втор|трет|четверт)[а-я]+)"
    r"(?:\s*-?\s*[а-я]{1,2}(?=\s))?\s*"
)
_QUARTER = r"(?:кв\b\.?|квартал[а-я]*)"
# Before «3 квартала» these make it the third.
_OF_ONE = (
    *("до", "с", "конц", "исход", "начал", "середин", "итог", "окончани", "после", "течени"),
    "план",
)
_YEAR = r"(?:\s*,?\s*(?P<year>20\d\d)(?!\d)(?:\s*(?:год[ау]?\b|гг?\b\.?))?)?"
# A day begins neither amid another number nor right behind «№».
_FREE = r"(?<![\d.,/№])(?<!№\s)"
# «П. 3.2» is an item.
_NO_ITEM = r"(?<!\bп\.)(?<!\bпп\.)(?<!\bп\.\s)(?<!\bпп\.\s)(?<!\bпункт\s)(?<!\bпункт[аеу]\s)"
_OPENING = r"(?:(?P<opening>\d{1,2})\s*(?:-|по|и|,)\s*)?"
# Amounts look like days: "12.5 %", "2.1 т".
_NO_AMOUNT = rf"(?!\d|\s*(?:%|{AMOUNT}))"
# So do clock times: "в 14.30", "22 мая, 15.00".
_NO_CLOCK = (
    r"(?!(?<=\bв )[012]?\d\.(?:00|1[3-9]|[2-5]\d))"
    r"(?!(?<=[анлр]я, |та, |\d\d, |г\., )[012]?\d\.(?:00|15|30|45))"
)


PROMISING = frozenset({"до", "к", "ко", "на", "by", "until"})
"""Words in front of a day on which nothing has been done yet."""

LASTING = frozenset({"до", "по"})
"""Words in front of the day until which a thing or a state lasts."""


class Grain(StrEnum):
    """How exact the words are."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    FIRST_MONTHS = "first_months"
    YEAR = "year"


@frozen
class Stated:
    """A day or period in folded words: where it stands, its first and its last day.

    `before` is the word in front of it, which tells what the day is for ("до", "на", "с");
    `yearless` says that the year was filled in; `name` is a period's plain name, "I квартал", and
    `names` those of each in "I-III кв.".
    """

    start: int
    end: int
    first: date
    last: date
    grain: Grain
    before: str
    yearless: bool
    name: str
    names: tuple[str, ...]

    @property
    def is_promised(self) -> bool:
        """It is the day until which something is promised or put off: «к 20 декабря», «на май»."""
        return self.before in PROMISING


@frozen
class Impossible:
    """A day that no calendar has; `fact` says why not."""

    start: int
    end: int
    quote: str
    fact: Message


def read_days(words: str, *, year: int) -> tuple[tuple[Stated, ...], tuple[Impossible, ...]]:
    """The days and periods in folded `words` in order; days without a year lie in `year`."""
    found: list[Stated | Impossible] = []
    for pattern, read in _readers():
        for match in pattern.finditer(words):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            found.append(read(match, year))
    found.sort(key=lambda stated: stated.start)
    days = tuple(stated for stated in found if isinstance(stated, Stated))
    return days, tuple(stated for stated in found if isinstance(stated, Impossible))


def without_days(words: str, days: Iterable[Stated], *, mark: str = "") -> str:
    """The words with a mark in the place of each of the days."""
    # From the end, so that the places of the earlier days stay true.
    for day in sorted(days, key=lambda day: -day.start):
        words = words[: day.start] + mark + words[day.end :]
    return words


def _word_before(match: re.Match[str]) -> str:
    before = re.search(r"([^\W\d_]+)\W?\s*$", match.string[: match.start()])
    return before[1] if before else ""


def _stated(match: re.Match[str], span: Span, *, grain: Grain, name: str) -> Stated:
    return Stated(
        start=match.start(),
        end=match.end(),
        first=span.first,
        last=span.last,
        grain=grain,
        before=_word_before(match),
        yearless=not match.groupdict().get("year"),
        name=name,
        names=(name,),
    )


def _impossible(match: re.Match[str], fact: Message) -> Impossible:
    return Impossible(start=match.start(), end=match.end(), quote=match[0].strip(), fact=fact)


def _year(match: re.Match[str], year: int) -> int:
    given = int(match.groupdict().get("year") or year)
    # Plans are about coming work: two digits are never of the last century.
    return given if given > 99 else 2000 + given


def _month_number(word: str) -> int:
    return int(word) if word.isdecimal() else MONTH_NUMBERS[word]


def _read_day(match: re.Match[str], year: int) -> Stated | Impossible:
    number, month, year = int(match["day"]), _month_number(match["month"]), _year(match, year)
    if not 1 <= month <= 12:
        return _impossible(match, gettext_lazy("a year has 12 months"))
    days = month_length(year, month)
    if not 1 <= number <= days:
        return _impossible(match, days_there(month, days, year=year))
    day = date(year, month, number)
    opening = int(match.groupdict().get("opening") or 0)
    first = day.replace(day=opening) if 1 <= opening < number else day
    return _stated(match, Span(first, day), grain=Grain.DAY, name="")


def _read_month(match: re.Match[str], year: int) -> Stated:
    month = _month_number(match["month"])
    return _several(match, year, (month, month), Grain.MONTH)


def _read_quarter(match: re.Match[str], year: int) -> Stated:
    # Four letters tell the ordinals apart in every case: «первый», «в первом».
    number = _NTH[match["nth"][:4]]
    return _several(match, year, (number, number), Grain.QUARTER)


def _read_quarters(match: re.Match[str], year: int) -> Stated:
    """As in "I-III кв.", "Q1-Q3"."""
    return _several(match, year, (_NTH[match["opening"]], _NTH[match["nth"][:4]]), Grain.QUARTER)


def _read_counted_quarters(match: re.Match[str], year: int) -> Stated:
    """«Выполнено 3 квартала» is three of them, «до конца 3 квартала» the third."""
    number = int(match["nth"])
    first = number if _word_before(match).startswith(_OF_ONE) else 1
    return _several(match, year, (first, number), Grain.QUARTER)


def _read_months(match: re.Match[str], year: int) -> Stated:
    """As in "март-июнь", "с марта по июнь"."""
    numbers = (MONTH_NUMBERS[match["opening"]], MONTH_NUMBERS[match["month"]])
    return _several(match, year, numbers, Grain.MONTH)


def _several(match: re.Match[str], year: int, numbers: tuple[int, int], grain: Grain) -> Stated:
    """The months or quarters from the first number to the last, or the last where it is no more."""
    last = numbers[1]
    first = min(numbers)
    if grain is Grain.MONTH:
        length = 1
        names = tuple(MONTH_NAMES[month - 1] for month in range(first, last + 1))
    else:
        length = 3
        names = tuple(f"{ROMAN[number - 1]} квартал" for number in range(first, last + 1))
    begins, count = length * (first - 1) + 1, length * (last - first + 1)
    span = months(_year(match, year), begins, count=count)
    name = names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"
    return replace(_stated(match, span, grain=grain, name=name), names=names)


def _read_half_year(match: re.Match[str], year: int) -> Stated | Impossible:
    number = _NTH[(match["nth"] or "1")[:4]]
    if number > 2:
        return _impossible(match, gettext_lazy("a year has two halves"))
    span = part(_year(match, year), Unit.HALF_YEAR, number)
    name = f"{ROMAN[number - 1]} полугодие"
    return _stated(match, span, grain=Grain.HALF_YEAR, name=name)


def _read_season(match: re.Match[str], year: int) -> Stated:
    """Only with its year: «на осень» is no date yet."""
    span = season(_year(match, year), _SEASONS[match["season"]])
    return _stated(match, span, grain=Grain.SEASON, name=match[0].strip())


def _read_first_months(match: re.Match[str], year: int) -> Stated:
    """As in "9 месяцев", "за 3 месяца": reports count them from the year's beginning."""
    count = _COUNTS.get(match["count"]) or int(match["count"])
    span = months(_year(match, year), 1, count=count)
    name = f"{count} {'месяца' if count == 3 else 'месяцев'}"
    return _stated(match, span, grain=Grain.FIRST_MONTHS, name=name)


def _read_year(match: re.Match[str], year: int) -> Stated:
    span = part(_year(match, year) + bool(match.groupdict().get("next")), Unit.YEAR, 1)
    return _stated(match, span, grain=Grain.YEAR, name="год")


_Reader = Callable[[re.Match[str], int], Stated | Impossible]
_DAY, _MONTH_DIGITS = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
_CLOCK = r"(?:\s?г(?:ода)?\b\.?)?(?:[ t]\d\d?:\d\d(?::\d\d)?\b)?"  # as programs export a day
# The longest notation comes first: what one has read, the later ones leave alone.
_NOTATIONS: tuple[tuple[str, _Reader], ...] = (
    (rf"\b(?P<year>20\d\d)-(?P<month>\d\d)-{_DAY}\b{_CLOCK}", _read_day),
    (
        rf"{_FREE}{_OPENING}{_DAY}(?P<sep>[./-]){_MONTH_DIGITS}(?P=sep)(?P<year>20\d\d|\d\d)(?!\d){_CLOCK}",
        _read_day,
    ),
    (rf"{_FREE}{_DAY}/(?P<month>0[1-9])\b(?!/)", _read_day),  # without the nought it is a share
    (rf"{_FREE}{_NO_ITEM}{_NO_CLOCK}{_OPENING}{_DAY}\.{_MONTH_DIGITS}{_NO_AMOUNT}", _read_day),
    (rf"{_FREE}{_OPENING}{_DAY}(?:\s*-?го|th|st|nd|rd)?\s*{_MONTH}{_YEAR}", _read_day),
    (rf"\b{_MONTH}\s*{_DAY}(?![\d.])(?:th|st|nd|rd)?{_YEAR}", _read_day),
    (
        rf"\b(?P<opening>{QUARTER_NUMBER})\s*{_QUARTER}?\s*(?:-|по)\s*{_NUMERAL}{_QUARTER}{_YEAR}",
        _read_quarters,
    ),
    (rf"\bq(?P<opening>[1-4])\s*-\s*q?(?P<nth>[1-4])\b{_YEAR}", _read_quarters),
    (rf"\b(?P<nth>[2-4])\s+квартала\b{_YEAR}", _read_counted_quarters),
    (rf"{_NUMERAL}{_QUARTER}{_YEAR}", _read_quarter),
    (rf"\bq(?P<nth>[1-4])\b{_YEAR}", _read_quarter),
    (rf"\b(?P<nth>first|second|third|fourth)[\s-]quarter\b{_YEAR}", _read_quarter),
    (rf"(?:{_NUMERAL})?\bполугоди[а-я]*{_YEAR}", _read_half_year),
    (
        r"(?:\b(?=9|девять)|(?<=\bза ))(?P<count>3|6|9|три|шесть|девять)\s*мес[а-я]*\.?",
        _read_first_months,
    ),
    (rf"\b(?P<opening>{MONTH})\b\.?\s*(?:-|по)\s*{_MONTH}{_YEAR}", _read_months),
    (rf"\b{_MONTH}{_YEAR}", _read_month),
    (
        r"\b(?P<season>весн|лет|осен)\w{0,2}\s+(?P<year>20\d\d)\b(?:\s*г(?:ода)?\b\.?)?",
        _read_season,
    ),
    # «До зимы 2027» names no day.
    (r"(?<!зимы )(?<!зиму )(?<!зимой )\b(?P<year>20\d\d)(?:\s*год[ауе]?\b|\s*г\b\.?)", _read_year),
    (r"(?:(?<=\bв )|(?<=\bна )|(?<=\bin )|(?<=\bto ))(?P<year>20\d\d)$", _read_year),
    (r"\b(?P<next>следующ[а-я]+|будущ[а-я]+|next)\s+(?:год[а-я]*|year)\b", _read_year),
    (
        r"\b(?:за|на|весь|итог\w*|(?:конц|исход)[ауе]|end of)\s+(?:the\s+)?(?:год[а-я]?|year)\b",
        _read_year,
    ),
)


@cache
def _readers() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """The notations, compiled where a status names a day: 7 ms that other runs do not pay."""
    return tuple((re.compile(notation), read) for notation, read in _NOTATIONS)
