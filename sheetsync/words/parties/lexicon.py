"""The words that the grammar of responsible parties knows by name; all lower case, ё as е.

A new kind of body, post, role or abbreviation is added here; an abbreviation without a full stop,
or one that hangs on the words beside it, in `abbreviations`.

Who is a party is also asked where nothing is cut apart: of a column's cells and of rows that are
signed (`without_dictionary`), of headers (`words.header_stems`) and of who decided
(`words.status.words.decisions`). Those have lists of their own, which do not know all of these
words, and know some others.
"""

from functools import lru_cache

from sheetsync.words.cleaning import pairs, word_set
from sheetsync.words.pattern import pattern

# Bodies of which each has one field of work, so that a plural is a list: «отделы кадров и труда».
UNITS = word_set(
    """
    агентство администрация бюро группа департамент дирекция инспекция кафедра комиссия комитет
    лаборатория министерство отдел отделение палата подотдел сектор служба управление факультет
    филиал
    """
)
# Other nouns that name a body and could be read as a field of work in the genitive.
BODIES = UNITS | word_set(
    """
    академия аппарат архив ассоциация библиотека больница бухгалтерия ведомство вуз газета
    гимназия движение дом дума институт казначейство канцелярия клуб коллегия колледж компания
    лицей мбоу мку музей общество объединение оператор орган организация партия подразделение
    поликлиника полиция поселение правительство предприятие президиум приемная прокуратура
    профактив профком профобъединение профорганизация профсоюз редакция сад секретариат
    сельсовет совет союз техникум университет участник учреждение федерация фонд фракция центр
    школа штаб амбулатория бригада дружина епархия заведение застава землячество издательство
    обком горком райком крайком реском рабочком исполком
    команда корпорация лесничество лига мастерская мэрия общежитие община палата ячейка
    представительство префектура пункт радиостанция юнармия собрание сообщество станция телекомпания
    типография товарищество управа училище часть
    депо жюри оргбюро партбюро пресс-бюро профбюро студбюро турбюро гороно облоно районо роно
    групком домком культком постком родком стройком студком уличком цехком учсовет худсовет
    братство сестричество приход храм монастырь благочиние подворье митрополия
    """
)
# Forms of law in short, those of public institutions first: alone, none is anybody's name.
INSTITUTIONS = word_set(
    """
    мбу мку мау мбоу мкоу маоу мбдоу мкдоу мадоу мбук мкук маук мук муз мбуз гбу гку гау гбуз гбоу
    гбпоу фгбу фгку фгбоу
    """
)
LEGAL_FORMS = INSTITUTIONS | word_set("ао оао зао пао ооо муп гуп фгуп роо ро мро бро")
_CUT = 8  # letters at most before the body of a compound, «физкультура» is no «культура»
_COMPOUNDED = tuple(sorted((word for word in BODIES if len(word) > 4), key=len, reverse=True))


@lru_cache(maxsize=4096)
def with_bodies(lemmas: frozenset[str]) -> frozenset[str]:
    """Dictionary forms of a noun, and the body that it is a kind of: «юротдел» is an «отдел»."""
    kinds = (body for body in _COMPOUNDED for word in lemmas if _is_kind(word, body))
    body = next(kinds, None)
    return lemmas if body is None else lemmas | {body}


def _is_kind(word: str, body: str) -> bool:
    return word.endswith(body) and 1 < len(word) - len(body) <= _CUT and word[:4] != "само"


