"""All readings of a phrase: every way to part it into clauses that covers all of its words."""

import re

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.affairs import tells_past
from sheetsync.words.grammar.clauses import AllYear, Clause, Meaning, readers_of
from sheetsync.words.grammar.cursor import Cursor, is_quoted, is_short_day
from sheetsync.words.grammar.events import Relative
from sheetsync.words.grammar.expressions import Bound, Periods
from sheetsync.words.grammar.left_over import LeftOver
from sheetsync.words.grammar.point import Edge, Scale
from sheetsync.words.grammar.remarks import Name, Remark
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.lexicon.kinds import Kind, Wait

Reading = tuple[Clause, ...]
# A phrase that can be parted in more ways than this is a riddle; the bound keeps long lists cheap.
_MOST_READINGS = 16
_JOINTS = (
    *(Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.DASH, Kind.COLON, Kind.SLASH),
    *(Kind.OPEN, Kind.CLOSE),
)
# Times beside these are others: of illness, of a validity, of a report.
_OF_OTHERS = (
    *("в случае", "in case", "in the event", "until further"),
    *("в отсутствие", "до отмен", "до особого", "при перенос", "при отмен"),
    *("срок действия", "срока действия", "период отч"),
)
# How a whole year begins where it says when: "в течение 2026 года", "during 2026".
_ALL_OF = (
    *("в т", "втеч", "в прод", "на прот", "весь", "до", "к ", "не ", "с "),
    *("during", "thr", "within", "over", "by ", "every", "each"),
)
_YEAR_LONG = (Scale.YEAR, Scale.SCHOOL_YEAR)
_BRACKETS = (Kind.OPEN, Kind.CLOSE)
_BARE_TIMES = (Kind.NUMBER, Kind.NTH, Kind.DAY_MONTH, Kind.MONTH, Kind.ORDINAL, Kind.OF)
_AGREED = (Wait.PLAN, Wait.REQUEST, Wait.TERM)  # "по графику в мае", "по согласованию в мае"
_TITLE = re.compile(r"«[^»]*[-–—]\s?\d{4}»")
_NONE = ("no ", "none", "нет ", "без ")
# A time that begins with one of these is no name: "прием заявок до 5 мая", "pilot in May".
_HEADS_OF_TIMES = (Kind.UNTIL, Kind.IN, Kind.SINCE, Kind.NOT_BEFORE, Kind.START, Kind.END)
# Stems of what is due without changing when.
_STAGES = (
    *("отчет", "итог", "этап", "тур", "стади", "смен", "поток", "заезд", "проект", "план"),
    *("очн", "заочн", "отборочн", "полуфинал", "финал", "школьн", "районн", "городск"),
    *("областн", "муниципальн", "региональн", "промежуточн", "первичн", "подготовк", "проведени"),
)


@frozen_positional
class NotUnderstood(Exception):
    """The words that no reader takes."""

    quote: str


@frozen_positional
class _Step:
    """One clause that can begin at a place, the joints before it, and where it ends."""

    clause: Clause
    joints: frozenset[Kind]
    opens: Kind  # the kind of its first lexeme
    short_day: bool  # that is "12.05"
    quoted: bool  # it stands in quotation marks: «Май» is a name
    end: int
    cost: int  # lexemes that only name something or are left over


@frozen_positional
class _Tail:
    """One way to go on from a place to the end."""

    cost: int
    steps: tuple[_Step, ...] = ()


def readings(cursor: Cursor, *, with_remarks: bool = False) -> tuple[Reading, ...]:
    """The readings that leave the fewest words without a meaning, the likeliest first.

    `with_remarks` lets plain words stand beside the time as a remark. Raises NotUnderstood with
    the first words that no reading gets past.
    """
    places = _lattice(cursor, with_remarks)
    tails: dict[int, list[_Tail]] = {}
    for at in sorted(places, reverse=True):
        tails[at] = _tails(places[at], tails)
    found = [tuple(step.clause for step in tail.steps) for tail in tails[0]]
    kept = tuple(reading for reading in found if not _lone_name(reading))
    if not kept:
        raise NotUnderstood(_lone_name(found[0]) if found else _stuck(places, cursor))
    return kept


def _lattice(cursor: Cursor, with_remarks: bool) -> dict[int, list[_Step] | None]:
    """What can begin at every place that is reached from the first; None where the phrase ends."""
    places: dict[int, list[_Step] | None] = {}
    ahead = {0}
    while ahead:
        at = min(ahead)
        ahead.remove(at)
        places[at] = steps = _steps(cursor, at, with_remarks)
        ahead.update(step.end for step in steps or () if step.end not in places)
    return places


