"""What is held or handed in at a time: «май (последний звонок)», «до 15.09, списки»."""

import re
from collections.abc import Sequence

from sheetsync.words.cleaning import word_set
from sheetsync.words.grammar.cursor import Cursor, is_glued, is_quoted, is_short_day
from sheetsync.words.grammar.lexemes import Lexeme
from sheetsync.words.lexicon.beside import (
    NO_AFFAIRS,
    is_dated_paper,
    is_harmless,
    is_negated,
    is_no_affair,
    is_no_quality,
    is_no_task,
    is_state,
    numbers_something,
)
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.vocabulary import Slot, Vocabulary, Word

_PARTING = (Kind.COMMA, Kind.AND, Kind.OPEN, Kind.DASH, Kind.COLON, Kind.SEMICOLON)
_PARTED = (Kind.COMMA, Kind.CLOSE, Kind.SEMICOLON, Kind.NOTHING)
_BOUNDS = (Kind.UNTIL, Kind.SINCE)
NUMBER_SIGNS = ("№", "n")
_MOVED = ("перенес", "перенос", "сдвинут")
_INSTEAD = ("вместо", "взамен", "ранее", "раньше", "было")
_PLANS = ("план", "график", "предписан", "дог", "контракт")
_DAYS = (Kind.DAY_MONTH, Kind.NUMBER, Kind.NTH, Kind.MONTH_YEAR)
_TIMES = frozenset(
    {
        *(Kind.DAY_MONTH, Kind.MONTH, Kind.MONTH_YEAR, Kind.SEASON, Kind.UNIT, Kind.NAMED_DAY),
        *(Kind.FREQUENCY, Kind.ALL_YEAR, Kind.YEAR, Kind.DAY_OF_MONTH, Kind.WEEKDAY),
        *(Kind.WEEKDAYS, Kind.DECADE),
    }
)
# What may go on inside the phrase: "конкурс для детей", "месячник по охране труда".
_WITHIN = word_set("по для к ко с со о об от из под над у и между среди")
_LINKS = (Kind.IN, Kind.FOR, Kind.SINCE, Kind.FROM, Kind.THROUGH, Kind.AND)
# Where it is held: "у мемориала", "на базе школы", "в спортзале", "для ветеранов".
_PLACES = word_set("у возле около для в во на")
_STANDING = ("на", "под", "в")  # "зал под вопросом", "дети на карантине"
_COUNTED = ("класс", "курс", "групп", "руб", "чел", "экз")
# «рабочие программы», «плановая поверка», «последний звонок»
_QUALITIES = (Kind.WORKING, Kind.WHICH, Kind.ORDINAL)
_PERIODS_OF = ("день", "неделя", "декада")  # "неделя здоровья", "декада инвалидов"
_NAMED, _OF_SOMETHING = frozenset({"nomn"}), frozenset({"gent"})
_AT_PLACES = frozenset({"gent", "loct", "accs"})
_UNKNOWN = frozenset({"UNKN", "LATN"})
_PREDICATES = frozenset({"ADJS", "PRTS", "PRED", "COMP", "VERB"})
_RUSSIAN = re.compile("(?!.*ння$)[а-я]{4,}")  # the dictionary guesses at Ukrainian words
_NOUNS = frozenset({"NOUN", "ADJF", "PRTF", "UNKN"})


def read_affair(cursor: Cursor) -> bool | None:
    """A noun phrase in the nominative, or a place, behind a time and parted from it by a mark.

    The dictionary tells its words from verbs, adverbs and short forms, which may deny the time or
    move it: «май (сорвали)», «июнь, нежелательно», «апрель (неизвестно)».
    """
    words = cursor.vocabulary
    place = cursor.ahead().word in _PLACES
    parted = cursor.ahead(-1).kind in (*_PARTING, *((Kind.FREQUENCY,) if place else ()))
    if words is None or not parted or not _behind_time(cursor):
        return None
    if cursor.attempt(_read_paper):
        return True
    if numbers_something(cursor.ahead().word) and cursor.ahead(1).kind is Kind.NUMBER:
        cursor.at += 2  # "каб. 205"
        return cursor.sees(*_PARTED) or None
    if place:
        cursor.at += 1
    number = None if place else cursor.take(Kind.NUMBER, Kind.COUNT)
    cases = _OF_SOMETHING if number else _AT_PLACES if place else _NAMED
    if not _read_head(cursor, words, cases) or not _read_dependents(cursor, words):
        return None
    return cursor.sees(*_PARTED) or None


