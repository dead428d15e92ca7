"""A cell's text cut into words, numbers, numeric dates and marks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import LONG_DASHES, fold, in_cyrillic, tidy
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS, OF_MONTHS
from sheetsync.words.pattern import pattern


class TokenShape(StrEnum):
    """What a token looks like, before any word list is asked."""

    ISO = "iso"  # 2021-05-15
    TIME = "time"  # 10:30
    DATE = "date"  # 15.05.2021, 15/05/21
    MONTH_YEAR = "month_year"  # 05.2021, 05/2021
    YEAR_MONTH = "year_month"  # 2021-05
    DAY_SHORT_MONTH = "day_short_month"  # 31-Mar-26, as spreadsheets show a day
    ROMAN_MONTH = "roman_month"  # 24.IV.2026, 1/XI, as was taught before figures
    ROMAN_MONTH_YEAR = "roman_month_year"  # IX.2026; "IV.2026" may be a quarter
    SHORT_MONTH = "short_month"  # июн.23, as spreadsheets show a month
    DAY_MONTH = "day_month"  # 15.05, 15/08
    NTH = "nth"  # 10-го, 10th
    NUMBER = "number"
    WORD = "word"  # or initials, "И.И."
    DOTS = "dots"  # "март...май"
    MARK = "mark"


@frozen_positional
class Token:
    """One piece of a text; `word` is its folded form, `start` and `end` its place."""

    form: TokenShape
    word: str
    start: int
    end: int


# In a line whose long dashes are all one: to compile a set of more spans takes 65,536 steps.
_DASH = "[-\u2013]"
_SPACED_NTH = "ого|ому|го|му|ти|ый|ой|ий|ая|ое|ую|ом|х|й|я|е"
_NTH = "ого|ому|го|му|ти|ть|ый|ой|ий|ая|ое|ую|ом|ым|ми|ых|х|й|я|е|ю|м|st|nd|rd|th"
# Roman numerals of quarters and halves as keyboards have them: "П кв.", "Ш квартал", "1У", "lll".
_ROMAN = "(?:[1iіl|]?[vуuy]|[1iіl|]{1,3}|[iі1l]?п|ш)"
_PART = rf"\s?(?:{_DASH}?[йе]\s)?(?:кв|полуг|пол\b|п\s?/|п\.\s?г)"
# Months in Roman numerals, in either keyboard's letters; of "1/II кв.", "3.II этап" it is none.
_ROMAN_MONTH = "(?-i:[XХ][IІ]{0,2}|[IІ](?:[XХ]|V(?!I))|V?[IІ]{1,3}|V)"
_LATE_ROMAN_MONTH = "(?-i:[XХ][IІ]{1,2}|[IІ][XХ]|V[IІ]{1,3})"
_NO_MONTH = r"(?!\w|\s?(?!г\b|г\.|и\b|до\b|по\b|to\b|and\b)[^\W\d_])"
_OF_MONTH = f"(?:{'|'.join(OF_MONTHS)})"
_HOURS = r"(?<![\d-])(?:[01]?\d|2[0-3])-[0-5][05]\s?-\s?(?:[01]?\d|2[0-3])-[0-5][05](?![\d-])"
_DASHED_HOUR = r"(?:[01]?\d|2[0-3])-[0-5][05](?![\d.])"  # behind a day: «09.05. 11-30»
_SHORT_MONTH = "|".join(form for form in MONTH_NUMBERS if len(form) <= 4)
# Programs write the hour of a day behind it, "2026-03-15T00:00:00Z" (ISO 8601).
_CLOCK = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
# Office rules know "05.06.2026" and "5 июня 2026 г." (GOST R 7.0.97-2016, 5.10); the rest of these
# is what spreadsheets show and what people type.
_PATTERN = re.compile(
    rf"""(?P<iso>(?:19|20)\d\d(?:/(?:0\d|1[0-2])/|\.(?:0\d|1[0-2])\.)\d\d(?!\d)|\d{{4}}(?:{_DASH}\d\d?{_DASH}|\s{_DASH}\s\d\d\s{_DASH}\s)\d\d?{_CLOCK}(?!\d))
    |(?P<time>\d\d?:\d\d(?::\d\d)?(?!\d)|{_HOURS}|(?:[01]?\d|2[0-3])-00(?!\d)
    |(?:[01]?\d|2[0-3])(?:⁰⁰|¹⁵|³⁰|⁴⁵))
    |(?P<day_short_month>(?<!{_DASH}\s)\d\d?\s{_DASH}\s(?:{_SHORT_MONTH})\s{_DASH}\s(?:\d{{4}}|\d\d)(?!\d)|\d\d?{_DASH}(?:{_SHORT_MONTH})(?:{_DASH}(?:\d{{4}}|\d\d)(?!\d)|(?![\w-])))
    |(?P<roman_month>(?<![\w./])\d\d?(?:\s?[./]\s?(?:{_ROMAN_MONTH})
    (?:\s?[./]\s?(?:\d{{4}}|\d\d)(?!\d)|{_NO_MONTH})|\s(?:{_ROMAN_MONTH})\s\d{{4}}(?!\d)))
    |(?P<roman_month_year>(?<![\w./]){_LATE_ROMAN_MONTH}\.\s?\d{{4}}(?!\d|[.]\d))
    |(?P<short_month>(?:{_SHORT_MONTH})\.\d\d(?![\d.]))
    |(?P<date>\d\d?(?:\s?\.{{1,2}}\s?\d\d?\s?\.{{1,2}}\s?|\s?/\s?\d\d?\s?/\s?|{_DASH}\d\d?{_DASH})
    (?!{_DASHED_HOUR})(?:\d{{4}}|\d\d)(?!\d|[:.]\d)
    |\d\d,\d\d,\d{{4}}(?![\d,])|(?<![\d.])\d\d[ ]\d\d[ ]20\d\d(?!\d))
    |(?P<year_month>\d{{4}}-(?:0[1-9]|1[0-2])(?![\d-]))
    |(?P<month_year>(?<![._])(?:\d\d?\.|(?<!\w)(?:0?[1-9]|1[0-2])/)\d{{4}}(?!\d))
    |(?P<day_month>(?<!^[+-])(?<!\s[+-])(?!\A0\d\.\d\Z)\d\d?\.\d\d?(?!\d)
    |(?<![\w./])(?:1[3-9]|2\d|3[01])/(?:0[1-9]|1[0-2])(?![\w/]|\.\d))
    |(?P<roman>(?!1+(?![^\W\d_]))(?<!\w){_ROMAN}(?=(?:\s?(?:[,;]|и|{_DASH})\s?{_ROMAN})*{_PART}))
    |(?P<initials>(?-i:(?<!\w)[А-ЯЁ]\.\s?[А-ЯЁ]\.))
    |(?P<nth>\d+(?:{_DASH}?(?:{_NTH})|\s{_DASH}\s(?:{_SPACED_NTH}))(?![^\W\d_]))
    |(?P<number>\d+)
    |(?P<decade>дек(?=\.?\s{_OF_MONTH}\b))
    |(?P<word>[^\W\d_]+)
    |(?P<dots>\.{{2,3}}|…)
    |(?P<mark>\S)""",
    re.VERBOSE | re.IGNORECASE,
)
# Letters typed for figures: «3О.10.2026», «l5.06»; a small «о» behind a figure may be its ending.
_NOUGHT = re.compile(
    r"(?<![^\W\d_])(?:(?<=\d)[OО](?![^\W\d_])|(?<=\d)[oо](?=[./]\d)|[OОoо](?=\d[./]))"
)
_EMPTY = re.compile(r"«\s*»|\"\s*\"|“\s*”")
_THREE = re.compile(r"(?<!\w)[Зз](?=\d?[./]\d)")
_ONE = re.compile(r"(?<!\w)[lI|](?=\d[./]\d)")
_FORMS = {form.value: form for form in TokenShape} | {
    "roman": TokenShape.WORD,
    "initials": TokenShape.WORD,
    "decade": TokenShape.WORD,
}
# No initials in "ДО 25 НОЯБРЯ Т. Г.", "2026-2027 Г.Г.".
_LOUD_YEAR = pattern(rf"(?:(?i:\b{_OF_MONTH}) [СТ]|\b\d{{4}} Г)\. ?Г\.")
_HAS_CYRILLIC = re.compile("[а-я]")


def with_figures(line: str) -> str:
    """The line, as long as it was, with figures for letters that were typed for them in a date."""
    figures = _THREE.sub("3", _ONE.sub("1", _NOUGHT.sub("0", line)))
    # Where a day is still to be filled in, "до «  » мая", no month is meant.
    return _EMPTY.sub(lambda blank: "_" * len(blank[0]), figures)


def visible(text: str) -> str:
    """The text as people see it on one line: `tidy`, with every letter and its mark as one."""
    return tidy(unicodedata.normalize("NFC", tidy(text)))


def tokens(line: str) -> tuple[Token, ...]:
    """The tokens of a `visible` line in order; spaces are dropped, everything else is kept."""
    if "Г." in line:
        line = _LOUD_YEAR.sub(lambda year: year[0].lower(), line)
    folded = fold(line)
    since = folded[:2] == "c " and folded[2:3].isdigit()  # "c 15.06" has no Russian letter
    russian = since or _HAS_CYRILLIC.search(folded) is not None
    aligned = len(folded) == len(line)  # only letters like the German ß fold into two
    found = []
    for match in _PATTERN.finditer(LONG_DASHES.sub("\u2013", line)):
        start, end = match.span()
        word = folded[start:end] if aligned else fold(match[0])
        roman = match.lastgroup == "roman"
        # "1 дек. апреля" has no December.
        word = "декада" if match.lastgroup == "decade" else word
        # A lone Latin "c" is the preposition of a Russian phrase.
        word = _numeral(word) if roman else "с" if word == "c" and russian else _mend(word)
        found.append(Token(_FORMS[match.lastgroup or "mark"], word, start, end))
    return tuple(found)


def with_dashes(found: tuple[Token, ...]) -> Iterator[Token]:
    """Dots between two words are a dash, "март...май"; at the end they say nothing.

    Behind a comma they are a member of the list that nobody has named: "март, …, июнь".
    """
    for before, token, after in zip((None, *found), found, (*found[1:], None), strict=False):
        if token.form is TokenShape.DOTS and before and before.word in ",;":
            yield replace(token, word="...")
        elif token.form is TokenShape.DOTS:
            touched = after is not None and after.form is not TokenShape.MARK
            yield replace(token, word="-" if touched and token is not found[0] else ".")
        else:
            yield token


def _numeral(word: str) -> str:
    """A Roman numeral from I to IV, whatever letters it was typed with."""
    if word[-1] in "vуuy":
        return "iv" if len(word) > 1 else "v"
    ones = {"п": 2, "ш": 3}
    return "i" * sum(ones.get(sign, 1) for sign in word)


def _mend(word: str) -> str:
    return in_cyrillic(word) if _HAS_CYRILLIC.search(word) else word
