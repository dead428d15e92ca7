"""Kinds of deeds: by which verbs a measure of one kind is done, and which only lead to it.

«Закупить форму» is done when it is bought, has come or is given out, not when it is paid for.
"""

from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import word_set
from sheetsync.words.pattern import LazyPattern, SignedPattern, pattern


@frozen
class DeedKind:
    """Deeds that come to the same, by how their verbs and nouns begin in folded words.

    `things` are nouns by which a measure is of the kind, too; `done_by` are the kinds that come
    after it: whoever has done one of them has done this.
    """

    name: str
    words: LazyPattern
    things: LazyPattern
    done_by: frozenset[str]

    def finishes(self, other: "DeedKind") -> bool:
        """Whether a measure of the `other` kind is done by a deed of this one."""
        return self.name == other.name or self.name in other.done_by


def _kind(name: str, words: str, done_by: str = "", *, things: str = "") -> DeedKind:
    return DeedKind(
        name=name,
        words=_beginning(words),
        things=_beginning(things),
        done_by=frozenset(done_by.split()),
    )


def _beginning(words: str) -> LazyPattern:
    return pattern(rf"(?:{'|'.join(words.split()) or '(?!)'})")


KINDS = (
    _kind(
        "write",
        r"""
        подготов подготавл приготов разработ разрабат состав напис оформ сформир созда сочин
        готов сверст откоррект коррект актуализ пересм внес внест изменен правк дополнен
        переработ draft writ wrote prepar
        """,
        "approve hand publish start",
        things=r"""
        отчет(?!но(?!ст)) доклад справк информаци сведени заявк график план\b программ положени
        приказ регламент инструкци письм декларац паспорт правил локальн report invoice
        rota\b newsletter application\b bid\b claim\b accounts\b return\b submission proposal
        ведомост табел реестр списк перечен заключени акты?\b
        """,
    ),
    _kind(
        "approve",
        r"""
        утвер принят приня принима подпис заключ одобр согласов ратифиц подтвер назнач
        определ избра выбра выбор(?!н) присво sign approv agree conclude adopt appoint elect
        recruit hir
        """,
        "register start",
        things="договор контракт соглашени",
    ),
    _kind("register", "зарегистр регистр register", "start"),
    _kind(
        "hand",
        """
        направ отправ разосл рассыл послан послал сдан сдал сдать сдач сдав представ
        предостав передан передал передать передач подан подал подать подач вруч отчит
        sen[dt] submit deliver hand
        """,
        "accept publish",
    ),
    _kind("accept", "сдан принят приня"),
    _kind(
        "tell",
        """
        довед довел довест информир проинформ уведом извещ извест оповещ оповест ознаком
        сообщ разосл рассыл inform notif
        """,
        "publish",
    ),
    _kind(
        "publish",
        """
        размещ размест публик опублик обнарод вылож вывеш вывес развеш расклее выпущ выпуст
        выпуск издан издать издани вышел вышл publish post issue
        """,
        "give",
    ),
    _kind("print", "напечат отпечат печат издан издать издани print", "publish give"),
    _kind("collect", "сбор(?!ник) собра собир прием приня принима collect gather"),
    _kind(
        "buy",
        "закуп куп покуп приобре buy bought purchas",
        "bring give install accept start",
        things="заказ",
    ),
    _kind(
        "bring",
        r"""
        достав постав привез привоз завез завоз получ поступ пришел пришл прибыл receiv
        arriv bring brought
        """,
        "give install accept start",
    ),
    _kind(
        "give",
        r"""
        раздан раздал раздат роздан выдан выдал выдат выдач вруч наград награж развез развоз
        разнес разнос обеспеч поздрав чествов поощр распростран распредел award give gave distribut
        """,
    ),
    _kind(
        "install",
        r"""
        установ смонтир монтаж постав подключ замен смен помен поменя навес повес внедр
        устрой instal mount replac fit
        """,
        "accept start",
    ),
    _kind(
        "mend",
        r"""
        ремонт отремонт модерниз почин восстан замен перекры реставр отреставр реконстр
        покра готов repair fix mend
        """,
        "accept start",
    ),
    _kind(
        "build",
        r"""
        постро строит возвед возвел возвес сооруд сооруж благоустр обустр изготов изготавл готов
        built build
        """,
        "accept start",
    ),
    _kind("start", "запущ запуст запуск пуск введ ввод ввест ввел откры launch open"),
    _kind(
        "pay",
        r"""
        оплат оплач выплат выплач уплат уплач перечисл погаш погас начисл возмест возмещ
        премир рассчит расчет paid pay
        """,
    ),
    _kind(
        "teach",
        r"""
        обуч курс отуч проуч переобуч инструкт проинструкт подготовк переподгот train teach taught
        """,
    ),
    _kind(
        "check",
        r"""
        провер проконтрол осмотр медосмотр диспансер обслед ревиз инвентар сверен сверк
        сверил опрос опрош анкетир проанкет диагност повер испыт замер мониторинг контрол
        аудит inspect check survey review audit test examin
        """,
    ),
    _kind("treat", "привив привит привил вакцин провакцин vaccinat"),
    _kind(
        "clean",
        r"""
        убран убрал убрат уборк убор вывез вывоз очист очищ расчист расчищ чистк субботник
        помыт clean clear remov
        """,
    ),
    _kind("sow", "сев посев посея сеян засея"),
    _kind("transfer", "перевед перевест перевел перевод"),
    _kind(
        "go",
        """
        поезд съезд выезд выехал поход экскурс посет посещ участв участи сход обошл обош обход
        объе[зх] visit trip
        """,
    ),
    _kind("move", "переезд переех"),
    _kind("disinfect", "дезин[фс] дератиз дезак обработ"),
)
"""A word may be of several: «осмотр» of houses and of people."""

