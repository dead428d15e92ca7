"""What a status takes back itself, a missed day made good, or only adds to a deed beside it."""

import re
from datetime import date

from sheetsync.words.pattern import pattern
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.asides import (
    ACCEPTED,
    ASIDE,
    CONTRACT,
    FORGOTTEN,
    FOUND,
    HANDED_IN,
    HANDED_ON,
    HIRED,
    ITEM_CLOSED,
    LOOKED,
    READY_FOR,
    STARTED,
)
from sheetsync.words.status.words.nouns import EVENT, MONTH
from sheetsync.words.status.words.unfinished import PAPERS

# What a deed of another year or a missed day says is overtaken by what these say beside it.
_NOT_OVER = frozenset({Sign.NOT_DONE, Sign.IN_WORK, Sign.PLANNED, Sign.POSTPONED, Sign.HABIT})
_OF_LAST_YEAR = pattern(r"\b(?:прошлогодн|прошл\w+ (?:год|план)|предыдущ\w+ (?:год|план))")
_DEED = r"(?:проведен|состоял|выполнен|исполнен|сдан|сдал|провел)[оаи]?(?:с[ья])?"
# What was said first, and by which dated deed after it that is over.
_OVERTAKEN_BY = {
    r"\bне\b.*\b(?:в срок|к сроку|вовремя|своевременно)|\bnot\b.*\bon time": rf"(?!{PAPERS})",
    r"^(?:начат|начал|стартовал|started|begun)": r"^(?:заверш|законч|оконч|finished|completed)",
    rf"^не {_DEED} (?:из-за|по причине|в связи|ввиду|в (?:срок|{MONTH}))": (
        rf"^(?:(?:но|затем|потом|позже|уже) )*{_DEED}\W*\d[\d.]*"
    ),
    r"(?:^| и )согласован[оаы]?(?: с \w+)?$": r"^(?:подписан|утвержд|отправлен|направлен)",
    r"^(?:запланирован|намечен|назначен|планировал)\w*\W*(?:на )?[\d.]+$": r"^(?:прове|состоял)",
}
# And these of the same thing by any deed after it: «заказали, оплатили, привезли».
_LED_TO = pattern(
    r"^(?:заказал|заказан|оплатил|оплачен)[аоиы]?$|^(?:[а-я-]+ ){1,2}получен[аоы]?(?: \([^)]*)?$"
)
_HAS_COME = pattern(
    r"\b(?:привез|достав|получ|поставил|поставлен|установ|смонтир|выда[нл]"
    r"|расстав|розда|раздал|введен|оприход|подшит)"
)
# What was so before, and is over by what has been done now or on a day.
_BEFORE_NOW = pattern(
    r"^(?:(?:ранее|раньше|прежде|сначала|сперва|изначально|первоначально|до этого|был[аои]?"
    r"|was|were|earlier)\b.*"
    r"\b(?:частичн\w+$|не (?!вс|полн|до конца|везде|план)|не(?:вы|ис)полн\w*|просроч\w*\b"
    r"|сорван\w*\b|в (?:работе|процессе|разработке)$|на \w+(?:ии|ке)$|in progress$|under way$)"
    r"|просрочен[оаы]?$)"
)
_AND_NOW = pattern(
    rf"^(?:(?:но|а|и) )*(?:во? {MONTH} )?(?P<now>(?:теперь|сейчас|уже|на сегодня|в итоге|now) )?"
    r"(?:выполнен|исполнен|закры[лт]|сделан|сделал|заверш[еи]н|заверши|закончен|закончи|проведен|провел"
    r"|готов|done|completed?|finished|closed|устран[еи][нл]|исправ[ил]\w*|погашен|погасил|восстанов[ил]\w*"
    rf"|сдан|сдал)[аоиы]?(?: (?:полностью|в полном объеме))?"
    rf"(?:\W*\d[\d.]*(?: {MONTH}(?: 20\d\d)?)?)?"
    r"(?: г(?:ода)?)?\W*$"
)
# The measure itself, told as done at the end of all, and a step to it: «подана», not «готовится».
_CLOSED = pattern(
    rf"{EVENT}\w*(?: [а-я]+)? (?:проведен[аоы]?|состоял(?:ся|ась|ось|ись)|прош(?:ел|л[аои]))\W*|"
    r"(?:(?:пункт|мероприятие|поручение|задача|работа|все) )?"
    r"(?:выполнен|исполнен|сделан|завершен|закрыт|реализован)[аоы]?"
    r"(?: (?:полностью|в полном объеме|в срок))?\W*"
)
_TAKEN = pattern(
    r"(?!.*\b(?:замечани|отказ|возраж|претенз|\w+(?:[еаюуия]т|ем|им)(?:ся)?\b)).*\b\w+(?:[еа]н[аоы]?|[иа]л[аои]?(?:сь)?|ят[аоы]?)\b"
)
# What says more than an aside does.
_TELLING = (
    *(Sign.REQUEST, Sign.UNSURE, Sign.MERGED, Sign.CANCELLED, Sign.POSTPONED, Sign.REASSIGNED),
    Sign.PLANNED,
)


