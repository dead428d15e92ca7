"""What the words of «Сроки» mean: one phrase to a Deadline, or to an honest doubt."""

import re
from datetime import date
from functools import lru_cache

from sheetsync.model import Deadline, DeadlineKind, Doubt, Occurrence, PlanPeriod
from sheetsync.words.timing.clauses import Clause, NotUnderstood, read_clauses
from sheetsync.words.timing.cursor import Cursor
from sheetsync.words.timing.days import OutOfCalendar
from sheetsync.words.timing.explaining import explain_deadline
from sheetsync.words.timing.lexemes import Lexeme, lexemes, mend
from sheetsync.words.timing.phrases import turned
from sheetsync.words.timing.rules import RULES, TYPED, Rule, Understood
from sheetsync.words.timing.spans import NoSuchDay
from sheetsync.words.timing.tokens import visible
from sheetsync.words.timing.understanding import understand, unused

__all__ = ["RULES", "Rule", "deadline_of_day", "explain_deadline", "read_deadline"]

CONTRADICTED = ("deadline-impossible", "deadline-outside-period", "deadline-which-year")
_ADVICE = "Напишите месяц («апрель»), день («до 15 мая») или «в течение года»."
# Text that a workbook shows struck out and a text file keeps between marks.
_STRUCK = re.compile(r"~~.*?~~")


@lru_cache(maxsize=4096)  # a plan says the same day after day
def read_deadline(text: str, *, year: int, period: PlanPeriod | None = None) -> Deadline:
    """The deadline that a cell's words name in the plan's period; never raises.

    `period` is the calendar year `year` where it is not given.
    Words that fit no rule, or that fit with something left over that could change the meaning,
    give `unreadable` with a doubt; an empty text gives `unreadable` without one. A slip of one
    letter is read as the word it is nearest to and reported beside the answer.
    """
    plan = period or PlanPeriod.of_year(year)
    line = visible(text)
    if not line:
        return _unreadable(text)
    found = _read_line(text, line, plan)
    if found.kind is not DeadlineKind.UNREADABLE or len(text.split("\n")) == 1:
        return found
    listed = _read_line(text, visible(";\n".join(_lines(text))), plan)
    return found if listed.kind is DeadlineKind.UNREADABLE else listed


def _lines(text: str) -> list[str]:
    """The lines of a cell, each of which may be a time of its own: "март⏎октябрь"."""
    return [line.rstrip(" ,;") for line in text.split("\n") if line.strip(" ,;")]


def _read_line(text: str, line: str, plan: PlanPeriod) -> Deadline:
    """One line as it stands or, where that says nothing, with its slips mended."""
    heard = lexemes(_STRUCK.sub(lambda struck: " " * len(struck[0]), line))
    first = _read(text, Cursor(line, heard, plan))
    if first.kind is not DeadlineKind.UNREADABLE:
        return first
    mended = mend(heard)
    second = first if mended == heard else _read(text, Cursor(line, mended, plan))
    return first if second.kind is DeadlineKind.UNREADABLE and not _impossible(second) else second


def deadline_of_day(day: date) -> Deadline:
    """The deadline of a cell that holds a date instead of words."""
    once = Occurrence(due=day, starts=day, explicit=True)
    return Deadline(
        text=f"{day:%d.%m}.{day.year:04}",
        kind=DeadlineKind.DATE,
        rule=TYPED.name,
        starts=day,
        due=day,
        occurrences=(once,),
    )


def _read(text: str, cursor: Cursor) -> Deadline:
    """One reading of the lexemes, with every way in which it can fail as a doubt."""
    try:
        clauses = read_clauses(cursor)
        understood = understand(clauses, cursor.plan)
    except NotUnderstood as left:
        return _unreadable(text, _puzzle(left.quote))
    except NoSuchDay as wrong:
        return _unreadable(text, _contradiction(wrong))
    except OutOfCalendar:
        return _unreadable(text, _puzzle(cursor.line))
    if understood is None:
        return _unreadable(text, _puzzle(cursor.line))
    return Deadline(
        text=text,
        kind=understood.kind,
        rule=understood.rule.name,
        starts=understood.starts,
        due=understood.due,
        occurrences=understood.occurrences,
        waits_for=understood.waits_for,
        unused=(*_STRUCK.findall(cursor.line), *unused(clauses, understood)),
        doubts=(*_slips(cursor), *_turned(clauses, understood, cursor)),
    )


def _turned(
    clauses: tuple[Clause, ...], understood: Understood, cursor: Cursor
) -> tuple[Doubt, ...]:
    """The question whether a list or range that runs backwards is meant to end the year after."""
    if understood.due is None or understood.due <= cursor.plan.ends:
        return ()
    labels = ", ".join(turned(clauses, cursor.plan))
    return (Doubt(code="deadline-next-year", quote=cursor.line, hint=labels),) if labels else ()


def _slips(cursor: Cursor) -> list[Doubt]:
    slips = [lexeme for lexeme in cursor.spoken if lexeme.mended]
    return [
        Doubt(code="deadline-typo", quote=_quoted(cursor.line, slip), hint=slip.mended)
        for slip in slips
    ]


def _quoted(line: str, lexeme: Lexeme) -> str:
    return line[lexeme.start : lexeme.end]


def _puzzle(quote: str) -> Doubt:
    return Doubt(code="deadline-not-understood", quote=quote, advice=_ADVICE)


def _contradiction(wrong: NoSuchDay) -> Doubt:
    return Doubt(code=wrong.code, quote=wrong.quote, hint=wrong.fact, advice=f"{wrong.instead}.")


def _impossible(deadline: Deadline) -> bool:
    return any(doubt.code in CONTRADICTED for doubt in deadline.doubts)


def _unreadable(text: str, *doubts: Doubt) -> Deadline:
    return Deadline(text=text, kind=DeadlineKind.UNREADABLE, rule="", doubts=doubts)
