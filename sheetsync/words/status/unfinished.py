"""What is said beside a deed that keeps it from being the whole measure.

Whatever a cell says of work that goes on, is to come or is bound to a condition leaves the measure
open, unless it is plainly about something else: the next occurrence, or a report of what is done.
"""

import re

from sheetsync.model import Meaning, Progress
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, answer, target_day
from sheetsync.words.status.finished import is_deed
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement, denies
from sheetsync.words.status.verbs import GOES_ON, HARMLESS, INFINITIVE

# Another occurrence, the list that what is done is taken off, or what is at hand already.
_ELSEWHERE = pattern(
    r"(?<!на )(?<!в )\b(?:следующ|далее|next (?!week|month|year))"
    r"|\b(?:снима\w+ с (?:контрол|учет)|можно (?:закр|сн))"
    r"|\b(?:прилага|приложен|имеется|имеются|хранится|хранятся)"
    r"|\bполуч(?:ен|ил)\w*\b(?! (?:замечани|отказ|возражен|претензи))"
)
# «Выполнено» is said of the measure, the others of an event: a report on either is none of it.
_OVER = pattern(
    r"\b(?:выполнен|исполнен|проведен|провел|состоял|прош(?:ел|л)|участ|completed|fulfilled|held"
    r"|took)"
)
_REPORT = pattern(r"отчет|report")
_BY_A_DAY = pattern(r"\b(?:до|к|ко|не позднее|через|by|until)\b")

