"""Writes what is cut short in full, in the form that its place asks for."""

from dataclasses import replace
from functools import partial

from sheetsync.words.cleaning import fold, pairs, word_set
from sheetsync.words.parties.cut_posts import with_cut_posts
from sheetsync.words.parties.lexicon import ABBREVIATIONS, OWNERS, POSTS, SUBSTANTIVES, is_only_role
from sheetsync.words.parties.tokens import (
    DASHES,
    PartyToken,
    TokenKind,
    Tokens,
    Words,
    capitalised_like,
    with_full_stops,
)
from sheetsync.words.vocabulary import GENDERS, Slot, Vocabulary

# What is a post before somebody's name only: «проф. комитет» is no professor's.
_BEFORE_NAMES = word_set("инж проф")

# Titles stand before a name in its own case, which they do not show.
_TITLES = word_set("проф доц прот свящ иер акад")

# Words that people shorten without a full stop: a hyphen stands for the letters left out in the
# middle, a full stop for those at the end (GOST R 7.0.12-2011).
_SHORTENED = dict(
    pairs("""
    соцпедагог социальный педагог, соцпедагоги социальные педагоги, рук-ль руководитель,
    рук-ли руководители, рук-лю руководителю, рук-лям руководителям, нач-к начальник,
    спец-т специалист, нач-ки начальники, м/с медсестра, ком-т комитет, уч-ся учащиеся,
    пред-ль председатель, зам-ль заместитель, зам-ли заместители, отв-ный ответственный,
    л-т лейтенант, ф-та факультета, адм-ция администрация, адм-ции администрации
    """)
)
# What a word is short for behind another one, or before another one. Class teachers are several.
_BEHIND = {
    ("по", "от"): "охране труда",
    ("под", "рук"): "руководством",
    ("руководители", "сп"): "структурных подразделений",
    ("руководителям", "сп"): "структурных подразделений",
    ("начальники", "сп"): "структурных подразделений",
    ("кл", "рук"): "руководители",
    ("классные", "рук"): "руководители",
    ("классным", "рук"): "руководителям",
    ("деж", "адм"): "администратор",
    ("дежурный", "адм"): "администратор",
    ("гл", "адм"): "администрации",
    ("гл", "админ"): "администрации",
    ("гл", "инж"): "инженер",
    ("гл", "мех"): "механик",
    ("зав", "библ"): "библиотекой",
    ("гл", "энерг"): "энергетик",
}
_BEFORE = {
    ("нач", "классов"): "начальных",
    ("нач", "школы"): "начальной",
    ("нач", "школа"): "начальная",
    ("исп", "директор"): "исполнительный",
    ("исполн", "директор"): "исполнительный",
    ("пед", "-"): "педагог",
}
_NO_SPECIALIST = word_set("программ связи работ части вопросам проектов операций перевозок учета")
_HEADS = word_set("глава главы главе главу главой")
_ACTING = ("исполн", "соисполн")
_BORDERS = (TokenKind.MARK, TokenKind.LINE)
_SHORT = 5  # letters of a word that is cut short before a number
_OF_OWNERS: frozenset[Slot] = frozenset(
    {
        ("gent", "sing", "femn"),
        ("gent", "sing", "masc"),
        ("gent", "sing", "neut"),
        ("gent", "plur", ""),
    }
)


def spelled_out(tokens: Words, vocabulary: Vocabulary) -> Tokens:
    """The tokens with every known abbreviation that ends in a full stop written in full.

    An adjective takes the form of the noun after it; a noun stands in the genitive after another
    word, else in the nominative.
    """
    tokens = with_cut_posts(tokens, vocabulary)
    tokens = with_full_stops(tokens, partial(_is_cut, vocabulary))
    spelled = [_spelled(tokens, at) for at in range(len(tokens))]
    for at in reversed(range(len(spelled))):  # an adjective agrees with the whole noun after it
        spelled[at] = _full(spelled, at, vocabulary)
    return tuple(spelled)


def _is_cut(vocabulary: Vocabulary, word: PartyToken, after: Words) -> bool:
    """«По безоп. Власов»: before a capital only what no dictionary knows is cut short.

    So is a short word before a number: «комендант общ. № 2», «каб. 5».
    """
    if after and word.kind is TokenKind.WORD and len(word.key) <= _SHORT:
        numbered = after[0].kind is TokenKind.NUMBER and not vocabulary.word(word.key).is_known
        if numbered or after[0].text == "№":
            return True
    named = any(token.text[0].isupper() for token in after[:1])
    small = word.text.islower() or is_only_role(word.key)  # «Ответств. Власов»
    plain = word.kind is TokenKind.WORD and small
    return named and plain and not vocabulary.word(word.key).is_known


