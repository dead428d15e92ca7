"""Deeds that only prepare a measure, «подготовлен зал»: its own words tell whether they are it."""

from functools import lru_cache
from typing import TYPE_CHECKING

from sheetsync.model import Milestone
from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import common_start, fold, word_set
from sheetsync.words.pattern import pattern
from sheetsync.words.status.readings.beforehand import leads_on, names_a_stage
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.words.bounds import PLACE
from sheetsync.words.status.words.counts import has_counts
from sheetsync.words.status.words.leading import PLAN, PLAN_MADE, SENDS, SENT_AWAY, SERVED
from sheetsync.words.status.words.nouns import EVENT, NUMBERED_PLACE

if TYPE_CHECKING:
    from sheetsync.words.status.case import Case
    from sheetsync.words.status.statements import Statement

# How such a deed begins in a mark, and how a measure that is of it names it.
_OF_MEASURES = {
    "приглас|приглаш": "приглас|приглаш",
    "подготов|приготов": "(?:под|при)готов|подготавл",
    "собра(?!ни)": "сбор|собра(?!ни)|собир|прием",
    "закуп|купл|купи|приобре": "закуп|покуп|купл|купи|приобре|обеспеч",
    "разосл": "разосл|рассыл|направ|отправ|дове[сд]|информ|ознаком|уведом|извещ|оповест",
    "согласов": "согласов",
    "составл|состави": "составл|состави",
    "напечат|распечат|отпечат|изготов": "печат|изготов|тираж",
    "созда[нл]|сформиров": "созда|формиров|образов",
    "доведен|довел": "дове[сд]|информ|ознаком|сообщ",
    "оповещ|оповест|уведом|извещ|известил": "оповещ|оповест|уведом|извещ|известить|информ",
}
_DEEDS = {pattern(rf"\b(?:{mark})"): pattern(rf"\b(?:{own})") for mark, own in _OF_MEASURES.items()}
_ANY = pattern(rf"\b(?:{'|'.join(_OF_MEASURES)})")
_INVITED, _MADE_READY = pattern(r"\b(?:приглас|приглаш)"), pattern(r"\b(?:под|при)готов")
# To take part is to hold it, for whoever does.
_EVENT = rf"(?:участи|{EVENT})\w*"
_HELD = pattern(r"\b(?:провед|провест|проводи|состо)")
# What follows once a thing is made: of «сдать отчёт» it is not enough that it is ready.
_FURTHER = pattern(
    r"(?<!для )(?<!к )(?<!о )(?<!об )\b(?:сда(?:ть|ч\w+)|представ(?:ить|лени\w+)|направить"
    r"|отправ(?:ить|к\w)|опубликова\w+|публикаци\w+|разместить|размещени\w+|утвердить"
    r"|утверждени\w+|издать|издани\w+|вруч(?:ить|ени\w+)|выпустить|выпуск\b|передать)\b"
)
_IS_EVENT = pattern(rf"\b(?:{_EVENT}|провед|провест|проводи)")
_HEAD_ENDS = pattern(r"\b(?:о|об|по|к|ко|для|на|с|со|за|из|от|при|под|в|во)\b|[(«\"]")
# What is made ready or brought together for something else, whatever that is.
_FOR_OTHERS = pattern(
    r"\b(?:залы?|сцен[ау]|площадк[ау]|реквизит|сценарий|участники|гости|зрители|команды|заявки"
    r"|призы|положение|приглашения|афиш[ауи]|жюри|оргкомитет)\b"
    r"|приглас\w+ (?:участник|гост|зрител|команд)"
    rf"|\b{_EVENT} (?:\w+ )?подготов|\bподготов\w+ (?:\w+ )?{_EVENT}"
)
# What is a step to nearly any measure, and its deeds: «деньги выделены», «торги состоялись».
_STEP_DEEDS = {
    r"(?:деньг|средств|субсиди|финансирован|лимит|грант|транш|дотаци)": r"выдел|поступ|перечисл"
    r"|открыт|выигра|приш|одобр|зачисл|дали\b|дан[аоы]?\b",
    r"(?:счет(?!чик)|оплат|предоплат)": r"оплач|оплати|выстав|прош|внес|провед|подпис",
    r"(?:аукцион|тендер|торги|торгов|котиров|победител|(?<!силами )(?:подрядчик|поставщик)(?!ом"
    r"|ами))": r"",
    r"(?:сбор|прием|регистраци|набор|подготовк|согласован|демонтаж|замер)": r"заверш|законч|оконч"
    r"|закры",
    r"демонтаж": r"выполн|произв|провед",
    r"(?:заявлени|ходатайств|служебк|эскиз|макет|сценари|концепци|черновик|техзадан|смет)": r"напис"
    r"|подан|подал|состав|собра|направ|отправ|утвер|разработ|переда|заполн|нарисов",
    r"(?:билет|путев)": r"оплач|оплати|выкуп|приобр|купл|купил",
    r"(?:вызов|выезд|поездк|осмотр|медосмотр|обучени|ремонт|курс|работ|доставк|экскурси|участи"
    r"|аренд|проживани|заезд)": r"оплач|оплати|выкуп",
    r"(?:обращени|заявлени)": r"зарегистр",
    r"(?:документы|пакет)\b": r"собра|переда[нл]\w* (?:в|на)\b(?! (?:дело|архив|хранени))",
    r"(?:товар|груз|посылк|заказ)": r"отгру[жз]",
    r"леса\b": r"постав|установ|собра|смонт",
    r"рол(?:и|ей)\b": r"розда|раздал|распредел",
    r"организационн\w+ (?:собрани|совещани|встреч|заседани)|инструктаж\w* участник": r"",
    r"замер": r"замер(?:ен|ил)|сдела|произв|провед|провел|снят|сняли|выполн",
    r"анкет": r"раздан|раздал|роздан|разосл",
    r"(?:заяв[ок]|коммерческ\w+ предл|кп\b|опросн\w+ лист)": r"подан|подал|переда|собра|направ"
    r"|отправ|заполн|состав|получ|зарегистр",
    r"письмо\b": r"напис|состав",
    r"(?:иск|суд|жалоб|апелляц|кассац)": r"подан|подал|обрати",
    r"вопрос": r"подня|изуч|постав",
    r"(?:вариант|предложени)": r"рассм|изуч",
    r"участи": r"подтверд|подтвержд",
    r"вопрос\w* со? (?:помещени|транспорт|финанс|деньг|людьми|размещени)": r"",
    r"(?:конкурсн|аукционн|закупочн|тендерн)\w+ документац": r"",
    r"состав\w* (?:делегаци|команд|жюри|участник|оргкомитет)": r"",
    r"договор\w* (?:\w+ )?с (?:лектор|артист|ведущ|подрядчик|поставщик|перевозчик|тренер)": r"",
    r"(?:волонтер|доброволь|команд|участник|жюри|оргкомитет|бригад)": r"набра|собра|сформир"
    r"|созда|зарегистр|подобра",
    r"групп": r"набра|укомплект|сформир|собра",
    r"(?:репетици|прогон|отборочн|полуфинал|четвертьфинал|жеребьев|дефект|пилот)": r"",
    r"афиш": r"",
    # «Программа проведения утверждена», «письмо о необходимости проведения направлено».
    (
        r"(?:программ|план|график|поряд|мест|дат|смет|письм|приказ|распоряжени|положени|решени)\w*"
        r" (?:об? )?(?:необходимости )?(?:проведени|организаци|выполнени|исполнени|реализаци"
        r"|подготовк)"
    ): r"утвер|состав|разработ|определ|согласов|направ|отправ|подпис|изда|назнач|подготов|выбра"
    r"|принят",
    # A plan of deeds is none of them: «составлен план работ», «план по выполнению составлен».
    (
        r"(?:план|график|программ|перечень|список|смет)\w*(?:-[а-я]+)? (?:(?:по [а-я]+|проведени"
        r"|подготовк|организаци)\w*|(?:[а-я]+ых )?(?:работ|мероприятий|действий|мер|закупок"
        r"|ремонтов|проверок)\b)"
    ): r"состав|разработ|подготов|сформир|напис|утвер|согласов|определ",
    r"мероприяти[яй] по [а-я]+": r"разработ|утвер|состав|определ|намеч",
    r"(?:work|action|project)? ?(?:plan|schedule|timetable)\b(?= (?:for|of|to)\b)|(?:work|action"
    r"|project) plan\b": r"drawn|drafted|signed|written|prepared|made|agreed|approved|produced",
    r"(?:проведени|организаци|реализаци)[ея]\b": r"обеспеч|утвер|согласов|одобр|разреш|поруч",
    r"(?:поручени|задани|задач)": r"дан[аоы]?\b|выда|направ|постав|разда|роздан|довед",
    r"готовност": r"подтвер|заявл|обеспеч",
    r"(?:приказ|распоряжени)": r"подготов|состав|напис",
    r"(?:(?<!by )(?<!by the )contractor|supplier|speaker|venue|funding|tender|quote"
    r"|permi(?:t|ssion)|poster|invitation|ticket|grant)s?\b": r"",
    r"предписани": r"выписа|выда[нл]",
    r"проб[аы]?\b": r"взят|взяли|отобра",
    r"(?:опрос|голосовани)": r"запущ|запуст",
    # A stage of building, as «котлован вырыт» is one.
    r"(?:фундамент|стен[ыа]?\b|котлован|транше|опалубк|каркас|стропил|сва[ийя]|перекрыти)": r"зали"
    r"[тв]|возвед|возвел|выры[тл]|(?:вы|от|рас)?копа|постав|смонт|забит|установ|выложен|подня|снят"
    r"|уложен",
    r"(?:(?:строй)?материалы?|трубы|кабель|столбы|щебень|плитк[ау]|доски|брус|цемент|пес(?:ок|ка)"
    r"|грави[йя]|грунт|земл[яиюе]|чернозем|асфальт|бетон|арматур[ау]|линолеум|шифер|профнастил"
    r"|утеплитель|кирпич)\b": r"привез"
    r"|завез|доставл|получ",
}
_STEPS = tuple(
    (pattern(rf"\b{thing}"), pattern(rf"\b(?:{deed})") if deed else None)
    for thing, deed in _STEP_DEEDS.items()
)
# «в работе» names no deed: in a large plan it is said of thousands, each with words of its own.
# Tried from the beginning alone: from each sign, a long text takes the square of its length.
_ANY_STEP = pattern(
    r"(?s)\A(?:"
    + "|".join(rf"(?=.*\b{thing}).*\b(?:{deed})" for thing, deed in _STEP_DEEDS.items())
    + ")"
)
_TAKEN_FOR_MADE = pattern(
    r"\b(?:реализ|выполн|исполн|осуществ)[а-я]* $|\b(?:по|согласно) $|\bin line with (?:the )?$"
)
_TO_PLAN = pattern(r"\W*(?:за|с)?планир")
_TO_MAKE = pattern(r"\b(?:разработ|состав(?:ить|лени)|утверд|утвержд)")
_WORD = pattern(r"[а-я]{3,}")
_PARTICIPLE = pattern(r"\b[а-я]{3,}(?:[аяе]н|[иуя]т)[аоы]?\b")
_NO_OBJECT = word_set("все всех уже нами полностью заранее срок был была было были также тоже год")