# In the deed's own clause: work that goes on beside it, «собраны и обрабатываются».
_GOES_ON = pattern(rf"\b{GOES_ON}")
_DOUBTED = (
    r"плохо|слабо|криво|косо|халтурн\w+|небрежн\w+|неаккуратн\w+|неудачн\w+|абы\ как|тяп-ляп"
    r"|спустя\ рукава|с\ (?:недостатк|недодел|недочет|дефект|брак)\w+"
    r"|по\ ошибке|кое-как|наспех|некачеств\w+|неверн\w+|неправильн\w+|ошибочн\w+|якобы"
    r"|вроде|неизвест\w+|неясн\w+"
    r"|непонятн\w+|badly|provided|subject\ to|poor(?:ly)?|by\ mistake|wrong(?:ly)?|in\ name\ only"
)
# There too: how badly it was done, on what condition it is done, or until when.
_BOUND = pattern(
    rf"""\b(?:при\ (?:услови|налич)\w+|в\ случае|как\ только|с\ условием
    |завтра|скоро|вскоре|позже|потом|soon|tomorrow|later|by\ \d|on\ condition|provided|once
    |{_DOUBTED})\b
    |закры\w+\ (?:до|с)\b(?!\ \d)
    |\b(?:done|completed?|finished|closed)\b.*\b(?:when|once|after|if|unless|until)\b
    |\b(?:да|ок|ok|готово)\ (?:после|когда|через|к|до|after|by)\b""",
    re.VERBOSE,
)
_TO_COME = (
    r"позже|позднее|попозже|потом|затем|скоро|вскоре|завтра|послезавтра|днях|через|после|когда|пока"
    r"|ближайш\w+|следующ\w+|недел\w+|праздник\w*|понедельник\w*|вторник\w*|сред[уы]|четверг\w*"
    r"|пятниц\w+|суббот\w+|воскресень\w+|later|soon|tomorrow|next|once|when|after|until|follow\w*"
    r"|still|by (?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_ONCE_MORE = (
    r"снова|заново|вновь|повторно|доработ\w+|передел\w+|исправ\w+|вернул\w*|возврат\w*"
    r"|(?:за|по)просил\w*|потребовал\w*|нуж(?:ен|н[аоы])|проверьте|примите|посмотрите"
    r"|дальше|никак|тупик|застрял\w*|again|redo|rework|check|need\w*|required"
)
_HELD_UP = (
    r"(?:у (?!нас|нее|него|них)|за (?=подпис|вами|ними|малым)|дело за )\w+"
    r"|в (?:пути|дороге|печати|очереди|черновике|проекте|типографии)"
    r"|в (?:отпуске|декрете|командировке|ремонте)"
    r"|(?:документ|отчет|бумаг|акт|счет|договор|протокол)\w* (?:в|на|за)"
    r"(?! (?:сайт|папк|дел[ео]|архив|вложени|приложени|чат|группе))"
)
_WANTING = (
    r"нет|отсутству\w+|обеща\w+|контроль|(?:при|под) услови\w+|в случае|если|if"
    r"|left|remaining|awaited|outstanding|at the (?:printer|bank)\w*"
)
# Beside a thing, «асфальт летом»; alone, the season is the deed's own.
_IN_SEASON = r"\w{3,} (?:весной|летом|осенью|зимой|по весне|к (?:весне|лету|осени|зиме))$"
_UNFIT = r"(?:стар|прежн|неисправн|нерабоч|бракован|плох|слаб|пуст|сыр)"
# Of a clause that says nothing else: what is to come or to do, how badly, where it lies, what it
# wants.
_LOOSE_END = pattern(
    rf"^(?:что|к|ко|у|после|против)\b|^заказ(?:ал[аи]?|ан[аоы]?)$"
    rf"|{_IN_SEASON}|\w+ {_UNFIT}(?:ые|ая|ое|ий|ый)$"
    rf"|\b(?:{INFINITIVE}|(?:{_TO_COME}|{_ONCE_MORE}|{_DOUBTED}|{_HELD_UP}|{_WANTING})\b)"
)
# An action as the subject of such a clause: nobody says that it is over.
_ACTION = pattern(
    r"(?:\w+(?:ая|ое|ий|ый) )?(?:(?!участи|решени|заседани|собрани|совещани|предложени|замечани)"
    r"\w+(?:ание|ение)\b|обработк|доставк|отправк|приемк|проверк|сверк|раздач|выдач|печать"
    r"|рассылк|поставк|установк|доработк|подготовк|верстк|уборк|покраск|регистраци|публикаци"
    r"|оплат\w?\b|монтаж|подпись|открытие|ремонт|сбор\b|выезд\w? по)"
)
_HAS_BEEN = pattern(r"\b(?:был[аои]?|прошл[аои]|прошел|состоял\w+)\b")
_BUT = pattern(r"\b(?:но|однако|хотя|правда|but|however|though|although)\b")
# The next or the rest of what was done in part: «1-й этаж сдан, 2-й красят».
_REST = pattern(
    r"^(?:нов(?:ый|ая|ое|ую|ые)\b|втор|трет|четверт|остальн|друг|осенн|весенн|летн|зимн"
    r"|[2-9]-?(?:й|я|е|го)\b)\w*"
)
# Anywhere: what became of the deed since, that more is to come, or that «да» only says "heard".
_HOME = (
    r"(?:в (?:храм|фонд|музей|библиотек|школ|здани|экспозиц|касс|бюджет|класс|кабинет|часть"
    r"|строй)|на (?:мест|склад|баз)"
    r"|владел|хозя|собственник|читател|родител|населени|люд|жител|граждан)"
)
_SINCE = pattern(
    rf"\b(?:отклон(?:ен|ил)|отказ(?!ов (?:\w+ )?не)|отозва|недейств|утерян|утрачен|расторг"
    rf"|возвращ(?!\w* {_HOME})"
    rf"|забракован|опроверг"
    r"|(?:да|ок|ok|yes)\b\W+(?:уже$|помн|зна[ею]|в курсе|спасиб|понял|понят|принял|принят|учт|ясно"
    r"|услыш|thank|noted|understood)"
    r"|растаял|размыл|(?:за|вы)сохл|завял|погибл|сгнил|сломал|сломан[аоы]?\b|сгорел[аои]?\b"
    r"|смыл[оаи]?\b"
    r"|унесл|протекл|порвал|разбил|затопил|разворов|похитил|рассыпал|осыпал|обвалил|перегорел"
    r"|забраковал"
    r"|вернул(?:ись|ся|ась)\b|(?:опубликован|размещен|выложен|повешен)\w*\b.*\bудал"
    r"|бросил[аи]?\b|заброс|сбежал|рухнул|развалил|украл|отвалил|опять\b|обратно\b|как же$|ага\b"
    r"|щас\b|ха-?ха"
    r"|держи карман|размечтал|на честном слове|(?:назад|впереди|вместо нас)\b|rejected|revoked"
    r"|withdrawn|(?:lost|ago|last year)\b)"
)

