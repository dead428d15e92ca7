"""The forms that labels of occurrences have, each with how other languages say it."""

import re
from collections.abc import Callable
from datetime import date

from sheetsync.model.language import Language, Message, Words, gettext_lazy, marked, say
from sheetsync.words.calendar_facts import short
from sheetsync.words.lexicon.calendar import MONTH_NAMES, OF_MONTHS
from sheetsync.words.lexicon.named_days import NAMED_DAYS
from sheetsync.words.numerals import ROMAN
from sheetsync.words.pattern import LazyPattern, pattern

_MONTHS = (
    *(marked("January"), marked("February"), marked("March"), marked("April"), marked("May")),
    *(marked("June"), marked("July"), marked("August"), marked("September"), marked("October")),
    *(marked("November"), marked("December")),
)
_OTHERS = {
    "зима": marked("winter"),
    "весна": marked("spring"),
    "лето": marked("summer"),
    "осень": marked("autumn"),
    "год": marked("year"),
    "учебный год": marked("school year"),
}
_THIRDS = (
    marked("first third of {month}"),
    marked("second third of {month}"),
    marked("last third of {month}"),
)
_HALVES = (marked("first half of {month}"), marked("second half of {month}"))
_ROMAN = r"(I{1,3}|IV)"
_MONTH, _OF = "|".join(MONTH_NAMES), "|".join(OF_MONTHS)
_BETWEEN = re.compile(r"( – |–)")


def said_by_form(label: str, language: Language) -> str:
    """A Russian label in another language; what has no form of ours stays as it is."""
    parts = _BETWEEN.split(label)
    return "".join(each if each in (" – ", "–") else _said(each, language) for each in parts)


def _said(label: str, language: Language) -> str:
    for form, told in _FORMS:
        found = form.fullmatch(label)
        if found:
            return say(told(found, language), language)
    named = next((day for day in NAMED_DAYS if day.name == label), None)
    if named:  # where nobody says it in English, the plan has said it in Russian
        return language.gettext(named.english) if named.english else label
    # A milestone's own words before the label of one of its days: "Leeds branch март".
    words, _, last = label.rpartition(" ")
    return f"{words} {_said(last, language)}" if last in MONTH_NAMES else label


def _month(name: str) -> Words:
    names = MONTH_NAMES if name in MONTH_NAMES else OF_MONTHS
    return Message(sentence=_MONTHS[names.index(name)])


def _day(found: re.Match[str], _: Language) -> Words:
    return short(date(2000, OF_MONTHS.index(found[2]) + 1, int(found[1])))  # a leap year


def _until(found: re.Match[str], language: Language) -> Words:
    return gettext_lazy("by {day}", day=_day(found, language))


def _week(found: re.Match[str], _: Language) -> Words:
    if found[1] == "последняя":
        return gettext_lazy("last week of {month}", month=_month(found[2]))
    return gettext_lazy("week {number} of {month}", number=found[1][0], month=_month(found[2]))


def _in_month(sentences: tuple[str, ...]) -> Callable[[re.Match[str], Language], Words]:
    def said(found: re.Match[str], _: Language) -> Words:
        sentence = sentences[ROMAN.index(found[1])]
        return Message(sentence=sentence, values=(("month", _month(found[2])),))

    return said


def _with_year(found: re.Match[str], language: Language) -> Words:
    return f"{_said(found[1], language)} {found[2]}"


_FORMS: tuple[tuple[LazyPattern, Callable[[re.Match[str], Language], Words]], ...] = (
    (pattern(r"(.+?) (\d{4})(?: г\.)?"), _with_year),
    (pattern(_MONTH), lambda found, _: _month(found[0])),
    (
        pattern(rf"{_ROMAN} квартал"),
        lambda found, _: gettext_lazy("Q{number}", number=_number(found[1]), roman=found[1]),
    ),
    (
        pattern(rf"{_ROMAN} полугодие"),
        lambda found, _: gettext_lazy("H{number}", number=_number(found[1])),
    ),
    (pattern(rf"(\d+) ({_OF})"), _day),
    (pattern(rf"до (\d+) ({_OF})"), _until),
    (pattern(rf"(последняя|\d-я) неделя ({_OF})"), _week),
    (pattern(rf"{_ROMAN} декада ({_OF})"), _in_month(_THIRDS)),
    (pattern(rf"{_ROMAN} половина ({_OF})"), _in_month(_HALVES)),
    (pattern(r"(\d+)-я неделя года"), lambda found, _: gettext_lazy("week {n}", n=found[1])),
    (pattern("|".join(_OTHERS)), lambda found, _: Message(sentence=_OTHERS[found[0]])),
)


def _number(roman: str) -> int:
    return ROMAN.index(roman) + 1
