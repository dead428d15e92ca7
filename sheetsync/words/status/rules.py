"""The rules that tell what one statement of a status says, in the order in which they are tried.

A rule is a name, a sign, an example and a pattern over folded words. To teach the tool a new word,
add it to its rule here or, for a finished deed, to `done_verbs`; nothing else has to change.
"""

import re
from enum import Enum, auto
from functools import cache

from sheetsync.model.frozen import frozen
from sheetsync.words.rule import Rule
from sheetsync.words.status.verbs import CLOSING, FINISHED, HARMLESS, UNDONE


class Sign(Enum):
    """What a single statement says, before the deadline and the other statements are looked at."""

    REQUEST = auto()  # somebody asks for a decision: «прошу продлить срок»
    UNSURE = auto()
    MERGED = auto()
    CANCELLED = auto()
    POSTPONED = auto()
    REASSIGNED = auto()
    WAITING = auto()
    CALLED = auto()  # the outside request or plan has come
    PARTIAL = auto()
    NOT_DONE = auto()
    PLANNED = auto()
    IN_WORK = auto()
    CLOSED = auto()  # the measure itself: «выполнено», «да»
    FACT = auto()  # a deed: «состоялся слёт»
    HABIT = auto()  # what is done again and again: «еженедельно публикуется»
    DAYS = auto()  # nothing but days
    NOTHING = auto()


