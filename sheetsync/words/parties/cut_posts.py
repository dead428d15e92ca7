"""«Хран. Дёмина», «соц. пед. Лосева»: a post cut short before a name, kept as it is written."""

from dataclasses import replace

from sheetsync.words.cleaning import word_set
from sheetsync.words.parties.lexicon import (
    ABBREVIATIONS,
    BEASTS,
    BODIES,
    POSTS_AT_A_BORDER,
    SUBSTANTIVES,
    is_role,
)
from sheetsync.words.parties.persons import is_plain_surname, may_be_surname
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens, Words
from sheetsync.words.vocabulary import NAMES, Vocabulary

_LONGEST = 8  # letters of a word that is cut short
_LONGEST_WORD = 5  # of one that the dictionary has, «мет», «кадр»
_VOWELS = tuple("аеиоуыэюяьй")  # no word is cut behind them
_NO_WHOLE_WORDS = word_set("метод псих лог мех вод реж конц бриг")  # whatever the dictionary says
_WHOLE = BODIES | POSTS_AT_A_BORDER
_BORDERS = (TokenKind.MARK, TokenKind.LINE, TokenKind.BRACKET)


def with_cut_posts(tokens: Words, vocabulary: Vocabulary) -> Tokens:
    """The tokens, each such word one of no case, with the full stop that it touches."""
    joined: list[PartyToken] = []
    at = 0
    while at < len(tokens):
        size = _size(tokens[at : at + 2])
        word, behind = tokens[at], tokens[at + size :]
        if size and _is_cut(joined, word, behind, vocabulary):
            end = tokens[at + size - 1].end
            text = f"{word.text.rstrip('.')}."
            word = replace(word, text=text, end=end, kind=TokenKind.SHORT)
            at += size - 1
        joined.append(word)
        at += 1
    return tuple(joined)


def _size(pair: Words) -> int:
    """How many tokens a word and its full stop are; 0 where none touches it."""
    word, *stop = pair
    if word.kind is not TokenKind.WORD:
        return 0
    if word.text.endswith("."):
        return 1
    return 2 if stop and stop[0].text == "." and stop[0].start == word.end else 0


def _is_cut(before: Words, word: PartyToken, behind: Words, vocabulary: Vocabulary) -> bool:
    whole = ABBREVIATIONS.get(word.key)
    known = vocabulary.word(whole or word.key)
    if whole:  # «пед. Лосева»: no surname has an adjective of its own
        described = known.modifiers and not known.lemmas & SUBSTANTIVES and not is_role(whole)
        return bool(described) and _is_surname(behind[:1], vocabulary)
    begins = not before or before[-1].kind in _BORDERS or before[-1].key == "и"
    follows = not begins and _is_dotted(before[-1])
    if not (begins or follows) or not _may_be_cut(word, vocabulary, first=begins):
        return False
    return _names_somebody(behind, vocabulary)


def _is_dotted(word: PartyToken) -> bool:
    return word.kind in (TokenKind.WORD, TokenKind.SHORT) and word.text.endswith(".")


def _may_be_cut(word: PartyToken, vocabulary: Vocabulary, *, first: bool) -> bool:
    """Whether it is no whole word; behind «доп.» a short one hardly is."""
    if len(word.key) > _LONGEST or word.key.endswith(_VOWELS) or is_role(word.key):
        return False
    known = vocabulary.word(word.key)
    if word.key in _NO_WHOLE_WORDS:
        return True
    if known.marks & NAMES or known.lemmas & (_WHOLE | BEASTS) or may_be_surname(word, vocabulary):
        return False
    stands = any(form.reading.is_known and "nomn" in form.marks for form in known.forms)
    return not known.is_known or (len(word.key) <= _LONGEST_WORD and not (first and stands))


def _names_somebody(behind: Words, vocabulary: Vocabulary) -> bool:
    """«Дёмина …», «Шах А.Б.», «А.Б. Шах», «Шах» alone."""
    if behind and behind[0].kind is TokenKind.INITIALS:
        return len(behind) > 1 and behind[1].capitalised()
    if _is_surname(behind[:1], vocabulary):
        return True
    name, after = behind[:1], behind[1:2]
    if not name or name[0].kind is not TokenKind.WORD or not name[0].capitalised():
        return False
    ends = not after or after[0].kind in (*_BORDERS, TokenKind.INITIALS) or after[0].key == "и"
    known = vocabulary.word(name[0].key)
    return ends and not known.modifiers and not known.lemmas & _WHOLE


def _is_surname(word: Words, vocabulary: Vocabulary) -> bool:
    return any(is_plain_surname(each, vocabulary) for each in word)
