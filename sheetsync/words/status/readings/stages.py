"""Readings of how far the measure is: done, in part or not at all, and what will be."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sheetsync.model import DeadlineKind, Meaning, Progress
from sheetsync.model.language import gettext_lazy
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import (
    Case,
    answer,
    deed_days,
    doubt,
    is_yet_to_carry_out,
    target_day,
    unclear,
)
from sheetsync.words.status.dates import LASTING, Grain, Stated, without_days
from sheetsync.words.status.readings.documents import is_agreed_paper
from sheetsync.words.status.readings.unfinished import (
    is_held_on,
    is_missing,
    is_to_come,
    is_unfinished,
)
from sheetsync.words.status.reasons import reason_in
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import OTHER_SIGN, Statement
from sheetsync.words.status.words.unfinished import (
    AGREED_FOR,
    ANOTHER_LACKS,
    AT_HAND,
    DAY_SET,
    FOR_NOW,
    LAST_STEP,
    LASTS,
    NEXT_ONE,
    NOT_COME,
    SHUT,
    TOO_FEW,
)
from sheetsync.words.status.words.verbs import RENEWED

# A deed that answers an outside request as a whole.
_ANSWER = pattern(
    r"\b(?:участ|направ|отправ|представ|ответ|предложен|запрос|поручен|sent|submitted|took part)"
)
# «Выполнено» of the measure itself may be qualified by these and a day, by nothing else.
_QUALIFIED = pattern(
    r"\b(?:полностью|в полном объеме|в срок|досрочно|уже|было|работ[аы]|мероприятие|пункт|задача"
    r"|все|весь|за год|fully|on time)\b"
)
# What is made for a time to come is done when it is made: «план на 2027 год утверждён».
_MADE_AHEAD = pattern(
    r"\b(?:план|график|договор|соглашени|подписк|смет|бюджет|состав|программ|календар|перечень"
    r"|списк?о?к)\w*\b"
)
_RENEWED = pattern(RENEWED)  # «лицензии продлены до мая 2027»
_KEPT_THINGS = pattern(
    r"\b(?:дел[а]?|документ\w*|книг\w*|журнал\w*|ведомост\w*|издани\w*|подшивк\w*|архив\w*|описи?)\b"
)
_READY_FOR = frozenset({"на", "к", "ко", "for"})
_READY_BY = frozenset({"до", "к", "ко", "by", "until"})
# «На 20.05 без изменений»: the day of the report.
_AS_IT_WAS = pattern(r"\b(?:без изменений|по-прежнему|no change)")
# «Торги объявлены, итоги 2 июня»: the tender goes on.
_OF_A_TENDER = pattern(r"(?:итоги|прием|вскрыти|рассмотрени|заявки|торги|аукцион|окончани|срок)\w*")
# «В цехах 1, 2, 4; цех 3 – нет»: in these it was.
_IN_PLACES = pattern(r"(?:в|во|на|по) \w+[аы]х \d")
_GOING_ON = (Sign.IN_WORK, Sign.PLANNED, Sign.HABIT)
# The report on a quarter or on months gone by, and the time in which it is handed in.
_REPORT = pattern(r"\b(?:отчет|сведени|справк|декларац|ведомост|report)")
_ON = frozenset({"за", "итогам"})
_REPORTED_WITHIN = timedelta(days=45)
_LAST_QUARTER = timedelta(days=92)  # the longest quarters have as many


def read_strange_day(case: Case) -> Progress | None:
    """A deed with a day still to come, or from before the plan's year, is asked about."""
    deeds = [s for s in case.saying(*DEEDS) if not s.label or (s.about and not case.in_parts)]
    days = [day for s in deeds for day in deed_days(case, s)]
    days += [s.about.first for s in case.saying(*DEEDS) if s.about]
    days += [
        s.period.first
        for s in deeds
        if s.period and not (_is_made_ahead(s, s.period) or _is_of_old_things(s, s.period))
    ]
    days += [day.last for day in case.documents] if deeds else []
    if any(day > case.today for day in days):
        return unclear(case, "progress-future-fact")
    early = next((day for day in days if day < case.begins), None)
    if early:
        hint = gettext_lazy("{year} is before the plan's year", year=early.year)
        return unclear(case, "progress-impossible-date", hint=hint)
    return None


