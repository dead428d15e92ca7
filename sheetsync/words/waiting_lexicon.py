"""The words of deadlines that wait for others, Russian and English: one line a meaning.

Forms are folded as in `words.lexicon`.
"""

from functools import cache
from itertools import product

from sheetsync.words.cleaning import word_set
from sheetsync.words.timing.kinds import Wait

WAITS = {
    Wait.NEED: "по мере необх|по необход|по необх|по мере|при|в случае|по необходимости"
    "|as needed|as required|as necessary"
    "|as appropriate|if needed|if required|if necessary|when needed|when required|in case of"
    "|in the event of|when necessary|when appropriate|as and when required|where appropriate"
    "|where necessary|as applicable|ad hoc|on an ad hoc basis|case by case|when available"
    "|as available"
    "|contingent on|contingent upon|dependent on|based on|depending on"
    "|at the time of|at time of|on hire|at hire|as and when"
    "|где необходимо|в ходе"
    "|в рамках",
    Wait.TERM: "в соотв с|согл|по законодательству|в соответствии с|в соответствии со|согласно"
    "|in accordance with|according to"
    "|as per|within the time limit|в сроки согласно|в установленном порядке",
    Wait.PROGRAMME: "|".join(
        " ".join(words).strip()
        for words in product(
            ("", "весь", "всего"),
            ("срок", "срока", "период", "периода"),
            ("реализации", "действия", "выполнения"),
        )
    ),
    Wait.AFTERWARDS: "после|одновременно с|одновременно со|по итогам|по результатам|вслед за"
    "|upon completion of|after|upon|following|вместе с|параллельно с|на основании",
    Wait.REQUEST: "on request|upon request|on request of|on request from|at the request of"
    "|upon request of|upon request from|on demand|by agreement|by agreement with|subject to"
    "|by request of|at request of|when requested|as requested|per request|by appointment"
    "|по согл|по соглас|по согласов",
    Wait.PLAN: "per schedule|as scheduled|per plan|as planned|per the schedule|per the plan"
    "|as per schedule"
    "|согл плана|согл графику|согл графика|согл плану|в соотв с планом|в соотв с графиком"
    "|according to plan|according to the plan|according to the plan of|as planned by"
    "|according to the schedule|according to the schedule of|in accordance with the plan"
    "|in accordance with the plan of|in accordance with the schedule|under the plan of"
    "|in accordance with the schedule of",
}
# Stems of what follows "по" and says whose word is awaited; the rest of the word is its case.
WAITED_FOR = {
    Wait.PLAN: "план график расписани программ календар",
    Wait.TERM: "договор положени регламент контракт стандарт норматив",
    Wait.REQUEST: "запрос заявк заявлени требовани поручени указани приглашени вызов обращени"
    " решени распоряжени согласовани договоренност назначени предписани ходатайств инициатив"
    " приказ постановлени предложени просьб письм команд сигнал жалоб представлени",
    Wait.NEED: "возможност необходимост факт потребност обстановк ситуаци желани усмотрени"
    " погод услови поступлени готовност показани рекомендаци",
    Wait.AFTERWARDS: "результат итог",
}
# What may stand between "по" and such a word: "по сводному графику", "по отд. плану".
ADJECTIVE_ENDINGS = ("ому", "ему", "ым", "им", "ой", "ей", "ого", "отд")
# Participles of a term that another document sets: "в сроки, установленные …".
SET_STEMS = tuple(
    word_set(
        """
        установленн предусмотренн указанн определенн утвержденн согласованн установл предусмотрен
        определяем set specified established prescribed
        """
    )
)
# A year named by its money or its programme is the plan's own; any other event decides the year.
PLAN_YEAR_STEMS = tuple(
    word_set(
        """
        предоставлени получени использовани реализаци проведени исполнени планируем планировани
        действи
        """
    )
)
# "срок уточняется", "дата будет определена", "не установлен".
UNSET = "|".join(
    f"{what} {how} {when}".strip().replace("  ", " ")
    for what, how, when in product(
        ("", "срок", "сроки", "дата"),
        (
            *(
                "уточняется",
                "уточняются",
                "требует уточнения",
                "уточнить",
                "не указан",
                "не указаны",
                "не указана",
            ),
            *(
                f"{verb} {participle}{ending}"
                for verb, participle, ending in product(
                    ("не", "будет", "будут"),
                    ("определен", "установлен", "уточнен", "назначен"),
                    ("", "а", "о", "ы"),
                )
            ),
        ),
        ("", "дополнительно", "отдельно", "позднее", "позже"),
    )
)
# Stems of words that may deny, limit or move a time, or name one: never read as a mere remark.
_NEVER_PLAIN = tuple(
    word_set(
        """
        не ни без кроме помимо только лишь исключ если или либо ли но однако иначе хотя пока возможн
        вероятн вопрос сомн отмен отлож перенес перенос перенест снят срыв сорван выполнен исполнен
        проведен провод заверш законч состоя готов сделан сдан прошл прошед истек будущ следующ
        предыдущ кажд любо раньше ранее позже поздн после перед через спустя услов зависи кварта
        полуг месяц месяч недел дневн день дня дни дней сут год лет четверт триместр семестр каникул
        сесси праздн выходн рабоч будн числ дата даты срок начал конец конц серед перв втор трет
        последн половин декад зим весн осен раз янв фев мар апр май мая июн июл авг сент окт ноя дек
        максим миним менее более уточн еже пункт вместо взамен not no or if unless only except
        without maybe possibl perhaps cancel postpon moved shift resched done complet finish held
        before after week month quarter year day until since every each either п пп ст гл ч раздел
        стать приложени част подпункт табл руб тыс млн млрд шт балл больше меньше ставк процент
        утв утверж остат данным почти ближе чуть стары прежн первонач originally was now actual
        приказ протокол постановл распоряж письм
        договор факт продл было стал тот тоже там аналогич соответств section item page no сезон
        период навигаци subject pending delay term semester instead earl late mid fy
        прош необяз действ лиценз отпуск больничн годен годност как мож probabl letter memo order
        minute decree resolut directive extend email
        раніше пізніше якщо окрім раней пазней калі акрамя цягам
        """
    )
)
# Words whose numbers are no days: "каб. 12.05", "room 3.04".
_NUMBERED = word_set(
    """
    каб кабинет тел телефон т ауд аудитория ред редакция версия ул улица площадь пл проспект пр
    парк им имени стр сч room version ver tel phone ext ref inv email
    """
)
# Stems of who, where, what and how: without one of them words beside a time are no remark, for no
# list of what could change a date is ever complete: "12.05 (время)", "«Май» (газета)".
_HARMLESS = tuple(
    word_set(
        """
        зал школ корпус площад стадион парк город район округ област двор библиот музе театр
        клуб дом центр лагер баз сад садик детск больниц поликлин завод цех предприят организац
        учрежд территор мест поселен сельс офис улиц аудитор столов спортз учител учащ ученик
        педагог родител воспит студент дет член профсоюз молодеж ветеран пенсионер работник
        сотрудник персонал директор заместител руковод председ специалист женщин мужчин юнош девуш
        команд участ волонт врач медсест коллектив совет комисс президиум пленум профком профбюро
        комитет администрац отдел министерств субботник паводок собран заседан конферен совещан
        семинар конкурс фестивал концерт акци марафон спартакиад соревн турнир выстав форум слет
        поход экскурс мероприят педсовет урок занят обучен тренинг учеб встреч митинг шеств
        парад подписан отчет доклад смотр опрос анкетиров мониторинг ремонт осмотр медосмотр
        вакцинац проверк ревизи инвентар аудит рейд консультац прием заяв сбор подготовк
        проведени подведени итог очн заочн онлайн дистанц вкс zoom режим формат видео электрон
        письмен устн совместн силами утр днем вечер повторн несколько одному прим этап тур стади
        смен поток заезд проект план групп класс тема новый сош мбоу гимнази лицей перемен паводк
        справк подписк статист тренировк кампани инструктаж сводн месячник
        meet review report board council committee staff team school train workshop conferenc
        session submi launch pilot roll kick draft adopt implement hire approv completion present
        target noon weather online virtual hall venue city department director manager teacher
        student parent final effective likely eom ongoing due member union season with
        """
    )
)
# What ends a deed still to be done, "(награждение)", "(вакцинация)".
_ACTIONS = ("ание", "ания", "ение", "ения", "ация", "ации", "иция", "енции")
_PAST = ("али", "или", "ели", "ало", "ило", "ались", "ились", "лся", "лось")
_LINKING = word_set("to be with by of in at for on permitting к ко с со на и of from")
# Endings of adjectives; a noun that shares them stands before a harmless one too: "выпускной".
_DESCRIBING = tuple(
    word_set("ый ий ой ая яя ое ее ые ие ого его ому ему ую юю ом ем ых их ым им ей")
)
# What may stand right before a bare time, "report due April 15", and right behind a month.
_LEADS = word_set("due launch kick off target effective noon eom completion утром днем вечером")
_MEETS = word_set("meeting board council committee session")
# A bare day right behind one of these is the paper's own: "лицензия: 15.05.2026".
_PAPERS = (
    *("приказ", "протокол", "постановл", "распоряж", "письм", "договор", "лиценз", "паспорт"),
    *("удостовер", "свидетельств", "счет", "order", "letter", "memo", "minutes", "decision"),
)
_OTHER_TIMES = ("факт", "был", "стал", "стары", "прежн", "первонач", "actual", "was", "old")
# How a thing done is told from one intended: "начато в мае", not "назначено на май".
_DEEDS = ("ано", "ато", "яно", "ено", "ято", "уто", "ыто", "ито")
_INTENDED = ("назнач", "заплан", "намеч", "предполаг", "предусм", "schedul", "plann", "expect")
_INTENDED_TOO = ("propos", "target", "anticipat", "estimat", "revis", "relat", "need")
_SHORTEST_STEM = 3  # letters; a shorter one is a whole word
_PLAIN_ANYWAY = (
    "проведени",
    "выполнени",
    "исполнени",
    "завершени",
    "марафон",
    "заявк",
    "месячник",
    "полугодов",
    "годов",
    "летн",
    "квартальн",
    "completion",
)


