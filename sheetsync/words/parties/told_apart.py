"""Parties of one name told apart by what follows it: «школы № 1 и 2», «группы «А» и «Б»»."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.lexicon import POSTS
from sheetsync.words.parties.noun_phrases import NounPhrase, noun_phrase, turned
from sheetsync.words.parties.pieces import Piece, Separator
from sheetsync.words.parties.places import is_place
from sheetsync.words.parties.tokens import PartyToken, TokenKind, are_numbers
from sheetsync.words.vocabulary import Vocabulary

_JOINED = (Separator.COMMA, Separator.AND)


def with_own_names(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """The pieces, each lone number or name in quotes with what stands before the one before."""
    done: list[Piece] = []
    for piece in pieces:
        if done and piece.link in _JOINED and _goes_on(done[-1], piece, vocabulary):
            done[-1] = _first_of_many(done[-1], vocabulary)
            piece = _named_like(done[-1], piece)
        done.append(piece)
    return tuple(done)


def _goes_on(before: Piece, piece: Piece, vocabulary: Vocabulary) -> bool:
    if _is_name(piece):
        return _is_called(before, vocabulary)
    return _is_number(piece) and _is_numbered(before, piece, vocabulary)


def _is_name(piece: Piece) -> bool:
    quoted = [token.kind for token in piece.tokens] == [TokenKind.QUOTED]
    return quoted and not is_place(piece.tokens[0])


def _is_called(piece: Piece, vocabulary: Vocabulary) -> bool:
    """«групп «А»», «клубы «А»»: of several; a lone body's name may be followed by another one."""
    words = piece.tokens
    if len(words) < 2 or words[-1].kind is not TokenKind.QUOTED or is_place(words[-1]):
        return False
    if words[-2].kind is TokenKind.SHORT:  # «председатели СНТ «А»»
        return len(words) > 2 and noun_phrase(words, vocabulary).numbers == {"plur"}
    return _is_several(words[-2], vocabulary)


def _is_several(word: PartyToken, vocabulary: Vocabulary) -> bool:
    return any(number == "plur" for _, number, _ in vocabulary.word(word.key).noun_slots)


def _is_number(piece: Piece) -> bool:
    """«№ 2», «2» or a code, «ИС-102»."""
    marked = piece.tokens[1:] if piece.tokens and piece.tokens[0].text == "№" else piece.tokens
    return len(marked) == 1 and any(map(str.isdigit, marked[0].text))


def _is_numbered(before: Piece, piece: Piece, vocabulary: Vocabulary) -> bool:
    """«школа № 5», «группы 101», «группы ИС-101», with nothing after the number; codes alike."""
    *front, last = before.tokens or (piece.tokens[-1],)
    if not front or not are_numbers(last, piece.tokens[-1]):
        return False
    if front[-1].text == "№":
        return len(front) > 1
    # One may have several groups, and several one class: «классные руководители 5-А, 5-Б».
    many = last.kind is not TokenKind.WORD and "plur" in noun_phrase(front, vocabulary).numbers
    return many and _is_several(front[-1], vocabulary)


def _first_of_many(piece: Piece, vocabulary: Vocabulary) -> Piece:
    """«школы № 1» is «школа № 1» where more numbers follow; abbreviations stay as they are.

    «Начальники цехов № 1, № 2» are one each, «воспитатели групп № 1, № 2» may be several each.
    """
    words, phrase = piece.tokens, noun_phrase(piece.tokens, vocabulary)
    behind = (phrase.head or 0) + 1
    owner = noun_phrase(words, vocabulary, behind)
    several = owner.head is not None and phrase.animate and not phrase.lemmas & POSTS
    front = words if several else _in_singular(words, phrase, vocabulary)
    return replace(piece, tokens=(*front[:behind], *_of_one(words[behind:], vocabulary)))


def _in_singular(
    words: tuple[PartyToken, ...], phrase: NounPhrase, vocabulary: Vocabulary
) -> tuple[PartyToken, ...]:
    many = [slot for slot in phrase.slots if slot[1] == "plur"]
    if not many:
        return words
    slot = min(many, key=lambda slot: slot[0] != "nomn")
    return turned(words, slot, frozenset({slot[0], "sing"}), vocabulary)


def _of_one(owner: tuple[PartyToken, ...], vocabulary: Vocabulary) -> tuple[PartyToken, ...]:
    many = ("gent", "plur", "")
    if many not in noun_phrase(owner, vocabulary).slots:
        return owner
    return turned(owner, many, frozenset({"gent", "sing"}), vocabulary)


def _named_like(named: Piece, piece: Piece) -> Piece:
    first, number = piece.tokens[0], piece.tokens[-1]
    front = [replace(token, start=first.start, end=number.end) for token in named.tokens[:-1]]
    # In the place of the number, as the texts of two parties must not overlap.
    # A break, as it is whole now: no later step may join it to the name before.
    return replace(piece, link=Separator.BREAK, tokens=(*front, number))
