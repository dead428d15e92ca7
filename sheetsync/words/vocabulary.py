"""Word forms that are looked up once: a dictionary with a memory, and its answers as plain data."""

import re
from collections.abc import Iterable
from itertools import product
from typing import Protocol

from sheetsync.model.frozen import frozen_positional

# Cases that the rules tell apart; the rarer ones of the dictionary count as their kin.
_KIN = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
CASES = ("nomn", "datv", "ablt", "gent", "accs", "loct")
GENDERS = ("masc", "femn", "neut")
NAMES = frozenset({"Name", "Surn", "Patr"})  # marks of what somebody is called
# An adjective used as a noun («городской») needs this share of the adjective's score to count.
_NOUN_SHARE = 0.1
# pymorphy3 fails on letters that Unicode has no name for, and takes seconds over a cell's worth of
# one letter; no word of ours is like that.
_SPELT = re.compile(r"[0-9a-zа-яё'’/.\-]{1,80}")
_OF_A_PLACE = re.compile(r"[сц]к(?:ий|ая|ое|ие|ую)\Z")

Slot = tuple[str, str, str]  # case, number, gender; the gender is "" in the plural
ANY_SLOT: frozenset[Slot] = frozenset(
    {(case, "sing", gender) for case, gender in product(CASES, GENDERS)}
    | {(case, "plur", "") for case in CASES}
)


class Parse(Protocol):
    """One way to read a word: its tag, dictionary form and how likely it is (pymorphy3's names)."""

    word: str
    tag: object
    normal_form: str
    score: float
    is_known: bool  # not guessed by its ending

    def inflect(self, required_grammemes: Iterable[str]) -> "Parse | None":
        """The same word in another form, or None where it has none."""


class Morphology(Protocol):
    """A dictionary of word forms, as the words side asks it; `sheetsync.morphology` has one."""

    def __hash__(self) -> int:
        """Readings of phrases are remembered beside the dictionary that they were made with."""

    def parse(self, word: str) -> list[Parse]:
        """The readings of a single word; an unknown word is read by its ending."""


@frozen_positional
class Form:
    """One reading of a word: all its marks, as OpenCorpora names them, and its slots."""

    reading: Parse
    lemma: str
    marks: frozenset[str]
    slots: frozenset[Slot]


@frozen_positional
class Word:
    """All readings of a word, the likeliest first, and what they come to together.

    `animate` says that most of its noun readings name somebody («энергетики» does not).
    `nouns` are common nouns (surnames are persons and are found apart), `modifiers` what can
    stand before a noun and agree with it.
    """

    forms: tuple[Form, ...]
    nouns: tuple[Form, ...]
    modifiers: tuple[Form, ...]
    noun_slots: frozenset[Slot]
    modifier_slots: frozenset[Slot]
    noun_lemmas: frozenset[str]
    lemmas: frozenset[str]
    marks: frozenset[str]
    animate: bool

    @property
    def is_known(self) -> bool:
        """Whether the dictionary has it, rather than guesses it by its ending."""
        return any(form.reading.is_known for form in self.forms)


class Vocabulary:
    """A dictionary of word forms that remembers every look-up; itself a Morphology.

    One look-up takes about 0.2 ms, and a plan repeats its words: share one object over all
    phrases of a run.
    """

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self._readings: dict[str, list[Parse]] = {}
        self._words: dict[str, Word] = {}
        self._inflected: dict[tuple[str, str, frozenset[str]], str | None] = {}

    @classmethod
    def of(cls, morphology: Morphology) -> "Vocabulary":
        """The same object where it remembers already, else a new memory around it."""
        return morphology if isinstance(morphology, cls) else cls(morphology)

    def parse(self, word: str) -> list[Parse]:
        """The readings of a single word, the likeliest first."""
        if word not in self._readings:
            self._readings[word] = self._morphology.parse(word)
        return self._readings[word]

    def word(self, key: str) -> Word:
        """What a folded word can be; nothing for one without letters."""
        known = self._words.get(key)
        if known is None:
            readings = self.parse(key) if _SPELT.fullmatch(key) else []
            known = self._words[key] = _word([_form(reading) for reading in readings])
        return known

    def inflect(self, form: Form, required: Iterable[str]) -> str | None:
        """The word of that reading in another form, lower case; None where it has none."""
        wanted = frozenset(required)
        key = (form.reading.word, str(form.reading.tag), wanted)
        if key not in self._inflected:
            changed = form.reading.inflect(wanted)
            self._inflected[key] = changed.word if changed else None
        return self._inflected[key]


def _word(forms: list[Form]) -> Word:
    if (
        forms
        and not any(form.reading.is_known for form in forms)
        and _OF_A_PLACE.search(forms[0].reading.word)
    ):
        # «Осиновская администрация»: guesses take it for a form of somebody's name as well.
        forms = [form for form in forms if "ADJF" in form.marks] or forms
    nouns = _without_sciences([f for f in forms if "NOUN" in f.marks and "Surn" not in f.marks])
    modifiers = [f for f in forms if f.marks & {"ADJF", "PRTF"}]
    if _score(nouns) < _score(modifiers) * _NOUN_SHARE:
        nouns = []
    return Word(
        forms=tuple(forms),
        nouns=tuple(nouns),
        modifiers=tuple(modifiers),
        noun_slots=frozenset(slot for form in nouns for slot in form.slots),
        modifier_slots=frozenset(slot for form in modifiers for slot in form.slots),
        noun_lemmas=frozenset(form.lemma for form in nouns),
        animate=_score([f for f in nouns if "anim" in f.marks]) > _score(nouns) / 2,
        lemmas=frozenset(form.lemma for form in forms),
        marks=frozenset(mark for form in forms for mark in form.marks),
    )


def _without_sciences(nouns: list[Form]) -> list[Form]:
    """Without «механик» as several of «механика»: who is named so is somebody."""
    if not any({"anim", "nomn", "sing"} <= form.marks for form in nouns):
        return nouns
    return [form for form in nouns if not {"inan", "gent", "plur"} <= form.marks]


def _score(forms: list[Form]) -> float:
    return sum(form.reading.score for form in forms)


def _form(reading: Parse) -> Form:
    # OpenCorpora parts the marks of a lexeme from those of its form by a space.
    marks = frozenset(_KIN.get(m, m) for m in str(reading.tag).replace(" ", ",").split(","))
    # The dictionary writes ё, the folded words of the lexicons do not.
    return Form(reading, reading.normal_form.replace("ё", "е"), marks, _slots(marks))


def _slots(marks: frozenset[str]) -> frozenset[Slot]:
    cases = [case for case in CASES if case in marks]
    if "plur" in marks:
        return frozenset((case, "plur", "") for case in cases)
    # Nouns such as «глава» agree with either gender, undeclined ones with what people feel.
    genders = [gender for gender in GENDERS if gender in marks] or list(GENDERS)
    return frozenset((case, "sing", gender) for case, gender in product(cases, genders))
