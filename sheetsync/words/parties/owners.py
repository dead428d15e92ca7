"""Whose a party is, where only its neighbour says so: «председатель и члены комиссии», «его …»."""

import re
from dataclasses import replace

from sheetsync.words.parties.lexicon import BODIES, POSSESSIVES, REGIONS
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import NounPhrase, choose_slot, noun_phrase, turned
from sheetsync.words.parties.pieces import Cluster, Piece, Separator
from sheetsync.words.parties.places import is_place
from sheetsync.words.parties.sharing import owner_tail
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens
from sheetsync.words.vocabulary import Vocabulary

_CHIEFS_OF = frozenset({"председатель", "начальник"})
# A lone abbreviated ministry or service shares the country of the one after it.
_MINISTRY = re.compile(r"мин(?!ист)\w{3,}|рос\w{3,}")

_DATIVES = frozenset({"им", "ему", "ей"})
_GENDERS = {"его": frozenset({"masc", "neut"}), "ее": frozenset({"femn"})}


def with_owners(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """A bare plural takes the owner of the party right after it («…, специалисты Союза»)."""
    done: list[PartyDraft] = []
    # From the end: an owner passes along a whole row of bare plurals.
    for draft in reversed(drafts):
        owner = _owner(draft, done[-1], vocabulary) if done else ()
        done.append(replace(draft, words=(*draft.words, *owner)) if owner else draft)
    return done[::-1]


def owns_too(before: Cluster, piece: Piece, phrase: NounPhrase, vocabulary: Vocabulary) -> bool:
    """«Пресс-служба мэра и правительства»: of both; «г. Твери и области»: no region is a party.

    The `phrase` that begins with the piece would be several in the nominative.
    """
    numbers = {number for case, number, _ in phrase.slots if case == "nomn"}
    owned = ("gent", "sing") in {slot[:2] for slot in phrase.slots} and numbers == {"plur"}
    if piece.link is not Separator.AND or not owned:
        return False
    last = before.parts[-1][1].tokens[-1]
    behind = noun_phrase(piece.tokens, vocabulary, (phrase.head or 0) + 1)
    if phrase.lemmas & REGIONS:
        return is_place(last) or behind.head is None
    one = {"anim", "gent", "sing"}
    somebody = any(one <= form.marks for form in vocabulary.word(last.key).nouns)
    return somebody and bool(phrase.lemmas & BODIES) and behind.numbers != {"plur"}


def _owner(draft: PartyDraft, after: PartyDraft, vocabulary: Vocabulary) -> Tokens:
    """The words at the end of the party after it that say whose this one is; often none."""
    link = after.cluster.first.link
    if link not in (Separator.COMMA, Separator.AND) or draft.cluster is after.cluster:
        return ()
    if draft.names_person():
        return ()
    phrase = noun_phrase(draft.words, vocabulary)
    if phrase.head != len(draft.words) - 1:
        return ()
    other = noun_phrase(after.words, vocabulary)
    if _ministry(draft.words[phrase.head]) and _ministry(after.words[0]):
        return owner_tail(after.words, vocabulary)
    if phrase.named or other.named:
        return ()
    many = _number(phrase) == "plur" and (_number(other) == "plur" or not after.sole)
    alike = many or (link is Separator.AND and _number(phrase) == _number(other))
    if alike and (tail := owner_tail(after.words, vocabulary)):
        return tail
    chief = link is Separator.AND and phrase.lemmas & _CHIEFS_OF and _number(phrase) == "sing"
    return _body(after.words, vocabulary) if chief else ()


def _body(words: Tokens, vocabulary: Vocabulary) -> Tokens:
    """The body of «председатель и члены комиссии»; a field of work has no chairman."""
    phrase = noun_phrase(words, vocabulary)
    tail = words[(phrase.head or 0) + 1 :]
    owner = noun_phrase(tail, vocabulary)
    one = ("gent", "sing") in {slot[:2] for slot in owner.slots} and bool(owner.lemmas & BODIES)
    return tail if one and not owner.named else ()


def _number(phrase: NounPhrase) -> str:
    slot = choose_slot(phrase, ("nomn",))
    return slot[1] if slot else ""


def _ministry(token: PartyToken) -> bool:
    return token.text[:1].isupper() and bool(_MINISTRY.fullmatch(token.key))


def without_pronouns(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«председатель, его заместители»: the pronoun gives way to the party before it."""
    done = drafts[:1]
    for draft in drafts[1:]:
        words = _named_fully(draft.words, done[-1].words, vocabulary)
        done.append(draft if words == draft.words else replace(draft, words=words))
    return done


def _named_fully(words: Tokens, before: Tokens, vocabulary: Vocabulary) -> Tokens:
    keys = [word.key for word in words]
    if keys[0] in POSSESSIVES and len(words) > 1:
        owner = _owner_of_gender(before, keys[0], vocabulary)
        return (*words[1:], *(owner or _in_case(before, "gent", vocabulary)))
    participle = bool(vocabulary.word(keys[0]).modifiers)  # none before «им. Пушкина»
    if len(words) > 2 and keys[1] in _DATIVES and participle:  # «подведомственные им организации»
        comma = PartyToken(",", words[0].start, words[0].start, TokenKind.MARK, ",")
        return (*words[2:], comma, words[0], *_in_case(before, "datv", vocabulary))
    return words


def _owner_of_gender(before: Tokens, pronoun: str, vocabulary: Vocabulary) -> Tokens:
    """The commission of «секретарь комиссии, её члены»: the pronoun does not fit the secretary."""
    genders = _GENDERS.get(pronoun, frozenset())
    phrase = noun_phrase(before, vocabulary)
    own = {slot[2] for slot in phrase.slots if slot[:2] == ("nomn", "sing")}
    if phrase.head is None or not genders or not own or own & genders:
        return ()
    rest = before[phrase.head + 1 :]
    other = noun_phrase(rest, vocabulary)
    fits = any(slot[:2] == ("gent", "sing") and slot[2] in genders for slot in other.slots)
    return rest if other.head is not None and fits else ()


def _in_case(words: Tokens, case: str, vocabulary: Vocabulary) -> Tokens:
    slot = choose_slot(noun_phrase(words, vocabulary), ("nomn",))
    return turned(words, slot, frozenset({case, slot[1]}), vocabulary) if slot else words
