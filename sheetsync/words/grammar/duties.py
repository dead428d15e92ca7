"""What is to be done by a time that it touches: "поставка до 1 июня", "до 15 мая сдать отчёт"."""

from sheetsync.words.grammar.affairs import (
    MANNERS,
    NAMED,
    PLACES,
    STANDING,
    behind_time,
    depends,
    goes_on,
    read_dependents,
    read_head,
    read_manner,
)
from sheetsync.words.grammar.cursor import Cursor, is_short_day
from sheetsync.words.grammar.events import TOWARDS
from sheetsync.words.grammar.other_days import PARTED
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import read_point
from sheetsync.words.lexicon.beside import (
    is_dated_paper,
    is_harmless,
    is_no_affair,
    is_opinion,
    is_plain,
    is_state_in,
)
from sheetsync.words.lexicon.doings import (
    is_handing_in,
    is_lasting,
    is_no_task,
    is_valid_until,
    is_work,
    leads_time,
)
from sheetsync.words.lexicon.kinds import DAYS, Kind
from sheetsync.words.vocabulary import Vocabulary

_MEANS = ("через", "с", "со")
_MARKS = (Kind.DASH, Kind.COLON)
_ENDS_OF_DAYS = (Kind.DAY_MONTH, Kind.MONTH, Kind.MONTH_YEAR, Kind.YEAR, Kind.YEAR_MARK)


def read_affair_of(cursor: Cursor) -> bool | None:
    """An affair that touches its time, in front of it or behind a last day.

    As in "приём документов с 20.06 по 25.07", "поставка до 1 июня", "до 20 мая сверка", "… по
    всем школам".
    """
    words, since = cursor.vocabulary, cursor.at
    first = since == 0 or cursor.ahead(-1).kind in (Kind.COMMA, Kind.SEMICOLON)
    behind = cursor.ahead(-1).kind in _ENDS_OF_DAYS and _bounded(cursor)
    if words is None or not (first or behind):
        return None
    if behind and cursor.ahead().word in (*PLACES, *MANNERS):
        return (_leads_somewhere(cursor, words) and read_manner(cursor, words)) or None
    if not read_head(cursor, words, NAMED) or not is_work(cursor.ahead(-1).word):
        return None
    ends = _begins_or_marks if first else None
    if not read_dependents(cursor, words, ends):
        return None
    spoken = cursor.spoken[since : cursor.at]
    said = [each.word for each in spoken if each.kind is Kind.WORD]
    if not said or any(map(_owns_time, said)) or is_opinion(said[0]):
        return None
    if not first:
        return cursor.sees(*PARTED) or None
    # "обучение на дому до 15 мая" says how things stand.
    stands = any(each.word in STANDING for each in spoken) and not cursor.sees(*_MARKS)
    return (_begins_or_marks(cursor) and not stands) or None


def _begins_or_marks(cursor: Cursor) -> bool:
    """As in "поставка до 1 июня", "ввод в эксплуатацию – IV квартал"."""
    marked = cursor.sees(*_MARKS) and not is_short_day(cursor.ahead(1))
    return (marked and cursor.foresees(_headed_point)) or _begins_time(cursor)


def read_event_on(cursor: Cursor) -> bool | None:
    """An event of a list in front of its day: "общее собрание жильцов 15 мая"."""
    words = cursor.vocabulary
    if words is None or cursor.at or not read_head(cursor, words, NAMED):
        return None
    if not leads_time(cursor.ahead(-1).word):
        return None
    if not read_dependents(cursor, words, _on_day) or not _on_day(cursor):
        return None
    # «форум «Взлёт-2024», май» may be of that year.
    return all(each.kind is not Kind.YEAR for each in cursor.spoken[: cursor.at]) or None


def _on_day(cursor: Cursor) -> bool:
    parted = cursor.sees(Kind.OPEN, Kind.COMMA, Kind.DASH)
    if is_short_day(cursor.ahead()) or not (parted or cursor.sees(*DAYS)):
        return False
    return cursor.foresees(_headed_point if parted else read_point)


def _leads_somewhere(cursor: Cursor, words: Vocabulary) -> bool:
    """As in "на почту", "через портал", "с актом", "в школе": no state, "в санатории"."""
    if cursor.ahead().word in _MEANS:
        return True
    at = 1 + sum(cursor.ahead(place).kind in (Kind.NUMBER, Kind.COUNT) for place in (1,))
    said = [cursor.ahead(place).word for place in (at, at + 1)]
    cases = {slot[0] for slot in words.word(said[0]).noun_slots}
    towards = cursor.ahead().word in ("в", "во", "на") and "accs" in cases and "loct" not in cases
    idle = is_state_in(cursor.ahead().word, said[0])  # "на ремонте"
    return towards or (any(map(is_harmless, said)) and not idle)


