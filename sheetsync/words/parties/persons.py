"""Finds people in a phrase by initials or patronymic; `surnames` knows their cases."""

import re
from dataclasses import replace
from itertools import takewhile

from sheetsync.words.cleaning import fold, word_set
from sheetsync.words.parties.lexicon import (
    BEASTS,
    BODIES,
    DESCRIBING,
    GOVERNED,
    JOINERS,
    ORDERS,
    OWNERS,
    POSTS,
    PUBLIC,
    SUBSTANTIVES,
    THEN,
    is_role,
)
from sheetsync.words.parties.surnames import cases_of
from sheetsync.words.parties.tokens import PartyToken, TokenKind, Tokens, Words
from sheetsync.words.vocabulary import NAMES, Vocabulary, Word

# Endings of surnames in all cases, for those that the dictionary does not know as such.
_SURNAME = re.compile(
    r"(?:(?:ов|ев|ин|ын)(?:а|у|ым|ой|е)?|(?:ов|ев)(?:ая|ого|ому|ую)|(?:ск|цк)(?:ий|ого|ому|им|ая|ой|ую)|енко|ко|ых|их|ян|дзе"
    r"|(?:ук|юк|ич|ер|ман)(?:а|у|ом|ем)?)\Z"
)
# «библиотека им. А.С. Пушкина»: that person is no party.
_NAMED_AFTER = frozenset({"им", "имени", "памяти"})
_NAMED = word_set("музей дом-музей театр школа гимназия лицей галерея усадьба студия фонд")
_BORDERS = (TokenKind.MARK, TokenKind.LINE, TokenKind.BRACKET)
_PARTING = THEN | {"и", "вместо", "руководством", "председательством", "контролем", "надзором"}
_GOING_ON = GOVERNED.keys() | {words[0] for words, _ in JOINERS}
_COMMON = BODIES | POSTS | OWNERS


def find_people(tokens: Words, vocabulary: Vocabulary) -> Tokens:
    """The tokens with every full name or surname with initials joined into one PERSON token."""
    found: list[PartyToken] = []
    at = 0
    while at < len(tokens):
        named_after = at > 0 and tokens[at - 1].key.rstrip(".") in _NAMED_AFTER
        size = 0 if named_after else _size(tokens, at, vocabulary)
        if size and _is_namesake(tokens, at, size, vocabulary):
            size = 0
        found.append(_person(tokens[at : at + size]) if size else tokens[at])
        at += size or 1
    return tuple(found)


def _is_namesake(tokens: Words, at: int, size: int, vocabulary: Vocabulary) -> bool:
    """«Музей А.Н. Лося»: its name rather than whoever works there."""
    if at == 0 or tokens[at].kind is not TokenKind.INITIALS:
        return False
    named = vocabulary.word(tokens[at - 1].key).noun_lemmas & _NAMED
    return bool(named) and "gent" in cases_of(_person(tokens[at : at + size]), vocabulary)


def _size(tokens: Words, at: int, vocabulary: Vocabulary) -> int:
    """How many tokens from `at` on are one person's name; 0 where none begins."""
    first, second = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if second and second.kind is TokenKind.INITIALS and _alike(first, second, vocabulary):
        after = tokens[at + 2 : at + 4]
        # «Старший Е.А. Сомова» is no Старший.
        described = vocabulary.word(first.key).modifiers and not may_be_surname(first, vocabulary)
        own = [token.kind is TokenKind.INITIALS for token in after[1:]] == [True]
        held = _may_be_post(first, vocabulary) and not own
        named = after and may_be_surname(after[0], vocabulary)
        return 0 if named and (described or held) else 2
    if second and first.kind is TokenKind.INITIALS and _alike(second, first, vocabulary):
        return 2
    if not first.text[0].isupper():
        return 0
    return _full_name(tokens[at : at + 3], vocabulary) or _lone_surname(tokens, at, vocabulary)


def _may_be_post(word: PartyToken, vocabulary: Vocabulary) -> bool:
    """«Механик В.П. Лосев»: somebody's post, with his initials before his name."""
    known = vocabulary.word(word.key)
    said = word.key in ORDERS or is_role(word.key)
    return said or (known.animate and not known.lemmas & BEASTS)


def _alike(surname: PartyToken, initials: PartyToken, vocabulary: Vocabulary) -> bool:
    """Whether they are a surname and its initials; «г.о. Королёв» has not the same capitals."""
    same = surname.text[0].isupper() == initials.text[0].isupper()
    if not same:  # «лось Н.Н.» is typed in a hurry
        two = len(initials.text) > 3 and initials.text.isupper() and initials.text[1] == "."
        return two and "Surn" in vocabulary.word(surname.key).marks
    if may_be_surname(surname, vocabulary):
        return True
    # Beside both initials any word with a capital is one, that is no post: «И.О. Директора».
    two = sum(map(str.isalpha, initials.text)) > 1 and "." in initials.text
    both = two and fold(initials.text) != "и.о."
    known = vocabulary.word(surname.key)
    plain = surname.kind is TokenKind.WORD and surname.capitalised()
    named = both or known.animate  # «Дрозд М.»
    described = known.modifiers and not (
        both and known.lemmas.isdisjoint(DESCRIBING | SUBSTANTIVES)
    )
    return named and plain and not (described or known.lemmas & _COMMON)


