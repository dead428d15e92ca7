"""What the words in brackets after a party say of it: who holds the post, who of a body it is."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.asides import names_role
from sheetsync.words.parties.lexicon import GOVERNED, POSTS
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import is_post, noun_phrase
from sheetsync.words.parties.persons import is_surname
from sheetsync.words.parties.pieces import is_also
from sheetsync.words.parties.tokens import PartyToken, TokenKind, tokens
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
    words = [token for token in content if token.kind is TokenKind.WORD and token.key != "и"]
    if words and all(_may_be_surname(word, vocabulary) for word in words):
        return False
    own, other = noun_phrase(draft.words, vocabulary), noun_phrase(content, vocabulary)
    body = not own.named and not own.lemmas & POSTS and not own.animate
    return body and not other.named


def _may_be_surname(word: PartyToken, vocabulary: Vocabulary) -> bool:
    """«Носова», but not «Инженер»."""
    forms = vocabulary.word(word.key).nouns
    somebody = any({"anim", "nomn"} <= form.marks and form.reading.is_known for form in forms)
    return word.text[0].isupper() and is_surname(word, vocabulary) and not somebody


def is_holder(draft: PartyDraft, content: Sequence[PartyToken], vocabulary: Vocabulary) -> bool:
    """«начальник отдела (Иванов И.И.)»: the bracket names the one who holds the post."""
    lone = len(content) == 1 and content[0].kind is TokenKind.PERSON
    return lone and not draft.names_person() and is_post(draft.words, vocabulary)
