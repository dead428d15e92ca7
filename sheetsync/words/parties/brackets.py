"""What the words in brackets after a party say of it: who holds the post, who of a body it is."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.asides import names_role
from sheetsync.words.parties.lexicon import GOVERNED, POSTS
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.pieces import is_also
from sheetsync.words.parties.tokens import PartyToken, tokens
from sheetsync.words.vocabulary import Vocabulary


def inside(bracket: PartyToken) -> tuple[PartyToken, ...]:
    """The tokens between the brackets, with their places in the whole phrase."""
    shift = bracket.start + 1
    return tuple(
        replace(token, start=token.start + shift, end=token.end + shift)
        for token in tokens(bracket.text[1:-1])
    )


def names_somebody(content: Sequence[PartyToken], vocabulary: Vocabulary) -> bool:
    """Whether a bracket holds a party; «(по согласованию)», «(исполнители)» do not."""
    if not content or content[0].key in GOVERNED or names_role(content) or is_also(content[:2]):
        return False
    return noun_phrase(content, vocabulary).party()


def takes_over(draft: PartyDraft, content: Sequence[PartyToken], vocabulary: Vocabulary) -> bool:
    """«Администрация (начальник отдела)»: the bracket says who of that body it is.

    «Рабочая группа (Лапин, Гусева)» says who belongs to it, «(председатель – Лапин)» who leads it.
    """
    if content[0].key == "председатель":
        return False
    own, other = noun_phrase(draft.words, vocabulary), noun_phrase(content, vocabulary)
    body = not own.named and not own.lemmas & POSTS and not own.animate
    return body and not other.named
