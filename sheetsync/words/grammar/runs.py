"""Runs of words that say whose plan or which event is meant, and where such a run ends."""

from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import read_point
from sheetsync.words.grammar.repeats import read_frequency
from sheetsync.words.lexicon.kinds import Kind

_ENDS = (Kind.OPEN, Kind.CLOSE, Kind.SEMICOLON)
_JOINTS = (Kind.COMMA, Kind.AND, Kind.DASH, Kind.COLON)
_HEADS = (Kind.UNTIL, Kind.SINCE, Kind.IN, Kind.NOT_BEFORE, Kind.THROUGH)
_NO_TIMES = (Scale.BARE, Scale.YEAR, Scale.SCHOOL_YEAR)
# What is numbered in documents: "п. 1.3", "№ 5".
_PAPER = frozenset({"п", "пп", "ст", "ч", "гл", "№", "n", "no"})
_PAPER_STEMS = ("пункт", "подпункт", "стать", "част", "раздел", "приложени", "section", "item")


def read_run(cursor: Cursor, *, whole: bool = True) -> str:
    """The words from here to a bracket, a semicolon or words that name a time of their own.

    `whole` takes a time that stands first along: "по итогам I квартала" is no quarter.
    """
    since = cursor.at
    if whole:
        read_point(cursor)
    while not cursor.ended and not cursor.sees(*_ENDS):
        if (cursor.at > since or not whole) and cursor.foresees(_time):
            break
        cursor.at += 1
        if cursor.ahead(-1).kind is Kind.FROM or _numbers_paper(cursor.ahead(-1).word):
            read_point(cursor)  # "от 03.04.2019", "п. 1.3" belong to a document
    return cursor.quote(since)


def _numbers_paper(word: str) -> bool:
    return word in _PAPER or word.startswith(_PAPER_STEMS)


def _time(cursor: Cursor) -> bool | None:
    """A day, a month or a quarter with or without its preposition, or a repetition."""
    before = cursor.at
    cursor.skip(*_JOINTS, Kind.REMARK)
    if cursor.foresees(_headed_point):
        return True
    headed = cursor.at == before and cursor.sees(*_HEADS)
    described = cursor.ahead(1).kind is Kind.WORD and cursor.ahead().word.isascii()
    if headed or described:  # "as per annual plan"
        return None
    return None if read_frequency(cursor) is None else True


def _headed_point(cursor: Cursor) -> Point | None:
    before = cursor.ahead(-1).kind
    cursor.skip(*_HEADS)
    named = before is Kind.WORD and " сезон" in cursor.ahead().word
    point = read_point(cursor)
    if point is None or point.scale in _NO_TIMES:
        return None
    # "к закрытию летнего сезона" waits for its closing, whichever day that is.
    return None if named and point.scale is Scale.SEASON else point
