"""Decides which borders part two parties and which stand inside one name.

The rule is agreement: a name goes on while the words after a comma or «и» stand in a case that
something in it asks for; a new one begins with a noun in the case of the list. Where both are
possible the noun decides: what names a body or a person begins a party, a field of work does not.
"""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.parties.asides import names_role
from sheetsync.words.parties.lexicon import (
    CHIEFS,
    DESCRIBING,
    FIELDS,
    FIXED_PAIRS,
    GOVERNED,
    SUBSTANTIVES,
    TEACHERS,
    THEN,
    UNITS,
    is_task,
)
from sheetsync.words.parties.listed import counts_on, is_second_field
from sheetsync.words.parties.noun_phrases import NounPhrase, governed_cases, noun_phrase
from sheetsync.words.parties.owners import owns_too
from sheetsync.words.parties.pieces import Bond, Cluster, Piece, Separator
from sheetsync.words.parties.run_together import runs_on, waits_for_noun
from sheetsync.words.parties.tokens import PartyToken, TokenKind, is_person, names_person
from sheetsync.words.vocabulary import Vocabulary

_NOMINATIVE = frozenset({"nomn"})
# Adjectives that may bring a clause of their own, as participles do.
_CLAUSE_HEADS = frozenset({"ответственный", "подведомственный", "подотчетный"})
_POSTS = SUBSTANTIVES - {"ответственный", "уполномоченный", "уполномочить", "ведущий", "вести"}
# Whatever is put on somebody stands in the accusative; «в архив» says nothing about what follows.
_ADDRESSING = {"в": "", "на": "accs", "к": "datv"}


