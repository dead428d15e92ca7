"""What a bracket behind a name says: who of a body it is, which of several, or nobody at all."""

from dataclasses import replace

from sheetsync.words.parties.asides import names_role
from sheetsync.words.parties.lexicon import GOVERNED, NOW, POSTS, UNITS, is_only_role
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import noun_phrase
from sheetsync.words.parties.pieces import is_also
from sheetsync.words.parties.roles import watches
from sheetsync.words.parties.tokens import (
    DASHES,
    PartyToken,
    TokenKind,
    Tokens,
    Words,
    is_person,
    tokens,
)
from sheetsync.words.vocabulary import Vocabulary

_FEWEST_LETTERS = 2


def inside(bracket: PartyToken) -> Tokens:
    """The tokens between the brackets, with their places in the whole phrase."""
    shift = bracket.start + 1
    return tuple(
        replace(token, start=token.start + shift, end=token.end + shift)
        for token in tokens(bracket.text[1:-1])
    )


def names_somebody(content: Words, vocabulary: Vocabulary) -> bool:
    """Whether a bracket holds a party; «(по согласованию)», «(исполнители)», «(после)» do not."""
    if not content or content[0].key in GOVERNED or names_role(content) or is_also(content[:2]):
        return False
    forms = vocabulary.word(content[0].key).forms[:1]
    if any(form.marks & {"ADVB", "PREP"} for form in forms):
        return False
    return noun_phrase(content, vocabulary).party()


def names_successor(draft: PartyDraft, content: Words) -> bool:
    """«Сомов А.А. (теперь Лось Н.Н.)»: who acts in the place of whoever stands before it.

    «Сомов А.А. (теперь завуч)» goes on, and so does «Отдел кадров (назначен Лось Н.Н.)».
    """
    now = bool(content) and content[0].key in NOW
    return now and is_person(content[1:]) and draft.names_person()


def names_another(content: Words, vocabulary: Vocabulary) -> bool:
    """«Сомов А.А. (контроль – директор)», «(бухгалтерия – свод)»: one more party, and its part."""
    marks = (at for at, word in enumerate(content) if word.text == ":" or word.text in DASHES)
    mark = next(marks, 0)
    task, rest = content[:mark], content[mark + 1 :]
    if watches(task):
        return names_somebody(rest, vocabulary)
    if not (task and rest) or any(word.kind is TokenKind.PERSON for word in content):
        return False
    return names_role(rest) or any(names_somebody(words, vocabulary) for words in (task, rest))


def executor_in(content: Words, vocabulary: Vocabulary) -> Words:
    """«Главный врач (исп. Орлова Т.Н.)»: one more party, beside the one before; else no words."""
    if not content or not is_only_role(content[0].key):
        return ()
    short = content[0].text.endswith(".")  # «соисп. бухгалтерия»
    marked = len(content) > 1 and content[1].kind is TokenKind.MARK
    said = content[2:] if marked else content[1:]
    named = (marked or short) and names_somebody(said, vocabulary)
    return said if is_person(said) or named else ()


def is_own_abbreviation(words: Words, short: str) -> bool:
    """«Управление рынка и услуг мэрии (УРиУ)»: its letters are the name's, in their order."""
    letters = [letter for letter in short if letter.isupper()]
    firsts = [word.text[0].upper() for word in words if word.text[0].isalpha()]
    if len(letters) < _FEWEST_LETTERS or not short.isalpha() or letters[0] not in firsts[:1]:
        return False
    rest = iter(firsts)
    return all(letter in rest for letter in letters)


def takes_over(draft: PartyDraft, content: Words, vocabulary: Vocabulary) -> bool:
    """«Администрация (начальник отдела)»: the bracket says who of that body it is.

    «Рабочая группа (Лапин, Гусева)» says who belongs to it, «(председатель – Лапин)» who leads it.
    """
    if content[0].key == "председатель":
        return False
    own, other = noun_phrase(draft.words, vocabulary), noun_phrase(content, vocabulary)
    body = not own.named and not own.lemmas & POSTS and not own.animate
    return body and not other.named


def lists_fields(draft: PartyDraft, content: Words, vocabulary: Vocabulary) -> bool:
    """«Отделы (кадров, закупок)»: as behind a colon."""
    own, other = noun_phrase(draft.words, vocabulary), noun_phrase(content, vocabulary)
    several = own.head == len(draft.words) - 1 and ("nomn", "plur", "") in own.slots
    listed = any(word.key in (",", "и") for word in content)
    fields = "gent" in other.cases and not other.party() and other.head == 0
    return several and bool(own.lemmas & UNITS) and listed and fields
