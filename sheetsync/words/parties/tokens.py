"""Cuts a responsible phrase into tokens that know their place."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import capital
from sheetsync.words.cleaning import fold, in_cyrillic
from sheetsync.words.parties.lexicon import ABBREVIATIONS, FIELDS, is_undeclined
from sheetsync.words.pattern import pattern


class TokenKind(StrEnum):
    """What a token is: a name in quotes and a bracket are one token each."""

    WORD = "word"
    SHORT = "short"  # an abbreviation of capitals, «УМЦ»: no case, no number
    NUMBER = "number"
    INITIALS = "initials"
    PERSON = "person"
    QUOTED = "quoted"
    BRACKET = "bracket"
    LINE = "line"
    MARK = "mark"


@frozen_positional
class PartyToken:
    """A piece of the phrase; `start` and `end` are its place, `key` its folded text.

    A token that the rules put in has the place of what it stands for.
    """

    text: str
    start: int
    end: int
    kind: TokenKind
    key: str

    def capitalised(self) -> bool:
        """Whether it begins with a capital letter and is not all capitals."""
        return self.text[:1].isupper() and not self.text[1:].isupper()

    def worded(self, text: str) -> "PartyToken":
        """The same place with other words."""
        return replace(self, text=text, key=fold(text))


Words = Sequence[PartyToken]
Tokens = tuple[PartyToken, ...]

LETTER = r"[а-яёa-z]\)\s*(?=[^\W\d_])"
BULLET = rf"[-\u2010-\u2015\u2212•*·]\s*|\d{{1,2}}[.)](?!\d)\s*|{LETTER}"
_TOKEN = re.compile(
    rf"""
      (?P<quoted>  «[^«»]*(?:«[^«»]*»[^«»]*)*»+ | «[^«»]*«[^«»]*»
                 | "[^"\n]*\s"(?=\w)[^"\n]*"{{1,2}} | "[^"\n]*"
                 | “[^“”]*” | „[^„“”]*[“”] )
    | (?P<bracket> \( [^()]* (?: \([^()]*\) [^()]* )* \) )
    | (?P<line>    \n (?: {BULLET} )? | \A {LETTER} )
    | (?P<initials> (?<!\w)
                    (?! (?: т\.\s?[дпе] | и\.\s?о | (?:[мсвгМСВГ]\.\s?)?[нН]\.\s?с ) (?!\w) )
                    (?: [^\W\d_] \. \s? (?!и\s) [^\W\d_] (?: \. | (?!\w) ) (?: [ок] \. (?!\s?\w) )?
                      | [^\W\d_a-zа-яё] \. [^\S\n]?
                      | (?<=[а-яё]\ ) [^\W\d_a-zа-яё] \  [^\W\d_a-zа-яё] (?![\w.]) ) )
    | (?P<acting>  (?<!\w) (?: [иИ]\. \s? о\. | [вВ]р\.? \s? и\.? \s? о\.
                             | (?: [мсвгМСВГ]\. \s? )? [нН]\. \s? с\. ) )
    | (?P<numero>  (?<!\w) N (?= \s? \d ) | №+ )
    | (?P<number>  \d+ (?! [-\w] | [\u2010-\u2015\u2212]\d ) )
    | (?P<word>    [^\W_]+ (?: [-\u2010-\u2015\u2212/'’] [^\W_]+ )* )
    | (?P<arrow>   [=-]+> )
    | (?P<mark>    \S )
    """,
    re.VERBOSE,
)
_KINDS = {kind.value: kind for kind in TokenKind} | {
    "acting": TokenKind.WORD,
    "numero": TokenKind.MARK,
    "arrow": TokenKind.MARK,
}
_LONGER = 4  # letters of a word that is no mere ending
_COPIES = pattern(r"(.*[^\W\d_])[-\u2010-\u2015\u2212]\d{1,3}")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def is_person(words: Words) -> bool:
    """Whether somebody's own name is all that there is."""
    return len(words) == 1 and words[0].kind is TokenKind.PERSON


def names_person(words: Words) -> bool:
    """Whether somebody's own name is among the words."""
    return any(word.kind is TokenKind.PERSON for word in words)


def are_numbers(one: PartyToken, other: PartyToken) -> bool:
    """Whether both tell several of a kind apart: «101», «102»; «5-А», «5-Б»; «ИС-1», «ИС-2»."""
    if one.text[0].isdigit() or other.text[0].isdigit():
        return one.text[0].isdigit() and other.text[0].isdigit()
    front, alike = (word.text.rstrip("0123456789") for word in (one, other))
    return front == alike and front != one.text and alike != other.text


def spelled_like(pattern: str, word: str) -> str:
    """The word with «е» for «ё» unless the pattern has a «ё»: people write the one or the other."""
    return word if "ё" in pattern.casefold() else word.replace("ё", "е")


def capitalised_like(pattern: str, word: str) -> str:
    """The word with the capital letters of the pattern."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return capital(word) if pattern[:1].isupper() else word


def masked(line: str, known: Iterable[str]) -> tuple[str, dict[int, int]]:
    """The line with each name of the roster as one word, and from where to where these stand."""
    places: dict[int, int] = {}
    for name in known:
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        for found in re.finditer(pattern, line, re.IGNORECASE):
            places[found.start()] = found.end()
            # Letters, as many as the name has, so that all places stay true.
            line = line[: found.start()] + "x" * len(found[0]) + line[found.end() :]
    return line, places


def tokens(text: str) -> Tokens:
    """The tokens of a phrase made of tidy lines, in order, without the spaces between them."""
    found: list[PartyToken] = []
    for match in _TOKEN.finditer(text):
        found += _token(match)
    return with_full_stops(found, _shortens)


def _token(match: re.Match[str]) -> list[PartyToken]:
    text, start, end = match[0], match.start(), match.end()
    kind = _KINDS[match.lastgroup or "mark"]
    if "/" in text and _is_list(text.split("/")):
        return _at_slashes(text, start)
    copies = _COPIES.fullmatch(text) if text[-1].isdigit() else None
    if copies and not _is_short(copies[1]):
        cut = start + len(copies[1])
        return [
            PartyToken(copies[1], start, cut, TokenKind.WORD, fold(copies[1])),
            PartyToken(text[len(copies[1])], cut, cut + 1, TokenKind.MARK, "-"),
            PartyToken(text[len(copies[1]) + 1 :], cut + 1, end, TokenKind.NUMBER, ""),
        ]
    if match.lastgroup == "numero":
        text = "№"  # «школа N 2», «школы №№ 2, 3»
    if kind is not TokenKind.WORD:
        return [PartyToken(text, start, end, kind, text)]
    if text.isascii() and fold(in_cyrillic(text)) in FIELDS:  # «по OT» in Latin letters
        text = in_cyrillic(text)
    key = fold(text)
    short = _is_short(text) or is_undeclined(key)
    return [PartyToken(text, start, end, TokenKind.SHORT if short else kind, key)]


def _is_list(parts: list[str]) -> bool:
    """«кадров/бухгалтерия», «ОТ/нач.», «Лунин/Ким», but neither «вожатый/ая» nor «ГО/ЧС»."""
    if all(part[:1].isupper() and part[1:].islower() for part in parts):
        return True
    alone = [len(part) >= _LONGER or fold(part) in ABBREVIATIONS for part in parts]
    whole = zip(alone, parts, strict=True)
    return any(alone) and all(stands or _is_short(part) for stands, part in whole)


def _at_slashes(text: str, start: int) -> list[PartyToken]:
    """«кадров/бухгалтерия» parts two names, «вожатый/ая» does not."""
    found: list[PartyToken] = []
    for part in re.split("(/)", text):
        at = found[-1].end if found else start
        kind = TokenKind.SHORT if _is_short(part) else TokenKind.WORD
        kind = TokenKind.MARK if part == "/" else kind
        found.append(PartyToken(part, at, at + len(part), kind, fold(part)))
    return found


def _is_short(text: str) -> bool:
    if text[1:].islower():
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) >= 2 and capitals >= 2 and capitals * 2 >= len(letters)


def with_full_stops(found: Words, shortens: Callable[[PartyToken, Words], bool]) -> Tokens:
    """The tokens, an abbreviated word and the full stop that it touches as one: «орг.».

    `shortens` says whether the stop is that of the word, by what follows them.
    """
    joined: list[PartyToken] = []
    for at, token in enumerate(found):
        before = joined[-1] if joined else None
        touching = before is not None and before.end == token.start
        if before and touching and token.text == "." and shortens(before, found[at + 1 :]):
            text = before.text + "."
            joined[-1] = replace(before, text=text, end=token.end, kind=TokenKind.WORD)
        else:
            joined.append(token)
    return tuple(joined)


def _shortens(word: PartyToken, after: Words) -> bool:
    """Whether a full stop belongs to the word: a known one, or the phrase goes on in small."""
    goes_on = bool(after) and after[0].kind is TokenKind.WORD and after[0].text[0].islower()
    return word.key in ABBREVIATIONS or (word.kind is TokenKind.WORD and goes_on)
