"""Kinds of deeds: by which verbs a measure of one kind is done, and which only lead to it.

«Закупить форму» is done when it is bought, has come or is given out, not when it is paid for.
"""

from sheetsync.model.frozen import frozen
from sheetsync.words.pattern import LazyPattern, pattern


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
        подготов подготавл приготов разработ разрабат состав напис оформ сформир созда сочин готов
        сверст откоррект коррект актуализ пересм внес внест изменен правк дополнен переработ draft
        writ wrote prepar
        """,
        "approve hand publish start",
        things=r"""
        отчет(?!но) доклад справк информаци сведени заявк график план\b программ положени приказ
        регламент инструкци письм декларац паспорт правил локальн report
        """,
    ),
    _kind(
        "approve",
        r"""
        утвер принят приня принима подпис заключ одобр согласов ратифиц зарегистр регистр
        подтвер назнач определ избра выбра выбор(?!н) присво
        sign approv agree conclude adopt appoint elect recruit hir
        """,
        "start",
        things="договор контракт соглашени",
    ),
    _kind(
        "hand",
        r"""
        направ отправ разосл рассыл послан послал сдан сдал сдать сдач сдав представ предостав
        передан передал передать передач подан подал подать подач вруч довед довел довест информ
        проинформ уведом извещ извест оповещ оповест ознаком сообщ отчит sen[dt] submit deliver
        hand inform notif
        """,
        "approve publish",
    ),
    _kind(
        "publish",
        r"""
        размещ размест публик опублик обнарод вылож вывеш вывес развеш расклее выпущ выпуст выпуск
        издан издать издани вышел вышл напечат отпечат печат publish post print issue
        """,
        "give",
    ),
    _kind("collect", "сбор собра собир прием приня принима collect gather"),
    _kind("buy", "закуп куп покуп приобре buy bought purchas", "bring give install start"),
    _kind(
        "bring",
        r"""
        достав постав привез привоз завез завоз получ поступ пришел пришл прибыл receiv arriv bring
        brought
        """,
        "give install start",
    ),
    _kind(
        "give",
        r"""
        раздан раздал раздат роздан выдан выдал выдат выдач вруч наград награж развез развоз
        обеспеч поздрав поощр распростран распредел award give gave distribut
        """,
    ),
    _kind(
        "install",
        r"""
        установ смонтир монтаж постав подключ замен смен помен поменя навес повес внедр устрой
        готов instal mount replac fit
        """,
        "start",
    ),
    _kind(
        "mend",
        r"""
        ремонт отремонт почин восстан замен перекры реставр отреставр реконстр покра готов repair
        fix mend
        """,
        "start",
    ),
    _kind(
        "build",
        "постро строит возвед возвел возвес сооруд сооруж благоустр обустр готов built build",
        "start",
    ),
    _kind("start", "запущ запуст введ ввод ввест ввел открыт откры сдан принят launch open"),
    _kind(
        "pay",
        r"""
        оплат оплач выплат выплач уплат уплач перечисл погаш погас начисл возмест возмещ премир
        рассчит расчет paid pay
        """,
    ),
    _kind(
        "teach",
        "обуч отуч проуч переобуч инструкт проинструкт подготовк переподгот train teach taught",
    ),
    _kind(
        "check",
        r"""
        провер осмотр обслед ревиз инвентар сверен сверк сверил опрос опрош анкетир проанкет
        диагност повер испыт замер мониторинг контрол аудит inspect check survey review audit test
        """,
    ),
    _kind("treat", "привив привит вакцин провакцин медосмотр осмотр диспансер vaccinat examin"),
    _kind(
        "clean",
        r"""
        убран убрал убрат уборк убор вывез вывоз очист очищ расчист расчищ чистк субботник помыт
        clean clear remov
        """,
    ),
    _kind("go", "поезд съезд выезд выехал поход экскурс посет посещ участв участи visit trip"),
)
"""A word may be of several: «осмотр» of houses and of people."""

ON_PAPER = frozenset(("write", "approve", "hand", "publish", "buy", "pay", "bring", "give"))
"""Kinds that nobody holds: «семинар проведён» is no «отчёт о семинаре»."""

_DECISIONS = r"""
    зачисл отчисл уволь увольн перевод переве командир списан списа закрыт закрыти комплект
    укомплект тарифик взыскан режим назнач ответствен премир поощр отпуск питани дежурств утвер
    порядк
"""
_BY_CONTRACT = r"""
    страхов аренд охран сотруднич партн подключ интернет обслуж услуг питани найм трудоустр договор
    контракт соглаш
"""
_INFORMS = "информ оповещ ознаком разъясн уведом агит пропаганд реклам извещ"
_PLANS = "план заплан срок(?:и|ов) график расписан"
_RULES = "правил порядк локальн положени регламент акт"
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
