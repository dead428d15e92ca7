"""Names the parties of a phrase, once it is clear which words belong together."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.parties.lexicon import ALL
from sheetsync.words.parties.noun_phrases import NounPhrase, choose_slot, noun_phrase, turned
from sheetsync.words.parties.pieces import Bond, Cluster
from sheetsync.words.parties.sharing import members
from sheetsync.words.parties.surnames import cases_of, nominative_person
from sheetsync.words.parties.tokens import (
    DASHES,
    PartyToken,
    TokenKind,
    Tokens,
    Words,
    capitalised_like,
    names_person,
)
from sheetsync.words.vocabulary import CASES, Vocabulary

_NOMINATIVE = frozenset({"nomn"})
_UNCHANGED = frozenset({"nomn", "accs"})  # of things both look alike


@frozen_positional
class PartyDraft:
    """A party on its way: its words in the nominative and the cluster that it comes from.

    `start` and `end` are its place in the phrase, `sole` says that the cluster is this party,
    `doubt` is the code of what is to be told of it.
    """

    words: Tokens
    cluster: Cluster
    start: int
    end: int
    sole: bool = True
    doubt: str = ""

    def names_person(self) -> bool:
        """Whether somebody's own name is part of it."""
        return names_person(self.words)

    @property
    def joined(self) -> Tokens:
        """The border before it without ends of lines, to stand inside one name."""
        return tuple(t for t in self.cluster.first.joint if t.kind is not TokenKind.LINE)

    def name(self) -> str:
        """The name as one line; spaces stand where they stood, or between words put together."""
        texts = [token.text for token in self.words[:1]]
        for before, token in pairwise(self.words):
            texts.append(f" {token.text}" if _apart(before, token) else token.text)
        return " ".join("".join(texts).split())


def _apart(before: PartyToken, token: PartyToken) -> bool:
    """Whether a space stands between: always between words, beside a mark as it was written."""
    if token.text in {",", ".", "%"}:
        return False
    marked = TokenKind.MARK in (before.kind, token.kind) and before.text != ","
    return not (marked and before.end == token.start)


def list_cases(clusters: Sequence[Cluster], *, column: str = "") -> tuple[str, ...]:
    """The cases in which a list may stand, the one that most of its names allow first.

    Of several, that of the column's other cells comes first.
    """
    asked = {c.first.case for c in clusters} - {""}
    votes = dict.fromkeys(CASES, 0)
    for cluster in clusters:
        for case in _votes(cluster.phrase.cases):
            votes[case] += 1
    return tuple(sorted(CASES, key=lambda case: (case not in asked, -votes[case], case != column)))


def _votes(cases: frozenset[str]) -> frozenset[str]:
    """The cases that a name speaks for."""
    # Things look alike in the nominative and the accusative: only the former is a vote.
    return cases - {"accs"} if "nomn" in cases else cases


def drafts(cluster: Cluster, cases: Sequence[str], vocabulary: Vocabulary) -> list[PartyDraft]:
    """The parties of one cluster: one, or several that share words."""
    tokens = cluster.words
    start, end = tokens[0].start, max(token.end for token in tokens)
    shared = members(cluster, cases, vocabulary)
    if shared:
        return [PartyDraft(words, cluster, start, end, sole=False) for words in shared]
    words = _with_all(_one_cluster(cluster, cases, vocabulary), cluster, vocabulary)
    return [PartyDraft(words, cluster, min(start, words[0].start), end)]


def _with_all(words: Tokens, cluster: Cluster, vocabulary: Vocabulary) -> Tokens:
    """«Все сотрудники» are a whole; of bodies each is one, «все отделы» are «отделы»."""
    asides = cluster.first.asides  # nearly always none
    every = next((said[0] for said in asides if len(said) == 1 and said[0].key in ALL), None)
    if every is None:
        return words
    phrase = noun_phrase(words, vocabulary)
    if not phrase.animate or ("nomn", "plur", "") not in phrase.slots:
        return words
    return (every.worded(capitalised_like(every.text, "все")), *words)


