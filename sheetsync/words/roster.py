"""Matches a party's name to the roster."""

import re
from collections.abc import Iterable

from sheetsync.model import Department, DepartmentKind, Roster
from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import fold, has_cyrillic, one_slip_apart
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import Morphology, Vocabulary

_SURE = 0.85  # less alike, nobody is addressed: a person confirms or corrects the name first
_LIKENESS = 50  # of 100: what is less alike is not offered as a suggestion
_SHORT = 8  # letters of an abbreviation, which people write with spaces or without
_PERSON = 3  # words of «Петрова А.С.»
_WORD = re.compile(r"\w[\w/-]*\.?")

NameWords = tuple[str, ...]


@frozen
class Match:
    """What the roster makes of one name.

    `department` is None where it is not sure; `how` is "exact", "alias", "forms", "abbreviation",
    "typo" (to be confirmed by a person) or "none"; `nearest` are up to three names, best first.
    """

    department: Department | None
    how: str
    nearest: tuple[str, ...] = ()


@frozen
class _Name:
    """A name or an alias of an entry: its words without the tail, and their dictionary forms."""

    department: Department
    alias: bool
    words: NameWords
    lemmas: NameWords

    @property
    def line(self) -> str:
        return " ".join(self.words)


# Forms of a school behind the name of a group, and what makes a name look like several.
_CLASSES = pattern(r"\s\d[\d\s,–-]*(?:и\s\d+\s)?классов$", re.IGNORECASE)
_COMPOUND = re.compile(r",|\s(?:и|and|with)\s|[&/+]", re.IGNORECASE)


class RosterIndex:
    """The roster prepared for look-ups; each distinct name is looked up once."""

    def __init__(self, roster: Roster, *, morphology: Morphology) -> None:
        self._vocabulary = Vocabulary.of(morphology)
        # The longest first: one tail may be the end of another.
        self._tails = sorted((self._lemmas(_words(t)) for t in roster.tails), key=len)[::-1]
        self._roster = roster
        self._names = [self._name(d, n) for d in roster.departments for n in (d.name, *d.aliases)]
        self._lines = [name.line for name in self._names]
        self._by_words: dict[NameWords, list[_Name]] = {}
        self._by_lemmas: dict[NameWords, list[_Name]] = {}
        self._by_letters: dict[str, list[_Name]] = {}
        self._by_initials: dict[str, list[_Name]] = {}
        for name in self._names:
            self._by_words.setdefault(name.words, []).append(name)
            self._by_lemmas.setdefault(name.lemmas, []).append(name)
            if len("".join(name.words)) <= _SHORT:
                self._by_letters.setdefault("".join(name.words), []).append(name)
            for letters in _initials(name.words):
                self._by_initials.setdefault(letters, []).append(name)
        self._dotted = [name for name in self._names if _dotted(name.words)]
        self._known: dict[str, Match] = {}

    @property
    def compound(self) -> tuple[str, ...]:
        """Names in which a comma, «и» or a sign parts nothing: «ОНД и ПР», the longest first."""
        found = {text for d in self._roster.departments for text in (d.name, *d.aliases)}
        return tuple(sorted(filter(_COMPOUND.search, found), key=lambda text: (-len(text), text)))

    def match(self, name: str) -> Match:
        """The entry that the name means; with or without one of the roster's tails."""
        if name not in self._known:
            self._known[name] = self._match(name)
        return self._known[name]

    def entry(self, name: str) -> Department | None:
        """The entry that the name means in any form, but for slips of the pen."""
        words = self._without_tail(_words(name))
        match = self._spelled(words)
        return match.department if match else None

    def _match(self, name: str) -> Match:
        words = self._without_tail(_words(name))
        if not words:
            return Match(department=None, how="none")
        match = self._spelled(words) or self._spelled(_all_or_not(words))
        if match:
            return match
        form = _CLASSES.search(name)
        if form and form.start():  # «классные руководители 5-9 классов» are of that group
            return self.match(name[: form.start()].strip())
        return self._misspelled(words, self._lemmas(words))

    def _spelled(self, words: NameWords) -> Match | None:
        lemmas = self._lemmas(words)
        steps = (
            # «КДН и ЗП» is «КДНиЗП», too.
            (self._by_words.get(words) or self._by_letters.get("".join(words), []), "exact"),
            (self._by_lemmas.get(lemmas, []) or self._people(words), "forms"),
            (self._holders(words), "forms"),
            (self._shortened(words, lemmas), "abbreviation"),
        )
        for names, how in steps:
            if names:
                return self._match_of(names, how)
        return None

    def _match_of(self, names: list[_Name], how: str) -> Match:
        first = names[0]
        if any(name.department is not first.department for name in names):
            nearest = _distinct(name.department.name for name in names)
            return Match(department=None, how="none", nearest=nearest)
        if how == "exact" and all(name.alias for name in names):
            how = "alias"
        return Match(department=first.department, how=how, nearest=(first.department.name,))

    def _people(self, words: NameWords) -> list[_Name]:
        """«заместитель председателя Иванов И.И.» is the person «Иванов И.И.»."""
        person = DepartmentKind.PERSON
        return [
            name
            for name in self._names
            if name.department.kind is person and words[-len(name.words) :] == name.words
        ]

    def _holders(self, words: NameWords) -> list[_Name]:
        """«начальник отдела кадров Петрова А.С.», where the entry has her name and the post."""
        post, person = words[:-_PERSON], words[-_PERSON:]
        if not post or not _dotted(person):
            return []
        named = self._by_lemmas.get(self._lemmas(post), [])
        held = {id(name.department) for name in self._shortened(person, self._lemmas(person))}
        return [name for name in named if id(name.department) in held]

    def _shortened(self, words: NameWords, lemmas: NameWords) -> list[_Name]:
        """Entries of which this is an abbreviation, or that abbreviate it."""
        if len(words) == 1 and words[0] in self._by_initials:
            return self._by_initials[words[0]]
        found = [n for letters in _initials(words) for n in self._by_words.get((letters,), [])]
        candidates = self._names if _dotted(words) else self._dotted
        cut = [n for n in candidates if _cut_short((words, lemmas), (n.words, n.lemmas))]
        return found or cut

    def _misspelled(self, words: NameWords, lemmas: NameWords) -> Match:
        # Of most plans every party is in the roster as it is written.
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import OSA

        line = " ".join(words)
        # By sorted words: people write the words of a name in another order, too.
        alike = process.extract(line, self._lines, scorer=fuzz.token_sort_ratio, limit=12)
        near = [self._names[place] for _, score, place in alike if score >= _LIKENESS]
        nearest = _distinct(name.department.name for name in near)
        close = [name for name in near if _one_slip((words, lemmas), (name.words, name.lemmas))]
        # By optimal string alignment: two letters swapped are one slip, not two as by Levenshtein.
        likeness = max((OSA.normalized_similarity(line, n.line) for n in close), default=0.0)
        sure = likeness >= _SURE and len({name.department.name for name in close}) == 1
        return Match(
            department=close[0].department if sure else None,
            how="typo" if sure else "none",
            nearest=nearest,
        )

    def _name(self, department: Department, text: str) -> _Name:
        words = self._without_tail(_words(text))
        alias = text != department.name
        return _Name(department=department, alias=alias, words=words, lemmas=self._lemmas(words))

    def _lemmas(self, words: NameWords) -> NameWords:
        return tuple(self._lemma(word) for word in words)

    def _lemma(self, word: str) -> str:
        forms = self._vocabulary.word(word.removesuffix(".")).forms
        return forms[0].lemma if forms else word

    def _without_tail(self, words: NameWords) -> NameWords:
        lemmas = self._lemmas(words)
        for tail in self._tails:
            if tail and len(tail) < len(words) and lemmas[-len(tail) :] == tail:
                return words[: -len(tail)]
        return words


