"""Cuts a responsible phrase into tokens that know their place, and writes abbreviations in full."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import capital
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.parties.lexicon import (
    ABBREVIATIONS,
    BEFORE_NAMES,
    FIELD_WORDS,
    SHORTENED,
    TITLES,
    is_undeclined,
)
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import Vocabulary


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


_LETTER = r"[а-яёa-z]\)\s*(?=[^\W\d_])"
_BULLET = rf"[-\u2010-\u2015\u2212•*·]\s*|\d{{1,2}}[.)](?!\d)\s*|{_LETTER}"
_FIRST_BULLET = re.compile(_BULLET)
_INNER_NUMBER = pattern(r"(?<=\w|[.,;)»]) (?=\d{1,2}[.)] [^\W\d_])")
_INNER_LETTER = pattern(r"(?<=\w|[.,;)»]) (?=[а-яёa-z]\) [^\W\d_])")
_INNER_BULLET = pattern(r" (?=[•·*] )")
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028]")
_TOKEN = re.compile(
    rf"""
      (?P<quoted>  «[^«»]*(?:«[^«»]*»[^«»]*)*»+ | «[^«»]*«[^«»]*» | "[^"\n]*"
                 | “[^“”]*” | „[^„“”]*[“”] )
    | (?P<bracket> \( [^()]* (?: \([^()]*\) [^()]* )* \) )
    | (?P<line>    \n (?: {_BULLET} )? | \A {_LETTER} )
    | (?P<initials> (?<!\w) (?! (?: т\.\s?[дпе] | и\.\s?о ) (?!\w) )
                    (?: [^\W\d_] \. \s? (?!и\s) [^\W\d_] (?: \. | (?!\w) )
                      | [^\W\d_a-zа-яё] \. [^\S\n]? ) )
    | (?P<acting>  (?<!\w) (?: [иИ]\. \s? о\. | [вВ]р\.? \s? и\.? \s? о\. ) )
    | (?P<numero>  (?<!\w) N (?= \s? \d ) | №+ )
    | (?P<number>  \d+ (?! [-\w] ) )
    | (?P<word>    [^\W_]+ (?: [-\u2010-\u2015\u2212/'’] [^\W_]+ )* )
    | (?P<mark>    \S )
    """,
    re.VERBOSE,
)
_PARTED = re.compile(r"(?P<left>[^\W\d_]{2,})-(?P<gap>[ \n])(?P<right>[а-яё]{2,})")
_COMPOUND = re.compile(
    r"\w+о|(?:педагог|учител|врач|инженер|мастер|тренер|воспитател|слесар)\w{0,3}", re.IGNORECASE
)
_KINDS = {kind.value: kind for kind in TokenKind} | {
    "acting": TokenKind.WORD,
    "numero": TokenKind.MARK,
}
_LONGER = 4  # letters of a word that is no mere ending
_COPIES = pattern(r"(.*[^\W\d_])[-\u2010-\u2015\u2212]\d{1,3}")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def lines(text: str) -> str:
    """The phrase with tidy lines, without empty ones and without a bullet at its front."""
    kept = "\n".join(filter(None, map(tidy, _LINE_END.split(text))))
    bullet = _FIRST_BULLET.match(kept)
    if bullet is None:
        return kept
    # As the first is marked, so are the others inside the line; a dash may be any dash.
    if kept[0].isalpha():  # that letter is not lost, `tokens` sets it apart
        return _INNER_LETTER.sub("\n", kept)
    inner = _INNER_NUMBER if kept[0].isdigit() else _INNER_BULLET
    return inner.sub("\n", kept[bullet.end() :])


def with_whole_words(line: str, vocabulary: Vocabulary) -> str:
    """The line with words that were parted for its width: «родительс-⏎кого», «учителя- физики»."""

    def whole(parted: re.Match[str]) -> str:
        word = f"{parted['left']}{parted['right']}"
        known = any(form.reading.is_known for form in vocabulary.word(fold(word)).forms)
        if parted["gap"] == " " and not (known or _COMPOUND.fullmatch(parted["left"])):
            return parted[0]
        return word if known else f"{parted['left']}-{parted['right']}"

    return _PARTED.sub(whole, line) if "-\n" in line or "- " in line else line


def spelled_like(pattern: str, word: str) -> str:
    """The word with «е» for «ё» unless the pattern has a «ё»: people write the one or the other."""
    return word if "ё" in pattern.casefold() else word.replace("ё", "е")


def capitalised_like(pattern: str, word: str) -> str:
    """The word with the capital letters of the pattern."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return capital(word) if pattern[:1].isupper() else word


def tokens(text: str) -> tuple[PartyToken, ...]:
    """The tokens of a phrase made of tidy lines, in order, without the spaces between them."""
    shouting = text.isupper() and any(len(word) > 7 for word in text.split())
    found: list[PartyToken] = []
    for match in _TOKEN.finditer(text):
        found += _token(match, shouting=shouting)
    return tuple(_dotted(found))


def _token(match: re.Match[str], *, shouting: bool) -> list[PartyToken]:
    text, start, end = match[0], match.start(), match.end()
    kind = _KINDS[match.lastgroup or "mark"]
    if "/" in text and all(map(_stands_alone, text.split("/"))):
        return _at_slashes(text, start)
    copies = _COPIES.fullmatch(text) if text[-1].isdigit() else None
    if copies and not _is_short(copies[1], shouting=shouting):
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
    key = fold(text)
    short = _is_short(text, shouting=shouting) or is_undeclined(key)
    return [PartyToken(text, start, end, TokenKind.SHORT if short else kind, key)]


def _stands_alone(part: str) -> bool:
    return len(part) >= _LONGER or fold(part) in ABBREVIATIONS


def _at_slashes(text: str, start: int) -> list[PartyToken]:
    """«кадров/бухгалтерия» parts two names, «вожатый/ая» does not."""
    found: list[PartyToken] = []
    for part in re.split("(/)", text):
        at = found[-1].end if found else start
        kind = TokenKind.MARK if part == "/" else TokenKind.WORD
        found.append(PartyToken(part, at, at + len(part), kind, fold(part)))
    return found


def _is_short(text: str, *, shouting: bool) -> bool:
    if text[1:].islower():
        return False
    letters = [c for c in text if c.isalpha()]
    if shouting:
        return 2 <= len(letters) <= 4 and not any(c in "АЕЁИОУЫЭЮЯ" for c in letters[1:])
    capitals = sum(c.isupper() for c in letters)
    return len(letters) >= 2 and capitals >= 2 and capitals * 2 >= len(letters)


def _dotted(found: list[PartyToken]) -> list[PartyToken]:
    """Joins an abbreviated word with the full stop that follows it: «орг.» is one token."""
    joined: list[PartyToken] = []
    for at, token in enumerate(found):
        before = joined[-1] if joined else None
        touching = before is not None and before.end == token.start
        if before and touching and token.text == "." and _shortens(before, found[at + 1 :]):
            text = before.text + "."
            joined[-1] = replace(before, text=text, end=token.end, kind=TokenKind.WORD)
        else:
            joined.append(token)
    return joined


def _shortens(word: PartyToken, after: list[PartyToken]) -> bool:
    """Whether a full stop belongs to the word: a known one, or the phrase goes on in small."""
    goes_on = bool(after) and after[0].kind is TokenKind.WORD and after[0].text[0].islower()
    return word.key in ABBREVIATIONS or (word.kind is TokenKind.WORD and goes_on)


def spelled_out(tokens: Sequence[PartyToken], vocabulary: Vocabulary) -> tuple[PartyToken, ...]:
    """The tokens with every known abbreviation that ends in a full stop written in full.

    An adjective takes the form of the noun after it; a noun stands in the genitive after another
    word, else in the nominative.
    """
    spelled = [_spelled(tokens, at) for at in range(len(tokens))]
    for at in reversed(range(len(spelled))):  # an adjective agrees with the whole noun after it
        spelled[at] = _full(spelled, at, vocabulary)
    return tuple(spelled)


def _spelled(tokens: Sequence[PartyToken], at: int) -> PartyToken:
    """A word that is shortened without a full stop: «рук-ли», «по ОТ»."""
    token, before = tokens[at], tokens[at - 1].key if at else ""
    word = SHORTENED.get(token.key) or FIELD_WORDS.get((before, token.key))
    if not word or _paired(tokens, at):
        return token
    shown = word if token.kind is TokenKind.SHORT else capitalised_like(token.text, word)
    # «Соцпедагог» declines as its noun does: known by «педагог», it begins a party of its own.
    key = word.split()[-1] if token.key in SHORTENED else word
    return replace(token.worded(shown), kind=TokenKind.WORD, key=fold(key))


def _full(tokens: Sequence[PartyToken], at: int, vocabulary: Vocabulary) -> PartyToken:
    token = tokens[at]
    if token.kind is not TokenKind.WORD or not token.text.endswith("."):
        return token
    form = _of_school(tokens, at)
    if form:
        return token.worded(capitalised_like(token.text, form))
    after = next(iter(tokens[at + 1 : at + 2]), None)
    named = after is not None and after.capitalised()
    if at and named and token.key in TITLES:
        return token
    if token.key in BEFORE_NAMES and not (named or (after is not None and after.key == "по")):
        return token
    word = ABBREVIATIONS.get(token.key, token.text)
    if token.key == "пед" and after is not None and after.text in DASHES:
        word = "педагог"  # «пед.-психолог»
    if len(word) <= len(token.text):
        return token
    known = vocabulary.word(word)
    governed = _governed(tokens[:at], vocabulary)
    if known.modifiers:
        word = _agreeing(word, tokens[at + 1 : at + 2], "gent" if governed else "nomn", vocabulary)
    elif known.nouns and governed:
        word = vocabulary.inflect(known.nouns[0], {"gent", "sing"}) or word
    return token.worded(capitalised_like(token.text, word))


def _governed(before: Sequence[PartyToken], vocabulary: Vocabulary) -> bool:
    """Whether a noun stands before: «зам. гл. бухг.», not «ст. преп.» or «доц. и асп.»."""
    for token in reversed([t for t in before if t.kind is not TokenKind.NUMBER]):  # «1 мл. гр.»
        if token.kind is not TokenKind.WORD or token.key == "и":
            return False
        word = vocabulary.word(ABBREVIATIONS.get(token.key, token.key))
        # «Старший» by itself is a noun as well, as what people cut short it is none.
        if not word.modifiers or (word.nouns and token.key not in ABBREVIATIONS):
            return True
    return False


def _paired(tokens: Sequence[PartyToken], at: int) -> bool:
    """«ОТ и ТБ» is one field of work: either both are written in full or none."""
    return [token.key for token in tokens[at + 1 : at + 2]] == ["и"]


def _of_school(tokens: Sequence[PartyToken], at: int) -> str:
    """«Кл. рук. 5-9 кл.»: class teachers are named in the plural, of classes; "" for all else.

    «Учителя нач. классов» are those of the primary school.
    """
    keys, before = [token.key for token in tokens[at : at + 2]], tokens[at - 1] if at else None
    if keys[0] == "кл" and keys[1:] and keys[1].startswith("рук"):
        return "классные"
    if keys[0] == "рук" and before and before.key == "кл":
        return "руководители"
    if keys[0] == "нач" and keys[1:] and keys[1] in ("классов", "кл"):
        return "начальных"
    counted = before is not None and before.text[:1].isdigit()
    return "классов" if keys[0] == "кл" and counted else ""


def _agreeing(word: str, after: Sequence[PartyToken], usual: str, vocabulary: Vocabulary) -> str:
    own = next(iter(vocabulary.word(word).modifiers), None)
    nouns = (form for token in after for form in vocabulary.word(token.key).nouns)
    slots = {slot for form in nouns for slot in form.slots}  # «медсёстры» has two cases
    if own is None or not slots:
        return word
    case, number, gender = min(slots, key=lambda slot: (slot[0] != usual, slot))
    return vocabulary.inflect(own, filter(None, (case, number, gender))) or word