HELD = pattern(
    r"провед|провел|состоя|прош[ле]|пройден|организов|отмеч|отмети|участв|отработ|сыгра|отыгра|выступ|съезд"
    r"|held|ran\b|took"
)
"""Verbs of anything that is held."""

COMPLETED = (
    r"сдела|выпол|исполн|осуществ|произв|заверш|законч|окончен|реализ|устранен|done|completed?\b"
)
"""Verbs of anything that is done."""

LAID_BY = pattern(
    r"\b(?:принят|сдан|сдал|переда[нл])[аоыи]? (?:(?:в|на) (?!эксплуатац|полн|срок|баланс|архив"
    r"|хранен|дело)|по накл|(?:сервис|мастерск|склад|кладовщ))"
)
"""Taken in or handed over to be worked on or kept: «принят в сервис», «сданы на склад»."""

NO_THING = word_set(
    """
    уже нами вовремя срок был была было были также тоже год года том числе что как это лично вчера
    сегодня да ок есть закрыто закрыт закрыта успешно досрочно своевременно мероприятие
    мероприятия занятие занятия работа работы пункт задача задание поручение акт акты протокол
    человек чел один одна одно два две оба обе done yes ok the is was were has been have and now
    one two вместе совместно на по всеми обеими on at place онлайн очно дистанционно три
    четыре пять шесть семь восемь девять десять трое четверо
    """
)
"""What stands beside a deed and names nothing that it was done to."""

ON_PAPER = frozenset(("write", "approve", "hand", "publish", "buy", "pay", "bring", "give"))
"""Kinds that nobody holds: «семинар проведён» is no «отчёт о семинаре»."""

OF_THINGS = frozenset(("write", "print", "buy", "bring", "give", "install", "build", "mend"))
"""Kinds by which a measure is done that only names a thing: «Канцтовары»."""

MAKES = frozenset(("write", "build", "mend", "clean", "print"))
"""Kinds that are done when their thing is made: no «знак» is installed when it is made."""

SETS_UP = frozenset(("install", "build", "start", "publish"))
"""Kinds after which something is there that was not: «камеры работают на всех площадках»."""

