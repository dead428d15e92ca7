"""The pieces of a phrase that belong together, and how each of them belongs to its name."""

from enum import StrEnum

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.parties.pieces import Piece
from sheetsync.words.parties.tokens import PartyToken, TokenKind


class Bond(StrEnum):
    """How a piece belongs to its name."""

    HEAD = "head"
    FIELD = "field"  # goes on with the field of work or the modifiers
    CLAUSE = "clause"  # «…, наделенные правами»
    TWIN = "twin"  # «министерства и ведомства», one group
    LIST = "list"  # the first after a colon: «отделы: правовой, …»


@frozen_positional
class Cluster:
    """The pieces of one name, or of several names that share words."""

    parts: tuple[tuple[Bond, Piece], ...]

    @property
    def first(self) -> Piece:
        """The piece with the head."""
        return self.parts[0][1]

    def plus(self, bond: Bond, piece: Piece) -> "Cluster":
        """The cluster with one piece more."""
        return Cluster((*self.parts, (bond, piece)))

    def tokens(self) -> tuple[PartyToken, ...]:
        """The words and marks of all its pieces, borders included."""
        return tuple(
            token
            for at, (_, piece) in enumerate(self.parts)
            for token in ((*piece.joint, *piece.tokens) if at else piece.tokens)
            if token.kind is not TokenKind.LINE
        )