# «Смета готова» of «Составить смету».
_READY = pattern(
    r"(?:[а-я-]+ )?(?P<thing>[а-я]{4,}) (?:(?:уже|полностью) )?готов[аоы]?(?: [\d.]+)?"
)
# Beside an event, that somebody is ready to hold it.
_WE_ARE_READY = pattern(r"(?:(?:уже|все|полностью) )*готов[аы]?[ .!]*")
_MAKES = pattern(r"\b(?:подготов|разработ|состав|изготов|напис|оформ|сформир)")


@frozen
class MeasureWords:
    """What the words of a measure tell whoever reads its status; the text is "" where unknown."""

    text: str = ""
    milestones: tuple[Milestone, ...] = ()


UNTOLD = MeasureWords()
MAY_BE_OWN = (Sign.NOTHING, Sign.IN_WORK)
"""What a participle may say elsewhere, that of the measure's own verb: «Заказать», «заказано»."""


@lru_cache(maxsize=4096)  # a plan says the same day after day
def may_prepare(status: str) -> bool:
    """A quick look, whether what a status means may hang on its measure's words."""
    words = fold(status)
    asked = (_ANY, _ANY_STEP, _READY, SENT_AWAY, PLAN_MADE, PLACE, NUMBERED_PLACE)
    tells_more = names_a_stage(words) or has_counts(words)
    named = tells_more or any(one.search(words) for one in asked)
    return named or _is_unknown_deed(words)


