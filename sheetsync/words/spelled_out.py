"""What people write short in a deadline, in the words or signs that the grammar knows."""

import re

from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.dictionary import OF_VILLAGES
from sheetsync.words.lexicon.calendar import MONTH_STEM, OF_MONTHS
from sheetsync.words.pattern import pattern
from sheetsync.words.venues import HOUSES, PLACES

_DAY = r"(?:[0-2]\d|3[01])\. ?(?:0[1-9]|1[0-2])\b(?:\. ?20\d\d\b|\.)?"
# «26. 06 – 07. 07. 2013»; a day alone so may be a number and a day.
_SPACED = pattern(rf"(?<![\d.,]){_DAY}(?: ?[-–—] ?| по ){_DAY}(?!\d)")
_GAP = pattern(r"(?<=\d)\. (?=\d)")
# «Июль 2013. Забелино»
_YEAR_ENDS = pattern(r"(?<=[а-яё] 20\d\d)\. (?=([А-ЯЁ][а-яё-]{3,})([^\d]*)\Z)")
_MONTH = pattern(rf"\b{MONTH_STEM}", re.IGNORECASE)
_ANY_DAY = (
    rf"\d{{1,2}}(?:\.\d\d(?:\.(?:20)?\d\d)?| (?:{'|'.join(OF_MONTHS)})(?: 20\d\d)?)(?: г\.?)?"
)
_COUNT = r"\d{1,3}|одну?|один|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять"
# «За месяц до конкурса (конкурс – 20 октября)»
_OF_EVENT = pattern(
    rf"(?P<before>за (?:(?:{_COUNT}) )?(?:день|дня|дней|недел[юиь]|месяц(?:а|ев)?) до )"
    rf"(?P<event>[а-яё]{{4,}}) \((?P<named>[а-яё]{{4,}}) ?[-–—:] ?(?P<day>{_ANY_DAY})\)\.?",
    re.IGNORECASE,
)
_ENDING = "[аеиоуыэюяйьвмх]{0,2}"
_TWO_FORMS = pattern(rf"([а-я]{{4,}})({_ENDING}) \1({_ENDING})")
_SHORTEST_STEM = 5  # letters, unless it is a whole word
_DAY_AND_WORD = pattern(r"(\d{1,2}\.\d\d) (?=([А-ЯЁ][а-яё]{2,}))")


def spelled_out(text: str) -> str:
    """The text with spaced days, a place or an event behind a day put as the grammar reads them.

    Any other text stays as it is.
    """
    if ". " in text:
        text = _SPACED.sub(lambda days: _GAP.sub(".", days[0]), text)
        text = _YEAR_ENDS.sub(lambda end: ", " if _is_place(end[1], end[2]) else end[0], text)
    if (event := _OF_EVENT.fullmatch(text)) and _same(event["event"], event["named"]):
        return f"{event['before']}{event['day']}"
    placed = _DAY_AND_WORD.match(text)
    if placed and fold(placed[2]) in PLACES | HOUSES:
        return f"{placed[1]}\n{text[placed.end() :]}"
    return text


def _same(one: str, other: str) -> bool:
    """Two forms of a word: all of it but the endings is the same."""
    forms = _TWO_FORMS.fullmatch(f"{fold(one)} {fold(other)}")
    return forms is not None and (len(forms[1]) >= _SHORTEST_STEM or not (forms[2] and forms[3]))


def _is_place(word: str, behind: str) -> bool:
    """«Забелино», «Школа»; a month behind it may be a deadline of its own."""
    named = fold(word) in PLACES | HOUSES or word.endswith(OF_VILLAGES)
    return named and not _MONTH.search(word + behind)