def read_partial(case: Case) -> Progress | None:
    """A part is done: said so, or one deed is done and another is not."""
    said, deeds = case.saying(Sign.PARTIAL), case.saying(*DEEDS)
    others = tuple(s for s in case.statements if is_missing(s))
    if any(LAST_STEP.match(s.words) or ANOTHER_LACKS.fullmatch(s.words) for s in others):
        idle = case.saying(Sign.NOTHING, Sign.IN_WORK)
        deeds += tuple(s for s in idle if AT_HAND.search(s.words))
    others += tuple(s for s in case.saying(Sign.NOTHING) if NEXT_ONE.match(s.words))
    if not _is_event(case, deeds):
        others += tuple(s for s in case.statements if is_unfinished(case, s))
    if is_agreed_paper(case):
        return None
    if any(_IN_PLACES.match(s.words) for s in case.saying(Sign.NOTHING)):
        said += tuple(s for s in case.saying(Sign.NOT_DONE) if s.label)
    if case.statements and case.statements[0].sign is Sign.NOT_DONE:
        said = tuple(s for s in said if not TOO_FEW.match(s.words))  # its ground
    if not said and not (deeds and others):
        return None
    found = answer(case, Meaning.PARTIAL, (*said, *deeds))
    if not re.search("выполн|исполн|done|complete", case.words):
        return found
    return replace(found, doubts=(doubt(case, "progress-partial"),))


def _is_event(case: Case, deeds: tuple[Statement, ...]) -> bool:
    """On an endless measure, deeds that are counted or dated are events among others."""
    return case.endless and any(re.search(r"\d", s.words) for s in deeds)


def read_not_done(case: Case) -> Progress | None:
    """Not done, for the reason that is given; work beside it counts where it is but not yet."""
    undone = case.saying(Sign.NOT_DONE)
    if not undone:
        return None
    working = case.saying(Sign.IN_WORK, Sign.HABIT)
    if FOR_NOW.search(undone[0].words) or NOT_COME.search(undone[0].words):
        if any(s.label.startswith("дат") and is_to_come(case, s) for s in case.statements):
            return None  # «пока не проводилось, дата – 26 мая» is planned
        if working:
            return answer(case, Meaning.IN_WORK, working)
    return replace(answer(case, Meaning.NOT_DONE, undone), reason=reason_in(case.text))


def read_deed(case: Case) -> Progress | None:
    """Something was done; whether that closes the measure depends on the deadline's kind."""
    deeds = tuple(s for s in case.saying(*DEEDS) if not _prepares(case, s))
    deeds = deeds or (case.statements if is_agreed_paper(case) else ())
    bare = tuple(s for s in case.saying(*_dated_signs(case)) if _is_past(case, s))
    if not deeds and not (bare and _says_only_days(case)):
        return None
    on = max((day for s in deeds or bare for day in deed_days(case, s)), default=None)
    given = answer(case, _meaning(case, deeds), deeds or bare, on=on)
    partial = given.meaning is Meaning.PARTIAL
    return replace(given, doubts=(doubt(case, "progress-partial"),) if partial else ())


def _says_only_days(case: Case) -> bool:
    """A day dates a deed where nothing else is told, «20.05 запланировано», nor a day to come."""
    idle = case.saying(Sign.DAYS, Sign.NOTHING)
    plain = idle == case.statements and OTHER_SIGN.search(case.words) is None
    return plain and not any(is_to_come(case, s) for s in idle)


def _dated_signs(case: Case) -> tuple[Sign, ...]:
    """A day alone dates a deed; with a document, so does a day beside any words."""
    return (Sign.DAYS, Sign.NOTHING) if case.evidence and not case.endless else (Sign.DAYS,)


def _prepares(case: Case, statement: Statement) -> bool:
    """«Зал подготовлен на 20 мая», «готово к 1 июня»: a deed for a day to come, or by it."""
    before = _READY_FOR if statement.sign is Sign.FACT else _READY_BY
    days = (
        day.last
        for day in statement.days
        if is_yet_to_carry_out(statement, day)
        or (day.before in before and not _is_made_ahead(statement, day))
    )
    return statement.sign in DEEDS and any(day > case.today for day in days)


def _is_made_ahead(statement: Statement, day: Stated) -> bool:
    if statement.sign is not Sign.FACT or day.grain is Grain.DAY:
        return False  # «план выполнен на квартал» is no plan for a quarter
    if day.before in LASTING:
        return _RENEWED.search(statement.words) is not None
    return day.before == "на" and _MADE_AHEAD.search(statement.words) is not None


def _is_of_old_things(statement: Statement, day: Stated) -> bool:
    """«Дела 2015 года сданы в архив»: what the deed is of is as old, not the deed."""
    report = day.before == "за" and _REPORT.search(statement.words) is not None
    return day.grain is Grain.YEAR and (report or _KEPT_THINGS.search(statement.words) is not None)


def _is_past(case: Case, statement: Statement) -> bool:
    days = deed_days(case, statement)
    lasts = statement.sign is Sign.NOTHING and all(d.before in ("с", "со") for d in statement.days)
    return bool(days) and max(days) <= case.today and not lasts


