"""Writes abbreviated words of a party's name in full: «сектор инф. работы»."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.cleaning import fold
from sheetsync.words.parties.lexicon import ABBREVIATIONS, FIELD_WORDS, SHORTENED
from sheetsync.words.parties.nominative import like
from sheetsync.words.parties.tokens import PartyToken, TokenKind
from sheetsync.words.vocabulary import Vocabulary


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
    shown = word if token.kind is TokenKind.SHORT else like(token.text, word)
    # «Соцпедагог» declines as its noun does: known by «педагог», it begins a party of its own.
    key = word.split()[-1] if token.key in SHORTENED else word
    return replace(token.worded(shown), kind=TokenKind.WORD, key=fold(key))


def _full(tokens: Sequence[PartyToken], at: int, vocabulary: Vocabulary) -> PartyToken:
    token = tokens[at]
    if token.kind is not TokenKind.WORD or not token.text.endswith("."):
        return token
    form = _of_school(tokens, at)
    if form:
        return token.worded(like(token.text, form))
    word = ABBREVIATIONS.get(token.key, token.text)
    if len(word) <= len(token.text):
        return token
    known = vocabulary.word(word)
    governed = at > 0 and tokens[at - 1].kind is TokenKind.WORD
    if known.modifiers:
        word = _agreeing(word, tokens[at + 1 : at + 2], vocabulary)
    elif known.nouns and governed:
        word = vocabulary.inflect(known.nouns[0], {"gent", "sing"}) or word
    return token.worded(like(token.text, word))


def _paired(tokens: Sequence[PartyToken], at: int) -> bool:
    """«ОТ и ТБ» is one field of work: either both are written in full or none."""
    return [token.key for token in tokens[at + 1 : at + 2]] == ["и"]


def _of_school(tokens: Sequence[PartyToken], at: int) -> str:
    """«Кл. рук. 5-9 кл.»: class teachers are named in the plural, of classes; "" for all else."""
    keys = [token.key for token in tokens[at : at + 2]]
    before = tokens[at - 1] if at else None
    if keys[0] == "кл" and keys[1:] and keys[1].startswith("рук"):
        return "классные"
    if keys[0] == "рук" and before and before.key == "кл":
        return "руководители"
    counted = before is not None and before.text[:1].isdigit()
    return "классов" if keys[0] == "кл" and counted else ""


def _agreeing(word: str, after: Sequence[PartyToken], vocabulary: Vocabulary) -> str:
    own = next(iter(vocabulary.word(word).modifiers), None)
    nouns = [form for token in after for form in vocabulary.word(token.key).nouns]
    if own is None or not nouns:
        return word
    case, number, gender = min(nouns[0].slots, default=("nomn", "sing", "masc"))
    return vocabulary.inflect(own, filter(None, (case, number, gender))) or word