NOT_COME = pattern(r"\bне (?:поступил|пришл|пришел|получ|достав|привез|при[вс]л)")
"""Of what a deed was to bring."""

# What comes before the event that a measure is: its papers, its place, what it takes.
_PREPARED = pattern(
    r"\b(?:приказ|распоряжени|положени|договор|контракт|соглашени|программ|сценари|график|афиш|смет"
    r"|приглаш|пригласил|оповещ|забронир|расклее|вывешен|регистраци|набор\b|прием заявок"
    r"|объявлени|приглашени|материал|билет|автобус|зал\b|помещени|подрядчик|площадк|призы\b)"
)
_EVENT = (
    r"(?:мероприяти|работ[аы]|ремонт|монтаж|выезд|поездк|экскурси|субботник|конкурс|семинар|слет"
    r"|собрани|конференци|заседани|совещани|занятия|обучени|встреч|концерт|праздник|соревновани"
    r"|акци|поставк|фестивал|турнир|спартакиад|лекци)\w*"
)
_EVENT_TO_COME = pattern(
    rf"(?:само? )?{_EVENT}(?: \w+)? (?:пройд|состо[ия]тся|начн|буд|провед|заплан|намеч|назнач)"
    r"|(?:пройд[еу]т|состо[ия]тся|проведем|начнем|начнется|начнутся|приступим|поедем|выезжаем)\b"
)
_EVENT_ON = pattern(r"(?:само? )?[а-я-]{4,}(?: [а-я-]+)? (?:[\d.]+|\d{1,2} \w+)")
# What is sent goes on until its answer has come, and a contract until its work is over.
_SENT = pattern(
    r"\b(?:направ[ил]|отправ[ил]|отосл|посл?ал|высла|подан|подал|сдан|сдал|передан|передал|вынес"
    r"|обрати|ушл"
    r"|sent|submitted|filed)"
)
_ANSWER_AWAITED = pattern(
    r"(?:(?:пока|еще|но|все) )*(?:ждем|жду|ждут|ожида\w+|ответ\w?\b|реакции|результат\w?\b"
    r"|решени\w\b"
    r"|awaiting|waiting|no (?:answer|reply|response))"
)
_LOOKED_AT = pattern(
    r"(?:сейчас |пока |еще )?на (?:рассмотрени|согласовани|проверк|утверждени|экспертиз)\w+(?: .*)?"
)
_BEGINNING = pattern(r"\b(?:договор|контракт|соглашени)\w*\b")
_WORK_AHEAD = pattern(
    r"(?:работ|ремонт|монтаж|подрядчик|оплат|поставк|доставк|исполнени|ид[еу]т|начало)\w*"
)
# Of the thing that the deed before it names.
_RETURNED = pattern(
    r"(?:(?:но|а|однако|его|ее|их) )*(?:возвращ|верн)\w* (?:\w+ )?(?:на|для) "
    r"(?:доработ|переработ|исправл|передел|уточнен)"
    r"|(?:замечани|недостатк|нарушени|недочет|предписани)\w* (?:\w+ )?(?:устраня|исправля)"
    r"|(?:устраня|исправля)\w+ (?:\w+ )?(?:замечани|недостатк|нарушени|недочет)"
)


def read_prepared(case: Case) -> Progress | None:
    """Deeds that only lead to what the measure is, or that were sent back for more work.

    «Приказ издан, мероприятие пройдёт 19.11», «отчёт сдан, но возвращён на доработку».
    """
    deeds = case.saying(*DEEDS)
    if case.endless or case.saying(Sign.PARTIAL):
        return None
    rest = tuple(s for s in case.statements if s.sign not in DEEDS)
    if _is_under_way(deeds, rest):
        return answer(case, Meaning.IN_WORK, rest)
    if any(map(is_missing, case.statements)):
        return None
    returned = tuple(s for s in case.saying(Sign.IN_WORK, Sign.HABIT) if _RETURNED.match(s.words))
    if returned:
        return answer(case, Meaning.IN_WORK, returned)
    coming = tuple(s for s in case.statements if s.sign not in DEEDS and is_unfinished(case, s))
    prepared = all(_PREPARED.search(deed.words) and not _OVER.search(deed.words) for deed in deeds)
    if deeds and coming and prepared and all(_is_promised_event(case, s) for s in coming):
        return answer(case, Meaning.PLANNED, coming, on=target_day(coming[0]))
    return None