TAKEN = pattern(r"сда[нл]|принят|оформ")
"""Said of a deed as a noun, that it is over: «опрессовка сдана», «подписка оформлена»."""

SAID_OF = {
    pattern("провед|провел|состоя|прош[ле]"): pattern("выбор[ыо]"),
    pattern("откры[тл]"): pattern(r"\b(?:выставк|экспозици|ярмарк|площадк|каток|катка)"),
    pattern("утвержд|подписан"): pattern("смет|тарифик|расписани|график|положени|устав|приказ"),
    pattern("прочита[нл]|прочел"): pattern(r"\b(?:лекци|доклад)"),
    pattern("оформлен|оформил"): pattern(r"\b(?:подписк|полис|пропуск|страхован)"),
}
"""By what each of these is held or done, and another is only begun."""

ALIKE = (
    pattern(r"крыш|кровл"),
    pattern(r"долг|задолжен"),
    pattern(r"праздник|торжеств|день$|дня$"),
    pattern(r"недостат|замечан|нарушен"),
    pattern(r"соревнован|первенств|турнир|спартакиад|чемпионат|забег|кросс"),
)
"""Nouns that plans and marks use for one another."""

_DECISIONS = r"""
    зачисл отчисл уволь увольн перевод переве командир списан списа закрыт закрыти комплект
    укомплект тарифик взыскан режим назнач ответствен премир поощр отпуск питани дежурств утвер
    порядк
"""
_BY_CONTRACT = r"""
    страхов аренд охран сотруднич партн подключ интернет обслуж услуг найм трудоустр договор
    контракт соглаш
"""
_INFORMS = "информ оповещ ознаком разъясн уведом агит пропаганд реклам извещ"
_PLANS = "план заплан срок(?:и|ов) график расписан"
_RULES = "правил порядк локальн положени регламент акт"
_TO_ALL = r"(?: на (?:все|всех))?"
_GOT = (
    r"(?:(?:все )?(?:\d+ [а-я.]+ |[а-я]+ )?получили (?:{paper})"
    rf"|(?:все )?(?:{{paper}}){_TO_ALL} (?:получ(?:ен[аы]?|или)|выдан[аы]?){_TO_ALL})"
)
PAPERS = {
    pattern(rf"\b(?:{thing})"): pattern(rf"\b(?:{'|'.join(measures.split())})")
    for thing, measures in {
        "приказ|распоряжени|постановлени": _DECISIONS,
        "договор|контракт|соглашени": _BY_CONTRACT,
        "памятк|листовк|объявлени|плакат|письм": _INFORMS,
        "график|план|расписани": _PLANS,
        "положени|регламент|порядок": _RULES,
        "счет": "оплат|расчет|взнос|уплат|погаш",
    }.items()
}
"""Papers that are all of a measure which does not name them: «Приказ издан» of «Зачисление»."""

RESULTS = {
    pattern(_GOT.format(paper=paper)): pattern(measures)
    for paper, measures in {
        "удостоверения|свидетельства|корочки|сертификаты": r"обуч|\bкурс|квалифик|переподготов",
        "свидетельства(?: о поверке)?": "повер",
        "диагностические карты": r"техосмотр|техническ\w+ осмотр",
        "аттестат(?: аккредитации)?": "аккредит",
    }.items()
}
"""What whoever was trained or checked has got in the end: «свидетельства о поверке получены»."""

IN_USE = SignedPattern(
    r"(?!.*\b(?:стар|прежн|режим|тест|опытн|времен|пробн|перебо))"
    r"(?:нов[а-я]+ )?(?P<thing>[а-я-]{3,})(?: нов[а-я]+)? (?:уже )?"
    r"(?:(?:работа[ею]т|действу[ею]т) (?:с \d|(?:на|во) всех|везде)"
    r"|заработал[аио]?\b).*",
    signs="работа действу",
)
"""As what is set up or started is, from then on."""