def _lone_surname(tokens: Words, at: int, vocabulary: Vocabulary) -> int:
    """1 for a surname that is all there is between two borders («Иванов, Петрова»)."""
    if tokens[at].kind is not TokenKind.WORD or not may_be_surname(tokens[at], vocabulary):
        return 0
    word = vocabulary.word(tokens[at].key)
    before, after = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2]
    borders = all(_is_border(side) or _is_post(side, vocabulary) for side in (*before, *after))
    of_several = _holds_with_others(tokens, at, vocabulary)
    if word.modifiers and _shares_noun(tokens[at + 1 :], vocabulary):
        return 0
    if borders and _stands_in_a_row(tokens, at, vocabulary):
        return 1
    if _acts_with(before, after) and is_plain_surname(tokens[at], vocabulary):
        return 1
    if not (borders or of_several) and not (
        all(map(_is_border, after)) and _shares_case(tokens[:at], word, vocabulary)
    ):
        return 0
    forms = word.forms[:2] if _is_common(word) else word.forms
    known = of_several or bool(word.lemmas & BEASTS) or any("Surn" in form.marks for form in forms)
    # All of a bracket, «(Лапина)», is one by its ending alone.
    return int(known or len(tokens) == 1 or not _may_list(word))


def _acts_with(before: Words, after: Words) -> bool:
    """«Белова совместно с отделом», «Белова с классом» are hers, rather than of a place."""
    return all(map(_is_border, before)) and any(word.key in _GOING_ON for word in after)


def _stands_in_a_row(tokens: Words, at: int, vocabulary: Vocabulary) -> bool:
    """«Волков⏎Зайцев⏎Лисин»: each a surname, whatever else one of them could be."""
    if not is_plain_surname(tokens[at], vocabulary):
        return False
    behind, before = tokens[at + 1 : at + 4], tokens[max(0, at - 3) : at][::-1]
    return any(
        len(beside) > 1
        and _is_border(beside[0])
        and all(map(_is_border, beside[2:3]))
        and is_plain_surname(beside[1], vocabulary)
        for beside in (behind, before)
    )


def is_plain_surname(word: PartyToken, vocabulary: Vocabulary) -> bool:
    """Whether it is written as no word that may stand alone, a noun or an adjective."""
    if word.kind is not TokenKind.WORD or not word.capitalised():
        return False
    known = vocabulary.word(word.key)
    common = (form for form in known.nouns if form.reading.is_known and not form.marks & NAMES)
    others = known.modifiers or any("nomn" in form.marks for form in common)
    named = "Surn" in known.marks or bool(known.lemmas & BEASTS)
    return may_be_surname(word, vocabulary) and (named or not others)


def _shares_noun(after: Words, vocabulary: Vocabulary) -> bool:
    """«… Сосновского, Еловского и Лесного поселений»: places rather than people."""
    row = takewhile(lambda word: _is_border(word) or vocabulary.word(word.key).modifiers, after)
    places = list(row)
    noun = after[len(places) : len(places) + 1]
    listed = not places or not _is_border(places[-1])
    many = (slot[:2] for word in noun for slot in vocabulary.word(word.key).noun_slots)
    return listed and ("gent", "plur") in many


def _holds_with_others(tokens: Words, at: int, vocabulary: Vocabulary) -> bool:
    """«Специалисты по кадрам Сомова и Дудко»: one of those who hold a post named for all.

    «Помощники депутатов Сомова и Дудко» are those of somebody else.
    """
    tokens, at = _unwrapped(tokens, at)
    first, names = at, 1
    while first > 1 and _lists(tokens[first - 2 : first], vocabulary):
        first, names = first - 2, names + 1
    behind = tokens[at + 1 : at + 3]
    names += len(behind) > 1 and _lists(behind[::-1], vocabulary)
    since = next((k + 1 for k in reversed(range(first)) if _is_border(tokens[k])), 0)
    post = tokens[since:first]
    if not post or names < 2:
        return False
    known = [vocabulary.word(word.key) for word in post]
    if len(known) > 1 and known[0].modifiers:  # «классные руководители»
        del known[0]
    head, *rest = known
    several = any({"anim", "nomn", "plur"} <= form.marks for form in head.nouns)
    of_others = bool(rest) and (head.lemmas & PUBLIC or rest[-1].animate)
    return several and not of_others


