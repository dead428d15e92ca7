"""What people write short in a deadline, in the words or signs that the grammar knows."""

import re

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import SignedPattern, pattern
from sheetsync.words.venues import HOUSES, PLACES

_DAY = r"(?:[0-2]\d|3[01])\. ?(?:0[1-9]|1[0-2])\b(?:\. ?20\d\d\b|\.)?"
# «26. 06 – 07. 07. 2013»; a day alone so may be a number and a day.
_SPACED = pattern(rf"(?<![\d.,]){_DAY}(?: ?[-–—] ?| по ){_DAY}(?!\d)")
_GAP = pattern(r"(?<=\d)\. (?=\d)")
_YEAR_ENDS = pattern(r"(?<=[а-яё] 20\d\d)\. (?=[А-ЯЁ][а-яё]{3})")  # «июль 2013. Забелино»
_ANY_DAY = r"\d{1,2}(?:\.\d\d(?:\.(?:20)?\d\d)?| [а-яё]{3,8}(?: 20\d\d)?)(?: г\.?)?"
_MOVED = SignedPattern(rf"({_ANY_DAY}) ?(?:→|⇒|➔|➜|->|=>) ?({_ANY_DAY})", signs="→ ⇒ ➔ ➜ -> =>")
# «За месяц до конкурса (конкурс – 20 октября)»
_OF_EVENT = pattern(
    r"(?P<before>за [^()]{3,24} до )(?P<event>[а-яё]{4,})[^()]*"
    r"\((?P<named>[а-яё]{4,})[^()\d]{0,30} ?[-–—:] ?(?P<day>\d{1,2}[. ][^()]+)\)\.?",
    re.IGNORECASE,
)
_DAY_AND_WORD = pattern(r"(\d{1,2}\.\d\d) (?=([А-ЯЁ][а-яё]{2,}))")


def spelled_out(text: str) -> str:
    """The text with its short forms written out, where they can mean nothing else."""
    if ". " in text:
        text = _SPACED.sub(lambda days: _GAP.sub(".", days[0]), text)
        text = _YEAR_ENDS.sub(", ", text)
    if moved := _MOVED.fullmatch(text):
        return f"{moved[1]}, перенесено на {moved[2]}"
    if (event := _OF_EVENT.fullmatch(text)) and _same(event["event"], event["named"]):
        return f"{event['before']}{event['day']}"
    placed = _DAY_AND_WORD.match(text)
    if placed and fold(placed[2]) in PLACES | HOUSES:
        return f"{placed[1]}\n{text[placed.end() :]}"
    return text


def _same(one: str, other: str) -> bool:
    """Two forms of a word: they begin alike but for their endings."""
    stem = fold(min(one, other, key=len))
    return all(fold(word).startswith(stem[: max(4, len(stem) - 2)]) for word in (one, other))
