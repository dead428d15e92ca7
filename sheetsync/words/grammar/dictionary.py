"""What the dictionary tells of words beside a time: whether they name, predicate or label."""

from collections.abc import Sequence

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.lexicon.beside import (
    NO_AFFAIRS,
    is_dated_paper,
    is_harmless,
    is_no_affair,
    is_no_quality,
)
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.pattern import pattern
from sheetsync.words.vocabulary import Vocabulary, Word

_UNKNOWN = frozenset({"UNKN", "LATN"})
_PREDICATES = frozenset({"ADJS", "PRTS", "PRED", "COMP", "VERB"})
_RUSSIAN = pattern("(?!.*ння$)[а-я]{4,}")  # the dictionary guesses at Ukrainian words
_NOUNS = frozenset({"NOUN", "ADJF", "PRTF", "UNKN"})
OF_VILLAGES = ("ино", "ово", "ево")
"""How the names of villages end that no dictionary has."""


def may_name(word: str, vocabulary: Vocabulary) -> bool:
    """A capital begins a name here, no mere phrase: "15 мая (Вязьма)", not "май (Забыли)"."""
    forms = vocabulary.word(word).forms
    return (
        not forms
        or _is_village(word, vocabulary)
        or (bool(forms[0].marks & _NOUNS) and not is_no_affair(word))
    )


def _is_village(word: str, vocabulary: Vocabulary) -> bool:
    """«Забелино», which no dictionary has and takes for an adjective."""
    known = any(form.reading.is_known for form in vocabulary.word(word).forms)
    return word.endswith(OF_VILLAGES) and not known


def may_label(words: Sequence[str], vocabulary: Vocabulary | None) -> bool:
    """Words that may head a time, "тарификация: до 5 мая": an affair or a name, no "образец: …"."""
    if vocabulary is None:
        return not any(word.startswith(NO_AFFAIRS) for word in words)
    known = [vocabulary.word(word) for word in words]
    # Behind its noun other nouns only say of what: "график отпусков".
    head = next((at for at, each in enumerate(known) if each.nouns), len(words)) + 1
    called = [_may_be_called(word, each) for word, each in zip(words[:head], known, strict=False)]
    # Not "справочно: …"; what no dictionary has may be a name, and «а)» is a letter.
    nouns = any(each.nouns or each.modifiers or each.marks & _UNKNOWN for each in known)
    return (nouns or max(map(len, words)) == 1) and all(called)


def _may_be_called(word: str, known: Word) -> bool:
    if known.nouns or not known.modifiers:
        return is_dated_paper(word) or not is_no_affair(word)
    return not is_no_quality(word)


def is_predicate(word: str, vocabulary: Vocabulary) -> bool:
    """It says how things are or were: "дом закрыт", "дата неизвестна", "лагерь закрылся"."""
    forms = vocabulary.word(word).forms if _RUSSIAN.fullmatch(word) else ()
    if (
        not forms
        or ("VERB" in forms[0].marks and is_harmless(word))
        or _is_village(word, vocabulary)
    ):
        return False  # "участвуют все"
    return not is_nominal(vocabulary.word(word)) and bool(forms[0].marks & _PREDICATES)


def tells_past(cursor: Cursor, since: int) -> bool:
    """The words from there on say what somebody did: "по графику, его обещали дать до 20.02"."""
    words = [each.word for each in cursor.spoken[since : cursor.at] if each.kind is Kind.WORD]
    known = [cursor.vocabulary.word(word).forms[:1] for word in words] if cursor.vocabulary else []
    return any({"VERB", "past"} <= form.marks for forms in known for form in forms)


def is_nominal(word: Word) -> bool:
    """A noun or an adjective at least as likely as anything else that it can be: «саженцев»."""
    best = [form for form in word.forms if form.reading.score >= word.forms[0].reading.score]
    return any(form.marks & _NOUNS for form in best)
