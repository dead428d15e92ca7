"""What is held or handed in at a time: «май (последний звонок)», «до 15.09, списки»."""

import re
from collections.abc import Callable

from sheetsync.words.cleaning import word_set
from sheetsync.words.grammar.cursor import Cursor, is_glued, is_other, is_quoted, is_short_day
from sheetsync.words.grammar.dictionary import is_nominal
from sheetsync.words.grammar.lexemes import Lexeme
from sheetsync.words.grammar.other_days import BOUNDS, PARTED, read_paper
from sheetsync.words.lexicon.beside import (
    is_dated_paper,
    is_harmless,
    is_negated,
    is_no_affair,
    is_no_quality,
    is_plain,
    is_short_quality,
    is_state,
    numbers_something,
)
from sheetsync.words.lexicon.calendar import OF_SEASONS
from sheetsync.words.lexicon.kinds import BRACKETS, DAYS, OF_UNITS, Kind
from sheetsync.words.vocabulary import NAMES, Slot, Vocabulary

_PARTING = (Kind.COMMA, Kind.AND, Kind.OPEN, Kind.DASH, Kind.COLON, Kind.SEMICOLON)
_DAYS = (*DAYS, Kind.MONTH_YEAR)
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
PLACES = word_set("у возле около для в во на")
MANNERS = word_set("с со через по под")
STANDING = ("на", "под", "в")  # "зал под вопросом", "дети на карантине"
_COUNTED = ("класс", "курс", "групп", "руб", "чел", "экз")
# «рабочие программы», «плановая поверка», «последний звонок»
_QUALITIES = (Kind.WORKING, Kind.WHICH, Kind.ORDINAL)
_PERIODS_OF = ("день", "неделя", "декада")  # "неделя здоровья", "декада инвалидов"
# What is held then, as no "первый день" is.
_DAYS_OF_A_KIND = ("санитарн", "методическ", "родительск", "спортивн", "приемн", "семейн")
NAMED, _OF_SOMETHING = frozenset({"nomn"}), frozenset({"gent"})
AT_PLACES = frozenset({"gent", "loct", "accs"})
_IN_MANNERS = AT_PLACES | {"ablt", "datv"}


def read_affair(cursor: Cursor) -> bool | None:
    """A noun phrase in the nominative, or a place, behind a time and parted from it by a mark.

    The dictionary tells its words from verbs, adverbs and short forms, which may deny the time or
    move it: «май (сорвали)», «июнь, нежелательно», «апрель (неизвестно)».
    """
    words = cursor.vocabulary
    at_place = cursor.ahead().word in (*PLACES, *MANNERS)
    parted = cursor.ahead(-1).kind in (*_PARTING, *((Kind.FREQUENCY,) if at_place else ()))
    if words is None or not parted or not behind_time(cursor):
        return None
    if cursor.attempt(read_paper):
        return True
    named = _read_room(cursor) or _read_phrase(cursor, words, at_place=at_place)
    return (named and cursor.sees(*PARTED)) or None


def read_occasion_behind(cursor: Cursor) -> bool | None:
    """What a whole day is called or holds, right behind it: "15 сентября Кросс наций".

    Nobody's name, «12 июня Лось», and no words that say how things stand.
    """
    words, since = cursor.vocabulary, cursor.at
    kinds = [each.kind for each in cursor.spoken[:since]]
    day = kinds[:1] in ([Kind.NUMBER], [Kind.NTH]) and kinds[1:2] == [Kind.MONTH]
    if words is None or not day or not set(kinds[2:]) <= {Kind.YEAR, Kind.YEAR_MARK}:
        return None
    if not cursor.line[cursor.ahead().start].isupper() or not read_head(cursor, words, NAMED):
        return None
    if not read_dependents(cursor, words):
        return None
    spoken = [each for each in cursor.spoken[since : cursor.at] if each.kind is Kind.WORD]
    known = [words.word(each.word) for each in spoken]
    named = any(NAMES & each.marks for each in known) or known[0].animate
    plain = all(is_plain(each.word) for each in spoken if each.word not in _WITHIN)
    return (plain and not named and not is_negated(spoken[0].word)) or None


