"""The reading of statements about parts: which occurrence or milestone each is about."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile, zip_longest

from sheetsync.model import Deadline, Meaning, Milestone, PartProgress, Progress
from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import common_start, fold
from sheetsync.words.lexicon.calendar import IN_SEASONS, MONTH_NAMES, SEASONAL
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, answer, deed_days, doubt, target_day
from sheetsync.words.status.dates import Grain, without_days
from sheetsync.words.status.readings.unfinished import is_unfinished
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement

_MEANINGS = {
    Sign.CLOSED: Meaning.DONE,
    Sign.FACT: Meaning.DONE,
    Sign.DAYS: Meaning.DONE,
    Sign.PARTIAL: Meaning.PARTIAL,
    Sign.NOT_DONE: Meaning.NOT_DONE,
    Sign.PLANNED: Meaning.PLANNED,
    Sign.IN_WORK: Meaning.IN_WORK,
    Sign.HABIT: Meaning.IN_WORK,
    Sign.POSTPONED: Meaning.POSTPONED,
    Sign.CANCELLED: Meaning.CANCELLED,
    Sign.WAITING: Meaning.STILL_WAITING,
}
_LACKING = (Sign.PARTIAL, Sign.NOT_DONE, Sign.WAITING)
# What another part may be called by: «3 квартал сдан, 4 в работе».
_ANOTHER = pattern(r"^[\di]|\b(?:остальн|друг|втор|трет)")
# Words that many names share tell no part from another.
_SHARED = pattern(r"район|город|област|округ|поселен|муниц|р-н|отдел|совет|квартал|полугод")

# How else months and seasons are named: «весной», «осеннее», «мартовское»; not «Октябрьский район».
_MONTH_STEMS = [name.removesuffix("ь") for name in MONTH_NAMES]
_MONTHS_OF = {
    **{stem: (at,) for at, stem in enumerate(_MONTH_STEMS, 1)},
    "вес": (3, 4, 5),
    "лет": (6, 7, 8),
    "осен": (9, 10, 11),
    "зим": (12, 1, 2),
}
_TIME = pattern(
    rf"\b(?:(?:{'|'.join(_MONTH_STEMS)})ь?(?:ов)?ск\w{{2,3}}"
    rf"|{'|'.join(IN_SEASONS)}|(?:{'|'.join(SEASONAL)})\w{{2,3}})\b"
)
_PLACE = pattern(r"\w+ск\w+(?: (?:район|округ|ул|пос|сельс|школ|филиал|отделени|праздник)|$)")
_YEAR = pattern(r"(?:(?:за|в) )?(20\d\d)(?: ?г(?:од[ау]?)?\.?)?")

_BARE = pattern(r"[а-я-]+(?: [а-я-]+)?(?: +и)?[ ,.]*")
_HANDED_IN = pattern(
    r"\b(?:отчет|отчит|сведени|сдан|сдал|представ[ил]|предостав|направ[ил]|отправ[ил])"
)
# A deed this close to a due day, early or late, belongs to it.
_NEAR_DAYS = 31
# Reports are made up in the days after the quarter or month that they are on.
_MADE_UP_IN = timedelta(days=15)


@frozen
class Part:
    """An occurrence or milestone that a status can name."""

    label: str
    starts: date
    due: date


def parts_of(deadline: Deadline, milestones: tuple[Milestone, ...]) -> tuple[Part, ...]:
    """What the measure falls due in: its milestones, or else the deadline's occurrences."""
    named = [(milestone.what, milestone.deadline) for milestone in milestones] or [("", deadline)]
    return tuple(
        Part(label=what or other.label, starts=other.starts or other.due, due=other.due)
        for what, parted in named
        for other in parted.occurrences
    )


def read_parts(case: Case) -> Progress | None:
    """Statements about parts: of a measure that falls due in parts, or several labelled ones."""
    case = replace(case, statements=tuple(_with_listed_days(case)))
    named = [s for s in case.statements if _names_part(case, s)]
    doubtful = [s for s in case.saying(Sign.REQUEST, Sign.UNSURE) if not s.label]
    closed = [s for s in case.saying(Sign.CLOSED) if not s.days and not s.label]
    several = case.in_parts or sum(bool(s.label) for s in named) > 1
    if closed or doubtful or not named or not several:
        return None
    named = [replace(s, sign=Sign.PARTIAL) if _is_left_open(case, s) else s for s in named]
    parts = _each_after_its_period(case, named) or tuple(
        dict.fromkeys(part for s in named for part in _read_part(case, s))
    )
    said = [_meaning_of(case, s) for s in named]
    meaning = _of_parts(case, {meaning for meaning, _ in said})
    # The day matters where the words name no part: what was due by then is done.
    on = None if parts else max((day for _, day in said if day), default=None)
    found = replace(answer(case, meaning, named, on=on), parts=parts)
    whole = {each for each, _ in said} == {Meaning.DONE} and all(s.period for s in named)
    if meaning is Meaning.PARTIAL and whole:
        # «I полугодие: выдано 20; II полугодие: выдано 35» may well be all of it.
        return replace(found, doubts=(doubt(case, "progress-partial"),))
    return found