def clusters(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[Cluster, ...]:
    """The names of a phrase, each with all its pieces; pieces without words stand alone."""
    names: list[Cluster] = []
    case = _NOMINATIVE
    marked = any(piece.ends_line for piece in pieces)
    for at, piece in enumerate(pieces):
        before = names[-1] if names and names[-1].first.tokens else None
        bond, cluster = Bond.HEAD, None
        if piece.link is Separator.BREAK or before is None:
            cluster = Cluster.of(_addressed(piece), vocabulary)
            case = cluster.list_cases
        elif piece.tokens and piece.link is not Separator.ALSO:
            bond = _Border(before, piece, pieces[at + 1 :], case, marked, vocabulary).bond()
        wraps = piece.link is Separator.LINE or is_second_field(names[-1:], piece, vocabulary)
        if bond is Bond.FIELD and wraps:
            names[-1] = names[-1].wrapped(piece, vocabulary)
            continue
        if bond is not Bond.HEAD:
            names[-1] = names[-1].plus(bond, piece)
            continue
        if piece.link is Separator.COLON and _is_label(names[-1:], piece):
            label = names.pop()
            asides = (label.words, *piece.asides)  # roles are there: «Ответственные: …»
            piece = replace(piece, link=label.first.link, asides=asides)
        names.append(cluster or Cluster.of(_addressed(piece), vocabulary))
    return tuple(names)


def _is_label(before: Sequence[Cluster], piece: Piece) -> bool:
    """«Исполнители: …», «Средства информации: …»: what precedes the colon only sums up."""
    if not is_person(piece.tokens[:1]):
        return any(not names_person(cluster.words) for cluster in before)
    words = before[0].words if before else ()
    # Of «закупки: Лосева» it says what she does.
    task = bool(words) and is_task(words[0].key) and not before[0].phrase.party()
    then = any(word.key in THEN for word in words)
    return task or then or (names_role(words) and not names_person(words))


def _addressed(piece: Piece) -> Piece:
    """«на заместителя», «в отдел»: the preposition of an address is no part of the name."""
    case = _ADDRESSING.get(piece.tokens[0].key) if len(piece.tokens) > 1 else None
    if case is None:
        return piece
    joint = (*piece.joint, piece.tokens[0])
    return replace(piece, tokens=piece.tokens[1:], joint=joint, case=piece.case or case)


@frozen_positional
class _Border:
    """One border: the name so far, the piece after it, and all that follows that."""

    before: Cluster
    piece: Piece
    ahead: Sequence[Piece]
    case: frozenset[str]
    marked: bool  # lines of the phrase end with commas: those that do not go on with the next
    vocabulary: Vocabulary

    def bond(self) -> Bond:
        if is_person(self.piece.tokens[:1]):
            return Bond.HEAD
        if counts_on(self.before, self.piece, self.vocabulary):
            return Bond.FIELD
        if self.piece.link is Separator.COLON:
            return self._after_colon()
        if self._hangs():
            return self._after_hanging()
        if self.before.parts[-1][1].brackets and self._phrase().party():
            return Bond.HEAD  # a remark has ended the name before
        if self.piece.link is not Separator.AND and self._is_clause():
            return Bond.CLAUSE
        if self.piece.tokens[0].key in GOVERNED:
            return self._after_preposition()
        return self._by_agreement(self._phrase())

    def _phrase(self) -> NounPhrase:
        """The noun phrase after the border; modifiers may find their noun some pieces later."""
        tokens = list(self.piece.tokens)
        phrase = noun_phrase(tokens, self.vocabulary)
        for piece in self.ahead:
            if phrase.head is not None or piece.link is Separator.BREAK:
                break
            tokens += piece.tokens
            phrase = noun_phrase(tokens, self.vocabulary)
        return phrase

    def _after_colon(self) -> Bond:
        phrase = noun_phrase(self.piece.tokens, self.vocabulary)
        if self.piece.tokens[0].key == "по" and self._several(UNITS):
            return Bond.LIST  # «Департаменты: по труду, культуры»
        if names_role(self.before.words):
            return Bond.HEAD
        if phrase.named:
            return Bond.LIST if self._leads_several() else Bond.HEAD
        if phrase.head is None and phrase.modifiers:
            return Bond.LIST
        dependent = not phrase.cases & self.case or (not phrase.party() and self._several(UNITS))
        return Bond.LIST if dependent and "gent" in phrase.cases else Bond.HEAD

    def _leads_several(self) -> bool:
        """«Директора: ДЮСШ, ЦДТ»: of each."""
        bare = self.before.phrase.head == len(self.before.words) - 1
        return bare and self._several(CHIEFS)

    def _several(self, kind: frozenset[str]) -> bool:
        """«Отделы: культуры, спорта», though «культуры» may be several of them."""
        own = self.before.phrase
        return ("nomn", "plur", "") in own.slots and bool(own.lemmas & kind)

    def _last(self) -> PartyToken:
        return self.before.parts[-1][1].tokens[-1]

    def _hangs(self) -> bool:
        """Whether the name so far ends in a modifier or a preposition that waits for its noun."""
        last = self._last()
        if last.kind is not TokenKind.WORD:
            return False
        if last.key in GOVERNED:
            return True
        word = self.vocabulary.word(last.key)
        # «Ожегова» is no modifier.
        adjective = not word.nouns or bool(word.lemmas & DESCRIBING)
        waits = any("Poss" not in form.marks for form in word.modifiers) and adjective
        return waits and not word.lemmas & SUBSTANTIVES

    def _after_hanging(self) -> Bond:
        phrase = noun_phrase(self.piece.tokens, self.vocabulary)
        begins = phrase.head == 0 and phrase.party() and phrase.cases & self.case
        alone = self.piece.link is not Separator.AND and len(self.before.words) > 1
        # «директора по», and «УВР» on the next line, «сельского», and «поселения».
        last = self._last()
        waits = last.key in GOVERNED or self.vocabulary.word(last.key).modifier_slots & phrase.slots
        is_wrapped = self.piece.link is Separator.LINE and bool(waits)
        return Bond.HEAD if begins and alone and not is_wrapped else Bond.FIELD

    def _is_clause(self) -> bool:
        """«…, наделенные правами»: a participle whose noun stands before the comma."""
        first = self.piece.tokens[0]
        if self.piece.link is Separator.LINE and first.capitalised():
            return False
        forms = self.vocabulary.word(first.key).modifiers
        if any(form.lemma == "который" for form in forms):
            return True
        if any(form.lemma in _POSTS for form in forms):
            return False
        if not any("PRTF" in f.marks or f.lemma in _CLAUSE_HEADS for f in forms):
            return False
        if any(form.lemma in SUBSTANTIVES for form in forms) and not self._may_describe():
            return False  # «комиссия по труду, уполномоченные по труду» are two
        phrase = noun_phrase(self.piece.tokens, self.vocabulary)
        if phrase.head is None or phrase.head == 0:
            return True
        takes_object = any({"PRTF", "actv", "tran"} <= form.marks for form in forms)
        own = self.vocabulary.word(first.key).modifier_slots & phrase.slots
        return not (phrase.agrees and own) or (takes_object and not phrase.party())

    def _may_describe(self) -> bool:
        """«Председатель, уполномоченный по труду» are two people: a post is not authorised."""
        before = self.before.first.tokens
        own = noun_phrase(before, self.vocabulary)
        held = names_person(self.piece.tokens)  # it is a post
        if held or own.lemmas & (CHIEFS | {"зав"}) or own.head is None:
            return False
        described = self.vocabulary.word(before[own.head].key).noun_slots
        return bool(described & self.vocabulary.word(self.piece.tokens[0].key).modifier_slots)

    def _after_preposition(self) -> Bond:
        if self.piece.tokens[0].key not in _ADDRESSING:
            return Bond.FIELD
        phrase = noun_phrase(self.piece.tokens[1:], self.vocabulary)
        return Bond.HEAD if phrase.party() and "accs" in phrase.cases else Bond.FIELD

    def _by_agreement(self, phrase: NounPhrase) -> Bond:
        own = self.before.phrase
        rest = self.before.words[(own.head or 0) + 1 :]
        opened = governed_cases(rest, self.vocabulary)
        if phrase.named:
            return self._short(opened)
        case = self.case if "nomn" in own.cases else self.case | own.cases
        begins, goes_on = bool(phrase.cases & case), bool(phrase.cases & opened)
        if waits_for_noun(self.before, self.piece, phrase, self.vocabulary):
            return Bond.FIELD
        if begins and runs_on(self.before, self.piece, phrase, self.vocabulary):
            return Bond.FIELD
        if owns_too(self.before, self.piece, phrase, self.vocabulary):
            return Bond.FIELD
        if begins and not goes_on:
            return Bond.TWIN if self._twins(own, phrase) else Bond.HEAD
        if goes_on and not begins:
            return Bond.FIELD
        if begins and self.marked and self.piece.link is Separator.LINE:
            return Bond.HEAD if self.piece.tokens[0].capitalised() else Bond.FIELD
        if begins:
            first = self.piece.tokens[:2]
            media = [token.key for token in first] == ["средства", "массовой"]
            somebody = phrase.party() or first[0].capitalised() or media
            return Bond.HEAD if somebody and not self._shares_chief(own) else Bond.FIELD
        if self.piece.link is Separator.LINE and "gent" in phrase.cases:
            return Bond.FIELD  # «Начальник», and «Отдела кадров» on the next line
        # «Сомов И.И. и 8 «Б» класс»; «Сомовы М. и П.» are one.
        both = self.piece.link is Separator.AND and len(self.piece.tokens) > 1
        whole = self.piece.link is Separator.COMMA or (both and is_person((self._last(),)))
        return Bond.HEAD if phrase.party() or whole else Bond.FIELD

    def _short(self, opened: frozenset[str]) -> Bond:
        """An abbreviation has no case: it goes on as a field, or when what follows it does."""
        if (self.before.words[-1].key, self.piece.tokens[0].key) in FIXED_PAIRS:
            return Bond.FIELD
        own = self.before.phrase
        if self.piece.link is Separator.LINE and own.head == len(self.before.words) - 1:
            # «Главное управление», and «МЧС» on the next line; «Директор», and «МБУ «Луч»».
            named = self.piece.tokens[1:2] and self.piece.tokens[1].kind is not TokenKind.WORD
            over = own.lemmas & (UNITS | CHIEFS if named else UNITS) and "sing" in own.numbers
            return Bond.FIELD if over or self.marked else Bond.HEAD
        if not opened:
            return Bond.HEAD
        if self.piece.tokens[0].key in FIELDS or self._are_subjects():
            return Bond.FIELD
        for piece in self.ahead[:1]:
            phrase = noun_phrase(piece.tokens, self.vocabulary)
            inside = piece.link in (Separator.COMMA, Separator.AND) and not phrase.party()
            if inside and phrase.cases & opened and not phrase.cases & self.case:
                return Bond.FIELD
        return Bond.HEAD

    def _are_subjects(self) -> bool:
        """«Учителя ДП и МП»."""
        first, last = self.before.first.tokens[0], self._last()
        short = last.kind is TokenKind.SHORT and self.piece.link is Separator.AND
        return short and bool(self.vocabulary.word(first.key).noun_lemmas & TEACHERS)

    def _twins(self, own: NounPhrase, other: NounPhrase) -> bool:
        """«министерства и ведомства»: two bare plurals of things are one group."""
        if self.piece.link is not Separator.AND or len(self.piece.tokens) > 1:
            return False
        bare = len(self.before.parts) == 1 and own.head == len(self.before.first.tokens) - 1
        things = not (own.animate or other.animate or own.named)
        plural = "plur" in own.numbers and "plur" in other.numbers
        return bare and things and plural and not (own.lemmas & UNITS and other.lemmas & UNITS)

    def _shares_chief(self, own: NounPhrase) -> bool:
        """«руководителей школ и компаний»: in a genitive list one chief may cover both."""
        chief = bool(own.lemmas & CHIEFS) and "nomn" not in own.cases
        return chief and self.piece.link is Separator.AND