def _steps(cursor: Cursor, at: int, with_remarks: bool) -> list[_Step] | None:
    cursor.at = at
    cursor.skip(*_JOINTS)
    since = cursor.at
    if cursor.ended:
        return None
    joints = frozenset(lexeme.kind for lexeme in cursor.spoken[at:since])
    bracketed, opens = _bracketed(cursor, since), cursor.ahead()
    quoted = is_quoted(cursor.ahead(), cursor.line)
    named = _inside_name(cursor, since)
    found: dict[tuple[int, Meaning], _Step] = {}
    ahead = cursor.kinds_ahead()
    for reader in readers_of(cursor.kinds, ahead, with_remarks=with_remarks):
        cursor.at = since
        meaning = reader(cursor)
        if named and isinstance(meaning, Periods):
            continue
        if isinstance(meaning, Waiting) and not cursor.ended and tells_past(cursor, since):
            continue
        if meaning is not None and cursor.at > since and (cursor.at, meaning) not in found:
            # Without "и", which costs nothing between two names either: "(концерт и выставка)".
            spent = [each for each in cursor.spoken[since : cursor.at] if each.kind is not Kind.AND]
            cost = len(spent) if isinstance(meaning, Name | LeftOver) else 0
            clause = Clause(meaning, cursor.quote(since), bracketed)
            found[cursor.at, meaning] = _Step(
                clause, joints, opens.kind, is_short_day(opens), quoted, cursor.at, cost
            )
    return list(found.values())


def _inside_name(cursor: Cursor, at: int) -> bool:
    """Words before the place stand in the same quotation marks: «Подросток – лето»."""
    begins = cursor.ahead().start
    opened = cursor.line.rfind("«", 0, begins)
    if opened < 0:
        return False
    titled = _TITLE.match(cursor.line, opened)
    if titled and begins < titled.end():
        return True  # «Весна-2026»
    if "»" in cursor.line[opened:begins]:
        return False
    return any(each.start > opened and each.kind is Kind.WORD for each in cursor.spoken[:at])


def _bracketed(cursor: Cursor, at: int) -> bool:
    brackets = (word.kind for word in reversed(cursor.spoken[:at]) if word.kind in _BRACKETS)
    return next(brackets, Kind.CLOSE) is Kind.OPEN


def _tails(steps: list[_Step] | None, tails: dict[int, list[_Tail]]) -> list[_Tail]:
    """The cheapest ways to go on to the end."""
    if steps is None:
        return [_Tail(0)]
    found = [
        _Tail(step.cost + tail.cost, (step, *tail.steps))
        for step in steps
        for tail in tails[step.end]
        if not tail.steps or _follows(step, *tail.steps[:2])
    ]
    least = min((tail.cost for tail in found), default=0)
    return [tail for tail in found if tail.cost == least][:_MOST_READINGS]


def _follows(before: _Step, after: _Step, last: _Step | None = None) -> bool:
    """The second clause can stand behind the first with these joints between them.

    Two lists without a comma are neither a list nor a range: "1 мая – 2 июня – 3 июля", with
    words between them or without.
    """
    first, second = before.clause.meaning, after.clause.meaning
    if isinstance(second, Periods):
        if isinstance(first, Waiting | Relative):
            return not _belongs_to_wait(before, after, second)
        if isinstance(first, AllYear) and Kind.COLON in after.joints:
            return False  # "отчетный период: май"
        if isinstance(first, Periods):
            parted = not after.joints <= {Kind.DASH} and Kind.COLON not in after.joints
            return parted or _whole_years(second)  # "весной и осенью: апрель, сентябрь" is unclear
        return not _belongs_to_words(before, after)
    headed = isinstance(second, Name | LeftOver) and after.joints & {Kind.DASH, Kind.COLON}
    if headed and _names_year(before.clause):
        return False  # "2025/2026 уч. г. – итоги"
    if not isinstance(first, Periods) or after.joints:
        return not _towards(before, after)
    if second == Waiting(Wait.OWN_TERM, after.clause.quote):
        return False  # "Fall 2026 semester"
    if isinstance(second, LeftOver):
        return _touches(first, second) and (last is None or bool(last.joints))
    return True


