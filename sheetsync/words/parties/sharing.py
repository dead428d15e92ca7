"""Several parties that share a word: «отделы кадров и труда» are two."""

from collections.abc import Sequence

from sheetsync.model.language import capital
from sheetsync.words.parties.lexicon import (
    BODIES,
    CHIEFS,
    DEPUTIES,
    FIXED_PAIRS,
    GOVERNED,
    OWNERS,
    POSTS,
    REGIONS,
    TEACHERS,
    UNITS,
)
from sheetsync.words.parties.noun_phrases import NounPhrase, choose_slot, noun_phrase, turned
from sheetsync.words.parties.pieces import Bond, Cluster, Separator
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens
from sheetsync.words.vocabulary import Slot, Vocabulary

_PLURAL = frozenset({"nomn", "plur"})
_SINGULAR = frozenset({"nomn", "sing"})
_NOMINATIVE = frozenset({"nomn"})
_OWNING = ("gent", "nomn")


def members(cluster: Cluster, cases: Sequence[str], vocabulary: Vocabulary) -> tuple[Tokens, ...]:
    """The names that share words in this cluster, in the nominative; none where it is one name.

    `cases` are those in which the list may stand, the likeliest first.
    """
    bonds = {bond for bond, _ in cluster.parts}
    if len(cluster.parts) == 1 or bonds & {Bond.CLAUSE, Bond.TWIN}:
        return ()
    subjects = _by_subject(cluster, cases, vocabulary)
    if subjects:
        return subjects
    phrase = cluster.phrase
    if phrase.head is None:
        return _shared_noun_behind(cluster, cases, vocabulary)
    slot = choose_slot(phrase, cases)
    known = UNITS | POSTS | (BODIES if Bond.LIST in bonds else frozenset())
    if slot is None or not (phrase.lemmas & known or _several(phrase, slot)):
        return ()
    common, elements = _elements(cluster, phrase, slot, vocabulary)
    front = cluster.first.tokens[: phrase.head + 1]
    return tuple(_headed((front, common), slot, element, vocabulary) for element in elements)


def _by_subject(
    cluster: Cluster, cases: Sequence[str], vocabulary: Vocabulary
) -> tuple[Tokens, ...]:
    """«Учителя химии, истории», «МО учителей химии, истории»: commas part subjects.

    «…, русского языка и литературы» is one subject, «химии, физики и истории» are three.
    """
    first, rest = cluster.first.tokens, [piece for _, piece in cluster.parts[1:]]
    teach = (at for at, word in enumerate(first[:2]) if _teachers(word, vocabulary))
    behind = next(teach, -1) + 1
    own = first[behind:]
    links = [piece.link for piece in rest]
    governed = any(word.key in GOVERNED for word in cluster.words[behind:])
    if not behind or not own or governed:
        return ()
    three = Separator.COMMA in links and links[-1] is Separator.AND
    three = three and links.count(Separator.AND) == 1
    groups, last = [own], own
    for piece in rest:
        apart = piece.tokens[0].kind is TokenKind.SHORT or (three and last[-1].key != "языка")
        if piece.link is Separator.AND and not apart:
            groups[-1] = (*groups[-1], *piece.joint, *piece.tokens)
        else:
            groups.append(piece.tokens)
        last = piece.tokens
    if len(groups) == 1:
        return ()
    slot = choose_slot(noun_phrase(first[:behind], vocabulary), cases)
    front = turned(first[:behind], slot, _PLURAL, vocabulary) if slot else first[:behind]
    return tuple((*front, *group) for group in groups)


def _teachers(word: PartyToken, vocabulary: Vocabulary) -> bool:
    known = vocabulary.word(word.key)
    many = any("plur" in form.marks for form in known.nouns)
    return many and bool(known.noun_lemmas & TEACHERS)


def _several(phrase: NounPhrase, slot: Slot) -> bool:
    """«Воспитатели»: each group may have several."""
    return phrase.animate and slot[1] == "plur" and not phrase.lemmas & POSTS


