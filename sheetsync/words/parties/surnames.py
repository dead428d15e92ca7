"""The cases in which a person's name can stand as written, and its nominative."""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import product

from sheetsync.words.cleaning import fold
from sheetsync.words.parties.tokens import PartyToken, spelled_like
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import CASES, NAMES, Form, Vocabulary

NameSlot = tuple[str, str]  # case and gender

_GIVEN = frozenset({"Name", "Patr"})
_GENDERS = ("masc", "femn")
_ANY: frozenset[NameSlot] = frozenset(product(CASES, _GENDERS))
_OBLIQUE_OF_HER = ("gent", "datv", "ablt", "loct")
# By the ending of a surname: its slots, and the ending of the nominative in each gender. The
# dictionary has many a surname of a man without that of the woman.
_POSSESSIVE = pattern(r"(.+(?:ов|ев|ёв|ин|ын))(а|у|ой|ым|е)?")
_POSSESSIVE_SLOTS: dict[str | None, tuple[NameSlot, ...]] = {
    None: (("nomn", "masc"),),
    "а": (("nomn", "femn"), ("gent", "masc"), ("accs", "masc")),
    "у": (("datv", "masc"), ("accs", "femn")),
    "ой": tuple((case, "femn") for case in _OBLIQUE_OF_HER),
    "ым": (("ablt", "masc"),),
    "е": (("loct", "masc"),),
}
_ADJECTIVE = pattern(r"(.+)(ий|ый|ой|ая|ого|ому|им|ым|ом|ую)")
_ADJECTIVE_SLOTS: dict[str, tuple[NameSlot, ...]] = {
    "ий": (("nomn", "masc"),),
    "ый": (("nomn", "masc"),),
    "ой": (("nomn", "masc"), *((case, "femn") for case in _OBLIQUE_OF_HER)),
    "ая": (("nomn", "femn"),),
    "ого": (("gent", "masc"), ("accs", "masc")),
    "ому": (("datv", "masc"),),
    "им": (("ablt", "masc"),),
    "ым": (("ablt", "masc"),),
    "ом": (("loct", "masc"),),
    "ую": (("accs", "femn"),),
}


def cases_of(person: PartyToken, vocabulary: Vocabulary) -> frozenset[str]:
    """The cases in which the name can stand, as written; all where nothing tells."""
    return frozenset(case for case, _ in _slots_of(person, vocabulary))


def is_given_name(word: PartyToken, vocabulary: Vocabulary) -> bool:
    """«Алёна», «Петрович»: what somebody is called without a surname."""
    forms = vocabulary.word(word.key).forms
    return any(form.marks & _GIVEN and "nomn" in form.marks for form in forms)


def nominative_person(person: PartyToken, case: str, vocabulary: Vocabulary) -> str:
    """The name, written in that case, in the nominative; capitals become ordinary."""
    slots = _slots_of(person, vocabulary)
    gender = next((each for each in _GENDERS if (case, each) in slots), "masc")
    return " ".join(
        _nominative_word(word, (case, gender), vocabulary) for word in person.text.split(" ")
    )


def _slots_of(person: PartyToken, vocabulary: Vocabulary) -> frozenset[NameSlot]:
    """What all words of the name allow; a word that contradicts the others has no say."""
    words = (word for word in person.key.split(" ") if "." not in word)
    # A patronymic is never in doubt about the gender, a surname with an ending of its own may be.
    each = sorted((_word_slots(word, vocabulary) for word in words), key=len)
    return reduce(lambda known, more: known & more or known, each, _ANY)


def _word_slots(word: str, vocabulary: Vocabulary) -> frozenset[NameSlot]:
    forms = vocabulary.word(word).forms
    known = frozenset(
        (case, gender)
        for form in forms
        if form.marks & NAMES
        for case, number, gender in form.slots
        if number == "sing" and gender in _GENDERS
    )
    given = any(f.marks & {"Name", "Patr"} and f.reading.is_known for f in forms[:1])
    if given:
        return known or _ANY
    slots = known | _slots_by_ending(word, vocabulary)
    if slots and _is_name_as_it_stands(word, forms):
        slots |= {("nomn", gender) for gender in _GENDERS}
    return slots or _ANY


def _is_name_as_it_stands(word: str, forms: Sequence[Form]) -> bool:
    """«Гора», «Скиба», «Лановой»: rather than forms of «Гор», of a guessed «Скиб» or «Ланова»."""
    if any(("nomn", "sing") in _numbers(form) for form in forms):
        return True
    known = any(form.reading.is_known for form in forms)
    return word.endswith(("а", "я")) and not known and not _POSSESSIVE.fullmatch(word)


def _numbers(form: Form) -> set[tuple[str, str]]:
    return {(case, number) for case, number, _ in form.slots}


def _slots_by_ending(word: str, vocabulary: Vocabulary) -> frozenset[NameSlot]:
    possessive = _POSSESSIVE.fullmatch(word)
    found = set(_POSSESSIVE_SLOTS[possessive[2]] if possessive else ())
    adjective = _ADJECTIVE.fullmatch(word)
    if adjective and _declines_as_adjective(adjective, vocabulary):
        found |= set(_ADJECTIVE_SLOTS[adjective[2]])
    return frozenset(found)


def _declines_as_adjective(name: re.Match[str], vocabulary: Vocabulary) -> bool:
    """«Береговой» is a man's name as it stands, «Ивановой» and «Кротовой» are no man's."""
    stem, word = name[1], vocabulary.word(name[0])
    if stem.endswith(("ск", "цк")) or name[2] == "ая":
        return True
    known = {f.lemma for f in word.forms if "ADJF" in f.marks and "Poss" not in f.marks}
    # «Кротовый» has no «кротовой» of a man; of «Цой» there is hardly a stem.
    own = name[2] != "ой" or name[0] in known or not stem.endswith(("ов", "ев", "ин", "ын"))
    return len(stem) > 2 and own and bool(known)


def _nominative_word(word: str, slot: NameSlot, vocabulary: Vocabulary) -> str:
    if "." in word:
        return word
    plain = word.title() if word.isupper() or word.islower() else word
    case, gender = slot
    if case == "nomn":
        return plain
    known = vocabulary.word(fold(word))
    names = [form for form in known.forms if form.marks & NAMES]
    # «Котику» is «Котик» as a surname, too.
    for form in (*names, *(form for form in known.nouns if form.reading.is_known)):
        if (case, "sing", gender) in form.slots:
            return spelled_like(word, vocabulary.inflect(form, {"nomn"}) or plain).title()
    return _nominative_by_ending(plain, slot, vocabulary)


def _nominative_by_ending(word: str, slot: NameSlot, vocabulary: Vocabulary) -> str:
    """Of a surname that the dictionary does not have in this slot; unchanged where unsure."""
    key, gender = fold(word), slot[1]
    possessive = _POSSESSIVE.fullmatch(key)
    if possessive and slot in _POSSESSIVE_SLOTS[possessive[2]]:
        return word[: len(possessive[1])] + ("а" if gender == "femn" else "")
    adjective = _ADJECTIVE.fullmatch(key)
    if not adjective or slot not in _ADJECTIVE_SLOTS[adjective[2]]:
        return word
    stem = word[: len(adjective[1])]
    if gender == "femn":
        return f"{stem}ая"
    if stem.endswith(("ск", "цк")):
        return f"{stem}ий"
    lemma = next((f.lemma for f in vocabulary.word(key).forms if "ADJF" in f.marks), key)
    return stem + lemma[len(stem) :]
