"""Words beside a time that no rule knows, believed only where they cannot change it."""

from itertools import pairwise

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.affairs import read_affair, read_occasion_behind
from sheetsync.words.grammar.cursor import Cursor, is_abbreviation, is_glued, is_quoted
from sheetsync.words.grammar.dictionary import is_predicate, may_name
from sheetsync.words.grammar.duties import read_affair_of, read_event_on, read_task
from sheetsync.words.grammar.lexemes import Lexeme
from sheetsync.words.grammar.other_days import NUMBER_SIGNS, is_anniversary, read_instead
from sheetsync.words.grammar.points import read_whole_day
from sheetsync.words.grammar.purposes import read_reason
from sheetsync.words.grammar.remarks import is_figure_as_of
from sheetsync.words.lexicon.beside import (
    is_deed,
    is_harmless,
    is_harmless_beside,
    is_opinion,
    is_plain,
    is_state,
    is_state_in,
)
from sheetsync.words.lexicon.doings import is_errand, leads_time, meets
from sheetsync.words.lexicon.kinds import Kind

# What may link plain words to each other: "в режиме ВКС", "с участием школ", "г. Смоленск".
_LINKS = (Kind.IN, Kind.OF, Kind.THROUGH, Kind.FOR, Kind.SINCE, Kind.FROM, Kind.AND, Kind.YEAR_MARK)
_ENDS_OF_DAYS = (Kind.DAY_MONTH, Kind.MONTH, Kind.YEAR, Kind.YEAR_MARK, Kind.UNIT)
_IN_TITLES = (*_LINKS, Kind.WORD, Kind.ORDINAL, Kind.DASH)
_CLOSING = tuple('»”"')
_JOINTS = (Kind.COMMA, Kind.SEMICOLON, Kind.OPEN, Kind.CLOSE)
_TOWARDS = frozenset({"к", "ко"})


@frozen_positional
class LeftOver:
    """Plain words beside the deadline that no rule knows, "апрель (в актовом зале)".

    Only where each of them is known to be harmless may they touch the time, only where they `lead`
    to a bare one may it follow, and only what a month can qualify, "June meeting", may follow it:
    "газета май", "spring cleaning", "Q1 report" name no day.
    """

    harmless: bool = False  # one of them says who, where, what or how: a date may stand beside it
    known: bool = False
    leads: bool = False
    meets: bool = False
    task: bool = False  # "до 1 октября сдать отчёт", "25.05 «Последний звонок»"


def read_left_over(cursor: Cursor) -> LeftOver | None:
    """Plain words up to the next mark or time: nothing of the calendar, no number, no limit."""
    since = cursor.at
    # Of a name, «май-спорт», or of another time, "дата подписания", "срок полномочий".
    if is_glued(cursor, at=-1) or cursor.ahead(-1).kind is Kind.TERM or is_figure_as_of(cursor):
        return None
    if cursor.attempt(_title) or cursor.attempt(_anniversary):
        return LeftOver(harmless=True, known=True, task=True)
    if cursor.attempt(read_affair) or cursor.attempt(read_reason):
        return LeftOver(harmless=True)
    if cursor.attempt(read_event_on):
        return LeftOver(harmless=True, leads=True)
    if any(map(cursor.attempt, (read_task, read_affair_of, read_instead, read_occasion_behind))):
        return LeftOver(harmless=True, known=True, task=True)
    if not _read_words(cursor) or cursor.at == since or is_glued(cursor):
        return None
    return _left_over(cursor.spoken[since : cursor.at], cursor)


def _title(cursor: Cursor) -> bool | None:
    """What stands in quotation marks behind a day: "25.05 «Последний звонок»"."""
    if cursor.ahead(-1).kind not in _ENDS_OF_DAYS or not is_quoted(cursor.ahead(), cursor.line):
        return None
    while not cursor.ended and cursor.sees(*_IN_TITLES):
        end = cursor.ahead().end
        cursor.at += 1
        if cursor.line[end : end + 1] in _CLOSING:
            return True
    return None


def _anniversary(cursor: Cursor) -> bool | None:
    """As in "29.01 – 160 лет со дня рождения писателя", which no number of is a time."""
    if not cursor.at or not is_anniversary(cursor):
        return None
    while not cursor.ended and not cursor.sees(*_JOINTS):
        if cursor.sees(Kind.DAY_MONTH, Kind.MONTH, Kind.UNTIL):
            return None
        cursor.at += 1
    return True