def _read_paper(cursor: Cursor) -> bool | None:
    """What a bounded time rests on or was before, in brackets with a day of its own.

    As in "до 20 января (приказ № 12 от 09.01.2026)", "до 30.09 (перенесено с 30.06)".
    """
    before = cursor.spoken[: cursor.at]
    bound = any(each.kind in (*_BOUNDS, Kind.REMARK) for each in before)
    aside = cursor.ahead(-1).kind is Kind.OPEN or (bound and cursor.take(Kind.THROUGH))
    head = cursor.ahead()
    cursor.at += 1
    if not aside or cursor.ended:
        return None
    if head.word.startswith(_MOVED) or head.word in _INSTEAD:
        since = (bound and head.word in _INSTEAD) or cursor.take(Kind.SINCE)
        old = cursor.take(Kind.DAY_MONTH, Kind.MONTH) if since else None
        return (old is not None and cursor.sees(Kind.CLOSE)) or None
    if not (is_dated_paper(head.word) or head.word.startswith(_PLANS)):
        return None
    cursor.skip(Kind.WORD)
    # A paper with a day of its own leaves the other to the measure: "30.09 (протокол от 20.02)".
    dated = cursor.take(Kind.FROM) and cursor.take(Kind.DAY_MONTH)
    if dated and cursor.ahead().word in NUMBER_SIGNS:
        cursor.at += 2  # "приказ от 12.01.2026 № 5"
    return ((dated is not None or bound) and cursor.sees(*_PARTED)) or None


def read_task(cursor: Cursor) -> bool | None:
    """What is to be done then: "до 1 октября сдать отчёт"."""
    words = cursor.vocabulary
    if words is None or not cursor.sees(Kind.WORD) or not _behind_time(cursor):
        return None
    verbs = [cursor.ahead().word]
    while cursor.ahead(1).kind in (Kind.AND, Kind.COMMA) and cursor.ahead(2).kind is Kind.WORD:
        if not _is_task(cursor.ahead(2).word, words):
            break
        verbs.append(cursor.ahead(2).word)  # "подготовить и утвердить план"
        cursor.at += 2
    cursor.at += 1
    if not all(_is_task(verb, words) for verb in verbs):
        return None
    return (_read_dependents(cursor, words) and cursor.sees(*_PARTED)) or None


def _is_task(verb: str, words: Vocabulary) -> bool:
    forms = words.word(verb).forms
    return bool(forms) and "INFN" in forms[0].marks and not is_no_task(verb)


def is_predicate(word: str, vocabulary: Vocabulary) -> bool:
    """It says how things are or were: "дом закрыт", "дата неизвестна", "лагерь закрылся"."""
    forms = vocabulary.word(word).forms if _RUSSIAN.fullmatch(word) else ()
    if not forms or ("VERB" in forms[0].marks and is_harmless(word)):
        return False  # "участвуют все"
    return not _is_nominal(vocabulary.word(word)) and bool(forms[0].marks & _PREDICATES)


def tells_past(cursor: Cursor, since: int) -> bool:
    """The words from there on say what somebody did: "по графику, его обещали дать до 20.02"."""
    words = [each.word for each in cursor.spoken[since : cursor.at] if each.kind is Kind.WORD]
    known = [cursor.vocabulary.word(word).forms[:1] for word in words] if cursor.vocabulary else []
    return any({"VERB", "past"} <= form.marks for forms in known for form in forms)


def _is_nominal(word: Word) -> bool:
    """A noun or an adjective at least as likely as anything else that it can be: «саженцев»."""
    best = [form for form in word.forms if form.reading.score >= word.forms[0].reading.score]
    return any(form.marks & _NOUNS for form in best)


def may_name(word: str, vocabulary: Vocabulary) -> bool:
    """A capital begins a name here, no mere phrase: "15 мая (Вязьма)", not "май (Забыли)"."""
    forms = vocabulary.word(word).forms
    return not forms or (bool(forms[0].marks & _NOUNS) and not is_no_affair(word))


def may_label(words: Sequence[str], vocabulary: Vocabulary | None) -> bool:
    """Words that may head a time, "тарификация: до 5 мая": an affair or a name, no "образец: …"."""
    if vocabulary is None:
        return not any(word.startswith(NO_AFFAIRS) for word in words)
    known = [vocabulary.word(word) for word in words]
    called = [_may_be_called(word, each) for word, each in zip(words, known, strict=True)]
    # Not "справочно: …"; what no dictionary has may be a name, and «а)» is a letter.
    nouns = any(each.nouns or each.modifiers or each.marks & _UNKNOWN for each in known)
    return (nouns or max(map(len, words)) == 1) and all(called)


def _may_be_called(word: str, known: Word) -> bool:
    if known.nouns or not known.modifiers:
        return is_dated_paper(word) or not is_no_affair(word)
    return not is_no_quality(word)