def _is_under_way(deeds: tuple[Statement, ...], rest: tuple[Statement, ...]) -> bool:
    """«Письмо отправлено, ответа пока нет», «договор заключён, работы до 30.06»."""
    if not deeds or not rest or any(deed.sign is Sign.CLOSED for deed in deeds):
        return False
    if all(_SENT.search(deed.words) for deed in deeds):
        return all(_is_awaited(s) for s in rest)
    begun = all(_BEGINNING.search(deed.words) for deed in deeds)
    signs = (Sign.IN_WORK, Sign.NOTHING, Sign.HABIT)
    return begun and all(s.sign in signs and _WORK_AHEAD.match(s.words) for s in rest)


def _is_awaited(statement: Statement) -> bool:
    """«Ответа пока нет», and beside what was handed in «на рассмотрении»."""
    if statement.sign is Sign.WAITING:
        return _ANSWER_AWAITED.match(statement.words) is not None
    return statement.sign is Sign.IN_WORK and _LOOKED_AT.fullmatch(statement.words) is not None


def _is_promised_event(case: Case, statement: Statement) -> bool:
    words = f"{statement.label} {statement.words}".strip()
    first = statement.sign is Sign.NOTHING and statement is case.statements[0]
    bare = first and _EVENT_ON.fullmatch(words)
    return bool(bare) or (
        statement.sign is Sign.PLANNED and _EVENT_TO_COME.match(words) is not None
    )


def is_missing(statement: Statement) -> bool:
    """Whether it says that something is waited for, was not done or has not come."""
    if statement.sign is Sign.UNSURE and NOT_COME.search(statement.words):
        return True
    return statement.sign is Sign.WAITING or denies(statement.words)


def is_unfinished(case: Case, statement: Statement) -> bool:
    """Whether it tells of work that goes on or is to come: «конкурс проводится», «финал 20 мая»."""
    if _is_elsewhere(case, statement):
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
    return any(not is_deed(found[0]) for found in _GOES_ON.finditer(words))


def is_taken_back(case: Case) -> bool:
    """Whether words beside a deed say that it is yet to be, is bound to something or undone."""
    idle = case.saying(Sign.NOTHING)
    rest = (said for said in case.statements if said.sign not in DEEDS)
    if any(_REST.search(said.label or said.words) for said in rest):
        return True
    if any(_is_loose_end(said) for said in idle if not _is_elsewhere(case, said)):
        return True
    if _SINCE.search(case.words) or any(_BOUND.search(s.words) for s in case.saying(*DEEDS)):
        return True
    plain = HARMLESS.sub(lambda aside: " " * len(aside[0]), case.words)
    but = _BUT.search(plain)
    return but is not None and any(case.words.find(said.words) >= but.start() for said in idle)


def _is_loose_end(statement: Statement) -> bool:
    words = HARMLESS.sub(" ", statement.words).strip()
    undated = not statement.days  # «вручение 12.04» has been
    action = undated and _ACTION.match(words) and not _HAS_BEEN.search(words)
    return bool(_LOOSE_END.search(words) or action)


def _is_elsewhere(case: Case, statement: Statement) -> bool:
    """Whether it is about the next occurrence, what is at hand, or a report of a measure done."""
    words = f"{statement.label} {statement.words}"
    if _ELSEWHERE.search(words):
        return True
    over = any(_OVER.search(deed.words) for deed in case.saying(*DEEDS))
    reports = _REPORT.search(words) and (statement.days or _BY_A_DAY.search(words))
    return over and bool(reports) and statement.sign not in (Sign.IN_WORK, Sign.HABIT)