def _each_after_its_period(case: Case, named: list[Statement]) -> tuple[PartProgress, ...]:
    """«05.04, 03.07, 02.10» of every quarter: as many deeds as were due, each soon after its own.

    By the days alone they would lie in the quarters that had just begun (`help policy`: Marks).
    """
    days = [day for s in named for day in deed_days(case, s)]
    parts = sorted(parts_of(case.deadline, case.milestones), key=lambda part: part.due)[: len(days)]
    bare = all(s.sign in (*DEEDS, Sign.DAYS) and not s.label and not s.period for s in named)
    if not bare or len(days) < 2 or len(parts) < len(days) or max(days) > case.today:
        return ()
    late = (part.due < day <= part.due + _MADE_UP_IN for part, day in zip(parts, days, strict=True))
    if not all(late):
        return ()
    return tuple(
        PartProgress(label=part.label, meaning=Meaning.DONE, on=day)
        for part, day in zip(parts, days, strict=True)
    )


def _with_listed_days(case: Case) -> Iterator[Statement]:
    """With days behind a bare noun as days: «эвакуации 17.03, 14.10»."""
    for said, after in zip_longest(case.statements, case.statements[1:]):
        listed = len(said.days) > 1 or (after is not None and after.sign is Sign.DAYS)
        bare = _BARE.fullmatch(without_days(said.words, said.days))
        is_list = listed and said.sign is Sign.NOTHING and said.days and bare
        yield replace(said, sign=Sign.DAYS) if is_list else said


def _is_left_open(case: Case, statement: Statement) -> bool:
    """«Сентябрь – сведения собраны, отчёт готовится»: what follows leaves the part undone."""
    after = case.statements[case.statements.index(statement) + 1 :]
    same = list(takewhile(lambda s: not _names_part(case, s), after))
    said = [s for s in same if not _ANOTHER.search(s.words)]
    lacking = any(s.sign in _LACKING for s in said)
    return statement.sign in DEEDS and (
        lacking or any(is_unfinished(case, s) for s in (statement, *said))
    )


def _names_part(case: Case, statement: Statement) -> bool:
    if statement.sign is Sign.NOTHING:
        return False
    if statement.period and statement.period.name == "год":
        return False
    dated_deed = statement.sign in (*DEEDS, Sign.DAYS) and bool(statement.days)
    in_time = statement.sign in DEEDS and _times_said(statement.words)
    named = bool(statement.label or statement.period)
    return named or (case.in_parts and bool(dated_deed or in_time))


def _of_parts(case: Case, meanings: set[Meaning]) -> Meaning:
    """One meaning for the cell: of a measure that falls due at once, parts are never all of it."""
    if Meaning.DONE in meanings:
        if case.in_parts:
            return Meaning.DONE_PART
        return Meaning.WORD if case.endless else Meaning.PARTIAL
    if len(meanings) == 1:
        return next(iter(meanings))
    ranked = (Meaning.PARTIAL, Meaning.IN_WORK, Meaning.PLANNED, Meaning.POSTPONED)
    return next((meaning for meaning in ranked if meaning in meanings), Meaning.UNCLEAR)


def _read_part(case: Case, statement: Statement) -> tuple[PartProgress, ...]:
    """What a statement says of the parts it names; a part that the plan lacks keeps its words."""
    parts = parts_of(case.deadline, case.milestones)
    labels = _by_name(statement, parts) or _by_period(statement, parts)
    labels = labels or _by_year(statement, parts)
    labels = labels or _by_time(statement, parts) or _by_report(case, statement, parts)
    labels = labels or _by_day(deed_days(case, statement), parts)
    labels = labels or _own_label(case, statement)
    meaning, on = _meaning_of(case, statement)
    days = deed_days(case, statement) if meaning is Meaning.DONE else ()
    own = {_part_of_day(day, parts): day for day in days}
    own |= {part.label: part.due for part in parts if part.due in days}
    return tuple(
        PartProgress(label=label, meaning=meaning, on=own.get(label, on)) for label in labels
    )


