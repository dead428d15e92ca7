"""Writes what is cut short in full, in the form that its place asks for."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.cleaning import fold, word_set
from sheetsync.words.parties.lexicon import ABBREVIATIONS, POSTS
from sheetsync.words.parties.tokens import DASHES, PartyToken, TokenKind, capitalised_like
from sheetsync.words.vocabulary import GENDERS, Slot, Vocabulary

# What is a post before somebody's name only: «проф. комитет» is no professor's.
BEFORE_NAMES = word_set("инж проф")

# Titles stand before a name in its own case, which they do not show.
TITLES = word_set("проф доц прот свящ иер акад")

# Words that people shorten without a full stop: a hyphen stands for the letters left out in the
# middle, a full stop for those at the end (GOST R 7.0.12-2011).
SHORTENED = {
    "соцпедагог": "социальный педагог",
    "соцпедагоги": "социальные педагоги",
    "рук-ль": "руководитель",
    "рук-ли": "руководители",
    "рук-лю": "руководителю",
    "рук-лям": "руководителям",
    "нач-к": "начальник",
    "нач-ки": "начальники",
    "м/с": "медсестра",
    "ком-т": "комитет",
    "уч-ся": "учащиеся",
    "пред-ль": "председатель",
    "зам-ль": "заместитель",
    "зам-ли": "заместители",
    "отв-ный": "ответственный",
    "л-т": "лейтенант",
    "ф-та": "факультета",
    "адм-ция": "администрация",
    "адм-ции": "администрации",
}
# What a field of work is short for after the words that it follows.
FIELD_WORDS = {
    ("по", "от"): "охране труда",
    ("руководители", "сп"): "структурных подразделений",
    ("руководителям", "сп"): "структурных подразделений",
    ("начальники", "сп"): "структурных подразделений",
}


def spelled_out(tokens: Sequence[PartyToken], vocabulary: Vocabulary) -> tuple[PartyToken, ...]:
    """The tokens with every known abbreviation that ends in a full stop written in full.

    An adjective takes the form of the noun after it; a noun stands in the genitive after another
    word, else in the nominative.
    """
    tokens = _with_stops(tokens, vocabulary)
    spelled = [_spelled(tokens, at) for at in range(len(tokens))]
    for at in reversed(range(len(spelled))):  # an adjective agrees with the whole noun after it
        spelled[at] = _full(spelled, at, vocabulary)
    return tuple(spelled)


def _with_stops(tokens: Sequence[PartyToken], vocabulary: Vocabulary) -> Sequence[PartyToken]:
    """«По безоп. Власов»: before a capital only what no dictionary knows is cut short."""
    if all(token.text != "." for token in tokens):
        return tokens
    joined: list[PartyToken] = []
    for at, token in enumerate(tokens):
        before = joined[-1] if joined else None
        named = [after.text[0].isupper() for after in tokens[at + 1 : at + 2]] == [True]
        if before and named and token.text == "." and _is_cut(before, token, vocabulary):
            joined[-1] = replace(before, text=before.text + ".", end=token.end)
        else:
            joined.append(token)
    return joined


def _is_cut(word: PartyToken, stop: PartyToken, vocabulary: Vocabulary) -> bool:
    touching = word.kind is TokenKind.WORD and word.end == stop.start and word.text.islower()
    return touching and not any(f.reading.is_known for f in vocabulary.word(word.key).forms)


def _spelled(tokens: Sequence[PartyToken], at: int) -> PartyToken:
    """A word that is shortened without a full stop: «рук-ли», «по ОТ»."""
    token, before = tokens[at], tokens[at - 1].key if at else ""
    word = SHORTENED.get(token.key) or FIELD_WORDS.get((before, token.key))
    if not word or _paired(tokens, at):
        return token
    shown = word if token.kind is TokenKind.SHORT else capitalised_like(token.text, word)
    # «Соцпедагог» declines as its noun does: known by «педагог», it begins a party of its own.
    key = word.split()[-1] if token.key in SHORTENED else word
    return replace(token.worded(shown), kind=TokenKind.WORD, key=fold(key))


def _full(tokens: Sequence[PartyToken], at: int, vocabulary: Vocabulary) -> PartyToken:
    token = tokens[at]
    if token.kind is not TokenKind.WORD or not token.text.endswith("."):
        return token
    form = _of_school(tokens, at)
    if form:
        return token.worded(capitalised_like(token.text, form))
    after = next(iter(tokens[at + 1 : at + 2]), None)
    named = after is not None and after.capitalised()
    if at and named and token.key in TITLES:
        return token
    if token.key in BEFORE_NAMES and not (named or (after is not None and after.key == "по")):
        return token
    word = ABBREVIATIONS.get(token.key, token.text)
    if token.key == "пед" and after is not None and after.text in DASHES:
        word = "педагог"  # «пед.-психолог»
    if len(word) <= len(token.text):
        return token
    known = vocabulary.word(word)
    governed = _governed(tokens[:at], vocabulary)
    many = after is not None and not (governed or named) and _of_several(after, vocabulary)
    if known.modifiers:
        word = _agreeing(word, tokens[at + 1 : at + 3], "gent" if governed else "nomn", vocabulary)
    elif known.nouns and governed:
        case = "ablt" if tokens[at - 1].key.startswith("зав") else "gent"
        word = vocabulary.inflect(known.nouns[0], {case, "sing"}) or word
    elif many and known.lemmas & POSTS:
        word = vocabulary.inflect(known.nouns[0], {"nomn", "plur"}) or word
    return token.worded(capitalised_like(token.text, word))


def _of_several(owner: PartyToken, vocabulary: Vocabulary) -> bool:
    """«Нач. цехов»: several workshops have several chiefs."""
    slots = vocabulary.word(owner.key).noun_slots
    return ("gent", "plur", "") in slots and {number for _, number, _ in slots} == {"plur"}


def _governed(before: Sequence[PartyToken], vocabulary: Vocabulary) -> bool:
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


def _paired(tokens: Sequence[PartyToken], at: int) -> bool:
    """«ОТ и ТБ» is one field of work: either both are written in full or none."""
    return [token.key for token in tokens[at + 1 : at + 2]] == ["и"]


def _of_school(tokens: Sequence[PartyToken], at: int) -> str:
    """«Кл. рук. 5-9 кл.»: class teachers are named in the plural, of classes; "" for all else.

    «Учителя нач. классов» are those of the primary school.
    """
    keys, before = [token.key for token in tokens[at : at + 2]], tokens[at - 1] if at else None
    if keys[0] == "кл" and keys[1:] and keys[1].startswith("рук"):
        return "классные"
    if keys[0] == "рук" and before and before.key == "кл":
        return "руководители"
    if keys[0] == "нач" and keys[1:] and keys[1] in ("классов", "кл"):
        return "начальных"
    if keys == ["исп", "директор"]:
        return "исполнительный"
    if keys[0] == "адм" and before and before.key in ("деж", "дежурный"):
        return "администратор"
    counted = before is not None and before.text[:1].isdigit()
    return "классов" if keys[0] == "кл" and counted else ""


def _agreeing(word: str, after: Sequence[PartyToken], usual: str, vocabulary: Vocabulary) -> str:
    own = next(iter(vocabulary.word(word).modifiers), None)
    if after and after[0].key == "и":  # «ст. и мл. групп»: as the next one does
        slots = {slot for token in after[1:] for slot in vocabulary.word(token.key).modifier_slots}
    else:  # «медсёстры» has two cases
        slots = {slot for token in after[:1] for slot in vocabulary.word(token.key).noun_slots}
    if own is None or not slots:
        return word
    case, number, gender = min(slots, key=lambda slot: (slot[0] != usual, _masculine_first(slot)))
    return vocabulary.inflect(own, filter(None, (case, number, gender))) or word


def _masculine_first(slot: Slot) -> tuple[str, str, int]:
    """«Судья» is of either gender, her post is called as his is."""
    return slot[0], slot[1], ("", *GENDERS).index(slot[2])