def _one_cluster(cluster: Cluster, cases: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """All words of a cluster as one name: the head, its clause and its twin in the nominative."""
    fitting = _fitting(cluster.words, cases, vocabulary)
    words: list[PartyToken] = []
    for at, (bond, piece) in enumerate(cluster.parts):
        words += [token for token in piece.joint if at and token.kind is not TokenKind.LINE]
        if bond is Bond.CLAUSE:
            # In another case than the head's it belongs to a noun behind that.
            slot = choose_slot(cluster.phrase, fitting)
            words += _clause(piece.tokens, slot[:1] if slot else fitting, vocabulary)
        elif bond in (Bond.HEAD, Bond.TWIN):
            front = noun_phrase(piece.tokens, vocabulary) if at else cluster.phrase
            words += _posts(piece.tokens, front, fitting, vocabulary)
        else:
            words += piece.tokens
    return tuple(_named_plainly(word, fitting, vocabulary) for word in words)


def _clause(tokens: Words, cases: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """«…, наделенные правами»: the participle agrees with its noun, the rest is its own."""
    slot = choose_slot(noun_phrase(tokens[:1], vocabulary), cases)
    if slot is None or slot[0] == "nomn":
        return tuple(tokens)
    return (*turned(tokens[:1], slot, _NOMINATIVE, vocabulary), *tokens[1:])


def _fitting(tokens: Words, cases: Sequence[str], vocabulary: Vocabulary) -> Sequence[str]:
    """The cases of the list, first those in which both the head and the person can stand."""
    people = [cases_of(token, vocabulary) for token in tokens if token.kind is TokenKind.PERSON]
    if not people:
        return cases
    phrase = noun_phrase(tokens, vocabulary)
    shared = frozenset(CASES).intersection(phrase.cases, *people)
    if not shared and phrase.cases <= _UNCHANGED and not _cut_short(tokens, phrase):
        return ("nomn",)
    return sorted(cases, key=lambda case: case not in shared)


def _cut_short(tokens: Words, phrase: NounPhrase) -> bool:
    """Whether the head is an abbreviation: «зав. Громовой А.А.» may be of any case."""
    if phrase.head is None:
        return True
    head = tokens[phrase.head]
    return head.text.endswith(".") or len(head.text) != head.end - head.start


def _posts(
    tokens: Words, front: NounPhrase, cases: Sequence[str], vocabulary: Vocabulary
) -> Tokens:
    """A post after a dash is turned like the one before: «заместитель – начальник отдела»."""
    cut = next((at for at, token in enumerate(tokens) if token.text in DASHES), len(tokens))
    words = tuple(tokens[:cut])
    slot = choose_slot(front, cases)
    if slot and slot[0] != "nomn":
        words = turned(words, slot, _NOMINATIVE, vocabulary)
    if cut == len(tokens):
        return words
    other = tokens[cut + 1 :]
    same = [slot[0]] if slot else []
    return (*words, tokens[cut], *_posts(other, noun_phrase(other, vocabulary), same, vocabulary))


def _named_plainly(word: PartyToken, cases: Sequence[str], vocabulary: Vocabulary) -> PartyToken:
    if word.kind is not TokenKind.PERSON:
        return word
    own = cases_of(word, vocabulary)
    # «Механик Садовой»: beside a post in the nominative nobody is put into another one.
    case = next((case for case in cases if case in own), "nomn")
    return word.worded(nominative_person(word, case, vocabulary))


def with_holder(
    draft: PartyDraft, person: PartyToken, cases: Sequence[str], vocabulary: Vocabulary
) -> PartyDraft:
    """The post with the name of the person who holds it."""
    fitting = _fitting((*draft.cluster.first.tokens, person), cases, vocabulary)
    holder = _named_plainly(person, fitting, vocabulary)
    return replace(draft, words=(*draft.words, holder), end=person.end)
