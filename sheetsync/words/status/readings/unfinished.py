"""What is said beside a deed that keeps it from being the whole measure.

Whatever a cell says of work that goes on, is to come or is bound to a condition leaves the measure
open, unless it is plainly about something else: the next occurrence, or a report of what is done.
"""

from sheetsync.model import Meaning, Progress
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, answer, target_day
from sheetsync.words.status.readings.preparing import is_step
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement, denies
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.harmless import HARMLESS
from sheetsync.words.status.words.taken_back import SINCE
from sheetsync.words.status.words.unfinished import (
    ACTION,
    ANSWER_AWAITED,
    BEGINNING,
    BEGINS,
    BOUND,
    BUT,
    BY_A_DAY,
    DAY_SET,
    DELIVERED,
    ELSEWHERE,
    EVENT_AFTER,
    EVENT_ON,
    EVENT_TO_COME,
    FUNDED,
    HAS_BEEN,
    HELD_ON,
    LACKS,
    LOOKED_AT,
    LOOSE_END,
    MENDED,
    NOT_COME,
    OVER,
    PREPARED,
    READY,
    REMINDED,
    REPORT,
    REST,
    RETURNED,
    SENT,
    SENT_BACK,
    STILL_GOES_ON,
    TO_DO,
    UNTIL,
    WORK_AHEAD,
)

_AT_WORK = (Sign.IN_WORK, Sign.HABIT)
_OURSELVES = pattern(r"(?:(?:сейчас|теперь|уже) )?\w+[еи]м(?:ся)?\b")


def read_prepared(case: Case) -> Progress | None:
    """Deeds that only lead to what the measure is, or that were sent back for more work.

    «Приказ издан, мероприятие пройдёт 19.11», «отчёт сдан, но возвращён на доработку».
    """
    deeds = case.saying(*DEEDS)
    if case.endless or case.saying(Sign.PARTIAL):
        return None
    rest = tuple(s for s in case.statements if s.sign not in DEEDS)
    if _is_under_way(deeds, rest):
        ahead = all(_begins_later(case, said) for said in rest)
        on = rest[0].days[-1].last if ahead else None
        return answer(case, Meaning.PLANNED if ahead else Meaning.IN_WORK, rest, on=on)
    if _is_being_mended(case, deeds) or _is_at_it(case, deeds):
        return answer(case, Meaning.IN_WORK, case.saying(*_AT_WORK))
    if any(map(is_missing, case.statements)):
        return None
    returned = tuple(s for s in case.saying(*_AT_WORK) if RETURNED.match(s.words))
    if returned:
        return answer(case, Meaning.IN_WORK, returned)
    coming = tuple(s for s in rest if is_unfinished(case, s))
    prepared = all(map(_only_leads_to_it, deeds))
    if deeds and coming and prepared and all(_is_promised_event(case, s) for s in coming):
        return answer(case, Meaning.PLANNED, coming, on=target_day(coming[0]))
    return None


def _begins_later(case: Case, said: Statement) -> bool:
    """«Работы с 08.06», «начало 8 июня»."""
    since = all(day.before in ("с", "со") or BEGINS.match(said.words) for day in said.days)
    return bool(said.days) and since and said.days[0].first > case.today


def _is_being_mended(case: Case, deeds: tuple[Statement, ...]) -> bool:
    """«Отчёт сдан, вернули с замечаниями, исправляем»: the last word is of the work."""
    last = next((s for s in reversed(case.statements) if s.sign is not Sign.NOTHING), None)
    mended = last is not None and last.sign in _AT_WORK and MENDED.match(last.words)
    sent_back = any(SENT_BACK.search(s.words) for s in case.statements)
    return bool(mended and sent_back) and all(SENT.search(deed.words) for deed in deeds)


def _is_at_it(case: Case, deeds: tuple[Statement, ...]) -> bool:
    """«Ведём сбор, собрано 400», «группа создана, пишем положение»: one work, and its steps."""
    rest = tuple(s for s in case.statements if s.sign not in (*DEEDS, Sign.NOTHING, Sign.DAYS))
    ahead = any(day.last > case.today for s in rest for day in s.days)
    if not deeds or not rest or ahead or any(s.sign not in _AT_WORK or s.label for s in rest):
        return False
    begins = case.statements[0]
    first = begins.sign in _AT_WORK and (_goes_on(begins.words) or begins.words.startswith("нача"))
    first = first and all(deed.sign is Sign.FACT for deed in deeds)
    return first or (
        all(is_step(deed) for deed in deeds) and all(_OURSELVES.match(s.words) for s in rest)
    )


def _only_leads_to_it(deed: Statement) -> bool:
    ready = PREPARED.search(deed.words) or READY.fullmatch(deed.words)
    return ready is not None and not OVER.search(deed.words)


def is_held_on(case: Case, statement: Statement) -> bool:
    """«Проводим 1 июня»: the present tense of a day to come, by which nothing is at work yet."""
    days = [day for day in statement.days if day.before not in UNTIL]
    coming = bool(days) and len(days) == len(statement.days)
    coming = coming and all(day.first > case.today for day in days)
    at_it = statement.sign in _AT_WORK
    return at_it and coming and HELD_ON.match(statement.words) is not None


def is_to_come(case: Case, statement: Statement) -> bool:
    """Of a bare day, today is no longer to come: who enters it has done the thing."""
    if not statement.days:
        return False
    last = statement.days[-1]
    bare = statement.sign is Sign.DAYS and (not last.before or last.before.startswith("факт"))
    return last.last > case.today if bare else last.last >= case.today


