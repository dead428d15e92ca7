"""What a day is for, in front of it or behind: «к паводку – до 20 марта», "12 April - open day"."""

from sheetsync.words.cleaning import word_set
from sheetsync.words.grammar.cursor import Cursor, is_glued
from sheetsync.words.grammar.dictionary import is_nominal
from sheetsync.words.grammar.events import TOWARDS
from sheetsync.words.grammar.points import read_point, read_whole_day
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.lexicon.beside import is_no_affair, is_plain
from sheetsync.words.lexicon.calendar import SEASONAL
from sheetsync.words.lexicon.kinds import Kind

_READINESS = ("готовност", "подготовк")
_SEASONAL = (*SEASONAL, "сезон")  # behind «к» they tell no time
_HELD = ("day", "week", "день", "неделя", "декада")
# Such a day is one of several, or none on which anything is held.
_NO_OCCASIONS = word_set(
    """
    off half full whole rest extra spare rain snow backup reserve bank same any holiday leave
    sick deadline due make up sunny week day
    """
)
_LONGEST = 6  # words that say what is held
_DATED = (Kind.DAY_MONTH, Kind.MONTH)


def read_purpose(cursor: Cursor) -> Remark | None:
    """As in "готовность к паводку – до 20 марта", "к ВЛП – до 15 апреля, к ОЗП – …"."""
    if cursor.ahead().word.startswith(_READINESS):
        cursor.at += 1
    if cursor.ahead().word not in TOWARDS:
        return None
    cursor.at += 1
    since = cursor.at
    cursor.skip(Kind.WORD, Kind.ORDINAL, Kind.PERIOD)
    named = [each.word for each in cursor.spoken[since : cursor.at] if each.kind is Kind.WORD]
    if cursor.at == since or not all(map(_is_event, named)) or is_glued(cursor):
        return None
    if not cursor.take(Kind.DASH, Kind.COLON):
        return None
    return Remark() if cursor.sees(Kind.UNTIL) or cursor.foresees(_day) else None


def read_held(cursor: Cursor) -> Remark | None:
    """A day or a week of something beside its days, in front of them or behind.

    As in "Planetarium week, 4-10 October", "28 April (World Day for Safety and Health)".
    """
    before = cursor.spoken[: cursor.at]
    marked = cursor.ahead(-1).kind in (Kind.DASH, Kind.OPEN, Kind.COMMA)
    behind = marked and any(each.kind in _DATED for each in before)
    if (before and not behind) or not _names_occasion(cursor):
        return None
    if behind:
        return Remark() if cursor.ended or cursor.sees(Kind.CLOSE) else None
    parted = cursor.take(Kind.COMMA, Kind.DASH, Kind.COLON, Kind.OPEN)
    return Remark() if parted and cursor.foresees(_day) else None


def _names_occasion(cursor: Cursor) -> bool:
    """Its words in order: "open day", "week of mathematics", «день открытых дверей»."""
    since = cursor.at
    cursor.skip(Kind.WORD)
    described = cursor.at > since
    held = cursor.take(Kind.UNIT)
    if held is None or held.word not in _HELD or is_glued(cursor):
        return False
    at = cursor.at
    cursor.skip(Kind.WORD, Kind.OF, Kind.AND, *((Kind.FOR,) if held.word.isascii() else ()))
    said = [each.word for each in cursor.spoken[since : cursor.at] if each.kind is Kind.WORD]
    if len(said) > _LONGEST or cursor.ahead(-1).kind in (Kind.OF, Kind.AND):
        return False
    if any(word in _NO_OCCASIONS or is_no_affair(word) or not is_plain(word) for word in said):
        return False
    if held.word.isascii():
        return described and all(map(str.isascii, said))
    words = cursor.vocabulary
    if words is None or cursor.at == at or described:
        return False
    return all(is_nominal(words.word(word)) for word in said)


def read_last_day(cursor: Cursor) -> Remark | None:
    """As in "20 апреля – последний день приёма", "последний день подачи – 20 апреля"."""
    behind = cursor.at > 0
    marked = cursor.ahead(-1).kind in (Kind.DASH, Kind.OPEN, Kind.COMMA)
    last = cursor.take(Kind.END)
    if last is None or last.word != "последний день" or (behind and not marked):
        return None
    cursor.skip(Kind.WORD)
    if behind:
        return Remark() if cursor.ended or cursor.sees(Kind.CLOSE) else None
    return Remark() if cursor.take(Kind.DASH, Kind.COLON) and cursor.foresees(_day) else None


def read_reason(cursor: Cursor) -> bool | None:
    """As in "до 25 мая, т. к. 26-го комиссия": why that day; what may move it is no reason."""
    parted = cursor.ahead(-1).kind in (Kind.COMMA, Kind.OPEN, Kind.DASH)
    bound = any(each.kind is Kind.UNTIL for each in cursor.spoken[: cursor.at])
    if not (parted and bound and cursor.take(Kind.REASON)):
        return None
    while not cursor.sees(Kind.CLOSE, Kind.SEMICOLON, Kind.NOTHING):
        said = cursor.ahead()
        cursor.at += 1
        timed = said.kind is Kind.UNTIL and cursor.foresees(read_point)
        denies = timed or (said.kind is Kind.STOP and said.word != "не")
        if denies or (said.kind is Kind.WORD and not is_plain(said.word)):
            return None
    return True


def _is_event(word: str) -> bool:
    return is_plain(word) or word.startswith(_SEASONAL)


def _day(cursor: Cursor) -> bool | None:
    """A day or the first of several."""
    cursor.skip(Kind.IN)
    if cursor.attempt(read_whole_day):
        return True
    first = cursor.take(Kind.NUMBER, Kind.NTH)
    return (first is not None and cursor.sees(Kind.DASH)) or None