def behind_time(cursor: Cursor) -> bool:
    """Whether what stands before is a time for certain: "12.05" alone could be a number."""
    before = cursor.spoken[: cursor.at]
    if any(is_quoted(each, cursor.line) for each in before):
        return False  # ««9 Мая» (плакат)»
    bound = any(each.kind in BOUNDS for each in before)
    return any(each.kind in _TIMES and (bound or not is_short_day(each)) for each in before)


def _read_room(cursor: Cursor) -> bool:
    """As in "каб. 205"."""
    numbered = numbers_something(cursor.ahead().word) and cursor.ahead(1).kind is Kind.NUMBER
    cursor.at += 2 * numbered
    return numbered


def _read_phrase(cursor: Cursor, words: Vocabulary, *, at_place: bool) -> bool:
    """As in "последний звонок", "5 семинаров", "на базе школы", "санитарный день"."""
    if at_place:
        return read_manner(cursor, words)
    cases = _OF_SOMETHING if _read_count(cursor) else NAMED
    return read_head(cursor, words, cases) and read_dependents(cursor, words)


def read_manner(cursor: Cursor, words: Vocabulary) -> bool:
    """A place or a manner: "на базе школы", "через портал", "с подписью", "в двух экземплярах"."""
    since = cursor.at
    cursor.at += 1
    cases = AT_PLACES if cursor.ahead(-1).word in PLACES else _IN_MANNERS
    _read_count(cursor)
    if not read_head(cursor, words, cases) or not read_dependents(cursor, words):
        return False
    said = [each.word for each in cursor.spoken[since + 1 : cursor.at] if each.kind is Kind.WORD]
    if cursor.spoken[since].word == "по" and not any(map(is_harmless, said)):
        return False  # "по слухам"
    plain = all(is_plain(word) and not is_no_affair(word) for word in said if word not in _WITHIN)
    return cases is AT_PLACES or plain


def _read_count(cursor: Cursor) -> bool:
    """As in "не менее 2 занятий", "3-4 занятия"."""
    cursor.skip(Kind.AT_LEAST)
    counted = cursor.take(Kind.NUMBER, Kind.COUNT) is not None
    if counted and cursor.ahead(1).kind is Kind.NUMBER:
        cursor.skip(Kind.DASH, Kind.NUMBER)
    return counted


def read_head(cursor: Cursor, words: Vocabulary, cases: frozenset[str]) -> bool:
    """Adjectives in one of the cases and their noun, or a day or week of something."""
    while cases:
        lexeme = cursor.ahead()
        cursor.at += 1
        if lexeme.word in _PERIODS_OF:
            if cursor.ahead(-2).word.startswith(_DAYS_OF_A_KIND) and cursor.sees(*PARTED):
                return True
            cases = _OF_SOMETHING
            continue
        if _is_quality(lexeme) or _is_short_quality(cursor, lexeme):
            continue
        if lexeme.kind is not Kind.WORD:
            return False
        word = words.word(_compound(cursor, lexeme))
        if not is_nominal(word):
            return False  # «под» is a noun too, of a stove
        if cases & _cases(word.noun_slots) and not _is_denied(cursor, lexeme):
            return True
        cases = frozenset() if is_no_quality(lexeme.word) else cases & _cases(word.modifier_slots)
    return False


def _cases(slots: frozenset[Slot]) -> frozenset[str]:
    return frozenset(slot[0] for slot in slots)


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
        return kinds.isdisjoint(BOUNDS) and not kinds.isdisjoint(_DAYS)
    return is_no_affair(lexeme.word)


def _is_short_quality(cursor: Cursor, lexeme: Lexeme) -> bool:
    """As in "оздоровит. кампания"."""
    cut = lexeme.kind is Kind.WORD and cursor.line[lexeme.end : lexeme.end + 2] == ". "
    return cut and cursor.sees(Kind.WORD) and is_short_quality(lexeme.word)