def _behind_time(cursor: Cursor) -> bool:
    """Whether what stands before is a time for certain: "12.05" alone could be a number."""
    before = cursor.spoken[: cursor.at]
    if any(is_quoted(each, cursor.line) for each in before):
        return False  # ««9 Мая» (плакат)»
    bound = any(each.kind in _BOUNDS for each in before)
    return any(each.kind in _TIMES and (bound or not is_short_day(each)) for each in before)


def _read_head(cursor: Cursor, words: Vocabulary, cases: frozenset[str]) -> bool:
    """Adjectives in one of the cases and their noun, or a day or week of something."""
    while cases:
        lexeme = cursor.ahead()
        cursor.at += 1
        if lexeme.word in _PERIODS_OF:
            cases = _OF_SOMETHING
            continue
        if lexeme.kind in _QUALITIES and not is_other(lexeme):
            continue
        if lexeme.kind is not Kind.WORD:
            return False
        word = words.word(_compound(cursor, lexeme))
        if not _is_nominal(word):
            return False  # «под» is a noun too, of a stove
        if cases & _cases(word.noun_slots) and not _is_denied(cursor, lexeme):
            return True
        cases = frozenset() if is_no_quality(lexeme.word) else cases & _cases(word.modifier_slots)
    return False


def _cases(slots: frozenset[Slot]) -> frozenset[str]:
    return frozenset(slot[0] for slot in slots)


def is_other(lexeme: Lexeme) -> bool:
    """As in "прошлый", "следующий": it says which time."""
    return lexeme.kind is Kind.WHICH and bool(lexeme.value) and "очеред" not in lexeme.word


def _compound(cursor: Cursor, lexeme: Lexeme) -> str:
    """The whole of «брейн-ринг», read to its end."""
    if not is_glued(cursor) or cursor.ahead(1).kind is not Kind.WORD:
        return lexeme.word
    cursor.at += 2
    return f"{lexeme.word}-{cursor.ahead(-1).word}"


def _is_denied(cursor: Cursor, lexeme: Lexeme) -> bool:
    """A paper behind a bare day owns it: "15 мая (приказ)", not "до 15 мая", "май (приказ)"."""
    if is_dated_paper(lexeme.word):
        kinds = {each.kind for each in cursor.spoken[: cursor.at]}
        return kinds.isdisjoint(_BOUNDS) and not kinds.isdisjoint(_DAYS)
    return is_no_affair(lexeme.word)


def _read_dependents(cursor: Cursor, words: Vocabulary) -> bool:
    """What depends on the noun, up to the next mark."""
    while not cursor.sees(*_PARTED):
        lexeme = cursor.ahead()
        cursor.at += 1
        if lexeme.kind is Kind.YEAR_MARK and cursor.sees(Kind.WORD):
            continue  # "в г. Вязьма"
        if is_quoted(lexeme, cursor.line):
            _skip_name(cursor)  # «ДК «Октябрь»»
            continue
        if lexeme.kind in _LINKS or lexeme.word in _WITHIN or _is_count(cursor, lexeme):
            continue
        if lexeme.kind in _QUALITIES and not is_other(lexeme):
            continue
        if lexeme.kind is Kind.YEAR and cursor.ahead(-2).word in ("на", "за"):
            cursor.skip(Kind.UNIT, Kind.YEAR_MARK)  # «график отпусков на 2027 год»
            continue
        stands = cursor.ahead(-2).word in _STANDING and is_state(lexeme.word)
        if lexeme.kind is not Kind.WORD or stands or is_negated(lexeme.word):
            return False
        if not _is_nominal(words.word(lexeme.word)):
            return False
    last = cursor.ahead(-1)
    linked = last.kind in _LINKS or last.word in _WITHIN
    return not linked or cursor.line[last.start : last.end].isupper()  # "в кабинете ОТ"


def _skip_name(cursor: Cursor) -> None:
    """On to the end of the name in quotation marks that the last lexeme begins."""
    closed = re.search(r"[»\"”]", cursor.line[cursor.ahead(-1).start :])
    end = cursor.ahead(-1).start + closed.start() if closed else cursor.ahead(-1).end
    while not cursor.ended and cursor.ahead().start < end:
        cursor.at += 1


def _is_count(cursor: Cursor, lexeme: Lexeme) -> bool:
    """As in "для 5-9 классов", "по 500 руб."."""
    if lexeme.kind is Kind.NUMBER:
        cursor.skip(Kind.DASH, Kind.NUMBER)
        return cursor.ahead().word.startswith(_COUNTED)
    return False
