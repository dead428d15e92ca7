"""Dates inside a measure's own text: months and days in brackets, with what they belong to."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sheetsync.model import Deadline, DeadlineKind, Milestone, PlanPeriod
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.grammar.lexemes import lexemes, slip_of
from sheetsync.words.grammar.tokens import tokens, visible
from sheetsync.words.lexicon.entries import entries
from sheetsync.words.lexicon.kinds import Kind
from sheetsync.words.parties.without_dictionary import PLURAL_HEADS
from sheetsync.words.pattern import pattern
from sheetsync.words.timing.rules import YEARS

_BRACKET = re.compile(r"\(([^()]*)\)")
# Where what a bracket belongs to cannot reach across: a colon, a full stop after a whole word.
_BARRIER = re.compile(r"[:;()]|(?<=\w{4})\.(?=\s)|[-–—](?=\s)")
_JOINT = re.compile(r",\s*(?:(?:и|а также|and)\s+)?|\s+(?:и|and)\s+")
# «По форме, предоставляемой министерством»: of what stands before the comma.
_TELLS_MORE = pattern(
    r"(?:[а-яё]+(?:ем|им|ом|ющ|ущ|ащ|ящ|вш)"
    r"|(?:посвящ|приуроч|утвержд|установл|предусмотр|указ|организов|провед|направл|связ|разработ"
    r"|подготовл|рекомендов|согласов)[аеё]?нн)"
    r"(?:ый|ая|ое|ые|ого|ой|ому|ую|ом|ым|ых|ыми|ий|яя|ее|ие|его|ей|ему|юю|им|их|ими)(?:ся)?\b"
    r"|(?:в |на |из |по |с |к |о |от |для )?котор[а-яё]+\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:[\s,]|(?:и|а также|and)\s)+")
# What every dated phrase holds, whole or misspelled: one of these words or a day in figures. Most
# brackets of a plan hold neither and are passed over, a hundred times faster than by reading them.
_CALENDAR = frozenset(
    {
        *(Kind.MONTH, Kind.SEASON, Kind.UNIT, Kind.THIS_YEAR, Kind.DAY_OF_MONTH),
        *(Kind.HALF, Kind.DECADE, Kind.QUARTER_SIGN, Kind.HALF_SIGN, Kind.START, Kind.END),
        Kind.YEAR_END,
    }
)
_WHICH_YEAR = "deadline-which-year"
_CONTRADICTED = ("deadline-impossible", "deadline-outside-period", _WHICH_YEAR)
_FIGURES = re.compile(r"\d\s?[./\-\u2010-\u2015\u2212]\s?\d")
_WORD = re.compile(r"[^\W\d_]+")
_DATED = frozenset(
    {
        DeadlineKind.DATE,
        DeadlineKind.MONTH,
        DeadlineKind.RANGE,
        DeadlineKind.QUARTER,
        DeadlineKind.HALF_YEAR,
        DeadlineKind.LIST,
    }
)


@lru_cache(maxsize=4096)  # a plan says the same day after day
def read_milestones(
    text: str, *, year: int, period: PlanPeriod | None = None
) -> tuple[Milestone, ...]:
    """Every bracket that holds a month or a day, once for each thing that it belongs to.

    Brackets with anything else, and years and periods outside brackets, give nothing. A day that
    the calendar does not have gives a milestone whose deadline is unreadable and says why.
    `period` is the calendar year `year` where it is not given.
    """
    if "(" not in text:
        return ()
    plan = period or PlanPeriod.of_year(year)
    for words in _BRACKET.findall(text):
        if _due_in(words, plan):
            return tuple(_milestones(visible(text), plan))
    return ()


def agree(milestones: tuple[Milestone, ...], deadline: Deadline) -> bool:
    """True where the times in the measure only say more exactly what its cell says.

    One that lies outside of the cell's time is another matter, or a mistake in one of the two.
    """
    last, first = deadline.due, deadline.starts
    if last is None or deadline.kind not in _DATED:
        return True
    days = (each.deadline.due for each in milestones)
    return all(day is None or (day <= last and (first is None or first <= day)) for day in days)


def before_its_cell(milestones: tuple[Milestone, ...], deadline: Deadline) -> str:
    """The words of the last milestone where even it is due before the time of the cell ends."""
    days = [(each.deadline.due, each.deadline.text) for each in milestones if each.deadline.due]
    last, said = max(days, default=(None, ""))
    ends = deadline.due if deadline.kind in _DATED else None
    return said if last and ends and last < ends else ""


def _milestones(line: str, period: PlanPeriod) -> Iterator[Milestone]:
    for bracket in _BRACKET.finditer(line):
        deadline = _due_in(bracket[1], period)
        if deadline is None:
            continue
        first, names = _owners(line[: bracket.start()])
        whole = line[first : bracket.end()]
        yield from (Milestone(what=name, text=whole, deadline=deadline) for name in names)


def _may_be_dated(words: str) -> bool:
    return bool(_FIGURES.search(words)) or any(map(_of_calendar, _WORD.findall(words)))


@lru_cache(maxsize=65536)
def _of_calendar(word: str) -> bool:
    return any(
        token.word in _calendar_words() or slip_of(token.word) in _calendar_words()
        for token in tokens(word)
    )


@cache
def _calendar_words() -> frozenset[str]:
    forms = (form for kind, _, forms in entries() if kind in _CALENDAR for form in forms)
    return frozenset(" ".join(forms).split())


@lru_cache(maxsize=4096)
def _due_in(words: str, period: PlanPeriod) -> Deadline | None:
    """What a bracket says, once for all measures that say the same; None where it is no time."""
    said = visible(words)
    if not _may_be_dated(said) or _is_occasion(said):
        return None
    deadline = read_deadline(words, year=period.starts.year, period=period)
    # Whose quarters «раз в квартал» means is asked in some periods; it is no milestone in any.
    asked = any(doubt.code == _WHICH_YEAR for doubt in deadline.doubts)
    if asked and read_deadline(words, year=period.starts.year).kind is DeadlineKind.RECURRING:
        return None
    if asked and _names_alone(said, Kind.SEASON):  # «(подготовка к зиме)»: the cell says when
        return None
    return deadline if _is_due(deadline, period) else None


def _is_occasion(words: str) -> bool:
    """«(День пожилого человека)» says what for: what is held for it may have a day of its own."""
    return _names_alone(words, Kind.NAMED_DAY)


def _names_alone(words: str, kind: Kind) -> bool:
    """Whether they name a time of that kind, and neither a month nor a figure."""
    kinds = {lexeme.kind for lexeme in lexemes(words)}
    return kind in kinds and Kind.MONTH not in kinds and not re.search(r"\d", words)


def _is_due(deadline: Deadline, period: PlanPeriod) -> bool:
    """It names a time to act: not "(2019-2020 гг.)", "(с марта)" or a day of long ago."""
    if any(doubt.code in _CONTRADICTED for doubt in deadline.doubts):
        return True
    if deadline.kind not in _DATED or deadline.due is None or deadline.rule == YEARS.name:
        return False
    return period.starts.year <= deadline.due.year <= period.ends.year + 1


def _owners(before: str) -> tuple[int, list[str]]:
    """Where the words that own a bracket begin in the text before it, and the owners' names."""
    barriers = [match.end() for match in _BARRIER.finditer(before)]
    start = barriers[-1] if barriers else 0
    leading = _LEADING.match(before[start:])
    start += leading.end() if leading else 0
    pieces = _pieces(before, start)
    group = _shared(pieces)
    if group:
        return group
    commas = [at for at, _ in pieces if before[:at].rstrip().endswith((",", ", и"))]
    own = (at for at in reversed(commas) if not _TELLS_MORE.match(before, at))
    first = next(own, start)
    name = before[first:].strip()
    return first, [name] if name else []


def _pieces(before: str, start: int) -> list[tuple[int, str]]:
    """The parts between commas and "и", each with its place."""
    found: list[tuple[int, str]] = []
    at = start
    for joint in _JOINT.finditer(before, start):
        found.append((at, before[at : joint.start()]))
        at = joint.end()
    return [*found, (at, before[at:].strip())]


def _shared(pieces: list[tuple[int, str]]) -> tuple[int, list[str]] | None:
    """As in "Сафоновский и Холм-Жирковский районы": names that share a head in the plural."""
    last = pieces[-1][1].split()
    if len(last) != 2 or last[1] not in PLURAL_HEADS:
        return None
    head, endings = PLURAL_HEADS[last[1]]
    names = [last[0]]
    first = pieces[-1][0]
    for at, piece in reversed(pieces[:-1]):
        if " " in piece or not piece:
            break
        first, names = at, [piece, *names]
    agree = all(name.endswith(endings) for name in names)
    return (first, [f"{name} {head}" for name in names]) if agree and len(names) > 1 else None
