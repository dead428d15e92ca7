"""Parties of one name told apart by what follows it: «школы № 1 и 2», «группы «А» и «Б»»."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.asides import is_letter
from sheetsync.words.parties.lexicon import POSTS
from sheetsync.words.parties.noun_phrases import NounPhrase, noun_phrase, turned
from sheetsync.words.parties.pieces import Piece, Separator
from sheetsync.words.parties.places import is_place
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens, are_numbers
from sheetsync.words.vocabulary import Vocabulary

_JOINED = (Separator.COMMA, Separator.AND)


def with_own_names(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """The pieces, each lone number or name in quotes with what stands before the one before."""
    done: list[Piece] = []
    listed = False  # the one before is itself one of several
    for piece in pieces:
        joined = bool(done) and piece.link in _JOINED
        if joined and listed and _is_next(done[-1], piece):
            piece = _named_like(done[-1], piece)
        elif joined and _goes_on(done[-1], piece, vocabulary):
            done[-1] = _first_of_many(done[-1], vocabulary)
            piece = _named_like(done[-1], piece)
            listed = True
        else:
            listed = False
            if is_letter(piece.tokens):  # of nothing that has letters
                piece = replace(piece, tokens=(), asides=(*piece.asides, piece.tokens))
        done.append(piece)
    return tuple(done)


def _is_next(before: Piece, piece: Piece) -> bool:
    """Whether the piece is nothing but a number, code or name as the one before ends with."""
    *mark, own = _without_place(piece.tokens) or (None,)
    lone = own is not None and [word.text for word in mark] in ([], ["№"])
    return own is not None and lone and _are_alike(_without_place(before.tokens)[-1], own)


def _without_place(words: Tokens) -> Tokens:
    """«5 г. Лесной»: the last of several may say where it is."""
    return words[:-1] if len(words) > 1 and is_place(words[-1]) else words


def _are_alike(one: PartyToken, other: PartyToken) -> bool:
    """Two numbers, two names in quotes, two letters."""
    names = _is_name(one) and _is_name(other)
    return names or are_numbers(one, other) or (is_letter((one,)) and is_letter((other,)))


def _goes_on(before: Piece, piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether the piece is one more number, code or name in quotes, after one with its noun.

    «Школа № 5», «группы 101», «клубы «А»»: of several, where no «№» says so. One may have several
    groups, and several one class: «классные руководители 5-А, 5-Б».
    """
    *front, last = before.tokens or (None,)
    *mark, own = _without_place(piece.tokens) or (None,)
    if not (front and last and own) or [word.text for word in mark] not in ([], ["№"]):
        return False
    if not _are_alike(last, own):
        return False
    noun = front[-1]
    if noun.text == "№":
        return len(front) > 1
    numbers = noun_phrase(front, vocabulary).numbers
    if noun.kind is TokenKind.SHORT:  # «председатели СНТ «А»»
        return len(front) > 1 and numbers == {"plur"}
    several = any(number == "plur" for _, number, _ in vocabulary.word(noun.key).noun_slots)
    numbered = last.kind is not TokenKind.WORD or is_letter((last,))
    return numbered and "plur" in numbers and several


def _is_name(token: PartyToken) -> bool:
    return token.kind is TokenKind.QUOTED and not is_place(token)


def _first_of_many(piece: Piece, vocabulary: Vocabulary) -> Piece:
    """«школы № 1» is «школа № 1» where more numbers follow; abbreviations stay as they are.

    «Начальники цехов № 1, № 2» are one each, «воспитатели групп № 1, № 2» may be several each, and
    «отделы закупок № 1, № 2» have numbers of their own.
    """
    words, phrase = piece.tokens, noun_phrase(piece.tokens, vocabulary)
    behind = (phrase.head or 0) + 1
    owner = noun_phrase(words, vocabulary, behind)
    several = owner.head is not None and phrase.animate and not phrase.lemmas & POSTS
    front = words if several else _in_singular(words, phrase, vocabulary)
    somebody = phrase.animate or phrase.lemmas & POSTS
    owned = _of_one(words[behind:], vocabulary) if somebody else words[behind:]
    return replace(piece, tokens=(*front[:behind], *owned))


def _in_singular(words: Tokens, phrase: NounPhrase, vocabulary: Vocabulary) -> Tokens:
    many = [slot for slot in phrase.slots if slot[1] == "plur"]
    if not many or ("nomn", "sing") in {slot[:2] for slot in phrase.slots}:
        return words
    slot = min(many, key=lambda slot: slot[0] != "nomn")
    return turned(words, slot, frozenset({slot[0], "sing"}), vocabulary)


def _of_one(owner: Tokens, vocabulary: Vocabulary) -> Tokens:
    many = ("gent", "plur", "")
    if many not in noun_phrase(owner, vocabulary).slots:
        return owner
    return turned(owner, many, frozenset({"gent", "sing"}), vocabulary)


def _named_like(named: Piece, piece: Piece) -> Piece:
    first, end = piece.tokens[0], len(_without_place(piece.tokens))
    number, place = piece.tokens[end - 1], piece.tokens[end:]
    *before, last = _without_place(named.tokens)
    front = [replace(token, start=first.start, end=number.end) for token in before]
    if before[-1].end == last.start:  # «№1»
        front[-1] = replace(front[-1], end=number.start)
    # In the place of the number, as the texts of two parties must not overlap.
    # A break, as it is whole now: no later step may join it to the name before.
    return replace(piece, link=Separator.BREAK, tokens=(*front, number, *place))
