"""Puts the front of a name into the nominative and leaves the rest as it stands."""

from collections.abc import Sequence

from sheetsync.words.parties.noun_phrases import NounPhrase, noun_phrase
from sheetsync.words.parties.tokens import PartyToken, TokenKind, spelled_like
from sheetsync.words.vocabulary import GENDERS, Form, Slot, Vocabulary

_LONGEST_ENDING = 3  # letters that a form may have more than another


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


def turned(
    tokens: Sequence[PartyToken], slot: Slot, required: frozenset[str], vocabulary: Vocabulary
) -> tuple[PartyToken, ...]:
    """The tokens with the noun phrase at their front, read in `slot`, in the `required` form."""
    phrase = noun_phrase(tokens, vocabulary)
    places = phrase.modifiers if phrase.head is None else (*phrase.modifiers, phrase.head)
    return tuple(
        turned_word(token, slot, required, vocabulary) if at in places else token
        for at, token in enumerate(tokens)
    )


def turned_word(
    token: PartyToken, slot: Slot, required: frozenset[str], vocabulary: Vocabulary
) -> PartyToken:
    """The word, read in `slot`, in the required form; unchanged where it has none."""
    # «Лаб.» that no list knows is a form of no other word, least of all of «лаба».
    whole = token.kind is TokenKind.WORD and not token.text.endswith(".")
    forms = vocabulary.word(token.key).forms if whole else ()
    form = next((f for f in forms if slot in f.slots), None) or _by_case(forms, slot)
    if form is None or required <= form.marks:
        return token
    # Plural forms of adjectives have no gender; asking for one would find nothing.
    changed = vocabulary.inflect(form, required)
    if not changed or len(changed) > len(token.text) + _LONGEST_ENDING:
        return token  # «Минобр» is no form of an unknown «минобразец»
    return token.worded(like(token.text, spelled_like(token.text, changed)))


def _by_case(forms: Sequence[Form], slot: Slot) -> Form | None:
    return next((f for f in forms if any(s[0] == slot[0] for s in f.slots)), None)


def like(pattern: str, word: str) -> str:
    """The word with the capital letters of the pattern."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
