"""Days beside the deadline that are another's: a paper's, a meeting's, the one it replaced."""

from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import Scale
from sheetsync.words.grammar.points import read_point, read_whole_day
from sheetsync.words.grammar.remarks import Remark
from sheetsync.words.lexicon.beside import is_dated_paper, is_plain
from sheetsync.words.lexicon.doings import is_meeting
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.lexicon.replaced import FORMER, HELD, HELD_FIRST, INSTEAD, is_moved
from sheetsync.words.pattern import pattern

PARTED = (Kind.COMMA, Kind.CLOSE, Kind.SEMICOLON, Kind.NOTHING)
"""What ends words beside a time."""

BOUNDS = (Kind.UNTIL, Kind.SINCE)
NUMBER_SIGNS = ("№", "n")
_POINTS = ("п", "пп", "пункт")
_PLANS = ("план", "график", "предписан", "дог", "контракт")
_SO_MANY_YEARS = pattern(
    r"(?:\d{1,4}[- ]?(?:лет|год)\w*|\d{1,4}-?я годовщина) (?:со дня |с момента |со? )?"
    r"(?:рожден|смерт|основан|образован|создан|открыт|учрежден|полет|начал|окончан|битв|побед)"
)


def read_former(cursor: Cursor) -> Remark | None:
    """As in "1 Oct (extended from 1 Sept)", "до 1 октября (перенесено с 1 сентября)".

    Of "(перенесено на 1 октября)", "(было 1 сентября)" nobody knows which of the two holds now.
    """
    if cursor.ahead(-1).kind is not Kind.OPEN or cursor.ahead(-2).kind is Kind.NOTHING:
        return None
    moved = is_moved(cursor.ahead().word)
    cursor.at += 1
    former = read_point(cursor) if moved and cursor.take(Kind.SINCE, Kind.FROM) else None
    return Remark() if former and cursor.sees(Kind.CLOSE) else None


def read_paper(cursor: Cursor) -> bool | None:
    """What a bounded time rests on or was before, in brackets with a day of its own.

    As in "до 20 января (приказ № 12 от 09.01.2026)", "до 30.09 (перенесено с 30.06)".
    """
    before = cursor.spoken[: cursor.at]
    bound = any(each.kind in (*BOUNDS, Kind.REMARK) for each in before)
    opened = cursor.ahead(-1).kind is Kind.OPEN
    if bound and opened and cursor.attempt(_read_meeting):
        return True
    aside = opened or (bound and cursor.take(Kind.THROUGH))
    if cursor.ahead().word in _POINTS and cursor.ahead(1).kind in (Kind.NUMBER, Kind.DAY_MONTH):
        cursor.at += 2  # "п. 3.2 приказа"
    head = cursor.ahead().word
    cursor.at += 1
    if not aside or cursor.ended:
        return None
    if head.startswith(FORMER) and cursor.take(Kind.TERM):
        return _read_old_day(cursor, instead=True)
    moved = is_moved(head)
    if moved or head in (*INSTEAD, *HELD_FIRST) or (bound and head in HELD):
        return _read_old_day(cursor, instead=not moved)
    if is_dated_paper(head) or head.startswith(_PLANS):
        return _read_day_of_paper(cursor, bound=bound)
    return None


def _read_meeting(cursor: Cursor) -> bool | None:
    """Those who meet on a day of their own: "до 15 мая (педсовет 20 мая)"."""
    since = cursor.at
    cursor.skip(Kind.WORD)
    words = [each.word for each in cursor.spoken[since : cursor.at]]
    cursor.skip(Kind.IN, Kind.DASH)
    met = any(map(is_meeting, words)) and all(map(is_plain, words))
    day = read_point(cursor) if met else None
    own = day is not None and day.scale in (Scale.DAY, Scale.BARE)
    return (own and cursor.sees(Kind.CLOSE)) or None


def read_instead(cursor: Cursor) -> bool | None:
    """As in "до 30.09 вместо 30.06": the day that another has replaced."""
    bound = any(each.kind in BOUNDS for each in cursor.spoken[: cursor.at])
    if not bound or cursor.ahead().word not in INSTEAD:
        return None
    cursor.at += 1
    return (read_whole_day(cursor) is not None and cursor.sees(*PARTED)) or None


def _read_old_day(cursor: Cursor, *, instead: bool) -> bool | None:
    """The day "с 30.06" that another has replaced, or bare, "вместо 30.06"."""
    said = instead or cursor.take(Kind.SINCE)
    cursor.skip(Kind.DASH, Kind.COLON)
    old = read_point(cursor) if said else None
    return (old is not None and cursor.sees(Kind.CLOSE)) or None


def _read_day_of_paper(cursor: Cursor, *, bound: bool) -> bool | None:
    """What a paper is about, and its day: "собрания от 20.02", "от 12.01.2026 № 5".

    One with a day of its own leaves the other to the measure: "30.09 (протокол от 20.02)".
    """
    cursor.skip(Kind.WORD)
    dated = cursor.take(Kind.FROM) and cursor.take(Kind.DAY_MONTH)
    if dated and cursor.ahead().word in NUMBER_SIGNS:
        cursor.at += 2
    return ((dated is not None or bound) and cursor.sees(*PARTED)) or None


def is_anniversary(cursor: Cursor) -> bool:
    """As in "160 лет со дня рождения писателя", which no day is counted from."""
    return _SO_MANY_YEARS.match(fold(cursor.line[cursor.ahead().start :])) is not None
