"""From the statements of a status to its one meaning: the readings, in the order they are tried.

Each looks at a case and gives its answer or None. Doubts come before deeds, so that nothing reads
as done that also says otherwise.
"""

import re
from collections.abc import Callable

from sheetsync.model import Meaning, Progress
from sheetsync.words.cleaning import fold
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.pattern import pattern
from sheetsync.words.signs import CROSSES, EMPTY_BOX, TICKS, unpainted
from sheetsync.words.status.case import Case, answer, asked_day, unclear, unwrapped
from sheetsync.words.status.dates import read_days
from sheetsync.words.status.readings.complements import leaves_open
from sheetsync.words.status.readings.counts import count_of_deadlines
from sheetsync.words.status.readings.decisions import (
    CLOSED,
    NO_MEANS,
    NO_NEED,
    OFF_THE_LIST,
    dropped,
    read_cancelled,
    read_corrected_day,
    read_handover,
    read_merger,
    read_needless,
    read_postponed,
)
from sheetsync.words.status.readings.documents import read_proof
from sheetsync.words.status.readings.others import read_others_deed
from sheetsync.words.status.readings.parts import read_parts
from sheetsync.words.status.readings.spoken import read_unreal, read_unsaid
from sheetsync.words.status.readings.stages import (
    read_deed,
    read_future,
    read_not_done,
    read_partial,
    read_strange_day,
)
from sheetsync.words.status.readings.unfinished import is_taken_back, read_prepared
from sheetsync.words.status.rules import ANYTHING, DEEDS, EMPTY, MARK, SHARE, Sign
from sheetsync.words.status.statements import WAITING, Statement
from sheetsync.words.status.words.lacking import NEGATION
from sheetsync.words.status.words.unfinished import NOT_COME, REMINDED

_DONE_MARKS = TICKS | {"true", "истина"}
_EMPTY_MARKS = frozenset(("false", "ложь", EMPTY_BOX))
_HALF_MARKS = frozenset(("+/-", "+-", "-/+", "±"))
# «3/8» as a day would be written with a nought, or with its year; «12/12» may be one.
_FRACTION = pattern(r"([1-9]\d{0,4}) ?/ ?([1-9]\d{0,4})")
_NO_ANSWERS = frozenset((*CROSSES, "нет", "no", "н/д", "нд", "n/a", "#n/a", "без изменений"))
# Nobody asked yet, said of a measure that waits to be asked.
_NOBODY_ASKED = pattern(
    r"\bне (?:поступа|поступил|требовал|возника|возникл|понадобил)|\bнеобходимост\w* не\b"
    r"|\bне было (?:необходимост|потребност|запрос|обращени|заяв|случа|основани)"
)
# Why it was not done, or when it was to be; the failure beside them is plain.
_BESIDE_FAILURE = pattern(r"\bбы\b|\bзакры|\bдолж\w+ был|\b(?:в отпуск|в декрет|на больничн)")
# Beside the one who does it now: why we do not.
_NOT_OURS = pattern(r"\bнам не ?(?:надо|нужно)|\bне (?:наш|мы\b|к нам\b|у нас\b)")
# Beside the work on it: what others are to bring.
_BRING = pattern(
    r"решени\w+ об? |(?:просьба|прошу|просим|please)\b.* (?:сда(?:ть|вать)|прис[ы]?лать"
    r"|пред(?:о)?ставить"
    r"|направ(?:ить|лять)|подать|сообщить|внести|send|submit)\b"
)
_IF = pattern(r"(?:если|когда|как только|if|when)\b")
_WHEN = pattern(r"(?:когда|как только|when)\b")
_DONE = (Meaning.DONE, Meaning.DONE_PART)


def read_case(case: Case) -> Progress:
    """The answer of the first reading that has one; a status that none reads is unclear."""
    answers = (reading(case) for reading in _READINGS)
    found = next((given for given in answers if given), None)
    if found is None or (found.meaning in _DONE and _is_open(case, found)):
        return unclear(case, "progress-unclear")
    return found


def _is_open(case: Case, found: Progress) -> bool:
    """Whether words of the cell say that the deed is not all; of parts each has been heard."""
    return is_taken_back(case) or (not found.parts and leaves_open(case))


def _read_mark(case: Case) -> Progress | None:
    """A cell that is one mark: a tick is done, an empty box is blank, a dash is no answer."""
    mark = unpainted(fold(unwrapped(case.text))).strip(" .")
    if mark in _EMPTY_MARKS:
        return Progress(text=case.text, meaning=Meaning.BLANK, rule=EMPTY.name)
    if mark in _DONE_MARKS or (mark and not set(mark) - TICKS):
        return Progress(text=case.text, meaning=Meaning.DONE, rule=MARK.name)
    if case.evidence and unpainted(fold(case.words)).strip(" .!,()") in _DONE_MARKS:
        return answer(case, Meaning.DONE, (), rule=MARK.name)
    if mark in _HALF_MARKS:
        return Progress(text=case.text, meaning=Meaning.PARTIAL, rule=MARK.name)
    fraction = _FRACTION.fullmatch(mark)
    if fraction and int(fraction[1]) <= int(fraction[2]):
        whole = fraction[1] == fraction[2]
        may_be_day = int(fraction[1]) <= MONTHS_IN_YEAR  # «12/12»
        if whole and (fraction[1] == "50" or may_be_day):  # «50/50»
            return unclear(case, "progress-unclear")
        meaning = Meaning.DONE if whole else Meaning.PARTIAL
        return Progress(text=case.text, meaning=meaning, rule=SHARE.name)
    # A formula's error, "#REF!", is nobody's answer.
    if mark in _NO_ANSWERS or mark.startswith("#") or not any(map(str.isalnum, mark)):
        return unclear(case, "progress-unclear")
    return None


