"""What people do, hold and hand in: which of it falls due on a day, and which lasts until then."""

from sheetsync.words.cleaning import word_set
from sheetsync.words.lexicon.beside import is_harmless

# Stems of what is done to the time or the measure itself, or holds what there is.
_NO_TASKS = tuple(
    word_set(
        """
        не перен отмен отлож исключ сня уточн свер соглас реши определ закры продл сдвин измен замен
        удал пропуст ждать подожд забы хран держ остав сохран воздерж запре приостан
        """
    )
)
# Stems of what is valid until a day.
_VALID = tuple(
    word_set(
        "полис страхов сертификат абонемент пропуск доверенн аккредит аренд подписк патент режим"
    )
)
_LAWS = word_set("фз гост снип санпин рф тк гк нк коап рд сп ссср вов")
# Stems of work; most other nouns of it end as actions do.
_WORKS = tuple(
    word_set(
        """
        оплат постав сверк опрессов промыв сдач уборк закуп посадк рассыл выплат отправ передач
        выдач покраск побелк чистк вывоз завоз ввоз ввод пуск запуск выпуск монтаж демонтаж покос
        посев обрезк приемк поверк разработ доработ верстк печат подбор отбор набор обход
        объезд выезд подач защит аукцион торги тендер тарификац расстановк комплектов
        публикац корректиров калибровк заготовк стрижк вырубк прополк копк установк
        """
    )
)
# Stems of verbs, whatever their aspect: what is done with papers ends on its last day.
_HANDING_IN = (
    *("принима", "сда", "предост", "представ", "направ", "отправ", "вноси", "оплачива"),
    *("оформля", "заверша"),
)
# Stems of perfective verbs after which something lasts.
_LASTING = tuple(
    word_set("перевес перевод освобод объяв введ ввест разреш перекр огранич продолж оста прожи")
)
_MEETINGS = (
    *("педсовет", "заседан", "собран", "совещан", "совет", "комисси", "правлени", "сесси"),
    *("президиум", "пленум", "meet", "board", "council", "committee", "trustee", "governor"),
)
# What may stand right before a bare time, "report due April 15", and right behind a month.
_LEADS = word_set(
    """
    draft final submission педсовет совет собрание заседание совещание комиссия конференция
    close closes closing is этап тур финал полуфинал поток
    service renewal interview interviews visit concert trip fair drill inspection
    утренник елка соревнования соревнование первенство кросс диктант выпускной спектакль олимпиада
    эстафета марафон парад шествие молебен планерка викторина
    субботник праздник концерт семинар конкурс фестиваль форум слет поход турнир ярмарка митинг
    линейка экзамен экзамены экскурсия тренировка
    due launch kick off target effective noon eom completion утром днем вечером meeting council
    cabinet board committee agm egm conference assembly
    """
)
_MEETS = word_set("meeting board council committee session")
# What begins an errand in English; "order" and "hold" are no verbs for certain.
_ERRANDS = word_set(
    """
    submit send return complete prepare circulate publish agree issue pay renew update collect
    finalise finalize confirm arrange hand deliver review appoint recruit install repair
    """
)


def leads_time(word: str) -> bool:
    """A bare time can follow the word and be its day: "report due April 15"."""
    return word in _LEADS


def meets(word: str) -> bool:
    """A month right before the word is that of a meeting: "June board meeting"."""
    return word in _MEETS


def is_errand(word: str) -> bool:
    """An English verb that begins what is to be done: "submit claims by 30 April"."""
    return word in _ERRANDS


def is_valid_until(word: str) -> bool:
    """A day behind it ends what it allows, no work: «полис до 15 мая»."""
    return word.startswith(_VALID)


def is_law(word: str) -> bool:
    """The name of a law or a standard, whose number and year are none of ours."""
    return word in _LAWS


def is_work(word: str) -> bool:
    """A noun of what somebody does: "сверка", "обучение"; it is due where «касса» is open till."""
    return is_harmless(word) or word.startswith(_WORKS)


def is_handing_in(verb: str) -> bool:
    """What is done with papers and payments until their last day: "принимаются", "сдаём"."""
    return verb.startswith(_HANDING_IN)


def is_lasting(verb: str) -> bool:
    """What is done holds until the day behind it: «освободить от занятий до 15 мая»."""
    return verb.startswith(_LASTING)


def is_meeting(word: str) -> bool:
    """It names those who meet, or that they do: "педсовет", "trustees meet"."""
    return word.startswith(_MEETINGS)


def is_no_task(verb: str) -> bool:
    """What is done to the time or the measure itself: «перенести», «уточнить»."""
    return verb.startswith(_NO_TASKS)