def tells_another_time(word: str) -> bool:
    """Time that is no deadline follows the word: "факт: 15.05", "было – май, стало – июнь"."""
    return word.startswith(_OTHER_TIMES)


def numbers_something(word: str) -> bool:
    """The number behind the word is no day: "тел.: 2-12-26"."""
    return word in _NUMBERED


@cache
def is_plain(word: str) -> bool:
    """A word beside a time that changes nothing in it: letters, and no stem that could."""
    if not word.isalpha() or numbers_something(word) or not word.strip("xх"):
        return False
    short = len(word) < _SHORTEST_STEM and word in _NEVER_PLAIN
    stems = tuple(stem for stem in _NEVER_PLAIN if len(stem) >= _SHORTEST_STEM)
    return word.startswith(_PLAIN_ANYWAY) or not (short or word.startswith(stems))


def is_harmless(word: str) -> bool:
    """A word that says who, where, what or how, and so no more about when."""
    harmless = word.startswith(_HARMLESS) or word.endswith(_ACTIONS)
    return harmless and not word.endswith(_PAST) and not is_dated_paper(word)


def is_harmless_beside(word: str) -> bool:
    """It is harmless even where no mark parts it from the time: "годовой отчет до 5 мая"."""
    return is_harmless(word) or word in _LINKING or word.endswith(_DESCRIBING)


def is_dated_paper(word: str) -> bool:
    """A paper that has a day of its own."""
    return word.startswith(_PAPERS)


def leads_time(word: str) -> bool:
    """A bare time can follow the word and be its day: "report due April 15"."""
    return word in _LEADS


def meets(word: str) -> bool:
    """A month right before the word is that of a meeting: "June board meeting"."""
    return word in _MEETS


@cache
def is_deed(word: str) -> bool:
    """A participle of what has happened, "утверждено", "approved": its day is no deadline."""
    if word.startswith((*_INTENDED, *_INTENDED_TOO)):
        return False
    return word.endswith(_DEEDS) or (word.endswith("ed") and not word.endswith("eed"))
