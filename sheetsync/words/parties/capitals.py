"""A line all in capitals as it would be written otherwise: only then do capitals tell anything."""

import re

from sheetsync.words.cleaning import fold
from sheetsync.words.parties.lexicon import ABBREVIATIONS, BEASTS, FIELDS, GOVERNED
from sheetsync.words.parties.persons import may_be_surname
from sheetsync.words.parties.places import SETTLEMENTS
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import NAMES, Vocabulary

_WORD = pattern(r"«[^«»]*»|\"[^\"]*\"|[^\W\d_]+")
_INITIALS_BEHIND = pattern(r"\s?[^\W\d_]\.")
_INITIALS_BEFORE = pattern(r"(?<!\w)[^\W\d_]\.\s?\Z")
_SHORT = 5  # letters that an abbreviation has at most
_NAME_SHARE = 0.2  # of a word's readings, from which on it is somebody's name
_LAST = pattern(r"([^\W\d_]+)\.\s?\Z")
_PROPER = NAMES | {"Geox", "Poss"}
_VOWELS = frozenset("аеиоуыэюя")
_SMALL = GOVERNED.keys() | {"и", "а", "у"}


def calmed(line: str, vocabulary: Vocabulary) -> str:
    """The line, all in capitals, as it would be written otherwise; its length stays the same.

    Names in quotes are left alone: nobody knows how they are written.
    """
    if not any(_is_word(word, vocabulary) for word in _WORD.findall(line)):
        return line
    said = line
    before = ""
    for found in _WORD.finditer(line):
        word = found[0]
        if word[0].isalpha():
            before = _calm(found, before, vocabulary)
            said = said[: found.start()] + before + said[found.end() :]
    return said[:1].upper() + said[1:]


def _is_word(word: str, vocabulary: Vocabulary) -> bool:
    return len(word) > _SHORT - 1 and word[0].isalpha() and vocabulary.word(fold(word)).is_known


def shouted(words: Tokens) -> Tokens:
    """In capitals again, but for people."""
    return tuple(
        word if word.kind is TokenKind.PERSON else word.worded(word.text.upper()) for word in words
    )


def _calm(found: re.Match[str], before: str, vocabulary: Vocabulary) -> str:
    """One word of the line, behind a word that is calm already."""
    word, key, line = found[0], fold(found[0]), found.string
    stopped = line[found.end() : found.end() + 1] == "."
    if len(word) == 1:
        return _letter(found, vocabulary)
    begins = _begins(line[: found.start()], vocabulary)
    if stopped and key in ABBREVIATIONS:
        return word.title() if begins else word.lower()
    if _is_short(key, before, vocabulary):
        return word
    known = vocabulary.word(key)
    initials = _INITIALS_BEHIND.match(line, found.end()) or _INITIALS_BEFORE.search(
        line[: found.start()]
    )
    named = (bool(initials) and _may_be_surname(word, vocabulary)) or known.lemmas & BEASTS
    names = sum(form.reading.score for form in known.forms if form.marks & _PROPER)
    proper = named or begins or names >= _NAME_SHARE or not known.is_known
    return word.title() if proper else word.lower()


def _begins(before: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence or a place's name begins behind a full stop: «г. Лесной»."""
    last = _LAST.search(before)
    if last is None:
        return False
    key = fold(last[1])
    return key in SETTLEMENTS or (len(key) > _SHORT - 2 and vocabulary.word(key).is_known)


def _letter(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """An initial, a preposition, «г. Лесной» or «корпус А»."""
    word, line = found[0], found.string
    if line[found.end() : found.end() + 1] != ".":
        goes_on = line[found.end() : found.end() + 2].strip().isalpha()
        return word.lower() if fold(word) in _SMALL and goes_on else word
    beside = _INITIALS_BEHIND.match(line, found.end() + 1) or _INITIALS_BEFORE.search(
        line[: found.start()]
    )
    next_word = _WORD.search(line, found.end())
    last = re.findall(r"[^\W\d_]+\Z", line[: found.start()].rstrip())
    names = [*last, *([next_word[0]] if next_word else [])]
    held = any(_may_be_surname(name, vocabulary) for name in names)
    return word if beside or held else word.lower()


def _may_be_surname(word: str, vocabulary: Vocabulary) -> bool:
    token = PartyToken(word.title(), 0, len(word), TokenKind.WORD, fold(word))
    return may_be_surname(token, vocabulary)


def _is_short(key: str, before: str, vocabulary: Vocabulary) -> bool:
    """«УВР», «ЖКХ», «по ОТ», «МБУ ДО»."""
    if key in FIELDS and key != "от":
        return True
    if key in ("от", "до", "во"):  # prepositions, too
        return before == "по" if key == "от" else before.isupper() and len(before) > 1
    if len(key) > _SHORT:
        return False
    forms = vocabulary.word(key).forms
    bare = len(key) < _SHORT and not _VOWELS & set(key[1:])
    abbreviated = bool(forms) and "Abbr" in forms[0].marks
    return bare or abbreviated or not vocabulary.word(key).is_known
