"""Counts of things, in figures or words: «20 термометров», «две школы», "two trustees"."""

import re
from collections.abc import Iterator
from itertools import islice

from sheetsync.model.frozen import frozen
from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import MONTH, any_of

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
NUMBER = (
    rf"\d{{1,4}}[.,]\d\d?(?= (?:км|м|га|кг|т|тонн[аы]?|куб|кв)\b)|\d{{1,5}}|{'|'.join(_SPELLED)}"
)
"""In figures or in words, as alternatives of a pattern."""

# What is counted for itself, not as the work to be done: time, money, shares, rooms by number.
_NO_THING = any_of(
    rf"""
    год[ау]?\b года?х\b лет\b гг?\b мес\b месяц недел дн\w{{0,3}}\b день час(?:а|ов)?\b мин\b минут
    сут раза?\b этап кв\b квартал полугод руб тыс млн млрд коп\b балл(?:а|ов)?\b проц\b процент %
    класса?\b место\b очередь? очереди степен корпус\b этаж\b {MONTH}\b числа\b из\b и\b или\b
    of\b percent years?\b months?\b weeks?\b days?\b hours?\b times?\b st\b nd\b rd\b th\b
    """
)
_UNIT = r"(?:шт|штук[иа]?|ед|единиц[аы]?|экз|экземпляр(?:а|ов)?|pcs|units?|items?)\b\.?"
_PERSON = r"(?:чел|человека?|people|persons?)\b\.?"
_OF_IT = r"(?:[а-я-]+(?:ых|их|ые|ие|ый|ий|ой|ая|ое|ую|ого|его|ному) ){0,2}"
_COUNT = pattern(
    r"(?<![\d.,/№:-])(?<!№ )(?<!п )(?<!п\. )(?<!до )"
    rf"\b(?P<number>{NUMBER})(?:-?х|-?ти|-?ми|-?и)?\b(?![.,:/]\d|-[а-я]|\) | ?-? ?\d)"
    rf"(?: (?!{_NO_THING})(?:(?P<unit>{_UNIT})|(?P<person>{_PERSON})"
    rf"|{_OF_IT}(?P<thing>[^\W\d_][\w-]*))|(?=\W*$))"
)
# «Термометры (20 шт.)», «стояки, объём 3»: what is counted stands before; «школа 12» is no twelve.
_LABELLED = pattern(r"[^\W\d_]{3,}(?:\W*[:(–-]\W*|\W+(?:объем|количество|кол-во|число)\W+)$")
_VERB_BEFORE = pattern(r"(?:[нт][аоы]|л[аои]?|ed)\W+(?:(?:уже|пока|only|already) )?$")
_WITH = pattern(r"\b(?:со?|with) $")
_TOGETHER = pattern(r"двое|трое|[а-я]+еро")
THOUSANDS = pattern(r"(?<=\d) (?=\d{3}\b)")
_WORD = pattern(r"[^\W\d_]{3,}")
_FIRST = 6  # a cell with more is a list: nobody compares it
_NEAR = 30  # so many letters before a number may name what it counts


@frozen
class Count:
    """So many of what one of its `things` names, of which there are none where it stands alone.

    It is `named` where the noun follows the number; of `people` it may be either.
    """

    number: float
    things: tuple[str, ...]
    named: bool
    people: bool


def counts_in(words: str, *, of_each: bool = False) -> Iterator[Count]:
    """The first counts in folded words; `of_each` has those of «соглашения с 8 школами»."""
    words = THOUSANDS.sub("", words)
    for found in islice(_COUNT.finditer(words), _FIRST):
        before, thing = words[max(found.start() - _NEAR, 0) : found.start()], found["thing"]
        people = bool(found["person"] or _TOGETHER.fullmatch(found["number"]))
        listed = found["unit"] or _LABELLED.search(before)
        if not (thing or people or listed or _VERB_BEFORE.search(before)):
            continue
        listed = (listed and not thing) or (of_each and _WITH.search(before))
        things = (*((thing,) if thing else ()), *(_WORD.findall(before) if listed else ()))
        number = number_of(found["number"])
        yield Count(number=number, things=things, named=bool(thing), people=people)


def number_of(written: str) -> float:
    """What such figures or words come to."""
    if written[0].isdecimal():
        return float(written.replace(",", "."))
    return next(number for form, number in _SPELLED.items() if re.fullmatch(form, written))


def has_counts(words: str) -> bool:
    """Whether folded words have any."""
    return _COUNT.search(words) is not None
