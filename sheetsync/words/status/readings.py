"""From the statements of a status to its one meaning: the readings, in the order they are tried.

Each looks at a case and gives its answer or None. Doubts come before deeds, so that nothing reads
as done that also says otherwise.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from sheetsync.model import Meaning, Progress
from sheetsync.model.language import gettext_lazy
from sheetsync.words.pattern import pattern
from sheetsync.words.status.answers import answer, doubt, reason_in, unclear
from sheetsync.words.status.case import Case, asked_day, target_day
from sheetsync.words.status.deeds import read_deed, read_future, read_strange_day
from sheetsync.words.status.parts import meaning_of, read_part
from sheetsync.words.status.plain_answers import ANYTHING
from sheetsync.words.status.rules import Sign, denies
from sheetsync.words.status.second_thoughts import is_taken_back
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.whole_cells import (
    read_impossible_day,
    read_mark,
    read_proof,
    read_question,
)

_NUMBER = pattern(r"(?:пп?\b\.?|пункт\w*|мероприяти\w*|item)\s*(?:№\s*)?(\d+(?:\.\d+)*)")
# What still has to be written down about a deed does not undo it, nor does the next deed.
_FOLLOW_UP = pattern(
    r"\b(?:отчет|протокол|акт\b|справк|ведомост|прилага|оплат|фото|следующ|далее|report|next)"
)
# Nobody asked yet, said of a measure that waits to be asked.
_NOBODY_ASKED = pattern(
    r"\bне (?:поступа|поступил|требовал|возника|возникл|понадобил)|\bнеобходимост\w* не\b"
    r"|\bне было (?:необходимост|потребност|запрос|обращени|заяв|случа|основани)"
)
# What is done is taken off the list for that reason; such words beside a deed change nothing.
_OFF_THE_LIST = pattern(
    r"(?:(?:прошу|просим|просьба|предлага\w+) )?сн(?:ять|ят[оаы]?|имается) с\b(?!.*\b(?:не|not))"
)
_DEEDS = (Sign.CLOSED, Sign.FACT)
_DONE = (Meaning.DONE, Meaning.DONE_PART)
_GOING_ON = (Sign.IN_WORK, Sign.PLANNED, Sign.HABIT)


def read_case(case: Case) -> Progress:
    """The answer of the first reading that has one; a status that none reads is unclear."""
    answers = (reading(case) for reading in _READINGS)
    found = next((given for given in answers if given), None)
    if found is None or (found.meaning in _DONE and is_taken_back(case)):
        return unclear(case, "progress-unclear")
    return found


def _read_doubtful(case: Case) -> Progress | None:
    """Requests and hedges. «Выполнено, просим снять с контроля» asks for what follows anyway."""
    doubtful = case.saying(Sign.REQUEST, Sign.UNSURE)
    settled = case.saying(*_DEEDS) and all(_OFF_THE_LIST.match(s.words) for s in doubtful)
    settled = settled or (case.saying(Sign.PARTIAL) and not case.saying(Sign.REQUEST))
    if settled or not doubtful:
        return None
    return unclear(case, "progress-unclear")


def _read_no_need(case: Case) -> Progress | None:
    """«Не требовалось» of a measure with a date of its own is asked about instead."""
    if not case.waits or case.saying(*_DEEDS) or not _NOBODY_ASKED.search(case.words):
        return None
    return answer(case, Meaning.STILL_WAITING, (), rule="ожидание")


def _read_merger(case: Case) -> Progress | None:
    merged = case.saying(Sign.MERGED)
    number = _NUMBER.search(merged[0].words) if merged else None
    if number is None:
        return None
    return replace(answer(case, Meaning.MERGED, merged), merged_into=number[1])


def _read_handover(case: Case) -> Progress | None:
    handed = case.saying(Sign.REASSIGNED)
    if not handed:
        return None
    doubts = (doubt(case, "progress-handover"),)
    return replace(answer(case, Meaning.REASSIGNED, handed), doubts=doubts)


def _read_parts(case: Case) -> Progress | None:
    """Statements about parts: of a measure that falls due in parts, or several labelled ones."""
    named = [s for s in case.statements if _names_part(case, s)]
    doubtful = [s for s in case.saying(Sign.REQUEST, Sign.UNSURE) if not s.label]
    closed = [s for s in case.saying(Sign.CLOSED) if not s.days and not s.label]
    several = case.in_parts or sum(bool(s.label) for s in named) > 1
    if closed or doubtful or not named or not several:
        return None
    parts = tuple(dict.fromkeys(part for s in named for part in read_part(case, s)))
    said = [meaning_of(case, s) for s in named]
    meaning = _of_parts(case, {meaning for meaning, _ in said})
    # The day matters where the words name no part: what was due by then is done.
    on = None if parts else max((day for _, day in said if day), default=None)
    return replace(answer(case, meaning, named, on=on), parts=parts)


def _names_part(case: Case, statement: Statement) -> bool:
    if statement.sign is Sign.NOTHING:
        return False
    if statement.period and statement.period.name == "год":
        return False
    dated_deed = statement.sign in (*_DEEDS, Sign.DAYS) and bool(statement.days)
    return bool(statement.label or statement.period) or (case.in_parts and dated_deed)


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


def _read_cancelled(case: Case) -> Progress | None:
    cancelled = case.saying(Sign.CANCELLED)
    if not cancelled or case.saying(Sign.POSTPONED):
        return None
    deeds = case.saying(*_DEEDS)
    if deeds and all(_OFF_THE_LIST.match(s.words) for s in cancelled):
        return None
    if deeds:
        return unclear(case, "progress-unclear")
    return replace(answer(case, Meaning.CANCELLED, cancelled), reason=reason_in(case.text))


def _read_postponed(case: Case) -> Progress | None:
    """A postponement, unless a deed on a day is told after it: «перенос, проведено 22.04»."""
    moved = case.saying(Sign.POSTPONED)
    if not moved or _done_since(case, moved[-1]):
        return None
    days = [target_day(s) for s in (*moved, *case.saying(Sign.PLANNED, Sign.DAYS))]
    on = next((day for day in days if day), None)
    due = case.deadline.due
    # Half a year back is hardly a target: rather a day of the next year, told without it.
    if on and due and (due - on).days > 183 and moved[0].days:
        hint = gettext_lazy("that day is over already; a date with its year is needed")
        return unclear(case, "progress-impossible-date", hint=hint)
    found = replace(answer(case, Meaning.POSTPONED, moved, on=on), reason=reason_in(case.text))
    if on:
        return found
    return replace(found, doubts=(doubt(case, "progress-postponed-without-date"),))


def _done_since(case: Case, moved: Statement) -> bool:
    later = case.statements[case.statements.index(moved) + 1 :]
    return any(s.sign in _DEEDS and s.days for s in later)


def _read_call(case: Case) -> Progress | None:
    """The request has come; once it is answered, the answer counts."""
    called = case.saying(Sign.CALLED)
    if case.waits and asked_day(case):
        called += tuple(s for s in case.saying(Sign.NOTHING) if s.words.startswith("ответ"))
    if not called or case.saying(*_DEEDS, Sign.NOT_DONE, Sign.PARTIAL):
        return None
    meaning = Meaning.REQUEST_CAME if case.waits else Meaning.IN_WORK
    return answer(case, meaning, called, on=asked_day(case) if case.waits else None)


def _read_waiting(case: Case) -> Progress | None:
    """Waiting for somebody; on a measure with a date of its own, active waiting is work."""
    waiting = case.saying(Sign.WAITING)
    if not waiting or case.saying(*_DEEDS, Sign.PARTIAL):
        return None
    if case.saying(Sign.NOT_DONE) and not case.waits:
        return None
    active = re.search(r"\b(?:жд|ожида|await|wait|pending)", waiting[0].words)
    if active and not case.endless:
        return answer(case, Meaning.IN_WORK, waiting)
    return answer(case, Meaning.STILL_WAITING, waiting)


def _read_partial(case: Case) -> Progress | None:
    """A part is done: said so, or one deed is done and another is not."""
    said, deeds = case.saying(Sign.PARTIAL), case.saying(*_DEEDS)
    others = tuple(s for s in case.statements if s.sign is Sign.WAITING or denies(s.words))
    if not _is_event(case, deeds):
        others += tuple(s for s in case.statements if _is_unfinished(case, s))
    if not said and not (deeds and others):
        return None
    found = answer(case, Meaning.PARTIAL, (*said, *deeds))
    if not re.search("выполн|исполн|done|complete", case.words):
        return found
    return replace(found, doubts=(doubt(case, "progress-partial"),))


def _is_unfinished(case: Case, statement: Statement) -> bool:
    """Work beside a deed that is still to be done: «конкурс проводится», «заседание 20 мая»."""
    if _FOLLOW_UP.search(statement.words + statement.label):
        return False
    if statement.sign is Sign.NOTHING and not case.saying(Sign.CLOSED):
        return any(day.last > case.today for day in statement.days)
    going_on = (Sign.IN_WORK, Sign.PLANNED) if case.endless else _GOING_ON
    return statement.sign in going_on


def _is_event(case: Case, deeds: tuple[Statement, ...]) -> bool:
    """On an endless measure, deeds that are counted or dated are events among others."""
    return case.endless and any(re.search(r"\d", s.words) for s in deeds)


def _read_not_done(case: Case) -> Progress | None:
    undone = case.saying(Sign.NOT_DONE)
    if not undone:
        return None
    if case.saying(Sign.IN_WORK) and re.search(r"\b(?:пока|еще|yet)\b", undone[0].words):
        return answer(case, Meaning.IN_WORK, case.saying(Sign.IN_WORK))
    return replace(answer(case, Meaning.NOT_DONE, undone), reason=reason_in(case.text))


def _read_work(case: Case) -> Progress | None:
    working = case.saying(Sign.IN_WORK)
    return answer(case, Meaning.IN_WORK, working) if working else None


def _read_habit(case: Case) -> Progress | None:
    """What goes on all the time; and on an endless measure any sentence is a sign of life."""
    habits = case.saying(Sign.HABIT)
    if habits:
        often = case.endless or case.in_parts
        return answer(case, Meaning.WORD if often else Meaning.IN_WORK, habits)
    is_sentence = len(re.findall(r"\w+", case.words)) > 1
    anything = answer(case, Meaning.WORD, (), rule=ANYTHING.name)
    return anything if case.endless and is_sentence else None


_READINGS: tuple[Callable[[Case], Progress | None], ...] = (
    read_mark,
    read_question,
    read_impossible_day,
    read_proof,
    read_strange_day,
    _read_parts,
    _read_no_need,
    _read_doubtful,
    _read_merger,
    _read_handover,
    _read_cancelled,
    _read_postponed,
    _read_call,
    _read_waiting,
    _read_partial,
    _read_not_done,
    read_deed,
    read_future,
    _read_work,
    _read_habit,
)
