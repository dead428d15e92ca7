"""Counts of things, in figures or words: «20 термометров», «две школы», "two trustees"."""

import re
from collections.abc import Iterator

from sheetsync.model.frozen import frozen
from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import MONTH_STEM, any_of

_SPELLED = {
    r"одн(?:а|о|у|ого|ой|ому|им)|один|one": 1,
    r"дв(?:а|е|ух|ум|умя|ое|оих)|two": 2,
    r"тр(?:и|ех|ем|емя|ое|оих)|three": 3,
    r"четыр(?:е|ех|ем|ьмя)|четвер(?:о|ых)|four": 4,
    r"пят(?:ь|и|ью|еро|ерых)|five": 5,
    r"шест(?:ь|и|ью|еро|ерых)|six": 6,
    r"сем(?:ь|и|еро|ерых)|seven": 7,
    r"восем(?:ь|ью)|восьми|eight": 8,
    r"девят(?:ь|и|ью)|nine": 9,
    r"десят(?:ь|и|ью)|ten": 10,
    r"двенадцат[ьи]|twelve": 12,
    r"двадцат[ьи]|twenty": 20,
}
_NUMBER = rf"\d{{1,5}}|{'|'.join(_SPELLED)}"
# What is counted for itself, not as the work to be done: time, money, shares, rooms by number.
_NO_THING = any_of(
    rf"""
    год[ау]?\b года?х\b лет\b г\b гг\b мес недел дн\w{{0,3}}\b день час мин\b минут сут раз\b раза\b
    этап кварт кв\b полуг руб тыс млн млрд коп балл проц % класс\b класса\b место очеред
    степен корпус\b этаж\b
    {MONTH_STEM} числ из\b и\b или\b of\b percent years?\b months?\b weeks?\b days?\b hours?\b
    times?\b st\b nd\b rd\b th\b
    """
)
_UNIT = r"(?:шт|штук[иа]?|ед|единиц[аы]?|экз|экземпляр(?:а|ов)?|pcs|units?|items?)\b\.?"
_PERSON = r"(?:чел|человека?|people|persons?)\b\.?"
_OF_IT = r"(?:[а-я-]+(?:ых|их|ые|ие|ый|ий|ой|ая|ое|ую|ого|его|ному) ){0,2}"
_COUNT = pattern(
    r"(?<![\d.,/№:-])(?<!№ )(?<!п )(?<!п\. )(?<!до )"
    rf"\b(?P<number>{_NUMBER})(?:-?х|-?ти|-?ми|-?и)?\b(?![.,:/]\d|-[а-я]|\) | ?-? ?\d)"
    rf"(?: (?!{_NO_THING})(?:(?P<unit>{_UNIT})|(?P<person>{_PERSON})"
    rf"|{_OF_IT}(?P<thing>[^\W\d_][\w-]*))|(?=\W*$))"
)
# «Термометры (20 шт.)», «стояки, объём 3»: the noun stands before it; «школа 12» is no twelve.
_THING_BEFORE = pattern(r"([^\W\d_]{3,})\W+$")
_LABELLED = pattern(r"([^\W\d_]{3,})(?:\W*[:–-]\W*|\W+(?:объем|количество|кол-во|число)\W+)$")
_VERB_BEFORE = pattern(r"(?:[нт][аоы]|л[аои]?|ed)\W+$")
_THOUSANDS = pattern(r"(?<=\d) (?=\d{3}\b)")


@frozen
class Count:
    """So many of a thing; `thing` is "" where it is not named, and of `people` it may be either."""

    number: int
    thing: str
    people: bool


def counts_in(words: str) -> Iterator[Count]:
    """The counts in folded words."""
    words = _THOUSANDS.sub("", words)
    for found in _COUNT.finditer(words):
        told, before = found["unit"] or found["person"] or found["thing"], words[: found.start()]
        named = (_THING_BEFORE if found["unit"] else _LABELLED).search(before)
        if not told and not named and not _VERB_BEFORE.search(before):
            continue
        thing = found["thing"] or (named[1] if named and not found["person"] else "")
        number = _number(found["number"])
        yield Count(number=number, thing=thing, people=found["person"] is not None)


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return next(number for form, number in _SPELLED.items() if re.fullmatch(form, written))


def has_counts(words: str) -> bool:
    """Whether folded words have any."""
    return _COUNT.search(words) is not None
