"""The front of a party's name, modifiers and the noun they agree with, in any case."""

from collections.abc import Sequence

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.parties.lexicon import BODIES, GOVERNED, POSTS, SUBSTANTIVES, with_bodies
from sheetsync.words.parties.persons import may_be_surname
from sheetsync.words.parties.places import is_place
from sheetsync.words.parties.surnames import cases_of, is_given_name
from sheetsync.words.parties.tokens import (
    PartyToken,
    TokenKind,
    Tokens,
    Words,
    capitalised_like,
    spelled_like,
)
from sheetsync.words.vocabulary import ANY_SLOT, CASES, GENDERS, Form, Slot, Vocabulary, Word

_SOMEBODY = BODIES | POSTS
_NAMED = (TokenKind.SHORT, TokenKind.PERSON)
# Adverbs, numerals and pronouns may stand among modifiers: «подведомственные им органы».
# The tags are those of OpenCorpora, which pymorphy3 gives.
_INSIDE = frozenset({"NOUN", "ADJF", "PRTF", "ADVB", "NUMR", "NPRO", "PRCL"})
_LONGEST_ENDING = 3  # letters that a form may have more than another


@frozen_positional
class NounPhrase:
    """Modifiers and a head inside a sequence of tokens.

    `head` and `modifiers` are places in that sequence; `slots` the cases, numbers and genders
    in which all of them agree; `agrees` is false where they do not («правовой отделы») and the
    slots are the noun's own. A phrase without a noun has no head.
    """

    head: int | None
    modifiers: tuple[int, ...]
    slots: frozenset[Slot]
    lemmas: frozenset[str] = frozenset()
    named: bool = False  # an abbreviation or a person: no case of its own
    animate: bool = False
    agrees: bool = True

    @property
    def cases(self) -> frozenset[str]:
        """The cases in which it can stand."""
        return frozenset(slot[0] for slot in self.slots)

    @property
    def numbers(self) -> frozenset[str]:
        """One ("sing"), many ("plur") or both."""
        return frozenset(slot[1] for slot in self.slots)

    def party(self) -> bool:
        """Whether the noun by itself says that this is somebody."""
        return self.named or self.animate or bool(self.lemmas & _SOMEBODY)


def noun_phrase(tokens: Words, vocabulary: Vocabulary, start: int = 0) -> NounPhrase:
    """The noun phrase that begins at `start`; without a head where no noun comes first."""
    modifiers: list[int] = []
    slots = ANY_SLOT
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.kind in _NAMED:
            return _named(token, at, tuple(modifiers), slots, vocabulary=vocabulary)
        if token.text[0].isdigit():
            continue
        word = vocabulary.word(token.key)
        if token.kind is not TokenKind.WORD or token.key in GOVERNED or not word.marks & _INSIDE:
            break
        if _is_noun(word, slots) and not _modifies_next(tokens, at, vocabulary):
            if word.noun_slots & slots or not _personal(tokens, modifiers, vocabulary):
                return _headed(at, tuple(modifiers), slots, word)
            break
        if word.modifiers and "NPRO" not in word.forms[0].marks:
            agreed = slots & word.modifier_slots
            if _personal(tokens, modifiers, vocabulary) and not agreed - _accusative(slots):
                break
            modifiers.append(at)
            slots = slots & word.modifier_slots or word.modifier_slots
    return _headless(tokens, modifiers, slots, vocabulary)


def _accusative(slots: frozenset[Slot]) -> frozenset[Slot]:
    """«Заведующие сельских …»: where a list may be in the nominative, that is no agreement."""
    accusative = frozenset(slot for slot in slots if slot[0] == "accs")
    return accusative if any(slot[0] == "nomn" for slot in slots) else frozenset()


