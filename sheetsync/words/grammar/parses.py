"""All parses of a phrase: every way to part it into clauses that covers all of its words."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import fold
from sheetsync.words.grammar.clauses import Clause, Content, readers_of
from sheetsync.words.grammar.cursor import Cursor, is_quoted, is_short_day
from sheetsync.words.grammar.dictionary import tells_past
from sheetsync.words.grammar.joints import Step, follows
from sheetsync.words.grammar.left_over import LeftOver
from sheetsync.words.grammar.remarks import Name
from sheetsync.words.grammar.times import Periods
from sheetsync.words.grammar.waits import Waiting
from sheetsync.words.lexicon.kinds import BRACKETS, Kind
from sheetsync.words.pattern import pattern

Parse = tuple[Clause, ...]
# A phrase that can be parted in more ways than this is a riddle; the bound keeps long lists cheap.
_MOST_PARSES = 16
_JOINTS = (
    *(Kind.COMMA, Kind.AND, Kind.SEMICOLON, Kind.DASH, Kind.COLON, Kind.SLASH),
    *BRACKETS,
)
_TITLE = pattern(r"«[^»]*[-–—]\s?\d{4}»")
# Stems of what is due without changing when.
_STAGES = (
    *("отчет", "итог", "этап", "тур", "стади", "смен", "поток", "заезд", "проект", "план"),
    *("очн", "заочн", "отборочн", "полуфинал", "финал", "школьн", "районн", "городск"),
    *("областн", "муниципальн", "региональн", "промежуточн", "первичн", "подготовк", "проведени"),
    *("подготовительн", "заключительн", "основн", "организационн"),
)


@frozen_positional
class NotUnderstood(Exception):
    """The words that no reader takes."""

    quote: str


@frozen_positional
class _Tail:
    """One way to go on from a place to the end."""

    cost: int
    steps: tuple[Step, ...] = ()


def parses(cursor: Cursor, *, with_remarks: bool) -> tuple[Parse, ...]:
    """The parses that leave the fewest words over, the likeliest first.

    `with_remarks` lets plain words stand beside the time as a remark. Raises NotUnderstood with
    the first words that no parse gets past.
    """
    places = _lattice(cursor, with_remarks)
    tails: dict[int, list[_Tail]] = {}
    for at in sorted(places, reverse=True):
        tails[at] = _tails(places[at], tails)
    found = [tuple(step.clause for step in tail.steps) for tail in tails[0]]
    kept = tuple(parse for parse in found if not _lone_name(parse))
    if not kept:
        raise NotUnderstood(_lone_name(found[0]) if found else _stuck(places, cursor))
    return kept


def _lattice(cursor: Cursor, with_remarks: bool) -> dict[int, list[Step] | None]:
    """What can begin at every place that is reached from the first; None where the phrase ends."""
    places: dict[int, list[Step] | None] = {}
    ahead = {0}
    while ahead:
        at = min(ahead)
        ahead.remove(at)
        places[at] = steps = _steps(cursor, at, with_remarks)
        ahead.update(step.end for step in steps or () if step.end not in places)
    return places


def _steps(cursor: Cursor, at: int, with_remarks: bool) -> list[Step] | None:
    cursor.at = at
    cursor.skip(*_JOINTS)
    since = cursor.at
    if cursor.ended:
        return None
    joints = frozenset(lexeme.kind for lexeme in cursor.spoken[at:since])
    bracketed, opens = _bracketed(cursor, since), cursor.ahead()
    quoted = is_quoted(cursor.ahead(), cursor.line)
    named = _inside_name(cursor, since)
    steps: dict[tuple[int, Content], Step] = {}
    ahead = cursor.kinds_ahead()
    for reader in readers_of(cursor.kinds, ahead, with_remarks=with_remarks):
        cursor.at = since
        content = reader(cursor)
        if named and isinstance(content, Periods):
            continue
        if isinstance(content, Waiting) and not cursor.ended and tells_past(cursor, since):
            continue
        if content is not None and cursor.at > since and (cursor.at, content) not in steps:
            # Without marks and "и", which cost nothing between two names: "(концерт и выставка)".
            spoken = cursor.spoken[since : cursor.at]
            spent = [each for each in spoken if each.kind not in (Kind.AND, Kind.DASH)]
            cost = len(spent) if isinstance(content, Name | LeftOver) else 0
            clause = Clause(content, cursor.quote(since), bracketed)
            steps[cursor.at, content] = Step(
                clause, joints, opens.kind, is_short_day(opens), quoted, cursor.at, cost
            )
    return list(steps.values())


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
    brackets = (word.kind for word in reversed(cursor.spoken[:at]) if word.kind in BRACKETS)
    return next(brackets, Kind.CLOSE) is Kind.OPEN


def _tails(steps: list[Step] | None, tails: dict[int, list[_Tail]]) -> list[_Tail]:
    """The cheapest ways to go on to the end."""
    if steps is None:
        return [_Tail(0)]
    found = [
        _Tail(step.cost + tail.cost, (step, *tail.steps))
        for step in steps
        for tail in tails[step.end]
        if not tail.steps or follows(step, *tail.steps[:2])
    ]
    least = min((tail.cost for tail in found), default=0)
    return [tail for tail in found if tail.cost == least][:_MOST_PARSES]


def _lone_name(parse: Parse) -> str:
    """Words beside a time are its name only where each of several times has one.

    Beside a single one they may well change it, "апрель (под вопросом)", unless they name no more
    than a stage or a paper: "апрель (1 этап)", "до 5 мая – отчет". Empty where all is well.
    """
    names = [clause.quote for clause in parse if isinstance(clause.content, Name)]
    if all(_is_stage(name) for name in names):
        return ""
    kinds = [type(clause.content) for clause in parse]
    patterns = ([Periods, Name] * len(names), [Name, Periods] * len(names))
    return "" if len(names) > 1 and kinds in patterns else names[0]


def _is_stage(name: str) -> bool:
    return all(word.startswith(_STAGES) for word in fold(name).split() if word.isalpha())


def _stuck(places: dict[int, list[Step] | None], cursor: Cursor) -> str:
    """The words from the first place without a clause to the next mark, at least one."""
    dead = [at for at, steps in places.items() if steps == []]
    if not dead:
        return cursor.line
    cursor.at = max(dead)
    cursor.skip(*_JOINTS)
    since = cursor.at
    cursor.at += 1
    while not cursor.ended and not cursor.sees(*BRACKETS, Kind.COMMA, Kind.SEMICOLON):
        cursor.at += 1
    return cursor.quote(since)
