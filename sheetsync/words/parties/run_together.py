"""Borders that a narrow column has lost, and ends of its lines that are none.

«Зам. директора по УВР Классные руководители Психолог» are three; «Глава», and «администрации
округа» on the next line, are one.
"""

from dataclasses import replace
from itertools import takewhile

from sheetsync.words.cleaning import word_set
from sheetsync.words.parties.lexicon import (
    BODIES,
    CHIEFS,
    DEPUTIES,
    DESCRIBING,
    GOVERNED,
    ORDERS,
    POSTS_AT_A_BORDER,
    PUBLIC,
    REGIONS,
    SUBSTANTIVES,
    UNITS,
    is_role,
)
from sheetsync.words.parties.noun_phrases import NounPhrase, noun_phrase
from sheetsync.words.parties.pieces import Cluster, Piece, Separator
from sheetsync.words.parties.surnames import cases_of
from sheetsync.words.parties.tokens import DASHES, PartyToken, TokenKind, Tokens, Words, is_person
from sheetsync.words.vocabulary import NAMES, Vocabulary

# «Педагог Организатор», «Врач Терапевт» are one, with a dash that was lost.
_DOUBLED = word_set("педагог врач инженер учитель мастер тренер воспитатель слесарь заместитель")
_BORDERS = (TokenKind.MARK, TokenKind.LINE)
_LONGEST_LABEL = 9  # words, and as much of who comes behind as tells somebody
_ROLE_ENDS = frozenset({":", *DASHES})
_CHARGED = frozenset({"заведующий", "заведовать"})  # a participle that names a post by itself
# What a department may belong to: «Управление имущества», and «Администрации района» below.
_WHOLE_BODIES = frozenset({"администрация", "правительство", "министерство"})


def with_lost_borders(tokens: Words, vocabulary: Vocabulary) -> Tokens:
    """The tokens with the end of a line before each post with a capital that begins a party anew.

    Only where a post in the nominative stands behind what is whole without it: no adjective that
    belongs to it, no noun that it may be doubled with, and no name that it may explain.
    """
    found: list[PartyToken] = []
    for at, token in enumerate(tokens):
        after = tokens[at : at + 4]
        if at and _begins_role(found, tokens[at : at + _LONGEST_LABEL], vocabulary):
            found.append(replace(token, text=";", end=token.start, kind=TokenKind.MARK, key=";"))
        elif at and (_parts(found, after[:2], vocabulary) or _is_another(found, after, vocabulary)):
            found.append(replace(token, text="\n", end=token.start, kind=TokenKind.LINE, key="\n"))
        found.append(token)
    return tuple(found)


def _begins_role(before: Words, after: Words, vocabulary: Vocabulary) -> bool:
    """«Сомов А.А. Контроль: Лось Н.Н.»: how another takes part, behind a name that is whole."""
    last = before[-1]
    described = len(after) > 1 and is_role(after[1].key)  # «Общий контроль: …»
    if not (is_role(after[0].key) or (described and vocabulary.word(after[0].key).modifiers)):
        return False
    ends = (at for at, word in enumerate(after) if word.text in _ROLE_ENDS or word.key in ORDERS)
    end = next(ends, 0)
    if not end or any(word.kind is TokenKind.LINE or word.text == "," for word in after[:end]):
        return False
    if after[end].text in DASHES and not noun_phrase(after[end + 1 :], vocabulary).party():
        return False  # «Сомов А.А. отв. – питание»
    if last.kind in (TokenKind.PERSON, TokenKind.BRACKET):
        return True
    if last.kind in _BORDERS or not after[0].capitalised() or last.key in GOVERNED:
        return False
    word = vocabulary.word(last.key)  # «Педагог Организатор – Сомов А.А.» is one
    return not (is_role(last.key) or word.modifiers or word.lemmas & _DOUBLED)


def _parts(before: Words, after: Words, vocabulary: Vocabulary) -> bool:
    """Whether a party ends before and another one begins behind, with an adjective or not."""
    first = after[0]
    # «(по согласованию)» ends nothing and begins nothing.
    before = before[:-1] if before[-1].kind is TokenKind.BRACKET else before
    if not before:
        return False
    last = before[-1]
    if last.kind is TokenKind.QUOTED:  # «МБУ «Дом» МБУ «Луч»»
        return first.kind is TokenKind.SHORT and after[-1].kind is TokenKind.QUOTED
    if last.kind is TokenKind.PERSON and _begins_behind_a_name(before, after, vocabulary):
        return True
    return first.capitalised() and _begins_post(before, after, vocabulary)


def _is_another(before: Words, after: Words, vocabulary: Vocabulary) -> bool:
    """Whether what is behind cannot go on with the name before, which is whole without it."""
    first = after[0]
    if first.kind is TokenKind.WORD and not first.capitalised():  # as nearly all words
        return False
    own = tuple(takewhile(lambda word: word.kind not in _BORDERS, reversed(before)))[::-1]
    if not own or first.kind in _BORDERS:
        return False
    if first.kind is TokenKind.SHORT:  # «МБУ Музей МБУ Дом культуры»
        return len(own) > 1 and own[0].kind is TokenKind.SHORT and own[0].key == first.key
    phrase = noun_phrase(own, vocabulary)
    numbers = {number for case, number, _ in phrase.slots if case == "nomn"}
    if phrase.animate and numbers == {"plur"} and not phrase.lemmas & PUBLIC:
        if first.kind is TokenKind.PERSON:  # «Классные руководители Лосева А.А.»
            others = [word for word in after[1:] if word.kind not in _BORDERS and word.key != "и"]
            return "nomn" in cases_of(first, vocabulary) and not is_person(others[:1])
        return phrase.head == len(own) - 1 and _begins_body(after, vocabulary)
    if not phrase.lemmas & BODIES or not first.capitalised() or len(after) == 1:
        return False
    # «Музей Сотрудники музея»
    own_staff = phrase.lemmas & vocabulary.word(after[1].key).noun_lemmas
    return bool(own_staff) and "plur" in _numbers_of_a_post(first, vocabulary, held=False)


