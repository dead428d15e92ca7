"""Slips in what marks have most: a letter, «выплнено», or the space before a day, «вып.19.02»."""

import re

from sheetsync.words.cleaning import one_slip_apart, word_set
from sheetsync.words.lexicon.calendar import MONTH_STEM

# Only words that no other word is a letter away from: «проведено» is, «проверено».
_WORDS = word_set(
    """
    выполнено выполнена выполнены выполнен исполнено исполнена исполнены завершено завершена
    завершены перенесено перенесена процессе частично
    """
)
# «Выполним» is no slip of «выполнен», nor is «выполнению» one of «выполнено».
_KNOWN = re.compile(
    r"(?:(?:вы|ис)полн(?:им|ит|ил|ю|ен[аоы]?|ени[еяюй])|заверш(?:им|ит|ил|у|ен[аоы]?|ени[еяюй])"
    r"|перенес(?:ем|ен[аоы]?|ли?)|процесс[аеыу]?|частичн(?:ая|ое|ый|о|ы))"
)
_GLUED_DAY = re.compile(
    r"(?:(?<=[а-я]{3}\.)|(?<=[а-я]{3}\.,)|(?<=[а-я]{5}))(?=(?:0?[1-9]|[12]\d|3[01])"
    rf"(?:\.(?:0?[1-9]|1[0-2])(?![\d%])| {MONTH_STEM}))"
)
_WORD = re.compile(r"(?<![^\W\d_])[а-я]{7,11}(?![^\W\d_])")


def without_slips(words: str) -> str:
    """Folded words with these slips mended."""
    return _WORD.sub(lambda word: _mended(word[0]), _GLUED_DAY.sub(" ", words))


def _mended(word: str) -> str:
    if word in _WORDS or _KNOWN.fullmatch(word):
        return word
    # Of several forms of one word any will do.
    return min((known for known in _WORDS if one_slip_apart(word, known)), default=word)
