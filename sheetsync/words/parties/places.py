"""Joins «д. Калинки», «ул. Мира, 5» and «свв. Петра и Февронии» into one name each."""

import re
from dataclasses import replace
from itertools import pairwise

from sheetsync.words.cleaning import fold, word_set
from sheetsync.words.parties.tokens import DASHES, PartyToken, TokenKind, Tokens, Words
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import Vocabulary

# Before a name with a capital letter, and a full stop behind them but for the last line's.
SETTLEMENTS = word_set("г гор д дер с сел п пос х хут ст стан аул мкр мкрн ж/д")
_STREETS = word_set("ул пер просп пр-т пл наб б-р бул ш туп пр-д")
_WITHOUT_STOP = word_set("пгт рп дп снт ст-ца пр-т б-р пр-д аул мкр мкрн")
_INITIALS = frozenset({"р.п.", "г.п.", "с.п.", "г.о.", "м.о.", "м.р."})
_SHORT = SETTLEMENTS | _STREETS
_NOUNS = word_set("город деревня село поселок хутор станица аул")
_NOUN_STEMS = ("город", "дерев", "сел", "посел", "хутор", "станиц", "аул")  # quicker than forms
_HOUSES = word_set("д дом")
_NUMBERED = word_set("уч кв под корп стр пом бл")
_SAINT, _SAINTS = word_set("св прп вмч мч свт блгв о"), word_set("свв мчч прпп святых")
_OPENING = _NUMBERED | _SAINT | _SAINTS
_NUMBER = pattern(r"\d+(?:[-–—/]?\w+)*")
# «Старые Калинки», «Красный Яр»: an adjective and a name that may be its noun, by their endings.
_TWO_WORDS = pattern(
    r"\w+(?:[оеи]е \w+[оеё]|[ыи]е \w+[ыиа]|[ыио]й \w+[^аеёиоуыэюя]|[ая]я \w+[аяь])"
)


def with_places(words: Words, vocabulary: Vocabulary) -> Tokens:
    """The tokens with each settlement, street and saint as one token, as a name in quotes is.

    No full stop in such a name parts two parties, nor does the «и» between two saints.
    """
    found: list[PartyToken] = []
    at = 0
    while at < len(words):
        start, end = _place(words, at, vocabulary)
        found += [*words[at:start], _joined(words[start:end])] if end else words[at : at + 1]
        at = max(end, at + 1)
    return tuple(found)


def _place(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """From where to where a place's name stands that is said at a token; to 0 where none is."""
    if words[at].key in _OPENING:
        whole = _numbered_end(words, at) or _saints_end(words, at)
        if whole:
            return at, whole
    start = _name_start(words, at, vocabulary)
    size = _name_size(words, start) if start else 0
    if start is None or not size:
        return at, 0
    if words[at].key in _STREETS:
        return at, _house_end(words, start + size)
    # «Посёлок» is a word of its own, which other rules decline.
    noun = start == at + 1 and bool(vocabulary.word(words[at].key).noun_lemmas & _NOUNS)
    return (start if noun else at), start + size


def is_place(token: PartyToken) -> bool:
    """Whether the token is a settlement or a street, joined with its short word."""
    first, *rest = re.split(r"[.\s]+", token.key)
    short = first in _SHORT or first in _WITHOUT_STOP
    return token.kind is TokenKind.QUOTED and bool(rest) and short


def _name_start(words: Words, at: int, vocabulary: Vocabulary) -> int | None:
    """Where the name behind a short word begins; None where the token is no such word."""
    token = words[at]
    if token.kind is TokenKind.INITIALS:
        return at + 1 if token.key.replace(" ", "") in _INITIALS else None
    if token.kind not in (TokenKind.WORD, TokenKind.SHORT) or token.capitalised():
        return None
    if token.key in _SHORT:
        if token.text.endswith("."):
            return at + 1
        behind = _behind_stop(words, at)
        if behind > at + 1:
            return behind
    noun = token.key.startswith(_NOUN_STEMS) and vocabulary.word(token.key).noun_lemmas & _NOUNS
    return at + 1 if noun or token.key in _WITHOUT_STOP else None


def _name_size(words: Words, start: int) -> int:
    """How many of the tokens are a place's name: one, or two that agree; 0 for anything else."""
    first, second, third = (*words[start : start + 3], None, None, None)[:3]
    if first is None or first.kind is not TokenKind.WORD or not first.capitalised():
        return 0
    if second and second.kind is TokenKind.INITIALS:
        return 0
    # «Ст. Медсестра» is a post, «ст. Раздольная» a place.
    if words[start - 1].key == "ст" and not first.key.endswith(("ая", "ой", "ую")):
        return 0
    named = third is not None and third.kind is TokenKind.INITIALS
    two = second and second.kind is TokenKind.WORD and second.capitalised() and not named
    return 2 if second and two and _TWO_WORDS.fullmatch(f"{first.key} {second.key}") else 1


def _house_end(words: Words, at: int) -> int:
    """Where «, д. 5» behind a street ends; `at` where no house stands there."""
    end = at
    if end < len(words) and words[end].text == ",":
        end += 1
    if end < len(words) and words[end].key in _HOUSES:
        end = _behind_stop(words, end)
    return end + 1 if end < len(words) and _NUMBER.fullmatch(words[end].text) else at


def _numbered_end(words: Words, at: int) -> int:
    """Where «уч. № 5» ends; 0 where there is no such thing."""
    end = _behind_stop(words, at) if words[at].key in _NUMBERED else 0
    if end and end < len(words) and words[end].text == "№":
        end += 1
    if not 0 < end < len(words) or not _NUMBER.fullmatch(words[end].text):
        return 0
    dash, last = (*words[end + 1 : end + 3], None, None)[:2]
    to = dash and last and dash.text in DASHES and _NUMBER.fullmatch(last.text)
    return end + 3 if to else end + 1


def _saints_end(words: Words, at: int) -> int:
    """Where «св. Николая», «свв. Петра и Февронии» ends; 0 where there is no such thing."""
    first = words[at].key
    start = end = _behind_stop(words, at) if first in _SAINT or first in _SAINTS else 0
    while 0 < end < len(words):
        joined = first in _SAINTS and end > start and words[end].key == "и"
        names = words[end + joined : end + joined + 1]
        if not any(word.kind is TokenKind.WORD and word.capitalised() for word in names):
            break
        end += joined + 1
    return end if end > start else 0


def _behind_stop(words: Words, at: int) -> int:
    """The place behind a short word and its full stop, if it has one of its own."""
    stop = words[at + 1] if at + 1 < len(words) else None
    return at + 2 if stop and stop.text == "." and stop.start == words[at].end else at + 1


def _joined(parts: Words) -> PartyToken:
    text = parts[0].text
    for before, part in pairwise(parts):
        text += part.text if before.end == part.start else f" {part.text}"
    first = parts[0]
    return replace(first, text=text, end=parts[-1].end, kind=TokenKind.QUOTED, key=fold(text))
