"""Whether a piece is the next of several that share a word: «Отделы: кадров, плановый»."""

from collections.abc import Sequence

from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.pieces import Bond, Cluster, Piece, Separator
from sheetsync.words.parties.tokens import TokenKind, are_numbers
from sheetsync.words.vocabulary import Vocabulary

_OF_FIELDS = frozenset({"datv", "loct"})  # of one behind «по», which may be forgotten


def counts_on(before: Cluster, piece: Piece, vocabulary: Vocabulary) -> bool:
    """«Классные руководители 5-А, 5-Б», «Отделы: кадров, плановый»: the next of several."""
    listed = next((part for bond, part in before.parts if bond is Bond.LIST), None)
    if listed:
        phrase = noun_phrase(piece.tokens, vocabulary)
        if listed.tokens[0].kind is TokenKind.SHORT:
            return phrase.named
        # «Департаменты: образования, физической культуре и спорту»
        field = not phrase.party() and bool(phrase.cases) and "nomn" not in phrase.cases
        return field or (phrase.head is None and bool(phrase.modifiers))
    *front, last = before.words
    own = piece.tokens
    if len(own) == 2 and front and last.kind is own[1].kind is TokenKind.QUOTED:
        last, own = front[-1], own[:1]  # «9 «А», 9 «Б»»
    return len(own) == 1 and bool(front) and are_numbers(last, own[0])


def is_second_field(before: Sequence[Cluster], piece: Piece, vocabulary: Vocabulary) -> bool:
    """«Департаменты: культуре и спорту, по делам семьи и детству»: of the one named last."""
    listed = any(bond is Bond.LIST for cluster in before for bond, _ in cluster.parts)
    if not listed or piece.link is not Separator.AND:
        return False
    cases = noun_phrase(piece.tokens, vocabulary).cases
    return bool(cases) and cases <= _OF_FIELDS