def _read_words(cursor: Cursor) -> bool:
    """Reads on while words follow; false where one of them may say something of the time."""
    while not cursor.ended:
        before = cursor.at
        if _links(cursor) or is_glued(cursor):
            cursor.at += 1
        word = cursor.take(Kind.WORD)
        if word is None:
            cursor.at = before
            return True
        if not _may_stand(word.word, cursor):
            return False
        numbered = cursor.ahead().word in NUMBER_SIGNS and cursor.ahead(1).kind is Kind.NUMBER
        if numbered and is_harmless(word.word):
            cursor.at += 2  # "школа № 5"
    return True


def _may_stand(word: str, cursor: Cursor) -> bool:
    if cursor.vocabulary and is_predicate(word, cursor.vocabulary):
        return False
    return is_plain(word) and (not is_deed(word) or _intended(cursor))


def _links(cursor: Cursor) -> bool:
    which = cursor.ahead()  # "отчетное собрание", which is no "следующее собрание"
    reported = which.kind is Kind.WHICH and not which.value
    return reported or which.kind in _LINKS or which.word in _TOWARDS


def _left_over(spoken: tuple[Lexeme, ...], cursor: Cursor) -> LeftOver:
    words = [each.word for each in spoken if each.kind is Kind.WORD and each.word.isalpha()]
    said = ("to", *(each.word for each in spoken))
    asked = any(one == "to" and is_errand(other) for one, other in pairwise(said))
    errand = (asked or cursor.foresees(_by_day)) and cursor.ahead().word not in ("until", "till")
    plain = errand or _says_who_or_where(spoken, words, cursor)
    return LeftOver(
        harmless=plain and not _says_how_things_stand(spoken, words),
        known=errand or all(map(is_harmless_beside, words)),
        leads=bool(words) and leads_time(words[-1]),
        meets=bool(words) and all(map(meets, words)),
    )


def _by_day(cursor: Cursor) -> bool | None:
    """As in "accounts to auditors by 15 April"."""
    by = cursor.ahead().word == "by" and cursor.take(Kind.UNTIL)
    return True if by and read_whole_day(cursor) else None


def _says_who_or_where(spoken: tuple[Lexeme, ...], words: list[str], cursor: Cursor) -> bool:
    if any(map(is_harmless, words)):
        return True
    town = any(lexeme.kind is Kind.YEAR_MARK for lexeme in spoken[:-1])  # "г. Вязьма"
    listed = len(words) == 1 and len(words[0]) == 1  # "а) апрель; б) октябрь"
    # A place or a body behind the time, «октябрь (Вязьма)», but not «газета «Вести», май».
    quoted = "«" in cursor.line[: spoken[-1].end]
    named = not quoted and any(each.start and _is_named(each, cursor) for each in spoken)
    return town or listed or named or _is_place(spoken, cursor)


def _is_place(spoken: tuple[Lexeme, ...], cursor: Cursor) -> bool:
    """A town or an abbreviation alone in front of a comma: "Казань, 13-15 мая", "ФОК, 2 марта"."""
    if len(spoken) > 1 or not cursor.sees(Kind.COMMA) or cursor.vocabulary is None:
        return False
    short = is_abbreviation(spoken[0], cursor.line)
    return short or "Geox" in cursor.vocabulary.word(spoken[0].word).marks


def _says_how_things_stand(spoken: tuple[Lexeme, ...], words: list[str]) -> bool:
    """As in «дети на карантине», «школа на ремонте», «мнение профкома – до 5 мая»."""
    if any(map(is_state, words)) or any(map(is_opinion, words[:1])):
        return True
    return any(is_state_in(one.word, two.word) for one, two in pairwise(spoken))


def _is_named(lexeme: Lexeme, cursor: Cursor) -> bool:
    capital = cursor.line[lexeme.start].isupper()
    return capital and (cursor.vocabulary is None or may_name(lexeme.word, cursor.vocabulary))


def _is_attribute(cursor: Cursor) -> bool:
    """As in "the signed copy", which says what is needed, not that it was signed."""
    between = cursor.line[cursor.ahead(-2).end : cursor.ahead(-1).start]
    return between.strip().casefold() == "the" and cursor.sees(Kind.WORD)


def _intended(cursor: Cursor) -> bool:
    """As in "to be approved in May", "approved by May", "reviewed quarterly": not done yet."""
    if _is_attribute(cursor):
        return True
    by = cursor.sees(Kind.UNTIL) and cursor.ahead().word.isascii()
    return by or cursor.ahead(-2).word == "be" or Kind.FREQUENCY in cursor.kinds