def _words(text: str) -> NameWords:
    return tuple(_WORD.findall(fold(text)))


def _all_or_not(words: NameWords) -> NameWords:
    """«Сотрудники» for «все сотрудники», "staff" for "all staff", and the other way round."""
    every = "все" if has_cyrillic(words[-1]) else "all"
    return words[1:] if words[0] == every and words[1:] else (every, *words)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:3]


def _initials(words: NameWords) -> set[str]:
    """«умц» for «Учебно-методический центр»; small words may be left out («КДН»)."""
    parts = [part for word in words for part in re.split("[-/]", word) if part]
    long = [part for part in parts if len(part) > 2 and part not in ("and", "the", "for")]
    return {"".join(part[0] for part in kept) for kept in (parts, long) if len(kept) > 1}


def _dotted(words: NameWords) -> bool:
    return any(word.endswith(".") for word in words)


def _cut_short(one: tuple[NameWords, NameWords], other: tuple[NameWords, NameWords]) -> bool:
    """«отд. орг. работы», «Иванов И.И.»: words cut before a full stop, the others the same."""
    if len(one[0]) != len(other[0]):
        return False
    return all(
        lemma == lemma2 or _begins(word, word2) or _begins(word2, word)
        for word, lemma, word2, lemma2 in zip(*one, *other, strict=True)
    )


def _begins(short: str, full: str) -> bool:
    return short.endswith(".") and full.startswith(short[:-1])


def _one_slip(one: tuple[NameWords, NameWords], other: tuple[NameWords, NameWords]) -> bool:
    """At most one slip of the pen a word, in at most two words, or in the spaces between them.

    Short words and numbers allow none: «школа 1» and «школа 2» are not each other's typo.
    """
    if "".join(one[0]) == "".join(other[0]):
        return True
    if len(one[0]) != len(other[0]):
        return False
    pairs = list(zip(*one, *other, strict=True))
    slips = [(word, word2) for word, lemma, word2, lemma2 in pairs if lemma != lemma2]
    return len(slips) <= 2 and all(_slip(word, word2) for word, word2 in slips)


def _slip(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= 5 and one_slip_apart(word, other)