def _is_under_way(deeds: tuple[Statement, ...], rest: tuple[Statement, ...]) -> bool:
    """«Письмо отправлено, ответа пока нет», «договор заключён, работы до 30.06»."""
    if not deeds or not rest or any(deed.sign is Sign.CLOSED for deed in deeds):
        return False
    if all(SENT.search(deed.words) for deed in deeds):
        awaited = tuple(s for s in rest if not REMINDED.match(s.words))
        return bool(awaited) and all(_is_awaited(s) for s in awaited)
    if all(FUNDED.search(deed.words) for deed in deeds):  # «деньги перечислены, ждём поставку»
        return all(s.sign in (Sign.WAITING, Sign.IN_WORK) for s in rest)
    begun = all(BEGINNING.search(deed.words) for deed in deeds)
    signs = (Sign.IN_WORK, Sign.NOTHING, Sign.HABIT)
    return begun and all(s.sign in signs and WORK_AHEAD.match(s.words) for s in rest)


def _is_awaited(statement: Statement) -> bool:
    """«Ответа пока нет», and beside what was handed in «на рассмотрении»."""
    if statement.sign in (Sign.WAITING, Sign.NOT_DONE):
        return ANSWER_AWAITED.match(statement.words) is not None
    return statement.sign is Sign.IN_WORK and LOOKED_AT.fullmatch(statement.words) is not None


def _is_promised_event(case: Case, statement: Statement) -> bool:
    words = statement.in_full
    first = statement is case.statements[0]
    dated = EVENT_ON if first else EVENT_AFTER
    bare = statement.sign in (Sign.NOTHING, Sign.DAYS) and dated.fullmatch(words)
    begun = all(BEGINNING.search(deed.words) for deed in case.saying(*DEEDS))
    at_work = begun and any(day.last > case.today for day in statement.days)
    return (
        bool(bare) or at_work or is_held_on(case, statement) or _is_event_to_come(statement, words)
    )


def _is_event_to_come(statement: Statement, words: str) -> bool:
    on_a_day = bool(statement.days) and DELIVERED.match(words) is not None
    event = on_a_day or EVENT_TO_COME.match(words) is not None
    if statement.sign is Sign.IN_WORK:  # «дата утверждена: 18.06»
        return bool(statement.days) and DAY_SET.search(words) is not None
    return on_a_day or (statement.sign is Sign.PLANNED and event)


def is_missing(statement: Statement) -> bool:
    """Whether it says that something is waited for, was not done or has not come."""
    if statement.sign is Sign.UNSURE and NOT_COME.search(statement.words):
        return True
    lacks = LACKS.match(HARMLESS.sub(" ", statement.words).strip())
    return statement.sign is Sign.WAITING or denies(statement.words) or lacks is not None


def is_unfinished(case: Case, statement: Statement) -> bool:
    """Whether it tells of work that goes on or is to come: «конкурс проводится», «финал 20 мая»."""
    if is_elsewhere(case, statement):
        return False
    if statement.sign is Sign.NOTHING or (statement.sign is Sign.DAYS and statement.label):
        coming = any(day.last > case.today for day in statement.days)
        return coming or _goes_on(statement.words)
    if statement.sign is Sign.HABIT:
        return not case.endless
    goes_on = statement.sign in DEEDS and _goes_on(statement.words)
    return goes_on or statement.sign in (Sign.IN_WORK, Sign.PLANNED)


def _goes_on(words: str) -> bool:
    """«Прошит» ends as a verb of the present tense does, and is none."""
    told = HARMLESS.sub(" ", words)
    return any(not is_deed(found[0]) for found in STILL_GOES_ON.finditer(told))


def is_taken_back(case: Case) -> bool:
    """Whether words beside a deed say that it is yet to be, is bound to something or undone."""
    idle = case.saying(Sign.NOTHING)
    rest = (said for said in case.statements if said.sign not in DEEDS)
    if any(REST.search(said.label or said.words) for said in rest):
        return True
    if any(_is_loose_end(said) for said in idle if not is_elsewhere(case, said)):
        return True
    deeds = case.saying(*DEEDS)
    told = [HARMLESS.sub(" ", said.in_full) for said in deeds]
    beside = [HARMLESS.sub(" ", said.words) for said in idle]
    labels = (HARMLESS.sub(" ", said.label).strip() for said in deeds)
    plain = HARMLESS.sub(lambda aside: " " * len(aside[0]), case.words)
    if (
        SINCE.search(plain)
        or any(map(BOUND.search, (*told, *beside)))
        or any(map(TO_DO.search, told))
    ):
        return True
    if any(map(LOOSE_END.search, labels)):
        return True
    but = BUT.search(plain)
    return but is not None and any(case.words.find(said.words) >= but.start() for said in idle)


def _is_loose_end(statement: Statement) -> bool:
    words = HARMLESS.sub(" ", statement.words).strip()
    undated = not statement.days  # «вручение 12.04» has been
    action = undated and ACTION.match(words) and not HAS_BEEN.search(words)
    return bool(LOOSE_END.search(words) or action)


def is_elsewhere(case: Case, statement: Statement) -> bool:
    """Whether it is about the next occurrence, what is at hand, or a report of a measure done."""
    words = statement.in_full
    if ELSEWHERE.search(words):
        return True
    over = any(OVER.search(deed.words) for deed in case.saying(*DEEDS))
    reports = REPORT.search(words) and (statement.days or BY_A_DAY.search(words))
    return over and bool(reports) and statement.sign not in _AT_WORK
