"""Words and dates that a narrow column or page tore apart: «до 20 ок-⏎тября», «Октябр⏎ьноябр⏎ь»."""

import re
from functools import cache
from itertools import pairwise

from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.lexemes import known_words
from sheetsync.words.lexicon.calendar import MONTH_NAMES
from sheetsync.words.pattern import pattern

_LETTERS = r"[^\W\d_]+"
_HYPHEN = "[-\u2010\u2011]"
# Pieces with breaks between them, or with a hyphen that a lost break left behind: "сентя- брь".
_TORN = pattern(rf"{_LETTERS}(?:{_HYPHEN}?[^\S\n]*\n[^\S\n]*{_LETTERS}|{_HYPHEN} {_LETTERS})+")
_ENDS = ".,;:()"
_GLUED = pattern(rf"\b(?:{'|'.join(map(''.join, pairwise(MONTH_NAMES)))})\b", re.IGNORECASE)
_BREAK = pattern(rf"({_HYPHEN}?\s+)")
_ENDING = pattern(r"(?<=\d)-\n(?=[а-я]{1,3}\b)")  # "до 5-⏎го"
_FIGURES = pattern(r"(?<![\d.])[\d.]{1,9}\n[\d.]{1,9}(?![\d.])")
_DATE = pattern(r"\d{1,2}\.\d{1,2}\.20\d\d")
_MOST_PIECES = 6  # «Октябр⏎ьноябр⏎ь» has three
_PREPOSITIONS = "вскиоуг"
_COMPOUND = ("о", "е")  # of "спортивно-⏎массовый" the hyphen is its own


def rejoined(text: str) -> str:
    """The text with what is torn put together, where only that makes a word or a date.

    So are two months that lost the dash between them parted: «апрельмай».
    """
    if any(fold(word.strip(_ENDS)) in _two_months() for word in text.split()):
        text = _GLUED.sub(lambda glued: _two_months()[fold(glued[0])], text)
    if "\n" not in text and "- " not in text:
        return text
    text = text.replace("\u00ad", "")
    whole = _TORN.sub(lambda torn: _together(_BREAK.split(torn[0])), _ENDING.sub("-", text))
    return _FIGURES.sub(lambda torn: _date(torn[0]), whole) if "\n" in whole else whole


def _together(pieces: list[str]) -> str:
    """Of pieces and the breaks between them, the longest runs that make one word."""
    said, at = "", 0
    while at < len(pieces):
        most = min(len(pieces), at + 2 * _MOST_PIECES - 1)
        ends = range(most, at + 1, -2)  # of several pieces
        found = next(((end, word) for end in ends if (word := _word(pieces[at:end]))), None)
        end, word = found or (at + 1, pieces[at])
        said += word + "".join(pieces[end : end + 1])
        at = end + 1
    return said


def _word(run: list[str]) -> str:
    """The word that the pieces make, "" where they make none or are words themselves."""
    pieces = run[::2]
    if not (all(map(str.islower, pieces[1:])) or all(map(str.isupper, pieces))):
        return ""
    folded = [fold(piece) for piece in pieces]
    if all(map(_is_word, folded)):
        return ""
    word = "".join(folded)
    if word in _two_months():
        return _two_months()[word]
    if word in known_words():
        return "".join(pieces)
    hyphen = len(run) == 3 and run[1].strip() and "\n" in run[1]
    halves = hyphen and not folded[0].endswith(_COMPOUND) and not any(map(_is_word, folded))
    return "".join(pieces) if halves else ""


def _is_word(piece: str) -> bool:
    return piece in known_words() and (len(piece) > 1 or piece in _PREPOSITIONS)


def _date(torn: str) -> str:
    """The date of "20.0⏎5.2026"; of "1⏎5.06.2026" there may be two."""
    first, _, second = torn.partition("\n")
    whole = first + second
    return whole if _DATE.fullmatch(whole) and not _DATE.fullmatch(second) else torn


@cache
def _two_months() -> dict[str, str]:
    """Neighbours whose dash went with the break: whatever stood there, the second ends it."""
    return {f"{one}{two}": f"{one}-{two}" for one, two in pairwise(MONTH_NAMES)}
