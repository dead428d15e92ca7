"""Words beside a deed that keep it from being the whole measure: to come, bound, sent back."""

import re

from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import EVENT
from sheetsync.words.status.words.verbs import GOES_ON, INFINITIVE

# Another occurrence, the list that what is done is taken off, or what is at hand already.
ELSEWHERE = pattern(
    r"(?<!на )(?<!в )\b(?:следующ|далее|next (?!week|month|year))"
    r"|\b(?:снима\w+ с (?:контрол|учет)|можно (?:закр|сн))"
    r"|\b(?:прилага|приложен|имеется|имеются|хранится|хранятся)"
    r"|\bполуч(?:ен|ил)\w*\b(?! (?:замечани|отказ|возражен|претензи))"
)
# «Выполнено» is said of the measure, the others of an event: a report on either is none of it.
OVER = pattern(
    r"\b(?:выполнен|исполнен|проведен|провел|состоял|прош(?:ел|л)|участ|completed|fulfilled|held"
    r"|took)"
)
REPORT = pattern(r"отчет|report")
BY_A_DAY = pattern(r"\b(?:до|к|ко|не позднее|через|by|until)\b")

# In the deed's own clause: work that goes on beside it, «собраны и обрабатываются».
STILL_GOES_ON = pattern(rf"\b{GOES_ON}")
_DOUBTED = (
    r"плохо|слабо|криво|косо|халтурн\w+|небрежн\w+|неаккуратн\w+|неудачн\w+|абы\ как|тяп-ляп"
    r"|спустя\ рукава|с\ (?:недостатк|недодел|недочет|дефект|брак)\w+"
    r"|по\ ошибке|кое-как|наспех|некачеств\w+|неверн\w+|неправильн\w+|ошибочн\w+|якобы"
    r"|вроде|неизвест\w+|неясн\w+"
    r"|непонятн\w+|badly|provided|subject\ to|poor(?:ly)?|by\ mistake|wrong(?:ly)?|in\ name\ only"
)
# There too: how badly it was done, on what condition it is done, or until when.
BOUND = pattern(
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
LOOSE_END = pattern(
    rf"^(?:что|к|ко|у|после|против)\b|^заказ(?:ал[аи]?|ан[аоы]?)$"
    rf"|{_IN_SEASON}|\w+ {_UNFIT}(?:ые|ая|ое|ий|ый)$"
    rf"|\b(?:{INFINITIVE}|(?:{_TO_COME}|{_ONCE_MORE}|{_DOUBTED}|{_HELD_UP}|{_WANTING})\b)"
)
# An action as the subject of such a clause: nobody says that it is over.
ACTION = pattern(
    r"(?:\w+(?:ая|ое|ий|ый) )?(?:(?!участи|решени|заседани|собрани|совещани|предложени|замечани)"
    r"\w+(?:ание|ение)\b|обработк|доставк|отправк|приемк|проверк|сверк|раздач|выдач|печать"
    r"|рассылк|поставк|установк|доработк|подготовк|верстк|уборк|покраск|регистраци|публикаци"
    r"|оплат\w?\b|монтаж|подпись|открытие|ремонт|сбор\b|выезд\w? по)"
)
HAS_BEEN = pattern(r"\b(?:был[аои]?|прошл[аои]|прошел|состоял\w+)\b")
BUT = pattern(r"\b(?:но|однако|хотя|правда|but|however|though|although)\b")
# The next or the rest of what was done in part: «1-й этаж сдан, 2-й красят».
REST = pattern(
    r"^(?:нов(?:ый|ая|ое|ую|ые)\b|втор|трет|четверт|остальн|друг|осенн|весенн|летн|зимн"
    r"|[2-9]-?(?:й|я|е|го)\b)\w*"
)
# Anywhere: what became of the deed since, that more is to come, or that «да» only says "heard".
_HOME = (
    r"(?:в (?:храм|фонд|музей|библиотек|школ|здани|экспозиц|касс|бюджет|класс|кабинет|часть"
    r"|строй)|на (?:мест|склад|баз)"
    r"|владел|хозя|собственник|читател|родител|населени|люд|жител|граждан)"
)
SINCE = pattern(
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
PREPARED = pattern(
    r"\b(?:приказ|распоряжени|положени|договор|контракт|соглашени|программ|сценари|график|афиш|смет"
    r"|приглаш|пригласил|оповещ|забронир|расклее|вывешен|регистраци|набор\b|прием заявок"
    r"|объявлени|приглашени|материал|билет|автобус|зал\b|помещени|подрядчик|площадк|призы\b)"
)
_AHEAD = rf"(?:{EVENT}|работ[аы]|ремонт|монтаж|поставк)\w*"
EVENT_TO_COME = pattern(
    rf"(?:само? )?{_AHEAD}(?: \w+)? (?:пройд|состо[ия]тся|начн|буд|провед|заплан|намеч|назнач)"
    r"|(?:пройд[еу]т|состо[ия]тся|проведем|начнем|начнется|начнутся|приступим|поедем|выезжаем)\b"
)
EVENT_ON = pattern(r"(?:само? )?[а-я-]{4,}(?: [а-я-]+)? (?:[\d.]+|\d{1,2} \w+)")
# What is sent goes on until its answer has come, and a contract until its work is over.
SENT = pattern(
    r"\b(?:направ[ил]|отправ[ил]|отосл|посл?ал|высла|подан|подал|сдан|сдал|передан|передал|вынес"
    r"|обрати|ушл"
    r"|sent|submitted|filed)"
)
ANSWER_AWAITED = pattern(
    r"(?:(?:пока|еще|но|все) )*(?:ждем|жду|ждут|ожида\w+|ответ\w?\b|реакции|результат\w?\b"
    r"|решени\w\b"
    r"|awaiting|waiting|no (?:answer|reply|response))"
)
LOOKED_AT = pattern(
    r"(?:сейчас |пока |еще )?на (?:рассмотрени|согласовани|проверк|утверждени|экспертиз)\w+(?: .*)?"
)
BEGINNING = pattern(r"\b(?:договор|контракт|соглашени)\w*\b")
WORK_AHEAD = pattern(
    r"(?:работ|ремонт|монтаж|подрядчик|оплат|поставк|доставк|исполнени|ид[еу]т|начало)\w*"
)
# Of the thing that the deed before it names.
RETURNED = pattern(
    r"(?:(?:но|а|однако|его|ее|их) )*(?:возвращ|верн)\w* (?:\w+ )?(?:на|для) "
    r"(?:доработ|переработ|исправл|передел|уточнен)"
    r"|(?:замечани|недостатк|нарушени|недочет|предписани)\w* (?:\w+ )?(?:устраня|исправля)"
    r"|(?:устраня|исправля)\w+ (?:\w+ )?(?:замечани|недостатк|нарушени|недочет)"
)