# Posts whose holder stands in for another, so that a plural is a list of people.
DEPUTIES = word_set("зам заместитель помощник советник")
# Posts at the head of something.
CHIEFS = word_set(
    """
    глава декан директор зав заведовать заведующий начальник председатель президент ректор
    руководитель секретарь управляющий
    """
)
_OTHER_POSTS = word_set(
    """
    администратор бухгалтер врач губернатор инженер инспектор консультант координатор куратор
    методист прокурор специалист тьютор юрисконсульт юрист
    """
)
POSTS = DEPUTIES | CHIEFS | _OTHER_POSTS
# Posts that begin a party anew where its border was lost.
POSTS_AT_A_BORDER = POSTS | word_set(
    """
    психолог педагог библиотекарь организатор вожатый завуч секретарь воспитатель логопед
    инструктор тренер завхоз социолог энергетик механик экономист диспетчер редактор дефектолог
    """
)
# What stands before a post and belongs to it.
DESCRIBING = word_set("классный старший главный музыкальный социальный ведущий художественный")
# They hold no post: «жители улиц Гагарина и Титова».
PUBLIC = word_set(
    """
    житель жилец родитель ребенок ученик учащийся студент представитель член участник ветеран
    собственник гражданин
    """
)
# Surnames that mean animals: with a capital none of them is a post or a party.
BEASTS = word_set(
    """
    баран барсук бобер бык волк воробей ворон ворона галка голубь грач гусь дрозд дятел еж ерш жук
    журавль заяц зубр кабан карась козел комар кот кулик лебедь лось медведь муха налим окунь орел
    осетр павлин рак рысь рябчик синица скворец снегирь соболь сова сокол соловей сом сорока стриж
    судак сыч тетерев филин чиж шмель щегол щука ястреб
    """
)
# Posts that are told apart by their subjects.
TEACHERS = word_set("учитель преподаватель")
# Adjectives and participles that stand for a person when no noun follows.
SUBSTANTIVES = word_set(
    """
    ведущий вести дежурный заведовать заведующий исполнять командовать обучаться обучающийся
    ответственный служащий служить трудиться трудящийся уполномоченный уполномочить управлять
    управляющий учащийся учиться
    """
)
# No region is a party, without a word for who governs it.
REGIONS = word_set("город край область округ поселение район республика")
# How the second names of regions begin, which stand in brackets.
SECOND_NAMES = ("якути", "алани", "югр", "чуваши", "татарстан", "крым")
# What somebody can belong to: a genitive of these at the end of a list may cover what precedes.
OWNERS = REGIONS | word_set(
    """
    администрация аппарат департамент институт компания министерство общество объединение
    организация предприятие профобъединение россия совет университет учреждение федерация школа
    """
)
# Abbreviated fields of work: after «по» or «отдел» they go on with a name, they begin none.
FIELDS = word_set(
    """
    апк ахр ахч бдд бжд вр го гочс жкх изо икт ит ктд мр мхк нко нмр обж обзр одкнр однкнр оит опб
    опк орксэ от пб пдд св сми тб тэк увр умр ур фгос чс
    """
)
# Bodies whose short names the dictionary takes for other words: they never change.
_UNDECLINED = word_set("минобр райфо горфо крайфо облфо")
# «Завотделением», «завскладом», but not «завучем», «заведующей».
_CHIEF_OF = pattern(r"зав(?!од|ед|уч|хоз|ис)\w{2,}(?:[ое][мй]|[ая]ми)")


def is_undeclined(key: str) -> bool:
    """Whether a folded word is somebody's name that has no other form."""
    return key in _UNDECLINED or (key.startswith("зав") and bool(_CHIEF_OF.fullmatch(key)))


FIXED_PAIRS = pairs(
    "го чс, чс ооб, от тб, пб от, кдн зп, кчс опб, "
    "кчс пб, онд пр, ок то, от сзн, чс пб, гочс пб, оууп пдн, уп пдн"
)

# «Ответственный: …», «Куратор программы – …»: how somebody takes part, not who.
_ROLES = word_set("отв исп соисп контроль кто исполнение надзор помощь")
_ROLE_STEMS = (
    "ответств",
    "исполнител",
    "соисполнител",
    "согласующ",
    "контролиру",
    "курирует",
    "участник",
)
_POST_STEMS = (
    *("куратор", "координатор", "организатор", "заказчик", "подрядчик", "генподрядчик"),
    *("субподрядчик", "балансодержател"),
)


def is_role(key: str) -> bool:
    """Whether a folded word says how somebody takes part."""
    return is_only_role(key) or key.startswith(_POST_STEMS)


def is_only_role(key: str) -> bool:
    """Whether it says only that: before a name a «куратор» or «координатор» may be a post."""
    return key in _ROLES or key.startswith(_ROLE_STEMS)


# Of whom somebody has the care: «гр. 101 – Сомова», «5 «А» класс – Лось А.А.»
PREMISES = word_set("этаж корпус здание зал кабинет")
CHARGES = word_set("группа класс курс подъезд отряд смена") | PREMISES


# What stands alone and names nobody: «в дело», «и др.».
ASIDES = word_set("дело др пр совместно")
DITTO = frozenset(
    {
        *("те же", "тот же", "та же", "то же", "они же", "он же", "она же"),
        *("не определен", "не определены", "не назначен", "не назначены", "не указан"),
        *("не указаны", "уточняется", "уточняются", "по согласованию", "по назначению", "нет"),
        *("tbc", "tbd", "tba", "to be confirmed", "to be decided", "to be determined"),
        *("to be appointed", "to be assigned", "to be agreed", "not assigned", "unassigned"),
        *("vacant", "vacancy", "post vacant", "none", "nobody", "n/a", "unknown"),
    }
)
# «Поручить отделу кадров»: an order, whom it is for comes after it, in the case that it asks for;
# «возложить» has its own preposition.
ORDERS: dict[str, str] = {
    **dict.fromkeys(("поручить", "поручено", "поручается"), "datv"),
    **dict.fromkeys(("рекомендовать", "предложить"), "datv"),
    **dict.fromkeys(("назначить", "просить", "обязать"), "accs"),
    **dict.fromkeys(("возложить", "возложено", "возложена", "возлагается"), ""),
}
ALL = word_set("все всех всем всеми")
# «Лица согласно приказу», «дежурные по графику»: what names them stands elsewhere.
# «Ранее Лаптев, ныне Громов»: whoever comes behind acts from some day on.
NOW = word_set("ныне теперь сейчас назначен назначена")
THEN = NOW | word_set("затем далее потом")
LISTS = word_set("приказу распоряжению графику списку назначению договору")
EVERY = ALL | word_set("каждый каждая каждое")