def _is_quality(lexeme: Lexeme) -> bool:
    return lexeme.kind in _QUALITIES and not is_other(lexeme)


def read_dependents(
    cursor: Cursor, words: Vocabulary, ends: Callable[[Cursor], bool] | None = None
) -> bool:
    """What depends on the noun or the verb, up to the next mark or to the time that `ends` it."""
    while not (cursor.sees(*PARTED) or (ends and ends(cursor))):
        lexeme = cursor.ahead()
        cursor.at += 1
        if not (goes_on(cursor, lexeme) or depends(cursor, lexeme, words)):
            return False
    last = cursor.ahead(-1)
    linked = last.kind in _LINKS or last.word in _WITHIN
    return not linked or cursor.line[last.start : last.end].isupper()  # "в кабинете ОТ"


def goes_on(cursor: Cursor, lexeme: Lexeme) -> bool:
    """Reads to the end of what is no noun and yet part of the phrase: a link, a count, a title."""
    if lexeme.kind is Kind.TIME or (lexeme.kind is Kind.UNIT and lexeme.word in OF_UNITS):
        return True  # "выезд в 7:30 от школы", "итоги года"
    if lexeme.kind is Kind.YEAR_MARK and cursor.sees(Kind.WORD):
        return True  # "в г. Вязьма"
    if lexeme.kind is Kind.SEASON and cursor.ahead(-2).kind is Kind.WORD:
        return lexeme.word in OF_SEASONS  # "праздник осени"
    if is_quoted(lexeme, cursor.line):
        _skip_name(cursor)  # «ДК «Октябрь»»
        return True
    if lexeme.kind is Kind.DASH:  # "(контроль – главный инженер)"
        open_brackets = [each.kind for each in cursor.spoken[: cursor.at] if each.kind in BRACKETS]
        return open_brackets[-1:] == [Kind.OPEN] and cursor.sees(Kind.WORD)
    if lexeme.kind is Kind.UNIT and cursor.ahead(-2).kind in (Kind.FOR, Kind.ORDINAL):
        return any(each.kind is Kind.FOR for each in cursor.spoken[cursor.at - 3 : cursor.at])
    if lexeme.kind is Kind.YEAR and cursor.ahead(-2).word in ("на", "за"):
        cursor.skip(Kind.UNIT, Kind.YEAR_MARK)  # «график отпусков на 2027 год»
        return True
    link = lexeme.kind in _LINKS or lexeme.word in _WITHIN
    return link or _is_quality(lexeme) or _is_count(cursor, lexeme)


def depends(cursor: Cursor, lexeme: Lexeme, words: Vocabulary) -> bool:
    """A noun or an adjective that does not say how things stand: "зал под вопросом"."""
    stands = cursor.ahead(-2).word in STANDING and is_state(lexeme.word)
    if lexeme.kind is not Kind.WORD or stands or is_negated(lexeme.word):
        return False
    return is_nominal(words.word(lexeme.word))


def _skip_name(cursor: Cursor) -> None:
    """On to the end of the name in quotation marks that the last lexeme begins."""
    closed = re.search(r"[»\"”]", cursor.line[cursor.ahead(-1).start :])
    end = cursor.ahead(-1).start + closed.start() if closed else cursor.ahead(-1).end
    while not cursor.ended and cursor.ahead().start < end:
        cursor.at += 1


def _is_count(cursor: Cursor, lexeme: Lexeme) -> bool:
    """As in "для 5-9 классов", "по 500 руб."."""
    if lexeme.kind is Kind.NUMBER:
        each = cursor.ahead(-2).word == "по"
        cursor.skip(Kind.DASH, Kind.NUMBER)
        return cursor.ahead().word.startswith(_COUNTED) or bool(each and cursor.take(Kind.UNIT))
    return False