def _begins_body(after: Words, vocabulary: Vocabulary) -> bool:
    """«Лесное отделение полиции», which no post has in the nominative."""
    phrase = noun_phrase(after, vocabulary)
    one = ("nomn", "sing") in {slot[:2] for slot in phrase.slots} and "gent" not in phrase.cases
    return after[0].capitalised() and one and bool(phrase.lemmas & BODIES)


def _begins_post(before: Words, after: Words, vocabulary: Vocabulary) -> bool:
    """Whether the post behind, with a capital, is another party than what is before."""
    first, last = after[0], before[-1]
    described = bool(vocabulary.word(first.key).lemmas & DESCRIBING)
    held = last.kind is TokenKind.PERSON
    post = _numbers_of_a_post(after[-1] if described else first, vocabulary, held=held)
    if not post:
        return False
    if last.kind is TokenKind.PERSON:
        return post == {"plur"}  # one would be that person's own
    if last.kind is TokenKind.SHORT:
        return any(token.key == "по" for token in before[-3:-1])
    word = vocabulary.word(last.key)
    if word.lemmas & _CHARGED:
        return True
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
    if first.capitalised() and word.modifiers and not word.nouns:  # «Школьный музей»
        phrase = noun_phrase(after, vocabulary)
        return phrase.agrees and "nomn" in phrase.cases and bool(phrase.lemmas & BODIES)
    # Behind a name alone the post may be that person's.
    held = len(before) > 1 and before[-2].kind is TokenKind.WORD
    named = after[-1].kind is TokenKind.PERSON or after[-1].capitalised()
    return held and named and len(after) > 1 and word.animate and nominative


def _numbers_of_a_post(token: PartyToken, vocabulary: Vocabulary, *, held: bool) -> set[str]:
    """The numbers in which a word can name somebody in the nominative; empty for all else.

    Unless a name is before it, it may be of whoever is: «Помощник Главы».
    """
    word = vocabulary.word(token.key)
    if not held and any({"gent", "sing"} <= form.marks for form in word.nouns):
        return set()
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


def waits_for_noun(
    before: Cluster, piece: Piece, phrase: NounPhrase, vocabulary: Vocabulary
) -> bool:
    """«Глава городского», and «поселения» on the next line, though a «городской» is somebody."""
    last = before.parts[-1][1].tokens[-1]
    behind = len(before.words) > 1 and last.kind is TokenKind.WORD
    if piece.link is not Separator.LINE or not behind or last.text[0].isupper():
        return False
    word = vocabulary.word(last.key)
    fitting = word.modifier_slots & phrase.slots if word.lemmas.isdisjoint(SUBSTANTIVES) else ()
    return any(case != "nomn" for case, *_ in fitting)


def runs_on(before: Cluster, piece: Piece, phrase: NounPhrase, vocabulary: Vocabulary) -> bool:
    """«Глава», and «администрации округа» on the next line: of one rather than several.

    `phrase` is the one that begins with the piece. Several would begin with a capital as the line
    above does, or own several: «администрации районов».
    """
    if piece.link is not Separator.LINE:
        return False
    own, words, first = before.phrase, piece.tokens, before.first.tokens
    last = before.parts[-1][1].tokens[-1]
    of_one = ("gent", "sing") in {slot[:2] for slot in phrase.slots}
    if of_one and phrase.lemmas & REGIONS and own.lemmas.isdisjoint(REGIONS):
        return phrase.lemmas.isdisjoint(BODIES)  # no region is a party, a settlement may be
    if phrase.animate and words[0].key in POSTS_AT_A_BORDER and not words[0].capitalised():
        return bool(vocabulary.word(last.key).lemmas & _DOUBLED)  # «Педагог», and «организатор»
    if phrase.animate:  # «Заместитель», and «директора»
        deputy = own.head == len(before.words) - 1 and bool(own.lemmas & DEPUTIES)
        return deputy and ("gent", "sing", "masc") in phrase.slots
    inside = own.lemmas & UNITS and "sing" in own.numbers and phrase.lemmas & _WHOLE_BODIES
    if words[0].capitalised() and not inside:
        return False
    numbers = {(case, number) for case, number, _ in phrase.slots}
    if ("gent", "sing") not in numbers or phrase.head is None:
        return False
    behind = words[phrase.head + 1 : phrase.head + 2] if phrase.party() else ()
    owners = (vocabulary.word(token.key).noun_slots for token in behind)
    if any({number for _, number, _ in slots} == {"plur"} for slots in owners):
        return False
    # «Отдел», «начальник»: of something, as the next line says.
    chief = bool(own.lemmas & CHIEFS) and "sing" in own.numbers
    bare = own.head == len(first) - 1 and (chief or not own.animate)
    return first[0].capitalised() or bare or bool(inside)