# «Зам», «зав» and «дир» are nouns of their own by now; «др», «пр» and «им» only end in a full stop.
ABBREVIATIONS = dict(
    pairs(
        """
    орг организационный, нач начальник, гл главный, пред председатель, предс председатель,
    председ председатель,
    кат категории, спец специалист, рук руководитель, инф информационный, адм администрация,
    соц социальный, фин финансовый, юр юридический, гос государственный, ген генеральный,
    англ английский, нем немецкий, рус русский, яз язык, секр секретарь, бухг бухгалтер,
    бух бухгалтер, восп воспитатель, пом помощник, мл младший, ср средний, подг подготовительный,
    деж дежурный, библ библиотекарь, деп департамент, упр управление, мин министерство,
    комис комиссия, отв ответственный, ст старший, прот протоиерей, свящ священник, кл классный,
    отд отдел, муз музыкальный, худ художественный, тех технический, мед медицинский,
    физ физический, пед педагогический, науч научный, вед ведущий, доц доцент, асп аспирант,
    асс ассистент, преп преподаватель, инж инженер, проф профессор, каф кафедра, зам зам, зав зав,
    дир дир, др др, пр пр, им им, исп исполнитель, соисп соисполнитель, гр группа, прав правовой,
    доп дополнительный, вет ветеринарный, кух кухонный, студ студенческий, сотр сотрудник,
    глав главный, контр контроль, родит родительский, админ администрация, совм совместно,
    ответ ответственный, ответств ответственный, ответственн ответственный,
    исполн исполнитель, исполнит исполнитель, соисполн соисполнитель, соисполнит соисполнитель
    """
    )
)

# Alone behind a name they are that person's: «Сомов И.И., проф.»
DEGREES = word_set("проф доц акад профессор доцент академик")

# Words after which a new party follows, and the case they ask for.
JOINERS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(words.split()), case)
    for case, joiners in {
        "nomn": ("в составе :",),
        "ablt": (
            *("совместно с", "совместно со", "вместе с", "вместе со", "в сотрудничестве с"),
            *("во взаимодействии с", "в взаимодействии с", "при взаимодействии с"),
        ),
        "gent": (
            *("при участии", "с участием", "с привлечением", "при содействии", "при поддержке"),
            *("под руководством", "под председательством", "под контролем", "под надзором"),
        ),
    }.items()
    for words in joiners
)
# Whose: of a party named before.
POSSESSIVES = word_set("его ее их")
# What a preposition asks of the noun after it.
GOVERNED: dict[str, frozenset[str]] = {
    "по": frozenset({"datv"}),
    "к": frozenset({"datv"}),
    "с": frozenset({"ablt", "gent"}),
    "со": frozenset({"ablt", "gent"}),
    "за": frozenset({"accs", "ablt"}),
    "над": frozenset({"ablt"}),
    "в": frozenset({"accs", "loct"}),
    "во": frozenset({"accs", "loct"}),
    "на": frozenset({"accs", "loct"}),
    "о": frozenset({"loct"}),
    "об": frozenset({"loct"}),
    "при": frozenset({"loct"}),
    "из": frozenset({"gent"}),
    "от": frozenset({"gent"}),
    "для": frozenset({"gent"}),
    "без": frozenset({"gent"}),
    "до": frozenset({"gent"}),
}


# Beginnings of what is done, unlike a place: «свод – юротдел», but «магазин – склад».
_TASKS = (
    *("свод", "сбор", "отчет", "контрол", "закуп", "монтаж", "ремонт", "смет", "прием", "достав"),
    *("провер", "подготов", "организ", "провед", "оформлен", "размещ", "учет", "оплат", "договор"),
    *("фото", "видео", "съемк", "рассыл", "печат", "анализ", "документ", "информаци", "уборк"),
)


def is_task(word: str) -> bool:
    """Whether a folded word tells of something to be done: «свод», «закупки», «координация»."""
    return word.startswith(_TASKS) or word.endswith(("ация", "ание", "осмотр", "осмотры"))