def _meaning(case: Case, deeds: tuple[Statement, ...]) -> Meaning:
    goes_on = case.saying(*_GOING_ON) or any(is_unfinished(case, s) for s in case.statements)
    if case.endless and goes_on:
        return Meaning.WORD
    if any(_closes_all(case, deed) for deed in deeds):
        return Meaning.DONE
    if case.waits:
        answered = any(_ANSWER.search(deed.words) and not deed.period for deed in deeds)
        return Meaning.DONE if answered else Meaning.WORD
    if case.endless or case.milestones:
        return Meaning.WORD
    if case.in_parts:
        dated = not deeds or any(deed.days for deed in deeds)
        return Meaning.DONE_PART if dated else Meaning.DONE
    return Meaning.PARTIAL if _reports_early_period(case, deeds) else Meaning.DONE


def _closes_all(case: Case, deed: Statement) -> bool:
    """«Выполнено» of the measure as a whole, also «за год»; with a day only where one closes."""
    if deed.sign is not Sign.CLOSED or not _is_plain(deed):
        return False
    if deed.period:
        return deed.period.grain is Grain.YEAR
    if not deed.days:
        return True
    if case.deadline.kind is DeadlineKind.YEAR_ROUND:
        return not case.milestones and _in_last_quarter(case, deed)
    return not case.in_parts


def _is_plain(deed: Statement) -> bool:
    words = _QUALIFIED.sub(" ", without_days(deed.words, deed.days, mark=" "))
    # The one word left is the verdict itself; shorter ones are prepositions.
    return len(re.findall(r"[^\W\d_]{3,}", words)) <= 1


def _in_last_quarter(case: Case, deed: Statement) -> bool:
    """In the last three months of an all-year measure a dated «выполнено» sums the year up."""
    ends = case.deadline.due or date(case.year, 12, 31)
    return any(day > ends - _LAST_QUARTER for day in deed_days(case, deed))


def _reports_early_period(case: Case, deeds: tuple[Statement, ...]) -> bool:
    """«За I квартал выполнено» says nothing of a deadline that lies after that quarter."""
    due = case.deadline.due
    deeds = tuple(s for s in deeds if not (s.period and _is_of_old_things(s, s.period)))
    reports = [deed for deed in deeds if deed.period and deed.period.before in _ON]
    named = [deed.period for deed in deeds if deed.period and not deed.period.before]
    named += [deed.about for deed in deeds if deed.about]
    early = any(_long_before(period, due) or _is_share(period, case) for period in named)
    return early or any(not _covers(deed, due) for deed in reports)


def _is_share(period: Stated, case: Case) -> bool:
    """«Март +» of a measure from February to June: a month of it that others follow."""
    starts, due = case.deadline.starts, case.deadline.due
    if starts is None or due is None:
        return False
    return starts <= period.first and period.last < due


def _covers(deed: Statement, due: date | None) -> bool:
    """Whether a deed «за …» is all that was due then: a report is due after its period ends."""
    if due is None or deed.period is None:
        return False
    is_report = deed.sign is Sign.FACT and _REPORT.search(deed.words) is not None
    return deed.period.last >= due - (_REPORTED_WITHIN if is_report else timedelta())


def _long_before(period: Stated, due: date | None) -> bool:
    """«1 кв. +» of a measure due in December; a month may be that of an early deed."""
    if due is None:  # known of plans; of a mark alone, a quarter is rather a part than all
        return period.grain not in (Grain.MONTH, Grain.YEAR)
    if period.last >= due:
        return False
    return period.grain is not Grain.MONTH or due - period.last > _LAST_QUARTER


def read_future(case: Case) -> Progress | None:
    """What is planned, or a bare day still to come."""
    planned = case.saying(Sign.PLANNED)
    ready = (s for s in case.saying(*DEEDS) if _prepares(case, s))
    planned += tuple(s for s in ready if not SHUT.search(s.words))
    planned += tuple(s for s in case.saying(Sign.NOTHING) if _names_coming_day(case, s))
    planned += tuple(
        s
        for s in case.saying(Sign.IN_WORK)
        if (DAY_SET.search(s.words) or AGREED_FOR.search(s.words)) and _names_coming_day(case, s)
    )
    planned += tuple(s for s in case.saying(Sign.IN_WORK, Sign.HABIT) if is_held_on(case, s))
    if planned:
        days = (target_day(s) for s in (*planned, *case.saying(Sign.DAYS)))
        return answer(case, Meaning.PLANNED, planned, on=next((day for day in days if day), None))
    coming = [s for s in case.saying(Sign.DAYS) if is_to_come(case, s)]
    return answer(case, Meaning.PLANNED, coming, on=coming[0].days[-1].last) if coming else None


def _names_coming_day(case: Case, statement: Statement) -> bool:
    tender = case.saying(Sign.IN_WORK) and _OF_A_TENDER.match(statement.words)
    if tender or _AS_IT_WAS.search(statement.words) or LASTS.search(statement.words):
        return False
    return all(day.grain is Grain.DAY for day in statement.days) and is_to_come(case, statement)
