"""The words beside a time: which may change it, which say only who, where, what or how."""

from functools import cache

from sheetsync.words.cleaning import word_set

# Stems of times that are over, moved or to come, in all of the lists below that deny something.
_NOT_THEN = word_set("будущ отмен перенес прошл снят сорван")
# And of times, absences, parts of papers, in the lists of what is no remark and of no affairs.
_TIMES = word_set(
    """
    больничн вопрос выходн годност каникул кварта лиценз месяц недел остат отлож отпуск отсутств
    перенос период подпункт приложени процент семестр срыв триместр
    """
)
# Stems of words that may deny, limit or move a time, or name one: never read as a mere remark.
_NEVER_PLAIN = tuple(
    word_set(
        """
        не ни без кроме помимо только лишь исключ если или либо ли но однако иначе хотя пока
        возможн вероятн сомн перенест выполнен исполнен проведен провод заверш законч состоя готов
        сделан сдан прошед истек следующ предыдущ кажд любо раньше ранее позже поздн после перед
        через спустя услов зависи полуг месяч дневн день дня дни дней сут год лет четверт сесси
        праздн рабоч будн числ дата даты срок начал конец конц серед перв втор трет последн половин
        декад зим весн осен раз янв фев мар апр май мая июн июл авг сент окт ноя дек максим миним
        менее более уточн еже пункт вместо взамен not no or if unless only except without maybe
        possibl perhaps cancel postpon moved shift resched done complet finish held before after
        week month quarter year day until since every each either п пп ст гл ч раздел стать част
        табл руб тыс млн млрд шт балл больше меньше ставк утв утверж данным почти ближе чуть стары
        прежн первонач originally was now actual приказ протокол постановл распоряж письм договор
        факт продл было стал тот тоже там аналогич соответств сравнени отсчет baseline section item
        page сезон навигаци subject pending delay term semester instead earl late mid fy прош
        необяз действ годен как мож probabl letter memo order minute decree resolut directive
        extend email соседн чуж раніше пізніше якщо окрім раней пазней калі акрамя цягам
        """
    )
    | _TIMES
    | _NOT_THEN
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
        кафедр факультет деканат филиал подразделени экземпляр призыв
        зал школ корпус площад стадион парк город район округ област двор библиот музе театр клуб
        дом центр лагер баз сад садик детск больниц поликлин завод цех предприят организац учрежд
        территор мест поселен сельс офис улиц аудитор столов спортз учител учащ ученик педагог
        родител воспит студент дет член профсоюз молодеж ветеран пенсионер работник сотрудник
        персонал директор заместител руковод председ специалист женщин мужчин юнош девуш команд
        участ волонт врач медсест коллектив совет комисс президиум пленум профком профбюро комитет
        администрац отдел министерств субботник паводок собран заседан конферен совещан семинар
        конкурс фестивал концерт акци марафон спартакиад соревн турнир выстав форум слет поход
        экскурс мероприят педсовет урок занят обучен тренинг учеб встреч митинг шеств парад
        подписан отчет доклад смотр опрос анкетиров мониторинг ремонт осмотр медосмотр вакцинац
        проверк ревизи инвентар аудит рейд консультац прием заяв сбор подготовк проведени подведени
        итог очн заочн выездн выпускн однократн онлайн дистанц вкс zoom режим формат видео электрон
        письмен устн совместн силами утр днем вечер повторн несколько одному прим этап тур стади
        смен поток заезд проект план групп класс тема новый сош мбоу гимнази лицей перемен паводк
        справк подписк статист тренировк кампани инструктаж сводн месячник meet review report board
        council committee staff team school train workshop conferenc session submi launch pilot
        roll kick draft adopt implement hire approv completion present target noon weather online
        virtual hall venue applic registr booking nominat city department director manager teacher
        student parent audit party
        event ceremony festival campaign survey exam trip camp budget proposal policy webinar
        seminar forum summit gala election assembly retreat fair inspect newsletter final effective
        timeline goal stage phase likely eom ongoing due member union season with cabinet agm egm
        governor trustee entries class mrs miss service renewal interview concert
        """
    )
)
# What ends a deed still to be done, "(награждение)", "(вакцинация)".
_ACTIONS = (
    *("ание", "ания", "ение", "ения", "ация", "ации", "иция", "енции"),
    *("tion", "sion", "ment"),
)
_PAST = ("али", "или", "ели", "ало", "ило", "ались", "ились", "лся", "лось")
# Nouns of no affair, by their stems: states, measures, parts of papers, absences, samples.
NO_AFFAIRS = tuple(
    word_set(
        """
        example sample template vacation holiday образец образц пример шаблон черновик вариант
        оригинал копи ошибк опечатк сомнени проблем ожидани задержк просроч пропуск отсрочк
        рассрочк невыполн неявк отказ запрет неопредел неизвест неясн перерыв мораторий исключени
        ограничени сдвиг возраст температур рожден смерт фамили названи наименован газет номер
        индекс верси страниц копе стоимост скидк километр метр литр килограмм градус карантин
        болезн командировк хранени пребывани проживани нахождени пометк примечан состояни квартир
        условие условии зависим полугоди суток сутки
        навигац гаранти именин опоздан численност прогул вероятност просрочк идеал оговорк
        перспектив усмотрен принцип надежд угроз случа обстоятельств
        """
    )
    | _TIMES
    | _NOT_THEN
)
# And whole: a stem of these would deny «частушки», «срочников», «годовщина».
_NO_AFFAIR_AT_ALL = word_set(
    """
    год года лет лето день дня дней дата даты число числа срок сроки срока начало начала конец
    конца час часа часов часть части глава главы раздел раздела статья статьи пункт пункта рубль
    рублей руб тыс млн млрд штук шт балл баллов ставка ставки сезон сезона факт вопрос вопроса
    половина середина весна зима осень весны зимы осени чел код серия вес рост стаж стажа имя угол
    цена цены действие действия сумма суммы тариф тарифы долг баланса время времени простой пауза
    предел лимит граница замена мин сек планах выбор выбору
    """
)
# They head what somebody would like or recalls, no deadline: «предложение: сентябрь».
_OPINIONS = tuple(
    word_set(
        """
        предложени мнени пожелани напоминани замечани намерени желани просьб иде воспоминани
        прогноз мечт архив истори слух
        """
    )
)
_HINDRANCES = ("ремонт", "капремонт", "реконструкц", "консервац", "командировк", "прост", "замен")
_NO_QUALITIES = tuple(
    word_set(
        """
        предыдущ следующ прежн старый старая старое возможн вероятн предполаг ожида сдвинут друг
        иной иная иное иные кажд крайн просроч отложен чуж отпускн завершенн выполненн исполненн
        проведенн сданн состоявш прошедш готовый готовая готовые последующ
        """
    )
    | _NOT_THEN
)
_LINKING = word_set("to be with by of in at for on permitting к ко с со на и of from")
# Endings of adjectives; a noun that shares them stands before a harmless one too: "выпускной".
_DESCRIBING = tuple(
    word_set("ый ий ой ая яя ое ее ые ие ого его ому ему ую юю ом ем ых их ым им ей")
)
# A bare day right behind one of these is the paper's own: "лицензия: 15.05.2026".
_PAPERS = (
    *("приказ", "протокол", "постановл", "распоряж", "письм", "договор", "лиценз", "паспорт"),
    *("решени", "обращени", "жалоб"),
    *("удостовер", "свидетельств", "счет", "order", "letter", "memo", "minutes", "decision"),
)
_OTHER_TIMES = (
    *("факт", "был", "стал", "стары", "прежн", "первонач", "сравнени", "отсчет", "базов"),
    *("actual", "was", "old", "baseline", "original", "previous"),
    *("соседн", "чуж"),
)
# How a thing done is told from one intended: "начато в мае", not "назначено на май".
_DEEDS = ("ано", "ато", "яно", "ено", "ято", "уто", "ыто", "ито")
_INTENDED = ("назнач", "заплан", "намеч", "предполаг", "предусм", "schedul", "plann", "expect")
_INTENDED_TOO = ("propos", "target", "anticipat", "estimat", "revis", "relat", "need")
_AGAINST = ("против", "мало", "нельзя")
_NOT_NEGATED = ("нескольк", "недел", "нефт", "нерв", "нечет", "невест", "неврол", "нерест")
_SHORTEST_STEM = 3  # letters; a shorter one is a whole word
_PLAIN_ANYWAY = (
    "безопасн",
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
    "осенн",
    "зимн",
    "квартальн",
    "completion",
)


def tells_another_time(word: str) -> bool:
    """Time that is no deadline follows the word: "факт: 15.05", "было – май, стало – июнь".

    So does that of another place: "в соседнем районе – в апреле".
    """
    return word.startswith(_OTHER_TIMES)


def numbers_something(word: str) -> bool:
    """The number behind the word is no day: "тел.: 2-12-26"."""
    return word in _NUMBERED


@cache
def is_plain(word: str) -> bool:
    """A word beside a time that changes nothing in it: letters, and no stem that could."""
    if (
        is_negated(word)
        or not word.replace(".", "").isalpha()
        or numbers_something(word)
        or not word.strip("xх")
    ):
        return False
    short = len(word) < _SHORTEST_STEM and word in _NEVER_PLAIN
    stems = tuple(stem for stem in _NEVER_PLAIN if len(stem) >= _SHORTEST_STEM)
    return word.startswith(_PLAIN_ANYWAY) or not (short or word.startswith(stems))


def is_harmless(word: str) -> bool:
    """A word that says who, where, what or how, and so no more about when."""
    harmless = word.startswith(_HARMLESS) or word.endswith(_ACTIONS)
    return (
        harmless
        and not word.startswith(NO_AFFAIRS)
        and not word.endswith(_PAST)
        and not is_dated_paper(word)
    )


def is_harmless_beside(word: str) -> bool:
    """It is harmless even where no mark parts it from the time: "годовой отчет до 5 мая"."""
    return is_harmless(word) or word in _LINKING or word.endswith(_DESCRIBING)


def is_dated_paper(word: str) -> bool:
    """A paper that has a day of its own."""
    return word.startswith(_PAPERS)


@cache
def is_deed(word: str) -> bool:
    """A participle of what has happened, "утверждено", "approved": its day is no deadline."""
    if word.startswith((*_INTENDED, *_INTENDED_TOO)):
        return False
    return word.endswith(_DEEDS) or (word.endswith("ed") and not word.endswith("eed"))


def is_no_affair(word: str) -> bool:
    """A noun that names nothing to hold or hand in, or that may deny or move the time."""
    return word in _NO_AFFAIR_AT_ALL or word.startswith(NO_AFFAIRS) or is_negated(word)


def is_opinion(word: str) -> bool:
    """A noun of what is only thought or wished: a time behind it is nobody's duty."""
    return word.startswith(_OPINIONS)


def is_state(word: str) -> bool:
    """A noun of no affair, or what denies one: "дети на карантине", "школа против"."""
    return word.startswith(NO_AFFAIRS) or word in _AGAINST


def is_state_in(preposition: str, word: str) -> bool:
    """What hinders work as long as it lasts, which no deadline ends: «на ремонте», «в отпуске»."""
    return preposition in ("на", "в") and word.startswith(_HINDRANCES) and word.endswith("е")


def is_no_quality(word: str) -> bool:
    """An adjective that says which time, not which affair: «прошлый», «возможный»."""
    return word.startswith(_NO_QUALITIES) or is_negated(word)


def is_short_quality(word: str) -> bool:
    """An adjective cut short that says which affair: "оздоровит.", not "возм."."""
    long = len(word) >= _SHORTEST_STEM and is_plain(word) and not is_no_quality(word)
    return long and not any(stem.startswith(word) for stem in _NO_QUALITIES)


def is_negated(word: str) -> bool:
    """As in "неизвестно", "нежелательно"."""
    return word.startswith("не") and not word.startswith(_NOT_NEGATED)
