"""Numbers that share a name: «школы № 1, 2 и 3» are three schools."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.lexicon import TEACHERS
from sheetsync.words.parties.nominative import turned
from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.pieces import Piece, Separator
from sheetsync.words.parties.tokens import PartyToken, TokenKind, spelled_like
from sheetsync.words.vocabulary import Vocabulary

_JOINED = (Separator.COMMA, Separator.AND)


def with_own_names(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """The pieces, each lone number with the name before the number that it follows."""
    done: list[Piece] = []
    for piece in pieces:
        if done and piece.link in _JOINED and _is_number(piece) and _numbered(done[-1]):
            done[-1] = _one(done[-1], vocabulary)
            piece = _named_like(done[-1], piece)
        elif (
            done
            and piece.link is Separator.AND
            and _is_subject(piece)
            and _teach(done[-1], vocabulary)
        ):
            piece = _named_like(replace(done[-1], tokens=done[-1].tokens[:2]), piece)
        done.append(piece)
    return tuple(done)


def _is_number(piece: Piece) -> bool:
    marked = piece.tokens[1:] if piece.tokens and piece.tokens[0].text == "№" else piece.tokens
    return [token.kind for token in marked] == [TokenKind.NUMBER]


def _is_subject(piece: Piece) -> bool:
    lone = len(piece.tokens) == 1 and piece.tokens[0].kind is TokenKind.SHORT
    return lone and piece.link is Separator.AND


def _teach(piece: Piece, vocabulary: Vocabulary) -> bool:
    """«Учителя физкультуры и ОБЖ»: those of each subject are a party."""
    if not piece.tokens:  # only a bracket
        return False
    first = vocabulary.word(piece.tokens[0].key)
    many = any("plur" in form.marks for form in first.nouns)
    return many and len(piece.tokens) > 1 and bool(first.noun_lemmas & TEACHERS)


def _numbered(piece: Piece) -> bool:
    """«школа № 5», with nothing after the number."""
    words = piece.tokens
    return len(words) > 2 and words[-2].text == "№" and words[-1].kind is TokenKind.NUMBER


def _one(piece: Piece, vocabulary: Vocabulary) -> Piece:
    """«школы № 1» is «школа № 1» where more numbers follow; abbreviations stay as they are."""
    many = [slot for slot in noun_phrase(piece.tokens, vocabulary).slots if slot[1] == "plur"]
    if not many:
        return piece
    slot = min(many, key=lambda slot: slot[0] != "nomn")
    words = turned(piece.tokens, slot, frozenset({slot[0], "sing"}), vocabulary)
    return replace(piece, tokens=tuple(_single(word, vocabulary) for word in words))


def _single(word: PartyToken, vocabulary: Vocabulary) -> PartyToken:
    """«начальники цехов № 1, № 2»: each heads one shop."""
    forms = vocabulary.word(word.key).nouns
    many = forms[0] if forms and {"gent", "plur"} <= forms[0].marks else None
    one = vocabulary.inflect(many, {"gent", "sing"}) if many else None
    return word.worded(spelled_like(word.text, one)) if one else word


def _named_like(named: Piece, piece: Piece) -> Piece:
    first, number = piece.tokens[0], piece.tokens[-1]
    front = [replace(token, start=first.start, end=number.end) for token in named.tokens[:-1]]
    # In the place of the number, as the texts of two parties must not overlap.
    # A break, as it is whole now: no later step may join it to the name before.
    return replace(piece, link=Separator.BREAK, tokens=(*front, number))