def _is_unknown_deed(words: str) -> bool:
    """A participle that no rule takes for a deed: it may be that of the measure's own verb."""
    told = _PARTICIPLE.findall(words)
    if not told:
        return False
    from sheetsync.words.status.statements import sign_of  # a plan without marks needs no verbs

    return any(sign_of(word)[0] in (*MAY_BE_OWN, Sign.UNSURE) for word in told)


def only_prepares(case: "Case", measure: MeasureWords) -> bool:
    """Whether all that is said to be done is made ready for something else than the measure.

    Where nobody knows its words, only what is never done for itself is for something else, «зал»,
    «приглашения», or an event made ready.
    """
    deeds, own = case.saying(*DEEDS), fold(measure.text)
    if _WE_ARE_READY.fullmatch(fold(case.words)) and _is_event(own):
        return True
    return bool(deeds) and all(
        is_step(said, own)
        or leads_on(said.in_full, own)
        or _prepares(said, own)
        or _leads_to_it(said.words, own)
        for said in deeds
    )


def is_step(said: "Statement", measure: str = "") -> bool:
    """Whether it is of what leads to nearly any measure, unless this one names it."""
    for thing, deed in _STEPS:
        found = thing.search(said.words)
        if found and (deed is None or deed.search(said.words)):
            planned = found[0].startswith("план") and _TO_PLAN.match(measure)
            return not planned and not any(
                _is_its_own(measure, named.start()) for named in thing.finditer(measure)
            )
    return False


