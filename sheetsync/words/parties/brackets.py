"""What stands in brackets after a party: its holder, the body that really does it, or nobody."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.lexicon import GOVERNED, POSTS
from sheetsync.words.parties.naming import Draft
from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.pieces import names_role
from sheetsync.words.parties.tokens import Kind, Token, tokens
from sheetsync.words.vocabulary import Vocabulary


def inside(bracket: Token) -> tuple[Token, ...]:
    """The tokens between the brackets, with their places in the whole phrase."""
    shift = bracket.start + 1
    return tuple(
        replace(token, start=token.start + shift, end=token.end + shift)
        for token in tokens(bracket.text[1:-1])
    )


def names_somebody(content: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a bracket holds a party; «(по согласованию)», «(исполнители)» do not."""
    if not content or content[0].key in GOVERNED or names_role(content):
        return False
    return noun_phrase(content, vocabulary).party()


def takes_over(draft: Draft, content: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """«Администрация (начальник отдела)»: the bracket says who of that body it is."""
    own, other = noun_phrase(draft.words, vocabulary), noun_phrase(content, vocabulary)
    body = not own.named and not own.lemmas & POSTS and not own.animate
    return body and not other.named


def is_holder(draft: Draft, content: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """«начальник отдела (Иванов И.И.)»: the bracket names the one who holds the post."""
    post = noun_phrase(draft.words, vocabulary)
    lone = len(content) == 1 and content[0].kind is Kind.PERSON
    unnamed = all(token.kind is not Kind.PERSON for token in draft.words)
    return lone and unnamed and bool(post.lemmas & POSTS) and "sing" in post.numbers