def _unwrapped(tokens: Words, at: int) -> tuple[Words, int]:
    """The tokens without line ends behind a comma, and the new place of one of them."""
    ends = [k for k in range(1, len(tokens)) if _is_line_end(tokens[k - 1], tokens[k])]
    kept = [token for k, token in enumerate(tokens) if k not in ends]
    return kept, at - sum(end < at for end in ends)


def _is_line_end(before: PartyToken, token: PartyToken) -> bool:
    return before.text == "," and token.text == "\n"


def _lists(pair: Words, vocabulary: Vocabulary) -> bool:
    """A surname, and the comma or «и» between it and another one."""
    name, border = pair
    return _is_border(border) and name.capitalised() and may_be_surname(name, vocabulary)


def _is_border(token: PartyToken) -> bool:
    return token.kind in _BORDERS or token.key in _PARTING


def _shares_case(before: Words, surname: Word, vocabulary: Vocabulary) -> bool:
    """«Технологу Ждановой», «начальнику УКС Жданову»: of the nearest word for somebody.

    So «помощник депутата Жданова» is somebody else.
    """
    own = {case for form in surname.forms if "Surn" in form.marks for case, *_ in form.slots}
    for token in takewhile(lambda word: not _is_border(word), reversed(before)):
        posts = [form for form in vocabulary.word(token.key).nouns if "anim" in form.marks]
        if posts:
            return any(form.marks & own & {"datv", "ablt"} for form in posts)
    return False


def _may_list(word: Word) -> bool:
    """Whether a party may be called so; «Шумов», «Дроздов» are genitives in no list's case."""
    oblique = bool(word.nouns) and all(case != "nomn" for case, *_ in word.noun_slots)
    # «Снежин» is of no «Снежина», «Хасанов» of no several called Хасан.
    common = any(not form.marks & NAMES for form in word.nouns)
    common = common and not any({"Name", "plur"} <= form.marks for form in word.nouns)
    return (
        not oblique
        or bool(word.modifiers)
        or (word.animate and common and "Surn" not in word.marks)
    )


def _is_common(word: Word) -> bool:
    """Whether the word is more than somebody's name; of a guess by its ending only «-ского» is."""
    nouns = (form for form in word.nouns if form.reading.is_known and not form.marks & NAMES)
    return bool(word.modifiers) or any(nouns)


def _is_post(word: PartyToken, vocabulary: Vocabulary) -> bool:
    """«Электрик Носов»: whoever is named by a noun in the nominative, whatever else that may be."""
    somebody = {"NOUN", "anim", "nomn"}
    return is_role(word.key) or any(
        somebody <= form.marks and not form.marks & NAMES
        for form in vocabulary.word(word.key).forms
    )


def may_be_surname(word: PartyToken, vocabulary: Vocabulary) -> bool:
    """Whether the word can be a surname; a small letter asks for one the dictionary knows."""
    if word.kind not in (TokenKind.WORD, TokenKind.SHORT):
        return False
    known = vocabulary.word(word.key)
    if known.lemmas & _COMMON:
        return False
    capital = word.text[0].isupper()
    by_ending = capital and (_SURNAME.search(word.key, 1) or known.lemmas & BEASTS)
    return bool(by_ending) or "Surn" in known.marks


def _full_name(tokens: Words, vocabulary: Vocabulary) -> int:
    words = takewhile(lambda t: t.kind is TokenKind.WORD and t.text[0].isupper(), tokens)
    tokens = list(words)
    if len(tokens) < 2:
        return 0
    marks = [vocabulary.word(t.key).marks for t in tokens]
    if len(tokens) == 3 and "Patr" in marks[2] and "Name" in marks[1]:
        return 3
    if "Patr" in marks[1] and "Name" in marks[0]:
        return 3 if len(tokens) == 3 and may_be_surname(tokens[2], vocabulary) else 2
    # «Отв. Иванов»: no given name stands in the plural, as «Иванов» of «Иван» does.
    given = any({"Name", "sing"} <= form.marks for form in vocabulary.word(tokens[1].key).forms)
    return 2 if given and may_be_surname(tokens[0], vocabulary) else 0


def _person(parts: Words) -> PartyToken:
    """One token; its text is surname, then initials («Иванов И.И.») or the full name."""
    ordered = sorted(parts, key=lambda part: part.kind is TokenKind.INITIALS)
    words = [_initials(p.text) if p.kind is TokenKind.INITIALS else p.text for p in ordered]
    text = " ".join(words)
    first, last = parts[0], parts[-1]
    return replace(first, text=text, end=last.end, kind=TokenKind.PERSON, key=fold(text))


def _initials(text: str) -> str:
    first, *rest = filter(str.isalpha, text)
    son_of = rest[1:]  # «Э.М.о.», оглы
    return "".join(f"{letter}." for letter in (*(first + "".join(rest[:1])).upper(), *son_of))