@frozen
class StatementRule(Rule):
    """One way to read a statement: what it says where the pattern is found in it."""

    sign: Sign
    notation: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The notation, compiled at the first look: 22 ms for all that a run may not need."""
        return _compiled(self.notation)


@cache
def _compiled(notation: str) -> re.Pattern[str]:
    return re.compile(notation)


def _rule(name: str, sign: Sign, example: str, alternatives: str) -> StatementRule:
    """A rule over the alternatives, one a line, each of which begins at the start of a word."""
    pattern = "|".join(line.strip() for line in alternatives.strip().splitlines())
    return StatementRule(name=name, sign=sign, example=example, notation=rf"\b(?:{pattern})")


_DECIDED = r"(?:реш(?:ено|или|ил|ение)|решением|пришлось|постановил\w*)\b.*\b"
_MOVE = r"(?:перенести|отложить|продлить|сдвинуть)\b"
_DROP = r"(?:отменить|снять|исключить|не проводить)\b"
_DROPPED = rf"(?:{_DROP}|об отмене\b(?!.*\bне\b))"
_ITEM = r"(?:пп?\b\.?|пункт\w*|мероприяти\w*|item)\s*(?:№\s*)?\d"
_CALL = r"(?:запрос|письм|приглашени|вызов|поручени|обращени|request|invitation|letter)\w*"
_SOURCE = (
    rf"(?:{_CALL}|план\w{{0,3}}|положени\w*|регламент\w*|извещени\w*|уведомлени\w*|ответ\w{{0,3}}|событи\w*"
    r"|дат[аыу]|срок\w{0,3}|plan|date)\b"
)
_CAME = r"(?:получен|поступил|пришел|пришл|прислал|доведен|received|arrived|came)\w*"
_COMES = (
    r"(?:поступ|приход|получ|пришел|пришл|присыл|присл|наступ|был|довод|довед|сообщ|received)\w*"
)
_KNOWN = r"(?:определ|назнач|утвержд|извест|установл|объявл)\w*"
_NOT = r"(?:не|ни|not|never|no)\b"
_BEGUN = (
    r"(?:начат|начин|начал|приступ|готов|провод|принима|выполня|исполня|удал|успе|смог|дела"
    r"|осуществля|организов|участв|рассматрив|обновля|соглас|получ|занима|ведет|начнет|started|begun)"
)
_PAPER = r"(?:заявк|заявлени|черновик|смет|приглашени|анкет|запрос)\w*"
_LEFT = r"(?:направ|отправ|разосл|подан|подал|готов|состав|оформл|разработ)\w*"
_STAGE = (
    r"(?:согласовани|подпис|утверждени|рассмотрени|проверк|доработк|экспертиз|контрол|оформл"
    r"|исполнени|выполнени)"
)
_SOME_OF = (
    r"(?:од(?:ин|н[аоу])|дв[аеу]х?|тр[ие]х?|четыр\w+|пят\w+|шест\w+|несколько)"
    r" из (?:них|дв|тр|чет|пя|ше|се|во|де|\d)"
)
_TIME = r"[1-4]|i|янв|фев|мар|апр|ма[йя]\b|июн|июл|авг|сен|окт|ноя|дек|лет|осен|весн|зим|след"
_BODY = r"(?:отдел|управлени|сектор|комисси|совет|специалист|исполнител|организаци|умц\b)"

RULES: tuple[StatementRule, ...] = (
    _rule("решение о переносе", Sign.POSTPONED, "решено перенести на июль", rf"{_DECIDED}{_MOVE}"),
    _rule("решение об отмене", Sign.CANCELLED, "решили не проводить", _DECIDED + _DROPPED),
    _rule(
        "просьба с новым сроком",
        Sign.POSTPONED,
        "просим перенести на 15.06",
        rf"(?:прошу|просим|просьба|предлага\w+)\b.*\b{_MOVE}.*\b(?:на|до)\b",
    ),
    _rule(
        "снято исполненное",
        Sign.CLOSED,
        "снято с контроля в связи с исполнением",
        r"""снят\w* с\b.*\b(?:в связи с|ввиду|по факту|по|как) (?:исполнен|выполнен|заверш)
        снят\w* как (?:исполненн|выполненн)""",
    ),
    _rule(
        "просьба, а не факт",
        Sign.REQUEST,
        "прошу продлить срок",
        rf"""{_MOVE}
        {_DROP}
        (?:прошу|просим|просьба|предлага\w+|ходатайств\w+|надо|нужно|необходимо|следует|please)\b
        (?:объединить|передать)\b""",
    ),
    _rule(
        "сомнение",
        Sign.UNSURE,
        "неактуально",
        r"""(?:не ?)?треб(?:уе|ую)
        не ?(?:нужн|акту|наш|зна[юе]|помн|относ|примен|предусм|понятн|ясн)
        утратил\w* (?:актуальн|сил)|потерял\w* актуальн|нет необходимости
        (?:нельзя|трудно|сложно|рано) (?:сказать|считать|говорить|утверждать)
        нет (?:данных|сведений|информации)|н/д\b|принято к сведению|со слов\b
        (?:вроде|возможно|наверн\w+|якобы|кажется|вероятн\w+|видимо|может|если|вряд|или)\b
        чтобы\b|аналогичн|отказано|получен\w* отказ
        (?:бы|скорее|предположительно|по-видимому|по идее|по словам|на словах|устно|типа)\b
        (?:говор(?:ят|ил\w?)|считаю|считать|думаю|полагаю|надеюсь|формально|условно)\b
        закры\w+ (?:\w+ )?на\b(?! \d)|прошл\w+ (?:год|период|квартал|месяц)|отрицательн|без кворум
        (?:supposedly|allegedly|i think|sort of|kind of|could|would|might|may be)\b
        (?:done|completed|finished) by (?:the )?end\b|(?<!-)но$
        да ?/ ?нет
        заменен\w* (?:друг|на\b)|отдал[аи]? (?:в|на)\b
        решени\w+ о (?:провед|подготов|создан|начал)|напоминан|(?<!\w )принят[оаы]?$
        возвращен[оаы]?$|ненадлежащ|некачествен|without (?:action|result)
        n/a\b|tbd\b|(?:maybe|probably|perhaps|if)\b|not (?:applicable|required|needed|sure)""",
    ),
    _rule(
        "объединение",
        Sign.MERGED,
        "объединено с п. 3",
        rf"""(?:объедин|совмещ|присоедин|включен|вошл|вошел|слит|перенесен|merged)\w*\b.*\b{_ITEM}
        (?:см\b\.?|смотри|дублир\w+|учтен\w* в|повтор\w*)\s*{_ITEM}
        (?:выполняется|исполняется|проводится) в (?:рамках|составе) {_ITEM}""",
    ),
    _rule(
        "отмена",
        Sign.CANCELLED,
        "отменено в связи с карантином",
        r"""отм\b|(?<!не )(?:отмен(?:ен|яе|а\b|ил)|аннулирован)\w*
        (?<!не )(?:снят\w{0,2}|снима\w+) с\b
        (?<!не )исключен[оаы]?\b
        не\s+буд\w+\s+(?:провод|провед|выполн|исполн)\w*
        (?:провод|провед|выполн|исполн)\w*\s+не\s+буд\w+
        не состо(?:ится|ятся)
        (?<!not )cancell?ed|dropped|won't|will not""",
    ),
    _rule(
        "перенос",
        Sign.POSTPONED,
        "перенесено на июль",
        rf"""(?<!не )(?<!без )перен(?:ес|ос)\w*|пер\b\.? (?:на|с)\b
        (?<!не )(?:отложен|отклад|отложил|сдвин|сдвиг|передвин|смещен|приостанов)\w*
        (?<!не )продл(?:ен|ев|ил)\w*
        (?:переехал|перешел|перешл)\w* на (?:{_TIME})
        нов(?:ый|ая|ые) (?:срок|дат)|(?:срок|дат)\w* измен|измен\w+ (?:срок|дат)
        (?<!not )(?:postponed|delayed|deferred|moved to|rescheduled|on hold)""",
    ),
    _rule(
        "передача",
        Sign.REASSIGNED,
        "передано в отдел кадров",
        rf"""(?:передан|передал)[оаи]?\s(?!на\b)(?:.*\s)?{_BODY}
        (?:перенаправлен|переслан)[оаы]? (?:в|к|на)\b
        ^переда(?:н[оы]|л[аи]?) (?:в|во|к)\b|^передан[оаы]?$
        ^(?:направлен|отправлен)о (?:в|во|к)\b(?!.*\d)
        (?:передан|передал)[оаи]?\s\w{{2,}}(?:[ое]в|ин|ск)(?:у|ой|ому)(?:\s?[а-я]\.?){{0,2}}$
        (?:ответственн\w+|исполнител\w+) (?:измен|смен|замен)
        (?:transferred|passed|handed) (?:over )?to\b
        переадресован|перепоручен|поручен[оа]?\b|переназначен
        (?:отв\b\.?|ответственн\w+|исполнитель)\s*[-:]
        reassigned|handed over""",
    ),
    _rule(
        "ожидание",
        Sign.WAITING,
        "план пока не получен",
        rf"""{_SOURCE}.*\b{_NOT} (?:{_COMES}|{_KNOWN})
        {_NOT} (?:{_COMES}|{_KNOWN})\b.*\b{_SOURCE}
        (?:нет|отсутству\w+|без|no)\b.{{0,20}}\b{_SOURCE}
        {_SOURCE} (?:(?:пока|еще) )*(?:нет|отсутству\w+|неизвестн\w+)\b
        (?:ждем|ждут|жду|ожида\w+|awaiting|waiting|pending)\b
        срок\w* (?:(?:еще|пока) )*не (?:наступ|подош|приш)
        {_SOURCE}.*\bуточня\w+
        не (?:присылал|прислал|объявл|анонс|запраш)|(?:ничего|никто) не {_COMES}""",
    ),
    _rule(
        "запрос поступил",
        Sign.CALLED,
        "пришло письмо",
        rf"""(?:{_CALL}|план|положени\w*)\b.*\b{_CAME}
        {_CAME}\s(?:.*\s)?(?:{_CALL}|план|положени\w*)\b""",
    ),
    _rule(
        "часть",
        Sign.PARTIAL,
        "выполнено, кроме двух организаций",
        rf"""частич|почти|практически
        наполовину|половин|на (?:треть|четверть|две трети|три четверти)\b|in part\b
        част[ьи]?\b|больш(?:ая|ей) част|большинств|в основном
        недовып|недоисп|неполн
        (?:кроме|исключая)\b|за исключением|за искл\b|без учета
        не (?:полност|до конца|вс[еяю]м?и?\b|всех\b|везде|у всех|в полно|целиком|хватает)
        мало\b|недостаточно
        {_SOME_OF}
        (?:перв|втор|трет|четверт)(?:ый|ая|ое|ые|ий|ья|ье)\s+(?:{FINISHED}|{CLOSING})
        предоплат|аванс|сдал[аи]? (?:один|одна|одно)\b
        оста(?:лось|лся|лась|лись|ется|ются|лся)\b
        (?:перв\w+|втор\w+|[1-9]|i{{1,3}})(?:-?[а-я]{{1,2}})?\s+(?:этап|част)\w*|этап\b
        (?:только|лишь)\b|вчерне|в черновике|что (?:смог|мог|успе)\w*
        без (?:пп?\b|пункт|отчет|акт|част|приложени|подпис|документ|протокол|фото)
        (?:partial|partly|mostly|almost|nearly|practically|half|except|all but)""",
    ),
    _rule(
        "не сделано",
        Sign.NOT_DONE,
        "встреча не проводилась",
        rf"""{UNDONE}
        {_NOT}.*\b(?:{FINISHED}|{CLOSING}|{_BEGUN})
        (?:{FINISHED}|{CLOSING}|{_BEGUN}).*\b(?:нет\b|{_NOT})
        (?:срыв|сорван|сорвал|провален|невозможн|отсутству|просроч)\w*|без исполнения
        нет (?:заяв|средств|финанс|денег|возможн|кворум|кандидат|желающ|времени|людей)
        (?:overdue|behind schedule|failed|missed)\b
        не было (?:средств|финанс|денег|возможн|кворум|времени)
        забыл[аи]?\b|руки не дошли|не (?:дошл|дошел|добрал)\w*|упустил\w?\b|ничего (?:пока|еще)?$
        срок\w* нарушен|нарушен[оы]? срок|срок\w* (?:уже )?(?:прош|ист|выш)|прош\w* срок|not yet$
        (?:нет|no)$""",
    ),
    _rule("отрицание", Sign.UNSURE, "не возражаем", rf"{_NOT}|\w+n't\b"),
    _rule(
        "план на будущее",
        Sign.PLANNED,
        "намечено на 20.05",
        r"""запланир|планиру|намечен|намеча|предсто|собираемся|намерен|долж[не]|назначен[оаы]?\b
        (?:будет|будут|будем|буду|состоится|состоятся|пройдет|пройдут)\b
        (?:проведем|выполним|сделаем|сдадим|направим|представим|подготовим|завершим|рассмотрим|закроем)\b
        (?:включен|внесен)[оаы]? в (?:повестк|план|график)
        ориентировочн|предварительн|план\s*[-:]|в плане (?:на|с)\b|scheduled|planned
        (?:will|due|to be|should|must|shall|going to|expected)\b""",
    ),
    _rule(
        "подготовка",
        Sign.IN_WORK,
        "проект на согласовании",
        rf"""{_PAPER}\b.*\b{_LEFT}
        {_LEFT}\b.*\b{_PAPER}
        (?:проект|черновик|макет)\w*\b(?!.*\b(?:выполн|реализ|заверш|сдан|исполн))
        (?:сда|отправ|отда)\w+ (?:в|на) (?:ремонт|печать|типограф|проверк|чистк|тираж)
        (?:на|в стадии|на стадии) {_STAGE}|к (?:ис|вы)полнению|в работу\b
        (?:согласован|получен|получил|дат[аы]\b.*\b(?:определ|утвержд|установл))
        в (?:раб\b|работе|процессе|стадии|разработке|производстве|подготовке|опытной|тестов)
        (?:начат|начал|стартовал)[аоиы]?(?:сь|ся)?\b|приступил|подготовк|доработк
        (?:готов|подготовлен)[аоы]? к\b|запрошен
        (?:sent|submitted) for (?:approval|review|sign|comment)
        вед[еу]т|ведем|правим|исправля|ид[еу]т|готовит|готовим|готовят|готовл(?!ен)
        (?:выполня|исполня|продолжа|реализу|разрабатыва|дорабатыва|согласовыва|формиру)\w*
        (?:оформля|уточня|собира|осуществля|рассматрива|прораб)\w*
        (?:проводится|проводятся|проводим|проводят|работаем|работают|делаю|делаем|делают|делается|занима\w+|сбор)\b
        (?:in progress|ongoing|in work|in review|wip|working|under|started|draft)\b""",
    ),
    _rule("закрыто", Sign.CLOSED, "выполнено в полном объёме", CLOSING),
    _rule("факт", Sign.FACT, "слёт состоялся 20 апреля", FINISHED),
    _rule(
        "постоянная работа",
        Sign.HABIT,
        "еженедельно публикуется сводка",
        r"""(?:регулярно|постоянно|ежедневно|еженедельно|ежемесячно|ежеквартально|regularly)\b
        систематическ|[а-я]{3,}(?:[аяу]ется|[аяу]ются|ится|ятся)\b|[а-я]{4,}[аяу](?:ем|ют)\b""",
    ),
)

_DENIAL = next(rule for rule in RULES if rule.sign is Sign.NOT_DONE)


def sign_of(words: str) -> tuple[Sign, str]:
    """What folded `words` say and the name of the rule that told so, "" where no rule did."""
    words = HARMLESS.sub(" ", words)
    for rule in RULES:
        if rule.pattern.search(words):
            return rule.sign, rule.name
    return Sign.NOTHING, ""


def denies(words: str) -> bool:
    """Whether folded `words` negate a deed, whatever else they say before it."""
    return _DENIAL.pattern.search(HARMLESS.sub(" ", words)) is not None