def is_post(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a phrase is what one person holds: «юрист», not «юристы» or «отдел»."""
    phrase = noun_phrase(words, vocabulary)
    # «Энергетик» is a drink as well.
    forms = () if phrase.head is None else vocabulary.word(words[phrase.head].key).nouns
    one = phrase.animate or any({"anim", "sing"} <= form.marks for form in forms)
    return (bool(phrase.lemmas & POSTS) or one) and "sing" in phrase.numbers


def ends_in_name(words: Words, vocabulary: Vocabulary) -> bool:
    """«Алёна», «дизайнер Алёна», «уборщица Лапина», unlike «директор школы Мира»."""
    *before, name = words
    if is_given_name(name, vocabulary):
        return not before or vocabulary.word(before[-1].key).animate
    return bool(before) and may_be_surname(name, vocabulary)


def _is_noun(word: Word, slots: frozenset[Slot]) -> bool:
    """Whether the word ends the phrase: a noun, and no better as one more modifier."""
    if not word.nouns or "NPRO" in word.forms[0].marks:
        return False
    fits = bool(word.noun_slots & slots)
    return fits or not word.modifiers or not slots & word.modifier_slots


def _personal(tokens: Words, modifiers: Sequence[int], vocabulary: Vocabulary) -> frozenset[str]:
    """Dictionary forms of a last modifier that can stand for a person: «заведующий складом»."""
    if not modifiers:
        return frozenset()
    return SUBSTANTIVES & vocabulary.word(tokens[modifiers[-1]].key).lemmas


def _modifies_next(tokens: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the next word is a noun that this one, read as a modifier, agrees with."""
    own = vocabulary.word(tokens[at].key).modifier_slots
    if not own or at + 1 >= len(tokens) or tokens[at + 1].kind is not TokenKind.WORD:
        return False
    return bool(own & vocabulary.word(tokens[at + 1].key).noun_slots)


def _named(
    token: PartyToken,
    at: int,
    modifiers: tuple[int, ...],
    slots: frozenset[Slot],
    *,
    vocabulary: Vocabulary,
) -> NounPhrase:
    if token.kind is TokenKind.PERSON:
        cases = cases_of(token, vocabulary)
        slots = frozenset(slot for slot in slots if slot[0] in cases)
    return NounPhrase(at, modifiers, slots, frozenset({token.key}), named=True)


def _headed(at: int, modifiers: tuple[int, ...], slots: frozenset[Slot], word: Word) -> NounPhrase:
    if not modifiers:
        lemmas = with_bodies(word.noun_lemmas)
        return NounPhrase(at, (), word.noun_slots, lemmas, animate=word.animate)
    agreed = word.noun_slots & slots
    fitting = [form for form in word.nouns if form.slots & slots] or word.nouns
    return NounPhrase(
        at,
        modifiers,
        agreed or word.noun_slots,
        with_bodies(frozenset(form.lemma for form in fitting)),
        animate=word.animate,
        agrees=bool(agreed),
    )


def _headless(
    tokens: Words,
    modifiers: list[int],
    slots: frozenset[Slot],
    vocabulary: Vocabulary,
) -> NounPhrase:
    """Only modifiers: the last may stand for a person, «ответственный за …»."""
    if not modifiers:
        return NounPhrase(None, (), frozenset())
    last = modifiers[-1]
    lemmas = _personal(tokens, modifiers, vocabulary)
    if not lemmas:
        return NounPhrase(None, tuple(modifiers), slots)
    return NounPhrase(last, tuple(modifiers[:-1]), slots, lemmas, animate=True)


def governed_cases(tokens: Words, vocabulary: Vocabulary) -> frozenset[str]:
    """The cases of what stands after the head: in these an enumeration may go on.

    Only cases that something there asks for count, the genitive by any noun, others by their
    preposition: in «отдел по делам молодежи» the dative and the genitive.
    """
    asked: frozenset[str] = frozenset({"gent"})
    opened: frozenset[str] = frozenset()
    for token in tokens:
        if token.kind is TokenKind.SHORT or is_place(token):
            opened |= asked
        elif token.kind is not TokenKind.WORD:
            continue
        elif token.key in GOVERNED:
            asked = GOVERNED[token.key]
            continue
        slots = vocabulary.word(token.key).noun_slots
        if slots:
            cases = {slot[0] for slot in slots}
            opened |= asked & cases or cases & {"datv"}  # «помощь семье»
            asked |= {"gent"}
    return opened & frozenset(CASES)


def choose_slot(phrase: NounPhrase, cases: Sequence[str]) -> Slot | None:
    """The slot in the first of `cases` that the phrase can stand in; None where in none."""
    for case in cases:
        slots = [slot for slot in phrase.slots if slot[0] == case]
        if slots:
            return min(slots, key=_plainness)
    return None


def _plainness(slot: Slot) -> tuple[bool, int]:
    """One before many, and the masculine where an abbreviation leaves the gender open."""
    return slot[1] == "plur", ("", *GENDERS).index(slot[2])


def turned(tokens: Words, slot: Slot, required: frozenset[str], vocabulary: Vocabulary) -> Tokens:
    """The tokens with the noun phrase at their front, read in `slot`, in the `required` form."""
    phrase = noun_phrase(tokens, vocabulary)
    places = dict.fromkeys(phrase.modifiers, required)
    if phrase.head is not None:
        # Many have no gender: it is the noun's, «средние школы» are «средняя школа» each.
        one = slot[1] == "plur" and "sing" in required
        gender = _gender(tokens[phrase.head], slot, vocabulary) if one else frozenset()
        places = dict.fromkeys(phrase.modifiers, required | gender) | {phrase.head: required}
    return tuple(
        _turned_word(token, slot, places[at], vocabulary) if at in places else token
        for at, token in enumerate(tokens)
    )


def _gender(token: PartyToken, slot: Slot, vocabulary: Vocabulary) -> frozenset[str]:
    forms = vocabulary.word(token.key).nouns
    noun = next((form for form in forms if slot in form.slots), None)
    return noun.marks.intersection(GENDERS) if noun else frozenset()


def _turned_word(
    token: PartyToken, slot: Slot, required: frozenset[str], vocabulary: Vocabulary
) -> PartyToken:
    """The word, read in `slot`, in the required form; unchanged where it has none."""
    # «Лаб.» that no list knows is a form of no other word, least of all of «лаба».
    whole = token.kind is TokenKind.WORD and not token.text.endswith(".")
    forms = vocabulary.word(token.key).forms if whole else ()
    form = next((f for f in forms if slot in f.slots), None) or _by_case(forms, slot)
    if form is None or required <= form.marks:
        return token
    if not form.reading.is_known and {"gent", "plur"} <= form.marks:
        return token  # «плаврук» is a word that no dictionary has, rather than of some «плаврука»
    # Plural forms of adjectives have no gender; asking for one would find nothing.
    changed = vocabulary.inflect(form, required)
    if not changed or len(changed) > len(token.text) + _LONGEST_ENDING:
        return token  # «Минобр» is no form of an unknown «минобразец»
    changed = changed.replace("учители", "учителя")  # the dictionary has the old plural as well
    return token.worded(capitalised_like(token.text, spelled_like(token.text, changed)))


def _by_case(forms: Sequence[Form], slot: Slot) -> Form | None:
    return next((f for f in forms if any(s[0] == slot[0] for s in f.slots)), None)
