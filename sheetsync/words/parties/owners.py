"""Whose a party is, where only its neighbour says so: «председатель и члены комиссии»."""

import re
from dataclasses import replace

from sheetsync.words.parties.lexicon import BODIES
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import NounPhrase, choose_slot, noun_phrase
from sheetsync.words.parties.pieces import Separator
from sheetsync.words.parties.sharing import Tokens, owner_tail
from sheetsync.words.parties.tokens import PartyToken
from sheetsync.words.vocabulary import Vocabulary

_CHIEFS_OF = frozenset({"председатель", "начальник"})
# A lone abbreviated ministry or service shares the country of the one after it.
_MINISTRY = re.compile(r"мин(?!ист)\w{3,}|рос\w{3,}")


def with_owners(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """A bare plural takes the owner of the party right after it («…, специалисты Союза»)."""
    done: list[PartyDraft] = []
    # From the end: an owner passes along a whole row of bare plurals.
    for draft in reversed(drafts):
        owner = _owner(draft, done[-1], vocabulary) if done else ()
        done.append(replace(draft, words=(*draft.words, *owner)) if owner else draft)
    return done[::-1]


def _owner(draft: PartyDraft, after: PartyDraft, vocabulary: Vocabulary) -> Tokens:
    """The words at the end of the party after it that say whose this one is; often none."""
    link = after.cluster.first.link
    if link not in (Separator.COMMA, Separator.AND) or draft.cluster is after.cluster:
        return ()
    phrase = noun_phrase(draft.words, vocabulary)
    if phrase.head != len(draft.words) - 1 or draft.names_person():
        return ()
    other = noun_phrase(after.words, vocabulary)
    tail = owner_tail(after.words, vocabulary)
    if _ministry(draft.words[phrase.head]) and _ministry(after.words[0]):
        return tail
    if phrase.named or other.named:
        return ()
    many = _number(phrase) == "plur" and (_number(other) == "plur" or not after.sole)
    if many or (link is Separator.AND and _number(phrase) == _number(other)):
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
