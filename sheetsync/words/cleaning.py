"""The one way in which the words of a cell are made comparable."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sheetsync.words.pattern import pattern

# Soft hyphens, zero-width and direction marks: nobody sees them, no rule may depend on them.
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SPACES = pattern(r"[\s\x00-\x1f\x7f-\x9f]+")
_HYPHENATED = pattern(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
LONG_DASHES = re.compile("[\u2010-\u2015\u2212]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ROMAN_SIGN = pattern(r"[Ⅰ-ⅿ]")
# A word of letters of both alphabets, and a Latin one alone before Cyrillic ones: «B работе».
_MIXED = pattern(r"[^\W\d_]*(?:[а-яё][a-z]|[a-z][а-яё])[^\W\d_]*", re.IGNORECASE)
_LONE = pattern(r"(?<![\w.-])(?:[BCKOYbckoy](?= [А-ЯЁа-яё])|[Cc][Oo](?= [А-ЯЁа-яёIVX]))")
# Letters with full stops beside Cyrillic words: «Лось B.C.», «E.H. Лось», «c. Высокое», «и.o.».
_DOTTED = pattern(
    r"(?<![\w.])(?:[ABCEHKMOPTXYaceopxyА-ЯЁа-яё]\. ?){1,3}(?=\n?[А-ЯЁа-яё]{2})"
    r"|(?<=[А-ЯЁа-яё][ \n])[ABCEHKMOPTXYА-ЯЁ]\. ?(?:[ABCEHKMOPTXYА-ЯЁ]\.?)?(?!\w)"
)
_BETWEEN = ("/", "|", "(", " - ")
# The words of one alphabet, a sign, then those of the other: letters mixed in a word are none.
_TWO_LANGUAGES = pattern(
    r"([^a-z]*[а-яё№][^a-z]*?)\s*(?:[/|(]|\s-\s)\s*([a-z#][^а-яё]*?)\s?\)?"
    r"|([a-z#][^а-яё]*?)\s*(?:[/|(]|\s-\s)\s*([а-яё№][^a-z]*?)\s?\)?",
    re.IGNORECASE,
)
_LOOKALIKES = str.maketrans("ABCEHKMOPTXYabcehkmoptxy", "АВСЕНКМОРТХУавсенкмортху")


def tidy(text: str) -> str:
    """One line of visible words: controls and runs of spaces become one space, ends are cut."""
    if text.isprintable() and "  " not in text:  # nearly all cells; a fifth of the time
        return text.strip()
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def unhyphenated(text: str) -> str:
    """Without the hyphens and breaks that a narrow column puts into words: «Корректи-⏎ровка»."""
    return _HYPHENATED.sub("", text) if "-\n" in text else text


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`tidy`, then lower case, ё as е, every dash as "-": equal for phrases that read the same."""
    return LONG_DASHES.sub("-", tidy(text)).casefold().replace("ё", "е")


def has_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic, of whatever language."""
    return _CYRILLIC.search(text) is not None


def in_latin(text: str) -> bool:
    """There are letters, and none of them is Cyrillic."""
    return any(map(str.isalpha, text)) and not has_cyrillic(text)


def in_cyrillic(text: str) -> str:
    """With Cyrillic letters for Latin ones that look like them: people type «Cроки» with both."""
    return text.translate(_LOOKALIKES)


@lru_cache(maxsize=4096)
def in_each_language(header: str) -> tuple[str, ...]:
    """The header, then its halves where it says the same in two: «Куратор / Curator»."""
    # Nearly none does, and cells are asked about, too.
    if not (any(sign in header for sign in _BETWEEN) and any(map(_is_latin, header))):
        return (header,)
    halves = _TWO_LANGUAGES.fullmatch(tidy(header))
    return (header, *filter(None, halves.groups())) if halves else (header,)


def _is_latin(sign: str) -> bool:
    return sign.isascii() and (sign.isalpha() or sign == "#")


def in_one_alphabet(text: str) -> str:
    """With Cyrillic letters for Latin ones within Cyrillic words: «CДЕЛАНО», «B работе»."""
    if text.isascii():
        return text
    text = _ROMAN_SIGN.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)  # «Ⅲ кв.»
    if not any("A" <= sign <= "z" for sign in text):
        return text
    said = _MIXED.sub(lambda word: _cyrillic_word(word[0]), text)
    said = _LONE.sub(lambda letter: in_cyrillic(letter[0]), said)
    return _DOTTED.sub(lambda letters: in_cyrillic(letters[0]), said) if "." in said else said


def _cyrillic_word(word: str) -> str:
    said = in_cyrillic(word)
    return word if any(sign.isascii() for sign in said) else said


def word_set(words: str) -> frozenset[str]:
    """The words of a lexicon's line: one string of many words is read and edited more easily."""
    return frozenset(words.split())


def pairs(words: str, by: str = " ") -> frozenset[tuple[str, str]]:
    """The pairs of a lexicon's lines, a comma between two of them."""
    parted = (pair.strip().partition(by) for pair in words.split(","))
    return frozenset((one, other) for one, _, other in parted)


def common_start(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of the first letters of two words, or words of two texts, are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def one_slip_apart(one: str, other: str) -> bool:
    """At most one letter is lacking, added or another, or two neighbours have changed places.

    That is an optimal string alignment of at most 1. Plans have few slips, but each of their words
    is looked at: a run without any would wait for the import of a library.
    """
    if abs(len(one) - len(other)) > 1:
        return False
    same = common_start(one, other)
    left, right = one[same:], other[same:]
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
