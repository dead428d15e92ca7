"""What stands beside a time and changes nothing in it: hours, labels, reports, names, remarks."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor, is_abbreviation, is_glued, is_other, is_short_day
from sheetsync.words.grammar.dictionary import may_label
from sheetsync.words.grammar.lexemes import Lexeme
from sheetsync.words.grammar.point import Point, Scale
from sheetsync.words.grammar.points import read_point
from sheetsync.words.grammar.years import read_year
from sheetsync.words.lexicon.beside import (
    is_dated_paper,
    is_deed,
    is_harmless,
    is_opinion,
    numbers_something,
    tells_another_time,
)
from sheetsync.words.lexicon.doings import is_law
from sheetsync.words.lexicon.kinds import DAYS, MONTHS_IN_YEAR, NUMERALS, OF_UNITS, Kind, Unit, Wait
from sheetsync.words.vocabulary import NAMES


@frozen_positional
class Remark:
    """Words beside the deadline that change no date: "ориентировочно", "сводный отчет –".

    `about` is the period that a report is on, "за I полугодие –": it falls due after its end, or
    inside it where the period only heads the day: "I квартал – до 10 марта".
    """

    about: Point | None = None
    heads: bool = False
    hedges: bool = False  # "ориентировочно": the time is not quite sure


@frozen_positional
class Name:
    """What falls due then: "апрель – подготовка, май – проведение", "проект до 1 марта, …"."""


_NO_LABELS = (numbers_something, tells_another_time, is_deed)
_ENDS_OF_DAYS = (Kind.DAY_MONTH, Kind.MONTH, Kind.YEAR, Kind.YEAR_MARK, Kind.UNIT, Kind.CLOSE)
_AT_THE_LATEST = ("не позднее", "не позже", "не поздней")
_PLANNED = (Scale.QUARTER, Scale.HALF_YEAR, Scale.YEAR, Scale.SCHOOL_YEAR)
_STAGES = (
    *("смена", "поток", "заезд", "этап", "тур", "период"),
    *("группа", "подгруппа", "класс", "отряд"),
)
_BEGINNINGS = (Kind.SINCE, Kind.MONTH, *DAYS)
JOINTS = (Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.DASH, Kind.COLON)


def read_remark(cursor: Cursor) -> Remark | None:
    """As in "ориентировочно", "1 мая, не позднее"."""
    said = cursor.take(Kind.REMARK)
    if said:
        return Remark(hedges=bool(said.value))
    behind = cursor.ahead(-1).kind is Kind.COMMA and cursor.ahead(-2).kind in _ENDS_OF_DAYS
    last = cursor.take(Kind.UNTIL) if behind else None
    return Remark() if last and last.word in _AT_THE_LATEST and cursor.ended else None


def read_occasion(cursor: Cursor) -> Remark | None:
    """As in "до 1 сентября (начало учебного года)": what a day is; a month it would change."""
    before = cursor.spoken[: cursor.at - 1]
    dated = any(each.kind in DAYS for each in before)
    if not dated or cursor.ahead(-1).kind is not Kind.OPEN:
        return None
    edge = cursor.take(Kind.START, Kind.END)
    named = edge and (cursor.take_unit(Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR, Unit.SCHOOL_YEAR))
    return Remark() if named and cursor.sees(Kind.CLOSE) else None


def read_once(cursor: Cursor) -> Remark | None:
    """As in "май, 1 раз", "сентябрь (2 раза)": how often within the time that stands before.

    Before several times it counts them: "2 раза: май, ноябрь".
    """
    before = cursor.spoken[: cursor.at]
    begins = not before and cursor.ahead().word in ("once", "один")
    parted = bool(before) and before[-1].kind in (Kind.COMMA, Kind.OPEN, Kind.DASH, Kind.COLON)
    cursor.skip(Kind.AT_LEAST)
    count, times = cursor.take(Kind.NUMBER, Kind.COUNT), cursor.take(Kind.TIMES)
    if times is None or (count and not count.value):
        return None
    often = (count.value if count else 1) * times.value
    if not before and cursor.sees(Kind.COLON, Kind.DASH, Kind.OPEN):
        named = [each for each in cursor.spoken if each.kind in (Kind.MONTH, Kind.DAY_MONTH)]
        return Remark() if len(named) == often else None
    once = count is not None and often == 1 and not before
    if once and cursor.sees(Kind.IN, Kind.SEASON) and cursor.foresees(_in_part_of_year):
        return Remark()  # "1 раз в марте"
    if begins and often == 1 and (cursor.sees(Kind.COMMA) or (count and cursor.sees(Kind.UNTIL))):
        return Remark()  # "один раз до 1 июля"
    # Of a stretch it is not said when in it: "май – июнь, 2 раза".
    stretch = any(each.kind is Kind.DASH for each in before[:-1])
    alone = cursor.ended or cursor.sees(Kind.COMMA, Kind.CLOSE, Kind.SEMICOLON)
    return Remark() if parted and alone and (often == 1 or not stretch) else None


def _in_part_of_year(cursor: Cursor) -> bool | None:
    cursor.skip(Kind.IN)
    point = read_point(cursor)
    alone = cursor.ended or cursor.sees(Kind.COMMA, Kind.CLOSE)
    part = point is not None and point.scale in (Scale.MONTH, Scale.SEASON)
    return (part and alone) or None


def read_lead_in(cursor: Cursor) -> Remark | None:
    """As in "Срок: …" before a deadline says nothing of its own."""
    return Remark() if cursor.take(Kind.TERM) and not cursor.ended else None


def read_label(cursor: Cursor) -> Remark | None:
    """Words before a dash or a colon: "Сводный отчет – до 5 ноября", "2 этап: октябрь".

    Several stages may go without: "1 смена 1-21 июня, 2 смена 25 июня – 15 июля".
    """
    since = cursor.at
    if cursor.ahead(-1).word == "дата":
        return None  # "дата публикации: …"
    if cursor.attempt(_stage):
        return Remark()
    cursor.attempt(_time_of_label)
    cursor.skip(Kind.WORD, Kind.WHICH, Kind.ORDINAL, Kind.NUMBER, Kind.NTH)
    words = cursor.spoken[since : cursor.at]
    named = [lexeme.word for lexeme in words if lexeme.kind is Kind.WORD and lexeme.word.isalpha()]
    if not named or any(map(_says_more, words)) or is_glued(cursor) or _cuts_range(cursor):
        return None
    if cursor.ahead().word in OF_UNITS and cursor.ahead(-1).kind is Kind.WORD:
        cursor.at += 1  # "итоги года – …"
    cursor.attempt(_planned_for)
    bounded = cursor.ahead(1).kind is Kind.UNTIL and not _names_somebody(named, cursor)
    aside = (Kind.OPEN,) if bounded else ()  # "спринт 14 (до 17.07)"
    again = any("очеред" in each.word for each in words)  # "очередная поверка: май 2026"
    if not cursor.take(Kind.DASH, Kind.COLON, *aside) or not (again or _labels(named, cursor)):
        return None
    return Remark() if cursor.ahead().kind not in (Kind.NOTHING, Kind.WORD, Kind.STOP) else None


def _cuts_range(cursor: Cursor) -> bool:
    """The last number may be the first day of a range: "библиотеки 9 – 11 июня"."""
    own = cursor.ahead(-2).word in ("№", "n", *_STAGES)
    ranged = cursor.ahead(-1).kind in NUMERALS and cursor.ahead(1).kind in NUMERALS
    return ranged and cursor.sees(Kind.DASH) and not own


def _names_somebody(words: list[str], cursor: Cursor) -> bool:
    """As in "директор (до 15 мая)", who may be one until then."""
    known = [cursor.vocabulary.word(word) for word in words] if cursor.vocabulary else []
    return any(each.animate or NAMES & each.marks or not each.nouns for each in known[-1:])


def _planned_for(cursor: Cursor) -> bool | None:
    """As in "план закупок на 2027 год – …", "подписка на II полугодие – …"."""
    point = read_point(cursor) if cursor.ahead().word == "на" and cursor.take(Kind.IN) else None
    return (point is not None and point.scale in _PLANNED) or None


def _stage(cursor: Cursor) -> bool | None:
    number, name = cursor.take(*NUMERALS), cursor.take(Kind.WORD, Kind.WHILE)
    if number is None or name is None or name.word not in _STAGES or not cursor.sees(*_BEGINNINGS):
        return None
    return [each.word for each in cursor.spoken].count(name.word) > 1 or None


def _time_of_label(cursor: Cursor) -> Point | None:
    """What an English label may begin with: "Spring inspection: by April 30", "Q1 report: …"."""
    english = cursor.ahead().word.isascii()
    point = read_point(cursor) if english else None
    whole = point is not None and point.scale is not Scale.DAY
    return point if whole and cursor.sees(Kind.WORD) else None


def _says_more(lexeme: Lexeme) -> bool:
    """It numbers something, tells another time or a deed: no mere label."""
    return is_other(lexeme) or any(denied(lexeme.word) for denied in _NO_LABELS)


def _labels(named: list[str], cursor: Cursor) -> bool:
    """Whether these words may head what stands behind the mark."""
    if is_opinion(named[0]):
        return False
    if is_dated_paper(named[-1]) and cursor.sees(Kind.DAY_MONTH, Kind.NUMBER):
        return False
    # "а) апрель", "5 «А» – май"
    if any(map(is_harmless, named)) or max(map(len, named)) == 1:
        return True
    return may_label(named, cursor.vocabulary) and _is_due(cursor)  # not "архив: март"


def _is_due(cursor: Cursor) -> bool:
    """What follows a label of any words is a deadline by its bound, or one of several."""
    colons = sum(mark.kind is Kind.COLON for mark in cursor.spoken)
    dashes = cursor.line.count(" –") + cursor.line.count(" -")  # not that of "май-2026"
    spelled = cursor.sees(Kind.NUMBER) and cursor.ahead(1).kind is Kind.MONTH
    if cursor.vocabulary and cursor.ahead(-1).kind is Kind.DASH:
        label = cursor.ahead(-2)
        short = is_abbreviation(label, cursor.line) and not is_law(label.word)
        if spelled or (short and not is_short_day(cursor.ahead())):
            return True  # "последний звонок – 25 мая", "ЛОК – июнь"
    return cursor.sees(Kind.UNTIL) or (max(colons, dashes) > 1 and not is_short_day(cursor.ahead()))


def read_report(cursor: Cursor) -> Remark | None:
    """As in "за год – до…", "отчет за I полугодие до…", "до 1 марта за прошлый год"."""
    mark = cursor.ahead(-1).kind
    parted = mark in (Kind.COMMA, Kind.DASH, Kind.SEMICOLON)
    before = cursor.ahead(-2 if parted else -1).kind  # "до 10 апреля, отчет за I квартал"
    cursor.skip(Kind.WORD)
    results = cursor.ahead().kind is Kind.WAIT and cursor.ahead().value == Wait.AFTERWARDS
    about = _about(cursor) if cursor.take(Kind.FOR, *((Kind.WAIT,) if results else ())) else None
    if about is None:
        return None
    if mark is Kind.OPEN and cursor.sees(Kind.CLOSE):
        return Remark(about)
    behind = before in _ENDS_OF_DAYS and not results
    if behind and (cursor.ended or cursor.sees(Kind.COMMA, Kind.SEMICOLON)):
        return Remark(about)
    cursor.take(Kind.DASH, Kind.COLON, *((Kind.COMMA,) if results else ()))
    return Remark(about) if cursor.sees(Kind.UNTIL) else None


def read_headed(cursor: Cursor) -> Remark | None:
    """As in "I квартал – до 10 апреля, II квартал – до 10 июля"."""
    about = read_point(cursor)
    parted = about is not None and about.scale in (Scale.SEASON, Scale.QUARTER, Scale.HALF_YEAR)
    if not parted or not cursor.take(Kind.DASH, Kind.COLON):
        return None
    return Remark(about, heads=True) if cursor.sees(Kind.UNTIL) else None


def _about(cursor: Cursor) -> Point | None:
    """A period reported on; "6 месяцев" are the first of the year."""
    return cursor.attempt(_first_months) or read_point(cursor)


def _first_months(cursor: Cursor) -> Point | None:
    number = cursor.take(Kind.NUMBER, Kind.COUNT)
    if number is None:  # "за полугодие – …, за год – …"
        return Point(scale=Scale.HALF_YEAR, number=1) if cursor.take_unit(Unit.HALF_YEAR) else None
    if not cursor.take_unit(Unit.MONTH) or not 1 <= number.value <= MONTHS_IN_YEAR:
        return None
    said = cursor.attempt(read_year)
    return Point(scale=Scale.MONTH, month=number.value, year=said.year if said else None)


def is_figure_as_of(cursor: Cursor) -> bool:
    """As in "на 01.01.2026 – 45 %", where nothing is due on that day."""
    if cursor.ahead(-1).kind is not Kind.DASH or not cursor.sees(Kind.NUMBER):
        return False
    at = -2
    while cursor.ahead(at).kind in (*DAYS, *_ENDS_OF_DAYS[:-2]):
        at -= 1
    return cursor.ahead(at).word == "на" and at < -2


def read_name(cursor: Cursor) -> Name | None:
    """Words after a dash or in brackets up to the next mark, or before "до"."""
    after = cursor.ahead(-1).kind in (Kind.DASH, Kind.OPEN)
    if is_figure_as_of(cursor):
        return None
    since = cursor.at
    cursor.skip(Kind.WORD, Kind.NUMBER, Kind.ORDINAL, Kind.NTH)
    words = [each.word for each in cursor.spoken[since : cursor.at] if each.kind is Kind.WORD]
    if not words or any(map(tells_another_time, words)) or is_glued(cursor):
        return None  # the last is half of «отчётно-выборная»
    ended = cursor.ended or cursor.sees(Kind.CLOSE, *JOINTS)
    return Name() if (ended if after else cursor.sees(Kind.UNTIL)) else None