def _spelled(tokens: Words, at: int) -> PartyToken:
    """A word that is shortened without a full stop: «рук-ли», «по ОТ»."""
    token, before = tokens[at], tokens[at - 1].key if at else ""
    word = _SHORTENED.get(token.key) or _BEHIND.get((before, token.key))
    if (before, token.key) == ("кл", "рук") and _is_of_one(tokens[at + 1 :]):
        word = "руководитель"
    # «По ОТ и ТБ» is one field of work: either both are written in full or none.
    if not word or (before == "по" and [after.key for after in tokens[at + 1 : at + 2]] == ["и"]):
        return token
    shown = word if token.kind is TokenKind.SHORT else capitalised_like(token.text, word)
    # «Соцпедагог» declines as its noun does: known by «педагог», it begins a party of its own.
    key = word.split()[-1] if token.key in _SHORTENED else word
    return replace(token.worded(shown), kind=TokenKind.WORD, key=fold(key))


def _is_of_one(after: Words) -> bool:
    """«Кл. рук. 9 «А»», «кл. рук. Сомова»: of one class, or one by name, and no other behind."""
    borders = (
        at for at, each in enumerate(after) if each.kind is TokenKind.BRACKET or _is_border(each)
    )
    ends = next(borders, len(after))
    own, behind = after[:ends], after[ends + 1 : ends + 3]
    other = [each for each in behind if each.kind is not TokenKind.LINE][:1]
    if own and own[-1].key in ("кл", "класс", "класса"):
        own = own[:-1]
    if any(each.capitalised() and each.kind is TokenKind.WORD for each in own):
        return not any(each.capitalised() for each in other)
    numbered = [each.text[0].isdigit() for each in (*own[:1], *other)]
    lettered = len(own) == 1 and own[0].text[-1].isalpha() and own[0].text[-2:] not in ("-х", "-й")
    lettered = lettered or (len(own) == 2 and own[1].kind is TokenKind.QUOTED)
    return lettered and numbered in ([True], [True, False])


def _full(tokens: Words, at: int, vocabulary: Vocabulary) -> PartyToken:
    token = tokens[at]
    if token.kind is not TokenKind.WORD or not token.text.endswith("."):
        return token
    after = next(iter(tokens[at + 1 : at + 2]), None)
    word = _BEFORE.get((token.key, after.key)) if after else None
    if token.key == "кл" and at and tokens[at - 1].key == "нач":  # «учителя нач. кл.»
        return token.worded("классов") if not _begins(tokens[: at - 1]) else token
    if (token.key, after and after.key) == ("нач", "кл"):
        return token
    if token.key == "кл" and at and tokens[at - 1].text[:1].isdigit():
        word = _classes(tokens[:at])
    elif token.key == "кл" and at and tokens[at - 1].kind is TokenKind.QUOTED:
        word = "класса"  # «9 «А» кл.»
    if not word and not _is_kept(token, after, first=_begins(tokens[:at])):
        word = _in_form(_whole(tokens, at, vocabulary), tokens, at, vocabulary)
    return token.worded(capitalised_like(token.text, word)) if word else token


def _whole(tokens: Words, at: int, vocabulary: Vocabulary) -> str:
    """What a word is short for: «гл. врач» is «главный», «гл. администрации» is its «глава»."""
    token, after = tokens[at], tokens[at + 1 : at + 2]
    owner = after and vocabulary.word(after[0].key)
    if token.key == "гл" and owner and owner.noun_lemmas & OWNERS:
        return "глава" if owner.noun_slots & _OF_OWNERS else "главный"
    if token.key == "админ" and after and not _is_border(after[0]):
        headed = at > 0 and tokens[at - 1].key in ("гл", *_HEADS)
        return "администрация" if headed else ""  # «админ. комиссия»
    if token.key.startswith(_ACTING) and not _is_label(tokens[at + 1 : at + 3]):
        return ""  # «исполн. комитет»
    return ABBREVIATIONS.get(token.key, "")


def _is_label(after: Words) -> bool:
    """«Исполн.: завхоз», «исполн. Сомов И.И.»."""
    marked = any(token.text in (":", *DASHES) for token in after[:1])
    return marked or any(token.kind is TokenKind.INITIALS for token in after)


def _classes(before: Words) -> str:
    """«Кл. рук. 5, 6 кл.», «11 кл.» have several; «9а кл.» is one, as is «5 кл.» alone."""
    number = before[-1].key
    listed = len(before) > 2 and before[-2].key in (",", "и", *DASHES)
    if before[-2:-1] and before[-2].key == "руководитель":
        return "класса"
    if "-" in number or (listed and before[-3].text[0].isdigit()):
        return "классов"
    if len(before) == 1 or before[-2].kind in _BORDERS:
        return "класс"
    return "класса" if number[-1].isalpha() else "классов"