def _read_impossible_day(case: Case) -> Progress | None:
    """A day that no calendar has: whatever it dates is not taken until it is corrected."""
    _, impossible = read_days(case.words, year=case.year)
    if not impossible:
        return None
    first = impossible[0]
    return unclear(case, "progress-impossible-date", quote=first.quote, hint=first.fact)


def _read_doubtful(case: Case) -> Progress | None:
    """Requests and hedges. «Выполнено, просим снять с контроля» asks for what follows anyway."""
    doubtful = case.saying(Sign.REQUEST, Sign.UNSURE)
    settled = case.saying(*DEEDS) and all(_is_settled_by_a_deed(s) for s in doubtful)
    settled = settled or _is_told_plainly(case, doubtful)
    settled = settled or (case.saying(Sign.PARTIAL) and not case.saying(Sign.REQUEST))
    planned = case.saying(Sign.PLANNED)
    bound = _IF if any(said.days for said in planned) else _WHEN  # «если успеем – 30 мая»
    settled = settled or (planned and all(bound.match(s.words) for s in doubtful))
    if settled or not doubtful:
        return None
    return unclear(case, "progress-unclear")


def _is_told_plainly(case: Case, doubtful: tuple[Statement, ...]) -> bool:
    """Whether the doubtful words only give the ground of what is said beside them."""
    if case.saying(*DEEDS) or not doubtful:
        return False
    if case.saying(Sign.REASSIGNED):
        grounds = (_NOT_OURS, _BESIDE_FAILURE)
        return all(any(each.search(s.words) for each in grounds) for s in doubtful)
    if case.saying(Sign.NOT_DONE, Sign.POSTPONED):
        return all(s.rule == NEGATION.name or _BESIDE_FAILURE.search(s.words) for s in doubtful)
    if case.saying(Sign.IN_WORK, Sign.PLANNED):
        return all(s.rule == NEGATION.name or _BRING.match(s.words) for s in doubtful)
    needless = (
        NO_NEED.search(s.words)
        or NO_MEANS.search(s.words)
        or OFF_THE_LIST.fullmatch(s.words)
        or CLOSED.fullmatch(s.words)
        for s in doubtful
    )
    return bool(dropped(case)) and all(needless)


def _is_settled_by_a_deed(statement: Statement) -> bool:
    """What was asked for, was to be or was noted, or «товар не поступил», which leaves a part."""
    missing = NOT_COME.search(statement.words)
    aside = re.search(r"\bприня\w+ к сведению|\bдолж\w+ был", statement.words)
    return bool(missing or aside or OFF_THE_LIST.match(statement.words))


def _read_no_need(case: Case) -> Progress | None:
    """«Не требовалось» of a measure with a date of its own is asked about instead."""
    if not case.waits or case.saying(*DEEDS) or not _NOBODY_ASKED.search(case.words):
        return None
    return answer(case, Meaning.STILL_WAITING, (), rule=WAITING.name)


def _read_call(case: Case) -> Progress | None:
    """The request has come; once it is answered, the answer counts."""
    called = case.saying(Sign.CALLED)
    if case.waits and asked_day(case):
        called += tuple(s for s in case.saying(Sign.NOTHING) if s.words.startswith("ответ"))
    if not called or case.saying(*DEEDS, Sign.NOT_DONE, Sign.PARTIAL):
        return None
    meaning = Meaning.REQUEST_CAME if case.waits else Meaning.IN_WORK
    return answer(case, meaning, called, on=asked_day(case) if case.waits else None)


def _read_waiting(case: Case) -> Progress | None:
    """Waiting for somebody; on a measure with a date of its own, active waiting is work."""
    waiting = case.saying(Sign.WAITING)
    if not waiting or case.saying(*DEEDS, Sign.PARTIAL):
        return None
    if case.saying(Sign.NOT_DONE) and not case.waits:
        return None
    if case.saying(Sign.IN_WORK) and not case.endless:
        return answer(case, Meaning.IN_WORK, case.saying(Sign.IN_WORK))
    active = re.search(r"\b(?:жд|ожида|await|wait|pending)", waiting[0].words)
    if (
        active or any(REMINDED.match(s.words) for s in case.saying(Sign.NOTHING))
    ) and not case.endless:
        return answer(case, Meaning.IN_WORK, waiting)
    return answer(case, Meaning.STILL_WAITING, waiting)


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
    _read_mark,
    read_unsaid,
    read_unreal,
    _read_impossible_day,
    read_proof,
    read_strange_day,
    read_parts,
    count_of_deadlines,
    _read_no_need,
    read_needless,
    read_corrected_day,
    _read_doubtful,
    read_merger,
    read_handover,
    read_cancelled,
    read_postponed,
    _read_call,
    _read_waiting,
    read_others_deed,
    read_prepared,
    read_partial,
    read_not_done,
    read_deed,
    read_future,
    _read_work,
    _read_habit,
)