def _leads_to_it(words: str, measure: str) -> bool:
    """«График утверждён» of a measure that is to make no such paper, «отправлены» of a repair."""
    paper = PLAN_MADE.search(words) and measure and not PLAN.search(measure)
    served = SERVED.search(measure) and not SENDS.search(measure)
    return bool(paper or (served and SENT_AWAY.search(words)))


def _is_its_own(measure: str, at: int) -> bool:
    """Not of «реализация плана» nor of «праздник по плану», which take it for made."""
    before = measure[max(at - 60, 0) : at]
    return bool(_TO_MAKE.search(before)) or _TAKEN_FOR_MADE.search(before) is None


def _prepares(said: "Statement", measure: str) -> bool:
    from sheetsync.words.status.words.deeds import is_deed  # a plan without marks needs no verbs

    words = said.in_full
    spoken = _WORD.findall(words)
    told = [word for word in spoken if is_deed(word)]
    things = [word for word in spoken if word not in told and word not in _NO_OBJECT]
    if said.sign is not Sign.FACT or not told or not things or not all(map(_ANY.match, told)):
        return False
    if not measure:
        return bool(_FOR_OTHERS.search(words))
    owns = [own for deed, own in _DEEDS.items() if deed.search(words)]
    of_deed = all(own.search(measure) for own in owns)
    if any(_FURTHER.search(own.sub("", measure)) for own in owns):
        return True
    of_thing = any(_names(measure, word) for word in things)
    if _is_event(measure):
        held = _HELD.search(measure) and _MADE_READY.search(words)  # «подготовка и проведение»
        return bool(held) or not (of_deed and of_thing)
    # Of «встреча с ветеранами», «ветераны приглашены» says no more than that.
    return not (of_deed or (of_thing and not _INVITED.search(words)))


def is_made(said: "Statement", measure: str) -> bool:
    """Whether it says of the one thing that the measure makes, and does no more with, «готова»."""
    ready = _READY.fullmatch(said.words.strip(" ."))
    own = fold(measure)
    if ready is None or not _MAKES.search(own) or _FURTHER.search(own):
        return False
    return not _is_event(own) and _names(own, ready["thing"])


def _is_event(measure: str) -> bool:
    """By what it is called, not by what it is about: unlike «отчёт о конкурсе»."""
    head = _HEAD_ENDS.split(measure, maxsplit=1)[0]
    return bool(_IS_EVENT.search(head if _WORD.search(head) else measure))


def _names(measure: str, thing: str) -> bool:
    """Whether the measure has the noun in any form, «заявки» and «заявок»."""
    return any(is_same_noun(thing, word) for word in _WORD.findall(measure))


def is_same_noun(one: str, other: str) -> bool:
    """Whether two words are forms of one noun, as far as their beginnings tell."""
    return common_start(one, other) >= max(_needed(min(len(one), len(other))), 1)


def _needed(letters: int) -> int:
    """How many letters two forms of a noun share, of which the shorter has so many."""
    return letters if letters < 4 else max(letters - 3, 4) if letters > 4 else 3