def _begins(before: Words) -> bool:
    """The cell, or another one of a list: «Лосева Е.Д., доц. Зорин А.Ю.»."""
    return not before or _is_border(before[-1])


def _is_border(token: PartyToken) -> bool:
    return token.kind in _BORDERS or token.key == "и"


def _is_kept(token: PartyToken, after: PartyToken | None, *, first: bool) -> bool:
    """«Зав. кафедрой проф. Сомов», «проф. комитет», «отдел спец. программ»."""
    if token.key == "спец" and after is not None and after.key in _NO_SPECIALIST:
        return True
    named = after is not None and after.capitalised()
    if token.key in _TITLES and named and not first:
        return True
    field = after is not None and after.key == "по"
    return token.key in _BEFORE_NAMES and not (named or field)


def _in_form(word: str, tokens: Words, at: int, vocabulary: Vocabulary) -> str:
    """The word in the form that its place asks for.

    "" where it is no longer than what stands, or an adjective with no noun that tells its form;
    «отв. за архив» needs none.
    """
    if len(word) <= len(tokens[at].text):
        return ""
    known = vocabulary.word(word)
    governed = _governed(tokens[:at], vocabulary)
    if known.modifiers:
        return _agreeing(word, tokens[at + 1 : at + 3], "gent" if governed else "nomn", vocabulary)
    form: set[str] = set()
    if governed:
        described = at > 1 and vocabulary.word(tokens[at - 1].key).modifiers  # «зав. общим отд.»
        head = tokens[at - 2 if described else at - 1]
        form = {"ablt" if head.key.startswith("зав") else "gent", "sing"}
    elif known.lemmas & POSTS and _several_own(tokens[at + 1 : at + 2], vocabulary):
        form = {"nomn", "plur"}
    changed = vocabulary.inflect(known.nouns[0], form) if form and known.nouns else None
    return changed or word


def _several_own(after: Words, vocabulary: Vocabulary) -> bool:
    """«Нач. цехов»: several workshops have several chiefs; «инж. Петров» is nobody's."""
    slots = {slot for owner in after for slot in vocabulary.word(owner.key).noun_slots}
    small = not any(owner.capitalised() for owner in after)
    return (
        small and ("gent", "plur", "") in slots and {number for _, number, _ in slots} == {"plur"}
    )


def _governed(before: Words, vocabulary: Vocabulary) -> bool:
    """Whether a noun stands before: «зам. гл. бухг.», not «ст. преп.» or «доц. и асп.»."""
    joined = False
    for token in reversed([t for t in before if t.kind is not TokenKind.NUMBER]):  # «1 мл. гр.»
        if token.key == "и":
            joined = True
            continue
        if token.kind is not TokenKind.WORD:
            return False
        word = vocabulary.word(ABBREVIATIONS.get(token.key, token.key))
        # «Старший» by itself is a noun as well, as what people cut short it is none.
        if not word.modifiers or (word.nouns and token.key not in ABBREVIATIONS):
            return not joined
        joined = False  # «воспитатели ст. и мл. гр.»
    return False


def _agreeing(word: str, after: Words, usual: str, vocabulary: Vocabulary) -> str:
    own = next(iter(vocabulary.word(word).modifiers), None)
    if after and after[0].key == "и":  # «ст. и мл. групп»: as the next one does
        slots = {slot for token in after[1:] for slot in vocabulary.word(token.key).modifier_slots}
    else:  # «медсёстры» has two cases, and «гл. энергетику» is somebody rather than a science
        whole = (token for token in after[:1] if not _stays_cut(token))
        nouns = [form for token in whole for form in vocabulary.word(token.key).nouns]
        nouns = [form for form in nouns if "anim" in form.marks] or nouns
        slots = {slot for form in nouns for slot in form.slots}
    if own is None or not slots:
        return word if own and own.lemma in SUBSTANTIVES else ""
    case, number, gender = min(slots, key=lambda slot: (slot[0] != usual, _masculine_first(slot)))
    return vocabulary.inflect(own, filter(None, (case, number, gender))) or word


def _stays_cut(token: PartyToken) -> bool:
    """«Пед. доп. обр. Лосева»: a post, or a known word that nothing behind it gave a form."""
    known = ABBREVIATIONS.get(token.key, token.key) != token.key
    return token.text.endswith(".") and (known or token.kind is TokenKind.SHORT)


def _masculine_first(slot: Slot) -> tuple[str, str, int]:
    """«Судья» is of either gender, her post is called as his is."""
    return slot[0], slot[1], ("", *GENDERS).index(slot[2])