def without_overtaken(statements: tuple[Statement, ...], begins: date) -> tuple[Statement, ...]:
    """The statements without those that others overtake.

    «Прошлогодний план выполнен, этот в работе» tells of this year's work alone, and «не выполнено
    в срок, выполнено 29.10» of a deed, as «начато 1.10, завершено 12.10» does.
    """
    ours = tuple(one for one in statements if not _of_another_year(one, begins))
    if not any(one.sign in _NOT_OVER for one in ours):
        ours = statements
    good = tuple(one for at, one in enumerate(ours) if not _made_good(one, ours[at + 1 :]))
    if good and good[-1].sign in DEEDS and _CLOSED.fullmatch(good[-1].words):
        good = tuple(one for one in good if not _was_taken(one))
    return _without_asides(good)


def _was_taken(step: Statement) -> bool:
    return step.sign is Sign.IN_WORK and _TAKEN.match(step.words) is not None


def _of_another_year(statement: Statement, begins: date) -> bool:
    past = bool(statement.days) and all(day.last < begins for day in statement.days)
    return (past and statement.sign in DEEDS) or bool(_OF_LAST_YEAR.search(statement.words))


def _made_good(statement: Statement, later: tuple[Statement, ...]) -> bool:
    if _LED_TO.search(statement.words):
        return any(one.sign in DEEDS and _HAS_COME.search(one.words) for one in later)
    if _BEFORE_NOW.search(statement.words):
        now = ((one, _AND_NOW.match(one.words)) for one in later if one.sign in DEEDS)
        if any(found and (one.days or found["now"]) for one, found in now):
            return True
    deeds = [one.words for one in later if one.sign in DEEDS and one.days]
    return bool(deeds) and any(
        re.search(first, statement.words) and any(re.match(then, deed) for deed in deeds)
        for first, then in _OVERTAKEN_BY.items()
    )


def _without_asides(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without what only adds to a deed beside them; all, where there is no deed."""
    kept = tuple(one for at, one in enumerate(statements) if not _is_aside(statements, at))
    return kept if any(one.sign in DEEDS for one in kept) else statements


def _is_aside(statements: tuple[Statement, ...], at: int) -> bool:
    said = statements[at]
    words = said.in_full.strip(" .!-")
    if CONTRACT.fullmatch(words):  # «договор выполняется, пункт закрыт»
        return any(ITEM_CLOSED.fullmatch(one.words) for one in statements)
    # «Готово, отдала в бухгалтерию», «ремонт завершён, школа готова к приёму детей».
    if HANDED_ON.fullmatch(words) or READY_FOR.fullmatch(words):
        return any(one.sign is Sign.CLOSED for one in statements[:at])
    if STARTED.fullmatch(words):  # «вакансия закрыта, врач приступил к работе»
        return any(HIRED.match(one.words) for one in statements[:at])
    if FOUND.fullmatch(words):  # «проверили все гидранты, 4 неисправны»
        return at > 0 and _looked(statements[at - 1])
    if FORGOTTEN.fullmatch(words):  # «сдали, приняли, забыли»
        return at > 0 and statements[at - 1].sign in DEEDS
    if ACCEPTED.fullmatch(words):  # «отчёт сдан, принят»
        return at > 0 and HANDED_IN.search(statements[at - 1].words) is not None
    return said.sign not in _TELLING and ASIDE.fullmatch(words) is not None


def _looked(said: Statement) -> bool:
    return said.sign is Sign.FACT and LOOKED.search(said.words) is not None
