"""What stands beside a party and belongs to it: a second post, a person, a bracket."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.lexicon import CHIEFS, DEPUTIES, GOVERNED, POSTS
from sheetsync.words.parties.naming import Draft
from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.pieces import Link, names_role
from sheetsync.words.parties.tokens import Kind, Token, tokens
from sheetsync.words.vocabulary import Vocabulary


def joined(found: list[Draft], vocabulary: Vocabulary) -> list[Draft]:
    """The drafts, two posts of one person as one, and each of several people with his post."""
    if len(found) == 2 and _one_person(found, vocabulary):
        return [_both(*found)]
    pairs = list(zip(found[::2], found[1::2], strict=False))
    held = len(found) >= 4 and len(found) % 2 == 0
    if held and all(_holds(person, post, vocabulary) for person, post in pairs):
        return [
            replace(post, words=(*post.words, *person.words), start=person.start)
            for person, post in pairs
        ]
    return found


def _one_person(found: Sequence[Draft], vocabulary: Vocabulary) -> bool:
    """Decrees name who is charged in the genitive, with both of his posts."""
    first, second = (draft.cluster.first for draft in found)
    phrases = [noun_phrase(piece.tokens, vocabulary) for piece in (first, second)]
    oblique = all(p.cases and "nomn" not in p.cases and "sing" in p.numbers for p in phrases)
    posts = phrases[0].lemmas & DEPUTIES and phrases[1].lemmas & CHIEFS
    nobody = all(t.kind is not Kind.PERSON for draft in found for t in draft.words)
    return bool(oblique and posts and nobody and second.link is Link.COMMA)


def _both(first: Draft, second: Draft) -> Draft:
    comma = Token(",", first.end, first.end, Kind.MARK, ",")
    return replace(first, words=(*first.words, comma, *second.words), end=second.end)


def _holds(person: Draft, post: Draft, vocabulary: Vocabulary) -> bool:
    lone = len(person.words) == 1 and person.words[0].kind is Kind.PERSON
    phrase = noun_phrase(post.words, vocabulary)
    unnamed = all(token.kind is not Kind.PERSON for token in post.words)
    post_like = bool(phrase.lemmas & POSTS) or phrase.animate
    return lone and unnamed and post_like and "sing" in phrase.numbers


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