def _owns_time(word: str) -> bool:
    """It is valid until a day, or has one: "лицензия до 15 мая"."""
    return is_valid_until(word) or is_dated_paper(word) or not is_plain(word)


def _bounded(cursor: Cursor) -> bool:
    """Since the last mark "до" was said."""
    for each in reversed(cursor.spoken[: cursor.at]):
        if each.kind in (*PARTED, Kind.UNTIL, Kind.THROUGH):
            return each.kind in (Kind.UNTIL, Kind.THROUGH)
    return False


def _begins_time(cursor: Cursor) -> bool:
    """As in "ежемесячно", "до 15 мая", "с 1 по 5 мая": with a last day, if it does not come back.

    "Прирост к маю", "бюджет до 2027 года" name what is so by then.
    """
    if cursor.sees(Kind.FREQUENCY):
        return True
    ended = Kind.THROUGH in cursor.kinds_ahead()
    if cursor.ahead().word in TOWARDS or not (cursor.sees(Kind.UNTIL) or ended):
        return False
    return cursor.foresees(_headed_day)


def _headed_point(cursor: Cursor) -> Point | None:
    cursor.at += 1
    return read_point(cursor)


def _headed_day(cursor: Cursor) -> Point | None:
    head = cursor.take(Kind.UNTIL, Kind.SINCE)
    point = read_point(cursor) if head else None
    return point if point and point.scale in (Scale.DAY, Scale.BARE) else None


def read_task(cursor: Cursor) -> bool | None:
    """What is to be done then: "до 1 октября сдать отчёт", "протоколы подшить".

    Before its time as well where that has a bound: "сведения представить в отдел до 25 января".
    """
    words = cursor.vocabulary
    behind = behind_time(cursor)
    first = cursor.at == 0 and Kind.UNTIL in cursor.kinds
    if words is None or not (behind or first) or not _read_object(cursor, words):
        return None
    verbs = [cursor.ahead().word]
    while cursor.ahead(1).kind in (Kind.AND, Kind.COMMA) and cursor.ahead(2).kind is Kind.WORD:
        if not _is_task(cursor.ahead(2).word, words):
            break
        verbs.append(cursor.ahead(2).word)  # "подготовить и утвердить план"
        cursor.at += 2
    cursor.at += 1
    if not (behind or Kind.FREQUENCY in cursor.kinds) and any(_goes_on(v, words) for v in verbs):
        return None
    if behind:
        return read_dependents(cursor, words) or None
    since = cursor.at
    if not read_dependents(cursor, words, _ends_by_time) or not _ends_by_time(cursor):
        return None
    # "предоставляется скидка до 31 мая"
    said = [each.word for each in cursor.spoken[since : cursor.at]]
    return not any(is_no_affair(word) or is_valid_until(word) for word in said) or None


def _ends_by_time(cursor: Cursor) -> bool:
    """As in "закончить к концу октября", "сдать до 5 числа"."""
    return cursor.sees(Kind.UNTIL) and cursor.foresees(_headed_point)


def _goes_on(verb: str, words: Vocabulary) -> bool:
    """As in "дежурить до 15 мая": what lasts until that day, or is held up until it."""
    perfect = "perf" in words.word(verb).forms[0].marks
    return is_lasting(verb) or not (perfect or is_handing_in(verb))


def _read_object(cursor: Cursor, words: Vocabulary) -> bool:
    """Reads on to the verb, past what it is about: "протоколы лаборатории подшить"."""
    since = cursor.at
    while not cursor.ended and not _is_task(cursor.ahead().word, words):
        lexeme = cursor.ahead()
        cursor.at += 1
        linked = cursor.at > since + 1 and goes_on(cursor, lexeme)
        named = depends(cursor, lexeme, words) and not is_no_affair(lexeme.word)
        if not (linked or named):
            return False
    return cursor.sees(Kind.WORD)


def _is_task(verb: str, words: Vocabulary) -> bool:
    """An infinitive, or what is said of papers: "заявки принимаются до 15 марта"."""
    forms = words.word(verb).forms
    if not forms or is_no_task(verb):
        return False
    finite = "VERB" in forms[0].marks and "past" not in forms[0].marks
    return "INFN" in forms[0].marks or (finite and is_handing_in(verb))
