"""Parties whose border was lost: «Зам. директора по УВР Классные руководители Психолог»."""

from dataclasses import replace

from sheetsync.words.cleaning import word_set
from sheetsync.words.parties.lexicon import BODIES, POSTS_AT_A_BORDER
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens, Words
from sheetsync.words.vocabulary import NAMES, Vocabulary

# «Педагог Организатор», «Врач Терапевт» are one, with a dash that was lost.
_DOUBLED = word_set("педагог врач инженер учитель мастер тренер воспитатель слесарь заместитель")
_DESCRIBING = word_set("классный старший главный музыкальный социальный ведущий художественный")


def with_lost_borders(tokens: Words, vocabulary: Vocabulary) -> Tokens:
    """The tokens with the end of a line before each post with a capital that begins a party anew.

    Only where a post in the nominative stands behind what is whole without it: no adjective that
    belongs to it, no noun that it may be doubled with, and no name that it may explain.
    """
    found: list[PartyToken] = []
    for at, token in enumerate(tokens):
        if at and _parts(found, tokens[at : at + 2], vocabulary):
            found.append(replace(token, text="\n", end=token.start, kind=TokenKind.LINE, key="\n"))
        found.append(token)
    return tuple(found)


def _parts(before: Words, after: Words, vocabulary: Vocabulary) -> bool:
    """Whether a party ends before and a post begins behind, with an adjective of its own or not."""
    first, last = after[0], before[-1]
    if last.kind is TokenKind.PERSON and _begins_behind_a_name(before, after, vocabulary):
        return True
    if not first.capitalised():
        return False
    described = bool(vocabulary.word(first.key).lemmas & _DESCRIBING)
    post = _numbers_of_a_post(after[-1] if described else first, vocabulary)
    if not post:
        return False
    if last.kind is TokenKind.PERSON:
        return post == {"plur"}  # one would be that person's own
    if last.kind is TokenKind.SHORT:
        return any(token.key == "по" for token in before[-3:-1])
    word = vocabulary.word(last.key)
    if last.kind is not TokenKind.WORD or word.modifiers or not word.nouns:
        return False
    if word.lemmas & _DOUBLED:
        return described
    nominative = any("nomn" in form.marks for form in word.nouns)
    # «Клуб Учителя» may be one name; behind a post in the nominative there is another one.
    return not nominative or word.animate


def _begins_behind_a_name(before: Words, after: Words, vocabulary: Vocabulary) -> bool:
    """«Сомов А.А. Лось Н.Н. Отдел кадров», «завхоз Сомов А.А. медсестра Лось Н.Н.»."""
    first = after[0]
    if first.kind is TokenKind.PERSON:
        return True
    word = vocabulary.word(first.key)
    nominative = any("nomn" in form.marks for form in word.nouns)
    if first.capitalised() and word.lemmas & BODIES and nominative:
        return True
    # Behind a name alone the post may be that person's.
    held = len(before) > 1 and before[-2].kind is TokenKind.WORD
    named = after[-1].kind is TokenKind.PERSON or after[-1].capitalised()
    return held and named and len(after) > 1 and word.animate and nominative


def _numbers_of_a_post(token: PartyToken, vocabulary: Vocabulary) -> set[str]:
    """The numbers in which a word can name somebody in the nominative; empty for all else."""
    word = vocabulary.word(token.key)
    if any({"gent", "sing"} <= form.marks for form in word.nouns):
        return set()  # «Помощник Главы»
    # One alone may be a surname: «Плотник Кузнец».
    known = bool(word.lemmas & POSTS_AT_A_BORDER)
    posts = (
        form.marks
        for form in word.nouns
        if {"anim", "nomn"} <= form.marks
        and not form.marks & NAMES
        and (known or "plur" in form.marks)
    )
    return {number for marks in posts for number in ("sing", "plur") if number in marks}
