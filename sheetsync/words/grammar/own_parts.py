"""The periods of an organisation's own that are called as parts of a year are: "I квартал"."""

from functools import lru_cache

from sheetsync.model import Term
from sheetsync.words.grammar.lexemes import lexemes
from sheetsync.words.lexicon.kinds import Kind, Unit


def own_parts(terms: tuple[Term, ...], unit: Unit) -> tuple[Term, ...]:
    """Those of the terms that are named by the unit; mostly there are none."""
    return tuple(term for term in terms if (Kind.UNIT, unit) in said_in(term.name))


@lru_cache(maxsize=64)  # for every cell that says how often
def said_in(name: str) -> frozenset[tuple[Kind, int]]:
    """What the words of a term's name are, and their values."""
    return frozenset((word.kind, word.value) for word in lexemes(name))