def _towards(before: _Step, after: _Step) -> bool:
    """A bare time right after what is waited for may belong to it: "по решению Совета 15 мая"."""
    waits = isinstance(before.clause.meaning, Waiting | Relative)
    leads = isinstance(before.clause.meaning, LeftOver) and before.opens is not Kind.WORD
    return (waits or leads) and not after.joints and after.opens in _BARE_TIMES


def _belongs_to_wait(waited: _Step, after: _Step, times: Periods) -> bool:
    """The time says more about what is waited for: "до проверки в мае", "no deadline before May".

    A plan "на I полугодие" is that time's own; one "на 2025 год" may be of long ago.
    """
    quote = waited.clause.quote.casefold()
    if quote.startswith(_OF_OTHERS):
        return True  # "в случае болезни – 15 мая"
    if after.joints:
        return False
    if quote.startswith(_NONE) or after.opens in _BARE_TIMES:
        return True
    if quote.startswith("при ") and after.opens is Kind.UNTIL:
        return True  # "при поступлении заявки до 15 мая"
    years = any(point.year for point in times.points)
    planned = isinstance(waited.clause.meaning, Waiting) and waited.clause.meaning.wait in _AGREED
    return after.opens is Kind.IN and (years or not planned)


def _belongs_to_words(before: _Step, after: _Step) -> bool:
    """The time is a number or a name of the words before it, "каб. 12.05", or is doubted."""
    words = before.clause.meaning
    if before.opens is Kind.QUESTION:
        return True  # "май? июнь?"
    labelled = isinstance(words, Remark) and before.opens is Kind.WORD
    if after.quoted and (labelled or isinstance(words, LeftOver)):
        return True  # «тема: «Зима»»
    if (labelled or isinstance(words, LeftOver)) and _names_year(after.clause):
        return True
    if not isinstance(words, LeftOver) or after.joints:
        return False
    if _towards(before, after) or after.clause.quote.startswith("на "):
        return True  # "план на май", "подписка на II полугодие"
    headed = words.known and after.opens in _HEADS_OF_TIMES
    return not (headed or words.leads) or after.quoted or after.short_day


def _touches(times: Periods, words: LeftOver) -> bool:
    """As in "June board meeting", "до 5 мая на стадионе"; not "spring cleaning", "Q1 report"."""
    month = times.points[-1].scale is Scale.MONTH
    return words.task or (month and words.meets and times.bounds == [Bound.WITHIN])


def _names_year(clause: Clause) -> bool:
    """As in "итоги 2025 года", "«Лыжня – 2026»": such a year belongs to the words before it."""
    if not isinstance(clause.meaning, Periods):
        return False
    points = clause.meaning.points
    years = all(point.scale in _YEAR_LONG and point.edge is Edge.NONE for point in points)
    return years and not clause.quote.casefold().startswith(_ALL_OF)


def _whole_years(periods: Periods) -> bool:
    """As in "ежегодно май 2025-2027", whose years may be those of the repetition."""
    return all(
        len(item.points) > 1 and {point.scale for point in item.points} == {Scale.YEAR}
        for item in periods.items
    )


def _lone_name(reading: Reading) -> str:
    """Words beside a time are its name only where each of several times has one.

    Beside a single one they may well change it, "апрель (под вопросом)", unless they name no more
    than a stage or a paper: "апрель (1 этап)", "до 5 мая – отчет". Empty where all is well.
    """
    names = [clause.quote for clause in reading if isinstance(clause.meaning, Name)]
    if all(_is_stage(name) for name in names):
        return ""
    kinds = [type(clause.meaning) for clause in reading]
    patterns = ([Periods, Name] * len(names), [Name, Periods] * len(names))
    return "" if len(names) > 1 and kinds in patterns else names[0]


def _is_stage(name: str) -> bool:
    return all(word.startswith(_STAGES) for word in fold(name).split() if word.isalpha())


def _stuck(places: dict[int, list[_Step] | None], cursor: Cursor) -> str:
    """The words from the first place without a clause to the next mark, at least one."""
    dead = [at for at, steps in places.items() if steps == []]
    if not dead:
        return cursor.line
    cursor.at = max(dead)
    cursor.skip(*_JOINTS)
    since = cursor.at
    cursor.at += 1
    while not cursor.ended and not cursor.sees(*_BRACKETS, Kind.COMMA, Kind.SEMICOLON):
        cursor.at += 1
    return cursor.quote(since)
