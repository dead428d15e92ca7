"""Writes abbreviated words of a party's name in full: «сектор инф. работы»."""

from collections.abc import Sequence

from sheetsync.words.parties.lexicon import ABBREVIATIONS
from sheetsync.words.parties.nominative import like
from sheetsync.words.parties.tokens import Kind, Token
from sheetsync.words.vocabulary import Vocabulary


def spelled_out(tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The tokens with every known abbreviation that ends in a full stop written in full.

    An adjective takes the form of the noun after it; a noun stands in the genitive after another
    word, else in the nominative.
    """
    return tuple(_full(tokens, at, vocabulary) for at in range(len(tokens)))


def _full(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Token:
    token = tokens[at]
    if token.kind is not Kind.WORD or not token.text.endswith("."):
        return token
    word = ABBREVIATIONS.get(token.key, token.text)
    if len(word) <= len(token.text):
        return token
    known = vocabulary.word(word)
    governed = at > 0 and tokens[at - 1].kind is Kind.WORD
    if known.modifiers:
        word = _agreeing(word, tokens[at + 1 : at + 2], vocabulary)
    elif known.nouns and governed:
        word = vocabulary.inflect(known.nouns[0], {"gent", "sing"}) or word
    return token.worded(like(token.text, word))


def _agreeing(word: str, after: Sequence[Token], vocabulary: Vocabulary) -> str:
    own = next(iter(vocabulary.word(word).modifiers), None)
    nouns = [form for token in after for form in vocabulary.word(token.key).nouns]
    if own is None or not nouns:
        return word
    case, number, gender = min(nouns[0].slots, default=("nomn", "sing", "masc"))
    return vocabulary.inflect(own, filter(None, (case, number, gender))) or word
