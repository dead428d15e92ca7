"""How alike the words of two measures are: a slip of the pen, a rewording, or another measure."""

from enum import Enum, auto

from sheetsync.words.cleaning import common_start, fold, one_slip_apart, tidy
from sheetsync.words.pattern import pattern

# Below this share of equal characters, words are only shared officialese: in a plan of 24 real
# measures the two that are most alike, and are different, reach 66.
REWORDED_FROM = 75.0
# An addition may be long beside the words it explains, but not longer than they are.
EXTENDED_FROM = 60.0

_WORD_OR_QUOTE = pattern(r"[«»\"“”]|\w+(?:-\w+)*")
_QUOTES = '«»"“”'
# Quarters are written so, and «II квартал» is one letter away from «III квартал».
_ROMAN = pattern("[ivxlc]+")
# Prepositions and conjunctions whose coming or going changes no meaning; "не" and "без" do.
_SMALL = frozenset(
    (
        *("и", "а", "в", "во", "на", "по", "с", "со", "о", "об", "к", "ко", "у", "от", "до"),
        *("для", "из", "за", "при", "также"),
    )
)
# A slip in a shorter word may be another word: июня and июля, очный and точный.
_SLIP_LETTERS = 6
_STEM_LETTERS, _STEM_SHARE = 4, 0.6


class Likeness(Enum):
    """What lies between two texts."""

    TYPED = auto()  # slips, endings, signs, small words
    EXTENDED = auto()  # words were only added, or only taken away
    REWORDED = auto()  # some words stand for others, no name, number or quoted title among them
    OTHER = auto()


def compare(before: str, after: str) -> Likeness:
    """What was done to `before` to get `after`, two texts of measures as written."""
    old, new = _telling_words(before), _telling_words(after)
    from rapidfuzz.distance import Levenshtein  # on most days nobody has reworded anything

    blocks = [b for b in Levenshtein.opcodes(old, new) if b.tag != "equal"]
    changes = [(old[b.src_start : b.src_end], new[b.dest_start : b.dest_end]) for b in blocks]
    changes = [(was, now) for was, now in changes if not _is_slip(was, now)]
    if not changes:
        return Likeness.TYPED
    # Another number is another sitting, quarter or stage, however much else agrees.
    if any(_is_number(word) for was, now in changes for word, _ in (*was, *now)):
        return Likeness.OTHER
    if not any(was for was, _ in changes) or not any(now for _, now in changes):
        return Likeness.EXTENDED
    if any(telling for was, now in changes for _, telling in (*was, *now)):
        return Likeness.OTHER
    return Likeness.REWORDED


def _telling_words(text: str) -> list[tuple[str, bool]]:
    """Each word folded, and whether it tells this measure from others: names, quoted titles."""
    words: list[tuple[str, bool]] = []
    quoted = False
    for word in _WORD_OR_QUOTE.findall(tidy(text)):
        if word in _QUOTES:
            # A straight quotation mark opens and closes alike.
            quoted = word in "«“" or (word == '"' and not quoted)
            continue
        # The first word of a sentence is capital whatever it is.
        named = bool(words) and word[0].isupper()
        words.append((fold(word), named or quoted))
    return words


def _is_slip(was: list[tuple[str, bool]], now: list[tuple[str, bool]]) -> bool:
    if len(was) == len(now):
        return all(_is_near(a, b) for (a, _), (b, _) in zip(was, now, strict=True))
    return all(word in _SMALL for word, _ in (*was, *now))


def _is_near(one: str, other: str) -> bool:
    """The same word, in another form or with a slip; never another number or another prefix."""
    if one == other or {one, other} <= _SMALL:
        return True
    if _is_number(one) or _is_number(other) or one[0] != other[0]:
        return False
    longer = max(len(one), len(other))
    stem = common_start(one, other)
    if stem >= _STEM_LETTERS and stem >= _STEM_SHARE * longer:
        return True
    return min(len(one), len(other)) >= _SLIP_LETTERS and one_slip_apart(one, other)


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word)) or _ROMAN.fullmatch(word) is not None