def _meaning_of(case: Case, statement: Statement) -> tuple[Meaning, date | None]:
    """What a statement says by itself and its day: of the deed, or of what is to come."""
    meaning = _MEANINGS.get(statement.sign, Meaning.UNCLEAR)
    if meaning is not Meaning.DONE:
        return meaning, target_day(statement)
    on = max(deed_days(case, statement), default=None)
    if statement.sign is Sign.DAYS:
        on = on or target_day(statement)
        return (Meaning.PLANNED if on and on > case.today else _of_past(statement)), on
    return (Meaning.UNCLEAR if on and on > case.today else meaning), on


def _of_past(statement: Statement) -> Meaning:
    """A day that has passed is a deed's; a bare month that has passed says nothing."""
    is_day = any(day.grain is Grain.DAY for day in statement.days)
    return Meaning.DONE if is_day else Meaning.UNCLEAR


def _by_name(statement: Statement, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Every part that a word of the label names best: «Сафоново и Холм» names two."""
    named: list[str] = []
    for word in _telling_words(statement.label):
        shared = {part.label: _shared(word, part.label) for part in parts if part.label}
        best = max(shared.values(), default=0)
        named += [label for label, length in shared.items() if length == best > 0]
    return tuple(dict.fromkeys(named))


def _telling_words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{3,}", fold(text)) if not _SHARED.match(word)]


def _shared(word: str, label: str) -> int:
    """How many first letters a word shares with a name; 0 if too few to be the same place.

    «Починок» and «Починковский» part after five letters, «Холм» lies in «Холм-Жирковский» whole.
    """
    enough = max(3, len(word) - (1 if len(word) < 6 else 2))
    lengths = (common_start(word, other) for other in _telling_words(label))
    return max((length for length in lengths if length >= enough), default=0)


def _by_period(statement: Statement, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts called as the periods are, «III квартал» due in October, or due within them."""
    named: list[str] = []
    for period in statement.periods:
        called = [part.label for part in parts if part.label in period.names]
        within = (part for part in parts if period.first <= part.due <= period.last)
        named += called or [part.label or period.name for part in within]
    return tuple(dict.fromkeys(named))


def _by_year(statement: Statement, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts due in the year that the label is: «2025 – собраны»."""
    year = _YEAR.fullmatch(statement.label)
    return tuple(
        part.label for part in parts if year and part.label and part.due.year == int(year[1])
    )


def _times_said(words: str) -> dict[str, tuple[int, ...]]:
    """Months and seasons that an adverb or adjective names, and their months: «мартовское»."""
    found = (match for match in _TIME.finditer(words) if not _PLACE.match(words, match.start()))
    return {
        match[0]: next(months for stem, months in _MONTHS_OF.items() if match[0].startswith(stem))
        for match in found
    }


def _by_time(statement: Statement, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts that lie wholly in the month or season: «весной провели», «мартовское сдали»."""
    named: list[str] = []
    for months in _times_said(statement.words).values():
        within = (part for part in parts if part.due.month in months)
        long = len(months) > 1
        named += [
            p.label for p in within if p.label and not (long and p.starts.month not in months)
        ]
    return tuple(dict.fromkeys(named))


def _by_report(case: Case, statement: Statement, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The period that had just ended when a report was handed in: «сдан 03.04» of every quarter."""
    days = [day for said in case.statements for day in deed_days(case, said)]
    if len(days) != 1 or not _HANDED_IN.search(statement.words):
        return ()
    ended = [part.label for part in parts if part.due < days[0] <= part.due + _MADE_UP_IN]
    return tuple(ended[-1:])


def _by_day(days: tuple[date, ...], parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The parts that the days of deeds belong to; where two could be meant, none is."""
    labels = [_part_of_day(day, parts) for day in days]
    return tuple(label for label in labels if label)


def _part_of_day(day: date, parts: tuple[Part, ...]) -> str:
    around = [part.label for part in parts if part.starts <= day <= part.due]
    if around:
        return around[0] if len(around) == 1 else ""
    away = sorted((abs((part.due - day).days), part.label) for part in parts)
    near = [label for distance, label in away if distance == away[0][0] <= _NEAR_DAYS]
    return near[0] if len(near) == 1 else ""


def _own_label(case: Case, statement: Statement) -> tuple[str, ...]:
    if statement.period:
        return (statement.period.name,)
    if not statement.label:
        return tuple(_times_said(statement.words))[:1]
    # Folding keeps nearly every text's length, so the words can be given as people wrote them.
    at = fold(case.text).find(statement.label)
    return (case.text[at : at + len(statement.label)] if at >= 0 else statement.label,)