def _shared_noun_behind(
    cluster: Cluster, cases: Sequence[str], vocabulary: Vocabulary
) -> tuple[Tokens, ...]:
    """«Правовой и финансовый отделы»: one noun behind several modifiers."""
    *before, last = (piece.tokens for _, piece in cluster.parts)
    phrase = noun_phrase(last, vocabulary)
    if phrase.head is None or not phrase.modifiers or not phrase.lemmas & (UNITS | POSTS):
        return ()
    shared = last[phrase.modifiers[0] + 1 :]
    named = ((*words, *shared) for words in (*before, last[: phrase.modifiers[0] + 1]))
    return tuple(_agreeing(words, cases, vocabulary) for words in named)


def _agreeing(words: Tokens, cases: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """Modifiers in the nominative, and their noun in the number of the first of them."""
    words = _matching(words, cases, vocabulary)
    slot = choose_slot(noun_phrase(words, vocabulary), cases)
    return turned(words, slot, _NOMINATIVE, vocabulary) if slot else words


def _elements(
    cluster: Cluster, phrase: NounPhrase, slot: Slot, vocabulary: Vocabulary
) -> tuple[Tokens, list[Tokens]]:
    """What follows the head for all («директора по»), and what each party has for itself."""
    rest = cluster.first.tokens[(phrase.head or 0) + 1 :]
    others = [piece.tokens for _, piece in cluster.parts[1:]]
    if cluster.parts[1][0] is Bond.LIST:
        return rest, _completed(others, vocabulary) if all(others) else []
    size = _common_size(rest, others, phrase)
    own = [rest[size:], *others]
    if not all(own) or not _may_share(cluster, own, (phrase, slot), vocabulary):
        return (), []
    return rest[:size], _completed(own, vocabulary)


def _common_size(behind: Tokens, others: list[Tokens], phrase: NounPhrase) -> int:
    """How much of what follows the head is said for all: «заместители директора по»."""
    places = [at for at, token in enumerate(behind) if token.key in GOVERNED]
    repeated = bool(others[0]) and others[0][0].key in GOVERNED
    if not places or not phrase.lemmas & DEPUTIES:
        return 0
    return places[0] if repeated else places[0] + 1


def _may_share(
    cluster: Cluster, own: list[Tokens], head: tuple[NounPhrase, Slot], vocabulary: Vocabulary
) -> bool:
    phrase, slot = head
    if phrase.lemmas & DEPUTIES:
        return slot[1] == "plur" or _abbreviated(own)
    if slot[1] == "sing":
        return False
    if any(token.key in GOVERNED for words in own for token in words):
        repeated = all(words and words[0].key == own[0][0].key for words in own)
        return bool(phrase.lemmas & UNITS) and own[0][0].key in GOVERNED and repeated
    if phrase.lemmas & UNITS:  # «администрации городских и сельских поселений» are of many each
        many = ("gent", "plur", "") in noun_phrase(own[-1], vocabulary).slots
        numbers = {number for _, number, _ in vocabulary.word(own[0][-1].key).modifier_slots}
        return "sing" in numbers or not (many and _waits(own[0], vocabulary))
    if _several(phrase, slot):  # «воспитатели старшей и младшей групп»
        return all(_waits(words, vocabulary) for words in own[:-1])
    chief = bool(phrase.lemmas & CHIEFS) and cluster.parts[-1][1].link is Separator.AND
    if any(word.key == "всех" for word in own[-1][1:]):
        return False  # «… предприятий и организаций всех форм собственности»: said of all
    phrases = [noun_phrase(words, vocabulary) for words in own]
    if phrases[0].lemmas & UNITS and not any(found.party() for found in phrases[1:]):
        return False  # «начальники отделов кадров и закупок»: what follows are fields of work
    # «главы администраций городского и сельских поселений»: of these it says whose they are.
    owned = phrases[0].head is not None and bool(vocabulary.word(own[0][-1].key).modifiers)
    plural = all(("gent", "plur", "") in found.slots for found in phrases) and not owned
    return chief and (plural or phrases[0].head is None)


def _abbreviated(own: list[Tokens]) -> bool:
    """«зам. директора по УР и НМР»: each a field in capitals, and not one field by habit."""
    short = all(len(words) == 1 and words[0].kind is TokenKind.SHORT for words in own)
    return short and tuple(words[0].key for words in own) not in FIXED_PAIRS


def _completed(own: list[Tokens], vocabulary: Vocabulary) -> list[Tokens]:
    *before, last = own
    tail = owner_tail(last, vocabulary)
    phrase = noun_phrase(last, vocabulary)
    shared = last[phrase.modifiers[0] + 1 :] if phrase.modifiers else ()
    done: list[Tokens] = []
    for words in before:
        if _waits(words, vocabulary):
            done.append(_matching((*words, *shared), _OWNING, vocabulary))
        else:
            done.append(words if owner_tail(words, vocabulary) else (*words, *tail))
    return [*done, _matching(last, _OWNING, vocabulary)]


def _waits(words: Tokens, vocabulary: Vocabulary) -> bool:
    """Whether the words are only modifiers; a lone «городского» is one here, not a noun."""
    last = bool(vocabulary.word(words[-1].key).modifiers)
    found = noun_phrase(words, vocabulary)
    return (len(words) == 1 and last) or (found.head is None and bool(found.modifiers))


def _matching(words: Tokens, cases: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """The shared noun in the number of the modifier that it was shared by."""
    noun = noun_phrase(words[1:], vocabulary)
    slots = sorted(vocabulary.word(words[0].key).modifier_slots)
    fitting = (slot for case in cases for slot in slots if slot[0] == case and case in noun.cases)
    slot = next(fitting, None)
    own = choose_slot(noun, slot[:1]) if slot else None
    if slot is None or own is None or slot[1] == own[1]:
        return words
    return (words[0], *turned(words[1:], own, frozenset(slot[:2]), vocabulary))


def _headed(
    shared: tuple[Tokens, Tokens], slot: Slot, element: Tokens, vocabulary: Vocabulary
) -> Tokens:
    """The shared noun, what follows it for all, and one element of its own."""
    front, common = shared
    phrase = noun_phrase(element, vocabulary)
    lone_modifier = phrase.head is None and bool(phrase.modifiers) and len(element) == 1
    shared_by = noun_phrase(front, vocabulary)
    # «Начальники отделов и цехов» are several of each; «отделы кадров» are one.
    bodies = bool(phrase.lemmas & (BODIES | REGIONS))
    several = bodies or (shared_by.animate and phrase.numbers == {"plur"})
    many = ("gent", "plur", "") in phrase.slots and several and not phrase.named
    many = many or _several(shared_by, slot)
    head = turned(front, slot, _PLURAL if many else _SINGULAR, vocabulary)
    if not lone_modifier:
        return (*head, *common, *element)
    if head[0].capitalised():  # «Отделы: правовой»
        first, noun = capital(element[0].text), head[0].text.lower()
        element, head = (element[0].worded(first),), (head[0].worded(noun), *head[1:])
    return (*element, *head, *common)


def owner_tail(words: Tokens, vocabulary: Vocabulary) -> Tokens:
    """The words at the end of a name that say whose it is («Смоленского Профобъединения»).

    They begin after the first noun with a capital letter or with a known owner in the genitive,
    and no preposition follows.
    """
    at = _after_head(words, 0, vocabulary)
    while 0 < at < len(words):
        if words[at].key in GOVERNED:
            at = _after_head(words, at + 1, vocabulary)
        elif _owns(words[at:], vocabulary):
            return words[at:]
        else:
            at += 1
    return ()


def _after_head(words: Tokens, start: int, vocabulary: Vocabulary) -> int:
    """Where the noun phrase that begins at `start` is over; 0 where there is none."""
    head = noun_phrase(words, vocabulary, start).head
    return 0 if head is None else head + 1


def _owns(words: Tokens, vocabulary: Vocabulary) -> bool:
    phrase = noun_phrase(words, vocabulary)
    singular = {("gent", "sing")} & {slot[:2] for slot in phrase.slots}
    owner = bool(phrase.lemmas & OWNERS) or words[0].capitalised()
    plain = words[0].kind is TokenKind.WORD and all(word.key not in GOVERNED for word in words)
    return phrase.head is not None and bool(singular) and owner and plain
